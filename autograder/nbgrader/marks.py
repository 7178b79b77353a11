"""What a record comes to in the gradebook: points and comments of every cell, and what lateness costs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from nbgrader.utils import is_grade

from autograder.classroom.records import Record
from autograder.intake.submission import Submission
from autograder.judging.verdict import Verdict
from autograder.nbgrader.gradebook import AtomicGradebook
from course.language import text
from course.workspace import notebook_file


class SaveVerdicts(SaveAutoGrades):
    """Write the verdicts of a record into an open gradebook; manual scores and comments stay.

    A manual score is final as long as the answer's text is that of the record ``before``.
    """

    def __init__(
        self, record: Record, submission: Submission, before: Record | None, book: AtomicGradebook, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.gradebook, self.assignment_id, self.student_id = book, record.unit, record.student
        self.notebook_id = _notebook_id(record.unit)
        self._elsewhere = submission.elsewhere
        self._lang = submission.lang
        self._verdicts = {f"test-{verdict.exercise}": verdict for verdict in record.verdicts}
        self._same = set(same_answers(record, before))
        if self._elsewhere and not (before and before.sha256 == record.sha256):
            self._same -= _written(submission.notebook)  # what changed may be the answer

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Write the points and comments of every cell."""
        return super(SaveAutoGrades, self).preprocess(nb, resources)  # nbgrader's own opens a gradebook for itself

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        name = cell.metadata["nbgrader"]["grade_id"]
        entry = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        final = entry.manual_score is not None and not entry.needs_manual_grade
        if cell.cell_type != "code":  # written by hand, graded by hand; an untouched answer is 0
            super()._add_score(cell, resources)
            if self._elsewhere:
                entry.auto_score, entry.needs_manual_grade = None, True
        else:
            verdict: Verdict | None = self._verdicts.get(name)
            entry.auto_score = verdict.score if verdict else None
            entry.needs_manual_grade = entry.auto_score is None or entry.manual_score is not None
        if final and name.replace("test-", "answer-", 1) in self._same:
            entry.needs_manual_grade = False
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: Any) -> None:
        super()._add_comment(cell, resources)
        if cell.cell_type != "code" and self._elsewhere:
            name = cell.metadata["nbgrader"]["grade_id"]
            comment = self.gradebook.find_comment(name, self.notebook_id, self.assignment_id, self.student_id)
            comment.auto_comment = text("check.written.elsewhere", self._lang)
            self.gradebook.db.commit()


class SavePenalty(AssignLatePenalties):
    """Write what lateness costs into an open gradebook, as the class's plug-in says."""

    def save(self, book: AtomicGradebook, record: Record) -> None:
        """Work the penalty out anew from the points that are in the gradebook now."""
        self.init_plugin()
        notebook = book.find_submission_notebook(_notebook_id(record.unit), record.unit, record.student)
        late = book.find_submission(record.unit, record.student).total_seconds_late
        penalty = None
        if late > 0:
            penalty = self.plugin_inst.late_submission_penalty(record.student, notebook.score, late)
            self.log.warning("%s is %s seconds late; penalty: %s", record.student, late, penalty)
        notebook.late_submission_penalty = None if penalty is None else self._check_late_penalty(notebook, penalty)


def _notebook_id(unit: str) -> str:
    return Path(notebook_file(unit)).stem


def same_answers(record: Record, before: Record | None) -> dict[str, str]:
    """Return the answers whose text is that of an earlier record."""
    old = before.answers if before else {}
    return {name: digest for name, digest in record.answers.items() if old.get(name) == digest}


def _written(notebook: NotebookNode) -> set[str]:
    """Return the grade ids of the questions that are answered in words."""
    return {cell.metadata.nbgrader.grade_id for cell in notebook.cells if cell.cell_type != "code" and is_grade(cell)}
