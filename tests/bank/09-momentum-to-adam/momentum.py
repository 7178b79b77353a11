# %% right: keeps the sum without the rate, and multiplies by the constant rate when it moves
def momentum(w0, grads, learning_rate, alpha):
    velocity = np.zeros(len(w0))
    position = np.array(w0, dtype=float)
    rows = []
    for g in grads:
        velocity = alpha * velocity + np.asarray(g)
        position = position - learning_rate * velocity
        rows.append(position)
    return np.array(rows)


# %% right: heavy ball, inertia is read from the last two weights; plain Python lists inside
def momentum(w0, grads, learning_rate, alpha):
    before = [float(x) for x in w0]
    now = list(before)
    out = []
    for row in grads:
        nxt = []
        for j in range(len(now)):
            nxt.append(now[j] - learning_rate * row[j] + alpha * (now[j] - before[j]))
        before, now = now, nxt
        out.append(nxt)
    return np.array(out)


# %% wrong: goes uphill, h is added to the weights
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = 0
    path = []
    for g in np.asarray(grads):
        h = alpha * h + learning_rate * g
        w = w + h
        path.append(w)
    return np.array(path)


# %% wrong: makes a real average of it, the new gradient gets the weight 1 - alpha
def momentum(w0, grads, lr, alpha):
    """Exponential moving average of gradients, then a step."""
    g_all = np.array(grads, dtype=float)
    steps, n = g_all.shape
    result = np.empty((steps, n))
    ema = np.zeros(n)
    w = w0.copy()
    for k in range(steps):
        ema = alpha * ema + (1 - alpha) * g_all[k]
        w = w - lr * ema
        result[k] = w
    return result


# %% wrong: appends the same array every time without a copy, so all rows show the last weights
def momentum(w0, grads, learning_rate, alpha):
    weights = np.array(w0, float)
    h = np.zeros_like(weights)
    history = []
    for gradient in grads:
        h *= alpha
        h += learning_rate * np.array(gradient)
        weights -= h
        history.append(weights)
    return np.array(history)


# %% wrong: moves first with the old h, and only then renews h, so it is a step late
def momentum(w0, grads, learning_rate, alpha):
    inertia = np.zeros(np.shape(w0))
    w = np.asarray(w0)
    answer = np.zeros(np.shape(grads))
    for i, grad in enumerate(grads):
        w = w - inertia
        inertia = alpha * inertia + learning_rate * np.asarray(grad)
        answer[i] = w
    return answer


# %% wrong: the rate is used twice (in h and in the move), and the start is put before the rows
def momentum(w0, grads, learning_rate, alpha):
    path = [np.array(w0)]
    h = np.zeros(len(w0))
    for g in grads:
        h = alpha * h + learning_rate * np.array(g)
        path.append(path[-1] - learning_rate * h)
    return np.vstack(path)


# %% wrong: no memory at all, plain descent with the effective step eta / (1 - alpha)
def momentum(w0, grads, learning_rate, alpha):
    big_step = learning_rate / (1 - alpha)
    return w0 - big_step * np.cumsum(grads, axis=0)


# %% wrong: Adam's habit, h is the average and the rate comes with the move
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros_like(w)
    out = []
    for g in np.array(grads):
        h = alpha * h + (1 - alpha) * g
        w = w - learning_rate * h
        out.append(w)
    return np.array(out)


# %% wrong: the rate multiplies the old inertia too
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros(len(w))
    out = []
    for g in grads:
        h = learning_rate * (alpha * h + np.array(g))
        w = w - h
        out.append(w)
    return np.array(out)


# %% wrong: h is started anew in every turn
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    out = []
    for g in grads:
        h = np.zeros(len(w))
        h = alpha * h + learning_rate * np.array(g)
        w = w - h
        out.append(w.copy())
    return np.array(out)
# %% wrong: step uses the old h
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros_like(w)
    out = []
    for g in np.asarray(grads, dtype=float):
        w = w - h
        h = alpha * h + learning_rate * g
        out.append(w)
    return np.array(out)
# %% wrong: averages with one minus alpha
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros(w.shape)
    out = []
    for g in grads:
        h = alpha * h + (1 - alpha) * learning_rate * np.asarray(g)
        w = w - h
        out.append(w)
    return np.array(out)
# %% wrong: all rows the same array
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros(len(w))
    path = []
    for g in grads:
        h = alpha * h + learning_rate * np.array(g)
        w -= h
        path.append(w)
    return np.array(path)
# %% wrong: start in the answer and plus sign (two mistakes)
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = 0 * w
    out = [w]
    for g in grads:
        h = alpha * h + learning_rate * np.array(g)
        w = w + h
        out.append(w)
    return np.array(out)


# %% wrong: start included and h not multiplied by alpha
def momentum(w0, grads, learning_rate, alpha):
    path = [np.array(w0, dtype=float)]
    h = 0
    for g in np.array(grads):
        h = h + learning_rate * g
        path.append(path[-1] - h)
    return np.array(path)


# %% right: with accumulate, and a list of lists
def momentum(w0, grads, learning_rate, alpha):
    w = [float(a) for a in w0]
    h = [0.0] * len(w)
    rows = []
    for g in grads:
        for j in range(len(w)):
            h[j] = alpha * h[j] + learning_rate * g[j]
            w[j] = w[j] - h[j]
        rows.append(list(w))
    return np.array(rows).reshape(len(rows), len(w))


# %% wrong: one minus alpha, as an average
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros_like(w)
    out = []
    for g in np.asarray(grads):
        h = alpha * h + (1 - alpha) * learning_rate * g
        w = w - h
        out.append(w)
    return np.array(out)


# %% wrong: old h is used for the step
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros(len(w))
    out = []
    for g in np.asarray(grads):
        w = w - h
        h = alpha * h + learning_rate * g
        out.append(w)
    return np.array(out)


# %% wrong: adds h and learning rate twice (two)
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = 0
    out = []
    for g in np.asarray(grads, dtype=float):
        h = alpha * h + learning_rate * g
        w = w + learning_rate * h
        out.append(w)
    return np.array(out)


# %% right: double cumulative sum by matrices
def momentum(w0, grads, learning_rate, alpha):
    G = np.asarray(grads, dtype=float)
    k = len(G)
    lag = np.subtract.outer(np.arange(k), np.arange(k))
    A = np.where(lag >= 0, float(alpha) ** np.maximum(lag, 0), 0.0)
    H = learning_rate * A @ G
    return np.asarray(w0, dtype=float) - np.cumsum(H, axis=0)


# %% wrong: h plus in place of minus for w and the start in the answer (two)
def momentum(w0, grads, learning_rate, alpha):
    path = [np.array(w0, dtype=float)]
    h = 0
    for g in grads:
        h = alpha * h - learning_rate * np.array(g)
        path.append(path[-1] - h)
    return np.array(path)


# %% wrong: the step always starts from w0
def momentum(w0, grads, learning_rate, alpha):
    h = np.zeros(len(w0))
    path = []
    for g in grads:
        h = alpha * h + learning_rate * np.array(g)
        path.append(w0 - h)
    return np.array(path)


# %% right: powers of alpha in a triangle, then a cumulative sum
def momentum(w0, grads, learning_rate, alpha):
    g = np.asarray(grads, dtype=float)
    steps = len(g)
    k = np.arange(steps)
    age = k[:, None] - k[None, :]
    fading = np.where(age >= 0, float(alpha) ** np.maximum(age, 0), 0.0)
    return np.asarray(w0, dtype=float) - learning_rate * np.cumsum(fading @ g, axis=0)


# %% wrong: the table takes the whole numbers of w0
def momentum(w0, grads, learning_rate, alpha):
    grads = np.array(grads)
    steps = len(grads)
    answer = np.array([w0] * steps)
    w = w0
    h = 0
    for i in range(steps):
        h = alpha * h + learning_rate * grads[i]
        w = w - h
        answer[i] = w
    return answer


# %% wrong: inertia forgotten in every step anew, only the last weights (two mistakes)
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    for g in grads:
        h = 0
        h = alpha * h + learning_rate * np.array(g)
        w = w - h
    return w


# %% right: lfilter-like weights matrix
def momentum(w0, grads, learning_rate, alpha):
    g = np.array(grads, dtype=float)
    T = len(g)
    k = np.arange(T)
    powers = np.where(k[:, None] >= k[None, :], float(alpha) ** np.maximum(k[:, None] - k[None, :], 0), 0.0)
    h = learning_rate * powers @ g
    return np.asarray(w0, float) - np.cumsum(h, axis=0)


# %% wrong: moves with the old inertia before updating it
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros(len(w))
    steps = []
    for g in grads:
        w = w - h
        h = alpha * h + learning_rate * np.asarray(g)
        steps.append(w)
    return np.array(steps)


# %% wrong: Nesterov-like: subtracts alpha*h + eta g with the new h, and sign of inertia minus
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    h = np.zeros(len(w))
    res = []
    for g in grads:
        g = np.asarray(g, float)
        h = alpha * h - learning_rate * g
        w = w - (alpha * h + learning_rate * g)
        res.append(w)
    return np.array(res)


# %% right: scan with itertools accumulate
def momentum(w0, grads, learning_rate, alpha):
    from itertools import accumulate
    def tick(state, g):
        w, h = state
        h = alpha * h + learning_rate * np.asarray(g, dtype=float)
        return w - h, h
    start = (np.array(w0, dtype=float), 0.0)
    states = list(accumulate(grads, tick, initial=start))
    return np.array([w for w, _ in states[1:]])


# %% wrong: learning rate applied twice, and h starts at the first gradient
def momentum(w0, grads, learning_rate, alpha):
    grads = np.array(grads, dtype=float)
    w = np.array(w0, dtype=float)
    h = grads[0]
    path = []
    for g in grads:
        h = alpha * h + learning_rate * g
        w = w - learning_rate * h
        path.append(w.copy())
    return np.array(path)


# %% wrong: h keeps no memory beyond the last step: alpha times the last plain step eta*g instead of the whole old h
def momentum(w0, grads, learning_rate, alpha):
    w = np.array(w0, dtype=float)
    prev = np.zeros(len(w))
    out = []
    for g in np.array(grads, dtype=float):
        step = learning_rate * g
        w = w - step - alpha * prev
        prev = step
        out.append(w.copy())
    return np.array(out)
