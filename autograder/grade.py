"""Grade one submission: run its cells in the sandbox, then judge every exercise.

A cell that kills its process is skipped when the rest is run again in a fresh one, so it costs its author
only what depends on it. Every wait has an end.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

from autograder.exercise import Exercise
from autograder.judge import judge, needs_review, zero
from autograder.pages import cell_outputs
from autograder.sandbox import Ended, Raised, RemoteValue, Sandbox, Session, TooSlow
from autograder.verdict import Verdict

MAX_RESTARTS = 3
MAX_SHOWN = 8 * 2**20  # characters of output of a whole notebook, pictures included
MODULE = re.compile(r"[a-z_][\w.]{0,49}", re.ASCII | re.IGNORECASE)  # a name that may stand on the page


@dataclass(frozen=True)
class Times:
    """How many seconds things may take."""

    cell: float = 20.0
    exercise: float = 5.0
    cells: float = 60.0  # all cells of one submission, every new start included
    submission: float = 180.0


@dataclass(frozen=True)
class Cell:
    """A code cell to run.

    ``answers``: exercises whose functions it defines; ``tests``: the exercise whose test cell it is.
    """

    id: str
    source: str
    answers: tuple[str, ...] = ()
    tests: str = ""


@dataclass
class Graded:
    """The verdicts by exercise, and what every cell showed, by cell id: checked text and pictures."""

    verdicts: dict[str, Verdict] = field(default_factory=dict)
    outputs: dict[str, list[NotebookNode]] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)  # cells that did not come to their end, and why


def grade(
    sandbox: Sandbox, cells: Sequence[Cell], exercises: Sequence[Exercise], seeds: dict[str, int], lang: str = "en",
    times: Times | None = None,
) -> Graded:  # fmt: skip
    """Return the verdict on every exercise of ``exercises``, in their order; ``seeds`` gives each one's seed.

    Raises ``NotContained`` when the sandbox cannot hold; nothing was decided then.
    """
    times = times or Times()
    graded = Graded()
    attempt = _Attempt(sandbox, cells, lang, times, graded)
    with attempt:
        for exercise in exercises:
            graded.verdicts[exercise.name] = attempt.judge(exercise, seeds[exercise.name])
    return graded


def seeds_of(exercises: Sequence[Exercise], key: str, unit: str, student: str) -> dict[str, int]:
    """Return a seed for each exercise: secret by the course's key, another for each student, the same in a regrade."""
    words = {exercise.name: "\0".join((key, unit, student, exercise.name)) for exercise in exercises}
    return {name: int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") for name, text in words.items()}


class _Attempt:
    """A session in which the cells have run, replaced by a fresh one whenever it dies."""

    def __init__(self, sandbox: Sandbox, cells: Sequence[Cell], lang: str, times: Times, graded: Graded) -> None:
        self._sandbox, self._cells, self._lang, self._times, self._graded = sandbox, cells, lang, times, graded
        self._stack = contextlib.ExitStack()
        self._session: Session | None = None
        self._deadline = time.monotonic() + times.submission
        self._cells_left = times.cells
        self._restarts = 0
        self._room = MAX_SHOWN
        self._found: dict[str, RemoteValue | None] = {}
        self._failed: dict[str, str] = {}  # exercises whose answer cell raised, and the cause

    def __enter__(self) -> _Attempt:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def judge(self, exercise: Exercise, seed: int) -> Verdict:
        session = self._ready()
        if session is None:
            return zero(exercise, "error", "stopped")
        for cell in self._cells:
            if exercise.name in (*cell.answers, cell.tests) and cell.id in self._graded.ended:
                return zero(exercise, "error", "ended:" + self._graded.ended[cell.id])
        if exercise.name not in self._found:
            if self._left() <= 0:
                return zero(exercise, "error", "stopped")
            return needs_review(exercise, "the notebook has no test cell for this exercise")
        answer = self._found[exercise.name]
        if answer is None and exercise.name in self._failed:
            return zero(exercise, "error", "cell_failed", self._failed[exercise.name])
        verdict = judge(exercise, answer, seed)
        if verdict.state == "not_attempted" and session.alive:
            # Perhaps they wrote it below the check: what the name stands for at the end counts too.
            with contextlib.suppress(Ended, TooSlow):
                below = session.keep(exercise.name, self._times.exercise)
                if below is not None and below.is_function:
                    verdict = judge(exercise, below, seed)
        return verdict

    def _ready(self) -> Session | None:
        """Return a session in which all cells have run, or None when the time or the new starts are used up."""
        while self._session is None or not self._session.alive:
            if self._restarts > MAX_RESTARTS or self._left() <= 0:
                return None
            self._restarts += 1
            self._stack.close()
            self._session = self._stack.enter_context(self._sandbox.session(self._lang))
            self._run_cells(self._session)
        return self._session if time.monotonic() <= self._deadline else None

    def _run_cells(self, session: Session) -> None:
        """Run the cells up to the end, to the one that ends the session, or to the end of their time."""
        self._found.clear()
        self._failed.clear()
        for cell in self._cells:
            if cell.id in self._graded.ended and self._graded.ended[cell.id] != "too_slow":
                continue  # it killed its process before
            if self._left() <= 0:
                return
            with self._timed() as seconds:
                try:
                    if cell.tests:
                        self._found[cell.tests] = session.keep(cell.tests, self._times.exercise)
                        continue
                    outputs, failed = session.run_cell(cell.source, seconds)
                    if failed and cell.answers:
                        self._failed.update(dict.fromkeys(cell.answers, _cause(session, self._times.exercise)))
                except TooSlow:
                    self._graded.ended[cell.id] = "too_slow"
                    outputs = []
                except Ended as end:
                    self._graded.ended[cell.id] = end.reason
                    return
                self._show(cell, outputs)

    def _show(self, cell: Cell, shown: list[Any]) -> None:
        """Keep what a cell showed, as long as there is room for it."""
        if cell.id not in self._graded.outputs and self._room:
            outputs = cell_outputs(shown)
            size = sum(len(str(output)) for output in outputs)
            self._graded.outputs[cell.id] = outputs if size <= self._room else []
            self._room -= min(size, self._room)

    @contextlib.contextmanager
    def _timed(self) -> Iterator[float]:
        start = time.monotonic()
        try:
            # Never more than half of what is left: a loop that does not end must not cost the answers below it.
            yield min(self._times.cell, self._left() / 2)
        finally:
            self._cells_left -= time.monotonic() - start

    def _left(self) -> float:
        """Return how many seconds cells may still take."""
        return min(self._cells_left, self._deadline - time.monotonic())


def _cause(session: Session, seconds: float) -> str:
    """Return why the last cell failed, as the name of a hint: the built-in exception, or the module that is missing."""
    try:
        module = session.request({"do": "cause"}, seconds).get("value")
    except Raised as error:
        return f"cell_failed:{error.kind}"
    named = isinstance(module, str) and MODULE.fullmatch(module)
    return f"no_module:{module}" if named else "cell_failed:ModuleNotFoundError"
