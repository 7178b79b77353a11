# %% right: as a least-squares step with a table of ones and x
def board_step(w0, w1, x, y, learning_rate):
    A = np.vander(np.asarray(x, dtype=float), 2, increasing=True)
    w = np.array([w0, w1], dtype=float)
    w = w - learning_rate * 2 * A.T @ (A @ w - y)
    return w[0], w[1]


# %% right: sums of powers, residuals are never formed
def board_step(w0, w1, x, y, learning_rate):
    l = len(x)
    sx, sy = sum(x), sum(y)
    sxx = sum(a * a for a in x)
    sxy = sum(a * b for a, b in zip(x, y))
    d0 = 2 * (l * w0 + w1 * sx - sy)
    d1 = 2 * (w0 * sx + w1 * sxx - sxy)
    return (w0 - learning_rate * d0, w1 - learning_rate * d1)


# %% wrong: w0 is overwritten first and w1 is computed with the new w0
def board_step(w0, w1, x, y, learning_rate):
    w0 = w0 - learning_rate * 2 * np.sum(w0 + w1 * x - y)
    w1 = w1 - learning_rate * 2 * np.sum((w0 + w1 * x - y) * x)
    return w0, w1


# %% wrong: the mean instead of the sum, as in MSE
def board_step(w0, w1, x, y, learning_rate):
    error = w0 + w1 * x - y
    new_w0 = w0 - learning_rate * 2 * error.mean()
    new_w1 = w1 - learning_rate * 2 * (error * x).mean()
    return new_w0, new_w1


# %% wrong: the factor x of the inner derivative is missing for w1
def board_step(w0, w1, x, y, learning_rate):
    grad = 2 * sum((w0 + w1 * xi - yi) for xi, yi in zip(x, y))
    return w0 - learning_rate * grad, w1 - learning_rate * grad


# %% wrong: two mistakes: the 2 is forgotten, and the pair is returned as (w1, w0)
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    b = w0 - learning_rate * np.sum(r)
    a = w1 - learning_rate * np.sum(r * x)
    return a, b


# %% wrong: updates after every object (stochastic steps) instead of once for the sum
def board_step(w0, w1, x, y, learning_rate):
    for i in range(len(x)):
        r = w0 + w1 * x[i] - y[i]
        w0, w1 = w0 - 2 * learning_rate * r, w1 - 2 * learning_rate * r * x[i]
    return w0, w1


# %% wrong: plus instead of minus
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 + learning_rate * 2 * np.sum(r), w1 + learning_rate * 2 * np.sum(r * x)


# %% wrong: the two factors are exchanged: x belongs to w1
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - learning_rate * 2 * np.sum(r * x), w1 - learning_rate * 2 * np.sum(r)


# %% wrong: sum of r times sum of x
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    d0 = 2 * np.sum(r)
    d1 = 2 * np.sum(r) * np.sum(x)
    return w0 - learning_rate * d0, w1 - learning_rate * d1


# %% wrong: the derivatives are given, not the new weights
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return 2 * np.sum(r), 2 * np.sum(r * x)


# %% wrong: starts at zero, the old weights are not used
def board_step(w0, w1, x, y, learning_rate):
    d0 = -2 * np.sum(y)
    d1 = -2 * np.sum(x * y)
    return -learning_rate * d0, -learning_rate * d1
# %% wrong: means instead of sums
def board_step(w0, w1, x, y, learning_rate):
    e = w0 + w1 * x - y
    return (w0 - learning_rate * 2 * e.mean(), w1 - learning_rate * 2 * (e * x).mean())
# %% wrong: pair in the wrong order
def board_step(w0, w1, x, y, learning_rate):
    e = w0 + w1 * x - y
    g0 = 2 * e.sum()
    g1 = 2 * (e * x).sum()
    return w1 - learning_rate * g1, w0 - learning_rate * g0
# %% wrong: no factor two and the slope's sum without x (two mistakes)
def board_step(w0, w1, x, y, learning_rate):
    d = np.sum(w0 + w1 * x - y)
    return w0 - learning_rate * d, w1 - learning_rate * d


# %% wrong: plus in the second and 2 missing in both
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    d0 = np.sum(r)
    d1 = np.dot(r, x)
    return w0 - learning_rate * d0, w1 + learning_rate * d1


# %% wrong: the second weight sees the new first one
def board_step(w0, w1, x, y, learning_rate):
    w0 = w0 - learning_rate * np.sum(2 * (w0 + w1 * x - y))
    w1 = w1 - learning_rate * np.sum(2 * (w0 + w1 * x - y) * x)
    return w0, w1


# %% wrong: mean instead of sum
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - learning_rate * 2 * np.mean(r), w1 - learning_rate * 2 * np.mean(r * x)


# %% wrong: x missing in the second derivative, and no 2 (two)
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    d0 = sum(r)
    d1 = sum(r)
    return (w0 - learning_rate * d0, w1 - learning_rate * d1)


# %% wrong: sum of x times sum of residuals
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    g0 = 2 * r.sum()
    g1 = 2 * r.sum() * x.sum()
    return w0 - learning_rate * g0, w1 - learning_rate * g1


# %% wrong: factor 2 missing and mean (two)
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return w0 - learning_rate * np.mean(r), w1 - learning_rate * np.mean(r * x)


# %% right: matrix form
def board_step(w0, w1, x, y, learning_rate):
    X = np.column_stack([np.ones(len(x)), x])
    w = np.array([w0, w1], dtype=float)
    new = w - learning_rate * 2 * X.T @ (X @ w - y)
    return new[0], new[1]


# %% wrong: sum of residuals times sum of x
def board_step(w0, w1, x, y, learning_rate):
    total = np.sum(w0 + w1 * x - y)
    d0, d1 = 2 * total, 2 * total * np.sum(x)
    return w0 - learning_rate * d0, w1 - learning_rate * d1


# %% wrong: only the slope gets the factor two
def board_step(w0, w1, x, y, learning_rate):
    e = w0 + w1 * x - y
    return (w0 - learning_rate * sum(e), w1 - learning_rate * 2 * sum(e * x))


# %% wrong: weights exchanged in the prediction, mean instead of sum
def board_step(w0, w1, x, y, learning_rate):
    e = w1 + w0 * x - y
    return w0 - learning_rate * 2 * np.mean(e), w1 - learning_rate * 2 * np.mean(e * x)


# %% right: loop over objects, both sums first
def board_step(w0, w1, x, y, learning_rate):
    slope0 = slope1 = 0.0
    for xi, yi in zip(x, y):
        twice = 2 * (w0 + w1 * xi - yi)
        slope0 += twice
        slope1 += twice * xi
    return w0 - learning_rate * slope0, w1 - learning_rate * slope1


# %% wrong: uphill and without the 2 (two)
def board_step(w0, w1, x, y, learning_rate):
    res = w0 + w1 * x - y
    return w0 + learning_rate * np.sum(res), w1 + learning_rate * np.sum(res * x)


# %% wrong: uphill, and a sum times a sum
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    new0 = w0 + learning_rate * 2 * r.sum()
    new1 = w1 + learning_rate * 2 * r.sum() * x.sum()
    return new0, new1


# %% wrong: returns the steps, not the new weights
def board_step(w0, w1, x, y, learning_rate):
    r = w0 + w1 * x - y
    return learning_rate * 2 * r.sum(), learning_rate * 2 * (r * x).sum()


# %% wrong: w0 is multiplied by x, w1 is added
def board_step(w0, w1, x, y, learning_rate):
    r = w0 * x + w1 - y
    return w0 - learning_rate * 2 * (r * x).sum(), w1 - learning_rate * 2 * r.sum()


# %% wrong: two mistakes: the factor 2 is missing in both derivatives, and w1 is computed with the new w0
def board_step(w0, w1, x, y, learning_rate):
    pred = w0 + w1 * x
    w0 = w0 - learning_rate * sum(pred - y)
    pred = w0 + w1 * x
    w1 = w1 - learning_rate * sum((pred - y) * x)
    return w0, w1


# %% wrong: intercept and slope exchanged in the prediction
def board_step(w0, w1, x, y, learning_rate):
    pred = w0 * x + w1
    r = pred - y
    d0, d1 = 2 * np.sum(r), 2 * np.sum(r * x)
    return w0 - learning_rate * d0, w1 - learning_rate * d1


# %% wrong: mean for the sum, and the new w0 is used for w1
def board_step(w0, w1, x, y, learning_rate):
    m = len(x)
    w0 -= learning_rate * 2 / m * np.sum(w0 + w1 * x - y)
    w1 -= learning_rate * 2 / m * np.sum((w0 + w1 * x - y) * x)
    return w0, w1
