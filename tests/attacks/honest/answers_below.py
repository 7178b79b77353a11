# attempts = "is honest; writes an answer below the check, in a cell of its own"
# base = "alice"
# earns = "all"

# %% exercise="d_loss"
def d_loss(w):
    raise NotImplementedError  # delete this line when you have written your code

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return w0 * (1 - 2 * learning_rate) ** k

# %%
def d_loss(w):
    return 2 * w
