# %% right: scipy's expit and einsum
from scipy.special import expit


def logistic_gradient(w, X, y):
    residual = expit(np.einsum("ij,j->i", X, w)) - y
    return np.einsum("ij,i->j", X, residual) / X.shape[0]


# %% right: sums over the objects for each weight, sigmoid by cases
def logistic_gradient(w, X, y):
    def sigmoid(t):
        if t >= 0:
            return 1 / (1 + math.exp(-t))
        return math.exp(t) / (1 + math.exp(t))

    m, n = X.shape
    g = np.zeros(n)
    for i in range(m):
        p = sigmoid(sum(w[j] * X[i, j] for j in range(n)))
        for j in range(n):
            g[j] += (p - y[i]) * X[i, j] / m
    return g


# %% wrong: not divided by the number of objects
def logistic_gradient(w, X, y):
    z = X @ w
    p = 1 / (1 + np.exp(-z))
    return X.T @ (p - y)


# %% wrong: truth minus prediction, the sign is turned round
def logistic_gradient(w, X, y):
    probs = 1.0 / (1.0 + np.exp(-np.dot(X, w)))
    error = y - probs
    return np.mean(X * error[:, None], axis=0)


# %% wrong: the sigmoid is forgotten, this is linear regression
def logistic_gradient(w, X, y):
    m = len(y)
    predictions = X.dot(w)
    return X.T.dot(predictions - y) / m


# %% wrong: factor 2 kept from the squared error, and divided by n, the number of weights
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    grad = []
    for j in range(len(w)):
        grad.append(2 * sum((p - y) * X[:, j]) / len(w))
    return np.array(grad)


# %% wrong: multiplies by the slope p (1 - p) once more, which has cancelled already
def logistic_gradient(w, X, y):
    def sigma(z):
        return 1 / (1 + np.exp(-z))

    def d_sigma(z):
        return sigma(z) * (1 - sigma(z))

    z = X @ w
    return X.T @ ((sigma(z) - y) * d_sigma(z)) / len(z)


# %% wrong: mean of the differences times mean of the objects
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-X @ w))
    return np.mean(p - y) * np.mean(X, axis=0)


# %% wrong: the sigmoid without the minus in the exponent
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(X @ w))
    return X.T @ (p - y) / len(y)


# %% wrong: no average over the objects, each has a row of its own
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return (p - y)[:, None] * X
# %% wrong: sum instead of mean
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-X @ w))
    return X.T @ (p - y)
# %% wrong: difference quotient of the loss, not exact
def logistic_gradient(w, X, y):
    def loss(v):
        p = 1 / (1 + np.exp(-X @ v))
        return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    g = np.zeros(len(w))
    h = 1e-3
    for j in range(len(w)):
        e = np.zeros(len(w))
        e[j] = h
        g[j] = (loss(w + e) - loss(w)) / h
    return g
# %% wrong: multiplied by the slope of the sigmoid, as for squares
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-X @ w))
    return X.T @ ((p - y) * p * (1 - p)) / len(y)
# %% right: object by object
def logistic_gradient(w, X, y):
    total = np.zeros(X.shape[1])
    for row, label in zip(X, y):
        total += row * ((1 + math.tanh(row @ w / 2)) / 2 - label)
    return total / len(y)


# %% wrong: squared loss gradient: extra p(1-p), and divided by n
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return X.T @ ((p - y) * p * (1 - p)) / X.shape[1]


# %% wrong: the 2 of the square
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-X @ w))
    return 2 / len(y) * X.T @ (p - y)


# %% wrong: linear prediction
def logistic_gradient(w, X, y):
    p = X @ w
    return X.T @ (p - y) / len(y)


# %% wrong: sign of z and no mean (two)
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(X @ w))
    return X.T @ (p - y)


# %% wrong: np.mean over the wrong axis of the products
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-X @ w))
    return np.mean((p - y)[:, None] * X, axis=1)


# %% wrong: sigmoid of every term before the sum
def logistic_gradient(w, X, y):
    m = len(y)
    p = (1 / (1 + np.exp(-X * w))).sum(axis=1)
    return X.T @ (p - y) / m


# %% right: einsum, sigmoid by tanh
def logistic_gradient(w, X, y):
    p = 0.5 * (1 + np.tanh(np.einsum("ij,j->i", X, w) / 2))
    return np.einsum("i,ij->j", p - y, X) / X.shape[0]


# %% wrong: mean of the whole table: one number
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-X @ w))
    err = (p - y).reshape(-1, 1)
    return np.mean(err * X)


# %% wrong: truth minus prediction, divided by the number of features
def logistic_gradient(w, X, y):
    m, n = X.shape
    g = np.zeros(n)
    for i in range(m):
        p = 1 / (1 + np.exp(-np.dot(X[i], w)))
        g += (y[i] - p) * X[i]
    return g / n


# %% wrong: the 2 of the squared loss and no 1/m (two mistakes)
def logistic_gradient(w, X, y):
    p = 1 / (1 + np.exp(-(X @ w)))
    return 2 * X.T @ (p - y)


# %% right: object by object with a stable sigmoid helper
def logistic_gradient(w, X, y):
    def prob(z):
        if z >= 0:
            return 1 / (1 + math.exp(-z))
        t = math.exp(z)
        return t / (1 + t)

    total = np.zeros(len(w))
    for row, label in zip(np.asarray(X, float), y):
        total += (prob(row @ w) - label) * row
    return total / len(y)


# %% wrong: sigmoid forgotten
def logistic_gradient(w, X, y):
    z = X.dot(w)
    return X.T.dot(z - y) / X.shape[0]


# %% wrong: the sign: y minus p
def logistic_gradient(w, X, y):
    m = X.shape[0]
    prediction = 1.0 / (1.0 + np.exp(-np.dot(X, w)))
    return np.dot(X.T, y - prediction) / m
