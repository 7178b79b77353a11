# %% right: sum over pairs of rows and answers in plain Python
def mse(w, X, y):
    answers = np.ravel(y)
    total = 0.0
    for row, answer in zip(X, answers):
        prediction = sum(wj * xj for wj, xj in zip(w, row))
        total += (prediction - answer) ** 2
    return total / len(answers)


# %% right: scikit-learn's own function
from sklearn.metrics import mean_squared_error


def mse(w, X, y):
    return float(mean_squared_error(np.ravel(y), np.asarray(X) @ np.asarray(w)))


# %% wrong: y of shape (m, 1) is not flattened, the difference becomes an (m, m) table
def mse(w, X, y):
    return np.mean((X @ w - y) ** 2)


# %% wrong: the square is taken of the mean, not the mean of the squares
def mse(w, X, y):
    residuals = X @ w - np.ravel(y)
    return np.mean(residuals) ** 2


# %% wrong: divides by the number of weights instead of the number of objects
def mse(w, X, y):
    r = X.dot(w) - y.reshape(-1)
    return r.dot(r) / len(w)


# %% wrong: two mistakes: one half in front as in other courses, and a column y is not flattened
def mse(w, X, y):
    m = len(y)
    return 1 / (2 * m) * np.sum(np.square(np.dot(X, w) - y))


# %% wrong: the root is taken at the end
def mse(w, X, y):
    r = X @ w - np.ravel(y)
    return np.sqrt(np.mean(r**2))


# %% wrong: the sum, not the mean
def mse(w, X, y):
    r = X @ w - np.ravel(y)
    return np.sum(r**2)


# %% wrong: absolute values instead of squares
def mse(w, X, y):
    r = X @ w - np.ravel(y)
    return np.mean(np.abs(r))


# %% wrong: the squares one by one, the mean is missing
def mse(w, X, y):
    return (X @ w - np.ravel(y)) ** 2
# %% wrong: sum of squares, not the mean
def mse(w, X, y):
    r = X @ w - np.ravel(y)
    return r @ r
# %% wrong: divided by 2m
def mse(w, X, y):
    total = 0.0
    for row, target in zip(X, np.ravel(y)):
        total += (np.dot(row, w) - target) ** 2
    return total / (2 * len(X))


# %% wrong: abs of residual and divided by n
def mse(w, X, y):
    total = 0
    y = np.ravel(y)
    for i in range(X.shape[0]):
        p = 0
        for j in range(X.shape[1]):
            p += w[j] * X[i, j]
        total += abs(p - y[i])
    return total / X.shape[1]


# %% right: by a norm
def mse(w, X, y):
    r = np.ravel(y) - np.dot(X, w)
    return np.linalg.norm(r) ** 2 / len(r)


# %% wrong: halved
def mse(w, X, y):
    y = np.ravel(y)
    return np.sum((X @ w - y) ** 2) / (2 * len(y))


# %% wrong: sum of residuals squared, not raveled (two)
def mse(w, X, y):
    return np.mean(X @ w - y) ** 2


# %% right: sum of python floats
def mse(w, X, y):
    total = 0.0
    for row, t in zip(X, np.ravel(y)):
        guess = sum(a * b for a, b in zip(row, w))
        total += (guess - t) * (guess - t)
    return total / len(X)


# %% right: length of the residual vector squared
def mse(w, X, y):
    r = np.ravel(y) - X @ w
    return np.linalg.norm(r) ** 2 / r.size


# %% wrong: variance of the residuals
def mse(w, X, y):
    residuals = X @ w - np.ravel(y)
    return np.var(residuals)


# %% wrong: divided by the number of weights
def mse(w, X, y):
    r = X @ w - y.reshape(-1)
    return np.dot(r, r) / len(w)


# %% wrong: divides by the number of weights
def mse(w, X, y):
    r = np.ravel(y) - X.dot(w)
    return (r**2).sum() / len(w)


# %% right: loop over rows
def mse(w, X, y):
    total, answers = 0.0, np.reshape(y, -1)
    for row, answer in zip(X, answers):
        prediction = sum(a * b for a, b in zip(row, w))
        total += (prediction - answer) ** 2
    return total / len(answers)


# %% wrong: X * w instead of X @ w
def mse(w, X, y):
    y = np.reshape(y, (-1, 1))
    return np.mean((X * w - y) ** 2)


# %% wrong: computes the coefficient of determination (R squared), another measure altogether
def mse(w, X, y):
    y = np.ravel(y)
    pred = X @ w
    ss_res = np.sum((y - pred) ** 2)
    ss_tot = np.sum((y - y.mean()) ** 2)
    return 1 - ss_res / (ss_tot if ss_tot else 1)


# %% wrong: the sum of squares is divided by the degrees of freedom m - n, as econometricians do, instead of by m
def mse(w, X, y):
    X = np.asarray(X)
    m, n = X.shape
    e = np.ravel(y) - X @ w
    return float(e.T @ e) / (m - n)
