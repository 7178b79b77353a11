# %% right: a dictionary of functions, the one that is needed is called at the end
def table_derivative(name, x, p=None):
    table = {
        "const": lambda: 0.0 * x,
        "pow": lambda: p * np.power(x, p - 1.0),
        "exp": lambda: np.exp(x),
        "a_pow": lambda: np.power(float(p), x) * np.log(p),
        "ln": lambda: np.divide(1.0, x),
        "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x),
        "cos": lambda: -np.sin(x),
        "tan": lambda: 1 + np.tan(x) ** 2,
        "sqrt": lambda: 0.5 / np.sqrt(x),
        "arctan": lambda: 1 / (1 + np.square(x)),
    }
    return table[name]()


# %% right: exp, ln and sqrt are taken from the more general rows by recursion
def table_derivative(name, x, p=None):
    if name == "exp":
        return table_derivative("a_pow", x, np.e)
    if name == "ln":
        return table_derivative("log_a", x, np.e)
    if name == "sqrt":
        return table_derivative("pow", x, 0.5)
    if name == "const":
        return np.zeros(np.shape(x))
    if name == "pow":
        return p * np.float_power(x, p - 1)
    if name == "a_pow":
        return np.exp(np.multiply(x, np.log(p))) * np.log(p)
    if name == "log_a":
        return 1.0 / np.multiply(x, np.log(p))
    if name == "sin":
        return np.cos(x)
    if name == "cos":
        return np.sin(np.negative(x))
    if name == "tan":
        return np.cos(x) ** -2.0
    return (1 + np.multiply(x, x)) ** -1.0


# %% wrong: ln and tan as the slide prints them without the prime, the functions themselves
def table_derivative(name, x, p=None):
    if name == "const":
        return np.zeros_like(x, dtype=float)
    elif name == "pow":
        return p * x ** (p - 1.0)
    elif name == "exp":
        return np.exp(x)
    elif name == "a_pow":
        return p**x * np.log(p)
    elif name == "ln":
        return np.log(x)
    elif name == "log_a":
        return 1 / (x * np.log(p))
    elif name == "sin":
        return np.cos(x)
    elif name == "cos":
        return -np.sin(x)
    elif name == "tan":
        return np.tan(x)
    elif name == "sqrt":
        return 1 / (2 * np.sqrt(x))
    elif name == "arctan":
        return 1 / (1 + x**2)


# %% wrong: a_pow by the rule for powers (x a^(x-1)) and the cosine without its minus (two)
def table_derivative(name, x, p=None):
    match name:
        case "const":
            return x * 0.0
        case "pow":
            return p * x ** (p - 1.0)
        case "a_pow":
            return x * p ** (x - 1.0)
        case "exp":
            return np.exp(x)
        case "ln":
            return 1 / x
        case "log_a":
            return 1 / x / np.log(p)
        case "sin":
            return np.cos(x)
        case "cos":
            return np.sin(x)
        case "tan":
            return 1 / np.cos(x) ** 2
        case "sqrt":
            return 0.5 * x ** -0.5
        case "arctan":
            return 1 / (x**2 + 1)


# %% wrong: all rows are computed at once, which stops for every row where p is None
def table_derivative(name, x, p=None):
    answers = {"const": np.zeros(np.shape(x)),
               "pow": p * x ** (p - 1),
               "exp": np.exp(x),
               "a_pow": p ** x * np.log(p),
               "ln": 1 / x,
               "log_a": 1 / (x * np.log(p)),
               "sin": np.cos(x),
               "cos": -np.sin(x),
               "tan": 1 / np.cos(x) ** 2,
               "sqrt": 1 / (2 * np.sqrt(x)),
               "arctan": 1 / (1 + x ** 2)}
    return answers[name]


# %% wrong: const is one number for an array, and 1 / 2 * sqrt(x) has no brackets (two)
def table_derivative(name, x, p=None):
    if name == "const": return 0.0
    if name == "pow": return p * x ** (p - 1.0)
    if name == "exp": return np.exp(x)
    if name == "a_pow": return p ** x * np.log(p)
    if name == "ln": return 1 / x
    if name == "log_a": return 1 / (x * np.log(p))
    if name == "sin": return np.cos(x)
    if name == "cos": return -np.sin(x)
    if name == "tan": return 1 / np.cos(x) ** 2
    if name == "sqrt": return 1 / 2 * np.sqrt(x)
    if name == "arctan": return 1 / (1 + x * x)


# %% wrong: the arctan row is missing (the slide has none) and the function gives None for it
def table_derivative(name: str, x, p=None):
    rows = {
        "const": lambda x: np.zeros(np.shape(x)),
        "exp": np.exp,
        "ln": lambda x: 1 / x,
        "sin": np.cos,
        "cos": lambda x: -np.sin(x),
        "tan": lambda x: 1 / np.cos(x) ** 2,
        "sqrt": lambda x: 1 / (2 * np.sqrt(x)),
    }
    if name in rows:
        return rows[name](x)
    if name == "pow":
        return p * np.asarray(x, dtype=float) ** (p - 1)
    if name == "a_pow":
        return np.log(p) * p ** x
    if name == "log_a":
        return 1 / np.log(p) / x


# %% wrong: the exponent is not lowered in pow, and in log_a ln a stands above the line (two)
def table_derivative(name, x, p=None):
    x = np.array(x, dtype=float)
    one = np.ones(x.shape)
    if name == "const":
        result = 0 * one
    elif name == "pow":
        result = p * x ** p
    elif name == "exp":
        result = np.e ** x
    elif name == "a_pow":
        result = p ** x * np.log(p)
    elif name == "ln":
        result = one / x
    elif name == "log_a":
        result = np.log(p) / x
    elif name == "sin":
        result = np.cos(x)
    elif name == "cos":
        result = -np.sin(x)
    elif name == "tan":
        result = 1 / np.cos(x) ** 2
    elif name == "sqrt":
        result = one / (2 * np.sqrt(x))
    elif name == "arctan":
        result = one / (1 + x ** 2)
    return result


# %% wrong: reads arctan as one over tan, the cotangent; and in tan the cosine is not squared (two)
def table_derivative(name, x, p=None):
    if name == "arctan":
        # arctan = tan^-1 = cos / sin
        return -1 / np.sin(x) ** 2
    if name == "tan":
        return 1 / np.cos(x)
    simple = {"sin": np.cos(x), "cos": -np.sin(x), "exp": np.exp(x), "const": 0.0 * x}
    if name in simple:
        return simple[name]
    if name == "ln":
        return 1 / x
    if name == "sqrt":
        return 1 / (2 * x**0.5)
    if name == "pow":
        return p * x ** (p - 1.0)
    lna = np.log(p)
    return p**x * lna if name == "a_pow" else 1 / (x * lna)


# %% wrong: the functions of the math module, which take single numbers only, no arrays
from math import cos, exp, log, sin, sqrt


def table_derivative(name, x, p=None):
    if name == "const":
        return 0.0
    if name == "pow":
        return p * x ** (p - 1)
    if name == "exp":
        return exp(x)
    if name == "a_pow":
        return p**x * log(p)
    if name == "ln":
        return 1 / x
    if name == "log_a":
        return 1 / (x * log(p))
    if name == "sin":
        return cos(x)
    if name == "cos":
        return -sin(x)
    if name == "tan":
        return 1 / cos(x) ** 2
    if name == "sqrt":
        return 1 / (2 * sqrt(x))
    if name == "arctan":
        return 1 / (1 + x**2)


# %% wrong: one numerical slope for all rows with a step that is much too long
def table_derivative(name, x, p=None):
    f = {
        "const": lambda s: 1.0 + 0.0 * s,
        "pow": lambda s: s ** p,
        "exp": np.exp,
        "a_pow": lambda s: p ** s,
        "ln": np.log,
        "log_a": lambda s: np.log(s) / np.log(p),
        "sin": np.sin,
        "cos": np.cos,
        "tan": np.tan,
        "sqrt": np.sqrt,
        "arctan": np.arctan,
    }[name]
    h = 0.1
    return (f(x + h) - f(x)) / h


# %% wrong: the row pow takes n - 1 for the factor too
def table_derivative(name, x, p=None):
    if name == "const":
        return np.zeros_like(x, dtype=float)
    if name == "pow":
        return (p - 1) * x ** (p - 1)
    if name == "exp":
        return np.exp(x)
    if name == "a_pow":
        return p**x * np.log(p)
    if name == "ln":
        return 1 / x
    if name == "log_a":
        return 1 / (x * np.log(p))
    if name == "sin":
        return np.cos(x)
    if name == "cos":
        return -np.sin(x)
    if name == "tan":
        return 1 / np.cos(x) ** 2
    if name == "sqrt":
        return 1 / (2 * np.sqrt(x))
    if name == "arctan":
        return 1 / (1 + x**2)


# %% wrong: exp is treated as a power, x e^(x-1)
def table_derivative(name, x, p=None):
    x = np.asarray(x, dtype=float)
    if name == "const":
        return 0 * x
    if name == "pow":
        return p * x ** (p - 1)
    if name == "exp":
        return x * np.e ** (x - 1)
    if name == "a_pow":
        return p**x * np.log(p)
    if name == "ln":
        return 1 / x
    if name == "log_a":
        return 1 / x / np.log(p)
    if name == "sin":
        return np.cos(x)
    if name == "cos":
        return -np.sin(x)
    if name == "tan":
        return 1 / np.cos(x) ** 2
    if name == "sqrt":
        return 0.5 / np.sqrt(x)
    if name == "arctan":
        return 1 / (1 + x**2)


# %% wrong: the minus stands before the wrong one of sin and cos, arctan has a root
def table_derivative(name, x, p=None):
    x = np.asarray(x, dtype=float)
    if name == "const":
        return 0 * x
    if name == "pow":
        return p * x ** (p - 1)
    if name == "exp":
        return np.exp(x)
    if name == "a_pow":
        return p**x * np.log(p)
    if name == "ln":
        return 1 / x
    if name == "log_a":
        return 1 / x / np.log(p)
    if name == "sin":
        return -np.cos(x)
    if name == "cos":
        return np.sin(x)
    if name == "tan":
        return 1 / np.cos(x) ** 2
    if name == "sqrt":
        return 0.5 / np.sqrt(x)
    if name == "arctan":
        return 1 / np.sqrt(1 + x**2)
# %% wrong: tan has 1 over cos without the square
def table_derivative(name, x, p=None):
    if name == "const":
        return 0 * x
    elif name == "pow":
        return p * x ** (p - 1)
    elif name == "exp":
        return np.exp(x)
    elif name == "a_pow":
        return p ** x * np.log(p)
    elif name == "ln":
        return 1 / x
    elif name == "log_a":
        return 1 / (x * np.log(p))
    elif name == "sin":
        return np.cos(x)
    elif name == "cos":
        return -np.sin(x)
    elif name == "tan":
        return 1 / np.cos(x)
    elif name == "sqrt":
        return 1 / (2 * np.sqrt(x))
    elif name == "arctan":
        return 1 / (1 + x ** 2)
# %% wrong: cos has no minus and a_pow is treated as a power (two mistakes)
def table_derivative(name, x, p=None):
    table = {
        "const": lambda: np.zeros_like(x, dtype=float),
        "pow": lambda: p * x ** (p - 1),
        "exp": lambda: np.exp(x),
        "a_pow": lambda: x * p ** (x - 1),
        "ln": lambda: 1 / x,
        "log_a": lambda: 1 / x / np.log(p),
        "sin": lambda: np.cos(x),
        "cos": lambda: np.sin(x),
        "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 0.5 / np.sqrt(x),
        "arctan": lambda: 1 / (1 + x ** 2),
    }
    return table[name]()
# %% wrong: log_a multiplies by ln a, const returns a plain 0 (two mistakes)
def table_derivative(name, x, p=None):
    if name == "const":
        return 0
    if name == "pow":
        return p * np.power(x, p - 1)
    if name == "exp":
        return np.exp(x)
    if name == "a_pow":
        return np.power(p, x) * np.log(p)
    if name == "ln":
        return 1 / x
    if name == "log_a":
        return np.log(p) / x
    if name == "sin":
        return np.cos(x)
    if name == "cos":
        return -np.sin(x)
    if name == "tan":
        return 1 + np.tan(x) ** 2
    if name == "sqrt":
        return 1 / 2 * x ** (-1 / 2)
    return 1 / (1 + x * x)


# %% right: match statement
def table_derivative(name, x, p=None):
    match name:
        case "const": return x * 0.0
        case "pow": return p * np.power(x, p - 1.0)
        case "exp": return np.exp(x)
        case "a_pow": return np.exp(x * np.log(p)) * np.log(p)
        case "ln": return np.divide(1, x)
        case "log_a": return 1 / np.log(p) / x
        case "sin": return np.sin(x + np.pi / 2)
        case "cos": return np.cos(x + np.pi / 2)
        case "tan": return np.cos(x) ** -2.0
        case "sqrt": return 0.5 / np.sqrt(x)
        case "arctan": return 1 / (x * x + 1)


# %% wrong: log_a without the logarithm of a
def table_derivative(name, x, p=None):
    d = {
        "const": lambda: 0 * x,
        "pow": lambda: p * x ** (p - 1),
        "exp": lambda: np.exp(x),
        "a_pow": lambda: p ** x * np.log(p),
        "ln": lambda: 1 / x,
        "log_a": lambda: 1 / x * np.log(p),
        "sin": lambda: np.cos(x),
        "cos": lambda: -np.sin(x),
        "tan": lambda: 1 / np.cos(x) ** 2,
        "sqrt": lambda: 1 / (2 * np.sqrt(x)),
        "arctan": lambda: 1 / (1 + x ** 2),
    }
    return d[name]()


# %% wrong: const gives a single zero
def table_derivative(name, x, p=None):
    if name == "const":
        return 0
    if name == "pow":
        return p * x ** (p - 1)
    if name == "exp":
        return np.exp(x)
    if name == "a_pow":
        return np.log(p) * p ** x
    if name == "ln":
        return 1 / x
    if name == "log_a":
        return 1 / (x * np.log(p))
    if name == "sin":
        return np.cos(x)
    if name == "cos":
        return -np.sin(x)
    if name == "tan":
        return 1 + np.tan(x) ** 2
    if name == "sqrt":
        return 0.5 / np.sqrt(x)
    if name == "arctan":
        return 1 / (1 + x * x)


# %% wrong: sign of cos and the root upside down (two)
def table_derivative(name, x, p=None):
    x = np.asarray(x, dtype=float)
    if name == "const":
        return np.zeros(x.shape)
    elif name == "pow":
        return p * x ** (p - 1)
    elif name == "exp":
        return np.exp(x)
    elif name == "a_pow":
        return p ** x * np.log(p)
    elif name == "ln":
        return 1 / x
    elif name == "log_a":
        return 1 / (x * np.log(p))
    elif name == "sin":
        return np.cos(x)
    elif name == "cos":
        return np.sin(x)
    elif name == "tan":
        return 1 / np.cos(x) ** 2
    elif name == "sqrt":
        return np.sqrt(x) / 2
    elif name == "arctan":
        return 1 / (1 + x ** 2)


# %% right: dictionary of functions
def table_derivative(name, x, p=None):
    rows = {
        "const": lambda: np.multiply(x, 0.0),
        "pow": lambda: p * np.power(np.asarray(x, float), p - 1)[()],
        "exp": lambda: np.exp(x),
        "a_pow": lambda: np.log(p) * np.exp(np.log(p) * x),
        "ln": lambda: np.reciprocal(np.asarray(x, float))[()],
        "log_a": lambda: 1 / (np.log(p) * x),
        "sin": lambda: np.cos(x),
        "cos": lambda: np.negative(np.sin(x)),
        "tan": lambda: 1 + np.tan(x) ** 2,
        "sqrt": lambda: 0.5 / np.sqrt(x),
        "arctan": lambda: 1 / (np.square(x) + 1),
    }
    return rows[name]()


# %% wrong: arcsine remembered for the arctangent
def table_derivative(name, x, p=None):
    match name:
        case "const":
            return x - x
        case "pow":
            return p * x ** (p - 1)
        case "exp":
            return np.exp(x)
        case "a_pow":
            return p**x * np.log(p)
        case "ln":
            return x**-1.0
        case "log_a":
            return 1 / x / np.log(p)
        case "sin":
            return np.cos(x)
        case "cos":
            return -np.sin(x)
        case "tan":
            return 1 + np.tan(x) ** 2
        case "sqrt":
            return 0.5 * x**-0.5
        case "arctan":
            return 1 / np.sqrt(1 - x**2)


# %% wrong: the dictionary works out every row at once
def table_derivative(name, x, p=None):
    table = {
        "const": 0 * x,
        "pow": p * x ** (p - 1),
        "exp": np.exp(x),
        "a_pow": p**x * np.log(p),
        "ln": 1 / x,
        "log_a": 1 / (x * np.log(p)),
        "sin": np.cos(x),
        "cos": -np.sin(x),
        "tan": 1 / np.cos(x) ** 2,
        "sqrt": 1 / (2 * np.sqrt(x)),
        "arctan": 1 / (1 + x**2),
    }
    return table[name]


# %% wrong: sqrt without brackets, arctan squares the sum (two)
def table_derivative(name, x, p=None):
    x = np.array(x, dtype=float)
    match name:
        case "const":
            return np.zeros_like(x)
        case "pow":
            return p * x ** (p - 1)
        case "exp":
            return np.exp(x)
        case "a_pow":
            return p**x * np.log(p)
        case "ln":
            return 1 / x
        case "log_a":
            return 1 / (x * np.log(p))
        case "sin":
            return np.cos(x)
        case "cos":
            return -np.sin(x)
        case "tan":
            return 1 / np.cos(x) ** 2
        case "sqrt":
            return 1 / 2 * np.sqrt(x)
        case "arctan":
            return 1 / (1 + x) ** 2


# %% wrong: log_a with the logarithm to base 10
def table_derivative(name, x, p=None):
    if name == "const":
        return x * 0.0
    if name == "pow":
        return p * np.power(np.asarray(x, float), p - 1)
    if name == "exp":
        return np.exp(x)
    if name == "a_pow":
        return np.power(float(p), x) * np.log(p)
    if name == "ln":
        return 1.0 / x
    if name == "log_a":
        return 1.0 / (x * np.log10(p))
    if name == "sin":
        return np.cos(x)
    if name == "cos":
        return -np.sin(x)
    if name == "tan":
        return np.cos(x) ** -2.0
    if name == "sqrt":
        return 0.5 / np.sqrt(x)
    if name == "arctan":
        return 1.0 / (1 + x**2)
    raise KeyError(name)


# %% right: a dictionary of lambdas
def table_derivative(name, x, p=None):
    x = np.asarray(x, dtype=float)
    table = {
        "const": lambda: np.zeros(x.shape),
        "pow": lambda: p * x ** (p - 1),
        "exp": lambda: np.exp(x),
        "a_pow": lambda: p ** x * np.log(p),
        "ln": lambda: 1 / x,
        "log_a": lambda: 1 / (x * np.log(p)),
        "sin": lambda: np.cos(x),
        "cos": lambda: -np.sin(x),
        "tan": lambda: np.cos(x) ** -2.0,
        "sqrt": lambda: 0.5 / np.sqrt(x),
        "arctan": lambda: 1 / (1 + x * x),
    }
    return table[name]()


# %% wrong: the cosine in tan is not squared, and arctan has 1 - x**2 below the line (two)
def table_derivative(name, x, p=None):
    rows = {
        "const": lambda x: 0.0 * x,
        "pow": lambda x: p * x ** (p - 1),
        "exp": lambda x: np.exp(x),
        "a_pow": lambda x: p**x * np.log(p),
        "ln": lambda x: 1 / x,
        "log_a": lambda x: 1 / (x * np.log(p)),
        "sin": lambda x: np.cos(x),
        "cos": lambda x: -np.sin(x),
        "tan": lambda x: 1 / np.cos(x),
        "sqrt": lambda x: 1 / (2 * np.sqrt(x)),
        "arctan": lambda x: 1 / (1 - x**2),
    }
    return rows[name](x)


# %% wrong: the row arctan has the square root of the arcsine row: 1/sqrt(1 + x**2)
def table_derivative(name, x, p=None):
    x = np.asarray(x, dtype=float)
    правила = dict(
        const=lambda: np.zeros(x.shape),
        pow=lambda: p * x ** (p - 1),
        exp=lambda: np.exp(x),
        a_pow=lambda: p ** x * np.log(p),
        ln=lambda: 1 / x,
        log_a=lambda: 1 / (x * np.log(p)),
        sin=lambda: np.cos(x),
        cos=lambda: -np.sin(x),
        tan=lambda: 1 / np.cos(x) ** 2,
        sqrt=lambda: 1 / (2 * np.sqrt(x)),
        arctan=lambda: 1 / np.sqrt(1 + x ** 2),
    )
    return правила[name]()


# %% wrong: returns the functions of the table themselves instead of their derivatives
def table_derivative(name, x, p=None):
    table = {
        "const": lambda x: np.ones(np.shape(x)),
        "pow": lambda x: x ** p,
        "exp": np.exp,
        "a_pow": lambda x: p ** x,
        "ln": np.log,
        "log_a": lambda x: np.log(x) / np.log(p),
        "sin": np.sin,
        "cos": np.cos,
        "tan": np.tan,
        "sqrt": np.sqrt,
        "arctan": np.arctan,
    }
    return table[name](x)


# %% wrong: a_pow is treated like the power row, a * x^(a-1), instead of a^x ln a
def table_derivative(name, x, p=None):
    x = np.asarray(x, dtype=float)
    if name == "const":
        r = 0 * x
    elif name in ("pow", "a_pow"):
        r = p * x ** (p - 1)
    elif name == "exp":
        r = np.exp(x)
    elif name in ("ln", "log_a"):
        a = np.e if p is None else p
        r = 1 / (x * np.log(a))
    elif name == "sin":
        r = np.cos(x)
    elif name == "cos":
        r = -np.sin(x)
    elif name == "tan":
        r = 1 / np.cos(x) ** 2
    elif name == "sqrt":
        r = 0.5 * x ** -0.5
    else:
        r = 1 / (1 + x ** 2)
    return r
