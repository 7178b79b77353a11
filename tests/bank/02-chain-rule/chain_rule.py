# %% right: a loop that walks along the chain inside an object
def chain_rule(df, g, dg):
    class Chain:
        rates = (dg, lambda x: df(g(x)))

        def __call__(self, x):
            product = 1.0
            for rate in self.rates:
                product = product * rate(x)
            return product

    return Chain()


# %% right: named steps
def chain_rule(df, g, dg):
    def derivative_of_composition(x):
        u = g(x)
        outer_rate = df(u)
        inner_rate = dg(x)
        return np.multiply(outer_rate, inner_rate)

    return derivative_of_composition


# %% wrong: the outer rate is taken at x instead of at g(x)
def chain_rule(df, g, dg):
    return lambda x: df(x) * dg(x)


# %% wrong: differentiates outside and inside, f'(g'(x))
def chain_rule(df, g, dg):
    return lambda x: df(dg(x))


# %% wrong: the inner rate is taken at g(x) too; fits the example, where it is constant
def chain_rule(df, g, dg):
    def h(x):
        x = g(x)
        return df(x) * dg(x)
    return h


# %% wrong: adds the rates, and the outer one is taken at x (two mistakes)
def chain_rule(df, g, dg):
    rates = [df, dg]
    return lambda x: sum(rate(x) for rate in rates)


# %% wrong: multiplies the functions themselves without calling them
def chain_rule(df, g, dg):
    return lambda x: (df(g) * dg)(x)


# %% wrong: the inner rate is forgotten
def chain_rule(df, g, dg):
    return lambda x: df(g(x))


# %% wrong: the inner value is a factor where its rate should stand
def chain_rule(df, g, dg):
    def h(x):
        return df(g(x)) * g(x)

    return h


# %% wrong: g is put round df, the order of the two is exchanged
def chain_rule(df, g, dg):
    return lambda x: dg(df(x)) * df(x)
# %% wrong: outer derivative at x
def chain_rule(df, g, dg):
    def line(x):
        return df(x) * dg(x)
    return line
# %% wrong: inner derivative put inside
def chain_rule(df, g, dg):
    return lambda x: df(dg(x)) * g(x)


# %% wrong: the outer rate at the inner rate
def chain_rule(df, g, dg):
    def h(x):
        u = dg(x)
        return df(u) * u
    return h


# %% wrong: sum instead of product, inside the derivative of g (two)
def chain_rule(df, g, dg):
    def h(x):
        return df(dg(x)) + dg(x)
    return h


# %% right: default arguments, early value
def chain_rule(df, g, dg):
    def whole(x, outer=df, inner=g, d_inner=dg):
        rate = d_inner(x)
        entering = inner(x)
        rate = rate * outer(entering)
        return rate

    return whole


# %% wrong: the outer derivative is taken at the inner derivative, df(dg(x))
def chain_rule(df, g, dg):
    def new(x):
        inside = dg(x)
        return df(inside) * inside

    return new


# %% wrong: the outer rate is taken at x, and the rates are added (two)
def chain_rule(df, g, dg):
    def h(x):
        return df(x) + dg(x)

    return h
