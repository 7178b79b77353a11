"""Compare our autograde with stock nbgrader's on the same notebooks, on the same machine, in the same run.

    python benchmarks/speed.py [--students 12]

Stock nbgrader gets what it needs to be comparable: a class with the same submissions whose hidden tests are the
judge's own, run in the learner's kernel (the instructor notebooks' ``grade(…)``). Reported as a ratio; nothing is
asserted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from autograder.handin import hand_in
from autograder.nbgrader.autograde import REPOSITORY

UNIT = "04-gradient-descent"
NAME = f"{UNIT[3:]}.ipynb"


def main() -> None:
    """Print seconds for each submission, both ways, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--students", type=int, default=12)
    students = parser.parse_args().students
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = Path(folder) / "ours", Path(folder) / "stock"
        for root in (ours, stock):
            _class(root, students)
        (stock / "source").mkdir()
        shutil.copytree(REPOSITORY / "source" / "en" / UNIT, stock / "source" / UNIT)
        (stock / "nbgrader_config.py").write_text(
            "c = get_config()\nc.CourseDirectory.root = '.'\nc.CourseDirectory.course_id = 'x'\n", "utf-8"
        )
        shutil.copyfile(REPOSITORY / "nbgrader_config.py", ours / "nbgrader_config.py")
        _nbgrader(stock, "generate_assignment", UNIT, "--ClearMarkScheme.enforce_metadata=False")
        _nbgrader(ours, "autograde", UNIT, "--student=student00")  # the first run makes the gradebook
        _nbgrader(stock, "autograde", UNIT, "--student=student00")
        seconds = {}
        for name, root in (("stock nbgrader", stock), ("this course", ours)):
            start = time.perf_counter()
            _nbgrader(root, "autograde", UNIT, "--force")
            seconds[name] = (time.perf_counter() - start) / students
            print(f"{name:15} {seconds[name]:.2f} s for each submission, start-up shared by {students}")
        print(f"ratio           {seconds['stock nbgrader'] / seconds['this course']:.1f}")


def _class(root: Path, students: int) -> None:
    released = nbformat.read(REPOSITORY / "release" / "en" / UNIT / NAME, as_version=4)
    answered = hand_in(released, REPOSITORY / "demo" / "alice.py")
    for number in range(students):
        place = root / "submitted" / f"student{number:02}" / UNIT
        place.mkdir(parents=True)
        nbformat.write(answered, place / NAME)


def _nbgrader(root: Path, *words: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["nbgrader", *words], cwd=root, env={**os.environ, "PATH": path}, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"nbgrader {' '.join(words)} failed:\n{done.stderr[-3000:]}")


if __name__ == "__main__":
    main()
