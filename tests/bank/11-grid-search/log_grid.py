# %% right: numpy's geomspace
def log_grid(low, high, n):
    return np.geomspace(low, high, num=n)


# %% right: weighted geometric means of the two ends in a list comprehension
def log_grid(low, high, n):
    last = n - 1
    return np.array([low ** ((last - i) / last) * high ** (i / last) for i in range(n)])


# %% wrong: equal differences, linspace
def log_grid(low, high, n):
    return np.linspace(low, high, n)


# %% wrong: n instead of n - 1 in the root, the last value does not reach high
def log_grid(low, high, n):
    q = (high / low) ** (1 / n)
    values = [low]
    for _ in range(n - 1):
        values.append(values[-1] * q)
    return np.array(values)


# %% wrong: logspace takes exponents, not values
def log_grid(low, high, n):
    return np.logspace(low, high, n)


# %% wrong: stops by comparing with high, rounding sometimes loses the last value; fine in examples
def log_grid(low, high, n):
    ratio = (high / low) ** (1 / (n - 1))
    grid = []
    value = low
    while value <= high:
        grid.append(value)
        value *= ratio
    return np.array(grid)


# %% wrong: endpoint is left out, and the values come in descending order
def log_grid(low, high, n):
    exponents = np.linspace(np.log10(low), np.log10(high), n, endpoint=False)
    return 10 ** exponents[::-1]


# %% wrong: the step is the ratio divided by n - 1 instead of its root
def log_grid(low, high, n):
    q = (high / low) / (n - 1)
    return np.array([low * q**i for i in range(n)])


# %% wrong: always powers of ten from low
def log_grid(low, high, n):
    return np.array([low * 10**i for i in range(n)])


# %% wrong: the exponents come back, not the values
def log_grid(low, high, n):
    return np.linspace(np.log10(low), np.log10(high), n)
# %% wrong: ratio with n instead of n minus one
def log_grid(low, high, n):
    q = (high / low) ** (1 / n)
    return low * q ** np.arange(n)
# %% wrong: descending order
def log_grid(low, high, n):
    return np.exp(np.linspace(np.log(high), np.log(low), n))
# %% right: recursion on halves replaced by cumulated product
def log_grid(low, high, n):
    ratio = (high / low) ** (1 / (n - 1))
    return np.cumprod([low] + [ratio] * (n - 1))
# %% wrong: ratio with n + 1 and starts one later (two mistakes)
def log_grid(low, high, n):
    q = (high / low) ** (1 / (n + 1))
    return low * q ** np.arange(1, n + 1)


# %% right: powers of the ratio
def log_grid(low, high, n):
    q = (high / low) ** (1 / (n - 1))
    return np.array([low * q ** k for k in range(n)])


# %% wrong: natural log in logspace and one too few (two)
def log_grid(low, high, n):
    return np.logspace(np.log(low), np.log(high), n - 1)


# %% right: list and multiplication
def log_grid(low, high, n):
    q = (high / low) ** (1 / (n - 1))
    values = [low]
    while len(values) < n:
        values.append(values[-1] * q)
    return np.array(values)


# %% wrong: an array of whole numbers if low is whole
def log_grid(low, high, n):
    grid = np.full(n, low)
    q = (high / low) ** (1 / (n - 1))
    for i in range(1, n):
        grid[i] = low * q ** i
    return grid


# %% right: cumprod of the ratios, the last value put exactly
def log_grid(low, high, n):
    ratio = np.exp((np.log(high) - np.log(low)) / (n - 1))
    grid = low * np.cumprod(np.concatenate([[1.0], np.full(n - 1, ratio)]))
    grid[-1] = high
    return grid


# %% wrong: evenly spaced, and the upper end is left out
def log_grid(low, high, n):
    step = (high - low) / n
    return np.array([low + i * step for i in range(n)])


# %% wrong: the exponent 1/(n-1) loses its brackets
def log_grid(low, high, n):
    ratio = (high / low) ** 1 / (n - 1)
    return low * ratio ** np.arange(n)


# %% wrong: starts with the second value, one too many (two mistakes)
def log_grid(low, high, n):
    q = (high / low) ** (1 / (n - 1))
    out = []
    value = low
    for _ in range(n + 1):
        value *= q
        out.append(value)
    return np.array(out)


# %% right: list by repeated multiplication
def log_grid(low, high, n):
    q = (high / low) ** (1 / (n - 1))
    values = [low]
    for _ in range(n - 2):
        values.append(values[-1] * q)
    return np.array(values + [high], dtype=float)


# %% wrong: end excluded, n values with arange from 1
def log_grid(low, high, n):
    q = (high / low) ** (1 / (n - 1))
    return np.array([low * q ** i for i in range(1, n + 1)])


# %% wrong: n + 1 values and descending
def log_grid(low, high, n):
    return np.geomspace(high, low, n + 1)


# %% wrong: two mistakes: the ratio is made of the difference high - low, and the root is the n-th
def log_grid(low, high, n):
    q = (high - low) ** (1 / n)
    return np.array([low * q ** k for k in range(n)])


# %% wrong: begins with low * q, so low is missing and high is passed, and the array is turned into descending order
def log_grid(low, high, n):
    ratio = (high / low) ** (1.0 / (n - 1))
    res = np.zeros(n)
    current = low
    for i in range(n):
        current *= ratio
        res[n - 1 - i] = current
    return res
