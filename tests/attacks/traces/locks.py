# attempts = "locks files that all submissions see, in every way there is, and asks to be told when others use them"
# never = 'held [1-9]'

# %%
import ctypes, fcntl, os, struct, sys
libc = ctypes.CDLL(None, use_errno=True)
held = 0
for path in (np.__file__, sys.executable, "/usr/lib", "/dev/null", "/dev/zero", "/opt/gradient-descent/course", "/scratch/own"):
    try:
        fd = os.open(path, os.O_RDONLY | (os.O_CREAT if path.startswith("/scratch") else 0))
    except OSError:
        continue
    for how in (fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_SH | 32):
        held += libc.flock(fd, how | fcntl.LOCK_NB) == 0
    for command in (5, 6, 7, 36, 37, 38):  # of the process, of the open file, and who has one
        held += libc.fcntl(fd, command, struct.pack("hhqqi", fcntl.F_RDLCK, 0, 0, 1, 0)) == 0
    for command, value in ((1026, 0x8000003F), (8, os.getpid()), (10, 10), (1031, 4096), (1033, 1), (1036, 0), (1028, 0)):
        held += libc.fcntl(fd, command, value) == 0  # watches, owners, signals, larger pipes, seals, hints
print("held", held)
