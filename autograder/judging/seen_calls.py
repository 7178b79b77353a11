"""What an answer gave in its calls, beside what was due."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.exercise import Exercise, Mistake
from autograder.judging.judge import named, same_value
from autograder.judging.observe import Asked, Run, here
from autograder.sandbox import Ended, Fault, Raised, RemoteValue, TooSlow
from course.compare import mismatch

FEW = 6  # calls of both kinds that a rule about inputs must be seen in
PLAIN = (bool, int, float, str, list, tuple, dict, np.number, np.ndarray)  # what nobody takes for a function


@dataclass(frozen=True, eq=False)
class Seen:
    """One call of an answer: what it gave, or the name of the exception that it raised, and what was due.

    ``missing`` is the name that stands for nothing, of a ``NameError``.
    """

    asked: Asked
    got: Any
    due: Any
    raised: str = ""
    missing: str = ""
    mistaken: dict[str, Any] = field(default_factory=dict)  # what known mistakes give, as far as it was asked for

    def given_by(self, mistake: Mistake) -> Any:
        """Return what a misconception gives in this call, which is worked out once. Raises what that raises."""
        if mistake.name not in self.mistaken:
            try:
                self.mistaken[mistake.name] = ask(mistake.function, self.asked)
            except Exception as error:
                self.mistaken[mistake.name] = _Stopped(error)
        given = self.mistaken[mistake.name]
        if isinstance(given, _Stopped):
            raise given.error
        return given


@dataclass(frozen=True)
class _Stopped:
    """What a misconception raised in place of a value."""

    error: Exception


def seen_in(run: Run, due: Run) -> Iterator[Seen]:
    """Yield the calls of a probe that the reference was asked just the same."""
    for number, (asked, right) in enumerate(zip(run.asked, due.calls, strict=False)):
        if callable(right):
            continue
        if number < len(run.calls):
            yield Seen(asked, run.calls[number], right)
        elif run.failure.startswith("raised:"):
            yield Seen(asked, None, right, run.failure.removeprefix("raised:"), run.missing)


def ask_both(exercise: Exercise, asked: Asked, answer: Callable[..., Any]) -> Seen | None:
    """Ask the answer and the reference; None where one of them cannot be asked that."""
    try:
        due = ask(exercise.reference, asked)
    except Exception:  # the numbers were rounded, or it should raise
        return None
    try:
        return Seen(asked, ask(answer, asked), due)
    except Raised as error:
        return Seen(asked, None, due, error.kind, error.name)
    except (Fault, Ended, TooSlow):
        return None


def ask(function: Callable[..., Any], asked: Asked) -> Any:
    if asked.of is not None:
        function = ask(function, asked.of)
    if not callable(function):
        raise Fault("type")
    args, named = copy.deepcopy((asked.args, asked.named))
    if not isinstance(function, RemoteValue):  # that makes its random generators on its own side
        args, named = here(args), here(named)
    with np.errstate(all="ignore"):
        return function(*args, **named)


def how_it_fails(seen: Seen, exercise: Exercise) -> str:
    """Return the name of the diagnosis of one call that is wrong; nothing where it is right."""
    if seen.raised:
        return named(f"raised:{seen.raised}")
    if same_value(seen.got, seen.due, exercise):
        return ""
    try:
        return named(mismatch(seen.due, seen.got, exercise.rtol, exercise.atol) or "value")
    except TypeError:  # the reference gives something else than numbers
        return named("value")


def argument(seen: Seen, place: int, name: str) -> Any:
    args = seen.asked.args
    return args[place] if place < len(args) else seen.asked.named.get(name)


def is_numeric(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(isinstance(item, int | float) for item in value)
    return isinstance(value, int | float | np.number | np.ndarray) and not isinstance(value, bool)


def is_finite(value: Any) -> bool:
    """Whether a value holds no number that is inf or nan."""
    if isinstance(value, list | tuple):
        return all(map(is_finite, value))
    if isinstance(value, dict):
        return all(map(is_finite, value.values()))
    return not is_numeric(value) or bool(np.all(np.isfinite(value)))


def stands_in(value: Any, group: Any) -> bool:
    """Whether a number or a text is one of a group."""
    if not isinstance(value, int | float | str | np.number):
        return False
    return any(isinstance(each, int | float | str | np.number) and bool(each == value) for each in group)
