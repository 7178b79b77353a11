"""What a function depends on, and whether a computation goes in circles: both read off Python's own objects.

It runs in the learner's process, so what it says is a help to its author and no evidence.
"""

from __future__ import annotations

import builtins
import signal
import sys
import threading
import types
from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any

CELLS = "<ipython-input"  # how the names begin that the code of cells has instead of a file's
EVERY = 0.02  # seconds of processor time between two looks at a computation
MOST_LOOKS = 5000
MOST_VALUES = 2000  # of the variables of one look
CIRCLE = 3  # the same state so many times
FIXED = (int, float, complex, str, bytes, bool, type(None), range, type, types.ModuleType, types.BuiltinFunctionType)


def names_used(value: Any, space: dict[str, Any], *, strict: bool = True) -> set[str] | None:
    """Return the global names that a function or a class of ``space`` uses, also through other functions there.

    None where that cannot be said: for an object of another kind and, if ``strict``, for a function that uses one that
    could have been changed in place.
    """
    names: set[str] = set()
    waiting, seen = [value], {id(value)}
    while waiting:
        codes = list(code_objects(waiting.pop()))
        if not codes:
            return None
        for name in {name for code in codes for name in code.co_names} - names:
            names.add(name)
            found = space.get(name)
            if isinstance(found, types.FunctionType) or _is_their_class(found):
                if id(found) not in seen:
                    seen.add(id(found))
                    waiting.append(found)
            elif strict and not isinstance(found, FIXED) and type(found).__module__ != "numpy":
                return None
    return names


def _is_their_class(value: Any) -> bool:
    return isinstance(value, type) and value.__module__ == "__main__"


def code_objects(value: Any) -> Iterator[types.CodeType]:
    """Yield the code of a function, with the functions inside it, or of all methods of a class."""
    waiting: list[Any] = list(vars(value).values()) if isinstance(value, type) else [value]
    while waiting:
        item = waiting.pop()
        code = item if isinstance(item, types.CodeType) else getattr(item, "__code__", None)
        if isinstance(code, types.CodeType):
            yield code
            waiting += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
            cells = getattr(item, "__closure__", None) or ()
            waiting += [cell.cell_contents for cell in cells if isinstance(cell.cell_contents, types.FunctionType)]


def bindings(space: dict[str, Any]) -> dict[str, int]:
    """Return what every name of ``space`` stands for now, Python's own names among them."""
    return {name: id(value) for name, value in {**vars(builtins), **space}.items()}


class Circles:
    """Looks at a computation now and then while the ``with`` block runs: is it where it has been before?

    The state is the place in the code and the variables of the learner's functions. A computation that comes to the
    same state again and again never ends, unless something that cannot be seen here (an iterator, say) moves on.
    """

    def __enter__(self) -> Circles:
        self._states: Counter[Hashable] = Counter()
        self._looks = 0
        self._works = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
        if self._works:
            self._before = signal.signal(signal.SIGVTALRM, self._look)
            signal.setitimer(signal.ITIMER_VIRTUAL, EVERY, EVERY)
        return self

    def __exit__(self, *_: object) -> None:
        if self._works:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, self._before)

    @property
    def found(self) -> bool:
        """Whether one state came again and again."""
        return any(times >= CIRCLE for times in self._states.values())

    def _look(self, _number: int, frame: types.FrameType | None) -> None:
        self._looks += 1
        if self._looks > MOST_LOOKS:
            return
        state: list[Hashable] = []
        room = [MOST_VALUES]
        # In a library's function nothing is seen of what goes on: then the learner's part stands still, and rightly so.
        while frame is not None and frame.f_code.co_filename.startswith(CELLS):
            values = {name: _frozen(value, room) for name, value in frame.f_locals.items()}
            if None in values.values():
                return
            state.append((id(frame.f_code), frame.f_lasti, tuple(values.items())))
            frame = frame.f_back
        if state:
            self._states[hash(tuple(state))] += 1


def _frozen(value: Any, room: list[int]) -> Hashable:
    """Return a value so that it can be compared with a later one; None for what changes out of sight."""
    room[0] -= 1
    if room[0] < 0:
        return None
    if type(value) in FIXED or isinstance(value, type | types.ModuleType | types.BuiltinFunctionType):
        return (type(value).__name__, value)
    if isinstance(value, types.FunctionType):
        return ("function", id(value))
    if type(value) in (list, tuple):
        items = tuple(_frozen(item, room) for item in value)
        return None if None in items else (type(value).__name__, items)
    numpy = sys.modules.get("numpy")
    if numpy and isinstance(value, numpy.ndarray | numpy.number) and value.dtype.kind in "biufc":
        room[0] -= value.size
        return ("array", value.shape, value.tobytes()) if room[0] >= 0 else None
    return None
