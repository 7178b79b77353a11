"""Start the sandbox: a warm process, of which each submission gets a fork.

With bubblewrap it sees the interpreter, the installed packages, ``autograder.worker`` and ``course``, and nothing else
of this computer; without it (``contained=False``) it is a plain separate process. Either way learner code shares no
process with the judge.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import autograder
import course
from autograder import worker
from autograder.sandbox import watchdog
from autograder.sandbox.errors import NotContained
from autograder.sandbox.session import START_SECONDS, Session
from autograder.support.scratch import scratch_folder
from autograder.worker.channel import Channel
from autograder.worker.jail import SCRATCH, Limits

INSIDE = "/opt/gradient-descent"  # where the worker and the course lie in the sandbox
NOT_CONTAINED = (
    "NOT CONTAINED: learner code runs as a plain process. It can read your files, the reference solutions among "
    "them, and use the network. Grade only people you trust like this. See docs/trust.md."
)


def bubblewrap() -> str | None:
    """Return the path of ``bwrap``, or None where there is none."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


class Sandbox:
    """The warm process. Use as a context manager; :meth:`session` forks a fresh child of it."""

    def __init__(self, *, contained: bool, limits: Limits | None = None, light: bool = False) -> None:
        """Start it; it warms up while the judge does something else. Raises ``NotContained`` if bubblewrap is missing.

        ``light``: it is warm sooner, and enough for what :func:`autograder.judging.needs.needs_little` takes.
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
    def session(self, lang: str = "en", forks: int = 0, models: bool = False) -> Iterator[Session]:
        """Fork a child for one submission; it is gone when the ``with`` block ends.

        It can be copied ``forks`` times as it is at that moment, and each copy once again. ``models``: scikit-learn is
        imported already, but not in a light sandbox.
        """
        pairs = [socket.socketpair() for _ in range(2 + 2 * forks)]
        theirs = [other for _, other in pairs]
        order: dict[str, Any] = {
            "lang": lang, "limits": asdict(self.limits), "below_tmp": self._below_tmp(), "away": watchdog.AWAY,
            "models": models and not self._light,
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
        here = Path(worker.__file__).parent
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
    private = [Path(autograder.__file__).parent]
    if (private[0].parent / "source").is_dir():
        private.append(private[0].parent / "source")
    visible = ["/usr", *_interpreter()]
    return [str(path) for path in private if any(path.is_relative_to(place) for place in visible)]
