"""What the values tell that two versions of an answer give."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.judging.judge import not_round
from autograder.judging.observe import Asked
from autograder.judging.seen_calls import stands_in
from course.difference import parts_of

SMALL = 9  # whole numbers up to which are often hit by chance
PLAIN_FACTORS = (1.0, 2.0, 0.5, 4.0, 0.25)


def is_chosen(value: Any, asked: Asked) -> bool:
    """Whether a value is one of those in an argument."""
    given = (*asked.args, *asked.named.values())
    lists = (each.ravel() if isinstance(each, np.ndarray) else each for each in given)
    return any(stands_in(value, each) for each in lists if isinstance(each, list | tuple | np.ndarray))


def parts_beside(*values: Any) -> list[tuple[Any, ...]]:
    """Return the parts of results side by side, entries of dictionaries or of tuples; else the results themselves."""
    parts = [parts_of(each) for each in values]
    first = parts[0]
    if not first or any(each is None or each.keys() != first.keys() for each in parts):
        return [values]
    return [tuple(each[key] for each in parts if each) for key in first]


def is_telling(value: Any) -> bool:
    """Whether a value is one that different slips hardly share: no small whole number, truth value or text."""
    if not_round(value):
        return True
    values = parts_of(value)
    if values is not None:
        return any(map(is_telling, values.values()))
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.number | np.ndarray):
        return False
    return np.asarray(value).dtype.kind in "iuf" and bool(np.any(np.abs(value) > SMALL))


def in_proportion(got: Any, right: Any) -> bool:
    """Whether numbers are a plain multiple of the right ones."""
    kinds = int, float, np.number, np.ndarray
    if not isinstance(got, kinds) or not isinstance(right, kinds) or np.shape(got) != np.shape(right):
        return False
    one, other = np.asarray(got), np.asarray(right)
    if one.dtype.kind not in "iuf" or other.dtype.kind not in "iuf" or not np.any(other):
        return False
    largest = np.argmax(np.abs(other))
    with np.errstate(all="ignore"):
        factor = one.ravel()[largest] / other.ravel()[largest]
        return bool(np.isclose(abs(factor), PLAIN_FACTORS).any() and np.allclose(one, factor * other))
