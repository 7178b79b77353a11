# %% right: powers by repeated squaring, recursively
def _power(q, k):
    if k == 0:
        return 1.0
    half = _power(q, k // 2)
    return half * half * q if k % 2 else half * half


def closed_form(w0, learning_rate, k):
    return w0 * _power(1 - 2 * learning_rate, k)


# %% right: the sign and the size of the factor apart
def closed_form(w0, learning_rate, k):
    q = 1 - 2 * learning_rate
    sign = -1 if q < 0 and k % 2 == 1 else 1
    return sign * w0 * abs(q) ** k


# %% wrong: the 2 of the derivative is forgotten, the factor is 1 - eta
def closed_form(w0, learning_rate, k):
    return w0 * (1 - learning_rate) ** k


# %% wrong: k times the same step, the slope is not computed anew (a line instead of a power)
def closed_form(w0, learning_rate, k):
    step = learning_rate * 2 * w0
    return w0 - k * step


# %% wrong: exp(-2 eta k), the solution for infinitely small steps
def closed_form(w0, learning_rate, k):
    return w0 * math.exp(-2 * learning_rate * k)


# %% wrong: the absolute value of the factor, the change of side is lost
def closed_form(w0, learning_rate, k):
    shrink = abs(1.0 - 2.0 * learning_rate)
    return w0 * np.power(shrink, k)


# %% wrong: two mistakes: the exponent is k - 1, and the plus 12 of the loss is added
def closed_form(w0, learning_rate, k):
    w = w0 * (1 - 2 * learning_rate) ** (k - 1)
    return w + 12


# %% wrong: the learning rate is raised, not the factor
def closed_form(w0, learning_rate, k):
    return w0 * (1 - 2 * learning_rate**k)


# %% wrong: the factor is 2 eta, the share that goes and not the share that stays
def closed_form(w0, learning_rate, k):
    return w0 * (2 * learning_rate) ** k


# %% wrong: k steps of the factor are multiplied by k
def closed_form(w0, learning_rate, k):
    return w0 * (1 - 2 * learning_rate) * k


# %% wrong: the loss after k steps
def closed_form(w0, learning_rate, k):
    return (w0 * (1 - 2 * learning_rate) ** k) ** 2 + 12


# %% wrong: w0 is raised too, the bracket stands round all
def closed_form(w0, learning_rate, k):
    return (w0 * (1 - 2 * learning_rate)) ** k
# %% wrong: multiplies by k instead of the power
def closed_form(w0, learning_rate, k):
    q = 1 - 2 * learning_rate
    return w0 * q * k
# %% wrong: plus two eta, and k minus one (two mistakes)
def closed_form(w0, learning_rate, k):
    return w0 * (1 + 2 * learning_rate) ** (k - 1)


# %% wrong: eta instead of two eta
def closed_form(w0, learning_rate, k):
    return (1 - learning_rate) ** k * w0


# %% wrong: factor times k
def closed_form(w0, learning_rate, k):
    return w0 - k * learning_rate * 2 * w0


# %% wrong: plus, and power k plus one (two)
def closed_form(w0, learning_rate, k):
    q = 1 + 2 * learning_rate
    return w0 * q ** (k + 1)


# %% right: factors multiplied with reduce
def closed_form(w0, learning_rate, k):
    from functools import reduce
    q = 1 - 2 * learning_rate
    return reduce(lambda w, _: w * q, range(k), w0)


# %% right: power by squaring
def closed_form(w0, learning_rate, k):
    base, power, exponent = 1 - 2 * learning_rate, 1.0, k
    while exponent:
        if exponent % 2:
            power *= base
        base *= base
        exponent //= 2
    return power * w0


# %% wrong: absolute factor, sides never change
def closed_form(w0, learning_rate, k):
    return w0 * np.abs(1 - 2 * learning_rate) ** k


# %% wrong: the factor is 2 eta - 1
def closed_form(w0, learning_rate, k):
    q = 2 * learning_rate - 1
    return w0 * q ** k


# %% wrong: 12 is added
def closed_form(w0, learning_rate, k):
    return (1 - 2 * learning_rate) ** k * w0 + 12


# %% wrong: returns the whole path
def closed_form(w0, learning_rate, k):
    q = 1 - 2 * learning_rate
    return [w0 * q ** i for i in range(k + 1)]


# %% wrong: the power is written with exp and log of the factor, which fails for a factor that is zero or negative
def closed_form(w0, learning_rate, k):
    q = 1 - 2 * learning_rate
    return w0 * math.exp(k * math.log(q))
