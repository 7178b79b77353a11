# %% right: recursion over the names of the grid
def grid_search(fit_score, grid):
    names = list(grid)

    def search(chosen):
        if len(chosen) == len(names):
            return dict(chosen), fit_score(**chosen)
        name = names[len(chosen)]
        results = [search({**chosen, name: value}) for value in grid[name]]
        return max(results, key=lambda pair: pair[1])

    return search({})


# %% right: scikit-learn's ParameterGrid and argmax
from sklearn.model_selection import ParameterGrid


def grid_search(fit_score, grid):
    cells = list(ParameterGrid(grid))
    scores = [fit_score(**cell) for cell in cells]
    winner = int(np.argmax(scores))
    return cells[winner], scores[winner]


# %% wrong: tunes one hyper-parameter after the other, the rest stays at its first or best value
def grid_search(fit_score, grid):
    current = {name: values[0] for name, values in grid.items()}
    best = fit_score(**current)
    for name, values in grid.items():
        for value in values[1:]:
            trial = dict(current)
            trial[name] = value
            s = fit_score(**trial)
            if s > best:
                best, current = s, trial
    return current, best


# %% wrong: starts with best score 0, negative scores never win
import itertools


def grid_search(fit_score, grid):
    best_score = 0
    best_combo = None
    for values in itertools.product(*grid.values()):
        params = dict(zip(grid.keys(), values))
        score = fit_score(**params)
        if score > best_score:
            best_score = score
            best_combo = params
    return best_combo, best_score


# %% wrong: zip for product, walks only along the diagonal of the grid
def grid_search(fit_score, grid):
    tried = []
    for values in zip(*grid.values()):
        params = {name: value for name, value in zip(grid, values)}
        tried.append((params, fit_score(**params)))
    return max(tried, key=lambda t: t[1])


# %% wrong: one dictionary is overwritten again and again, the best one is only a reference to it
from itertools import product


def grid_search(fit_score, grid):
    params = {}
    best, best_score = None, -math.inf
    for combination in product(*grid.values()):
        for i, name in enumerate(grid):
            params[name] = combination[i]
        score = fit_score(**params)
        if score > best_score:
            best = params
            best_score = score
    return best, best_score


# %% wrong: trains the winner a second time to learn its score
from itertools import product


def grid_search(fit_score, grid):
    combos = [dict(zip(grid, v)) for v in product(*grid.values())]
    best = max(combos, key=lambda c: fit_score(**c))
    return best, fit_score(**best)


# %% wrong: written for the two names of the example only
def grid_search(fit_score, grid):
    best_params = None
    best_score = float("-inf")
    for rate in grid["rate"]:
        for depth in grid["depth"]:
            s = fit_score(rate=rate, depth=depth)
            if s > best_score:
                best_score = s
                best_params = {"rate": rate, "depth": depth}
    return best_params, best_score


# %% wrong: empties the caller's grid with popitem, and keeps the smallest score like a loss
def grid_search(fit_score, grid):
    combos = [{}]
    while grid:
        name, values = grid.popitem()
        combos = [{**c, name: v} for c in combos for v in values]
    results = []
    for c in combos:
        results.append((fit_score(**c), c))
    results.sort(key=lambda r: r[0])
    return results[0][1], results[0][0]


# %% wrong: the smallest score is kept
def grid_search(fit_score, grid):
    from itertools import product
    best, best_score = None, np.inf
    for values in product(*grid.values()):
        params = dict(zip(grid, values))
        s = fit_score(**params)
        if s < best_score:
            best, best_score = params, s
    return best, best_score


# %% wrong: the score comes first in the pair
def grid_search(fit_score, grid):
    from itertools import product
    results = []
    for values in product(*grid.values()):
        params = dict(zip(grid.keys(), values))
        results.append((fit_score(**params), params))
    best = max(results, key=lambda r: r[0])
    return best


# %% wrong: the combination comes back as a tuple of values, not a dictionary
def grid_search(fit_score, grid):
    import itertools
    best, best_score = None, -np.inf
    for values in itertools.product(*grid.values()):
        s = fit_score(**dict(zip(grid, values)))
        if s > best_score:
            best, best_score = values, s
    return best, best_score
# %% wrong: one parameter after the other
def grid_search(fit_score, grid):
    best = {k: v[0] for k, v in grid.items()}
    for k, values in grid.items():
        scores = [fit_score(**{**best, k: v}) for v in values]
        best[k] = values[int(np.argmax(scores))]
    return best, fit_score(**best)
# %% wrong: winner trained again
def grid_search(fit_score, grid):
    import itertools
    combos = [dict(zip(grid, c)) for c in itertools.product(*grid.values())]
    best = max(combos, key=lambda p: fit_score(**p))
    return best, fit_score(**best)
# %% wrong: smallest score
def grid_search(fit_score, grid):
    from itertools import product
    results = []
    for c in product(*grid.values()):
        p = dict(zip(grid.keys(), c))
        results.append((fit_score(**p), p))
    results.sort(key=lambda r: r[0])
    return results[0][1], results[0][0]
# %% wrong: works only for two names
def grid_search(fit_score, grid):
    (n1, v1), (n2, v2) = grid.items()
    best, top = None, -math.inf
    for a in v1:
        for b in v2:
            s = fit_score(**{n1: a, n2: b})
            if s > top:
                best, top = {n1: a, n2: b}, s
    return best, top
# %% wrong: starts at zero, and gives back the tuple of values (two mistakes)
def grid_search(fit_score, grid):
    from itertools import product
    top, best = 0, None
    for c in product(*grid.values()):
        s = fit_score(**dict(zip(grid, c)))
        if s > top:
            top, best = s, c
    return best, top
# %% wrong: the same dictionary is changed afterwards
def grid_search(fit_score, grid):
    from itertools import product
    params = {}
    best, top = None, -np.inf
    for c in product(*grid.values()):
        for name, value in zip(grid, c):
            params[name] = value
        s = fit_score(**params)
        if s > top:
            top, best = s, params
    return best, top


# %% wrong: zip instead of product, smallest
def grid_search(fit_score, grid):
    best, top = None, np.inf
    for c in zip(*grid.values()):
        p = dict(zip(grid, c))
        s = fit_score(**p)
        if s < top:
            best, top = p, s
    return best, top


# %% right: recursion
def grid_search(fit_score, grid):
    def go(names, chosen):
        if not names:
            return chosen, fit_score(**chosen)
        head, *rest = names
        return max((go(rest, {**chosen, head: v}) for v in grid[head]), key=lambda t: t[1])
    return go(list(grid), {})


# %% wrong: calls again at the end
def grid_search(fit_score, grid):
    from itertools import product
    combos = [dict(zip(grid, v)) for v in product(*grid.values())]
    scores = [fit_score(**c) for c in combos]
    best = combos[int(np.argmax(scores))]
    return best, fit_score(**best)


# %% wrong: one after the other
def grid_search(fit_score, grid):
    best = {k: v[0] for k, v in grid.items()}
    for name in grid:
        scores = [fit_score(**{**best, name: v}) for v in grid[name]]
        best[name] = grid[name][int(np.argmax(scores))]
    return best, fit_score(**best)


# %% wrong: smallest wins and starts at zero (two)
def grid_search(fit_score, grid):
    from itertools import product
    best, best_p = 0, None
    for v in product(*grid.values()):
        p = dict(zip(grid.keys(), v))
        s = fit_score(**p)
        if s < best:
            best, best_p = s, p
    return best_p, best


# %% wrong: best score from 0
def grid_search(fit_score, grid):
    from itertools import product
    best, top = {}, 0
    for values in product(*grid.values()):
        p = dict(zip(grid.keys(), values))
        s = fit_score(**p)
        if s > top:
            best, top = p, s
    return best, top


# %% right: recursion over the names
def grid_search(fit_score, grid):
    names = list(grid)
    def walk(chosen):
        if len(chosen) == len(names):
            return chosen, fit_score(**chosen)
        name = names[len(chosen)]
        return max((walk({**chosen, name: v}) for v in grid[name]), key=lambda pair: pair[1])
    return walk({})


# %% wrong: order of the answer and the smallest (two)
def grid_search(fit_score, grid):
    from itertools import product
    trials = []
    for v in product(*grid.values()):
        p = dict(zip(grid, v))
        trials.append((fit_score(**p), p))
    return min(trials, key=lambda t: t[0])


# %% right: recursion over the names
def grid_search(fit_score, grid):
    def explore(left, chosen):
        if not left:
            return dict(chosen), fit_score(**chosen)
        name, rest = left[0], left[1:]
        found = [explore(rest, {**chosen, name: value}) for value in grid[name]]
        return max(found, key=lambda pair: pair[1])

    return explore(list(grid), {})


# %% wrong: one name after the other, starting score 0
def grid_search(fit_score, grid):
    best = {name: values[0] for name, values in grid.items()}
    top = 0
    for name, values in grid.items():
        for v in values:
            trial = dict(best)
            trial[name] = v
            s = fit_score(**trial)
            if s > top:
                top = s
                best = trial
    return best, top


# %% right: recursion over the names
def grid_search(fit_score, grid):
    names = list(grid)
    tried = []

    def go(i, chosen):
        if i == len(names):
            tried.append((fit_score(**chosen), chosen))
            return
        for value in grid[names[i]]:
            go(i + 1, {**chosen, names[i]: value})

    go(0, {})
    score, params = max(tried, key=lambda pair: pair[0])
    return params, score


# %% wrong: asks a second time for the winner's score
def grid_search(fit_score, grid):
    from itertools import product
    combos = [dict(zip(grid, c)) for c in product(*grid.values())]
    best = max(combos, key=lambda p: fit_score(**p))
    return best, fit_score(**best)


# %% wrong: tunes one name after the other
def grid_search(fit_score, grid):
    current = {name: values[0] for name, values in grid.items()}
    top = None
    for name in grid:
        for value in grid[name]:
            trial = dict(current)
            trial[name] = value
            s = fit_score(**trial)
            if top is None or s > top:
                top, current = s, trial
    return current, top


# %% right: recursion instead of product
def grid_search(fit_score, grid):
    names = list(grid)
    best = [None, None]

    def go(i, chosen):
        if i == len(names):
            s = fit_score(**chosen)
            if best[1] is None or s > best[1]:
                best[0], best[1] = dict(chosen), s
            return
        for v in grid[names[i]]:
            go(i + 1, {**chosen, names[i]: v})

    go(0, {})
    return best[0], best[1]


# %% wrong: calls fit_score twice for each better one
def grid_search(fit_score, grid):
    from itertools import product
    combos = [dict(zip(grid, v)) for v in product(*grid.values())]
    best = max(combos, key=lambda p: fit_score(**p))
    return best, fit_score(**best)


# %% wrong: tunes one hyper-parameter after the other instead of trying all combinations
def grid_search(fit_score, grid):
    asked = {}
    params = {name: values[0] for name, values in grid.items()}

    def ask(p):
        key = tuple(p.items())
        if key not in asked:
            asked[key] = fit_score(**p)
        return asked[key]

    for name in grid:
        params[name] = max(grid[name], key=lambda v: ask({**params, name: v}))
    return params, ask(params)


# %% wrong: begins with 0 as the score to beat, and score and combination are returned in the wrong order
def grid_search(fit_score, grid):
    from itertools import product
    top_score = 0
    top = {}
    for vals in product(*grid.values()):
        d = {k: v for k, v in zip(grid.keys(), vals)}
        s = fit_score(**d)
        if s > top_score:
            top_score = s
            top = d
    return top_score, top


# %% wrong: every combination is trained twice: once for the comparison and once to store the score
from itertools import product


def grid_search(fit_score, grid):
    best, best_s = None, -float("inf")
    for combo in product(*grid.values()):
        p = dict(zip(grid, combo))
        if fit_score(**p) > best_s:
            best_s = fit_score(**p)
            best = p
    return best, best_s
