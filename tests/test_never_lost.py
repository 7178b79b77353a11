"""Whatever happens to the grader, running it again gives the marks of a run that nobody disturbed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path

import pytest
import small_class
from nbgrader.api import Gradebook
from thorough import THOROUGH, at_least

from autograder.classroom import records
from autograder.classroom.grading import check_class, grade_class

pytestmark = pytest.mark.sandbox

UNIT = small_class.UNIT
STUDENTS = ("alice", "dave", "ivan")
TESTS = Path(__file__).parent

# Runs the grader and kills it, as a power cut would, when it does the n-th thing that lasts. With a judge who believes
# that is about everything but the sandbox, which has its own turn.
KILLED_AT = """
import contextlib, os, signal, sys
from pathlib import Path
from sqlalchemy.orm import Session
from autograder.classroom.grading import grade_class
import small_class

left = int(sys.argv[2])
def counted(function):
    def step(*args, **kwargs):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **kwargs)
    return step
os.rename, os.replace, Session.commit = counted(os.rename), counted(os.replace), counted(Session.commit)
Path.write_text = counted(Path.write_text)
with small_class.believing() if sys.argv[3] == "believing" else contextlib.nullcontext():
    grade_class(Path(sys.argv[1]), small_class.UNIT)
print(int(sys.argv[2]) - left)
"""


def judge(how: str) -> AbstractContextManager[object]:
    """Replace the judge of this process by one who believes, if ``how`` says so."""
    return small_class.believing() if how == "believing" else nullcontext()


def grade_until(root: Path, step: int, how: str = "believing") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(root), str(step), how],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        cwd=TESTS,
    )


def new_class(root: Path) -> Path:
    """Hand in a right notebook, a wrong one, and one without an answer in words."""
    small_class.submit(root, "alice")
    small_class.submit(root, "dave", "wrong")
    small_class.submit(root, "ivan", words="")
    (root / ".course_key").write_text("0" * 32, "ascii")
    return root


def marks(root: Path) -> dict[str, object]:
    """All that a class keeps: marks by cell, records, and which pages there are."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        grades = {
            (student, grade.name): (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for student in STUDENTS
            for notebook in book.find_submission(UNIT, student).notebooks
            for grade in notebook.grades
        }
    return {
        "grades": grades,
        "records": {path.name: json.loads(path.read_text("utf-8")) for path in (root / "report").rglob("*.json")},
        "graded": {str(path.relative_to(root)): path.read_bytes() for path in root.glob("autograded/*/*/*")},
        "pages": sorted(str(path.relative_to(root)) for path in root.glob("feedback/*/*/*")),
    }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[dict[str, object], int]]:
    """Give what a run leaves that nobody disturbs, and how many lasting things it does, by who judges."""

    @cache
    def run(how: str = "believing") -> tuple[dict[str, object], int]:
        root = new_class(tmp_path_factory.mktemp("undisturbed"))
        done = grade_until(root, 10**6, how)
        assert done.returncode == 0, done.stderr
        return marks(root), int(done.stdout.split()[-1])

    return run


Undisturbed = Callable[..., tuple[dict[str, object], int]]


@pytest.mark.parametrize(
    ("how", "tenth"),
    [*(("believing", tenth) for tenth in ((1, 3, 5, 7, 9) if THOROUGH else (1, 5, 9))), ("judging", 5)],
    ids=str,
)
def test_a_grader_killed_at_any_point_and_run_again_gives_the_same_marks(
    tmp_path: Path, undisturbed: Undisturbed, how: str, tenth: int
) -> None:
    expected, steps = undisturbed(how)
    root = new_class(tmp_path)
    killed = grade_until(root, tenth * steps // 10, how)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with judge(how):
        grade_class(root, UNIT)
    assert marks(root) == expected
    assert not list(root.glob("*/*/.part-*"))


def graded_at_once(root: Path, *shares: tuple[str, ...]) -> None:
    """Grade each share of the students in a process of its own, all at the same time."""
    graders = [small_class.grader(root, "free", *share) for share in shares]
    for grader in graders:
        _, said = grader.communicate()
        assert grader.returncode == 0, said[-3000:]


def test_two_graders_at_once_give_the_same_marks(tmp_path: Path, undisturbed: Undisturbed) -> None:
    root = new_class(tmp_path)
    graded_at_once(root, STUDENTS[:1], STUDENTS[1:])
    assert marks(root) == undisturbed()[0]


def test_two_graders_may_begin_a_class_at_the_same_moment(tmp_path: Path) -> None:
    for attempt in range(at_least(2, 4)):  # nbgrader alone fails in every second one
        root = tmp_path / f"class-{attempt}"
        for student in ("alice", "bob"):
            small_class.submit(root, student)
        graded_at_once(root, ("alice",), ("bob",))
        assert {path.parts[-3] for path in root.glob("feedback/*/*/*.html")} == {"alice", "bob"}


def test_a_class_whose_key_was_made_but_not_written_gets_one_and_keeps_it(tmp_path: Path) -> None:
    (tmp_path / ".course_key").touch()
    key = records.course_key(tmp_path)
    assert len(key) == 32 and records.course_key(tmp_path) == key == (tmp_path / ".course_key").read_text("ascii")


def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    records.course_key(tmp_path)
    assert (tmp_path / ".course_key").stat().st_mode & 0o777 == 0o600


def test_stock_autograde_after_a_kill_needs_no_force_to_finish_what_is_missing(
    tmp_path: Path, undisturbed: Undisturbed
) -> None:
    from autograder.nbgrader.autograde import TrustedAutograde

    root = new_class(tmp_path)
    grade_until(root, undisturbed()[1] // 2)
    graded: list[str] = []

    class Watched(TrustedAutograde):
        def convert_single_notebook(self, notebook_filename: str) -> None:
            graded.append(Path(notebook_filename).parts[-3])
            super().convert_single_notebook(notebook_filename)

    already = {path.parts[-3] for path in root.glob("autograded/*/*/*.ipynb")}
    _autograde(Watched, root)
    assert set(graded) == set(STUDENTS) - already
    _autograde(Watched, root)
    assert set(graded) == set(STUDENTS) - already, "a second run graded again what was graded"


def test_a_changed_submission_is_graded_again_and_the_older_result_is_put_aside(tmp_path: Path) -> None:
    root = new_class(tmp_path)
    with small_class.believing():
        grade_class(root, UNIT, ["dave"])
        before = (root / "autograded" / "dave" / UNIT / small_class.NAME).read_bytes()
        small_class.submit(root, "dave")
        (record,) = grade_class(root, UNIT, ["dave"])
    assert sum(verdict.score or 0 for verdict in record.verdicts) == small_class.POINTS
    assert [path.read_bytes() for path in root.glob(f"backup/autograded/dave/*/{small_class.NAME}")] == [before]
    assert len(list(root.glob("backup/gradebook-*.db"))) == 1


def _autograde(converter: type, root: Path) -> None:
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    from autograder.nbgrader.configure import configure

    config = Config()
    configure(config, root)
    config.CourseDirectory.assignment_id = UNIT
    with small_class.believing():
        converter(coursedir=CourseDirectory(config=config), config=config).start()


# ------------------------------------------------------------------------------------- several graders at once


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for student in EVERYBODY:
        small_class.submit(tmp_path, student)
    return tmp_path


EVERYBODY = dict.fromkeys(("alice", "bob"), small_class.POINTS)


def in_the_middle(root: Path) -> subprocess.Popen[str]:
    """A grader that is judging alice, and goes on when it reads a line."""
    grader = small_class.grader(root, "held")
    assert grader.stdout and grader.stdout.readline() == "judging\n"
    return grader


def waits(grader: subprocess.Popen[str]) -> bool:
    """Whether a grader says that it waits for the one that is judging alice."""
    assert grader.stderr
    return any("another grader works on alice, 00-start-here; waiting" in line for line in grader.stderr)


@pytest.mark.parametrize("others", [1, 2] if THOROUGH else [2])
def test_graders_of_the_same_students_wait_for_one_another_and_say_so(small: Path, others: int) -> None:
    first = in_the_middle(small)
    later = [small_class.grader(small, "free", "alice") for _ in range(others)]
    assert all(waits(grader) for grader in later)
    for grader in (first, *later):
        grader.communicate("\n")
        assert grader.returncode == 0
    assert small_class.points(small) == EVERYBODY
    assert {path.parts[-3] for path in small.glob("feedback/*/*/*.html")} == set(EVERYBODY)
    assert not list(small.glob("*/*/.part-*"))


def test_a_grader_of_other_students_of_the_unit_does_not_wait(small: Path) -> None:
    first = in_the_middle(small)
    other = small_class.grader(small, "free", "bob")
    assert "waiting" not in other.communicate()[1] and other.returncode == 0
    assert set(small_class.points(small)) == {"bob"}
    first.communicate("\n")
    assert first.returncode == 0
    assert small_class.points(small) == EVERYBODY


def test_a_killed_grader_holds_nobody_up_and_what_it_had_begun_is_cleared(small: Path) -> None:
    first = in_the_middle(small)
    later = small_class.grader(small, "free")
    assert waits(later)
    assert list(small.glob("autograded/alice/.part-*"))
    first.kill()
    first.communicate()
    later.communicate()
    assert later.returncode == 0
    assert small_class.points(small) == EVERYBODY
    assert not list(small.glob("*/*/.part-*"))


def test_three_graders_that_begin_at_once_leave_everybody_with_points_and_a_page(small: Path) -> None:
    graders = [small_class.grader(small, "free") for _ in range(3)]
    for grader in graders:
        _, said = grader.communicate()
        assert grader.returncode == 0, said[-3000:]
    assert small_class.points(small) == EVERYBODY
    assert {path.parts[-3] for path in small.glob("feedback/*/*/*.html")} == set(EVERYBODY)
    assert check_class(small) == ([], [])


def test_a_grader_never_clears_what_another_makes_for_the_same_student_in_another_unit(small: Path) -> None:
    elsewhere = small / "autograded" / "alice" / ".part-04-gradient-descent"
    elsewhere.mkdir(parents=True)
    with small_class.believing():
        grade_class(small, small_class.UNIT)
    assert elsewhere.exists()
