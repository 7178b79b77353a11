# %% right: scipy's softmax
import scipy.special


def softmax(z):
    return scipy.special.softmax(z, axis=-1)


# %% right: row by row on a flattened copy, put back into the old shape
def softmax(z):
    z = np.asarray(z, dtype=float)
    rows = []
    for row in z.reshape(-1, z.shape[-1]).tolist():
        top = max(row)
        e = [math.exp(v - top) for v in row]
        rows.append([v / sum(e) for v in e])
    return np.array(rows).reshape(z.shape)


# %% wrong: the plain formula, overflows for large scores
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)


# %% wrong: subtracts the largest number of the whole table, a low row becomes 0/0
def softmax(z):
    shifted = z - np.max(z)
    exps = np.exp(shifted)
    return exps / exps.sum(axis=-1, keepdims=True)


# %% wrong: shifts z in place, the argument is changed
def softmax(z):
    z -= z.max(axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


# %% wrong: axis=1 is written in and the exponents are normalised by the largest, not by the sum
def softmax(z):
    if z.ndim == 1:
        z = z[None, :]
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.max(e, axis=1, keepdims=True)


# %% wrong: subtracts the mean of the row, which does not help when 1000 and -1000 stand in one row
def softmax(z):
    centred = z - np.mean(z, axis=-1, keepdims=True)
    powers = np.exp(centred)
    return powers / np.sum(powers, axis=-1, keepdims=True)


# %% wrong: sums along the first axis
def softmax(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / np.sum(e, axis=0)


# %% wrong: no exponentials, the scores are shifted above 0 and divided by their sum
def softmax(z):
    z = z - np.min(z, axis=-1, keepdims=True)
    return z / np.sum(z, axis=-1, keepdims=True)


# %% wrong: a sigmoid of each score
def softmax(z):
    return 1 / (1 + np.exp(-z))
# %% wrong: largest score of the whole table subtracted
def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum(axis=-1, keepdims=True)
# %% wrong: sum over the first axis
def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=0)
# %% wrong: nothing subtracted
def softmax(z):
    e = np.exp(z)
    return e / np.sum(e, axis=-1, keepdims=True)
# %% right: apply_along_axis
def softmax(z):
    def one(row):
        a = np.exp(row - max(row))
        return a / a.sum()
    return np.apply_along_axis(one, -1, z)


# %% wrong: in place, not normalised by sum but by mean
def softmax(z):
    z -= z.max(axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.mean(axis=-1, keepdims=True)


# %% right: via logaddexp.reduce
def softmax(z):
    z = np.asarray(z, dtype=float)
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))


# %% wrong: axis one
def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


# %% wrong: no guard and sum over everything (two)
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z))


# %% wrong: sums over everything
def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum()


# %% right: apply_along_axis with a helper
def _row(r):
    top = max(r)
    e = [math.exp(v - top) for v in r]
    return np.array(e) / math.fsum(e)

def softmax(z):
    return np.apply_along_axis(_row, -1, np.asarray(z, dtype=float))


# %% wrong: axis=1 fixed and no shift (two)
def softmax(z):
    e = np.exp(z)
    if z.ndim == 1:
        return e / e.sum()
    return e / e.sum(axis=1, keepdims=True)


# %% wrong: scales by the largest score instead of shifting
def softmax(z):
    z = np.asarray(z, dtype=float)
    big = np.abs(z).max(axis=-1, keepdims=True)
    e = np.exp(z / np.where(big == 0, 1, big))
    return e / e.sum(axis=-1, keepdims=True)


# %% wrong: first axis, and nothing is subtracted
def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=0)


# %% wrong: columns instead of rows, in place (two mistakes)
def softmax(z):
    z -= z.max(axis=0)
    e = np.exp(z)
    return e / e.sum(axis=0)


# %% wrong: maximum of the whole table
def softmax(z):
    t = np.exp(z - np.max(z))
    return t / t.sum(axis=-1, keepdims=True)


# %% right: via log_sum_exp with moveaxis
def softmax(z):
    a = np.moveaxis(np.array(z, dtype=float), -1, 0)
    a = np.exp(a - a.max(axis=0))
    return np.moveaxis(a / a.sum(axis=0), 0, -1)


# %% wrong: keepdims missing at the sum only
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1)


# %% wrong: scores are clipped to 700 instead of shifted, so 1000 and 900 count as equal
def softmax(z):
    z = np.clip(z, -700, 700)
    powers = np.exp(z)
    return powers / powers.sum(axis=-1, keepdims=True)
