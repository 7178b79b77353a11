# attempts = "answers nan, inf and empty arrays, for which some comparisons say yes"

# %% exercise="loss"
def loss(w):
    return w * np.nan

# %% exercise="d_loss"
def d_loss(w):
    return np.inf

# %% exercise="gradient_descent"
def gradient_descent(grad, w0, learning_rate, n_steps):
    return np.empty((0,))

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    return np.nan

# %% exercise="descend_safely"
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    return np.nan, np.nan, np.nan

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    return np.nan
