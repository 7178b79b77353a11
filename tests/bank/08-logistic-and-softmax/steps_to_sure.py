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


# %% wrong: share of right answers is compared with sure
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-X @ w))
        accuracy = np.mean((p >= 0.5) == (y == 1))
        if accuracy >= sure:
            return k
        g = X.T @ (p - y) / len(y)
        g[1:] += 2 * lam * w[1:]
        w = w - learning_rate * g
    return math.inf


# %% wrong: looks at the objects of label 1 only
def logistic_gradient_l2(w, X, y, lam):
    D = np.diag([0.0] + [1.0] * (len(w) - 1))
    residual = 1 / (1 + np.exp(-X @ w)) - y
    return residual @ X / len(residual) + 2 * lam * (D @ w)


def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    steps = 0
    while steps <= n_max:
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(p[y == 1] >= sure):
            return steps
        w = w - learning_rate * logistic_gradient_l2(w, X, y, lam)
        steps += 1
    return math.inf


# %% wrong: never looks after the last allowed step
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for n in range(n_max):
        p = 1 / (1 + np.exp(-X @ w))
        if np.min(np.where(y == 1, p, 1 - p)) >= sure:
            return n
        pen = np.concatenate([[0.0], 2 * lam * w[1:]])
        w = w - learning_rate * (X.T @ (p - y) / len(y) + pen)
    return math.inf


# %% right: a generator of weights, and min of the truth
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    def walk():
        w = np.zeros(X.shape[1])
        free = np.arange(X.shape[1]) > 0
        while True:
            yield w
            p = 1 / (1 + np.exp(-X @ w))
            w = w - learning_rate * ((p - y) @ X / len(y) + 2 * lam * w * free)

    sign = np.where(np.asarray(y) == 1, 1, -1)
    for count, w in zip(range(n_max + 1), walk()):
        if (1 / (1 + np.exp(-sign * (X @ w))) >= sure).all():
            return count
    return math.inf


# %% wrong: the intercept pays too, and the number n_max comes back when it was not enough
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for n in range(n_max + 1):
        p = 1 / (1 + np.exp(-X @ w))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return n
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * w)
    return n_max


# %% right: signs of the labels, the margin
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    sign = np.where(y == 1, 1.0, -1.0)
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        z = X @ w
        if np.min(1 / (1 + np.exp(-sign * z))) >= sure:
            return k
        g = X.T @ (1 / (1 + np.exp(-z)) - y) / len(y)
        g[1:] += 2 * lam * w[1:]
        w = w - learning_rate * g
    return math.inf


# %% wrong: looks before the step only and stops one too early
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max):
        p = 1 / (1 + np.exp(-X @ w))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        g = X.T @ (p - y) / len(y)
        g = g + 2 * lam * np.concatenate(([0], w[1:]))
        w = w - learning_rate * g
    return math.inf


# %% wrong: one sure object is enough, intercept is penalised (two mistakes)
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-X @ w))
        if np.any(np.abs(p - y) <= 1 - sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * w)
    return math.inf


# %% right: recursion-free for/else with stable sigmoid
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


def logistic_gradient_l2(w, X, y, lam):
    g = logistic_gradient(w, X, y)
    g[1:] += 2 * lam * w[1:]
    return g


def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    signs = 2 * np.asarray(y) - 1
    wanted = math.log(sure / (1 - sure))
    for k in range(n_max + 1):
        z = signs * (X @ w)
        if 1 / (1 + np.exp(-z.min())) >= sure:
            return k
        w = w - learning_rate * logistic_gradient_l2(w, X, y, lam)
    return math.inf


# %% wrong: p itself is compared, label 0 objects too
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


def logistic_gradient_l2(w, X, y, lam):
    g = logistic_gradient(w, X, y)
    g[1:] += 2 * lam * w[1:]
    return g


def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    k = 0
    while k <= n_max:
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(p >= sure):
            return k
        w = w - learning_rate * logistic_gradient_l2(w, X, y, lam)
        k += 1
    return math.inf


# %% wrong: any instead of all and -1 for never
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


def logistic_gradient_l2(w, X, y, lam):
    g = logistic_gradient(w, X, y)
    g[1:] += 2 * lam * w[1:]
    return g


def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        right = y * p + (1 - y) * (1 - p)
        if np.any(right >= sure):
            return k
        w = w - learning_rate * logistic_gradient_l2(w, X, y, lam)
    return -1


# %% wrong: the penalty pulls the intercept too
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for k in range(n_max + 1):
        p = 1 / (1 + np.exp(-(X @ w)))
        if np.all(np.where(y == 1, p, 1 - p) >= sure):
            return k
        w = w - learning_rate * (X.T @ (p - y) / len(y) + 2 * lam * w)
    return math.inf


# %% wrong: trains all n_max steps and returns the number of objects that are sure enough, not the number of steps
def steps_to_sure(X, y, learning_rate, lam, sure, n_max):
    w = np.zeros(X.shape[1])
    for _ in range(n_max):
        p = 1 / (1 + np.exp(-X @ w))
        g = X.T @ (p - y) / len(y)
        g[1:] += 2 * lam * w[1:]
        w = w - learning_rate * g
    p = 1 / (1 + np.exp(-X @ w))
    return int(np.sum(np.where(y == 1, p, 1 - p) >= sure))
