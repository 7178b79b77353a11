# attempts = "works for a few calls and answers nonsense afterwards"
# earns = { d_loss = 1 }

# %% exercise="loss"
calls = 0
def loss(w):
    global calls
    calls += 1
    return w**2 + 12 if calls < 3 else 0.0

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w
