"""What the gradebook says of a submission: all that a page shows of points and comments, read at one moment."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from nbgrader.api import Assignment, BaseCell, Comment, Grade, Notebook, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import Connection, bindparam, select

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
    with place.at_one_moment() as book:
        return sorted(
            Standing(name, score, most, penalty, _points(book, its_id), _comments(book, its_id))
            for _, its_id, name, score, most, penalty in book.execute(_NOTEBOOKS, {"unit": unit, "student": student})
        )


class Roll(NamedTuple):
    """What the gradebook says of a whole class in a unit: names of everybody, the due date (UTC), and standings."""

    names: dict[str, str]
    due: datetime | None
    standings: dict[str, Standing]  # of a unit's one notebook, by student


def roll(place: Place, unit: str) -> Roll:
    """Return what the gradebook says of everybody; nobody, if there is none. Raises ``Unusable``."""
    place.require()
    if place.missing():
        return Roll({}, None, {})
    with place.at_one_moment() as book:
        people = book.execute(select(Student.id, Student.first_name, Student.last_name)).all()
        names = {student: " ".join(filter(None, parts)) for student, *parts in people}
        due = book.execute(select(Assignment.duedate).where(Assignment.name == unit)).scalar()
        found = book.execute(_EVERYBODYS.where(Assignment.name == unit)).all()
        standings = {
            student: Standing(name, score, most, penalty, _points(book, its_id), _comments(book, its_id))
            for student, its_id, name, score, most, penalty in found
        }
    return Roll(names, due, standings)


def _points(book: Connection, notebook: str) -> tuple[Points, ...]:
    return tuple(sorted(Points(*row) for row in book.execute(_POINTS, {"notebook": notebook})))


def _comments(book: Connection, notebook: str) -> tuple[tuple[str, str | None], ...]:
    return tuple(sorted((name, words) for name, words in book.execute(_COMMENTS, {"notebook": notebook})))


# nbgrader's own sums, without an object for each row. Each server has an order of letters of its own: Python sorts.
_EVERYBODYS = (
    select(
        SubmittedAssignment.student_id, SubmittedNotebook.id, Notebook.name, SubmittedNotebook.score,
        SubmittedNotebook.max_score, SubmittedNotebook.late_submission_penalty,
    )
    .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
    .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
    .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
)  # fmt: skip
_NOTEBOOKS = _EVERYBODYS.where(
    Assignment.name == bindparam("unit"), SubmittedAssignment.student_id == bindparam("student")
)
_POINTS = (
    select(
        BaseCell.name, Grade.auto_score, Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade, Grade.score,
        Grade.max_score,
    )
    .join(BaseCell, BaseCell.id == Grade.cell_id)
    .where(Grade.notebook_id == bindparam("notebook"))
)  # fmt: skip
_COMMENTS = (
    select(BaseCell.name, Comment.comment)
    .join(BaseCell, BaseCell.id == Comment.cell_id)
    .where(Comment.notebook_id == bindparam("notebook"))
)
