# %% right: simplified, minus tan(sin s) cos s / s
def d_ln_cos2_sin_sqrt(x):
    s = np.sqrt(x)
    return -np.tan(np.sin(s)) * np.cos(s) / s


# %% right: the product of five rates
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    d = c**2
    rates = [1 / (2 * a), np.cos(a), -np.sin(b), 2 * c, 1 / d]
    answer = 1.0
    for r in rates:
        answer = answer * r
    return answer


# %% wrong: the rate of the root is forgotten; at 0.25 it is 1, so the example fits
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    return -2 * np.tan(np.sin(a)) * np.cos(a)


# %% wrong: 1 / 2 * sqrt(x) multiplies by the root instead of dividing by it
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    da = 1 / 2 * np.sqrt(x)
    b = np.sin(a)
    db = np.cos(a) * da
    c = np.cos(b)
    dc = -np.sin(b) * db
    d = c ** 2
    dd = 2 * c * dc
    return dd / d


# %% wrong: the square of the cosine is forgotten, so the answer is half, and the minus too (two)
def d_ln_cos2_sin_sqrt(x):
    s = np.sqrt(x)
    return np.tan(np.sin(s)) * np.cos(s) / (2 * s)


# %% wrong: every local rate is taken at x itself
def d_ln_cos2_sin_sqrt(x):
    return (1 / x) * (2 * x) * (-np.sin(x)) * np.cos(x) / (2 * np.sqrt(x))


# %% wrong: the link sin is left out: ln cos^2(sqrt x) is differentiated, cos(sqrt x) is missing
def d_ln_cos2_sin_sqrt(x):
    # ln cos^2 u  ->  -2 tan u
    u = np.sqrt(x)
    du = 1 / (2 * np.sqrt(x))
    return -2 * np.tan(u) * du


# %% wrong: the minus of the cosine's rate is missing
def d_ln_cos2_sin_sqrt(x):
    r = np.sqrt(x)
    s = np.sin(r)
    return 2 * np.tan(s) * np.cos(r) / (2 * r)


# %% wrong: the link cos(sqrt x) is missing
def d_ln_cos2_sin_sqrt(x):
    r = np.sqrt(x)
    s = np.sin(r)
    c = np.cos(s)
    return 1 / c**2 * 2 * c * (-np.sin(s)) / (2 * r)


# %% wrong: the inside of the logarithm is not put below
def d_ln_cos2_sin_sqrt(x):
    r = np.sqrt(x)
    s = np.sin(r)
    c = np.cos(s)
    return 2 * c * (-np.sin(s)) * np.cos(r) / (2 * r)


# %% wrong: one over cos instead of one over cos squared for the logarithm
def d_ln_cos2_sin_sqrt(x):
    r = np.sqrt(x)
    s = np.sin(r)
    c = np.cos(s)
    return 1 / c * 2 * c * (-np.sin(s)) * np.cos(r) / (2 * r)
# %% wrong: sign of the cosine's derivative lost
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    return 1 / c**2 * 2 * c * np.sin(b) * np.cos(a) / (2 * a)
# %% wrong: derivative of the root without the factor one half, precedence slip
def d_ln_cos2_sin_sqrt(x):
    s = np.sqrt(x)
    return -2 * np.tan(np.sin(s)) * np.cos(s) / 2 * s
# %% right: simplified first
def d_ln_cos2_sin_sqrt(x):
    r = x ** 0.5
    return -np.tan(np.sin(r)) * np.cos(r) / r
# %% wrong: sign lost and root's derivative missing (two mistakes)
def d_ln_cos2_sin_sqrt(x):
    s = np.sin(np.sqrt(x))
    return 2 * np.sin(s) / np.cos(s) * np.cos(np.sqrt(x))


# %% wrong: tan(s) not of sin(s), and sqrt rate 1/sqrt
def d_ln_cos2_sin_sqrt(x):
    s = np.sqrt(x)
    return -2 * np.tan(s) * np.cos(s) / s


# %% wrong: minus lost
def d_ln_cos2_sin_sqrt(x):
    s = np.sqrt(x)
    return 2 * np.tan(np.sin(s)) * np.cos(s) / (2 * s)


# %% wrong: the root's slope not halved
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    return 1 / c ** 2 * 2 * c * (-np.sin(b)) * np.cos(a) / np.sqrt(x)


# %% wrong: sine of cosine and a lost 2 (two)
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    return -np.tan(b) * np.cos(b) / (2 * a)


# %% wrong: sign lost and the root's 1/2 forgotten (two)
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x); b = np.sin(a)
    return 2 * np.tan(b) * np.cos(a) / a


# %% right: simplified with the tangent
def d_ln_cos2_sin_sqrt(x):
    r = np.sqrt(x)
    return -np.tan(np.sin(r)) * np.cos(r) / r


# %% wrong: the logarithm's rate uses c and not its square
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    d = c**2
    return 1 / (2 * a) * np.cos(a) * -np.sin(b) * 2 * c / c


# %% wrong: rate of the sine at its own value
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    d = c**2
    rates = np.array([1 / (2 * a), np.cos(b), -np.sin(b), 2 * c, 1 / d])
    return np.prod(rates, axis=0)


# %% wrong: simplified with the cotangent
def d_ln_cos2_sin_sqrt(x):
    r = np.sqrt(x)
    return -np.cos(r) / (r * np.tan(np.sin(r)))


# %% wrong: sign lost, root's rate 1/(2x) (two)
def d_ln_cos2_sin_sqrt(x):
    s = np.sqrt(x)
    return 2 * np.tan(np.sin(s)) * np.cos(s) * 1 / (2 * x)


# %% wrong: the logarithm has the rate 1/c instead of 1/d
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    da = 1 / (2 * a)
    db = np.cos(a) * da
    dc = -np.sin(b) * db
    dd = 2 * c * dc
    return dd / c


# %% wrong: the sine has the rate cos(sin a)
def d_ln_cos2_sin_sqrt(x):
    r = np.sqrt(x)
    s = np.sin(r)
    return -np.tan(s) * np.cos(s) / r


# %% wrong: the rate of the root and the minus are missing
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    return (1 / c ** 2) * (2 * c) * np.sin(b) * np.cos(a)


# %% wrong: the 2 of the square is missing
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x); b = np.sin(a); c = np.cos(b)
    return 1 / (2 * a) * np.cos(a) * -np.sin(b) * c / c ** 2


# %% wrong: the logarithm's rate is 1/c instead of 1/d: the square is forgotten in what enters the logarithm
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    r1 = 0.5 / a
    r2 = np.cos(a)
    r3 = -np.sin(b)
    r4 = 2 * c
    r5 = 1 / c
    return r1 * r2 * r3 * r4 * r5


# %% wrong: the sign minus of the cosine is lost, and the factor of the square 2c is only c (two)
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    y = c * (1 / c**2)
    y = y * np.sin(b)
    y = y * np.cos(a)
    y = y / (2 * a)
    return y


# %% wrong: the minus of the cosine's derivative is missing, and so is the rate of the root (two)
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    return 2 * np.tan(b) * np.cos(a)


# %% wrong: the rate of the logarithm is taken at c instead of at d = c^2, and the rate of the sine is given a minus, so
def d_ln_cos2_sin_sqrt(x):
    a = x**0.5
    b = np.sin(a)
    c = np.cos(b)
    rates = (0.5 / a, -np.cos(a), -np.sin(b), 2 * c, 1 / c)
    return np.prod(np.array(rates), axis=0)


# %% wrong: the rate of ln is taken as 1/c (the cosine not squared), and the rate of the sine is -cos a with a wrong minus
def d_ln_cos2_sin_sqrt(x):
    a = np.sqrt(x)
    b = np.sin(a)
    c = np.cos(b)
    rate_ln = 1 / c
    rate_sq = 2 * c
    rate_cos = -np.sin(b)
    rate_sin = -np.cos(a)
    rate_sqrt = 1 / (2 * a)
    return rate_ln * rate_sq * rate_cos * rate_sin * rate_sqrt
