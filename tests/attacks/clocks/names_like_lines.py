# attempts = "computes under names that look like lines of /proc, and asks not to be looked into"
# diagnoses = { loss = "too_slow|slept|never_ends|ended:.*" }
# never = 'hidden [1-9]'

# %%
import ctypes, os, signal, time
libc = ctypes.CDLL(None, use_errno=True)
hidden = 0
for option, value in ((4, 0), (4, 2), (36, 1), (35, 0), (59, 0)):  # dumpable, foster parent, parts of memory
    hidden += libc.prctl(option, value, 0, 0, 0) == 0
print("hidden", hidden)

# %% exercise="loss"
def loss(w):
    for name in (b") R 1 1 1 0 -1", b"\n", b") ) ) (", b"\xff\xfe) Z 0 0", b"VmRSS: 0 kB\n"):
        if os.fork() == 0:
            libc.prctl(15, name, 0, 0, 0)
            end = time.monotonic() + 60
            while time.monotonic() < end:
                pass
            os._exit(0)
    time.sleep(100)
