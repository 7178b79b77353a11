"""Grade a class in one batch, in a process of its own, and write down what every submission cost.

    python batch.py <folder of the class> <file for the report> <who judges, as JSON> <explained, as JSON> [student …]

It uses ``autograder.classroom.grading.grade_class`` as ``autograder grade`` does. Around the grading of each student it
looks at the time by the wall clock, the processor time and the largest memory of the grader itself, and at the
processes that are still there afterwards; where others judge, in other processes, none of that is looked at. There
everybody's wrong answers are explained; here only those of the students who are ``explained``.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import os
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from autograder.classroom.grading import grade_class
from autograder.judging.grade import Times
from autograder.nbgrader.atomic_converter import AtomicFeedback
from autograder.nbgrader.autograde import TrustedAutograde
from autograder.sandbox.clock import own_time

UNIT = "04-gradient-descent"
TIMES = Times(cell=2, exercise=1.5, cells=5, submission=12, repair=0.5)
UNEXPLAINED = dataclasses.replace(TIMES, repair=0)
HERE = {"workers": 1}  # the process itself judges
PATIENCE = 3.0  # seconds for a process that is being ended to be gone


def descendants(root: int) -> dict[int, str]:
    """Return the command lines of all processes below ``root``, by process id."""
    parents: dict[int, int] = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            parents[int(entry)] = int(Path("/proc", entry, "stat").read_text("latin-1").rpartition(") ")[2].split()[1])
        except (OSError, IndexError):
            continue  # it has just ended
    below, waiting = {}, [root]
    while waiting:
        parent = waiting.pop()
        for process in [child for child, its in parents.items() if its == parent]:
            waiting.append(process)
            try:
                line = Path("/proc", str(process), "cmdline").read_bytes()
            except OSError:
                continue
            below[process] = line.replace(b"\0", b" ").decode("latin-1")
    return below


def largest(reset: bool = False) -> int:
    """Return the most memory, in MiB, this process has held since the last reset."""
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def main(root: Path, target: Path, judges: dict[str, Any], explained: set[str], students: list[str]) -> None:
    seen: dict[str, dict[str, Any]] = {}
    sandbox: set[int] = set()

    def watched(step: str, convert: Callable[[Any, str], None]) -> Callable[[Any, str], None]:
        def convert_single_notebook(self: Any, notebook_filename: str) -> None:
            if step == "grade" and not sandbox:
                # The warm process waits, nobody has been graded; what the self-test has left is going.
                first = descendants(os.getpid())
                time.sleep(1)
                sandbox.update(first.keys() & descendants(os.getpid()).keys())
            if step == "grade":
                self.times = TIMES if student_of(notebook_filename) in explained else UNEXPLAINED
            largest(reset=True)
            start, ran = time.monotonic(), own_time()[0]
            try:
                convert(self, notebook_filename)
            finally:
                cost = {"seconds": time.monotonic() - start, "ran": own_time()[0] - ran, "memory": largest()}
                if step == "grade":
                    cost |= {"left": _left(sandbox), "sandbox": sandbox <= set(descendants(os.getpid()))}
                seen.setdefault(student_of(notebook_filename), {})[step] = cost

        return convert_single_notebook

    TrustedAutograde.times = TIMES
    if judges == HERE:
        for step, kind in (("grade", TrustedAutograde), ("page", AtomicFeedback)):
            kind.convert_single_notebook = watched(step, kind.convert_single_notebook)
    report: dict[str, Any] = {"students": seen, "error": ""}
    start = time.monotonic()
    try:
        grade_class(root, UNIT, students, **judges)
    except Exception as error:
        report["error"] = f"{type(error).__name__}: {error}"
    report |= {"seconds": time.monotonic() - start, "files": len(os.listdir("/proc/self/fd")),
               "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}  # fmt: skip
    target.write_text(json.dumps(report, indent=1), "utf-8", "surrogateescape")


def student_of(notebook: str) -> str:
    """Return whose notebook it is."""
    return Path(notebook).parents[1].name


def _left(sandbox: set[int]) -> list[str]:
    """Return the command lines of what a submission has left behind, when it had time to go."""
    deadline = time.monotonic() + PATIENCE
    while True:
        left = [line for process, line in descendants(os.getpid()).items() if process not in sandbox]
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.02)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.basicConfig(level=logging.ERROR)
    main(Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3]), set(json.loads(sys.argv[4])), sys.argv[5:])
