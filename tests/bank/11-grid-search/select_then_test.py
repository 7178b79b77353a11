# %% right: argmax over a list of validation scores
def select_then_test(score, grid):
    valid_scores = [score(candidate, "valid") for candidate in grid]
    winner = grid[int(np.argmax(valid_scores))]
    return winner, score(winner, "test")


# %% right: max with partial, each candidate validated once
from functools import partial


def _ask(score, part, candidate):
    return score(candidate, part)


def select_then_test(score, grid):
    on_valid = partial(_ask, score, "valid")
    best = max(grid, key=on_valid)
    return best, _ask(score, "test", best)


# %% wrong: chooses on the test part
def select_then_test(score, grid):
    best = None
    best_test = -np.inf
    for c in grid:
        s = score(c, "test")
        if s > best_test:
            best, best_test = c, s
    return best, best_test


# %% wrong: returns the validation score of the winner instead of the test score
def select_then_test(score, grid):
    results = {c: score(c, "valid") for c in grid}
    best = max(results, key=results.get)
    test_score = score(best, "test")
    return best, results[best]


# %% wrong: asks for the test score of all candidates and then picks the winner's
def select_then_test(score, grid):
    table = [(score(p, "valid"), score(p, "test"), p) for p in grid]
    table.sort(key=lambda row: row[0], reverse=True)
    _, test_score, best = table[0]
    return best, test_score


# %% wrong: asks the test part every time a new best candidate turns up
def select_then_test(score, grid):
    top = float("-inf")
    for candidate in grid:
        value = score(candidate, "valid")
        if value > top:
            top = value
            best = candidate
            test_score = score(candidate, "test")
    return best, test_score


# %% wrong: keeps the smallest validation score as if it were a loss, and swaps the two results
def select_then_test(score, grid):
    best_candidate = grid[0]
    best_score = score(grid[0], "valid")
    for candidate in grid[1:]:
        s = score(candidate, "valid")
        if s < best_score:
            best_score = s
            best_candidate = candidate
    return score(best_candidate, "test"), best_candidate


# %% wrong: the pair the other way round
def select_then_test(score, grid):
    best = max(grid, key=lambda c: score(c, "valid"))
    return score(best, "test"), best


# %% wrong: chooses by the sum of both scores
def select_then_test(score, grid):
    totals = {c: score(c, "valid") + score(c, "test") for c in grid}
    best = max(totals, key=totals.get)
    return best, score(best, "test")


# %% wrong: returns the score of the last candidate
def select_then_test(score, grid):
    best, best_score = None, -float("inf")
    for candidate in grid:
        s = score(candidate, "valid")
        if s > best_score:
            best, best_score = candidate, s
    return best, score(candidate, "test")
# %% wrong: chooses on the test part
def select_then_test(score, grid):
    scores = {c: score(c, "test") for c in grid}
    best = max(scores, key=scores.get)
    return best, scores[best]
# %% wrong: asks the test part for all
def select_then_test(score, grid):
    rows = [(score(c, "valid"), score(c, "test"), c) for c in grid]
    v, t, c = max(rows, key=lambda r: r[0])
    return c, t
# %% wrong: returns the validation score
def select_then_test(score, grid):
    best, top = None, -float("inf")
    for c in grid:
        s = score(c, "valid")
        if s > top:
            best, top = c, s
    return best, top
# %% wrong: order of the answer, and min instead of max (two mistakes)
def select_then_test(score, grid):
    valid = [score(c, "valid") for c in grid]
    best = grid[valid.index(min(valid))]
    return score(best, "test"), best
# %% right: reduce
def select_then_test(score, grid):
    from functools import reduce
    pairs = [(c, score(c, "valid")) for c in grid]
    winner = reduce(lambda a, b: b if b[1] > a[1] else a, pairs)[0]
    return winner, score(winner, "test")
# %% wrong: returns the number in the list and asks the test twice (two mistakes)
def select_then_test(score, grid):
    s = [score(c, "valid") for c in grid]
    i = int(np.argmax(s))
    if score(grid[i], "test") > 0:
        return i, score(grid[i], "test")
    return i, 0


# %% wrong: test for all
def select_then_test(score, grid):
    best, best_s, best_t = None, -math.inf, None
    for c in grid:
        v, t = score(c, "valid"), score(c, "test")
        if v > best_s:
            best, best_s, best_t = c, v, t
    return best, best_t


# %% wrong: returns the valid score
def select_then_test(score, grid):
    vals = [score(c, "valid") for c in grid]
    i = int(np.argmax(vals))
    return grid[i], vals[i]


# %% wrong: smallest, on the test part (two)
def select_then_test(score, grid):
    best = min(grid, key=lambda c: score(c, "test"))
    return best, score(best, "valid")


# %% wrong: smallest on valid, score on valid (two)
def select_then_test(score, grid):
    best = min(grid, key=lambda c: score(c, "valid"))
    return best, score(best, "valid")


# %% wrong: compares each candidate with the one before only
def select_then_test(score, grid):
    best = grid[0]
    last = score(grid[0], "valid")
    for c in grid[1:]:
        now = score(c, "valid")
        if now > last:
            best = c
        last = now
    return best, score(best, "test")


# %% wrong: starting value 0: nothing is chosen when all scores are negative
def select_then_test(score, grid):
    best = grid[-1]
    top = 0.0
    for candidate in grid:
        s = score(candidate, "valid")
        if s >= top:
            top = s
            best = candidate
    return best, score(best, "test")


# %% right: argsort of the negated scores
def select_then_test(score, grid):
    candidates = list(grid)
    order = np.argsort([-score(c, "valid") for c in candidates])
    champion = candidates[order[0]]
    return (champion, score(champion, "test"))


# %% wrong: smallest instead of largest, and the place instead of the candidate
def select_then_test(score, grid):
    valid = [score(c, "valid") for c in grid]
    i = int(np.argmin(valid))
    return i, score(grid[i], "test")


# %% wrong: asks the test each time the lead changes
def select_then_test(score, grid):
    top = float("-inf")
    for c in grid:
        v = score(c, "valid")
        if v > top:
            top = v
            best = c
            test_score = score(c, "test")
    return best, test_score


# %% wrong: chooses on the test and takes the smallest (two mistakes)
def select_then_test(score, grid):
    best = min(grid, key=lambda c: score(c, "test"))
    return best, score(best, "test")


# %% right: list and argmax
def select_then_test(score, grid):
    on_valid = [score(c, "valid") for c in grid]
    winner = grid[int(np.argmax(on_valid))]
    return winner, score(winner, "test")


# %% wrong: returns the validation score
def select_then_test(score, grid):
    best = max(grid, key=lambda c: score(c, "valid"))
    return best, score(best, "valid")


# %% wrong: the choice is made on the test part
def select_then_test(score, grid):
    results = {c: score(c, "test") for c in grid}
    winner = max(results, key=results.get)
    return winner, results[winner]


# %% wrong: ranks by the average of both parts and returns only the candidate
def select_then_test(score, grid):
    return max(grid, key=lambda c: (score(c, "valid") + score(c, "test")) / 2)


# %% wrong: the largest candidate
def select_then_test(score, grid):
    best = max(grid)
    return best, score(best, "test")


# %% wrong: the index of the winner as the candidate
def select_then_test(score, grid):
    best = int(np.argmax([score(g, "valid") for g in grid]))
    return best, score(best, "test")


# %% wrong: the winner's validation score is returned instead of its test score
def select_then_test(score, grid):
    лучший, оценка = None, -float("inf")
    for c in grid:
        s = score(c, "valid")
        if s > оценка:
            лучший, оценка = c, s
    score(лучший, "test")
    return лучший, оценка


# %% wrong: returns the winner's validation score instead of its test score
def select_then_test(score, grid):
    valid = [score(c, "valid") for c in grid]
    best_i = max(range(len(grid)), key=lambda i: valid[i])
    score(grid[best_i], "test")
    return grid[best_i], valid[best_i]
