# attempts = "returns arrays that cost the judge far more memory than the message that brings them"
# states = { descend_safely = "wrong", loss = "wrong", d_loss = "wrong" }

# %% exercise="descend_safely"
def descend_safely(*a):
    return np.empty((2**22, 0))

# %% exercise="loss"
def loss(w):
    return [np.zeros(2**20, np.int8)] * 15 + [np.zeros(2**20, complex)]

# %% exercise="d_loss"
def d_loss(w):
    return np.zeros(2**24, np.int8)

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    return grad([np.zeros(2**20, np.int8)] * 20 + [np.zeros(2**20, complex)])

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return [[[[[[[[1.0] * 3] * 3] * 3] * 3] * 3] * 3] * 3] * 3
