# %% right: asks the two layers about zero and about the unit vectors
def collapse(W1, b1, W2, b2):
    def both(X):
        return (X @ W1 + b1) @ W2 + b2

    shift = both(np.zeros(len(W1)))
    return both(np.eye(len(W1))) - shift, shift


# %% right: three plain loops, no matrix product
def collapse(W1, b1, W2, b2):
    n, hidden = np.shape(W1)
    k = np.shape(W2)[1]
    W = np.zeros((n, k))
    b = np.array(b2, dtype=float)
    for c in range(k):
        for j in range(hidden):
            b[c] += b1[j] * W2[j][c]
            for r in range(n):
                W[r, c] += W1[r][j] * W2[j][c]
    return W, b


# %% wrong: adds the two biases, the first one does not pass the second layer
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1 + b2


# %% wrong: forgets b2
def collapse(W1, b1, W2, b2):
    W = np.dot(W1, W2)
    b = np.dot(b1, W2)
    return (W, b)


# %% wrong: star instead of the matrix product, numpy broadcasts the example's W2 or fails
def collapse(W1, b1, W2, b2):
    W = W1 * W2
    b = b1 * W2 + b2
    return W, b


# %% wrong: subtracts b2, and returns bias and weights in the wrong order
def collapse(W1, b1, W2, b2):
    weights = np.einsum("nh,hk->nk", W1, W2)
    bias = np.einsum("h,hk->k", b1, W2) - b2
    return bias, weights


# %% wrong: b2 is not added
def collapse(W1, b1, W2, b2):
    W = W1 @ W2
    b = b1 @ W2
    return W, b


# %% wrong: the factors are exchanged
def collapse(W1, b1, W2, b2):
    W = W2 @ W1
    b = W2 @ b1 + b2
    return W, b


# %% wrong: the matrices are added
def collapse(W1, b1, W2, b2):
    W = W1 + W2
    b = b1 + b2
    return W, b
# %% wrong: the first bias is not carried through the second layer
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1.sum() + b2
# %% wrong: product in the other order
def collapse(W1, b1, W2, b2):
    W = (W2.T @ W1.T)
    b = b1 @ W2 + b2
    return W, b
# %% wrong: second bias forgotten
def collapse(W1, b1, W2, b2):
    return np.dot(W1, W2), np.dot(b1, W2)
# %% right: reads it off by putting unit rows in
def collapse(W1, b1, W2, b2):
    net = lambda X: (X @ W1 + b1) @ W2 + b2
    n = len(W1)
    b = net(np.zeros((1, n)))[0]
    return net(np.eye(n)) - b, b


# %% wrong: order of the product
def collapse(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2 + b2


# %% wrong: element by element
def collapse(W1, b1, W2, b2):
    return W1 * W2, b1 @ W2 + b2


# %% wrong: the first bias goes through both matrices: b1 W1 W2 (fits when n = h, as in the example)
def collapse(W1, b1, W2, b2):
    W = W1 @ W2
    b = b1 @ W + b2
    return W, b


# %% wrong: the bias has the shape (1, k)
def collapse(W1, b1, W2, b2):
    W = np.dot(W1, W2)
    b = b1.reshape(1, -1) @ W2 + b2
    return W, b


# %% wrong: the first bias summed up instead of weighted
def collapse(W1, b1, W2, b2):
    return W1 @ W2, b1.sum() * W2.sum(axis=0) + b2


# %% right: asks the two layers: zeros give the bias, unit vectors the rows
def collapse(W1, b1, W2, b2):
    def two_layers(X):
        return (X @ W1 + b1) @ W2 + b2

    n = W1.shape[0]
    b = two_layers(np.zeros((1, n)))[0]
    W = two_layers(np.eye(n)) - b
    return W, b


# %% wrong: tanh left in the first bias, b2 forgotten
def collapse(W1, b1, W2, b2):
    W = W1 @ W2
    b = np.tanh(b1) @ W2
    return W, b


# %% wrong: minus between the two biases
def collapse(W1, b1, W2, b2):
    W = np.einsum("nh,hk->nk", W1, W2)
    b = np.einsum("h,hk->k", b1, W2) - b2
    return W, b


# %% right: asks the two layers about zero and the unit vectors
def collapse(W1, b1, W2, b2):
    def layers(X):
        return (X @ W1 + b1) @ W2 + b2
    n = W1.shape[0]
    b = layers(np.zeros((1, n)))[0]
    return layers(np.eye(n)) - b, b


# %% wrong: the bias comes as a row matrix
def collapse(W1, b1, W2, b2):
    b = b1.reshape(1, -1) @ W2 + b2
    return np.matmul(W1, W2), b


# %% right: pushes unit vectors through
def collapse(W1, b1, W2, b2):
    def through(X):
        return (X @ np.asarray(W1) + b1) @ np.asarray(W2) + b2

    n = np.shape(W1)[0]
    b = through(np.zeros((1, n)))[0]
    return through(np.eye(n)) - b, b


# %% wrong: b of shape (1, k)
def collapse(W1, b1, W2, b2):
    W = np.matmul(W1, W2)
    b = b1.reshape(1, -1) @ W2 + b2
    return W, b


# %% wrong: product the other way round
def collapse(W1, b1, W2, b2):
    return (W2.T @ W1.T), b1 @ W2 + b2


# %% wrong: b1 + b2 and elementwise
def collapse(W1, b1, W2, b2):
    W = W1 @ W2
    return W, np.mean(b1) * np.ones(len(b2)) + b2 * 0


# %% wrong: b2[j] is added inside the inner sum, so it is multiplied by the column of W2 in place of being added once at
def collapse(W1, b1, W2, b2):
    k = W2.shape[1]
    b = [0.0] * k
    for j in range(k):
        for i in range(len(b1)):
            b[j] += (b1[i] + b2[j]) * W2[i][j]
    return W1 @ W2, np.array(b)


# %% wrong: the matrices are multiplied in the wrong order, and the biases are simply multiplied into W1 (b1 @ W1)
def collapse(W1, b1, W2, b2):
    W = W2 @ W1
    b = b1 @ W1 + b2
    return W, b
