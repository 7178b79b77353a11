# Typical mistakes: the constant is forgotten, the walk goes uphill, and there is one step too many.

# %% exercise="loss"
def loss(w):
    return w**2

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] + learning_rate * grad(path[-1]))
    return np.array(path)

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return (1 - 2 * learning_rate) ** (k + 1) * w0
