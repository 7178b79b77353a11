# %% right: exact difference of a parabola, step 1 to both sides
def d_loss_d_param(gold, param, x, w):
    def loss(p):
        return (gold - (w[0] * x[0] + p * x[1] + w[2] * x[2])) ** 2

    return (loss(param + 1) - loss(param - 1)) / 2


# %% right: weights put together in a new list, error as prediction minus truth
def d_loss_d_param(gold, param, x, w):
    weights = [w[0], param, w[2]]
    pred = math.fsum(a * b for a, b in zip(weights, x))
    return 2 * (pred - gold) * x[1]


# %% wrong: the inner minus from (gold - pred) is lost
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return 2 * (gold - pred) * x[1]


# %% wrong: w[1] is used in the prediction, param is not used
def d_loss_d_param(gold, param, x, w):
    pred = np.dot(w, x)
    return -2 * (gold - pred) * x[1]


# %% wrong: the last link x[1] of the chain is forgotten
def d_loss_d_param(gold, param, x, w):
    y_hat = w[0] * x[0] + param * x[1] + w[2] * x[2]
    dL_dpred = 2 * (gold - y_hat) * (-1)
    return dL_dpred


# %% wrong: writes param into the caller's array w before the dot product
def d_loss_d_param(gold, param, x, w):
    w[1] = param
    prediction = float(w @ x)
    change = -2 * (gold - prediction) * x[1]
    return change


# %% wrong: no factor 2, and multiplies by param instead of x[1]
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    outer = gold - pred
    inner = -param
    return outer * inner


# %% wrong: all three derivatives as an array instead of the one by param
def d_loss_d_param(gold, param, x, w):
    weights = np.array([w[0], param, w[2]])
    error = gold - weights @ x
    return -2 * error * np.asarray(x)


# %% wrong: returns the loss itself
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return (gold - pred) ** 2


# %% wrong: the 2 of the square forgotten
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -(gold - pred) * x[1]


# %% wrong: the prediction has only the middle term
def d_loss_d_param(gold, param, x, w):
    pred = param * x[1]
    return -2 * (gold - pred) * x[1]
# %% wrong: uses w[1]
def d_loss_d_param(gold, param, x, w):
    pred = w @ x
    return -2 * (gold - pred) * x[1]
# %% wrong: inner derivative left out
def d_loss_d_param(gold, param, x, w):
    w = np.array([w[0], param, w[2]])
    return -2 * (gold - w @ x)
# %% wrong: multiplied by the parameter instead of the input, factor two missing (two mistakes)
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return (pred - gold) * param


# %% wrong: numerical forward difference with h=0.1
def d_loss_d_param(gold, param, x, w):
    def L(p):
        return (gold - (w[0] * x[0] + p * x[1] + w[2] * x[2])) ** 2
    return (L(param + 0.1) - L(param)) / 0.1


# %% wrong: the wrong input
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * (gold - pred) * x[2]


# %% wrong: param instead of x, the slide's lost square (two)
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return -2 * param


# %% wrong: writes param into w: the argument changes
def d_loss_d_param(gold, param, x, w):
    w[1] = param
    return -2 * (gold - w @ x) * x[1]


# %% wrong: sign and w[1] (two)
def d_loss_d_param(gold, param, x, w):
    return 2 * (gold - np.dot(w, x)) * x[1]


# %% wrong: param added on top of w[1], which stays in the dot product
def d_loss_d_param(gold, param, x, w):
    pred = np.dot(w, x) + param * x[1]
    return 2 * (pred - gold) * x[1]


# %% wrong: does the whole step and returns the new parameter
def d_loss_d_param(gold, param, x, w):
    pred = w[0]*x[0] + param*x[1] + w[2]*x[2]
    change = -2*(gold - pred)*x[1]
    param = param - 0.001*change
    return param


# %% wrong: minus lost and 2 lost
def d_loss_d_param(gold, param, x, w):
    y_hat = w[0] * x[0] + param * x[1] + w[2] * x[2]
    return (gold - y_hat) * x[1]


# %% right: central difference is exact for a parabola
def d_loss_d_param(gold, param, x, w):
    def loss(p):
        guess = w[0] * x[0] + p * x[1] + w[2] * x[2]
        return (gold - guess) ** 2
    return (loss(param + 0.5) - loss(param - 0.5)) / 1.0


# %% wrong: returns the microchange with 0.001
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    change = 2 * (gold - pred) * (-1) * x[1]
    return 0.001 * change


# %% wrong: the factor 2 and the last weight are forgotten (two mistakes)
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + x[2]
    return -(gold - pred) * x[1]


# %% wrong: returns the loss of the step, new param
def d_loss_d_param(gold, param, x, w):
    pred = w[0] * x[0] + param * x[1] + w[2] * x[2]
    change = -2 * (gold - pred) * x[1]
    return param - 0.001 * change


# %% right: sum of all with copy of the weights
def d_loss_d_param(gold, param, x, w):
    weights = np.array(w, dtype=float)
    weights[1] = param
    gap = float(np.dot(weights, x)) - gold
    return 2.0 * gap * x[1]
