# One answer that loops for ever, and a cell that does; the rest must not suffer.

# %% exercise="loss"
def loss(w):
    return w**2 + 12

# %%
while True:
    w = 5.0

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    k = 0
    while abs(w0) > tol:
        w0 = w0 - learning_rate * 2 * w0
        k = k + 1
    return k
