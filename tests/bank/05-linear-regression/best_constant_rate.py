# %% right: one pass for both ends, factor without kappa
def best_constant_rate(eigenvalues):
    low = high = float(eigenvalues[0])
    for value in eigenvalues:
        low, high = min(low, float(value)), max(high, float(value))
    return 2 / (low + high), (high - low) / (high + low)


# %% right: the factor from the rate itself
def best_constant_rate(eigenvalues):
    ordered = sorted(np.asarray(eigenvalues, dtype=float))
    eta = 2.0 / (ordered[0] + ordered[-1])
    return (eta, abs(1.0 - eta * ordered[0]))


# %% wrong: takes the first and the last eigenvalue, as if they came sorted
def best_constant_rate(eigenvalues):
    lmin, lmax = eigenvalues[0], eigenvalues[-1]
    kappa = lmax / lmin
    return 2 / (lmin + lmax), (kappa - 1) / (kappa + 1)


# %% wrong: kappa upside down, the factor becomes negative
def best_constant_rate(eigenvalues):
    smallest = np.min(eigenvalues)
    largest = np.max(eigenvalues)
    kappa = smallest / largest
    eta_star = 2 / (smallest + largest)
    return eta_star, (kappa - 1) / (kappa + 1)


# %% wrong: one over the largest eigenvalue, the usual safe rate and not the best
def best_constant_rate(eigenvalues):
    L = max(eigenvalues)
    mu = min(eigenvalues)
    return 1 / L, 1 - mu / L


# %% wrong: two mistakes: the 2 on top is forgotten, and the factor is kappa itself
def best_constant_rate(eigenvalues):
    lam = np.sort(eigenvalues)
    return 1 / (lam[0] + lam[-1]), lam[-1] / lam[0]


# %% wrong: sorts the caller's array in place
def best_constant_rate(eigenvalues):
    eigenvalues.sort()
    a, b = eigenvalues[0], eigenvalues[-1]
    k = b / a
    return 2 / (a + b), (k - 1) / (k + 1)


# %% wrong: one over the mean of the eigenvalues
def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 1 / np.mean(eigenvalues), (kappa - 1) / (kappa + 1)


# %% wrong: two over the difference
def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / (high - low), (kappa - 1) / (kappa + 1)


# %% wrong: gives kappa in the second place
def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / (low + high), high / low


# %% wrong: two over the sum of all eigenvalues
def best_constant_rate(eigenvalues):
    kappa = max(eigenvalues) / min(eigenvalues)
    return 2 / sum(eigenvalues), (kappa - 1) / (kappa + 1)


# %% wrong: the pair is turned round
def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return (kappa - 1) / (kappa + 1), 2 / (low + high)


# %% wrong: the brackets of the factor are missing
def best_constant_rate(eigenvalues):
    low, high = np.min(eigenvalues), np.max(eigenvalues)
    kappa = high / low
    return 2 / (low + high), kappa - 1 / kappa + 1
# %% wrong: takes first and last without sorting
def best_constant_rate(eigenvalues):
    lo, hi = eigenvalues[0], eigenvalues[-1]
    return 2 / (lo + hi), (hi - lo) / (hi + lo)
# %% wrong: one over the largest
def best_constant_rate(eigenvalues):
    hi = max(eigenvalues)
    kappa = hi / min(eigenvalues)
    return 1 / hi, (kappa - 1) / (kappa + 1)
# %% wrong: kappa upside down makes the factor negative
def best_constant_rate(eigenvalues):
    a, b = np.min(eigenvalues), np.max(eigenvalues)
    kappa = a / b
    return 2 / (a + b), (kappa - 1) / (kappa + 1)


# %% wrong: two over the largest
def best_constant_rate(eigenvalues):
    lo, hi = np.min(eigenvalues), np.max(eigenvalues)
    return 2 / hi, (hi - lo) / (hi + lo)


# %% wrong: 1/(sum) and the order of the pair (two)
def best_constant_rate(eigenvalues):
    lo, hi = min(eigenvalues), max(eigenvalues)
    return (hi - lo) / (hi + lo), 1 / (lo + hi)


# %% wrong: root of kappa in the factor
def best_constant_rate(eigenvalues):
    low, high = min(eigenvalues), max(eigenvalues)
    kappa = np.sqrt(high / low)
    return 2 / (low + high), (kappa - 1) / (kappa + 1)


# %% wrong: no brackets, twice (two)
def best_constant_rate(eigenvalues):
    e = np.sort(eigenvalues)
    kappa = e[-1] / e[0]
    return 2 / e[0] + e[-1], kappa - 1 / kappa + 1


# %% wrong: 2 over the largest eigenvalue, and kappa for the factor
def best_constant_rate(eigenvalues):
    big = max(eigenvalues)
    return 2 / big, big / min(eigenvalues)


# %% wrong: two mistakes: the rate is 2 / lmax, and the factor is 1 - 1/kappa
def best_constant_rate(eigenvalues):
    top = max(eigenvalues)
    bottom = min(eigenvalues)
    return 2 / top, (top - bottom) / top


# %% wrong: the factor is that of the heavy-ball method, with the square root of kappa, not of plain descent
def best_constant_rate(eigenvalues):
    lam = np.sort(eigenvalues)
    kappa = lam[-1] / lam[0]
    root = np.sqrt(kappa)
    return 2 / (lam[0] + lam[-1]), (root - 1) / (root + 1)
