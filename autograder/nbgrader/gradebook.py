"""nbgrader's gradebook: usable or said why not, and all the marks of a submission go into it together or not at all.

It is a file (SQLite) or lies in a server (PostgreSQL). One program at a time writes into it; another waits and says so.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from logging import Logger
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from nbgrader import api
from nbgrader.api import Gradebook, InvalidEntry
from nbgrader.converters import NbGraderException
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, StatementError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import FlushError

from autograder.support import atomic_files
from autograder.support.locks import NOTICE

BACKUPS = 30
SOON = 1.0  # seconds for which nobody needs to be told that a program waits

# How to become the only one who writes, after {wait} milliseconds at the most.
ALONE = {
    "sqlite": (
        "PRAGMA busy_timeout = {wait}",
        "PRAGMA synchronous = EXTRA",  # what was kept stays when the power fails right after
        "BEGIN EXCLUSIVE",  # all waiting is here, none later
    ),
    "postgresql": (
        "SET LOCAL lock_timeout = {wait}",
        "LOCK TABLE grade IN SHARE ROW EXCLUSIVE MODE",  # who gives points by hand waits too; who reads does not
    ),
}
# How to read all tables as they are at one moment.
ONE_MOMENT = {"sqlite": "BEGIN", "postgresql": "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"}

IN_USE = "is still used by another program after {patience:g} seconds; close that one"
FULL = "cannot be written: the disk is full"
DAMAGED = (
    "is damaged; put the latest sound one of backup/gradebook-*.db in its place, or move it away: the judge's points "
    "are written again from the records, those given by hand are in the backups only"
)
NOT_YOURS = "cannot be written; its owner has to GRANT you its tables"
WHY: dict[int | str, str] = {  # by SQLite's error code, or PostgreSQL's
    sqlite3.SQLITE_BUSY: IN_USE, "55P03": IN_USE,
    sqlite3.SQLITE_FULL: FULL, "53100": FULL,
    sqlite3.SQLITE_CORRUPT: DAMAGED, sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_READONLY: "cannot be written; change its permissions or those of its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; look at its permissions and at those of its folder",
    "42501": NOT_YOURS, "25006": "cannot be written: the server only lets it be read",
}  # fmt: skip
CUT_OFF = "cannot be reached: {error}; when the server runs, run the grader again: it goes on where it has stopped"
OTHER = "cannot be used: {error}; if nbgrader is another version now, see 'nbgrader db upgrade'"
NO_DRIVER = "needs the Python package {error}; for PostgreSQL: python -m pip install 'psycopg[binary]'"
NO_ADDRESS = "is none: db_url begins with postgresql:// or sqlite:///"


class Unusable(NbGraderException):
    """The gradebook cannot be used, and why: nothing can be graded."""


class Place(NamedTuple):
    """A gradebook by its address, and for how many seconds to wait for another program that uses it."""

    url: str
    patience: float
    log: Logger

    @property
    def file(self) -> Path | None:
        """The file of it, or None if it lies in a server."""
        return Path(self.url.removeprefix("sqlite:///")) if self.url.startswith("sqlite:///") else None

    @property
    def patient(self) -> str:
        """The address by which nbgrader waits as long."""
        return f"{self.url}?timeout={self.patience:g}" if self.file else self.url

    def missing(self) -> bool:
        """Whether there is no gradebook yet: an empty file or database, or none. Raises ``Unusable``."""
        if self.file:
            return not (self.file.exists() and self.file.stat().st_size)
        with self.said(), self._connected() as book:
            return not inspect(book).has_table(api.Grade.__tablename__)

    def require(self, *, thoroughly: bool = False) -> None:
        """Wait until it can be read; ``thoroughly``: until it can be written too, and look whether it is sound.

        Raises ``Unusable``.
        """
        if self.file.exists() if self.file else thoroughly and not self.missing():
            with self.said(), self.alone() as book:
                if self.file and thoroughly:
                    _examine(book)

    @contextlib.contextmanager
    def alone(self) -> Iterator[Connection]:
        """Open it with nobody else writing; unless committed, all is taken back."""
        with self._connected() as book:
            soon = min(SOON, self.patience)
            try:
                _exclude_others(book, soon)
            except DBAPIError as error:
                if WHY.get(_code(error)) != IN_USE:
                    raise
                book.rollback()
                self.log.log(NOTICE, "another program uses the gradebook; waiting for up to %g seconds", self.patience)
                _exclude_others(book, self.patience - soon)
            yield book

    @contextlib.contextmanager
    def at_one_moment(self) -> Iterator[Connection]:
        """Open it to be read, all of it as it is at one moment. Raises ``Unusable``."""
        with self.said(), self._connected() as book:
            if book.dialect.name in ONE_MOMENT:
                book.exec_driver_sql(ONE_MOMENT[book.dialect.name])
            yield book

    def _connected(self) -> Connection:
        try:
            return _engine(self.patient).connect()
        except ModuleNotFoundError as error:
            self._give_up(NO_DRIVER.format(error=error.name))
        except ArgumentError:
            self._give_up(NO_ADDRESS)

    def back_up(self, folder: Path) -> None:
        """Copy a file into ``folder`` as it is now, the latest thirty copies are kept; a server has its own backups."""
        if not self.file or self.missing():
            return
        atomic_files.make_folder(folder)
        name = f"gradebook-{time.strftime('%Y%m%dT%H%M%S', time.gmtime())}-{time.time_ns() % 10**9:09}.db"
        part = folder / ".gradebook.part"
        closing = contextlib.closing
        try:
            part.unlink(missing_ok=True)  # of a program that was killed
            with self.said(), closing(sqlite3.connect(self.file)) as now, closing(sqlite3.connect(part)) as copy:
                now.backup(copy)
            atomic_files.move_into_place(part, folder / name)
        finally:
            part.unlink(missing_ok=True)
        for old in sorted(folder.glob("gradebook-*.db"))[:-BACKUPS]:
            old.unlink()

    @contextlib.contextmanager
    def said(self) -> Iterator[None]:
        """Say in a sentence whatever a database raises, and raise ``Unusable`` with it."""
        try:
            yield
        except (StatementError, FlushError, InvalidEntry, sqlite3.Error) as error:
            words = " ".join(str(getattr(error, "orig", None) or error).split())
            why = WHY.get(_code(error), OTHER if self.file or not _is_cut_off(error) else CUT_OFF)
            self._give_up(why.format(patience=self.patience, error=words))

    @property
    def where(self) -> str:
        """The file, or the server's address without a password."""
        try:
            return str(self.file or make_url(self.url).render_as_string(hide_password=True))
        except ArgumentError:
            return "in a server"

    def _give_up(self, why: str) -> NoReturn:
        self.log.error("The gradebook %s %s.", self.where, why)  # nbgrader's commands say nothing of the exception
        raise Unusable(f"The gradebook {self.where} {why}.") from None


class AtomicGradebook(Gradebook):
    """A gradebook for one submission, in one transaction: nbgrader's many commits only note, ``keep`` keeps it all."""

    def __init__(self, connection: Connection, course_id: str) -> None:
        # Not nbgrader's own: it opens a database for itself, looks for every table, and compiles every statement anew.
        self.course_id, self.authenticator = course_id, None
        self.db = _Noting(connection, join_transaction_mode="control_fully")
        self._rows: dict[tuple[type, str, str, str, str], Any] = {}
        self._missing: list[str] = []
        self._old: dict[tuple[Any, str], Any] = {}  # by row and column
        self.check_course(course_id)
        self.db.flush()
        event.listen(self.db, "before_flush", self._note)

    def close(self) -> None:
        """Forget what was not kept."""
        self.db.close()

    def keep(self) -> None:
        """Keep everything that was written since the gradebook was opened."""
        self.db.keep()

    def submit(self, assignment_id: str, student_id: str, when: datetime | None) -> None:
        """Make what is not there: the student, the submission, and a row for each graded cell and each comment."""
        self.update_or_create_student(student_id)
        submission = self.update_or_create_submission(assignment_id, student_id, timestamp=when)
        notebooks = submission.assignment.notebooks
        theirs = {own.notebook: own for own in submission.notebooks}
        for notebook in notebooks:
            own = theirs.get(notebook) or api.SubmittedNotebook(notebook=notebook, assignment=submission)
            for kind, rows, cells in (
                (api.Grade, own.grades, notebook.grade_cells), (api.Comment, own.comments, notebook.solution_cells),
            ):  # fmt: skip
                there = {row.cell_id: row for row in rows}
                for cell in cells:
                    row = there.get(cell.id) or kind(cell_id=cell.id, notebook=own)
                    self.db.add(row)
                    self._rows[kind, cell.name, notebook.name, assignment_id, student_id] = row

    def find_grade(self, grade_cell: str, notebook: str, assignment: str, student: str) -> api.Grade:
        """As nbgrader's, without asking the database again."""
        row = self._rows.get((api.Grade, grade_cell, notebook, assignment, student))
        return row or super().find_grade(grade_cell, notebook, assignment, student)

    def find_comment(self, solution_cell: str, notebook: str, assignment: str, student: str) -> api.Comment:
        """As nbgrader's, without asking the database again."""
        row = self._rows.get((api.Comment, solution_cell, notebook, assignment, student))
        return row or super().find_comment(solution_cell, notebook, assignment, student)

    @property
    def changes(self) -> list[str]:
        """What was written so far that was not there, in words."""
        self.db.flush()
        changed = [(row, name, old, getattr(row, name)) for (row, name), old in self._old.items()]
        return self._missing + [
            f"{getattr(row, 'name', '')} {name}: {old} instead of {now}".strip()
            for row, name, old, now in changed if old != now
        ]  # fmt: skip

    def _note(self, session: Session, *_: Any) -> None:
        new = {type(each) for each in session.new}
        if new:
            whole = new & {api.Student, api.SubmittedAssignment}
            self._missing.append("the submission is not in it" if whole else "points are not in it")
        for each in set(session.dirty) - set(session.new):
            for name in inspect(type(each)).column_attrs.keys():  # noqa: SIM118, it is no dictionary
                history = inspect(each).attrs[name].history
                if history.added:
                    self._old.setdefault((each, name), (*history.deleted, None)[0])


class _Noting(Session):
    """A session in which only ``keep`` ends the transaction."""

    def commit(self) -> None:
        """Write nothing yet, however often nbgrader asks: it is all written together."""

    def keep(self) -> None:
        super().commit()


@contextlib.contextmanager
def opened(place: Place, course_id: str) -> Iterator[AtomicGradebook]:
    """Open a gradebook; without ``keep`` nothing is changed. Raises ``Unusable``."""
    with place.said(), _opened(place, course_id) as book:
        yield book


def fill(place: Place, course_id: str, write: Callable[[AtomicGradebook], None]) -> None:
    """Keep all that ``write`` does, or nothing. Raises ``Unusable``, also if a server ends the connection twice."""

    def attempt() -> None:
        with _opened(place, course_id) as book:
            write(book)
            book.keep()

    with place.said():
        try:
            attempt()
        except DBAPIError as error:
            if place.file or not error.connection_invalidated:
                raise
            place.log.log(NOTICE, "the connection to the gradebook was lost; trying once more")
            attempt()


@contextlib.contextmanager
def _opened(place: Place, course_id: str) -> Iterator[AtomicGradebook]:
    try:
        with place.alone() as connection, AtomicGradebook(connection, course_id) as book:
            yield book
    except InvalidEntry as error:  # nbgrader's word for whatever the database has raised
        raise error.__context__ or error from None


@lru_cache(maxsize=4)
def _engine(url: str) -> Engine:
    """Return what opens a gradebook each time anew: no file is held, and none that was replaced is read."""
    return create_engine(url, poolclass=NullPool)


def _exclude_others(book: Connection, patience: float) -> None:
    for statement in ALONE.get(book.dialect.name, ()):
        book.exec_driver_sql(statement.format(wait=max(1, round(1000 * patience))))


def _examine(book: Connection) -> None:
    sound = book.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if sound != "ok":
        damage = sqlite3.DatabaseError(sound)
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage
    version = book.exec_driver_sql("PRAGMA user_version").scalar_one()
    book.exec_driver_sql(f"PRAGMA user_version = {version}")  # writes, and is taken back


def _code(error: Exception) -> int | str:
    error = getattr(error, "orig", None) or error
    return getattr(error, "sqlite_errorcode", 0) & 0xFF or getattr(error, "sqlstate", None) or ""


def _is_cut_off(error: Exception) -> bool:
    """Whether there is no connection, or it has ended: PostgreSQL's driver gives no code then."""
    return isinstance(error, OperationalError) and (error.connection_invalidated or not _code(error))
