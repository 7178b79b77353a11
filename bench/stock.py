"""Stock nbgrader: its own classes with a plain configuration, on an assignment whose tests are plain asserts."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import nbformat

from autograder.support.repository import REPOSITORY

from .answers import NAME, UNIT, fill
from .asserts import asserts, prelude
from .measure import Cost, measure
from .run import BIN, Run, environment, require

CONFIG = "c = get_config()\nc.CourseDirectory.root = '.'\nc.CourseDirectory.course_id = 'plain'\n"


def grade(folder: Path, students: int) -> Run:
    """Grade a class with ``nbgrader autograde`` and make its pages with ``nbgrader generate_feedback``."""
    fill(folder, students)
    (folder / "nbgrader_config.py").write_text(CONFIG, "utf-8")
    source = folder / "source" / UNIT
    source.mkdir(parents=True)
    nbformat.write(_assignment(), source / NAME)
    _nbgrader(folder, "generate_assignment", UNIT, "--ClearMarkScheme.enforce_metadata=False")
    cost = _nbgrader(folder, "autograde", UNIT) + _nbgrader(folder, "generate_feedback", UNIT)
    require(len(list(folder.glob("feedback/*/*/*.html"))), students, "pages")
    return Run(students, cost, _points(folder))


def _assignment() -> nbformat.NotebookNode:
    """Return the instructor's notebook of the unit with asserts for hidden tests."""
    notebook = nbformat.read(REPOSITORY / "source" / "en" / UNIT / NAME, as_version=4)
    tests = asserts()
    for cell in notebook.cells:
        own = cell.metadata.get("course", {})
        if own.get("role") == "test":
            lines = "\n".join(tests[own["exercise"]])
            cell.source = f"### BEGIN HIDDEN TESTS\n{prelude()}{lines}\n### END HIDDEN TESTS"
    return notebook


def _nbgrader(folder: Path, *words: str) -> Cost:
    return measure([str(BIN / "nbgrader"), *words], folder, environment(folder / ".scratch"))


def _points(folder: Path) -> float:
    with contextlib.closing(sqlite3.connect(folder / "gradebook.db")) as book:
        return book.execute("SELECT SUM(COALESCE(auto_score, 0)) FROM grade").fetchone()[0]
