"""Take everything away from a process before learner code runs in it.

Two layers. The outer one is bubblewrap: one jail for the warm process, with a file system that holds the
interpreter and the course's packages read-only, no network and no rights. The inner one is made here for
every submission: new user, process, mount, network and IPC namespaces, its own small temporary file system, resource
limits, no capabilities, a system-call filter. So two submissions share nothing but read-only pages.

Follows namespaces(7), user_namespaces(7), capabilities(7), seccomp(2).
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
from dataclasses import dataclass

from .system_calls import NEWCGROUP, NEWIPC, NEWNET, NEWNS, NEWPID, NEWUSER, NEWUTS, system_call_filter

SCRATCH = "/scratch"  # the only writable folder; /tmp is the same one

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 0x20
MS_BIND, MS_REC, MS_PRIVATE = 0x1000, 0x4000, 0x40000
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty")
PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_SET_THP_DISABLE = 4, 24, 38, 22, 41

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Limits:
    """What one submission may use. Sizes in MiB, times in seconds."""

    memory: int = 1024  # resident, of all its processes together
    address_space: int = 4096  # virtual, of each process
    disk: int = 64
    file: int = 32
    files: int = 128
    processes: int = 24
    cpu: int = 120


def own_proc() -> None:
    """After a change of user: let this process write its own files in /proc again."""
    _check(_libc.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0), "dumpable")


def split_off() -> None:
    """Leave the namespaces of the jail; the next fork is process 1 of a new one. Raises ``OSError``."""
    uid, gid = os.getuid(), os.getgid()
    _check(_libc.unshare(NEWUSER | NEWPID | NEWIPC | NEWNET | NEWUTS), "unshare")
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"1000 {uid} 1")
    _write("/proc/self/gid_map", f"1000 {gid} 1")


def close_in(limits: Limits, copies: int, below_tmp: dict[str, str]) -> None:
    """In the new process 1: own file systems, then no capabilities and a system-call filter. Raises ``OSError``.

    ``copies``: so many more processes it may ask for, see :func:`one_more_process`. ``below_tmp``: folders of the
    interpreter below /tmp, and where else they can be seen.
    """
    _write("/proc/self/oom_score_adj", "1000")  # where memory runs out all the same, the first to go
    _check(_libc.unshare(NEWNS | NEWCGROUP), "unshare")
    _check(_libc.mount(None, b"/", None, MS_REC | MS_PRIVATE, None), "mount /")
    options = f"size={limits.disk}m,nr_inodes=4096,mode=0700".encode()
    places = ((SCRATCH.encode(), options), (b"/dev/shm", b"size=8m,nr_inodes=64"), (b"/proc", b"size=4k,mode=0555"))
    for place, what in places:
        _check(_libc.mount(b"tmpfs", place, b"tmpfs", MS_NOSUID | MS_NODEV, what), f"mount {place.decode()}")
    # A shared mapping of /dev/zero is memory that no process's resident size shows once it is unmapped.
    _check(_libc.mount(b"/dev/null", b"/dev/zero", None, MS_BIND, None), "mount /dev/zero")
    # Devices are the computer's own: their dates could be set, and read by every other submission.
    _check(_libc.mount(b"tmpfs", b"/dev/pts", b"tmpfs", MS_NOSUID | MS_NODEV | MS_RDONLY, b"size=4k"), "mount /dev/pts")
    for device in DEVICES:
        _read_only(device)
    if below_tmp:  # else it is a link already
        _check(_libc.mount(SCRATCH.encode(), b"/tmp", None, MS_BIND, None), "mount /tmp")
    for folder, elsewhere in below_tmp.items():
        os.makedirs(folder)
        _check(_libc.mount(elsewhere.encode(), folder.encode(), None, MS_BIND | MS_REC, None), f"mount {folder}")
    os.mkdir(f"{SCRATCH}/home", 0o700)
    os.chdir(f"{SCRATCH}/home")
    limit(limits)
    # Counted per user namespace, so for this submission alone.
    _set(resource.RLIMIT_NPROC, limits.processes + copies)
    resource.setrlimit(resource.RLIMIT_NPROC, (limits.processes, limits.processes + copies))
    _drop_capabilities()
    _libc.prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0)  # where the kernel knows it: no 2 MB pages behind one byte
    _check(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    _filter_system_calls()


def _read_only(path: str) -> None:
    """Let a file be used as before, but not be changed itself; its other restrictions stay."""
    kept = os.statvfs(path).f_flag & (MS_NOSUID | MS_NODEV | MS_NOEXEC)
    name = path.encode()
    _check(_libc.mount(name, name, None, MS_BIND, None), f"mount {path}")
    _check(_libc.mount(None, name, None, MS_BIND | MS_REMOUNT | MS_RDONLY | kept, None), f"remount {path}")


def one_more_process() -> None:
    """Make room for a copy of this process, so that copies take nothing from what its cells may start."""
    now, most = resource.getrlimit(resource.RLIMIT_NPROC)
    if now != resource.RLIM_INFINITY and now < most:
        resource.setrlimit(resource.RLIMIT_NPROC, (now + 1, most))


def limit(limits: Limits) -> None:
    """Set the limits that need no namespaces. A lower limit that is already in force stays."""
    _set(resource.RLIMIT_AS, limits.address_space * 2**20)
    _set(resource.RLIMIT_FSIZE, limits.file * 2**20)
    _set(resource.RLIMIT_NOFILE, limits.files)
    _set(resource.RLIMIT_CPU, limits.cpu)
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_MEMLOCK, 0)
    _set(resource.RLIMIT_MSGQUEUE, 0)


def _set(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (value, value))


def _drop_capabilities() -> None:
    for capability in range(64):
        if _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            break  # the first number that the kernel does not know
    header = struct.pack("<Ii", 0x20080522, 0)
    _check(_libc.capset(header, bytes(24)), "capset")
    own_proc()  # so that the minder sees how much of its memory is shared; there is no /proc here, and no ptrace


def _filter_system_calls() -> None:
    filter_bytes = system_call_filter(platform.machine())
    code = ctypes.create_string_buffer(filter_bytes, len(filter_bytes))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    program = Program(len(filter_bytes) // 8, ctypes.addressof(code))
    _check(_libc.prctl(PR_SET_SECCOMP, 2, ctypes.byref(program), 0, 0), "seccomp")


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


def _check(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
