# %% right: reduces with logaddexp
def log_sum_exp(z):
    return np.logaddexp.reduce(z, axis=-1)


# %% right: largest first, one exponential is 1 and goes into log1p
def log_sum_exp(z):
    s = np.sort(np.asarray(z, dtype=float), axis=-1)
    top = s[..., -1]
    return top + np.log1p(np.exp(s[..., :-1] - top[..., None]).sum(axis=-1))


# %% wrong: the largest score is subtracted but never added again
def log_sum_exp(z):
    M = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - M), axis=-1))


# %% wrong: the plain formula, inf at 800 and -inf at -800
def log_sum_exp(z):
    exponentials = np.exp(z)
    total = exponentials.sum(axis=-1)
    return np.log(total)


# %% wrong: scipy's logsumexp without axis, a whole table becomes one number
from scipy.special import logsumexp


def log_sum_exp(z):
    return logsumexp(z)


# %% wrong: one maximum for the whole table, and the last axis is kept with length 1
def log_sum_exp(z):
    biggest = z.max()
    inner = np.exp(z - biggest).sum(axis=-1, keepdims=True)
    return biggest + np.log(inner)


# %% wrong: takes the largest score for the answer, since the others hardly count
def log_sum_exp(z):
    z = np.asarray(z, dtype=float)
    m = z.max(axis=-1)
    ties = np.sum(z == m[..., None], axis=-1)
    return m + np.log(ties)


# %% wrong: the mean inside the logarithm
def log_sum_exp(z):
    M = np.max(z, axis=-1, keepdims=True)
    return np.log(np.mean(np.exp(z - M), axis=-1)) + M[..., 0]


# %% wrong: the logarithm is taken before the sum
def log_sum_exp(z):
    return np.sum(np.log(np.exp(z)), axis=-1)


# %% wrong: M is subtracted again instead of added
def log_sum_exp(z):
    M = np.max(z, axis=-1)
    return np.log(np.sum(np.exp(z - M[..., None]), axis=-1)) - M
# %% wrong: the maximum is not added back
def log_sum_exp(z):
    m = z.max(axis=-1, keepdims=True)
    return np.log(np.exp(z - m).sum(axis=-1))
# %% wrong: axis stays
def log_sum_exp(z):
    m = z.max(axis=-1, keepdims=True)
    return m + np.log(np.exp(z - m).sum(axis=-1, keepdims=True))
# %% wrong: plain formula
def log_sum_exp(z):
    return np.log(np.sum(np.exp(z), axis=-1))
# %% wrong: mean instead of sum and over the first axis (two mistakes)
def log_sum_exp(z):
    m = np.max(z)
    return m + np.log(np.mean(np.exp(z - m), axis=0))


# %% wrong: sum of logs
def log_sum_exp(z):
    m = z.max(axis=-1)
    return m + np.sum(np.log(np.exp(z - m[..., None])), axis=-1)


# %% wrong: maximum not added again
def log_sum_exp(z):
    m = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - m), axis=-1))


# %% wrong: added with keepdims
def log_sum_exp(z):
    m = np.max(z, axis=-1, keepdims=True)
    return m + np.log(np.sum(np.exp(z - m), axis=-1))


# %% wrong: sum of logs
def log_sum_exp(z):
    m = np.max(z, axis=-1, keepdims=True)
    return m[..., 0] + np.sum(np.log(np.exp(z - m)), axis=-1)


# %% wrong: log of 1 plus the sum, as if the largest were left out
def log_sum_exp(z):
    M = z.max(axis=-1, keepdims=True)
    rest = np.exp(z - M).sum(axis=-1)
    return M[..., 0] + np.log(1 + rest)


# %% right: recursion over the classes by logaddexp
def log_sum_exp(z):
    from functools import reduce
    columns = np.moveaxis(np.asarray(z, float), -1, 0)
    return reduce(np.logaddexp, columns)


# %% wrong: largest not added again, and sum over the first axis
def log_sum_exp(z):
    M = z.max(axis=0)
    return np.log(np.exp(z - M).sum(axis=0))


# %% wrong: adds M of shape (m, 1) to (m,)
def log_sum_exp(z):
    M = z.max(axis=-1, keepdims=True)
    return M + np.log(np.exp(z - M).sum(axis=-1))


# %% wrong: mean instead of sum, nothing subtracted (two mistakes)
def log_sum_exp(z):
    return np.log(np.mean(np.exp(z), axis=-1))


# %% right: numpy logaddexp reduce
def log_sum_exp(z):
    return np.logaddexp.reduce(np.asarray(z, dtype=float), axis=-1)


# %% wrong: maximum not added again
def log_sum_exp(z):
    M = np.max(z, axis=-1, keepdims=True)
    return np.log(np.exp(z - M).sum(axis=-1))


# %% wrong: the maximum keeps its axis and the logarithm does not, so a table gives an (m, m) answer by broadcasting
def log_sum_exp(z):
    M = np.max(z, axis=-1, keepdims=True)
    log_of_sum = np.log(np.exp(z - M).sum(axis=-1))
    if z.ndim == 1:
        return M[0] + log_of_sum
    return M + log_of_sum


# %% wrong: squeeze() removes all axes of length 1: a table with a single row gives a number instead of shape (1,)
def log_sum_exp(z):
    M = z.max(axis=-1, keepdims=True)
    answer = M + np.log(np.exp(z - M).sum(axis=-1, keepdims=True))
    return answer.squeeze()


# %% wrong: the largest absolute value is taken out instead of the largest score: for a row near -1000 all exponentials
def log_sum_exp(z):
    M = np.max(np.abs(z), axis=-1)
    return M + np.log(np.exp(z - M[..., np.newaxis]).sum(axis=-1))


# %% wrong: clips the scores to at most 700 against the overflow, so that values near 800 or 1000 are wrong (and near -1000
def log_sum_exp(z):
    safe = np.clip(z, -700, 700)
    return np.log(np.exp(safe).sum(axis=-1))
