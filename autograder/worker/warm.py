"""The warm process: imports what learner code will import once, then forks a fresh child for every submission.

It reads orders from the judge on one socket. With each order come more sockets: the ``control`` channel, which stays
with the minder, the ``data`` channel, which the learner's process will hold, and spare ones for the forks of that
process. The minder is the learner process's parent: it watches memory and time, passes on an interrupt, kills, and says
how the end came. Learner code cannot reach it: it lives in an outer process namespace.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import time
from typing import Any, NoReturn

from . import jail, shell
from .channel import Channel, Closed, Late

TICK = 0.05
BETWEEN_LOOKS = 0.25
MOST_SOCKETS = 200  # that come with an order
SECONDS_OF_A_TICK = 1 / os.sysconf("SC_CLK_TCK")


def main(orders_fd: int, *, contained: bool, light: bool) -> None:
    """Serve orders until the judge closes the socket. ``light``: see :func:`shell.warm_up`."""
    if contained:
        _become_nobody()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job inherits it ignored
    orders = socket.socket(fileno=orders_fd)
    shell.warm_up(light)
    _keep_all()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # minders are reaped by the kernel
    orders.sendall(b"ready\n")
    models = False
    while True:
        message, fds, _flags, _address = socket.recv_fds(orders, 65536, MOST_SOCKETS)
        if not message:
            return
        order = json.loads(message)
        if order["models"] and not models:
            shell.import_models()
            _keep_all()
            models = True
        if os.fork() == 0:
            orders.close()
            _mind(order, fds[0], fds[1:], contained)
        for fd in fds:
            os.close(fd)


def _keep_all() -> None:
    """Leave what there is now out of all collections of garbage: forks share its pages as long as nobody writes."""
    gc.collect()
    gc.freeze()


def _become_nobody() -> None:
    """Give up root: the limit on processes does not bind it."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
        jail.own_proc()


def _mind(order: dict[str, Any], control_fd: int, data_fds: list[int], contained: bool) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    control = Channel(socket.socket(fileno=control_fd))
    limits = jail.Limits(**order["limits"])
    try:
        if contained:
            jail.split_off()
        child = os.fork()
        if child == 0:
            control.close()
            _become_learner(order, data_fds, limits, contained)
        for fd in data_fds:
            os.close(fd)
        reason = _watch(child, control, limits, order["away"], contained)
        if not contained:  # without a process namespace, the group is all that can be ended
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child, signal.SIGKILL)
    except OSError as error:
        reason = f"containment: {error}"
    with contextlib.suppress(Closed, Late):
        control.send({"ended": reason}, time.monotonic() + 5)
    os._exit(0)


def _become_learner(order: dict[str, Any], data_fds: list[int], limits: jail.Limits, contained: bool) -> NoReturn:
    os.setsid()
    _own_files(data_fds)
    data, *spares = [Channel(socket.socket(fileno=fd)) for fd in data_fds]
    try:
        if contained:
            jail.close_in(limits, len(spares), order["below_tmp"])
        else:
            jail.limit(limits)
            os.chdir(order["folder"])
    except OSError as error:
        data.send({"failed": f"containment: {error}"}, time.monotonic() + 5)
        os._exit(3)
    _silence()
    shell.serve(data, order["lang"], spares)
    os._exit(0)


def _own_files(sockets: list[int]) -> None:
    """Open again what the warm process has open (fonts, say): a file's position is shared by all forks of it.

    Two submissions could otherwise pass notes through such a position.
    """
    with contextlib.suppress(FileNotFoundError):  # no /proc, so no list of files, outside of Linux
        for name in os.listdir("/proc/self/fd"):
            fd = int(name)
            with contextlib.suppress(OSError):  # the one that the listing itself had open
                if fd > 2 and fd not in sockets:
                    own = os.open(os.readlink(f"/proc/self/fd/{fd}"), os.O_RDONLY | os.O_CLOEXEC)
                    os.dup2(own, fd, inheritable=False)
                    os.close(own)


def _silence() -> None:
    """Nothing a learner writes to a file descriptor goes anywhere."""
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    os.close(null)


def _watch(child: int, control: Channel, limits: jail.Limits, away: float, contained: bool) -> str:
    """Wait for the end of ``child``; return why it ended.

    It is ended when the judge has said nothing for ``away`` seconds: perhaps the judge waits for something that learner
    code holds.
    """
    memory, clocks = Memory(child), Clocks(child, contained)
    again, heard = 0.0, time.monotonic()
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return _word(os.waitstatus_to_exitcode(status))
        if memory.exceeds(limits.memory * 2**20):
            return _kill(child, "memory")
        if time.monotonic() >= again:  # what a thread waited is known only as long as it lives
            clocks.look()
            again = time.monotonic() + BETWEEN_LOOKS
        try:
            word = control.receive(time.monotonic() + TICK)
        except Late:
            if time.monotonic() - heard > away:
                return _kill(child, "silence")
            continue
        except Closed:
            word = "kill"
        heard = time.monotonic()
        if word == "read":
            ran, waited = clocks.look()
            with contextlib.suppress(Closed, Late):
                control.send({"ran": ran, "waited": waited}, time.monotonic() + 5)
        elif word == "interrupt":
            for process in _tree(child):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(process, signal.SIGINT)
        elif word != "here":
            return _kill(child, "killed")


def _kill(child: int, reason: str) -> str:
    """Kill ``child``; return ``reason``, or how it had ended by itself a moment before."""
    os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return reason if code == -signal.SIGKILL else _word(code)


def _word(code: int) -> str:
    """Return how a process ended. No number: it could pass on what an answer was asked."""
    return "exit" if code >= 0 else "signal"


def _tree(root: int) -> list[int]:
    """Return ``root`` and its descendants (``root`` alone if the system has no /proc)."""
    parents: dict[int, list[int]] = {}
    for name in filter(str.isdigit, os.listdir("/proc") if os.path.isdir("/proc") else ()):
        with contextlib.suppress(OSError, ValueError, IndexError):
            parents.setdefault(int(_fields(int(name))[1]), []).append(int(name))
    tree = [root]
    for process in tree:  # it grows on the way
        tree += parents.get(process, [])
    return tree


def _fields(process: int) -> list[bytes]:
    """Return the fields of /proc/<pid>/stat after the name, which may hold anything: state, parent, and so on."""
    with open(f"/proc/{process}/stat", "rb") as file:
        return file.read().rpartition(b") ")[2].split()


class Clocks:
    """How long a process and its descendants ran, and waited for a core, in seconds; neither number ever falls.

    What a process ran stays when it ends, if it was ever seen. Between two looks nobody waits longer than the time
    that passed and was not run, however many there are who could wait. Where processes came and went unseen, all of
    that time counts as run: their clocks are gone with them.
    """

    def __init__(self, root: int, contained: bool) -> None:
        self._root, self._contained = root, contained
        self._ran = self._waited = 0.0
        self._own: dict[tuple[int, int], int] = {}  # by process and its start: ticks of all its threads
        self._waits: dict[tuple[int, int, int], int] = {}  # by process, its start and thread: nanoseconds
        self._ticks = 0  # of all processes that were seen, and of the unseen that they have waited for
        self._at, self._made = time.monotonic(), _processes_made()

    def look(self) -> tuple[float, float]:
        """Return both numbers as they are now (zeros if the system has no /proc)."""
        now, made = time.monotonic(), _processes_made()
        known, waits = len(self._waits), sum(self._waits.values())
        alive, waited_for = set(), 0
        for process in _tree(self._root):
            with contextlib.suppress(OSError, ValueError, IndexError):
                fields = _fields(process)
                key = (process, int(fields[19]))
                alive.add(key)
                self._own[key] = int(fields[11]) + int(fields[12])
                waited_for += int(fields[13]) + int(fields[14])
                for thread in os.listdir(f"/proc/{process}/task"):
                    with open(f"/proc/{process}/task/{thread}/schedstat", "rb") as file:
                        self._waits[*key, int(thread)] = int(file.read().split()[1])
        gone = sum(ticks for key, ticks in self._own.items() if key not in alive)
        ticks = max(self._ticks, sum(self._own.values()) + max(0, waited_for - gone))
        ran, passed = (ticks - self._ticks) * SECONDS_OF_A_TICK, now - self._at
        rest = max(0.0, passed - ran)
        if self._contained and made - self._made > len(self._waits) - known:
            self._ran += ran + rest
        else:
            self._ran += ran
            self._waited += min(rest, (sum(self._waits.values()) - waits) / 1e9)
        self._ticks, self._at, self._made = ticks, now, made
        return self._ran, self._waited


def _processes_made() -> int:
    """Return the number of the process or thread that was made last in this namespace; 0 if the system has no /proc."""
    try:
        with open("/proc/loadavg", "rb") as file:
            return int(file.read().split()[4])
    except (OSError, ValueError, IndexError):
        return 0


class Memory:
    """Whether a process and its descendants hold too much memory, swap included.

    Forks share pages. Their resident sizes count these many times, which is quick to read; the proportional set size
    counts them once, and takes long. So it is asked only when the first is too large, and not at every look.
    """

    EVERY = 0.5  # seconds between two looks at the proportional size, if nothing has grown

    def __init__(self, root: int) -> None:
        self._root = root
        self._seen, self._room, self._again = 0, 0, 0.0

    def exceeds(self, limit: int) -> bool:
        """Whether they hold more than ``limit`` bytes now."""
        tree = _tree(self._root)
        resident = sum(map(_resident, tree))
        if resident <= limit:
            return False
        if resident - self._seen < self._room and time.monotonic() < self._again:
            return False
        held = sum(map(_proportional, tree))
        self._seen, self._room, self._again = resident, (limit - held) // 2, time.monotonic() + self.EVERY
        return held > limit


def _resident(process: int) -> int:
    """Return the memory and swap of one process in bytes, pages that it shares included; 0 if it is gone."""
    return _sizes(f"/proc/{process}/status", b"VmRSS", b"VmSwap")


def _proportional(process: int) -> int:
    """Return the memory and swap of one process in bytes, its share of pages that it shares; 0 if it is gone."""
    try:
        return _sizes(f"/proc/{process}/smaps_rollup", b"Pss", b"SwapPss")
    except PermissionError:  # then too much rather than too little
        return _resident(process)


def _sizes(path: str, *names: bytes) -> int:
    try:
        with open(path, "rb") as file:
            fields = dict(line.split(b":", 1) for line in file if b":" in line)
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(fields[name].split()[0]) for name in names if name in fields) * 1024
