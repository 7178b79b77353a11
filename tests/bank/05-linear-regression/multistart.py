# %% right: all ends in a list, min with loss as the key
def multistart(loss, grad, starts, learning_rate, n_steps):
    def end_of(w):
        w = np.array(w, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        return w

    return min((end_of(start) for start in starts), key=lambda w: float(loss(w)))


# %% right: walks all rows side by side and picks with argmin
def multistart(loss, grad, starts, learning_rate, n_steps):
    W = np.array(starts, dtype=float, copy=True)
    for _ in range(n_steps):
        G = np.array([grad(row.copy()) for row in W])
        W = W - learning_rate * G
    losses = np.array([float(loss(row)) for row in W])
    return W[losses.argmin()]


# %% wrong: picks the start with the smallest loss and descends only from it
def multistart(loss, grad, starts, learning_rate, n_steps):
    w = min(starts, key=loss)
    w = np.array(w, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return w


# %% wrong: returns the start of the best descent, not its end
def multistart(loss, grad, starts, learning_rate, n_steps):
    best_q = math.inf
    best = None
    for start in starts:
        w = start.astype(float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < best_q:
            best_q = loss(w)
            best = start
    return best.copy()


# %% wrong: w -= writes into the rows of starts, the argument is changed
def multistart(loss, grad, starts, learning_rate, n_steps):
    ends = []
    for w in starts:
        for k in range(n_steps):
            w -= learning_rate * grad(w)
        ends.append(w)
    values = [loss(w) for w in ends]
    return ends[int(np.argmin(values))].copy()


# %% wrong: the largest final loss wins (comparison the wrong way round)
def multistart(loss, grad, starts, learning_rate, n_steps):
    results = []
    for s in starts:
        w = np.asarray(s, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w))
        results.append((float(loss(w)), w))
    results.sort(key=lambda pair: pair[0], reverse=True)
    return results[0][1]


# %% wrong: two mistakes: return inside the loop over starts, and one update too few
def multistart(loss, grad, starts, learning_rate, n_steps):
    best_w, best_loss = None, float("inf")
    for row in range(len(starts)):
        w = starts[row].copy()
        for step in range(1, n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < best_loss:
            best_w, best_loss = w, loss(w)
        return best_w


# %% wrong: keeps the best point met anywhere on the way, not the best end
def multistart(loss, grad, starts, learning_rate, n_steps):
    record = np.array(starts[0], dtype=float)
    for s in starts:
        w = np.array(s, dtype=float)
        for _ in range(n_steps + 1):
            if loss(w) < loss(record):
                record = w
            w = w - learning_rate * grad(w)
    return record


# %% wrong: averages the ends of all descents, as an ensemble
def multistart(loss, grad, starts, learning_rate, n_steps):
    ends = np.array(starts, dtype=float)
    for i in range(len(ends)):
        for _ in range(n_steps):
            ends[i] = ends[i] - learning_rate * grad(ends[i].copy())
    return ends.mean(axis=0)


# %% wrong: the last end wins
def multistart(loss, grad, starts, learning_rate, n_steps):
    for w in starts:
        w = w.copy()
        for i in range(n_steps):
            w = w - learning_rate * grad(w)
    return w


# %% wrong: the smallest loss is returned, not its weights
def multistart(loss, grad, starts, learning_rate, n_steps):
    losses = []
    for start in starts:
        w = start
        for i in range(n_steps):
            w = w - learning_rate * grad(w)
        losses.append(loss(w))
    return min(losses)


# %% wrong: the best end is not remembered together with its loss, best is compared with the first start
def multistart(loss, grad, starts, learning_rate, n_steps):
    best = starts[0]
    for start in starts:
        w = start
        for i in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < loss(starts[0]):
            best = w
    return best


# %% wrong: all the ends in a table
def multistart(loss, grad, starts, learning_rate, n_steps):
    ends = []
    for start in starts:
        w = start
        for i in range(n_steps):
            w = w - learning_rate * grad(w)
        ends.append(w)
    return np.array(ends)


# %% wrong: each start goes on from the end of the one before
def multistart(loss, grad, starts, learning_rate, n_steps):
    best = None
    w = starts[0]
    for k in range(len(starts)):
        for i in range(n_steps):
            w = w - learning_rate * grad(w)
        if best is None or loss(w) < loss(best):
            best = w
    return best


# %% wrong: the smallest gradient wins
def multistart(loss, grad, starts, learning_rate, n_steps):
    best = None
    best_norm = np.inf
    for start in starts:
        w = start
        for i in range(n_steps):
            w = w - learning_rate * grad(w)
        if np.linalg.norm(grad(w)) < best_norm:
            best_norm = np.linalg.norm(grad(w))
            best = w
    return best
# %% wrong: picks the best start, then descends
def multistart(loss, grad, starts, learning_rate, n_steps):
    w = min(starts, key=loss)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return w
# %% wrong: returns the last end
def multistart(loss, grad, starts, learning_rate, n_steps):
    best_loss = np.inf
    for w in starts:
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < best_loss:
            best_loss = loss(w)
            best = w
    return w
# %% wrong: returns the loss, not the weights
def multistart(loss, grad, starts, learning_rate, n_steps):
    ends = []
    for w in starts:
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        ends.append(w)
    return min(loss(w) for w in ends)
# %% wrong: one step too few and the largest loss (two mistakes)
def multistart(loss, grad, starts, learning_rate, n_steps):
    best = None
    for w in starts:
        for _ in range(n_steps - 1):
            w = w - learning_rate * grad(w)
        if best is None or loss(w) > loss(best):
            best = w
    return best


# %% wrong: returns last and misses one step
def multistart(loss, grad, starts, learning_rate, n_steps):
    best_loss = np.inf
    for s in starts:
        w = s.astype(float)
        for _ in range(1, n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < best_loss:
            best_loss = loss(w)
    return w


# %% wrong: best start instead of best end
def multistart(loss, grad, starts, learning_rate, n_steps):
    best = min(starts, key=loss)
    w = np.array(best, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return w


# %% wrong: largest loss
def multistart(loss, grad, starts, learning_rate, n_steps):
    ends = []
    for s in starts:
        w = s.astype(float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        ends.append(w)
    losses = [loss(e) for e in ends]
    return ends[np.argmax(losses)]


# %% wrong: returns the loss, and steps are shared (two)
def multistart(loss, grad, starts, learning_rate, n_steps):
    best = np.inf
    for w in starts:
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < best:
            best = loss(w)
            best_w = w
    return best


# %% wrong: largest loss, and one step too few (two)
def multistart(loss, grad, starts, learning_rate, n_steps):
    ends = []
    for s in starts:
        w = s
        for _ in range(n_steps - 1):
            w = w - learning_rate * grad(w)
        ends.append(w)
    return max(ends, key=loss)


# %% wrong: keeps the best weight met on the way
def multistart(loss, grad, starts, learning_rate, n_steps):
    best = np.array(starts[0], dtype=float)
    for s in starts:
        w = np.array(s, dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
            if loss(w) < loss(best):
                best = w
    return best


# %% wrong: first start is never walked from
def multistart(loss, grad, starts, learning_rate, n_steps):
    best, best_loss = None, np.inf
    for i in range(1, len(starts)):
        w = np.array(starts[i], dtype=float)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < best_loss:
            best, best_loss = w, loss(w)
    return best


# %% wrong: weight goes on from the last descent, highest loss wins
def multistart(loss, grad, starts, learning_rate, n_steps):
    w = np.array(starts[0], dtype=float)
    best, top = w, -np.inf
    for s in starts:
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) > top:
            best, top = w, loss(w)
    return best


# %% wrong: the second start goes on where the first ended
def multistart(loss, grad, starts, learning_rate, n_steps):
    w = starts[0]
    ends = []
    for i in range(len(starts)):
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        ends.append(w)
    return ends[int(np.argmin([loss(e) for e in ends]))]


# %% wrong: the worst end, and descends in place in starts (two)
def multistart(loss, grad, starts, learning_rate, n_steps):
    for row in starts:
        for _ in range(n_steps):
            row -= learning_rate * grad(row)
    values = [loss(r) for r in starts]
    return starts[np.argmax(values)]


# %% right: min with the loss as key
def multistart(loss, grad, starts, learning_rate, n_steps):
    def walk(w):
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        return w
    ends = [walk(np.array(s, dtype=float)) for s in starts]
    return min(ends, key=loss)


# %% wrong: returns the loss, and each descent is a step short
def multistart(loss, grad, starts, learning_rate, n_steps):
    losses = []
    for s in starts:
        w = np.array(s, dtype=float)
        for i in range(n_steps - 1):
            w = w - learning_rate * grad(w)
        losses.append(loss(w))
    return min(losses)


# %% wrong: all steps with the slope of the start
def multistart(loss, grad, starts, learning_rate, n_steps):
    ends = [s - n_steps * learning_rate * grad(s) for s in np.asarray(starts, dtype=float)]
    losses = [loss(e) for e in ends]
    return ends[losses.index(min(losses))]


# %% wrong: the best point met anywhere on the paths (start included) is returned instead of the best final one
def multistart(loss, grad, starts, learning_rate, n_steps):
    best = np.array(starts[0], dtype=float)
    for s in starts:
        w = np.array(s, dtype=float)
        if loss(w) < loss(best):
            best = w
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
            if loss(w) < loss(best):
                best = w
    return best


# %% wrong: two mistakes: n_steps + 1 steps, and the smallest loss instead of the weights
def multistart(loss, grad, starts, learning_rate, n_steps):
    q = []
    for s in starts:
        w = np.array(s, dtype=float)
        k = 0
        while k <= n_steps:
            w = w - learning_rate * grad(w)
            k += 1
        q.append(loss(w))
    return min(q)


# %% wrong: two mistakes: each descent goes on from the previous end, and the largest loss wins
def multistart(loss, grad, starts, learning_rate, n_steps):
    w = np.array(starts[0], dtype=float)
    worst, answer = -np.inf, w
    for s in starts:
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) > worst:
            worst, answer = loss(w), w
    return answer


# %% wrong: gradient taken at the start for every step
def multistart(loss, grad, starts, learning_rate, n_steps):
    ends = []
    for s in starts:
        s = np.array(s, dtype=float)
        g = grad(s)
        w = s
        for _ in range(n_steps):
            w = w - learning_rate * g
        ends.append(w)
    return sorted(ends, key=loss)[0]


# %% wrong: the best loss so far begins at 0, so an end with positive loss is never accepted and None comes back
def multistart(loss, grad, starts, learning_rate, n_steps):
    best_loss = 0
    best_w = None
    for k in range(len(starts)):
        w = starts[k].copy()
        for i in range(n_steps):
            w = w - learning_rate * grad(w)
        if loss(w) < best_loss:
            best_loss = loss(w)
            best_w = w
    return best_w


# %% wrong: the record starts at 0, so when every final loss is positive nothing beats it and None comes back
def multistart(loss, grad, starts, learning_rate, n_steps):
    luchshiy = None
    rekord = 0
    for s in starts:
        w = np.array(s, float)
        for k in range(n_steps):
            w = w - learning_rate * grad(w)
        q = loss(w)
        if q < rekord:
            rekord = q
            luchshiy = w
    return luchshiy
