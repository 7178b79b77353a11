# attempts = "stops and wakes the parts of its tree in turns, so that all that computes seems to sleep"
# diagnoses = { loss = "too_slow|slept|never_ends|ended:.*" }

# %% exercise="loss"
import os, signal, time
def loss(w):
    children = []
    for _ in range(6):
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            end = time.monotonic() + 120
            while time.monotonic() < end:
                pass
            os._exit(0)
        os.kill(child, signal.SIGSTOP)
        children.append(child)
    if os.fork() == 0:
        for turn in range(10_000):
            os.kill(children[turn % 6], signal.SIGCONT)
            time.sleep(0.01)
            os.kill(children[turn % 6], signal.SIGSTOP)
        os._exit(0)
    os.kill(os.getpid(), signal.SIGSTOP)
    return w
