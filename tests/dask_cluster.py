"""Run a dask scheduler and workers, as processes of their own on loopback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

TESTS = str(Path(__file__).parent)
LATE = {"DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "4s", "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}


@contextmanager
def running(*words: str, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a dask program, and end it and all that it has started."""
    path = os.pathsep.join(filter(None, [environment.pop("FIRST", ""), TESTS, os.environ.get("PYTHONPATH", "")]))
    program = subprocess.Popen(
        [sys.executable, "-m", "dask", *words, "--host", "127.0.0.1", "--no-dashboard"],
        env=os.environ | LATE | {"PYTHONPATH": path} | environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, cwd="/",
    )  # fmt: skip
    try:
        yield program
    finally:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()


@contextmanager
def scheduling(folder: Path, *words: str, **environment: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run a scheduler; give it and the file that it has written."""
    file = folder / "scheduler.json"
    with running("scheduler", "--port", "0", "--scheduler-file", str(file), *words, **environment) as scheduler:
        deadline = time.monotonic() + 120
        while not (file.exists() and file.read_text().endswith("}")):
            assert scheduler.poll() is None and time.monotonic() < deadline
            time.sleep(0.05)
        yield scheduler, str(file)


@contextmanager
def working(file: str, count: int = 1, **environment: str) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Run workers for the scheduler that has written a file."""
    words = ("worker", "--scheduler-file", file, "--nthreads", "1", "--no-nanny")
    with ExitStack() as stack:
        yield [stack.enter_context(running(*words, **environment)) for _ in range(count)]
