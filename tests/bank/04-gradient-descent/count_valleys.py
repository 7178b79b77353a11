# %% wrong: slope signed: no abs
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    rest = w[grad(w) <= 0.001]
    return np.unique(np.round(rest, 1)).size


# %% wrong: no rounding
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return np.unique(w[np.abs(grad(w)) <= 0.001]).size


# %% wrong: counts paths at rest, not valleys
def count_valleys(grad, starts, learning_rate, n_steps):
    count = 0
    for s in starts:
        w = float(s)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if abs(grad(w)) <= 0.001:
            count += 1
    return count


# %% wrong: moving ones counted too
def count_valleys(grad, starts, learning_rate, n_steps):
    ends = set()
    for s in starts:
        w = float(s)
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        ends.add(round(w, 1))
    return len(ends)


# %% right: each start walked alone, places kept in a set
def count_valleys(grad, starts, learning_rate, n_steps):
    places = set()
    for start in starts:
        w = float(start)
        for _ in range(n_steps):
            w -= learning_rate * float(grad(w))
        if abs(grad(w)) <= 1e-3:
            places.add(round(w, 1) + 0.0)
    return len(places)


# %% wrong: counts paths not at rest too
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return np.unique(np.round(w, 1)).size


# %% wrong: rounds to whole numbers
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    rest = w[np.abs(grad(w)) <= 0.001]
    return np.unique(np.round(rest)).size


# %% wrong: no abs and not rounded (two)
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return np.unique(w[grad(w) <= 0.001]).size


# %% wrong: no rounding and one step too few (two)
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(1, n_steps):
        w = w - learning_rate * grad(w)
    return len(set(w[np.abs(grad(w)) <= 0.001]))


# %% right: set of rounded ends, own loop
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    slopes = np.abs(grad(w))
    return len({round(float(place), 1) + 0.0 for place, slope in zip(w, slopes) if slope <= 0.001})


# %% wrong: at rest if the last step was short
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    old = w + 1
    for _ in range(n_steps):
        old = w
        w = w - learning_rate * grad(w)
    rest = w[np.abs(w - old) <= 0.001]
    return np.unique(np.round(rest, 1)).size


# %% wrong: moves the array of starts itself
def count_valleys(grad, starts, learning_rate, n_steps):
    w = starts
    for _ in range(n_steps):
        w -= learning_rate * grad(w)
    at_rest = np.abs(grad(w)) <= 0.001
    return np.unique(np.round(w[at_rest], 1)).size


# %% wrong: moving paths count, and only whole numbers tell valleys apart
def count_valleys(grad, starts, learning_rate, n_steps):
    ends = []
    for s in starts:
        w = s
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        ends.append(round(float(w)))
    return len(set(ends))


# %% right: a set of rounded ends
def count_valleys(grad, starts, learning_rate, n_steps):
    found = set()
    for start in np.asarray(starts, dtype=float):
        w = np.array([start])
        for _ in range(n_steps):
            w = w - learning_rate * grad(w)
        if abs(grad(w)[0]) <= 0.001:
            found.add(round(float(w[0]), 1) + 0.0)
    return len(found)


# %% wrong: number of paths at rest, one step too many (two)
def count_valleys(grad, starts, learning_rate, n_steps):
    w = starts * 1.0
    for k in range(n_steps + 1):
        w = w - learning_rate * grad(w)
    return int(np.sum(np.abs(grad(w)) <= 0.001))


# %% wrong: the slope of the starts, and ends rounded to whole numbers
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for i in range(n_steps):
        w = w - learning_rate * grad(w)
    rest = np.abs(grad(starts)) <= 0.001
    return np.unique(np.round(w[rest])).size


# %% wrong: counts where the slope changes its sign between the starts
def count_valleys(grad, starts, learning_rate, n_steps):
    g = np.sign(grad(np.sort(starts)))
    return int(np.sum((g[:-1] < 0) & (g[1:] > 0)))


# %% wrong: looks at the weight instead of the slope
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for i in range(n_steps):
        w = w - learning_rate * grad(w)
    rest = np.abs(w) <= 0.001
    return np.unique(np.round(w[rest], 1)).size


# %% wrong: rest is a slope of exactly 0
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for i in range(n_steps):
        w = w - learning_rate * grad(w)
    return np.unique(np.round(w[grad(w) == 0], 1)).size


# %% wrong: rest is a short last step
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    old = w + 1
    for i in range(n_steps):
        old = w
        w = w - learning_rate * grad(w)
    still = np.abs(w - old) <= 0.001
    return np.unique(np.round(w[still], 1)).size


# %% wrong: the rounded ends are compared as text, and '-0.0' and '0.0' are two texts
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    names = []
    for end, g in zip(w, grad(w)):
        name = f"{end:.1f}"
        if abs(g) <= 0.001 and name not in names:
            names.append(name)
    return len(names)


# %% wrong: walks uphill, and slopes are rounded and counted, not places (two)
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w + learning_rate * grad(w)
    g = grad(w)
    g = g[np.abs(g) <= 0.001]
    return int(np.unique(np.round(g, 1)).size)


# %% wrong: the ends are compared with 0.001 instead of their slopes
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


def count_valleys(grad, starts, learning_rate, n_steps):
    ends = gradient_descent(grad, starts, learning_rate, n_steps)[-1]
    ends = ends[np.abs(ends) <= 0.001]
    return int(np.unique(np.round(ends, 1) + 0.0).size)


# %% wrong: rest is tested without the absolute value, and the ends are not rounded before they are counted (two)
def count_valleys(grad, starts, learning_rate, n_steps):
    w = np.array(starts, dtype=float)
    for _ in range(n_steps):
        w = w - learning_rate * grad(w)
    return int(np.unique(w[grad(w) <= 0.001]).size)
