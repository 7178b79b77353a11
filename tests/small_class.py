"""Classes that are graded without a sandbox, by a judge who believes: for tests of everything around the judge.

    python small_class.py <folder of the class> <held or free> [student …]

grades a class in a process of its own. If it is held, it says ``judging`` at its first student and waits for a line.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import nbformat
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory

from autograder.classroom.grading import grade_class, settings
from autograder.exercises import units
from autograder.judging import work, workers
from autograder.judging.grade import Graded
from autograder.judging.judge import zero
from autograder.judging.verdict import Verdict
from autograder.nbgrader.atomic_converter import AtomicFeedback
from autograder.nbgrader.autograde import TrustedAutograde
from autograder.support.repository import REPOSITORY

UNIT, NAME, PAGE = "00-start-here", "start-here.ipynb", "start-here.html"
EXERCISES = list(units()[UNIT].values())
POINTS = sum(exercise.points for exercise in EXERCISES)


def submit(root: Path, student: str, below: str = "", words: str = "My own words.") -> Path:
    """Hand in a notebook that gets all points, or none if ``below``, a cell of one's own, says ``wrong``."""
    notebook = nbformat.read(REPOSITORY / "release" / "en" / UNIT / NAME, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.metadata.get("nbgrader", {}).get("grade_id"):
            cell.source = words
    if below:
        notebook.cells.append(nbformat.v4.new_code_cell(below, id="below"))
    place = root / "submitted" / student / UNIT
    place.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, place / NAME)
    return place


def left_behind(root: Path) -> dict[str, object]:
    """Return all that grading leaves: every file but the gradebook to the byte, and of that one every mark and word."""
    found: dict[str, object] = {
        str(path.relative_to(root)): path.read_bytes()
        for pattern in ("autograded/*/*/*", "feedback/*/*/*", "report/*/*.json")
        for path in root.glob(pattern)
        if path.is_file()
    }
    lines = """
        SELECT s.student_id, b.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade, c.auto_comment
        FROM submitted_assignment s JOIN submitted_notebook n ON n.assignment_id = s.id
        JOIN grade g ON g.notebook_id = n.id JOIN base_cell b ON b.id = g.cell_id
        LEFT JOIN comment c ON c.notebook_id = n.id AND c.cell_id = b.id ORDER BY 1, 2
    """
    with contextlib.closing(sqlite3.connect(root / "gradebook.db")) as book:
        found["gradebook"] = book.execute(lines).fetchall()
    return found


@contextlib.contextmanager
def believing(
    ask: Callable[[Sequence[Any]], None] = lambda cells: None,
    judge: Callable[[Sequence[Any], Any], Verdict] = lambda cells, exercise: believe(cells, exercise),
) -> Iterator[list[int]]:
    """Replace judge and sandbox in this process; give a list that has an item for each submission judged.

    ``ask`` is called with the cells before each of them; ``judge`` with the cells and an exercise says the verdict.
    """
    asked: list[int] = []

    def grade(sandbox: Any, cells: Any, exercises: Sequence[Any], *_: Any, **__: Any) -> Graded:
        ask(cells)
        asked.append(len(cells))
        given = [judge(cells, each) for each in exercises]
        return Graded(verdicts={verdict.exercise: verdict for verdict in given})

    sandbox = contextlib.nullcontext(SimpleNamespace(contained=True, close=lambda: None))
    with (
        patch.object(work, "grade", grade),
        patch.object(workers, "cores", lambda: 1),
        patch.object(work, "Sandbox", lambda **_: sandbox),
        patch.object(work, "require_containment", lambda *_: None),
    ):
        yield asked


def believe(cells: Sequence[Any], exercise: Any) -> Verdict:
    """Return full marks, or none if a cell says ``wrong``."""
    if any("wrong" in cell.source for cell in cells):
        return zero(exercise, "wrong", "wrong_value")
    return Verdict(exercise.name, "correct", exercise.points, exercise.points)


def autograde_again(root: Path, students: Sequence[str] = (), **traits: Any) -> None:
    """As ``nbgrader autograde`` and ``nbgrader generate_feedback``: what is done is left alone."""
    config = settings(root, UNIT)
    for kind in (TrustedAutograde, AtomicFeedback):
        app = kind(coursedir=CourseDirectory(config=config), config=config, **traits)
        app.only = students or None
        app.log = logging.getLogger("autograder")
        app.start()


def points(root: Path) -> dict[str, float]:
    """Return everybody's points in the gradebook."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        return {each.student.id: each.score for each in book.assignment_submissions(UNIT)}


def rows(root: Path) -> dict[str, dict[str, tuple[Any, ...]]]:
    """Return everybody's rows in the gradebook: auto score, manual score, whether it waits."""
    with contextlib.closing(sqlite3.connect(root / "gradebook.db")) as book:
        found = book.execute(
            "SELECT student_id, base_cell.name, auto_score, manual_score, needs_manual_grade FROM grade"
            " JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id"
            " JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id"
            " JOIN base_cell ON grade.cell_id = base_cell.id"
        ).fetchall()
    return {student: {row[1]: row[2:] for row in found if row[0] == student} for student, *_ in found}


def page(root: Path, student: str) -> str:
    """Return a learner's page."""
    return (root / "feedback" / student / UNIT / PAGE).read_text("utf-8")


def grader(root: Path, how: str, *students: str) -> subprocess.Popen[str]:
    """Start a grader of its own; see above."""
    return subprocess.Popen(
        [sys.executable, __file__, str(root), how, *students],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def copied(root: Path, target: Path) -> Path:
    """Return a copy of a class in ``target``."""
    shutil.copytree(root, target, symlinks=True)
    return target


def _main(root: str, how: str, *students: str) -> None:
    held = [how == "held"]

    def wait(_: Any) -> None:
        if held.pop() if held else False:
            print("judging", flush=True)
            sys.stdin.readline()

    logging.basicConfig(format="%(message)s")
    with believing(wait):
        grade_class(Path(root), UNIT, students)


if __name__ == "__main__":
    _main(*sys.argv[1:])
