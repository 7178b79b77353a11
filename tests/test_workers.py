"""Judging side by side: the same verdicts with any number of workers, and whoever is ended costs nobody anything."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from small_class import UNIT, believing, left_behind, submit
from thorough import THOROUGH
from typer.testing import CliRunner

from autograder.classroom.grading import OWN, SomeLeft, grade_class
from autograder.cli import app
from autograder.judging import workers as judging_workers
from autograder.judging.grade import Cell, Graded
from autograder.judging.work import NoSandbox, Work, judged, let_go
from autograder.judging.workers import Here, Lost, Processes, workers, worth_starting
from autograder.nbgrader import autograde
from autograder.support.repository import REPOSITORY

pytestmark = pytest.mark.sandbox
KILLED_AFTER = (1, 2, 3, 4, 5) if THOROUGH else (1, 4)  # records
SOURCES = ("w**2 + 12", "w**2", "w**2 + 12 * w", "undefined", "(w + 1) ** 2 + 12")


def work(formula: str, **more: Any) -> Work:
    cells = (Cell("answer", f"def loss(w):\n    return {formula}", answers=("loss",)), Cell("test", "", tests="loss"))
    return Work(cells, ("loss",), {"loss": 7}, "en", **more)


@pytest.fixture(scope="module")
def due() -> list[Graded]:
    """What this process says."""
    found = [judged(work(source)) for source in SOURCES]
    let_go()
    return found


def test_several_processes_say_what_one_says(due: list[Graded]) -> None:
    with workers(2) as several:
        waiting = [several.submit(work(source)) for source in SOURCES]
        assert [result() for result in waiting] == due


def test_one_worker_is_this_process() -> None:
    assert isinstance(workers(1), Here)


def test_a_process_that_is_killed_costs_nobody_anything(due: list[Graded]) -> None:
    with Processes(2) as several:
        waiting = [several.submit(work(source)) for source in SOURCES * 2]
        found = [waiting[0]()]
        os.kill(next(iter(several._pool._processes)), signal.SIGKILL)  # type: ignore[union-attr, arg-type]
        assert found + [result() for result in waiting[1:]] == due * 2


class Deadly(str):
    """Ends whatever process it arrives in."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def test_a_work_that_ends_its_process_twice_is_lost_and_the_others_are_not(due: list[Graded]) -> None:
    with Processes(2) as several:
        deadly = several.submit(work("w", hidden=Deadly()))
        rest = [several.submit(work(source)) for source in SOURCES]
        with pytest.raises(Lost):
            deadly()
        assert [result() for result in rest] == due


def test_where_no_process_starts_nothing_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.judging.workers._begin", os.abort)
    with Processes(2) as several, pytest.raises(NoSandbox, match="does not start"):
        several.submit(work("w"))()


def test_what_lies_in_the_current_folder_is_not_imported_by_the_processes(tmp_path: Path) -> None:
    for name in ("numpy", "signal", "random", "autograder"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'imported')!r}, 'a').write('{name} ')")
    script = tmp_path / "elsewhere" / "grades.py"
    script.parent.mkdir()
    script.write_text(
        "from test_workers import Processes, work\n"
        "if __name__ == '__main__':\n"
        "    with Processes(1) as one:\n"
        "        print(one.submit(work('w**2 + 12'))().verdicts['loss'].state)\n"
    )
    paths = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)
    done = subprocess.run(
        [sys.executable, script], cwd=tmp_path, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True
    )
    assert done.stdout == "correct\n", done.stderr
    assert not (tmp_path / "imported").exists()


def test_a_grader_that_is_killed_takes_its_workers_with_it(tmp_path: Path) -> None:
    script = tmp_path / "grades.py"
    script.write_text(
        "import sys\nfrom test_workers import Processes, work\n"
        "if __name__ == '__main__':\n"
        "    with Processes(2) as several:\n"
        "        several.submit(work('w**2 + 12'))()\n"
        "        print(*several._pool._processes, flush=True)\n"
        "        sys.stdin.read()\n"
    )
    here = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    grader = subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": here}
    )
    assert grader.stdin and grader.stdout
    with grader:
        processes = [int(word) for word in grader.stdout.readline().split()]
        assert processes and all(map(lives, processes))
        grader.kill()
    deadline = time.monotonic() + 60
    while any(map(lives, processes)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(lives, processes))


def lives(process: int) -> bool:
    """Whether a process computes or waits; one that has ended may still have a number."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


def test_work_that_cannot_even_be_read_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for student in ("alice", "bob", "carol"):
        submit(tmp_path, student)
    intake = autograde.intake

    def fails(folder: Path, *more: Any) -> Any:
        if "bob" in folder.parts:
            raise RuntimeError("nobody has thought of this")
        return intake(folder, *more)

    monkeypatch.setattr(autograde, "intake", fails)
    with pytest.raises(SomeLeft) as some:
        grade_class(tmp_path, UNIT, workers=2)
    assert [record.student for record in some.value.graded] == ["alice", "carol"]
    assert "bob: RuntimeError: nobody has thought of this" in caplog.text


def test_without_the_option_the_class_says_how_many_are_judged_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for student in ("alice", "bob", "carol", "dave"):
        submit(tmp_path, student)
    own = (REPOSITORY / OWN).read_text("utf-8")
    (tmp_path / OWN).write_text(f"{own}\nc.TrustedAutograde.workers = 3\n", "utf-8")
    counts: list[int] = []

    def noted(count: int) -> Here:
        counts.append(count)
        return Here()

    monkeypatch.setattr(autograde, "workers", noted)
    with believing():
        for words in ([], ["--workers", "2"]):
            done = CliRunner().invoke(app, ["grade", UNIT, "--class", str(tmp_path), "--force", *words])
            assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    assert counts == [3, 2]


@pytest.mark.parametrize(("students", "count"), [(0, 1), (1, 1), (3, 1), (4, 2), (7, 3), (13, 4), (999, 4)])
def test_unless_a_number_is_said_there_is_a_worker_for_each_core_but_no_more_than_are_worth_a_start(
    students: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging_workers, "cores", lambda: 4)
    assert worth_starting(students) == count
    assert worth_starting(students, 9) == min(max(students, 1), 9)


def test_a_class_is_left_the_same_by_one_worker_by_four_and_by_four_that_are_often_killed(tmp_path: Path) -> None:
    answers = ("celsius * 9 / 5 + 32", "(celsius + 32) * 9 / 5", "undefined")
    for number, student in enumerate(("alice", "bob", "carol", "dave", "erin", "frank")):
        submit(tmp_path, student, below=f"def fahrenheit(celsius):\n    return {answers[number % 3]}")
    left = []
    for name, count, kills in (("one", 1, ()), ("four", 4, ()), ("killed", 4, KILLED_AFTER)):
        root = tmp_path / name
        shutil.copytree(tmp_path / "submitted", root / "submitted")
        (root / ".course_key").write_text("0" * 64)
        for done in kills:
            killed_after(root, done)
        grade_class(root, UNIT, workers=count)
        left.append(left_behind(root))
    assert len(left[0]) > 18 and len({line[2] for line in left[0]["gradebook"]}) > 2  # type: ignore[attr-defined]
    assert left[0] == left[1] == left[2]


def killed_after(root: Path, records: int) -> None:
    """Grade a class with four workers, and kill the grader as soon as there are so many records."""
    script = "import sys; from pathlib import Path; from autograder.classroom.grading import grade_class\n"
    script += "if __name__ == '__main__': grade_class(Path(sys.argv[1]), sys.argv[2], workers=4)"
    program = root.parent / "grades.py"
    program.write_text(script)
    grader = subprocess.Popen([sys.executable, program, root, UNIT], stderr=subprocess.DEVNULL)
    while len(list(root.glob("report/*/*.json"))) < records and grader.poll() is None:
        time.sleep(0.01)
    assert grader.poll() is None, "it was to be killed, and has ended"
    grader.kill()
    grader.wait()
