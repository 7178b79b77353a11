"""The graded notebook: what the learner's cells printed, and below each answer its verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.classroom.records import Record
from autograder.intake.submission import Submission
from autograder.judging.grade import Graded
from autograder.judging.judge import generic_hint
from autograder.judging.outputs import verdict_outputs


def show_outputs(submission: Submission, graded: Graded) -> None:
    """Let the learner's cells show what they printed while they were graded, or why they were ended."""
    for cell in submission.notebook.cells:
        if cell.cell_type == "code" and graded.outputs.get(cell.id):
            cell.outputs = graded.outputs[cell.id]
        if cell.cell_type == "code" and cell.id in graded.ended:
            cell.outputs.append(_ended_output(graded.ended[cell.id], submission.lang))


def show_verdicts(submission: Submission, record: Record) -> None:
    """Let the cell below each answer show its verdict."""
    verdicts = {verdict.exercise: verdict for verdict in record.verdicts}
    for cell in submission.notebook.cells:
        own = cell.metadata.get("course", {})
        if own.get("role") == "test":
            cell.outputs = verdict_outputs(verdicts[own["exercise"]], submission.lang)


def shows_the_same(graded: Path, expected: NotebookNode) -> bool:
    """Whether a graded notebook shows the points that another does; words may be of another version of the course."""

    def seen(notebook: NotebookNode) -> list[Any]:
        own = [(cell.metadata.get("course", {}), cell) for cell in notebook.cells]
        tests = [(course["exercise"], cell.outputs) for course, cell in own if course.get("role") == "test"]
        return [(exercise, [each for each in out if each.output_type != "stream"]) for exercise, out in tests]

    try:
        return seen(nbformat.read(graded, as_version=4)) == seen(expected)
    except (ValueError, AttributeError, KeyError, RecursionError, nbformat.ValidationError):  # it is no notebook
        return False


def _ended_output(reason: str, lang: str) -> NotebookNode:
    what, where = generic_hint(reason if reason == "too_slow" else f"ended:{reason}")[lang]
    return nbformat.v4.new_output("stream", name="stderr", text=f"{what}\n{where}\n")
