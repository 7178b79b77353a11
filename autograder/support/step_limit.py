"""Stop a function of ours by the lines of Python that it runs.

Lines are counted, not seconds, so that the same function stops at the same place on any computer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class TooManySteps(Exception):
    """The function was stopped."""


@contextmanager
def at_most(steps: int) -> Iterator[list[int]]:
    """Raise ``TooManySteps`` in the ``with`` block after so many lines; gives a list whose one item is what is left."""
    left = [steps]

    def trace(_frame: Any, event: str, _arg: Any) -> Any:
        left[0] -= event == "line"
        if left[0] < 0:
            raise TooManySteps
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield left
    finally:
        sys.settrace(before)
