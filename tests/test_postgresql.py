"""A gradebook in a PostgreSQL server: the same rows as in a file, for several who write at once."""

from __future__ import annotations

import contextlib
import logging
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.converters import NbGraderException
from nbgrader.coursedir import CourseDirectory
from postgresql import PASSWORD, Server, contents, running
from small_class import NAME, POINTS, UNIT, autograde_again, believing, copied, grader, page, submit
from sqlalchemy.exc import OperationalError
from test_nbgrader import nbgrader

from autograder.classroom.grading import check_class, grade_class, gradebook_of, settings
from autograder.nbgrader import autograde
from autograder.nbgrader.gradebook import AtomicGradebook, Place, opened

pytestmark = pytest.mark.postgresql

HOSTILE = "Robert'), (drop table grade) -- Ёж"
STUDENTS = ("alice", "bob", "carol", HOSTILE)
NOTEBOOK, QUESTION = Path(NAME).stem, "own-words"
CONFIG = """
from pathlib import Path
from autograder.nbgrader.configure import configure
from nbgrader.plugins import BasePlugin

class OnePoint(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return min(1, score)

get_config().AssignLatePenalties.plugin_class = OnePoint
get_config().CourseDirectory.db_url = {url!r}
configure(get_config(), root=Path(__file__).parent)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


def a_class(root: Path, url: str, students: Sequence[str] = STUDENTS) -> Path:
    """Hand in for everybody: bob is wrong, carol late, and one file is no notebook."""
    root.mkdir()
    use(root, url)
    for student in students:
        place = submit(root, student, "wrong = 1" if student == "bob" else "")
        (place / "timestamp.txt").write_text(f"2026-11-0{3 if student == 'carol' else 1} 10:00:00 UTC")
    (submit(root, "dan") / NAME).write_text("no notebook")
    with Gradebook(url) as book:
        book.update_or_create_assignment(UNIT, duedate="2026-11-02 00:00:00 UTC")
    return root


def use(root: Path, url: str) -> None:
    (root / "nbgrader_config.py").write_text(CONFIG.format(url=url), "utf-8")


class Class:
    """A class whose gradebook lies in a database of its own."""

    def __init__(self, root: Path, server: Server, database: str) -> None:
        self.root, self.server, self.database, self.url = root, server, database, server.url(database)
        self.place = Place(self.url, 0.2, logging.getLogger("autograder"))


@pytest.fixture(scope="module")
def graded(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Class:
    server.do("CREATE DATABASE graded")
    root = a_class(tmp_path_factory.mktemp("classes") / "graded", server.url("graded"))
    with believing():
        grade_class(root, UNIT)
    return Class(root, server, "graded")


@pytest.fixture
def mine(graded: Class, tmp_path: Path, request: pytest.FixtureRequest) -> Class:
    """A copy of the class, and of its gradebook."""
    server, name = graded.server, f"copy_{abs(hash(request.node.name))}"
    server.do(f"CREATE DATABASE {name} TEMPLATE graded")
    use(copied(graded.root, tmp_path / "class"), server.url(name))
    return Class(tmp_path / "class", server, name)


def by_hand(url: str, student: str, points: float, words: str) -> None:
    """Give points and a comment, as the formgrader does: each is kept by itself."""
    with Gradebook(url) as book:
        grade = book.find_grade(QUESTION, NOTEBOOK, UNIT, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()
        book.find_comment(QUESTION, NOTEBOOK, UNIT, student).manual_comment = words
        book.db.commit()


def hand_grades(url: str) -> dict[str, tuple[Any, ...]]:
    """Return everybody's points and comment for the answer in words, and whether it waits for a person."""
    with Gradebook(url) as book:
        found = {}
        for submission in book.assignment_submissions(UNIT):
            grade = book.find_grade(QUESTION, NOTEBOOK, UNIT, submission.student_id)
            comment = book.find_comment(QUESTION, NOTEBOOK, UNIT, submission.student_id)
            found[submission.student_id] = grade.manual_score, grade.needs_manual_grade, comment.manual_comment
        return found


def test_a_class_has_the_same_rows_in_a_server_as_in_a_file(graded: Class, tmp_path: Path) -> None:
    file = f"sqlite:///{tmp_path}/class/gradebook.db"
    a_class(tmp_path / "class", file)
    with believing():
        grade_class(tmp_path / "class", UNIT)
    rows = contents(graded.url)
    assert rows == contents(file)
    assert {row[1] for row in rows if row[0] == "student"} == {*STUDENTS, "dan"}
    assert not list((graded.root / "backup").glob("gradebook-*.db"))


def test_what_is_graded_is_left_alone(mine: Class) -> None:
    before = contents(mine.url)
    with believing() as asked:
        autograde_again(mine.root)
    assert asked == [] and contents(mine.url) == before
    assert check_class(mine.root, UNIT) == ([], [])


def test_where_the_gradebook_is_can_be_said_to_anybody(graded: Class) -> None:
    said = gradebook_of(graded.root, UNIT)
    assert "graded" in said and PASSWORD not in said


def test_a_class_that_moves_from_a_file_into_a_server_is_not_judged_again(server: Server, tmp_path: Path) -> None:
    root = tmp_path / "class"
    file = f"sqlite:///{root}/gradebook.db"
    root.mkdir()
    use(root, file)
    submit(root, "alice")
    submit(root, "bob", "wrong = 1")
    with believing():
        grade_class(root, UNIT)
    server.do("CREATE DATABASE moved")
    use(root, server.url("moved"))
    assert {each.why for each in check_class(root, UNIT)[0]} == {"there is no gradebook"}
    with believing() as asked:
        autograde_again(root)
    assert asked == [] and contents(server.url("moved")) == contents(file)


def test_points_and_comments_given_by_hand_stay_and_are_on_the_page_and_in_the_table(mine: Class) -> None:
    by_hand(mine.url, HOSTILE, 0.5, "well put")
    with believing() as asked:
        grade_class(mine.root, UNIT, force=True)
    assert len(asked) == len(STUDENTS)
    assert hand_grades(mine.url)[HOSTILE] == (0.5, False, "well put")
    assert "well put" in page(mine.root, HOSTILE)
    nbgrader(mine.root, "export")
    (line,) = [line for line in (mine.root / "grades.csv").read_text("utf-8").splitlines() if HOSTILE in line]
    assert f"{POINTS + 0.5}" in line.split(",")


def test_the_formgrader_lists_everybody_and_its_button_grades(mine: Class) -> None:
    config = settings(mine.root, UNIT)
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    assert {each["id"] for each in api.get_students()} == {*STUDENTS, "dan"}
    assert {each["student"]: each["score"] for each in api.get_submissions(UNIT)}["alice"] == POINTS
    assert len(api.get_notebook_submissions(UNIT, NOTEBOOK)) == len(STUDENTS) + 1
    submit(mine.root, "alice", "wrong = 1")
    with believing():
        assert api.autograde(UNIT, "alice", force=True)["success"]
    assert {each["student"]: each["score"] for each in api.get_submissions(UNIT)}["alice"] == 0


# What a person does in the formgrader meanwhile: lists are read over and over, and everybody gets points and a comment.
FORMGRADER = """
import sys
from pathlib import Path
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from test_postgresql import NOTEBOOK, UNIT, by_hand, settings

config = settings(Path(sys.argv[1]), UNIT)
api = NbGraderAPI(CourseDirectory(config=config), config=config)
print("open", flush=True)
for turn in (1, 2, 3):
    for each in api.get_submissions(UNIT):
        api.get_notebook_submissions(UNIT, NOTEBOOK)
        if each["student"] != "dan":  # there is nothing to read
            by_hand(config.CourseDirectory.db_url, each["student"], turn / 4, f"turn {turn}")
"""


def test_two_graders_and_a_person_at_once_lose_nothing_and_write_nothing_twice(
    graded: Class, server: Server, tmp_path: Path
) -> None:
    server.do("CREATE DATABASE shared")
    everybody = [f"student-{number}" for number in range(8)]
    root, url = a_class(tmp_path / "class", server.url("shared"), everybody), server.url("shared")
    with believing():
        grade_class(root, UNIT)
    quiet = contents(url)
    for student in everybody:
        submit(root, student, "wrong = 1")
    person = subprocess.Popen(
        [sys.executable, "-c", FORMGRADER, str(root)], cwd=Path(__file__).parent, stdout=subprocess.PIPE, text=True
    )
    assert person.stdout and person.stdout.readline() == "open\n"
    graders = [grader(root, "free", *everybody[half::2]) for half in (0, 1)]
    said = [each.communicate()[1] for each in graders]
    person.communicate()
    assert [each.returncode for each in (*graders, person)] == [0, 0, 0], said
    found = contents(url)
    assert {row[0]: n for row, n in found.items() if n > 1} == {}
    assert len(found) == len(quiet)
    by_person = {student: words for student, words in hand_grades(url).items() if student != "dan"}
    assert by_person == dict.fromkeys(everybody, (0.75, False, "turn 3"))
    with Gradebook(url) as book:
        scores = {each.student_id: each.score for each in book.assignment_submissions(UNIT)}
    assert scores == dict.fromkeys(everybody, 0.75) | {"dan": 0}
    with believing() as asked:
        autograde_again(root)
    assert asked == [] and contents(url) == found


def test_two_graders_may_begin_a_gradebook_at_the_same_moment(server: Server, tmp_path: Path) -> None:
    for attempt in range(2):
        server.do(f"CREATE DATABASE begun_{attempt}")
        root = tmp_path / f"class-{attempt}"
        root.mkdir()
        use(root, server.url(f"begun_{attempt}"))
        for student in ("alice", "carol"):
            submit(root, student)
        graders = [grader(root, "free", student) for student in ("alice", "carol")]
        said = [each.communicate()[1] for each in graders]
        assert [each.returncode for each in graders] == [0, 0], said
        assert set(hand_grades(server.url(f"begun_{attempt}"))) == {"alice", "carol"}


def test_who_gives_points_by_hand_waits_for_a_submission_to_be_written_and_who_reads_does_not(mine: Class) -> None:
    with opened(mine.place, "gradient-descent") as book:
        book.submit(UNIT, "newcomer", None)
        book.db.flush()
        with pytest.raises(OperationalError, match="lock timeout"):
            mine.server.do("SET lock_timeout = 100; UPDATE grade SET manual_score = 1", mine.database)
        assert set(hand_grades(mine.url)) == {*STUDENTS, "dan"}


def test_a_gradebook_that_stays_in_use_stops_the_batch_before_judging(
    mine: Class, caplog: pytest.LogCaptureFixture
) -> None:
    with mine.place.alone():
        said = stopped(mine, caplog, patience=0.2)
    assert "still used by another program after 0.2 seconds" in said


def stopped(mine: Class, caplog: pytest.LogCaptureFixture, **traits: Any) -> str:
    """Return the one sentence with which a grader stops before it judges anybody."""
    submit(mine.root, "alice", "wrong = 1")
    with believing() as asked, caplog.at_level(logging.ERROR), pytest.raises(NbGraderException):
        autograde_again(mine.root, **traits)
    assert asked == []
    (said,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert said.exc_info is None and "\n" not in said.getMessage() and PASSWORD not in said.getMessage()
    return said.getMessage()


@pytest.mark.parametrize(
    "url, what_to_do",
    [
        ("postgresql://grader@127.0.0.1:1/x", "when the server runs, run the grader again"),
        (f"postgres://grader:{PASSWORD}@127.0.0.1/x", "db_url begins with postgresql://"),
        (f"postgresql+absent://grader:{PASSWORD}@127.0.0.1/x", "db_url begins with postgresql://"),
        (f"postgresql+pg8000://grader:{PASSWORD}@127.0.0.1/x", "needs the Python package pg8000"),
    ],
)
def test_a_server_that_cannot_be_asked_stops_the_batch_before_judging(
    mine: Class, url: str, what_to_do: str, caplog: pytest.LogCaptureFixture
) -> None:
    use(mine.root, url)
    assert what_to_do in stopped(mine, caplog)


def test_a_gradebook_that_only_others_may_write_stops_the_batch_before_judging(
    mine: Class, caplog: pytest.LogCaptureFixture
) -> None:
    name = mine.database
    mine.server.do(f"CREATE ROLE r{name} LOGIN PASSWORD '{PASSWORD}'")
    mine.server.do(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO r{name}", name)
    use(mine.root, mine.url.replace("grader:", f"r{name}:"))
    assert "GRANT" in stopped(mine, caplog)


def test_a_dump_that_is_restored_elsewhere_is_the_same_gradebook(mine: Class) -> None:
    by_hand(mine.url, "alice", 0.25, "by hand")
    with believing():
        autograde_again(mine.root)
    before, seen = contents(mine.url), page(mine.root, "alice")
    restored = f"{mine.database}_restored"
    mine.server.do(f"CREATE DATABASE {restored} LOCALE 'C' TEMPLATE template0")
    mine.server.call("pg_dump", mine.url, "--format=custom", "--file=kept.dump")
    mine.server.call("pg_restore", f"--dbname={mine.server.url(restored)}", "kept.dump")
    use(mine.root, mine.server.url(restored))
    mine.server.do(f"DROP DATABASE {mine.database}")
    with believing() as asked:
        autograde_again(mine.root)
    assert asked == [] and check_class(mine.root, UNIT) == ([], [])
    assert contents(mine.server.url(restored)) == before
    assert page(mine.root, "alice") == seen


@contextlib.contextmanager
def in_the_middle_of(student: str, accident: Any) -> Iterator[None]:
    """Let something happen while half of a student's points are written, once."""
    add, happened = autograde.SaveVerdicts._add_score, []

    def adds(self: autograde.SaveVerdicts, *args: Any) -> None:
        add(self, *args)
        if self.student_id == student and not happened:
            self.gradebook.db.flush()
            happened.append(self.student_id)
            accident(self.gradebook)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(autograde.SaveVerdicts, "_add_score", adds)
        yield
    assert happened


def test_a_connection_that_is_ended_in_mid_batch_is_made_again_and_nothing_is_missing(
    graded: Class, server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server.do("CREATE DATABASE ended")
    root, url = a_class(tmp_path / "class", server.url("ended")), server.url("ended")

    def end(book: AtomicGradebook) -> None:
        process = book.db.connection().exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        assert server.do(f"SELECT pg_terminate_backend({process}, 10000)")[0][0]

    with believing(), in_the_middle_of("bob", end):
        grade_class(root, UNIT)
    assert "the connection to the gradebook was lost; trying once more" in caplog.text
    assert contents(url) == contents(graded.url)


def test_a_server_that_stops_in_mid_batch_leaves_half_of_nothing_and_the_next_run_completes(
    graded: Class, server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server.do("CREATE DATABASE gone")
    root, url = a_class(tmp_path / "class", server.url("gone")), server.url("gone")
    whole = contents(graded.url)
    with (
        believing() as asked, in_the_middle_of("bob", lambda _: server.stop()), caplog.at_level(logging.ERROR),
        pytest.raises(NbGraderException, match="when the server runs, run the grader again"),
    ):  # fmt: skip
        grade_class(root, UNIT)
    assert len(asked) == 3  # the hostile name comes first, then alice, then bob
    assert PASSWORD not in caplog.text
    server.start()
    found = contents(url)
    assert found <= whole and {row[1] for row in found if row[0] == "student"} == {HOSTILE, "alice"}
    with believing() as asked:
        autograde_again(root)
    assert len(asked) == 2
    assert contents(url) == whole
