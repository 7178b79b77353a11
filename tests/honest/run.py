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

AT_ONCE = 2  # batches
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
    """All batches of a run: what was left of every notebook, and each unit's exit code and log."""

    outcomes: dict[Case, Outcome]
    codes: dict[str, int]
    logs: dict[str, str]


def grade(folder: Path, cases: Sequence[Case], workers: int = 1) -> Run:
    """Grade notebooks, one batch for each unit among them, in an empty ``folder``; so many ``workers`` judge each."""
    roots = {unit: folder / name for unit, name in classes().items() if any(case.unit == unit for case in cases)}
    students = {}
    for case in cases:
        students[case] = hand_in(case, roots[case.unit])
    waiting, running, codes = list(roots), dict[str, subprocess.Popen[bytes]](), dict[str, int]()
    deadline = time.monotonic() + PATIENCE
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    try:
        while waiting or running:
            if time.monotonic() > deadline:
                raise TimeoutError(f"still graded after {PATIENCE} s: {', '.join(running)}")
            while waiting and len(running) < AT_ONCE:
                unit = waiting.pop(0)
                (roots[unit] / ".course_key").write_text("the same inputs in every run")
                with (folder / f"log-{unit}").open("wb") as log:
                    line = [sys.executable, batch.__file__, roots[unit], unit, str(workers)]
                    running[unit] = subprocess.Popen(line, cwd=folder, env=environment, stdout=log, stderr=log)
            first = next(iter(running))
            with contextlib.suppress(subprocess.TimeoutExpired):
                running[first].wait(0.2)
            for unit in [unit for unit, grader in running.items() if grader.poll() is not None]:
                codes[unit] = running.pop(unit).returncode
    finally:
        for grader in running.values():
            grader.kill()
    logs = {unit: (folder / f"log-{unit}").read_text("utf-8", "replace") for unit in roots}
    found = {unit: _outcomes(root, unit) for unit, root in roots.items()}
    return Run({case: found[case.unit].get(_nfc(students[case]), Outcome()) for case in cases}, codes, logs)


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
