# attempts = "gives its computing to children of others: twice forked, in new groups, with the parent's parent"
# diagnoses = { loss = "too_slow|slept|never_ends|ended:.*" }

# %%
import ctypes, os, signal, time
libc = ctypes.CDLL(None, use_errno=True)
def compute():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        pass
    os._exit(0)

# %% exercise="loss"
def loss(w):
    for flags in (0x8000 | 17, 0x8000, 17):  # CLONE_PARENT, with and without a signal at the end
        if libc.syscall(56, flags, 0, 0, 0, 0) == 0:
            compute()
    for _ in range(3):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                compute()
            os._exit(0)
    time.sleep(100)
