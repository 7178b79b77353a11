# %% right: column by column in a loop, constant means largest equals smallest
def standardize(train, test):
    a = np.array(train, dtype=float)
    b = np.array(test, dtype=float)
    for j in range(a.shape[1]):
        column = a[:, j].copy()
        if column.max() == column.min():
            a[:, j] = 0
            b[:, j] = 0
            continue
        mu = column.mean()
        sigma = math.sqrt(((column - mu) ** 2).mean())
        a[:, j] = (column - mu) / sigma
        b[:, j] = (b[:, j] - mu) / sigma
    return a, b


# %% right: scikit-learn's scaler, constant columns are wiped afterwards
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    train = np.asarray(train, dtype=float)
    scaler = StandardScaler().fit(train)
    varies = (train != train[0]).any(axis=0)
    return (
        np.where(varies, scaler.transform(train), 0.0),
        np.where(varies, scaler.transform(np.asarray(test, dtype=float)), 0.0),
    )


# %% wrong: the test table is scaled by its own mean and deviation
def standardize(train, test):
    def scale(table):
        spread = table.std(axis=0)
        z = table - table.mean(axis=0)
        return np.divide(z, spread, out=np.zeros_like(z), where=spread > 0)

    return scale(train), scale(test)


# %% wrong: nothing is done about constant columns, 0/0 gives nan
def standardize(train, test):
    mu = np.mean(train, axis=0)
    sigma = np.std(train, axis=0)
    return (train - mu) / sigma, (test - mu) / sigma


# %% wrong: divides by m - 1 (ddof=1)
def standardize(train, test):
    m = train.mean(axis=0)
    s = train.std(axis=0, ddof=1)
    const = np.ptp(train, axis=0) == 0
    s = np.where(const, 1.0, s)
    first, second = (train - m) / s, (test - m) / s
    first[:, const] = 0
    second[:, const] = 0
    return first, second


# %% wrong: zero deviation is replaced by one, so a constant column of test keeps its difference
def standardize(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[std == 0] = 1
    return (train - mean) / std, (test - mean) / std


# %% wrong: one mean and one deviation for the whole table, the axis is missing
def standardize(train, test):
    mu, sigma = np.mean(train), np.std(train)
    constant = np.all(train == train[0], axis=0)
    tables = []
    for t in (train, test):
        z = (t - mu) / sigma if sigma > 0 else np.zeros(t.shape)
        z[:, constant] = 0.0
        tables.append(z)
    return tuple(tables)


# %% wrong: two mistakes: divides by the variance (no root), and writes into both arguments
def standardize(train, test):
    for j in range(train.shape[1]):
        mu = sum(train[:, j]) / len(train)
        var = sum((v - mu) ** 2 for v in train[:, j]) / len(train)
        if var == 0:
            train[:, j] = test[:, j] = 0
        else:
            train[:, j] = (train[:, j] - mu) / var
            test[:, j] = (test[:, j] - mu) / var
    return train, test


# %% wrong: scales every column to [0, 1] by smallest and largest value, another kind of scaling
def standardize(train, test):
    low = train.min(axis=0)
    width = train.max(axis=0) - low
    safe = np.where(width == 0, 1, width)
    return (train - low) / safe * (width > 0), (test - low) / safe * (width > 0)


# %% wrong: along the rows, axis 1
def standardize(train, test):
    mu = train.mean(axis=1, keepdims=True)
    sigma = train.std(axis=1, keepdims=True)
    safe = np.where(sigma == 0, 1, sigma)
    new_train = (train - mu) / safe
    return new_train, (test - train.mean()) / train.std()


# %% wrong: the mean is not taken off
def standardize(train, test):
    sigma = train.std(axis=0)
    flat = sigma == 0
    safe = np.where(flat, 1, sigma)
    return np.where(flat, 0, train / safe), np.where(flat, 0, test / safe)


# %% wrong: only the mean is taken off, nothing is divided
def standardize(train, test):
    mu = train.mean(axis=0)
    flat = train.std(axis=0) == 0
    return train - mu, np.where(flat, 0, test - mu)


# %% wrong: mean and deviation of both tables together
def standardize(train, test):
    both = np.vstack([train, test])
    mu = both.mean(axis=0)
    sigma = both.std(axis=0)
    flat = train.std(axis=0) == 0
    safe = np.where(sigma == 0, 1, sigma)
    return np.where(flat, 0, (train - mu) / safe), np.where(flat, 0, (test - mu) / safe)


# %% wrong: a small number is added to the deviation, so the constant column explodes in test
def standardize(train, test):
    mu = train.mean(axis=0)
    sigma = train.std(axis=0) + 1e-8
    return (train - mu) / sigma, (test - mu) / sigma


# %% wrong: only the training table is given back
def standardize(train, test):
    mu = train.mean(axis=0)
    sigma = train.std(axis=0)
    flat = sigma == 0
    safe = np.where(flat, 1, sigma)
    return np.where(flat, 0, (train - mu) / safe)
# %% wrong: test table scaled by its own mean and deviation
def standardize(train, test):
    def scale(table):
        s = table.std(axis=0)
        s[s == 0] = 1
        return (table - table.mean(axis=0)) / s
    return scale(train), scale(test)
# %% wrong: constant columns are not zero in the test table
def standardize(train, test):
    mu, s = train.mean(0), train.std(0)
    s = np.where(s == 0, 1, s)
    return (train - mu) / s, (test - mu) / s
# %% wrong: one mean for the whole table, and ddof 1 (two mistakes)
def standardize(train, test):
    mu = np.mean(train)
    sigma = np.std(train, ddof=1)
    return (train - mu) / sigma, (test - mu) / sigma
# %% right: column by column with lists
def standardize(train, test):
    a, b = [], []
    for j in range(train.shape[1]):
        col = train[:, j]
        if np.all(col == col[0]):
            a.append(0.0 * col)
            b.append(0.0 * test[:, j])
        else:
            a.append((col - col.mean()) / col.std())
            b.append((test[:, j] - col.mean()) / col.std())
    return np.array(a).T, np.array(b).T
# %% wrong: constant columns become nan and order is test, train (two mistakes)
def standardize(train, test):
    m, s = train.mean(axis=0), train.std(axis=0)
    return (test - m) / s, (train - m) / s


# %% wrong: whole-table mean and constant test columns not zero
def standardize(train, test):
    m = train.mean()
    s = train.std(axis=0)
    s = np.where(s == 0, 1.0, s)
    return (train - m) / s, (test - m) / s


# %% right: divide with where
def standardize(train, test):
    mu, sd = np.mean(train, 0), np.std(train, 0)
    go = lambda T: np.divide(T - mu, sd, out=np.zeros(T.shape), where=np.ptp(train, axis=0) > 0)
    return tuple(map(go, (train, test)))


# %% wrong: ddof one
def standardize(train, test):
    mu, s = train.mean(axis=0), train.std(axis=0, ddof=1)
    safe = np.where(s == 0, 1, s)
    keep = s > 0
    return (train - mu) / safe * keep, (test - mu) / safe * keep


# %% wrong: test by its own mean
def standardize(train, test):
    def scale(t):
        s = t.std(axis=0)
        return np.where(s > 0, (t - t.mean(axis=0)) / np.where(s > 0, s, 1), 0)
    return scale(train), scale(test)


# %% wrong: a constant column is only shifted
def standardize(train, test):
    mu = train.mean(axis=0)
    s = train.std(axis=0)
    s[s == 0] = 1
    return (train - mu) / s, (test - mu) / s


# %% wrong: axis forgotten, constant columns not guarded (two)
def standardize(train, test):
    mu = train.mean()
    s = train.std()
    return (train - mu) / s, (test - mu) / s


# %% wrong: one mean for all columns
def standardize(train, test):
    mu, s = train.mean(), train.std(axis=0)
    safe = np.where(s == 0, 1, s)
    return np.where(s == 0, 0, (train - mu) / safe), np.where(s == 0, 0, (test - mu) / safe)


# %% wrong: ddof=1 and the constant column of test left (two)
def standardize(train, test):
    mu, s = train.mean(axis=0), train.std(axis=0, ddof=1)
    s[s == 0] = 1
    return (train - mu) / s, (test - mu) / s


# %% right: divide with where
def standardize(train, test):
    mu, sigma = train.mean(axis=0), train.std(axis=0)
    spread = sigma > 0

    def scale(table):
        return np.divide(table - mu, sigma, out=np.zeros(table.shape), where=spread)

    return scale(train), scale(test)


# %% wrong: range of the column instead of its deviation
def standardize(train, test):
    mu = np.mean(train, axis=0)
    span = np.max(train, axis=0) - np.min(train, axis=0)
    flat = span == 0
    span = np.where(flat, 1, span)
    a, b = (train - mu) / span, (test - mu) / span
    a[:, flat] = 0
    b[:, flat] = 0
    return a, b


# %% wrong: mean and spread of both tables together
def standardize(train, test):
    both = np.vstack([train, test])
    mu, sigma = both.mean(axis=0), both.std(axis=0)
    flat = train.std(axis=0) == 0
    sigma[sigma == 0] = 1
    a, b = (train - mu) / sigma, (test - mu) / sigma
    a[:, flat], b[:, flat] = 0, 0
    return a, b


# %% wrong: test not shifted, only divided
def standardize(train, test):
    mu = train.mean(axis=0)
    sigma = train.std(axis=0)
    ok = sigma != 0
    s = np.where(ok, sigma, 1.0)
    return (train - mu) / s * ok, test / s * ok


# %% wrong: one mean for the whole table, and columns without spread become nan
def standardize(train, test):
    mu = train.mean()
    sigma = train.std(axis=0)
    return (train - mu) / sigma, (test - mu) / sigma


# %% wrong: one mean and one spread for the whole table
def standardize(train, test):
    mu, sigma = train.mean(), train.std()
    out = []
    for table in (train, test):
        z = (table - mu) / sigma
        z[:, train.std(axis=0) == 0] = 0
        out.append(z)
    return tuple(out)


# %% right: column by column
def standardize(train, test):
    a, b = np.zeros(np.shape(train)), np.zeros(np.shape(test))
    for j in range(np.shape(train)[1]):
        column = np.asarray(train, dtype=float)[:, j]
        if np.ptp(column) == 0:
            continue
        mu, sigma = column.mean(), column.std()
        a[:, j] = (column - mu) / sigma
        b[:, j] = (np.asarray(test)[:, j] - mu) / sigma
    return a, b


# %% wrong: ddof 1 and rows instead of columns (two)
def standardize(train, test):
    mu = train.mean(axis=1, keepdims=True)
    sd = train.std(axis=1, ddof=1, keepdims=True)
    return (train - mu) / sd, (test - mu) / sd


# %% right: column by column
def standardize(train, test):
    a = np.zeros(np.shape(train))
    b = np.zeros(np.shape(test))
    for j in range(train.shape[1]):
        column = train[:, j]
        if column.max() == column.min():
            continue
        a[:, j] = (column - column.mean()) / column.std()
        b[:, j] = (test[:, j] - column.mean()) / column.std()
    return a, b


# %% wrong: rows for columns, and the test table by its own mean
def standardize(train, test):
    mu = train.mean(axis=1, keepdims=True)
    s = train.std(axis=1, keepdims=True)
    return (train - mu) / s, (test - test.mean(axis=1, keepdims=True)) / s.mean()


# %% wrong: the test table decides which columns are constant
def standardize(train, test):
    mu, s = train.mean(axis=0), train.std(axis=0)
    a = np.where(s > 0, (train - mu) / np.where(s > 0, s, 1), 0)
    ts = test.std(axis=0)
    b = np.where(ts > 0, (test - mu) / np.where(s > 0, s, 1), 0)
    return a, b


# %% wrong: mean and deviation of both tables together
def standardize(train, test):
    both = np.vstack([train, test])
    mu, s = both.mean(axis=0), both.std(axis=0)
    s = np.where(s == 0, 1, s)
    a, b = (train - mu) / s, (test - mu) / s
    flat = train.std(axis=0) == 0
    a[:, flat] = 0
    b[:, flat] = 0
    return a, b


# %% wrong: the test table by its own mean
def standardize(train, test):
    s = train.std(axis=0)
    safe = np.where(s == 0, 1, s)
    a = (train - train.mean(axis=0)) / safe
    b = (test - test.mean(axis=0)) / safe
    b[:, s == 0] = 0
    return a, b


# %% wrong: a column counts as constant when its first and last training values are equal, so columns that vary in between
def standardize(train, test):
    cols_a, cols_b = [], []
    for c_train, c_test in zip(train.T, test.T):
        if c_train[0] == c_train[-1]:
            cols_a.append(np.zeros(len(c_train)))
            cols_b.append(np.zeros(len(c_test)))
        else:
            mu, sd = c_train.mean(), c_train.std()
            cols_a.append((c_train - mu) / sd)
            cols_b.append((c_test - mu) / sd)
    return np.column_stack(cols_a), np.column_stack(cols_b)
