# %% right: prepared arrays, the optimiser is shown an array of the gradients so far
def minimise(optimiser, grad, w0, n_steps, **hyper):
    start = np.array(w0, dtype=float)
    path = np.zeros((n_steps + 1, start.size))
    slopes = np.zeros((n_steps, start.size))
    path[0] = start
    for k in range(n_steps):
        slopes[k] = grad(path[k].copy())
        path[k + 1] = optimiser(start.copy(), slopes[: k + 1].copy(), **hyper)[-1]
    return path


# %% right: lists, and a helper that says where the walk ends
def minimise(optimiser, grad, w0, n_steps, **hyper):
    def end_of_walk(seen):
        if not seen:
            return np.array(w0, dtype=float)
        rows = optimiser(np.array(w0, dtype=float), list(seen), **hyper)
        return np.array(rows)[len(seen) - 1]

    seen = []
    path = [end_of_walk(seen)]
    while len(seen) < n_steps:
        seen.append(np.array(grad(path[-1]), dtype=float))
        path.append(end_of_walk(seen))
    return np.array(path)


# %% wrong: shows only the newest gradient from the current point, so the memory is lost
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0)]
    for _ in range(n_steps):
        w = path[-1]
        path.append(optimiser(w, [grad(w)], **hyper)[-1])
    return np.array(path)


# %% wrong: walks with all the gradients, but from the current point instead of from the start
def minimise(optimiser, grad, w0, n_steps, **hyper):
    w = np.array(w0, dtype=float)
    grads = []
    path = np.empty((n_steps + 1, len(w)))
    path[0] = w
    for k in range(1, n_steps + 1):
        grads.append(grad(w))
        w = optimiser(w, grads, **hyper)[-1]
        path[k] = w
    return path


# %% wrong: takes row 0 of the walk, the weights after the first step, not after the last
def minimise(optimiser, grad, w0, n_steps, **hyper):
    weights = [w0.copy()]
    gradients = []
    for step in range(n_steps):
        gradients.append(grad(weights[step]))
        walked = optimiser(w0, gradients, **hyper)
        weights.append(walked[0])
    return np.array(weights)


# %% wrong: asks for the gradient at the start in every step
def minimise(optimiser, grad, w0, n_steps, **hyper):
    grads, path = [], [w0]
    for i in range(n_steps):
        grads.append(grad(w0))
        w = optimiser(w0, grads, **hyper)[-1]
        path.append(w)
    return np.array(path)


# %% wrong: hyper is handed over as one dictionary without stars, and the start is not in the path
def minimise(optimiser, grad, w0, n_steps, **hyper):
    seen = []
    path = []
    w = w0
    for _ in range(n_steps):
        seen = seen + [grad(w)]
        w = optimiser(w0, seen, hyper)[-1]
        path.append(w)
    return np.array(path)


# %% wrong: the walk is only made inside the loop, so with 0 steps there is no variable to return
def minimise(optimiser, grad, w0, n_steps, **hyper):
    point = np.array(w0)
    shown = []
    for _ in range(n_steps):
        shown.append(grad(point))
        walk = np.asarray(optimiser(w0, np.array(shown), **hyper))
        point = walk[-1]
    return np.vstack([w0, walk])


# %% wrong: ignores the optimiser and does plain gradient descent with learning_rate or 0.1
def minimise(optimiser, grad, w0, n_steps, **hyper):
    rate = hyper.get("learning_rate", 0.1)
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(path[-1] - rate * grad(path[-1]))
    return np.array(path)


# %% wrong: all the gradients are taken at the start
def minimise(optimiser, grad, w0, n_steps, **hyper):
    grads = [grad(w0) for _ in range(n_steps)]
    walk = optimiser(w0, grads, **hyper)
    return np.vstack([w0, walk]) if n_steps else np.array([w0])


# %% wrong: one step too few, the path has n_steps rows
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    grads = []
    for _ in range(n_steps - 1):
        grads.append(grad(path[-1]))
        path.append(np.array(optimiser(w0, grads, **hyper))[-1])
    return np.array(path)


# %% wrong: only the last point comes back
def minimise(optimiser, grad, w0, n_steps, **hyper):
    w = np.array(w0, dtype=float)
    grads = []
    for _ in range(n_steps):
        grads.append(grad(w))
        w = optimiser(w0, grads, **hyper)[-1]
    return w
# %% wrong: gives only the newest gradient
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps):
        path.append(optimiser(path[-1], [grad(path[-1])], **hyper)[-1])
    return np.array(path)
# %% wrong: whole list but from the present weights
def minimise(optimiser, grad, w0, n_steps, **hyper):
    w = np.array(w0, dtype=float)
    path, grads = [w], []
    for _ in range(n_steps):
        grads.append(grad(w))
        w = optimiser(w, grads, **hyper)[-1]
        path.append(w)
    return np.array(path)
# %% wrong: hyper is not passed on
def minimise(optimiser, grad, w0, n_steps, **hyper):
    w0 = np.array(w0, dtype=float)
    w = w0
    path, grads = [w0], []
    for _ in range(n_steps):
        grads.append(grad(w))
        w = optimiser(w0, grads)[-1]
        path.append(w)
    return np.array(path)
# %% wrong: the path lacks the start and the gradient is always at w0 (two mistakes)
def minimise(optimiser, grad, w0, n_steps, **hyper):
    g = [grad(np.array(w0, dtype=float))] * n_steps
    return np.array(optimiser(np.array(w0, dtype=float), g, **hyper))


# %% wrong: last gradient only
def minimise(optimiser, grad, w0, n_steps, **hyper):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = optimiser(w, [grad(w)], **hyper)[-1]
        path.append(w)
    return np.array(path)


# %% wrong: walks on from the present weight with the whole list
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    grads = []
    for _ in range(n_steps):
        grads.append(grad(path[-1]))
        path.append(optimiser(path[-1], grads, **hyper)[-1])
    return np.array(path)


# %% wrong: hyper without stars and first row (two)
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path = [np.array(w0, dtype=float)]
    grads = []
    for _ in range(n_steps):
        grads.append(grad(path[-1]))
        path.append(optimiser(w0, grads)[0])
    return np.array(path)


# %% wrong: start missing and only the newest gradient (two)
def minimise(optimiser, grad, w0, n_steps, **hyper):
    w = np.array(w0, dtype=float)
    path = []
    for _ in range(n_steps):
        w = optimiser(w, [grad(w)], **hyper)[-1]
        path.append(w)
    return np.array(path)


# %% right: recursion on the number of steps
def minimise(optimiser, grad, w0, n_steps, **hyper):
    start = np.array(w0, dtype=float)

    def extended(path, grads):
        if len(path) == n_steps + 1:
            return path
        grads = grads + [np.array(grad(path[-1].copy()), dtype=float)]
        return extended(path + [np.asarray(optimiser(start.copy(), list(grads), **hyper))[-1]], grads)

    return np.array(extended([start], []))


# %% right: path in a table, the gradients are taken from its rows
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path = np.empty((n_steps + 1, len(w0)))
    path[0] = w0
    for k in range(n_steps):
        shown = np.array([grad(w) for w in path[: k + 1]])
        path[k + 1] = np.asarray(optimiser(w0, shown, **hyper))[k]
    return path


# %% wrong: starts the whole list from the current place
def minimise(optimiser, grad, w0, n_steps, **hyper):
    w = np.array(w0, dtype=float)
    all_grads = []
    trail = [w]
    for _ in range(n_steps):
        all_grads.append(grad(w))
        w = np.array(optimiser(w, all_grads, **hyper)[-1])
        trail.append(w)
    return np.array(trail)


# %% wrong: gradient always at the start, one step too many (two mistakes)
def minimise(optimiser, grad, w0, n_steps, **hyper):
    grads = []
    path = [np.array(w0, dtype=float)]
    for _ in range(n_steps + 1):
        grads.append(grad(w0))
        path.append(optimiser(w0, grads, **hyper)[-1])
    return np.array(path)


# %% wrong: first row of the answer taken
def minimise(optimiser, grad, w0, n_steps, **hyper):
    path = np.zeros((n_steps + 1, len(w0)))
    path[0] = w0
    gs = []
    for k in range(n_steps):
        gs = gs + [grad(path[k])]
        path[k + 1] = optimiser(w0, gs, **hyper)[0]
    return path


# %% right: list grows, vstack
def minimise(optimiser, grad, w0, n_steps, **hyper):
    start = np.array(w0, dtype=float)
    seen, rows = [], [start]
    while len(rows) <= n_steps:
        seen.append(np.array(grad(rows[-1].copy())))
        rows.append(np.asarray(optimiser(start.copy(), np.array(seen), **hyper))[-1])
    return np.vstack(rows)


# %% wrong: path without the start
def minimise(optimiser, grad, w0, n_steps, **hyper):
    w = np.array(w0, float)
    grads, path = [], []
    for _ in range(n_steps):
        grads.append(grad(w))
        w = optimiser(w0, grads, **hyper)[-1]
        path.append(w)
    return np.array(path).reshape(n_steps, len(w0))


# %% wrong: plain descent with the given rate, no optimiser
def minimise(optimiser, grad, w0, n_steps, **hyper):
    eta = hyper.get("learning_rate", 0.1)
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(n_steps):
        w = w - eta * grad(w)
        path.append(w)
    return np.array(path)
