# attempts = "stops its own processes, so that they neither run nor end"

# %% exercise="loss"
import os, signal
def loss(w):
    if os.fork() == 0:
        os.kill(0, signal.SIGSTOP)
    os.kill(os.getpid(), signal.SIGSTOP)
    os.kill(0, signal.SIGSTOP)
    os.wait()
