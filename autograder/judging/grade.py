"""Grade one submission: run its cells in the sandbox, then judge every exercise.

A cell that kills its process is skipped when the rest is run again in a fresh one, so it costs its author
only what depends on it. Every wait has an end.

What a page shows beside the verdicts (outputs, causes, endings) comes from before the first hidden question was asked.
Code that was asked can leave notes for what runs after it: in files, in what the kernel remembers of shared files.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy.ma
import numpy.random  # noqa: F401  (numpy loads both late)

from autograder.exercise import SECONDS, Exercise
from autograder.exercises import exercises as all_exercises
from autograder.judging.explain import explain
from autograder.judging.judge import generic_hint, needs_review, zero
from autograder.judging.looks import Looks
from autograder.judging.needs import needs_models
from autograder.judging.observe import run
from autograder.judging.outputs import cell_outputs
from autograder.judging.verdict import Verdict
from autograder.sandbox import Ended, Fork, NotContained, Raised, RemoteValue, Sandbox, Session, TooSlow, Undecided
from autograder.sandbox.clock import PATIENCE
from autograder.sandbox.watchdog import Stuck, watched
from course.findings import hint_words
from course.language import LANGUAGES
from course.letters import describe, odd_characters

if TYPE_CHECKING:
    from nbformat import NotebookNode

log = logging.getLogger(__name__)

MAX_RESTARTS = 3
MAX_SHOWN = 8 * 2**20  # characters of output of a whole notebook, pictures included
LEFT_OUT = "[…]"  # what stands for outputs that find no room
NO_TEXT = "\ufffd"  # stands for bytes that are no text: not a slip of a key
# Modules whose names may stand on a page when they are missing: any other name could be a message.
PACKAGES = sys.stdlib_module_names | {
    "autograd", "bokeh", "catboost", "cupy", "cv2", "cvxpy", "dask", "equinox", "google", "google.colab", "gym", "jax",
    "keras", "lightgbm", "mlxtend", "mpl_toolkits", "networkx", "nltk", "numba", "openpyxl", "optax", "optuna",
    "pandas", "PIL", "plotly", "polars", "pylab", "pytest", "requests", "scipy", "seaborn", "skimage", "statsmodels",
    "sympy", "tabulate", "tensorflow", "theano", "torch", "torchvision", "tqdm", "transformers", "xarray", "xgboost",
}  # fmt: skip


# Diagnoses that say how an answer fails, not what is wrong with it.
UNEXPLAINED = (
    "wrong_value", "wrong_shape", "wrong_type", "wrong_finite", "wrong_nothing", "raised", "too_slow", "never_ends",
    "changed_argument",
)  # fmt: skip


@dataclass(frozen=True)
class Times:
    """How many seconds learner code may use: processor time, and waiting of its own.

    By the wall clock, everything may take ``PATIENCE`` times as long.
    """

    cell: float = 20.0
    exercise: float = SECONDS  # where an exercise has another limit than the usual one, that changes in proportion
    cells: float = 60.0  # all cells of one submission, every new start included
    submission: float = 180.0
    # For the smallest change that makes one wrong answer right; 0: wrong answers are not explained. How far is searched
    # is counted (versions.MAX_EXCHANGES) and takes 1 to 2 s; three times that is for a busy computer and slow answers.
    repair: float = 6.0


@dataclass(frozen=True)
class Cell:
    """A code cell to run.

    ``answers``: exercises whose functions it defines; ``tests``: the exercise whose test cell it is. ``setup``: a
    statement that fails does not stop those after it. ``stub``: it is as it was handed out, so what it defines gives
    way to what is defined already.
    """

    id: str
    source: str
    answers: tuple[str, ...] = ()
    tests: str = ""
    setup: bool = False
    stub: bool = False


@dataclass
class Graded:
    """The verdicts by exercise, and what every cell showed, by cell id: checked text and pictures."""

    verdicts: dict[str, Verdict] = field(default_factory=dict)
    outputs: dict[str, list[NotebookNode]] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)  # cells that did not come to their end, and why
    undecided: tuple[str, ...] = ()  # exercises that the computer was too busy to judge: review, or judge again


def grade(
    sandbox: Sandbox, cells: Sequence[Cell], exercises: Sequence[Exercise], seeds: dict[str, int], lang: str = "en",
    times: Times | None = None, known: Mapping[str, Verdict] | None = None,
) -> Graded:  # fmt: skip
    """Return the verdict on every exercise of ``exercises``, in their order; ``seeds`` gives each one's seed.

    ``known`` are verdicts on other exercises of the notebook. Raises ``NotContained`` when the sandbox cannot hold;
    nothing was decided then.
    """
    times = times or Times()
    graded = Graded()
    for exercise in exercises:
        _rehearse(exercise.name)
    models = needs_models(exercises)
    with watched(), _Attempt(sandbox, cells, lang, times, graded, dict(known or {}), models) as attempt:
        for exercise in exercises:
            try:
                verdict = attempt.judge(exercise, seeds[exercise.name])
            except Stuck:
                attempt.start_anew()
                verdict = needs_review(exercise, "the judge hung")
                graded.undecided += (exercise.name,)
            except Undecided as why:
                verdict = replace(needs_review(exercise, f"too busy a computer: {why}"), hint=generic_hint("busy"))
                graded.undecided += (exercise.name,)
            except NotContained:
                raise
            except Exception as error:
                log.exception("the grader failed on %s", exercise.name)
                attempt.start_anew()
                verdict = needs_review(exercise, f"{type(error).__name__}: {error}")
            graded.verdicts[exercise.name] = verdict
    if times.repair:
        try:
            graded.verdicts |= _explained(sandbox, cells, exercises, graded.verdicts, seeds, lang, times)
        except Stuck:  # or the computer slept; the points are given already
            log.warning("looking for explanations hung, so wrong answers stay unexplained")
    return graded


def _explained(
    sandbox: Sandbox, cells: Sequence[Cell], exercises: Sequence[Exercise], verdicts: dict[str, Verdict],
    seeds: dict[str, int], lang: str, times: Times,
) -> dict[str, Verdict]:  # fmt: skip
    """Look for the smallest change of each wrong answer that no misconception explains, or not as a whole."""
    wrong = {
        exercise.name: verdicts[exercise.name] for exercise in exercises
        if verdicts[exercise.name].state in ("wrong", "partial", "error")
        and (verdicts[exercise.name].diagnosis.partition(":")[0] in UNEXPLAINED or verdicts[exercise.name].is_partly)
    }  # fmt: skip
    if not wrong:
        return {}
    others = {name for cell in cells for name in (*cell.answers, cell.tests) if name}
    with watched():
        return explain(sandbox, cells, wrong, seeds, others, lang, times)


@cache
def _rehearse(name: str) -> None:
    """Let the reference answer its probes once, so that all it needs is loaded before learner code lives.

    The judge opens no file while a session lives: who could keep a file from being opened could keep the judge waiting.
    """
    exercise = all_exercises().get(name)
    if exercise is not None:
        for number, probe in enumerate(exercise.probes):
            run(probe, exercise.reference, 0, number)


def seeds_of(exercises: Sequence[Exercise], key: str, unit: str, student: str, sha256: str) -> dict[str, int]:
    """Return a seed for each exercise: secret by the course's key, another for each student and each work.

    ``sha256`` is that of the learner's sources, so the same work has the same seeds in a regrade. Whatever somebody
    finds out of what one work was asked is of no use for the next one.
    """
    words = {exercise.name: "\0".join((key, unit, student, sha256, exercise.name)) for exercise in exercises}
    return {name: int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") for name, text in words.items()}


class _Attempt:
    """A session in which the cells have run, replaced by a fresh one whenever it dies.

    At each test cell a copy of its process stays behind: the world in which the learner's own check ran.
    """

    def __init__(
        self, sandbox: Sandbox, cells: Sequence[Cell], lang: str, times: Times, graded: Graded,
        known: dict[str, Verdict], models: bool,
    ) -> None:  # fmt: skip
        self._sandbox, self._cells, self._lang, self._times, self._graded = sandbox, cells, lang, times, graded
        self._known, self._models = known, models
        self._stack = contextlib.ExitStack()
        self._session: Session | None = None
        self._fence = time.monotonic() + times.submission * PATIENCE
        self._cells_left = times.cells
        self._submission_left = times.submission
        self._restarts = 0
        self._room = MAX_SHOWN
        self._worlds: dict[str, Fork | None] = {}
        self._kept: dict[str, RemoteValue | None] = {}  # what an exercise's name stood for at its test cell
        self._busy = False
        self._asked = False  # whether learner code may know anything of the hidden tests
        self._ended: dict[str, str] = {}  # cells that did not come to their end, and why, in any session
        self._failed: dict[str, str] = {}  # exercises whose answer cell raised, and the cause

    def __enter__(self) -> _Attempt:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def start_anew(self) -> None:
        """Let go of the session, whatever it is doing: the next exercise gets a fresh one."""
        self._stack.close()
        self._session = None

    def judge(self, exercise: Exercise, seed: int) -> Verdict:
        """Return the verdict on one exercise. Raises ``Undecided``."""
        if self._busy:
            raise Undecided("its cells could not be run")
        try:
            session = self._ready()
        except Undecided:
            self._busy = True
            raise
        if session is None:
            return zero(exercise, "error", "stopped")
        for cell in self._cells:
            if exercise.name in (*cell.answers, cell.tests) and cell.id in self._ended:
                known = cell.id in self._graded.ended
                return zero(exercise, "error", "ended:" + self._graded.ended[cell.id] if known else "stopped")
        if exercise.name not in self._worlds:
            if self._left() <= 0:
                return zero(exercise, "error", "stopped")
            return needs_review(exercise, "the notebook has no test cell for this exercise")
        verdicts = {**self._known, **self._graded.verdicts}
        self._asked = True
        looks = Looks(exercise, seed, self._cells, self._seconds(exercise), verdicts, self._kept, self._lang, session)
        called = looks.called(self._worlds[exercise.name])
        if called is None and not session.alive:  # another copy has ended this one, and all the rest
            self._submission_left -= looks.spent
            return self.judge(exercise, seed)
        verdict = looks.best(self._worlds.pop(exercise.name), called)
        self._submission_left -= looks.spent
        cause = self._failed.get(exercise.name)
        if cause and verdict.score == 0 and verdict.diagnosis in ("missing", "raised:NameError"):
            verdict = zero(exercise, "error", "cell_failed", cause)
        return self._with_odd_letters(exercise, verdict)

    def _with_odd_letters(self, exercise: Exercise, verdict: Verdict) -> Verdict:
        """Name a character that only looks right, where that may be all that is wrong."""
        if verdict.diagnosis not in ("missing", "cell_failed", "wrong_value", "raised:NameError"):
            return verdict
        sources = [cell.source for cell in self._cells if exercise.name in cell.answers]
        odd = [each for source in sources for each in odd_characters(source, [exercise.name])]
        odd = [each for each in odd if each.character != NO_TEXT]
        if not odd:
            return verdict
        hint = {lang: hint_words("look_alike", lang, describe(odd[0], lang)) for lang in LANGUAGES}
        return replace(verdict, diagnosis="look_alike", hint=hint)

    def _seconds(self, exercise: Exercise) -> float:
        return exercise.seconds * self._times.exercise / SECONDS

    def _ready(self) -> Session | None:
        """Return a session in which all cells have run, or None when the time or the new starts are used up."""
        while self._session is None or not self._session.alive:
            if self._restarts > MAX_RESTARTS or self._left() <= 0:
                return None
            self._restarts += 1
            self._stack.close()
            worlds = sum(bool(cell.tests) for cell in self._cells)
            self._session = self._stack.enter_context(self._sandbox.session(self._lang, worlds, self._models))
            self._run_cells(self._session)
        if time.monotonic() > self._fence:
            raise Undecided("all that the submission may take has passed")
        return self._session if self._submission_left > 0 else None

    def _run_cells(self, session: Session) -> None:
        """Run the cells up to the end, to the one that ends the session, or to the end of their time."""
        self._worlds.clear()
        self._kept.clear()
        if not self._asked:
            self._failed.clear()
        for cell in self._cells:
            if self._ended.get(cell.id, "too_slow") != "too_slow":
                continue  # it killed its process before
            if self._left() <= 0:
                return
            before = session.spent
            try:
                if cell.tests:
                    self._stay(session, cell.tests)
                else:
                    self._run_cell(session, cell)
            except Ended as end:
                self._has_ended(cell, end.reason)
                return
            finally:
                self._spend(session.spent - before)

    def _run_cell(self, session: Session, cell: Cell) -> None:
        # Never more than half of what is left: a loop that does not end must not cost the answers below it.
        seconds = min(self._times.cell, self._left() / 2)
        outputs: list[Any] = []
        try:
            yields = cell.answers if cell.stub else ()
            past = "Exception" if cell.setup else "ModuleNotFoundError"
            outputs, failed = session.run_cell(cell.source, seconds, past, yields)
            if failed and cell.answers and not self._asked:
                self._failed.update(dict.fromkeys(cell.answers, _cause(session, self._times.exercise)))
        except TooSlow:
            self._has_ended(cell, "too_slow")
        self._show(cell, outputs)

    def _has_ended(self, cell: Cell, reason: str) -> None:
        self._ended[cell.id] = reason
        if not self._asked:
            self._graded.ended[cell.id] = reason

    def _stay(self, session: Session, name: str) -> None:
        """Leave a copy of the process behind, if it can be copied, and keep what ``name`` stands for."""
        self._worlds[name] = self._kept[name] = None
        with contextlib.suppress(TooSlow):
            self._kept[name] = session.keep(name, self._seconds(all_exercises()[name]))
            fork = session.fork(self._times.exercise)
            if fork is not None:
                self._worlds[name] = fork
                self._stack.callback(fork.close)

    def _spend(self, seconds: float) -> None:
        self._cells_left -= seconds
        self._submission_left -= seconds

    def _show(self, cell: Cell, shown: list[Any]) -> None:
        """Keep what a cell showed, as long as there is room for it. What that costs the judge is the cell's too."""
        start = time.thread_time()
        if not self._asked and cell.id not in self._graded.outputs and self._room:
            outputs = cell_outputs(shown)
            size = sum(len(str(output)) for output in outputs)
            self._graded.outputs[cell.id] = outputs if size <= self._room else cell_outputs([{"text": LEFT_OUT}])
            self._room -= min(size, self._room)
            self._spend(time.thread_time() - start)

    def _left(self) -> float:
        """Return how many seconds cells may still use."""
        return min(self._cells_left, self._submission_left)


def _cause(session: Session, seconds: float) -> str:
    """Return why the last cell failed, as the name of a hint: the built-in exception, or the module that is missing."""
    try:
        module = session.cause(seconds)
    except Raised as error:
        return f"cell_failed:{error.kind}"
    named = isinstance(module, str) and module in PACKAGES
    return f"no_module:{module}" if named else "cell_failed:ModuleNotFoundError"
