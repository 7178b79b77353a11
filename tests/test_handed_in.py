"""When and how something was handed in: dates, the secret of the exchange, words in other cells. Through nbgrader."""

from __future__ import annotations

import csv
import logging
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import available_timezones

import nbformat
import pytest
from dateutil.tz import gettz
from hypothesis import given
from hypothesis import strategies as st
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from small_class import NAME, PAGE, UNIT
from thorough import THOROUGH
from traitlets.config import Config

from autograder.classroom import records
from autograder.classroom.grading import grade_class
from autograder.intake.dates import NoDate, utc
from autograder.nbgrader.autograde import REPOSITORY
from autograder.nbgrader.configure import configure

pytestmark = pytest.mark.sandbox

CONFIG = (REPOSITORY / "nbgrader_config.py").read_text("utf-8")
PENALTY = """
from nbgrader.plugins import BasePlugin

class OneADay(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 0.5 * score

get_config().AssignLatePenalties.plugin_class = OneADay
"""
SOLVED = "def fahrenheit(celsius):\n    return celsius * 9 / 5 + 32\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "nbgrader_config.py").write_text(CONFIG + PENALTY, "utf-8")
    submit(tmp_path, "alice")
    return tmp_path


def submit(root: Path, student: str, **own: nbformat.NotebookNode) -> Path:
    """Hand in the released notebook with its exercise solved, and cells of one's own before those that are named."""
    notebook = nbformat.read(REPOSITORY / "release" / "en" / UNIT / NAME, as_version=4)
    next(cell for cell in notebook.cells if cell.id == "answer-fahrenheit").source = SOLVED
    for name, cell in own.items():
        places = [each.id for each in notebook.cells]
        notebook.cells.insert(places.index(name), cell)
    place = root / "submitted" / student / UNIT
    place.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, place / NAME)
    return place


def run(root: Path, *words: str, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{path}"
    environment = {**os.environ, "PATH": path}
    return subprocess.run(["nbgrader", *words], cwd=root, env=environment, capture_output=True, text=True)


def penalty(root: Path, student: str = "alice") -> tuple[datetime | None, float]:
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        submission = book.find_submission(UNIT, student)
        assert submission.score == 1.0
        return submission.timestamp, submission.late_submission_penalty


def test_a_corrected_date_counts_without_force_and_a_removed_one_is_forgotten(root: Path) -> None:
    date = root / "submitted" / "alice" / UNIT / "timestamp.txt"
    run(root, "db", "assignment", "add", UNIT, "--duedate=2026-11-01 23:59 UTC")
    date.write_text("2026-11-05 10:00:00 UTC")
    assert run(root, "autograde", UNIT).returncode == 0
    assert penalty(root) == (datetime(2026, 11, 5, 10), 0.5)
    date.write_text("2026-11-01 10:00:00 UTC")
    assert run(root, "autograde", UNIT).returncode == 0
    assert penalty(root) == (datetime(2026, 11, 1, 10), 0)
    date.write_text("2026-11-05 10:00:00 UTC")
    run(root, "autograde", UNIT)
    date.unlink()
    again = run(root, "autograde", UNIT)
    assert penalty(root) == (None, 0)
    assert "Skipping" not in again.stderr
    assert "Skipping, already done" in run(root, "autograde", UNIT).stderr


@given(
    said=st.one_of(st.text(max_size=40), st.datetimes().map(str), st.from_regex(r"\d{4}-\d\d-\d\d[-_ T][-+:\d ]{8,15}"))
)
def test_whatever_is_said_it_is_a_date_without_a_zone_or_refused(said: str) -> None:
    try:
        assert utc(said).tzinfo is None
    except ValueError:
        return
    assert utc(utc(said).isoformat(" ") + " UTC") == utc(said)


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2026-11-03 10:00:00.123456 UTC\n", datetime(2026, 11, 3, 10, 0, 0, 123456)),  # as nbgrader writes it
        ("2026-11-03T10:00", datetime(2026, 11, 3, 10)),
        ("2026-11-03 10:00:00 +0300", datetime(2026, 11, 3, 7)),
        ("2026-11-03T10:00:00-03", datetime(2026, 11, 3, 13)),
        ("2026-11-03-10-20-30", datetime(2026, 11, 3, 10, 20, 30)),
        ("2026-11-03", datetime(2026, 11, 3)),
        ("03.11.2026 10:00", None),  # in March for some readers
        ("2026-11-03 10:00:00 MSK", datetime(2026, 11, 3, 7)),
        ("2026-11-03 10:00:00.123456 Europe/Moscow", datetime(2026, 11, 3, 7, 0, 0, 123456)),
        ("2026-11-03 10:00 America/Argentina/Buenos_Aires", datetime(2026, 11, 3, 13)),
        ("2026-11-03 10:00:00.5 EET", datetime(2026, 11, 3, 8, 0, 0, 500000)),
        ("2026-07-03 10:00:00 EEST", datetime(2026, 7, 3, 7)),
        ("2026-11-03 10:00:00 GMT", datetime(2026, 11, 3, 10)),
        ("2026-11-03T10:00:00Z", datetime(2026, 11, 3, 10)),
        ("2026-11-03 10:00 +03", datetime(2026, 11, 3, 7)),  # so nbgrader writes zones without a name
        ("2026-11-03 10:00:00 IST", None),  # India or Israel
        ("2026-07-03 10:00:00 IST", None),  # India or Ireland
        ("2026-11-03 10:00:00 BST", None),  # nobody has summer then
        ("2026-11-03 10:00:00 FOO", None),
        ("2026-11-03 10:00:00 europe/moscow", None),
        ("2026-11-03 10:00:00 ../../etc/localtime", None),
        ("yesterday", None),
        ("0001-01-01 00:00:00 +1400", None),
        ("9999-12-31 23:59:59 UTC", None),
        ("9999-12-31 23:59:59 MSK", None),
        ("", None),
    ],
    ids=repr,
)
def test_a_date_is_read_as_it_is_written_or_not_at_all(said: str, when: datetime | None) -> None:
    if when is None:
        with pytest.raises(ValueError):
            utc(said)
    else:
        assert utc(said) == when


@pytest.mark.parametrize(
    ("said", "home", "when"),
    [
        ("2026-11-03 10:00:00 IST", "Asia/Kolkata", datetime(2026, 11, 3, 4, 30)),
        ("2026-11-03 10:00:00 CST", "America/Chicago", datetime(2026, 11, 3, 16)),
        ("2026-07-03 10:00:00 CET", "Africa/Algiers", datetime(2026, 7, 3, 9)),
        ("2026-10-25 02:30:00 CEST", "Europe/Berlin", datetime(2026, 10, 25, 0, 30)),  # the hour that comes twice
        ("2026-10-25 02:30:00 CET", "Europe/Berlin", datetime(2026, 10, 25, 1, 30)),
        ("2026-11-03 10:00:00 MSK", "Asia/Kolkata", datetime(2026, 11, 3, 7)),
        ("2026-11-03 10:00:00 MSK", "no zone", datetime(2026, 11, 3, 7)),
    ],
)
def test_the_zone_in_which_the_class_writes_dates_decides_what_its_name_means(
    said: str, home: str, when: datetime
) -> None:
    assert utc(said, home) == when


def test_a_zone_that_may_be_several_is_refused_with_what_it_may_be() -> None:
    with pytest.raises(NoDate, match=r"IST: Asia/Kolkata, Asia/Tel_Aviv\); write the difference from UTC"):
        utc("2026-11-03 10:00:00 IST")


def test_every_date_that_nbgrader_writes_in_any_zone_is_read_by_a_class_of_that_zone() -> None:
    for zone in sorted(available_timezones() - {"Factory", "localtime"}):
        for moment in (datetime(2026, 1, 31, 11, 30), datetime(2026, 7, 31, 11, 30)):
            written = moment.replace(tzinfo=UTC).astimezone(gettz(zone)).strftime("%Y-%m-%d %H:%M:%S.%f %Z")
            assert utc(written, zone) == moment, written


def test_formgrader_record_and_export_say_the_same_date(root: Path) -> None:
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write('\nget_config().Exchange.timezone = "Asia/Kolkata"\n')
    for student, said in {"alice": "2026-11-03 13:00:00 MSK", "bob": "2026-11-03 15:30:00 IST"}.items():
        (submit(root, student) / "timestamp.txt").write_text(said)
    (submit(root, "carol") / "timestamp.txt").write_text("soon")
    run(root, "db", "assignment", "add", UNIT, "--duedate=2026-11-03 12:30:00 MSK")
    assert run(root, "autograde", UNIT).returncode == 0
    run(root, "export")
    with open(root / "grades.csv", encoding="utf-8") as file:
        exported = {row["student_id"]: (row["timestamp"], row["duedate"]) for row in csv.DictReader(file)}
    assert exported == {
        "alice": ("2026-11-03 10:00:00", "2026-11-03 09:30:00"),
        "bob": ("2026-11-03 10:00:00", "2026-11-03 09:30:00"),
        "carol": ("", "2026-11-03 09:30:00"),
    }
    when = {record.student: record.handed_in for record in records.read(root, UNIT)}
    assert when == {"alice": "2026-11-03T10:00:00", "bob": "2026-11-03T10:00:00", "carol": ""}
    config = Config()
    configure(config, root)
    config.Exchange.timezone = "Asia/Kolkata"
    shown = NbGraderAPI(CourseDirectory(config=config), config=config).get_submissions(UNIT)
    assert {row["student"]: row["timestamp"] or "" for row in shown} == when
    assert all(row["autograded"] for row in shown)


def test_a_date_that_cannot_be_read_needs_somebody_and_is_said_to_everybody(root: Path) -> None:
    (root / "submitted" / "alice" / UNIT / "timestamp.txt").write_text("2026-11-03 10:00:00 IST")
    words = ["grade", UNIT, "--class", str(root)]
    done = subprocess.run(
        [Path(sys.executable).parent / "autograder", *words], capture_output=True, text=True,
        env={**os.environ, "COLUMNS": "300"},
    )  # fmt: skip
    assert done.returncode == 1
    why = "its zone is not clear (IST: Asia/Kolkata, Asia/Tel_Aviv)"
    assert why in " ".join(done.stdout.split())
    assert why in (root / "feedback" / "alice" / UNIT / PAGE).read_text("utf-8")
    (record,) = records.read(root, UNIT)
    assert (record.undated.partition(":")[0], record.handed_in, record.score) == ("ambiguous", "", 1.0)


def test_a_date_that_cannot_be_read_is_told_and_the_work_counts_as_in_time(
    root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    said = {
        "bob": b"\xef\xbb\xbf2026-11-03 10:00:00 UTC", "carol": b"03.11.2026 10:00", "dave": b"\xff\xfe2\x000\x00",
        "erin": "2026-11-03 13:00:00 MSK".encode("utf-16"),
    }  # fmt: skip
    for student, date in said.items():
        (submit(root, student) / "timestamp.txt").write_bytes(date)
    with caplog.at_level(logging.WARNING, "autograder"):
        grade_class(root, UNIT)
    assert {student: penalty(root, student)[0] for student in said} == {
        "bob": datetime(2026, 11, 3, 10), "carol": None, "dave": None, "erin": datetime(2026, 11, 3, 10),
    }  # fmt: skip
    assert caplog.text.count("timestamp.txt: it holds no date like") == 2


def test_the_same_work_handed_in_again_gets_the_new_date_and_its_feedback_back(root: Path) -> None:
    exchange = root / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    (root / "nbgrader_config.py").write_text(f"{CONFIG}\nget_config().Exchange.root = {str(exchange)!r}\n", "utf-8")
    (exchange / "gradient-descent" / "outbound").mkdir(parents=True)
    (exchange / "gradient-descent" / "inbound").mkdir()
    (exchange / "gradient-descent" / "feedback").mkdir()
    for second, secret in enumerate(["a" * 128, "b" * 128]):
        for student in ("alice", "bob"):
            place = submit(root, student)
            (place / "timestamp.txt").write_text(f"2026-11-03 10:00:0{second}.000000 UTC")
            (place / "submission_secret.txt").write_text(secret if student == "alice" else "\x00 no secret at all")
        assert run(root, "autograde", UNIT).returncode == 0
        told = run(root, "generate_feedback", UNIT)
        assert told.returncode == 0, told.stderr
        told = run(root, "release_feedback", UNIT)
        assert told.returncode == 0, told.stderr
        graded = root / "feedback" / "alice" / UNIT
        assert (graded / "submission_secret.txt").read_text() == secret
        assert "10:00:0" + str(second) in (graded / "timestamp.txt").read_text()
    released = list((exchange / "gradient-descent" / "feedback").glob("*.html"))
    assert len(released) == 3, "alice's two, and one for bob that nobody can fetch"


@pytest.mark.parametrize("file", ["start-here (1).ipynb", *([NAME] if THOROUGH else [])])
def test_a_learner_fetches_the_feedback_under_whatever_name_the_file_was_handed_in(root: Path, file: str) -> None:
    exchange, learner = root / "exchange", root / "learner"
    for folder in (exchange, exchange / "gradient-descent" / "inbound", learner / UNIT):
        folder.mkdir(parents=True, exist_ok=True)
    exchange.chmod(0o777)
    settings = (
        f"\nget_config().Exchange.root = {str(exchange)!r}\nget_config().Exchange.cache = {str(root / 'cache')!r}"
    )
    settings += '\nget_config().Exchange.timezone = "Europe/Moscow"\n'
    (root / "nbgrader_config.py").write_text(CONFIG + settings, "utf-8")
    theirs = "get_config().CourseDirectory.course_id = 'gradient-descent'"
    (learner / "nbgrader_config.py").write_text(theirs + settings, "utf-8")
    shutil.rmtree(root / "submitted")
    shutil.move(submit(root, "somebody") / NAME, learner / UNIT / file)
    shutil.rmtree(root / "submitted")
    steps = [
        (root, "release_assignment"), (learner, "submit"), (root, "collect"), (root, "autograde"),
        (root, "generate_feedback"), (root, "release_feedback"), (learner, "fetch_feedback"),
    ]  # fmt: skip
    for place, step in steps:
        done = run(place, step, UNIT)
        assert done.returncode == 0, done.stderr
    (record,) = records.read(root, UNIT)
    assert record.score == 1.0 and record.file == file
    assert abs(datetime.fromisoformat(record.handed_in) - datetime.now(UTC).replace(tzinfo=None)).seconds < 900
    (page,) = (learner / UNIT / "feedback").rglob("*.html")
    assert page.stem == Path(file).stem
    assert "fahrenheit" in page.read_text("utf-8")


def test_words_in_another_cell_wait_for_a_person_with_a_remark(root: Path) -> None:
    words = nbformat.v4.new_markdown_cell("The path gets shorter by the same factor each time.", id="mine")
    submit(root, "bob", summary=words)
    grade_class(root, UNIT)
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        untouched, elsewhere = (book.find_grade("own-words", Path(NAME).stem, UNIT, who) for who in ("alice", "bob"))
        assert (untouched.auto_score, untouched.needs_manual_grade) == (0, False)
        assert (elsewhere.auto_score, elsewhere.needs_manual_grade) == (None, True)
        remark = book.find_comment("own-words", Path(NAME).stem, UNIT, "bob").auto_comment
        assert "text in other cells" in remark
    page = (root / "feedback" / "bob" / UNIT / PAGE).read_text("utf-8")
    assert "the same factor each time" in page and remark in page


def test_without_bubblewrap_nbgrader_says_why_nothing_is_graded(root: Path, tmp_path: Path) -> None:
    empty = tmp_path / "programs"
    empty.mkdir()
    done = run(root, "autograde", UNIT, path=str(empty))
    assert done.returncode == 1
    assert "bubblewrap" in done.stderr and "Nothing is graded without a sandbox" in done.stderr
    assert not (root / "autograded").exists()


def test_a_class_without_a_configuration_gets_one_and_keeps_its_own(root: Path) -> None:
    own = (root / "nbgrader_config.py").read_text("utf-8")
    grade_class(root, UNIT)
    assert (root / "nbgrader_config.py").read_text("utf-8") == own
    (root / "nbgrader_config.py").unlink()
    grade_class(root, UNIT)
    done = run(root, "autograde", UNIT)
    assert "Skipping, already done" in done.stderr, "nbgrader's own command uses our grader here too"


def test_the_setting_of_a_class_that_asks_for_no_sandbox_is_kept_by_both_commands(root: Path) -> None:
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("\nget_config().TrustedAutograde.uncontained = True\n")
    assert [record.contained for record in grade_class(root, UNIT)] == [False]
    done = run(root, "autograde", UNIT, "--force")
    assert done.returncode == 0 and "NOT CONTAINED" in done.stderr


def test_a_folder_that_is_left_out_is_named_and_makes_somebody_look(root: Path) -> None:
    odd = "O'Neil [1]"
    submit(root, odd)
    words = ["grade", UNIT, "--class", str(root)]
    done = subprocess.run([Path(sys.executable).parent / "autograder", *words], capture_output=True, text=True)
    assert done.returncode == 1
    assert "LEFT OUT" in done.stderr and odd in done.stderr
    assert [record.student for record in records.read(root, UNIT)] == ["alice"]
    assert "handed in: 1 of 1" in done.stdout
