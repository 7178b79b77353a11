# %% wrong: any instead of all
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-X @ w))
        q = np.where(y == 1, p, 1 - p)
        if np.any(q >= sure):
            return k
        g = X.T @ (p - y) / len(y)
        g[1:] += 2 * lam * w[1:]
        w = w - learning_rate * g
    return math.inf


# %% wrong: only the ones are looked at
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-X @ w))
        if min(p[y == 1]) >= sure:
            return k
        g = X.T @ (p - y) / len(y)
        g[1:] += 2 * lam * w[1:]
        w = w - learning_rate * g
    return math.inf


# %% wrong: range(n_max): last step not looked at
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max):
        p = 1 / (1 + np.exp(-X @ w))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        g = X.T @ (p - y) / len(y)
        g[1:] += 2 * lam * w[1:]
        w = w - learning_rate * g
    return math.inf


# %% right: margins instead of probabilities
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    sign = np.where(np.asarray(y) == 1, 1.0, -1.0)
    w = np.zeros(X.shape[1])
    free = np.ones(len(w))
    free[0] = 0
    for k in range(n_max + 1):
        right = 1 / (1 + np.exp(-sign * (X @ w)))
        if right.min() >= sure:
            return k
        w = w + learning_rate * (X.T @ (sign * (1 - right)) / len(y) - 2 * lam * free * w)
    return math.inf


# %% wrong: any instead of every
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-X @ w))
        right = np.where(y == 1, p, 1 - p)
        if right.max() >= sure:
            return k
        pen = 2 * lam * w
        pen[0] = 0
        w = w - learning_rate * (X.T @ (p - y) / len(y) + pen)
    return math.inf


# %% wrong: last step not looked at
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max):
        p = 1 / (1 + np.exp(-X @ w))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        g = X.T @ (p - y) / len(y)
        g[1:] += 2 * lam * w[1:]
        w = w - learning_rate * g
    return math.inf


# %% wrong: range(n_max)
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max):
        p = 1 / (1 + np.exp(-X @ w))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        pen = 2 * lam * w
        pen[0] = 0
        w = w - learning_rate * (X.T @ (p - y) / len(y) + pen)
    return math.inf
