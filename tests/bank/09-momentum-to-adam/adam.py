# %% right: corrected averages directly, as weighted means with the weights 1, beta, beta^2, ...
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    g = np.array(grads, dtype=float)
    w = np.array(w0, dtype=float)
    path = np.zeros(g.shape)
    for t in range(1, len(g) + 1):
        age = np.arange(t - 1, -1, -1)
        first = np.average(g[:t], axis=0, weights=float(beta1) ** age)
        second = np.average(g[:t] ** 2, axis=0, weights=float(beta2) ** age)
        w = w - learning_rate * first / (np.sqrt(second) + eps)
        path[t - 1] = w
    return path


# %% right: a generator with running powers of the decays, eps under the root
def _walk(w, grads, rate, beta1, beta2, eps):
    m, v = np.zeros_like(w), np.zeros_like(w)
    power1 = power2 = 1.0
    for g in grads:
        g = np.asarray(g, dtype=float)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        power1, power2 = power1 * beta1, power2 * beta2
        w = w - rate * (m / (1 - power1)) / np.sqrt(v / (1 - power2) + eps)
        yield w


def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    return np.array(list(_walk(np.array(w0, float), grads, learning_rate, beta1, beta2, eps)))


# %% wrong: no bias correction at all
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = w0.copy()
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    path = []
    for g in np.asarray(grads):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        w = w - learning_rate * m / (np.sqrt(v) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: m and v are overwritten by their corrected values and go on from there
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    grads = np.array(grads, dtype=float)
    steps, n = grads.shape
    trajectory = np.zeros((steps, n))
    m, v, w = np.zeros(n), np.zeros(n), np.array(w0, dtype=float)
    for t in range(1, steps + 1):
        gradient = grads[t - 1]
        m = beta1 * m + (1 - beta1) * gradient
        v = beta2 * v + (1 - beta2) * gradient**2
        m = m / (1 - beta1**t)
        v = v / (1 - beta2**t)
        w = w - learning_rate / (np.sqrt(v) + eps) * m
        trajectory[t - 1] = w
    return trajectory


# %% wrong: enumerate counts from 0, so the first correction divides 0 by 0 or by zero
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v = np.array(w0), np.zeros(len(w0)), np.zeros(len(w0))
    res = []
    for t, g in enumerate(np.array(grads)):
        m = beta1*m + (1-beta1)*g
        v = beta2*v + (1-beta2)*g*g
        mh = m/(1-beta1**t)
        vh = v/(1-beta2**t)
        w = w - learning_rate*mh/(np.sqrt(vh)+eps)
        res.append(w)
    return np.array(res)


# %% wrong: believes the captions: m decays squares (with beta1), v the gradients (with beta2)
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    m = v = np.zeros(len(w0))
    w = np.array(w0, dtype=float)
    out = []
    t = 0
    for g in grads:
        t += 1
        g = np.asarray(g, dtype=float)
        m = beta1 * m + (1 - beta1) * g**2      # decaying sum of the squares
        v = beta2 * v + (1 - beta2) * g         # decaying average of the gradients
        squares = m / (1 - beta1**t)
        mean = v / (1 - beta2**t)
        w = w - learning_rate * mean / (np.sqrt(squares) + eps)
        out.append(w)
    return np.stack(out)


# %% wrong: t stays 1 because it is never raised, every step is corrected like the first
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    t = 1
    first_moment, second_moment = 0, 0
    weights = np.asarray(w0, dtype=float)
    history = []
    for gradient in grads:
        gradient = np.asarray(gradient, dtype=float)
        first_moment = beta1 * first_moment + (1 - beta1) * gradient
        second_moment = beta2 * second_moment + (1 - beta2) * gradient * gradient
        m_hat = first_moment / (1 - beta1 ** t)
        v_hat = second_moment / (1 - beta2 ** t)
        weights = weights - learning_rate * m_hat / (np.sqrt(v_hat) + eps)
        history.append(weights)
    return np.array(history)


# %% wrong: corrects both by beta1 (copied line), and forgets the root over v
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    m = np.zeros(np.shape(w0))
    v = np.zeros(np.shape(w0))
    path = [np.array(w0, dtype=float)]
    for t, g in enumerate(np.asarray(grads, dtype=float), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta1**t)
        path.append(path[-1] - learning_rate * m_hat / (v_hat + eps))
    return np.array(path[1:])


# %% wrong: corrects only m and leaves v, and changes w0 in place
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = np.zeros(w0.shape), np.zeros(w0.shape)
    path = np.empty((len(grads), w0.size))
    for k, g in enumerate(grads):
        g = np.array(g)
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (g**2 - v)
        w0 -= learning_rate * m / (1 - beta1 ** (k + 1)) / (np.sqrt(v) + eps)
        path[k] = w0
    return path


# %% wrong: another idea, momentum and RMSprop run separately and their two moves are averaged
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    g = np.array(grads, dtype=float)
    heavy, scaled = np.zeros(len(w0)), np.zeros(len(w0))
    w = np.array(w0, dtype=float)
    path = []
    for row in g:
        heavy = beta1 * heavy + learning_rate * row
        scaled = beta2 * scaled + (1 - beta2) * row**2
        w = w - (heavy + learning_rate * row / np.sqrt(scaled + eps)) / 2
        path.append(w)
    return np.array(path)


# %% wrong: the gradient is squared in m too
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros(len(w))
    v = np.zeros(len(w))
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g**2
        v = beta2 * v + (1 - beta2) * g**2
        mh = m / (1 - beta1**t)
        vh = v / (1 - beta2**t)
        w = w - learning_rate * mh / (np.sqrt(vh) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: the correction multiplies instead of dividing
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros(len(w))
    v = np.zeros(len(w))
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        mh = m * (1 - beta1**t)
        vh = v * (1 - beta2**t)
        w = w - learning_rate * mh / (np.sqrt(vh) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: the move uses the gradient, m is computed for nothing
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros(len(w))
    v = np.zeros(len(w))
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        vh = v / (1 - beta2**t)
        w = w - learning_rate * g / (np.sqrt(vh) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: t starts at 1 and is raised before it is used
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = v = 0
    t = 1
    out = []
    for g in np.array(grads, dtype=float):
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        w = w - learning_rate * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: the root of v is corrected, not v
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = v = 0
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        w = w - learning_rate * (m / (1 - beta1**t)) / (np.sqrt(v) / (1 - beta2**t) + eps)
        out.append(w)
    return np.array(out)
# %% wrong: no bias correction for v
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        mh = m / (1 - beta1 ** t)
        w = w - learning_rate * mh / (np.sqrt(v) + eps)
        out.append(w)
    return np.array(out)
# %% wrong: corrected values are kept
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        m = m / (1 - beta1 ** t)
        v = v / (1 - beta2 ** t)
        w = w - learning_rate * m / (np.sqrt(v) + eps)
        out.append(w)
    return np.array(out)
# %% wrong: correction with the first power only
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    out = []
    for g in np.array(grads, dtype=float):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        w = w - learning_rate * (m / (1 - beta1)) / (np.sqrt(v / (1 - beta2)) + eps)
        out.append(w)
    return np.array(out)
# %% wrong: betas exchanged and no root (two mistakes)
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta2 * m + (1 - beta2) * g
        v = beta1 * v + (1 - beta1) * g ** 2
        mh, vh = m / (1 - beta2 ** t), v / (1 - beta1 ** t)
        w = w - learning_rate * mh / (vh + eps)
        out.append(w)
    return np.array(out)


# %% wrong: m averages squares
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = v = np.zeros(len(w))
    out = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g**2
        v = beta2 * v + (1 - beta2) * g**2
        w = w - learning_rate * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: betas swapped and g instead of m hat
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    v = np.zeros(len(w))
    out = []
    t = 0
    for g in np.array(grads, dtype=float):
        t += 1
        v = beta1 * v + (1 - beta1) * g**2
        w = w - learning_rate * g / (np.sqrt(v / (1 - beta1**t)) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: t starts at 2, minus lost in 1-beta1 (1+)
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    grads = np.array(grads, dtype=float)
    w = np.array(w0, dtype=float)
    m, v = 0 * w, 0 * w
    path = np.zeros(grads.shape)
    t = 1
    for i in range(len(grads)):
        t += 1
        m = beta1 * m + (1 - beta1) * grads[i]
        v = beta2 * v + (1 + beta2) * grads[i] ** 2
        w = w - learning_rate * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        path[i] = w
    return path


# %% right: class with state
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    class State:
        def __init__(self, w):
            self.w, self.m, self.v, self.p1, self.p2 = np.asarray(w, dtype=float), 0.0, 0.0, 1.0, 1.0
        def step(self, g):
            self.p1 *= beta1
            self.p2 *= beta2
            self.m = self.m + (1 - beta1) * (g - self.m)
            self.v = self.v + (1 - beta2) * (g * g - self.v)
            self.w = self.w - learning_rate * (self.m / (1 - self.p1)) / (np.sqrt(self.v / (1 - self.p2)) + eps)
            return self.w
    s = State(w0)
    return np.array([s.step(np.asarray(g, dtype=float)) for g in grads])


# %% wrong: t from zero
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    out = []
    for t, g in enumerate(np.asarray(grads, dtype=float)):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        mh = m / (1 - beta1 ** t)
        vh = v / (1 - beta2 ** t)
        w = w - learning_rate * mh / (np.sqrt(vh) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: corrected values kept
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    out = []
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        m = (beta1 * m + (1 - beta1) * g) / (1 - beta1 ** t)
        v = (beta2 * v + (1 - beta2) * g ** 2) / (1 - beta2 ** t)
        w = w - learning_rate * m / (np.sqrt(v) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: v without correction
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = v = np.zeros_like(w)
    out = []
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        w = w - learning_rate * m / (1 - beta1 ** t) / (np.sqrt(v) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: beta1 for both, no root (two)
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    out = []
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta1 * v + (1 - beta1) * g ** 2
        w = w - learning_rate * (m / (1 - beta1 ** t)) / (v / (1 - beta1 ** t) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: v from m squared
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float); m = np.zeros_like(w); v = np.zeros_like(w); out = []
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * m ** 2
        w = w - learning_rate * (m / (1 - beta1 ** t)) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
        out.append(w)
    return np.array(out)


# %% wrong: eps squared under the root, which is not the argument eps
class _Adam:
    def __init__(self, w, eta, b1, b2, eps):
        self.w, self.eta, self.b1, self.b2, self.eps = np.array(w, dtype=float), eta, b1, b2, eps
        self.m = self.v = 0.0
        self.f1 = self.f2 = 1.0

    def step(self, g):
        self.f1 *= self.b1
        self.f2 *= self.b2
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g * g
        self.w = self.w - self.eta * (self.m / (1 - self.f1)) / np.sqrt(self.v / (1 - self.f2) + self.eps ** 2)
        return self.w

def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    opt = _Adam(w0, learning_rate, beta1, beta2, eps)
    return np.array([opt.step(np.asarray(g, dtype=float)) for g in grads])


# %% wrong: no bias correction and no root (two)
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float); m = np.zeros_like(w); v = np.zeros_like(w); out = []
    for g in np.asarray(grads, dtype=float):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        w = w - learning_rate * m / (v + eps)
        out.append(w)
    return np.array(out)


# %% wrong: v averages the squares of m
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    path = []
    for t, g in enumerate(np.array(grads, dtype=float), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * m ** 2
        mh = m / (1 - beta1 ** t)
        vh = v / (1 - beta2 ** t)
        w = w - learning_rate * mh / (np.sqrt(vh) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: squared deviation from m in v
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.asarray(w0, dtype=float)
    m = v = 0
    ws = []
    for t, g in enumerate(np.asarray(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * (g - m) ** 2
        w = w - learning_rate * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        ws.append(w)
    return np.array(ws)


# %% wrong: the number of the step is the number of gradients from the first step on
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    grads = np.array(grads, dtype=float)
    m = np.zeros(w.shape)
    v = np.zeros(w.shape)
    t = len(grads)
    path = np.zeros(grads.shape)
    for k in range(len(grads)):
        g = grads[k]
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        w = w - learning_rate * (m / (1 - beta1 ** t)) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
        path[k] = w
    return path


# %% right: both corrections in one factor of the rate
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    first, second = np.zeros(len(w)), np.zeros(len(w))
    power1 = power2 = 1.0
    rows = []
    for g in grads:
        g = np.asarray(g, dtype=float)
        power1, power2 = power1 * beta1, power2 * beta2
        first += (1 - beta1) * (g - first)
        second += (1 - beta2) * (g * g - second)
        root = (1 - power2) ** 0.5
        w = w - learning_rate * root / (1 - power1) * first / (np.sqrt(second) + eps * root)
        rows.append(w)
    return np.array(rows)


# %% wrong: the root is missing, and m is multiplied by its factor
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    path = []
    for t, g in enumerate(np.array(grads, dtype=float), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        w = w - learning_rate * m * (1 - beta1 ** t) / (v / (1 - beta2 ** t) + eps)
        path.append(w)
    return np.array(path)


# %% right: running powers of beta
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros(w.shape), np.zeros(w.shape)
    left1 = left2 = 1.0
    path = []
    for g in grads:
        g = np.array(g, dtype=float)
        left1, left2 = left1 * beta1, left2 * beta2
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (g * g - v)
        w = w - learning_rate * (m / (1 - left1)) / (np.sqrt(v / (1 - left2)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: the corrected values are kept
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v, path = 0, 0, []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        m = m / (1 - beta1 ** t)
        v = v / (1 - beta2 ** t)
        w = w - learning_rate * m / (np.sqrt(v) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: both are corrected by beta1
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    ws = []
    t = 0
    for g in grads:
        t += 1
        g = np.array(g, dtype=float)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        fix = 1 - beta1 ** t
        w = w - learning_rate / (np.sqrt(v / fix) + eps) * (m / fix)
        ws.append(w)
    return np.array(ws)


# %% wrong: the gradient itself in the numerator, and v not corrected (two mistakes)
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros_like(w), np.zeros_like(w)
    res = []
    for t, g in enumerate(np.array(grads, dtype=float), 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        w = w - learning_rate * g / (np.sqrt(v) + eps)
        res.append(w)
    return np.array(res)


# %% right: class with state
class _Adam:
    def __init__(self, n, eta, b1, b2, eps):
        self.m, self.v, self.t = np.zeros(n), np.zeros(n), 0
        self.eta, self.b1, self.b2, self.eps = eta, b1, b2, eps

    def step(self, w, g):
        self.t += 1
        self.m += (1 - self.b1) * (g - self.m)
        self.v += (1 - self.b2) * (g * g - self.v)
        mhat = self.m / (1 - self.b1 ** self.t)
        vhat = self.v / (1 - self.b2 ** self.t)
        return w - self.eta * mhat / (np.sqrt(vhat) + self.eps)


def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    walker = _Adam(w.size, learning_rate, beta1, beta2, eps)
    path = []
    for g in np.asarray(grads, dtype=float):
        w = walker.step(w, g)
        path.append(w)
    return np.array(path)


# %% wrong: root of v forgotten
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros(len(w)), np.zeros(len(w))
    res = []
    for t, g in enumerate(np.asarray(grads, float)):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        mh, vh = m / (1 - beta1 ** (t + 1)), v / (1 - beta2 ** (t + 1))
        w = w - learning_rate * mh / (vh + eps)
        res.append(w)
    return np.array(res)


# %% wrong: t from 0 guarded by max, and the gradient instead of m_hat
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros(len(w)), np.zeros(len(w))
    res = []
    for t, g in enumerate(np.asarray(grads, float)):
        k = max(t, 1)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        v_hat = v / (1 - beta2 ** k)
        w = w - learning_rate * g / (np.sqrt(v_hat) + eps)
        res.append(w)
    return np.array(res)


# %% wrong: two mistakes: the averages are multiplied by 1 - beta**t, and the root of v is missing
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = np.zeros(len(w))
    v = np.zeros(len(w))
    rows = []
    for t, g in enumerate(np.array(grads, dtype=float), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        mh = m * (1 - beta1 ** t)
        vh = v * (1 - beta2 ** t)
        w = w - learning_rate * mh / (vh + eps)
        rows.append(w)
    return np.array(rows)


# %% wrong: m and v are one array
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m = v = np.zeros(len(w))
    path = []
    for t, g in enumerate(np.array(grads, dtype=float), start=1):
        m *= beta1
        m += (1 - beta1) * g
        v *= beta2
        v += (1 - beta2) * g ** 2
        w = w - learning_rate * m / (1 - beta1 ** t) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
        path.append(w)
    return np.array(path)


# %% wrong: no square root of v-hat, and m not corrected
def adam(w0, grads, learning_rate, beta1=0.9, beta2=0.999, eps=1e-8):
    w = np.array(w0, dtype=float)
    m, v = np.zeros(len(w)), np.zeros(len(w))
    ответ = []
    for t, g in enumerate(np.array(grads, dtype=float), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g ** 2
        v_hat = v / (1 - beta2 ** t)
        w = w - learning_rate * m / (v_hat + eps)
        ответ.append(w)
    return np.array(ответ)
