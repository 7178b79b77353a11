"""The floor: ``bench.least`` for a whole class, which is the least that trusted grading can cost."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from .answers import UNIT, fill
from .measure import measure
from .run import Run, environment, require


def grade(folder: Path, students: int) -> Run:
    """Judge everybody in one process and keep nothing but the sum of the points."""
    fill(folder, students)
    result = folder / "floor.json"
    command = [sys.executable, "-m", "bench.least", str(folder / "submitted"), UNIT, str(result)]
    cost = measure(command, folder, environment(folder / ".scratch"))
    judged, points = json.loads(result.read_text("utf-8"))
    require(judged, students, "submissions")
    return Run(students, cost, points)
