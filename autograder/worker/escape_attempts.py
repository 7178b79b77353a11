"""What a burglar would try in the sandbox; run there by the self-test, harmless where it succeeds."""


def attempt_escapes(paths: list[str], port: int, disk: int, processes: int, memory: int) -> list[str]:
    """Return what could be done and should not be: a sentence for each wall that does not hold."""
    import ctypes
    import fcntl
    import mmap
    import os
    import socket
    import threading

    found = []
    for path in paths:
        if os.path.exists(path):
            found.append(f"{path} can be seen")
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        found.append("a network socket can be connected")
    except OSError:
        pass  # as it should be
    if 0 in (os.getuid(), os.geteuid()):
        found.append("learner code runs as root")
    if any(name.isdigit() for name in os.listdir("/proc")):
        found.append("processes can be seen in /proc")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(0x10000000) == 0:
        found.append("a new user namespace can be made")
    child = os.fork()  # whoever is traced stops at the next signal, such as that of the limit on processor time
    if child == 0:
        os._exit(libc.ptrace(0, 0, None, None) == 0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1:
        found.append("ptrace is allowed")
    if hasattr(os, "memfd_create"):
        try:
            os.close(os.memfd_create("x"))
            found.append("memory can be hidden in memfd files")
        except OSError:
            pass  # as it should be
    try:
        for number in range(disk + 1):
            with open(f"{os.environ['TMPDIR']}/fill-{number}", "wb") as file:
                file.write(bytes(2**20))
        found.append(f"more than {disk} MB can be written")
    except OSError:
        pass  # as it should be
    for name in os.listdir(os.environ["TMPDIR"]):
        if name.startswith("fill-"):
            os.remove(os.path.join(os.environ["TMPDIR"], name))
    own = os.path.join(os.environ["TMPDIR"], "own")
    with open(own, "w") as file:
        for what, command, value in (("leased", 1024, fcntl.F_WRLCK), ("locked", fcntl.F_OFD_SETLK, bytes(32))):
            try:
                fcntl.fcntl(file.fileno(), command, value)
                found.append(f"files can be {what}")
            except OSError:
                pass  # as it should be
    os.remove(own)
    if libc.inotify_init1(0) >= 0:
        found.append("what others read can be watched with inotify")
    threads, stop = [], threading.Event()
    try:
        for _ in range(processes + 1):
            threads.append(threading.Thread(target=stop.wait, args=(10,), daemon=True))
            threads[-1].start()
        found.append(f"more than {processes} processes or threads can be started")
    except RuntimeError:
        pass  # as it should be
    stop.set()
    for kind, size, what in (
        (mmap.MAP_PRIVATE, 64 * memory * 2**20, "address space is not limited"),
        (mmap.MAP_SHARED, mmap.PAGESIZE, "memory can be hidden in shared mappings"),
    ):
        try:
            mmap.mmap(-1, size, flags=kind | mmap.MAP_ANONYMOUS).close()
            found.append(what)
        except (OSError, ValueError, MemoryError):
            pass  # as it should be
    try:
        with open("/dev/zero", "r+b", buffering=0) as zero:
            mmap.mmap(zero.fileno(), mmap.PAGESIZE).close()
        found.append("memory can be hidden in mappings of /dev/zero")
    except (OSError, ValueError):
        pass  # as it should be
    return found
