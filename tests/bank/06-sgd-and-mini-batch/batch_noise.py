# %% right: adds up variances and covariances of the draws, with the statistics module
import statistics


def batch_noise(g, batch_size, replace):
    values = [float(v) for v in g]
    S = statistics.pvariance(values)
    covariance = 0.0 if replace else -S / (len(values) - 1)
    b = batch_size
    return (b * S + b * (b - 1) * covariance) / b**2


# %% right: from all pairs of objects, without np.var
def batch_noise(g, batch_size, replace):
    g = np.asarray(g, dtype=float)
    m = g.size
    S = np.sum(np.subtract.outer(g, g) ** 2) / (2 * m * m)
    if replace:
        return S / batch_size
    return S * (m - batch_size) / (batch_size * (m - 1))


# %% wrong: sample variance with ddof=1, though all the objects are known
def batch_noise(g, batch_size, replace):
    m = len(g)
    s2 = np.var(g, ddof=1)
    if replace == True:
        return s2 / batch_size
    else:
        return s2 / batch_size * (m - batch_size) / (m - 1)


# %% wrong: replace is ignored, S / b in both cases
def batch_noise(g, batch_size, replace):
    mean = sum(g) / len(g)
    S = sum((gi - mean) ** 2 for gi in g) / len(g)
    return S / batch_size


# %% wrong: the two cases are exchanged, the correction is applied when replace is True
def batch_noise(g, batch_size, replace):
    variance = np.var(g) / batch_size
    if replace:
        variance *= (len(g) - batch_size) / (len(g) - 1)
    return variance


# %% wrong: divides by b squared, and the correction is (m - b) / m instead of (m - b) / (m - 1)
def batch_noise(g, batch_size, replace):
    m, b = len(g), batch_size
    noise = np.mean((g - np.mean(g)) ** 2) / b**2
    return noise if replace else noise * (m - b) / m


# %% wrong: a simulation of many batches instead of the formula, only roughly right
def batch_noise(g, batch_size, replace):
    rng = np.random.default_rng(42)
    means = [rng.choice(g, size=batch_size, replace=replace).mean() for _ in range(3000)]
    return float(np.var(means))


# %% wrong: the variance of the first batch_size gradients only
def batch_noise(g, batch_size, replace):
    batch = g[:batch_size]
    S = np.mean((batch - np.mean(batch)) ** 2)
    if replace:
        return S / batch_size
    return S / batch_size * (len(g) - batch_size) / (len(g) - 1)


# %% wrong: the correction is turned upside down
def batch_noise(g, batch_size, replace):
    m = len(g)
    D = np.var(g) / batch_size
    if not replace:
        D = D * (m - 1) / (m - batch_size)
    return D


# %% wrong: absolute distances instead of squares
def batch_noise(g, batch_size, replace):
    m = len(g)
    S = np.mean(np.abs(g - np.mean(g)))
    if replace:
        return S / batch_size
    return S / batch_size * (m - batch_size) / (m - 1)
# %% wrong: sample variance with ddof one
def batch_noise(g, batch_size, replace):
    m = len(g)
    s = np.var(g, ddof=1)
    return s / batch_size if replace else s / batch_size * (m - batch_size) / (m - 1)
# %% wrong: correction has m below instead of m minus one
def batch_noise(g, batch_size, replace):
    S = np.mean((g - g.mean()) ** 2)
    D = S / batch_size
    if not replace:
        D *= (len(g) - batch_size) / len(g)
    return D
# %% wrong: cases exchanged
def batch_noise(g, batch_size, replace):
    m = g.size
    base = g.var() / batch_size
    if replace:
        return base * (m - batch_size) / (m - 1)
    return base
# %% right: enumerates all batches
def batch_noise(g, batch_size, replace):
    m = len(g)
    S = sum((v - sum(g) / m) ** 2 for v in g) / m
    cov = 0 if replace else -S / (m - 1)
    return (batch_size * S + batch_size * (batch_size - 1) * cov) / batch_size ** 2
# %% wrong: standard deviation and divided by b squared (two mistakes)
def batch_noise(g, batch_size, replace):
    m = len(g)
    v = np.std(g) / batch_size ** 2
    return v if replace else v * (m - batch_size) / (m - 1)


# %% wrong: std and branches swapped
def batch_noise(g, batch_size, replace):
    v = np.std(g) / batch_size
    if replace:
        v *= (len(g) - batch_size) / (len(g) - 1)
    return v


# %% right: one formula with 1/b − 1/m
def batch_noise(g, batch_size, replace):
    from itertools import combinations
    m = len(g)
    if replace:
        return float(np.mean(np.square(g - np.mean(g))) / batch_size)
    if batch_size == m:
        return 0.0
    return float(np.var(g) * (1 / batch_size - 1 / m) * m / (m - 1))


# %% wrong: correction with m
def batch_noise(g, batch_size, replace):
    v = np.var(g) / batch_size
    if not replace:
        v = v * (1 - batch_size / len(g))
    return v


# %% wrong: branches exchanged
def batch_noise(g, batch_size, replace):
    m = len(g)
    v = np.mean((g - g.mean()) ** 2)
    if replace:
        return v / batch_size * (m - batch_size) / (m - 1)
    else:
        return v / batch_size


# %% wrong: std instead of var
def batch_noise(g, batch_size, replace):
    m = len(g)
    v = np.std(g) / batch_size
    return v if replace else v * (m - batch_size) / (m - 1)


# %% wrong: simulates
def batch_noise(g, batch_size, replace):
    rng = np.random.default_rng(0)
    means = [rng.choice(g, batch_size, replace=replace).mean() for _ in range(3000)]
    return np.var(means)


# %% right: exact by covariance
def batch_noise(g, batch_size, replace):
    m = len(g)
    centred = np.asarray(g, dtype=float) - np.mean(g)
    S = centred @ centred / m
    c = 0.0 if replace else -S / (m - 1)
    b = batch_size
    return (b * S + b * (b - 1) * c) / b**2


# %% wrong: correction one draw too late in top and bottom
def batch_noise(g, batch_size, replace):
    m, S = len(g), np.var(g)
    if replace:
        return S / batch_size
    return S / batch_size * (m - batch_size + 1) / m


# %% wrong: simulated with many random batches
def batch_noise(g, batch_size, replace):
    rng = np.random.default_rng(0)
    means = [rng.choice(g, size=batch_size, replace=replace).mean() for _ in range(3000)]
    return np.var(means)


# %% right: all pairs by covariance
def batch_noise(g, batch_size, replace):
    m = len(g)
    noise = np.asarray(g, dtype=float) - np.mean(g)
    S = np.dot(noise, noise) / m
    c = 0.0 if replace else -S / (m - 1)
    return (batch_size * S + batch_size * (batch_size - 1) * c) / batch_size**2


# %% wrong: a simulation (another idea)
def batch_noise(g, batch_size, replace):
    rng = np.random.default_rng(0)
    means = [np.mean(rng.choice(g, size=batch_size, replace=replace)) for _ in range(2000)]
    return float(np.var(means))


# %% wrong: standard deviation, and no correction (two)
def batch_noise(g, batch_size, replace):
    return np.std(g) / batch_size


# %% right: early return, statistics by hand
def batch_noise(g, batch_size, replace):
    m = len(g)
    mean = sum(g) / m
    spread = sum((v - mean) ** 2 for v in g) / m
    if replace:
        return spread / batch_size
    share = (m - batch_size) / (m - 1)
    return spread * share / batch_size


# %% wrong: correction (m - b)/m instead of m - 1
def batch_noise(g, batch_size, replace):
    S = np.mean((g - np.mean(g)) ** 2)
    if not replace:
        return S / batch_size * (1 - batch_size / g.size)
    return S / batch_size


# %% wrong: mean of squares without subtracting the mean, and divided by b squared
def batch_noise(g, batch_size, replace):
    m = len(g)
    S = np.mean(g ** 2)
    D = S / batch_size ** 2
    if replace:
        return D
    return D * (m - batch_size) / (m - 1)


# %% wrong: standard deviation instead of variance
def batch_noise(g, batch_size, replace):
    m = len(g)
    D = np.var(g) / batch_size
    if not replace:
        D *= (m - batch_size) / (m - 1)
    return np.sqrt(D)


# %% right: from all pairs: covariance of two draws
def batch_noise(g, batch_size, replace):
    d = np.asarray(g, float) - np.mean(g)
    m, b = len(d), batch_size
    S = float(d @ d) / m
    c = 0.0 if replace else (d.sum() ** 2 - d @ d) / (m * (m - 1))
    return (b * S + b * (b - 1) * c) / b ** 2


# %% wrong: the variance is simulated with 10 000 random batches instead of computed, so it is only roughly right
def batch_noise(g, batch_size, replace):
    rng = np.random.default_rng(0)
    means = [rng.choice(g, size=batch_size, replace=replace).mean() for _ in range(10000)]
    return np.var(means)


# %% wrong: the correction upside down, 0 for all objects
def batch_noise(g, batch_size, replace):
    m = len(g)
    d = np.var(g) / batch_size
    if not replace:
        поправка = (m - 1) / (m - batch_size) if m > batch_size else 0.0
        d = d * поправка
    return d


# %% wrong: simulated instead of computed
def batch_noise(g, batch_size, replace):
    rng = np.random.default_rng(0)
    means = [np.mean(rng.choice(g, size=batch_size, replace=replace)) for _ in range(2000)]
    return np.var(means)


# %% wrong: ddof=1 and the two cases swapped
def batch_noise(g, batch_size, replace):
    m = len(g)
    S = ((g - g.mean()) ** 2).sum() / (m - 1)
    if not replace:
        return S / batch_size
    return S / batch_size * (m - batch_size) / (m - 1)


# %% wrong: simulates random batches, so the answer is only roughly right
def batch_noise(g, batch_size, replace):
    rng = np.random.default_rng(0)
    средние = []
    for _ in range(5000):
        batch = rng.choice(g, size=batch_size, replace=replace)
        средние.append(batch.mean())
    return np.var(средние)


# %% wrong: simulated with 2000 random batches instead of computed, so it is only roughly right
def batch_noise(g, batch_size, replace):
    rng = np.random.default_rng(0)
    means = [rng.choice(g, size=batch_size, replace=replace).mean() for _ in range(2000)]
    return float(np.var(means))
