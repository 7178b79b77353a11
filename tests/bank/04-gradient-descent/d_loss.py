# %% right: numpy's derivative of a polynomial
def d_loss(w):
    return np.polyval(np.polyder([1, 0, 12]), w)


# %% wrong: the constant is kept in the derivative
def d_loss(w):
    return 2 * w + 12


# %% wrong: the factor 2 of the power rule is forgotten
def d_loss(w):
    slope = w
    return slope


# %% wrong: returns the anti-gradient, because that is the direction of the step
def d_loss(w: float) -> float:
    """Where down is."""
    return -2 * w


# %% wrong: two mistakes: one-sided difference with a big step, and the division by h is missing
def d_loss(w):
    h = 0.1
    f = lambda v: v**2 + 12
    return f(w + h) - f(w)


# %% wrong: the loss itself
def d_loss(w):
    return w**2 + 12


# %% wrong: differentiates twice
def d_loss(w):
    return 2 + 0 * w


# %% wrong: a numerical slope with a step of 0.001 to one side
def d_loss(w):
    h = 0.001
    return ((w + h) ** 2 - w**2) / h


# %% wrong: 2 w squared, the power is not lowered
def d_loss(w):
    return 2 * w**2
# %% wrong: difference quotient with a coarse step
def d_loss(w):
    h = 0.001
    L = lambda v: v ** 2 + 12
    return (L(w + h) - L(w)) / h
# %% right: numerical slope, central, exact for a parabola
def d_loss(w):
    L = lambda v: v ** 2 + 12
    return (L(w + 0.5) - L(w - 0.5)) / 1


# %% wrong: sign of the direction of descent
def d_loss(w):
    return -2 * w


# %% right: measured by a central difference
def d_loss(w):
    h = 0.5
    return ((w + h) ** 2 - (w - h) ** 2) / (2 * h)


# %% wrong: caret: w ^ 2 is not a power, here 2 ** w
def d_loss(w):
    return 2 ** w


# %% wrong: secant of length one
def d_loss(w):
    L = lambda v: v**2 + 12
    return L(w + 1) - L(w)


# %% right: central difference, exact on a parabola
def d_loss(w):
    def height(v):
        return v * v + 12

    return (height(w + 1) - height(w - 1)) / 2


# %% wrong: a forward difference with a step of 0.01
def d_loss(w):
    h = 0.01
    return ((w + h) ** 2 - w ** 2) / h


# %% wrong: np.gradient of the losses
def d_loss(w):
    return np.gradient(np.asarray(w) ** 2 + 12)


# %% wrong: a forward difference with the step 0.5 is left, so the slope is 0.5 too large
def d_loss(w):
    h = 0.5
    L = lambda v: v**2 + 12
    return (L(w + h) - L(w)) / h


# %% wrong: the sign is wrong, and the constant 12 stays in the derivative (two)
def d_loss(w):
    return -(2 * w) + 12


# %% wrong: the factor 2 of the derivative is forgotten and the constant 12 is kept
def d_loss(w):
    dw2 = w        # power rule
    d12 = 12
    return dw2 + d12
