# %% right: a scalar product of two arrays
def total_derivative(partials, inner, d_inner, x):
    u = np.array([ui(x) for ui in inner], dtype=float)
    along_u = np.array([p(u) for p in partials], dtype=float)
    along_x = np.array([du(x) for du in d_inner], dtype=float)
    return float(along_u @ along_x)


# %% right: recursion over the paths
def total_derivative(partials, inner, d_inner, x):
    values = np.fromiter((g(x) for g in inner), dtype=float)

    def from_path(i):
        if i == len(partials):
            return 0.0
        return partials[i](values) * d_inner[i](x) + from_path(i + 1)

    return from_path(0)


# %% wrong: each partial derivative gets only its own inner value, not the whole array
def total_derivative(partials, inner, d_inner, x):
    total = 0
    for p, g, dg in zip(partials, inner, d_inner):
        total += p(g(x)) * dg(x)
    return total


# %% wrong: the inner derivatives are missing, the partial derivatives alone are added
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    return sum(p(u) for p in partials)


# %% wrong: the paths are multiplied instead of added
def total_derivative(partials, inner, d_inner, x):
    u = np.array([function(x) for function in inner])
    answer = 1.0
    for i in range(len(partials)):
        answer *= partials[i](u) * d_inner[i](x)
    return answer


# %% wrong: two sums are multiplied with each other instead of each path for itself
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    sum_of_partials = sum([p(u) for p in partials])
    sum_of_rates = sum([dg(x) for dg in d_inner])
    return sum_of_partials * sum_of_rates


# %% wrong: return inside the loop, only the first path is counted
def total_derivative(partials, inner, d_inner, x):
    n = len(inner)
    u = np.zeros(n)
    for i in range(n):
        u[i] = inner[i](x)
    s = 0.0
    for i in range(n):
        s = s + partials[i](u) * d_inner[i](x)
        return s


# %% wrong: the array for the partials is filled with derivatives, and a list is returned (two)
def total_derivative(partials, inner, d_inner, x):
    rates = np.array([dg(x) for dg in d_inner])
    return [p(rates) * r for p, r in zip(partials, rates)]


# %% wrong: an integer array for the inner values cuts off what is behind the point
def total_derivative(partials, inner, d_inner, x):
    u = np.zeros(len(inner), dtype=int)
    for k, g in enumerate(inner):
        u[k] = g(x)
    return sum(p(u) * d(x) for p, d in zip(partials, d_inner))


# %% wrong: the partials are taken at x instead of at the inner values
def total_derivative(partials, inner, d_inner, x):
    total = 0
    for p, d in zip(partials, d_inner):
        total += p(np.array([x, x])) * d(x)
    return total


# %% wrong: inner values for inner rates
def total_derivative(partials, inner, d_inner, x):
    u = np.array([f(x) for f in inner])
    return sum(p(u) * f(x) for p, f in zip(partials, inner))


# %% wrong: gives the paths one by one, the sum is missing
def total_derivative(partials, inner, d_inner, x):
    u = np.array([f(x) for f in inner])
    return np.array([p(u) * d(x) for p, d in zip(partials, d_inner)])


# %% wrong: written for two inner functions as in the rectangle
def total_derivative(partials, inner, d_inner, x):
    u = np.array([inner[0](x), inner[1](x)])
    return partials[0](u) * d_inner[0](x) + partials[1](u) * d_inner[1](x)
# %% wrong: partials get x instead of the inner values
def total_derivative(partials, inner, d_inner, x):
    total = 0
    for i in range(len(partials)):
        total += partials[i](np.array([x] * len(inner))) * d_inner[i](x)
    return total
# %% wrong: multiplies over the paths
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    result = 1
    for p, d in zip(partials, d_inner):
        result *= p(u) * d(x)
    return result
# %% wrong: forgets the last path
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    s = 0.0
    for i in range(len(u) - 1):
        s = s + partials[i](u) * d_inner[i](x)
    return s


# %% wrong: partials at x
def total_derivative(partials, inner, d_inner, x):
    return sum(p(x) * d(x) for p, d in zip(partials, d_inner))


# %% wrong: gives each partial its own inner value only
def total_derivative(partials, inner, d_inner, x):
    s = 0
    for i in range(len(partials)):
        s += partials[i](inner[i](x)) * d_inner[i](x)
    return s


# %% wrong: the return stands in the loop
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    total = 0.0
    for i in range(len(partials)):
        total += partials[i](u) * d_inner[i](x)
        return total


# %% right: np.dot of two generators made into lists
def total_derivative(partials, inner, d_inner, x):
    u = np.fromiter((g(x) for g in inner), dtype=float)
    return float(np.dot([p(u) for p in partials], [d(x) for d in d_inner]))


# %% wrong: inner values taken from d_inner, and slopes multiplied from inner (two)
def total_derivative(partials, inner, d_inner, x):
    u = np.array([f(x) for f in d_inner])
    return sum(p(u) * g(x) for p, g in zip(partials, inner))


# %% right: dot product of two arrays
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner], dtype=float)
    rates = np.array([d(x) for d in d_inner], dtype=float)
    slopes = np.array([p(u) for p in partials], dtype=float)
    return float(np.dot(slopes, rates))


# %% wrong: inner values filled while summing: later ones are still zero
def total_derivative(partials, inner, d_inner, x):
    u = np.zeros(len(inner))
    s = 0.0
    for i in range(len(inner)):
        u[i] = inner[i](x)
        s = s + partials[i](u) * d_inner[i](x)
    return s


# %% wrong: rates multiplied over the paths, partials at x
def total_derivative(partials, inner, d_inner, x):
    result = 1.0
    u = np.full(len(inner), x)
    for p, d in zip(partials, d_inner):
        result *= p(u) * d(x)
    return result


# %% wrong: each partial gets its own inner value only
def total_derivative(partials, inner, d_inner, x):
    s = 0
    for p, u, du in zip(partials, inner, d_inner):
        s += p(u(x)) * du(x)
    return s


# %% wrong: partials at the inner rates instead of the inner values
def total_derivative(partials, inner, d_inner, x):
    rates = np.array([dg(x) for dg in d_inner])
    return sum(p(rates) * r for p, r in zip(partials, rates))


# %% right: a dot product of two arrays
def total_derivative(partials, inner, d_inner, x):
    u = np.array([g(x) for g in inner])
    along = np.array([p(u) for p in partials])
    rates = np.array([d(x) for d in d_inner])
    return float(along.dot(rates))


# %% wrong: the inner values are stored as integers, so their fractions are cut off
def total_derivative(partials, inner, d_inner, x):
    n = len(inner)
    u = np.zeros(n, dtype=int)
    for i in range(n):
        u[i] = inner[i](x)
    s = 0
    for i in range(n):
        s = s + partials[i](u) * d_inner[i](x)
    return s
