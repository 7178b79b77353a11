# %% right: statistics.fmean as the key of max
from statistics import fmean


def best_params(scores):
    return max(scores, key=lambda name: fmean(scores[name]))


# %% right: sorts pairs by their mean, then takes the last pair's key
def best_params(scores):
    ranking = []
    for key, folds in scores.items():
        ranking.append((sum(folds) / len(folds), key))
    ranking.sort(key=lambda pair: pair[0])
    return ranking[-1][1]


# %% wrong: compares the best single folds
def best_params(scores):
    return max(scores, key=lambda k: max(scores[k]))


# %% wrong: compares sums, a longer list wins
def best_params(scores):
    winner = None
    best_total = -np.inf
    for combination, fold_scores in scores.items():
        total = sum(fold_scores)
        if total > best_total:
            best_total, winner = total, combination
    return winner


# %% wrong: the search starts at 0, so with negative scores nothing is ever better
def best_params(scores):
    best_key = None
    best_mean = 0
    for key in scores:
        mean = np.mean(scores[key])
        if mean > best_mean:
            best_mean = mean
            best_key = key
    return best_key


# %% wrong: gives the best mean instead of its key
def best_params(scores):
    means = {k: np.mean(v) for k, v in scores.items()}
    return max(means.values())


# %% wrong: keys as a numpy array, numbers beside texts become texts and tuples become rows
def best_params(scores):
    keys = np.array(list(scores.keys()))
    means = np.array([np.mean(v) for v in scores.values()])
    return keys[means.argmax()]


# %% wrong: smallest mean (takes scores for losses), and returns its number instead of the key
def best_params(scores):
    means = [sum(s) / len(s) for s in scores.values()]
    position = 0
    for i in range(1, len(means)):
        if means[i] < means[position]:
            position = i
    return position


# %% wrong: the smallest mean wins
def best_params(scores):
    return min(scores, key=lambda k: sum(scores[k]) / len(scores[k]))


# %% wrong: only the first fold is compared
def best_params(scores):
    best = None
    for key in scores:
        if best is None or scores[key][0] > scores[best][0]:
            best = key
    return best


# %% wrong: the median instead of the mean
def best_params(scores):
    return max(scores, key=lambda k: np.median(scores[k]))
# %% wrong: largest sum
def best_params(scores):
    return max(scores, key=lambda k: sum(scores[k]))
# %% wrong: best single fold
def best_params(scores):
    best, best_score = None, -np.inf
    for key, s in scores.items():
        if max(s) > best_score:
            best, best_score = key, max(s)
    return best
# %% wrong: starts from zero, negative scores give None
def best_params(scores):
    best = None
    top = 0
    for key in scores:
        mean = np.mean(scores[key])
        if mean > top:
            top = mean
            best = key
    return best
# %% wrong: smallest mean and the mean over max of keys (two mistakes)
def best_params(scores):
    n = max(len(v) for v in scores.values())
    return min(scores, key=lambda k: sum(scores[k]) / n)


# %% wrong: best starts at zero
def best_params(scores):
    best = 0
    for k in scores:
        m = sum(scores[k]) / len(scores[k])
        if m > best:
            best = m
            winner = k
    return winner


# %% wrong: returns mean and min
def best_params(scores):
    return min(np.mean(v) for v in scores.values())


# %% right: sorted by mean
def best_params(scores):
    return sorted(scores.items(), key=lambda kv: float(np.mean(kv[1])))[-1][0]


# %% wrong: largest fold, returns pair (two)
def best_params(scores):
    return max(scores.items(), key=lambda kv: max(kv[1]))


# %% wrong: forgets to update best
def best_params(scores):
    best = -float("inf")
    for key in scores:
        m = np.mean(scores[key])
        if m > best:
            winner = key
    return winner


# %% right: sorted by the mean, last one
def best_params(scores):
    from statistics import fmean
    ranking = sorted(((fmean(folds), place) for place, folds in enumerate(scores.values())))
    return list(scores.keys())[ranking[-1][1]]


# %% wrong: the mean minus the spread: the safest key
def best_params(scores):
    safe = {}
    for key in scores:
        folds = np.array(scores[key])
        safe[key] = folds.mean() - folds.std()
    return max(safe, key=safe.get)


# %% wrong: largest key instead of largest mean
def best_params(scores):
    means = {np.mean(v): k for k, v in scores.items()}
    return max(means.values(), key=str)


# %% wrong: smallest, and the mean is returned (two mistakes)
def best_params(scores):
    means = [np.mean(s) for s in scores.values()]
    return min(means)


# %% wrong: sum instead of mean
def best_params(scores):
    ranking = sorted(scores.items(), key=lambda item: sum(item[1]))
    return ranking[-1][0]


# %% right: accumulates with statistics
def best_params(scores):
    import statistics
    winner = None
    for key, folds in scores.items():
        if winner is None or statistics.fmean(folds) > statistics.fmean(scores[winner]):
            winner = key
    return winner


# %% wrong: the running best starts at 0, so negative means never win and None is returned
def best_params(scores):
    best_key = None
    best_mean = 0
    for key in scores:
        m = np.mean(scores[key])
        if m > best_mean:
            best_mean = m
            best_key = key
    return best_key


# %% wrong: takes the smallest value and of the medians in place of the means
def best_params(scores):
    medians = {k: np.median(v) for k, v in scores.items()}
    return min(medians, key=medians.get)
