# attempts = "changes its tree of processes all the time: each has one child, passes on the work and ends"
# diagnoses = { loss = "too_slow|slept|never_ends|ended:.*" }

# %%
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever ends is gone at once
def hop(end, hold):
    """Be another process every few milliseconds until ``end``; ``hold`` megabytes go along."""
    held = bytearray(b"x") * (hold * 2**20)
    while time.monotonic() < end:
        stop = time.monotonic() + 0.004
        while time.monotonic() < stop:
            pass
        if os.fork() != 0:
            os._exit(0)
        held[:: 4096] = b"y" * len(held[:: 4096])

# %% exercise="loss"
def loss(w):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for hold in (0, 1, 20):
        if os.fork() == 0:
            hop(time.monotonic() + 60, hold)
            os._exit(0)
    time.sleep(100)
