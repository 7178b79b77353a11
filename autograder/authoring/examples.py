"""Write an exercise's public examples as plain data for the visible check.

The data holds the arguments, the expected value and the value that each misconception gives for them: numbers and
hints, no code of the reference.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import Any

import numpy as np

from autograder.exercise import Example, Exercise, Mistake
from autograder.exercises import units
from autograder.judging.judge import STEPS, same_value
from autograder.judging.observe import here
from autograder.support.step_limit import TooManySteps, at_most
from autograder.worker.codec import Rng
from course import public
from course.compare import mismatch
from course.example_call import ExampleCall, call_example

LATER = 3  # examples after the one that shows a mistake, of which an answer must give what it gives in one
LONGEST = 60  # characters of what it gives there; what is longer, nobody gives by chance


def public_examples(unit: str) -> dict[str, Any]:
    """Return what ``course/checks/<unit>.json`` holds: exercise name -> tolerances and examples."""
    return {name: _exercise(exercise) for name, exercise in units()[unit].items()}


def _exercise(exercise: Exercise) -> dict[str, Any]:
    due = [_due(exercise, example) for example in exercise.examples]
    does = {
        mistake.name: [outcome(exercise, mistake, *each) for each in zip(exercise.examples, due, strict=True)]
        for mistake in exercise.mistakes
    }
    mistakes, data = exercise.mistakes, []
    for number, (example, expected) in enumerate(zip(exercise.examples, due, strict=True)):
        shown, hidden = [], []
        for mistake in mistakes:
            kind, value = does[mistake.name][number]
            if kind == "right":
                hidden.append(mistake)
            elif kind != "refused" and not _is_nothing(value, example):
                shown.append(mistake)
        described = _described(example, expected)
        described["mistakes"] = [
            {"name": mistake.name, kind: _plain(value), "hint": mistake.hint}
            | ({"later": {str(place): _plain(given) for place, given in later.items()}} if later else {})
            for mistake, later in _explaining(exercise, shown, does, number)
            for kind, value in [does[mistake.name][number]]
        ]
        data.append(described)
        mistakes = hidden  # the check stops at the first example that fails, so what one shows is not explained again
    return {"rtol": exercise.rtol, "atol": exercise.atol, "examples": data}


def _described(example: Example, expected: Any) -> dict[str, Any]:
    """Return what is asked in an example, and what is due."""
    data: dict[str, Any] = {"args": [_plain(value) for value in example.args]}
    if example.named:
        data["named"] = _plain(example.named)
    data |= {"raises": example.raises} if example.raises else {"expected": _plain(expected)}
    if example.then:
        data["then"] = [[_plain(value) for value in args] for args in example.then]
    return data | {key: value for key in ("fulfils", "silent", "calls") if (value := getattr(example, key))}


def _explaining(
    exercise: Exercise, shown: list[Mistake], does: dict[str, list[tuple[str, Any]]], number: int
) -> Iterator[tuple[Mistake, dict[int, Any]]]:
    """Yield the mistakes that explain what they show in an example, with what they give in later ones.

    The same value must not have two explanations, unless later examples tell them apart: then it has none, or that of
    the mistake which all others say that they look like.
    """

    def is_same(one: tuple[str, Any], other: tuple[str, Any]) -> bool:
        return one[0] == other[0] and same_value(one[1], other[1], exercise)

    for mistake in shown:
        is_value = does[mistake.name][number][0] == "value"
        later = _later(exercise, does[mistake.name], number) if is_value else {}
        alike = [each for each in shown if is_same(does[each.name][number], does[mistake.name][number])]
        alike.remove(mistake)
        told_apart = later and all(
            (its := _later(exercise, does[other.name], number))
            and not any(is_same(does[other.name][place], ("value", value)) for place, value in later.items())
            and not any(is_same(does[mistake.name][place], ("value", value)) for place, value in its.items())
            for other in alike
        )
        if told_apart:
            yield mistake, later
        elif all(mistake.name in other.looks_like for other in alike):
            yield mistake, {}


def _later(exercise: Exercise, does: list[tuple[str, Any]], number: int) -> dict[int, Any]:
    """Return the wrong values that a mistake gives in the next examples after one, by their number.

    ``does``: what it does in each example. Who makes this mistake, and not another that gives the same value once,
    gives one of these too.
    """
    found: dict[int, Any] = {}
    for place, example in enumerate(exercise.examples[number + 1 :], number + 1):
        kind, value = does[place]
        shows = kind == "value" and not example.raises and not _is_nothing(value, example)
        if shows and len(found) < LATER and len(repr(value)) < LONGEST:
            found[place] = value
    return found


def _due(exercise: Exercise, example: Example) -> Any:
    """Return what the reference gives; raises ``ValueError`` where it does not do what the example demands."""
    done = observe(exercise, exercise.reference, example)
    if _raises(done, example.raises):
        return None
    if done.error is not None:
        raise done.error
    fault = f"returns where it has to raise {example.raises}" if example.raises else done.warning or done.called
    if fault:
        raise ValueError(f"{exercise.name}: for a public example the reference does what that forbids: {fault}")
    return done.observed


def outcome(exercise: Exercise, mistake: Mistake, example: Example, expected: Any) -> tuple[str, Any]:
    """Return what a mistake does in an example: kind and value.

    The kinds are ``right``, a wrong ``value``, what it ``raises``, a ``fault``, or that Python ``refused`` the call.
    """
    np.random.seed(0)  # for a mistake that draws from NumPy's own generator: every build says the same of it
    with np.errstate(all="ignore"), at_most(STEPS) if mistake.never_ends else nullcontext():
        done = observe(exercise, mistake.function, example)
    if isinstance(done.error, TooManySteps):
        return "fault", "never_ends"
    if _raises(done, example.raises):
        return "right", None
    if done.error is not None:
        return "refused" if done.refused else "raises", done.raised
    if isinstance(done.observed, Exception):  # it was returned, not raised: a value that no data can hold
        return "refused", None
    if example.raises or not done.is_function or mismatch(expected, done.observed, exercise.rtol, exercise.atol):
        return "value", done.observed
    if done.called or done.warning:
        return "fault", "called_often" if done.called else "warned"
    return "right", None


def _is_nothing(value: Any, example: Example) -> bool:
    """Whether an answer returned nothing, or nothing that a property can say something of: no mistake explains that."""
    if value is None:
        return not example.raises
    return bool(example.fulfils) and isinstance(value, list | tuple) and any(item is None for item in value)


def _raises(done: ExampleCall, demanded: str) -> bool:
    return not done.refused and demanded in (kind.__name__ for kind in type(done.error).__mro__)


def observe(exercise: Exercise, function: Callable[..., Any], example: Example) -> ExampleCall:
    """Call an implementation as the visible check does."""
    return call_example(
        function, here(copy.deepcopy(example.args)), here(copy.deepcopy(example.named)), then=here(example.then),
        fulfils=getattr(public.module(exercise.unit), example.fulfils) if example.fulfils else None,
        silent=example.silent, calls=example.calls,
    )  # fmt: skip


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
        if all(isinstance(key, str) for key in value):
            return {key: _plain(item) for key, item in value.items()}
        return {"$dict": [[_plain(key), _plain(item)] for key, item in value.items()]}
    return value
