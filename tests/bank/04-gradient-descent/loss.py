# %% right: as a polynomial with the coefficients 1, 0, 12
def loss(w):
    return np.polyval([1, 0, 12], w)


# %% right: np.square
def loss(w):
    twelve = 12
    return twelve + np.square(w)


# %% wrong: the 12 is inside the bracket, (w + 12) squared
def loss(w):
    return (w + 12) ** 2


# %% wrong: twice w instead of w squared
def loss(w):
    return w * 2 + 12


# %% wrong: sums over the array as for the total loss of many weights, shape is lost
def loss(w):
    total = np.sum(np.square(w))
    return total + 12


# %% wrong: computes in place to save memory and so changes the caller's array
def loss(w):
    w *= w
    w += 12
    return w


# %% wrong: the 12 is forgotten
def loss(w):
    return w**2


# %% wrong: twelve is taken off
def loss(w):
    return w**2 - 12


# %% wrong: w times 2 to the power: 2 ** w
def loss(w):
    return 2**w + 12
# %% wrong: sums over the array
def loss(w):
    total = 0
    for wi in np.atleast_1d(w):
        total += wi ** 2
    return total + 12
# %% wrong: sums the array
def loss(w):
    return np.sum(w ** 2) + 12


# %% right: polynomial by Horner
def loss(w):
    coefficients = (1.0, 0.0, 12.0)
    total = 0.0
    for c in coefficients:
        total = total * w + c
    return total


# %% wrong: two to the power w
def loss(w):
    return np.power(2, w) + 12


# %% wrong: doubles instead of squaring, subtracts the 12 (two)
def loss(w):
    return 2 * w - 12


# %% wrong: the sign of the constant is minus, and the losses are summed over the array (two)
def loss(w):
    total = 0
    for value in np.ravel(w):
        total += value**2 - 12
    return total


# %% wrong: for an array the squares are added up into one number instead of one loss per weight (w @ w)
def loss(w):
    w = np.atleast_1d(w)
    if w.size == 1:
        return float(w[0]) ** 2 + 12
    return w @ w + 12


# %% wrong: prints the value instead of returning it, and forgets the constant 12
def loss(w):
    result = w * w
    print("loss =", result)
