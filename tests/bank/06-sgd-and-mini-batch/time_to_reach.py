# %% wrong: strictly less
def time_to_reach(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) < target:
            return k * (overhead + batch_size)
    return math.inf


# %% wrong: start counts as an update
def time_to_reach(path, X, y, batch_size, target, overhead):
    t = 0
    for w in path:
        t += overhead + batch_size
        if np.mean((X @ w - y) ** 2) <= target:
            return t
    return math.inf


# %% wrong: last time instead of first
def time_to_reach(path, X, y, batch_size, target, overhead):
    ans = math.inf
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            ans = k * (overhead + batch_size)
    return ans


# %% wrong: sum of squares, k*overhead + batch_size
def time_to_reach(path, X, y, batch_size, target, overhead):
    Q = [np.sum((X @ w - y) ** 2) for w in path]
    for k in range(len(Q)):
        if Q[k] <= target:
            return k * overhead + batch_size
    return math.inf


# %% right: all losses at once, argmax of the truth values
def time_to_reach(path, X, y, batch_size, target, overhead):
    losses = np.mean((np.asarray(path) @ X.T - y) ** 2, axis=1)
    there = losses <= target
    return int(np.argmax(there)) * (overhead + batch_size) if there.any() else math.inf


# %% wrong: counts the start as an update
def time_to_reach(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path, start=1):
        if np.mean((X @ w - y) ** 2) <= target:
            return k * (overhead + batch_size)
    return math.inf


# %% wrong: overhead paid once
def time_to_reach(path, X, y, batch_size, target, overhead):
    for k in range(len(path)):
        q = np.mean((X @ path[k] - y) ** 2)
        if q <= target:
            return overhead + k * batch_size
    return math.inf


# %% wrong: last hit instead of first, product of prices (two)
def time_to_reach(path, X, y, batch_size, target, overhead):
    losses = np.mean((path @ X.T - y) ** 2, axis=1)
    hits = np.where(losses <= target)[0]
    if len(hits) == 0:
        return math.inf
    return hits[-1] * overhead * batch_size


# %% wrong: argmax of a condition without checking that any holds, plus sum loss (two)
def time_to_reach(path, X, y, batch_size, target, overhead):
    losses = np.sum((path @ X.T - y) ** 2, axis=1)
    k = int(np.argmax(losses <= target))
    return k * (overhead + batch_size)


# %% right: next over a generator
def time_to_reach(path, X, y, batch_size, target, overhead):
    losses = (np.mean((X @ w - y) ** 2) for w in path)
    first = next((k for k, q in enumerate(losses) if q <= target), math.inf)
    return first * (overhead + batch_size)


# %% wrong: overhead paid once
def time_to_reach(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        if np.mean((X @ w - y) ** 2) <= target:
            return overhead + k * batch_size
    return math.inf


# %% wrong: lowest point of the path if it is low enough
def time_to_reach(path, X, y, batch_size, target, overhead):
    losses = np.array([np.mean((X @ w - y) ** 2) for w in path])
    k = int(np.argmin(losses))
    if losses[k] > target:
        return math.inf
    return k * (overhead + batch_size)


# %% wrong: argmax of a condition that never holds
def time_to_reach(path, X, y, batch_size, target, overhead):
    losses = np.mean((path @ X.T - y) ** 2, axis=1)
    return int(np.argmax(losses <= target)) * (overhead + batch_size)


# %% wrong: start never looked at
def time_to_reach(path, X, y, batch_size, target, overhead):
    time = 0
    for w in path[1:]:
        time += overhead + batch_size
        if np.mean((X @ w - y) ** 2) <= target:
            return time
    return math.inf


# %% wrong: argmax without asking whether any is good
def time_to_reach(path, X, y, batch_size, target, overhead):
    losses = np.mean((X @ np.transpose(path) - y[:, None]) ** 2, axis=0)
    first = np.argmax(losses <= target)
    return first * (overhead + batch_size)


# %% wrong: sum of squares, strictly below (two)
def time_to_reach(path, X, y, batch_size, target, overhead):
    for k in range(len(path)):
        r = X @ path[k] - y
        if np.sum(r * r) < target:
            return k * (batch_size + overhead)
    return math.inf


# %% right: argmax over vectorised losses
def time_to_reach(path, X, y, batch_size, target, overhead):
    losses = ((np.asarray(path) @ np.asarray(X).T - y) ** 2).mean(axis=1)
    there = losses <= target
    return int(there.argmax()) * (overhead + batch_size) if there.any() else math.inf


# %% wrong: overhead paid once and not per update
def time_to_reach(path, X, y, batch_size, target, overhead):
    for updates in range(len(path)):
        loss = np.mean((X @ path[updates] - y) ** 2)
        if loss <= target:
            return overhead + updates * batch_size
    return math.inf


# %% wrong: loss with the rows exchanged: length of y not used, half the mean
def time_to_reach(path, X, y, batch_size, target, overhead):
    def Q(w):
        r = X @ w - y
        return 0.5 * np.mean(r * r)
    k = 0
    while k < len(path):
        if Q(path[k]) <= target:
            return k * (overhead + batch_size)
        k += 1
    return math.inf


# %% wrong: the overhead is paid only once instead of once for every update
def time_to_reach(path, X, y, batch_size, target, overhead):
    for i, w in enumerate(path):
        loss = ((X @ w - y) ** 2).mean()
        if loss <= target:
            return overhead + i * batch_size
    return math.inf


# %% wrong: two mistakes: the root of the mean square is compared, and None where the target is never reached
def time_to_reach(path, X, y, batch_size, target, overhead):
    for k, w in enumerate(path):
        rmse = np.sqrt(np.mean((X @ w - y) ** 2))
        if rmse <= target:
            return k * (overhead + batch_size)


# %% wrong: looks for the target by bisection (searchsorted on the reversed losses), as if the loss never rose; on a noisy
def time_to_reach(path, X, y, batch_size, target, overhead):
    q = np.array([np.mean((X @ w - y) ** 2) for w in path])
    lo, hi = 0, len(q)
    while lo < hi:
        mid = (lo + hi) // 2
        if q[mid] <= target:
            hi = mid
        else:
            lo = mid + 1
    return math.inf if lo == len(q) else lo * (overhead + batch_size)


# %% wrong: the infinity is returned inside the loop as soon as the first row misses the target
def time_to_reach(path, X, y, batch_size, target, overhead):
    for k in range(len(path)):
        r = X.dot(path[k]) - y
        Q = (r * r).sum() / len(r)
        if Q <= target:
            return k * (overhead + batch_size)
        else:
            return math.inf


# %% wrong: the last row of the path is never looked at
def time_to_reach(path, X, y, batch_size, target, overhead):
    n_updates = len(path) - 1
    for k in range(n_updates):
        if np.mean(np.square(X @ path[k] - y)) <= target:
            return k * (overhead + batch_size)
    return math.inf


# %% wrong: finds the last row at or below the target instead of the first one
def time_to_reach(path, X, y, batch_size, target, overhead):
    vremya = math.inf
    for k, w in enumerate(path):
        Q = ((X @ w - y) ** 2).mean()
        if Q <= target:
            vremya = k * (overhead + batch_size)
    return vremya
