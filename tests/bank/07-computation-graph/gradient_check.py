# %% right: flattened lists and the largest ratio kept by hand
def gradient_check(analytic, numeric):
    worst = 0.0
    for a, n in zip(np.ravel(analytic).tolist(), np.ravel(numeric).tolist()):
        size = abs(a) + abs(n)
        if size > 0:
            worst = max(worst, abs(a - n) / size)
    return worst


# %% right: the denominator of a pair of zeros is replaced by 1
def gradient_check(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    size = np.abs(a) + np.abs(n)
    return float(np.max(np.abs(a - n) / np.where(size == 0, 1.0, size)))


# %% wrong: pairs of zeros are not treated, 0/0 gives nan
def gradient_check(analytic, numeric):
    num = np.abs(analytic - numeric)
    den = np.abs(analytic) + np.abs(numeric)
    return np.max(num / den)


# %% wrong: something small is added to the denominator, tiny derivatives always seem right
def gradient_check(analytic, numeric):
    a = np.array(analytic)
    n = np.array(numeric)
    eps = 1e-8
    return (abs(a - n) / (abs(a) + abs(n) + eps)).max()


# %% wrong: no abs in the numerator, a pair with a < n is never seen
def gradient_check(analytic, numeric):
    a = np.atleast_1d(analytic).astype(float).flatten()
    n = np.atleast_1d(numeric).astype(float).flatten()
    ratios = [0.0 if ai == 0 and ni == 0 else (ai - ni) / (abs(ai) + abs(ni))
              for ai, ni in zip(a, n)]
    return max(ratios)


# %% wrong: mean instead of maximum, and no abs in the denominator (opposite signs cancel)
def gradient_check(analytic, numeric):
    a, n = np.asarray(analytic, dtype=float), np.asarray(numeric, dtype=float)
    total = a + n
    r = np.zeros(a.shape)
    np.divide(np.abs(a - n), total, out=r, where=total != 0)
    return float(np.mean(r))


# %% wrong: lengths of the whole vectors, one large component hides the small ones
def gradient_check(analytic, numeric):
    difference = np.linalg.norm(np.ravel(analytic) - np.ravel(numeric))
    size = np.linalg.norm(np.ravel(analytic)) + np.linalg.norm(np.ravel(numeric))
    if size == 0:
        return 0.0
    return difference / size


# %% wrong: a pair is skipped if one of the two is 0, though only 0 and 0 together agree
def gradient_check(analytic, numeric):
    a = np.asarray(analytic, dtype=float).ravel()
    n = np.asarray(numeric, dtype=float).ravel()
    both = (a != 0) & (n != 0)
    if not both.any():
        return 0.0
    return np.max(np.abs(a[both] - n[both]) / (np.abs(a[both]) + np.abs(n[both])))


# %% wrong: the sum of all differences over the sum of all sizes
def gradient_check(analytic, numeric):
    a, n = np.asarray(analytic, float), np.asarray(numeric, float)
    bottom = np.sum(np.abs(a) + np.abs(n))
    if bottom == 0:
        return 0.0
    return np.sum(np.abs(a - n)) / bottom


# %% wrong: divides by the larger of the two sizes
def gradient_check(analytic, numeric):
    a = np.abs(np.array(analytic))
    n = np.abs(np.array(numeric))
    top = np.abs(np.array(analytic) - np.array(numeric))
    bottom = np.maximum(a, n)
    r = np.where(bottom == 0, 0, top / np.where(bottom == 0, 1, bottom))
    return np.max(r)


# %% wrong: all ratios come back as an array, the largest is not taken
def gradient_check(analytic, numeric):
    a, n = np.asarray(analytic, float), np.asarray(numeric, float)
    bottom = np.abs(a) + np.abs(n)
    bottom = np.where(bottom == 0, 1, bottom)
    return np.abs(a - n) / bottom
# %% wrong: mean instead of largest
def gradient_check(analytic, numeric):
    a, n = np.atleast_1d(analytic), np.atleast_1d(numeric)
    num = np.abs(a - n)
    den = np.abs(a) + np.abs(n)
    return np.mean(np.where(den == 0, 0, num / np.where(den == 0, 1, den)))
# %% wrong: guard in the denominator
def gradient_check(analytic, numeric):
    return np.max(np.abs(analytic - numeric) / (np.abs(analytic) + np.abs(numeric) + 1e-8))
# %% wrong: zeros give nan
def gradient_check(analytic, numeric):
    r = np.abs(np.subtract(analytic, numeric)) / (np.abs(analytic) + np.abs(numeric))
    return np.max(r)
# %% wrong: abs of the sum below
def gradient_check(analytic, numeric):
    worst = 0.0
    for a, n in zip(np.ravel(analytic), np.ravel(numeric)):
        if a == 0 and n == 0:
            continue
        worst = max(worst, abs(a - n) / abs(a + n))
    return worst
# %% wrong: divides the norms
def gradient_check(analytic, numeric):
    top = np.linalg.norm(np.subtract(analytic, numeric))
    low = np.linalg.norm(analytic) + np.linalg.norm(numeric)
    return 0.0 if low == 0 else top / low
# %% right: nanmax with a start of zero
def gradient_check(analytic, numeric):
    pairs = np.broadcast(analytic, numeric)
    return float(max(0 if a == b else abs(a - b) / (abs(a) + abs(b)) for a, b in pairs))
# %% wrong: no abs on top and the sum of the ratios (two mistakes)
def gradient_check(analytic, numeric):
    total = 0
    for a, n in zip(np.ravel(analytic), np.ravel(numeric)):
        if a != 0 or n != 0:
            total += (a - n) / (abs(a) + abs(n))
    return total


# %% wrong: abs of sum in denominator
def gradient_check(analytic, numeric):
    a, n = np.asarray(analytic, float), np.asarray(numeric, float)
    d = np.abs(a + n)
    return float(np.max(np.where(d == 0, 0, np.abs(a - n) / np.where(d == 0, 1, d))))


# %% wrong: norms of the whole
def gradient_check(analytic, numeric):
    a, n = np.ravel(analytic), np.ravel(numeric)
    s = np.linalg.norm(a) + np.linalg.norm(n)
    if s == 0:
        return 0.0
    return np.linalg.norm(a - n) / s


# %% right: loop in pure Python
def gradient_check(analytic, numeric):
    worst = 0.0
    for a, n in zip(np.ravel(analytic).tolist(), np.ravel(numeric).tolist()):
        if a == n:
            continue
        worst = max(worst, abs(a - n) / (abs(a) + abs(n)))
    return worst


# %% right: where with errstate
def gradient_check(analytic, numeric):
    a = np.atleast_1d(np.asarray(analytic, dtype=float))
    n = np.atleast_1d(np.asarray(numeric, dtype=float))
    bottom = np.abs(a) + np.abs(n)
    r = np.divide(np.abs(a - n), bottom, out=np.zeros(a.shape), where=bottom > 0)
    return r.max()


# %% wrong: adds a tiny number
def gradient_check(analytic, numeric):
    a, n = np.asarray(analytic), np.asarray(numeric)
    return np.max(np.abs(a - n) / (np.abs(a) + np.abs(n) + 1e-8))


# %% wrong: norms of the whole, no guard (two)
def gradient_check(analytic, numeric):
    a, n = np.asarray(analytic), np.asarray(numeric)
    return np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n))


# %% right: loop, walrus
def gradient_check(analytic, numeric):
    worst = 0.0
    for a, n in zip(np.ravel(analytic).tolist(), np.ravel(numeric).tolist()):
        if (size := abs(a) + abs(n)) > 0 and (r := abs(a - n) / size) > worst:
            worst = r
    return worst


# %% wrong: drops the pairs of zeros: nothing left if all are zeros
def gradient_check(analytic, numeric):
    a, n = np.atleast_1d(analytic), np.atleast_1d(numeric)
    size = abs(a) + abs(n)
    keep = size != 0
    return np.max(abs(a - n)[keep] / size[keep])


# %% wrong: abs around the sum: |a + n|
def gradient_check(analytic, numeric):
    a = np.array(analytic, float)
    n = np.array(numeric, float)
    den = np.abs(a + n)
    r = np.zeros(a.shape)
    np.divide(np.abs(a - n), den, out=r, where=den != 0)
    return r.max()


# %% wrong: no abs in the numerator, mean instead of the largest
def gradient_check(analytic, numeric):
    a = np.asarray(analytic, float)
    n = np.asarray(numeric, float)
    s = np.abs(a) + np.abs(n)
    r = (a - n) / np.where(s == 0, 1, s)
    return r.mean()


# %% right: a loop over the flat entries
def gradient_check(analytic, numeric):
    worst = 0.0
    for a, n in zip(np.ravel(analytic), np.ravel(numeric)):
        size = abs(a) + abs(n)
        if size == 0:
            continue
        worst = max(worst, abs(a - n) / size)
    return worst


# %% wrong: one ratio of norms for the whole vectors
def gradient_check(analytic, numeric):
    top = np.linalg.norm(analytic - numeric)
    bottom = np.linalg.norm(analytic) + np.linalg.norm(numeric)
    if bottom == 0:
        return 0.0
    return top / bottom


# %% wrong: mean instead of the largest
def gradient_check(analytic, numeric):
    a = np.array(analytic, dtype=float)
    b = np.array(numeric, dtype=float)
    size = np.abs(a) + np.abs(b)
    r = np.where(size == 0, 0.0, np.abs(a - b) / np.where(size == 0, 1.0, size))
    return r.mean()


# %% wrong: norms of the whole vectors, not entry by entry, with squares in the bottom
def gradient_check(analytic, numeric):
    a, n = np.ravel(analytic), np.ravel(numeric)
    bottom = np.sum(a ** 2) + np.sum(n ** 2)
    if bottom == 0:
        return 0.0
    return np.linalg.norm(a - n) / bottom


# %% wrong: larger of the two sizes in the denominator
def gradient_check(analytic, numeric):
    worst = 0
    for a, n in zip(np.ravel(analytic), np.ravel(numeric)):
        big = max(abs(a), abs(n))
        if big > 0:
            worst = max(worst, abs(a - n) / big)
    return worst


# %% wrong: two mistakes: it divides by |a| only, and it returns the sum of all disagreements instead of the largest
def gradient_check(analytic, numeric):
    total = 0.0
    for a, n in zip(np.ravel(analytic), np.ravel(numeric)):
        if a != 0:
            total += abs(a - n) / abs(a)
        elif n != 0:
            total += 1.0
    return total


# %% wrong: two mistakes: the mean instead of the largest, and the larger size below the line instead of the sum
def gradient_check(analytic, numeric):
    a = np.atleast_1d(np.array(analytic, dtype=float)).ravel()
    b = np.atleast_1d(np.array(numeric, dtype=float)).ravel()
    r = np.zeros(len(a))
    for i in range(len(a)):
        size = max(abs(a[i]), abs(b[i]))
        if size > 0:
            r[i] = abs(a[i] - b[i]) / size
    return r.mean()


# %% wrong: plain zip over the arguments
def gradient_check(analytic, numeric):
    best = 0.0
    for a, n in zip(analytic, numeric):
        s = np.abs(a) + np.abs(n)
        r = np.where(s > 0, np.abs(a - n) / np.where(s > 0, s, 1), 0.0)
        best = max(best, float(np.max(r)))
    return best


# %% wrong: two mistakes: the difference has no absolute value, so a negative disagreement is lost, and the denominator is
def gradient_check(analytic, numeric):
    a = np.asarray(analytic, dtype=float)
    n = np.asarray(numeric, dtype=float)
    size = np.maximum(np.abs(a), np.abs(n))
    size = np.where(size == 0, 1.0, size)
    return float(((a - n) / size).max())
