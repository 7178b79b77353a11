# %% right: from f = q g, the derivative of q is (f' - q g') / g
def quotient_rule(f, df, g, dg):
    def dq(x):
        q = f(x) / g(x)
        return (df(x) - q * dg(x)) / g(x)
    return dq


# %% right: product rule for f and 1/g
def quotient_rule(f, df, g, dg):
    inverse = lambda x: 1 / g(x)
    d_inverse = lambda x: -dg(x) * inverse(x) ** 2
    return lambda x: df(x) * inverse(x) + f(x) * d_inverse(x)


# %% wrong: the order in the numerator is reversed, so the sign is wrong
def quotient_rule(f, df, g, dg):
    return lambda x: (f(x) * dg(x) - df(x) * g(x)) / g(x) ** 2


# %% wrong: no brackets round the numerator, only the second term is divided
def quotient_rule(f, df, g, dg):
    return lambda x: df(x)*g(x) - f(x)*dg(x) / g(x)**2


# %% wrong: the quotient of the derivatives
def quotient_rule(f, df, g, dg):
    def new(x):
        return df(x) / dg(x)
    return new


# %% wrong: the square below is put on x, g(x^2), and the terms above are exchanged (two mistakes)
def quotient_rule(f, df, g, dg):
    def result(x):
        top = f(x) * dg(x) - g(x) * df(x)
        bottom = g(x**2)
        return top / bottom
    return result


# %% wrong: guards against division by zero with an if, which an array cannot answer
def quotient_rule(f, df, g, dg):
    def derivative(x):
        below = g(x)
        if below == 0:
            return 0
        return (df(x) * below - f(x) * dg(x)) / below**2

    return derivative


# %% wrong: the g below is not squared
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x)


# %% wrong: plus above, as in the product rule
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / g(x) ** 2


# %% wrong: divides by f squared
def quotient_rule(f, df, g, dg):
    def line(x):
        return (df(x) * g(x) - f(x) * dg(x)) / f(x) ** 2

    return line


# %% wrong: the square of the derivative below
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / dg(x) ** 2
# %% wrong: terms of the top in the other order
def quotient_rule(f, df, g, dg):
    def d(x):
        top = f(x) * dg(x) - df(x) * g(x)
        return top / g(x) ** 2
    return d
# %% right: product of f and one over g
def quotient_rule(f, df, g, dg):
    def recip(x):
        return 1 / g(x)
    def drecip(x):
        return -dg(x) * recip(x) ** 2
    return lambda x: df(x) * recip(x) + f(x) * drecip(x)
# %% wrong: plus on top and no square below (two mistakes)
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / g(x)


# %% wrong: plus and denominator f squared
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) + f(x) * dg(x)) / f(x) ** 2


# %% right: as a product with one over g
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) / g(x) - f(x) * dg(x) / g(x) ** 2


# %% wrong: denominator is the square of the derivative
def quotient_rule(f, df, g, dg):
    def q(x):
        top = df(x) * g(x) - f(x) * dg(x)
        bottom = dg(x) ** 2
        return top / bottom
    return q


# %% wrong: g(x**2) instead of g(x)**2
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x ** 2)


# %% right: product with the reciprocal
def quotient_rule(f, df, g, dg):
    inv = lambda x: g(x) ** -1.0
    def new(x):
        return df(x) * inv(x) + f(x) * (-dg(x) * inv(x) * inv(x))
    return new


# %% wrong: 1/g differentiated as 1/g'
def quotient_rule(f, df, g, dg):
    return lambda x: df(x) / g(x) + f(x) / dg(x)


# %% wrong: denominator: g of x squared
def quotient_rule(f, df, g, dg):
    def q(x):
        return (df(x) * g(x) - f(x) * dg(x)) / g(x**2)
    return q


# %% wrong: plus in the numerator, bottom not squared (two)
def quotient_rule(f, df, g, dg):
    def result(x):
        up = df(x) * g(x) + f(x) * dg(x)
        return up / g(x)
    return result


# %% right: the two terms divided one by one
def quotient_rule(f, df, g, dg):
    def answer(x):
        bottom = g(x)
        return df(x) / bottom - f(x) * dg(x) / bottom ** 2
    return answer


# %% wrong: a plus in the numerator, and g is not squared
def quotient_rule(f, df, g, dg):
    def slope(x):
        return (df(x) * g(x) + f(x) * dg(x)) / g(x)
    return slope


# %% wrong: f and df have changed places in the numerator
def quotient_rule(f, df, g, dg):
    return lambda x: (df(x) * dg(x) - f(x) * g(x)) / g(x) ** 2


# %% wrong: numerator in reversed order and denominator not squared (two)
def quotient_rule(f, df, g, dg):
    def d(x):
        u, v = f(x), g(x)
        du, dv = df(x), dg(x)
        return (u * dv - v * du) / v

    return d
