# %% right: one helper for each name, one half at the kinks
def _slope_sigmoid(t):
    e = np.exp(-np.abs(t))
    return e / (1.0 + e) ** 2


def _slope_tanh(t):
    return 1.0 - np.tanh(t) ** 2


def _slope_relu(t):
    return np.heaviside(t, 0.5)


def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "leaky_relu":
        return 0.01 + 0.99 * _slope_relu(z)
    return {"sigmoid": _slope_sigmoid, "tanh": _slope_tanh, "relu": _slope_relu}[name](z)


# %% right: element by element in a list, from values to slopes
def d_activation(name, z):
    slopes = []
    for t in np.ravel(z):
        if name == "sigmoid":
            s = 0.5 * (1 + math.tanh(t / 2))
            slopes.append(s * (1 - s))
        elif name == "tanh":
            slopes.append((1 + math.tanh(t)) * (1 - math.tanh(t)))
        else:
            left = 0.0 if name == "relu" else 0.01
            slopes.append(left if t < 0 else 1.0)
    return np.array(slopes).reshape(np.shape(z))


# %% wrong: tanh slope is written as 1 - z**2, with the input where its tanh belongs
def d_activation(name, z):
    if name == "sigmoid":
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2
    elif name == "tanh":
        return 1 - z**2
    elif name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    else:
        return np.where(z > 0, 1.0, 0.01)


# %% wrong: ReLU slope as max(0, z) / z, which is nan with a warning at zero
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        s = 0.5 * (1 + np.tanh(z / 2))
        return s * (1 - s)
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    value = np.maximum(0, z) if name == "relu" else np.maximum(0.01 * z, z)
    return value / z


# %% wrong: LeakyReLU returns its value 0.01 z on the left instead of its slope 0.01
def d_activation(name, z):
    s = lambda t: 0.5 * (1 + np.tanh(t / 2))
    if name == "sigmoid":
        return s(z) * (1 - s(z))
    if name == "tanh":
        return 4 * s(2 * z) * (1 - s(2 * z))
    if name == "relu":
        return np.where(z >= 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z >= 0, 1.0, 0.01 * z)


# %% wrong: 1/cosh squared and a bare exp(-z) overflow far out and warn
def d_activation(name, z):
    if name == "sigmoid":
        s = 1 / (1 + np.exp(-z))
        return s * (1 - s)
    if name == "tanh":
        return 1 / np.cosh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1, 0)
    if name == "leaky_relu":
        return np.where(z > 0, 1, 0.01)


# %% wrong: two mistakes: tanh slope lacks the square, leaky slope on the left is zero like ReLU
def d_activation(name, z):
    if name == "sigmoid":
        q = np.exp(-np.abs(z))
        return q / (1 + q) ** 2
    if name == "tanh":
        return 1 - np.tanh(z)
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


# %% wrong: the slopes go into an array of z's dtype, so integers lose 0.01 and 0.1966
def d_activation(name, z):
    z = np.asarray(z)
    out = np.ones_like(z)
    if name == "sigmoid":
        e = np.exp(-abs(z))
        out[...] = e / (1 + e) ** 2
    elif name == "tanh":
        out[...] = 1 - np.tanh(z) ** 2
    elif name == "relu":
        out[z < 0] = 0
    elif name == "leaky_relu":
        out[z < 0] = 0.01
    return out


# %% wrong: in a layer one active neuron is taken for all: np.any decides one slope for the array
def d_activation(name, z):
    if name == "relu":
        return 1.0 if np.any(z > 0) else 0.0
    if name == "leaky_relu":
        return 1.0 if np.any(z > 0) else 0.01
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    ez = np.exp(-np.abs(z))
    return ez / (1 + ez) / (1 + ez)


# %% wrong: two mistakes: gives the values of the activations, and the sigmoid warns at -1000
def d_activation(name, z):
    functions = {
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
        "tanh": lambda z: np.tanh(z),
        "relu": lambda z: np.maximum(0, z),
        "leaky_relu": lambda z: np.maximum(0.01 * z, z),
    }
    return functions[name](z)


# %% wrong: relu passes the value on instead of the slope 1
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        s = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
        return s * (1 - s)
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.maximum(z, 0)
    return np.where(z > 0, 1, 0.01)


# %% wrong: the slope of tanh by the rule of the sigmoid
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        s = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
        return s * (1 - s)
    if name == "tanh":
        t = np.tanh(z)
        return t * (1 - t)
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    return np.where(z > 0, 1, 0.01)


# %% wrong: leaky_relu has slope -0.01 on the left
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        s = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
        return s * (1 - s)
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    return np.where(z > 0, 1, -0.01)


# %% wrong: a numerical slope with a step of 0.1 for all four
def d_activation(name, z):
    def a(z):
        if name == "sigmoid":
            return 1 / (1 + np.exp(-np.clip(z, -500, 500)))
        if name == "tanh":
            return np.tanh(z)
        if name == "relu":
            return np.maximum(z, 0)
        return np.maximum(z, 0.01 * z)

    z = np.asarray(z, dtype=float)
    return (a(z + 0.1) - a(z)) / 0.1
# %% wrong: tanh slope is one minus tanh
def d_activation(name, z):
    if name == 'sigmoid':
        s = 0.5 * (1 + np.tanh(z / 2))
        return s * (1 - s)
    if name == 'tanh':
        return 1 - np.tanh(z)
    if name == 'relu':
        return np.where(z > 0, 1.0, 0.0)
    return np.where(z > 0, 1.0, 0.01)
# %% wrong: relu slope z over abs z gives nan at zero
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == 'sigmoid':
        s = 0.5 * (1 + np.tanh(z / 2))
        return s * (1 - s)
    if name == 'tanh':
        return 1 - np.tanh(z) ** 2
    if name == 'relu':
        return (1 + z / np.abs(z)) / 2
    return np.where(z > 0, 1.0, 0.01)
# %% wrong: tanh by 1/cosh squared overflows, leaky slope -0.01 (two mistakes)
def d_activation(name, z):
    if name == 'sigmoid':
        s = 0.5 * (1 + np.tanh(z / 2))
        return s * (1 - s)
    elif name == 'tanh':
        return 1 / np.cosh(z) ** 2
    elif name == 'relu':
        return np.where(z > 0, 1.0, 0.0)
    elif name == 'leaky_relu':
        return np.where(z > 0, 1.0, -0.01)
# %% right: heaviside for both pieces
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    step = np.heaviside(z, 0.5)
    if name.endswith('relu'):
        return step + (1 - step) * (0.01 if name[0] == 'l' else 0)
    scale = 1 if name == 'tanh' else 2
    return (1 - np.tanh(z / scale) ** 2) / scale ** 2


# %% wrong: tanh's slope without the square
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2
    if name == "tanh":
        return 1 - np.tanh(z)
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    return np.where(z > 0, 1.0, 0.01)


# %% wrong: relu's slope is z
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        s = 0.5 * (1 + np.tanh(z / 2))
        return s * (1 - s)
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, z, 0)
    if name == "leaky_relu":
        return np.where(z > 0, 1, 0.01)


# %% wrong: the kink divides by zero, and leaky has the value (two)
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return (z / np.abs(z) + 1) / 2
    if name == "leaky_relu":
        return np.where(z > 0, 1, 0.01 * z)


# %% right: dict of lambdas, cosh guarded by clip
def d_activation(name, z):
    t = np.tanh(np.asarray(z, dtype=float) / 2)
    table = {
        "sigmoid": (1 - t * t) / 4,
        "tanh": 1 - np.tanh(z) ** 2,
        "relu": np.greater(z, 0) * 1.0,
        "leaky_relu": np.greater(z, 0) * 0.99 + 0.01,
    }
    return table[name]


# %% wrong: naive sigmoid and the sign for relu
def d_activation(name, z):
    if name == "sigmoid":
        s = 1 / (1 + np.exp(-z))
        return s * (1 - s)
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.sign(z)
    if name == "leaky_relu":
        return np.where(z < 0, 0.01, 1.0)


# %% wrong: relu's slope as z over |z|: nan at the kink
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        e = np.exp(-np.abs(z))
        return e / (1 + e) ** 2
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return (1 + z / np.abs(z)) / 2
    if name == "leaky_relu":
        return np.where(z > 0, 1, 0.01)


# %% wrong: tanh by one over cosh squared: overflow
def d_activation(name, z):
    if name == "sigmoid":
        s = 0.5 + 0.5 * np.tanh(0.5 * z)
        return s * (1 - s)
    if name == "tanh":
        return 1 / np.cosh(z) ** 2
    if name == "relu":
        return np.where(z >= 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z >= 0, 1.0, 0.01)


# %% wrong: sigmoid's first form overflows and leaky is as relu (two)
def d_activation(name, z):
    if name == "sigmoid":
        return np.exp(-z) / (1 + np.exp(-z)) ** 2
    elif name == "tanh":
        return 1 - np.tanh(z) ** 2
    else:
        return np.where(z > 0, 1.0, 0.0)


# %% wrong: the slope of relu by a division by z: nan at 0
def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == 'sigmoid':
        s = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
        return s * (1 - s)
    if name == 'tanh':
        return 1 - np.tanh(z) ** 2
    if name == 'relu':
        return np.maximum(z, 0) / z
    if name == 'leaky_relu':
        return np.where(z >= 0, 1.0, 0.01)


# %% wrong: s (1 - z) for the sigmoid, and a leak of 0
def d_activation(name, z):
    s = 0.5 * (1 + np.tanh(z / 2))
    if name == 'sigmoid':
        return s * (1 - z)
    if name == 'tanh':
        return 1 - np.tanh(z) ** 2
    if name == 'relu':
        return np.where(z > 0, 1.0, 0.0)
    if name == 'leaky_relu':
        return np.where(z > 0, 1.0, 0.0)


# %% wrong: ReLU has slope 1 on the left and 0 on the right, and the factor s of the sigmoid is missing (two)
def d_activation(name, z):
    s = 0.5 * (1 + np.tanh(z / 2))
    if name == "sigmoid":
        return 1 - s
    if name == "tanh":
        return 1 - np.tanh(z) ** 2
    if name == "relu":
        return np.where(z > 0, 0.0, 1.0)
    if name == "leaky_relu":
        return np.where(z > 0, 1.0, 0.01)


# %% wrong: the tanh branch has a plus (1 + tanh**2), and LeakyReLU is 0 on the left like ReLU (two)
def d_sigmoid(z):
    small = np.exp(-np.abs(z))
    return small / (1 + small) ** 2


def d_activation(name, z):
    z = np.asarray(z, dtype=float)
    step = np.where(z > 0, 1.0, 0.0)
    d = {
        "sigmoid": d_sigmoid(z),
        "tanh": 1 + np.tanh(z) ** 2,
        "relu": step,
        "leaky_relu": step,
    }
    return d[name]
