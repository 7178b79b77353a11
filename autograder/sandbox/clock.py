"""What learner code has used: its processor time and its own waiting, never what the computer made it wait.

A wall clock cannot tell a slow answer from a busy computer, so it is only the outer fence here. The kernel keeps both
numbers apart: for every thread, the time it ran and the time it was ready to run and got no core
(``/proc/<pid>/schedstat``). Contest judges do the same: isolate has ``--time`` beside ``--wall-time``.
"""

from __future__ import annotations

import math
import os
import time
from dataclasses import dataclass

PATIENCE = 20  # the fence: so many times its allowance may something take by the wall clock
SERVICE = 2  # so many times its allowance may the judge compute for an answer's callbacks
FREE = 0.1  # seconds by the wall clock before anybody looks at the clocks: nearly everything is over by then
CORES = os.cpu_count() or 1


@dataclass(frozen=True)
class Used:
    """What was used, in seconds: processor time, sleep, and the judge's service for it."""

    ran: float = 0.0
    slept: float = 0.0
    served: float = 0.0

    @property
    def total(self) -> float:
        """What counts against an allowance."""
        return self.ran + self.slept


@dataclass(frozen=True)
class Reading:
    """Clocks of a learner's processes: the seconds that all of them ran, and waited for a core."""

    ran: float
    waited: float


class Allowance:
    """How many seconds learner code may use, all its requests together, and how many values the judge looks at.

    ``callbacks`` is how many more calls of the judge's functions are answered: too many are too slow.

    The clocks are read only when ``FREE`` seconds have passed; these count as used. From then on, ``asked`` is how long
    the judge waited by the wall clock, ``busy`` how much of that it was itself running or waiting for a core, and
    ``served`` how much it ran. ``wait`` is how long nobody need look at the clocks, ``fence`` what is left by the wall.
    """

    def __init__(self, seconds: float, values: int = 0, callbacks: float = math.inf) -> None:
        self.seconds, self.values, self.callbacks = seconds, values, callbacks
        self.wait, self.fence = min(FREE, seconds / CORES), seconds * PATIENCE
        self.start: Reading | None = None
        self.before = 0.0  # seconds by the wall until the first reading
        self.asked = self.busy = self.served = 0.0
        self.known = 0.0  # seconds that were used and served when the clocks were last read
        self.exhausted = ""  # how it was used up: "too_slow", "slept" or "never_ends"

    def used(self, now: Reading) -> Used:
        """Return what was used since the first reading, with what was free before it.

        Processes slept when they neither ran nor waited for a core, and the judge did not keep them waiting either.
        """
        assert self.start is not None
        ran, waited = now.ran - self.start.ran, now.waited - self.start.waited
        slept = max(0.0, self.asked - self.busy - ran - waited)
        spent = Used(self.before + ran, slept, self.served)
        self.known = spent.total + spent.served
        return spent

    def exceeded(self, spent: Used, grace: float = 0.0) -> bool:
        """Whether more was used than is allowed."""
        return spent.total >= self.seconds + grace or spent.served >= SERVICE * self.seconds + grace


def own_time() -> tuple[float, float]:
    """Return how long this thread ran, and how long it ran or waited for a core, in seconds."""
    try:
        with open("/proc/thread-self/schedstat", "rb") as file:
            ran, waited = (int(number) / 1e9 for number in file.read().split()[:2])
    except (OSError, ValueError):  # not Linux
        ran, waited = time.thread_time(), 0.0
    return ran, ran + waited
