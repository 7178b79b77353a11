# %% right: an object with __call__, the two strips as a scalar product
def product_rule(f, df, g, dg):
    class Derivative:
        def __call__(self, x):
            width, height = f(x), g(x)
            strips = [df(x) * height, width * dg(x)]
            return strips[0] + strips[1]

    return Derivative()


# %% right: a partial of a helper function
from functools import partial


def _two_strips(x, f, df, g, dg):
    return dg(x) * f(x) + g(x) * df(x)


def product_rule(f, df, g, dg):
    return partial(_two_strips, f=f, df=df, g=g, dg=dg)


# %% wrong: multiplies the two derivatives
def product_rule(f, df, g, dg):
    return lambda x: df(x) * dg(x)


# %% wrong: a minus between the two terms, as in the quotient rule
def product_rule(f, df, g, dg):
    def derivative(x):
        first = df(x) * g(x)
        second = f(x) * dg(x)
        return first - second

    return derivative


# %% wrong: only one strip has its partner, df * g + df * dg; fits the printed example
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + df(x) * dg(x)


# %% wrong: no new function is made, x is not known here and the line stops
def product_rule(f, df, g, dg):
    return df(x) * g(x) + f(x) * dg(x)


# %% wrong: pairs each function with its own derivative, and the inner def is not returned (two)
def product_rule(f, df, g, dg):
    def new_function(x):
        part1 = f(x) * df(x)
        part2 = g(x) * dg(x)
        return part1 + part2


# %% wrong: only the first half of the rule
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x)


# %% wrong: the product of the functions, not its derivative
def product_rule(f, df, g, dg):
    def h(x):
        return f(x) * g(x)

    return h


# %% wrong: gives back the inner function's value at 2, the example's point
def product_rule(f, df, g, dg):
    line = df(2.0) * g(2.0) + f(2.0) * dg(2.0)
    return lambda x: line


# %% wrong: f of g, the two are put into each other
def product_rule(f, df, g, dg):
    return lambda x: df(g(x)) + f(dg(x))
# %% wrong: product of the derivatives
def product_rule(f, df, g, dg):
    def h(x):
        return df(x) * dg(x)
    return h
# %% wrong: minus as in the quotient rule
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) - f(x) * dg(x)


# %% wrong: returns the sum of functions
def product_rule(f, df, g, dg):
    return df * g + f * dg


# %% wrong: f*dg used twice: f and g mixed up in the second term
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + g(x) * dg(x)


# %% wrong: forgot to return the inner function
def product_rule(f, df, g, dg):
    def line(x):
        return df(x) * g(x) + f(x) * dg(x)


# %% wrong: numerical derivative of the product with a coarse step
def product_rule(f, df, g, dg):
    h = 0.001
    return lambda x: (f(x + h) * g(x + h) - f(x) * g(x)) / h


# %% right: sum of two generators
def product_rule(f, df, g, dg):
    def slope(x):
        return sum(left(x) * right(x) for left, right in ((df, g), (f, dg)))
    return slope


# %% wrong: logarithmic derivative: no value where a factor is 0
def product_rule(f, df, g, dg):
    return lambda x: f(x) * g(x) * (df(x) / f(x) + dg(x) / g(x))


# %% wrong: chain rule slipped in: g inside f'
def product_rule(f, df, g, dg):
    return lambda x: df(g(x)) * g(x) + f(x) * dg(x)


# %% right: sum over the two ways
def product_rule(f, df, g, dg):
    pairs = [(df, g), (f, dg)]

    def derivative(x):
        total = 0.0
        for moving, still in pairs:
            total = total + moving(x) * still(x)
        return total

    return derivative


# %% wrong: a third term, the product of the derivatives
def product_rule(f, df, g, dg):
    return lambda x: df(x) * g(x) + f(x) * dg(x) + df(x) * dg(x)


# %% wrong: the second function is put inside the first strip as an argument: df(g(x)) instead of df(x) * g(x)
def product_rule(f, df, g, dg):
    return lambda x: df(g(x)) + f(x) * dg(x)


# %% wrong: the second term has the sign minus, and in the first one the derivative of g stands in place of g (two)
def product_rule(f, df, g, dg):
    def result(x):
        first = df(x) * dg(x)
        second = f(x) * dg(x)
        return first - second

    return result


# %% wrong: the factors are paired wrongly (f with df, g with dg), and the terms are subtracted (two)
def product_rule(f, df, g, dg):
    новая = lambda x: f(x) * df(x) - g(x) * dg(x)
    return новая


# %% wrong: in the second summand f and g' are added instead of multiplied
def product_rule(f, df, g, dg):
    return lambda t: df(t) * g(t) + f(t) + dg(t)
