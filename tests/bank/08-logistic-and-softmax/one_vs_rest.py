# %% right: matrix with the reciprocals of the sums on its diagonal
def one_vs_rest(P):
    return np.diag(1 / P.sum(axis=1)) @ P


# %% wrong: softmax of the probabilities, as on the slide
def one_vs_rest(P):
    e = np.exp(P)
    return e / e.sum(axis=1, keepdims=True)


# %% wrong: divides by the sums of the columns
def one_vs_rest(P):
    column_sums = np.sum(P, axis=0)
    return P / np.where(column_sums == 0, 1, column_sums)


# %% wrong: divides in place, P itself is changed
def one_vs_rest(P):
    for row in P:
        row /= row.sum()
    return P


# %% wrong: divides by the largest of the whole table, neither the row nor the sum
def one_vs_rest(P):
    biggest = P.max()
    normalised = P / biggest
    return normalised


# %% wrong: divides by the number of classes
def one_vs_rest(P):
    return P / P.shape[1]


# %% wrong: divides by the largest of the row
def one_vs_rest(P):
    return P / P.max(axis=1, keepdims=True)


# %% wrong: divides by the sum of the whole table
def one_vs_rest(P):
    return P / np.sum(P)
# %% wrong: columns add up to one
def one_vs_rest(P):
    return P / P.sum(axis=0)
# %% wrong: in place
def one_vs_rest(P):
    for i in range(len(P)):
        P[i] /= P[i].sum()
    return P


# %% wrong: in place by the maximum (two)
def one_vs_rest(P):
    P /= P.max(axis=1, keepdims=True)
    return P


# %% wrong: the sum of the row changes while the row is being divided
def one_vs_rest(P):
    Q = P.copy()
    m, K = Q.shape
    for i in range(m):
        for j in range(K):
            Q[i, j] = Q[i, j] / Q[i].sum()
    return Q


# %% wrong: a guard in the denominator that is not small
def one_vs_rest(P):
    return P / (P.sum(axis=1, keepdims=True) + 1e-2)


# %% right: transposed twice
def one_vs_rest(P):
    return (P.T / P.T.sum(axis=0)).T


# %% wrong: keepdims forgotten
def one_vs_rest(P):
    totals = P.sum(axis=1)
    return P / totals


# %% wrong: divides by the largest, of the whole table (two mistakes)
def one_vs_rest(P):
    return P / P.max()


# %% right: transpose trick
def one_vs_rest(P):
    P = np.asarray(P, dtype=float)
    return (P.T / P.sum(axis=1)).T


# %% wrong: the row sums have lost their axis
def one_vs_rest(P):
    sums = np.sum(P, axis=1)
    return P / sums
