"""``nbgrader export`` for names with commas in them: nbgrader's own writes them as they are, and columns move."""

from __future__ import annotations

from pathlib import Path

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student
from nbgrader.plugins import ExportPlugin

from autograder.support.atomic_files import write_atomically
from autograder.support.spreadsheet import as_csv

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
    "late_submission_penalty", "score", "max_score",
)  # fmt: skip


class QuotedCsv(ExportPlugin):
    """nbgrader's columns as a CSV file in UTF-8: a row for each student and assignment, handed in or not.

    After them comes a column for each question: ``04 loss`` has the points of ``loss`` in unit 04.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Write the file that ``--to`` names, or ``grades.csv``."""
        path = self.to or "grades.csv"
        self.log.info("Exporting grades to %s", path)
        students, assignments = set(map(str, self.student)), set(map(str, self.assignment))
        rows = [
            _row(gradebook, assignment, student)
            for assignment in gradebook.assignments
            for student in gradebook.students
            if (not assignments or assignment.name in assignments) and (not students or student.id in students)
        ]
        questions = sorted({column for row in rows for column in row} - {*COLUMNS})
        _write(Path(path).resolve(), as_csv([*COLUMNS, *questions], rows))


def _write(path: Path, table: bytes) -> None:
    if path.exists() and not path.is_file():  # /dev/stdout, for example: nothing there can be replaced
        with path.open("wb") as file:
            file.write(table)
    else:
        write_atomically(path, table)


def _row(gradebook: Gradebook, assignment: Assignment, student: Student) -> dict[str, object]:
    row = {
        "assignment": assignment.name, "duedate": assignment.duedate, "student_id": student.id,
        "last_name": student.last_name, "first_name": student.first_name, "email": student.email,
        "max_score": assignment.max_score, "raw_score": 0.0, "late_submission_penalty": 0.0, "score": 0.0,
    }  # fmt: skip
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        return row
    penalty = submission.late_submission_penalty
    points = {
        f"{assignment.name[:2]} {grade.name.removeprefix('test-')}": grade.score
        for notebook in submission.notebooks for grade in notebook.grades
    }  # fmt: skip
    return row | points | {
        "timestamp": submission.timestamp, "raw_score": submission.score, "late_submission_penalty": penalty,
        "score": max(0.0, submission.score - penalty),
    }  # fmt: skip
