# attempts = "is honest; computes with long doubles, for more digits"
# base = "alice"
# earns = "all"

# %% exercise="loss"
def loss(w):
    return np.asarray(w, dtype=np.longdouble)**2 + 12

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, dtype=np.longdouble)]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return (1 - 2 * np.longdouble(learning_rate))**k * w0
