"""Grade one class in one batch, in a process of its own: ``python batch.py <folder of the class> <unit> <workers>``.

It does what ``autograder grade`` does. Only the limit for a cell is shorter, so that loops without an end cost less.
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


def main(root: Path, unit: str, workers: int) -> int:
    TrustedAutograde.times = TIMES
    try:
        grade_class(root, unit, workers=workers)
    except Exception:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.WARNING)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
