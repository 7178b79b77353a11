# %% right: sorts by random keys, then cuts with np.split
def batches(n, batch_size, rng):
    keys = rng.random(n)
    order = np.argsort(keys)
    return np.split(order, range(batch_size, n, batch_size))


# %% right: draws one number after another from a shrinking list
def batches(n, batch_size, rng):
    pool = list(range(n))
    result, current = [], []
    while pool:
        current.append(pool.pop(int(rng.integers(len(pool)))))
        if len(current) == batch_size or not pool:
            result.append(np.array(current))
            current = []
    return result


# %% wrong: shuffles with the global np.random, rng is not used
def batches(n, batch_size, rng):
    perm = np.random.permutation(n)
    out = []
    for start in range(0, n, batch_size):
        out.append(perm[start:start + batch_size])
    return out


# %% wrong: the short last batch is dropped
def batches(n, batch_size, rng):
    idx = rng.permutation(n)
    full = n // batch_size
    return [idx[k * batch_size:(k + 1) * batch_size] for k in range(full)]


# %% wrong: array_split makes nearly equal parts, so several batches are too short
def batches(n, batch_size, rng):
    shuffled = np.arange(n)
    rng.shuffle(shuffled)
    return np.array_split(shuffled, math.ceil(n / batch_size))


# %% wrong: each batch is drawn anew from all objects, so some come twice and some never
def batches(n, batch_size, rng):
    result = []
    remaining = n
    while remaining > 0:
        size = min(batch_size, remaining)
        result.append(rng.choice(n, size=size, replace=False))
        remaining -= size
    return result


# %% wrong: counts from 1 to n, and the slice is one too short so that numbers get lost
def batches(n, batch_size, rng):
    numbers = rng.permutation(np.arange(1, n + 1))
    parts = []
    i = 0
    while i < n:
        parts.append(numbers[i:i + batch_size - 1] if batch_size > 1 else numbers[i:i + 1])
        i = i + batch_size
    return parts


# %% wrong: cuts the ordered numbers first and shuffles only inside each batch
def batches(n, batch_size, rng):
    blocks = [np.arange(a, min(a + batch_size, n)) for a in range(0, n, batch_size)]
    for block in blocks:
        rng.shuffle(block)
    return blocks


# %% wrong: choice draws the whole order with replacement
def batches(n, batch_size, rng):
    order = rng.choice(n, size=n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: range ends a batch too early
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    result = []
    for start in range(0, n - batch_size, batch_size):
        result.append(order[start : start + batch_size])
    return result


# %% wrong: the step of range is 1, so the batches overlap
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(n)]
# %% wrong: last short batch is dropped
def batches(n, batch_size, rng):
    p = rng.permutation(n)
    return [p[k * batch_size:(k + 1) * batch_size] for k in range(n // batch_size)]
# %% wrong: does not use rng but np.random
def batches(n, batch_size, rng):
    p = np.arange(n)
    np.random.shuffle(p)
    return [p[i:i + batch_size] for i in range(0, n, batch_size)]
# %% wrong: array_split makes batches of even sizes
def batches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), math.ceil(n / batch_size))
# %% right: argsort of random numbers and popping
def batches(n, batch_size, rng):
    order = list(np.argsort(rng.random(n)))
    out = []
    while order:
        out.append(np.array(order[:batch_size]))
        del order[:batch_size]
    return out
# %% wrong: with replacement and without the rest (two mistakes)
def batches(n, batch_size, rng):
    return [rng.integers(0, n, batch_size) for _ in range(n // batch_size)]


# %% right: shuffle in place and array_split at places
def batches(n, batch_size, rng):
    a = np.arange(n)
    rng.shuffle(a)
    return np.split(a, range(batch_size, n, batch_size))


# %% wrong: not shuffled
def batches(n, batch_size, rng):
    order = np.arange(n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: draws with replacement
def batches(n, batch_size, rng):
    order = rng.integers(0, n, size=n)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: last short batch dropped
def batches(n, batch_size, rng):
    p = rng.permutation(n)
    out = []
    for k in range(n // batch_size):
        out.append(p[k * batch_size:(k + 1) * batch_size])
    return out


# %% wrong: global generator, numbers from one (two)
def batches(n, batch_size, rng):
    order = np.random.permutation(np.arange(1, n + 1))
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: np.array_split into n // b parts: even sizes
def batches(n, batch_size, rng):
    return np.array_split(rng.permutation(n), max(1, n // batch_size))


# %% wrong: shuffle returns None: rng.shuffle(x) assigned
def batches(n, batch_size, rng):
    order = np.arange(n)
    order = rng.shuffle(order)
    return [order[i:i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: numbers 1..n and the last dropped (two)
def batches(n, batch_size, rng):
    order = rng.permutation(n) + 1
    return [order[k * batch_size:(k + 1) * batch_size] for k in range(n // batch_size)]


# %% right: split at the borders
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    return np.split(order, range(batch_size, n, batch_size))


# %% wrong: neighbours stay together, only the batches are mixed
def batches(n, batch_size, rng):
    parts = [np.arange(s, min(s + batch_size, n)) for s in range(0, n, batch_size)]
    return [parts[i] for i in rng.permutation(len(parts))]


# %% wrong: short batch comes first
def batches(n, batch_size, rng):
    order = rng.permutation(n)
    first = n % batch_size
    result = [order[:first]] if first else []
    for s in range(first, n, batch_size):
        result.append(order[s : s + batch_size])
    return result


# %% wrong: numbers from 1, incomplete batch dropped
def batches(n, batch_size, rng):
    order = rng.permutation(np.arange(1, n + 1))
    return [order[s : s + batch_size] for s in range(0, n - batch_size + 1, batch_size)]


# %% wrong: each batch drawn for itself, numbers may repeat
def batches(n, batch_size, rng):
    out = []
    left = n
    while left > 0:
        b = min(batch_size, left)
        out.append(rng.choice(n, size=b, replace=False))
        left -= b
    return out


# %% right: takes from the end of a shuffled list
def batches(n, batch_size, rng):
    cards = list(range(n))
    rng.shuffle(cards)
    result = []
    while cards:
        hand, cards = cards[:batch_size], cards[batch_size:]
        result.append(np.array(hand, dtype=int))
    return result


# %% wrong: array_split into batch_size parts, numbers from 1 (two)
def batches(n, batch_size, rng):
    order = rng.permutation(np.arange(1, n + 1))
    return np.array_split(order, batch_size)


# %% right: argsort of random numbers, np.split at multiples
def batches(n, batch_size, rng):
    order = np.argsort(rng.random(n))
    cuts = np.arange(batch_size, n, batch_size)
    return np.split(order, cuts)


# %% wrong: shuffle of np.random and not of rng
def batches(n, batch_size, rng):
    numbers = np.arange(n)
    np.random.shuffle(numbers)
    return [numbers[i:i + batch_size] for i in range(0, n, batch_size)]


# %% wrong: numbers from 1 to n, and the short last batch is missing
def batches(n, batch_size, rng):
    numbers = rng.permutation(np.arange(1, n + 1))
    return [numbers[i:i + batch_size] for i in range(0, n - batch_size + 1, batch_size)]


# %% wrong: slice end one too short
def batches(n, batch_size, rng):
    p = rng.permutation(n)
    return [p[s:s + batch_size - 1] for s in range(0, n, batch_size)]


# %% wrong: the short batch comes first instead of last
def batches(n, batch_size, rng):
    perm = rng.permutation(n)
    r = n % batch_size
    res = [perm[:r]] if r else []
    for i in range(r, n, batch_size):
        res.append(perm[i:i + batch_size])
    return res


# %% wrong: batches are grown with np.append from an empty float array, so they hold floating-point numbers, which cannot
def batches(n, batch_size, rng):
    result = []
    current = np.array([])
    for number in rng.permutation(n):
        current = np.append(current, number)
        if len(current) == batch_size:
            result.append(current)
            current = np.array([])
    if len(current):
        result.append(current)
    return result
