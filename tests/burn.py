"""Keep all processors busy while a ``with`` block runs, as on a computer that has other work to do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from thorough import at_least

from autograder.judging.workers import cores

PROCESSES = at_least(cores(), max(cores(), 8))
SECONDS = 1500  # after which they stop by themselves, whatever has become of the test

_BURN = f"import time\nend = time.monotonic() + {SECONDS}\nwhile time.monotonic() < end:\n    sum(range(100_000))\n"


@contextmanager
def burning(processes: int = PROCESSES) -> Iterator[None]:
    """Run so many processes that do nothing but compute."""
    running = [subprocess.Popen([sys.executable, "-I", "-c", _BURN]) for _ in range(processes)]
    try:
        yield
    finally:
        for process in running:
            process.kill()
        for process in running:
            process.wait()
