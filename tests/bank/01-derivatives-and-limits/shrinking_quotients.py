# %% right: a comprehension with a helper
def shrinking_quotients(f, x0, dxs):
    def slope(step):
        return (f(x0 + step) - f(x0)) / step

    return np.array([slope(step) for step in dxs], dtype=float)


# %% right: fromiter over map
def shrinking_quotients(f, x0, dxs):
    base = f(x0)
    return np.fromiter(map(lambda d: (f(x0 + d) - base) / d, dxs), float, count=len(dxs))


# %% wrong: goes through the steps from the largest to the smallest, the given order is lost
def shrinking_quotients(f, x0, dxs):
    answer = []
    for dx in sorted(dxs, reverse=True):
        answer.append((f(x0 + dx) - f(x0)) / dx)
    return np.array(answer)


# %% wrong: quotients between neighbouring points instead of from x0, one element too few
def shrinking_quotients(f, x0, dxs):
    xs = x0 + dxs
    return np.diff(f(xs)) / np.diff(xs)


# %% wrong: the return stands inside the loop, so only the first place is filled
def shrinking_quotients(f, x0, dxs):
    n = len(dxs)
    quotients = np.zeros(n)
    for k in range(n):
        quotients[k] = (f(x0 + dxs[k]) - f(x0)) / dxs[k]
        return quotients


# %% wrong: makes the steps positive, and the last one is left out by range(n - 1) (two)
def shrinking_quotients(f, x0, dxs):
    steps = abs(dxs)
    out = np.zeros(steps.shape)
    for i in range(len(steps) - 1):
        out[i] = (f(x0 + steps[i]) - f(x0)) / steps[i]
    return out


# %% wrong: turns the array of steps into the array of points in place, the argument is changed
def shrinking_quotients(f, x0, dxs):
    rise = f(x0 + dxs) - f(x0)
    xs = dxs
    xs += x0
    run = xs - x0
    return rise / run


# %% wrong: divides by the first step every time
def shrinking_quotients(f, x0, dxs):
    return (f(x0 + dxs) - f(x0)) / dxs[0]


# %% wrong: each step starts where the last one ended
def shrinking_quotients(f, x0, dxs):
    result = []
    x = x0
    for dx in dxs:
        result.append((f(x + dx) - f(x)) / dx)
        x = x + dx
    return np.array(result)


# %% wrong: differences without the division
def shrinking_quotients(f, x0, dxs):
    return np.array([f(x0 + dx) - f(x0) for dx in dxs])
# %% wrong: sorts the steps first
def shrinking_quotients(f, x0, dxs):
    out = []
    for dx in sorted(dxs, reverse=True):
        out.append((f(x0 + dx) - f(x0)) / dx)
    return np.array(out)
# %% wrong: return stands in the loop
def shrinking_quotients(f, x0, dxs):
    result = np.zeros(len(dxs))
    for i in range(len(dxs)):
        result[i] = (f(x0 + dxs[i]) - f(x0)) / dxs[i]
        return result
# %% wrong: absolute steps, and the sum instead of the list (two mistakes)
def shrinking_quotients(f, x0, dxs):
    s = 0
    for d in np.abs(dxs):
        s += (f(x0 + d) - f(x0)) / d
    return s


# %% wrong: loop starts at 1 and divides by index
def shrinking_quotients(f, x0, dxs):
    res = np.zeros(len(dxs))
    for i in range(1, len(dxs)):
        res[i] = (f(x0 + dxs[i]) - f(x0)) / i
    return res


# %% right: a loop with append
def shrinking_quotients(f, x0, dxs):
    res = []
    base = f(x0)
    for d in dxs:
        res.append((f(x0 + d) - base) / d)
    return np.array(res)


# %% wrong: differences of neighbours in the list of steps
def shrinking_quotients(f, x0, dxs):
    return np.array([(f(x0 + dxs[i]) - f(x0)) / dxs[0] for i in range(len(dxs))])


# %% wrong: loses the last one
def shrinking_quotients(f, x0, dxs):
    n = len(dxs)
    q = np.zeros(n)
    for i in range(n - 1):
        q[i] = (f(x0 + dxs[i]) - f(x0)) / dxs[i]
    return q


# %% wrong: sorts the steps and divides by their size (two)
def shrinking_quotients(f, x0, dxs):
    dxs = np.sort(np.abs(dxs))
    return (f(x0 + dxs) - f(x0)) / dxs


# %% right: while loop and pop on a copy of the list
def shrinking_quotients(f, x0, dxs):
    todo = list(dxs)
    out = []
    while todo:
        step = todo.pop(0)
        out += [(f(x0 + step) - f(x0)) / step]
    return np.asarray(out)


# %% wrong: returns inside the loop
def shrinking_quotients(f, x0, dxs):
    quotients = []
    for dx in dxs:
        quotients.append((f(x0 + dx) - f(x0)) / dx)
        return np.array(quotients)


# %% wrong: uses np.diff of the values: neighbours are compared, not the point
def shrinking_quotients(f, x0, dxs):
    values = f(x0 + dxs)
    return np.diff(values, prepend=f(x0)) / dxs


# %% wrong: sorts the steps and takes abs (two)
def shrinking_quotients(f, x0, dxs):
    steps = np.sort(np.abs(dxs))
    return (f(x0 + steps) - f(x0)) / steps


# %% right: fromiter over a generator
def shrinking_quotients(f, x0, dxs):
    base = f(x0)
    return np.fromiter(((f(x0 + step) - base) / step for step in dxs), dtype=float, count=len(dxs))


# %% wrong: quotients between neighbouring points
def shrinking_quotients(f, x0, dxs):
    xs = np.concatenate([[x0], x0 + dxs])
    return np.diff(f(xs)) / np.diff(xs)


# %% right: fromiter over a map
def shrinking_quotients(f, x0, dxs):
    start = f(x0)

    def one(d):
        return (f(x0 + d) - start) / d

    return np.fromiter(map(one, dxs), dtype=float, count=len(dxs))


# %% wrong: f of the step alone
def shrinking_quotients(f, x0, dxs):
    return (f(dxs) - f(x0)) / dxs


# %% wrong: return inside the loop
def shrinking_quotients(f, x0, dxs):
    res = np.empty(dxs.shape)
    for i, dx in enumerate(dxs):
        res[i] = (f(x0 + dx) - f(x0)) / dx
        return res


# %% wrong: returns in the first turn, and divides by x0 + dx
def shrinking_quotients(f, x0, dxs):
    res = []
    for dx in dxs:
        res.append((f(x0 + dx) - f(x0)) / (x0 + dx))
        return np.array(res)


# %% wrong: all differences are divided by the first step
def shrinking_quotients(f, x0, dxs):
    return np.array([(f(x0 + d) - f(x0)) / dxs[0] for d in dxs])


# %% wrong: the sizes of the quotients
def shrinking_quotients(f, x0, dxs):
    return np.abs((f(x0 + dxs) - f(x0)) / dxs)


# %% wrong: f taken at the steps themselves, and the steps in the divisor lose their sign (two)
def shrinking_quotients(f, x0, dxs):
    heights = f(dxs)
    return (heights - f(x0)) / np.abs(dxs)


# %% wrong: the absolute value of the steps is used as divisor, and the last step is left out of the loop (two)
def shrinking_quotients(f, x0, dxs):
    q = np.zeros(dxs.shape)
    for i in range(len(dxs) - 1):
        q[i] = (f(x0 + dxs[i]) - f(x0)) / abs(dxs[i])
    return q


# %% wrong: negative steps are filtered out, so the answer is too short, and f(x0) stands first, so the sign is opposite
def shrinking_quotients(f, x0, dxs):
    good = np.array([d for d in dxs if d > 0])
    return (f(x0) - f(x0 + good)) / good


# %% wrong: the quotients are collected in a dictionary keyed by the size of the step, so 0.1 and -0.1 share one place and
def shrinking_quotients(f, x0, dxs):
    table = {}
    for dx in dxs:
        table[abs(dx)] = (f(x0 + dx) - f(x0)) / dx
    return np.array(list(table.values()))
