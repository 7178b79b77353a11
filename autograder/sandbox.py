"""Start the sandbox, and hold a session with one submission's process inside it.

The judge's side of ``autograder.worker``. With bubblewrap the worker sees the interpreter, the installed
packages and ``course``, and nothing else of this computer; without it (``contained=False``) it is a plain separate
process. Either way learner code shares no process with the judge.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import math
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np

import course
from autograder import watchdog
from autograder.clock import CORES, Allowance, Reading, own_time
from autograder.scratch import scratch_folder
from autograder.steps import TooManySteps, at_most
from autograder.worker import codec
from autograder.worker.channel import Channel, Closed, Late
from autograder.worker.codec import BadMessage, Callback, Handle, Rng
from autograder.worker.jail import SCRATCH, Limits

INSIDE = "/opt/gradient-descent"  # where the worker and the course lie in the sandbox
START_SECONDS = 300  # a sandbox that is there later is no sandbox; a busy computer takes a while
MAX_REPEATS = 10_000  # the largest integer that comes with a text or a list
MAX_ARGUMENTS = 200_000  # numbers that learner code may hand to a function of ours at once
MAX_VALUES = 1_000_000  # numbers and characters that the judge takes in for one exercise; no answer needs a tenth
GRACE_SECONDS = 1.0  # that may be used from an interrupt to the end of the process
TICK = 0.02
MAX_STAND_IN_CALLS = 2000
MAX_STAND_IN_STEPS = 1_000_000  # lines of Python, each as often as it would be with ten numbers
MAX_NUMBER = 2**31  # of a copy, a request or an object of the learner's process
NOT_CONTAINED = (
    "NOT CONTAINED: learner code runs as a plain process. It can read your files, the reference solutions among "
    "them, and use the network. Grade only people you trust like this. See docs/trust.md."
)


class NotContained(RuntimeError):
    """The sandbox was asked for and cannot hold; nothing was run in it."""


class Ended(Exception):
    """The learner's process is no more; ``reason`` is one of the words of ``autograder.judge``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Raised(Exception):
    """The learner's code raised; ``kind`` is the first built-in class of the exception, ``within`` the function."""

    def __init__(self, kind: str, within: str = "") -> None:
        super().__init__(kind)
        self.kind, self.within = kind, within


class TooSlow(Exception):
    """The learner's code used up its time and was interrupted.

    ``kind``: ``slept`` if it waited more than it computed, ``never_ends`` if it went in circles, else ``too_slow``.
    """

    def __init__(self, kind: str = "too_slow") -> None:
        super().__init__(kind)
        self.kind = kind


class Undecided(Exception):
    """The computer was too busy to say anything about the learner's code; nothing is decided."""


class Fault(Exception):
    """An answer's value is unusable before anything is computed with it; ``word`` is a kind of mismatch."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


def bubblewrap() -> str | None:
    """Return the path of ``bwrap``, or None where there is none."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


class Sandbox:
    """The warm process. Use as a context manager; :meth:`session` forks a fresh child of it."""

    def __init__(self, *, contained: bool, limits: Limits | None = None, light: bool = False) -> None:
        """Start it; it warms up while the judge does something else. Raises ``NotContained`` if bubblewrap is missing.

        ``light``: it is warm sooner, and enough for what :func:`autograder.needs.needs_little` takes.
        """
        self.contained = contained
        self._light = light
        self.limits = limits or Limits()
        self._stack = contextlib.ExitStack()
        self._folder = self._stack.enter_context(scratch_folder())
        ours, theirs = socket.socketpair()
        command = self._command(theirs.fileno())
        self._process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, env=self._environment(), start_new_session=True,
        )  # fmt: skip
        theirs.close()
        self._orders = ours
        self._orders.settimeout(START_SECONDS)

    def __enter__(self) -> Sandbox:
        """Wait until it is warm. Raises ``NotContained`` if it does not start."""
        ready = b""
        with contextlib.suppress(TimeoutError):
            ready = self._orders.recv(16)
        if ready != b"ready\n":
            reason = self._last_words()
            self.close()
            raise NotContained(f"the sandbox did not start: {reason}")
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the warm process and everything it started."""
        self._orders.close()
        self._process.kill()
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()
        self._stack.close()

    @contextlib.contextmanager
    def session(self, lang: str = "en", forks: int = 0) -> Iterator[Session]:
        """Fork a child for one submission; it is gone when the ``with`` block ends.

        It can be copied ``forks`` times as it is at that moment, and each copy once again.
        """
        pairs = [socket.socketpair() for _ in range(2 + 2 * forks)]
        theirs = [other for _, other in pairs]
        order: dict[str, Any] = {
            "lang": lang, "limits": asdict(self.limits), "below_tmp": self._below_tmp(), "away": watchdog.AWAY,
        }  # fmt: skip
        if not self.contained:
            order["folder"] = tempfile.mkdtemp(dir=self._folder)
        try:
            socket.send_fds(self._orders, [json.dumps(order).encode()], [each.fileno() for each in theirs])
        except OSError as error:
            raise NotContained(f"the sandbox has ended: {error}; {self._last_words()}") from None
        finally:
            for each in theirs:
                each.close()
        control, data, *spares = [Channel(ours) for ours, _ in pairs]
        session = Session(data, control, spares)
        try:
            session.start()
            yield session
        finally:
            session.close()

    def _command(self, fd: int) -> list[str]:
        here = Path(__file__).parent / "worker"
        published = Path(course.__file__).parent
        start = f"from worker.warm import main; main({fd}, contained={self.contained}, light={self._light})"
        if not self.contained:
            # The same code as two plain processes: a folder of links gives it the same import names.
            for name, folder in (("worker", here), ("course", published)):
                os.symlink(folder, self._folder / name)
            start = f"import sys; sys.path.insert(0, {str(self._folder)!r}); {start}"
            return [sys.executable, "-I", "-X", "utf8", "-c", start]
        bwrap = bubblewrap()
        if bwrap is None:
            raise NotContained("bubblewrap (bwrap) is not installed")
        jail = [bwrap, "--die-with-parent", "--new-session", "--unshare-ipc", "--unshare-pid", "--unshare-net"]
        jail += ["--unshare-uts", "--unshare-cgroup-try", "--hostname", "sandbox", "--cap-drop", "ALL"]
        if os.getuid() == 0:
            jail += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]  # to become nobody, first thing inside
        else:
            jail += ["--unshare-user"]
        for path in ("/usr", *_interpreter()):
            for parent in reversed(Path(path).parents[:-1]):
                jail += ["--perms", "0755", "--dir", str(parent)]
            jail += ["--ro-bind", path, path]
        for link in ("/bin", "/sbin", "/lib", "/lib32", "/lib64"):
            if os.path.islink(link):
                jail += ["--symlink", os.readlink(link), link]
            elif os.path.isdir(link):
                jail += ["--ro-bind", link, link]
        for path in ("/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime", "/etc/fonts"):
            jail += ["--ro-bind-try", path, path]
        jail += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--perms", "1777"]
        jail += ["--size", str(64 * 2**20), "--tmpfs", SCRATCH]
        if not self._below_tmp():
            jail += ["--symlink", SCRATCH, "/tmp"]
        jail += ["--perms", "0755", "--dir", INSIDE]
        jail += ["--ro-bind", str(here), f"{INSIDE}/worker", "--ro-bind", str(published), f"{INSIDE}/course"]
        for path, elsewhere in self._below_tmp().items():
            jail += ["--ro-bind", path, elsewhere]
        for path in _secrets():
            jail += ["--tmpfs", path, "--remount-ro", path]
        jail += ["--chdir", SCRATCH, "--remount-ro", "/"]
        start = f"import sys; sys.path.insert(0, {INSIDE!r}); {start}"
        return [*jail, "--", sys.executable, "-I", "-X", "utf8", "-c", start]

    def _below_tmp(self) -> dict[str, str]:
        """Return the interpreter's folders below /tmp, where learner code writes, and their other place in the jail."""
        below = [path for path in _interpreter() if Path(path).is_relative_to("/tmp")] if self.contained else []
        return {path: f"{INSIDE}/interpreter-{number}" for number, path in enumerate(below)}

    def _environment(self) -> dict[str, str]:
        temporary = SCRATCH if self.contained else str(self._folder)
        home = f"{temporary}/home"
        environment = {
            "PATH": f"{os.path.dirname(sys.executable)}:/usr/bin:/bin", "HOME": home, "IPYTHONDIR": f"{home}/.ipython",
            "TMPDIR": temporary, "MPLCONFIGDIR": f"{temporary}/matplotlib", "MPLBACKEND": "agg",
            "LANG": "C.UTF-8", "COURSE_FIGURES": "off", "USER": "learner", "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        }  # fmt: skip
        threads = ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB_MAXIMUM")
        return environment | {f"{name}_NUM_THREADS": "1" for name in threads}

    def _last_words(self) -> str:
        self._process.kill()
        words = self._process.stderr.read() if self._process.stderr else b""
        return words.decode("utf-8", "replace").strip()[-2000:] or "it said nothing"


def _interpreter() -> list[str]:
    """Return the folders that the interpreter and its packages need, outer folders only."""
    wanted = {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"),
              sysconfig.get_path("platlib"), os.path.dirname(os.path.realpath(sys.executable))}  # fmt: skip
    real = sorted({os.path.realpath(path) for path in wanted} | {os.path.abspath(path) for path in wanted})
    outer: list[str] = []
    for path in real:
        if not any(Path(path).is_relative_to(other) for other in ("/usr", *outer)):
            outer.append(path)
    return outer


def _secrets() -> list[str]:
    """Return the folders that must not be seen, where a visible folder happens to hold them."""
    private = [Path(__file__).parent]
    if (Path(__file__).parents[1] / "source").is_dir():
        private.append(Path(__file__).parents[1] / "source")
    visible = ["/usr", *_interpreter()]
    return [str(path) for path in private if any(path.is_relative_to(place) for place in visible)]


class Session:
    """One submission's process: run its cells, then call its functions."""

    def __init__(self, data: Channel, control: Channel, spares: list[Channel] | None = None) -> None:
        self._data, self._control, self._spares = data, control, spares or []
        self._alive = True
        self._number = 0  # of the last request: what answers another one is no answer
        self._ended = ""  # why the process ended, once that is known
        self.spent = 0.0  # seconds that its requests have used, but for calls of the learner's functions
        self.functions: list[Callable[..., Any]] = []  # the judge's, which learner code may call as long as it lives
        self.callbacks = 0  # calls of the judge's functions since the session began
        self.warned = False  # whether the last call of a learner's function gave a warning
        self.changed = False  # whether a call has changed an argument since this was last set

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._alive

    @property
    def exchanges(self) -> int:
        """How many requests and calls of the judge's functions there were: what it costs on any computer."""
        return self._number + self.callbacks

    def start(self) -> None:
        """Wait for the child. Raises ``NotContained`` when it could not be locked in, ``Undecided`` if it is late."""
        try:
            hello = self._data.receive(time.monotonic() + START_SECONDS)
        except Late:
            self._end()
            raise Undecided("the sandbox took too long to start") from None
        except (Closed, BadMessage):
            raise NotContained(self._end()) from None
        if hello != {"ready": True}:
            raise NotContained(str(hello.get("failed") if isinstance(hello, dict) else "no greeting"))

    def close(self) -> None:
        """End the child, whatever it is doing, and wait until it is gone."""
        self._data.close()
        self._end()
        self._control.close()
        for spare in self._spares:
            spare.close()

    def run_cell(
        self, source: str, seconds: float, past: str = "", yields: tuple[str, ...] = ()
    ) -> tuple[list[Any], bool]:
        """Run a cell; return its outputs (hostile data) and whether it failed. Raises ``TooSlow``, ``Ended``.

        The statements below one that raises an exception called ``past`` are run all the same. Names in ``yields``
        keep what they stand for already.
        """
        request = {"do": "cell", "source": source, "past": past, "yields": list(yields)}
        allowance = Allowance(seconds)
        reply = self._charged(request, allowance)
        outputs, failed = reply.get("outputs"), reply.get("failed")
        return (outputs if isinstance(outputs, list) else []), failed is not False

    def keep(self, name: str, seconds: float, at_once: float | None = None) -> RemoteValue | None:
        """Return what ``name`` stands for at this moment, or None; all its calls together may use ``seconds``.

        This request itself may use ``at_once`` seconds, or as many as the calls.
        """
        reply = self._charged({"do": "keep", "name": name}, Allowance(seconds if at_once is None else at_once))
        value = reply.get("value")
        return RemoteValue(self, value, Allowance(seconds, MAX_VALUES)) if isinstance(value, Handle) else None

    def define(self, source: str, name: str, seconds: float) -> RemoteValue | None:
        """Run plain Python that defines ``name``; return what it stands for. Raises ``Raised``, ``TooSlow``, ``Ended``.

        This and all its calls together may use ``seconds``.
        """
        reply = _checked(self._charged({"do": "define", "source": source, "name": name}, Allowance(seconds)))
        value = reply.get("value")
        return RemoteValue(self, value, Allowance(seconds, MAX_VALUES)) if isinstance(value, Handle) else None

    def fork(self, seconds: float) -> Fork | None:
        """Return a copy of the process as it is now, or None if it cannot be copied."""
        if not self._spares:
            return None
        data, *own = self._spares[:2]
        self._spares = self._spares[2:]
        reply = self._charged({"do": "fork"}, Allowance(seconds))
        number = reply.get("number")
        if type(number) is not int or not 0 <= number < MAX_NUMBER:
            for channel in (data, *own):
                channel.close()
            return None
        return Fork(self, number, data, own)

    def moved(self, fork: Fork, name: str, seconds: float) -> bool:
        """Whether what ``name`` stands for may do something else here than in a copy that was made before."""
        reply = self._charged({"do": "moved", "number": fork.number, "name": name}, Allowance(seconds))
        return reply.get("value") is not False

    def charge(self, seconds: float) -> None:
        """Add to what its requests have used."""
        self.spent += seconds

    def _charged(self, what: dict[str, Any], allowance: Allowance) -> dict[str, Any]:
        """Send a request that is no call of a learner's function; what it uses is the session's."""
        try:
            return self._ask(what, allowance)
        finally:
            self.charge(self.spent_of(allowance))

    def spent_of(self, allowance: Allowance) -> float:
        """Return how much of an allowance has been used: all of it, if it was used up or the process has ended."""
        if allowance.start is None:
            return allowance.before
        try:
            if self.alive and not allowance.exhausted:
                allowance.used(self.reading())
                return allowance.known
        except Closed:
            pass  # it has just ended
        return max(allowance.known, allowance.seconds)

    def request(self, what: dict[str, Any], allowance: Allowance) -> dict[str, Any]:
        """Do one request; raise ``Raised`` for an exception of the learner."""
        return _checked(self._ask(what, allowance))

    def cause(self, seconds: float) -> Any:
        """Return the name of the module that the last cell did not find; raise ``Raised`` for any other error."""
        return _checked(self._charged({"do": "cause"}, Allowance(seconds))).get("value")

    def reading(self) -> Reading:
        """Return the clocks of the learner's processes. Raises ``Undecided`` if nobody reads them, ``Closed``."""
        deadline = time.monotonic() + START_SECONDS
        try:
            self._control.send("read", deadline)
            said = self._control.receive(deadline)
        except Late:
            raise Undecided("the clocks were not read in time") from None
        if "ended" in said:
            self._note_end(said)
            raise Closed("the process has ended")
        return Reading(said["ran"], said["waited"])

    def _ask(self, what: dict[str, Any], allowance: Allowance) -> dict[str, Any]:
        """Send a request and serve its callbacks until the reply is there."""
        if allowance.exhausted:
            raise TooSlow(allowance.exhausted)
        try:
            return self._within(allowance, what)
        except Undecided:
            self._end()
            raise
        except (Closed, Late, BadMessage) as error:
            reason = self._end()
            if reason.startswith("containment"):
                raise NotContained(reason) from None
            if reason == "silence":
                raise Undecided("the judge was not heard of for too long") from None
            raise Ended("broken" if isinstance(error, BadMessage) else reason) from None
        except Ended as ended:
            reason = self._end()
            raise Ended("memory" if reason == "memory" else ended.reason) from None

    def _within(self, allowance: Allowance, what: dict[str, Any]) -> dict[str, Any]:
        began = time.monotonic()
        look, fence = began + allowance.wait, began + allowance.fence
        ran, busy = own_time() if allowance.start else (0.0, 0.0)
        slow = ""  # how it was too slow, once it is

        def charge() -> None:
            """Add what has passed since ``began`` to the allowance."""
            nonlocal began, ran, busy
            now = time.monotonic()
            if allowance.start is None:
                allowance.before += now - began
            else:
                ran_now, busy_now = own_time()
                allowance.asked += now - began
                allowance.busy += busy_now - busy
                allowance.served += ran_now - ran
                ran, busy = ran_now, busy_now
            began = now

        try:
            self._number += 1
            self._data.post({**what, "request": self._number})
            while True:
                self._still_here()
                try:
                    self._data.flush(look)
                    reply = self._data.receive(look)
                except Late:
                    charge()
                    if allowance.start is None:
                        allowance.start = self.reading()
                        began, (ran, busy) = time.monotonic(), own_time()
                    spent, now = allowance.used(self.reading()), time.monotonic()
                    grace = GRACE_SECONDS if slow else 0.0
                    if not allowance.exceeded(spent, grace):
                        if now >= fence and not slow:
                            raise Undecided("it neither ran nor slept as long as it may") from None
                        if now < fence + allowance.seconds:
                            look = now + max((allowance.seconds + grace - spent.total) / CORES, TICK)
                            continue
                    if slow:
                        raise Ended("time") from None
                    slow = "slept" if spent.slept > spent.ran else "too_slow"
                    look = now + GRACE_SECONDS / CORES
                    self._control.send("interrupt", now + START_SECONDS)
                    continue
                number = reply.get("request") if isinstance(reply, dict) else None
                if type(number) is not int or number != self._number:
                    raise Ended("broken")
                if "callback" not in reply:
                    if slow:
                        circles = slow == "too_slow" and reply.get("repeats") is True
                        allowance.exhausted = "never_ends" if circles else slow
                        raise TooSlow(allowance.exhausted)
                    return reply
                if not slow:
                    self._data.post_encoded(self._call_back(reply))
        finally:
            charge()
            allowance.wait, allowance.fence = look - began, fence - began

    def _still_here(self) -> None:
        """Let both watchdogs know."""
        watchdog.pat()
        if time.monotonic() - self._control.posted > watchdog.AWAY / 10:
            with contextlib.suppress(Closed):  # it has ended; how, is seen when its reply does not come
                self._control.send("here", time.monotonic() + START_SECONDS)

    def _call_back(self, request: dict[str, Any]) -> bytes:
        """Call one of the judge's functions with the learner's arguments; they may be anything. Return the reply."""
        self.callbacks += 1
        number, args, kwargs = request["callback"], request.get("args"), request.get("kwargs")
        if type(number) is not int or not 0 <= number < len(self.functions) or not isinstance(args, list):
            raise Ended("broken")
        try:
            kwargs = kwargs if isinstance(kwargs, dict) else {}
            if isinstance(self.functions[number], StandIn):
                args = [self._own_function(value) for value in args]
                kwargs = {name: self._own_function(value) for name, value in kwargs.items()}
            _check_call(self.functions[number], args, kwargs)
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = self.functions[number](*args, **kwargs)
            return codec.encode({"value": value})
        except Exception as error:  # the arguments are the learner's, so the mistake is too
            return codec.encode({"raised": f"{type(error).__name__}: the function does not accept these arguments"})

    def _own_function(self, value: Any) -> Any:
        """Return the function of the judge that a learner passes on to another function of the judge."""
        if isinstance(value, Callback) and value.id < len(self.functions):
            return self.functions[value.id]
        return value

    def _end(self) -> str:
        """Make sure the child is gone; return why it ended."""
        self._alive = False
        deadline = time.monotonic() + START_SECONDS
        with contextlib.suppress(Closed, Late, BadMessage):
            with contextlib.suppress(Closed):
                self._control.send("kill", deadline)
            while not self._ended:
                self._note_end(self._control.receive(deadline))
        return self._ended or "gone"

    def _note_end(self, said: Any) -> None:
        if isinstance(said, dict) and isinstance(said.get("ended"), str):
            self._ended = said["ended"]


class Fork(Session):
    """A copy of a session's process. It ends alone, or with all the others if it does not end when told to."""

    def __init__(self, parent: Session, number: int, data: Channel, spares: list[Channel]) -> None:
        super().__init__(data, parent._control, spares)
        self._parent, self.number = parent, number

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self._alive and self._parent.alive

    def charge(self, seconds: float) -> None:
        """Add to what the requests of the process that it is a copy of have used."""
        self._parent.charge(seconds)

    def close(self) -> None:
        """Let go of it: it ends when it finds its channel closed."""
        self._alive = False
        for channel in (self._data, *self._spares):
            channel.close()

    def uses(self, name: str, others: list[str], seconds: float) -> list[str]:
        """Return which of ``others`` the function ``name`` uses, as the learner's process says."""
        said = self._charged({"do": "uses", "name": name, "others": others}, Allowance(seconds)).get("value")
        known = {each for each in said if type(each) is str} if isinstance(said, list) else set()
        return [other for other in others if other in known]

    def replace(self, name: str, value: Callable[..., Any], seconds: float) -> None:
        """Let ``name`` stand for what the session kept before this copy was made, or for a function of ours."""
        what = {"do": "replace", "name": name, "value": _outgoing(value, self.functions)}
        self._charged(what, Allowance(seconds))

    def _end(self) -> str:
        """Find out how the copy ended; if it has not, end the process that it is a copy of, and all copies with it."""
        self._alive = False
        self.close()
        if self._parent.alive:
            with contextlib.suppress(Ended, TooSlow):
                what = {"do": "ended", "number": self.number}
                word = self._parent._charged(what, Allowance(GRACE_SECONDS)).get("value")
                if type(word) is str and word in ("exit", "signal"):
                    return word
        return self._parent._end()


class StandIn:
    """A right version of an exercise, for learner code of a later one to call. Raises ``TypeError`` for too much.

    All its calls together may run so many lines of Python. One that works on large arrays counts for many, so what is
    computed and kept stays bounded, whatever the arguments are.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function, self._left, self._steps = function, MAX_STAND_IN_CALLS, float(MAX_STAND_IN_STEPS)
        self.__signature__ = inspect.signature(function)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        values = [*args, *kwargs.values()]
        self._left -= 1
        weight = 1 + sum(_size(value) for value in values if not callable(value)) // 10
        steps = int(self._steps / weight)
        if self._left < 0 or steps < 1 or _largest(_parts(values)) > MAX_REPEATS:
            raise TypeError("too much is asked of it")
        try:
            with at_most(steps) as left:
                return self._function(*args, **kwargs)
        except TooManySteps:
            raise TypeError("too much is asked of it") from None
        finally:
            self._steps -= (steps - left[0]) * weight


@lru_cache(maxsize=100)
def _signature(function: Callable[..., Any]) -> inspect.Signature | None:
    """Return what a function takes; None if Python does not know, as of a ufunc of numpy."""
    try:
        return inspect.signature(function)
    except ValueError:
        return None


def _check_call(function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> None:
    """Raise ``TypeError`` unless a learner may call ``function`` like this.

    A parameter with a default is our own business (``lambda w, scale=scale: …``). The arguments are numbers, short
    texts, or so few of them that no function of ours makes much of them. A text or a list times an integer is that
    long, so they do not come together with a large one.
    """
    signature = _signature(function)
    if signature is None:
        if kwargs or len(args) != getattr(function, "nin", 1):
            raise TypeError("wrong number of arguments")
    else:
        for name in signature.bind(*args, **kwargs).arguments:
            if signature.parameters[name].default is not inspect.Parameter.empty and not isinstance(function, StandIn):
                raise TypeError("too many arguments")
    values = [*args, *kwargs.values()]
    if isinstance(function, StandIn):  # it takes functions of ours too
        values = [value for value in values if not callable(value)]
    if math.prod(max(_size(value), 1) for value in values) > MAX_ARGUMENTS:
        raise TypeError("too large an argument")
    parts = [part for value in values for part in _parts(value)]
    largest = _largest(parts)
    repeatable = sum(isinstance(part, str | list | tuple) for part in parts)
    if len(values) == 1 and isinstance(values[0], list | tuple):
        repeatable -= 1  # a list of weights, with nothing beside it
    if largest >= 2**63 or (repeatable and largest > MAX_REPEATS):
        raise TypeError("too large a number")


def _parts(value: Any) -> Iterator[Any]:
    """Yield a value and all that lies in it; an array is one value."""
    yield value
    if isinstance(value, list | tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _parts(item)


def _largest(parts: Iterable[Any]) -> int:
    """Return the size of the largest integer among them, 0 if there is none."""
    return max((abs(int(part)) for part in parts if isinstance(part, int | np.integer)), default=0)


def _size(value: Any) -> int:
    """Return how many numbers an argument holds. Raises ``TypeError`` for what no function of ours takes."""
    if isinstance(value, np.ndarray):
        return codec.extent(value)
    if isinstance(value, list | tuple):
        if all(isinstance(item, int | float | complex) or getattr(item, "shape", None) == () for item in value):
            return len(value)
        shapes = {item.shape for item in value if isinstance(item, np.ndarray)}
        if len(shapes) > 1:  # a column and a row would be broadcast to a table
            return MAX_ARGUMENTS + 1
        return sum(map(_size, value))
    if isinstance(value, dict):
        return sum(map(_size, value.values()))
    if isinstance(value, str) and len(value) > 100:
        raise TypeError("too long a text")
    if value is None or isinstance(value, str | int | float | complex | np.number):
        return 1
    raise TypeError("a function of ours takes numbers, arrays and texts")


class RemoteValue:
    """A learner's function or object, seen from the judge.

    Calling it, reading an attribute and the arithmetic operators happen in the learner's process; plain values come
    back as copies, everything else as another ``RemoteValue``. All that come from one value share its allowance.
    """

    __slots__ = ("_allowance", "_handle", "_session")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, session: Session, handle: Handle, allowance: Allowance) -> None:
        self._session, self._handle, self._allowance = session, handle, allowance

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        send = partial(_outgoing, functions=self._session.functions)
        sent, named = [send(value) for value in args], {name: send(value) for name, value in kwargs.items()}
        reply = self._request({"do": "call", "target": self._handle, "args": sent, "kwargs": named})
        self._session.warned = reply.get("warned") is True
        after = reply.get("after")
        before = [*args, *kwargs.values()]
        if isinstance(after, list) and len(after) == len(before):
            for old, new in zip(before, after, strict=True):
                if new is not None and isinstance(old, np.ndarray | list | dict) and not same(old, new):
                    self._session.changed = True
        return self._incoming(reply.get("value"))

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise TypeError("a learner's object is no array")  # else numpy would ask it for its length and its items

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._incoming(self._request({"do": "get", "target": self._handle, "name": name}).get("value"))

    def _operate(self, name: str, *args: Any) -> Any:
        sent = [_outgoing(value, self._session.functions) for value in args]
        return self._incoming(self._request({"do": "operate", "name": name, "args": sent}).get("value"))

    def __add__(self, other: Any) -> Any:
        return self._operate("add", self, other)

    def __radd__(self, other: Any) -> Any:
        return self._operate("add", other, self)

    def __mul__(self, other: Any) -> Any:
        return self._operate("mul", self, other)

    def __rmul__(self, other: Any) -> Any:
        return self._operate("mul", other, self)

    def __getitem__(self, key: Any) -> Any:
        return self._operate("getitem", self, key)

    def __bool__(self) -> bool:
        return True  # else Python would ask the learner's process for its length

    def __len__(self) -> int:
        size = self._operate("len", self)
        if type(size) is not int or size < 0:
            raise Raised("TypeError")
        return size

    def _request(self, what: dict[str, Any]) -> dict[str, Any]:
        return self._session.request(what, self._allowance)

    def _incoming(self, value: Any) -> Any:
        """Return what a value means here. Raises ``Fault`` for too much to look at, and for what only we can send."""
        self._allowance.values -= _weight(value)
        if self._allowance.values < 0:
            raise Fault("shape")
        match value:
            case Handle():
                return RemoteValue(self._session, value, self._allowance)
            case Callback() | Rng():
                raise Fault("type")
            case list() | tuple():
                return type(value)(self._incoming(item) for item in value)
            case dict():
                return {self._incoming(key): self._incoming(item) for key, item in value.items()}
        return value

    @property
    def session(self) -> Session:
        """The process it lives in."""
        return self._session

    @property
    def warned(self) -> bool:
        """Whether the last call gave a warning."""
        return self._session.warned

    @property
    def allowed(self) -> float:
        """The seconds that all its calls together may use."""
        return self._allowance.seconds

    def spent(self) -> float:
        """Return the seconds that its calls have used so far; all of them once its process has ended."""
        return self._session.spent_of(self._allowance) if self._session.alive else self._allowance.seconds

    @property
    def is_function(self) -> bool:
        """Whether it can be called."""
        return self._handle.kind != "object"

    @property
    def is_object(self) -> bool:
        """Whether it is an object with attributes of its own, not a plain function or a class."""
        return self._handle.kind != "function"


def _weight(value: Any) -> int:
    """Return how much there is to look at in a value, without what lies in a container."""
    if isinstance(value, np.ndarray):
        return codec.extent(value)
    return len(value) if isinstance(value, str) else 1


def _outgoing(value: Any, functions: list[Callable[..., Any]]) -> Any:
    if isinstance(value, RemoteValue):
        return value._handle
    if isinstance(value, list | tuple):
        return type(value)(_outgoing(item, functions) for item in value)
    if isinstance(value, dict):
        return {key: _outgoing(item, functions) for key, item in value.items()}
    if callable(value):
        functions.append(value)
        return Callback(len(functions) - 1)
    return value


def same(old: Any, new: Any) -> bool:
    if isinstance(old, np.ndarray):
        return isinstance(new, np.ndarray) and old.shape == new.shape and np.array_equal(old, new, equal_nan=True)
    if isinstance(old, list | tuple):
        return isinstance(new, list | tuple) and len(old) == len(new) and all(map(same, old, new))
    if isinstance(old, dict):
        return isinstance(new, dict) and old.keys() == new.keys() and all(same(old[key], new[key]) for key in old)
    return callable(old) or isinstance(old, Rng) or type(old) is type(new) and old == new


def _checked(reply: dict[str, Any]) -> dict[str, Any]:
    """Return a reply; raise ``Raised`` if it is an exception of the learner."""
    if "raised" in reply:
        within = reply.get("within")
        raise Raised(_known_exception(reply["raised"]), within if isinstance(within, str) else "")
    return reply


def _known_exception(names: Any) -> str:
    """Return the first name that is a built-in exception: a learner's own text is not passed on."""
    import builtins

    for name in names if isinstance(names, list) else []:
        known = getattr(builtins, name, None) if isinstance(name, str) else None
        if isinstance(known, type) and issubclass(known, BaseException):
            return known.__name__
        if isinstance(name, str) and name in ("LinAlgError", "Unspeakable"):
            return name
    return "Exception"
