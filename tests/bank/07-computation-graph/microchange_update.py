# %% right: with named parts and np.subtract
def microchange_update(param, d_loss, rate=0.001):
    microchange = np.multiply(rate, d_loss(param))
    return np.subtract(param, microchange)


# %% wrong: adds the microchange, goes uphill
def microchange_update(param, d_loss, rate=0.001):
    change = d_loss(param)
    return param + rate * change


# %% wrong: 0.001 written into the formula, rate is ignored
def microchange_update(param, d_loss, rate=0.001):
    microchange = 0.001 * d_loss(param)
    param_new = param - microchange
    return param_new


# %% wrong: changes the array param in place
def microchange_update(param, d_loss, rate=0.001):
    param -= rate * d_loss(param)
    return param


# %% wrong: returns only the microchange, and the slope is taken at rate instead of at param
def microchange_update(param, d_loss, rate=0.001):
    return rate * d_loss(rate) * np.ones_like(param)


# %% wrong: components one after another, each slope is asked for after the earlier ones moved
def microchange_update(param, d_loss, rate=0.001):
    if np.ndim(param) == 0:
        return param - rate * d_loss(param)
    new = np.array(param, dtype=float)
    for j in range(len(new)):
        new[j] = new[j] - rate * d_loss(new)[j]
    return new


# %% wrong: the slope is taken at 0, not at param
def microchange_update(param, d_loss, rate=0.001):
    return param - rate * d_loss(0 * param)


# %% wrong: the microchange is multiplied by param
def microchange_update(param, d_loss, rate=0.001):
    change = d_loss(param)
    return param - rate * change * param


# %% wrong: only the sign of the slope is used
def microchange_update(param, d_loss, rate=0.001):
    return param - rate * np.sign(d_loss(param))
# %% wrong: adds the microchange
def microchange_update(param, d_loss, rate=0.001):
    return param + rate * d_loss(param)
# %% wrong: returns the microchange only
def microchange_update(param, d_loss, rate=0.001):
    change = rate * d_loss(param)
    return change
# %% wrong: the rate ignored and plus (two mistakes)
def microchange_update(param, d_loss, rate=0.001):
    return param + 0.001 * d_loss(param)


# %% wrong: plus
def microchange_update(param, d_loss, rate=0.001):
    change = d_loss(param)
    micro = change * rate
    return param + micro


# %% wrong: the function times rate, not called
def microchange_update(param, d_loss, rate=0.001):
    return param - rate * d_loss


# %% wrong: rate written in
def microchange_update(param, d_loss, rate=0.001):
    return param - 0.001 * d_loss(param)


# %% wrong: only the direction of the slope is used
def microchange_update(param, d_loss, rate=0.001):
    g = d_loss(param)
    return param - rate * np.sign(g)


# %% wrong: goes through the entries one by one and asks the derivative for each alone
def microchange_update(param, d_loss, rate=0.001):
    if np.ndim(param) == 0:
        return param - rate * d_loss(param)
    new = []
    for p in param:
        new.append(p - rate * d_loss(p))
    return np.array(new)


# %% wrong: multiplies the parameter by 1 minus the microchange
def microchange_update(param, d_loss, rate=0.001):
    micro = rate * d_loss(param)
    return param * (1 - micro)


# %% right: np.subtract and np.multiply
def microchange_update(param, d_loss, rate=0.001):
    slope = d_loss(param)
    microchange = np.multiply(rate, slope)
    return np.subtract(param, microchange)


# %% wrong: a plus, and the derivative at the rate instead of at the parameter (two mistakes)
def microchange_update(param, d_loss, rate=0.001):
    return param + rate * d_loss(rate)


# %% wrong: returns the microchange only
def microchange_update(param, d_loss, rate=0.001):
    microchange = rate * d_loss(param)
    return microchange


# %% wrong: numeric derivative of d_loss and ignores the default
def microchange_update(param, d_loss, rate=0.01):
    h = 1e-6
    slope = (d_loss(param + h) - d_loss(param - h)) / (2 * h)
    return param - rate * slope


# %% wrong: the rate inside the derivative
def microchange_update(param, d_loss, rate=0.001):
    return param - d_loss(rate * param)


# %% wrong: a hundred steps instead of one
def microchange_update(param, d_loss, rate=0.001):
    p = param
    for _ in range(100):
        p = p - rate * d_loss(p)
    return p


# %% wrong: keeps stepping until the parameter stops changing (or 10000 times) instead of making a single step
def microchange_update(param, d_loss, rate=0.001):
    for _ in range(10000):
        new = param - rate * d_loss(param)
        if np.all(np.abs(new - param) < 1e-12):
            break
        param = new
    return new


# %% wrong: only the microchange is returned, not the new parameter
def microchange_update(param, d_loss, rate=0.001):
    change = d_loss(param)
    microchange = rate * change
    return -microchange
