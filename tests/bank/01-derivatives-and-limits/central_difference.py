# %% right: the mean of the forward and the backward quotient
def central_difference(f, x0, h):
    right = (f(x0 + h) - f(x0)) / h
    left = (f(x0) - f(x0 - h)) / h
    return (left + right) / 2


# %% right: half a step to both sides
def central_difference(f, x0, h):
    half = h / 2
    return (f(x0 + half) - f(x0 - half)) / h


# %% right: the formula with five points, its error is even smaller
def central_difference(f, x0, h):
    weights = {-2: 1, -1: -8, 1: 8, 2: -1}
    return sum(w * f(x0 + k * h) for k, w in weights.items()) / (12 * h)


# %% wrong: divides by h, the way between the points is 2h
def central_difference(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / h


# %% wrong: without brackets in the denominator, / 2 * h divides by 2 and multiplies by h
def central_difference(f, x0, h):
    up = f(x0 + h)
    down = f(x0 - h)
    return (up - down) / 2 * h


# %% wrong: left minus right, and the 2 is missing below (two mistakes)
def central_difference(f, x0, h):
    f_right, f_left = f(x0 + h), f(x0 - h)
    return (f_left - f_right) / h


# %% wrong: does not use h but a step of its own
def central_difference(f, x0, h):
    eps = 1e-3
    return (f(x0 + eps) - f(x0 - eps)) / (2 * eps)


# %% wrong: in the mean of two quotients the left one has the wrong sign, the slopes cancel
def central_difference(f, x0, h):
    quotients = []
    for step in [h, -h]:
        quotients.append((f(x0 + step) - f(x0)) / h)
    return np.mean(quotients)


# %% wrong: the forward quotient, from one side
def central_difference(f, x0, h):
    return (f(x0 + h) - f(x0)) / h


# %% wrong: half a step to each side, divided by 2 h
def central_difference(f, x0, h):
    return (f(x0 + h / 2) - f(x0 - h / 2)) / (2 * h)


# %% wrong: the mean of the two values instead of their difference
def central_difference(f, x0, h):
    return (f(x0 + h) + f(x0 - h)) / (2 * h)


# %% wrong: the formula for the second derivative
def central_difference(f, x0, h):
    return (f(x0 + h) - 2 * f(x0) + f(x0 - h)) / h**2
# %% wrong: divides by h
def central_difference(f, x0, h):
    right = f(x0 + h)
    left = f(x0 - h)
    return (right - left) / h
# %% wrong: ignores the step given
def central_difference(f, x0, h):
    h = 1e-5
    return (f(x0 + h) - f(x0 - h)) / (2 * h)
# %% right: mean of the one-sided slopes
def central_difference(f, x0, h):
    def side(s):
        return (f(x0 + s * h) - f(x0)) / (s * h)
    return sum(map(side, (1, -1))) / 2
# %% wrong: plus between the values, divided by h only (two mistakes)
def central_difference(f, x0, h):
    return (f(x0 + h) + f(x0 - h)) / h


# %% wrong: mean of two forward differences instead of forward and backward
def central_difference(f, x0, h):
    a = (f(x0 + h) - f(x0)) / h
    b = (f(x0 + 2 * h) - f(x0 + h)) / h
    return (a + b) / 2


# %% wrong: left minus right and not halved
def central_difference(f, x0, h):
    lo = f(x0 - h)
    hi = f(x0 + h)
    return (lo - hi) / h


# %% right: mean of the forward and the backward difference
def central_difference(f, x0, h):
    fwd = (f(x0 + h) - f(x0)) / h
    bwd = (f(x0) - f(x0 - h)) / h
    return (fwd + bwd) / 2


# %% wrong: brackets around 2 * h lost
def central_difference(f, x0, h):
    return (f(x0 + h) - f(x0 - h)) / 2 * h


# %% wrong: its own tiny step
def central_difference(f, x0, h):
    h = 1e-6
    return (f(x0 + h) - f(x0 - h)) / (2 * h)


# %% wrong: half steps, divided by the double step, and sign exchanged (two)
def central_difference(f, x0, h):
    return (f(x0 - h / 2) - f(x0 + h / 2)) / (2 * h)


# %% wrong: averages the forward quotients for h and h/2
def central_difference(f, x0, h):
    one = (f(x0 + h) - f(x0)) / h
    two = (f(x0 + h / 2) - f(x0)) / (h / 2)
    return (one + two) / 2


# %% right: richardson: two central differences combined
def central_difference(f, x0, h):
    def d(step):
        return (f(x0 + step) - f(x0 - step)) / (2 * step)
    return (4 * d(h / 2) - d(h)) / 3


# %% wrong: step replaced by its own small one
def central_difference(f, x0, h):
    h = min(h, 1e-4)
    return (f(x0 + h) - f(x0 - h)) / (2 * h)


# %% right: Richardson's combination of two central differences
def central_difference(f, x0, h):
    def plain(step):
        return (f(x0 + step) - f(x0 - step)) / (2 * step)

    return (4 * plain(h / 2) - plain(h)) / 3


# %% wrong: points half a step away but divided by 2h
def central_difference(f, x0, h):
    right = f(x0 + h / 2)
    left = f(x0 - h / 2)
    return (right - left) / (2 * h)


# %% wrong: forward, and divided by 2h (two)
def central_difference(f, x0, h):
    return (f(x0 + h) - f(x0)) / (2 * h)


# %% right: the mean of the two one-sided quotients
def central_difference(f, x0, h):
    right = (f(x0 + h) - f(x0)) / h
    left = (f(x0) - f(x0 - h)) / h
    return (right + left) / 2


# %% wrong: mean of the quotients over h and over 2h, both to the right
def central_difference(f, x0, h):
    q = lambda d: (f(x0 + d) - f(x0)) / d
    return (q(h) + q(2 * h)) / 2


# %% wrong: the values are added instead of subtracted, and it is divided by h instead of 2h (two)
def central_difference(f, x0, h):
    a = f(x0 + h)
    b = f(x0 - h)
    return (a + b) / h


# %% wrong: the given step is replaced by a fixed 1e-12, where rounding spoils the result
def central_difference(f, x0, h):
    h = 1e-12
    return (f(x0 + h) - f(x0 - h)) / (2 * h)


# %% wrong: the left point is at x0 - 2h but the division is still by 2h instead of by the distance 3h
def central_difference(f, x0, h):
    a, b = x0 - 2 * h, x0 + h
    return (f(b) - f(a)) / (2 * h)


# %% wrong: the backward difference f(x0)-f(x0-h) is used with only one side, and it is divided by 2h on top (two)
def central_difference(f, x0, h):
    delta = f(x0) - f(x0 - h)
    return delta / (2 * h)
