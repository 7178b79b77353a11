# attempts = "has the copy of one exercise change files, modules and limits that the copies of others read, and end them"
# earns = { d_loss = 1 }

# %%
import os, signal, sys
sys.path.insert(0, "/scratch")
open("/scratch/answer.py", "w").write("def value(w):\n    return 2 * w\n")

# %% exercise="loss"
def loss(w):
    open("/scratch/asked", "a").write(repr(w) + "\n")
    open("/scratch/numpy.py", "w").write("raise SystemExit")
    open("/scratch/answer.py", "w").write("def value(w):\n    raise SystemExit\n")
    try:
        os.kill(-1, signal.SIGKILL)  # all copies, not the process that they are copies of
    except OSError:
        pass
    return w

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return [float(line) for line in open("/scratch/asked")]

# %% exercise="regime"
def regime(learning_rate):
    return open("/scratch/asked").read()

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    import answer
    return answer.value(w0)

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    return 1.0
