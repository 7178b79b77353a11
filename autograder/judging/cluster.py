"""Those who judge on other computers: the workers of a dask cluster, which have the packages and bubblewrap.

What travels is a :class:`autograder.judging.work.Work` and what came of it; no name, no gradebook and no course key.
Whoever talks to a scheduler can run code on its workers, so beyond this computer nothing goes in clear text unless that
is asked for. Dask gives the works to those who come, and takes them from those who go.
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import pickle
import platform
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import cache, partial
from importlib import metadata, resources
from pathlib import Path
from typing import Any, NamedTuple

from distributed import Client, Future, KilledWorker, get_worker
from distributed.comm.addressing import get_address_host, parse_address
from distributed.security import Security

from autograder.judging.grade import Graded
from autograder.judging.work import NoSandbox, Work, judged, ready
from autograder.judging.workers import Lost, Unreachable

PATIENCE = 60  # seconds until a scheduler and its first worker must be there
MOMENT = 2  # seconds between looks at who is there
LOST = 3  # times that all workers of a call may go before it is given up; as many deaths as dask allows it
ENCRYPTED = ("tls", "wss")
MATTERS = (".py", ".toml", ".json")  # kinds of files on which a verdict depends
PACKAGES = ("numpy", "scikit-learn")  # other people's code that computes in a judge


class Cluster:
    """The workers of a dask scheduler, as :class:`autograder.judging.workers.Workers`.

    ``scheduler`` is an address, for example ``tls://judges:8786``, or the file that a scheduler has written;
    certificates are taken from dask's own configuration. ``clear_text``: whether works may go over a network as they
    are. Raises ``ValueError`` where they would and may not, or where the file is another one.
    """

    def __init__(self, scheduler: str, clear_text: bool = False) -> None:
        self.address, self.clear_text = _address_of(scheduler), clear_text
        self._check(self.address)
        self._unfit: dict[str, str] = {}  # workers that cannot judge, and why
        self._client: Client | None = None

    @property
    def ahead(self) -> int:
        """How many works may be under way: so many that no worker ever waits."""
        return 2 * max(1, sum(worker["nthreads"] for worker in self._workers().values()))

    def __enter__(self) -> Cluster:
        protocol, _ = parse_address(self.address)
        if protocol in ENCRYPTED and not Security().get_connection_args("client").get("ssl_context"):
            raise Unreachable(f"{self.address} needs a certificate: distributed.comm.tls in dask's configuration")
        try:
            self._client = Client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, TimeoutError) as error:
            raise Unreachable(f"no scheduler answers at {self.address}: {error}") from None
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close(timeout=5)

    def require(self, contained: bool, hidden: str) -> None:
        """Raise ``NoSandbox`` unless one of the workers can judge, and none is reached in clear text over a network."""
        try:
            self._there.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise Unreachable(f"the scheduler {self.address} has no workers") from None
        for address in self._workers():
            try:
                self._check(address)
            except ValueError as why:
                raise Unreachable(f"nothing is sent to a worker of {self.address}: {why}") from None
        self._begin(partial(ready, contained, hidden))()

    def submit(self, work: Work) -> Callable[[], Graded]:
        """Hand a work to the scheduler."""
        return self._begin(partial(judged, work))

    @property
    def _there(self) -> Client:
        if self._client is None:
            raise RuntimeError("a cluster is a context manager")
        return self._client

    def _workers(self) -> dict[str, dict[str, Any]]:
        known = self._there.scheduler_info(n_workers=-1) if self._there.status == "running" else {}
        if "workers" not in known:
            raise Unreachable(f"the scheduler {self.address} has gone")
        return known["workers"]

    def _check(self, address: str) -> None:
        try:
            protocol, _ = parse_address(address)
            get_address_host(address)
        except ValueError:
            raise ValueError(f"{address} is neither an address with a port nor the file of a scheduler") from None
        if not self.clear_text and protocol not in ENCRYPTED and not _is_here(address):
            raise ValueError(f"{address} is on a network, and {protocol} is clear text: use tls, or --clear-text")

    def _begin(self, call: Callable[[], Any]) -> Callable[[], Any]:
        return partial(self._result, self._sent(call), call)

    def _sent(self, call: Callable[[], Any]) -> _Sent:
        """Send a call to the workers that are fit for it now; wait a while for such a one.

        To no other: one that joins a moment later may be reached in clear text.
        """
        deadline = time.monotonic() + PATIENCE
        while not (fit := self._fit()):
            if time.monotonic() > deadline:
                why = "; ".join(f"{address}: {reason}" for address, reason in self._unfit.items())
                raise Unreachable(f"no worker of {self.address} can judge: {why or 'there is none'}")
            time.sleep(0.1)
        return _Sent(self._there.submit(_answered, call, pure=False, workers=fit), frozenset(fit))

    def _fit(self) -> list[str]:
        """Return the workers that are there and may be sent to."""
        fit = []
        for address in self._workers():
            if address not in self._unfit:
                try:
                    self._check(address)
                except ValueError as why:
                    self._unfit[address] = str(why)
                else:
                    fit.append(address)
        return fit

    def _reply(self, sent: _Sent) -> _Reply | None:
        """Return the reply to a call, or nothing if all to whom it was sent have gone: it will never come."""
        while sent.future.done() or sent.to & self._workers().keys():
            with suppress(TimeoutError):
                return sent.future.result(timeout=MOMENT)
        sent.future.cancel()
        return None

    def _result(self, sent: _Sent, call: Callable[[], Any]) -> Any:
        gone = 0
        while True:
            try:
                reply = self._reply(sent)
            except KilledWorker as error:
                raise Lost(f"the workers that judged it were ended: {error}") from None
            except (CancelledError, OSError, TimeoutError):
                raise Unreachable(f"the scheduler {self.address} has gone") from None
            if reply is None:
                gone += 1
                if gone > LOST:
                    raise Lost("the workers that judged it have gone, again and again")
            elif reply.version != code_version():
                self._unfit[reply.worker] = "it has another version of the course, of Python or of a package"
            else:
                value = pickle.loads(reply.outcome)
                if not isinstance(value, NoSandbox):
                    break
                self._unfit[reply.worker] = str(value)
            sent = self._sent(call)
        if isinstance(value, Exception):
            raise value
        return value


@cache
def code_version() -> str:
    """Return a hash of all on which a verdict depends: this course, Python, and the packages that compute."""
    found = hashlib.sha256(" ".join([platform.python_version(), *map(metadata.version, PACKAGES)]).encode())
    for package in ("autograder", "course"):
        root = resources.files(package)
        assert isinstance(root, Path)
        for file in sorted(path for path in root.rglob("*") if path.suffix in MATTERS and path.is_file()):
            found.update(f"{package}/{file.relative_to(root).as_posix()}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()


class _Sent(NamedTuple):
    """A call that is under way, and the workers that may get it."""

    future: Future[_Reply]
    to: frozenset[str]


class _Reply(NamedTuple):
    """What comes back: it can be read by any version of this module; ``outcome`` only by the same one."""

    worker: str
    version: str
    outcome: bytes


_one_at_a_time = threading.Lock()  # a process has one sandbox, and times what its own thread does


def _answered(call: Callable[[], Any]) -> _Reply:
    """Make a call on a worker; send an exception as what came of it."""
    with _one_at_a_time:
        try:
            outcome = call()
        except Exception as error:
            outcome = error
    return _Reply(get_worker().address, code_version(), pickle.dumps(outcome))


def _address_of(scheduler: str) -> str:
    """Return an address as it is, or the one in a scheduler's file."""
    file = Path(scheduler)
    if "://" in scheduler or not file.is_file():
        return scheduler
    try:
        return str(json.loads(file.read_text("utf-8"))["address"])
    except (ValueError, TypeError, KeyError):
        raise ValueError(f"{file} is not the file of a scheduler") from None


def _is_here(address: str) -> bool:
    """Whether an address leads to this computer only."""
    host = get_address_host(address).partition("%")[0]
    try:
        found = {str(entry[4][0]).partition("%")[0] for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(each).is_loopback for each in found)


code_version()  # now: a package may be replaced while a worker runs, but what it has imported stays
