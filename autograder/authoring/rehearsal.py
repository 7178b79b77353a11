"""What would fail as soon as an exercise is judged, told beforehand: each fault with its file and line."""

from __future__ import annotations

import builtins
import dis
import linecache
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from autograder.authoring.headers import LessonError
from autograder.worker.state import code_objects

if TYPE_CHECKING:
    from autograder.exercise import Exercise

EXERCISES = Path(__file__).parents[1] / "exercises"
GIVEN = {"np", "math", *dir(builtins)}  # what an answer may use that stands alone
MEANT = "noqa: F821"  # as ruff wants it, for a misconception that is a name used too early


def rehearse(exercise: Exercise, root: Path) -> None:
    """Let the reference go through all probes of its exercise, and look whether its answers are complete.

    Raises ``LessonError`` with a line for each fault, ``autograder/exercises/u04_x/loss.py:12: NameError: …``.
    """
    import numpy as np  # here, because commands that rehearse nothing need faults_told

    from autograder.judging.observe import Observer, Run

    answers = (exercise.reference, *exercise.alternatives, *(mistake.function for mistake in exercise.mistakes))
    faults = [
        f"{_shown(Path(code.co_filename), root)}:{line}: {answer.__name__} does not know {name!r}: an answer stands "
        "alone, only np and math are given"
        for answer in answers
        for code, line, name in _unknown(answer, {*GIVEN, answer.__name__, exercise.name})
    ]
    if faults:
        raise LessonError("\n".join(dict.fromkeys(faults)))
    for number, probe in enumerate(exercise.probes):
        with faults_told(root), np.errstate(all="ignore"):
            probe.observe(Observer(exercise.reference, Run()), np.random.default_rng([0, number]))


@contextmanager
def faults_told(root: Path) -> Iterator[None]:
    """Raise a ``LessonError`` for an exception that a line of an exercise's file has caused; others pass."""
    try:
        yield
    except LessonError:
        raise
    except Exception as error:
        cause = error.__cause__ or error  # a probe hears of an answer's exception by another one
        place = _place(cause) or _place(error)
        if place is None:
            raise
        words = cause.msg if isinstance(cause, SyntaxError) else str(cause)
        raise LessonError(f"{_shown(place[0], root)}:{place[1]}: {type(cause).__name__}: {words}") from error


def _place(error: BaseException) -> tuple[Path, int] | None:
    """Return file and line of the last step that was taken in the file of an exercise, or that Python cannot read."""
    steps = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        steps.append((error.filename or "", error.lineno))
    ours = [(Path(name), line) for name, line in steps if line and Path(name).parent.parent == EXERCISES]
    return ours[-1] if ours else None


def _unknown(answer: Callable[..., Any], known: set[str]) -> Iterator[tuple[CodeType, int, str]]:
    """Yield code, line and name of every use of a name that nobody defines."""
    for code in _codes(answer):
        for step in dis.get_instructions(code):
            if step.opname == "LOAD_GLOBAL" and step.argval not in known:
                line = (step.positions and step.positions.lineno) or code.co_firstlineno
                if MEANT not in linecache.getline(code.co_filename, line):
                    yield code, line, step.argval


def _codes(answer: Any) -> Iterator[CodeType]:
    """Yield the code of a function, or of the methods and properties of a class, and of all that is defined inside."""
    for part in vars(answer).values() if isinstance(answer, type) else (answer,):
        yield from code_objects(getattr(part, "fget", part))


def _shown(path: Path, root: Path) -> Path:
    return path.relative_to(root) if path.is_relative_to(root) else path
