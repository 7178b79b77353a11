# %% right: einsum over objects
def mse_gradient(w, X, y):
    res = np.einsum("ij,j->i", X, w) - np.ravel(y)
    return 2.0 * np.einsum("ij,i->j", X, res) / res.size


# %% right: two loops, one component after the other
def mse_gradient(w, X, y):
    m, n = np.shape(X)
    targets = np.ravel(y)
    gradient = np.zeros(n)
    for i in range(m):
        error = -float(targets[i])
        for j in range(n):
            error += float(w[j]) * float(X[i][j])
        for j in range(n):
            gradient[j] += 2 / m * error * float(X[i][j])
    return gradient


# %% wrong: the factor 2 from the square is missing
def mse_gradient(w, X, y):
    y = np.ravel(y)
    return X.T @ (X @ w - y) / len(y)


# %% wrong: answer minus prediction, so the gradient points down instead of up
def mse_gradient(w, X, y):
    residuals = np.ravel(y) - X @ w
    return (2 / X.shape[0]) * (X.T @ residuals)


# %% wrong: reshapes w and y to columns and forgets to flatten the answer, shape is (n, 1)
def mse_gradient(w, X, y):
    w_col = np.reshape(w, (-1, 1))
    y_col = np.reshape(y, (-1, 1))
    return 2 * X.T @ (X @ w_col - y_col) / len(X)


# %% wrong: two mistakes: one mean over the whole table instead of per column, and no factor 2
def mse_gradient(w, X, y):
    r = (X @ w - np.ravel(y)).reshape(-1, 1)
    return np.mean(r * X) * np.ones(len(w))


# %% wrong: flattens the caller's own y by setting its shape, the argument is changed
def mse_gradient(w, X, y):
    y.shape = (y.size,)
    e = X @ w - y
    return 2 * (e @ X) / y.size


# %% wrong: the division by m is missing
def mse_gradient(w, X, y):
    return 2 * X.T @ (X @ w - np.ravel(y))


# %% wrong: divides by the number of weights
def mse_gradient(w, X, y):
    r = X @ w - np.ravel(y)
    return 2 / len(w) * X.T @ r


# %% wrong: the residuals without the table
def mse_gradient(w, X, y):
    r = X @ w - np.ravel(y)
    return 2 * r / len(r)


# %% wrong: the residuals are squared again
def mse_gradient(w, X, y):
    r = X @ w - np.ravel(y)
    return 2 / len(r) * X.T @ r**2
# %% wrong: X not transposed, sums over features
def mse_gradient(w, X, y):
    m = len(X)
    r = X @ w - np.ravel(y)
    return 2 / m * (X * r[:, None]).sum(axis=1)
# %% wrong: residual with the other sign
def mse_gradient(w, X, y):
    y = np.ravel(y)
    return 2 * X.T @ (y - X @ w) / y.size
# %% wrong: mean over all entries, divides by n too, and no factor 2 (two mistakes)
def mse_gradient(w, X, y):
    r = (X @ w - np.ravel(y)).reshape(-1, 1)
    return (X.T @ r).ravel() / X.size
# %% right: column by column with a generator
def mse_gradient(w, X, y):
    r = X.dot(w) - np.asarray(y).reshape(-1)
    return np.fromiter((2 * np.mean(r * X[:, j]) for j in range(X.shape[1])), dtype=float)


# %% wrong: residual with the sign exchanged
def mse_gradient(w, X, y):
    m = X.shape[0]
    return 2 / m * X.T @ (np.ravel(y) - X @ w)


# %% wrong: divides by the number of features
def mse_gradient(w, X, y):
    n = X.shape[1]
    return 2 / n * X.T @ (X @ w - np.ravel(y))


# %% wrong: the 2 forgotten
def mse_gradient(w, X, y):
    r = X @ w - y.ravel()
    return np.mean(X * r[:, None], axis=0)


# %% wrong: sum and no 2, y not raveled (two)
def mse_gradient(w, X, y):
    r = X.dot(w) - y
    return X.T.dot(r)


# %% wrong: divides by X.size
def mse_gradient(w, X, y):
    r = X @ w - np.ravel(y)
    return 2 * X.T @ r / X.size


# %% wrong: sign and no mean (two)
def mse_gradient(w, X, y):
    return -2 * X.T @ (X @ w - np.ravel(y))


# %% right: einsum
def mse_gradient(w, X, y):
    r = np.einsum("ij,j->i", X, w) - np.ravel(y)
    return np.einsum("i,ij->j", r, X) * 2 / len(X)


# %% wrong: mean residual times mean of the column
def mse_gradient(w, X, y):
    r = X @ w - np.ravel(y)
    return 2 * np.mean(r) * np.mean(X, axis=0)


# %% wrong: answers not multiplied by the transposed table
def mse_gradient(w, X, y):
    y = np.ravel(y)
    A = X.T @ X
    return 2 / len(y) * (A @ w - np.sum(y))


# %% wrong: X not transposed in the second product, and y of two shapes forgotten (two)
def mse_gradient(w, X, y):
    m, n = X.shape
    return 2 / m * X @ (X @ w - y)


# %% wrong: the residual is squared, and the 2 is missing
def mse_gradient(w, X, y):
    r = (X @ w - np.ravel(y)) ** 2
    return X.T @ r / len(r)


# %% wrong: it returns the new weights after a step with learning rate 0.01 instead of the gradient
def mse_gradient(w, X, y):
    y = np.ravel(y)
    m = len(y)
    eta = 0.01
    w = w - eta * 2 / m * X.T @ (X @ w - y)
    return w
