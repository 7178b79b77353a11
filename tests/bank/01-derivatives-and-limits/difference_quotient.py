# %% right: walks along the secant with a parameter from 0 to 1
def difference_quotient(f, x0, dx):
    along = lambda s: f(x0 + s * dx)
    return (along(1) - along(0)) / dx


# %% right: the old value minus the new one, over minus dx
def difference_quotient(f, x0, dx):
    start, end = [f(x) for x in (x0, x0 + dx)]
    return (start - end) / (-dx)


# %% wrong: brackets missing, only f(x0) is divided by dx
def difference_quotient(f, x0, dx):
    return f(x0 + dx) - f(x0) / dx


# %% wrong: divides by the size of dx, so for negative steps the sign is wrong
def difference_quotient(f, x0, dx):
    rise = f(x0 + dx) - f(x0)
    run = np.abs(dx)
    return rise / run


# %% wrong: takes dx for the second point itself instead of the way to it
def difference_quotient(f, x0, dx):
    x1 = dx
    delta_f = f(x1) - f(x0)
    delta_x = x1 - x0
    return delta_f / delta_x


# %% wrong: steps backwards to x0 - dx and has the sign the wrong way round (two mistakes)
def difference_quotient(f, x0, dx):
    y_old = f(x0)
    y_new = f(x0 - dx)
    return (y_new - y_old) / dx


# %% wrong: upside down, dx over df
def difference_quotient(f, x0, dx):
    return dx / (f(x0 + dx) - f(x0))


# %% wrong: the change of f is given, it is not divided
def difference_quotient(f, x0, dx):
    delta_f = f(x0 + dx) - f(x0)
    return delta_f


# %% wrong: divides by x0 + dx
def difference_quotient(f, x0, dx):
    x1 = x0 + dx
    return (f(x1) - f(x0)) / x1


# %% wrong: takes the step to both sides
def difference_quotient(f, x0, dx):
    return (f(x0 + dx) - f(x0 - dx)) / (2 * dx)
# %% wrong: reads dx as the second point
def difference_quotient(f, x0, dx):
    x1 = dx
    return (f(x1) - f(x0)) / (x1 - x0)
# %% wrong: backward difference
def difference_quotient(f, x0, dx):
    rise = f(x0) - f(x0 - dx)
    run = dx
    return rise / run
# %% wrong: always takes a positive step
def difference_quotient(f, x0, dx):
    dx = abs(dx)
    return (f(x0 + dx) - f(x0)) / dx
# %% right: run computed as the mean of both ends by a symmetrical secant
def difference_quotient(f, x0, dx):
    points = (x0, x0 + dx)
    heights = [f(p) for p in points]
    return (heights[1] - heights[0]) / dx
# %% wrong: upside down and backward (two mistakes)
def difference_quotient(f, x0, dx):
    return dx / (f(x0) - f(x0 - dx))


# %% wrong: divided by x0 instead of dx
def difference_quotient(f, x0, dx):
    y1 = f(x0)
    y2 = f(x0 + dx)
    return (y2 - y1) / x0


# %% wrong: backward point and missing brackets
def difference_quotient(f, x0, dx):
    return f(x0) - f(x0 - dx) / dx


# %% wrong: takes the absolute value of the step
def difference_quotient(f, x0, dx):
    rise = f(x0 + dx) - f(x0)
    run = abs(dx)
    return rise / run


# %% wrong: symmetric, and divides by one dx (two)
def difference_quotient(f, x0, dx):
    return (f(x0 + dx) - f(x0 - dx)) / dx


# %% right: new point first, then divides by its distance
def difference_quotient(f, x0, dx):
    x1 = x0 + dx
    rise, run = f(x1) - f(x0), x1 - x0
    return rise / run


# %% wrong: dx taken for the second point
def difference_quotient(f, x0, dx):
    delta_f = f(dx) - f(x0)
    delta_x = dx - x0
    return delta_f / delta_x


# %% wrong: reversed difference and no division (two)
def difference_quotient(f, x0, dx):
    old = f(x0)
    new = f(x0 + dx)
    return old - new


# %% wrong: the quotient is rounded to two decimals
def difference_quotient(f, x0, dx):
    df = f(x0 + dx) - f(x0)
    return round(df / dx, 2)


# %% wrong: the difference is reversed and divided by 2 dx
def difference_quotient(f, x0, dx):
    df = f(x0) - f(x0 + dx)
    return df / (2 * dx)


# %% wrong: the size of the quotient
def difference_quotient(f, x0, dx):
    return abs((f(x0 + dx) - f(x0)) / dx)


# %% wrong: the quotient is upside down (run over rise) and the rise has the wrong sign (two)
def difference_quotient(f, x0, dx):
    rise = f(x0) - f(x0 + dx)
    return dx / rise


# %% wrong: the answer is rounded to four digits, so it is not the quotient for small slopes and small steps
def difference_quotient(f, x0, dx):
    q = (f(x0 + dx) - f(x0)) / dx
    return round(q, 4)


# %% wrong: small steps are treated as zero: for |dx| below 1e-3 it returns 0 although every dx except 0 is allowed
def difference_quotient(f, x0, dx):
    EPS = 1e-3
    if abs(dx) < EPS:
        return 0.0
    return (f(x0 + dx) - f(x0)) / dx
