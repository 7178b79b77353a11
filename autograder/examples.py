"""Write an exercise's public examples as plain data for the visible check.

The data holds the arguments, the expected value and the value that each misconception gives for them: numbers and
hints, no code of the reference.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercise import Example, Exercise, Mistake
from autograder.exercises import units
from autograder.judge import here, same_value
from autograder.worker.codec import Rng
from course import public
from course.compare import mismatch


def public_examples(unit: str) -> dict[str, Any]:
    """Return what ``course/checks/<unit>.json`` holds: exercise name -> tolerances and examples."""
    return {name: _exercise(exercise) for name, exercise in units()[unit].items()}


def _exercise(exercise: Exercise) -> dict[str, Any]:
    mistakes, data = exercise.mistakes, []
    for example in exercise.examples:
        described, mistakes = _example(exercise, example, mistakes)
        data.append(described)
    return {"rtol": exercise.rtol, "atol": exercise.atol, "examples": data}


def _example(exercise: Exercise, example: Example, mistakes: list[Mistake]) -> tuple[dict[str, Any], list[Mistake]]:
    """Describe an example, and return which of the mistakes it does not show: the next one may.

    The check stops at the first example that fails, so what one shows needs no explanation at a later one.
    """
    expected = _observe(exercise, exercise.reference, example)
    data: dict[str, Any] = {"args": [_plain(value) for value in example.args]}
    if example.named:
        data["named"] = _plain(example.named)
    data["expected"] = _plain(expected)
    if example.then:
        data["then"] = [[_plain(value) for value in args] for args in example.then]
    if example.fulfils:
        data["fulfils"] = example.fulfils
    shown, hidden = [], []
    for mistake in mistakes:
        if mistake.never_ends:
            continue
        kind, value = _outcome(exercise, mistake, example)
        fault = mismatch(expected, value, exercise.rtol, exercise.atol) if kind == "value" else kind
        if fault is None:
            hidden.append(mistake)
        elif fault != "nothing":
            shown.append((mistake, kind, value))
    data["mistakes"] = [
        {kind: _plain(value), "hint": mistake.hint}
        for mistake, kind, value in shown
        # The same value must not have two explanations: then it has none.
        if sum(kind == other and same_value(value, given, exercise) for _, other, given in shown) == 1
    ]
    return data, hidden


def _outcome(exercise: Exercise, mistake: Mistake, example: Example) -> tuple[str, Any]:
    try:
        with np.errstate(all="ignore"):
            return "value", _observe(exercise, mistake.function, example)
    except Exception as error:
        return "raises", type(error).__name__


def _observe(exercise: Exercise, function: Callable[..., Any], example: Example) -> Any:
    args, named = here(copy.deepcopy((example.args, example.named)))
    value = function(*args, **named)
    if example.then:
        return [value(*copy.deepcopy(more)) for more in example.then]
    return getattr(public.module(exercise.unit), example.fulfils)(*args, value, **named) if example.fulfils else value


def _plain(value: Any) -> Any:
    """Return ``value`` as JSON; what JSON has no form for (arrays, tuples, public functions, inf, …) is marked."""
    if callable(value):
        if not value.__module__.startswith("course.public."):
            raise ValueError(f"{value.__name__} is not in course.public, so no public example can use it")
        return {"$function": value.__name__}
    if isinstance(value, Rng):
        return {"$rng": value.seed}
    if isinstance(value, np.ndarray):
        return {"$array": _plain(value.tolist())}
    if isinstance(value, np.generic):
        return _plain(value.item())
    if isinstance(value, float) and not np.isfinite(value):
        return {"$number": repr(value)}
    if isinstance(value, tuple):
        return {"$tuple": [_plain(item) for item in value]}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
