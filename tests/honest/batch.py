"""Grade classes, one batch after another: ``python batch.py <workers> <folder of a class> <unit> [<folder> <unit> …]``.

It does what ``autograder grade`` does, and writes the exit code of each batch beside the folder of its class. Only the
limit for a cell is shorter, so that loops without an end cost less.
"""

from __future__ import annotations

import dataclasses
import logging
import sys
import traceback
import warnings
from pathlib import Path

from autograder.classroom.grading import grade_class
from autograder.judging.grade import Times
from autograder.nbgrader.autograde import TrustedAutograde

TIMES = dataclasses.replace(Times(), cell=4.0)


def graded(root: Path, unit: str, workers: int) -> int:
    """Grade a class; return the exit code that the command would have."""
    try:
        grade_class(root, unit, workers=workers)
    except Exception:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.WARNING)
    TrustedAutograde.times = TIMES
    count, *classes = sys.argv[1:]
    for folder, unit in zip(classes[::2], classes[1::2], strict=True):
        code = graded(Path(folder), unit, int(count))
        Path(folder).with_name(f"code-{unit}").write_text(str(code))
