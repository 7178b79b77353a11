"""End a call that takes too long, in this very thread, whatever the call catches and whichever thread it is.

In the main thread of Linux and macOS a signal does it, which also wakes what sleeps. Elsewhere another thread asks
Python to raise an exception here; that ends a loop, but cannot wake a sleeper.
"""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, TypeVar

Value = TypeVar("Value")

PATIENCE = 3  # times the limit that a call may last if it uses no processor time: the computer may be busy
TICK = 0.1  # seconds between two attempts to end a call
STUCK = 5.0  # seconds of attempts after which the learner is told


class TimeUp(BaseException):
    """The call took too long. No ``Exception``: an answer's own ``except Exception`` is not meant for it."""


def within(seconds: float, call: Callable[[], Value], stuck: Callable[[], None] = lambda: None) -> Value:
    """Return what ``call`` returns. Raises ``TimeUp`` where it needs more than ``seconds`` of processor time.

    Time in which it only waits counts for a third. ``stuck`` is called, once, where the call will not be ended.
    """
    watch = _Watch(seconds, stuck)
    alarm = _Signal(watch) if _can_use_signal() else _Thread(watch)
    try:
        alarm.start()
        value, error = next(_apart(call))
    finally:
        alarm.stop()
    if error is not None:
        raise error
    if watch.rang:  # the call caught the exception and returned something
        raise TimeUp
    return value


def _apart(call: Callable[[], Any]) -> Iterator[tuple[Any, BaseException | None]]:
    """Yield what ``call`` returns and what it raises. Interrupted at the end of a ``with``, Python takes the exception
    for one that is still being handled and would show it above the learner's next one; a generator's is forgotten.
    """
    value, error = None, None
    try:
        value = call()
    except BaseException as raised:
        error = raised
    yield value, error


class _Watch:
    """Knows whether the time is up. ``rang``: whether the call has been interrupted."""

    def __init__(self, seconds: float, stuck: Callable[[], None]) -> None:
        self.seconds, self.rang = seconds, False
        self._stuck: Callable[[], None] | None = stuck
        self._start, self._used = time.monotonic(), time.process_time()

    def is_up(self) -> bool:
        """Whether it is time to interrupt; calls ``stuck`` where that has been tried for long."""
        lasted, used = time.monotonic() - self._start, time.process_time() - self._used
        if lasted < self.seconds or used < self.seconds and lasted < PATIENCE * self.seconds:
            return False
        if not self.rang:
            self.rang, self._first = True, time.monotonic()
        elif self._stuck and time.monotonic() - self._first > STUCK:
            stuck, self._stuck = self._stuck, None
            stuck()
        return True


def _can_use_signal() -> bool:
    """Whether there is a signal for it here that nobody else uses."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) in (signal.SIG_DFL, signal.SIG_IGN)
        and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    )


class _Signal:
    """Interrupts the main thread from a signal's handler."""

    def __init__(self, watch: _Watch) -> None:
        self._watch = watch
        self._handler, self._trace, self._stopped = signal.getsignal(signal.SIGALRM), sys.gettrace(), False

    def start(self) -> None:
        signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, self._watch.seconds, TICK)

    def stop(self) -> None:
        self._stopped = True  # a signal can still be on its way
        if self._watch.rang:
            sys.settrace(self._trace)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._handler)

    def _ring(self, _number: int, frame: FrameType | None) -> None:
        if self._stopped or _is_ours(frame) or not self._watch.is_up():
            return
        # ``while True: try: … except: pass`` catches this exception, so the line after the ``except`` gets another one.
        sys.settrace(_interrupt)
        while frame is not None and not _is_ours(frame):
            frame.f_trace = _interrupt
            frame = frame.f_back
        raise TimeUp


def _interrupt(frame: FrameType, event: str, _arg: Any) -> Any:
    if event in ("call", "line") and not _is_ours(frame):
        raise TimeUp
    return _interrupt


def _is_ours(frame: FrameType | None) -> bool:
    """Whether a frame is of this file: these lines are not interrupted, so that all is put back."""
    return frame is not None and frame.f_code.co_filename == __file__


class _Thread:
    """Interrupts the thread that made it, from another one."""

    def __init__(self, watch: _Watch) -> None:
        self._watch, self._target = watch, ctypes.c_ulong(threading.get_ident())
        # Only locks: the exception can arrive between any two lines of Python, also those of an ``Event``.
        self._lock, self._running, self._stopped = threading.Lock(), threading.Lock(), False

    def start(self) -> None:
        self._running.acquire()
        threading.Thread(target=self._run, daemon=True).start()

    def stop(self) -> None:
        try:
            self._stop()
        except TimeUp:  # the last one arrived just now
            self._stop()

    def _stop(self) -> None:
        with self._lock:
            self._stopped = True
        if self._running.locked():
            self._running.release()  # an exception that was asked for before has arrived by now

    def _run(self) -> None:
        wait = self._watch.seconds
        while not self._running.acquire(timeout=wait):
            wait = TICK
            with self._lock:
                if not self._stopped and self._watch.is_up():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(self._target, ctypes.py_object(TimeUp))
