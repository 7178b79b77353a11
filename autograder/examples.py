"""Write an exercise's public examples as plain data for the visible check.

The data holds the arguments, the expected value and the value that each misconception gives for them: numbers and
hints, no code of the reference.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercise import Example, Exercise
from autograder.exercises import units
from autograder.judge import here
from autograder.worker.codec import Rng
from course import public
from course.compare import mismatch


def public_examples(unit: str) -> dict[str, Any]:
    """Return what ``course/checks/<unit>.json`` holds: exercise name -> tolerances and examples."""
    return {name: _exercise(exercise) for name, exercise in units()[unit].exercises.items()}


def _exercise(exercise: Exercise) -> dict[str, Any]:
    return {
        "rtol": exercise.rtol,
        "atol": exercise.atol,
        "examples": [_example(exercise, example) for example in exercise.examples],
    }


def _example(exercise: Exercise, example: Example) -> dict[str, Any]:
    expected = _observe(exercise, exercise.reference, example)
    data: dict[str, Any] = {"args": [_plain(value) for value in example.args], "expected": _plain(expected)}
    if example.then:
        data["then"] = [[_plain(value) for value in args] for args in example.then]
    if example.fulfils:
        data["fulfils"] = example.fulfils
    data["mistakes"] = []
    for mistake in exercise.mistakes:
        if mistake.never_ends:
            continue
        try:
            with np.errstate(all="ignore"):
                value = _observe(exercise, mistake.function, example)
        except Exception as error:
            data["mistakes"].append({"raises": type(error).__name__, "hint": mistake.hint})
            continue
        if mismatch(expected, value, exercise.rtol, exercise.atol) not in (None, "nothing"):
            data["mistakes"].append({"value": _plain(value), "hint": mistake.hint})
    data["mistakes"] = _one_for_each_value(data["mistakes"])
    return data


def _observe(exercise: Exercise, function: Callable[..., Any], example: Example) -> Any:
    args = here(copy.deepcopy(example.args))
    value = function(*args)
    if example.then:
        return [value(*copy.deepcopy(more)) for more in example.then]
    return getattr(public.module(exercise.unit), example.fulfils)(*args, value) if example.fulfils else value


def _one_for_each_value(mistakes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Drop the mistakes that another one's value hides: the same value must not have two explanations."""
    values = [(entry.get("value"), entry.get("raises")) for entry in mistakes]
    return [entry for entry, value in zip(mistakes, values, strict=True) if values.count(value) == 1]


def _plain(value: Any) -> Any:
    """Return ``value`` as JSON; arrays, functions of the unit's public module and non-finite numbers are marked."""
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
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
