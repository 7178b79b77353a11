# %% right: object by object with outer products, the shares are added up
def mlp_backward(X, y, W1, b1, W2, b2):
    dW1, db1 = np.zeros(np.shape(W1)), np.zeros(np.shape(b1))
    dW2, db2 = np.zeros(np.shape(W2)), np.zeros(np.shape(b2))
    entries = np.size(y)
    for x, target in zip(X, y):
        h = np.tanh(x @ W1 + b1)
        d = 2 * (h @ W2 + b2 - target) / entries
        e = (W2 @ d) * (1 - h**2)
        dW2 += np.outer(h, d)
        db2 += d
        dW1 += np.outer(x, e)
        db1 += e
    return dW1, db1, dW2, db2


# %% right: complex steps, the imaginary part is the slope without rounding trouble
def mlp_backward(X, y, W1, b1, W2, b2):
    def loss(p):
        prediction = np.tanh(X @ p[0] + p[1]) @ p[2] + p[3]
        return np.mean((prediction - y) ** 2)

    parameters = [np.array(p, dtype=complex) for p in (W1, b1, W2, b2)]
    gradients = []
    for p in parameters:
        slope = np.zeros(p.shape)
        for place in np.ndindex(p.shape):
            p[place] += 1e-30j
            slope[place] = loss(parameters).imag / 1e-30
            p[place] = p[place].real
        gradients.append(slope)
    return tuple(gradients)


# %% right: einsum, and the slope of tanh written as 1 / cosh^2
def mlp_backward(X, y, W1, b1, W2, b2):
    Z = np.einsum("mn,nh->mh", X, W1) + b1
    residual = np.einsum("mh,hk->mk", np.tanh(Z), W2) + b2 - y
    D = residual * (2.0 / residual.size)
    E = np.einsum("mk,hk->mh", D, W2) * np.cosh(Z) ** -2.0
    return (np.einsum("mn,mh->nh", X, E), np.einsum("mh->h", E),
            np.einsum("mh,mk->hk", np.tanh(Z), D), np.einsum("mk->k", D))


# %% wrong: the factor 2 of the square is missing
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = (H @ W2 + b2 - y) / y.size
    E = (D @ W2.T) * (1 - H**2)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


# %% wrong: divides by the number of objects only, right as long as there is one output
def mlp_backward(X, y, W1, b1, W2, b2):
    m = X.shape[0]
    hidden = np.tanh(np.dot(X, W1) + b1)
    prediction = np.dot(hidden, W2) + b2
    error = 2 * (prediction - y) / m
    dW2 = np.dot(hidden.T, error)
    db2 = np.sum(error, axis=0)
    back = np.dot(error, W2.T) * (1 - hidden * hidden)
    dW1 = np.dot(X.T, back)
    db1 = np.sum(back, axis=0)
    return dW1, db1, dW2, db2


# %% wrong: the slope of tanh is left out on the way back
def mlp_backward(X, y, W1, b1, W2, b2):
    # forward
    a = np.tanh(X @ W1 + b1)
    yhat = a @ W2 + b2
    # backward
    g = 2 * np.subtract(yhat, y) / np.prod(y.shape)
    g_hidden = g @ W2.T
    return (X.T @ g_hidden, g_hidden.sum(0), a.T @ g, g.sum(0))


# %% wrong: the slope is taken at the wrong place, 1 - z^2 with the sum z instead of 1 - h^2
def mlp_backward(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.tanh(Z)
    delta_out = (2 / y.size) * (H @ W2 + b2 - y)
    delta_hidden = delta_out @ W2.T * (1 - Z ** 2)
    dW2, db2 = H.T @ delta_out, delta_out.sum(axis=0)
    dW1, db1 = X.T @ delta_hidden, delta_hidden.sum(axis=0)
    return dW1, db1, dW2, db2


# %% wrong: bias gradients are averaged instead of summed, so the 1 / m is there twice
def mlp_backward(X, y, W1, b1, W2, b2):
    h = np.tanh(X.dot(W1) + b1)
    D = 2 * (h.dot(W2) + b2 - y) / y.size
    E = D.dot(W2.T) * (1 - np.square(h))
    grads = {}
    grads["W2"] = h.T.dot(D)
    grads["b2"] = D.mean(axis=0)
    grads["W1"] = X.T.dot(E)
    grads["b1"] = E.mean(axis=0)
    return grads["W1"], grads["b1"], grads["W2"], grads["b2"]


# %% wrong: y minus prediction (wrong sign), and the order of the backward pass, W2 before W1
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    Y_hat = H @ W2 + b2
    D = 2 * (y - Y_hat) / Y_hat.size
    dW2 = H.T @ D
    db2 = np.sum(D, axis=0)
    E = (D @ W2.T) * (1 - H * H)
    dW1 = X.T @ E
    db1 = np.sum(E, axis=0)
    return dW2, db2, dW1, db1


# %% wrong: one-sided small steps of 0.01, the slopes are right to one or two digits only
def mlp_backward(X, y, W1, b1, W2, b2):
    def mse(A, a, B, b):
        return np.mean((np.tanh(X @ A + a) @ B + b - y) ** 2)

    params = [np.array(p, dtype=float) for p in (W1, b1, W2, b2)]
    base = mse(*params)
    result = []
    for p in params:
        grad = np.zeros_like(p)
        flat, gflat = p.reshape(-1), grad.reshape(-1)
        for i in range(flat.size):
            flat[i] += 0.01
            gflat[i] = (mse(*params) - base) / 0.01
            flat[i] -= 0.01
        result.append(grad)
    return tuple(result)


# %% wrong: the slope of tanh is 1 - h, the square is missing
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    pred = H @ W2 + b2
    D = 2 * (pred - y) / y.size
    E = (D @ W2.T) * (1 - H)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


# %% wrong: nothing is averaged
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    pred = H @ W2 + b2
    D = 2 * (pred - y)
    E = (D @ W2.T) * (1 - H**2)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


# %% wrong: bias gradients are summed over everything, one number each
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    pred = H @ W2 + b2
    D = 2 * (pred - y) / y.size
    E = (D @ W2.T) * (1 - H**2)
    return X.T @ E, np.sum(E), H.T @ D, np.sum(D)


# %% wrong: X and H exchanged in the two products, and divided by the objects only
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / len(X)
    E = (D @ W2.T) * (1 - H**2)
    dW2 = X.T @ D
    dW1 = H.T @ E
    return dW1, E.sum(0), dW2, D.sum(0)
# %% wrong: divides by m instead of all entries
def mlp_backward(X, y, W1, b1, W2, b2):
    m = len(X)
    H = np.tanh(X @ W1 + b1)
    P = H @ W2 + b2
    d = 2 * (P - y) / m
    dW2 = H.T @ d
    db2 = d.sum(axis=0)
    dZ = d @ W2.T * (1 - H ** 2)
    return X.T @ dZ, dZ.sum(axis=0), dW2, db2
# %% wrong: numerical gradients with a coarse forward step
def mlp_backward(X, y, W1, b1, W2, b2):
    params = [np.array(p, dtype=float) for p in (W1, b1, W2, b2)]
    def loss():
        H = np.tanh(X @ params[0] + params[1])
        return np.mean((H @ params[2] + params[3] - y) ** 2)
    h = 1e-4
    grads = []
    for p in params:
        g = np.zeros(p.shape)
        base = loss()
        for idx in np.ndindex(p.shape):
            old = p[idx]
            p[idx] = old + h
            g[idx] = (loss() - base) / h
            p[idx] = old
        grads.append(g)
    return tuple(grads)
# %% wrong: the tanh slope uses the sum, not the value
def mlp_backward(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.tanh(Z)
    d = 2 * (H @ W2 + b2 - y) / y.size
    dZ = (d @ W2.T) * (1 - Z ** 2)
    return X.T @ dZ, dZ.sum(0), H.T @ d, d.sum(0)
# %% wrong: db as means and the order of the answers W1 W2 b1 b2 (two mistakes)
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (H @ W2 + b2 - y) / y.size
    dZ = (d @ W2.T) * (1 - H ** 2)
    return X.T @ dZ, H.T @ d, dZ.mean(0), d.mean(0)
# %% wrong: bend forgotten on the way back
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    E = H @ W2 + b2 - y
    D2 = 2 * E / E.size
    D1 = D2 @ W2.T
    return X.T @ D1, np.sum(D1, axis=0), H.T @ D2, np.sum(D2, axis=0)
# %% right: with ones columns and einsum
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    E = (H @ W2 + b2 - y) * (2 / y.size)
    back = np.einsum('mk,hk->mh', E, W2) / np.cosh(X @ W1 + b1) ** 2
    one = np.ones(len(X))
    return np.einsum('mn,mh->nh', X, back), one @ back, np.einsum('mh,mk->hk', H, E), one @ E
# %% wrong: no factor two and the old slope 1 - H (two mistakes)
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = (H @ W2 + b2 - y) / y.size
    dZ = (d @ W2.T) * (1 - H)
    return X.T @ dZ, dZ.sum(0), H.T @ d, d.sum(0)
# %% wrong: residual with the other sign
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    d = 2 * (y - (H @ W2 + b2)) / y.size
    dW2 = H.T @ d
    db2 = d.sum(0)
    dH = d @ W2.T
    dW1 = X.T @ (dH * (1 - H * H))
    db1 = (dH * (1 - H * H)).sum(0)
    return dW1, db1, dW2, db2


# %% wrong: tanh derivative forgotten and sign
def mlp_backward(X, y, W1, b1, W2, b2):
    A = X @ W1 + b1
    H = np.tanh(A)
    out = H @ W2 + b2
    dout = 2 * (y - out) / y.size
    dH = dout @ W2.T
    dW2 = H.T @ dout
    db2 = np.sum(dout, axis=0)
    dW1 = X.T @ dH
    db1 = np.sum(dH, axis=0)
    return dW1, db1, dW2, db2


# %% wrong: 1 - tanh(H)^2 and dW2 uses A instead of H
def mlp_backward(X, y, W1, b1, W2, b2):
    A = X @ W1 + b1
    H = np.tanh(A)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = (D @ W2.T) * (1 - np.tanh(H) ** 2)
    return X.T @ E, E.sum(axis=0), A.T @ D, D.sum(axis=0)


# %% right: einsum
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(np.einsum("ij,jk->ik", X, W1) + b1)
    D = (np.einsum("ij,jk->ik", H, W2) + b2 - y) * (2 / y.size)
    E = np.einsum("ik,jk->ij", D, W2) * (1 + H) * (1 - H)
    return np.einsum("ij,ik->jk", X, E), np.einsum("ik->k", E), np.einsum("ij,ik->jk", H, D), np.ones(len(X)) @ D


# %% right: with explicit loops over objects
def mlp_backward(X, y, W1, b1, W2, b2):
    dW1, db1 = np.zeros(W1.shape), np.zeros(b1.shape)
    dW2, db2 = np.zeros(W2.shape), np.zeros(b2.shape)
    for i in range(len(X)):
        h = np.tanh(X[i] @ W1 + b1)
        d = 2 * (h @ W2 + b2 - y[i]) / y.size
        dW2 += np.outer(h, d)
        db2 += d
        e = (W2 @ d) * (1 - h ** 2)
        dW1 += np.outer(X[i], e)
        db1 += e
    return dW1, db1, dW2, db2


# %% wrong: divides by the objects only
def mlp_backward(X, y, W1, b1, W2, b2):
    m = len(X)
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / m
    dW2 = H.T @ D
    db2 = D.sum(axis=0)
    E = D @ W2.T * (1 - H ** 2)
    return X.T @ E, E.sum(axis=0), dW2, db2


# %% wrong: slope of tanh at H with sigmoid's formula
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = D @ W2.T * H * (1 - H)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


# %% wrong: mean for biases
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = D @ W2.T * (1 - H * H)
    return X.T @ E, E.mean(axis=0), H.T @ D, D.mean(axis=0)


# %% wrong: order of the answer and the bend forgotten (two)
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = D @ W2.T
    return H.T @ D, D.sum(axis=0), X.T @ E, E.sum(axis=0)


# %% wrong: db1 from D (wrong variable)
def mlp_backward(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.tanh(Z)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = (D @ W2.T) * (1 - np.tanh(Z) ** 2)
    dW2 = H.T @ D
    db2 = D.sum(axis=0)
    dW1 = X.T @ E
    db1 = E.sum(axis=1) if len(X) == len(b1) else E.sum()
    return dW1, db1, dW2, db2


# %% wrong: sign and slope at the sum: 1 - Z^2 (two)
def mlp_backward(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.tanh(Z)
    D = 2 * (y - H @ W2 - b2) / y.size
    E = (D @ W2.T) * (1 - Z ** 2)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


# %% wrong: db2 is one number: the sum over the outputs as well
def mlp_backward(X, y, W1, b1, W2, b2):
    h = np.tanh(X @ W1 + b1)
    err = (h @ W2 + b2 - y) * 2 / y.size
    dW2 = h.T @ err
    db2 = np.full_like(b2, err.sum())
    back = err @ W2.T * (1 - h ** 2)
    dW1 = X.T @ back
    db1 = back.sum(axis=0)
    return dW1, db1, dW2, db2


# %% wrong: divided by m only, no 2
def mlp_backward(X, y, W1, b1, W2, b2):
    m = X.shape[0]
    H = np.tanh(X @ W1 + b1)
    D = (H @ W2 + b2 - y) / m
    E = (D @ W2.T) * (1 - H ** 2)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)


# %% wrong: means for the biases
def mlp_backward(X, y, W1, b1, W2, b2):
    hid = np.tanh(X @ W1 + b1)
    err = hid @ W2 + b2 - y
    delta2 = 2 * err / err.size
    delta1 = delta2 @ W2.T * (1 - hid * hid)
    return X.T @ delta1, delta1.mean(axis=0), hid.T @ delta2, delta2.mean(axis=0)


# %% wrong: 1 - Z squared instead of 1 - H squared
def mlp_backward(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.tanh(Z)
    Y = H @ W2 + b2
    m, k = y.shape
    D = 2 / (m * k) * (Y - y)
    E = D.dot(W2.T) * (1 - Z ** 2)
    return X.T.dot(E), E.sum(0), H.T.dot(D), D.sum(0)


# %% wrong: truth minus prediction, output layer's gradients first (two mistakes)
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (y - (H @ W2 + b2)) / y.size
    E = (D @ W2.T) * (1 - H ** 2)
    return H.T @ D, D.sum(axis=0), X.T @ E, E.sum(axis=0)


# %% right: einsum loops
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(np.einsum("mn,nh->mh", X, W1) + b1)
    err = np.einsum("mh,hk->mk", H, W2) + b2 - y
    D = 2 * err / err.size
    E = np.einsum("mk,hk->mh", D, W2) * (1 - H ** 2)
    return np.einsum("mn,mh->nh", X, E), E.sum(0), np.einsum("mh,mk->hk", H, D), D.sum(0)


# %% wrong: the slope at Z without tanh: 1 - Z^2
def mlp_backward(X, y, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.tanh(Z)
    D = 2 / y.size * (H @ W2 + b2 - y)
    E = (D @ W2.T) * (1 - Z * Z)
    return X.T @ E, E.sum(0), H.T @ D, D.sum(0)


# %% wrong: db2 kept as a matrix (1, k)
def mlp_backward(X, y, W1, b1, W2, b2):
    H = np.tanh(X @ W1 + b1)
    D = 2 * (H @ W2 + b2 - y) / y.size
    E = (D @ W2.T) * (1 - H ** 2)
    return X.T @ E, E.sum(axis=0, keepdims=True), H.T @ D, D.sum(axis=0, keepdims=True)


# %% wrong: divided by m only, and the slope of the sigmoid
def mlp_backward(X, y, W1, b1, W2, b2):
    m = X.shape[0]
    H = np.tanh(X @ W1 + b1)
    D = 2 / m * (H @ W2 + b2 - y)
    E = (D @ W2.T) * H * (1 - H)
    return X.T @ E, E.sum(axis=0), H.T @ D, D.sum(axis=0)
