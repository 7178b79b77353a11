"""This course: ``autograder grade``, which grades a class and makes its pages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from autograder.classroom import records

from .answers import UNIT, fill
from .measure import measure
from .run import Run, environment, require


def grade(folder: Path, students: int, workers: int = 1) -> Run:
    """Grade a class with so many workers; with one, also take the time of each stage."""
    fill(folder, students)
    words = ["grade", UNIT, "--class", str(folder), "--workers", str(workers)]
    stages = folder / "stages.json"
    program = ["bench.stages", str(stages)] if workers == 1 else ["autograder.cli"]
    cost = measure([sys.executable, "-m", *program, *words], folder, environment(folder / ".scratch"), fine=(0, 1))
    graded = records.read(folder, UNIT)
    require(len(graded), students, "records")
    require(len(list(folder.glob("feedback/*/*/*.html"))), students, "pages")
    taken = json.loads(stages.read_text("utf-8")) if workers == 1 else {"stages": {}, "unknown": []}
    return Run(students, cost, sum(each.score for each in graded), taken["stages"], tuple(taken["unknown"]))
