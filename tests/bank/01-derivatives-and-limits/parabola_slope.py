# %% right: lets NumPy differentiate the polynomial
def parabola_slope(a, b, x):
    return np.polyval(np.polyder([a, 0, b]), x)


# %% right: the sum over both sides, x0 + x0, instead of 2 * x0
def parabola_slope(a, b, x):
    x_sum = x + x
    return a * x_sum


# %% wrong: the factor 2 is missing
def parabola_slope(a, b, x):
    return a * x


# %% wrong: a is forgotten and b is still there (two mistakes)
def parabola_slope(a, b, x):
    return np.multiply(2, x) + b


# %% wrong: differentiates twice, 2a at every point
def parabola_slope(a, b, x):
    return 2 * a * np.ones_like(x, dtype=float)


# %% wrong: takes a difference quotient with step 0.01 instead of the limit
def parabola_slope(a, b, x):
    dx = 0.01
    y = lambda s: a * s ** 2 + b
    return (y(x + dx) - y(x)) / dx


# %% wrong: the value of the parabola
def parabola_slope(a, b, x):
    return a * x**2 + b


# %% wrong: the b stays
def parabola_slope(a, b, x):
    return 2 * a * x + b


# %% wrong: the power is not lowered
def parabola_slope(a, b, x):
    return 2 * a * x**2
# %% wrong: forgets the factor two and keeps b (two mistakes)
def parabola_slope(a, b, x):
    return a * x + b
# %% wrong: the exponent came down but a was lost
def parabola_slope(a, b, x):
    derivative = 2 * x
    return derivative
# %% wrong: squares a too
def parabola_slope(a, b, x):
    f = lambda z: (a * z) ** 2 + b
    h = 1e-6
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: numerical derivative by forward difference with a coarse step
def parabola_slope(a, b, x):
    h = 0.001
    f = lambda s: a * s**2 + b
    return (f(x + h) - f(x)) / h


# %% wrong: power instead of product
def parabola_slope(a, b, x):
    return a * x ** 2


# %% wrong: power rule wrong: a is squared too (2*a squared)
def parabola_slope(a, b, x):
    return (2 * a) ** 2 * x


# %% right: exact by a central difference with step 1
def parabola_slope(a, b, x):
    p = lambda u: a * u * u
    return (p(x + 1) - p(x - 1)) / 2


# %% right: secant over both sides, exact for a parabola
def parabola_slope(a, b, x):
    def y(u):
        return a * u * u + b
    return (y(x + 1) - y(x - 1)) / 2


# %% wrong: quotient with a step of 0.1 instead of the limit
def parabola_slope(a, b, x):
    def f(t):
        return a * t**2 + b

    h = 0.1
    return (f(x + h) - f(x)) / h


# %% wrong: the height divided by x, without b
def parabola_slope(a, b, x):
    return (a * x ** 2 + b - b) / x


# %% wrong: the point is replaced by its absolute value, so slopes to the left of 0 have the wrong sign
def parabola_slope(a, b, x):
    крутизна = 2 * a * np.abs(x)
    return крутизна


# %% wrong: a is added where it should multiply, and the constant b is subtracted although it drops out (two)
def parabola_slope(a, b, x):
    return a + 2 * x - b


# %% wrong: the square is taken of a*x, so the derivative is 2*a**2*x
def parabola_slope(a, b, x):
    # (ax)^2 -> 2 * (ax) * a
    inner = a * x
    return 2 * inner * a


# %% wrong: the constant b is kept, and the factor 2 is missing (two)
def parabola_slope(a, b, x):
    slope = a * x
    slope = slope + b
    return slope


# %% wrong: the slopes of all points are added up, so an array gives one single number
def parabola_slope(a, b, x):
    total = 0.0
    for xi in np.atleast_1d(x):
        total += 2 * a * xi
    return total
