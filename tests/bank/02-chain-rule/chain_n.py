# %% right: recursion, the rest of the chain starts at the value of the first link
def chain_n(links, x):
    (f, df), rest = links[0], links[1:]
    here = df(x) + 0.0 * x
    if not rest:
        return here
    return here * chain_n(rest, f(x))


# %% right: first all values, then all rates backwards
def chain_n(links, x):
    values = [x]
    for f, _ in links:
        values.append(f(values[-1]))
    grad = np.ones(np.shape(x))
    for k in range(len(links) - 1, -1, -1):
        grad = grad * links[k][1](values[k])
    return grad


# %% wrong: goes through the chain from the outermost link to the innermost
def chain_n(links, x):
    slope = 1.0
    value = x
    for f, df in reversed(links):
        slope = slope * df(value)
        value = f(value)
    return slope


# %% wrong: the value is moved on first, so every rate is taken at what leaves its link
def chain_n(links, x):
    product = np.ones_like(x, dtype=float)
    for f, df in links:
        x = f(x)
        product = product * df(x)
    return product


# %% wrong: all rates are taken at x
def chain_n(links, x):
    return np.prod([df(x) for (_, df) in links], axis=0)


# %% wrong: takes the links out of the list with pop, the list that was given is empty afterwards
def chain_n(links, x):
    u = x
    rate = 1 + 0.0 * x
    while links:
        f, df = links.pop(0)
        rate = rate * df(u)
        u = f(u)
    return rate


# %% wrong: written for exactly two links
def chain_n(links, x):
    g, dg = links[0]
    f, df = links[1]
    return df(g(x)) * dg(x)


# %% wrong: range(len(links) - 1) leaves the outermost link out, and the start is 0 (two mistakes)
def chain_n(links, x):
    current = x
    result = 0
    for i in range(len(links) - 1):
        result = result * links[i][1](current)
        current = links[i][0](current)
    return result


# %% wrong: while loop without i += 1, it never ends
def chain_n(links, x):
    i = 0
    slope = np.ones(np.shape(x))
    while i < len(links):
        f, df = links[i]
        slope = slope * df(x)
        x = f(x)
    return slope


# %% wrong: the values are multiplied, not the rates
def chain_n(links, x):
    product = 1
    value = x
    for f, df in links:
        value = f(value)
        product = product * value
    return product


# %% wrong: the rates are added
def chain_n(links, x):
    total = 0
    value = x
    for f, df in links:
        total = total + df(value)
        value = f(value)
    return total


# %% wrong: the value of the chain, not its rate
def chain_n(links, x):
    for f, df in links:
        x = f(x)
    return x


# %% wrong: the last rate alone
def chain_n(links, x):
    for f, df in links:
        rate = df(x)
        x = f(x)
    return rate
# %% wrong: value goes forward before the derivative is taken
def chain_n(links, x):
    prod = 1.0
    for f, df in links:
        x = f(x)
        prod = prod * df(x)
    return prod
# %% wrong: every derivative at the same x
def chain_n(links, x):
    d = np.ones_like(x, dtype=float)
    for pair in links:
        d *= pair[1](x)
    return d
# %% wrong: goes through the links from the outermost
def chain_n(links, x):
    out = 1
    for f, df in links[::-1]:
        out = out * df(x)
        x = f(x)
    return out
# %% right: recursion
def chain_n(links, x):
    (f, df), *rest = links
    return df(x) if not rest else df(x) * chain_n(rest, f(x))
# %% wrong: sum instead of product, and at the same x (two mistakes)
def chain_n(links, x):
    return sum(df(x) for _, df in links)


# %% wrong: recursion from the outside: last link first
def chain_n(links, x):
    if len(links) == 0:
        return np.ones_like(x, dtype=float)
    f, df = links[-1]
    return df(x) * chain_n(links[:-1], f(x))


# %% right: backwards by recursion
def chain_n(links, x):
    if not links:
        return np.ones_like(np.asarray(x, dtype=float))
    f, df = links[0]
    return df(x) * chain_n(links[1:], f(x))


# %% wrong: the value does not move
def chain_n(links, x):
    prod = 1.0
    for f, df in links:
        prod = prod * df(x)
    return prod


# %% wrong: from the outside in
def chain_n(links, x):
    total = 1
    for f, df in reversed(links):
        total *= df(x)
        x = f(x)
    return total


# %% wrong: moves before it takes the slope, and adds (two)
def chain_n(links, x):
    d = 0
    for f, df in links:
        x = f(x)
        d += df(x)
    return d


# %% right: recursion from the outside
def chain_n(links, x):
    if len(links) == 1:
        return links[0][1](x)
    (f, df), *rest = links
    return df(x) * chain_n(rest, f(x))


# %% wrong: walks from the outside in and takes the slope after the move (two)
def chain_n(links, x):
    d = 1
    for f, df in reversed(links):
        x = f(x)
        d = d * df(x)
    return d


# %% right: recursion from the inside
def chain_n(links, x):
    (f, df), rest = links[0], links[1:]
    here = df(x)
    if not rest:
        return here
    return here * chain_n(rest, f(x))


# %% wrong: first link counted twice
def chain_n(links, x):
    result = links[0][1](x)
    u = x
    for f, df in links:
        result = result * df(u)
        u = f(u)
    return result


# %% right: by recursion
def chain_n(links, x):
    f, df = links[0]
    if len(links) == 1:
        return df(x)
    return df(x) * chain_n(links[1:], f(x))


# %% wrong: the product begins with x, and the last link is left out
def chain_n(links, x):
    u = x
    result = x
    for f, df in links[:-1]:
        result = result * df(u)
        u = f(u)
    return result


# %% wrong: the rates are added instead of multiplied, and all of them are taken at the original x (two)
def chain_n(links, x):
    d = 0.0
    for f, df in links:
        d = d + df(x)
    return d
