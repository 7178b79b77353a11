"""The warm process: imports what notebooks import once, then forks a fresh child for every submission.

It reads orders from the judge on one socket. With each order come two more sockets: the ``data`` channel, which the
learner's process will hold, and the ``control`` channel, which stays with the minder. The minder is the learner
process's parent: it watches memory, passes on an interrupt, kills, and says how the end came. Learner code cannot
reach it: it lives in an outer process namespace.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import sys
import time
from typing import NoReturn

from . import jail, shell
from .channel import Channel, Closed, Late

TICK = 0.05


def main(orders_fd: int, contained: bool) -> None:
    """Serve orders until the judge closes the socket."""
    if contained:
        _become_nobody()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job inherits it ignored
    orders = socket.socket(fileno=orders_fd)
    shell.warm_up()
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # minders are reaped by the kernel
    orders.sendall(b"ready\n")
    while True:
        message, fds, _flags, _address = socket.recv_fds(orders, 65536, 2)
        if not message:
            return
        order = json.loads(message)
        if os.fork() == 0:
            orders.close()
            _mind(order, *fds, contained)
        for fd in fds:
            os.close(fd)


def _become_nobody() -> None:
    """Give up root: the limit on processes does not bind it."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
        jail.own_proc()


def _mind(order: dict, data_fd: int, control_fd: int, contained: bool) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    control = Channel(socket.socket(fileno=control_fd))
    limits = jail.Limits(**order["limits"])
    try:
        if contained:
            jail.split_off()
        child = os.fork()
        if child == 0:
            control.close()
            _become_learner(order, data_fd, limits, contained)
        os.close(data_fd)
        reason = _watch(child, control, limits)
        if not contained:  # without a process namespace, the group is all that can be ended
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child, signal.SIGKILL)
    except OSError as error:
        reason = f"containment: {error}"
    with contextlib.suppress(Closed, Late):
        control.send({"ended": reason}, time.monotonic() + 5)
    os._exit(0)


def _become_learner(order: dict, data_fd: int, limits: jail.Limits, contained: bool) -> NoReturn:
    os.setsid()
    _own_files(data_fd)
    data = Channel(socket.socket(fileno=data_fd))
    try:
        if contained:
            jail.close_in(limits)
        else:
            jail.limit(limits)
            os.chdir(order["folder"])
    except OSError as error:
        data.send({"failed": f"containment: {error}"}, time.monotonic() + 5)
        os._exit(3)
    _silence()
    shell.serve(data, order["lang"])
    os._exit(0)


def _own_files(data_fd: int) -> None:
    """Open again what the warm process has open (fonts, say): a file's position is shared by all forks of it.

    Two submissions could otherwise pass notes through such a position.
    """
    with contextlib.suppress(FileNotFoundError):  # no /proc, so no list of files, outside of Linux
        for name in os.listdir("/proc/self/fd"):
            fd = int(name)
            with contextlib.suppress(OSError):  # the one that the listing itself had open
                if fd > 2 and fd != data_fd:
                    own = os.open(os.readlink(f"/proc/self/fd/{fd}"), os.O_RDONLY | os.O_CLOEXEC)
                    os.dup2(own, fd, inheritable=False)
                    os.close(own)


def _silence() -> None:
    """Nothing a learner writes to a file descriptor goes anywhere."""
    null = os.open(os.devnull, os.O_RDWR)
    for fd in (0, 1, 2):
        os.dup2(null, fd)
    os.close(null)


def _watch(child: int, control: Channel, limits: jail.Limits) -> str:
    """Wait for the end of ``child``; return why it ended."""
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return _word(os.waitstatus_to_exitcode(status))
        if _resident(child) > limits.memory * 2**20:
            return _kill(child, "memory")
        try:
            word = control.receive(time.monotonic() + TICK)
        except Late:
            continue
        except Closed:
            word = "kill"
        if word == "interrupt":
            os.kill(child, signal.SIGINT)
        else:
            return _kill(child, "killed")


def _kill(child: int, reason: str) -> str:
    """Kill ``child``; return ``reason``, or how it had ended by itself a moment before."""
    os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return reason if code == -signal.SIGKILL else _word(code)


def _word(code: int) -> str:
    """Return how a process ended. No number: it could pass on what an answer was asked."""
    return "exit" if code >= 0 else "signal"


def _resident(root: int) -> int:
    """Return the memory and swap, in bytes, that ``root`` and its descendants hold (0 if the system has no /proc)."""
    parents: dict[int, list[int]] = {}
    sizes: dict[int, int] = {}
    for name in os.listdir("/proc") if os.path.isdir("/proc") else ():
        if name.isdigit():
            with contextlib.suppress(OSError, ValueError, LookupError):
                with open(f"/proc/{name}/status", "rb") as file:
                    fields = dict(line.split(b":", 1) for line in file)
                parents.setdefault(int(fields[b"PPid"]), []).append(int(name))
                sizes[int(name)] = sum(int(fields.get(key, b"0").split()[0]) for key in (b"VmRSS", b"VmSwap"))
    total, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        total += sizes.get(process, 0)
        waiting += parents.get(process, [])
    return total * 1024


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] == "contained")
