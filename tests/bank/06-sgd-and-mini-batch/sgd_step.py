# %% right: one weight after the other in a plain loop
def sgd_step(w, X, y, i, learning_rate):
    prediction = 0.0
    for weight, feature in zip(w, X[i]):
        prediction += weight * feature
    error = prediction - y[i]
    return np.array([w[j] - learning_rate * 2 * error * X[i][j] for j in range(len(w))])


# %% right: the error is taken the other way round, so the step is added
def sgd_step(w, X, y, i, learning_rate):
    x = X[i]
    return w + 2 * learning_rate * (y[i] - np.dot(x, w)) * x


# %% wrong: the 2 of the square is lost in the derivative
def sgd_step(w, X, y, i, learning_rate):
    # prediction of the chosen object
    y_hat = X[i] @ w
    grad = (y_hat - y[i]) * X[i]
    return w - learning_rate * grad


# %% wrong: the step is right but is made inside the caller's array w
def sgd_step(w, X, y, i, learning_rate):
    xi, yi = X[i], y[i]
    for j in range(len(w)):
        if j == 0:
            residual = sum(w * xi) - yi
        w[j] -= 2 * learning_rate * residual * xi[j]
    return w


# %% wrong: the inner derivative x_i is forgotten, every weight gets the same step
def sgd_step(w, X, y, i, learning_rate):
    def q_prime(err):
        return 2 * err

    return w - learning_rate * q_prime(np.dot(X[i], w) - y[i])


# %% wrong: goes uphill (plus) and uses the full mean gradient, i is not used at all
def sgd_step(w, X, y, i, learning_rate):
    m = len(y)
    residuals = X.dot(w) - y
    full_gradient = 2 / m * X.T.dot(residuals)
    return w + learning_rate * full_gradient


# %% wrong: an object is drawn at random inside the function, i is not used
def sgd_step(w, X, y, i, learning_rate):
    i = np.random.randint(len(y))
    error = X[i] @ w - y[i]
    return w - learning_rate * 2 * error * X[i]


# %% wrong: takes column i of X instead of row i
def sgd_step(w, X, y, i, learning_rate):
    x = X[:, i]
    gradient = 2 * (X[i] @ w - y[i]) * x[: len(w)]
    return w - learning_rate * gradient


# %% wrong: the bracket closes too early, the answer is subtracted after the product
def sgd_step(w, X, y, i, learning_rate):
    gradient = 2 * (X[i] @ w * X[i] - y[i])
    return w - learning_rate * gradient
# %% wrong: object counted from one
def sgd_step(w, X, y, i, learning_rate):
    x = X[i - 1]
    return w - learning_rate * 2 * (x @ w - y[i - 1]) * x
# %% wrong: changes w in place
def sgd_step(w, X, y, i, learning_rate):
    g = 2 * (X[i] @ w - y[i]) * X[i]
    w -= learning_rate * g
    return w
# %% wrong: gradient divided by the number of objects
def sgd_step(w, X, y, i, learning_rate):
    m = X.shape[0]
    return w - learning_rate * 2 / m * (X[i].dot(w) - y[i]) * X[i]


# %% wrong: in-place on w
def sgd_step(w, X, y, i, learning_rate):
    g = 2 * (X[i] @ w - y[i]) * X[i]
    for j in range(len(w)):
        w[j] = w[j] - learning_rate * g[j]
    return w


# %% wrong: column and plus
def sgd_step(w, X, y, i, learning_rate):
    r = X[i].dot(w) - y
    return w + 2 * learning_rate * r[i] * X[i] / len(y)


# %% wrong: gradient without the object's features
def sgd_step(w, X, y, i, learning_rate):
    r = X[i] @ w - y[i]
    return w - learning_rate * 2 * r


# %% wrong: mean over m though it is one object
def sgd_step(w, X, y, i, learning_rate):
    xi, yi = X[i], y[i]
    g = 2 * (xi @ w - yi) * xi / len(y)
    return w - learning_rate * g


# %% wrong: column instead of row
def sgd_step(w, X, y, i, learning_rate):
    x = X[:, i]
    return w - learning_rate * 2 * (np.dot(w, x) - y[i]) * x


# %% wrong: adds, and counts objects from one (two)
def sgd_step(w, X, y, i, learning_rate):
    x, t = X[i - 1], y[i - 1]
    return w + learning_rate * 2 * (x @ w - t) * x


# %% wrong: column i instead of row i
def sgd_step(w, X, y, i, learning_rate):
    x = X[:, i]
    if len(x) != len(w):
        x = X[i]
        return w - learning_rate * (x @ w - y[i]) * x
    return w - learning_rate * 2 * (x @ w - y[i]) * x


# %% right: slice of one row and matrix form
def sgd_step(w, X, y, i, learning_rate):
    row, answer = X[i : i + 1], y[i : i + 1]
    gradient = 2 * row.T @ (row @ w - answer)
    return np.asarray(w) - learning_rate * gradient


# %% wrong: changes w itself
def sgd_step(w, X, y, i, learning_rate):
    xi = X[i, :]
    err = np.dot(xi, w) - y[i]
    w -= learning_rate * 2 * err * xi
    return w


# %% right: a one-row batch
def sgd_step(w, X, y, i, learning_rate):
    Xi, yi = X[i : i + 1], y[i : i + 1]
    residual = Xi @ w - yi
    return w - learning_rate * 2 * (Xi.T @ residual)


# %% wrong: column i instead of row i of X
def sgd_step(w, X, y, i, learning_rate):
    x = X[:, i]
    return w - 2 * learning_rate * (x @ w - y[i]) * x


# %% right: loss-free helper with np.inner, tuple unpacking
def sgd_step(w, X, y, i, learning_rate):
    x, answer = np.asarray(X)[i], np.asarray(y)[i]
    residual = np.inner(x, w) - answer
    return np.array([wj - learning_rate * 2 * residual * xj for wj, xj in zip(w, x)])


# %% wrong: two mistakes: the objects are counted from 1, and the step goes along the gradient
def sgd_step(w, X, y, i, learning_rate):
    obj, ans = X[i - 1], y[i - 1]
    grad = 2 * (np.dot(obj, w) - ans) * obj
    return w + learning_rate * grad
