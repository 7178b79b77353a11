# %% right: one-hot from np.eye, logaddexp for the loss, gradient from the log-probabilities
def cross_entropy(z, y):
    m, K = z.shape
    one_hot = np.eye(K)[y]
    log_p = z - np.logaddexp.reduce(z, axis=1)[:, None]
    loss = -np.sum(np.where(one_hot == 1, log_p, 0.0)) / m
    return loss, (np.exp(log_p) - one_hot) / m


# %% right: one object after another in plain Python
def cross_entropy(z, y):
    m = len(y)
    loss, gradient = 0.0, []
    for scores, k in zip(z.tolist(), y.tolist()):
        top = max(scores)
        total = math.fsum(math.exp(s - top) for s in scores)
        loss += (top - scores[k]) + math.log(total)
        row = [math.exp(s - top) / total / m for s in scores]
        row[k] -= 1 / m
        gradient.append(row)
    return loss / m, np.array(gradient)


# %% wrong: the gradient is not divided by m
def cross_entropy(z, y):
    M = z.max(axis=1, keepdims=True)
    e = np.exp(z - M)
    s = e.sum(axis=1, keepdims=True)
    rows = np.arange(len(y))
    loss = np.mean((M + np.log(s)).ravel() - z[rows, y])
    grad = e / s
    grad[rows, y] -= 1
    return loss, grad


# %% wrong: loss from the logarithm of the softmax, infinite when the truth gets 0 by rounding
def cross_entropy(z, y):
    def softmax(t):
        t = t - t.max(axis=1, keepdims=True)
        return np.exp(t) / np.exp(t).sum(axis=1, keepdims=True)

    m = z.shape[0]
    p = softmax(z)
    loss = -np.log(p[np.arange(m), y]).mean()
    p[np.arange(m), y] -= 1
    return loss, p / m


# %% wrong: p[:, y] -= 1 takes 1 from whole columns, not from one entry of each row
def cross_entropy(z, y):
    from scipy.special import logsumexp, softmax
    m = len(z)
    picked = np.array([z[i, y[i]] for i in range(m)])
    loss = float(np.mean(logsumexp(z, axis=1) - picked))
    grad = softmax(z, axis=1)
    grad[:, y] -= 1
    return loss, grad / m


# %% wrong: works in place on z, the caller's scores are spoilt
def cross_entropy(z, y):
    m = len(y)
    r = range(m)
    z -= np.max(z, axis=1, keepdims=True)
    lse = np.log(np.sum(np.exp(z), axis=1))
    loss = np.sum(lse - z[r, y]) / m
    gradient = np.exp(z - lse[:, None])
    gradient[r, y] -= 1
    gradient /= m
    return loss, gradient


# %% wrong: one-hot minus softmax (sign turned), and the loss is the sum over the objects
def cross_entropy(z, y):
    n_objects, n_classes = z.shape
    shifted = z - z.max(axis=1)[:, np.newaxis]
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1))[:, np.newaxis]
    target = np.zeros((n_objects, n_classes))
    for i, label in enumerate(y):
        target[i, label] = 1.0
    loss = -sum(log_probs[i, y[i]] for i in range(n_objects))
    return loss, (target - np.exp(log_probs)) / n_objects


# %% wrong: the classes are counted from 1, and the pair is returned as (gradient, loss)
def cross_entropy(z, y):
    top = z.max(axis=1, keepdims=True)
    ez = np.exp(z - top)
    total = ez.sum(axis=1, keepdims=True)
    index = (np.arange(len(y)), y - 1)
    loss = np.mean(np.log(total[:, 0]) + top[:, 0] - z[index])
    grad = ez / total
    grad[index] -= 1.0
    return grad / len(y), loss


# %% wrong: a sigmoid and a two-class log-loss for every class apart, summed, instead of softmax
def cross_entropy(z, y):
    m, K = z.shape
    t = np.zeros((m, K))
    t[np.arange(m), y] = 1
    losses = np.maximum(z, 0) - t * z + np.log1p(np.exp(-np.abs(z)))
    p = 0.5 * (1 + np.tanh(z / 2))
    return losses.sum(axis=1).mean(), (p - t) / m


# %% wrong: the gradient is only softmax, one-hot is not subtracted
def cross_entropy(z, y):
    m = len(z)
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(m), y].mean()
    return loss, np.exp(logp) / m


# %% wrong: the loss is a sum over the objects, the gradient is right
def cross_entropy(z, y):
    m = len(z)
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(m), y].sum()
    g = np.exp(logp)
    g[np.arange(m), y] -= 1
    return loss, g / m


# %% wrong: the loss is the mean over all entries of the table
def cross_entropy(z, y):
    m, K = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    onehot = np.eye(K)[y]
    loss = -np.mean(onehot * logp)
    return loss, (np.exp(logp) - onehot) / (m * K)
# %% wrong: gradient not divided by m
def cross_entropy(z, y):
    s = z - z.max(axis=1, keepdims=True)
    lse = np.log(np.exp(s).sum(axis=1))
    m = len(y)
    loss = np.mean(lse - s[np.arange(m), y])
    g = np.exp(s - lse[:, None])
    g[np.arange(m), y] -= 1
    return loss, g
# %% wrong: labels counted from one
def cross_entropy(z, y):
    s = z - z.max(axis=1, keepdims=True)
    lse = np.log(np.exp(s).sum(axis=1))
    m = len(y)
    loss = np.mean(lse - s[np.arange(m), y - 1])
    g = np.exp(s - lse[:, None])
    g[np.arange(m), y - 1] -= 1
    return loss, g / m
# %% wrong: log of the softmax with a tiny number added
def cross_entropy(z, y):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    m, K = z.shape
    onehot = np.eye(K)[y]
    loss = -np.mean(np.sum(onehot * np.log(p + 1e-12), axis=1))
    return loss, (p - onehot) / m
# %% wrong: returns gradient first, and one-hot minus softmax (two mistakes)
def cross_entropy(z, y):
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    m, K = z.shape
    onehot = np.eye(K)[y]
    return (onehot - np.exp(logp)) / m, -np.mean(logp[np.arange(m), y])


# %% wrong: loss sum and g[:, y]
def cross_entropy(z, y):
    m = len(y)
    s = z - z.max(axis=1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    loss = -np.sum(logp[np.arange(m), y])
    g = p.copy()
    g[:, y] -= 1
    return loss, g / m


# %% wrong: clip of p makes the loss inexact
def cross_entropy(z, y):
    m = len(y)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(np.clip(p[np.arange(m), y], 1e-12, 1)))
    g = p.copy()
    g[np.arange(m), y] -= 1
    return loss, g / m


# %% right: rows in a Python loop
def cross_entropy(z, y):
    loss, rows = 0.0, []
    for row, k in zip(np.asarray(z, float), y):
        top = max(row)
        e = [math.exp(v - top) for v in row]
        s = math.fsum(e)
        loss += top + math.log(s) - row[k]
        rows.append([v / s - (j == k) for j, v in enumerate(e)])
    return loss / len(y), np.array(rows) / len(y)


# %% wrong: log of p, and classes from one (two)
def cross_entropy(z, y):
    m = len(y)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(m), y - 1]))
    p[np.arange(m), y - 1] -= 1
    return loss, p / m


# %% wrong: loss with log(p + 1e-12): not exact near -1000
def cross_entropy(z, y):
    m = len(y)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(m), y] + 1e-12))
    g = p.copy()
    g[np.arange(m), y] -= 1
    return loss, g / m


# %% wrong: mean over all entries: divided by m*K
def cross_entropy(z, y):
    m, K = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    onehot = np.eye(K)[y]
    return -np.mean(onehot * logp), (np.exp(logp) - onehot) / m


# %% wrong: sum of losses and y counted from 1 (two)
def cross_entropy(z, y):
    m, K = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    onehot = np.eye(K)[y - 1]
    return -np.sum(onehot * logp), (np.exp(logp) - onehot) / m


# %% wrong: as many columns in the one-hot table as the largest label says
def cross_entropy(z, y):
    m = z.shape[0]
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    onehot = np.eye(y.max() + 1)[y]
    loss = -np.sum(onehot * log_p) / m
    return loss, (np.exp(log_p) - onehot) / m


# %% wrong: the gradient is made in the array of p before the loss is taken
def cross_entropy(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    g = p
    g[rows, y] -= 1
    loss = -np.mean(np.log(np.abs(p[rows, y])))
    return loss, g / len(y)


# %% wrong: gradient divided by all entries
def cross_entropy(z, y):
    m, K = z.shape
    lse = np.logaddexp.reduce(z, axis=1)
    loss = (lse - z[range(m), y]).mean()
    grad = np.exp(z - lse[:, None])
    grad[range(m), y] -= 1
    return loss, grad / z.size


# %% wrong: one-hot minus softmax, and the sum of the losses
def cross_entropy(z, y):
    m, K = z.shape
    Y = np.eye(K)[y]
    M = z.max(axis=1, keepdims=True)
    logZ = M + np.log(np.exp(z - M).sum(axis=1, keepdims=True))
    P = np.exp(z - logZ)
    return np.sum(logZ[:, 0] - (Y * z).sum(axis=1)), (Y - P) / m


# %% wrong: subtracts 1 in whole columns
def cross_entropy(z, y):
    m = z.shape[0]
    z = z - z.max(axis=1, keepdims=True)
    e = np.exp(z)
    p = e / e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(e.sum(axis=1)) - z[np.arange(m), y])
    g = p.copy()
    g[:, y] -= 1
    return loss, g / m


# %% wrong: the logarithm of a clipped probability
def cross_entropy(z, y):
    m = len(y)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(p[np.arange(m), y] + 1e-15))
    grad = p.copy()
    grad[np.arange(m), y] -= 1
    return loss, grad / m


# %% wrong: counted from 1, truth minus prediction (two mistakes)
def cross_entropy(z, y):
    m = len(z)
    top = z.max(axis=1, keepdims=True)
    e = np.exp(z - top)
    p = e / e.sum(axis=1, keepdims=True)
    hot = np.zeros(z.shape)
    hot[np.arange(m), y - 1] = 1
    lse = top[:, 0] + np.log(e.sum(axis=1))
    loss = np.mean(lse - z[np.arange(m), y - 1])
    return loss, (hot - p) / m


# %% wrong: gradient not divided by m
def cross_entropy(z, y):
    m = len(y)
    s = z - z.max(axis=1, keepdims=True)
    e = np.exp(s)
    p = e / e.sum(axis=1, keepdims=True)
    loss = np.mean(np.log(e.sum(axis=1)) - s[np.arange(m), y])
    g = p.copy()
    g[np.arange(m), y] -= 1
    return loss, g


# %% wrong: sum of losses and gradient only right class
def cross_entropy(z, y):
    m = len(z)
    M = z.max(axis=1, keepdims=True)
    lse = M[:, 0] + np.log(np.exp(z - M).sum(axis=1))
    loss = np.sum(lse - z[np.arange(m), y])
    p = np.exp(z - lse[:, None])
    g = np.zeros_like(z)
    g[np.arange(m), y] = p[np.arange(m), y] - 1
    return loss, g / m


# %% wrong: gradient for the columns 1..K: labels counted from 1
def cross_entropy(z, y):
    m, K = z.shape
    y = y - 1
    M = z.max(axis=1, keepdims=True)
    e = np.exp(z - M)
    S = e.sum(axis=1, keepdims=True)
    losses = np.log(S[:, 0]) + M[:, 0] - z[np.arange(m), y]
    g = e / S
    for i in range(m):
        g[i, y[i]] -= 1
    return losses.mean(), g / m
