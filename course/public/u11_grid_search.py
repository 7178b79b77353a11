"""Public examples of unit 11: two score functions to search with, and what three answers must fulfil."""

from __future__ import annotations

import warnings
from itertools import chain, pairwise
from typing import Any

import numpy as np

from course.compare import mismatch

SCHEDULES = ("constant", "invscaling", "adaptive")
"""The schedules of ``SGDRegressor`` in which ``eta0`` has a say."""
MOST = 50
"""More values than this no grid of the unit has."""


def bumpy(rate: Any = None, depth: Any = None) -> float:
    """A score with its top at (rate, depth) = (0.1, 3), which no search along one line at a time finds."""
    if isinstance(rate, dict):
        raise TypeError("bumpy takes rate and depth by name, not in a dictionary")
    if not _is_plain(rate) or not _is_plain(depth):
        raise ValueError("bumpy takes one number for rate and one for depth")
    table = {(0.01, 1): 0.55, (0.01, 3): 0.25, (0.1, 1): 0.3, (0.1, 3): 0.9, (1.0, 1): 0.6, (1.0, 3): 0.4}
    return table[rate, depth]


def hill(alpha: float) -> float:
    """A score with its top at alpha = 0.5, below 0 everywhere."""
    return -1.0 - (alpha - 0.5) ** 2


def ridge(C: float, gamma: float, kernel: str) -> float:
    """A score of three hyper-parameters, each with a best value in the middle or at an end."""
    return {"rbf": 0.75, "poly": 0.5}[kernel] - abs(C - 1.0) / 10 - abs(gamma - 0.1)


def two_parts(candidate: int, part: str) -> float:
    """Scores of the neighbours 1, 3, 5, 7, 9, 11 and 13 on the two parts ``"valid"`` and ``"test"``."""
    valid = {1: 0.7, 3: 0.84, 5: 0.88, 7: 0.75, 9: 0.8, 11: 0.82, 13: 0.72}
    test = {1: 0.6, 3: 0.86, 5: 0.83, 7: 0.77, 9: 0.79, 11: 0.72, 13: 0.7}
    return {"valid": valid, "test": test}[part][candidate]


def on_split(candidate: int, split: int) -> float:
    """Scores of the neighbours 1 and 5 on six splits: easy and hard splits differ by more than the candidates do."""
    return {1: (0.5, 0.875, 0.625, 0.75, 1.0, 0.625), 5: (0.625, 0.875, 1.0, 0.625, 0.75, 1.0)}[candidate][split]


_asked: list[int] = []  # of whom watched_parts was asked the test score


def watched_parts(candidate: int, part: str) -> float:
    """The scores of ``two_parts``; who is asked for on the test part is written down."""
    if part == "test":
        _asked.append(candidate)
    return two_parts(candidate, part)


def tests_asked(score: Any, grid: Any, result: Any) -> int:
    """Return how often the test part was asked since the last time."""
    count = len(_asked)
    _asked.clear()
    return count


def two_errors(candidate: str, part: str) -> float:
    """Errors of five optimisers on the two parts, with a minus, so that here too larger is better."""
    valid = {"plain": -3.5, "momentum": -1.5, "adam": -2.0, "adagrad": -3.0, "rmsprop": -2.25}
    test = {"plain": -1.0, "momentum": -2.5, "adam": -1.75, "adagrad": -3.25, "rmsprop": -2.75}
    return {"valid": valid, "test": test}[part][candidate]


def folds_report(n: int, k: int, folds: Any) -> list[Any] | str | None:
    """Return what can be said of k folds of n objects.

    The number of (train, validation) pairs, or −1 where there are none, −2 where an index is a fraction, −3 where a
    part is no list of numbers at all, −4 where it is an array of truth values; the number of validations; whether
    each object is validated once; whether each training part is all the rest; whether the sizes differ by one at
    most; whether nobody is in both parts; whether no object is validated twice; the size of the largest fold; whether
    all the rest is for training, or at least something behind a validation part. Where there is no list, a text or
    None says so.
    """
    if not isinstance(folds, list | tuple):
        return None if folds is None else "no list"
    pairs = [pair if isinstance(pair, list | tuple) else () for pair in folds[: n + 1]]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        return [-1, -1, *[False] * 7]
    read = [tuple(map(_indices, pair)) for pair in pairs]
    parts = [(train, valid) for train, valid in read if train is not None and valid is not None]
    if len(parts) < len(read):
        kinds = {part.dtype.kind for part in chain(*pairs) if isinstance(part, np.ndarray)}
        return [-2 if "f" in kinds else -4 if "b" in kinds else -3, -1, *[False] * 7]
    held_out = [valid for _, valid in parts]
    sizes = [len(valid) for valid in held_out]
    rows = range(n)
    known = all(len(part) <= n and all(index in rows for index in part) for part in chain(*parts))
    all_the_rest = known and all(sorted(train) == sorted(set(rows) - set(valid)) for train, valid in parts)
    return [
        len(folds),
        sum(sizes),
        known and sorted(chain(*held_out)) == list(rows),
        all_the_rest,
        max(sizes) - min(sizes) <= 1,
        # Not set(train) & set(valid): whole numbers can be chosen that make a set of them take the square of its size.
        not any(set(rows).intersection(train).intersection(valid) for train, valid in parts),
        sum(sizes) == len(set(rows).intersection(chain(*held_out))),
        max(sizes),
        all_the_rest or any(max(train, default=-1) > max(valid, default=n) for train, valid in parts),
    ]


def min_df_report(param_grid: Any) -> list[Any] | str | None:
    """Return what can be said of a grid for ``min_df`` in a pipeline with the steps ``vec`` and ``clf``.

    The number of hyper-parameters, or −1 where there is no dictionary but values; into how many parts two underscores
    cut the name of the first; whether the first part is the step, and the last one its hyper-parameter; whether the
    values are whole numbers; the smallest, the largest, and how many there are. Where it is something else, a text or
    None says so.
    """
    if param_grid is None:
        return None
    if not isinstance(param_grid, dict):
        return [-1] if listed(param_grid) else "no dictionary"
    if not param_grid:
        return [0]
    name, values = next(iter(param_grid.items()))
    parts = _steps(name)
    report = [len(param_grid), len(parts), parts[0] == "vec", parts[-1] == "min_df"]
    values = listed(values)
    if not values:
        return [*report, False, 0.0, 0.0, 0]
    whole = all(isinstance(value, int | np.integer) and not isinstance(value, bool) for value in values)
    return [*report, whole, float(min(values)), float(max(values)), _distinct(values)]


def pipeline_report(params: Any, X: np.ndarray) -> list[bool]:
    """Return what can be said of the pipeline inside a search whose ``get_params()`` is ``params``.

    Whether there is a search; whether it has two steps; whether one of them has ``eta0``; whether the last one
    descends to a number; whether its schedule, if it does not predict classes, listens to ``eta0``; whether the first
    step brings the columns of X to sizes that can be compared. First of all comes whether there are at most two steps.
    """
    if not isinstance(params, dict) or "param_grid" not in params or "estimator" not in params:
        return [False] * 7
    steps = params.get("estimator__steps")
    steps = steps if isinstance(steps, list) else []
    pairs = [step for step in steps if isinstance(step, list | tuple) and len(step) == 2 and isinstance(step[0], str)]
    last = f"estimator__{pairs[-1][0]}__" if pairs else "estimator__"
    schedule, classes = params.get(last + "learning_rate"), last + "class_weight" in params
    report = [
        len(pairs) <= 2,
        True,
        len(pairs) == 2,
        any(isinstance(name, str) and name.endswith("__eta0") for name in params),
        last + "eta0" in params and not classes,
        classes or (isinstance(schedule, str) and schedule in SCHEDULES),
    ]
    if len(pairs) != 2 or last + "eta0" not in params or f"estimator__{pairs[0][0]}__eta0" in params:
        return [*report, False]
    scale = getattr(pairs[0][1], "fit_transform", None)
    if not callable(scale):
        return [*report, False]
    scaled = _floats(scale(X), X.shape)
    if scaled is None:
        return [*report, False]
    sizes = scaled.std(axis=0)
    return [*report, bool(0 < sizes.max() < 10 * sizes.min())]


def rates_report(params: Any) -> list[Any]:
    """Return what can be said of the values that a search tries; ``params`` is its ``get_params()``.

    The number of hyper-parameters; whether the name goes through a step; whether it is ``eta0``; whether it is at least
    not the schedule; whether there are three values or more; whether one is below 1; whether they begin at 0.001 or
    below and end at 0.1 or above; whether the ratios are equal.
    """
    grid = params.get("param_grid") if isinstance(params, dict) else None
    if isinstance(grid, list | tuple) and len(grid) == 1:
        grid = grid[0]
    if not isinstance(grid, dict) or not grid:
        return [0]
    name, values = next(iter(grid.items()))
    parts = _steps(name)
    report = [len(grid), len(parts) == 2, parts[-1] == "eta0", parts[-1] != "learning_rate"]
    rates = np.sort(np.array(listed(values), dtype=float))
    if rates.size < 3 or not rates[0] > 0 or not np.isfinite(rates).all():
        return [*report, False, False, False, False, False]
    ratios = rates[1:] / rates[:-1]
    equal = bool(ratios.min() > 1.001 and ratios.max() < 1.2 * ratios.min())  # 1, 3, 10 will do
    return [*report, True, bool(rates[0] < 1), bool(rates[0] < 0.00101), bool(rates[-1] > 0.099), equal]


def learning_report(search: Any, X: np.ndarray, y: np.ndarray) -> list[bool]:
    """Fit a search on all rows but the last ten; return whether it has three folds or more, and whether it has learnt.

    It has when its predictions for the last ten rows explain most of y.
    """
    if not callable(search.set_params) or not callable(search.fit):
        return [False, False]
    search.set_params(n_jobs=None, verbose=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a small rate need not arrive, a large one may run away: that is the search
        search.fit(X[:-10], y[:-10])
    folds, predict = search.n_splits_, search.predict
    several = isinstance(folds, int) and not isinstance(folds, bool) and folds >= 3
    predicted = _floats(predict(X[-10:]), (10,)) if callable(predict) else None
    if predicted is None:
        return [several, False]
    return [several, bool(np.mean((predicted - y[-10:]) ** 2) < 0.3 * np.var(y))]


def unlike_columns(rng: np.random.Generator, m: int = 60) -> tuple[np.ndarray, np.ndarray]:
    """Return X of shape (m, 2), whose columns differ in size by a factor of 300, and y, which needs both of them."""
    X = rng.normal(size=(m, 2))
    y = 3.0 * X[:, 0] - 2.0 * X[:, 1] + 5.0 + 0.3 * rng.normal(size=m)
    return X * [1.0, 300.0] + [0.0, 700.0], y


def tunes_eta0(search: Any) -> list[Any] | str | None:
    """Return all that ``make_search`` is asked for: its pipeline, its rates, no fit yet, and how it learns.

    Where the first two are not as they should be, or nobody could predict afterwards, nothing is trained.
    """
    if not hasattr(search, "get_params"):
        return None if search is None else "no search"
    X, y = unlike_columns(np.random.default_rng(11))
    params = search.get_params()
    reports = [pipeline_report(params, X), rates_report(params)]
    sound = all(map(all, reports)) and len(params["param_grid"]) == 1 and hasattr(search, "predict")
    fresh = not hasattr(search, "best_params_")
    return [*reports, fresh, learning_report(search, X, y) if sound else [False, False]]


def listed(values: Any) -> list[Any]:
    """Return the numbers of a list, an array or a range; an empty list where there is something else."""
    if not isinstance(values, list | tuple | np.ndarray):
        if values is None or isinstance(values, str | int | float | complex | dict | np.generic):
            return []
        values = [values[place] for place in range(min(len(values), MOST))]
    if isinstance(values, np.ndarray) and values.ndim != 1:
        return []
    values = list(values[:MOST])
    return values if all(map(_is_plain, values)) else []


def _steps(name: Any) -> list[str]:
    """Return the parts of a hyper-parameter's name: those of the pipeline's steps, then its own."""
    return name.split("__") if isinstance(name, str) else [""]


def _is_plain(value: Any) -> bool:
    """Whether a value is a real number that a float can hold."""
    if isinstance(value, int) and not isinstance(value, bool):
        return abs(value) < 10**300
    return isinstance(value, float | np.integer | np.floating)


def _floats(value: Any, shape: tuple[int, ...]) -> np.ndarray | None:
    """Return real numbers as an array of ``shape``, or None where they are something else."""
    if mismatch(np.zeros(shape), value) in ("nothing", "type", "shape"):
        return None
    made = np.asarray(value)
    return made.astype(float) if made.dtype.kind in "iuf" else None


def _distinct(values: list[Any]) -> int:
    """Return how many different values there are: by order, because numbers can be chosen that collide in a set."""
    return 1 + sum(one != other for one, other in pairwise(sorted(values)))


def _indices(part: Any) -> list[int] | None:
    """Return an array of indices as a list, or None where it is none."""
    if not isinstance(part, list | tuple | np.ndarray):
        return None
    if isinstance(part, np.ndarray):
        return part.tolist() if part.ndim == 1 and part.dtype.kind in "iu" else None
    whole = all(isinstance(i, int | np.integer) and not isinstance(i, bool) for i in part)
    return [int(i) for i in part] if whole else None
