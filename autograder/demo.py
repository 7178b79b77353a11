"""The main job on a small class: build, release, hand in, grade, feedback."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
from rich.console import Console

from autograder.authoring import builder
from autograder.classroom.grading import grade_class
from autograder.classroom.hand_in import hand_in
from autograder.reporting import report
from autograder.sandbox import NOT_CONTAINED, bubblewrap
from autograder.support.repository import REPOSITORY, released_notebooks
from course.workspace import notebook_file

UNIT = "04-gradient-descent"


def run(folder: Path, console: Console) -> None:
    """Grade the submissions of ``demo/`` in ``folder``, which is made anew, and show the table."""
    console.print("build and release", style="bold")
    changed = builder.build(REPOSITORY)
    console.print("\n".join(f"  wrote {path}" for path in changed) or "  everything is up to date", highlight=False)
    _empty(folder)
    fill(folder)
    console.print("grade", style="bold")
    uncontained = bubblewrap() is None  # our own answers: they may run as a plain process where there is no sandbox
    if uncontained:
        console.print(NOT_CONTAINED, style="bold red")
    graded = grade_class(folder, UNIT, uncontained=uncontained)
    console.print(report.table(graded))
    console.print(f"gradebook  {folder / 'gradebook.db'}", highlight=False, soft_wrap=True)
    for page in sorted(folder.glob("feedback/*/*/*.html")):
        console.print(f"feedback   {page}", highlight=False, soft_wrap=True)


def fill(folder: Path) -> None:
    """Put the demo's submissions into ``folder/submitted``."""
    name, released = notebook_file(UNIT), released_notebooks(UNIT)
    for answers in sorted((REPOSITORY / "demo").iterdir()):
        place = folder / "submitted" / answers.stem / UNIT
        place.mkdir(parents=True)
        if answers.suffix == ".py":
            lang = "ru" if answers.stem.endswith("-ru") else "en"
            nbformat.write(hand_in(released[lang], answers), place / name)
        else:
            shutil.copyfile(answers, place / name)


def _empty(folder: Path) -> None:
    """Remove the class of an earlier demo, and nothing else."""
    marker = folder / ".demo"
    if folder.exists():
        if not marker.exists():
            raise FileExistsError(f"{folder} is not an earlier demo; name an empty place with --class")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    marker.touch()
