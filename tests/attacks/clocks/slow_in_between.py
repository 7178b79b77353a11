# attempts = "takes its time with all requests that are not calls: keeping, copying, comparing, replacing"

# %%
import time
from worker import shell
def slow(old):
    def new(*args, **named):
        time.sleep(2.0)
        return old(*args, **named)
    return new
for name in ("keep", "uses", "moved", "replace", "ended", "fork", "cause"):
    setattr(shell.Worker, name, slow(getattr(shell.Worker, name)))

# %% exercise="loss"
def loss(w):
    return w

# %% exercise="d_loss"
def d_loss(w):
    return 0 * loss(w)

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return loss(0) + d_loss(0)

# %% exercise="regime"
def regime(learning_rate):
    return loss(0) + d_loss(0) + closed_form(0, 0, 0)

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    return loss(0) + d_loss(0) + closed_form(0, 0, 0)

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    return loss(0) + d_loss(0) + closed_form(0, 0, 0)
