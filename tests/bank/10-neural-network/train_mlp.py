# %% right: all parameters in one long vector, cut into views; Xavier's rule
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    shapes = [(n, hidden), (hidden,), (hidden, k), (k,)]
    ends = np.cumsum([math.prod(s) for s in shapes])
    theta = np.zeros(ends[-1])

    def parts(vector):
        return [p.reshape(s) for p, s in zip(np.split(vector, ends[:-1]), shapes)]

    W1, b1, W2, b2 = parts(theta)
    W1[:] = rng.normal(0, n**-0.5, W1.shape)
    W2[:] = rng.normal(0, hidden**-0.5, W2.shape)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = D @ W2.T * (1 - H**2)
        slope = [X.T @ E, E.sum(0), H.T @ D, D.sum(0)]
        theta -= learning_rate * np.concatenate([s.ravel() for s in slope])
    return W1.copy(), b1.copy(), W2.copy(), b2.copy()


# %% right: a small class with a method for each job, He's rule, biases in the matrices
class _Net:
    def __init__(self, n, hidden, k, rng):
        self.A = np.vstack([rng.standard_normal((n, hidden)) * (2 / n) ** 0.5, np.zeros(hidden)])
        self.B = np.vstack([rng.standard_normal((hidden, k)) * (2 / hidden) ** 0.5, np.zeros(k)])

    @staticmethod
    def with_ones(M):
        return np.column_stack([M, np.ones(len(M))])

    def slopes(self, X, y):
        inputs = self.with_ones(X)
        H = np.tanh(inputs @ self.A)
        D = 2 / y.size * (self.with_ones(H) @ self.B - y)
        E = (D @ self.B[:-1].T) * (1 - H * H)
        return inputs.T @ E, self.with_ones(H).T @ D


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    net = _Net(np.shape(X)[1], hidden, np.shape(y)[1], rng)
    for _ in range(n_steps):
        dA, dB = net.slopes(np.asarray(X, float), np.asarray(y, float))
        net.A, net.B = net.A - learning_rate * dA, net.B - learning_rate * dB
    return net.A[:-1], net.A[-1], net.B[:-1], net.B[-1]


# %% wrong: starts with zeros everywhere, only b2 ever moves
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    W1 = np.zeros((X.shape[1], hidden))
    b1 = np.zeros(hidden)
    W2 = np.zeros((hidden, y.shape[1]))
    b2 = np.zeros(y.shape[1])
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = (D @ W2.T) * (1 - H**2)
        W1 = W1 - learning_rate * X.T @ E
        b1 = b1 - learning_rate * E.sum(axis=0)
        W2 = W2 - learning_rate * H.T @ D
        b2 = b2 - learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: W2 is updated first, the gradient of the first layer then uses the new W2
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    m, n = X.shape
    k = y.shape[1]
    W1 = rng.normal(size=(n, hidden)) * np.sqrt(1 / n)
    b1 = np.zeros(hidden)
    W2 = rng.normal(size=(hidden, k)) * np.sqrt(1 / hidden)
    b2 = np.zeros(k)
    for step in range(n_steps):
        hidden_values = np.tanh(X.dot(W1) + b1)
        output = hidden_values.dot(W2) + b2
        error = 2 * (output - y) / (m * k)
        W2 -= learning_rate * hidden_values.T.dot(error)
        b2 -= learning_rate * error.sum(axis=0)
        hidden_error = error.dot(W2.T) * (1 - hidden_values ** 2)
        W1 -= learning_rate * X.T.dot(hidden_error)
        b1 -= learning_rate * hidden_error.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: trains a network without the tanh, in both directions of the pass
def _gradients(X, y, W1, b1, W2, b2):
    H = X @ W1 + b1
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = D @ W2.T
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    params = [rng.normal(0, np.sqrt(2 / n), (n, hidden)), np.zeros(hidden),
              rng.normal(0, np.sqrt(2 / hidden), (hidden, k)), np.zeros(k)]
    for _ in range(n_steps):
        params = [p - learning_rate * g for p, g in zip(params, _gradients(X, y, *params))]
    return tuple(params)


# %% wrong: a generator of its own with seed 0, and the biases are never updated
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    rng = np.random.default_rng(0)
    W1 = rng.normal(0, (1 / X.shape[1]) ** 0.5, (X.shape[1], hidden))
    W2 = rng.normal(0, (1 / hidden) ** 0.5, (hidden, y.shape[1]))
    b1, b2 = np.zeros(hidden), np.zeros(y.shape[1])
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        dW2 = H.T @ D
        dW1 = X.T @ (D @ W2.T * (1 - H ** 2))
        W1 = W1 - learning_rate * dW1
        W2 = W2 - learning_rate * dW2
    return W1, b1, W2, b2


# %% wrong: one random number for the whole layer, all hidden neurons stay equal
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n_features = X.shape[1]
    n_outputs = y.shape[1]
    w1_start = rng.normal(0, np.sqrt(2 / n_features))
    w2_start = rng.normal(0, np.sqrt(2 / hidden))
    W1 = np.full((n_features, hidden), w1_start)
    b1 = np.zeros(hidden)
    W2 = np.full((hidden, n_outputs), w2_start)
    b2 = np.zeros(n_outputs)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = (2 / y.size) * (H @ W2 + b2 - y)
        E = (D @ W2.T) * (1 - H ** 2)
        dW1, db1, dW2, db2 = X.T @ E, np.sum(E, 0), H.T @ D, np.sum(D, 0)
        W1, b1 = W1 - learning_rate * dW1, b1 - learning_rate * db1
        W2, b2 = W2 - learning_rate * dW2, b2 - learning_rate * db2
    return W1, b1, W2, b2


# %% wrong: a do-while, the loop's test comes after the step, so n_steps = 0 makes one step
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    W1 = rng.normal(0, 1 / np.sqrt(X.shape[1]), size=(X.shape[1], hidden))
    W2 = rng.normal(0, 1 / np.sqrt(hidden), size=(hidden, y.shape[1]))
    b1 = np.zeros(hidden)
    b2 = np.zeros(y.shape[1])
    done = 0
    while True:
        H = np.tanh(X @ W1 + b1)
        dY = 2 * (H @ W2 + b2 - y) / y.size
        dZ = dY @ W2.T * (1 - H**2)
        gW1, gb1, gW2, gb2 = X.T @ dZ, dZ.sum(axis=0), H.T @ dY, dY.sum(axis=0)
        W1 -= learning_rate * gW1
        b1 -= learning_rate * gb1
        W2 -= learning_rate * gW2
        b2 -= learning_rate * gb2
        done += 1
        if done >= n_steps:
            break
    return W1, b1, W2, b2


# %% wrong: tanh at the output too while it trains, as labels are -1 and 1; the sign of b1 is wrong
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.standard_normal((n, hidden)) / math.sqrt(n), np.zeros(hidden)
    W2, b2 = rng.standard_normal((hidden, k)) / math.sqrt(hidden), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        P = np.tanh(H @ W2 + b2)
        D = 2 * (P - y) * (1 - P**2) / y.size
        E = D @ W2.T * (1 - H**2)
        W1, b1, W2, b2 = (W1 - learning_rate * X.T @ E, b1 + learning_rate * E.sum(axis=0),
                          W2 - learning_rate * H.T @ D, b2 - learning_rate * D.sum(axis=0))
    return W1, b1, W2, b2


# %% wrong: repeats until the loss is small and never looks at n_steps, with rate 0 it never ends
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    W1 = rng.normal(size=(X.shape[1], hidden)) * np.sqrt(2 / X.shape[1])
    W2 = rng.normal(size=(hidden, y.shape[1])) * np.sqrt(2 / hidden)
    b1, b2 = np.zeros(hidden), np.zeros(y.shape[1])
    loss = float("inf")
    while loss > 0.05:
        H = np.tanh(X @ W1 + b1)
        out = H @ W2 + b2
        loss = np.mean((out - y) ** 2)
        D = 2 * (out - y) / y.size
        E = D @ W2.T * (1 - H ** 2)
        W1 = W1 - learning_rate * (X.T @ E)
        b1 = b1 - learning_rate * E.sum(axis=0)
        W2 = W2 - learning_rate * (H.T @ D)
        b2 = b2 - learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: goes uphill
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(0, np.sqrt(1 / n), (n, hidden))
    b1 = np.zeros(hidden)
    W2 = rng.normal(0, np.sqrt(1 / hidden), (hidden, k))
    b2 = np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = (D @ W2.T) * (1 - H**2)
        W1 = W1 + learning_rate * X.T @ E
        b1 = b1 + learning_rate * E.sum(axis=0)
        W2 = W2 + learning_rate * H.T @ D
        b2 = b2 + learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: starts anew from random weights in each step
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    for _ in range(n_steps + 1):
        W1 = rng.normal(0, np.sqrt(1 / n), (n, hidden))
        b1 = np.zeros(hidden)
        W2 = rng.normal(0, np.sqrt(1 / hidden), (hidden, k))
        b2 = np.zeros(k)
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = (D @ W2.T) * (1 - H**2)
        W1 = W1 - learning_rate * X.T @ E
        b1 = b1 - learning_rate * E.sum(axis=0)
        W2 = W2 - learning_rate * H.T @ D
        b2 = b2 - learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: the biases are left out of the update
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(0, np.sqrt(1 / n), (n, hidden))
    b1 = np.zeros(hidden)
    W2 = rng.normal(0, np.sqrt(1 / hidden), (hidden, k))
    b2 = np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = (D @ W2.T) * (1 - H**2)
        W1, W2 = W1 - learning_rate * X.T @ E, W2 - learning_rate * H.T @ D
    return W1, b1, W2, b2
# %% wrong: all weights start at zero
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1, W2, b2 = np.zeros((n, hidden)), np.zeros(hidden), np.zeros((hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        dZ = d @ W2.T * (1 - H ** 2)
        W1 = W1 - learning_rate * X.T @ dZ
        b1 = b1 - learning_rate * dZ.sum(0)
        W2 = W2 - learning_rate * H.T @ d
        b2 = b2 - learning_rate * d.sum(0)
    return W1, b1, W2, b2
# %% wrong: second layer updated before the first layer's gradient
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(size=(n, hidden)) * np.sqrt(2 / n)
    W2 = rng.normal(size=(hidden, k)) * np.sqrt(2 / hidden)
    b1, b2 = np.zeros(hidden), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        W2 -= learning_rate * H.T @ d
        b2 -= learning_rate * d.sum(0)
        dZ = d @ W2.T * (1 - H ** 2)
        W1 -= learning_rate * X.T @ dZ
        b1 -= learning_rate * dZ.sum(0)
    return W1, b1, W2, b2
# %% wrong: biases are never updated
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(size=(n, hidden)) * np.sqrt(1 / n)
    W2 = rng.normal(size=(hidden, k)) * np.sqrt(1 / hidden)
    b1, b2 = np.zeros(hidden), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        dZ = d @ W2.T * (1 - H ** 2)
        W1, W2 = W1 - learning_rate * X.T @ dZ, W2 - learning_rate * H.T @ d
    return W1, b1, W2, b2
# %% wrong: own seed instead of rng
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    rng = np.random.default_rng()
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(size=(n, hidden)) / np.sqrt(n)
    W2 = rng.normal(size=(hidden, k)) / np.sqrt(hidden)
    b1, b2 = np.zeros(hidden), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        dZ = d @ W2.T * (1 - H ** 2)
        W1, b1, W2, b2 = (W1 - learning_rate * X.T @ dZ, b1 - learning_rate * dZ.sum(0),
                          W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(0))
    return W1, b1, W2, b2
# %% wrong: one random column repeated, all hidden neurons alike
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = np.repeat(rng.normal(size=(n, 1)), hidden, axis=1) / np.sqrt(n)
    W2 = np.repeat(rng.normal(size=(1, k)), hidden, axis=0) / np.sqrt(hidden)
    b1, b2 = np.zeros(hidden), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        dZ = d @ W2.T * (1 - H ** 2)
        W1, b1, W2, b2 = (W1 - learning_rate * X.T @ dZ, b1 - learning_rate * dZ.sum(0),
                          W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(0))
    return W1, b1, W2, b2
# %% right: parameters in a dictionary, Xavier's start
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = np.shape(X)[1], np.shape(y)[1]
    p = {'W2': rng.uniform(-1, 1, (hidden, k)) * (6 / (hidden + k)) ** 0.5,
         'W1': rng.uniform(-1, 1, (n, hidden)) * (6 / (hidden + n)) ** 0.5,
         'b1': np.zeros(hidden), 'b2': np.zeros(k)}
    def gradients():
        H = np.tanh(X @ p['W1'] + p['b1'])
        d = 2 * (H @ p['W2'] + p['b2'] - y) / np.size(y)
        dZ = (d @ p['W2'].T) * (1 - H * H)
        return {'W1': X.T @ dZ, 'b1': dZ.sum(axis=0), 'W2': H.T @ d, 'b2': d.sum(axis=0)}
    for _ in range(n_steps):
        g = gradients()
        p = {key: p[key] - learning_rate * g[key] for key in p}
    return p['W1'], p['b1'], p['W2'], p['b2']
# %% wrong: one step too few and tiny weights (two mistakes)
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(0, 1e-4, (n, hidden))
    W2 = rng.normal(0, 1e-4, (hidden, k))
    b1, b2 = np.zeros(hidden), np.zeros(k)
    for _ in range(n_steps - 1):
        H = np.tanh(X @ W1 + b1)
        d = 2 * (H @ W2 + b2 - y) / y.size
        dZ = d @ W2.T * (1 - H ** 2)
        W1, b1, W2, b2 = (W1 - learning_rate * X.T @ dZ, b1 - learning_rate * dZ.sum(0),
                          W2 - learning_rate * H.T @ d, b2 - learning_rate * d.sum(0))
    return W1, b1, W2, b2


# %% wrong: b1 never updated
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.standard_normal((n, hidden)) / np.sqrt(n); b1 = np.zeros(hidden)
    W2 = rng.standard_normal((hidden, k)) / np.sqrt(hidden); b2 = np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = (D @ W2.T) * (1 - H**2)
        W2 -= learning_rate * H.T @ D
        b2 -= learning_rate * D.sum(axis=0)
        W1 -= learning_rate * X.T @ E
    return W1, b1, W2, b2


# %% wrong: sum of squares gradient & unseeded randomness
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = np.random.randn(n, hidden) / np.sqrt(n); b1 = np.zeros(hidden)
    W2 = np.random.randn(hidden, k) / np.sqrt(hidden); b2 = np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y)
        E = (D @ W2.T) * (1 - H**2)
        W2 = W2 - learning_rate * H.T @ D
        b2 = b2 - learning_rate * D.sum(axis=0)
        W1 = W1 - learning_rate * X.T @ E
        b1 = b1 - learning_rate * E.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: starts at zeros
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = D @ W2.T * (1 - H * H)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = np.zeros((n, hidden)), np.zeros(hidden)
    W2, b2 = np.zeros((hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        dW1, db1, dW2, db2 = mlp_backward(X, y, W1, b1, W2, b2)
        W1 = W1 - learning_rate * dW1
        b1 = b1 - learning_rate * db1
        W2 = W2 - learning_rate * dW2
        b2 = b2 - learning_rate * db2
    return W1, b1, W2, b2


# %% wrong: b1 not trained
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = D @ W2.T * (1 - H * H)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = rng.normal(0, np.sqrt(1 / n), (n, hidden)), np.zeros(hidden)
    W2, b2 = rng.normal(0, np.sqrt(1 / hidden), (hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        dW1, db1, dW2, db2 = mlp_backward(X, y, W1, b1, W2, b2)
        W1 = W1 - learning_rate * dW1
        W2 = W2 - learning_rate * dW2
        b2 = b2 - learning_rate * db2
    return W1, b1, W2, b2


# %% wrong: ascends and starts too small (two)
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = D @ W2.T * (1 - H * H)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = 0.0001 * rng.normal(size=(n, hidden)), np.zeros(hidden)
    W2, b2 = 0.0001 * rng.normal(size=(hidden, k)), np.zeros(k)
    for _ in range(n_steps):
        g = mlp_backward(X, y, W1, b1, W2, b2)
        W1 = W1 + learning_rate * g[0]
        b1 = b1 + learning_rate * g[1]
        W2 = W2 + learning_rate * g[2]
        b2 = b2 + learning_rate * g[3]
    return W1, b1, W2, b2


# %% right: a list of parameters and a comprehension
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = np.shape(X)[1], np.shape(y)[1]
    P = [rng.normal(size=(n, hidden)) / np.sqrt(n), np.zeros(hidden),
         rng.normal(size=(hidden, k)) / np.sqrt(hidden), np.zeros(k)]
    while n_steps > 0:
        H = np.tanh(X @ P[0] + P[1])
        D = 2 * (H @ P[2] + P[3] - y) / np.size(y)
        E = (D @ P[2].T) * (1 - H * H)
        G = [X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)]
        P = [p - learning_rate * g for p, g in zip(P, G)]
        n_steps -= 1
    return tuple(P)


# %% wrong: b1 never updated
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(0, np.sqrt(2 / n), (n, hidden)); b1 = np.zeros(hidden)
    W2 = rng.normal(0, np.sqrt(2 / hidden), (hidden, k)); b2 = np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = (D @ W2.T) * (1 - H ** 2)
        W1 = W1 - learning_rate * X.T @ E
        W2 = W2 - learning_rate * H.T @ D
        b2 = b2 - learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: weights drawn anew in every step
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    b1 = np.zeros(hidden); b2 = np.zeros(k)
    W1 = rng.normal(0, np.sqrt(2 / n), (n, hidden)); W2 = rng.normal(0, np.sqrt(2 / hidden), (hidden, k))
    for _ in range(n_steps):
        W1 = rng.normal(0, np.sqrt(2 / n), (n, hidden)); W2 = rng.normal(0, np.sqrt(2 / hidden), (hidden, k))
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = (D @ W2.T) * (1 - H ** 2)
        W1 = W1 - learning_rate * X.T @ E; b1 = b1 - learning_rate * E.sum(axis=0)
        W2 = W2 - learning_rate * H.T @ D; b2 = b2 - learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: plus and seed made inside (two)
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    rng = np.random.default_rng()
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(0, np.sqrt(2 / n), (n, hidden)); b1 = np.zeros(hidden)
    W2 = rng.normal(0, np.sqrt(2 / hidden), (hidden, k)); b2 = np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = (D @ W2.T) * (1 - H ** 2)
        W1 = W1 + learning_rate * X.T @ E; b1 = b1 + learning_rate * E.sum(axis=0)
        W2 = W2 + learning_rate * H.T @ D; b2 = b2 + learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% right: parameters in a list, gradients in a nested function, biases random too
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    params = [
        rng.standard_normal((n, hidden)) / np.sqrt(n),
        0.1 * rng.standard_normal(hidden),
        rng.standard_normal((hidden, k)) / np.sqrt(hidden),
        np.zeros(k),
    ]

    def slopes(W1, b1, W2, b2):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = D @ W2.T * (1 - H**2)
        return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)

    for _ in range(n_steps):
        params = [p - learning_rate * s for p, s in zip(params, slopes(*params))]
    return tuple(params)


# %% wrong: W2 updated before its old value is needed
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    m, n = X.shape
    k = y.shape[1]
    W1 = rng.normal(size=(n, hidden)) * np.sqrt(2 / n)
    b1 = np.zeros(hidden)
    W2 = rng.normal(size=(hidden, k)) * np.sqrt(2 / hidden)
    b2 = np.zeros(k)
    for step in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / (m * k)
        W2 = W2 - learning_rate * H.T @ D
        b2 = b2 - learning_rate * D.sum(axis=0)
        E = (D @ W2.T) * (1 - H ** 2)
        W1 = W1 - learning_rate * X.T @ E
        b1 = b1 - learning_rate * E.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: biases are never moved
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(0, (2 / n) ** 0.5, size=(n, hidden))
    W2 = rng.normal(0, (2 / hidden) ** 0.5, size=(hidden, k))
    b1, b2 = np.zeros(hidden), np.zeros(k)
    for i in range(n_steps):
        h = np.tanh(X @ W1 + b1)
        diff = 2 * (h @ W2 + b2 - y) / y.size
        back = diff @ W2.T * (1 - h ** 2)
        grad1 = X.T @ back
        grad2 = h.T @ diff
        W1 = W1 - learning_rate * grad1
        W2 = W2 - learning_rate * grad2
    return W1, b1, W2, b2


# %% wrong: uphill, and all weights start at 0.5 (two mistakes)
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1, b1 = np.full((n, hidden), 0.5), np.zeros(hidden)
    W2, b2 = np.full((hidden, k), 0.5), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        E = D @ W2.T * (1 - H ** 2)
        W1 = W1 + learning_rate * X.T @ E
        b1 = b1 + learning_rate * E.sum(axis=0)
        W2 = W2 + learning_rate * H.T @ D
        b2 = b2 + learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% right: stacked parameters list comprehension, own gradients
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = (D @ W2.T) * (1 - H ** 2)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    theta = [rng.normal(0, 1 / np.sqrt(n), (n, hidden)), np.zeros(hidden),
             rng.normal(0, 1 / np.sqrt(hidden), (hidden, k)), np.zeros(k)]
    for _ in range(n_steps):
        theta = [p - learning_rate * g for p, g in zip(theta, mlp_backward(X, y, *theta))]
    return tuple(theta)


# %% wrong: starts from zeros
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = (D @ W2.T) * (1 - H ** 2)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    W1 = np.zeros((X.shape[1], hidden))
    b1 = np.zeros(hidden)
    W2 = np.zeros((hidden, y.shape[1]))
    b2 = np.zeros(y.shape[1])
    for _ in range(n_steps):
        dW1, db1, dW2, db2 = mlp_backward(X, y, W1, b1, W2, b2)
        W1 = W1 - learning_rate * dW1
        b1 = b1 - learning_rate * db1
        W2 = W2 - learning_rate * dW2
        b2 = b2 - learning_rate * db2
    return W1, b1, W2, b2


# %% wrong: far too small start and plus sign for the output bias
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = (D @ W2.T) * (1 - H ** 2)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    W1 = 1e-4 * rng.normal(size=(X.shape[1], hidden))
    b1 = np.zeros(hidden)
    W2 = 1e-4 * rng.normal(size=(hidden, y.shape[1]))
    b2 = np.zeros(y.shape[1])
    for _ in range(n_steps):
        dW1, db1, dW2, db2 = mlp_backward(X, y, W1, b1, W2, b2)
        W1 = W1 - learning_rate * dW1
        b1 = b1 - learning_rate * db1
        W2 = W2 - learning_rate * dW2
        b2 = b2 + learning_rate * db2
    return W1, b1, W2, b2


# %% wrong: two mistakes: the slope of tanh is missing, and W2 is updated before the first layer's gradient
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(0, np.sqrt(1 / n), (n, hidden))
    W2 = rng.normal(0, np.sqrt(1 / hidden), (hidden, k))
    b1, b2 = np.zeros(hidden), np.zeros(k)
    for _ in range(n_steps):
        H = np.tanh(X @ W1 + b1)
        D = 2 * (H @ W2 + b2 - y) / y.size
        W2 = W2 - learning_rate * H.T @ D
        b2 = b2 - learning_rate * D.sum(axis=0)
        E = D @ W2.T
        W1 = W1 - learning_rate * X.T @ E
        b1 = b1 - learning_rate * E.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: two mistakes: the steps go along the gradient (plus), and only the output layer is trained
def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    W1 = rng.normal(size=(n, hidden)) * np.sqrt(2 / n)
    W2 = rng.normal(size=(hidden, k)) * np.sqrt(2 / hidden)
    b1, b2 = np.zeros(hidden), np.zeros(k)
    H = np.tanh(X @ W1 + b1)
    for _ in range(n_steps):
        D = 2 * (H @ W2 + b2 - y) / y.size
        W2 += learning_rate * (H.T @ D)
        b2 += learning_rate * D.sum(axis=0)
    return W1, b1, W2, b2


# %% wrong: one step too many
def mlp_backward(X, y, W1, b1, W2, b2):
    dW1, db1 = np.zeros(np.shape(W1)), np.zeros(np.shape(b1))
    dW2, db2 = np.zeros(np.shape(W2)), np.zeros(np.shape(b2))
    entries = np.size(y)
    for x, target in zip(X, y):
        h = np.tanh(x @ W1 + b1)
        d = 2 * (h @ W2 + b2 - target) / entries
        e = (W2 @ d) * (1 - h**2)
        dW2 += np.outer(h, d)
        db2 += d
        dW1 += np.outer(x, e)
        db1 += e
    return dW1, db1, dW2, db2


def he_weights(n_in, n_out, rng):
    u = 1 - rng.random((n_in, n_out))
    v = rng.random((n_in, n_out))
    normal = np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * v)
    return normal * np.sqrt(2 / n_in)


def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
    W1, b1 = he_weights(X.shape[1], hidden, rng), np.zeros(hidden)
    W2, b2 = he_weights(hidden, y.shape[1], rng), np.zeros(y.shape[1])
    done = 0
    while True:
        dW1, db1, dW2, db2 = mlp_backward(X, y, W1, b1, W2, b2)
        W1, b1 = W1 - learning_rate * dW1, b1 - learning_rate * db1
        W2, b2 = W2 - learning_rate * dW2, b2 - learning_rate * db2
        done += 1
        if done > n_steps:
            break
    return W1, b1, W2, b2
