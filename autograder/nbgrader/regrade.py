"""Judge a class once more after an exercise was repaired: what would change for whom, and then only upward."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from autograder.classroom import records
from autograder.classroom.records import Record
from autograder.intake.submission import Submission, file_hash
from autograder.judging.verdict import Verdict
from autograder.nbgrader.atomic_converter import Problem
from autograder.nbgrader.autograde import TrustedAutograde
from course.workspace import notebook_file


class Change(NamedTuple):
    """Whose points of which exercise change, from what to what; ``taken`` is False where the old ones stay."""

    student: str
    exercise: str
    old: float | None
    new: float | None
    taken: bool


class Regrade(TrustedAutograde):
    """Judge what was graded already with the same seeds; what was never graded, or came since, is left to grading.

    ``exercise``: the only one that is judged, or all. Points become fewer only where ``down`` says so, and what cannot
    be decided stays as it is. ``dry_run``: nothing is written.
    """

    exercise = ""
    down = False
    dry_run = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.force = True
        self.changes: dict[tuple[str, str], Change] = {}

    def convert_student(self, unit: str, student: str) -> bool:
        """Judge one student again; return False where there is nothing that was graded as it is."""
        before = self._record_before(unit, student)
        handed_in = file_hash(self._source(unit, student), notebook_file(unit))
        return before is not None and before.file_sha256 == handed_in and super().convert_student(unit, student)

    def make(self, unit: str, student: str, wrong: Problem | None) -> None:
        """Judge one student, and unless it is a trial write everything."""
        if not self.dry_run:
            super().make(unit, student, wrong)
            return
        self._require_sandbox()
        self._judge(self._source(unit, student), unit, student)

    def _known(self, unit: str, student: str, submission: Submission) -> dict[str, Verdict]:
        before = self._record_before(unit, student)
        known = super()._known(unit, student, submission)
        if before is None or before.sha256 != submission.sha256 or not self.exercise:
            return known
        return {each.exercise: each for each in before.verdicts if each.exercise != self.exercise} | known

    def _judge(self, folder: Path, unit: str, student: str) -> tuple[Submission, Record]:
        before = self._record_before(unit, student)
        submission, record = super()._judge(folder, unit, student)
        old = {each.exercise: each for each in before.verdicts} if before else {}
        verdicts = tuple(self._better(student, old.get(each.exercise), each) for each in record.verdicts)
        return submission, replace(record, verdicts=verdicts)

    def _better(self, student: str, old: Verdict | None, new: Verdict) -> Verdict:
        """Return the verdict that counts, and note what changes."""
        if old is None or self.exercise not in ("", new.exercise):
            return old or new
        undecided = new.score is None and old.score is not None
        fewer = old.score is not None and new.score is not None and new.score < old.score
        taken = not undecided and (self.down or not fewer)
        if old.score != new.score:
            self.changes[student, new.exercise] = Change(student, new.exercise, old.score, new.score, taken)
        return new if taken else old

    def _record_before(self, unit: str, student: str) -> Record | None:
        try:
            return records.read_one(self._root, unit, student)
        except records.Broken:  # the next grading makes it anew
            return None
