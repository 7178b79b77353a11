# %% right: flat vector and the rows of a unit matrix, central difference
def numerical_gradient(f, point, h=1e-6):
    shape = point.shape
    flat = point.astype(float).ravel()
    partials = []
    for e in np.eye(flat.size):
        up = f((flat + h * e).reshape(shape))
        down = f((flat - h * e).reshape(shape))
        partials.append((up - down) / (2 * h))
    return np.array(partials, dtype=float).reshape(shape)


# %% right: a fresh float copy for every place, forward difference
def numerical_gradient(f, point, h=1e-6):
    grad = np.empty(np.shape(point), dtype=np.float64)
    here = f(np.array(point, dtype=float))
    for place, _ in np.ndenumerate(point):
        moved = np.array(point, dtype=float)
        moved[place] = moved[place] + h
        grad[place] = (f(moved) - here) / h
    return grad


# %% wrong: the moved coordinates never go back
def numerical_gradient(f, point, h=1e-6):
    p = point.astype(float)
    f0 = f(p)
    g = np.zeros(p.shape)
    for idx in np.ndindex(p.shape):
        p[idx] += h
        g[idx] = (f(p) - f0) / h
    return g


# %% wrong: the copies keep integers, so x + h and x - h are cut off to whole numbers
def numerical_gradient(f, point, h=1e-6):
    gradient = np.zeros(point.shape)
    for idx in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[idx] += h
        minus[idx] -= h
        gradient[idx] = (f(plus) - f(minus)) / (2 * h)
    return gradient


# %% wrong: one index only; with two axes a whole row moves and the rows' sums come out
def numerical_gradient(f, point, h=1e-6):
    x = np.array(point, dtype=float)
    grad = np.zeros_like(x)
    for i in range(len(x)):
        old = x[i].copy()
        x[i] = old + h
        fp = f(x)
        x[i] = old - h
        fm = f(x)
        x[i] = old
        grad[i] = (fp - fm) / (2 * h)
    return grad


# %% wrong: all coordinates move at once, every place gets the same sum of the partials
def numerical_gradient(f, point, h=1e-6):
    slope = (f(point + h) - f(point - h)) / (2 * h)
    return np.full(point.shape, slope, dtype=float)


# %% wrong: works on point itself (asarray does not copy), and two-sided but divided by h (two)
def numerical_gradient(f, point, h=1e-6):
    w = np.asarray(point, dtype=float)
    out = np.zeros(w.shape)
    for k in np.ndindex(*w.shape):
        w[k] += h
        right = f(w)
        w[k] -= 2 * h
        left = f(w)
        out[k] = (right - left) / h
    return out


# %% wrong: the other coordinates are 0 instead of staying where they are
def numerical_gradient(f, point, h=1e-6):
    grad = np.zeros(point.shape)
    for idx in np.ndindex(point.shape):
        a = np.zeros(point.shape)
        b = np.zeros(point.shape)
        a[idx] = point[idx] + h
        b[idx] = point[idx] - h
        grad[idx] = (f(a) - f(b)) / 2 / h
    return grad


# %% wrong: while loop over the flat places without k += 1, it never ends
def numerical_gradient(f, point, h=1e-6):
    flat = point.flatten().astype(float)
    result = np.zeros(flat.size)
    k = 0
    while k < flat.size:
        shifted = flat.copy()
        shifted[k] += h
        result[k] = (f(shifted.reshape(point.shape)) - f(flat.reshape(point.shape))) / h
    return result.reshape(point.shape)


# %% wrong: central, but divided by h only
def numerical_gradient(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    result = np.zeros(point.shape)
    for index in np.ndindex(point.shape):
        up = point.copy()
        down = point.copy()
        up[index] += h
        down[index] -= h
        result[index] = (f(up) - f(down)) / h
    return result


# %% wrong: the change of f is not divided by h
def numerical_gradient(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    result = np.zeros(point.shape)
    for index in np.ndindex(point.shape):
        up = point.copy()
        up[index] += h
        result[index] = f(up) - f(point)
    return result


# %% wrong: the answer is flat, the shape of the point is lost
def numerical_gradient(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    result = []
    for index in np.ndindex(point.shape):
        up = point.copy()
        up[index] += h
        result.append((f(up) - f(point)) / h)
    return np.array(result)


# %% wrong: goes through the first axis alone
def numerical_gradient(f, point, h=1e-6):
    p = np.array(point, dtype=float)
    grad = np.zeros(len(p))
    for i in range(len(p)):
        q = p.copy()
        q[i] = q[i] + h
        grad[i] = (f(q) - f(p)) / h
    return grad


# %% wrong: uses a step of its own, 0.1, and not h
def numerical_gradient(f, point, h=1e-6):
    p = np.array(point, dtype=float)
    grad = np.zeros(p.shape)
    for i in np.ndindex(p.shape):
        q = p.copy()
        q[i] = q[i] + 0.1
        grad[i] = (f(q) - f(p)) / 0.1
    return grad
# %% wrong: the coordinate does not go back
def numerical_gradient(f, point, h=1e-6):
    p = np.array(point, dtype=float)
    grad = np.zeros(p.shape)
    for idx in np.ndindex(p.shape):
        base = f(p)
        p[idx] = p[idx] + h
        grad[idx] = (f(p) - f(np.array(point, dtype=float))) / h
    return grad
# %% wrong: works on the given array and forgets to put back the last step
def numerical_gradient(f, point, h=1e-6):
    grad = np.zeros(point.shape)
    for idx in np.ndindex(*point.shape):
        point[idx] += h
        up = f(point)
        point[idx] -= 2 * h
        down = f(point)
        grad[idx] = (up - down) / (2 * h)
        point[idx] += 2 * h
    return grad
# %% wrong: zeros_like of integers for the answer
def numerical_gradient(f, point, h=1e-6):
    grad = np.zeros_like(point)
    x = point.astype(float)
    for idx in np.ndindex(x.shape):
        old = x[idx]
        x[idx] = old + h
        a = f(x)
        x[idx] = old - h
        b = f(x)
        x[idx] = old
        grad[idx] = (a - b) / (2 * h)
    return grad
# %% wrong: one index only, tables fail
def numerical_gradient(f, point, h=1e-6):
    point = np.array(point, dtype=float)
    n = len(point)
    return np.array([(f(point + h * np.eye(n)[i]) - f(point)) / h for i in range(n)])
# %% right: flattened unit steps
def numerical_gradient(f, point, h=1e-6):
    x = np.asarray(point) * 1.0
    g = []
    for k in range(x.size):
        e = np.zeros(x.size)
        e[k] = h
        e = e.reshape(x.shape)
        g.append((f(x + e) - f(x - e)) / h / 2)
    return np.reshape(g, x.shape)
# %% wrong: all coordinates move at once, and integers cut the step (two mistakes)
def numerical_gradient(f, point, h=1e-6):
    moved = point.copy()
    g = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        moved[i] += h
        g[i] = (f(moved) - f(point)) / h
    return g


# %% wrong: zeros_like on integers truncates
def numerical_gradient(f, point, h=1e-6):
    g = np.zeros_like(point)
    for i in np.ndindex(point.shape):
        p = point.astype(float)
        p[i] += h
        g[i] = (f(p) - f(point)) / h
    return g


# %% wrong: central but divided by h, and flat index
def numerical_gradient(f, point, h=1e-6):
    grad = np.zeros(point.shape)
    for i in range(len(point)):
        up = point.astype(float)
        dn = point.astype(float)
        up[i] = up[i] + h
        dn[i] = dn[i] - h
        grad[i] = (f(up) - f(dn)) / h
    return grad


# %% right: flat view
def numerical_gradient(f, point, h=1e-6):
    flat = np.asarray(point, dtype=float).ravel()
    def shifted(k, s):
        e = np.zeros(flat.size); e[k] = s
        return f((flat + e).reshape(np.shape(point)))
    return np.array([(shifted(k, h) - shifted(k, -h)) / (2 * h) for k in range(flat.size)]).reshape(np.shape(point))


# %% wrong: does not put the coordinate back
def numerical_gradient(f, point, h=1e-6):
    p = point.astype(float)
    g = np.zeros(p.shape)
    f0 = f(p)
    for i in np.ndindex(p.shape):
        p[i] += h
        g[i] = (f(p) - f0) / h
    return g


# %% wrong: only one axis
def numerical_gradient(f, point, h=1e-6):
    g = np.zeros(point.shape)
    for i in range(len(point)):
        p = np.array(point, dtype=float)
        p[i] = p[i] + h
        g[i] = (f(p) - f(point)) / h
    return g


# %% wrong: the copy is of whole numbers
def numerical_gradient(f, point, h=1e-6):
    g = np.zeros(point.shape)
    for idx in np.ndindex(point.shape):
        a = point.copy()
        b = point.copy()
        a[idx] += h
        b[idx] -= h
        g[idx] = (f(a) - f(b)) / (2 * h)
    return g


# %% wrong: changes the point and keeps whole numbers in the gradient (two)
def numerical_gradient(f, point, h=1e-6):
    g = np.zeros_like(point)
    for idx in np.ndindex(point.shape):
        old = point[idx]
        point[idx] = old + h
        up = f(point)
        point[idx] = old - h
        g[idx] = (up - f(point)) / (2 * h)
    return g


# %% wrong: works on a view, the original is shifted by rounding: astype(float, copy=False)
def numerical_gradient(f, point, h=1e-6):
    p = point.astype(float, copy=False)
    grad = np.zeros(p.shape)
    base = f(p)
    for i in np.ndindex(p.shape):
        p[i] += h
        grad[i] = (f(p) - base) / h
        p[i] -= h
    return grad


# %% wrong: flat copy handed to f: the shape is lost
def numerical_gradient(f, point, h=1e-6):
    flat = np.array(point, dtype=float).ravel()
    grad = np.zeros(flat.size)
    for i in range(flat.size):
        up = flat.copy(); up[i] += h
        down = flat.copy(); down[i] -= h
        grad[i] = (f(up) - f(down)) / (2 * h)
    return grad.reshape(np.shape(point))


# %% wrong: moves all coordinates at once and divides by h only once for central (two)
def numerical_gradient(f, point, h=1e-6):
    return np.ones(point.shape) * (f(point + h) - f(point - h)) / h


# %% right: unit vectors in the flattened point
def numerical_gradient(f, point, h=1e-6):
    base = np.array(point, dtype=float)
    units = np.eye(base.size)
    slopes = [
        (f(base + h * e.reshape(base.shape)) - f(base - h * e.reshape(base.shape))) / (2 * h) for e in units
    ]
    return np.array(slopes).reshape(base.shape)


# %% wrong: step relative to the coordinate: none at zero
def numerical_gradient(f, point, h=1e-6):
    p = np.array(point, dtype=float)
    g = np.zeros(p.shape)
    for i in np.ndindex(p.shape):
        step = h * p[i]
        q = p.copy()
        q[i] += step
        g[i] = (f(q) - f(p)) / step
    return g


# %% wrong: columns first: the table comes back mixed up
def numerical_gradient(f, point, h=1e-6):
    p = np.array(point, dtype=float)
    slopes = []
    for k in range(p.size):
        d = np.zeros(p.size)
        d[k] = h
        d = d.reshape(p.shape, order="F")
        slopes.append((f(p + d) - f(p - d)) / (2 * h))
    return np.array(slopes).reshape(p.shape)


# %% wrong: whole rows move at once, and the answer is flat
def numerical_gradient(f, point, h=1e-6):
    p = np.array(point, dtype=float)
    g = np.zeros_like(p)
    for i in range(len(p)):
        before = f(p)
        p[i] += h
        g[i] = (f(p) - before) / h
    return g.ravel()


# %% right: unit vectors of the flattened point, central
def numerical_gradient(f, point, h=1e-6):
    flat = np.array(point, dtype=float).ravel()
    shape = np.shape(point)
    slopes = []
    for unit in np.eye(flat.size):
        up = f((flat + h * unit).reshape(shape))
        down = f((flat - h * unit).reshape(shape))
        slopes.append((up - down) / (2 * h))
    return np.array(slopes).reshape(shape)


# %% wrong: the gradient array has the integer type of the point
def numerical_gradient(f, point, h=1e-6):
    grad = np.zeros_like(point)
    for idx in np.ndindex(point.shape):
        shifted = point.astype(float)
        shifted[idx] = shifted[idx] + h
        grad[idx] = (f(shifted) - f(point)) / h
    return grad


# %% wrong: one index only, whole rows move
def numerical_gradient(f, point, h=1e-6):
    g = np.zeros(point.shape)
    for i in range(len(point)):
        p = point.astype(float)
        p[i] += h
        g[i] = (f(p) - f(point)) / h
    return g


# %% wrong: central without the 2, and the answer is flat (two)
def numerical_gradient(f, point, h=1e-6):
    result = []
    for idx in np.ndindex(point.shape):
        a = point.astype(float)
        b = point.astype(float)
        a[idx] += h
        b[idx] -= h
        result.append((f(a) - f(b)) / h)
    return np.array(result)


# %% right: a flat copy, moved by the rows of a unit matrix
def numerical_gradient(f, point, h=1e-6):
    base = np.array(point, dtype=float)
    flat = base.ravel()
    out = []
    for shift in np.eye(flat.size) * h:
        hi = (flat + shift).reshape(base.shape)
        lo = (flat - shift).reshape(base.shape)
        out.append((f(hi) - f(lo)) / (2 * h))
    return np.array(out).reshape(base.shape)


# %% wrong: moves whole rows, and divides the central difference by h
def numerical_gradient(f, point, h=1e-6):
    x = point.astype(float)
    grad = np.zeros_like(x)
    for i in range(len(x)):
        up = x.copy()
        up[i] += h
        down = x.copy()
        down[i] -= h
        grad[i] = (f(up) - f(down)) / h
    return grad


# %% wrong: all zeros
def numerical_gradient(f, point, h=1e-6):
    return np.zeros(np.shape(point))


# %% right: a shift of zeros with h in one place is added to the point
def numerical_gradient(f, point, h=1e-6):
    start = np.array(point, dtype=float)
    value = f(start.copy())
    градиент = np.zeros(start.shape)
    for место in np.ndindex(start.shape):
        сдвиг = np.zeros(start.shape)
        сдвиг[место] = h
        градиент[место] = (f(start + сдвиг) - value) / h
    return градиент


# %% wrong: one index over the first axis moves a whole row at once, so it is wrong for points with two axes
def numerical_gradient(f, point, h=1e-6):
    x = np.array(point, dtype=float)
    g = np.zeros_like(x)
    for i in range(len(x)):
        a = x.copy()
        a[i] += h
        b = x.copy()
        b[i] -= h
        g[i] = (f(a) - f(b)) / (2 * h)
    return g


# %% wrong: the gradient is returned flat (one axis) instead of in the shape of point
def numerical_gradient(f, point, h=1e-6):
    out = []
    for idx in np.ndindex(point.shape):
        p = point.astype(float)
        p[idx] += h
        out.append((f(p) - f(point)) / h)
    return np.array(out)


# %% wrong: an integer gradient and an integer copy for integer points, and the central difference is divided by h only (two)
def numerical_gradient(f, point, h=1e-6):
    grad = np.zeros_like(point)
    for i in np.ndindex(point.shape):
        a, b = point.copy(), point.copy()
        a[i] += h
        b[i] -= h
        grad[i] = (f(a) - f(b)) / h
    return grad
