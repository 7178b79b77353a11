# %% right: list of weights, one generator of batches for all the epochs, enumerate from 1
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    def all_batches():
        for _ in range(n_epochs):
            order = rng.permutation(len(y))
            for s in range(0, len(y), batch_size):
                yield order[s:s + batch_size]

    path = [np.array(w0, dtype=float)]
    for k, idx in enumerate(all_batches(), start=1):
        r = X[idx] @ path[-1] - y[idx]
        path.append(path[-1] - step_size(k) * 2 / len(idx) * (r @ X[idx]))
    return np.array(path)


# %% right: room for the whole path is made before, object by object inside a batch
def batches(n, batch_size, rng):
    order = list(range(n))
    rng.shuffle(order)
    return [np.array(order[i:i + batch_size]) for i in range(0, n, batch_size)]


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    m, n = X.shape
    per_epoch = -(-m // batch_size)
    path = np.zeros((n_epochs * per_epoch + 1, n))
    path[0] = w0
    k = 0
    for epoch in range(n_epochs):
        for batch in batches(m, batch_size, rng):
            g = np.zeros(n)
            for i in batch:
                g += 2 * (np.dot(X[i], path[k]) - y[i]) * X[i] / len(batch)
            k += 1
            path[k] = path[k - 1] - step_size(k) * g
    return path


# %% wrong: batches is called once before the loop, every epoch has the same order
def batches(n, batch_size, rng):
    p = rng.permutation(n)
    return [p[i:i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 0
    my_batches = batches(len(X), batch_size, rng)
    for epoch in range(n_epochs):
        for idx in my_batches:
            k += 1
            w = w - step_size(k) * batch_gradient(w, X, y, idx)
            path.append(w)
    return np.array(path)


# %% wrong: the number of the update starts again from 1 in every epoch
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    history = [np.asarray(w0, float)]
    for _ in range(n_epochs):
        permutation = rng.permutation(X.shape[0])
        cuts = range(batch_size, X.shape[0], batch_size)
        for k, part in enumerate(np.split(permutation, cuts), 1):
            w = history[-1]
            residual = X[part] @ w - y[part]
            gradient = 2 * (residual[:, np.newaxis] * X[part]).mean(axis=0)
            history.append(w - step_size(k) * gradient)
    return np.stack(history)


# %% wrong: the weights are changed in place and no copy is stored, all rows are the last one
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    update = 1
    for epoch in range(n_epochs):
        order = rng.permutation(len(y))
        start = 0
        while start < len(y):
            idx = order[start:start + batch_size]
            grad = 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            w -= step_size(update) * grad
            path.append(w)
            update += 1
            start += batch_size
    return np.array(path)


# %% wrong: only the weights at the end of each epoch are stored
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    weights_after_epoch = [w.copy()]
    count = 0
    for epoch in range(n_epochs):
        perm = rng.permutation(len(X))
        for b in range(math.ceil(len(X) / batch_size)):
            rows = perm[b * batch_size:(b + 1) * batch_size]
            err = X[rows].dot(w) - y[rows]
            count = count + 1
            w = w - step_size(count) * 2 * X[rows].T.dot(err) / rows.size
        weights_after_epoch.append(w.copy())
    return np.array(weights_after_epoch)


# %% wrong: counts the updates from 0, and the start w0 is missing in the path
def batches(n, batch_size, rng):
    numbers = rng.permutation(n)
    return [numbers[j:j + batch_size] for j in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    errors = X[idx] @ w - y[idx]
    return np.array([np.mean(2 * errors * X[idx, j]) for j in range(len(w))])


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    path, w, k = [], np.array(w0, dtype=float), 0
    for e in range(n_epochs):
        for idx in batches(len(y), batch_size, rng):
            w = w - step_size(k) * batch_gradient(w, X, y, idx)
            path.append(w)
            k += 1
    return np.array(path)


# %% wrong: gradient always at the weights of the start of the epoch, and a sum, not a mean
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    k = 0
    for epoch in range(n_epochs):
        w_epoch = w.copy()
        order = rng.permutation(len(y))
        for s in range(0, len(y), batch_size):
            rows = order[s:s + batch_size]
            g = np.zeros_like(w)
            for i in rows:
                g += 2 * (X[i] @ w_epoch - y[i]) * X[i]
            k += 1
            w = w - step_size(k) * g
            path.append(w.copy())
    return np.array(path)


# %% wrong: the step size is asked for once, for k = 1, and kept (right for a constant step)
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    eta = step_size(1)

    def one_update(w, idx):
        return w - eta * 2 * np.mean((X[idx] @ w - y[idx])[:, None] * X[idx], axis=0)

    path = [np.array(w0, dtype=float)]
    for _ in range(n_epochs):
        order = rng.permutation(len(y))
        for left in range(0, len(y), batch_size):
            path.append(one_update(path[-1], order[left:left + batch_size]))
    return np.array(path)


# %% wrong: the step is added
def batches(n, batch_size, rng):
    p = rng.permutation(n)
    return [p[i : i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 0
    for epoch in range(n_epochs):
        for idx in batches(len(y), batch_size, rng):
            k += 1
            w = w + step_size(k) * batch_gradient(w, X, y, idx)
            path.append(w)
    return np.array(path)


# %% wrong: only the last weights are returned, not the path
def batches(n, batch_size, rng):
    p = rng.permutation(n)
    return [p[i : i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    k = 1
    for _ in range(n_epochs):
        for idx in batches(len(y), batch_size, rng):
            w = w - step_size(k) * batch_gradient(w, X, y, idx)
            k += 1
    return w


# %% wrong: only the first batch of each epoch makes an update
def batches(n, batch_size, rng):
    p = rng.permutation(n)
    return [p[i : i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    return 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    path = [np.array(w0, dtype=float)]
    for k in range(1, n_epochs + 1):
        idx = batches(len(y), batch_size, rng)[0]
        path.append(path[-1] - step_size(k) * batch_gradient(path[-1], X, y, idx))
    return np.array(path)


# %% wrong: k is never raised
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 1
    for _ in range(n_epochs):
        p = rng.permutation(len(y))
        for s in range(0, len(y), batch_size):
            idx = p[s:s + batch_size]
            w = w - step_size(k) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)
# %% wrong: shuffles once before all epochs
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    def cut():
        p = rng.permutation(len(y))
        return [p[i:i + batch_size] for i in range(0, len(y), batch_size)]
    w = np.array(w0, dtype=float)
    path = [w]
    bs = cut()
    k = 0
    for _ in range(n_epochs):
        for idx in bs:
            k += 1
            w = w - step_size(k) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            path.append(w)
    return np.array(path)
# %% wrong: the count of updates starts anew each epoch
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    for epoch in range(n_epochs):
        p = rng.permutation(len(y))
        cuts = [p[i:i + batch_size] for i in range(0, len(y), batch_size)]
        for k, idx in enumerate(cuts, start=1):
            g = 2 / len(idx) * X[idx].T @ (X[idx] @ w - y[idx])
            w = w - step_size(k) * g
            path.append(w.copy())
    return np.array(path)
# %% wrong: one weight per epoch in the path
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 1
    for epoch in range(n_epochs):
        p = rng.permutation(len(y))
        for i in range(0, len(y), batch_size):
            idx = p[i:i + batch_size]
            w = w - step_size(k) * 2 * X[idx].T @ (X[idx] @ w - y[idx]) / len(idx)
            k += 1
        path.append(w)
    return np.array(path)
# %% wrong: divides by batch_size in the short batch too, update count from zero with max 1 (two mistakes)
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 0
    for epoch in range(n_epochs):
        p = rng.permutation(len(y))
        for i in range(0, len(y), batch_size):
            b = p[i:i + batch_size]
            w = w - step_size(max(k, 1)) * 2 * X[b].T @ (X[b] @ w - y[b]) / batch_size
            k += 1
            path.append(w)
    return np.array(path)


# %% wrong: batches made once
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    return 2 / len(idx) * X[idx].T @ (X[idx] @ w - y[idx])


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    parts = batches(len(y), batch_size, rng)
    k = 0
    for epoch in range(n_epochs):
        for idx in parts:
            k += 1
            w = w - step_size(k) * batch_gradient(w, X, y, idx)
            path.append(w)
    return np.array(path)


# %% wrong: count starts anew in each epoch
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    return 2 / len(idx) * X[idx].T @ (X[idx] @ w - y[idx])


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    for epoch in range(n_epochs):
        for k, idx in enumerate(batches(len(y), batch_size, rng), start=1):
            w = w - step_size(k) * batch_gradient(w, X, y, idx)
            path.append(w)
    return np.array(path)


# %% wrong: one row for each epoch
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    return 2 / len(idx) * X[idx].T @ (X[idx] @ w - y[idx])


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 1
    for epoch in range(n_epochs):
        for idx in batches(len(X), batch_size, rng):
            w = w - step_size(k) * batch_gradient(w, X, y, idx)
            k += 1
        path.append(w)
    return np.array(path)


# %% wrong: k from zero, gradient at the start (two)
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    return 2 / len(idx) * X[idx].T @ (X[idx] @ w - y[idx])


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 0
    for epoch in range(n_epochs):
        for idx in batches(len(y), batch_size, rng):
            w = w - step_size(k) * batch_gradient(w0, X, y, idx)
            k += 1
            path.append(w)
    return np.array(path)


# %% wrong: k from 0 and gradient at w0 (two)
def batch_gradient(w, X, y, idx):
    r = X[idx] @ w - y[idx]
    return 2 / len(idx) * X[idx].T @ r


def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    path = [np.array(w0, dtype=float)]
    k = 0
    for epoch in range(n_epochs):
        w = path[-1]
        for idx in batches(len(y), batch_size, rng):
            path.append(path[-1] - step_size(k + 1) * batch_gradient(w, X, y, idx))
            k = k + 1
        k = 0
    return np.array(path)


# %% right: generator of updates
def batch_gradient(w, X, y, idx):
    Xb, yb = X[idx], y[idx]
    return 2 * Xb.T @ (Xb @ w - yb) / len(idx)


def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[s : s + batch_size] for s in range(0, n, batch_size)]


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    def walk():
        w, k = np.array(w0, dtype=float), 0
        yield w
        for _ in range(n_epochs):
            for idx in batches(len(y), batch_size, rng):
                k += 1
                w = w - step_size(k) * batch_gradient(w, X, y, idx)
                yield w
    return np.array(list(walk()))


# %% wrong: gradient at the weights with which the epoch began
def batch_gradient(w, X, y, idx):
    Xb, yb = X[idx], y[idx]
    return 2 * Xb.T @ (Xb @ w - yb) / len(idx)


def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[s : s + batch_size] for s in range(0, n, batch_size)]


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 0
    for epoch in range(n_epochs):
        w_epoch = w
        for idx in batches(len(y), batch_size, rng):
            k += 1
            w = w - step_size(k) * batch_gradient(w_epoch, X, y, idx)
            path.append(w)
    return np.array(path)


# %% wrong: one entry for each epoch
def batch_gradient(w, X, y, idx):
    Xb, yb = X[idx], y[idx]
    return 2 * Xb.T @ (Xb @ w - yb) / len(idx)


def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[s : s + batch_size] for s in range(0, n, batch_size)]


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path, k = [w], 1
    for _ in range(n_epochs):
        for idx in batches(X.shape[0], batch_size, rng):
            w = w - step_size(k) * batch_gradient(w, X, y, idx)
            k += 1
        path.append(w)
    return np.array(path)


# %% wrong: gradient at the weights of the epoch's beginning
def batch_gradient(w, X, y, idx):
    Xb, yb = X[idx], y[idx]
    return 2 * Xb.T @ (Xb @ w - yb) / len(idx)


def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    k = 0
    for _ in range(n_epochs):
        w_epoch = w.copy()
        for idx in batches(len(y), batch_size, rng):
            k += 1
            w = w - step_size(k) * batch_gradient(w_epoch, X, y, idx)
            path.append(w.copy())
    return np.array(path)


# %% wrong: k from 0 and rows are one array (two)
def batch_gradient(w, X, y, idx):
    Xb, yb = X[idx], y[idx]
    return 2 * Xb.T @ (Xb @ w - yb) / len(idx)


def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    k = 0
    for _ in range(n_epochs):
        for idx in batches(len(y), batch_size, rng):
            w -= step_size(k) * batch_gradient(w, X, y, idx)
            k += 1
            path.append(w)
    return np.array(path)


# %% right: generator of updates, accumulate
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    A, b = X[idx], y[idx]
    return 2 * A.T @ (A @ w - b) / len(idx)


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    def order():
        for _ in range(n_epochs):
            yield from batches(len(X), batch_size, rng)
    path = [np.array(w0, dtype=float)]
    for k, part in enumerate(order(), 1):
        path.append(path[-1] - step_size(k) * batch_gradient(path[-1], X, y, part))
    return np.stack(path)


# %% wrong: one row of the path per epoch
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


def batch_gradient(w, X, y, idx):
    A, b = X[idx], y[idx]
    return 2 * A.T @ (A @ w - b) / len(idx)


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, float)
    path = [w.copy()]
    k = 0
    for _ in range(n_epochs):
        for idx in batches(len(X), batch_size, rng):
            k += 1
            w -= step_size(k) * batch_gradient(w, X, y, idx)
        path.append(w.copy())
    return np.array(path)


# %% wrong: batches gets the number of features
def batches(n, batch_size, rng):
    keys = rng.random(n)
    order = np.argsort(keys)
    return np.split(order, range(batch_size, n, batch_size))


def batch_gradient(w, X, y, idx):
    counts = np.bincount(idx, minlength=len(y))
    r = X @ w - y
    return 2 * (counts * r) @ X / counts.sum()


def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    m, n = X.shape
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_epochs):
        for b in batches(min(n, m), batch_size, rng):
            w = w - step_size(len(path)) * batch_gradient(w, X, y, b)
            path.append(w)
    return np.array(path)


# %% wrong: makes ordinary descent with the full gradient, one update an epoch; neither the batches nor rng are used
def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
    w = np.array(w0, dtype=float)
    path = [w]
    m = len(X)
    for k in range(1, n_epochs + 1):
        w = w - step_size(k) * 2 / m * X.T @ (X @ w - y)
        path.append(w)
    return np.array(path)
