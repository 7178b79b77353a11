# %% right: a small Jacobian product, the slope through tanh
def backward(w, x):
    t = math.tanh(float(np.dot(w, x)) / 2)
    upstream = (1 - t * t) / 4
    both = upstream * np.vstack([x, w])
    return both[0], both[1]


# %% right: link by link over the letters, lists turned into arrays at the end
def backward(w, x):
    S = 1 / (1 + math.exp(-sum(wi * xi for wi, xi in zip(w, x))))
    dF_dS = 1.0
    dF_dG = dF_dS * S * (1 - S)
    dw, dx = [], []
    for wi, xi in zip(w, x):
        dF_dproduct = dF_dG * 1.0
        dw.append(dF_dproduct * xi)
        dx.append(dF_dproduct * wi)
    return np.array(dw), np.array(dx)


# %% wrong: returns the pair the wrong way round, (dx, dw)
def backward(w, x):
    G = np.dot(w, x)
    S = 1 / (1 + np.exp(-G))
    dG = S * (1 - S)
    dw = dG * x
    dx = dG * w
    return dx, dw


# %% wrong: (1 - S) is missing in the slope of the sigmoid
def backward(w, x):
    def sigma(z):
        return 1.0 / (1.0 + np.exp(-z))

    s = sigma(np.sum(w * x))
    return s * x, s * w


# %% wrong: the array x itself is multiplied in place, the arguments change
def backward(w, x):
    S = 1 / (1 + np.exp(-(w @ x)))
    dw = x
    dx = w.copy()
    dw *= S * (1 - S)
    dx *= S * (1 - S)
    return dw, dx


# %% wrong: takes the sigmoid's slope at each product A, B, C, and has the minus of a descent step
def backward(w, x):
    dw = np.zeros(3)
    dx = np.zeros(3)
    for i in range(3):
        product = w[i] * x[i]
        s = 1 / (1 + np.exp(-product))
        dw[i] = -s * (1 - s) * x[i]
        dx[i] = -s * (1 - s) * w[i]
    return dw, dx


# %% wrong: gets x back as A / w and w back as A / x, which breaks at 0
def backward(w, x):
    products = np.asarray(w) * np.asarray(x)
    F = 1 / (1 + np.exp(-products.sum()))
    common = F * (1 - F) * products
    return common / w, common / x


# %% wrong: the sigmoid's slope is left out, the gradient is that of G
def backward(w, x):
    return x.copy(), w.copy()


# %% wrong: the slope is computed with G instead of S
def backward(w, x):
    G = np.dot(w, x)
    slope = G * (1 - G)
    return slope * x, slope * w


# %% wrong: dw is the slope times w, dx the slope times x
def backward(w, x):
    S = 1 / (1 + np.exp(-(w @ x)))
    dG = S * (1 - S)
    dw = dG * w
    dx = dG * x
    return dw, dx
# %% wrong: pair in the other order
def backward(w, x):
    g = np.sum(w * x)
    s = 1 / (1 + np.exp(-g))
    d = s * (1 - s)
    return d * w, d * x
# %% wrong: multiplies by s only
def backward(w, x):
    s = 1 / (1 + np.exp(-(w @ x)))
    return s * x, s * w
# %% wrong: divides by the weights to get dx
def backward(w, x):
    G = w @ x
    s = 1 / (1 + np.exp(-G))
    dA = s * (1 - s) * w * x
    return dA / w, dA / x
# %% wrong: uses the slope of tanh and returns one flat array (two mistakes)
def backward(w, x):
    t = np.tanh(w @ x)
    d = 1 - t ** 2
    return np.concatenate([d * x, d * w])


# %% right: list comprehension
def backward(w, x):
    z = sum(a * b for a, b in zip(w, x))
    t = np.tanh(z / 2)
    d = (1 - t * t) / 4
    return np.array([d * v for v in x]), np.array([d * v for v in w])


# %% right: by loops, Fortran style
def backward(w, x):
    g = 0.0
    for i in range(3):
        g = g + w[i] * x[i]
    s = 1.0 / (1.0 + math.exp(-g))
    dw = np.zeros(3)
    dx = np.zeros(3)
    for i in range(3):
        dw[i] = s * (1.0 - s) * x[i]
        dx[i] = s * (1.0 - s) * w[i]
    return dw, dx


# %% wrong: pair exchanged
def backward(w, x):
    s = 1 / (1 + np.exp(-(w @ x)))
    d = s * (1 - s)
    return d * w, d * x


# %% wrong: sigma instead of its slope
def backward(w, x):
    s = 1 / (1 + np.exp(-np.sum(w * x)))
    return s * x, s * w


# %% wrong: sigma for each product by itself
def backward(w, x):
    s = 1 / (1 + np.exp(-w * x))
    d = s * (1 - s)
    return d * x, d * w


# %% wrong: exponent without minus and d without bracket (two)
def backward(w, x):
    G = w @ x
    S = 1 / (1 + np.exp(-G))
    dG = S * 1 - S
    return np.array([dG * w[0], dG * w[1], dG * w[2]]), np.array([dG * x[0], dG * x[1], dG * x[2]])


# %% wrong: numerical with a coarse forward step
def backward(w, x):
    F = lambda w, x: 1 / (1 + np.exp(-np.dot(w, x)))
    h = 1e-2
    dw = np.array([(F(w + h * e, x) - F(w, x)) / h for e in np.eye(3)])
    dx = np.array([(F(w, x + h * e) - F(w, x)) / h for e in np.eye(3)])
    return dw, dx


# %% wrong: dx goes on from dw: slope * x * w
def backward(w, x):
    G = np.sum(w * x)
    S = 1 / (1 + np.exp(-G))
    dS = 1
    dG = dS * S * (1 - S)
    dw = dG * x
    dx = dw * w
    return dw, dx


# %% right: a hand-made tape walked from its end
def backward(w, x):
    n = len(w)
    G = 0.0
    for i in range(n):
        G += w[i] * x[i]
    S = 1.0 / (1.0 + np.exp(-G))
    tape = [(i, x[i], w[i]) for i in range(n)]
    dw = np.zeros(n)
    dx = np.zeros(n)
    from_right = 1.0 * S * (1.0 - S)
    while tape:
        i, for_w, for_x = tape.pop()
        dw[i] += from_right * for_w
        dx[i] += from_right * for_x
    return dw, dx


# %% wrong: S itself instead of its slope, and the two results swapped
def backward(w, x):
    S = 1 / (1 + np.exp(-(w @ x)))
    return S * w, S * x


# %% wrong: the sum is forgotten: a sigmoid slope for each product
def backward(w, x):
    s = 1 / (1 + np.exp(-(w * x)))
    slope = s * (1 - s)
    return slope * x, slope * w


# %% wrong: the product is not undone (w*x for both) and 1-S is forgotten (two mistakes)
def backward(w, x):
    prod = w * x
    s = 1 / (1 + np.exp(-prod.sum()))
    return s * prod, s * prod


# %% wrong: slope of the sigmoid left out
def backward(w, x):
    G = np.dot(w, x)
    S = 1 / (1 + np.exp(-G))
    dw = np.array([S * xi for xi in x])
    dx = np.array([S * wi for wi in w])
    return dw, dx


# %% right: chain in lists, stable slope
def backward(w, x):
    total = 0.0
    for a, b in zip(w, x):
        total += a * b
    e = np.exp(-abs(total))
    slope = e / (1 + e) ** 2
    return np.array([slope * b for b in x]), np.array([slope * a for a in w])


# %% wrong: the whole sum is divided by the weight, or by the input
def backward(w, x):
    G = float(np.dot(w, x))
    S = 1 / (1 + np.exp(-G))
    d = S * (1 - S)
    return d * G / w, d * G / x


# %% wrong: a forward difference with h = 0.1
def backward(w, x):
    def F(w, x):
        return 1 / (1 + np.exp(-np.dot(w, x)))
    h = 0.1
    E = np.eye(3) * h
    dw = np.array([(F(w + e, x) - F(w, x)) / h for e in E])
    dx = np.array([(F(w, x + e) - F(w, x)) / h for e in E])
    return dw, dx
