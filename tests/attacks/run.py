"""Hand all attacks in as one class, have it graded, and look at what that has left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder import records
from autograder.nbgrader.autograde import REPOSITORY

from . import batch, look, suite
from .suite import AFTER, BEFORE, UNIT, Attack


@dataclass
class Batch:
    """What the batch has left."""

    root: Path
    graders: int
    codes: list[int]
    log: str
    report: dict[str, Any]
    records: dict[str, records.Record]
    marks: dict[str, dict[str, float]]  # student -> exercise -> points in the gradebook
    connections: int
    survivors: list[str]
    changed: list[str]
    pages: dict[str, str]

    def unearned(self, attack: Attack) -> float:
        """Return how many points a submission got that it has not earned; what it lost is negative."""
        points = self.marks[attack.student]
        gaps = [points.get(name, 0.0) - attack.earns.get(name, 0.0) for name in {*points, *attack.earns}]
        return sum(gap for gap in gaps if abs(gap) > 0.005)

    def left(self, attack: Attack) -> int:
        """Return how many processes of a submission were there when the next one began."""
        return len(self.report["students"][attack.student]["grade"]["left"])


def grade(folder: Path, graders: int = 1) -> Batch:
    """Grade the class with ``graders`` processes at the same time, in an empty ``folder``."""
    root = folder / "class"
    attacks = suite.attacks()
    with look.Listener(folder / "socket") as listener:
        places = {"ROOT": str(root), "REPO": str(REPOSITORY), "PORT": str(listener.port), "SOCKET": str(listener.path)}
        suite.honest_class(root / "submitted")
        for attack in attacks:
            attack.hand_in(root / "submitted", places)
        (root / ".course_key").write_text("the same inputs in every run")
        before = _fingerprints(root)
        old = set(batch.descendants(os.getpid()))
        look.adopt_orphans(True)
        students = sorted([BEFORE, AFTER, *(attack.student for attack in attacks if attack.graded)])
        codes, log, report = _graders(root, [students[n::graders] for n in range(graders)] if graders > 1 else [[]])
        time.sleep(1)
        look.reap()
        survivors = [line for process, line in batch.descendants(os.getpid()).items() if process not in old]
        look.adopt_orphans(False)
        changed = sorted({path for path, _ in before.items() ^ _fingerprints(root).items()})
    return Batch(
        root, graders, codes, log, report,
        {record.student: record for record in records.read(root, UNIT)}, look.marks(root / "gradebook.db"),
        listener.count, survivors, changed,
        {page.parents[1].name: page.read_text("utf-8") for page in root.glob(f"feedback/*/{UNIT}/*.html")},
    )  # fmt: skip


def _graders(root: Path, shares: list[list[str]]) -> tuple[list[int], str, dict[str, Any]]:
    """Run a grader for each share of the students; return their exit codes, logs, and reports in one."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    running = []
    for number, students in enumerate(shares):
        target, log = (root.parent / f"{kind}-{number}" for kind in ("report", "log"))
        with log.open("wb") as stream:
            line = [sys.executable, batch.__file__, root, target, *students]
            running.append(subprocess.Popen(line, cwd=root.parent, env=environment, stdout=stream, stderr=stream))
    codes = [grader.wait(timeout=1200) for grader in running]
    logs = "\n".join(file.read_text("utf-8", "replace") for file in sorted(root.parent.glob("log-*")))
    parts = [json.loads(file.read_text("utf-8")) for file in sorted(root.parent.glob("report-*"))]
    report = {
        "students": {student: cost for part in parts for student, cost in part["students"].items()},
        "errors": [part["error"] for part in parts],
        "files": max(part["files"] for part in parts),
    }
    return codes, logs, report


def _fingerprints(root: Path) -> dict[str, str]:
    """Return what was handed in and all of the course that grading has to do with."""
    ours = ("autograder", "course", "demo", "release", "source")
    places = [root / "submitted", *(REPOSITORY / name for name in ours)]
    return {path: what for place in places for path, what in look.fingerprint(place).items()}
