# %% right: itertools.accumulate for the averages, eps beside the root
from itertools import accumulate


def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    g = np.asarray(grads, dtype=float)
    fresh = (1 - alpha) * g**2
    G = np.array(list(accumulate(fresh, lambda old, new: alpha * old + new)))
    return w0 - learning_rate * np.cumsum(g / (np.sqrt(G) + eps), axis=0)


# %% right: a little class that holds the state, called once a step
class _Rms:
    def __init__(self, w, rate, alpha, eps):
        self.w, self.rate, self.alpha, self.eps = np.array(w, dtype=float), rate, alpha, eps
        self.mean_square = np.zeros_like(self.w)

    def __call__(self, g):
        g = np.asarray(g, dtype=float)
        self.mean_square += (1 - self.alpha) * (g * g - self.mean_square)
        self.w = self.w - self.rate * g / np.sqrt(self.mean_square + self.eps)
        return self.w


def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    walker = _Rms(w0, learning_rate, alpha, eps)
    return np.array([walker(g) for g in grads])


# %% wrong: the two weights are swapped, the old average gets 1 - alpha
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(w.shape)
    out = []
    for g in np.array(grads, dtype=float):
        G = (1 - alpha) * G + alpha * g**2
        w = w - learning_rate / np.sqrt(G + eps) * g
        out.append(w)
    return np.array(out)


# %% wrong: corrects the first steps as Adam does, dividing G by 1 - alpha^t
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    G = np.zeros(len(w0))
    w = w0.copy()
    path = np.empty((len(grads), len(w0)))
    for t in range(1, len(grads) + 1):
        g = np.array(grads[t - 1])
        G = alpha * G + (1 - alpha) * g * g
        G_hat = G / (1 - alpha**t)
        w = w - learning_rate * g / np.sqrt(G_hat + eps)
        path[t - 1] = w
    return path


# %% wrong: 1 - alpha is missing, G is a fading sum as in momentum
def rmsprop(w0, grads, lr, alpha=0.9, eps=1e-8):
    weights = [float(v) for v in w0]
    memory = [0.0] * len(weights)
    rows = []
    for grad in grads:
        for j, gj in enumerate(grad):
            memory[j] = alpha * memory[j] + gj**2
            weights[j] -= lr * gj / math.sqrt(memory[j] + eps)
        rows.append(weights[:])
    return np.array(rows)


# %% wrong: averages the gradients instead of their squares, as the slide says, then takes |G|
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    decayed = np.zeros(np.shape(w0))
    w = np.asarray(w0, dtype=float)
    ws = []
    for gradient in grads:
        gradient = np.asarray(gradient)
        decayed = alpha * decayed + (1 - alpha) * gradient
        w = w - learning_rate * gradient / np.sqrt(decayed**2 + eps)
        ws.append(w)
    return np.array(ws)


# %% wrong: 0.9 is written into the formula, so alpha is ignored; and it walks uphill (plus)
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w, G, path = np.array(w0, dtype=float), 0, []
    for g in grads:
        g = np.array(g, dtype=float)
        G = 0.9 * G + 0.1 * g**2
        w = w + learning_rate * g / np.sqrt(G + eps)
        path.append(w)
    return np.array(path)


# %% wrong: return stands inside the loop, only the first step comes back
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    G = np.zeros_like(w0)
    w = w0
    path = []
    for g in np.asarray(grads):
        G = alpha * G + (1 - alpha) * np.square(g)
        w = w - learning_rate * g / np.sqrt(G + eps)
        path.append(w)
        return np.array(path)


# %% wrong: the root is forgotten
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    out = []
    for g in np.array(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / (G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: the weights move before G is updated
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    out = []
    for g in np.array(grads, dtype=float):
        w = w - learning_rate * g / np.sqrt(G + eps)
        G = alpha * G + (1 - alpha) * g**2
        out.append(w)
    return np.array(out)


# %% wrong: the start is in the answer
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    out = [w]
    for g in np.array(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g**2
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: each step starts from w0
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w0 = np.array(w0, dtype=float)
    G = np.zeros(len(w0))
    out = []
    for g in np.array(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g**2
        w = w0 - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)
# %% wrong: decays exchanged
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    out = []
    for g in np.array(grads, dtype=float):
        G = (1 - alpha) * G + alpha * g ** 2
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)
# %% wrong: G starts with the first square
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    grads = np.array(grads, dtype=float)
    w = np.array(w0, dtype=float)
    G = grads[0] ** 2
    out = np.zeros(grads.shape)
    for k, g in enumerate(grads):
        G = alpha * G + (1 - alpha) * g ** 2
        w = w - learning_rate * g / (np.sqrt(G) + eps)
        out[k] = w
    return out
# %% wrong: bias corrected
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        G = alpha * G + (1 - alpha) * g ** 2
        w = w - learning_rate * g / (np.sqrt(G / (1 - alpha ** t)) + eps)
        out.append(w)
    return np.array(out)
# %% wrong: the gradient is not squared, and no root (two mistakes)
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    out = []
    for g in np.array(grads, dtype=float):
        G = alpha * G + (1 - alpha) * np.abs(g)
        w = w - learning_rate * g / (G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: averages g (not squared) and starts G at 1
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.ones(len(w))
    out = []
    for g in np.array(grads, dtype=float):
        G = alpha * G + (1 - alpha) * np.abs(g)
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: alpha and its rest exchanged
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    res = []
    for g in np.asarray(grads, dtype=float):
        G = (1 - alpha) * G + alpha * g ** 2
        w = w - learning_rate * g / np.sqrt(G + eps)
        res.append(w.copy())
    return np.array(res)


# %% wrong: average of g, not of its square
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    res = []
    for g in np.asarray(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g
        w = w - learning_rate * g / np.sqrt(G ** 2 + eps)
        res.append(w)
    return np.array(res)


# %% wrong: no (1 - alpha), start first (two)
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    res = [w]
    for g in np.asarray(grads, dtype=float):
        G = alpha * G + g ** 2
        w = w - learning_rate * g / np.sqrt(G + eps)
        res.append(w)
    return np.array(res)


# %% wrong: G += written: alpha * G added once more
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float); G = np.zeros_like(w); out = []
    for g in np.asarray(grads, dtype=float):
        G += alpha * G + (1 - alpha) * g ** 2
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: the root is kept as G for the next step
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    out = []
    for g in np.array(grads, dtype=float):
        G = np.sqrt(alpha * G + (1 - alpha) * g ** 2)
        w = w - learning_rate * g / (G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: average of the absolute gradients instead of the squares
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.asarray(w0, dtype=float)
    G = np.zeros(len(w))
    path = []
    for g in grads:
        g = np.asarray(g, dtype=float)
        G = alpha * G + (1 - alpha) * np.abs(g)
        w = w - learning_rate * g / (G + eps)
        path.append(w)
    return np.array(path)


# %% wrong: G starts at 1
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, float)
    G = np.ones(w.shape)
    W = np.zeros((len(grads), len(w)))
    for k in range(len(grads)):
        g = np.array(grads[k], float)
        G = alpha * G + (1 - alpha) * g * g
        w = w - learning_rate / np.sqrt(G + eps) * g
        W[k] = w
    return W


# %% wrong: alpha and 1 - alpha exchanged, moves before the update of G
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    out = []
    for g in np.array(grads, dtype=float):
        w = w - learning_rate * g / np.sqrt(G + eps)
        G = (1 - alpha) * G + alpha * g ** 2
        out.append(w)
    return np.array(out)


# %% right: scalars, weight by weight
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    columns = []
    for j, start in enumerate(w0):
        w, G, column = float(start), 0.0, []
        for row in grads:
            G = alpha * G + (1 - alpha) * row[j] ** 2
            w -= learning_rate * row[j] / math.sqrt(G + eps)
            column.append(w)
        columns.append(column)
    return np.array(columns).T


# %% wrong: corrects the first steps like Adam
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    res = []
    for t, g in enumerate(np.array(grads, dtype=float), start=1):
        G = alpha * G + (1 - alpha) * g ** 2
        G_hat = G / (1 - alpha ** t)
        w = w - learning_rate * g / (np.sqrt(G_hat) + eps)
        res.append(w)
    return np.array(res)


# %% wrong: climbs, and the gradient instead of its square (two mistakes)
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    out = []
    for g in np.array(grads, dtype=float):
        G = alpha * G + (1 - alpha) * np.abs(g)
        w = w + learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: G starts with the first square
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    grads = np.asarray(grads, float)
    w = np.array(w0, float)
    G = grads[0] ** 2
    out = []
    for g in grads:
        G = alpha * G + (1 - alpha) * g ** 2
        w = w - learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% right: loop over weights
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    g = np.asarray(grads, dtype=float)
    out = np.empty_like(g)
    for j in range(g.shape[1]):
        w, G = float(w0[j]), 0.0
        for t in range(g.shape[0]):
            G += (1 - alpha) * (g[t, j] ** 2 - G)
            w -= learning_rate * g[t, j] / math.sqrt(G + eps)
            out[t, j] = w
    return out


# %% wrong: two mistakes: alpha and 1 - alpha are exchanged, and the step is added
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    out = []
    for g in np.array(grads, dtype=float):
        G = (1 - alpha) * G + alpha * g ** 2
        w = w + learning_rate * g / np.sqrt(G + eps)
        out.append(w)
    return np.array(out)


# %% wrong: no square root, and the weights of the average swapped
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    S = np.zeros(w.shape)
    history = []
    for dw in np.array(grads, dtype=float):
        S = (1 - alpha) * S + alpha * dw ** 2
        w = w - learning_rate * dw / (S + eps)
        history.append(w)
    return np.array(history)


# %% wrong: no eps at all (0/0 for zero gradients), and only the last weights are returned
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w0))
    for g in grads:
        g = np.array(g)
        G = alpha * G + (1 - alpha) * g * g
        w = w - learning_rate * g / np.sqrt(G)
    return w


# %% wrong: two mistakes: alpha is fixed at 0.9 instead of the argument, and G starts with the first squared gradient
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    g = np.array(grads, dtype=float)
    w = np.array(w0, dtype=float)
    G = g[0] ** 2
    out = np.empty_like(g)
    for k in range(len(g)):
        G = 0.9 * G + 0.1 * g[k] ** 2
        w = w - learning_rate * g[k] / np.sqrt(G + eps)
        out[k] = w
    return out


# %% wrong: alpha is hard-coded as 0.9, the argument is ignored
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    cache = np.zeros(w.shape)
    out = []
    for dx in np.asarray(grads, dtype=float):
        cache = 0.9 * cache + 0.1 * dx**2
        w = w - learning_rate * dx / (np.sqrt(cache) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: the gradient is averaged without a square, and its absolute value divides without a root
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros_like(w)
    path = []
    for g in np.asarray(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g
        w = w - learning_rate * g / (np.abs(G) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: the root is missing in the division, and the step goes with the gradient instead of against it
def rmsprop(w0, grads, learning_rate, alpha=0.9, eps=1e-8):
    w = np.array(w0, dtype=float)
    G = np.zeros(len(w))
    out = []
    for g in np.array(grads, dtype=float):
        G = alpha * G + (1 - alpha) * g ** 2
        w = w + learning_rate * g / (G + eps)
        out.append(w)
    return np.array(out)
