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
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

import course
from autograder.worker import codec
from autograder.worker.channel import Channel, Closed, Late
from autograder.worker.codec import BadMessage, Callback, Handle, Rng
from autograder.worker.jail import SCRATCH, Limits

INSIDE = "/opt/gradient-descent"  # where the worker and the course lie in the sandbox
START_SECONDS = 60
MAX_REPEATS = 10_000  # the largest integer that comes with a text or a list
MAX_ARGUMENTS = 200_000  # numbers that learner code may hand to a function of ours at once
MAX_VALUES = 1_000_000  # numbers and characters that the judge takes in for one exercise; no answer needs a tenth
GRACE_SECONDS = 1.0  # from an interrupt to the end of the process


class NotContained(RuntimeError):
    """The sandbox was asked for and cannot hold; nothing was run in it."""


class Ended(Exception):
    """The learner's process is no more; ``reason`` is one of the words of ``autograder.judge``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Raised(Exception):
    """The learner's code raised; ``kind`` is the first built-in class of the exception."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class TooSlow(Exception):
    """The learner's code did not finish in its time and was interrupted."""


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

    def __init__(self, *, contained: bool, limits: Limits | None = None) -> None:
        """Raises ``NotContained`` where ``contained`` is asked for and bubblewrap is missing."""
        self.contained = contained
        self.limits = limits or Limits()
        self._folder = tempfile.TemporaryDirectory(prefix="gradient-descent-")
        ours, theirs = socket.socketpair()
        command = self._command(theirs.fileno())
        self._process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE, env=self._environment(), start_new_session=True,
        )  # fmt: skip
        theirs.close()
        self._orders = ours
        self._orders.settimeout(START_SECONDS)
        ready = b""
        with contextlib.suppress(TimeoutError):
            ready = self._orders.recv(16)
        if ready != b"ready\n":
            reason = self._last_words()
            self.close()
            raise NotContained(f"the sandbox did not start: {reason}")

    def __enter__(self) -> Sandbox:
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
        self._folder.cleanup()

    @contextlib.contextmanager
    def session(self, lang: str = "en") -> Iterator[Session]:
        """Fork a child for one submission; it is gone when the ``with`` block ends."""
        data, data_theirs = socket.socketpair()
        control, control_theirs = socket.socketpair()
        order: dict[str, Any] = {"lang": lang, "limits": asdict(self.limits)}
        if not self.contained:
            order["folder"] = tempfile.mkdtemp(dir=self._folder.name)
        try:
            socket.send_fds(self._orders, [json.dumps(order).encode()], [data_theirs.fileno(), control_theirs.fileno()])
        except OSError as error:
            raise NotContained(f"the sandbox has ended: {error}; {self._last_words()}") from None
        finally:
            data_theirs.close()
            control_theirs.close()
        session = Session(Channel(data), Channel(control))
        try:
            session.start()
            yield session
        finally:
            session.close()

    def _command(self, fd: int) -> list[str]:
        here = Path(__file__).parent / "worker"
        published = Path(course.__file__).parent
        start = "from worker.warm import main; import sys; main(int(sys.argv[1]), sys.argv[2] == 'contained')"
        if not self.contained:
            # The same code as two plain processes: a folder of links gives it the same import names.
            for name, path in (("worker", here), ("course", published)):
                os.symlink(path, os.path.join(self._folder.name, name))
            start = f"import sys; sys.path.insert(0, {self._folder.name!r}); {start}"
            return [sys.executable, "-I", "-X", "utf8", "-c", start, str(fd), "uncontained"]
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
        if not any(Path(path).is_relative_to("/tmp") for path in _interpreter()):
            jail += ["--symlink", SCRATCH, "/tmp"]
        jail += ["--perms", "0755", "--dir", INSIDE]
        jail += ["--ro-bind", str(here), f"{INSIDE}/worker", "--ro-bind", str(published), f"{INSIDE}/course"]
        for path in _secrets():
            jail += ["--tmpfs", path, "--remount-ro", path]
        jail += ["--chdir", SCRATCH, "--remount-ro", "/"]
        start = f"import sys; sys.path.insert(0, {INSIDE!r}); {start}"
        return [*jail, "--", sys.executable, "-I", "-X", "utf8", "-c", start, str(fd), "contained"]

    def _environment(self) -> dict[str, str]:
        temporary = SCRATCH if self.contained else self._folder.name
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

    def __init__(self, data: Channel, control: Channel) -> None:
        self._data, self._control = data, control
        self._deadline = 0.0
        self.alive = True
        self.functions: list[Callable[..., Any]] = []  # the judge's, which learner code may call as long as it lives
        self.callbacks = 0  # calls of the judge's functions since the session began
        self.warned = False  # whether the last call of a learner's function gave a warning

    def start(self) -> None:
        """Wait for the child. Raises ``NotContained`` when it could not be locked in."""
        try:
            hello = self._data.receive(time.monotonic() + START_SECONDS)
        except (Closed, Late, BadMessage):
            raise NotContained(self._end()) from None
        if hello != {"ready": True}:
            raise NotContained(str(hello.get("failed") if isinstance(hello, dict) else "no greeting"))

    def close(self) -> None:
        """End the child, whatever it is doing, and wait until it is gone."""
        self._data.close()
        self._end()
        self._control.close()

    def run_cell(self, source: str, seconds: float) -> tuple[list[Any], bool]:
        """Run a cell; return its outputs (hostile data) and whether it failed. Raises ``TooSlow``, ``Ended``."""
        reply = self._ask({"do": "cell", "source": source}, seconds)
        outputs, failed = reply.get("outputs"), reply.get("failed")
        return (outputs if isinstance(outputs, list) else []), failed is not False

    def keep(self, name: str, seconds: float) -> RemoteValue | None:
        """Return what ``name`` stands for at this moment, or None; all its calls together may take ``seconds``."""
        reply = self._ask({"do": "keep", "name": name}, seconds)
        value = reply.get("value")
        return RemoteValue(self, value, Budget(seconds)) if isinstance(value, Handle) else None

    def request(self, what: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Do one request; raise ``Raised`` for an exception of the learner."""
        reply = self._ask(what, seconds)
        if "raised" in reply:
            raise Raised(_known_exception(reply["raised"]))
        return reply

    def _ask(self, what: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Send a request and serve its callbacks until the reply is there."""
        deadline = time.monotonic() + seconds
        late = False
        try:
            self._data.send(what, deadline)
            while True:
                try:
                    reply = self._data.receive(deadline)
                except Late:
                    if late:
                        raise Ended("time") from None
                    late, deadline = True, time.monotonic() + GRACE_SECONDS
                    self._control.send("interrupt", deadline)
                    continue
                if not isinstance(reply, dict):
                    raise Ended("broken")
                if "callback" not in reply:
                    if late:
                        raise TooSlow
                    return reply
                if not late:
                    self._data.send(self._call_back(reply), deadline)
        except (Closed, Late, BadMessage) as error:
            reason = self._end()
            if reason.startswith("containment"):
                raise NotContained(reason) from None
            raise Ended("broken" if isinstance(error, BadMessage) else reason) from None
        except Ended as ended:
            reason = self._end()
            raise Ended("memory" if reason == "memory" else ended.reason) from None

    def _call_back(self, request: dict[str, Any]) -> dict[str, Any]:
        """Call one of the judge's functions with the learner's arguments; they may be anything."""
        self.callbacks += 1
        number, args, kwargs = request["callback"], request.get("args"), request.get("kwargs")
        if type(number) is not int or not 0 <= number < len(self.functions) or not isinstance(args, list):
            raise Ended("broken")
        try:
            kwargs = kwargs if isinstance(kwargs, dict) else {}
            _check_call(self.functions[number], args, kwargs)
            with np.errstate(all="ignore"), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = self.functions[number](*args, **kwargs)
            codec.encode(value)
        except Exception as error:  # the arguments are the learner's, so the mistake is too
            return {"raised": f"{type(error).__name__}: the function does not accept these arguments"}
        return {"value": value}

    def _end(self) -> str:
        """Make sure the child is gone; return why it ended."""
        self.alive = False
        deadline = time.monotonic() + 10
        with contextlib.suppress(Closed, Late, BadMessage):
            with contextlib.suppress(Closed):
                self._control.send("kill", deadline)
            last = self._control.receive(deadline)
            if isinstance(last, dict) and isinstance(last.get("ended"), str):
                return last["ended"]
        return "gone"


def _check_call(function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> None:
    """Raise ``TypeError`` unless a learner may call ``function`` like this.

    A parameter with a default is our own business (``lambda w, scale=scale: …``). The arguments are numbers, short
    texts, or so few of them that no function of ours makes much of them. A text or a list times an integer is that
    long, so they do not come together with a large one.
    """
    try:
        signature = inspect.signature(function)
    except ValueError:  # a ufunc of numpy
        if kwargs or len(args) != getattr(function, "nin", 1):
            raise TypeError("wrong number of arguments") from None
    else:
        for name in signature.bind(*args, **kwargs).arguments:
            if signature.parameters[name].default is not inspect.Parameter.empty:
                raise TypeError("too many arguments")
    values = [*args, *kwargs.values()]
    if math.prod(max(_size(value), 1) for value in values) > MAX_ARGUMENTS:
        raise TypeError("too large an argument")
    parts = [part for value in values for part in _parts(value)]
    largest = max((abs(int(part)) for part in parts if isinstance(part, int | np.integer)), default=0)
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


@dataclass
class Budget:
    """What a learner's value, and all that comes from it, may still cost: time there, and values to look at here."""

    seconds: float
    values: int = MAX_VALUES


class RemoteValue:
    """A learner's function or object, seen from the judge.

    Calling it, reading an attribute and the arithmetic operators happen in the learner's process; plain values come
    back as copies, everything else as another ``RemoteValue``. All that come from one value share its budget.
    """

    __slots__ = ("_budget", "_handle", "_session")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, session: Session, handle: Handle, budget: Budget) -> None:
        self._session, self._handle, self._budget = session, handle, budget

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
                    raise Changed
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

    def __len__(self) -> int:
        size = self._operate("len", self)
        if type(size) is not int or size < 0:
            raise Raised("TypeError")
        return size

    def _request(self, what: dict[str, Any]) -> dict[str, Any]:
        start = time.monotonic()
        if self._budget.seconds <= 0:
            raise TooSlow
        try:
            return self._session.request(what, self._budget.seconds)
        finally:
            self._budget.seconds -= time.monotonic() - start

    def _incoming(self, value: Any) -> Any:
        """Return what a value means here. Raises ``Fault`` for too much to look at, and for what only we can send."""
        self._budget.values -= _weight(value)
        if self._budget.values < 0:
            raise Fault("shape")
        match value:
            case Handle():
                return RemoteValue(self._session, value, self._budget)
            case Callback() | Rng():
                raise Fault("type")
            case list() | tuple():
                return type(value)(self._incoming(item) for item in value)
            case dict():
                return {self._incoming(key): self._incoming(item) for key, item in value.items()}
        return value

    @property
    def warned(self) -> bool:
        """Whether the last call gave a warning."""
        return self._session.warned

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


class Changed(Exception):
    """The learner's function modified an argument."""


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


def _known_exception(names: Any) -> str:
    """Return the first name that is a built-in exception: a learner's own text is not passed on."""
    import builtins

    for name in names if isinstance(names, list) else []:
        known = getattr(builtins, name, None) if isinstance(name, str) else None
        if isinstance(known, type) and issubclass(known, BaseException):
            return known.__name__
        if name in ("LinAlgError", "Unspeakable"):
            return name
    return "Exception"
