"""What learner code may ask of functions of ours: so much at once, and so much in all."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np

from autograder.support.step_limit import TooManySteps, at_most
from autograder.worker import codec

MAX_REPEATS = 10_000  # the largest integer that comes with a text or a list
MAX_ARGUMENTS = 2_000_000  # numbers that learner code may hand to a function of ours at once
MAX_STAND_IN_CALLS = 2000
MAX_STAND_IN_STEPS = 1_000_000  # lines of Python, each as often as it would be with ten numbers


class StandIn:
    """A right version of an exercise, for learner code of a later one to call. Raises ``TypeError`` for too much.

    All its calls together may run so many lines of Python. One that works on large arrays counts for many, so what is
    computed and kept stays bounded, whatever the arguments are.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function, self._left, self._steps = function, MAX_STAND_IN_CALLS, float(MAX_STAND_IN_STEPS)
        self.__signature__ = inspect.signature(function)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        values = [*args, *kwargs.values()]
        self._left -= 1
        weight = 1 + sum(_size(value) for value in values if not callable(value)) // 10
        steps = int(self._steps / weight)
        if self._left < 0 or steps < 1 or _largest(_parts(values)) > MAX_REPEATS:
            raise TypeError("too much is asked of it")
        try:
            with at_most(steps) as left:
                return self._function(*args, **kwargs)
        except TooManySteps:
            raise TypeError("too much is asked of it") from None
        finally:
            self._steps -= (steps - left[0]) * weight


@lru_cache(maxsize=100)
def _signature(function: Callable[..., Any]) -> inspect.Signature | None:
    """Return what a function takes; None if Python does not know, as of a ufunc of numpy."""
    try:
        return inspect.signature(function)
    except ValueError:
        return None


def check_call(function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> None:
    """Raise ``TypeError`` unless a learner may call ``function`` like this.

    A parameter with a default is our own business (``lambda w, scale=scale: …``), but for a function that learners have
    before them, in ``course.public``. The arguments are numbers, short
    texts, or so few of them that no function of ours makes much of them. A text or a list times an integer is that
    long, so they do not come together with a large one.
    """
    signature = _signature(function)
    if signature is None:
        if kwargs or len(args) != getattr(function, "nin", 1):
            raise TypeError("wrong number of arguments")
    else:
        for name in signature.bind(*args, **kwargs).arguments:
            if signature.parameters[name].default is not inspect.Parameter.empty and not _is_known(function):
                raise TypeError("too many arguments")
    values = [*args, *kwargs.values()]
    if isinstance(function, StandIn):  # it takes functions of ours too
        values = [value for value in values if not callable(value)]
    if math.prod(max(_size(value), 1) for value in values) > MAX_ARGUMENTS:
        raise TypeError("too large an argument")
    parts = [part for value in values for part in _parts(value)]
    largest = _largest(parts)
    repeatable = sum(isinstance(part, str | list | tuple) for part in parts)
    if len(values) == 1 and isinstance(values[0], list | tuple):
        repeatable -= 1  # a list of weights, with nothing beside it
    if largest >= 2**63 or (repeatable and largest > MAX_REPEATS):
        raise TypeError("too large a number")


def _is_known(function: Callable[..., Any]) -> bool:
    """Whether learners know all parameters of a function: it is published, or stands in for their own."""
    return isinstance(function, StandIn) or str(getattr(function, "__module__", "")).startswith("course.public.")


def _parts(value: Any) -> Iterator[Any]:
    """Yield a value and all that lies in it; an array is one value."""
    yield value
    if isinstance(value, list | tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _parts(item)


def _largest(parts: Iterable[Any]) -> int:
    """Return the size of the largest integer among them, 0 if there is none."""
    return max((abs(int(part)) for part in parts if isinstance(part, int | np.integer)), default=0)


def _size(value: Any) -> int:
    """Return how many numbers an argument holds. Raises ``TypeError`` for what no function of ours takes."""
    if isinstance(value, np.ndarray):
        return codec.extent(value)
    if isinstance(value, list | tuple):
        if all(isinstance(item, int | float | complex) or getattr(item, "shape", None) == () for item in value):
            return len(value)
        shapes = {item.shape for item in value if isinstance(item, np.ndarray)}
        if len(shapes) > 1:  # a column and a row would be broadcast to a table
            return MAX_ARGUMENTS + 1
        return sum(map(_size, value))
    if isinstance(value, dict):
        return sum(map(_size, value.values()))
    if isinstance(value, str) and len(value) > 100:
        raise TypeError("too long a text")
    if value is None or isinstance(value, str | int | float | complex | np.number):
        return 1
    raise TypeError("a function of ours takes numbers, arrays and texts")
