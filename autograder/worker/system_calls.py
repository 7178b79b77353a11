"""The system calls that learner code may make: a list of what is allowed, everything else is not there.

A numerical notebook needs about two hundred of the four hundred calls of Linux. What is left out is left out for one of
four reasons: it has rights over other processes or the whole computer; it is a way into the kernel that nobody
needs here; it keeps memory that counts for no process; or it leaves or finds traces on files that other submissions
and the grader read too. New calls of future kernels are not there either, until somebody adds them.

Follows seccomp(2); the numbers are those of Linux for x86_64 and aarch64 (None: the machine has no such call).
"""

from __future__ import annotations

import struct

NEWNS, NEWUTS, NEWIPC = 0x20000, 0x4000000, 0x8000000  # flags of clone and unshare
NEWUSER, NEWPID, NEWNET, NEWCGROUP = 0x10000000, 0x20000000, 0x40000000, 0x2000000

_ALLOWED: tuple[tuple[str, int, int | None], ...] = (
    # Open files, read and write them. Without preadv2, fadvise64, readahead, splice and tee: they ask or change what
    # the kernel has in memory of a file that others read too.
    ("read", 0, 63), ("write", 1, 64), ("readv", 19, 65), ("writev", 20, 66), ("pread64", 17, 67),
    ("pwrite64", 18, 68), ("preadv", 295, 69), ("pwritev", 296, 70), ("lseek", 8, 62), ("open", 2, None),
    ("openat", 257, 56), ("creat", 85, None), ("close", 3, 57), ("close_range", 436, 436), ("dup", 32, 23),
    ("dup2", 33, None), ("dup3", 292, 24), ("pipe", 22, None), ("pipe2", 293, 59), ("sendfile", 40, 71),
    ("copy_file_range", 326, 285), ("truncate", 76, 45), ("ftruncate", 77, 46), ("fallocate", 285, 47),
    # Folders, names and properties of files. Without flock and extended attributes that are set: what hangs on a file
    # that all submissions see would be a letter box; without inotify, which tells what others read.
    ("stat", 4, None), ("fstat", 5, 80), ("lstat", 6, None), ("newfstatat", 262, 79), ("statx", 332, 291),
    ("access", 21, None), ("faccessat", 269, 48), ("faccessat2", 439, 439), ("readlink", 89, None),
    ("readlinkat", 267, 78), ("getdents", 78, None), ("getdents64", 217, 61), ("getcwd", 79, 17), ("chdir", 80, 49),
    ("fchdir", 81, 50), ("statfs", 137, 43), ("fstatfs", 138, 44), ("getxattr", 191, 8), ("lgetxattr", 192, 9),
    ("fgetxattr", 193, 10), ("listxattr", 194, 11), ("llistxattr", 195, 12), ("flistxattr", 196, 13),
    ("mkdir", 83, None), ("mkdirat", 258, 34), ("rmdir", 84, None), ("unlink", 87, None), ("unlinkat", 263, 35),
    ("rename", 82, None), ("renameat", 264, 38), ("renameat2", 316, 276), ("link", 86, None), ("linkat", 265, 37),
    ("symlink", 88, None), ("symlinkat", 266, 36), ("mknod", 133, None), ("mknodat", 259, 33), ("chmod", 90, None),
    ("fchmod", 91, 52), ("fchmodat", 268, 53), ("umask", 95, 166), ("utime", 132, None), ("utimes", 235, None),
    ("futimesat", 261, None), ("utimensat", 280, 88),
    # Memory. Without mincore, which tells what others have read, and without mlock, mbind and memory that belongs to
    # no process.
    ("munmap", 11, 215), ("mprotect", 10, 226), ("mremap", 25, 216), ("brk", 12, 214), ("msync", 26, 227),
    # Processes and threads of one's own. Without setpriority and sched_setscheduler: who steps back for everybody
    # waits for a core, and waiting is not counted.
    ("fork", 57, None), ("vfork", 58, None), ("execve", 59, 221), ("exit", 60, 93), ("exit_group", 231, 94),
    ("wait4", 61, 260), ("waitid", 247, 95), ("kill", 62, 129), ("tkill", 200, 130), ("tgkill", 234, 131),
    ("getpid", 39, 172), ("getppid", 110, 173), ("gettid", 186, 178), ("set_tid_address", 218, 96),
    ("getpgid", 121, 155), ("getpgrp", 111, None), ("setpgid", 109, 154), ("getsid", 124, 156), ("setsid", 112, 157),
    ("getuid", 102, 174), ("geteuid", 107, 175), ("getgid", 104, 176), ("getegid", 108, 177), ("getgroups", 115, 158),
    ("getresuid", 118, 148), ("getresgid", 120, 150), ("capget", 125, 90), ("futex", 202, 98),
    ("set_robust_list", 273, 99), ("get_robust_list", 274, 100), ("rseq", 334, 293), ("sched_yield", 24, 124),
    ("sched_getaffinity", 204, 123), ("sched_getparam", 143, 121), ("sched_getscheduler", 145, 120),
    ("sched_get_priority_max", 146, 125), ("sched_get_priority_min", 147, 126), ("getpriority", 140, 141),
    ("getcpu", 309, 168), ("arch_prctl", 158, None), ("getrlimit", 97, 163), ("setrlimit", 160, 164),
    ("prlimit64", 302, 261), ("getrusage", 98, 165), ("times", 100, 153), ("uname", 63, 160), ("sysinfo", 99, 179),
    ("getrandom", 318, 278),
    # Signals, clocks and waiting.
    ("rt_sigaction", 13, 134), ("rt_sigprocmask", 14, 135), ("rt_sigreturn", 15, 139), ("rt_sigpending", 127, 136),
    ("rt_sigtimedwait", 128, 137), ("rt_sigsuspend", 130, 133), ("sigaltstack", 131, 132),
    ("restart_syscall", 219, 128), ("pause", 34, None), ("alarm", 37, None), ("setitimer", 38, 103),
    ("getitimer", 36, 102), ("nanosleep", 35, 101), ("clock_nanosleep", 230, 115), ("clock_gettime", 228, 113),
    ("clock_getres", 229, 114), ("gettimeofday", 96, 169), ("time", 201, None), ("timer_create", 222, 107),
    ("timer_settime", 223, 110), ("timer_gettime", 224, 108), ("timer_getoverrun", 225, 109),
    ("timer_delete", 226, 111), ("select", 23, None), ("pselect6", 270, 72), ("poll", 7, None), ("ppoll", 271, 73),
    ("epoll_create", 213, None), ("epoll_create1", 291, 20), ("epoll_ctl", 233, 21), ("epoll_wait", 232, None),
    ("epoll_pwait", 281, 22), ("eventfd", 284, None), ("eventfd2", 290, 19),
    # Sockets between one's own processes. Without setsockopt, which gives the kernel programs and memory to keep.
    ("connect", 42, 203), ("bind", 49, 200), ("listen", 50, 201), ("accept", 43, 202), ("accept4", 288, 242),
    ("sendto", 44, 206), ("recvfrom", 45, 207), ("sendmsg", 46, 211), ("recvmsg", 47, 212), ("shutdown", 48, 210),
    ("getsockname", 51, 204), ("getpeername", 52, 205), ("getsockopt", 55, 209),
)  # fmt: skip

# What is done already: nothing here outlives the process, so nothing is to be written to a disk.
_DONE = (("fsync", 74, 82), ("fdatasync", 75, 83))

_NEW_NAMESPACE = NEWNS | NEWUTS | NEWIPC | NEWUSER | NEWPID | NEWNET | NEWCGROUP
_UNIX = (1,)
_SHARED_ANONYMOUS = 0x21
# Allowed by an argument: number of the argument, and the values that it may have.
_ONE_OF: tuple[tuple[str, int, int, int, tuple[int, ...]], ...] = (
    # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC, F_GETPIPE_SZ. Not leases, which keep the grader
    # waiting when it opens the file; not locks, which nothing would bound; not signals, larger pipes, seals, hints.
    ("fcntl", 72, 25, 1, (0, 1, 2, 3, 4, 1030, 1032)),
    # TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX: is it a terminal, is there something to read.
    ("ioctl", 16, 29, 1, (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)),
    # NORMAL, RANDOM, SEQUENTIAL, DONTNEED, FREE, DONTFORK, DOFORK, HUGEPAGE, NOHUGEPAGE, DONTDUMP, DODUMP. Not those
    # that read a file ahead or put it out of memory, and none that lets processes share equal pages.
    ("madvise", 28, 233, 2, (0, 1, 2, 4, 8, 10, 11, 14, 15, 16, 17)),
    # PDEATHSIG, GET_DUMPABLE, SET_NAME, GET_NAME, CAPBSET_READ, GET_NO_NEW_PRIVS.
    ("prctl", 157, 167, 0, (1, 3, 15, 16, 23, 39)),
    ("socket", 41, 198, 0, _UNIX),
    ("socketpair", 53, 199, 0, _UNIX),
)
# Allowed without some bits of an argument.
_WITHOUT = (("clone", 56, 220, 0, _NEW_NAMESPACE),)
# Allowed unless an argument has all these bits: memory that all may write and that is hidden from the resident size.
_NOT_ALL = (("mmap", 9, 222, 3, _SHARED_ANONYMOUS),)

_MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}  # audit architecture, place among the numbers
_X32 = 0x40000000  # the first number of another set of calls on x86_64
_ALLOW, _ERROR, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NOTHING, _EPERM, _ENOSYS = 0, 1, 38
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN, _AND = 0x20, 0x15, 0x35, 0x45, 0x06, 0x54
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # in struct seccomp_data; an argument has eight bytes


def system_call_filter(machine: str) -> bytes:
    """Return the filter for ``machine`` as classic BPF: an array of ``struct sock_filter``, eight bytes each.

    A call that is not there fails with ``ENOSYS``, so that libraries take an older one; a call with an argument that
    is not allowed fails with ``EPERM``. Raises ``OSError`` for a machine that is not known.
    """
    if machine not in _MACHINES:
        raise OSError(f"no system-call filter for {machine}; known: {', '.join(_MACHINES)}")
    architecture, place = _MACHINES[machine]
    program = [
        _step(_LOAD, _ARCHITECTURE), _step(_EQUAL, architecture, 1, 0), _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER), _step(_AT_LEAST, _X32, 0, 1), _step(_RETURN, _KILL),
    ]  # fmt: skip
    for _, *numbers, argument, values in _ONE_OF:
        tests = [_step(_EQUAL, value, len(values) - number, 0) for number, value in enumerate(values)]
        program += _when(numbers[place], argument, [*tests, _refuse(_EPERM), _step(_RETURN, _ALLOW)])
    for _, *numbers, argument, bits in _WITHOUT:
        tests = [_step(_ANY_BIT, bits, 0, 1)]
        program += _when(numbers[place], argument, [*tests, _refuse(_EPERM), _step(_RETURN, _ALLOW)])
    for _, *numbers, argument, bits in _NOT_ALL:
        tests = [_step(_AND, bits), _step(_EQUAL, bits, 0, 1)]
        program += _when(numbers[place], argument, [*tests, _refuse(_EPERM), _step(_RETURN, _ALLOW)])
    for _, *numbers in _DONE:
        program += [_step(_EQUAL, numbers[place], 0, 1), _refuse(_NOTHING)]
    for _, *either in _ALLOWED:
        allowed = either[place]
        if allowed is not None:
            program += [_step(_EQUAL, allowed, 0, 1), _step(_RETURN, _ALLOW)]
    program.append(_refuse(_ENOSYS))
    return b"".join(program)


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("<HBBI", code, yes, no, value)


def _refuse(error: int) -> bytes:
    return _step(_RETURN, _ERROR | error)


def _when(number: int, argument: int, decide: list[bytes]) -> list[bytes]:
    """Return the steps that decide about one call by one of its arguments; every way through them ends."""
    return [_step(_EQUAL, number, 0, len(decide) + 1), _step(_LOAD, _ARGUMENTS + 8 * argument), *decide]
