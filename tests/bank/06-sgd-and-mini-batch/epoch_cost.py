# %% right: counts the starts of the batches with range
def epoch_cost(n, batch_size):
    return len(range(0, n, batch_size)), n


# %% right: takes the objects away batch after batch and adds up what was computed
def epoch_cost(n, batch_size):
    left, updates, gradients = n, 0, 0
    while left > 0:
        taken = min(batch_size, left)
        updates, gradients, left = updates + 1, gradients + taken, left - taken
    return updates, gradients


# %% wrong: integer division, the short last batch (or the only one) is forgotten
def epoch_cost(n, batch_size):
    number_of_updates = n // batch_size
    return (number_of_updates, n)


# %% wrong: always adds one batch, also when batch_size divides n exactly
def epoch_cost(n, batch_size):
    return int(n / batch_size) + 1, n


# %% wrong: thinks every batch is full, so the gradients are updates times batch_size
def epoch_cost(n, batch_size):
    updates = math.ceil(n / batch_size)
    gradients = updates * batch_size
    return updates, gradients


# %% wrong: rounds to the nearest number of batches, and gives the pair the wrong way round
def epoch_cost(n: int, batch_size: int):
    steps = max(1, round(n / batch_size))
    return n, steps


# %% wrong: waits for exactly n objects with !=, never ends if batch_size does not divide n
def epoch_cost(n, batch_size):
    seen = 0
    k = 0
    while seen != n:
        seen += batch_size
        k += 1
    return k, n


# %% wrong: every update is charged with all n gradients
def epoch_cost(n, batch_size):
    updates = -(-n // batch_size)
    return updates, updates * n


# %% wrong: gives the number of objects in the last batch as the second number
def epoch_cost(n, batch_size):
    updates = math.ceil(n / batch_size)
    rest = n % batch_size
    return updates, rest


# %% wrong: forgets that a batch size may be larger than n, batch_size gradients then
def epoch_cost(n, batch_size):
    updates = math.ceil(n / batch_size)
    return updates, max(n, batch_size)
# %% wrong: floor division forgets the short batch
def epoch_cost(n, batch_size):
    return max(n // batch_size, 1), n
# %% wrong: gradients are counted as full batches
def epoch_cost(n, batch_size):
    updates = math.ceil(n / batch_size)
    return updates, updates * batch_size
# %% wrong: one more update even if it divides exactly
def epoch_cost(n, batch_size):
    return n // batch_size + 1, n
# %% wrong: order exchanged and floor (two mistakes)
def epoch_cost(n, batch_size):
    return n, n // batch_size


# %% wrong: updates*batch size and round
def epoch_cost(n, batch_size):
    u = max(1, round(n / batch_size))
    return u, u * batch_size


# %% wrong: short batch dropped
def epoch_cost(n, batch_size):
    return max(1, n // batch_size), n


# %% wrong: counts the short batch as full
def epoch_cost(n, batch_size):
    k = math.ceil(n / batch_size)
    return k, k * batch_size


# %% wrong: rounds, and the order exchanged (two)
def epoch_cost(n, batch_size):
    return n, round(n / batch_size)


# %% right: negative floor division
def epoch_cost(n, batch_size):
    return -(-n // batch_size), n


# %% right: counts the starting places
def epoch_cost(n, batch_size):
    starts = range(0, n, batch_size)
    return len(starts), sum(min(batch_size, n - s) for s in starts)


# %% right: counts with a loop
def epoch_cost(n, batch_size):
    updates = 0
    left = n
    while left > 0:
        left -= batch_size
        updates += 1
    return updates, n


# %% wrong: rounds to nearest and returns the pair the other way round
def epoch_cost(n, batch_size):
    steps = round(n / batch_size)
    return n, steps


# %% wrong: a batch size larger than n is taken for an error and gives (0, 0) instead of one batch
def epoch_cost(n, batch_size):
    if batch_size > n:
        return 0, 0
    updates = (n + batch_size - 1) // batch_size
    return updates, n


# %% wrong: true division without rounding
def epoch_cost(n, batch_size):
    if batch_size >= n:
        return 1, n
    updates = n / batch_size
    return updates, n


# %% wrong: rounded down, and gradients are updates times batch size
def epoch_cost(n, batch_size):
    u = int(n / batch_size)
    return u, u * batch_size


# %% wrong: math.ceil is called with two arguments, which raises TypeError
def epoch_cost(n, batch_size):
    updates = math.ceil(n, batch_size)
    gradients = n
    return (updates, gradients)


# %% wrong: adds the remainder itself instead of one update for the short batch
def epoch_cost(n, batch_size):
    u, rest = divmod(n, batch_size)
    if rest:
        u += rest
    return u, n
