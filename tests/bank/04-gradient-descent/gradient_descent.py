# %% right: itertools.accumulate makes the path
from itertools import accumulate, repeat


def gradient_descent(grad, w0, learning_rate, n_steps):
    start = np.array(w0, dtype=float)
    step = lambda w, _: w - learning_rate * grad(w)
    path = accumulate(repeat(None, n_steps), step, initial=start)
    return np.array(list(path))


# %% right: an empty table, filled row by row
def gradient_descent(grad, w0, learning_rate, n_steps):
    w0 = np.asarray(w0, dtype=float)
    path = np.empty((n_steps + 1,) + w0.shape)
    path[0] = w0
    for k in range(1, n_steps + 1):
        previous = path[k - 1].copy()
        path[k] = previous - learning_rate * np.asarray(grad(previous))
    return path


# %% wrong: plus instead of minus, it climbs
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = w0
    path = [w0]
    for _ in range(n_steps):
        w = w + learning_rate * grad(w)
        path.append(w)
    return np.array(path, dtype=float)


# %% wrong: one step too few, the path has only n_steps entries
def gradient_descent(grad, w0, learning_rate, n_steps):
    weights = [np.array(w0, dtype=float)]
    while len(weights) < n_steps:
        current = weights[-1]
        weights.append(current - learning_rate * grad(current))
    return np.array(weights)


# %% wrong: updates in place and appends the same array each time, so all rows are the last one
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    history = [w]
    for step in range(n_steps):
        w -= learning_rate * grad(w)
        history.append(w)
    return np.array(history)


# %% wrong: the gradient is computed once at the start and reused in every step
def gradient_descent(grad, w0, learning_rate, n_steps):
    g = np.asarray(grad(w0), dtype=float)
    ks = np.arange(n_steps + 1)
    return np.asarray(w0, dtype=float) - learning_rate * np.multiply.outer(ks, g)


# %% wrong: writes the slope 2w of the parabola inside instead of calling grad
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [np.asarray(w0, float)]
    for i in range(n_steps):
        path.append(path[i] - learning_rate * 2 * path[i])
    return np.stack(path)


# %% wrong: two mistakes: the start is not in the path, and only scalars fit into it
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = np.zeros(n_steps)
    w = w0
    for i in range(n_steps):
        w = w - learning_rate * grad(w)
        path[i] = w
    return path


# %% wrong: divides the gradient by its length, every step is learning_rate long
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.asarray(w0, dtype=float)
    out = [w]
    for _ in range(n_steps):
        g = np.asarray(grad(w), dtype=float)
        length = np.linalg.norm(g)
        direction = g / length if length > 0 else g
        w = w - learning_rate * direction
        out.append(w)
    return np.array(out)


# %% wrong: every step starts at w0 again
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    for i in range(n_steps):
        w = w0 - learning_rate * grad(w0)
        path.append(w)
    return np.array(path, dtype=float)


# %% wrong: the last weight alone
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = w0
    for i in range(n_steps):
        w = w - learning_rate * grad(w)
    return np.array(w, dtype=float)


# %% wrong: the learning rate is divided by the number of the step
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    w = w0
    for i in range(1, n_steps + 1):
        w = w - learning_rate / i * grad(w)
        path.append(w)
    return np.array(path, dtype=float)


# %% wrong: minus the learning rate, the gradient is forgotten as a factor
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    w = w0
    for i in range(n_steps):
        w = w - learning_rate
        path.append(w)
    return np.array(path, dtype=float)


# %% wrong: one step too many
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    w = w0
    for i in range(n_steps + 1):
        w = w - learning_rate * grad(w)
        path.append(w)
    return np.array(path, dtype=float)
# %% wrong: starts the loop at one
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    w = w0
    for i in range(1, n_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
    return np.array(path, dtype=float)
# %% wrong: gradient always at the start
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * grad(w0))
    return np.array(path)
# %% wrong: path of integers for a whole start
def gradient_descent(grad, w0, learning_rate, n_steps):
    w0 = np.asarray(w0)
    path = np.zeros((n_steps + 1,) + w0.shape, dtype=w0.dtype)
    path[0] = w0
    for k in range(n_steps):
        path[k + 1] = path[k] - learning_rate * grad(path[k])
    return path
# %% wrong: updates the same array in place, all rows equal
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w -= learning_rate * grad(w)
        path.append(w)
    return np.array(path)
# %% wrong: plus sign and start missing (two mistakes)
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = []
    w = w0
    while len(path) < n_steps:
        w = w + learning_rate * grad(w)
        path.append(w)
    return np.array(path)
# %% right: recursion
def gradient_descent(grad, w0, learning_rate, n_steps):
    w0 = np.asarray(w0, dtype=float)
    if n_steps == 0:
        return w0[None]
    rest = gradient_descent(grad, w0 - learning_rate * grad(w0), learning_rate, n_steps - 1)
    return np.concatenate([w0[None], rest])
# %% wrong: w0 twice in the path and the last step missing (two mistakes)
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = np.zeros((n_steps + 1,) + np.shape(w0))
    w = w0
    for k in range(n_steps + 1):
        path[k] = w
        if k > 0:
            w = w - learning_rate * grad(w)
    return path


# %% wrong: zeros(n_steps) shape and 2*w inside
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = np.zeros(n_steps)
    w = w0
    for k in range(n_steps):
        w = w - learning_rate * 2 * w
        path[k] = w
    return path


# %% wrong: recursion, normalised gradient
def gradient_descent(grad, w0, learning_rate, n_steps):
    w0 = np.array(w0, dtype=float)
    if n_steps == 0:
        return np.array([w0])
    g = grad(w0)
    rest = gradient_descent(grad, w0 - learning_rate * g / np.linalg.norm(g), learning_rate, n_steps - 1)
    return np.concatenate([[w0], rest])


# %% right: itertools.accumulate
def gradient_descent(grad, w0, learning_rate, n_steps):
    from itertools import accumulate, repeat
    start = np.array(w0, dtype=float)
    return np.array(list(accumulate(repeat(None, n_steps), lambda w, _: w - learning_rate * np.asarray(grad(w)), initial=start)))


# %% right: preallocated table
def gradient_descent(grad, w0, learning_rate, n_steps):
    w0 = np.asarray(w0, dtype=float)
    path = np.empty((n_steps + 1,) + w0.shape)
    path[0] = w0
    for k in range(n_steps):
        path[k + 1] = path[k] - learning_rate * grad(path[k])
    return path


# %% wrong: goes up
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps):
        w0 = w0 + learning_rate * grad(w0)
        path.append(w0)
    return np.array(path, dtype=float)


# %% wrong: slope at the start for all steps
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = w0
    g = grad(w0)
    path = [w]
    for _ in range(n_steps):
        w = w - learning_rate * g
        path.append(w)
    return np.array(path, dtype=float)


# %% wrong: no start in the path, and w0 in the gradient (two)
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = w0
    path = []
    for i in range(n_steps):
        w = w - learning_rate * grad(w0)
        path.append(w)
    return np.array(path)


# %% wrong: the slide's own slope 2w and range(1, n) (another idea)
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [float(w0)]
    for i in range(1, n_steps):
        path.append(path[i - 1] - learning_rate * 2 * path[i - 1])
    return np.array(path)


# %% right: accumulate from itertools
from itertools import accumulate

def gradient_descent(grad, w0, learning_rate, n_steps):
    start = np.array(w0, dtype=float)
    walk = accumulate(range(n_steps), lambda w, _: w - learning_rate * np.asarray(grad(w)), initial=start)
    return np.stack(list(walk))


# %% wrong: path[0] of zeros: the start not written
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    path = np.zeros((n_steps + 1,) + w.shape)
    for k in range(n_steps):
        w = w - learning_rate * grad(w)
        path[k + 1] = w
    return path


# %% wrong: walks uphill and leaves the start out (two)
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    path = []
    for _ in range(n_steps):
        w = w + learning_rate * grad(w)
        path.append(w)
    return np.array(path)


# %% right: filled array, np.shape of the start
def gradient_descent(grad, w0, learning_rate, n_steps):
    start = np.asarray(w0, dtype=float)
    path = np.empty((n_steps + 1, *start.shape))
    path[0] = start
    for k in range(n_steps):
        path[k + 1] = path[k] - learning_rate * grad(path[k])
    return path


# %% wrong: stops early once it stands still, path too short
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        g = grad(w)
        if np.linalg.norm(g) < 1e-3:
            break
        w = w - learning_rate * g
        path.append(w)
    return np.array(path)


# %% wrong: steps of equal length along the sign of the slope
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    for _ in range(n_steps):
        w = w - learning_rate * np.sign(grad(w))
        path.append(w.copy())
    return np.array(path)


# %% right: generator of the path
def gradient_descent(grad, w0, learning_rate, n_steps):
    def walk():
        w = np.asarray(w0, dtype=float)
        yield w
        for _ in range(n_steps):
            w = w - learning_rate * np.asarray(grad(w), dtype=float)
            yield w

    return np.stack(list(walk()))


# %% wrong: start left out and one point too many (two)
def gradient_descent(grad, w0, learning_rate, n_steps):
    w, path = w0, []
    for k in range(n_steps + 2):
        w = w - learning_rate * grad(w)
        path.append(w)
    return np.array(path, dtype=float)


# %% right: a while loop that looks at the length of the path
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [np.array(w0, dtype=float)]
    while len(path) <= n_steps:
        last = path[-1]
        path.append(last - learning_rate * grad(last))
    return np.array(path)


# %% wrong: no start in the path and no learning rate
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = w0
    path = []
    for i in range(n_steps):
        w = w - grad(w)
        path.append(w)
    return np.array(path, dtype=float)


# %% wrong: changes w0 in place
def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [np.array(w0, dtype=float)]
    w = w0
    for k in range(n_steps):
        w -= learning_rate * grad(w)
        path.append(np.array(w, dtype=float))
    return np.array(path)


# %% right: until the list is long enough, then stacked
def gradient_descent(grad, w0, learning_rate, n_steps):
    # список точек, потом всё сразу в массив
    точки = [np.array(w0, dtype=float) * 1.0]
    while len(точки) < n_steps + 1:
        сейчас = точки[-1]
        точки.append(сейчас - learning_rate * grad(сейчас))
    return np.stack(точки)


# %% wrong: the same array is updated in place and appended each time, so for a vector all rows show the last weight
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = w0.astype(float) if isinstance(w0, np.ndarray) else float(w0)
    path = [w]
    for _ in range(n_steps):
        w -= learning_rate * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: the path array takes over the integer type of w0, so the weights of an integer start vector are cut off
def gradient_descent(grad, w0, learning_rate, n_steps):
    if np.ndim(w0) == 0:
        w0 = float(w0)
    w0 = np.asarray(w0)
    path = np.zeros((n_steps + 1,) + w0.shape, dtype=w0.dtype)
    path[0] = w0
    for k in range(1, n_steps + 1):
        path[k] = path[k - 1] - learning_rate * grad(path[k - 1])
    return path


# %% wrong: the direction has been normalised: always steps of length learning_rate instead of steps proportional to the slope
def gradient_descent(grad, w0, learning_rate, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        g = np.asarray(grad(w))
        length = np.linalg.norm(g)
        if length > 0:
            w = w - learning_rate * g / length
        path.append(w)
    return np.array(path)
