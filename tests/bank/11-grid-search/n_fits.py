# %% right: really lists the combinations and counts them
from itertools import product


def n_fits(grid, cv, refit):
    cells = list(product(*grid.values()))
    fits = [(cell, fold) for cell in cells for fold in range(cv)]
    if refit:
        fits.append("winner on all data")
    return len(fits)


# %% right: math.prod and the truth value as a number
def n_fits(grid, cv, refit):
    return math.prod(map(len, grid.values())) * cv + int(bool(refit))


# %% wrong: adds the lengths of the lists instead of multiplying them
def n_fits(grid, cv, refit):
    cells = 0
    for name in grid:
        cells += len(grid[name])
    return cells * cv + (1 if refit else 0)


# %% wrong: the last training is always counted, refit is not looked at
def n_fits(grid, cv, refit=True):
    n = 1
    for values in grid.values():
        n *= len(values)
    return n * cv + 1


# %% wrong: the winner is trained once more for each fold, cv is added instead of 1
def n_fits(grid: dict, cv: int, refit: bool) -> int:
    combos = np.prod([len(v) for v in grid.values()])
    total = combos * cv
    if refit:
        total += cv
    return int(total)


# %% wrong: counts the names, not the values, and adds the refit before multiplying by the folds
def n_fits(grid, cv, refit):
    combinations = len(grid)
    if refit == True:
        combinations = combinations + 1
    return combinations * cv


# %% wrong: refit is taken the wrong way round
def n_fits(grid, cv, refit):
    n = 1
    for values in grid.values():
        n *= len(values)
    n *= cv
    if not refit:
        n += 1
    return n


# %% wrong: the folds are forgotten
def n_fits(grid, cv, refit):
    n = 1
    for values in grid.values():
        n *= len(values)
    return n + 1 if refit else n


# %% wrong: only the first hyper-parameter is counted
def n_fits(grid, cv, refit):
    first = list(grid.values())[0]
    return len(first) * cv + int(refit)


# %% wrong: every combination is refitted
def n_fits(grid, cv, refit):
    n = np.prod([len(v) for v in grid.values()])
    return int(n * (cv + refit))
# %% wrong: adds the numbers of values
def n_fits(grid, cv, refit):
    n = 0
    for values in grid.values():
        n += len(values)
    return n * cv + int(refit)
# %% wrong: refit counted for every fold
def n_fits(grid, cv, refit):
    combos = math.prod(len(v) for v in grid.values())
    if refit:
        return (combos + 1) * cv
    return combos * cv
# %% wrong: refit always counted
def n_fits(grid, cv, refit):
    total = 1
    for key in grid:
        total *= len(grid[key])
    return total * cv + 1
# %% wrong: folds left out and refit takes the place of plus one for False (two mistakes)
def n_fits(grid, cv, refit):
    total = 1
    for v in grid.values():
        total = total * len(v)
    return total + (0 if refit else 1)


# %% wrong: all lists taken to be as long as the first
def n_fits(grid, cv, refit):
    first = list(grid.values())[0]
    return len(first) ** len(grid) * cv + int(refit)


# %% wrong: sum of lengths
def n_fits(grid, cv, refit):
    return sum(len(v) for v in grid.values()) * cv + (1 if refit else 0)


# %% wrong: refit for every combination
def n_fits(grid, cv, refit):
    n = 1
    for v in grid.values():
        n *= len(v)
    return n * (cv + refit)


# %% wrong: length of the names
def n_fits(grid, cv, refit):
    n = 1
    for v in grid:
        n *= len(v)
    return n * cv + int(refit)


# %% wrong: always refits and no folds (two)
def n_fits(grid, cv, refit):
    n = 0
    for v in grid.values():
        n += len(v)
    return n + 1


# %% right: itertools product counted
from itertools import product

def n_fits(grid, cv, refit):
    fits = 0
    for _ in product(*grid.values()):
        for _ in range(cv):
            fits += 1
    return fits + 1 if refit else fits


# %% wrong: combos to the power of cv, refit adds cv (two)
def n_fits(grid, cv, refit):
    c = 1
    for v in grid.values():
        c += len(v)
    return c * cv + (cv if refit else 0)


# %% wrong: lengths added up, refit subtracts
def n_fits(grid, cv, refit):
    n = sum(len(v) for v in grid.values())
    return n * cv - refit


# %% right: early return for refit
def n_fits(grid, cv, refit):
    if refit:
        return n_fits(grid, cv, False) + 1
    return int(np.prod([len(list(v)) for v in grid.values()])) * cv


# %% wrong: two names only, as pairs, and no folds (two mistakes)
def n_fits(grid, cv, refit):
    return len(grid) * max(len(v) for v in grid.values()) + (1 if refit else 0)


# %% right: recursion over the lists
def n_fits(grid, cv, refit):
    def cells(lists):
        return len(lists[0]) * cells(lists[1:]) if lists else 1
    return cells(list(grid.values())) * cv + int(refit)


# %% wrong: number of names instead of lengths, refit adds cv
def n_fits(grid, cv, refit):
    total = len(grid) * cv
    if refit:
        total += cv
    return total


# %% wrong: two mistakes: the lengths are added, and refit is turned round
def n_fits(grid, cv, refit):
    n = 0
    for values in grid.values():
        n += len(values)
    if refit:
        return n * cv
    else:
        return n * cv + 1


# %% wrong: lengths added, and the final training subtracted
def n_fits(grid, cv, refit):
    k = 0
    for v in grid.values():
        k += len(v)
    return k * cv - refit
