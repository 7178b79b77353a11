# %% wrong: wrong half thrown away
def peak(f, a, b):
    h = 1e-5
    for _ in range(25):
        m = (a + b) / 2
        s = (f(m + h) - f(m - h)) / (2 * h)
        if s > 0:
            b = m
        else:
            a = m
    return (a + b) / 2


# %% wrong: grid too coarse (1000 points)
def peak(f, a, b):
    xs = np.linspace(a, b, 1000)
    return xs[np.argmax(f(xs))]


# %% wrong: height of the top instead of the place
def peak(f, a, b):
    xs = np.linspace(a, b, 100001)
    return np.max(f(xs))


# %% wrong: Five turns only
def peak(f, a, b):
    for i in range(5):
        m = (a + b) / 2
        if f(m + 1e-5) - f(m - 1e-5) > 0:
            a = m
        else:
            b = m
    return (a + b) / 2


# %% right: golden section / ternary search
def peak(f, a, b):
    while b - a > 1e-5:
        l, r = a + (b - a) / 3, b - (b - a) / 3
        if f(l) < f(r):
            a = l
        else:
            b = r
    return 0.5 * (a + b)


# %% right: the highest of a fine grid
def peak(f, a, b):
    for _ in range(12):
        xs = np.linspace(a, b, 11)
        k = int(np.argmax([f(x) for x in xs]))
        a, b = xs[max(k - 1, 0)], xs[min(k + 1, 10)]
    return (a + b) / 2


# %% wrong: goes to the wrong half
def peak(f, a, b):
    h = 1e-5
    for _ in range(25):
        m = (a + b) / 2
        if f(m + h) - f(m - h) > 0:
            b = m
        else:
            a = m
    return (a + b) / 2


# %% wrong: returns the height, and only 10 halvings (two)
def peak(f, a, b):
    for i in range(10):
        m = (a + b) / 2
        s = (f(m + 1e-5) - f(m - 1e-5)) / 2e-5
        if s > 0:
            a = m
        else:
            b = m
    return f(m)


# %% right: golden section by values
def peak(f, a, b):
    g = (5 ** 0.5 - 1) / 2
    while b - a > 1e-5:
        c, d = b - g * (b - a), a + g * (b - a)
        if f(c) > f(d):
            b = d
        else:
            a = c
    return (a + b) / 2


# %% wrong: grid too coarse: 100 points
def peak(f, a, b):
    xs = np.linspace(a, b, 100)
    return xs[np.argmax(f(xs))]


# %% wrong: value of f instead of slope decides, and the left end is returned (two)
def peak(f, a, b):
    for _ in range(25):
        m = (a + b) / 2
        if f(m) > 0:
            b = m
        else:
            a = m
    return a


# %% right: ternary search
def peak(f, a, b):
    while b - a > 1e-5:
        third = (b - a) / 3
        left, right = a + third, b - third
        if f(left) < f(right):
            a = left
        else:
            b = right
    return (a + b) / 2


# %% wrong: coarse grid: a hundredth at best
def peak(f, a, b):
    xs = np.arange(a, b, 0.01)
    return xs[np.argmax(f(xs))]


# %% wrong: gradient ascent with a fixed rate and few steps
def peak(f, a, b):
    x = (a + b) / 2
    for _ in range(100):
        slope = (f(x + 1e-5) - f(x - 1e-5)) / 2e-5
        x = x + 0.1 * slope
    return x


# %% right: golden section, no slope
def peak(f, a, b):
    g = (5**0.5 - 1) / 2
    lo, hi = float(a), float(b)
    while hi - lo > 1e-5:
        left = hi - g * (hi - lo)
        right = lo + g * (hi - lo)
        if f(left) < f(right):
            lo = left
        else:
            hi = right
    return (lo + hi) / 2


# %% wrong: grid too coarse
def peak(f, a, b):
    xs = np.linspace(a, b, 500)
    ys = f(xs)
    return xs[np.argmax(ys)]


# %% wrong: sign of f instead of its slope, and five turns only (two)
def peak(f, a, b):
    for _ in range(5):
        c = (a + b) / 2
        if f(c) > 0:
            a = c
        else:
            b = c
    return (a + b) / 2


# %% right: ternary search
def peak(f, a, b):
    while b - a > 1e-5:
        left = a + (b - a) / 3
        right = b - (b - a) / 3
        if f(left) < f(right):
            a = left
        else:
            b = right
    return (a + b) / 2


# %% wrong: climbs in steps of a fiftieth of the interval
def peak(f, a, b):
    x = a
    step = (b - a) / 50
    while x + step <= b and f(x + step) > f(x):
        x = x + step
    return x


# %% wrong: stops where the slope is below 0.01
def peak(f, a, b):
    for _ in range(60):
        m = (a + b) / 2
        s = (f(m + 1e-5) - f(m - 1e-5)) / 2e-5
        if abs(s) < 0.01:
            return m
        if s > 0:
            a = m
        else:
            b = m
    return m


# %% wrong: the position in the grid (an index) is returned instead of the x that belongs to it
def peak(f, a, b):
    n = 100_000
    step = (b - a) / n
    best = 0
    for i in range(n + 1):
        if f(a + i * step) > f(a + best * step):
            best = i
    return best


# %% wrong: the sign of the height is tested instead of the slope, and the answer is rounded to one decimal (two)
def peak(f, a, b):
    for _ in range(25):
        m = (a + b) / 2
        if f(m) > 0:
            a = m
        else:
            b = m
    return round((a + b) / 2, 1)


# %% right: a grid of a million places at once
def peak(f, a, b):
    places = np.linspace(a, b, 1_000_001)
    return places[np.argmax(f(places))]


# %% right: three thousand places one by one, then as many about the best
def peak(f, a, b):
    def best_of(lo, hi, n=3_000):
        best, top = lo, f(lo)
        for i in range(1, n + 1):
            x = lo + (hi - lo) * i / n
            y = f(x)
            if y > top:
                best, top = x, y
        return best

    x = best_of(a, b)
    d = (b - a) / 1_500
    return best_of(max(a, x - d), min(b, x + d))
