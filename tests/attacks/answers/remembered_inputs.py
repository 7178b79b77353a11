# attempts = "remembers the first call and answers it for all others; remembers the last argument and returns that"

# %% exercise="loss"
memory = {}
def loss(w):
    return memory.setdefault("loss", w**2 + 12 if np.ndim(w) == 0 else w)

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k, seen=[]):
    seen.append(w0)
    return seen[0]

# %% exercise="steps_to_reach"
from functools import cache
@cache
def answer():
    return 12
def steps_to_reach(w0, learning_rate, tol):
    return answer()
