# %% right: recursion would be deep, so functools.reduce over the steps
from functools import reduce


def fit_logistic(X, y, learning_rate, n_steps):
    def step(w, _):
        p = 0.5 * (1 + np.tanh(0.5 * (X @ w)))
        return w - learning_rate * (p - y) @ X / len(y)

    return reduce(step, range(n_steps), np.zeros(X.shape[1]))


# %% right: while loop counting down, in place on its own weights
def fit_logistic(X, y, learning_rate, n_steps):
    from scipy.special import expit
    weights = np.zeros(X.shape[1])
    while n_steps > 0:
        weights += learning_rate * np.mean((y - expit(X @ weights))[:, None] * X, axis=0)
        n_steps -= 1
    return weights


# %% wrong: one step too few, range(1, n_steps)
def fit_logistic(X, y, learning_rate, n_steps):
    m, n = X.shape
    w = np.zeros(n)
    for step in range(1, n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        w = w - learning_rate * X.T @ (p - y) / m
    return w


# %% wrong: returns inside the loop after the first step
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        z = X.dot(w)
        grad = X.T.dot(1 / (1 + np.exp(-z)) - y) / len(y)
        w = w - learning_rate * grad
        return w
    return w


# %% wrong: glues a column of ones to X, the answer has one weight too many
def fit_logistic(X, y, learning_rate, n_steps):
    Xb = np.hstack([np.ones((len(X), 1)), X])
    w = np.zeros(Xb.shape[1])
    for k in range(n_steps):
        prob = 1 / (1 + np.exp(-(Xb @ w)))
        w -= learning_rate * (Xb.T @ (prob - y)) / len(y)
    return w


# %% wrong: gradient is a sum without 1/m, and the whole path is returned, not the last weights
def fit_logistic(X, y, learning_rate, n_steps):
    path = [np.zeros(X.shape[1])]
    for k in range(n_steps):
        w = path[-1]
        total = np.zeros_like(w)
        for xi, yi in zip(X, y):
            total += (1 / (1 + np.exp(-xi @ w)) - yi) * xi
        path.append(w - learning_rate * total)
    return np.array(path)


# %% wrong: stops by itself when the steps get shorter than 0.001
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        w_new = w - learning_rate * X.T @ (p - y) / X.shape[0]
        if np.linalg.norm(w_new - w) < 1e-3:
            break
        w = w_new
    return w


# %% wrong: starts with random weights
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.random.default_rng(0).normal(size=X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


# %% wrong: goes uphill
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        w += learning_rate * X.T @ (p - y) / len(y)
    return w


# %% wrong: as many weights as objects
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(len(X))
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


# %% wrong: the gradient of the squared error
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        w = w - learning_rate * 2 * X.T @ ((p - y) * p * (1 - p)) / len(y)
    return w


# %% wrong: one object in each step, in turn
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for k in range(n_steps):
        i = k % len(y)
        p = 1 / (1 + np.exp(-X[i] @ w))
        w = w - learning_rate * (p - y[i]) * X[i]
    return w
# %% wrong: one step too many
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for k in range(n_steps + 1):
        p = 1 / (1 + np.exp(-X @ w))
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w
# %% wrong: random start
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.random.default_rng(0).normal(size=X.shape[1]) * 0.01
    for k in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        w -= learning_rate * X.T @ (p - y) / len(y)
    return w
# %% wrong: probabilities computed once before the loop
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    p = 1 / (1 + np.exp(-X @ w))
    for k in range(n_steps):
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w
# %% wrong: plus sign and a column of ones added (two mistakes)
def fit_logistic(X, y, learning_rate, n_steps):
    X = np.column_stack([np.ones(len(X)), X])
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w += learning_rate * X.T @ (1 / (1 + np.exp(-X @ w)) - y) / len(y)
    return w


# %% wrong: return in loop
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for i in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        return w
    return w


# %% wrong: starts at ones and not divided by m
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.ones(X.shape[1])
    step = 0
    while step < n_steps:
        error = 1 / (1 + np.exp(-np.dot(X, w))) - y
        w -= learning_rate * np.dot(X.T, error)
        step += 1
    return w


# %% wrong: ascent
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w += learning_rate * X.T @ (p - y) / len(y)
    return w


# %% wrong: probability computed once
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    p = 1 / (1 + np.exp(-(X @ w)))
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (p - y) / len(y)
    return w


# %% wrong: weights of ones and return after the first step (two)
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.ones(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        return w


# %% right: class with state
class _Model:
    def __init__(self, n):
        self.w = np.zeros(n)

    def learn(self, X, y, eta):
        p = 0.5 * (1 + np.tanh(X @ self.w / 2))
        self.w = self.w - eta * (p - y) @ X / len(y)

def fit_logistic(X, y, learning_rate, n_steps):
    model = _Model(np.shape(X)[1])
    for _ in range(n_steps):
        model.learn(X, y, learning_rate)
    return model.w


# %% wrong: sum instead of mean and returns the path (two)
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    path = [w]
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y)
        path.append(w)
    return np.array(path)


# %% wrong: stops early when the weights hardly change
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        new = w - learning_rate * X.T @ (p - y) / len(y)
        if np.linalg.norm(new - w) < 1e-3:
            break
        w = new
    return w


# %% wrong: weights from zeros_like of a row: whole numbers if X is whole
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros_like(X[0])
    for _ in range(n_steps):
        g = X.T @ (1 / (1 + np.exp(-X @ w)) - y) / len(y)
        for j in range(len(w)):
            w[j] = w[j] - learning_rate * g[j]
    return w


# %% wrong: the rate falls with the steps
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for k in range(n_steps):
        p = 1 / (1 + np.exp(-X @ w))
        grad = X.T @ (p - y) / len(y)
        w -= learning_rate / (k + 1) * grad
    return w


# %% wrong: climbs, and makes one step too many
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for k in range(n_steps + 1):
        p = 1 / (1 + np.exp(-X @ w))
        w = w + learning_rate * X.T @ (p - y) / len(y)
    return w


# %% right: recursion over the steps
def fit_logistic(X, y, learning_rate, n_steps):
    def walk(w, left):
        if left == 0:
            return w
        g = X.T @ (1 / (1 + np.exp(-X @ w)) - y) / len(y)
        return walk(w - learning_rate * g, left - 1)
    w, left = np.zeros(X.shape[1]), n_steps
    while left > 200:
        w, left = walk(w, 200), left - 200
    return walk(w, left)


# %% wrong: probabilities computed once, before the loop
def fit_logistic(X, y, learning_rate, n_steps):
    m, n = X.shape
    w = np.zeros(n)
    p = 1 / (1 + np.exp(-X @ w))
    for _ in range(n_steps):
        w = w - learning_rate * X.T @ (p - y) / m
    return w


# %% wrong: climbs, and the sum instead of the mean (two mistakes)
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for i in range(n_steps):
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w + learning_rate * (X.T @ (p - y))
    return w


# %% wrong: one step too many
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    k = 0
    while k <= n_steps:
        p = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (p - y) / len(y)
        k += 1
    return w


# %% wrong: plus sign, and weight by weight with a fresh gradient
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        for j in range(len(w)):
            w[j] += learning_rate * logistic_gradient(w, X, y)[j]
    return w


# %% wrong: weights updated one after the other with a fresh gradient
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ (p - y) / len(y)


def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        for j in range(len(w)):
            w[j] = w[j] - learning_rate * logistic_gradient(w, X, y)[j]
    return w


# %% wrong: a step after every single object (stochastic descent) instead of one step on the mean over all objects
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for epoch in range(n_steps):
        for xi, yi in zip(X, y):
            p = 1 / (1 + np.exp(-xi @ w))
            w = w - learning_rate * (p - yi) * xi
    return w


# %% wrong: two mistakes: the gradient is not divided by m, and one step too many is made (n_steps + 1)
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for k in range(0, n_steps + 1):
        s = 1 / (1 + np.exp(-(X @ w)))
        w = w - learning_rate * X.T @ (s - y)
    return w


# %% wrong: the gradient is a sum in place of a mean, and a column of ones is put in front of X
def fit_logistic(X, y, learning_rate, n_steps):
    X = np.column_stack([np.ones(len(X)), X])
    w = np.zeros(X.shape[1])
    for i in range(n_steps):
        error = 1 / (1 + np.exp(-X @ w)) - y
        w -= learning_rate * (X.T @ error)
    return w


# %% wrong: the weights are updated after every single object (SGD) instead of with the mean gradient of all objects
def fit_logistic(X, y, learning_rate, n_steps):
    w = np.zeros(X.shape[1])
    for step in range(n_steps):
        for i in range(len(X)):
            p = 1 / (1 + np.exp(-np.dot(X[i], w)))
            w = w - learning_rate * (p - y[i]) * X[i] / len(X)
    return w
