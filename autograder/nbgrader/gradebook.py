"""nbgrader's gradebook: usable or said why not, and all the marks of a submission go into it together or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from logging import Logger
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from nbgrader import api
from nbgrader.api import Gradebook, InvalidEntry
from nbgrader.converters import NbGraderException
from sqlalchemy import event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from autograder import durable
from autograder.turns import NOTICE

BACKUPS = 30
DAMAGED = (
    "is damaged; put the latest sound one of backup/gradebook-*.db in its place, or move it away: the judge's points "
    "are written again from the records, those given by hand are in the backups only"
)
SOON = 1.0  # seconds for which nobody needs to be told that a program waits


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
        """Whether there is no gradebook yet, or an empty file."""
        return bool(self.file) and not (self.file.exists() and self.file.stat().st_size)

    def require(self, *, thoroughly: bool = False) -> None:
        """Wait until no other program writes into it; ``thoroughly``: look whether it is sound and can be written.

        Raises ``Unusable``.
        """
        if not self.file or not self.file.exists():
            return
        try:
            with contextlib.closing(sqlite3.connect(self.file, isolation_level=None)) as book:
                self._begin(book)
                if thoroughly:
                    sound = book.execute("PRAGMA quick_check(1)").fetchone()[0]
                    if sound != "ok":
                        damage = sqlite3.DatabaseError(sound)
                        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
                        raise damage
                    (version,) = book.execute("PRAGMA user_version").fetchone()
                    book.execute(f"PRAGMA user_version = {version}")  # writes, and is taken back
                book.execute("ROLLBACK")
        except sqlite3.Error as error:
            self.give_up(error)

    def _begin(self, book: sqlite3.Connection) -> None:
        soon = min(SOON, self.patience)
        book.execute(f"PRAGMA busy_timeout = {1000 * soon:.0f}")
        try:
            book.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY:
                raise
            self.log.log(NOTICE, "another program uses the gradebook; waiting for up to %g seconds", self.patience)
            book.execute(f"PRAGMA busy_timeout = {1000 * (self.patience - soon):.0f}")
            book.execute("BEGIN EXCLUSIVE")

    def back_up(self, folder: Path) -> None:
        """Copy the gradebook into ``folder`` as it is now; the latest thirty copies are kept."""
        if not self.file or self.missing():
            return
        durable.make_folder(folder)
        name = f"gradebook-{time.strftime('%Y%m%dT%H%M%S', time.gmtime())}-{time.time_ns() % 10**9:09}.db"
        part = folder / ".gradebook.part"
        try:
            part.unlink(missing_ok=True)  # of a program that was killed
            closing = contextlib.closing
            with closing(sqlite3.connect(self.file)) as now, closing(sqlite3.connect(part)) as copy:
                now.backup(copy)
            durable.move_into_place(part, folder / name)
        except sqlite3.Error as error:
            self.give_up(error)
        finally:
            part.unlink(missing_ok=True)
        for old in sorted(folder.glob("gradebook-*.db"))[:-BACKUPS]:
            old.unlink()

    def give_up(self, error: Exception) -> NoReturn:
        """Say in a sentence what a database has raised, and raise ``Unusable`` with it."""
        where = self.file or "in the database"
        why = {
            sqlite3.SQLITE_BUSY: f"is still used by another program after {self.patience:g} seconds; close that one",
            sqlite3.SQLITE_READONLY: "cannot be written; change its permissions or those of its folder",
            sqlite3.SQLITE_CANTOPEN: "cannot be opened; look at its permissions and at those of its folder",
            sqlite3.SQLITE_FULL: "cannot be written: the disk is full",
            sqlite3.SQLITE_CORRUPT: DAMAGED,
            sqlite3.SQLITE_NOTADB: DAMAGED,
        }.get(_code(error), f"cannot be used: {error}; if nbgrader is another version now, see 'nbgrader db upgrade'")
        self.log.error("The gradebook %s %s.", where, why)  # nbgrader's commands say nothing of the exception
        raise Unusable(f"The gradebook {where} {why}.") from None


class WholeGradebook(Gradebook):
    """A gradebook in one transaction: nbgrader's many commits only note, ``keep`` keeps it all."""

    def __init__(self, place: Place, course_id: str) -> None:
        super().__init__(place.patient, course_id)
        self.db.remove()
        self.db = scoped_session(sessionmaker(bind=self.engine, class_=_Noting, future=True))
        self._missing: list[str] = []
        self._old: dict[tuple[Any, str], Any] = {}  # by row and column
        event.listen(self.db, "before_flush", self._note)
        if place.file:
            # EXTRA: what was kept stays when the power fails right after. EXCLUSIVE: all waiting is here, none later.
            self.db.execute(text("PRAGMA synchronous = EXTRA"))
            self.db.execute(text("BEGIN EXCLUSIVE"))

    def keep(self) -> None:
        """Keep everything that was written since the gradebook was opened."""
        self.db().keep()

    def complete(self, assignment_id: str, student_id: str) -> None:
        """Make what a submission that is there lacks: a row for each graded cell and each comment."""
        submission = self.find_submission(assignment_id, student_id)
        theirs = {own.notebook_id: own for own in submission.notebooks}
        for notebook in submission.assignment.notebooks:
            own = theirs.get(notebook.id) or api.SubmittedNotebook(notebook=notebook, assignment=submission)
            for kind, rows, cells in (
                (api.Grade, own.grades, notebook.grade_cells), (api.Comment, own.comments, notebook.solution_cells),
            ):  # fmt: skip
                there = {row.cell_id for row in rows}
                for cell in cells:
                    if cell.id not in there:
                        self.db.add(kind(cell_id=cell.id, notebook=own))
        self.db.commit()

    @property
    def changes(self) -> list[str]:
        """What was written so far that was not there, in words."""
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
        self.flush()
        self.expire_all()

    def keep(self) -> None:
        super().commit()


@contextlib.contextmanager
def opened(place: Place, course_id: str) -> Iterator[WholeGradebook]:
    """Open a gradebook; without ``keep`` nothing is changed. Raises ``Unusable``."""
    place.require()
    try:
        with WholeGradebook(place, course_id) as book:
            yield book
    except DBAPIError as error:
        place.give_up(error.orig or error)
    except InvalidEntry as error:  # nbgrader's word for whatever the database has raised
        cause = error.__context__
        place.give_up(cause.orig if isinstance(cause, DBAPIError) and cause.orig else error)


def _code(error: Exception) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
