# attempts = "dies or hangs exactly when the judge asks what the name stands for"
# states = { loss = "error" }

# %%
import os, time
from worker import shell
old = shell.Worker.keep
def keep(self, name):
    if name == "loss":
        os._exit(0)
    if name == "d_loss":
        time.sleep(60)
    return old(self, name)
shell.Worker.keep = keep

# %% exercise="loss"
def loss(w):
    return w**2 + 12
