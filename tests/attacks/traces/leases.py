# attempts = "takes leases on files that the grader and other submissions open later, deaf to the signal that asks for them back"
# never = 'held [1-9]'

# %%
import ctypes, glob, os, signal, sys
libc = ctypes.CDLL(None, use_errno=True)
signal.signal(signal.SIGIO, signal.SIG_IGN)
held = 0
places = [np.__file__, os.__file__, sys.executable, "/opt/gradient-descent/course/check.py", "/etc/localtime", "/dev/null", ".", "/usr/lib"]
places += sorted(glob.glob("/opt/gradient-descent/course/locale/*/*.toml"))[:8] + sorted(glob.glob(os.path.dirname(np.__file__) + "/*.py"))[:8]
for path in places:
    try:
        fd = os.open(path, os.O_RDONLY)
    except OSError:
        continue
    for command in (1024, 1024 | 2**32):  # F_SETLEASE, and with bits that only some of the kernel looks at
        for kind in (0, 1):
            held += libc.fcntl(ctypes.c_int(fd), ctypes.c_long(command), ctypes.c_long(kind)) == 0
            held += libc.syscall(72, ctypes.c_long(fd), ctypes.c_long(command), ctypes.c_long(kind)) == 0
print("held", held)
