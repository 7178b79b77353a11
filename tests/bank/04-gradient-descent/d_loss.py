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
