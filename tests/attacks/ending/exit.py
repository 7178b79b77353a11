# attempts = "ends the interpreter in a cell: everything later must still be graded"
# earns = { loss = 1, d_loss = 1 }

# %% exercise="loss"
def loss(w):
    return w**2 + 12

# %%
exit()

# %%
import os
os._exit(0)

# %%
raise SystemExit("1.0")

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w
