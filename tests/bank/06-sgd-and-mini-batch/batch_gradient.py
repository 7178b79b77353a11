# %% right: every object weighted by how often it was drawn
def batch_gradient(w, X, y, idx):
    counts = np.bincount(idx, minlength=len(y))
    r = X @ w - y
    return 2 * (counts * r) @ X / counts.sum()


# %% right: running sum over the batch, object by object
def batch_gradient(w, X, y, idx):
    total = [0.0] * len(w)
    for i in idx:
        diff = sum(X[i][j] * w[j] for j in range(len(w))) - y[i]
        for j in range(len(w)):
            total[j] += 2 * diff * X[i][j]
    return np.array(total) / len(idx)


# %% wrong: sum over the batch, never divided by the number of terms
def batch_gradient(w, X, y, idx):
    g = np.zeros(len(w))
    for i in idx:
        g += 2 * (X[i] @ w - y[i]) * X[i]
    return g


# %% wrong: divides by m, the number of all objects, not by the size of the batch
def batch_gradient(w, X, y, idx):
    m, n = X.shape
    Xb = X[idx]
    return (2 / m) * Xb.T @ (Xb @ w - y[idx])


# %% wrong: a boolean mask picks the rows, so a repeated number counts only once
def batch_gradient(w, X, y, idx):
    chosen = np.zeros(X.shape[0], dtype=bool)
    chosen[idx] = True
    errors = X[chosen] @ w - y[chosen]
    return 2 * np.mean(errors[:, None] * X[chosen], axis=0)


# %% wrong: no factor 2, and repeated numbers are removed with set()
def batch_gradient(w, X, y, idx):
    unique_objects = set(int(k) for k in idx)
    grads = []
    for k in unique_objects:
        grads.append((np.dot(w, X[k]) - y[k]) * X[k])
    return sum(grads) / len(grads)


# %% wrong: mean error times mean object, as if the mean of a product were the product of means
def batch_gradient(w, X, y, idx):
    mean_error = np.mean(X[idx] @ w - y[idx])
    mean_object = np.mean(X[idx], axis=0)
    return 2 * mean_error * mean_object


# %% wrong: divides by the number of weights
def batch_gradient(w, X, y, idx):
    total = 0
    for i in idx:
        total = total + 2 * (X[i] @ w - y[i]) * X[i]
    return total / len(w)


# %% wrong: return stands inside the loop, so only the first object comes in
def batch_gradient(w, X, y, idx):
    total = np.zeros(len(w))
    for i in idx:
        total += 2 * (np.dot(X[i], w) - y[i]) * X[i]
        return total / len(idx)


# %% wrong: y is not picked, the answers of the first objects are used
def batch_gradient(w, X, y, idx):
    X_batch = X[idx]
    y_batch = y[: len(idx)]
    errors = X_batch @ w - y_batch
    return 2 / len(idx) * X_batch.T @ errors
# %% wrong: duplicates removed
def batch_gradient(w, X, y, idx):
    idx = np.unique(idx)
    r = X[idx] @ w - y[idx]
    return 2 * X[idx].T @ r / len(idx)
# %% wrong: divides by all objects
def batch_gradient(w, X, y, idx):
    g = np.zeros(len(w))
    for i in idx:
        g += 2 * (X[i] @ w - y[i]) * X[i]
    return g / len(y)
# %% wrong: no factor two and no mean (two mistakes)
def batch_gradient(w, X, y, idx):
    return sum((X[i] @ w - y[i]) * X[i] for i in idx)
# %% right: weights by bincount
def batch_gradient(w, X, y, idx):
    counts = np.bincount(idx, minlength=len(y))
    return 2 * (counts * (X @ w - y)) @ X / counts.sum()


# %% right: einsum
def batch_gradient(w, X, y, idx):
    r = np.einsum("ij,j->i", X[idx], w) - y[idx]
    return 2 * np.einsum("i,ij->j", r, X[idx]) / len(idx)


# %% wrong: unique numbers
def batch_gradient(w, X, y, idx):
    idx = np.unique(idx)
    Xb = X[idx]
    return 2 / len(idx) * Xb.T @ (Xb @ w - y[idx])


# %% wrong: averages over features too
def batch_gradient(w, X, y, idx):
    r = X[idx] @ w - y[idx]
    return np.mean(2 * r[:, None] * X[idx])


# %% wrong: sum, not mean, and the sign (two)
def batch_gradient(w, X, y, idx):
    g = np.zeros(len(w))
    for i in idx:
        g += 2 * (y[i] - X[i] @ w) * X[i]
    return g


# %% right: dictionary of counts
from collections import Counter

def batch_gradient(w, X, y, idx):
    total = np.zeros(len(w))
    for i, times in Counter(int(j) for j in idx).items():
        total = total + times * 2 * (np.dot(X[i], w) - y[i]) * X[i]
    return total / len(idx)


# %% right: weights by bincount
def batch_gradient(w, X, y, idx):
    counts = np.bincount(idx, minlength=len(y))
    residuals = X @ w - y
    return 2 * (counts * residuals) @ X / counts.sum()


# %% wrong: repeats counted in the sum, not in the number
def batch_gradient(w, X, y, idx):
    total = np.zeros(X.shape[1])
    for i in idx:
        total = total + 2 * (X[i] @ w - y[i]) * X[i]
    return total / len(set(idx.tolist()))


# %% wrong: as many objects from the front
def batch_gradient(w, X, y, idx):
    b = len(idx)
    Xb, yb = X[:b], y[:b]
    return 2 / b * Xb.T @ (Xb @ w - yb)


# %% wrong: mask loses repeats, divided by all objects
def batch_gradient(w, X, y, idx):
    mask = np.zeros(len(y), dtype=bool)
    mask[idx] = True
    return 2 / len(y) * X[mask].T @ (X[mask] @ w - y[mask])


# %% wrong: rows 0 to b - 1 instead of idx, and the 2 forgotten (two)
def batch_gradient(w, X, y, idx):
    b = len(idx)
    r = X[:b] @ w - y[:b]
    return X[:b].T @ r / b


# %% right: mean of a list of gradients
def batch_gradient(w, X, y, idx):
    singles = [2 * (np.dot(X[j], w) - y[j]) * X[j] for j in idx]
    return np.mean(singles, axis=0)


# %% right: np.bincount weights then weighted product
def batch_gradient(w, X, y, idx):
    times = np.bincount(np.asarray(idx), minlength=len(X))
    res = X @ w - y
    return 2 * (times * res) @ X / times.sum()


# %% wrong: np.mean without axis: one number for all weights
def batch_gradient(w, X, y, idx):
    residual = X[idx] @ w - y[idx]
    each = 2 * residual[:, None] * X[idx]
    return np.mean(each)


# %% wrong: the first len(idx) objects, not those of idx
def batch_gradient(w, X, y, idx):
    b = len(idx)
    s = np.zeros(len(w))
    for i in range(b):
        s += 2 * (X[i % len(X)] @ w - y[i % len(X)]) * X[i % len(X)]
    return s / b


# %% wrong: the running sum has the type of w, so with whole-number weights the gradients are cut to whole numbers
def batch_gradient(w, X, y, idx):
    s = np.zeros_like(w)
    for i in idx:
        s[:] = s + 2 * (X[i] @ w - y[i]) * X[i]
    return s / len(idx)
