# %% wrong: only the right end is looked at
def zooms_until_straight(f, df, x0):
    r = 1.0
    for k in range(21):
        if abs(f(x0 + r) - f(x0) - df(x0) * r) <= r / 100:
            return k
        r = r / 2
    return np.inf


# %% wrong: range(20): the twentieth zoom is not looked at
def zooms_until_straight(f, df, x0):
    for k in range(20):
        r = 0.5 ** k
        ok = True
        for x in (x0 - r, x0 + r):
            t = f(x0) + df(x0) * (x - x0)
            if abs(f(x) - t) > r / 100:
                ok = False
        if ok:
            return k
    return np.inf


# %% wrong: compares with 1/100 fixed and uses or
def zooms_until_straight(f, df, x0):
    def miss(x):
        return abs(f(x) - (f(x0) + df(x0) * (x - x0)))
    r, k = 1.0, 0
    while k <= 20:
        if miss(x0 - r) <= 0.01 or miss(x0 + r) <= 0.01:
            return k
        r /= 2
        k += 1
    return np.inf


# %% right: next over generator
def zooms_until_straight(f, df, x0):
    y, k = f(x0), df(x0)
    return next((n for n in range(21) if max(abs(f(x0 + s * 2.0**-n) - y - k * s * 2.0**-n) for s in (-1, 1)) * 100 <= 2.0**-n), np.inf)


# %% wrong: one end only
def zooms_until_straight(f, df, x0):
    for k in range(21):
        r = 0.5 ** k
        line = f(x0) + df(x0) * r
        if abs(f(x0 + r) - line) <= r / 100:
            return k
    return np.inf


# %% wrong: stops after 19 zooms
def zooms_until_straight(f, df, x0):
    r = 1.0
    for k in range(20):
        left = abs(f(x0 - r) - (f(x0) - df(x0) * r))
        right = abs(f(x0 + r) - (f(x0) + df(x0) * r))
        if max(left, right) <= r / 100:
            return k
        r = r / 2
    return np.inf


# %% wrong: either end is enough and the border is fixed (two)
def zooms_until_straight(f, df, x0):
    r, k = 1.0, 0
    while k <= 20:
        left = abs(f(x0 - r) - f(x0) + df(x0) * r)
        right = abs(f(x0 + r) - f(x0) - df(x0) * r)
        if left <= 0.01 or right <= 0.01:
            return k
        r /= 2
        k += 1
    return np.inf


# %% wrong: or instead of and, and the count one too high (two)
def zooms_until_straight(f, df, x0):
    r = 1.0
    zooms = 0
    while zooms <= 20:
        zooms += 1
        a = abs(f(x0 + r) - f(x0) - df(x0) * r)
        b = abs(f(x0 - r) - f(x0) + df(x0) * r)
        if a <= r / 100 or b <= r / 100:
            return zooms
        r = r / 2
    return np.inf


# %% right: while loop with a counter, tangent helper
def zooms_until_straight(f, df, x0):
    def miss(x):
        return abs(f(x) - (f(x0) + df(x0) * (x - x0)))

    zooms, r = 0, 1.0
    while max(miss(x0 - r), miss(x0 + r)) > r / 100:
        zooms, r = zooms + 1, r / 2
        if zooms > 20:
            return np.inf
    return zooms


# %% wrong: the two misses are added with their signs
def zooms_until_straight(f, df, x0):
    for k in range(21):
        r = 0.5**k
        right = f(x0 + r) - f(x0) - df(x0) * r
        left = f(x0 - r) - f(x0) + df(x0) * r
        if abs(right + left) <= r / 100:
            return k
    return np.inf


# %% wrong: the width, not the half-width, is compared
def zooms_until_straight(f, df, x0):
    width = 2.0
    for n in range(21):
        half = width / 2
        a = abs(f(x0 + half) - (f(x0) + df(x0) * half))
        b = abs(f(x0 - half) - (f(x0) - df(x0) * half))
        if max(a, b) <= width / 100:
            return n
        width /= 2
    return np.inf


# %% wrong: one end is enough, and halves before looking
def zooms_until_straight(f, df, x0):
    r = 1.0
    for k in range(21):
        r /= 2
        if abs(f(x0 + r) - f(x0) - df(x0) * r) <= r / 100:
            return k
    return np.inf


# %% wrong: the allowance stays 0.01 and does not shrink with r
def zooms_until_straight(f, df, x0):
    line = lambda x: f(x0) + df(x0) * (x - x0)
    for k in range(21):
        r = 0.5**k
        ends = (x0 - r, x0 + r)
        if all(abs(f(x) - line(x)) <= 0.01 for x in ends):
            return k
    return np.inf


# %% wrong: returns 20 when it never becomes straight
def zooms_until_straight(f, df, x0):
    def bad(r):
        return max(
            abs(f(x0 + s) - f(x0) - df(x0) * s) for s in (r, -r)
        ) > r / 100

    n = 0
    r = 1.0
    while bad(r) and n < 20:
        r /= 2
        n += 1
    return n


# %% wrong: no absolute value and the zoom is counted too early (two)
def zooms_until_straight(f, df, x0):
    r = 1.0
    count = 0
    for _ in range(21):
        count += 1
        up = f(x0 + r) - f(x0) - df(x0) * r
        down = f(x0 - r) - f(x0) + df(x0) * r
        if up <= r / 100 and down <= r / 100:
            return count
        r = r / 2
    return np.inf


# %% wrong: the gaps keep their signs, and 20 stands for never
def zooms_until_straight(f, df, x0):
    zooms = 0
    r = 1
    while zooms < 20:
        left = f(x0 - r) - (f(x0) - df(x0) * r)
        right = f(x0 + r) - (f(x0) + df(x0) * r)
        if left <= r / 100 and right <= r / 100:
            break
        zooms += 1
        r = r / 2
    return zooms


# %% wrong: the slope of the ends
def zooms_until_straight(f, df, x0):
    r = 1.0
    for k in range(21):
        miss = [abs(f(x0 + s) - f(x0) - df(x0 + s) * s) for s in (-r, r)]
        if max(miss) <= r / 100:
            return k
        r /= 2
    return np.inf


# %% wrong: the height is missing in the tangent
def zooms_until_straight(f, df, x0):
    r = 1.0
    for k in range(21):
        miss = [abs(f(x0 + s) - df(x0) * s) for s in (-r, r)]
        if max(miss) <= r / 100:
            return k
        r /= 2
    return np.inf


# %% wrong: less than instead of at most
def zooms_until_straight(f, df, x0):
    for k in range(21):
        r = 2.0 ** -k
        miss = [abs(f(x0 + s) - f(x0) - df(x0) * s) for s in (-r, r)]
        if max(miss) < r / 100:
            return k
    return np.inf


# %% wrong: tolerance r/10, and the half-width comes back, not the number of zooms (two)
def zooms_until_straight(f, df, x0):
    r = 1.0
    for _ in range(21):
        ends = np.array([-r, r])
        miss = [abs(f(x0 + d) - f(x0) - df(x0) * d) for d in ends]
        if max(miss) <= r / 10:
            return r
        r /= 2
    return np.inf


# %% wrong: the signed errors at the two ends are averaged, so they cancel, and the limit is r/10 instead of r/100 (two)
def tangent_line(f, df, x0):
    return lambda x: f(x0) + df(x0) * (x - x0)


def zooms_until_straight(f, df, x0):
    t = tangent_line(f, df, x0)
    for k in range(21):
        r = 0.5 ** k
        e = ((f(x0 + r) - t(x0 + r)) + (f(x0 - r) - t(x0 - r))) / 2
        if abs(e) <= r / 10:
            return k
    return np.inf
