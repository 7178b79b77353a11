# attempts = "walks on the parabola of the lesson whatever gradient is passed in"
# diagnoses = { gradient_descent = "only_the_parabola" }

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * 2 * path[-1])
    return np.array(path)

# %% exercise="gradient_descent_until"
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    return np.array([w0 * (1 - 2 * learning_rate) ** k for k in range(20)])

# %% exercise="descend_safely"
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    return w0 * 0.0, 3, True
