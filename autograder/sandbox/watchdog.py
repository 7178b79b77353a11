"""End what hangs. A judge of which nothing is heard for ten minutes is interrupted, and one submission is put off.

Two dogs watch. One is here: an alarm in the judge's own process. The other is the minder in ``autograder.worker.warm``,
outside of judge and learner: it ends the learner's process, so that a judge whom the kernel keeps waiting for something
that learner code holds is let go. Neither is needed as long as every wait of ours has an end.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

AWAY = 600.0  # seconds by the wall clock: the longest wait of ours is half of it
_watching = False


class Stuck(BaseException):
    """The judge hung. No ``Exception``: nobody on the way may take it for a mistake in an answer."""


@contextmanager
def watched() -> Iterator[None]:
    """Raise ``Stuck`` in the ``with`` block when :func:`pat` has not been called for ``AWAY`` seconds.

    Only the main thread can be interrupted; in another one, and where there are no alarms, this does nothing.
    """
    global _watching
    if _watching or threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _bark)
    _watching = True
    pat()
    try:
        yield
    finally:
        _watching = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def pat() -> None:
    """Say that the judge goes on."""
    if _watching:
        signal.setitimer(signal.ITIMER_REAL, AWAY)


def _bark(*_: Any) -> None:
    raise Stuck
