# %% right: three links in a loop
def d_arctan2_x3(x):
    links = [
        (lambda s: s**3, lambda s: 3 * s**2),
        (np.arctan, lambda s: 1 / (1 + s**2)),
        (lambda s: s**2, lambda s: 2 * s),
    ]
    value, slope = x, 1.0
    for f, df in links:
        slope = slope * df(value)
        value = f(value)
    return slope


# %% right: one formula, cubes by multiplication
def d_arctan2_x3(x):
    x2 = x * x
    x3 = x2 * x
    return 6 * x2 * np.arctan(x3) / (x3 * x3 + 1)


# %% wrong: the outermost link, the square, is not differentiated and is missing
def d_arctan2_x3(x):
    u = x**3
    return 3 * x**2 / (1 + u**2)


# %% wrong: Python reads x**3**2 as x to the ninth
def d_arctan2_x3(x):
    return 2 * np.arctan(x**3) * 3 * x**2 / (1 + x**3**2)


# %% wrong: takes arctan^2 x^3 for arctan of (x^3)^2
def d_arctan2_x3(x):
    inner = np.power(x, 6)
    d_inner = 6 * np.power(x, 5)
    return d_inner / (1 + inner * inner)


# %% wrong: the factor 2 of the square and the inner rate 3 x^2 are both forgotten (two mistakes)
def d_arctan2_x3(x):
    v = np.arctan(x**3)
    return v * 1 / (1 + x**6)


# %% wrong: takes NumPy's arctan2 for the square of arctan, with its arguments the wrong way round
def d_arctan2_x3(x):
    return 2 * np.arctan2(1, x**3) * 3 * x**2 / (1 + x**6)


# %% wrong: the inner rate is forgotten
def d_arctan2_x3(x):
    return 2 * np.arctan(x**3) / (1 + x**6)


# %% wrong: the middle rate is taken at x
def d_arctan2_x3(x):
    return 2 * np.arctan(x**3) * 3 * x**2 / (1 + x**2)


# %% wrong: (x^3)^2 is taken as x^5
def d_arctan2_x3(x):
    return 2 * np.arctan(x**3) * 1 / (1 + x**5) * 3 * x**2


# %% wrong: arctan squared cubed powers: 2 arctan x for the outer link
def d_arctan2_x3(x):
    return 2 * np.arctan(x) * 1 / (1 + x**6) * 3 * x**2
# %% wrong: x to the third is not squared in the denominator
def d_arctan2_x3(x):
    u = x**3
    return 2 * np.arctan(u) * 1 / (1 + u) * 3 * x**2
# %% wrong: outer factor two missing
def d_arctan2_x3(x):
    inner = x ** 3
    d_inner = 3 * x ** 2
    middle = np.arctan(inner)
    d_middle = 1 / (1 + inner ** 2)
    return middle * d_middle * d_inner
# %% wrong: takes arctan of x squared cubed, x**6 also in arctan
def d_arctan2_x3(x):
    return 2 * np.arctan(x**2) * 3 * x**2 / (1 + x**6)
# %% wrong: no inner derivative and no outer factor (two mistakes)
def d_arctan2_x3(x):
    return np.arctan(x ** 3) / (1 + x ** 6)


# %% wrong: outer two missing and sign in denominator
def d_arctan2_x3(x):
    return np.arctan(x**3) / (1 - x**6) * 3 * x**2


# %% wrong: central difference with large step
def d_arctan2_x3(x):
    F = lambda t: np.arctan(t**3) ** 2
    h = 0.01
    return (F(x + h) - F(x - h)) / (2 * h)


# %% wrong: denominator with x cubed instead of its square
def d_arctan2_x3(x):
    return 2 * np.arctan(x ** 3) * 3 * x ** 2 / (1 + x ** 3)


# %% wrong: the 2 in front lost
def d_arctan2_x3(x):
    u = x ** 3
    v = np.arctan(u)
    return v * 1 / (1 + u ** 2) * 3 * x ** 2


# %% wrong: denominator x to the fifth, inner derivative 3x (two)
def d_arctan2_x3(x):
    return 2 * np.arctan(x ** 3) / (1 + x ** 5) * 3 * x


# %% wrong: read as arctan of x to the 6: derivative of arctan(x^3)^2 without the factor arctan
def d_arctan2_x3(x):
    return 2 / (1 + x ** 6) * 3 * x ** 2


# %% wrong: no inner 3x^2 and 1 + x^3 (two)
def d_arctan2_x3(x):
    return 2 * np.arctan(x ** 3) / (1 + x ** 3)


# %% wrong: read as the cube of arctan x squared
def d_arctan2_x3(x):
    v = np.arctan(x**2)
    return 3 * v**2 * (2 * x) / (1 + x**4)


# %% wrong: arctan of x, and 1 + x^2 in the denominator (two)
def d_arctan2_x3(x):
    return 2 * np.arctan(x) * (1 / (1 + x**2)) * 3 * x**2


# %% wrong: the 3 of the cube is lost, and 1 - u**2 stands below
def d_arctan2_x3(x):
    u = x ** 3
    du = x ** 2
    return 2 * np.arctan(u) * du / (1 - u ** 2)


# %% wrong: the rate of the square is taken before the arctangent: 2*x^3 instead of 2*arctan(x^3)
def d_arctan2_x3(x):
    u = x**3
    du = 3 * x**2
    return 2 * u * 1 / (1 + u**2) * du


# %% wrong: arctan is taken for 1/tan, so the value of the middle link is wrong
def d_arctan2_x3(x):
    u = x**3
    v = 1 / np.tan(u)
    return 2 * v * (1 / (1 + u**2)) * 3 * x**2


# %% wrong: arctan² was read as the square of 1/(1+u²) without the outer rate, and the factor 3 of the cube is lost
def d_arctan2_x3(x):
    rate = 1 / (1 + x ** 6)
    return x ** 2 * rate ** 2
