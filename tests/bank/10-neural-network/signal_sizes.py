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
