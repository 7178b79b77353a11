"""This course: ``autograder grade``, which grades a class and makes its pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from autograder import records

from .answers import UNIT, fill
from .measure import measure
from .run import Run, environment, require

CORES = len(os.sched_getaffinity(0))


def grade(folder: Path, students: int, workers: int = 1) -> Run:
    """Grade a class with so many workers; with one, also take the time of each stage."""
    fill(folder, students)
    words = ["grade", UNIT, "--class", str(folder)]
    if "--force" in options():
        words.append("--force")
    if "--workers" in options():
        words += ["--workers", str(workers)]
    stages = folder / "stages.json"
    program = ["bench.stages", str(stages)] if workers == 1 else ["autograder.cli"]
    cost = measure([sys.executable, "-m", *program, *words], folder, environment(folder / ".scratch"), fine=(0, 1))
    graded = records.read(folder, UNIT)
    require(len(graded), students, "records")
    require(len(list(folder.glob("feedback/*/*/*.html"))), students, "pages")
    taken = json.loads(stages.read_text("utf-8")) if workers == 1 else {"stages": {}, "unknown": []}
    return Run(students, cost, sum(each.score for each in graded), taken["stages"], tuple(taken["unknown"]))


@cache
def options() -> frozenset[str]:
    """Return which options this version of ``autograder grade`` has."""
    wide = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    command = [sys.executable, "-m", "autograder.cli", "grade", "--help"]
    said = subprocess.run(command, env=wide, check=True, capture_output=True, text=True).stdout
    return frozenset(word for word in said.split() if word.startswith("--"))
