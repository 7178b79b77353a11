"""What a command costs: its time, the processor time and the memory of it and of all that it starts.

The numbers come from /proc, so Linux is needed. A process that nobody waits for takes its clock with it when it ends,
so all of them are looked at every ``TICK``; what one did after the last look is lost. Where somebody has waited for it,
the kernel has kept the sum, and nothing is lost. No process is left behind.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

TICK = 0.05  # seconds between two looks at the clocks
EVERY = 10  # so many looks at the clocks for one at the memory, which takes longer
LONGEST = 6 * 3600  # seconds after which a command has failed
_TICKS = os.sysconf("SC_CLK_TCK")
_MIB = 2**20


class Failed(RuntimeError):
    """The command did not do what it was started for; its last words."""


@dataclass(frozen=True)
class Cost:
    """Seconds by the wall clock, seconds of processors, and the peaks of the memory in MiB.

    ``tree`` counts a page that several processes share once (proportional set size); ``largest`` is the resident
    size of the largest process alone.
    """

    seconds: float = 0.0
    processor: float = 0.0
    tree: float = 0.0
    largest: float = 0.0

    def __add__(self, other: Cost) -> Cost:
        """Return what two commands cost one after the other."""
        return Cost(
            self.seconds + other.seconds, self.processor + other.processor,
            max(self.tree, other.tree), max(self.largest, other.largest),
        )  # fmt: skip


def measure(
    command: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None, fine: Sequence[int] = (0,)
) -> Cost:
    """Run a command to its end and return what it cost. Raises ``Failed`` if its exit code is not one of ``fine``."""
    with tempfile.TemporaryFile() as words:
        began = time.perf_counter()
        process = subprocess.Popen(
            list(command), cwd=cwd, env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL, stdout=words, stderr=words,
        )  # fmt: skip
        tree = _Tree(process.pid)
        try:
            code, used = _watch(process, tree)
            seconds = time.perf_counter() - began
        finally:
            tree.end()
            if process.returncode is None:
                process.wait()
        if code not in fine:
            words.seek(0)
            last = words.read().decode("utf-8", "replace")[-2000:]
            raise Failed(f"{' '.join(command[:3])} … ended with {code}: {last}")
    return Cost(seconds, max(used, tree.processor()), tree.peak / _MIB, tree.largest / _MIB)


def _watch(process: subprocess.Popen[bytes], tree: _Tree) -> tuple[int, float]:
    """Look at the processes until the first of them ends; return its exit code and what the kernel has kept."""
    looks, late = 0, time.monotonic() + LONGEST
    while True:
        tree.look(memory=looks % EVERY == 0)
        looks += 1
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage.ru_utime + usage.ru_stime
        if time.monotonic() > late:
            raise Failed(f"it did not end in {LONGEST} seconds")
        time.sleep(TICK)


@dataclass
class _Seen:
    """A process as it was when it was last seen; times in seconds."""

    started: bytes
    own: float = 0.0
    waited_for: float = 0.0  # of those whose end it has waited for
    children: list[_Seen] = field(default_factory=list)

    def whole(self) -> float:
        """Return its processor time and that of all its descendants, when all of them are gone."""
        return self.own + max(self.waited_for, sum(child.whole() for child in self.children))


class _Tree:
    """A process and its descendants, also those whose parent has ended."""

    def __init__(self, root: int) -> None:
        self._root: _Seen | None = None
        self._alive: dict[int, _Seen] = {}
        self._first = root
        self.peak = self.largest = 0

    def processor(self) -> float:
        """Return the processor seconds that were seen."""
        return self._root.whole() if self._root else 0.0

    def look(self, memory: bool) -> None:
        """Read the clocks of all, and their memory too if that is asked for."""
        before, self._alive = self._alive, {}
        for process in (self._first, *before):
            self._follow(process, None, before)
        if memory:
            self.peak = max(self.peak, sum(_sizes(process, "smaps_rollup", b"Pss") for process in self._alive))
            self.largest = max([self.largest, *(_sizes(process, "status", b"VmHWM") for process in self._alive)])

    def end(self) -> None:
        """End all that are still there."""
        self.look(memory=False)
        for process in self._alive:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def _follow(self, process: int, parent: _Seen | None, before: Mapping[int, _Seen]) -> None:
        if process in self._alive:
            return
        with contextlib.suppress(OSError, ValueError, IndexError):  # it has just ended
            fields = Path(f"/proc/{process}/stat").read_bytes().rpartition(b") ")[2].split()
            seen = before.get(process)
            if seen is None or seen.started != fields[19]:
                if parent is None and self._root is not None:
                    return  # another process has the number now
                seen = _Seen(fields[19])
                if parent is not None:
                    parent.children.append(seen)
                else:
                    self._root = seen
            self._alive[process] = seen
            ticks = (int(fields[11]) + int(fields[12])) / _TICKS
            seen.own = max(seen.own, ticks, sum(_ran(process)))
            seen.waited_for = (int(fields[13]) + int(fields[14])) / _TICKS
            for task in os.listdir(f"/proc/{process}/task"):
                for child in Path(f"/proc/{process}/task/{task}/children").read_bytes().split():
                    self._follow(int(child), seen, before)


def _ran(process: int) -> Iterator[float]:
    """Yield how long each thread of a process ran, finer than in the clock's ticks."""
    for task in os.listdir(f"/proc/{process}/task"):
        yield int(Path(f"/proc/{process}/task/{task}/schedstat").read_bytes().split()[0]) / 1e9


def _sizes(process: int, file: str, name: bytes) -> int:
    """Return a size in bytes; 0 if the process is gone, or if its memory is not for us to see."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/{file}").read_bytes().splitlines():
            if line.startswith(name + b":"):
                return int(line.split()[1]) * 1024
    return 0
