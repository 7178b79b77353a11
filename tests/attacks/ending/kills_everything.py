# attempts = "kills itself, its parent, its group, and every process it may signal"
# earns = { d_loss = 1 }

# %%
import os, signal
def everything():
    for target in (os.getppid(), -1, 0, -os.getpgrp(), 1, *range(2, 400)):
        for number in (signal.SIGTERM, signal.SIGKILL):
            if target != os.getpid():
                try:
                    os.kill(target, number)
                except OSError:
                    pass
everything()

# %%
import os
os.killpg(0, 9)
os.kill(os.getpid(), 11)
os.abort()

# %% exercise="loss"
def loss(w):
    everything()
    os.abort()

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w
