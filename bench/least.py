"""Judge a class and no more: a fork of the warm sandbox, the learner's cells, the judge's questions.

    python -m bench.least <folder with the students> <unit> <file for the result>

Nothing is explained, recorded or shown: no gradebook, no graded notebook, no page, and nbgrader is not loaded.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from autograder.exercises import units
from autograder.intake.submission import intake
from autograder.judging.grade import Times, grade, seeds_of
from autograder.sandbox import Sandbox
from autograder.support.repository import released_notebooks
from course.workspace import notebook_file


def main(students: Path, unit: str, result: Path) -> None:
    """Judge everybody; write how many got all their verdicts, and the sum of the points."""
    exercises, name = list(units()[unit].values()), notebook_file(unit)
    released = released_notebooks(unit)
    judged, points = 0, 0.0
    with Sandbox(contained=True) as sandbox:
        for student in sorted(students.iterdir()):
            work = intake(student / unit, name, released)
            seeds = seeds_of(exercises, "key", unit, student.name, work.sha256)
            graded = grade(sandbox, work.cells, exercises, seeds, work.lang, Times(repair=0))
            judged += len(graded.verdicts) == len(exercises)
            points += sum(verdict.score or 0.0 for verdict in graded.verdicts.values())
    result.write_text(json.dumps([judged, points]), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
