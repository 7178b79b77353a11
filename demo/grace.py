# Typical mistakes: an array changed in place, a start overlooked, and the starting line left under a right answer.

# %% exercise="loss"
def loss(w):
    return w**2 + 12
    raise NotImplementedError  # delete this line when you have written your code

# %% exercise="d_loss"
def d_loss(w):
    raise NotImplementedError  # delete this line when you have written your code
    return 2 * w

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w -= learning_rate * grad(w)
        path.append(w)
    return np.array(path)

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    if abs(1 - 2 * learning_rate) >= 1:
        return math.inf
    w, k = abs(w0) * abs(1 - 2 * learning_rate), 1
    while w > tol:
        w, k = w * abs(1 - 2 * learning_rate), k + 1
    return k
