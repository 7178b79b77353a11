"""Run ``autograder grade`` with one worker and take the time of each stage, from outside.

    python -m bench.stages <file for the numbers> grade <unit> --class <folder>

What one stage calls of another counts for that other one, so no second counts twice and none is lost: all together are
the time that the program took. A hundred times reading a clock for each submission is what it costs.
"""

from __future__ import annotations

import atexit
import functools
import importlib
import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# The stage that begins when one of these functions is called: module, and what to wrap in it.
STAGES = {
    "intake": ("autograder.nbgrader.autograde:intake", "autograder.nbgrader.autograde:file_hash"),
    "sandbox": (
        "autograder.sandbox:Sandbox.__init__", "autograder.sandbox:Sandbox.close", "autograder.sandbox:Session.start",
        "autograder.sandbox:Session.close", "autograder.sandbox:Session.fork", "autograder.sandbox:Fork.close",
        "autograder.judging.work:require_containment",
    ),
    "cells": ("autograder.judging.grade:_Attempt._run_cells",),
    "judge": ("autograder.judging.grade:_Attempt.judge",),
    "explain": ("autograder.judging.grade:explain",),
    "record": (
        "autograder.nbgrader.autograde:write", "autograder.nbgrader.autograde:TrustedAutograde._keep",
        "autograder.nbgrader.autograde:TrustedAutograde.write_single_notebook",
        "autograder.nbgrader.autograde:TrustedAutograde.set_permissions",
    ),
    "page": ("autograder.nbgrader.atomic_converter:AtomicFeedback.convert_student",),
}  # fmt: skip
ORDER = ("start", *STAGES, "other")


class Stopwatch:
    """Seconds by stage. It begins with ``start``; after the first intake, what belongs to no stage is ``other``."""

    def __init__(self, began: float) -> None:
        self.spent: Counter[str] = Counter()
        self._stack, self._at = ["start"], began
        self._thread = threading.get_ident()

    def stop(self) -> dict[str, float]:
        """Return the seconds of every stage up to now."""
        self._turn()
        return {stage: self.spent[stage] for stage in ORDER}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of the ``with`` block for a stage, but for what other stages take in it."""
        if threading.get_ident() != self._thread:
            yield
            return
        self._turn()
        if name == "intake":
            self._stack[0] = "other"
        self._stack.append(name)
        try:
            yield
        finally:
            self._turn()
            self._stack.pop()

    def wrap(self, function: Callable[..., Any], name: str) -> Callable[..., Any]:
        """Return a function that does the same, and whose time is that of a stage."""

        @functools.wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            with self.stage(name):
                return function(*args, **kwargs)

        return timed

    def _turn(self) -> None:
        now = time.monotonic()
        self.spent[self._stack[-1]] += now - self._at
        self._at = now


def install(watch: Stopwatch) -> list[str]:
    """Wrap the functions of all stages; return those which this version of the grader has not."""
    unknown = []
    for stage, places in STAGES.items():
        for place in places:
            module, _, path = place.partition(":")
            *outer, name = path.split(".")
            try:
                owner = functools.reduce(getattr, outer, importlib.import_module(module))
                setattr(owner, name, watch.wrap(getattr(owner, name), stage))
            except (ImportError, AttributeError):
                unknown.append(place)
    return unknown


def began() -> float:
    """Return when this process was started, by the monotonic clock."""
    ticks = int(Path("/proc/self/stat").read_bytes().rpartition(b") ")[2].split()[19])
    age = time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    return time.monotonic() - age


def main(numbers: str, *words: str) -> None:
    """Run the command and write the numbers when it ends, in whatever way."""
    watch = Stopwatch(began())
    unknown = install(watch)

    def write() -> None:
        Path(numbers).write_text(json.dumps({"stages": watch.stop(), "unknown": unknown}), "utf-8")

    atexit.register(write)
    from autograder.cli import app

    app(list(words))


if __name__ == "__main__":
    main(*sys.argv[1:])
