# %% right: for-else, the else branch is "out of steps"
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.array(w0, dtype=float)
    for steps in range(max_steps):
        g = np.asarray(grad(w), dtype=float)
        if np.sqrt(np.sum(g * g)) <= eps:
            return w, steps, True
        w = w - learning_rate * g
    else:
        return w, max_steps, bool(np.linalg.norm(grad(w)) <= eps)


# %% right: a small class that holds the state of the walk
class _Walk:
    def __init__(self, grad, start):
        self.grad, self.w, self.made = grad, start, 0
        self.g = grad(start)

    def flat(self, eps):
        return math.hypot(*np.ravel(self.g)) <= eps

    def step(self, rate):
        self.w = self.w - rate * self.g
        self.g = self.grad(self.w)
        self.made += 1


def descend_safely(grad, w0, learning_rate, eps, max_steps):
    walk = _Walk(grad, np.asarray(w0, dtype=float) * 1.0)
    while walk.made < max_steps and not walk.flat(eps):
        walk.step(learning_rate)
    return walk.w, walk.made, walk.flat(eps)


# %% wrong: converged is "steps are left over", arriving with the very last step counts as failure
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    steps = 0
    while steps < max_steps and np.linalg.norm(grad(w)) > eps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, steps < max_steps


# %% wrong: updates first and looks after, with the old gradient, so one step too many
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    converged = False
    steps = 0
    for _ in range(max_steps):
        g = grad(w)
        w = w - learning_rate * g
        steps += 1
        if np.linalg.norm(g) <= eps:
            converged = True
            break
    return w, steps, converged


# %% wrong: stops when the step (eta times gradient) is small, so a tiny eta fools it
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for k in range(max_steps + 1):
        step = learning_rate * grad(w)
        if np.linalg.norm(step) <= eps:
            return w, k, True
        if k == max_steps:
            break
        w = w - step
    return w, max_steps, False


# %% wrong: each component is compared with eps, not the length of the vector
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w, n = np.asarray(w0, dtype=float), 0
    while n < max_steps and np.any(np.abs(grad(w)) > eps):
        w, n = w - learning_rate * grad(w), n + 1
    return w, n, bool(np.all(np.abs(grad(w)) <= eps))


# %% wrong: w -= changes the caller's start vector
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    taken = 0
    slope = grad(w)
    while np.linalg.norm(slope) > eps:
        if taken == max_steps:
            return w, taken, False
        w -= learning_rate * slope
        slope = grad(w)
        taken += 1
    return w, taken, True


# %% wrong: two mistakes: one update more than max_steps, and eps itself is not small enough
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    weight = w0
    count = 0
    while count <= max_steps:
        gradient = grad(weight)
        if np.linalg.norm(gradient) < eps:
            return weight, count, True
        weight = weight - learning_rate * gradient
        count += 1
    return weight, count, False


# %% wrong: gives up as soon as the gradient turns round, although overshooting does no harm
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    g = grad(w)
    k = 0
    while k < max_steps and np.linalg.norm(g) > eps:
        w_new = w - learning_rate * g
        g_new = grad(w_new)
        if np.sum(g * g_new) < 0:
            break  # jumped over the minimum, this rate is not safe
        w, g = w_new, g_new
        k += 1
    return w, k, bool(np.linalg.norm(g) <= eps)


# %% wrong: converged is always True
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    steps = 0
    while steps < max_steps and np.linalg.norm(grad(w)) > eps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, True


# %% wrong: the absolute value is missing, a negative slope counts as small
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps):
        if np.all(grad(w) <= eps):
            return w, steps, True
        w = w - learning_rate * grad(w)
    return w, max_steps, bool(np.all(grad(w) <= eps))


# %% wrong: looks at the weight, not at the gradient
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    steps = 0
    while steps < max_steps and np.linalg.norm(w) > eps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, bool(np.linalg.norm(w) <= eps)


# %% wrong: one step is made before the first look
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    converged = False
    steps = 0
    for i in range(max_steps):
        w = w - learning_rate * grad(w)
        steps += 1
        if np.linalg.norm(grad(w)) <= eps:
            converged = True
            break
    return w, steps, converged


# %% wrong: after the loop nobody looks again, so an arrival with the last step is not seen
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for i in range(max_steps):
        g = grad(w)
        if np.linalg.norm(g) <= eps:
            return w, i, True
        w = w - learning_rate * g
    return w, max_steps, False


# %% wrong: the length of the vector squared
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    steps = 0
    while steps < max_steps and np.sum(np.array(grad(w)) ** 2) > eps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, bool(np.sum(np.array(grad(w)) ** 2) <= eps)
# %% wrong: looks at the gradient after the update, at the old place
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(1, max_steps + 1):
        g = grad(w)
        w = w - learning_rate * g
        if np.linalg.norm(g) <= eps:
            return w, steps, True
    return w, max_steps, False
# %% wrong: converged is False when it arrives with the very last step
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for k in range(max_steps):
        g = grad(w)
        if np.linalg.norm(g) <= eps:
            return w, k, True
        w = w - learning_rate * g
    return w, max_steps, False
# %% wrong: largest component instead of the length
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, 0
    while steps < max_steps and np.max(np.abs(grad(w))) > eps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, bool(np.max(np.abs(grad(w))) <= eps)
# %% wrong: order of the answer and strict comparison (two mistakes)
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0, dtype=float)
    n = 0
    while n < max_steps:
        if np.linalg.norm(grad(w)) < eps:
            break
        w = w - learning_rate * grad(w)
        n += 1
    return w, bool(np.linalg.norm(grad(w)) < eps), n
# %% right: an iterator with next
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.array(w0, dtype=float)
    left = max_steps
    g = np.asarray(grad(w))
    while (arrived := bool(np.sqrt((g * g).sum()) <= eps)) is False and left:
        w = w - learning_rate * g
        g = np.asarray(grad(w))
        left -= 1
    return w, max_steps - left, arrived


# %% wrong: in-place update changes w0
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.asarray(w0)
    k = 0
    while k < max_steps and np.linalg.norm(grad(w)) > eps:
        w -= learning_rate * grad(w)
        k += 1
    return w, k, np.linalg.norm(grad(w)) <= eps


# %% right: an endless loop with one way out
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    steps, w = 0, np.array(w0, dtype=float)
    while True:
        g = grad(w)
        done = bool(np.sqrt(np.sum(np.square(g))) <= eps)
        if done or steps == max_steps:
            return (float(w) if np.ndim(w0) == 0 else w), steps, done
        w, steps = w - learning_rate * g, steps + 1


# %% wrong: says converged because it left the loop
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    steps = 0
    while np.linalg.norm(grad(w)) > eps and steps < max_steps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, steps < max_steps


# %% wrong: tests after the update
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for k in range(max_steps):
        w = w - learning_rate * grad(w)
        if np.linalg.norm(grad(w)) <= eps:
            return w, k + 1, True
    return w, max_steps, False


# %% wrong: counts one too few and compares the largest component (two)
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for k in range(max_steps):
        g = grad(w)
        if np.max(np.abs(g)) <= eps:
            return w, k, True
        w = w - learning_rate * g
    return w, max_steps - 1, False


# %% wrong: gradient computed once before the loop and never anew
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    g = grad(w)
    n = 0
    while np.linalg.norm(g) > eps and n < max_steps:
        w = w - learning_rate * g
        n += 1
    return w, n, bool(np.linalg.norm(g) <= eps)


# %% right: the loop ends by a return, else clause
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.array(w0, dtype=float)
    small = lambda v: bool(np.sqrt(np.sum(np.square(grad(v)))) <= eps)
    steps = 0
    while steps < max_steps and not small(w):
        w = w - learning_rate * np.asarray(grad(w))
        steps += 1
    return w, steps, small(w)


# %% wrong: arrived exactly on the last step counts as not arrived
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for steps in range(max_steps):
        if np.linalg.norm(grad(w)) <= eps:
            return w, steps, True
        w = w - learning_rate * grad(w)
    return w, max_steps, False


# %% wrong: squared length, and the flag says the opposite
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w, steps = w0, 0
    while np.sum(grad(w) ** 2) > eps and steps < max_steps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, bool(np.sum(grad(w) ** 2) > eps)


# %% right: for with else
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for done in range(max_steps + 1):
        slope = grad(w)
        if np.linalg.norm(slope) <= eps:
            return w, done, True
        if done == max_steps:
            break
        w = w - learning_rate * slope
    return w, max_steps, False


# %% wrong: largest component for the length
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.copy(w0) if np.ndim(w0) else w0
    n = 0
    g = grad(w)
    while np.max(np.abs(g)) > eps and n < max_steps:
        w = w - learning_rate * g
        g = grad(w)
        n += 1
    return w, n, bool(np.max(np.abs(g)) <= eps)


# %% wrong: changes w0 in place, converged always True (two)
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    for k in range(max_steps):
        g = grad(w)
        if np.linalg.norm(g) <= eps:
            return w, k, True
        w -= learning_rate * g
    return w, max_steps, True


# %% right: a loop with one way out
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.array(w0, dtype=float)
    steps = 0
    while True:
        g = grad(w)
        small = bool(np.sqrt(np.sum(np.square(g))) <= eps)
        if small or steps == max_steps:
            return w, steps, small
        w = w - learning_rate * g
        steps += 1


# %% wrong: adds the components with their signs and returns the path
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    path = [w0]
    steps = 0
    while np.sum(grad(path[-1])) > eps and steps < max_steps:
        path.append(path[-1] - learning_rate * grad(path[-1]))
        steps += 1
    return np.array(path), steps, steps < max_steps


# %% wrong: makes all steps and looks at the slope at the end
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.array(w0, dtype=float)
    for _ in range(max_steps):
        w = w - learning_rate * grad(w)
    return w, max_steps, bool(np.linalg.norm(grad(w)) <= eps)


# %% wrong: the gradient without its size
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w, steps = np.array(w0, dtype=float), 0
    while np.all(grad(w) > eps) and steps < max_steps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, bool(np.linalg.norm(grad(w)) <= eps)


# %% wrong: the update comes before the look at the gradient: one step too many even when the start is flat
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    steps = 0
    converged = bool(max_steps == 0 and np.linalg.norm(grad(w)) <= eps)
    while steps < max_steps and not converged:
        g = grad(w)
        w = w - learning_rate * g
        steps += 1
        converged = bool(np.linalg.norm(g) <= eps)
    if not converged:
        converged = bool(np.linalg.norm(grad(w)) <= eps)
    return w, steps, converged


# %% wrong: the gradient's sign is kept for a number (no absolute value), so a negative slope always counts as arrived
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    def size(g):
        if np.ndim(g) == 0:
            return g
        return np.sqrt(np.sum(g**2))

    w = w0
    for steps in range(max_steps + 1):
        g = grad(w)
        if size(g) <= eps:
            return w, steps, True
        if steps < max_steps:
            w = w - learning_rate * g
    return w, max_steps, False


# %% wrong: the caller's start vector is changed in place by -=, and converged is always True (two)
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    k = 0
    while np.linalg.norm(grad(w)) > eps and k < max_steps:
        w -= learning_rate * grad(w)
        k += 1
    return w, k, True


# %% wrong: the update is made before the gradient is looked at, so a start that has arrived already is moved
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.array(w0, dtype=float)
    steps = 0
    while steps < max_steps:
        w = w - learning_rate * grad(w)
        steps += 1
        if np.linalg.norm(grad(w)) <= eps:
            break
    return w, steps, bool(np.linalg.norm(grad(w)) <= eps)


# %% wrong: the slope itself, without absolute value or length, is compared with eps
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = w0
    k = 0
    while k < max_steps and grad(w) > eps:
        w = w - learning_rate * grad(w)
        k += 1
    return w, k, bool(grad(w) <= eps)


# %% wrong: one step more than max_steps is made (<=), and converged is always True (two)
def descend_safely(grad, w0, learning_rate, eps, max_steps):
    w = np.array(w0, dtype=float)
    steps = 0
    while steps <= max_steps and np.linalg.norm(grad(w)) > eps:
        w = w - learning_rate * grad(w)
        steps += 1
    return w, steps, True
