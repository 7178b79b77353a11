"""Unit 11: its figure against descents that are walked, its estimator, its texts, and what its lesson claims."""

from __future__ import annotations

import importlib
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.datasets import load_diabetes
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, ParameterGrid, cross_val_score
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.estimator_checks import check_estimator

from autograder.authoring.try_answer import try_source
from autograder.exercise import answer_source
from autograder.exercises import units
from autograder.judging.grade import Times
from autograder.judging.judge import judge
from autograder.sandbox import Sandbox
from course.corpus import KITTY, corpus
from course.estimator import DescentRegressor
from course.public.u11_grid_search import folds_report, listed, min_df_report, rates_report

grid_map = importlib.import_module("course.figures.grid_map")
EXERCISES = units()["11-grid-search"]


# What the exercises ask for


def test_the_numbers_of_the_lesson():
    reference = {name: exercise.reference for name, exercise in EXERCISES.items()}
    assert reference["n_fits"]({"eta": [0.01, 0.1, 1.0], "steps": [10, 100]}, 5, True) == 31
    assert reference["n_fits"](dict.fromkeys("abcd", range(10)), 5, True) == 50_001
    np.testing.assert_allclose(reference["log_grid"](2.0, 54.0, 4), [2, 6, 18, 54])
    assert reference["best_params"]({"k=1": [0.9, 0.6, 0.6], "k=5": [0.7, 0.8, 0.75]}) == "k=5"
    by_hand = [([3, 4, 5, 6], [0, 1, 2]), ([0, 1, 2, 5, 6], [3, 4]), ([0, 1, 2, 3, 4], [5, 6])]
    assert folds_report(7, 3, by_hand) == folds_report(7, 3, reference["kfold"](7, 3)) == [3, 7, *[True] * 5, 3, True]


@given(st.integers(2, 12).flatmap(lambda k: st.tuples(st.integers(k, 60), st.just(k))))
def test_folds_are_folds(sizes: tuple[int, int]):
    n, k = sizes
    assert folds_report(n, k, EXERCISES["kfold"].reference(n, k)) == [k, n, *[True] * 5, -(-n // k), True]


ODD_FOLDS = {
    -1: ([], [1, 2], [([0], [1], [2])]),
    -2: ([(np.array([0.0]), [1])],),
    -4: ([(np.array([True, False]), [1])],),
    -3: ([([0.5], [1])], [(None, [1])], [([True], [0])], [([[0], [1]], [2])]),
}


@pytest.mark.parametrize(("code", "odd"), [(code, odd) for code, cases in ODD_FOLDS.items() for odd in cases])
def test_what_is_no_list_of_folds_is_called_so(code: int, odd: Any):
    assert folds_report(6, 3, odd) == [code, -1, *[False] * 7]
    assert folds_report(6, 3, None) is None and folds_report(6, 3, iter(odd)) == "no list"


@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.integers(0, 1000))
def test_the_search_finds_what_the_library_finds(sizes: list[int], seed: int):
    grid = {name: list(range(size)) for name, size in zip("abc", sizes, strict=False)}
    table = np.random.default_rng(seed).normal(size=sizes)

    def fit_score(**params: int) -> float:
        return float(table[tuple(params[name] for name in grid)])

    best, score = EXERCISES["grid_search"].reference(fit_score, grid)
    assert score == table.max() == fit_score(**best)
    assert EXERCISES["n_fits"].reference(grid, 1, False) == len(ParameterGrid(grid))


@pytest.mark.parametrize("place", range(1, 5))
def test_who_always_picks_the_same_place_finds_the_best_by_chance_alone(place: int):
    """The best place is drawn: whoever returns the second key, whatever the scores, must not be right."""

    def pick(scores: dict[Any, list[float]]) -> Any:
        return [*scores][place % len(scores)]

    def search(fit_score: Any, grid: dict[str, list[Any]]) -> tuple[dict[str, Any], float]:
        tried = list(ParameterGrid(grid))
        return tried[place % len(tried)], 0.0

    for name, answer in (("best_params", pick), ("grid_search", search)):
        scores = [judge(EXERCISES[name], answer, seed).score for seed in range(30)]
        assert np.mean(scores) < 0.2 * EXERCISES[name].points


def test_values_are_read_however_they_are_written():
    assert listed(range(1, 4)) == listed([1, 2, 3]) == listed(np.arange(1, 4)) == [1, 2, 3]
    assert listed("123") == listed(None) == listed(3) == listed({1: 2}) == listed([True, False]) == []
    assert min_df_report({"vec__min_df": range(1, 20)}) == [1, 2, True, True, True, 1.0, 19.0, 19]
    assert min_df_report({"vec__min_df": 3})[4:] == [False, 0.0, 0.0, 0]
    assert rates_report({"param_grid": {"a__eta0": [0.001, 0.003, 0.01, 0.03, 0.1]}})[-1]
    assert not rates_report({"param_grid": {"a__eta0": [0.001, 0.002, 0.005, 0.1]}})[-1]
    assert rates_report({"param_grid": [{"a__eta0": (0.001, 0.01, 0.1)}]}) == [1, *[True] * 8]


def test_the_repaired_grid_is_one_that_the_library_takes():
    pipeline = Pipeline([("vec", TfidfVectorizer()), ("clf", LogisticRegression())])
    texts, labels = corpus("en")
    search = GridSearchCV(pipeline, EXERCISES["repair_min_df"].reference(), cv=3).fit(texts, labels)
    assert len(search.cv_results_["params"]) == 19 and 1 < search.best_params_["vec__min_df"] < 19


HOSTILE = {
    "no list of steps": "params['estimator__steps'] = 7",
    "steps without a model": "params['estimator__steps'] = [('a', None), ('b', None)]",
    "a scaler that gives a text": "S = type('S', (), {'fit_transform': lambda s, X: 'x'}); "
    "params['estimator__steps'] = [('a', S()), ('b', None)]; params['estimator__b__eta0'] = 1",
    "a scaler that gives complex numbers": "S = type('S', (), {'fit_transform': lambda s, X: [[1j, 2]] * len(X)}); "
    "params['estimator__steps'] = [('a', S()), ('b', None)]; params['estimator__b__eta0'] = 1",
    "a scaler that is a number": "params['estimator__steps'] = [('a', 1), ('b', 2)]; params['estimator__b__eta0'] = 1",
    "a schedule that is an array": "params['estimator__sgd__learning_rate'] = np.ones(3)",
    "a fit that is a number": "search.fit = 7",
    "a predict that is a number": "search.predict = 7",
    "predictions that are texts": "search.predict = lambda X: ['a'] * len(X)",
    "a number of folds that is a text": "search.fit = lambda X, y: setattr(search, 'n_splits_', 'many')",
    "a grid of texts": "params['param_grid'] = {'sgd__eta0': ['a', 'b', 'c']}",
    "an endless grid": "params['param_grid'] = {'sgd__eta0': range(10**12)}",
    "a grid that is infinite": "params['param_grid'] = {'sgd__eta0': [float('nan'), float('inf'), 1.0]}",
    "a huge number": "params['param_grid'] = {'sgd__eta0': [10**400, 1, 2]}",
    "nothing at all": "params = None",
}  # fmt: skip


@pytest.mark.sandbox
def test_a_search_that_lies_is_graded_all_the_same():
    with Sandbox(contained=True) as sandbox:
        for what, line in HOSTILE.items():
            source = answer_source(EXERCISES["make_search"].reference, "make_search") + (
                f"_right = make_search\ndef make_search():\n    search = _right()\n    params = search.get_params()\n"
                f"    {line}\n    search.get_params = lambda deep=True: params\n    return search\n"
            )
            verdict = try_source(sandbox, EXERCISES["make_search"], source, times=Times(repair=0))
            assert verdict.score is not None and verdict.score < 3, (what, verdict)


# The figure


def walked(eta: float, k: int, folds: int) -> float:
    """Return the cross-validated R² of one cell, by walking every step."""
    X, y = load_diabetes(return_X_y=True)
    one, other = np.triu_indices(10)
    X, y = np.hstack([X, X[:, one] * X[:, other]])[: grid_map.OBJECTS], y[: grid_map.OBJECTS]
    scores = []
    for fold in range(folds):
        valid = np.arange(len(X)) % folds == fold
        model = make_pipeline(StandardScaler(), DescentRegressor(plain_descent, learning_rate=eta, n_steps=k))
        # The figure's intercept is the mean at once; here the target has mean 0 in the training part.
        mean = y[~valid].mean()
        scores.append(model.fit(X[~valid], y[~valid] - mean).score(X[valid], y[valid] - mean))
    return float(np.mean(scores))


def plain_descent(grad: Any, w0: np.ndarray, learning_rate: float, n_steps: int) -> list[np.ndarray]:
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return path


@pytest.mark.parametrize("folds", [2, 5])
def test_a_cell_is_what_the_descent_gives_step_by_step(folds: int):
    found = grid_map.search(1e-4, 1.0, 4, "log", folds)
    for (row, k), (column, eta) in product(enumerate(found.steps[:3]), enumerate(found.etas)):
        score = walked(eta, int(k), folds)
        if np.isnan(found.scores[row, column]):
            assert not score > grid_map.RUNS_AWAY
        else:
            assert found.scores[row, column] == pytest.approx(score, rel=1e-6, abs=1e-8)


@settings(max_examples=40)
@given(
    low=st.sampled_from([1e-5, 3.16e-5, 1e-4, 1e-3]), high=st.sampled_from([0.01, 0.1, 0.316, 1.0]),
    values=st.integers(2, 12), spacing=st.sampled_from(["log", "even"]), folds=st.integers(2, 10),
)  # fmt: skip
def test_a_grid_has_its_ends_its_size_and_its_price(low: float, high: float, values: int, spacing: str, folds: int):
    found = grid_map.search(low, high, values, spacing, folds)
    assert found.etas.shape == found.steps.shape == (values,) and found.scores.shape == (values, values)
    np.testing.assert_allclose(found.etas[[0, -1]], [low, high])
    gaps = np.diff(np.log(found.etas) if spacing == "log" else found.etas)
    np.testing.assert_allclose(gaps, gaps[0])
    assert found.steps[0] == 1 and found.steps[-1] == grid_map.LONGEST and (np.diff(found.steps) > 0).all()
    grid = {"eta": list(found.etas), "k": list(found.steps)}
    assert found.fits == EXERCISES["n_fits"].reference(grid, folds, True)
    assert found.top == found.scores[found.best] and -0.1 < found.top < 0.5


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_figure_says_its_price_and_how_many_diverge(lang: str):
    figure = grid_map.GridMap(lang)
    assert "4 · 4 · 5 + 1 = 81" in figure.words and "0.421" in figure.words
    figure.change(values=6, spacing="even")
    assert "29" in figure.words and "36" in figure.words
    figure.change(low=1e-5, high=0.01, spacing="log", folds=2)
    assert "36" in figure.words and "29" not in figure.words
    assert figure.png() != grid_map.GridMap(lang).png()


def test_the_numbers_that_the_lesson_asks_to_read_off():
    tops = {n: grid_map.search(1e-4, 1.0, n, "log", 5) for n in (2, 4, 8, 12)}
    assert [found.fits for found in tops.values()] == [21, 81, 321, 721]
    assert [round(tops[n].top, 3) for n in (4, 8, 12)] == [0.421, 0.430, 0.428]
    fewer, more = (grid_map.search(1e-4, 1.0, 4, "log", folds).top for folds in (2, 10))
    assert fewer < more < tops[4].top


def test_the_spread_over_the_folds_and_the_lead_of_the_best_are_said_and_drawn():
    figure = grid_map.GridMap("en")
    figure.change(values=8, split=3)
    found = grid_map.search(1e-4, 1.0, 8, "log", 5, 3)
    row, column = found.best
    mine = found.parts[:, row, column]
    assert f"± {mine.std():.2g} over the folds" in figure.words
    np.testing.assert_allclose(np.nanmean(found.parts, axis=0)[found.best], found.top)
    low, high, _ = figure.spread.get_ydata().reshape(-1, 3)[list(figure.means.get_xdata()).index(found.etas[column])]
    assert (low, high) == pytest.approx((mine.mean() - mine.std(), mine.mean() + mine.std()))
    assert found.scores[found.second] <= found.top and found.lead().mean() == pytest.approx(
        found.top - found.scores[found.second]
    )


def test_another_split_gives_another_score_and_every_patient_is_held_out_once():
    tops = {grid_map.search(1e-4, 1.0, 4, "log", 5, split).top for split in range(1, grid_map.SPLITS + 1)}
    assert len(tops) == grid_map.SPLITS
    assert sum(len(target) for *_, target in grid_map._folds(7, 4)) == grid_map.OBJECTS


# The estimator


def test_the_estimator_passes_every_check_of_the_library_that_can_run_here():
    results = check_estimator(DescentRegressor(), on_skip=None, on_fail=None)
    assert {result["check_name"]: str(result["exception"]) for result in results if result["status"] == "failed"} == {}
    # The checks left out are about pandas and other array libraries, which the course does not install.
    assert sum(result["status"] == "passed" for result in results) >= 45
    assert {result["status"] for result in results} <= {"passed", "skipped"}


def test_the_check_would_notice_an_estimator_that_remembers_nothing():
    class Forgetful(DescentRegressor):
        def fit(self, X, y):
            return self

    results = check_estimator(Forgetful(), on_skip=None, on_fail=None)
    assert any(result["status"] == "failed" for result in results)


@pytest.mark.parametrize("learning_rate", [0.001, 0.1, 0.24])
def test_the_built_in_descent_is_the_walk_itself(learning_rate: float):
    rng = np.random.default_rng(3)
    X, y = rng.normal(size=(30, 4)), rng.normal(size=30)
    X[:, 3] = X[:, 2]  # a direction without any curvature
    short = DescentRegressor(learning_rate=learning_rate, n_steps=60).fit(X, y)
    long = DescentRegressor(plain_descent, learning_rate=learning_rate, n_steps=60).fit(X, y)
    np.testing.assert_allclose(short.coef_, long.coef_, rtol=1e-8, atol=1e-10)
    assert short.intercept_ == pytest.approx(long.intercept_)


@pytest.mark.parametrize("optimiser", [None, plain_descent])
def test_a_search_over_the_learning_rate_sees_slow_good_and_diverging_ones(optimiser: Any):
    model = Pipeline([("scale", StandardScaler()), ("fit", DescentRegressor(optimiser, n_steps=200))])
    rates = [0.0001, 0.001, 0.01, 0.1, 1.0]
    search = GridSearchCV(model, {"fit__learning_rate": rates}).fit(*load_diabetes(return_X_y=True))
    scores = dict(zip(rates, search.cv_results_["mean_test_score"], strict=True))
    assert scores[0.0001] < scores[0.001] < 0 < 0.45 < scores[0.01] < 0.5
    assert -1e120 < scores[1.0] < -1e50 and 0.01 <= search.best_params_["fit__learning_rate"] <= 0.1


# The texts


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_texts_are_different_balanced_and_can_be_learnt(lang: str):
    texts, labels = corpus(lang)
    assert len(texts) == len(set(texts)) == len(labels) == 80 and labels.sum() == 40
    assert all(10 < len(text) < 90 and text.endswith(".") for text in texts)
    words = TfidfVectorizer()
    coefficients = LogisticRegression().fit(words.fit_transform(texts), labels).coef_[0]
    assert coefficients[words.vocabulary_[KITTY[lang]]] == pytest.approx(1.5, abs=0.05)
    scores = {
        df: cross_val_score(make_pipeline(TfidfVectorizer(min_df=df), LogisticRegression()), texts, labels).mean()
        for df in (1, 2, 3, 5, 8, 12, 19)
    }
    assert min(scores, key=lambda df: scores[df]) == 19 and max(scores, key=lambda df: scores[df]) in (2, 3, 5)


def test_a_leak_turns_noise_into_success():
    rng, leaky, honest = np.random.default_rng(5), [], []
    for _ in range(5):
        X, y = rng.normal(size=(60, 1000)), rng.permutation(np.arange(60) % 2)
        leaky.append(cross_val_score(LogisticRegression(), SelectKBest(k=20).fit_transform(X, y), y).mean())
        honest.append(cross_val_score(make_pipeline(SelectKBest(k=20), LogisticRegression()), X, y).mean())
    assert np.mean(leaky) > 0.75 and 0.35 < np.mean(honest) < 0.65
