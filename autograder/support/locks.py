"""Several graders at once: they share a class, and each student of a unit has one of them at a time.

The kernel keeps the locks, so a grader that is killed holds nothing. Nobody waits for a second lock while holding one
of these, so there is nothing to run into.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from logging import Logger
from pathlib import Path

NOTICE = 35  # between a warning and an error: that a program waits is said even where its warnings are not wanted


@contextmanager
def turn(root: Path, unit: str, student: str, log: Logger) -> Iterator[None]:
    """Hold what belongs to a student in a unit: results, pages, record and marks. Another grader waits, and says so."""
    place = root / "report" / unit / ".turns" / student
    place.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            log.log(NOTICE, "another grader works on %s, %s; waiting", student, unit)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
