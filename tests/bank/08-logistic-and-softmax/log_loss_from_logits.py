# %% right: logaddexp does the work
def log_loss_from_logits(z, y):
    return np.mean(np.logaddexp(0, z) - y * z)


# %% right: turns the sign so that only one case is left, number by number
def log_loss_from_logits(z, y):
    def softplus(t):
        return t + math.log1p(math.exp(-t)) if t > 0 else math.log1p(math.exp(t))

    surprises = [softplus(-s) if label == 1 else softplus(s) for s, label in zip(z, y)]
    return sum(surprises) / len(surprises)


# %% wrong: goes over the clipped probability, 34.5 instead of 800
def log_loss_from_logits(z, y):
    with np.errstate(over="ignore"):
        p = 1 / (1 + np.exp(-z))
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: ln(1 + e^z) - yz without the trick, overflows from about 710
def log_loss_from_logits(z, y):
    loss = np.log(1 + np.exp(z)) - y * z
    return np.mean(loss)


# %% wrong: where computes both branches, the values are right but there is an overflow warning
def log_loss_from_logits(z, y):
    log_term = np.where(z > 0, z + np.log1p(np.exp(-z)), np.log1p(np.exp(z)))
    return float(np.mean(log_term - y * z))


# %% wrong: max(z, 0) replaced by |z|, and the sum is not divided by m
def log_loss_from_logits(z, y):
    total = 0.0
    for zi, yi in zip(z, y):
        total += abs(zi) - yi * zi + np.log1p(np.exp(-abs(zi)))
    return total


# %% wrong: the scores are clipped to -500...500 first, so 800 becomes 500
def log_loss_from_logits(z, y):
    z = np.clip(np.asarray(z, dtype=float), -500, 500)
    signed = (2 * y - 1) * z
    return np.mean(np.log1p(np.exp(-signed)))


# %% wrong: the term y * z is added
def log_loss_from_logits(z, y):
    return np.mean(np.maximum(z, 0) + y * z + np.log(1 + np.exp(-np.abs(z))))


# %% wrong: the arguments have exchanged their places
def log_loss_from_logits(y, z):
    return np.mean(np.maximum(z, 0) - y * z + np.log(1 + np.exp(-np.abs(z))))


# %% wrong: the sum instead of the mean
def log_loss_from_logits(z, y):
    return np.sum(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))
# %% wrong: through the sigmoid with a clip
def log_loss_from_logits(z, y):
    p = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
# %% wrong: order of arguments y and z
def log_loss_from_logits(y, z):
    return np.mean(np.logaddexp(0, z) - y * z)
# %% wrong: log1p of exp overflows
def log_loss_from_logits(z, y):
    return np.mean(np.log1p(np.exp(z)) - y * z)
# %% right: with the sign of the label
def log_loss_from_logits(z, y):
    s = (1 - 2 * y) * z
    return np.mean(np.maximum(s, 0) + np.log1p(np.exp(-np.abs(s))))


# %% wrong: clip of the probability
def log_loss_from_logits(z, y):
    p = np.clip(0.5 * (1 + np.tanh(z / 2)), 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: overflow
def log_loss_from_logits(z, y):
    return np.mean(np.log(1 + np.exp(z)) - y * z)


# %% wrong: abs missing
def log_loss_from_logits(z, y):
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-z)))


# %% wrong: minimum and sum (two)
def log_loss_from_logits(z, y):
    return np.sum(np.minimum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))


# %% wrong: via clipped probabilities: 800 becomes about 27
def log_loss_from_logits(z, y):
    p = 1 / (1 + np.exp(-np.clip(z, -500, 500)))
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: scores clipped to 100
def log_loss_from_logits(z, y):
    z = np.clip(z, -100, 100)
    return np.mean(np.log1p(np.exp(z)) - y * z)


# %% right: logaddexp with the sign of the label
def log_loss_from_logits(z, y):
    signed = (2 * np.asarray(y) - 1) * np.asarray(z)
    return np.logaddexp(0, -signed).sum() / len(signed)


# %% wrong: sum instead of mean, and y z added
def log_loss_from_logits(z, y):
    total = 0.0
    for zi, yi in zip(z, y):
        total += max(zi, 0) + yi * zi + math.log(1 + math.exp(-abs(zi)))
    return total


# %% right: logaddexp
def log_loss_from_logits(z, y):
    losses = np.logaddexp(0, np.where(y == 1, -z, z))
    return losses.mean()


# %% wrong: over the clipped probability
def log_loss_from_logits(z, y):
    z = np.asarray(z, dtype=float)
    p = np.empty_like(z)
    pos = z >= 0
    p[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    p[~pos] = e / (1 + e)
    p = np.clip(p, 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


# %% wrong: y is subtracted instead of y z
def log_loss_from_logits(z, y):
    total = 0
    for zi, yi in zip(z, y):
        total += max(zi, 0) - yi + math.log1p(math.exp(-abs(zi)))
    return total / len(z)


# %% wrong: plus y z and the sum (two mistakes)
def log_loss_from_logits(z, y):
    return np.sum(np.maximum(z, 0) + y * z + np.log1p(np.exp(-np.abs(z))))


# %% right: logaddexp
def log_loss_from_logits(z, y):
    z = np.asarray(z, float)
    return float(np.mean(np.logaddexp(0, z) - np.asarray(y) * z))


# %% wrong: sign of y z lost: plus
def log_loss_from_logits(z, y):
    out = []
    for zi, yi in zip(z, y):
        out.append(max(zi, 0) + yi * zi + math.log(1 + math.exp(-abs(zi))))
    return sum(out) / len(out)
