"""The exercises' tests as plain asserts: what an instructor without a judge would write by hand.

Equivalent: the exercises, their points, the public examples with their expected values, and the values of the
reference for the inputs that our judge would draw with one fixed seed. Not equivalent: inputs that are functions drawn
at random cannot be written down, so three exercises are asked their public examples only; nobody is told why an answer
is wrong; the same inputs are used for everybody; and the tests run inside the learner's process, which could read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.exercise import Example, Exercise
from autograder.exercises import units
from autograder.judging.observe import run
from course import public

from .answers import UNIT

PLAIN = (bool, int, float, str, np.generic)


def asserts() -> dict[str, list[str]]:
    """Return for every exercise of the unit its tests, line by line; they need what ``prelude`` imports."""
    return {name: list(_lines(exercise)) for name, exercise in units()[UNIT].items()}


def prelude() -> str:
    """Return the imports of all the tests: numpy, and the public functions that the examples name."""
    examples = [example for exercise in units()[UNIT].values() for example in exercise.examples]
    names = {value.__name__ for example in examples for value in example.args if callable(value)}
    names |= {example.fulfils for example in examples if example.fulfils}
    return f"import numpy as np\nfrom {public.module(UNIT).__name__} import {', '.join(sorted(names))}\n"


def _lines(exercise: Exercise) -> Iterator[str]:
    for example in exercise.examples:
        yield from _of_example(exercise, example)
    if not any(example.fulfils for example in exercise.examples):  # else there are many right answers
        for args, value in _fixed(exercise):
            yield from _compared(f"{exercise.name}({', '.join(map(_written, args))})", value, exercise)


def _of_example(exercise: Exercise, example: Example) -> Iterator[str]:
    args = ", ".join(map(_written, example.args))
    call = f"{exercise.name}({args})"
    if example.fulfils:
        yield f"assert all({example.fulfils}({args}, {call}))"
    else:
        yield from _compared(call, exercise.reference(*example.args), exercise)


def _compared(call: str, value: Any, exercise: Exercise) -> Iterator[str]:
    """Yield asserts that a call gives a value, or as good a one."""
    if isinstance(value, str | bool):
        yield f"assert {call} == {value!r}"
    elif isinstance(value, tuple):
        yield f"result = {call}"
        for number, item in enumerate(value):
            yield from _compared(f"result[{number}]", item, exercise)
    else:
        close = f"rtol={exercise.rtol}, atol={exercise.atol}"
        yield f"np.testing.assert_allclose({call}, {_written(value)}, {close})"


def _fixed(exercise: Exercise) -> list[tuple[tuple[Any, ...], Any]]:
    """Return arguments and values of the calls that the judge makes with the seed 0, where they can be written down."""
    calls: list[tuple[tuple[Any, ...], Any]] = []

    def noted(*args: Any) -> Any:
        value = exercise.reference(*args)
        if all(isinstance(arg, (*PLAIN, np.ndarray)) for arg in args):
            calls.append((args, value))
        return value

    for number, probe in enumerate(exercise.probes):
        run(probe, noted, 0, number)
    return calls


def _written(value: Any) -> str:
    """Return a value as source."""
    if callable(value):
        return value.__name__
    if isinstance(value, np.ndarray):
        return f"np.array({_written(value.tolist())})"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, np.generic):
        return _written(value.item())
    return repr(value) if not isinstance(value, float) or np.isfinite(value) else f"float({str(value)!r})"
