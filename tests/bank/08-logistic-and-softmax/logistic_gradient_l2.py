# %% right: penalty through a mask of 0 and 1
def logistic_gradient_l2(w, X, y, lam):
    free_intercept = (np.arange(len(w)) > 0).astype(float)
    p = 0.5 * (1 + np.tanh(X @ w / 2))
    return (p - y) @ X / len(y) + 2 * lam * free_intercept * w


# %% right: the first entry and the others computed apart
def logistic_gradient_l2(w, X, y, lam):
    from scipy.special import expit
    r = (expit(X.dot(w)) - y) / len(y)
    first = X[:, 0].dot(r)
    rest = X[:, 1:].T.dot(r) + lam * (w[1:] + w[1:])
    return np.concatenate(([first], rest))


# %% wrong: the intercept w[0] is penalised too
def logistic_gradient_l2(w, X, y, lam):
    m = X.shape[0]
    s = 1 / (1 + np.exp(-X @ w))
    return X.T @ (s - y) / m + 2 * lam * w


# %% wrong: the 2 from the derivative of the square is missing
def logistic_gradient_l2(w, X, y, lam):
    prob = 1 / (1 + np.exp(-np.dot(X, w)))
    gradient = np.dot(X.T, prob - y) / len(y)
    for j in range(1, len(w)):
        gradient[j] += lam * w[j]
    return gradient


# %% wrong: w[0] is set to 0 in the caller's own array
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-(X @ w)))
    g = (X * (p - y)[:, None]).mean(axis=0)
    w_pen = w
    w_pen[0] = 0
    return g + 2 * lam * w_pen


# %% wrong: the penalty is divided by m like the loss, and the last weight is freed, not the first
def logistic_gradient_l2(w, X, y, lam):
    m = len(X)
    penalty = 2 * lam * w
    penalty[-1] = 0.0
    p = 1 / (1 + np.exp(-X.dot(w)))
    return (X.T.dot(p - y) + penalty) / m


# %% wrong: adds the penalty itself, one number, to every entry instead of its derivative
def logistic_gradient_l2(w, X, y, lam):
    sigm = lambda z: 1 / (1 + np.exp(-z))
    data_part = X.T @ (sigm(X @ w) - y) / len(y)
    reg_part = lam * np.sum(w[1:] ** 2)
    return data_part + reg_part


# %% wrong: the penalty is subtracted
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    g = X.T @ (p - y) / len(y)
    g[1:] = g[1:] - 2 * lam * w[1:]
    return g


# %% wrong: lam times the squares of the weights, not their derivatives
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    g = X.T @ (p - y) / len(y)
    penalty = lam * w**2
    penalty[0] = 0
    return g + penalty


# %% wrong: the penalty has the 2 lam but without w
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    g = X.T @ (p - y) / len(y)
    g[1:] += 2 * lam
    return g
# %% wrong: the intercept is penalised
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    return X.T @ (p - y) / len(y) + 2 * lam * w
# %% wrong: penalty without the factor two
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    pen = lam * w.copy()
    pen[0] = 0
    return X.T @ (p - y) / len(y) + pen
# %% wrong: sets w[0] of the argument to zero
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    g = X.T @ (p - y) / len(y)
    w[0] = 0
    return g + 2 * lam * w
# %% wrong: penalty divided by m
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    pen = 2 * lam * np.r_[0, w[1:]]
    return (X.T @ (p - y) + pen) / len(y)
# %% wrong: mean forgotten and the whole penalty without two (two mistakes)
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    return X.T @ (p - y) + lam * w


# %% wrong: penalty over m without the 2 (two)
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    g = X.T @ (p - y) / len(y)
    g[1:] += lam * w[1:] / len(y)
    return g


# %% wrong: the penalty overwrites the slopes of the other weights
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    g = X.T @ (p - y) / len(y)
    g[1:] = 2 * lam * w[1:]
    return g


# %% wrong: the penalty itself is added, not its slope
def logistic_gradient_l2(w, X, y, lam):
    m = X.shape[0]
    z = X @ w
    p = 1 / (1 + np.exp(-z))
    g = X.T @ (p - y) / m
    g[1:] += lam * np.sum(w[1:] ** 2)
    return g


# %% right: a diagonal matrix without the first one
def logistic_gradient_l2(w, X, y, lam):
    D = np.diag([0.0] + [1.0] * (len(w) - 1))
    residual = 1 / (1 + np.exp(-X @ w)) - y
    return residual @ X / len(residual) + 2 * lam * (D @ w)


# %% wrong: no 2, and the price is subtracted
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    g = X.T @ (p - y) / len(y)
    mask = np.ones_like(w)
    mask[0] = 0
    return g - lam * mask * w


# %% right: mask of ones with a zero in front
def logistic_gradient_l2(w, X, y, lam):
    w = np.asarray(w, dtype=float)
    free = np.ones(len(w))
    free[0] = 0
    p = 1 / (1 + np.exp(-X @ w))
    return np.mean((p - y)[:, None] * X, axis=0) + 2 * lam * free * w


# %% wrong: sets the intercept in the caller's w to zero
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    grad = X.T @ (p - y) / len(X)
    penalty = w
    penalty[0] = 0
    return grad + 2 * lam * penalty


# %% wrong: squares of the weights, the intercept too (two mistakes)
def logistic_gradient_l2(w, X, y, lam):
    p = 1 / (1 + np.exp(-X @ w))
    return X.T @ (p - y) / len(y) + lam * w ** 2


# %% wrong: 2 of the penalty missing
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


def logistic_gradient_l2(w, X, y, lam):
    g = logistic_gradient(w, X, y)
    for j in range(1, len(w)):
        g[j] += lam * w[j]
    return g


# %% right: mask and own sigmoid via tanh
def logistic_gradient_l2(w, X, y, lam):
    p = 0.5 * (1 + np.tanh(0.5 * (np.asarray(X) @ w)))
    mask = np.arange(len(w)) > 0
    return (p - y) @ X / len(y) + 2 * lam * w * mask
