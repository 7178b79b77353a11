# %% wrong: slope always at z
def fading(f, df, z, depth):
    out = []
    p = 1.0
    for i in range(depth):
        p *= df(z)
        out.append(p)
    return np.array(out)


# %% wrong: no accumulation: each layer's slope
def fading(f, df, z, depth):
    out = np.zeros(depth)
    for i in range(depth):
        out[i] = df(z)
        z = f(z)
    return out


# %% wrong: update before slope
def fading(f, df, z, depth):
    out = np.zeros(depth)
    p = 1
    for i in range(depth):
        z = f(z)
        p = p * df(z)
        out[i] = p
    return out


# %% wrong: only the last number
def fading(f, df, z, depth):
    p = 1
    for i in range(depth):
        p = p * df(z)
        z = f(z)
    return p


# %% right: accumulates in a list and multiplies with cumprod
def fading(f, df, z, depth):
    slopes = []
    for _ in range(depth):
        slopes.append(df(z))
        z = f(z)
    return np.cumprod(slopes)


# %% right: cumprod of slopes
def fading(f, df, z, depth):
    zs = [z]
    for _ in range(depth - 1):
        zs.append(f(zs[-1]))
    return np.cumprod([df(v) for v in zs])


# %% wrong: slopes not multiplied
def fading(f, df, z, depth):
    out = np.empty(depth)
    for k in range(depth):
        out[k] = df(z)
        z = f(z)
    return out


# %% wrong: moves on first
def fading(f, df, z, depth):
    out, slope = [], 1.0
    for k in range(depth):
        z = f(z)
        slope *= df(z)
        out.append(slope)
    return np.array(out)


# %% wrong: stays at z and appends before multiplying (two)
def fading(f, df, z, depth):
    out, slope = [], 1.0
    for k in range(depth):
        out.append(slope)
        slope = slope * df(z)
    return np.array(out)


# %% right: running product with cumprod over a generator
def fading(f, df, z, depth):
    seen = [z]
    while len(seen) < depth:
        seen.append(f(seen[-1]))
    return np.cumprod([df(v) for v in seen])


# %% wrong: sums the slopes, and starts with the value f(z) (two)
def fading(f, df, z, depth):
    s, out = 0, []
    for _ in range(depth):
        z = f(z)
        s += df(z)
        out.append(s)
    return np.array(out)


# %% right: inputs first, then cumprod
def fading(f, df, z, depth):
    inputs = [z]
    while len(inputs) < depth:
        inputs.append(f(inputs[-1]))
    return np.cumprod([df(v) for v in inputs])


# %% wrong: begins with the slope of no layer
def fading(f, df, z, depth):
    slopes = [1.0]
    for _ in range(depth - 1):
        slopes.append(slopes[-1] * df(z))
        z = f(z)
    return np.array(slopes)


# %% wrong: the next layer gets the slope, and only the last is returned (two)
def fading(f, df, z, depth):
    p = 1
    for _ in range(depth):
        d = df(z)
        p = p * d
        z = d
    return p


# %% wrong: begins with 1, so the last product is missing
def fading(f, df, z, depth):
    slopes = [1.0]
    while len(slopes) < depth:
        slopes.append(slopes[-1] * df(z))
        z = f(z)
    return np.array(slopes)


# %% wrong: adds the slopes and returns the sum
def fading(f, df, z, depth):
    total = 0
    for k in range(depth):
        total = total + df(z)
        z = f(z)
    return total


# %% wrong: multiplies by the values of f
def fading(f, df, z, depth):
    r, p = [], 1.0
    for _ in range(depth):
        p *= f(z)
        r.append(p)
        z = f(z)
    return np.array(r)


# %% wrong: the slope of the sigmoid, whatever df is
def fading(f, df, z, depth):
    r, p = [], 1.0
    for _ in range(depth):
        s = f(z)
        p *= s * (1 - s)
        z = s
        r.append(p)
    return np.array(r)


# %% wrong: powers of the last slope
def fading(f, df, z, depth):
    for _ in range(depth - 1):
        z = f(z)
    return df(z) ** np.arange(1, depth + 1)


# %% wrong: the list begins with the 1 of zero layers, the last slope is missing
def fading(f, df, z, depth):
    res = [1.0]
    for i in range(depth - 1):
        res.append(res[-1] * df(z))
        z = f(z)
    return np.array(res)


# %% wrong: product over the last two layers only, and the slope measured after the value has moved on (two)
def fading(f, df, z, depth):
    out = []
    previous = 1.0
    for i in range(depth):
        z = f(z)
        current = df(z)
        out.append(previous * current)
        previous = current
    return np.array(out)


# %% wrong: the slope is taken after the layer, and the slopes are added instead of multiplied (two)
def fading(f, df, z, depth):
    total = 0.0
    arr = []
    for _ in range(depth):
        z = f(z)
        total += df(z)
        arr.append(total)
    return np.array(arr)


# %% wrong: the slopes are added up instead of multiplied, and only the slope of the whole stack is returned instead of all
def fading(f, df, z, depth):
    s = 0.0
    x = z
    for layer in range(depth):
        s += df(x)
        x = f(x)
    return s
