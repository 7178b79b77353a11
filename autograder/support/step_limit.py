"""Stop a function of ours by the lines of Python that it runs, and by the size of what it holds.

Lines are counted, not seconds, so that the same function stops at the same place on any computer. Few lines can fill
the memory: a loop that puts what it has made into what it makes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import numpy as np

LARGE = 200_000  # elements of an array or a list, binary digits of a number


class TooManySteps(Exception):
    """The function was stopped."""


@contextmanager
def at_most(steps: int) -> Iterator[list[int]]:
    """Raise ``TooManySteps`` in the ``with`` block after so many lines, or where a variable has become too large.

    Gives a list whose one item is how many lines are left.
    """
    left = [steps]

    def trace(frame: FrameType, event: str, _arg: Any) -> Any:
        if event == "line":
            left[0] -= 1
            if left[0] < 0 or any(map(_is_large, frame.f_locals.values())):
                raise TooManySteps
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield left
    finally:
        sys.settrace(before)


def _is_large(value: Any) -> bool:
    if isinstance(value, float):
        return False
    if isinstance(value, int):
        return value.bit_length() > LARGE
    if isinstance(value, np.ndarray):
        return value.size > LARGE
    return isinstance(value, list | tuple | dict | set | str) and len(value) > LARGE
