# %% right: two cumulative sums, no loop, eps beside the root
def adagrad(w0, grads, learning_rate, eps=1e-8):
    g = np.array(grads, dtype=float)
    root = np.sqrt(np.cumsum(g * g, axis=0))
    return w0 - np.cumsum(learning_rate * g / (root + eps), axis=0)


# %% right: one weight after the other, the outer loop is over the weights, math.sqrt
def adagrad(w0, grads, learning_rate, eps=1e-8):
    columns = []
    for j, start in enumerate(w0):
        squares, w, column = 0.0, float(start), []
        for row in grads:
            slope = float(row[j])
            squares += slope ** 2
            w -= learning_rate * slope / math.sqrt(squares + eps)
            column.append(w)
        columns.append(column)
    return np.array(columns).T


# %% wrong: one G for all weights, the squared length of the gradient is added up
def adagrad(w0, grads, learning_rate, eps=1e-8):
    G = 0.0
    w = np.array(w0, dtype=float)
    path = []
    for g in grads:
        g = np.asarray(g)
        G += np.sum(g ** 2)
        w = w - learning_rate * g / np.sqrt(G + eps)
        path.append(w.copy())
    return np.array(path)


# %% wrong: forgets the root, divides by G itself
def adagrad(w0, grads, learning_rate, eps=1e-8):
    acc = np.zeros(len(w0))
    w = np.array(w0)
    res = []
    for grad in np.array(grads):
        acc = acc + grad**2
        w = w - learning_rate / (acc + eps) * grad
        res.append(w)
    return np.stack(res)


# %% wrong: moves before G has seen the gradient, so the first step is divided by sqrt(eps)
def adagrad(w0, grads, learning_rate, eps=1e-8):
    grads = np.asarray(grads, dtype=float)
    path = np.zeros(grads.shape)
    current = w0.copy()
    G = np.zeros_like(current)
    for k in range(len(grads)):
        current = current - learning_rate * grads[k] / np.sqrt(G + eps)
        G = G + grads[k] ** 2
        path[k] = current
    return path


# %% wrong: believes the slide's heading and adds up squared updates, with the rate inside
def adagrad(w0, grads, learning_rate, eps=1e-8):
    sum_of_squared_updates = np.zeros(len(w0))
    weights = np.array(w0, dtype=float)
    all_weights = []
    for gradient in grads:
        update = learning_rate * np.array(gradient)
        sum_of_squared_updates += update ** 2
        weights = weights - update / np.sqrt(sum_of_squared_updates + eps)
        all_weights.append(weights)
    return np.array(all_weights)


# %% wrong: no guard against 0 / 0, and works in place on w0, which the caller gets back changed
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = w0
    G = np.zeros(w.shape)
    path = []
    for g in grads:
        g = np.array(g, dtype=float)
        G += g * g
        w -= learning_rate * g / np.sqrt(G)
        path.append(w.copy())
    return np.array(path)


# %% wrong: adds the squares along the wrong axis, over the weights instead of over the steps
def adagrad(w0, grads, learning_rate, eps=1e-8):
    grads = np.array(grads, dtype=float)
    G = np.cumsum(grads**2, axis=1)
    moves = learning_rate * grads / np.sqrt(G + eps)
    return w0 - np.cumsum(moves, axis=0)


# %% wrong: G is overwritten by the last square instead of added up
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    out = []
    for g in np.array(grads, dtype=float):
        G = g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: the gradient itself is added up, not its square
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    out = []
    for g in np.array(grads, dtype=float):
        G = G + np.abs(g)
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: the last weights only
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    for g in np.array(grads, dtype=float):
        G = G + g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
    return w
# %% wrong: moves before adding the square
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    out = []
    for g in np.array(grads, dtype=float):
        w = w - learning_rate * g / np.sqrt(G + eps)
        G = G + g ** 2
        out.append(w)
    return np.array(out)
# %% wrong: no root
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    out = []
    for g in np.array(grads, dtype=float):
        G += g ** 2
        w = w - learning_rate * g / (G + eps)
        out.append(w)
    return np.array(out)
# %% wrong: one G for all weights and the start in the answer (two mistakes)
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = 0.0
    out = [w]
    for g in np.array(grads, dtype=float):
        G += np.sum(g ** 2)
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)
# %% right: by cumulated sums
def adagrad(w0, grads, learning_rate, eps=1e-8):
    g = np.asarray(grads, dtype=float)
    steps = learning_rate * g / np.sqrt(np.cumsum(g * g, axis=0) + eps)
    return np.asarray(w0) - np.cumsum(steps, axis=0)


# %% wrong: abs accumulated and update after the move
def adagrad(w0, grads, learning_rate, eps=1e-8):
    grads = np.asarray(grads, dtype=float)
    w = np.asarray(w0, dtype=float)
    G = np.zeros(w.size)
    rows = []
    for g in grads:
        w = w - learning_rate * g / (np.sqrt(G) + eps)
        G = G + abs(g)
        rows.append(w)
    return np.vstack(rows)


# %% wrong: same array appended
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    path = []
    for g in np.asarray(grads, dtype=float):
        G += g * g
        w -= learning_rate * g / np.sqrt(G + eps)
        path.append(w)
    return np.array(path)


# %% wrong: G added after the step, eps fixed (two)
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    path = []
    for g in np.asarray(grads, dtype=float):
        w = w - learning_rate * g / np.sqrt(G + 1e-3)
        G = G + g ** 2
        path.append(w)
    return np.array(path)


# %% wrong: gradients added, squared afterwards
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float); G = np.zeros_like(w); out = []
    for g in np.asarray(grads, dtype=float):
        G = G + g
        w = w - learning_rate * g / np.sqrt(G ** 2 + eps)
        out.append(w)
    return np.array(out)


# %% wrong: integer G: np.zeros_like(w0) where w0 is whole numbers, and +=
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0)
    out = []
    G = np.zeros(len(w))
    for k, g in enumerate(np.asarray(grads, dtype=float)):
        G += g ** 2
        w = (w - learning_rate * g / np.sqrt(G + eps)).astype(w.dtype)
        out.append(w)
    return np.array(out)


# %% wrong: G averaged over steps, moves first step without it (two)
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float); G = np.zeros_like(w); out = []
    for k, g in enumerate(np.asarray(grads, dtype=float), 1):
        w = w - learning_rate * g / np.sqrt(G / k + eps)
        G = G + g * g
        out.append(w)
    return np.array(out)


# %% wrong: the square around the whole sum: G = (G + g)^2
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.asarray(w0, dtype=float)
    G = np.zeros_like(w)
    path = []
    for g in grads:
        g = np.asarray(g, dtype=float)
        G = (G + g) ** 2
        w = w - learning_rate / np.sqrt(G + eps) * g
        path.append(w)
    return np.array(path)


# %% wrong: the learning rate itself is divided again at every step
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, float)
    G = np.zeros(len(w))
    lr = np.full(len(w), float(learning_rate))
    result = np.empty((len(grads), len(w)))
    for i, g in enumerate(np.array(grads, float)):
        G = G + g * g
        lr = lr / np.sqrt(G + eps)
        w = w - lr * g
        result[i] = w
    return result


# %% wrong: one G for all weights, and updated after the step
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = 0.0
    path = []
    for g in np.array(grads, dtype=float):
        w = w - learning_rate * g / np.sqrt(G + eps)
        G += np.sum(g ** 2)
        path.append(w)
    return np.array(path)


# %% wrong: eps of the call is not used
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = [float(v) for v in w0]
    G = [0.0] * len(w)
    path = []
    for row in grads:
        for j, g in enumerate(row):
            G[j] += g * g
            w[j] -= learning_rate * g / (G[j] + 1e-8) ** 0.5
        path.append(list(w))
    return np.array(path)


# %% wrong: absolute values instead of squares, start in the answer (two mistakes)
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = 0
    out = [w]
    for g in np.array(grads, dtype=float):
        G = G + np.abs(g)
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: moves first, then adds the square
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(w.size)
    out = []
    for g in grads:
        g = np.asarray(g, float)
        w = w - learning_rate * g / np.sqrt(G + eps)
        G = G + g ** 2
        out.append(w)
    return np.array(out)


# %% right: cumulative sums, no loop
def adagrad(w0, grads, learning_rate, eps=1e-8):
    g = np.array(grads, dtype=float)
    G = np.add.accumulate(g * g, axis=0)
    return np.subtract(w0, np.cumsum(learning_rate * g / (G ** 0.5 + eps), axis=0))


# %% wrong: two mistakes: the root is missing, and G is updated only after the step
def adagrad(w0, grads, learning_rate, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    rows = []
    for g in np.array(grads, dtype=float):
        w = w - learning_rate / (G + eps) * g
        G = G + g ** 2
        rows.append(w)
    return np.array(rows)
