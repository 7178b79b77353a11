# %% wrong: axis 0
def score_gaps(z, y):
    return z.max(axis=0)[y] - z[np.arange(len(y)), y]


# %% wrong: sign
def score_gaps(z, y):
    return z[np.arange(len(y)), y] - z.max(axis=1)


# %% wrong: labels counted from 1
def score_gaps(z, y):
    out = []
    for row, k in zip(z, y):
        out.append(max(row) - row[k - 1])
    return np.array(out)


# %% wrong: mean of the row
def score_gaps(z, y):
    return z.mean(axis=1) - z[range(len(y)), y]


# %% right: a comprehension over the rows
def score_gaps(z, y):
    return np.array([max(row) - row[k] for row, k in zip(z, y)])


# %% wrong: axis zero
def score_gaps(z, y):
    best = z.max(axis=0)
    return np.array([best[k] - z[i, k] for i, k in enumerate(y)])


# %% wrong: all columns y
def score_gaps(z, y):
    return z.max(axis=1) - z[:, y]


# %% right: the diagonal of a table of gaps
def score_gaps(z, y):
    return (z.max(axis=1) - z[:, y])[:, 0] if z.shape[0] != len(y) else np.diag(z.max(axis=1) - z[:, y])


# %% wrong: argmax minus y: gap of the indices
def score_gaps(z, y):
    return np.abs(z.argmax(axis=1) - y)


# %% wrong: compares with the best of the other classes, so winners get negative gaps
def score_gaps(z, y):
    m = len(y)
    right = z[np.arange(m), y]
    others = z.astype(float).copy()
    others[np.arange(m), y] = -np.inf
    return others.max(axis=1) - right


# %% right: take_along_axis
def score_gaps(z, y):
    picked = np.take_along_axis(z, np.asarray(y)[:, None], axis=1)
    return (z.max(axis=-1, keepdims=True) - picked)[:, 0]


# %% wrong: largest of the whole table, and the gap with the sign turned round
def score_gaps(z, y):
    return z[np.arange(len(y)), y] - np.max(z)


# %% wrong: the largest of the column
def score_gaps(z, y):
    best = z.max(axis=0)
    return best[y] - z[np.arange(len(y)), y]


# %% wrong: compares with the best of the others only
def score_gaps(z, y):
    others = z.astype(float).copy()
    rows = np.arange(len(y))
    others[rows, y] = -np.inf
    return others.max(axis=1) - z[rows, y]


# %% wrong: counted from 1, largest of the whole table (two mistakes)
def score_gaps(z, y):
    rows = np.arange(len(z))
    return np.max(z) - z[rows, y - 1]


# %% wrong: distance to the second largest: margin
def score_gaps(z, y):
    out = []
    for i in range(len(y)):
        others = [z[i, j] for j in range(z.shape[1]) if j != y[i]]
        out.append(max(others) - z[i, y[i]])
    return np.array(out)


# %% wrong: gap between the class indices
def score_gaps(z, y):
    winner = z.argmax(axis=1)
    return winner - y


# %% wrong: maximum over the columns (axis 0) picked at the class, and the difference has the wrong sign
def score_gaps(z, y):
    best = z.max(axis=0)
    return np.array([z[i, c] - best[c] for i, c in enumerate(y)])
