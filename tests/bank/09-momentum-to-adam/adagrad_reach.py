# %% right: really runs AdaGrad with the constant gradient -7 and measures how far it came
def adagrad_reach(learning_rate, n_steps):
    w, G, g = 0.0, 0.0, -7.0
    for _ in range(n_steps):
        G += g * g
        w -= learning_rate * g / math.sqrt(G)
    return abs(w)


# %% right: exact sum with math.fsum, backwards
def adagrad_reach(learning_rate, n_steps):
    return learning_rate * math.fsum(k ** -0.5 for k in range(n_steps, 0, -1))


# %% wrong: off by one, range ends before n_steps, so the last step is missing
def adagrad_reach(learning_rate, n_steps):
    distance = 0
    for k in range(1, n_steps):
        distance += learning_rate / math.sqrt(k)
    return distance


# %% wrong: the rule of thumb that the text calls not precise enough
def adagrad_reach(lr, n):
    return 2 * lr * np.sqrt(n)


# %% wrong: the length of the last step only, not the sum; divides by 0 for 0 steps
def adagrad_reach(learning_rate, n_steps):
    G = n_steps * 1.0 ** 2
    return learning_rate * 1.0 / np.sqrt(G)


# %% wrong: forgets the root (harmonic series) and forgets to multiply by the rate
def adagrad_reach(learning_rate, n_steps):
    k = np.arange(1, n_steps + 1)
    return np.sum(1 / k)


# %% wrong: the root over the whole sum
def adagrad_reach(learning_rate, n_steps):
    total = 0
    for k in range(1, n_steps + 1):
        total += 1 / k
    return learning_rate * math.sqrt(total)


# %% wrong: a constant step, eta times n
def adagrad_reach(learning_rate, n_steps):
    return learning_rate * n_steps


# %% wrong: multiplies by the root instead of dividing
def adagrad_reach(learning_rate, n_steps):
    return sum(learning_rate * math.sqrt(k) for k in range(1, n_steps + 1))
# %% wrong: rule of thumb
def adagrad_reach(learning_rate, n_steps):
    return 2 * learning_rate * math.sqrt(n_steps)
# %% wrong: the last step is missing
def adagrad_reach(learning_rate, n_steps):
    return learning_rate * sum(1 / math.sqrt(k) for k in range(1, n_steps))
# %% wrong: harmonic sum without root
def adagrad_reach(learning_rate, n_steps):
    s = 0
    for k in range(n_steps):
        s += learning_rate / (k + 1)
    return s


# %% wrong: sum starts at zero
def adagrad_reach(learning_rate, n_steps):
    return sum(learning_rate / math.sqrt(k) for k in range(1, n_steps))


# %% wrong: harmonic sum, loop one short (two)
def adagrad_reach(learning_rate, n_steps):
    s = 0
    for k in range(1, n_steps):
        s += 1 / k
    return learning_rate * s


# %% wrong: the integral instead of the sum
def adagrad_reach(learning_rate, n_steps):
    return 2 * learning_rate * (math.sqrt(n_steps + 1) - 1)


# %% wrong: 1/k without the root, and one step short
def adagrad_reach(learning_rate, n_steps):
    return learning_rate * sum(1 / k for k in range(1, n_steps))


# %% wrong: length of the last step only
def adagrad_reach(learning_rate, n_steps):
    if n_steps == 0:
        return 0.0
    return learning_rate / np.sqrt(n_steps)


# %% right: while loop downwards
def adagrad_reach(learning_rate, n_steps):
    if n_steps == 0:
        return 0.0
    total, k = 0.0, n_steps
    while k:
        total += learning_rate / math.sqrt(k)
        k -= 1
    return total


# %% wrong: last step missing
def adagrad_reach(learning_rate, n_steps):
    d = 0
    for k in range(1, n_steps):
        d += learning_rate / k ** 0.5
    return d


# %% wrong: the learning rate stands under the root together with k
def adagrad_reach(learning_rate, n_steps):
    k = np.arange(1, n_steps + 1)
    return np.sum(np.sqrt(learning_rate / k))


# %% wrong: two mistakes: the root is missing (eta / k), and the last step is left out
def adagrad_reach(learning_rate, n_steps):
    put = 0.0
    for k in range(1, n_steps):
        put += 1 / k
    return learning_rate * put
