# %% right: the slope is even, so the fraction is taken at |z|
def d_sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


# %% right: square of half the hyperbolic secant of z/2
def d_sigmoid(z):
    half = np.asarray(z, dtype=float) / 2
    return (0.5 / np.cosh(half)) ** 2


# %% wrong: line 4 of the derivation as it stands: overflow, inf/inf = nan at -1000
def d_sigmoid(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


# %% wrong: s(1-s) with the unprotected sigmoid: right numbers, but a warning at -1000
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


# %% wrong: takes z for the value of the sigmoid and returns z(1-z)
def d_sigmoid(z):
    return z * (1 - z)


# %% wrong: two mistakes: one minus of the slide is lost (negative slope), works with scalars only
def d_sigmoid(z):
    bottom = 1 + math.exp(-abs(z))
    top = -math.exp(-abs(z))
    return top / bottom**2


# %% wrong: slope measured by a coarse one-sided difference instead of the formula
def d_sigmoid(z):
    def s(t):
        return 0.5 * (1 + np.tanh(t / 2))

    dx = 0.01
    return (s(z + dx) - s(z)) / dx


# %% wrong: forgets the second factor and returns 1 - sigmoid
def d_sigmoid(z):
    sig = 0.5 * (1.0 + np.tanh(0.5 * z))
    one_minus = 1.0 - sig
    return one_minus


# %% wrong: the value of the sigmoid instead of its slope
def d_sigmoid(z):
    z = np.clip(z, -700, 700)
    return 1 / (1 + np.exp(-z))


# %% wrong: s (1 + s)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return s * (1 + s)


# %% wrong: s squared minus s, the sign
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return s**2 - s


# %% wrong: the denominator is not squared
def d_sigmoid(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e)


# %% wrong: one minus s squared, as for tanh
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-np.clip(z, -700, 700)))
    return 1 - s**2
# %% wrong: s times one minus z
def d_sigmoid(z):
    s = 0.5 * (1 + np.tanh(z / 2))
    return s * (1 - z)
# %% wrong: sigmoid of z times one plus sigmoid
def d_sigmoid(z):
    s = 0.5 * (1 + np.tanh(0.5 * z))
    return s + s ** 2
# %% wrong: z clipped to 20, and s times one minus s squared (two mistakes)
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-np.clip(z, -20, 20)))
    return s * (1 - s ** 2)


# %% wrong: tanh derivative without the factor: 1 - t^2
def d_sigmoid(z):
    t = np.tanh(z / 2)
    return 1 - t**2


# %% wrong: s applied twice and overflow
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    s = 1 / (1 + np.exp(-s))
    return s * (1 - s)


# %% wrong: the slide's minus dropped
def d_sigmoid(z):
    e = np.exp(-np.abs(z))
    return -e / (1 + e) ** 2


# %% wrong: denominator not squared
def d_sigmoid(z):
    t = np.exp(-np.abs(z))
    return t / (1 + t)


# %% wrong: literal fraction with overflow and no square (two)
def d_sigmoid(z):
    return np.exp(-z) / (1 + np.exp(-z))


# %% wrong: exponent form gives nan at -1000
def d_sigmoid(z):
    with np.errstate(all="ignore"):
        return np.exp(-z) / (1 + np.exp(-z)) ** 2


# %% wrong: hyperbolic cosine squared overflows
def d_sigmoid(z):
    return 1 / (4 * np.cosh(np.asarray(z) / 2.0) ** 2)


# %% wrong: one minus the square as for tanh, and a naive exponential
def d_sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s**2)


# %% wrong: hyperbolic cosine overflows when squared
def d_sigmoid(z):
    return 1 / (4 * np.cosh(z / 2) ** 2)


# %% right: logaddexp
def d_sigmoid(z):
    log_slope = -np.logaddexp(0, z) - np.logaddexp(0, -np.asarray(z))
    return np.exp(log_slope)


# %% wrong: measured with a step of 1 on both sides: much too coarse, 0.2311 instead of 0.25 at 0
def d_sigmoid(z):
    def s(v):
        return (1 + np.tanh(v / 2)) / 2

    h = 1.0
    return (s(z + h) - s(z - h)) / (2 * h)


# %% wrong: the denominator is not squared, and e^z overflows with a warning for large positive z (two)
def d_sigmoid(z):
    экспонента = np.exp(z)
    return экспонента / (1 + экспонента)


# %% wrong: a secant with the step 0.1: right to a few thousandths only
def sigmoid(z):
    return (1 + np.tanh(np.asarray(z) / 2)) / 2


def d_sigmoid(z):
    h = 0.1
    z = np.asarray(z, dtype=float)
    return (sigmoid(z + h) - sigmoid(z)) / h
