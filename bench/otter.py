"""Otter-Grader: ``otter run`` for one submission after another, which is how it grades without containers.

The same notebooks and the same asserts, in Otter's exception-based test files. Not equivalent: Otter writes a JSON of
points for each submission, and neither a gradebook nor a page; the check cells that learners run are left out.

It is installed for the benchmark only, into an environment of its own with our versions of what both use.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import nbformat

from autograder.exercises import units
from autograder.support.repository import REPOSITORY

from .answers import NAME, UNIT, submissions
from .asserts import asserts, prelude
from .measure import Cost, Failed, measure
from .run import Run, environment, require

# Otter itself, the kernel that it needs, and what the notebooks of the unit import.
PACKAGES = ("otter-grader", "ipykernel", "ipywidgets", "matplotlib", "numpy", "scikit-learn")


def install(place: Path) -> Path:
    """Make an environment with Otter in ``place``, if it is not there yet; return its programs' folder.

    Raises ``Failed`` where it cannot be installed, for want of the network perhaps.
    """
    programs = place / "bin"
    if not (place / ".ready").exists():
        constraint = str(REPOSITORY / "requirements.lock")
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet", "--constraint", constraint, *PACKAGES]
        for command in ([sys.executable, "-m", "venv", "--clear", str(place)], pip):
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode:
                lines = done.stderr.strip().splitlines()
                raise Failed(f"Otter-Grader could not be installed: {lines[-1] if lines else done.returncode}")
        (place / ".ready").touch()
    return programs


def grade(folder: Path, students: int, programs: Path) -> Run:
    """Grade everybody, a process for each. What making the tests costs is not counted."""
    _write_tests(folder / "tests")
    where = environment(folder / ".scratch", programs)
    otter = str(programs / "otter")
    measure([otter, "generate", "--tests-dir", "tests", "--output-path", "autograder.zip"], folder, where)
    cost, results = Cost(), []
    for student, notebook in submissions(students):
        notebook.cells = [cell for cell in notebook.cells if cell.metadata.get("course", {}).get("role") != "test"]
        place = folder / student
        place.mkdir()
        nbformat.write(notebook, place / NAME)
        words = ["run", "--no-logo", "--autograder", "autograder.zip", "--output-dir", student, f"{student}/{NAME}"]
        cost += measure([otter, *words], folder, where)
        results.append(json.loads((place / "results.json").read_text("utf-8")))
    require(len(results), students, "results")
    return Run(students, cost, sum(test.get("score", 0) for result in results for test in result["tests"]))


def _write_tests(folder: Path) -> None:
    folder.mkdir()
    for name, lines in asserts().items():
        head = f"from otter.test_files import test_case\n{prelude()}\nOK_FORMAT = False\n"
        what = f"name = {name!r}\npoints = {units()[UNIT][name].points}\n\n"
        body = f"@test_case()\ndef test_{name}({name}):\n{indent(chr(10).join(lines), '    ')}\n"
        (folder / f"{name}.py").write_text(head + what + body, "utf-8")
