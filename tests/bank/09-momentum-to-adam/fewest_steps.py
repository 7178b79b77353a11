# %% wrong: either instead of both
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    for r in rates:
        w = np.array([1.0, 1.0])
        h = np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + r * np.array([1, kappa]) * w
            w = w - h
            if np.any(np.abs(w) <= 0.01):
                best = min(best, k)
                break
    return best


# %% wrong: h not reset between rates
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    h = np.zeros(2)
    c = np.array([1.0, kappa])
    for r in rates:
        w = np.ones(2)
        for k in range(1, n_max + 1):
            h = alpha * h + r * c * w
            w = w - h
            if not np.all(np.isfinite(w)):
                break
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


# %% wrong: returns first rate that arrives, not min
def fewest_steps(kappa, alpha, rates, n_max):
    for r in rates:
        a = b = 1.0
        ha = hb = 0.0
        for k in range(n_max):
            ha = alpha * ha + r * a
            hb = alpha * hb + r * kappa * b
            a -= ha
            b -= hb
            if abs(a) <= 0.01 and abs(b) <= 0.01:
                return k + 1
    return math.inf


# %% wrong: no abs and k off by one
def fewest_steps(kappa, alpha, rates, n_max):
    counts = [math.inf]
    for r in rates:
        a = b = 1.0
        ha = hb = 0.0
        for k in range(n_max):
            ha = alpha * ha + r * a
            hb = alpha * hb + r * kappa * b
            a -= ha
            b -= hb
            if a <= 0.01 and b <= 0.01:
                counts.append(k)
                break
    return min(counts)


# %% right: complex packing of both weights
def fewest_steps(kappa, alpha, rates, n_max):
    def run(r):
        w, h, c = [1.0, 1.0], [0.0, 0.0], (1.0, kappa)
        for k in range(1, n_max + 1):
            for i in (0, 1):
                h[i] = alpha * h[i] + r * c[i] * w[i]
                w[i] -= h[i]
            if max(map(abs, w)) <= 0.01:
                return k
            if max(map(abs, w)) > 1e100:
                return math.inf
        return math.inf
    return min(map(run, rates), default=math.inf)


# %% wrong: most steps
def fewest_steps(kappa, alpha, rates, n_max):
    found = []
    for rate in rates:
        w = np.array([1.0, 1.0])
        h = np.zeros(2)
        for k in range(1, n_max + 1):
            g = np.array([w[0], kappa * w[1]])
            h = alpha * h + rate * g
            w = w - h
            if np.all(np.abs(w) <= 0.01):
                found.append(k)
                break
    return max(found) if found else math.inf


# %% wrong: only one of the weights
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w = np.array([1.0, 1.0])
        h = np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if abs(w[0]) <= 0.01 or abs(w[1]) <= 0.01:
                best = min(best, k)
                break
    return best


# %% wrong: start and inertia not set back for each rate
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    w = np.array([1.0, 1.0])
    h = np.zeros(2)
    for rate in rates:
        for k in range(1, n_max + 1):
            h = alpha * h + rate * np.array([1, kappa]) * w
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


# %% wrong: no abs and the count one low (two)
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    for eta in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(n_max):
            h = alpha * h + eta * w * np.array([1.0, kappa])
            w = w - h
            if w[0] <= 0.01 and w[1] <= 0.01:
                best = min(best, k)
                break
    return best


# %% wrong: gives up at the first rate that does not arrive
def fewest_steps(kappa, alpha, rates, n_max):
    counts = []
    for rate in rates:
        w0 = w1 = 1.0
        h0 = h1 = 0.0
        steps = 0
        while abs(w0) > 0.01 or abs(w1) > 0.01:
            if steps == n_max:
                return math.inf
            h0 = alpha * h0 + rate * w0
            h1 = alpha * h1 + rate * kappa * w1
            w0 -= h0
            w1 -= h1
            steps += 1
        counts.append(steps)
    return min(counts)


# %% wrong: arrived once each of the two has been close at some time
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    for rate in rates:
        w = np.array([1.0, 1.0])
        h = np.array([0.0, 0.0])
        been = np.array([False, False])
        for n in range(1, n_max + 1):
            h = alpha * h + rate * w * np.array([1, kappa])
            w = w - h
            been |= np.abs(w) <= 0.01
            if been.all():
                if n < best:
                    best = n
                break
    return best


# %% right: all rates side by side in arrays
def fewest_steps(kappa, alpha, rates, n_max):
    eta = np.array(list(rates), dtype=float)[:, None]
    w = np.ones((len(eta), 2))
    h = np.zeros_like(w)
    for n in range(n_max + 1):
        if np.any(np.all(np.abs(w) <= 0.01, axis=1)):
            return n
        with np.errstate(all="ignore"):
            h = alpha * h + eta * w * np.array([1.0, kappa])
            w = w - h
    return math.inf


# %% wrong: the learning rate comes back instead of the steps, and the inertia is averaged
def fewest_steps(kappa, alpha, rates, n_max):
    best, best_rate = math.inf, math.inf
    for rate in rates:
        w = np.ones(2)
        h = np.zeros(2)
        for n in range(1, n_max + 1):
            h = alpha * h + (1 - alpha) * rate * np.array([w[0], kappa * w[1]])
            w = w - h
            if np.all(np.abs(w) <= 0.01):
                if n < best:
                    best, best_rate = n, rate
                break
    return best_rate


# %% wrong: no absolute values
def fewest_steps(kappa, alpha, rates, n_max):
    counts = []
    for eta in rates:
        w0, w1, h0, h1 = 1.0, 1.0, 0.0, 0.0
        for step in range(n_max):
            h0 = alpha * h0 + eta * w0
            h1 = alpha * h1 + eta * kappa * w1
            w0 -= h0
            w1 -= h1
            if w0 <= 0.01 and w1 <= 0.01:
                counts.append(step + 1)
                break
    if not counts:
        return math.inf
    return min(counts)


# %% wrong: one of the two is enough, n_max when nobody arrives (two mistakes)
def fewest_steps(kappa, alpha, rates, n_max):
    best = n_max
    for r in rates:
        w, h = np.ones(2), np.zeros(2)
        for k in range(1, n_max + 1):
            h = alpha * h + r * np.array([w[0], kappa * w[1]])
            w = w - h
            if np.any(np.abs(w) <= 0.01):
                best = min(best, k)
                break
    return best


# %% right: numbers instead of arrays
def fewest_steps(kappa, alpha, rates, n_max):
    def arrive(eta):
        a, b, ha, hb = 1.0, 1.0, 0.0, 0.0
        for k in range(1, n_max + 1):
            ha, hb = alpha * ha + eta * a, alpha * hb + eta * kappa * b
            a, b = a - ha, b - hb
            if abs(a) <= 0.01 and abs(b) <= 0.01:
                return k
            if abs(b) > 1e100:
                break
        return math.inf

    return min(map(arrive, rates))


# %% wrong: inertia not reset between rates
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    h = np.zeros(2)
    for eta in rates:
        w = np.array([1.0, 1.0])
        for k in range(1, n_max + 1):
            h = alpha * h + eta * np.array([w[0], kappa * w[1]])
            w = w - h
            if np.max(np.abs(w)) <= 0.01:
                best = min(best, k)
                break
    return best


# %% wrong: steps off by one and returns the best rate's index... -1 when never
def fewest_steps(kappa, alpha, rates, n_max):
    best = -1
    for eta in rates:
        w, h = np.array([1.0, 1.0]), np.zeros(2)
        for k in range(n_max):
            h = alpha * h + eta * w * np.array([1, kappa])
            w = w - h
            if (np.abs(w) <= 0.01).all():
                if best == -1 or k < best:
                    best = k
                break
    return best


# %% wrong: two mistakes: the curvature enters squared, and the largest number of steps is returned
def fewest_steps(kappa, alpha, rates, n_max):
    arrived = []
    for eta in rates:
        x, y, hx, hy = 1.0, 1.0, 0.0, 0.0
        for k in range(1, n_max + 1):
            hx = alpha * hx + eta * x
            hy = alpha * hy + eta * kappa ** 2 * y
            x, y = x - hx, y - hy
            if abs(x) <= 0.01 and abs(y) <= 0.01:
                arrived.append(k)
                break
    return max(arrived) if arrived else math.inf


# %% wrong: a factor 2 in the gradient, and the largest number of steps
def fewest_steps(kappa, alpha, rates, n_max):
    counts = []
    for eta in rates:
        w, h = np.array([1.0, 1.0]), np.zeros(2)
        n = math.inf
        for k in range(1, n_max + 1):
            h = alpha * h + eta * 2 * np.array([w[0], kappa * w[1]])
            w = w - h
            if np.all(np.abs(w) <= 0.01):
                n = k
                break
        counts.append(n)
    return max(counts)


# %% wrong: h is used one step late: the weights move before h gets the new gradient
def fewest_steps(kappa, alpha, rates, n_max):
    def arrived(w):
        return all(abs(c) <= 0.01 for c in w)
    numbers = []
    for rate in rates:
        w, h, n = [1.0, 1.0], [0.0, 0.0], 0
        while not arrived(w) and n < n_max:
            g = (w[0], kappa * w[1])
            w = [a - b for a, b in zip(w, h)]
            h = [alpha * b + rate * c for b, c in zip(h, g)]
            n += 1
        numbers.append(n if arrived(w) else math.inf)
    return min(numbers)


# %% wrong: a run is given up as soon as a weight is larger than 1 in size, although momentum may overshoot and still arrive
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    for eta in rates:
        a, b, ha, hb = 1.0, 1.0, 0.0, 0.0
        for k in range(1, n_max + 1):
            ha = alpha * ha + eta * a
            hb = alpha * hb + eta * kappa * b
            a, b = a - ha, b - hb
            if abs(a) > 1 or abs(b) > 1:   # улетел
                break
            if abs(a) <= 0.01 and abs(b) <= 0.01:
                best = min(best, k)
                break
    return best


# %% wrong: h is not set back to zero for each rate: the inertia of the run before is carried over
def fewest_steps(kappa, alpha, rates, n_max):
    best = math.inf
    h = np.zeros(2)
    for rate in rates:
        w = np.array([1.0, 1.0])
        for k in range(1, n_max + 1):
            g = np.array([w[0], kappa * w[1]])
            h = alpha * h + rate * g
            w = w - h
            if (np.abs(w) <= 0.01).all():
                best = min(best, k)
                break
            if np.abs(w).max() > 1e30:
                break
    return best
