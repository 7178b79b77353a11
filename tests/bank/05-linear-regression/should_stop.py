# %% right: math.dist for the length
def should_stop(q_prev, q, w_prev, w, eps):
    return math.dist(w_prev, w) < eps or abs(q - q_prev) < eps


# %% right: smaller of the two changes against eps
def should_stop(q_prev, q, w_prev, w, eps):
    moves = [abs(q_prev - q), np.sqrt(np.sum(np.subtract(w, w_prev) ** 2))]
    return bool(min(moves) < eps)


# %% wrong: both rules must hold (and instead of or)
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q_prev - q) < eps and np.linalg.norm(w - w_prev) < eps)


# %% wrong: the absolute value of the change of the loss is missing
def should_stop(q_prev, q, w_prev, w, eps):
    loss_rule = (q - q_prev) < eps
    weight_rule = np.linalg.norm(np.array(w) - np.array(w_prev)) < eps
    if loss_rule or weight_rule:
        return True
    return False


# %% wrong: any one weight that moves little is enough, not the length of the whole move
def should_stop(q_prev, q, w_prev, w, eps):
    if abs(q - q_prev) < eps:
        return True
    for a, b in zip(w_prev, w):
        if abs(a - b) < eps:
            return True
    return False


# %% wrong: two mistakes: a change of exactly eps stops, and lengths are subtracted, not vectors
def should_stop(q_prev, q, w_prev, w, eps):
    dq = abs(q - q_prev)
    dw = abs(np.linalg.norm(w) - np.linalg.norm(w_prev))
    return bool(dq <= eps or dw <= eps)


# %% wrong: only the rule for the loss
def should_stop(q_prev, q, w_prev, w, eps):
    return abs(q - q_prev) < eps


# %% wrong: only the rule for the weights
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(np.linalg.norm(w - w_prev) < eps)


# %% wrong: at most eps, the equality stops too
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) <= eps or np.linalg.norm(w - w_prev) <= eps)


# %% wrong: the square of the length, the root is missing
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.sum((w - w_prev) ** 2) < eps)


# %% wrong: says whether to go on
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) > eps and np.linalg.norm(w - w_prev) > eps)


# %% wrong: the sum of the components, where plus and minus cancel
def should_stop(q_prev, q, w_prev, w, eps):
    if abs(q - q_prev) < eps:
        return True
    if abs(np.sum(w - w_prev)) < eps:
        return True
    return False
# %% wrong: both rules must hold
def should_stop(q_prev, q, w_prev, w, eps):
    a = abs(q - q_prev) < eps
    b = np.linalg.norm(np.subtract(w, w_prev)) < eps
    return bool(a and b)
# %% wrong: any single weight that changes little
def should_stop(q_prev, q, w_prev, w, eps):
    if abs(q_prev - q) < eps:
        return True
    for a, b in zip(w_prev, w):
        if abs(a - b) < eps:
            return True
    return False
# %% wrong: no abs, so a growing loss stops
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(q_prev - q < eps or np.sqrt(np.sum((w - w_prev) ** 2)) < eps)


# %% wrong: and instead of or
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps and np.linalg.norm(w - w_prev) < eps)


# %% wrong: less or equal
def should_stop(q_prev, q, w_prev, w, eps):
    a = abs(q - q_prev) <= eps
    b = np.sqrt(np.sum((w - w_prev) ** 2)) <= eps
    return bool(a or b)


# %% wrong: no absolute value, largest component (two)
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(q - q_prev < eps or np.max(np.abs(w - w_prev)) < eps)


# %% right: any over both, length by hand
def should_stop(q_prev, q, w_prev, w, eps):
    rises = [b - a for a, b in zip(w_prev, w)]
    changes = (abs(q - q_prev), np.sqrt(sum(r * r for r in rises)))
    return any(bool(c < eps) for c in changes)


# %% wrong: difference of the lengths
def should_stop(q_prev, q, w_prev, w, eps):
    dq = abs(q - q_prev)
    dw = abs(np.linalg.norm(w) - np.linalg.norm(w_prev))
    return bool(dq < eps or dw < eps)


# %% wrong: change of the loss relative to the loss before
def should_stop(q_prev, q, w_prev, w, eps):
    if abs(q - q_prev) / abs(q_prev) < eps:
        return True
    return bool(np.linalg.norm(np.subtract(w, w_prev)) < eps)


# %% wrong: <= and sum of the components (two)
def should_stop(q_prev, q, w_prev, w, eps):
    a = abs(q - q_prev) <= eps
    b = abs(np.sum(w - w_prev)) <= eps
    return bool(a or b)


# %% wrong: at most eps, and the largest component
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) <= eps or np.abs(w - w_prev).max() <= eps)


# %% wrong: a growing loss stops
def should_stop(q_prev, q, w_prev, w, eps):
    if q > q_prev:
        return True
    close_q = q_prev - q < eps
    close_w = np.linalg.norm(np.subtract(w, w_prev)) < eps
    return bool(close_q or close_w)


# %% wrong: the length of the new weights instead of the move
def should_stop(q_prev, q, w_prev, w, eps):
    return bool(abs(q - q_prev) < eps or np.linalg.norm(w) < eps)


# %% wrong: two mistakes: the square root is missing in the length, and the comparisons are not strict
def should_stop(q_prev, q, w_prev, w, eps):
    dist = 0
    for i in range(len(w)):
        dist += (w[i] - w_prev[i]) ** 2
    return bool(abs(q - q_prev) <= eps or dist <= eps)


# %% wrong: two mistakes: no absolute value for the change of the loss, and no root in the length of the move
def should_stop(q_prev, q, w_prev, w, eps):
    malo_poteri = (q_prev - q) < eps
    malo_vesa = sum((a - b) ** 2 for a, b in zip(w, w_prev)) < eps
    if malo_poteri or malo_vesa:
        return True
    return False
