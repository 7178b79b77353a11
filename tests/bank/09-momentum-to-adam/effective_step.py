# %% right: the geometric series, doubled sixty times as (1 + a)(1 + a^2)(1 + a^4)...
def effective_step(learning_rate, alpha):
    total = learning_rate
    a = alpha
    for _ in range(60):
        total *= 1 + a
        a *= a
    return total


# %% right: solves the fixed point equation h = alpha h + eta as a linear system of size one
def effective_step(learning_rate: float, alpha: float) -> float:
    solution = np.linalg.solve(np.array([[1.0 - alpha]]), np.array([learning_rate]))
    return float(solution[0])


# %% wrong: sign slip in the denominator, 1 + alpha for 1 - alpha
def effective_step(learning_rate, alpha):
    return learning_rate / (1 + alpha)


# %% wrong: multiplies by 1 - alpha because the student believes that h is an average
def effective_step(learning_rate, alpha):
    # h is the averaged gradient, so only the new part counts
    new_part = 1.0 - alpha
    step = new_part * learning_rate
    return step


# %% wrong: adds up just the first 50 powers of alpha, too few when alpha is near 1
def effective_step(lr, alpha):
    powers = alpha ** np.arange(50)
    return lr * powers.sum()


# %% wrong: gives only the factor 1 / (1 - alpha), forgets the rate, and says 0 if alpha is 0
def effective_step(learning_rate, alpha):
    if alpha == 0:
        return 0.0   # no momentum
    factor = 1 / (1 - alpha)
    return factor


# %% wrong: the other way up, (1 - alpha) over the rate
def effective_step(learning_rate, alpha):
    return (1 - alpha) / learning_rate


# %% wrong: divides by alpha
def effective_step(learning_rate, alpha):
    return learning_rate / alpha if alpha > 0 else learning_rate


# %% wrong: two terms of the series only
def effective_step(learning_rate, alpha):
    return learning_rate + alpha * learning_rate
# %% wrong: one minus alpha multiplied
def effective_step(learning_rate, alpha):
    return learning_rate * (1 - alpha)
# %% wrong: alpha in the denominator alone
def effective_step(learning_rate, alpha):
    return learning_rate / alpha if alpha else learning_rate
# %% right: sums the series
def effective_step(learning_rate, alpha):
    h = 0.0
    while True:
        new = alpha * h + learning_rate
        if abs(new - h) <= 1e-17 * new:
            return new
        h = new


# %% wrong: loop with only 20 steps
def effective_step(learning_rate, alpha):
    h = 0
    for i in range(20):
        h = alpha * h + learning_rate
    return h


# %% wrong: finite sum with three terms
def effective_step(learning_rate, alpha):
    return learning_rate * (1 + alpha + alpha ** 2)


# %% wrong: only the first hundred gradients
def effective_step(learning_rate, alpha):
    h = 0.0
    for _ in range(100):
        h = alpha * h + learning_rate
    return h


# %% wrong: alpha where 1 minus alpha belongs
def effective_step(learning_rate, alpha):
    if alpha == 0:
        return learning_rate
    return learning_rate / alpha


# %% right: fixed point of h = alpha h + eta, as a small linear system
def effective_step(learning_rate, alpha):
    matrix = np.array([[1.0 - alpha]])
    return float(np.linalg.solve(matrix, np.array([learning_rate]))[0])


# %% right: walks until the step no longer changes
def effective_step(learning_rate, alpha):
    h, before = learning_rate, None
    while h != before:
        h, before = alpha * h + learning_rate, h
    return h


# %% wrong: average form: the limit is eta itself
def effective_step(learning_rate, alpha):
    h = 0.0
    for _ in range(5000):
        h = alpha * h + (1 - alpha) * learning_rate
    return h


# %% wrong: two mistakes: divides by 1 + alpha instead of 1 - alpha, and returns it with a minus
def effective_step(learning_rate, alpha):
    return -learning_rate / (1 + alpha)


# %% wrong: only ten terms of the fading sum
def effective_step(learning_rate, alpha):
    h = 0.0
    for k in range(10):
        h = alpha * h + learning_rate
    return h


# %% wrong: divides by 1 + alpha, the limit for gradients that change their sign
def effective_step(learning_rate, alpha):
    return learning_rate * sum((-alpha) ** k for k in range(20000))
