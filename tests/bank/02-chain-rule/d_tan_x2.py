# %% right: one plus the square of the tangent instead of one over the square of the cosine
def d_tan_x2(x):
    t = np.tan(x * x)
    return 2 * x * (1 + t * t)


# %% right: with the double angle, cos^2 u = (1 + cos 2u) / 2
def d_tan_x2(x):
    u = x ** 2
    cos_squared = (1 + np.cos(2 * u)) / 2
    return (x + x) / cos_squared


# %% wrong: differentiates (tan x)^2, the square is taken for the outer function
def d_tan_x2(x):
    tangent = np.tan(x)
    return 2 * tangent * (1 / np.cos(x) ** 2)


# %% wrong: only one of the two squares is there, the cosine itself is not squared
def d_tan_x2(x):
    u = x**2
    du = 2*x
    return du/np.cos(u)


# %% wrong: the outer rate is taken at 2x, f'(g'(x)), and is not multiplied by anything
def d_tan_x2(x):
    inner_derivative = 2 * x
    return 1.0 / np.cos(inner_derivative) ** 2


# %% wrong: adds the two rates, and the outer one is taken at x instead of x^2 (two mistakes)
def d_tan_x2(x):
    rates = [2 * x, np.cos(x) ** -2.0]
    return rates[0] + rates[1]


# %% wrong: the inner rate is forgotten
def d_tan_x2(x):
    return 1 / np.cos(x**2) ** 2


# %% wrong: 1 / cos^2 x times 2x, the outer rate is taken at x
def d_tan_x2(x):
    return 2 * x / np.cos(x) ** 2


# %% wrong: the derivative of tan is taken as 1 / sin^2
def d_tan_x2(x):
    return 2 * x / np.sin(x**2) ** 2
# %% wrong: the inner derivative is missing
def d_tan_x2(x):
    u = x ** 2
    return 1 / np.cos(u) ** 2
# %% wrong: reads tan squared
def d_tan_x2(x):
    return 2 * np.tan(x) / np.cos(x) ** 2
# %% right: by 1 + tan squared
def d_tan_x2(x):
    t = np.tan(x * x)
    return (t * t + 1) * (x + x)
# %% wrong: cosine not squared and factor 2 only (two mistakes)
def d_tan_x2(x):
    return 2 / np.cos(x ** 2)


# %% wrong: 1 - tan^2 and x instead of 2x
def d_tan_x2(x):
    t = np.tan(x**2)
    return x * (1 - t**2)


# %% wrong: square of x at the cosine of x, inner derivative as x (two)
def d_tan_x2(x):
    return x / np.cos(x) ** 2


# %% right: 1 + tan squared
def d_tan_x2(x):
    t = np.tan(np.square(x))
    return (1 + t * t) * (x + x)


# %% right: one plus the tangent squared
def d_tan_x2(x):
    t = np.tan(np.square(x))
    outer = 1 + t * t
    return outer * (x + x)


# %% wrong: row of the arctangent and inner rate x
def d_tan_x2(x):
    u = x * x
    return x / (1 + u**2)


# %% wrong: cosine not squared and 2x forgotten (two)
def d_tan_x2(x):
    inner = x ** 2
    return 1 / np.cos(inner)


# %% wrong: the outer rate is taken at the derivative 2x instead of x squared, and a minus sign is added (two)
def d_tan_x2(x):
    du = 2 * x
    return -du / np.cos(du) ** 2
