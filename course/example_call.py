"""Call an answer as one public example does, and observe all that the task may ask of the call."""

from __future__ import annotations

import copy
import functools
import inspect
import io
import re
import sys
import sysconfig
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from course.language import text
from course.time_limit import TimeUp, within

SECONDS = 10.0  # that the calls of one example may use
PRINTED = 20_000  # characters that an answer may print meanwhile: a browser cannot show what an endless loop prints


@dataclass(frozen=True)
class ExampleCall:
    """What came of the call.

    ``result`` is what the answer returned, ``observed`` what is compared: the result, what the returned function gave
    for each of its calls, or what the property says. Where there is none, ``error`` says why, or ``ended`` is False.
    """

    result: Any = None
    observed: Any = None
    error: Exception | None = None
    ended: bool = True
    seconds: float = 0.0  # after which it was stopped
    refused: bool = False  # Python refused the call itself
    line: tuple[int, str] | None = None  # where in the learner's code the error arose
    asked: int = -1  # the call of the returned function that did not come to a value, -1 if that is the answer's own
    is_function: bool = True  # whether the result can be called, where that is due
    changed: bool = False  # an argument was changed in place
    unused: bool = False  # no random number was drawn from a generator that was passed in
    warning: str = ""  # the first one, where silence is asked
    called: tuple[str, int] | None = None  # a function argument that was called too often, and how often

    @property
    def raised(self) -> str:
        """Type and message of the error without names and numbers, which differ between answers with one mistake."""
        message = re.sub(r"'[^']*'|\d+|\w+(?=\(\))", "…", str(self.error))
        return f"{type(self.error).__name__}: {message}"


def call_example(
    answer: Callable[..., Any], args: Sequence[Any], named: Mapping[str, Any], *,
    then: Sequence[Sequence[Any]] = (), fulfils: Callable[..., Any] | None = None,
    silent: bool = False, calls: Mapping[str, int] | None = None,
) -> ExampleCall:  # fmt: skip
    """Call ``answer`` with copies of its arguments and return what came of it.

    ``then``: arguments for the calls of a returned function; ``fulfils``: the property that is observed instead of the
    result; ``silent``: notice warnings; ``calls``: how often a function argument of this name may be called.
    What interrupts a learner's own calls (``KeyboardInterrupt``, ``SystemExit``) is raised here too.
    """
    counts: Counter[str] = Counter()
    given, given_by_name = copy.deepcopy((list(args), dict(named)))
    counted = [_counted(value, calls or {}, counts) for value in given]
    counted_by_name = {name: _counted(value, calls or {}, counts) for name, value in given_by_name.items()}
    seen: list[Any] = []  # the result, then those of its calls: known also where a later one fails
    warned: list[str] = []

    def whole() -> Any:
        with _noticed(warned) if silent else nullcontext():
            seen.append(ask(answer, *counted, **counted_by_name))
            for more in then if callable(seen[0]) else ():
                seen.append(ask(seen[0], *copy.deepcopy(more)))
        if then:
            return seen[1:] if callable(seen[0]) else seen[0]
        return fulfils(*args, seen[0], **named) if fulfils else seen[0]

    try:
        with redirect_stdout(_Brief(sys.stdout)):
            observed = within(SECONDS, whole, _say_stuck)
    except TimeUp:
        return ExampleCall(seconds=SECONDS, ended=False, asked=len(seen) - 1)
    except Exception as error:
        function = seen[0] if seen else answer
        return ExampleCall(error=error, refused=_refused(error, function), line=_line(error), asked=len(seen) - 1)
    before, after = [*args, *named.values()], [*given, *given_by_name.values()]
    return ExampleCall(
        seen[0], observed,
        is_function=not then or callable(seen[0]),
        changed=any(map(_changed, before, after)),
        unused=any(map(_unused, before, after)),
        warning=next(iter(warned), ""),
        called=next(((name, count) for name, count in counts.items() if count > (calls or {})[name]), None),
    )  # fmt: skip


def ask(answer: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
    return answer(*args, **named)


def _counted(value: Any, calls: Mapping[str, int], counts: Counter[str]) -> Any:
    """Return a function argument that counts its calls, if they are limited; all else as it is."""
    name = getattr(value, "__name__", "")
    if name not in calls or not callable(value):
        return value

    @functools.wraps(value)
    def count(*args: Any, **named: Any) -> Any:
        counts[name] += 1
        return value(*args, **named)

    return count


@contextmanager
def _noticed(warned: list[str]) -> Iterator[None]:
    """Write down the warnings that are given meanwhile, also those that were switched off or given before."""
    import numpy as np

    with np.errstate(all="warn", under="ignore"), warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        finally:
            warned += [str(warning.message) for warning in caught]


class _Brief(io.TextIOBase):
    """Passes on what is printed, up to a length."""

    def __init__(self, out: TextIO) -> None:
        self._out, self._left = out, PRINTED

    def write(self, words: str) -> int:
        if self._left > 0:
            self._out.write(words[: self._left] + ("" if len(words) <= self._left else "…\n"))
            self._left -= len(words)
        return len(words)

    def flush(self) -> None:
        self._out.flush()


def _say_stuck() -> None:
    print(text("check.visible.stuck"), file=sys.stderr, flush=True)


def _refused(error: Exception, function: Any) -> bool:
    """Whether Python refused a call because of its arguments, so that no line of the function ran."""
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    ours = last is not None and last.tb_frame.f_code is ask.__code__
    return isinstance(error, TypeError) and ours and (inspect.isfunction(function) or inspect.isclass(function))


def _line(error: Exception) -> tuple[int, str] | None:
    """Return number and text of the last line that ran of code which is in no library."""
    libraries = tuple({sysconfig.get_path(name) for name in ("stdlib", "platlib", "purelib")})
    course = str(Path(__file__).parent)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.lineno and frame.line and not frame.filename.startswith((*libraries, course, "<frozen", "<__array")):
            return frame.lineno, frame.line
    return None


def _changed(old: Any, new: Any) -> bool:
    """Whether an argument was changed in place."""
    import numpy as np

    if isinstance(old, list | tuple):
        return not isinstance(new, list | tuple) or len(old) != len(new) or any(map(_changed, old, new))
    if isinstance(old, np.ndarray):
        return not np.array_equal(old, new, equal_nan=old.dtype.kind == "f")
    return isinstance(old, int | float | str) and old != new and old == old


def _unused(old: Any, new: Any) -> bool:
    """Whether an argument is a random generator that nothing was drawn from, not even another generator."""
    import numpy as np

    if not isinstance(old, np.random.Generator):
        return False
    before, after = old.bit_generator, new.bit_generator
    children = [getattr(bits.seed_seq, "n_children_spawned", 0) for bits in (before, after)]
    return before.state == after.state and children[0] == children[1]
