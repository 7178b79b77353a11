"""Those who judge side by side: processes of this computer, or a cluster's. One worker is this process itself.

The same for all: ``submit`` takes a :class:`autograder.judging.work.Work` and gives a function that waits for what came
of it.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import connection, forkserver, get_context, parent_process
from typing import Protocol, TypeVar

from autograder.judging.grade import Graded
from autograder.judging.work import NoSandbox, Work, judged, let_go, ready

Result = TypeVar("Result")
WORTH_A_START = 3  # submissions: judging two takes about as long as starting a worker


class Lost(Exception):
    """Whoever judged this work was ended, twice: the work may be to blame, and somebody has to look."""


class Unreachable(NoSandbox):
    """There is no scheduler, or it has gone, or nobody there can judge."""


class Workers(Protocol):
    """Whoever judges: as a context manager, it lets go of everything at its end."""

    @property
    def ahead(self) -> int:
        """How many works may be under way at a time."""

    def __enter__(self) -> Workers: ...

    def __exit__(self, *_: object) -> None: ...

    def require(self, contained: bool, hidden: str) -> None:
        """Raise ``NoSandbox`` unless works with these settings can be judged."""

    def submit(self, work: Work) -> Callable[[], Graded]:
        """Begin a work; return a function that gives its result, or raises as ``judged`` does, or ``Lost``."""


def workers(count: int) -> Workers:
    """Return so many workers."""
    return Here() if count == 1 else Processes(count)


def cluster(scheduler: str, clear_text: bool = False) -> Workers:
    """Return the workers of a dask scheduler: its address, or the file that it has written.

    Raises ``ValueError`` where dask is missing, or the address will not do. ``clear_text``: whether works may
    go over a network as they are.
    """
    try:
        from autograder.judging.cluster import Cluster  # dask is only there for who wants it
    except ModuleNotFoundError as missing:
        raise ValueError(f"dask is not installed ({missing}): pip install distributed") from None
    return Cluster(scheduler, clear_text)


def worth_starting(submissions: int, most: int = 0) -> int:
    """Return how many workers are started for so many submissions: ``most``, but never more than there are.

    If ``most`` is 0, it is one for each core; in a small class fewer, so that each has enough to do.
    """
    return max(1, min(most or cores(), submissions if most else math.ceil(submissions / WORTH_A_START)))


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Here:
    """This process, which judges when it is asked for the result."""

    ahead = 0

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        let_go()

    def require(self, contained: bool, hidden: str) -> None:
        """Raise ``NoSandbox`` unless this process can judge."""
        ready(contained, hidden)

    def submit(self, work: Work) -> Callable[[], Graded]:
        """Begin nothing yet."""
        return partial(judged, work)


class Processes:
    """So many processes, each with its own sandbox. They are started for the first work, and end with this one."""

    def __init__(self, count: int) -> None:
        self.count, self.ahead = count, 2 * count
        self._pool: ProcessPoolExecutor | None = None
        self._one: ProcessPoolExecutor | None = None  # a process for works that may have ended another one

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, *_: object) -> None:
        _end(self._pool)
        _end(self._one)
        self._pool = self._one = None

    def require(self, contained: bool, hidden: str) -> None:
        """Raise ``NoSandbox`` unless one of the processes can judge."""
        try:
            self._begin(partial(ready, contained, hidden))()
        except Lost as why:
            raise NoSandbox(str(why)) from None

    def submit(self, work: Work) -> Callable[[], Graded]:
        """Hand a work to the next process that has nothing to do."""
        return self._begin(partial(judged, work))

    def _begin(self, call: Callable[[], Result]) -> Callable[[], Result]:
        self._pool = self._pool or _started(self.count)
        try:
            future = self._pool.submit(call)
        except BrokenProcessPool:
            return partial(self._alone, call)
        return partial(self._result, future, call)

    def _result(self, future: Future[Result], call: Callable[[], Result]) -> Result:
        try:
            return future.result()
        except (BrokenProcessPool, CancelledError):
            _end(self._pool)
            self._pool = None
            return self._alone(call)

    def _alone(self, call: Callable[[], Result]) -> Result:
        """Make a call that was under way when a process was ended where nothing else is: it may be to blame."""
        self._one = self._one or _started(1)
        try:
            self._one.submit(os.getpid).result()
        except BrokenProcessPool:
            raise NoSandbox("a process to judge in does not start") from None
        try:
            return self._one.submit(call).result()
        except BrokenProcessPool:
            _end(self._one)
            self._one = None
            raise Lost("the process that judged it was ended") from None


def _started(count: int) -> ProcessPoolExecutor:
    context = get_context("forkserver")  # no copy of this process, which holds locks and a gradebook
    context.set_forkserver_preload(["autograder.judging.work"])
    with _safe_path():
        forkserver.ensure_running()
    return ProcessPoolExecutor(count, context, initializer=_begin)


@contextlib.contextmanager
def _safe_path() -> Iterator[None]:
    """Have Python start without the current folder to import from: that of a class may hold a ``numpy.py``."""
    name = "PYTHONSAFEPATH"
    before = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        os.environ.pop(name)
        if before is not None:
            os.environ[name] = before


def _end(pool: ProcessPoolExecutor | None) -> None:
    """End a pool at once: what is not done yet is not wanted any more."""
    if pool is None:
        return
    processes = list((pool._processes or {}).values())  # there is no public way to end one that is busy
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()


def _begin() -> None:
    """Leave Ctrl-C to the process that has started this one, and end when that one is no more, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: _leave())
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    _leave()


def _leave() -> None:
    with contextlib.suppress(Exception):  # it may have begun to end by itself
        let_go()
    os._exit(1)
