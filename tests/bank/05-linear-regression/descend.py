# %% right: recursion-free list with the step number counted by enumerate
def descend(gradient, w0, step_size, n_steps):
    path = [np.array(w0, dtype=float)]
    for k, _ in enumerate([None] * n_steps, start=1):
        w = path[-1]
        path.append(w - step_size(k) * np.asarray(gradient(w)))
    return np.vstack(path)


# %% right: computes the moves, then one cumulative table
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    table = np.zeros((n_steps + 1, w.size))
    table[0] += w
    k = 1
    while k <= n_steps:
        table[k] = table[k - 1] - step_size(k) * gradient(table[k - 1].copy())
        k += 1
    return table


# %% wrong: the first step is number 0
def descend(gradient, w0, step_size, n_steps):
    w = w0
    path = [w]
    for k in range(n_steps):
        w = w - step_size(k) * gradient(w)
        path.append(w)
    return np.array(path, dtype=float)


# %% wrong: the schedule is asked once, step_size(1) is used for all steps
def descend(gradient, w0, step_size, n_steps):
    eta = step_size(1)
    steps = [np.asarray(w0, dtype=float)]
    for _ in range(n_steps):
        steps.append(steps[-1] - eta * gradient(steps[-1]))
    return np.array(steps)


# %% wrong: range(1, n_steps) leaves the last step out, the last row stays zero
def descend(gradient, w0, step_size, n_steps):
    path = np.zeros((n_steps + 1, len(w0)))
    path[0] = w0
    for k in range(1, n_steps):
        path[k] = path[k - 1] - step_size(k) * gradient(path[k - 1])
    return path


# %% wrong: two mistakes: w is changed in place without a copy (all rows alike), plus sign
def descend(gradient, w0, step_size, n_steps):
    w = np.asarray(w0, dtype=float)
    result = [w]
    for k in range(1, n_steps + 1):
        w += step_size(k) * gradient(w)
        result.append(w)
    return np.array(result)


# %% wrong: step sizes are multiplied up from step to step
def descend(gradient, w0, step_size, n_steps):
    w = np.asarray(w0, dtype=float)
    rate = 1.0
    out = np.empty((n_steps + 1, w.shape[0]))
    out[0] = w
    for k in range(1, n_steps + 1):
        rate *= step_size(k)
        w = w - rate * gradient(w)
        out[k] = w
    return out


# %% wrong: the step number stays in the loop's count, step_size(n_steps) for all
def descend(gradient, w0, step_size, n_steps):
    path = [w0]
    w = w0
    for k in range(n_steps):
        w = w - step_size(n_steps) * gradient(w)
        path.append(w)
    return np.array(path)


# %% wrong: w0 is left out of the path
def descend(gradient, w0, step_size, n_steps):
    path = []
    w = w0
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * gradient(w)
        path.append(w)
    return np.array(path)


# %% wrong: the gradient is always taken at the start
def descend(gradient, w0, step_size, n_steps):
    path = [w0]
    w = w0
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * gradient(w0)
        path.append(w)
    return np.array(path)


# %% wrong: only the last weights
def descend(gradient, w0, step_size, n_steps):
    w = w0
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * gradient(w)
    return w


# %% wrong: the path begins as zeros of the type of w0, whole numbers cut the steps
def descend(gradient, w0, step_size, n_steps):
    w0 = np.asarray(w0)
    path = np.zeros((n_steps + 1, len(w0)), dtype=w0.dtype)
    path[0] = w0
    for k in range(n_steps):
        path[k + 1] = path[k] - step_size(k + 1) * gradient(path[k])
    return path
# %% wrong: step numbers start at zero
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(n_steps):
        w = w - step_size(max(k, 1)) * gradient(w)
        path.append(w)
    return np.array(path)
# %% wrong: path without the start
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    rows = np.empty((n_steps, w.size))
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * gradient(w)
        rows[k - 1] = w
    return rows
# %% right: a while loop with vstack
def descend(gradient, w0, step_size, n_steps):
    path = np.atleast_2d(np.asarray(w0, dtype=float))
    while len(path) < n_steps + 1:
        path = np.vstack([path, path[-1] - step_size(len(path)) * gradient(path[-1])])
    return path
# %% wrong: a constant step and the start missing (two mistakes)
def descend(gradient, w0, step_size, n_steps):
    w, out = np.array(w0, dtype=float), []
    for k in range(n_steps):
        w = w - step_size(1) * gradient(w)
        out.append(w)
    return np.array(out)


# %% wrong: rate of step 1 always, in-place rows
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    eta = step_size(1)
    rows = [w]
    for k in range(n_steps):
        w -= eta * gradient(w)
        rows.append(w)
    return np.array(rows)


# %% wrong: counts from zero
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(n_steps):
        w = w - step_size(k) * gradient(w)
        path.append(w)
    return np.array(path)


# %% wrong: one step too few
def descend(gradient, w0, step_size, n_steps):
    path = [np.asarray(w0, dtype=float)]
    for k in range(1, n_steps):
        path.append(path[-1] - step_size(k) * gradient(path[-1]))
    return np.array(path)


# %% wrong: same step size for all and gradient at the start (two)
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(1, n_steps + 1):
        w = w - step_size(1) * gradient(w0)
        path.append(w)
    return np.array(path)


# %% wrong: the second step has the size of the first again
def descend(gradient, w0, step_size, n_steps):
    path = [np.array(w0, dtype=float)]
    for k in range(n_steps):
        path.append(path[-1] - step_size(k + 0) * gradient(path[-1]) if k else path[-1] - step_size(1) * gradient(path[-1]))
    return np.array(path)


# %% right: recursion on the number of steps
def descend(gradient, w0, step_size, n_steps):
    if n_steps == 0:
        return np.array([w0], dtype=float)
    before = descend(gradient, w0, step_size, n_steps - 1)
    w = before[-1]
    return np.vstack([before, w - step_size(n_steps) * np.asarray(gradient(w))])


# %% right: accumulate from itertools
def descend(gradient, w0, step_size, n_steps):
    from itertools import accumulate
    start = np.array(w0, dtype=float)
    walk = accumulate(range(1, n_steps + 1), lambda w, k: w - step_size(k) * gradient(w), initial=start)
    return np.array(list(walk))


# %% wrong: steps multiply up
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path = np.zeros((n_steps + 1, len(w)))
    path[0] = w
    eta = 1.0
    for k in range(1, n_steps + 1):
        eta = eta * step_size(k)
        w = w - eta * gradient(w)
        path[k] = w
    return path


# %% wrong: last step's size for all, and uphill
def descend(gradient, w0, step_size, n_steps):
    eta = step_size(n_steps)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] + eta * gradient(path[-1]))
    return np.array(path)


# %% right: accumulate over the step numbers
def descend(gradient, w0, step_size, n_steps):
    from itertools import accumulate

    def move(w, k):
        return w - step_size(k) * gradient(w)

    start = np.array(w0, dtype=float)
    return np.array(list(accumulate(range(1, n_steps + 1), move, initial=start)))


# %% wrong: sizes added up: total so far
def descend(gradient, w0, step_size, n_steps):
    w = np.asarray(w0, dtype=float)
    path = [w]
    eta = 0
    for k in range(1, n_steps + 1):
        eta += step_size(k)
        w = w - eta * gradient(w)
        path.append(w)
    return np.stack(path)


# %% right: a generator, then np.stack
def descend(gradient, w0, step_size, n_steps):
    def weights():
        w = np.array(w0, dtype=float)
        yield w
        for k in range(1, n_steps + 1):
            w = w - step_size(k) * np.asarray(gradient(w))
            yield w
    return np.stack(list(weights()))


# %% wrong: the step sizes are summed up
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path, eta = [w], 0
    for k in range(1, n_steps + 1):
        eta += step_size(k)
        w = w - eta * gradient(w)
        path.append(w)
    return np.array(path)


# %% wrong: the path is turned over
def descend(gradient, w0, step_size, n_steps):
    w = np.array(w0, dtype=float)
    path = [w]
    for k in range(1, n_steps + 1):
        w = w - step_size(k) * gradient(w)
        path.append(w)
    return np.column_stack(path)
