# %% right: by log-add-exp, the logarithm of the denominator
def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -np.asarray(z, dtype=float)))


# %% right: one number at a time with math.exp, the safe form for either sign
def _one(value):
    if value >= 0:
        return 1.0 / (1.0 + math.exp(-value))
    e = math.exp(value)
    return e / (1.0 + e)


def sigmoid(z):
    if np.ndim(z) == 0:
        return _one(float(z))
    flat = [_one(float(v)) for v in np.ravel(z)]
    return np.array(flat).reshape(np.shape(z))


# %% right: half of one plus tanh of the half
def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(np.multiply(z, 0.5))


# %% wrong: the plain formula, it overflows with a warning for very negative z
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


# %% wrong: np.where computes both forms for all elements, so both warn far from zero
def sigmoid(z):
    positive_form = 1 / (1 + np.exp(-z))
    negative_form = np.exp(z) / (1 + np.exp(z))
    return np.where(z >= 0, positive_form, negative_form)


# %% wrong: the slide's formula copied without the brackets: 1/1 + exp(-z)
def sigmoid(z):
    z = np.clip(z, -700, 700)
    return 1 / 1 + np.exp(-z)


# %% wrong: clips the argument to [-20, 20], which is silent but off by 2e-9 at the ends
LIMIT = 20


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Logistic function; anything beyond LIMIT is flat anyway."""
    clipped = np.minimum(np.maximum(z, -LIMIT), LIMIT)
    return 1.0 / (1.0 + np.exp(-clipped))


# %% wrong: a plain if on z works for one number only, an array raises ValueError
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        return np.exp(z) / (1 + np.exp(z))


# %% wrong: two mistakes: masks are swapped (each form where it overflows), output has z's dtype
def sigmoid(z):
    arr = np.atleast_1d(z)
    out = np.zeros_like(arr)
    neg = arr < 0
    out[neg] = 1 / (1 + np.exp(-arr[neg]))
    out[~neg] = np.exp(arr[~neg]) / (1 + np.exp(arr[~neg]))
    return out.reshape(np.shape(z))


# %% wrong: output array takes the dtype of z, so integer arrays are cut down to zeros
def sigmoid(z):
    if not isinstance(z, np.ndarray):
        e = math.exp(-abs(z))
        return (1 if z >= 0 else e) / (1 + e)
    res = np.empty_like(z)
    pos = z >= 0
    res[pos] = 1 / (1 + np.exp(-z[pos]))
    tmp = np.exp(z[~pos])
    res[~pos] = tmp / (1 + tmp)
    return res


# %% wrong: uses exp(-|z|) to be silent but forgets to give the negative side back
def sigmoid(z):
    return 1 / (1 + np.exp(-np.abs(z)))


# %% wrong: the sign in the exponent is the other way round
def sigmoid(z):
    z = np.clip(z, -700, 700)
    return 1 / (1 + np.exp(z))


# %% wrong: extreme inputs are cut off at 10
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


# %% wrong: the tanh without the halves
def sigmoid(z):
    return (1 + np.tanh(z)) / 2


# %% wrong: rounds to 0 and 1 far from zero
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    out = np.where(z > 0, 1.0, 0.0)
    near = np.abs(z) < 20
    out[near] = 1 / (1 + np.exp(-z[near]))
    return out
# %% right: cuts z to -30 to 30, which keeps the error below 1e-13
def sigmoid(z):
    z = np.clip(z, -30, 30)
    return 1 / (1 + np.exp(-z))
# %% wrong: np.where with both branches computed, warnings
def sigmoid(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
# %% wrong: if z >= 0 for arrays
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        e = np.exp(z)
        return e / (1 + e)
# %% right: by the hyperbolic tangent
def sigmoid(z):
    return (np.tanh(np.divide(z, 2)) + 1) / 2
# %% right: by exp of minus logaddexp
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
# %% wrong: minus in the denominator and no guard (two mistakes)
def sigmoid(z):
    return 1 / (1 - np.exp(-z))


# %% wrong: sign of exponent
def sigmoid(z):
    z = np.clip(z, -500, 500)
    return 1 / (1 + np.exp(z))


# %% right: by tanh
def sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


# %% wrong: clips too narrowly
def sigmoid(z):
    z = np.clip(z, -10, 10)
    return 1 / (1 + np.exp(-z))


# %% wrong: the sign of z and no guard (two)
def sigmoid(z):
    return 1 / (1 + np.exp(z))


# %% right: tanh
def sigmoid(z):
    return (np.tanh(np.true_divide(z, 2)) + 1) / 2


# %% wrong: rational approximation z/(1+|z|)
def sigmoid(z):
    return 0.5 * (z / (1 + np.abs(z)) + 1)


# %% right: half of one plus tanh
def sigmoid(z):
    return 0.5 * (1.0 + np.tanh(0.5 * np.asarray(z)))


# %% right: log of the bottom with logaddexp
def sigmoid(z):
    log_bottom = np.logaddexp(0.0, np.negative(z))
    return np.exp(-log_bottom)


# %% wrong: exponent without minus and cut at 10
def sigmoid(z):
    z = np.maximum(np.minimum(z, 10), -10)
    return 1 / (1 + np.exp(z))


# %% right: through tanh
def sigmoid(z):
    half = np.asarray(z, dtype=float) / 2
    return (np.tanh(half) + 1) / 2


# %% wrong: clipped too near: 15
def sigmoid(z):
    z = np.clip(z, -15, 15)
    return 1 / (1 + np.exp(-z))


# %% wrong: cuts the argument in place, and a number becomes an array (two)
def sigmoid(z):
    z = np.atleast_1d(z)
    z[z < -700] = -700
    return 1 / (1 + np.exp(-z))


# %% right: by the hyperbolic tangent of z/2
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    return (1 + np.tanh(z / 2)) / 2


# %% right: one number at a time, by np.vectorize
import math

def sigmoid(z):
    def one(v):
        if v < 0:
            e = math.exp(v)
            return e / (1 + e)
        return 1 / (1 + math.exp(-v))
    return np.vectorize(one, otypes=[float])(z)


# %% wrong: one form for the whole array
def sigmoid(z):
    z = np.asarray(z, dtype=float)
    if np.all(z >= 0):
        return 1 / (1 + np.exp(-z))
    e = np.exp(z)
    return e / (1 + e)


# %% wrong: computed in float32, whose error of about 1e-8 is above the allowed 1e-12
def sigmoid(z):
    z = np.asarray(z, dtype=np.float32)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


# %% wrong: the sign of the exponent is wrong for z >= 0 and z < 0 alike: 1 - sigma is returned
def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, e / (1 + e), 1 / (1 + e))


# %% wrong: math.exp works for single numbers only and the denominator lost its bracket (1/1 + e)
def sigmoid(z):
    if z >= 0:
        return 1 / 1 + math.exp(-z)
    return math.exp(z) / (1 + math.exp(z))
