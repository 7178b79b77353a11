# attempts = "is honest; returns lists, numpy numbers, tuples and integers where arrays and floats are due"
# base = "alice"
# earns = "all"

# %% exercise="loss"
def loss(w):
    return np.asarray(w)**2 + 12

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return path

# %% exercise="regime"
def regime(learning_rate):
    q = 1 - 2 * np.float64(learning_rate)
    if q in (1, 0, -1):
        return np.str_({1: "stays", 0: "one_step", -1: "cycles"}[int(q)])
    return "diverges" if abs(q) > 1 else ("monotone" if q > 0 else "oscillates")

# %% exercise="descend_safely"
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, np.int64(0)
    while np.linalg.norm(grad(w)) > eps and steps < max_steps:
        w, steps = w - learning_rate * grad(w), steps + 1
    return [w, steps, np.linalg.norm(grad(w)) <= eps]
