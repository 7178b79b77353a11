# %% right: the bias is one more row of the matrix, for a column of ones
def mlp_forward(X, W1, b1, W2, b2):
    def layer(inputs, W, b):
        ones = np.ones((len(inputs), 1))
        return np.hstack([inputs, ones]) @ np.vstack([W, b])

    return layer(np.tanh(layer(X, W1, b1)), W2, b2)


# %% right: plain loops over objects and neurons with math.tanh
def mlp_forward(X, W1, b1, W2, b2):
    result = []
    for x in X:
        hidden = []
        for j in range(len(b1)):
            z = b1[j] + sum(x[i] * W1[i][j] for i in range(len(x)))
            hidden.append(math.tanh(z))
        result.append([b2[c] + sum(h * W2[j][c] for j, h in enumerate(hidden))
                       for c in range(len(b2))])
    return np.array(result)


# %% wrong: tanh at the output too
def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    return np.tanh(H @ W2 + b2)


# %% wrong: the hidden bias is added after the bend
def mlp_forward(X, W1, b1, W2, b2):
    """tanh hidden layer and a linear output."""
    hidden_activation = np.tanh(np.dot(X, W1)) + b1
    output = np.dot(hidden_activation, W2) + b2
    return output


# %% wrong: squeezes the answer, with one output it has the shape (m,)
def mlp_forward(X, W1, b1, W2, b2):
    z = np.matmul(X, W1) + b1
    return np.squeeze(np.matmul(np.tanh(z), W2) + b2)


# %% wrong: the sums start from b1 itself, so b1 is changed and objects pile up in it
def mlp_forward(X, W1, b1, W2, b2):
    predictions = np.zeros((X.shape[0], W2.shape[1]))
    for row in range(X.shape[0]):
        z = b1
        for i in range(X.shape[1]):
            z += X[row, i] * W1[i]
        predictions[row] = np.tanh(z) @ W2 + b2
    return predictions


# %% wrong: sigmoid for tanh (habit from logistic regression), and the output's bias is missing
def mlp_forward(X, W1, b1, W2, b2):
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))
    A1 = sigmoid(X.dot(W1) + b1)
    Z2 = A1.dot(W2)
    return Z2


# %% wrong: no activation at all, the function collapses into one linear layer
def mlp_forward(X, W1, b1, W2, b2):
    out = X
    for W, b in ((W1, b1), (W2, b2)):
        out = out @ W + b
    return out


# %% wrong: forgets both biases
def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1)
    return H @ W2


# %% wrong: forgets the output bias
def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    return H @ W2


# %% wrong: ReLU instead of tanh
def mlp_forward(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.maximum(0, Z)
    return H @ W2 + b2
# %% wrong: tanh on the output too
def mlp_forward(X, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    return np.tanh(h @ W2 + b2)
# %% wrong: result flattened
def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X.dot(W1) + b1)
    out = H.dot(W2) + b2
    return out.squeeze()
# %% wrong: the bias is added after the tanh
def mlp_forward(X, W1, b1, W2, b2):
    hidden = np.tanh(X @ W1) + b1
    return hidden @ W2 + b2
# %% wrong: sigmoid in the hidden layer
def mlp_forward(X, W1, b1, W2, b2):
    z = X @ W1 + b1
    a = 1 / (1 + np.exp(-z))
    return a @ W2 + b2
# %% right: neuron by neuron
def mlp_forward(X, W1, b1, W2, b2):
    m, k = len(X), len(b2)
    out = np.zeros((m, k))
    for i in range(m):
        a = [math.tanh(sum(X[i][p] * W1[p][q] for p in range(len(W1))) + b1[q]) for q in range(len(b1))]
        for r in range(k):
            out[i, r] = b2[r] + sum(a[q] * W2[q][r] for q in range(len(a)))
    return out
# %% wrong: relu instead of tanh and the second bias missing (two mistakes)
def mlp_forward(X, W1, b1, W2, b2):
    return np.maximum(X @ W1 + b1, 0) @ W2


# %% wrong: ravel for k = 1
def mlp_forward(X, W1, b1, W2, b2):
    out = np.tanh(X @ W1 + b1) @ W2 + b2
    if out.shape[1] == 1:
        out = out.ravel()
    return out


# %% wrong: sigmoid and b2 forgotten
def mlp_forward(X, W1, b1, W2, b2):
    z = X @ W1 + b1
    h = 1 / (1 + np.exp(-z))
    return h @ W2


# %% wrong: b1 added after the bend
def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1) + b1
    return H @ W2 + b2


# %% wrong: ravelled
def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    return (H @ W2 + b2).ravel()


# %% wrong: sigmoid, and no second bias (two)
def mlp_forward(X, W1, b1, W2, b2):
    H = 1 / (1 + np.exp(-(X @ W1 + b1)))
    return H @ W2


# %% wrong: no activation, b2 left out (two)
def mlp_forward(X, W1, b1, W2, b2):
    return (X @ W1 + b1) @ W2


# %% wrong: only the first bias of the output is added to all outputs
def mlp_forward(X, W1, b1, W2, b2):
    hidden = np.tanh(X @ W1 + b1)
    return hidden @ W2 + b2[0]


# %% right: biases as a further row of the matrices
def mlp_forward(X, W1, b1, W2, b2):
    def layer(A, W, b):
        ones = np.ones((len(A), 1))
        return np.hstack([A, ones]) @ np.vstack([W, b])

    return layer(np.tanh(layer(X, W1, b1)), W2, b2)


# %% wrong: bend at the input instead of the hidden sums, b2 forgotten
def mlp_forward(X, W1, b1, W2, b2):
    Z = np.tanh(X) @ W1 + b1
    return Z @ W2


# %% wrong: bias of the hidden layer after the bend
def mlp_forward(X, W1, b1, W2, b2):
    Z = X @ W1
    H = np.tanh(Z) + b1
    return H @ W2 + b2


# %% wrong: no tanh, and b2 is forgotten (two mistakes)
def mlp_forward(X, W1, b1, W2, b2):
    layer1 = X @ W1 + b1
    layer2 = layer1 @ W2
    return layer2


# %% wrong: flattened for one output
def mlp_forward(X, W1, b1, W2, b2):
    H = np.tanh(np.dot(X, W1) + b1)
    out = np.dot(H, W2) + b2
    return out.squeeze()


# %% right: row by row with bias folded in
def mlp_forward(X, W1, b1, W2, b2):
    first = np.vstack([W1, b1])
    second = np.vstack([W2, b2])
    rows = []
    for x in np.asarray(X, float):
        h = np.tanh(np.append(x, 1.0) @ first)
        rows.append(np.append(h, 1.0) @ second)
    return np.array(rows)
