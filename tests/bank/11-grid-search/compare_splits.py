# %% wrong: std of a minus std of b
def compare_splits(score, a, b, splits):
    sa = np.array([score(a, s) for s in splits])
    sb = np.array([score(b, s) for s in splits])
    return np.mean(sa - sb), np.std(sa) - np.std(sb), int(np.sum(sa > sb))


# %% wrong: ddof 1
def compare_splits(score, a, b, splits):
    g = np.array([score(a, s) - score(b, s) for s in splits])
    return g.mean(), g.std(ddof=1), int((g > 0).sum())


# %% wrong: >= counts ties
def compare_splits(score, a, b, splits):
    g = np.array([score(a, s) - score(b, s) for s in splits])
    return np.mean(g), np.std(g), sum(g >= 0)


# %% wrong: b - a and wins as a share
def compare_splits(score, a, b, splits):
    gaps = []
    wins = 0
    for s in splits:
        gap = score(b, s) - score(a, s)
        gaps.append(gap)
        if gap > 0:
            wins += 1
    return np.mean(gaps), np.std(gaps), wins / len(splits)


# %% wrong: asks twice
def compare_splits(score, a, b, splits):
    g = [score(a, s) - score(b, s) for s in splits]
    n = 0
    for s in splits:
        if score(a, s) > score(b, s):
            n += 1
    return np.mean(g), np.std(g), n


# %% right: right
def compare_splits(score, a, b, splits):
    gaps = [score(a, s) - score(b, s) for s in splits]
    mean = math.fsum(gaps) / len(gaps)
    return mean, math.sqrt(sum((g - mean) ** 2 for g in gaps) / len(gaps)), sum(g > 0 for g in gaps)


# %% wrong: spread of the second candidate
def compare_splits(score, a, b, splits):
    sa = np.array([score(a, s) for s in splits])
    sb = np.array([score(b, s) for s in splits])
    gap = sa - sb
    return gap.mean(), np.std(sb), int((gap > 0).sum())


# %% wrong: draws counted as wins
def compare_splits(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return np.mean(gaps), np.std(gaps), int(np.sum(gaps >= 0))


# %% wrong: b minus a, difference of the spreads (two)
def compare_splits(score, a, b, splits):
    sa = np.array([score(a, s) for s in splits])
    sb = np.array([score(b, s) for s in splits])
    return np.mean(sb - sa), np.std(sa) - np.std(sb), int(np.sum(sb > sa))


# %% wrong: standard error: divided by root n
def compare_splits(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return gaps.mean(), gaps.std() / np.sqrt(len(gaps)), int((gaps > 0).sum())


# %% right: running sums
def compare_splits(score, a, b, splits):
    n, s1, gaps, wins = 0, 0.0, [], 0
    for split in splits:
        gap = score(a, split) - score(b, split)
        gaps.append(gap)
        wins += gap > 0
    mean = sum(gaps) / len(gaps)
    var = sum((g - mean) ** 2 for g in gaps) / len(gaps)
    return mean, var ** 0.5, int(wins)


# %% wrong: share of wins and ddof=1 (two)
def compare_splits(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return gaps.mean(), gaps.std(ddof=1), np.mean(gaps > 0)


# %% wrong: wins minus losses
def compare_splits(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return gaps.mean(), gaps.std(), int(np.sum(np.sign(gaps)))


# %% wrong: the spread of the mean: divided by the root of the number of splits
def compare_splits(score, a, b, splits):
    gaps = [score(a, s) - score(b, s) for s in splits]
    n = len(gaps)
    mean = sum(gaps) / n
    var = sum((g - mean) ** 2 for g in gaps) / n
    wins = sum(g > 0 for g in gaps)
    return mean, (var / n) ** 0.5, wins


# %% right: two dictionaries of scores, root of the mean square by hand
def compare_splits(score, a, b, splits):
    splits = list(splits)
    table = {c: [score(c, s) for s in splits] for c in (a, b)}
    gaps = [first - second for first, second in zip(table[a], table[b])]
    mean = sum(gaps) / len(gaps)
    spread = (sum((g - mean) ** 2 for g in gaps) / len(gaps)) ** 0.5
    return mean, spread, sum(1 for g in gaps if g > 0)


# %% wrong: absolute gaps, and the wins of b
def compare_splits(score, a, b, splits):
    sa = np.array([score(a, s) for s in splits])
    sb = np.array([score(b, s) for s in splits])
    d = np.abs(sa - sb)
    return d.mean(), d.std(), int((sb > sa).sum())


# %% right: running sums of gaps and of their squares
def compare_splits(score, a, b, splits):
    n = wins = 0
    gaps = []
    for s in splits:
        gap = score(a, s) - score(b, s)
        gaps.append(gap)
        wins += gap > 0
        n += 1
    mean = sum(gaps) / n
    spread = (sum((g - mean) ** 2 for g in gaps) / n) ** 0.5
    return mean, spread, int(wins)


# %% wrong: asks again for the wins
def compare_splits(score, a, b, splits):
    gaps = [score(a, s) - score(b, s) for s in splits]
    wins = 0
    for s in splits:
        if score(a, s) > score(b, s):
            wins += 1
    return np.mean(gaps), np.std(gaps), wins


# %% wrong: spread divided by the root of n, share of the wins (two mistakes)
def compare_splits(score, a, b, splits):
    g = np.array([score(a, s) - score(b, s) for s in splits])
    return g.mean(), g.std() / np.sqrt(len(g)), np.mean(g > 0)


# %% right: list comprehension once each, statistics by hand
def compare_splits(score, a, b, splits):
    gaps = [score(a, s) - score(b, s) for s in splits]
    mean = sum(gaps) / len(gaps)
    var = sum(g * g for g in gaps) / len(gaps) - mean ** 2
    return mean, max(var, 0.0) ** 0.5, sum(g > 0 for g in gaps)


# %% wrong: difference of the standard deviations
def compare_splits(score, a, b, splits):
    sa = np.array([score(a, s) for s in splits])
    sb = np.array([score(b, s) for s in splits])
    return (sa - sb).mean(), abs(sa.std() - sb.std()), int(np.sum(sa > sb))


# %% wrong: standard error: divided by the root of the number of splits
def compare_splits(score, a, b, splits):
    gaps = np.array([score(a, s) - score(b, s) for s in splits])
    return gaps.mean(), gaps.std() / np.sqrt(len(splits)), int(np.sum(gaps > 0))
