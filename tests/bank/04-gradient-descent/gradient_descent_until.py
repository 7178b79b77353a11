# %% right: losses kept in a list beside the weights
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    ws = [np.array(w0, dtype=float)]
    qs = [loss(ws[0])]
    while len(ws) <= max_steps:
        ws.append(ws[-1] - learning_rate * grad(ws[-1]))
        qs.append(loss(ws[-1]))
        if abs(qs[-1] - qs[-2]) < eps:
            break
    return np.array(ws)


# %% right: a generator yields the path
def _walk(loss, grad, w, rate, eps, limit):
    yield w
    for _ in range(limit):
        before = loss(w)
        w = w - rate * grad(w)
        yield w
        if -eps < loss(w) - before < eps:
            return


def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    start = np.asarray(w0, dtype=float) + 0.0
    return np.array(list(_walk(loss, grad, start, learning_rate, eps, max_steps)))


# %% wrong: the absolute value is missing, so any descent counts as a change below eps
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = w0
    path = [w0]
    for i in range(max_steps):
        w_new = w - learning_rate * grad(w)
        path.append(w_new)
        if loss(w_new) - loss(w) < eps:
            break
        w = w_new
    return np.array(path, dtype=float)


# %% wrong: looks at the change of the weight instead of the change of the loss
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        old = path[-1]
        new = old - learning_rate * grad(old)
        path.append(new)
        if np.linalg.norm(new - old) < eps:
            break
    return np.array(path)


# %% wrong: breaks before the last weight is appended, so the path is one entry short
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    steps = 0
    while steps < max_steps:
        w_next = path[-1] - learning_rate * grad(path[-1])
        if abs(loss(w_next) - loss(path[-1])) < eps:
            break
        path.append(w_next)
        steps += 1
    return np.array(path)


# %% wrong: uses the parabola of the reading instead of the loss it is given
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    def L(w):
        return np.sum(w**2) + 12

    w = np.asarray(w0, dtype=float)
    trail = [w]
    for _ in range(max_steps):
        nxt = w - learning_rate * grad(w)
        trail.append(nxt)
        done = abs(L(nxt) - L(w)) < eps
        w = nxt
        if done:
            break
    return np.array(trail)


# %% wrong: the previous loss is never updated, every change is measured from the start
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    weight = np.asarray(w0, dtype=float)
    loss_before = loss(weight)
    path = [weight]
    for step in range(max_steps):
        weight = weight - learning_rate * grad(weight)
        path.append(weight)
        loss_after = loss(weight)
        if abs(loss_after - loss_before) < eps:
            break
    return np.array(path)


# %% wrong: two mistakes: max_steps counts the points of the path, and eps itself already stops
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    p = [np.asarray(w0, dtype=float)]
    change = np.inf
    while change > eps and len(p) < max_steps:
        p.append(p[-1] - learning_rate * grad(p[-1]))
        change = abs(loss(p[-1]) - loss(p[-2]))
    return np.array(p)


# %% wrong: compares the relative change of the loss with eps
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    q = float(loss(path[0]))
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        q_new = float(loss(path[-1]))
        if abs(q_new - q) < eps * abs(q):
            break
        q = q_new
    return np.array(path)


# %% wrong: stops when the loss itself is below eps
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = w0
    path = [w]
    for i in range(max_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
        if loss(w) < eps:
            break
    return np.array(path, dtype=float)


# %% wrong: stops when the gradient is small, the rule of exercise 8
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = w0
    path = [w]
    for i in range(max_steps):
        if np.linalg.norm(grad(w)) < eps:
            break
        w = w - learning_rate * grad(w)
        path.append(w)
    return np.array(path, dtype=float)


# %% wrong: max_steps is never looked at
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = w0
    path = [w]
    while True:
        new = w - learning_rate * grad(w)
        path.append(new)
        if abs(loss(new) - loss(w)) < eps:
            break
        w = new
    return np.array(path, dtype=float)


# %% wrong: one step more after the rule has spoken
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0]
    w = w0
    change = np.inf
    done = False
    steps = 0
    while steps < max_steps and not done:
        if change < eps:
            done = True
        new = w - learning_rate * grad(w)
        change = abs(loss(new) - loss(w))
        w = new
        path.append(w)
        steps += 1
    return np.array(path, dtype=float)


# %% wrong: goes on while the change is small, the condition is the wrong way round
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [w0]
    w = w0
    for _ in range(max_steps):
        new = w - learning_rate * grad(w)
        path.append(new)
        if abs(loss(new) - loss(w)) > eps:
            break
        w = new
    return np.array(path, dtype=float)
# %% wrong: compares the weights, not the losses
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    for _ in range(max_steps):
        new = path[-1] - learning_rate * grad(path[-1])
        path.append(new)
        if np.linalg.norm(path[-1] - path[-2]) < eps:
            break
    return np.array(path)
# %% wrong: change of the loss without abs
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.asarray(w0, dtype=float)]
    while len(path) <= max_steps:
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if loss(path[-1]) - loss(path[-2]) < eps:
            break
    return np.array(path)
# %% wrong: the last weight is not put into the path
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.asarray(w0, dtype=float)
    path = [w]
    for step in range(max_steps):
        w_new = w - learning_rate * grad(w)
        if abs(loss(w_new) - loss(w)) < eps:
            return np.array(path)
        path.append(w_new)
        w = w_new
    return np.array(path)
# %% wrong: makes one step before looking at max_steps, and stops on loss < eps (two mistakes)
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    steps = 0
    while True:
        path.append(path[-1] - learning_rate * grad(path[-1]))
        steps += 1
        if loss(path[-1]) < eps or steps >= max_steps:
            break
    return np.array(path)
# %% right: a generator of weights
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    def walk(w):
        yield w
        for _ in range(max_steps):
            old, w = w, w - learning_rate * grad(w)
            yield w
            if abs(loss(w) - loss(old)) < eps:
                return
    return np.stack(list(walk(np.array(w0, dtype=float))))


# %% wrong: no absolute value
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.asarray(w0, dtype=float)
    path = [w]
    for _ in range(max_steps):
        new = w - learning_rate * grad(w)
        path.append(new)
        if loss(new) - loss(w) < eps:
            break
        w = new
    return np.array(path)


# %% wrong: breaks before appending
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    for _ in range(max_steps):
        new = path[-1] - learning_rate * grad(path[-1])
        if abs(loss(new) - loss(path[-1])) < eps:
            break
        path.append(new)
    return np.array(path)


# %% wrong: while with old losses the wrong way round and one step too many (two)
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    old = loss(w)
    for i in range(max_steps + 1):
        w = w - learning_rate * grad(w)
        path.append(w)
        if abs(loss(w) - old) > eps:
            break
        old = loss(w)
    return np.array(path)


# %% right: recursion is too deep, so a generator
def _walk(loss, grad, w, eta, eps, left):
    yield w
    while left:
        old, w, left = w, w - eta * np.asarray(grad(w)), left - 1
        yield w
        if abs(loss(w) - loss(old)) < eps:
            return

def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    return np.array(list(_walk(loss, grad, np.asarray(w0, dtype=float), learning_rate, eps, max_steps)))


# %% right: for with break
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path, before = [w], loss(w)
    for _ in range(max_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
        now = loss(w)
        if abs(now - before) < eps:
            break
        before = now
    return np.array(path)


# %% wrong: loss before is never renewed
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    before = loss(path[0])
    while len(path) <= max_steps:
        w = path[-1] - learning_rate * grad(path[-1])
        path.append(w)
        if abs(loss(w) - before) < eps:
            break
    return np.array(path)


# %% wrong: change without absolute value: a rise stops it
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    for step in range(max_steps):
        new = w - learning_rate * grad(w)
        path.append(new)
        if loss(w) - loss(new) < eps:
            return np.array(path)
        w = new
    return np.array(path)


# %% wrong: relative change of the loss
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    for i in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        old, new = loss(path[-2]), loss(path[-1])
        if abs(new - old) / abs(old) < eps:
            break
    return np.array(path)


# %% right: while with a counter, early return
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    points = [np.array(w0, dtype=float)]
    before = loss(points[0])
    while len(points) <= max_steps:
        points.append(points[-1] - learning_rate * grad(points[-1]))
        after = loss(points[-1])
        if abs(after - before) < eps:
            return np.array(points)
        before = after
    return np.array(points)


# %% wrong: old loss never brought up to date
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    old_loss = loss(w)
    for step in range(max_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
        if abs(loss(w) - old_loss) < eps:
            break
    return np.array(path)


# %% wrong: counts the points, not the steps, against max_steps
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    while len(path) < max_steps:
        w = path[-1] - learning_rate * grad(path[-1])
        path.append(w)
        if abs(loss(path[-1]) - loss(path[-2])) < eps:
            break
    return np.array(path)


# %% wrong: no absolute value and <= for < (two)
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(max_steps):
        next_w = w - learning_rate * grad(w)
        path.append(next_w)
        if loss(next_w) - loss(w) <= eps:
            break
        w = next_w
    return np.array(path)


# %% wrong: stops where the loss itself is small
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, float)
    path = [w]
    for i in range(max_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
        if abs(loss(w)) < eps:
            return np.array(path)
    return np.array(path)


# %% wrong: compares with the loss of the start, and one step too many
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    first = loss(w)
    path = [w]
    for i in range(max_steps + 1):
        w = w - learning_rate * grad(w)
        path.append(w)
        if abs(loss(w) - first) < eps:
            break
    return np.array(path)


# %% wrong: no rule at all: all max_steps steps
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(max_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
    return np.array(path)


# %% wrong: the old weight is overwritten before the comparison
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(max_steps):
        w = w - learning_rate * grad(w)
        path.append(w)
        old = w
        if abs(loss(w) - loss(old)) < eps:
            break
    return np.array(path)


# %% wrong: the old weight is the same array, and -= moves both
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    for _ in range(max_steps):
        prev = w
        w -= learning_rate * grad(w)
        path.append(w.copy())
        if abs(loss(w) - loss(prev)) < eps:
            break
    return np.array(path)


# %% wrong: stops where the change is larger than eps
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    for k in range(max_steps):
        new = path[-1] - learning_rate * grad(path[-1])
        change = abs(loss(new) - loss(path[-1]))
        path.append(new)
        if change > eps:
            break
    return np.array(path)


# %% wrong: the relative change of the loss
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    for k in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        before, after = loss(path[-2]), loss(path[-1])
        if abs(after - before) / abs(before) < eps:
            break
    return np.array(path)


# %% wrong: w is never replaced, every step starts at w0
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    for i in range(max_steps):
        new = w - learning_rate * grad(w)
        path.append(new)
        if abs(loss(new) - loss(w)) < eps:
            break
    return np.array(path)


# %% wrong: stops where the loss grows
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    for _ in range(max_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
        if loss(path[-1]) > loss(path[-2]):
            break
    return np.array(path)


# %% wrong: no absolute value: stops after the first step down
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    path = [np.array(w0, dtype=float)]
    while len(path) - 1 < max_steps:
        w = path[-1] - learning_rate * grad(path[-1])
        path.append(w)
        if loss(path[-1]) - loss(path[-2]) < eps:
            break
    return np.array(path)


# %% wrong: the change of the weight is compared with eps instead of the change of the loss
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    путь = [np.array(w0, dtype=float)]
    for шаг in range(max_steps):
        старый = путь[-1]
        новый = старый - learning_rate * grad(старый)
        путь.append(новый)
        if np.linalg.norm(новый - старый) < eps:
            break
    return np.array(путь)


# %% wrong: the step counter starts at 0 and is tested with <=, so one step more than max_steps is made
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    steps = 0
    while steps <= max_steps:
        prev = w
        w = prev - learning_rate * grad(prev)
        path.append(w)
        steps += 1
        if np.abs(loss(w) - loss(prev)) < eps:
            break
    return np.array(path)


# %% wrong: eps is overwritten by 0.01, and the limit max_steps is not used (10000 is fixed) (two)
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    eps = 0.01
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(10_000):
        w = w - learning_rate * grad(w)
        path.append(w)
        if abs(loss(path[-1]) - loss(path[-2])) < eps:
            break
    return np.array(path)


# %% wrong: the rule is turned round: stops as soon as the change is larger than eps
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    for step in range(max_steps):
        w_next = w - learning_rate * grad(w)
        path.append(w_next)
        change = abs(loss(w_next) - loss(w))
        w = w_next
        if change > eps:
            break
    return np.array(path)


# %% wrong: the absolute value is missing, and the new weight that ended the search is not appended (two)
def gradient_descent_until(loss, grad, w0, learning_rate, eps=0.01, max_steps=10_000):
    w = np.array(w0, dtype=float)
    path = [w]
    for _ in range(max_steps):
        candidate = w - learning_rate * grad(w)
        if loss(candidate) - loss(w) < eps:
            return np.array(path)
        path.append(candidate)
        w = candidate
    return np.array(path)
