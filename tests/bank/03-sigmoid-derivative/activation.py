# %% right: a dictionary of functions, LeakyReLU as a maximum
def activation(name, z):
    table = {
        "sigmoid": lambda t: 0.5 * (1 + np.tanh(t / 2)),
        "tanh": np.tanh,
        "relu": lambda t: np.maximum(t, 0),
        "leaky_relu": lambda t: np.maximum(t, 0.01 * t),
    }
    return table[name](np.asarray(z, dtype=float))


# %% right: a scalar function spread over the array by np.vectorize, match statement
def activation(name, z):
    def scalar(t):
        match name:
            case "sigmoid":
                e = math.exp(-abs(t))
                return 1 / (1 + e) if t >= 0 else e / (1 + e)
            case "tanh":
                return math.tanh(t)
            case "relu":
                return t if t > 0 else 0.0
            case "leaky_relu":
                return t if t > 0 else t / 100

    return np.vectorize(scalar, otypes=[float])(z)


# %% wrong: if z > 0 decides for a whole array at once, ReLU of an array raises ValueError
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    slope = 0 if name == "relu" else 0.01
    if z > 0:
        return z
    return slope * z


# %% wrong: np.max instead of np.maximum: one number for the whole array
def activation(name, z):
    if name == "sigmoid":
        return 0.5 + 0.5 * np.tanh(z / 2)
    elif name == "tanh":
        return np.tanh(z)
    elif name == "relu":
        return np.max(np.append(z, 0))
    elif name == "leaky_relu":
        return np.where(z < 0, 0.01 * z, z)


# %% wrong: asks whether 'relu' is in the name first, so leaky_relu is treated as relu
def activation(name, z):
    z = np.array(z, dtype=float)
    if "relu" in name:
        return z * (z > 0)
    elif "leaky" in name:
        return np.where(z > 0, z, 0.01 * z)
    elif name == "tanh":
        return np.tanh(z)
    return 1 / (1 + np.exp(-z))


# %% wrong: two mistakes: tanh lacks the minus one, leaky slope is 0.1 and not 0.01
def sig(z):
    return 1 / (1 + np.exp(-z))


def activation(name, z):
    if name == "sigmoid":
        return sig(z)
    if name == "tanh":
        return 2 * sig(2 * z)
    if name == "relu":
        return np.where(z > 0, z, 0)
    return np.where(z > 0, z, 0.1 * z)


# %% wrong: ReLU and LeakyReLU write into the caller's array
def activation(name, z):
    if np.isscalar(z):
        return float(activation(name, np.array([float(z)]))[0])
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        z[z < 0] = 0
        return z
    if name == "leaky_relu":
        z[z < 0] = z[z < 0] * 0.01
        return z


# %% wrong: leaky slope 0.1
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(0, z)
    return np.maximum(0.1 * z, z)


# %% wrong: the absolute value for relu
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.abs(z)
    return np.where(z > 0, z, 0.01 * z)


# %% wrong: np.minimum where the maximum belongs in leaky_relu
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    elif name == "tanh":
        return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    elif name == "relu":
        return np.maximum(z, 0)
    elif name == "leaky_relu":
        return np.minimum(z, 0.01 * z)


# %% wrong: tanh as sin over cos, that is tan
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    elif name == "tanh":
        return np.sin(z) / np.cos(z)
    elif name == "relu":
        return np.maximum(z, 0)
    elif name == "leaky_relu":
        return np.where(z > 0, z, 0.01 * z)
# %% wrong: leaky relu has 0.1
def activation(name, z):
    if name == 'sigmoid':
        return 0.5 * (1 + np.tanh(0.5 * z))
    if name == 'tanh':
        return np.tanh(z)
    if name == 'relu':
        return np.maximum(0, z)
    if name == 'leaky_relu':
        return np.where(z > 0, z, 0.1 * z)
# %% wrong: relu as max of the whole array, leaky with maximum of 0 and 0.01 z (two mistakes)
def activation(name, z):
    if name == 'sigmoid':
        return 1 / (1 + np.exp(-z))
    elif name == 'tanh':
        return np.tanh(z)
    elif name == 'relu':
        return max(0, np.max(z))
    else:
        return np.maximum(0, 0.01 * z)
# %% wrong: relu with abs, sign error
def activation(name, z):
    z = np.asarray(z, dtype=float)
    d = {'sigmoid': 1 / (1 + np.exp(-z)), 'tanh': np.tanh(z), 'relu': (z - np.abs(z)) / 2,
         'leaky_relu': np.where(z >= 0, z, 0.01 * z)}
    return d[name]


# %% wrong: relu as the maximum of the whole array
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    elif name == "tanh":
        return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    elif name == "relu":
        return np.max(z, 0)
    else:
        return np.where(z < 0, 0.01 * z, z)


# %% wrong: relu gives ones and leaky adds its slope (two)
def activation(name, z):
    z = np.array(z, dtype=float)
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if name == "leaky_relu":
        return np.where(z > 0, z, z + 0.01)


# %% wrong: name in the branch written 'leaky relu' with a blank: None comes back
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(z, 0)
    if name == "leaky relu":
        return np.where(z > 0, z, 0.01 * z)


# %% wrong: tanh as (e^z - e^-z)/(e^z - e^-z) style slip: denominators minus -> 2
def activation(name, z):
    e, i = np.exp(z), np.exp(-z)
    if name == "sigmoid":
        return 1 / (1 + i)
    if name == "tanh":
        return (e - i) / 2
    if name == "relu":
        return z * (z > 0)
    if name == "leaky_relu":
        return np.where(z > 0, z, 0.01 * z)


# %% wrong: leaky_relu is spelled differently and nothing comes back
def activation(name, z):
    if name == 'sigmoid':
        return 1 / (1 + np.exp(-z))
    if name == 'tanh':
        return np.tanh(z)
    if name == 'relu':
        return z * (z > 0)
    if name == 'leakyrelu':
        return np.where(z > 0, z, 0.01 * z)


# %% wrong: max of Python for relu
def activation(name, z):
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return max(0, z)
    if name == "leaky_relu":
        return np.where(z < 0, 0.01 * z, z)


# %% wrong: leaky_relu: the constant 0.01 on the left
def activation(name, z):
    functions = {
        "sigmoid": lambda v: 1 / (1 + np.exp(-v)),
        "tanh": np.tanh,
        "relu": lambda v: np.maximum(0, v),
        "leaky_relu": lambda v: np.maximum(0.01, v),
    }
    return functions[name](z)


# %% wrong: tangent for tanh, relu the wrong way round (two)
def activation(name, z):
    if name == "sigmoid":
        y = 1 / (1 + np.exp(-z))
    elif name == "tanh":
        y = np.tan(z)
    elif name == "relu":
        y = np.minimum(0, z)
    elif name == "leaky_relu":
        y = np.where(z < 0, 0.01 * z, z)
    return y


# %% right: a dictionary of finished values, the larger of z and 0.01 z
def activation(name, z):
    z = np.asarray(z, dtype=float)
    values = dict(
        sigmoid=0.5 * (1 + np.tanh(z / 2)),
        tanh=np.tanh(z),
        relu=np.maximum(z, 0),
        leaky_relu=np.maximum(z, 0.01 * z),
    )
    return values[name]


# %% wrong: tanh with a reversed numerator
def activation(name, z):
    if name == 'sigmoid':
        return 1 / (1 + np.exp(-z))
    if name == 'tanh':
        return (np.exp(-z) - np.exp(z)) / (np.exp(z) + np.exp(-z))
    if name == 'relu':
        return np.maximum(0, z)
    if name == 'leaky_relu':
        return np.maximum(0.01 * z, z)


# %% wrong: the leak is the constant 0.01, and tan stands for tanh
def activation(name, z):
    if name == 'sigmoid':
        return 1 / (1 + np.exp(-z))
    if name == 'tanh':
        return np.tan(z)
    if name == 'relu':
        return z * (z > 0)
    if name == 'leaky_relu':
        return np.where(z < 0, 0.01, z)


# %% wrong: positive exponent in the sigmoid, and a constant 0.01 in LeakyReLU (two)
def activation(name, z):
    table = {
        "sigmoid": 1 / (1 + np.exp(z)),
        "tanh": np.tanh(z),
        "relu": np.maximum(0, z),
        "leaky_relu": np.where(z < 0, 0.01, z),
    }
    return table[name]


# %% wrong: tanh forgets the - 1 at the end, and LeakyReLU has a minus on the left (-0.01 z) (two)
def sigmoid(z):
    return (1 + np.tanh(np.asarray(z) / 2)) / 2


def activation(name, z):
    z = np.asarray(z, dtype=float)
    if name == "sigmoid":
        return sigmoid(z)
    if name == "tanh":
        return 2 * sigmoid(2 * z)
    if name == "relu":
        return np.clip(z, 0, None)
    return np.where(z < 0, -0.01 * z, z)


# %% wrong: the branch of leaky_relu is missing: for this name nothing is returned
def sigmoid(z):
    return (1 + np.tanh(np.asarray(z) / 2)) / 2


def activation(name, z):
    if name == "sigmoid":
        return sigmoid(z)
    if name == "tanh":
        return np.tanh(z)
    if name == "relu":
        return np.maximum(0, z)
