"""What the gradebook says of a submission: all that a page shows of points and comments, read at one moment."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from nbgrader.api import Assignment, BaseCell, Comment, Grade, Notebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import Connection, Engine, NullPool, bindparam, create_engine, select
from sqlalchemy.exc import DBAPIError

from autograder.nbgrader.gradebook import Place


class Points(NamedTuple):
    """The points of one cell, and whether a person has still to give them."""

    cell: str
    auto_score: float | None
    manual_score: float | None
    extra_credit: float | None
    waits: bool
    score: float
    max_score: float


class Standing(NamedTuple):
    """The points of one notebook of a submission, and the comment of each cell that has room for one."""

    notebook: str
    score: float
    max_score: float
    late_penalty: float | None
    points: tuple[Points, ...]
    comments: tuple[tuple[str, str | None], ...]


def standing(place: Place, unit: str, student: str) -> list[Standing]:
    """Return the standing of a student's notebooks; none if nothing was handed in. Raises ``Unusable``."""
    place.require()
    if place.missing():
        return []
    try:
        with _engine(place.patient).connect() as book:
            if place.file:
                book.exec_driver_sql("BEGIN")  # Python would read each table at another moment
            return [
                Standing(name, score, most, penalty, _points(book, its_id), _comments(book, its_id))
                for its_id, name, score, most, penalty in book.execute(_NOTEBOOKS, {"unit": unit, "student": student})
            ]
    except DBAPIError as error:
        place.give_up(error.orig or error)


def _points(book: Connection, notebook: str) -> tuple[Points, ...]:
    return tuple(Points(*row) for row in book.execute(_POINTS, {"notebook": notebook}))


def _comments(book: Connection, notebook: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((name, words) for name, words in book.execute(_COMMENTS, {"notebook": notebook}))


@lru_cache(maxsize=4)
def _engine(url: str) -> Engine:
    """Return what opens a gradebook for each reading anew: no file is held, and none that was replaced is read."""
    return create_engine(url, poolclass=NullPool)


# nbgrader's own sums, without an object for each row.
_NOTEBOOKS = (
    select(
        SubmittedNotebook.id, Notebook.name, SubmittedNotebook.score, SubmittedNotebook.max_score,
        SubmittedNotebook.late_submission_penalty,
    )
    .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
    .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
    .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
    .where(Assignment.name == bindparam("unit"), SubmittedAssignment.student_id == bindparam("student"))
    .order_by(Notebook.name)
)  # fmt: skip
_POINTS = (
    select(
        BaseCell.name, Grade.auto_score, Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade, Grade.score,
        Grade.max_score,
    )
    .join(BaseCell, BaseCell.id == Grade.cell_id)
    .where(Grade.notebook_id == bindparam("notebook"))
    .order_by(BaseCell.name)
)  # fmt: skip
_COMMENTS = (
    select(BaseCell.name, Comment.comment)
    .join(BaseCell, BaseCell.id == Comment.cell_id)
    .where(Comment.notebook_id == bindparam("notebook"))
    .order_by(BaseCell.name)
)
