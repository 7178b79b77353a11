# %% right: stretches numbers from [0, 1) to (-eps, eps)
def small_random_weights(n, eps, rng):
    return eps * (2 * rng.random(n + 1) - 1)


# %% right: draws one weight after the other into a list
def small_random_weights(n, eps, rng):
    weights = []
    while len(weights) <= n:
        weights.append(rng.uniform(-eps, eps))
    return np.array(weights)


# %% wrong: the intercept is forgotten, only n numbers
def small_random_weights(n, eps, rng):
    return rng.uniform(-eps, eps, size=n)


# %% wrong: draws from numpy's global generator, rng is not used
def small_random_weights(n, eps, rng):
    return np.random.uniform(-eps, eps, n + 1)


# %% wrong: normal numbers with deviation eps instead of uniform ones
def small_random_weights(n, eps, rng):
    w = rng.normal(loc=0.0, scale=eps, size=n + 1)
    return w


# %% wrong: two mistakes: positive numbers only, and one number repeated for all weights
def small_random_weights(n, eps, rng):
    value = rng.random() * eps
    return np.array([value for _ in range(n + 1)])


# %% wrong: positive numbers only, from 0 to eps
def small_random_weights(n, eps, rng):
    return rng.random(n + 1) * eps


# %% wrong: the intercept is zero
def small_random_weights(n, eps, rng):
    w = rng.uniform(-eps, eps, n + 1)
    w[0] = 0
    return w


# %% wrong: one number for all weights
def small_random_weights(n, eps, rng):
    return np.full(n + 1, rng.uniform(-eps, eps))


# %% wrong: a new generator with a fixed seed
def small_random_weights(n, eps, rng):
    rng = np.random.default_rng(1)
    return rng.uniform(-eps, eps, size=n + 1)


# %% wrong: between minus one half and one half of eps
def small_random_weights(n, eps, rng):
    return (rng.random(n + 1) - 0.5) * eps
# %% wrong: n numbers only
def small_random_weights(n, eps, rng):
    return rng.uniform(-eps, eps, n)
# %% wrong: normal distribution
def small_random_weights(n, eps, rng):
    w = rng.normal(0, eps, size=n + 1)
    return np.clip(w, -eps, eps)
# %% right: one by one, mirrored from a triangle-free formula
def small_random_weights(n, eps, rng):
    out = np.empty(n + 1)
    for i in range(n + 1):
        out[i] = eps - 2 * eps * rng.random()
    return out


# %% wrong: -eps + eps*r: between -eps and 0
def small_random_weights(n, eps, rng):
    return np.array([-eps + eps * rng.random() for _ in range(n + 1)])


# %% wrong: one number repeated
def small_random_weights(n, eps, rng):
    return np.ones(n + 1) * rng.uniform(-eps, eps)


# %% wrong: normal and the old generator (two)
def small_random_weights(n, eps, rng):
    return np.random.normal(0, eps, n)


# %% wrong: rng.random() - eps instead of -0.5 scaled: interval (-eps, 1 - eps)
def small_random_weights(n, eps, rng):
    return rng.random(n + 1) - eps


# %% right: list with one draw each
def small_random_weights(n, eps, rng):
    w = []
    while len(w) <= n:
        w.append(eps * (2 * rng.random() - 1))
    return np.array(w)


# %% wrong: width eps only: from minus eps to zero
def small_random_weights(n, eps, rng):
    return -eps + rng.random(n + 1) * eps


# %% wrong: one number n + 1 times
def small_random_weights(n, eps, rng):
    value = rng.uniform(-eps, eps)
    return np.array([value] * (n + 1))


# %% right: mix of two ends
def small_random_weights(n, eps, rng):
    share = rng.random(n + 1)
    return share * eps + (1 - share) * -eps


# %% right: one number after the other
def small_random_weights(n, eps, rng):
    return np.array([eps * (2 * rng.random() - 1) for _ in range(n + 1)])


# %% wrong: brackets missing: 2 r - eps
def small_random_weights(n, eps, rng):
    return 2 * rng.random(n + 1) - eps


# %% wrong: the difference of two uniform numbers has a triangular distribution, so the numbers near 0 are more likely than
def small_random_weights(n, eps, rng):
    a = rng.random(n + 1)
    b = rng.random(n + 1)
    return eps * (a - b)
