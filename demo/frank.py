# Typical mistakes: the loss printed instead of returned, the factor without its 2, a rule fooled by small steps.

# %% exercise="loss"
def loss(w):
    print(w**2 + 12)

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w + 12

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    return (1 - learning_rate) ** k * w0

# %% exercise="descend_safely"
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    for steps in range(1, max_steps + 1):
        move = learning_rate * grad(w)
        w = w - move
        if np.linalg.norm(move) <= eps:
            return w, steps, True
    return w, max_steps, False
