# %% wrong: mean of abs instead of rms
def signal_sizes(X, weights):
    H = X
    Hs = []
    for W in weights:
        H = np.tanh(H @ W)
        Hs.append(H)
    D = np.ones(H.shape)
    es = []
    for W, H in zip(weights[::-1], Hs[::-1]):
        E = D * (1 - H**2)
        es.append(np.mean(np.abs(E)))
        D = E @ W.T
    return np.array([np.mean(np.abs(h)) for h in Hs]), np.array(es[::-1])


# %% wrong: derivatives last layer first
def signal_sizes(X, weights):
    H, Hs = X, []
    for W in weights:
        H = np.tanh(H @ W)
        Hs.append(H)
    rms = lambda a: np.sqrt(np.mean(a**2))
    D = np.ones_like(H)
    es = []
    for i in range(len(weights) - 1, -1, -1):
        E = D * (1 - Hs[i] ** 2)
        es.append(rms(E))
        D = E @ weights[i].T
    return np.array([rms(h) for h in Hs]), np.array(es)


# %% wrong: norm without mean
def signal_sizes(X, weights):
    H, Hs = X, []
    for W in weights:
        H = np.tanh(H @ W)
        Hs.append(H)
    D = np.ones_like(H)
    es = np.zeros(len(weights))
    for i in reversed(range(len(weights))):
        E = D * (1 - Hs[i] ** 2)
        es[i] = np.linalg.norm(E)
        D = E @ weights[i].T
    return np.array([np.linalg.norm(h) for h in Hs]), es


# %% wrong: root forgotten, and size of D instead of E
def signal_sizes(X, weights):
    H, Hs = X, []
    for W in weights:
        H = np.tanh(H @ W)
        Hs.append(H)
    D = np.ones_like(H)
    es = []
    for W, H in zip(reversed(weights), reversed(Hs)):
        es.insert(0, np.mean(D**2))
        D = (D * (1 - H**2)) @ W.T
    return np.array([np.mean(h**2) for h in Hs]), np.array(es)


# %% right: recursion over the layers
def signal_sizes(X, weights):
    size = lambda a: float(np.sqrt(np.mean(np.square(a))))
    def through(H, rest):
        if not rest:
            return [], [], np.ones(H.shape)
        out = np.tanh(H @ rest[0])
        values, slopes, D = through(out, rest[1:])
        E = D * (1 - out * out)
        return [size(out), *values], [size(E), *slopes], E @ rest[0].T
    values, slopes, _ = through(X, list(weights))
    return np.array(values), np.array(slopes)


# %% wrong: backwards list not reversed
def signal_sizes(X, weights):
    rms = lambda a: np.sqrt(np.mean(a ** 2))
    Hs, H = [], X
    for W in weights:
        H = np.tanh(H @ W)
        Hs.append(H)
    D = np.ones(H.shape)
    der = []
    for W, H in zip(reversed(weights), reversed(Hs)):
        E = D * (1 - H * H)
        der.append(rms(E))
        D = E @ W.T
    return np.array([rms(H) for H in Hs]), np.array(der)


# %% wrong: standard deviation
def signal_sizes(X, weights):
    Hs, H = [], X
    for W in weights:
        H = np.tanh(H @ W)
        Hs.append(H)
    D = np.ones(H.shape)
    der = []
    for W, H in zip(weights[::-1], Hs[::-1]):
        E = D * (1 - H ** 2)
        der.insert(0, np.std(E))
        D = E @ W.T
    return np.array([np.std(H) for H in Hs]), np.array(der)


# %% wrong: no bend on the way back and mean of abs (two)
def signal_sizes(X, weights):
    Hs, H = [], X
    for W in weights:
        H = np.tanh(H @ W)
        Hs.append(H)
    D = np.ones(H.shape)
    der = []
    for W in weights[::-1]:
        der.insert(0, np.mean(np.abs(D)))
        D = D @ W.T
    return np.array([np.mean(np.abs(H)) for H in Hs]), np.array(der)


# %% wrong: order and the slope of tanh forgotten (two)
def signal_sizes(X, weights):
    size = lambda A: np.sqrt(np.mean(A ** 2))
    Hs, H = [], X
    for W in weights:
        H = np.tanh(H @ W)
        Hs.append(H)
    D, e = np.ones(H.shape), []
    for W in weights[::-1]:
        e.append(size(D))
        D = D @ W.T
    return np.array([size(H) for H in Hs]), np.array(e)


# %% wrong: slope of the layer before: H[i-1] in place of H[i]
def signal_sizes(X, weights):
    size = lambda a: (a ** 2).mean() ** 0.5
    L = len(weights)
    H = [X]
    for i in range(L):
        H.append(np.tanh(H[i] @ weights[i]))
    values = np.array([size(H[i + 1]) for i in range(L)])
    derivs = np.zeros(L)
    D = np.ones_like(H[L])
    E = D * (1 - H[L] ** 2)
    derivs[L - 1] = size(E)
    for i in range(L - 2, -1, -1):
        D = E @ weights[i + 1].T
        E = D * (1 - np.tanh(H[i + 1]) ** 2)
        derivs[i] = size(E)
    return values, derivs


# %% right: recursion: forward on the way in, backward on the way out
def signal_sizes(X, weights):
    def size(a):
        return np.linalg.norm(a) / np.sqrt(a.size)

    def layer(H, rest):
        if not rest:
            return [], [], np.ones_like(H)
        out = np.tanh(H @ rest[0])
        values, slopes, D = layer(out, rest[1:])
        E = D * (1 - out**2)
        return [size(out)] + values, [size(E)] + slopes, E @ rest[0].T

    values, slopes, _ = layer(np.asarray(X, dtype=float), list(weights))
    return np.array(values), np.array(slopes)


# %% wrong: mean of the absolute entries, and the slope of the bend is forgotten on the way back
def signal_sizes(X, weights):
    H = X
    values = []
    for W in weights:
        H = np.tanh(H @ W)
        values.append(np.abs(H).mean())
    E = np.ones_like(H)
    d = []
    for W in weights[::-1]:
        d.append(np.abs(E).mean())
        E = E @ W.T
    return np.array(values), np.array(d[::-1])


# %% wrong: largest entry as the size of the derivative
def signal_sizes(X, weights):
    Hs = [X]
    for W in weights:
        Hs.append(np.tanh(Hs[-1] @ W))
    Hs = Hs[1:]
    values = np.array([np.sqrt((H ** 2).mean()) for H in Hs])
    derivatives = np.zeros(len(Hs))
    D = np.ones_like(Hs[-1])
    for i in reversed(range(len(Hs))):
        E = D * (1 - Hs[i] ** 2)
        derivatives[i] = np.abs(E).max()
        D = E @ weights[i].T
    return values, derivatives


# %% right: recursion through the layers
def signal_sizes(X, weights):
    def size(A):
        return float(np.sqrt((A ** 2).mean()))

    def layer(H, rest):
        """values, derivatives, and the derivative with respect to H"""
        if not rest:
            return [], [], np.ones(H.shape)
        W = rest[0]
        after = np.tanh(H @ W)
        values, slopes, D = layer(after, rest[1:])
        E = D * (1 - after ** 2)
        return [size(after)] + values, [size(E)] + slopes, E @ W.T

    values, slopes, _ = layer(X, list(weights))
    return np.array(values), np.array(slopes)


# %% wrong: the size of D, before the bend
def signal_sizes(X, weights):
    size = lambda A: np.sqrt(np.mean(np.square(A)))
    H = [X]
    for W in weights:
        H.append(np.tanh(H[-1] @ W))
    D = np.ones_like(H[-1])
    back = []
    for W, h in zip(weights[::-1], H[:0:-1]):
        back.append(size(D))
        D = (D * (1 - h ** 2)) @ W.T
    return np.array([size(h) for h in H[1:]]), np.array(back[::-1])


# %% wrong: X counted as a layer among the values
def signal_sizes(X, weights):
    Hs = [X]
    for W in weights:
        Hs.append(np.tanh(Hs[-1] @ W))
    values = np.array([np.sqrt(np.mean(H ** 2)) for H in Hs])
    E = 1 - Hs[-1] ** 2
    sizes = [np.sqrt(np.mean(E ** 2))]
    for i in range(len(weights) - 1, 0, -1):
        E = (E @ weights[i].T) * (1 - Hs[i] ** 2)
        sizes = [np.sqrt(np.mean(E ** 2))] + sizes
    return values, np.array(sizes)


# %% wrong: mean of the absolute values, 1 - H without the square (two mistakes)
def signal_sizes(X, weights):
    H, vals, kept = X, [], []
    for W in weights:
        H = np.tanh(H @ W)
        kept.append(H)
        vals.append(np.mean(np.abs(H)))
    D, der = np.ones(H.shape), []
    for W, H in zip(weights[::-1], kept[::-1]):
        E = D * (1 - H)
        der.append(np.mean(np.abs(E)))
        D = E @ W.T
    return np.array(vals), np.array(der[::-1])


# %% wrong: derivatives come last layer first
def signal_sizes(X, weights):
    size = lambda a: np.sqrt(np.mean(a ** 2))
    H, hs = X, []
    for W in weights:
        H = np.tanh(H @ W)
        hs.append(H)
    D = np.ones_like(H)
    back = []
    for H, W in zip(hs[::-1], weights[::-1]):
        E = D * (1 - H * H)
        back.append(size(E))
        D = E @ W.T
    return np.array([size(h) for h in hs]), np.array(back)


# %% wrong: values include X, the slope toll missing
def signal_sizes(X, weights):
    acts = [X]
    for W in weights:
        acts.append(np.tanh(acts[-1] @ W))
    vals = np.array([np.sqrt(np.mean(a ** 2)) for a in acts])
    D = np.ones_like(acts[-1])
    ders = []
    for W in weights[::-1]:
        ders.append(np.sqrt(np.mean(D ** 2)))
        D = D @ W.T
    return vals, np.array(ders[::-1])


# %% right: recursive
def signal_sizes(X, weights):
    def rms(a):
        return np.sqrt(np.mean(np.square(a)))

    def go(A, rest):
        if not rest:
            return np.ones_like(A), [], []
        W, *more = rest
        H = np.tanh(A @ W)
        D, vs, ds = go(H, more)
        E = D * (1 - H ** 2)
        return E @ W.T, [rms(H)] + vs, [rms(E)] + ds

    _, values, slopes = go(np.asarray(X, float), list(weights))
    return np.array(values), np.array(slopes)


# %% wrong: two mistakes: the mean of the absolute values as the size, and the derivatives from the last layer to the first
def signal_sizes(X, weights):
    size = lambda A: np.mean(np.abs(A))
    Hs = []
    for W in weights:
        X = np.tanh(X @ W)
        Hs.append(X)
    D = np.ones_like(X)
    sizes_E = []
    for W, H in zip(weights[::-1], Hs[::-1]):
        E = D * (1 - H ** 2)
        sizes_E.append(size(E))
        D = E @ W.T
    return np.array([size(h) for h in Hs]), np.array(sizes_E)


# %% wrong: no way back: the second array holds the slopes 1 - H^2 of each layer
def signal_sizes(X, weights):
    a, b = [], []
    H = X
    for W in weights:
        H = np.tanh(H @ W)
        a.append(np.sqrt(np.mean(H ** 2)))
        b.append(np.sqrt(np.mean((1 - H ** 2) ** 2)))
    return np.array(a), np.array(b)
