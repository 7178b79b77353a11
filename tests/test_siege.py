"""Learner code that was asked something tells nobody what it was, and keeps nobody waiting."""

from __future__ import annotations

import builtins
import math
import re
import select
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from test_worlds import UNIT, notebook

from autograder.exercises import exercises
from autograder.judging.changes import KINDS
from autograder.judging.definitions import MAX_LINES
from autograder.judging.grade import PACKAGES, Graded, Times, grade, seeds_of
from autograder.judging.judge import generic_hint
from autograder.judging.verdict import Verdict
from autograder.sandbox import Sandbox, Undecided, watchdog

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def outside() -> Iterator[Sandbox]:
    """A sandbox without walls, so that a file can be the letter box that the kernel's memory is elsewhere."""
    with Sandbox(contained=False) as running:
        yield running


def graded(sandbox: Sandbox, answers: dict[str, str], above: str = "", times: Times | None = None) -> Graded:
    return grade(sandbox, notebook(answers, above), list(UNIT.values()), dict.fromkeys(UNIT, 3), times=times)


def shown(done: Graded) -> str:
    """Return all that a page shows of a submission beside its own text."""
    hints = [verdict.hint for verdict in done.verdicts.values()]
    return repr((done.outputs, done.ended, hints, [verdict.remark for verdict in done.verdicts.values()]))


# --------------------------------------------------------------------------------- what passes after a question

# An answer that was asked puts the question into the box and dies; the next session tells it in its own way.
POSTS = """
    import os
    def loss(w):
        with open({box!r}, "a") as box:
            box.write(repr(w) + "\\n")
        os.kill(os.getppid() if os.getppid() in PROCESSES else os.getpid(), 9)
"""
ABOVE = "import os\nPROCESSES = [os.getpid()]\n"
READS = """
    letter = open({box!r}).read().split("\\n")[0] if os.path.exists({box!r}) else ""
    print("LETTER", letter)
    {tells}
    if not letter:
        def d_loss(w):
            return 2 * w
"""
TELLS = {
    "nothing more": "",
    "a module that is missing": 'exec("import m" + letter.replace(".", "_").replace("-", "_")) if letter else None',
    "a known module": "exec('import torch') if letter else None",
    "an error": "letter and {}[letter]",
    "an end": "os._exit(1) if letter else None",
}


@pytest.mark.parametrize("tells", TELLS)
def test_what_a_page_shows_is_from_before_the_first_question(outside: Sandbox, tmp_path: Path, tells: str) -> None:
    box = str(tmp_path / "box")
    reads = textwrap.dedent(READS).format(box=box, tells=TELLS[tells])
    done = graded(outside, {"loss": textwrap.dedent(POSTS).format(box=box), "d_loss": reads}, ABOVE)
    assert Path(box).read_text(), "the attack itself works"
    answers = {"loss": "def loss(w):\n    raise ValueError", "d_loss": reads.replace(box, box + "-empty")}
    without = graded(outside, answers, ABOVE, Times(repair=0))  # what is shown of it comes before all questions
    assert done.outputs == without.outputs
    assert done.ended == without.ended == {}
    assert done.verdicts["d_loss"].diagnosis in ("missing", "stopped")  # and nothing of how it came to that
    letters = re.findall(r"\d\.\d{3,}", Path(box).read_text())
    assert not [letter for letter in letters if letter in shown(done)]
    assert "torch" not in shown(done)


def test_the_name_of_a_missing_module_is_shown_only_if_everybody_knows_it(outside: Sandbox) -> None:
    for name in ("m0x1p_3", "torch.0x1p3", "m" * 40):
        verdict = graded(outside, {"loss": f"raise ModuleNotFoundError(name={name!r})"}).verdicts["loss"]
        assert verdict.diagnosis == "cell_failed"
        assert verdict.hint == generic_hint("cell_failed:ModuleNotFoundError")
    assert len(PACKAGES) < 2**9


def test_the_same_work_is_asked_the_same_and_any_other_work_something_else() -> None:
    seeds = partial(seeds_of, list(UNIT.values()), "key", "unit")
    assert seeds("a", "1" * 64) == seeds("a", "1" * 64)
    others = [seeds("a", "1" * 64), seeds("a", "2" * 64), seeds("b", "1" * 64)]
    assert len({seed for each in others for seed in each.values()}) == 3 * len(UNIT)


# What a verdict may be: the probes that passed, whether an argument was changed, the diagnosis, the remark, the repair.
MOST_KINDS = 128  # of exceptions that are named
# Missing modules, exceptions of a cell and of a call, other diagnoses. What is said of values
# (autograder.judging.facts) comes from a session in which nothing hidden is asked.
MOST_WORDS = len(PACKAGES) + 2 * MOST_KINDS + 40
REPAIRS = (len(KINDS) * MAX_LINES) ** 2  # two kinds, two lines
BITS = re.compile(r"at most (\d+) bits for an\s+exercise")


def test_the_bits_that_pass_through_a_verdict_are_as_few_as_we_say() -> None:
    kinds = [each for each in vars(builtins).values() if isinstance(each, type) and issubclass(each, BaseException)]
    assert len(kinds) + 3 <= MOST_KINDS  # and LinAlgError, Unspeakable
    most = 0.0
    names = list(exercises())
    for exercise in exercises().values():
        siblings = [each for each in exercises().values() if each.unit == exercise.unit]
        earlier = min(names.index(exercise.name), len(siblings))
        words = MOST_WORDS + len(exercise.mistakes) + REPAIRS
        verdicts = 2 ** len(exercise.probes) * 2 * words * (2 + 2 * 2**earlier)
        most = max(most, math.log2(verdicts))
    found = BITS.search((REPOSITORY / "docs" / "trust.md").read_text("utf-8"))
    assert found and most <= int(found[1]) <= 64  # a number of double precision


# ------------------------------------------------------------------------------------------- what keeps us waiting


@pytest.mark.sandbox
def test_the_judge_opens_no_file_while_learner_code_lives(tmp_path: Path) -> None:
    script = tmp_path / "watch.py"
    script.write_text(textwrap.dedent(WATCH), "utf-8")
    command = [sys.executable, str(script)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    graded_units, opened = done.stdout.strip().splitlines()
    assert graded_units == "12"
    assert opened == "[]"


WATCH = """
    import contextlib, sys
    opened, alive = [], False

    def hook(event, args):
        if alive and event == "open" and isinstance(args[0], (str, bytes)) and not str(args[0]).startswith("/proc"):
            opened.append(str(args[0]))

    sys.addaudithook(hook)
    from autograder.exercise import answer_source
    from autograder.exercises import units
    from autograder.judging.grade import Cell, grade
    from autograder.sandbox import Sandbox

    class Watched(Sandbox):
        @contextlib.contextmanager
        def session(self, *args, **named):
            global alive
            with super().session(*args, **named) as session:
                alive = True
                try:
                    yield session
                finally:
                    alive = False

    with Watched(contained=True) as sandbox:
        for unit in units().values():
            cells = []
            for name, exercise in unit.items():
                wrong = next(mistake.function for mistake in exercise.mistakes if not mistake.never_ends)
                cells += [Cell(f"a-{name}", answer_source(wrong, name), (name,)), Cell(f"t-{name}", "", tests=name)]
            grade(sandbox, cells, list(unit.values()), dict.fromkeys(unit, 3), "ru")
    print(len(units()))
    print(opened)
"""


def verdicts_of(sandbox: Sandbox, reference: Any) -> tuple[Graded, Verdict, Verdict]:
    """Grade unit 04 with another reference for ``loss``; return all, the verdict on it and on the next exercise."""
    hung = replace(UNIT["loss"], reference=reference)
    rest = [exercise for name, exercise in UNIT.items() if name != "loss"]
    done = grade(sandbox, notebook(), [hung, *rest], dict.fromkeys(UNIT, 3))
    return done, done.verdicts["loss"], done.verdicts["d_loss"]


def test_a_judge_that_hangs_puts_off_one_exercise_and_goes_on(
    outside: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watchdog, "AWAY", 1.0)
    done, hung, following = verdicts_of(outside, lambda w: threading.Event().wait())
    assert (hung.state, hung.score) == ("review", None)
    assert done.undecided == ("loss",)
    assert following.state == "correct"


HOLDS = """
import fcntl, os, signal
before = signal.signal(signal.SIGIO, signal.SIG_IGN)
held = os.open({path!r}, os.O_RDONLY)
done = fcntl.fcntl(held, 1024, fcntl.F_WRLCK)
"""
LEASE = 40  # seconds; after 45 the kernel itself ends a lease


@pytest.mark.skipif(sys.platform != "linux", reason="leases are Linux's")
@pytest.mark.parametrize("dog", ["the alarm", "the minder"])
def test_each_watchdog_alone_frees_a_judge_that_waits_in_the_kernel(
    outside: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dog: str
) -> None:
    """Outside of the sandbox learner code can take a lease: whoever opens the file then waits for it."""
    path = tmp_path / "leased"
    path.touch()
    if dog == "the minder":
        monkeypatch.setattr(watchdog, "AWAY", 1.0)
    with outside.session() as session:
        assert session.run_cell(HOLDS.format(path=str(path)), 5) == ([], False), "the lease is held"
        start = time.monotonic()
        if dog == "the alarm":
            monkeypatch.setattr(watchdog, "AWAY", 1.0)
            with pytest.raises(watchdog.Stuck), watchdog.watched():
                path.read_text()
        else:
            path.read_text()
            with pytest.raises(Undecided):
                session.run_cell("1", 5)
        assert time.monotonic() - start < LEASE


@pytest.mark.sandbox
def test_a_session_whose_judge_is_silent_is_ended_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "AWAY", 1.0)
    with Sandbox(contained=True) as sandbox, sandbox.session() as session:
        assert session.run_cell("1", 5)[1] is False
        gone, _, _ = select.select([session._data.socket], [], [], 60)  # nothing was asked: it is its end
        assert gone
        with pytest.raises(Undecided):
            session.run_cell("1", 5)


def test_a_reply_to_another_request_is_no_reply(outside: Sandbox) -> None:
    forge = """
        import gc
        worker = next(each for each in gc.get_objects() if type(each).__name__ == "Worker")
        def loss(w):
            worker.request -= 1
            return w**2 + 12
    """
    done = graded(outside, {"loss": textwrap.dedent(forge)})
    lost = {name: verdict.diagnosis for name, verdict in done.verdicts.items() if verdict.state != "correct"}
    assert lost == {"loss": "ended:broken"}
