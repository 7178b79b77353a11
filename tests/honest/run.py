"""Hand the honest notebooks in, a class for each unit, have them graded, and read what that has left."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.classroom import records
from autograder.classroom.records import Record
from autograder.exercises import units
from course.workspace import notebook_file

from . import batch
from .suite import Case, classes, hand_in

AT_ONCE = 2  # processes
PATIENCE = 2400  # seconds for all of them, on a busy computer
LINES = """
    SELECT s.student_id, b.name, g.auto_score, g.needs_manual_grade, s.timestamp
    FROM submitted_assignment s
    JOIN submitted_notebook n ON n.assignment_id = s.id
    JOIN grade g ON g.notebook_id = n.id
    JOIN base_cell b ON b.id = g.cell_id
"""


@dataclass
class Outcome:
    """What is left of one notebook. Without a record nothing was graded."""

    record: Record | None = None
    points: dict[str, float | None] = field(default_factory=dict)  # in the gradebook, by exercise
    waits: bool = False  # whether the answer in words waits for a person
    handed_in: str | None = None
    page: str = ""

    def lost(self, unit: str) -> float:
        """Return how many points it lost."""
        return sum(each.points - (self.points.get(each.name) or 0.0) for each in units()[unit].values())

    @property
    def said(self) -> set[str]:
        """The names of the remarks on how the notebook was read."""
        return {remark.name for remark in self.record.remarks} if self.record else set()

    @property
    def said_of_verdicts(self) -> dict[str, str]:
        """The names of the remarks on its verdicts, by exercise."""
        verdicts = self.record.verdicts if self.record else ()
        return {verdict.exercise: verdict.remark.name for verdict in verdicts if verdict.remark}

    @property
    def judgement(self) -> list[tuple[str, str, float | None, str]]:
        """What was decided about every exercise: its name, state, points and diagnosis."""
        verdicts = self.record.verdicts if self.record else ()
        return [(verdict.exercise, verdict.state, verdict.score, verdict.diagnosis) for verdict in verdicts]


@dataclass
class Run:
    """All batches of a run: what was left of every notebook, each unit's exit code, and the log of who graded it."""

    outcomes: dict[Case, Outcome]
    codes: dict[str, int]
    logs: dict[str, str]


def grade(folder: Path, cases: Sequence[Case], workers: int = 1) -> Run:
    """Grade notebooks, one batch for each unit among them, in an empty ``folder``; so many ``workers`` judge each."""
    roots = {unit: folder / name for unit, name in classes().items() if any(case.unit == unit for case in cases)}
    students = {}
    for case in cases:
        students[case] = hand_in(case, roots[case.unit])
    for root in roots.values():
        (root / ".course_key").write_text("the same inputs in every run")
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    running: list[subprocess.Popen[bytes]] = []
    deadline = time.monotonic() + PATIENCE
    try:
        for number in range(AT_ONCE):  # one process grades every second class: what it has started serves for all
            line = [sys.executable, batch.__file__, str(workers)]
            line += [str(word) for unit, root in [*roots.items()][number::AT_ONCE] for word in (root, unit)]
            with (folder / f"log-{number}").open("wb") as log:
                running.append(subprocess.Popen(line, cwd=folder, env=environment, stdout=log, stderr=log))
        for grader in running:
            grader.wait(max(0.0, deadline - time.monotonic()))
    finally:
        for grader in running:
            grader.kill()
    said = [(folder / f"log-{number}").read_text("utf-8", "replace") for number in range(AT_ONCE)]
    logs = {unit: said[number % AT_ONCE] for number, unit in enumerate(roots)}
    codes = {unit: _code(folder / f"code-{unit}") for unit in roots}
    found = {unit: _outcomes(root, unit) for unit, root in roots.items()}
    return Run({case: found[case.unit].get(_nfc(students[case]), Outcome()) for case in cases}, codes, logs)


def _code(file: Path) -> int:
    """Return the exit code of a batch; −1 if it did not come to its end."""
    return int(file.read_text()) if file.exists() else -1


def _outcomes(root: Path, unit: str) -> dict[str, Outcome]:
    """Return what a batch left of every student."""
    found: dict[str, Outcome] = {}
    for record in records.read(root, unit):
        page = root / "feedback" / record.student / unit / notebook_file(unit).replace(".ipynb", ".html")
        text = page.read_text("utf-8") if page.exists() else ""
        found[_nfc(record.student)] = Outcome(record, page=text)
    if not (root / "gradebook.db").exists():
        return found
    with contextlib.closing(sqlite3.connect(root / "gradebook.db")) as book:
        for student, cell, score, by_hand, when in book.execute(LINES):
            outcome = found.setdefault(_nfc(student), Outcome())
            outcome.handed_in = when and when.replace(" ", "T")
            if cell.startswith("test-"):
                outcome.points[cell.removeprefix("test-")] = score
            else:
                outcome.waits = bool(by_hand)
    return found


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)
