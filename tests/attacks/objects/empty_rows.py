# attempts = "returns and passes on arrays that hold nothing and have millions of rows, in messages of a few bytes"
# states = { loss = "wrong", d_loss = "wrong", gradient_descent_until = "wrong" }

# %%
ROWS = np.empty((2**25, 0))

# %% exercise="loss"
def loss(w):
    return ROWS

# %% exercise="d_loss"
def d_loss(w):
    return [ROWS] * 1000

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    return [grad([0.0, ROWS]), grad(ROWS)]

# %% exercise="gradient_descent_until"
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    return np.empty((1, 2**25, 0))
