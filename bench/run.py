"""One run: so many submissions, graded in one way, with what it cost and what came of it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from autograder.support.repository import REPOSITORY

from .measure import Cost, Failed

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Run:
    """``points``: everybody's together, to see that the work was done; ``stages``: seconds, where they were taken."""

    students: int
    cost: Cost
    points: float
    stages: dict[str, float] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()  # functions that were to be timed and are not there


def environment(scratch: Path, bin_folder: Path = BIN) -> dict[str, str]:
    """Return what all commands get: our programs first, nobody's own settings, and no figures, as in the sandbox."""
    return {
        "PATH": f"{bin_folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}", "COURSE_FIGURES": "off",
        "JUPYTER_CONFIG_DIR": str(scratch / "jupyter"), "IPYTHONDIR": str(scratch / "ipython"),
        "PYTHONPATH": str(REPOSITORY), "COURSE_LANG": "en", "MPLBACKEND": "agg", "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }  # fmt: skip


def require(found: int, students: int, what: str) -> None:
    """Raise ``Failed`` unless everybody has got what was to be made."""
    if found != students:
        raise Failed(f"{found} of {students} {what} were made")
