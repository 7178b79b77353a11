# %% right: looks up what the truth got, then clips that
def log_loss(y, p):
    truth_got = np.where(y == 1, p, 1 - p)
    return -np.mean(np.log(np.maximum(truth_got, 1e-12)))


# %% right: one object after another with math.log
def log_loss(y, p):
    surprise = 0.0
    for yi, pi in zip(y, p):
        pi = min(max(float(pi), 1e-10), 1 - 1e-10)
        surprise -= math.log(pi) if yi == 1 else math.log(1 - pi)
    return surprise / len(y)


# %% wrong: nothing is clipped, 0 and 1 give inf or nan
def log_loss(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: the minus in front is missing
def log_loss(y, p):
    eps = 1e-15
    q = np.clip(p, eps, 1 - eps)
    terms = y * np.log(q) + (1 - y) * np.log(1 - q)
    return terms.sum() / len(terms)


# %% wrong: epsilon 1e-20 is too small, 1 - 1e-20 is 1 and p = 1 stays open
def log_loss(y, p):
    EPS = 1e-20
    safe = np.minimum(np.maximum(p, EPS), 1 - EPS)
    losses = [-np.log(s) if t == 1 else -np.log(1 - s) for t, s in zip(y, safe)]
    return float(np.mean(losses))


# %% wrong: only the objects with y = 1 are counted, and the sum is not divided by m
def log_loss(y, p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    total = 0
    for i in range(len(y)):
        total += -y[i] * np.log(p[i])
    return total


# %% wrong: y and p have exchanged their roles, the logarithm is taken of the labels
def log_loss(y, p):
    clipped_labels = np.clip(y, 1e-15, 1 - 1e-15)
    return -(p * np.log(clipped_labels) + (1 - p) * np.log(1 - clipped_labels)).mean()


# %% wrong: the sum is not divided by m
def log_loss(y, p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: logarithm to base 2
def log_loss(y, p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))


# %% wrong: eps is added inside the first logarithm only
def log_loss(y, p):
    eps = 1e-10
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p))
# %% wrong: the second term is missing
def log_loss(y, p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p))
# %% wrong: no guard at 0 and 1
def log_loss(y, p):
    s = 0
    for yi, pi in zip(y, p):
        s += np.log(pi) if yi == 1 else np.log(1 - pi)
    return -s / len(y)
# %% wrong: sign forgotten and a sum (two mistakes)
def log_loss(y, p):
    p = np.clip(p, 1e-9, 1 - 1e-9)
    return np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: sum and log10
def log_loss(y, p):
    total = 0.0
    for yi, pi in zip(y, p):
        pi = min(max(pi, 1e-12), 1 - 1e-12)
        total -= np.log10(pi) if yi == 1 else np.log10(1 - pi)
    return total


# %% right: where chooses the probability of the label
def log_loss(y, p):
    right = np.where(np.asarray(y) == 1, p, np.subtract(1, p))
    return float(-np.log(np.maximum(right, 1e-12)).mean())


# %% wrong: minus lost
def log_loss(y, p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: only one end guarded
def log_loss(y, p):
    eps = 1e-12
    return -np.mean(y * np.log(p + eps) + (1 - y) * np.log(1 - p))


# %% wrong: epsilon too small for one minus
def log_loss(y, p):
    p = np.clip(p, 1e-20, 1 - 1e-20)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: sum, and no second half (two)
def log_loss(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.sum(y * np.log(p))


# %% wrong: in-place clip of the argument
def log_loss(y, p):
    p[p < 1e-12] = 1e-12
    p[p > 1 - 1e-12] = 1 - 1e-12
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


# %% right: python loop with math.log
def log_loss(y, p):
    s = 0.0
    for t, q in zip(y, p):
        chance = q if t == 1 else 1 - q
        s -= math.log(max(chance, 1e-9))
    return s / len(y)


# %% wrong: sum, and y and p exchanged in the logs (two)
def log_loss(y, p):
    e = 1e-9
    return -np.sum(p * np.log(y + e) + (1 - p) * np.log(1 - y + e))


# %% wrong: objects with p of 0 or 1 are left out
def log_loss(y, p):
    ok = (p > 0) & (p < 1)
    y, p = y[ok], p[ok]
    if len(y) == 0:
        return 0.0
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: mean over the two halves: half of it
def log_loss(y, p):
    p = np.clip(p, 1e-15, 1 - 1e-15)
    first = y * np.log(p)
    second = (1 - y) * np.log(1 - p)
    return -np.mean([first, second])


# %% wrong: logarithm to the base 2, and the sum
def log_loss(y, p):
    p = np.clip(p, 1e-10, 1 - 1e-10)
    return -np.sum(y * np.log2(p) + (1 - y) * np.log2(1 - p))


# %% wrong: eps of 1e-20, one end stays open
def log_loss(y, p):
    eps = 1e-20
    q = np.clip(p, eps, 1 - eps)
    return float(np.mean(np.where(y == 1, -np.log(q), -np.log(1 - q))))


# %% wrong: logarithm to base 2 and no minus (two mistakes)
def log_loss(y, p):
    p = np.clip(p, 1e-9, 1 - 1e-9)
    return np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))


# %% wrong: clips below only
def log_loss(y, p):
    p = np.clip(p, 1e-10, 1)
    surprise = np.where(y == 1, -np.log(p), -np.log(1 - p))
    return surprise.mean()


# %% right: probability of the truth, then log
def log_loss(y, p):
    total = 0.0
    for label, prob in zip(y, p):
        truth = prob if label == 1 else 1 - prob
        truth = min(max(truth, 1e-13), 1.0)
        total -= math.log(truth)
    return total / len(y)


# %% wrong: two mistakes: 1 - y stands with ln p, and the losses are summed
def log_loss(y, p):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    itog = 0
    for metka, ver in zip(y, p):
        itog -= (1 - metka) * np.log(ver) + metka * np.log(1 - ver)
    return itog


# %% wrong: the epsilon 1e-20 is so small that 1 - eps is exactly 1; the end p = 1 stays open
def log_loss(y, p):
    eps = 1e-20
    q = np.clip(p, eps, 1 - eps)
    losses = np.where(y == 1, -np.log(q), -np.log(1 - q))
    return losses.mean()


# %% wrong: it clips the labels y instead of the probabilities p, so at p = 0 or p = 1 the answer is infinite
def log_loss(y, p, epsilon=1e-15):
    y = np.clip(y, epsilon, 1 - epsilon)
    first = y * np.log(p)
    second = (1 - y) * np.log(1 - p)
    return -np.mean(first + second)
