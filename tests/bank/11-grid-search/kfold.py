# %% right: scikit-learn's KFold with shuffling
from sklearn.model_selection import KFold


def kfold(n, k):
    splitter = KFold(n_splits=k, shuffle=True, random_state=3)
    return [(train, valid) for train, valid in splitter.split(np.zeros(n))]


# %% right: dealt like cards, object i goes to fold i modulo k; plain lists
def kfold(n, k):
    folds = []
    for f in range(k):
        validation = [i for i in range(n) if i % k == f]
        train = [i for i in range(n) if i % k != f]
        folds.append((train, validation))
    return folds


# %% wrong: folds of n // k objects, the remainder is never validated
def kfold(n, k):
    size = n // k
    objects = np.arange(n)
    pairs = []
    for j in range(k):
        val = objects[j * size:(j + 1) * size]
        train = np.setdiff1d(objects, val)
        pairs.append((train, val))
    return pairs


# %% wrong: the last fold takes the whole remainder, sizes may differ by more than 1
def kfold(n, k):
    size = n // k
    result = []
    for fold in range(k):
        start = fold * size
        stop = n if fold == k - 1 else start + size
        validation = list(range(start, stop))
        train = list(range(0, start)) + list(range(stop, n))
        result.append((train, validation))
    return result


# %% wrong: rounds the fold size up, so the last folds become small or even empty
def kfold(n, k):
    fold_size = math.ceil(n / k)
    idx = np.arange(n)
    return [(np.concatenate([idx[:i * fold_size], idx[(i + 1) * fold_size:]]),
             idx[i * fold_size:(i + 1) * fold_size]) for i in range(k)]


# %% wrong: a new shuffle in every round, so some objects are validated twice and others never
def kfold(n, k):
    rng = np.random.default_rng(0)
    sizes = [n // k + (1 if i < n % k else 0) for i in range(k)]
    pairs = []
    for s in sizes:
        order = rng.permutation(n)
        pairs.append((order[s:], order[:s]))
    return pairs


# %% wrong: train is one shared list from which objects are removed round after round
def kfold(n, k):
    train = list(range(n))
    out = []
    for part in np.array_split(np.arange(n), k):
        for i in part:
            train.remove(i)
        out.append((list(train), list(part)))
    return out


# %% wrong: validation first in the pair, and train holds all objects, the validated ones too
def kfold(n, k):
    every = np.arange(n)
    parts = np.array_split(every, k)
    return [(part, every) for part in parts]


# %% wrong: the pair is (validation, train)
def kfold(n, k):
    parts = np.array_split(np.arange(n), k)
    result = []
    for i in range(k):
        train = np.concatenate([parts[j] for j in range(k) if j != i])
        result.append((parts[i], train))
    return result


# %% wrong: train is always everything
def kfold(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(np.arange(n), part) for part in parts]


# %% wrong: train is only what comes before the validation part
def kfold(n, k):
    parts = np.array_split(np.arange(n), k)
    result = []
    for part in parts:
        train = np.arange(part[0])
        result.append((train, part))
    return result


# %% wrong: each fold begins one object after the last, so they overlap
def kfold(n, k):
    size = n // k
    folds = []
    for i in range(k):
        validation = np.arange(i, i + size)
        train = np.setdiff1d(np.arange(n), validation)
        folds.append((train, validation))
    return folds
# %% wrong: train and validation exchanged
def kfold(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(part, np.setdiff1d(np.arange(n), part)) for part in parts]
# %% wrong: the rest is lost
def kfold(n, k):
    size = n // k
    out = []
    for i in range(k):
        val = np.arange(i * size, (i + 1) * size)
        train = np.array([j for j in range(n) if j not in val])
        out.append((train, val))
    return out
# %% wrong: the last fold takes the whole rest
def kfold(n, k):
    size = n // k
    idx = list(range(n))
    out = []
    for i in range(k):
        stop = n if i == k - 1 else (i + 1) * size
        val = idx[i * size:stop]
        out.append((idx[:i * size] + idx[stop:], val))
    return out
# %% wrong: train holds all objects
def kfold(n, k):
    idx = np.arange(n)
    return [(idx, idx[i::k]) for i in range(k)]
# %% right: every k-th object
def kfold(n, k):
    return [([j for j in range(n) if j % k != i], list(range(i, n, k))) for i in range(k)]
# %% wrong: pairs turned round and the rest lost (two mistakes)
def kfold(n, k):
    s = n // k
    out = []
    for i in range(k):
        v = list(range(i * s, i * s + s))
        out.append((v, [j for j in range(n) if j not in v]))
    return out


# %% right: round robin lists
def kfold(n, k):
    return [([j for j in range(n) if j % k != i], [j for j in range(n) if j % k == i]) for i in range(k)]


# %% wrong: remainder lost
def kfold(n, k):
    size = n // k
    idx = np.arange(n)
    out = []
    for i in range(k):
        val = idx[i * size:(i + 1) * size]
        out.append((np.setdiff1d(idx, val), val))
    return out


# %% wrong: pair exchanged
def kfold(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(parts[i], np.concatenate(parts[:i] + parts[i + 1:])) for i in range(k)]


# %% wrong: remainder in the last fold
def kfold(n, k):
    size = n // k
    idx = list(range(n))
    out = []
    for i in range(k):
        end = n if i == k - 1 else (i + 1) * size
        val = idx[i * size:end]
        out.append(([j for j in idx if j not in val], val))
    return out


# %% wrong: only what comes before, and from one (two)
def kfold(n, k):
    parts = np.array_split(np.arange(1, n + 1), k)
    return [(np.concatenate(parts[:i]) if i else np.array([], dtype=int), parts[i]) for i in range(k)]


# %% right: modulo
def kfold(n, k):
    return [([i for i in range(n) if i % k != f], [i for i in range(n) if i % k == f]) for f in range(k)]


# %% wrong: size by ceil, counted from 1 (two)
def kfold(n, k):
    size = -(-n // k)
    idx = np.arange(1, n + 1)
    return [(np.delete(idx, np.s_[f * size:(f + 1) * size]), idx[f * size:(f + 1) * size]) for f in range(k)]


# %% wrong: the fold after the validation part is missing in train
def kfold(n, k):
    parts = np.array_split(np.arange(n), k)
    result = []
    for i in range(k):
        train = np.concatenate([parts[j] for j in range(k) if j != i and j != (i + 1) % k]) if k > 2 else parts[1 - i]
        result.append((train, parts[i]))
    return result


# %% wrong: one object twice: the slices overlap by one
def kfold(n, k):
    borders = np.linspace(0, n, k + 1).astype(int)
    pairs = []
    for a, b in zip(borders[:-1], borders[1:]):
        val = list(range(a, min(b + 1, n)))
        train = [i for i in range(n) if i not in val]
        pairs.append((train, val))
    return pairs


# %% right: every k-th object, sets
def kfold(n, k):
    everybody = set(range(n))
    pairs = []
    for first in range(k):
        held = set(range(first, n, k))
        pairs.append((sorted(everybody - held), sorted(held)))
    return pairs


# %% wrong: the pair is the other way round, and the rest of the division is left out
def kfold(n, k):
    s = n // k
    idx = list(range(n))
    return [(idx[i*s:(i+1)*s], idx[:i*s] + idx[(i+1)*s:k*s]) for i in range(k)]


# %% wrong: growing window as for time series
def kfold(n, k):
    parts = np.array_split(np.arange(n), k + 1)
    return [(np.concatenate(parts[:i + 1]), parts[i + 1]) for i in range(k)]


# %% right: every k-th object, numpy's masks
def kfold(n, k):
    everyone = np.arange(n)
    pairs = []
    for fold in range(k):
        mask = everyone % k == fold
        pairs.append((everyone[~mask], everyone[mask]))
    return pairs


# %% wrong: ceil: the last folds come out empty or short
def kfold(n, k):
    size = -(-n // k)
    result = []
    for f in range(k):
        val = np.arange(f * size, min((f + 1) * size, n))
        train = np.array([i for i in range(n) if i not in val])
        result.append((train, val))
    return result


# %% wrong: trains on everything, objects counted from 1 (two mistakes)
def kfold(n, k):
    objects = np.arange(1, n + 1)
    return [(objects, part) for part in np.array_split(objects, k)]


# %% right: every k-th object, sets
def kfold(n, k):
    everything = set(range(n))
    pairs = []
    for start in range(k):
        val = set(range(start, n, k))
        pairs.append((np.array(sorted(everything - val)), np.array(sorted(val))))
    return pairs


# %% wrong: pair the wrong way round
def kfold(n, k):
    parts = np.array_split(np.arange(n), k)
    out = []
    for j, part in enumerate(parts):
        others = np.concatenate(parts[:j] + parts[j + 1:])
        out.append((part, others))
    return out


# %% wrong: random validation sets drawn per round
def kfold(n, k):
    rng = np.random.default_rng(0)
    out = []
    for _ in range(k):
        p = rng.permutation(n)
        cut = n // k
        out.append((p[cut:], p[:cut]))
    return out


# %% wrong: two mistakes: the pairs are (validation, train), and the rest is in no validation part
def kfold(n, k):
    q = n // k
    objects = list(range(n))
    return [
        (objects[i * q:(i + 1) * q], objects[:i * q] + objects[(i + 1) * q:])
        for i in range(k)
    ]


# %% wrong: sizes rounded up, and the pairs turned round
def kfold(n, k):
    size = -(-n // k)
    res = []
    for f in range(k):
        val = list(range(n))[f * size:(f + 1) * size]
        res.append((val, [i for i in range(n) if i not in val]))
    return res


# %% wrong: np.split cuts into equal parts only: an error whenever k does not divide n
def kfold(n, k):
    objects = np.arange(n)
    return [(np.setdiff1d(objects, part), part) for part in np.split(objects, k)]
