# %% right: a filled array of floats
def line_slope(a, b, x):
    return np.full(np.shape(x), a, dtype=float)


# %% right: power rule, a times x to the power 0
def line_slope(a, b, x):
    # (a * x**1 + b)' = 1 * a * x**0
    return 1 * a * x ** 0


# %% wrong: one number for an array, the slope is right but the shape of x is lost
def line_slope(a, b, x):
    return float(a)


# %% wrong: the height of the line instead of its slope
def line_slope(a, b, x):
    return a * x + b


# %% wrong: full_like takes the type of x, for whole numbers x a slope like 2.5 becomes 2
def line_slope(a, b, x):
    slopes = np.full_like(x, a)
    return slopes


# %% wrong: the b is kept, and the array is always flat because of len (two mistakes)
def line_slope(a, b, x):
    result = np.zeros(len(x))
    for i in range(len(x)):
        result[i] = a + b
    return result


# %% wrong: a times x, the b is dropped and the x is kept
def line_slope(a, b, x):
    return a * x


# %% wrong: ones in the shape of x, the a is forgotten
def line_slope(a, b, x):
    return np.ones_like(x, dtype=float)


# %% wrong: differences of neighbouring points by np.diff, one slope too few
def line_slope(a, b, x):
    y = a * x + b
    if np.ndim(x) == 0:
        return a
    return np.diff(y) / np.diff(x)
# %% wrong: the slope alone, not one for each point
def line_slope(a, b, x):
    x1 = x + 1
    y0, y1 = a * x + b, a * x1 + b
    return float(np.mean(y1 - y0))
# %% wrong: rise from the origin divided by x
def line_slope(a, b, x):
    return (a * x + b) / x
# %% wrong: full_like of an integer array cuts the slope
def line_slope(a, b, x):
    return np.full_like(x, a)


# %% wrong: b times ones
def line_slope(a, b, x):
    return b * np.ones(np.shape(x))


# %% wrong: a single number whatever x is, made by np.array([a]) of shape (1,)
def line_slope(a, b, x):
    return a * np.ones(len([x]))


# %% right: broadcast
def line_slope(a, b, x):
    return np.broadcast_to(float(a), np.shape(x)).copy()


# %% wrong: a row of slopes for a table too
def line_slope(a, b, x):
    if isinstance(x, np.ndarray):
        return np.array([a for _ in x])
    return a


# %% right: polynomials of numpy
def line_slope(a, b, x):
    derivative = np.polyder(np.array([a, b], dtype=float))
    return np.polyval(derivative, x)


# %% wrong: slope from the origin, height / x
def line_slope(a, b, x):
    x = np.asarray(x, dtype=float)
    return (a * x + b) / x


# %% wrong: the height divided by x
def line_slope(a, b, x):
    y = a * x + b
    return y / x


# %% wrong: the constant b is added to the slope, and the answer has no shape of x: one number also for an array (two)
def line_slope(a, b, x):
    return a + b


# %% wrong: misread: it gives the zero of the line, -b/a, and not its slope
def line_slope(a, b, x):
    # решаем a*x + b = 0
    корень = -b / a
    return корень * np.ones(np.shape(x))


# %% wrong: the constant b is not dropped (its derivative is 0), and the answer is one number instead of an array in the
def line_slope(a, b, x):
    d_ax = a
    d_b = b
    return d_ax + d_b
