# %% wrong: excess compared to loss without minimum
def steps_to_fit(X, y, share=0.01):
    m = len(y)
    lam = np.linalg.eigvalsh(2 / m * X.T @ X)
    eta = 2 / (lam[0] + lam[-1])
    w = np.zeros(X.shape[1])
    best = np.mean((X @ np.linalg.lstsq(X, y)[0] - y) ** 2)
    start = np.mean(y**2)
    k = 0
    while np.mean((X @ w - y) ** 2) - best > share * start:
        w = w - eta * 2 / m * X.T @ (X @ w - y)
        k += 1
    return k


# %% wrong: k off by one
def steps_to_fit(X, y, share=0.01):
    m = len(y)
    lam = np.linalg.eigvalsh(2 / m * X.T @ X)
    eta = 2 / (lam.min() + lam.max())
    Q = lambda w: np.mean((X @ w - y) ** 2)
    w = np.zeros(X.shape[1])
    q_min = Q(np.linalg.lstsq(X, y)[0])
    goal = share * (Q(w) - q_min)
    k = 1
    while Q(w) - q_min > goal:
        w = w - eta * 2 / m * X.T @ (X @ w - y)
        k += 1
    return k


# %% right: residuals are carried along, the loss of the best weights from them
def steps_to_fit(X, y, share=0.01):
    m = len(y)
    A = 2 / m * X.T @ X
    lam = np.linalg.eigvalsh(A)
    best = np.linalg.solve(X.T @ X, X.T @ y)
    gap = lambda w: np.mean((X @ w - y) ** 2) - np.mean((X @ best - y) ** 2)
    w = np.zeros(X.shape[1])
    goal, steps = share * gap(w), 0
    while gap(w) > goal:
        w = w - 2 / (lam[0] + lam[-1]) * (A @ w - 2 / m * X.T @ y)
        steps += 1
    return steps


# %% wrong: the rate is 1 divided by the largest eigenvalue, a safe one but not the best
def steps_to_fit(X, y, share=0.01):
    m = len(y)
    eta = 1 / np.linalg.eigvalsh(2 / m * X.T @ X).max()
    w, k = np.zeros(X.shape[1]), 0
    loss = lambda w: np.mean((X @ w - y) ** 2)
    least = loss(np.linalg.lstsq(X, y)[0])
    first = loss(w) - least
    while loss(w) - least > share * first:
        w = w - eta * 2 / m * X.T @ (X @ w - y)
        k += 1
    return k


# %% wrong: share of the loss, not of the excess
def mse(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2)


def mse_gradient(w, X, y):
    return 2 / len(X) * X.T @ (X @ w - np.ravel(y))


def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), (high - low) / (high + low)


def steps_to_fit(X, y, share=0.01):
    rate, _ = best_constant_rate(np.linalg.eigvalsh(2 / len(y) * X.T @ X))
    w = np.zeros(X.shape[1])
    start = mse(w, X, y)
    k = 0
    while mse(w, X, y) > share * start:
        w = w - rate * mse_gradient(w, X, y)
        k += 1
        if k > 100000:
            break
    return k


# %% wrong: A without the 2
def mse(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2)


def mse_gradient(w, X, y):
    return 2 / len(X) * X.T @ (X @ w - np.ravel(y))


def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), (high - low) / (high + low)


def steps_to_fit(X, y, share=0.01):
    m = len(y)
    lam = np.linalg.eigvalsh(X.T @ X / m)
    rate = 2 / (lam.min() + lam.max())
    best = np.mean((X @ np.linalg.lstsq(X, y)[0] - y) ** 2)
    w = np.zeros(X.shape[1])
    goal = share * (np.mean(y ** 2) - best)
    k = 0
    while np.mean((X @ w - y) ** 2) - best > goal and k < 20000:
        w = w - rate * 2 / m * X.T @ (X @ w - y)
        k += 1
    return k


# %% wrong: A without the 2/m
def steps_to_fit(X, y, share=0.01):
    ev = np.linalg.eigvalsh(X.T @ X)
    eta = 2 / (ev[0] + ev[-1])
    w = np.zeros(X.shape[1])
    q = lambda w: np.mean((X @ w - y) ** 2)
    best = q(np.linalg.lstsq(X, y)[0])
    first = q(w) - best
    k = 0
    while q(w) - best > share * first and k < 100000:
        w = w - eta * 2 / len(y) * X.T @ (X @ w - y)
        k += 1
    return k


# %% wrong: share forgotten (0.01 fixed) and smallest loss taken as zero (two)
def steps_to_fit(X, y, share=0.01):
    m = len(y)
    ev = np.linalg.eigvalsh(2 / m * X.T @ X)
    eta = 2 / (ev[0] + ev[-1])
    w = np.zeros(X.shape[1])
    start = np.mean(y ** 2)
    for k in range(100000):
        if np.mean((X @ w - y) ** 2) <= 0.01 * start:
            return k
        w = w - eta * 2 / m * X.T @ (X @ w - y)


# %% wrong: loss itself instead of its excess
def steps_to_fit(X, y, share=0.01):
    m, n = X.shape
    lam = np.linalg.eigvalsh(2 / m * X.T @ X)
    eta = 2 / (lam.min() + lam.max())
    J = lambda w: np.mean((X @ w - y) ** 2)
    w = np.zeros(n)
    first, k = J(w), 0
    while J(w) > share * first and k < 100_000:
        w = w - eta * 2 / m * X.T @ (X @ w - y)
        k += 1
    return k


# %% wrong: rate from the eigenvalues of X^T X without 2/m
def steps_to_fit(X, y, share=0.01):
    m, n = X.shape
    lam = np.linalg.eigvalsh(X.T @ X)
    eta = 2 / (lam.min() + lam.max())
    J = lambda w: np.mean((X @ w - y) ** 2)
    low = J(np.linalg.lstsq(X, y)[0])
    w, k = np.zeros(n), 0
    goal = share * (J(w) - low)
    while J(w) - low > goal:
        w = w - eta * 2 / m * X.T @ (X @ w - y)
        k += 1
    return k


# %% wrong: loss compared, smallest loss not subtracted
def mse(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2)


def mse_gradient(w, X, y):
    y = np.ravel(y)
    return 2 / y.size * X.T @ (X @ w - y)


def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


def steps_to_fit(X, y, share=0.01):
    w = np.zeros(X.shape[1])
    eta, _ = best_constant_rate(np.linalg.eigvalsh(2 / len(y) * X.T @ X))
    goal = share * mse(w, X, y)
    steps = 0
    while mse(w, X, y) > goal and steps < 100000:
        w = w - eta * mse_gradient(w, X, y)
        steps += 1
    return steps


# %% wrong: the excess must fall below share itself
def mse(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2)


def mse_gradient(w, X, y):
    y = np.ravel(y)
    return 2 / y.size * X.T @ (X @ w - y)


def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


def steps_to_fit(X, y, share=0.01):
    A = 2 / X.shape[0] * X.T @ X
    eta = best_constant_rate(np.linalg.eigvalsh(A))[0]
    smallest = mse(np.linalg.lstsq(X, y, rcond=None)[0], X, y)
    w = np.zeros(X.shape[1])
    count = 0
    while mse(w, X, y) - smallest > share:
        w -= eta * mse_gradient(w, X, y)
        count += 1
    return count


# %% wrong: starts at ones and counts one less (two)
def mse(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2)


def mse_gradient(w, X, y):
    y = np.ravel(y)
    return 2 / y.size * X.T @ (X @ w - y)


def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


def steps_to_fit(X, y, share=0.01):
    m, n = X.shape
    lam = np.linalg.eigvalsh(2 / m * X.T @ X)
    eta = 2 / (lam[0] + lam[-1])
    low = mse(np.linalg.lstsq(X, y, rcond=None)[0], X, y)
    w = np.ones(n)
    first = mse(w, X, y) - low
    k = -1
    while mse(w, X, y) - low > share * first:
        w = w - eta * mse_gradient(w, X, y)
        k += 1
    return k


# %% wrong: half of the best rate
def steps_to_fit(X, y, share=0.01):
    m = len(y)
    A = 2 * X.T @ X / m
    lam = np.linalg.eigvalsh(A)
    eta = 1 / (lam[0] + lam[-1])
    loss = lambda w: np.mean((X @ w - y) ** 2)
    w_best = np.linalg.lstsq(X, y, rcond=None)[0]
    w = np.zeros(X.shape[1])
    first = loss(w) - loss(w_best)
    n = 0
    while loss(w) - loss(w_best) > share * first:
        w = w - eta * (2 / m) * X.T @ (X @ w - y)
        n += 1
    return n


# %% wrong: stops when the gradient is small
def steps_to_fit(X, y, share=0.01):
    m = len(y)
    lam = np.linalg.eigvalsh(2 / m * X.T @ X)
    eta = 2 / (lam[0] + lam[-1])
    w = np.zeros(X.shape[1])
    g0 = np.linalg.norm(2 / m * X.T @ (X @ w - y))
    k = 0
    while True:
        g = 2 / m * X.T @ (X @ w - y)
        if np.linalg.norm(g) <= share * g0:
            return k
        w = w - eta * g
        k += 1


# %% wrong: a formula with the factor of the slowest direction
def steps_to_fit(X, y, share=0.01):
    m = len(y)
    lam = np.linalg.eigvalsh(2 / m * X.T @ X)
    kappa = lam[-1] / lam[0]
    q = (kappa - 1) / (kappa + 1)
    return int(np.ceil(np.log(share) / (2 * np.log(q))))


# %% wrong: the 2 of the gradient is missing
def steps_to_fit(X, y, share=0.01):
    m, n = X.shape
    lam = np.linalg.eigvalsh(2 / m * X.T @ X)
    eta = 2 / (lam[0] + lam[-1])
    J = lambda w: np.mean((X @ w - y) ** 2)
    low = J(np.linalg.lstsq(X, y, rcond=None)[0])
    w = np.zeros(n)
    first = J(w) - low
    k = 0
    while J(w) - low > share * first:
        w = w - eta / m * X.T @ (X @ w - y)
        k += 1
    return k


# %% wrong: the smallest loss is not subtracted, and a limit ends the loop
def mse(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2)


def mse_gradient(w, X, y):
    return 2 / len(X) * X.T @ (X @ w - np.ravel(y))


def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), (high - low) / (high + low)


def steps_to_fit(X, y, share=0.01):
    A = 2 / len(X) * X.T @ X
    eta = best_constant_rate(np.linalg.eigvalsh(A))[0]
    w = np.zeros(X.shape[1])
    start = mse(w, X, y)
    k = 0
    while mse(w, X, y) > share * start and k < 20000:
        w = w - eta * mse_gradient(w, X, y)
        k += 1
    return k


# %% wrong: two mistakes: the rate is 1 / lambda_max, and the counter starts at 1
def mse(w, X, y):
    return np.mean((X @ w - np.ravel(y)) ** 2)


def mse_gradient(w, X, y):
    return 2 / len(X) * X.T @ (X @ w - np.ravel(y))


def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), (high - low) / (high + low)


def steps_to_fit(X, y, share=0.01):
    sobstv = np.linalg.eigvalsh(2 / len(y) * X.T @ X)
    eta = 1 / max(sobstv)
    best = mse(np.linalg.lstsq(X, y)[0], X, y)
    w = np.zeros(X.shape[1])
    e0 = mse(w, X, y) - best
    k = 1
    while mse(w, X, y) - best > share * e0:
        w = w - eta * mse_gradient(w, X, y)
        k += 1
    return k


# %% wrong: the smallest loss is not subtracted, and a limit ends the loop
def best_constant_rate(eigenvalues):
    low = high = float(eigenvalues[0])
    for value in eigenvalues:
        low, high = min(low, float(value)), max(high, float(value))
    return 2 / (low + high), (high - low) / (high + low)


def mse_gradient(w, X, y):
    res = np.einsum("ij,j->i", X, w) - np.ravel(y)
    return 2.0 * np.einsum("ij,i->j", X, res) / res.size


def mse(w, X, y):
    answers = np.ravel(y)
    total = 0.0
    for row, answer in zip(X, answers):
        prediction = sum(wj * xj for wj, xj in zip(w, row))
        total += (prediction - answer) ** 2
    return total / len(answers)


def steps_to_fit(X, y, share=0.01):
    m, n = X.shape
    eta = best_constant_rate(np.linalg.eigvalsh(2 / m * X.T @ X))[0]
    w = np.zeros(n)
    start = mse(w, X, y)
    for k in range(4000):
        if mse(w, X, y) <= share * start:
            return k
        w = w - eta * mse_gradient(w, X, y)
    return 4000


# %% wrong: compared with the excess of the step before
def best_constant_rate(eigenvalues):
    low = high = float(eigenvalues[0])
    for value in eigenvalues:
        low, high = min(low, float(value)), max(high, float(value))
    return 2 / (low + high), (high - low) / (high + low)


def mse_gradient(w, X, y):
    res = np.einsum("ij,j->i", X, w) - np.ravel(y)
    return 2.0 * np.einsum("ij,i->j", X, res) / res.size


def mse(w, X, y):
    answers = np.ravel(y)
    total = 0.0
    for row, answer in zip(X, answers):
        prediction = sum(wj * xj for wj, xj in zip(w, row))
        total += (prediction - answer) ** 2
    return total / len(answers)


def steps_to_fit(X, y, share=0.01):
    eta = best_constant_rate(np.linalg.eigvalsh(2 / len(y) * X.T @ X))[0]
    q_min = mse(np.linalg.lstsq(X, y, rcond=None)[0], X, y)
    w, k = np.zeros(X.shape[1]), 0
    excess = mse(w, X, y) - q_min
    while k < 5000:
        w = w - eta * mse_gradient(w, X, y)
        k += 1
        new = mse(w, X, y) - q_min
        if new <= share * excess:
            return k
        excess = new
    return k


# %% wrong: the factor of the pair used as the rate
def best_constant_rate(eigenvalues):
    low = high = float(eigenvalues[0])
    for value in eigenvalues:
        low, high = min(low, float(value)), max(high, float(value))
    return 2 / (low + high), (high - low) / (high + low)


def mse_gradient(w, X, y):
    res = np.einsum("ij,j->i", X, w) - np.ravel(y)
    return 2.0 * np.einsum("ij,i->j", X, res) / res.size


def mse(w, X, y):
    answers = np.ravel(y)
    total = 0.0
    for row, answer in zip(X, answers):
        prediction = sum(wj * xj for wj, xj in zip(w, row))
        total += (prediction - answer) ** 2
    return total / len(answers)


def steps_to_fit(X, y, share=0.01):
    eta = best_constant_rate(np.linalg.eigvalsh(2 / len(X) * X.T @ X))[1]
    best = mse(np.linalg.lstsq(X, y, rcond=None)[0], X, y)
    w = np.zeros(X.shape[1])
    first = mse(w, X, y) - best
    for k in range(3000):
        if mse(w, X, y) - best <= share * first:
            return k
        w = w - eta * mse_gradient(w, X, y)
    return 3000


# %% wrong: smallest loss not subtracted at the start, and the count one too small
def best_constant_rate(eigenvalues):
    low = high = float(eigenvalues[0])
    for value in eigenvalues:
        low, high = min(low, float(value)), max(high, float(value))
    return 2 / (low + high), (high - low) / (high + low)


def mse_gradient(w, X, y):
    res = np.einsum("ij,j->i", X, w) - np.ravel(y)
    return 2.0 * np.einsum("ij,i->j", X, res) / res.size


def mse(w, X, y):
    answers = np.ravel(y)
    total = 0.0
    for row, answer in zip(X, answers):
        prediction = sum(wj * xj for wj, xj in zip(w, row))
        total += (prediction - answer) ** 2
    return total / len(answers)


def steps_to_fit(X, y, share=0.01):
    eta = best_constant_rate(np.linalg.eigvalsh(2 / len(X) * X.T @ X))[0]
    best = mse(np.linalg.lstsq(X, y, rcond=None)[0], X, y)
    w = np.zeros(X.shape[1])
    first = mse(w, X, y)
    k = -1
    while mse(w, X, y) - best > share * first:
        w = w - eta * mse_gradient(w, X, y)
        k += 1
    return k
