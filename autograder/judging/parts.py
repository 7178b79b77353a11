"""Look at one part of what an answer returned, so that points go by what was asked.

A probe earns all or nothing. Where a task asks for several results, a probe for each observes that one only; then a
wrong result costs its own share.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judging.judge import array, number
from autograder.sandbox import Fault, Raised
from course.compare import mismatch


def part_of(value: Any, which: int, of: int) -> Any:
    """Return result number ``which`` of a tuple, list or array of ``of`` results.

    Anything else is returned as it is: it does not fit, unless it is this very result and came alone.
    """
    return value[which] if is_whole(value, of) else value


def is_whole(value: Any, of: int) -> bool:
    """Whether ``value`` is a tuple, list or array of ``of`` results."""
    several = isinstance(value, list | tuple) or (isinstance(value, np.ndarray) and value.ndim > 0)
    return several and len(value) == of


def entry(value: Any, key: str, of: int) -> Any:
    """Return the entry ``key`` of a dictionary of at most ``of`` entries; raise ``Fault`` where there is none."""
    if value is None:
        raise Fault("nothing")
    if not isinstance(value, dict):
        raise Fault("type")
    if key not in value or len(value) > of:
        raise Fault("shape")
    return value[key]


def elements(value: Any, where: np.ndarray) -> np.ndarray:
    """Return the elements of an array at which ``where`` is true; raise ``Fault`` if it has another shape.

    So a branch is seen in arrays where all branches are mixed, and the elements of the others do not count.
    """
    array(value, where.shape)
    return np.asarray(value)[where]


def varies(answer: Callable[..., Any], *calls: tuple[Any, ...]) -> bool:
    """Whether the calls do not all give the same: for branches whose right value is the same everywhere.

    A number or a text is compared; a call that raises or gives anything else differs from those that give one.
    """
    first, *others = (_given(answer, args) for args in calls)
    return any((first is None) != (other is None) or _unlike(first, other) for other in others)


def gives(answer: Callable[..., Any], args: tuple[Any, ...], value: Any) -> bool:
    """Whether a call gives this value; one that raises gives another.

    For what a branch must be told from, so that its points do not go by how the other branches are wrong.
    """
    try:
        return mismatch(value, answer(*args)) is None
    except Raised:
        return False


def shuffled(rng: np.random.Generator, cases: list[Any]) -> list[Any]:
    """Return cases in an order of chance: where one stands tells nothing about its answer."""
    return [cases[place] for place in rng.permutation(len(cases))]


def _given(answer: Callable[..., Any], args: tuple[Any, ...]) -> str | float | None:
    try:
        value = answer(*args)
        return value if isinstance(value, str) else number(value)
    except (Raised, Fault):
        return None


def _unlike(one: str | float | None, other: str | float | None) -> bool:
    return one is not None and mismatch(one, other) is not None
