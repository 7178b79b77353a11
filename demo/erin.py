# Typical mistakes: the path without its start, a stopping rule without the absolute value, η = 1 counted as divergence.

# %% exercise="loss"
def loss(w):
    return w**2 + 12

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    w, path = w0, []
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
    return np.array(path)

# %% exercise="gradient_descent_until"
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if loss(path[-1]) - loss(path[-2]) < eps:
            break
    return np.array(path)

# %% exercise="regime"
def regime(learning_rate):
    if learning_rate == 0:
        return "stays"
    if learning_rate < 0.5:
        return "monotone"
    if learning_rate == 0.5:
        return "one_step"
    return "oscillates" if learning_rate < 1 else "diverges"
