# %% right: dictionary of lambdas
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if (kind, k) == ("inverse", 0):
        raise ValueError("1/k begins at k = 1")
    rules = {
        "constant": lambda: c,
        "inverse": lambda: 1 / k,
        "power": lambda: lam * (1 + k / s0) ** (-p),
    }
    return rules[kind]()


# %% right: turns the ZeroDivisionError into a ValueError, power through exp and log
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "power":
        return lam * math.exp(p * (math.log(s0) - math.log(s0 + k)))
    try:
        return 1 / int(k)
    except ZeroDivisionError:
        raise ValueError("no step number 0 for 'inverse'") from None


# %% wrong: 1/(k+1) to avoid the division by zero, no ValueError
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    elif kind == "inverse":
        return 1 / (k + 1)
    elif kind == "power":
        return lam * (s0 / (s0 + k)) ** p


# %% wrong: s0 on top of the fraction is replaced by 1
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k == 0:
            raise ValueError("k must be at least 1")
        return 1.0 / k
    return lam * (1 / (s0 + k)) ** p


# %% wrong: refuses k = 0 for every kind, though constant and power are fine there
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if k < 1:
        raise ValueError("steps are counted from 1")
    if kind == "inverse":
        return 1 / k
    if kind == "power":
        base = s0 / (s0 + k)
        return lam * base**p
    return c


# %% wrong: returns the ValueError as a value instead of raising it
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "inverse":
        return 1 / k if k else ValueError("k = 0")
    return c if kind == "constant" else lam * (s0 / (s0 + k)) ** p


# %% wrong: two mistakes: lam is inside the power, and c scales 1/k
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    match kind:
        case "constant":
            eta = c
        case "inverse":
            if k == 0:
                raise ValueError
            eta = c / k
        case "power":
            eta = np.power(lam * s0 / (s0 + k), p)
    return eta


# %% wrong: the power is forgotten
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k == 0:
            raise ValueError("k must be at least 1")
        return 1 / k
    if kind == "power":
        return lam * (s0 / (s0 + k))


# %% wrong: lam is forgotten
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k == 0:
            raise ValueError("k must be at least 1")
        return 1 / k
    return (s0 / (s0 + k)) ** p


# %% wrong: the power is a square root, whatever p
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    elif kind == "inverse":
        if k == 0:
            raise ValueError("no step 0")
        return 1 / k
    else:
        return lam * np.sqrt(s0 / (s0 + k))


# %% wrong: constant is 1, the default, whatever c
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return 1.0
    elif kind == "inverse":
        if k == 0:
            raise ValueError("no step 0")
        return 1 / k
    else:
        return lam * (s0 / (s0 + k)) ** p


# %% wrong: at 0 the inverse is infinite, no error is raised
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    elif kind == "inverse":
        if k == 0:
            return math.inf
        return 1 / k
    else:
        return lam * (s0 / (s0 + k)) ** p


# %% wrong: the fraction is upside down
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    elif kind == "inverse":
        if k == 0:
            raise ValueError("no step 0")
        return 1 / k
    else:
        return lam * ((s0 + k) / s0) ** p
# %% wrong: no ValueError for step number 0
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == 'constant':
        return c
    if kind == 'inverse':
        return 1 / k if k > 0 else 1.0
    if kind == 'power':
        return lam * (s0 / (s0 + k)) ** p
# %% wrong: lam inside the power
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == 'constant':
        return c
    elif kind == 'inverse':
        if k == 0:
            raise ValueError('k must be positive')
        return 1 / k
    return (lam * s0 / (s0 + k)) ** p
# %% wrong: inverse multiplied by c and returns the error instead of raising (two mistakes)
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == 'constant':
        return c
    if kind == 'inverse':
        if k == 0:
            return ValueError('no step 0')
        return lam / k
    return lam * (s0 / (s0 + k)) ** p


# %% wrong: power: k/(s0+k)
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k == 0:
            raise ValueError("k is 0")
        return 1 / k
    return lam * (k / (s0 + k)) ** p


# %% wrong: inverse returns ValueError; power multiplied by p
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    elif kind == "inverse":
        if k == 0:
            return ValueError
        return 1 / k
    elif kind == "power":
        return lam * (s0 / (s0 + k)) * p


# %% wrong: returns the error
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k == 0:
            return ValueError("k is 0")
        return 1 / k
    return lam * (s0 / (s0 + k)) ** p


# %% wrong: power holds the factor too
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    elif kind == "inverse":
        if k == 0:
            raise ValueError("no step 0")
        return 1 / k
    elif kind == "power":
        return (lam * s0 / (s0 + k)) ** p


# %% wrong: p multiplies
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k == 0:
            raise ValueError("k = 0")
        return 1 / k
    return lam * (s0 / (s0 + k)) * p


# %% right: dictionary of functions, zero division turned into ValueError
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    kinds = {
        "constant": lambda: c,
        "inverse": lambda: 1 / k,
        "power": lambda: lam * (1 + k / s0) ** -p,
    }
    try:
        return kinds[kind]()
    except ZeroDivisionError:
        raise ValueError("the inverse schedule counts from 1") from None


# %% wrong: the power takes the numerator only
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k == 0:
            raise ValueError("no step 0")
        return 1 / k
    return lam * s0**p / (s0 + k)


# %% wrong: the error is returned
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == "constant":
        return c
    if kind == "inverse":
        if k == 0:
            return ValueError("k = 0")
        return 1.0 / k
    return lam * (s0 / (s0 + k)) ** p


# %% wrong: inverse uses c, 0 is refused for all kinds (two)
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if k == 0:
        raise ValueError("step 0")
    if kind == "constant":
        return c
    if kind == "inverse":
        return c / k
    if kind == "power":
        return lam * (s0 / (s0 + k)) ** p


# %% right: the division by zero is caught and raised anew
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == 'inverse':
        try:
            return 1 / int(k)
        except ZeroDivisionError:
            raise ValueError('steps are counted from 1')
    if kind == 'power':
        return lam * (1 + k / s0) ** -p
    return c


# %% wrong: an error at 0 for every kind, and c for 1 above k
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if k == 0:
        raise ValueError("steps start at 1")
    if kind == 'constant':
        return c
    if kind == 'inverse':
        return c / k
    return lam * (s0 / (s0 + k)) ** p


# %% wrong: raises Exception instead of ValueError
def step_size(kind, k, c=1.0, lam=1.0, s0=1.0, p=0.5):
    if kind == 'constant':
        return c
    if kind == 'inverse':
        if k == 0:
            raise Exception("k must be positive")
        return 1 / k
    return lam * (s0 / (s0 + k)) ** p
