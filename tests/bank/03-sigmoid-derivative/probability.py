# %% right: a column of ones in front, intercept as one more weight, tanh form
def probability(c, w, X):
    table = np.column_stack([np.ones(len(X)), X])
    scores = table @ np.concatenate([[c], w])
    return (1 + np.tanh(scores / 2)) / 2


# %% right: plain loops over rows and features
def probability(c, w, X):
    answer = []
    for row in X:
        score = float(c)
        for weight, feature in zip(w, row):
            score += weight * feature
        if score < 0:
            answer.append(math.exp(score) / (1 + math.exp(score)))
        else:
            answer.append(1 / (1 + math.exp(-score)))
    return np.array(answer)


# %% wrong: the intercept is left out of the score
def probability(c, w, X):
    return 1 / (1 + np.exp(-(X @ w)))


# %% wrong: the minus stands only before c, not before the whole score
def probability(c, w, X):
    return 1 / (1 + np.exp(-c + X @ w))


# %% wrong: adds over the objects (axis 0) where it should add over the features
def probability(c, w, X):
    scores = c + np.sum(X * w, axis=0)
    return 1 / (1 + np.exp(-scores))


# %% wrong: stops at the score, the sigmoid is missing
def probability(c: float, w: np.ndarray, X: np.ndarray) -> np.ndarray:
    z = np.dot(X, w)
    z = z + c
    return z


# %% wrong: two mistakes: c is added once per feature, and brackets are lost as on the slide
def probability(c, w, X):
    products = X * w + c
    score = products.sum(axis=1)
    return 1 / 1 + np.exp(-score)


# %% wrong: return inside the loop, only the first object gets its probability
def probability(c, w, X):
    probs = []
    for i in range(X.shape[0]):
        s = c
        for j in range(X.shape[1]):
            s = s + w[j] * X[i, j]
        probs.append(1 / (1 + np.exp(-s)))
        return np.array(probs)


# %% wrong: the intercept is added after the sigmoid
def probability(c, w, X):
    return c + 1 / (1 + np.exp(-(X @ w)))


# %% wrong: the minus is missing before the score
def probability(c, w, X):
    return 1 / (1 + np.exp(c + X @ w))


# %% wrong: decides 0 or 1 instead of a probability
def probability(c, w, X):
    p = 1 / (1 + np.exp(-(c + X @ w)))
    return (p > 0.5).astype(float)


# %% wrong: no sum over the features, a probability for each number of the table
def probability(c, w, X):
    return 1 / (1 + np.exp(-(c + X * w)))
# %% wrong: the intercept is multiplied too
def probability(c, w, X):
    z = c * X @ w
    return 1 / (1 + np.exp(-z))
# %% wrong: sum over the wrong axis
def probability(c, w, X):
    z = c + np.sum(X * w, axis=0)
    return 1 / (1 + np.exp(-z))
# %% wrong: returns the scores only
def probability(c, w, X):
    scores = []
    for row in X:
        s = c
        for j in range(len(w)):
            s += w[j] * row[j]
        scores.append(s)
    return np.array(scores)
# %% right: a loop over columns and the tanh form
def probability(c, w, X):
    z = np.full(X.shape[0], float(c))
    for j, column in enumerate(X.T):
        z = z + w[j] * column
    return 0.5 + 0.5 * np.tanh(z / 2)
# %% wrong: intercept subtracted and a column returned (two mistakes)
def probability(c, w, X):
    z = X @ w.reshape(-1, 1) - c
    return 1 / (1 + np.exp(-z))


# %% wrong: intercept multiplied with the score
def probability(c, w, X):
    z = c * (X @ w)
    return 0.5 * (1 + np.tanh(z / 2))


# %% wrong: the slide's brackets lost
def probability(c, w, X):
    return 1 / 1 + np.exp(-(c + X @ w))


# %% wrong: c not negated
def probability(c, w, X):
    return 1 / (1 + np.exp(c - X @ w))


# %% wrong: product without sum
def probability(c, w, X):
    z = c + X * w
    return 1 / (1 + np.exp(-z))


# %% wrong: intercept times the number of features
def probability(c, w, X):
    z = np.sum(X * w + c, axis=1)
    return 1 / (1 + np.exp(-z))


# %% wrong: sums over the objects and forgets c (two)
def probability(c, w, X):
    z = (X * w).sum(axis=0)
    return 1 / (1 + np.exp(-z))


# %% right: einsum and tanh
def probability(c, w, X):
    s = np.einsum("ij,j->i", np.asarray(X, float), np.asarray(w, float)) + c
    return 0.5 + 0.5 * np.tanh(s / 2)


# %% wrong: intercept multiplied in: c * X@w
def probability(c, w, X):
    z = c * (X @ w)
    return 1 / (1 + np.exp(-z))


# %% wrong: returns labels, rounded
def probability(c, w, X):
    z = c + X @ w
    p = 1 / (1 + np.exp(-z))
    return np.round(p)


# %% right: column of ones in front of the table
def probability(c, w, X):
    table = np.column_stack([np.ones(len(X)), X])
    weights = np.concatenate([[c], w])
    z = table @ weights
    return 0.5 * (1 + np.tanh(z / 2))


# %% wrong: sigmoid of each feature, then the sum
def probability(c, w, X):
    return np.sum(1 / (1 + np.exp(-(c + X * w))), axis=1)


# %% wrong: sums over the objects
def probability(c, w, X):
    score = c + np.sum(X * w, axis=0)
    return 1 / (1 + np.exp(-score))


# %% wrong: intercept multiplied, sign of the exponent lost (two)
def probability(c, w, X):
    score = c * (X @ w)
    return 1 / (1 + np.exp(score))


# %% right: list of dot products
def probability(c, w, X):
    answers = []
    for row in X:
        total = c
        for weight, feature in zip(w, row):
            total += weight * feature
        answers.append((1 + np.tanh(total / 2)) / 2)
    return np.array(answers)


# %% right: einsum, and tanh for the sigmoid
def probability(c, w, X):
    score = c + np.einsum("ij,j->i", X, w)
    return 0.5 + 0.5 * np.tanh(score / 2)


# %% wrong: sums along the wrong axis
def probability(c, w, X):
    score = c + (X * w).sum(axis=0)
    return 1 / (1 + np.exp(-score))


# %% wrong: c is subtracted, and the minus in the exponent is missing
def probability(c, w, X):
    z = X.dot(w) - c
    return 1 / (1 + np.exp(z))


# %% wrong: divides by the sum of all
def probability(c, w, X):
    z = np.exp(c + X @ w)
    return z / z.sum()


# %% wrong: summed along axis 0, over the objects instead of the features: the answer has one number for each feature
def probability(c, w, X):
    z = c + np.sum(X * w, axis=0)
    return 0.5 + 0.5 * np.tanh(z / 2)


# %% wrong: the mean over the features is taken instead of the sum, and c is subtracted instead of added (two)
def probability(c, w, X):
    z = np.mean(X * w, axis=1) - c
    return 1 / (1 + np.exp(-z))


# %% wrong: the mean of the products is taken instead of their sum
def sigmoid(z):
    return (1 + np.tanh(np.asarray(z) / 2)) / 2


def probability(c, w, X):
    return sigmoid(c + (X * w).mean(axis=1))
