# %% right: Box-Muller from two tables of uniform numbers
def he_weights(n_in, n_out, rng):
    u = 1 - rng.random((n_in, n_out))
    v = rng.random((n_in, n_out))
    normal = np.sqrt(-2 * np.log(u)) * np.cos(2 * np.pi * v)
    return normal * np.sqrt(2 / n_in)


# %% right: list of lists, one number after the other
def he_weights(n_in, n_out, rng):
    sigma = math.sqrt(2 / n_in)
    return np.array([[rng.normal(0, sigma) for _ in range(n_out)] for _ in range(n_in)])


# %% wrong: hands the variance to normal, which wants the standard deviation
def he_weights(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, size=(n_in, n_out))


# %% wrong: Xavier's 1 / n instead of He's 2 / n
def he_weights(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    W /= np.sqrt(n_in)
    return W


# %% wrong: the global generator np.random, rng is not used
def he_weights(n_in, n_out, rng):
    std = (2.0 / n_in) ** 0.5
    return std * np.random.randn(n_in, n_out)


# %% wrong: draws one column and repeats it, all neurons start equal; the spread is sqrt(2) / n
def he_weights(n_in, n_out, rng):
    one_neuron = rng.normal(loc=0.0, scale=math.sqrt(2) / n_in, size=(n_in, 1))
    return np.tile(one_neuron, (1, n_out))


# %% wrong: divides by the number of neurons of the layer, not by the number of its inputs
def he_weights(n_in, n_out, rng):
    scale = np.sqrt(2.0 / n_out)
    return rng.normal(size=(n_in, n_out)) * scale


# %% wrong: uniform numbers
def he_weights(n_in, n_out, rng):
    a = np.sqrt(2 / n_in)
    return rng.uniform(-a, a, size=(n_in, n_out))


# %% wrong: rows and columns exchanged
def he_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), size=(n_out, n_in))


# %% wrong: divides by the root instead of multiplying
def he_weights(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) / np.sqrt(2 / n_in)
# %% wrong: n_out in the rule
def he_weights(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) * np.sqrt(2 / n_out)
# %% wrong: Xavier's one over n
def he_weights(n_in, n_out, rng):
    std = math.sqrt(1 / n_in)
    return rng.normal(scale=std, size=(n_in, n_out))
# %% wrong: uniform numbers
def he_weights(n_in, n_out, rng):
    a = np.sqrt(6 / n_in)
    return rng.uniform(-a, a, size=(n_in, n_out))
# %% wrong: shape turned and standard deviation two over n (two mistakes)
def he_weights(n_in, n_out, rng):
    return rng.normal(0, 2 / n_in, (n_out, n_in))


# %% right: list of rows
def he_weights(n_in, n_out, rng):
    return np.array([[rng.normal() for _ in range(n_out)] for _ in range(n_in)]) / math.sqrt(n_in / 2)


# %% wrong: shape exchanged, Xavier (two)
def he_weights(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_in), (n_out, n_in))


# %% wrong: cut off: draws are clipped at one deviation
def he_weights(n_in, n_out, rng):
    s = np.sqrt(2 / n_in)
    return np.clip(rng.normal(0, s, (n_in, n_out)), -s, s)


# %% wrong: root of 2 divided by n, brackets
def he_weights(n_in, n_out, rng):
    return rng.normal(size=(n_in, n_out)) * np.sqrt(2) / n_in


# %% wrong: Xavier's 1/n, and the shape turned over (two mistakes)
def he_weights(n_in, n_out, rng):
    return rng.normal(scale=np.sqrt(1 / n_in), size=(n_out, n_in))


# %% right: standard_normal scaled, column by column
def he_weights(n_in, n_out, rng):
    scale = (2 / n_in) ** 0.5
    return np.column_stack([rng.standard_normal(n_in) * scale for _ in range(n_out)])


# %% wrong: shape transposed
def he_weights(n_in, n_out, rng):
    return rng.normal(loc=0.0, scale=np.sqrt(2.0 / n_in), size=(n_out, n_in))


# %% wrong: the spread is the first argument of normal, the mean
def he_weights(n_in, n_out, rng):
    return rng.normal(np.sqrt(2 / n_in), size=(n_in, n_out))


# %% wrong: two mistakes: uniform numbers from 0 to 1, and the root of the variance is missing
def he_weights(n_in, n_out, rng):
    return rng.random((n_in, n_out)) * (2 / n_in)


# %% wrong: one row drawn and repeated
import math


def he_weights(n_in, n_out, rng):
    row = rng.normal(0, math.sqrt(2 / n_in), size=n_out)
    return np.tile(row, (n_in, 1))


# %% wrong: mean 1 and no square root
def he_weights(n_in, n_out, rng):
    variance = 2 / n_in
    return rng.normal(1, variance, size=(n_in, n_out))
