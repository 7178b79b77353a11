# %% right: difference of two logarithms
def logit(p):
    return np.log(p) - np.log1p(-np.asarray(p, dtype=float))


# %% right: math.log number by number, then back into the shape
def logit(p):
    values = np.asarray(p, dtype=float)
    out = np.array([math.log(v / (1 - v)) for v in values.flat]).reshape(values.shape)
    return out if out.ndim else float(out)


# %% wrong: the odds are upside down, so the sign is wrong
def logit(p):
    odds = (1 - p) / p
    return np.log(odds)


# %% wrong: returns the odds, the logarithm is forgotten
def logit(p):
    return p / (1 - p)


# %% wrong: takes "inverse" as one divided by sigmoid
def logit(p):
    sigma = 1 / (1 + np.exp(-p))
    return 1 / sigma


# %% wrong: two mistakes: logarithm to base ten, and the odds against instead of for
def logit(p):
    against = 1 - p
    return np.log10(against / p)


# %% wrong: finds z by bisection between -10 and 10 only, so extreme probabilities stick at 10
def logit(p):
    lo = np.full(np.shape(p), -10.0)
    hi = np.full(np.shape(p), 10.0)
    for _ in range(80):
        mid = (lo + hi) / 2
        below = 1 / (1 + np.exp(-mid)) < p
        lo = np.where(below, mid, lo)
        hi = np.where(below, hi, mid)
    return (lo + hi) / 2


# %% wrong: the sigmoid itself again
def logit(p):
    return 1 / (1 + np.exp(-p))


# %% wrong: ln p over ln (1 - p)
def logit(p):
    return np.log(p) / np.log(1 - p)


# %% wrong: the logarithm of p alone
def logit(p):
    return np.log(p)


# %% wrong: logarithm to base two
def logit(p):
    return np.log2(p / (1 - p))


# %% wrong: ln(1/p) - 1, the sign and the place of the minus one
def logit(p):
    return np.log(1 / p) - 1
# %% wrong: fraction upside down
def logit(p):
    return np.log((1 - p) / p)
# %% wrong: brackets missing
def logit(p):
    return np.log(p / 1 - p)
# %% wrong: base ten
def logit(p):
    odds = p / (1 - p)
    return np.log10(odds)
# %% wrong: minus in front and 1 + p (two mistakes)
def logit(p):
    return -np.log(p / (1 + p))


# %% wrong: logarithm to base ten
def logit(p):
    return np.log10(p / (1 - p))


# %% wrong: one over the sigmoid (another idea)
def logit(p):
    return 1 / (1 / (1 + np.exp(-p)))


# %% wrong: log10 of the upside-down odds (two)
def logit(p):
    return np.log10(1 / p) - np.log10(1 - p)


# %% right: difference of two logarithms
def logit(p):
    return np.log(p) - np.log1p(np.negative(p))


# %% right: area tangent
def logit(p):
    return 2 * np.arctanh(2 * np.asarray(p, dtype=float) - 1)


# %% wrong: math.log takes no arrays
def logit(p):
    return math.log(p / (1 - p))


# %% wrong: the logarithm of base 2 of the fraction upside down
def logit(p):
    return np.log2((1 - p) / p)


# %% wrong: five steps of a method that takes the slope for a quarter
def logit(p):
    p = np.asarray(p, dtype=float)
    z = np.zeros(p.shape)
    for _ in range(5):
        s = 1 / (1 + np.exp(-z))
        z = z + (p - s) / 0.25
    return z


# %% wrong: the logarithms are added instead of subtracted, and the first one is taken of 1 + p (log1p) (two)
def logit(p):
    return np.log1p(p) + np.log(1 - p)
