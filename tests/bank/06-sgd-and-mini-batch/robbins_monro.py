# %% right: the two conditions with names
def robbins_monro(p):
    sum_is_infinite = p <= 1
    sum_of_squares_is_finite = 2 * p > 1
    return bool(sum_is_infinite and sum_of_squares_is_finite)


# %% wrong: 1/2 is let in, where the squares are the harmonic series
def robbins_monro(p):
    return 0.5 <= p <= 1


# %% wrong: p = 1 is shut out, though 1 + 1/2 + 1/3 + ... is infinite
def robbins_monro(p):
    if p > 1 / 2 and p < 1:
        return True
    return False


# %% wrong: only the squares are looked at, steps that run out (p > 1) pass
def robbins_monro(p):
    squares_finite = 2 * p > 1
    return squares_finite


# %% wrong: both borders the wrong way round
def robbins_monro(p):
    if p < 0.5:
        return False
    elif p >= 1:
        return False
    else:
        return True


# %% wrong: adds 10000 terms and calls the sum infinite if it is more than 15
def robbins_monro(p):
    k = np.arange(1, 10_001, dtype=float)
    eta = k ** (-p)
    return bool(eta.sum() > 15 and (eta**2).sum() < 15)


# %% wrong: only p = 1 is accepted, because 1/k is the example of the text
def robbins_monro(p):
    return p == 1


# %% wrong: the conditions are joined by or
def robbins_monro(p):
    return p <= 1 or 2 * p > 1


# %% wrong: the squares are compared as p squared
def robbins_monro(p):
    first = p <= 1
    second = p**2 > 1
    return first and second
# %% wrong: one is excluded
def robbins_monro(p):
    return 0.5 < p < 1
# %% wrong: only the second condition
def robbins_monro(p):
    if 2 * p > 1:
        return True
    return False


# %% wrong: one half included
def robbins_monro(p):
    return p >= 0.5 and p <= 1


# %% wrong: only that the steps go to zero (another idea)
def robbins_monro(p):
    return p > 0


# %% right: two named conditions
def robbins_monro(p):
    far_enough = not p > 1
    quiet_enough = 2 * p > 1
    return bool(far_enough and quiet_enough)


# %% wrong: at least one condition
def robbins_monro(p):
    return p <= 1 or p > 0.5


# %% wrong: squares: exponent p squared instead of 2p
def robbins_monro(p):
    first = p <= 1
    second = p**2 > 0.5
    return first and second


# %% wrong: sums of a hundred thousand steps compared with thresholds
def robbins_monro(p):
    k = np.arange(1, 100_001, dtype=float)
    steps = k ** -p
    return bool(steps.sum() > 10 and (steps**2).sum() < 10)


# %% right: not of two failures
def robbins_monro(p):
    runs_out = p > 1
    too_noisy = p + p <= 1
    return not (runs_out or too_noisy)


# %% right: chained comparison with doubled p
def robbins_monro(p):
    diverges = not p > 1
    converges = p + p > 1
    return bool(diverges and converges)


# %% wrong: the constant step is taken for allowed: p = 0 gives True
def robbins_monro(p):
    if p == 0:
        return True
    return bool(p > 0.5 and p <= 1)


# %% wrong: the range is written with the reciprocal without a guard: p = 0 ends in ZeroDivisionError
def robbins_monro(p):
    r = 1 / p
    return bool(r >= 1 and r < 2)


# %% wrong: it judges by partial sums of 1000 terms against arbitrary limits, so p close to the borders is misjudged
def robbins_monro(p):
    k = np.arange(1, 1001)
    eta = 1.0 / k ** p
    return bool(eta.sum() > 5 and (eta ** 2).sum() < 5)


# %% wrong: the sum of the steps tested numerically with a fixed bound
def robbins_monro(p):
    k = np.arange(1, 100001)
    s1 = np.sum(k ** -float(p))
    if p <= 0.5:
        return False
    return bool(s1 > 100)


# %% wrong: lower border 0, and 1 is excluded
def robbins_monro(p):
    return 0 < p < 1


# %% wrong: tests by rounding p to 1, which also accepts exponents between 1 and 1.5
def robbins_monro(p):
    return round(p) == 1


# %% wrong: judges convergence from partial sums with fixed thresholds, which misjudges exponents near the borders
def robbins_monro(p):
    k = np.arange(1, 100001)
    eta = 1.0 / k ** float(p)
    infinite = np.sum(eta) > 10
    finite = np.sum(eta ** 2) < 10
    return bool(infinite and finite)


# %% wrong: joined with & without brackets: it binds tighter than the comparisons and a float raises a TypeError
def robbins_monro(p):
    return p > 0.5 & p <= 1


# %% wrong: the squares are believed to be finite for p > 1/4 (k^-4p), and the border p = 1 is excluded
def robbins_monro(p):
    first = p < 1
    second = 4 * p > 1
    return first and second
