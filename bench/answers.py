"""The class that everybody grades: by turns right answers, unfinished ones, and wrong ones of both kinds.

Some mistakes are among those that an exercise knows, others are slips that have to be searched for.

No two submissions are the same text, nor the same program, so nothing is saved by remembering an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.classroom.hand_in import hand_in
from autograder.support.repository import REPOSITORY, released_notebooks
from course.workspace import notebook_file

UNIT = "04-gradient-descent"
NAME = notebook_file(UNIT)
ANSWERS = ("alice", "bob-ru", "carol", "dave")  # right, half done, untouched, known mistakes
SLIPS = {  # in right answers, for the fifth
    "return w**2 + 12": "return w**2 + 21",
    "w0 * (1 - 2 * learning_rate) ** k": "w0 * (1 - 3 * learning_rate) ** k",
}


def fill(folder: Path, students: int) -> None:
    """Put the work of so many students into ``folder/submitted``."""
    for student, notebook in submissions(students):
        place = folder / "submitted" / student / UNIT
        place.mkdir(parents=True)
        nbformat.write(notebook, place / NAME)


def submissions(students: int) -> Iterator[tuple[str, NotebookNode]]:
    """Yield students and their notebooks, all in the English one; every five are one of each kind."""
    released = released_notebooks(UNIT)["en"]
    kinds = [hand_in(released, REPOSITORY / "demo" / f"{name}.py") for name in ANSWERS]
    kinds.append(_with_slips(kinds[0]))
    handed_out = {cell.id: cell.source for cell in released.cells}
    for number in range(students):
        notebook = nbformat.from_dict(kinds[number % len(kinds)])
        for cell in notebook.cells:
            if cell.cell_type == "code" and cell.source != handed_out.get(cell.id):
                cell.source = _changed(cell.source, number)
        notebook.cells.append(nbformat.v4.new_code_cell(f"copy_number = {number}", id="copy-number"))
        yield f"student{number:05}", notebook


def _with_slips(right: NotebookNode) -> NotebookNode:
    notebook = nbformat.from_dict(right)
    for cell in notebook.cells:
        for old, new in SLIPS.items():
            cell.source = cell.source.replace(old, new)
    return notebook


def _changed(source: str, number: int) -> str:
    """Return a program that does the same and is another one: every function of it says whose it is."""
    return re.sub(r"^def .*:$", rf'\g<0>\n    """Copy {number}."""', source, flags=re.MULTILINE)
