# attempts = "computes in crowds of children that end before their time is read and that nobody waits for"
# diagnoses = { loss = "too_slow|slept|never_ends|ended:.*" }

# %%
import os, signal, time
def crowd(seconds, each):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for _ in range(20):
            try:
                if os.fork() == 0:
                    stop = time.monotonic() + each
                    while time.monotonic() < stop:
                        pass
                    os._exit(0)
            except OSError:
                break
        time.sleep(each)

# %% exercise="loss"
def loss(w):
    crowd(150, 0.6)
    return w
