# attempts = "leaves a daemon behind that is a child of nobody"

# %%
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 256)
        for number in range(1, 65):
            try:
                __import__("signal").signal(number, __import__("signal").SIG_IGN)
            except (OSError, ValueError):
                pass
        time.sleep(120)
    os._exit(0)

# %% exercise="loss"
def loss(w):
    return 0.0
