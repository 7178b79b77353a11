# %% right: min with a key
def best_step(f, df, x0, hs):
    truth = df(x0)
    return min(hs, key=lambda h: abs((f(x0 + h) - f(x0)) / h - truth))


# %% right: squares of the errors, sorted
def best_step(f, df, x0, hs):
    squared = ((f(x0 + hs) - f(x0)) / hs - df(x0)) ** 2
    ranking = np.argsort(squared)
    return hs[ranking[0]]


# %% wrong: gives the place in the array instead of the step
def best_step(f, df, x0, hs):
    forward = (f(x0 + hs) - f(x0)) / hs
    return np.argmin(np.abs(forward - df(x0)))


# %% wrong: no absolute value, the most negative error wins
def best_step(f, df, x0, hs):
    best_h, best_error = None, float("inf")
    for h in hs:
        error = (f(x0 + h) - f(x0)) / h - df(x0)
        if error < best_error:
            best_h, best_error = h, error
    return best_h


# %% wrong: central instead of forward difference, and the error is returned, not the step (two)
def best_step(f, df, x0, hs):
    errors = []
    for h in hs:
        slope = (f(x0 + h) - f(x0 - h)) / (2 * h)
        errors.append(abs(slope - df(x0)))
    return min(errors)


# %% wrong: stops as soon as the error grows, which supposes that hs goes from large to small
def best_step(f, df, x0, hs):
    def error(h):
        return abs((f(x0 + h) - f(x0)) / h - df(x0))

    k = 0
    while k + 1 < len(hs) and error(hs[k + 1]) < error(hs[k]):
        k += 1
    return hs[k]


# %% wrong: the step nearest to 1e-8, a rule of thumb, without looking at f
def best_step(f, df, x0, hs):
    distance = np.abs(np.log10(hs) + 8)
    return hs[distance.argmin()]


# %% wrong: the smallest step is taken to be the best
def best_step(f, df, x0, hs):
    return np.min(hs)


# %% wrong: the step with the largest error
def best_step(f, df, x0, hs):
    errors = np.abs((f(x0 + hs) - f(x0)) / hs - df(x0))
    return hs[np.argmax(errors)]


# %% wrong: compares with the derivative at the moved point
def best_step(f, df, x0, hs):
    best = hs[0]
    smallest = np.inf
    for h in hs:
        error = abs((f(x0 + h) - f(x0)) / h - df(x0 + h))
        if error < smallest:
            smallest = error
            best = h
    return best


# %% wrong: the first step that is good enough
def best_step(f, df, x0, hs):
    for h in hs:
        if abs((f(x0 + h) - f(x0)) / h - df(x0)) < 1e-6:
            return h
    return hs[-1]
# %% wrong: the error is not taken without sign
def best_step(f, df, x0, hs):
    errors = (f(x0 + hs) - f(x0)) / hs - df(x0)
    return hs[errors.argmin()]
# %% wrong: returns the place in the array
def best_step(f, df, x0, hs):
    best, best_err = 0, np.inf
    for i, h in enumerate(hs):
        err = abs((f(x0 + h) - f(x0)) / h - df(x0))
        if err < best_err:
            best, best_err = i, err
    return best
# %% wrong: measures with the central difference
def best_step(f, df, x0, hs):
    def err(h):
        return abs((f(x0 + h) - f(x0 - h)) / (2 * h) - df(x0))
    return min(hs, key=err)
# %% right: sorts pairs of error and step
def best_step(f, df, x0, hs):
    pairs = [(abs((f(x0 + h) - f(x0)) / h - df(x0)), h) for h in hs]
    pairs.sort()
    return pairs[0][1]


# %% wrong: loop never updates the best error
def best_step(f, df, x0, hs):
    best = hs[0]
    err = 1e9
    for h in hs:
        e = abs((f(x0 + h) - f(x0)) / h - df(x0))
        if e < err:
            best = h
    return best


# %% wrong: returns the place of the step
def best_step(f, df, x0, hs):
    err = [abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in hs]
    return int(np.argmin(err))


# %% wrong: forgets the absolute value
def best_step(f, df, x0, hs):
    q = (f(x0 + hs) - f(x0)) / hs
    err = q - df(x0)
    return hs[np.argmin(err)]


# %% wrong: uses the central difference
def best_step(f, df, x0, hs):
    q = (f(x0 + hs) - f(x0 - hs)) / (2 * hs)
    return hs[np.argmin(np.abs(q - df(x0)))]


# %% wrong: returns the smallest error, and without abs (two)
def best_step(f, df, x0, hs):
    best = min([(f(x0 + h) - f(x0)) / h - df(x0) for h in hs])
    return best


# %% right: sorted with a key, list comprehension
def best_step(f, df, x0, hs):
    true = df(x0)
    ranked = sorted(hs, key=lambda h: abs((f(x0 + h) - f(x0)) / h - true))
    return ranked[0]


# %% wrong: best error initialised with 0, so nothing is ever better; returns the first one
def best_step(f, df, x0, hs):
    best = hs[0]
    smallest = 0
    for h in hs:
        err = abs((f(x0 + h) - f(x0)) / h - df(x0))
        if err < smallest:
            smallest = err
            best = h
    return best


# %% wrong: forgets to update the smallest error
def best_step(f, df, x0, hs):
    best, best_err = None, np.inf
    for h in hs:
        e = abs((f(x0 + h) - f(x0)) / h - df(x0))
        if e < best_err:
            best = h
    return best


# %% wrong: argmax instead of argmin and the index returned (two)
def best_step(f, df, x0, hs):
    err = np.abs((f(x0 + hs) - f(x0)) / hs - df(x0))
    return np.argmax(err)


# %% right: loop with the best so far, squared error
def best_step(f, df, x0, hs):
    target = df(x0)
    best, least = None, np.inf
    for h in hs:
        miss = ((f(x0 + h) - f(x0)) / h - target) ** 2
        if miss < least:
            best, least = h, miss
    return best


# %% wrong: takes the largest step whose error is under a tolerance
def best_step(f, df, x0, hs):
    good = [h for h in hs if abs((f(x0 + h) - f(x0)) / h - df(x0)) < 1e-6]
    if good:
        return max(good)
    return min(hs)


# %% wrong: central difference, and no absolute value
def best_step(f, df, x0, hs):
    q = (f(x0 + hs) - f(x0 - hs)) / (2 * hs)
    return hs[np.argmin(q - df(x0))]


# %% wrong: running minimum that forgets to lower the bar
def best_step(f, df, x0, hs):
    best = hs[0]
    best_err = abs((f(x0 + best) - f(x0)) / best - df(x0))
    for h in hs:
        e = abs((f(x0 + h) - f(x0)) / h - df(x0))
        if e < best_err:
            best = h
    return best


# %% wrong: compares with the slope at x0 + h and returns the error
def best_step(f, df, x0, hs):
    err = np.abs((f(x0 + hs) - f(x0)) / hs - df(x0 + hs))
    return err.min()


# %% wrong: no size around the difference, but around its two parts
def best_step(f, df, x0, hs):
    q = np.array([(f(x0 + h) - f(x0)) / h for h in hs])
    return hs[np.argmin(abs(q) - abs(df(x0)))]


# %% wrong: the smallest quotient
def best_step(f, df, x0, hs):
    q = np.array([(f(x0 + h) - f(x0)) / h for h in hs])
    return hs[np.argmin(q)]


# %% wrong: the first step of hs
def best_step(f, df, x0, hs):
    return hs[0]


# %% wrong: the error is not divided by h
def best_step(f, df, x0, hs):
    return hs[np.argmin(np.abs(f(x0 + hs) - f(x0) - df(x0) * hs))]


# %% wrong: the quotients are compared with the height f(x0) instead of the true slope df(x0)
def best_step(f, df, x0, hs):
    quotients = (f(x0 + hs) - f(x0)) / hs
    true_value = f(x0)
    i = np.abs(quotients - true_value).argmin()
    return hs[i]


# %% wrong: steps sorted for the errors, the index used in the unsorted array, and argmax (two)
def best_step(f, df, x0, hs):
    s = np.sort(hs)
    err = np.abs((f(x0 + s) - f(x0)) / s - df(x0))
    return hs[np.argmax(err)]


# %% wrong: hs is sorted before the errors are compared but the index is looked up in the unsorted array
def best_step(f, df, x0, hs):
    ordered = np.sort(hs)
    errors = [abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in ordered]
    return hs[np.argmin(errors)]


# %% wrong: the errors are computed for the sorted steps, but the number found is used in the unsorted hs, so a wrong step
def best_step(f, df, x0, hs):
    ordered = np.sort(hs)
    errors = [abs((f(x0 + h) - f(x0)) / h - df(x0)) for h in ordered]
    k = errors.index(min(errors))
    return hs[k]


# %% wrong: the difference is compared with h*df(x0) and never divided by h, so the error of the height is measured and the
def best_step(f, df, x0, hs):
    def miss(h):
        rise = f(x0 + h) - f(x0)
        return abs(rise - df(x0) * h)

    return min(hs, key=miss)


# %% wrong: two mistakes: argmax instead of argmin, and df is taken at x0 + hs instead of x0
def best_step(f, df, x0, hs):
    quotient = (f(x0 + hs) - f(x0)) / hs
    error = abs(quotient - df(x0 + hs))
    return hs[error.argmax()]
