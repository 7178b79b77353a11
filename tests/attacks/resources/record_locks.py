# attempts = "locks thousands of single bytes of a file: each lock is memory of the kernel that counts for no process"
# never = 'locks held [1-9]'

# %%
import ctypes, fcntl, os, struct
libc = ctypes.CDLL(None, use_errno=True)
fd, held = os.open("locked", os.O_RDWR | os.O_CREAT), 0
for command in (fcntl.F_SETLK, fcntl.F_SETLKW, fcntl.F_OFD_SETLK, fcntl.F_OFD_SETLKW):
    for place in range(1000):
        try:
            fcntl.fcntl(fd, command, struct.pack("hhqqi", fcntl.F_WRLCK, 0, 2 * place, 1, 0))
            held += 1
        except OSError:
            pass
    lock = struct.pack("hhqqi", fcntl.F_WRLCK, 0, 10**6, 1, 0)
    held += libc.fcntl(ctypes.c_int(fd), ctypes.c_long(command | 2**32), lock) == 0
print("locks held", held)
