"""A gradebook that is busy, read-only, damaged or full: a message, one sentence, and never half of the points."""

from __future__ import annotations

import contextlib
import fcntl
import logging
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nbgrader.converters import NbGraderException
from postgresql import contents
from small_class import POINTS, UNIT, autograde_again, believing, copied, grader, points, rows, submit
from sqlalchemy import event
from sqlalchemy.engine import Engine

from autograder.classroom.grading import grade_class
from autograder.nbgrader import autograde
from autograder.nbgrader.gradebook import Place, fill, opened

LOCKS = """
import sqlite3, sys
book = sqlite3.connect(sys.argv[1], isolation_level=None)
book.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.readline()
"""


def may_write_everywhere() -> bool:
    """Whether permissions mean nothing for who runs this, as for root."""
    with tempfile.NamedTemporaryFile() as file:
        os.chmod(file.name, 0o444)
        return os.access(file.name, os.W_OK)


AN_ORDINARY_USER = pytest.mark.skipif(may_write_everywhere(), reason="root may write everywhere")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("graded")
    submit(root, "alice")
    submit(root, "bob")
    with believing():
        grade_class(root, UNIT)
    assert points(root) == {"alice": POINTS, "bob": POINTS}
    return root


@pytest.fixture
def root(graded: Path, tmp_path: Path) -> Path:
    return copied(graded, tmp_path / "class")


def test_a_new_gradebook_bears_the_version_that_nbgrader_itself_would_write(root: Path) -> None:
    script = "from nbgrader.api import get_alembic_version\nprint(get_alembic_version())"
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command, environment = [sys.executable, "-c", script], os.environ | {"PATH": path}
    theirs = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    with contextlib.closing(sqlite3.connect(root / "gradebook.db")) as book:
        assert book.execute("SELECT version_num FROM alembic_version").fetchall() == [(theirs,)]


@contextlib.contextmanager
def in_use(gradebook: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that writes in the gradebook until it reads a line."""
    program = subprocess.Popen(
        [sys.executable, "-c", LOCKS, str(gradebook)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout and program.stdout.readline() == "locked\n"
    try:
        yield program
    finally:
        program.communicate("\n")


def test_a_grader_waits_with_a_message_for_another_program_and_then_goes_on(root: Path) -> None:
    with in_use(root / "gradebook.db") as other:
        waiting = grader(root, "free")
        assert waiting.stderr and other.stdin
        said = next(line for line in waiting.stderr if "waiting" in line)
        assert "another program uses the gradebook" in said and "60 seconds" in said
    waiting.communicate()
    assert waiting.returncode == 0
    assert points(root) == {"alice": POINTS, "bob": POINTS}


def stopped(root: Path, caplog: pytest.LogCaptureFixture, **traits: Any) -> str:
    """Return the one sentence with which a grader stops before it judges anybody."""
    submit(root, "alice", "wrong = 1")
    caplog.clear()
    with believing() as asked, caplog.at_level(logging.ERROR), pytest.raises(NbGraderException):
        autograde_again(root, **traits)
    assert asked == []
    (said,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert said.exc_info is None and "\n" not in said.getMessage()
    return said.getMessage()


def test_a_gradebook_that_stays_in_use_stops_the_batch_before_judging(
    root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with in_use(root / "gradebook.db"):
        said = stopped(root, caplog, patience=0.2)
    assert "still used by another program after 0.2 seconds" in said


def overwritten(path: Path) -> None:
    path.write_bytes(b"this is no database " * 1000)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def a_hole(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(size - 8192))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES = {"overwritten": overwritten, "cut": cut, "with a hole": a_hole, "a folder": a_folder}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_gradebook_stops_the_batch_before_judging_and_no_backup_is_made_of_it(
    root: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None]
) -> None:
    before = sorted((root / "backup").iterdir())
    damage(root / "gradebook.db")
    assert str(root / "gradebook.db") in stopped(root, caplog)
    assert sorted((root / "backup").iterdir()) == before


@AN_ORDINARY_USER
@pytest.mark.parametrize("place", ["gradebook.db", "."])
def test_a_gradebook_that_cannot_be_written_stops_the_batch_before_judging(
    root: Path, caplog: pytest.LogCaptureFixture, place: str
) -> None:
    mode = (root / place).stat().st_mode
    submit(root, "alice", "wrong = 1")
    (root / place).chmod(mode & 0o555)
    try:
        assert "cannot be " in stopped(root, caplog)
    finally:
        (root / place).chmod(mode)


@pytest.fixture
def no_room(root: Path) -> Iterator[Callable[[], None]]:
    """What makes a gradebook as large as it can become."""
    listeners = []

    def fill() -> None:
        with contextlib.closing(sqlite3.connect(root / "gradebook.db")) as book:
            book.execute("VACUUM")
            (pages,) = book.execute("PRAGMA page_count").fetchone()

        def limit(connection: sqlite3.Connection, _: Any) -> None:
            connection.execute(f"PRAGMA max_page_count = {pages}")

        event.listen(Engine, "connect", limit)
        listeners.append(limit)

    yield fill
    for limit in listeners:
        event.remove(Engine, "connect", limit)


def test_a_full_disk_stops_the_batch_and_leaves_nobody_with_half_of_the_points(
    root: Path, no_room: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    newcomers = [f"student-{number}" for number in range(40)]
    for student in newcomers:
        submit(root, student)
    no_room()
    with believing(), pytest.raises(NbGraderException):
        autograde_again(root)
    assert "the disk is full" in caplog.text
    there = rows(root)
    assert 2 <= len(there) < 42
    for student, cells in there.items():
        assert sum(auto or 0 for auto, _, _ in cells.values()) == POINTS, student


@pytest.mark.parametrize("nth", [1, 2])
def test_a_grader_that_fails_anywhere_between_two_points_changes_none_of_them(
    root: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    before = rows(root)
    add, calls = autograde.SaveVerdicts._add_score, []

    def fails(self: Any, *args: Any) -> None:
        calls.append(args)
        if len(calls) == nth:
            raise KeyboardInterrupt
        add(self, *args)

    submit(root, "alice", "wrong = 1")
    with believing(), monkeypatch.context() as patched:
        patched.setattr(autograde.SaveVerdicts, "_add_score", fails)
        with pytest.raises(KeyboardInterrupt):
            grade_class(root, UNIT, ["alice"])
    assert rows(root) == before
    with believing():
        autograde_again(root)
    assert points(root) == {"alice": 0, "bob": POINTS}


def test_each_submission_is_one_transaction_of_as_many_statements_as_the_last_one(root: Path) -> None:
    for student in ("carol", "dave"):
        submit(root, student)
    kept: list[list[str]] = [[]]
    steps = {
        "before_cursor_execute": lambda *args: kept[-1].append(args[2].split()[0]),
        "commit": lambda _: kept.append([]),
    }
    with believing(), pytest.MonkeyPatch.context() as patched:
        patched.setattr(autograde, "register", lambda *_: None)  # nbgrader's own, once for all of them
        for name, step in steps.items():
            event.listen(Engine, name, step)
        try:
            autograde_again(root, ["carol", "dave"])
        finally:
            for name, step in steps.items():
                event.remove(Engine, name, step)
    writing = [[word for word in each if word in ("INSERT", "UPDATE")] for each in kept]
    # The student, the submission, its notebook, all its points, all its comments.
    assert writing == [["INSERT"] * 5, ["INSERT"] * 5, []]


@pytest.mark.parametrize("table", ["student", "submitted_assignment", "submitted_notebook", "grade", "comment"])
def test_a_statement_that_fails_in_the_middle_leaves_nothing_of_that_submission(
    root: Path, table: str, caplog: pytest.LogCaptureFixture
) -> None:
    book = f"sqlite:///{root / 'gradebook.db'}"
    submit(root, "carol")
    with believing():
        autograde_again(root)
    whole, before = contents(book), contents(f"sqlite:///{sorted((root / 'backup').glob('gradebook-*.db'))[-1]}")

    def fails(*args: Any) -> None:
        if args[2].startswith(f"INSERT INTO {table} "):
            raise sqlite3.OperationalError("disk I/O error")

    shutil.copyfile(sorted((root / "backup").glob("gradebook-*.db"))[-1], root / "gradebook.db")
    event.listen(Engine, "before_cursor_execute", fails)
    try:
        with believing(), pytest.raises(NbGraderException, match="disk I/O error"):
            autograde_again(root)
    finally:
        event.remove(Engine, "before_cursor_execute", fails)
    assert contents(book) == before
    with believing():
        autograde_again(root)
    assert contents(book) == whole


def test_no_unit_is_made_anew_while_a_submission_is_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = []

    def fills(*args: Any) -> None:
        with open(root / ".course_key") as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        held.append(True)
        fill(*args)

    monkeypatch.setattr(autograde, "fill", fills)
    submit(root, "carol")
    with believing():
        autograde_again(root)
    assert held == [True]


def test_what_is_kept_stays_when_the_power_fails(root: Path) -> None:
    place = Place(f"sqlite:///{root / 'gradebook.db'}", 1.0, logging.getLogger())
    with opened(place, "gradient-descent") as book:
        connection = book.db.connection()
        synchronous, journal = (
            connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("synchronous", "journal_mode")
        )
    assert (synchronous, journal) == (3, "delete")  # EXTRA: the names of the journal are synced as well


def test_a_backup_that_fails_leaves_no_file_among_the_thirty(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(f"sqlite:///{root / 'gradebook.db'}", 1.0, logging.getLogger())
    for _ in range(31):
        place.back_up(root / "backup")
    before = sorted((root / "backup").glob("*.db"))
    assert len(before) == 30
    connect = sqlite3.connect

    def small(path: Path, **more: Any) -> sqlite3.Connection:
        book = connect(path, **more)
        if path.name != "gradebook.db":
            book.execute("PRAGMA max_page_count = 3")
        return book

    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(NbGraderException, match="the disk is full"):
        place.back_up(root / "backup")
    assert sorted(path for path in (root / "backup").iterdir() if path.is_file()) == before
