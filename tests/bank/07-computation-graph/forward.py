# %% right: a loop over the letters, sigmoid through tanh
def forward(w, x):
    graph = {letter: float(wi * xi) for letter, wi, xi in zip("ABC", w, x)}
    graph["G"] = sum(graph.values())
    graph["S"] = 0.5 * (1 + math.tanh(graph["G"] / 2))
    return graph


# %% wrong: brackets lost in the sigmoid, 1 / 1 + e^-G
def forward(w, x):
    A = w[0] * x[0]
    B = w[1] * x[1]
    C = w[2] * x[2]
    G = A + B + C
    S = 1 / 1 + np.exp(-G)
    return {'A': A, 'B': B, 'C': C, 'G': G, 'S': S}


# %% wrong: the sigmoid without the minus in the exponent
def forward(w, x):
    def sigmoid(z):
        return 1.0 / (1.0 + math.exp(z))

    products = [float(p) for p in np.asarray(w) * np.asarray(x)]
    total = sum(products)
    return dict(A=products[0], B=products[1], C=products[2], G=total, S=sigmoid(total))


# %% wrong: C is left out of the sum G
def forward(w, x):
    d = {}
    d["A"], d["B"], d["C"] = w * x
    d["G"] = d["A"] + d["B"]
    d["S"] = 1 / (1 + np.exp(-d["G"]))
    return d


# %% wrong: G is the product of A, B, C, and S is under the key 'F'
def forward(w, x):
    a, b, c = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    g = a * b * c
    return {"A": a, "B": b, "C": c, "G": g, "F": 1 / (1 + np.exp(-g))}


# %% wrong: tanh instead of the sigmoid
def forward(w, x):
    A, B, C = w * x
    G = A + B + C
    return {'A': A, 'B': B, 'C': C, 'G': G, 'S': np.tanh(G)}


# %% wrong: sums w + x instead of products
def forward(w, x):
    A = w[0] + x[0]
    B = w[1] + x[1]
    C = w[2] + x[2]
    G = A + B + C
    S = 1 / (1 + np.exp(-G))
    return {'A': A, 'B': B, 'C': C, 'G': G, 'S': S}


# %% wrong: all indices are one too small, A is made with the last pair
def forward(w, x):
    A = w[-1] * x[-1]
    B = w[0] * x[0]
    C = w[1] * x[1]
    G = A + B + C
    S = 1 / (1 + np.exp(-G))
    return {'A': A, 'B': B, 'C': C, 'G': G, 'S': S}
# %% wrong: the sigmoid lacks the minus
def forward(w, x):
    A, B, C = w * x
    G = A + B + C
    return {'A': A, 'B': B, 'C': C, 'G': G, 'S': 1 / (1 + np.exp(G))}
# %% wrong: small letters as keys
def forward(w, x):
    a = w[0] * x[0]
    b = w[1] * x[1]
    c = w[2] * x[2]
    g = a + b + c
    return dict(a=a, b=b, c=c, g=g, s=1 / (1 + np.exp(-g)))
# %% wrong: B subtracted in G
def forward(w, x):
    out = {}
    for i, key in enumerate('ABC'):
        out[key] = w[i] * x[i]
    out['G'] = out['A'] - out['B'] + out['C']
    out['S'] = 1 / (1 + np.exp(-out['G']))
    return out
# %% wrong: C takes the weight of B, sigmoid applied to A (two mistakes)
def forward(w, x):
    A = w[0] * x[0]
    B = w[1] * x[1]
    C = w[1] * x[2]
    G = A + B + C
    S = 1 / (1 + np.exp(-A))
    return {'A': A, 'B': B, 'C': C, 'G': G, 'S': S}


# %% wrong: index 1 twice
def forward(w, x):
    a = w[0] * x[0]
    b = w[1] * x[1]
    c = w[1] * x[2]
    g = a + b + c
    return dict(A=a, B=b, C=c, G=g, S=1 / (1 + np.exp(-g)))


# %% wrong: S is tanh
def forward(w, x):
    p = w * x
    g = p.sum()
    return {"A": p[0], "B": p[1], "C": p[2], "G": g, "S": np.tanh(g)}


# %% wrong: sigma of the sum with plus
def forward(w, x):
    A, B, C = w[0] * x[0], w[1] * x[1], w[2] * x[2]
    G = A + B + C
    return {"A": A, "B": B, "C": C, "G": G, "S": 1 / (1 + np.exp(G))}


# %% wrong: index from one
def forward(w, x):
    A = w[0] * x[1]
    B = w[1] * x[1]
    C = w[2] * x[2]
    G = A + B + C
    S = 1 / (1 + np.exp(-G))
    return {"A": A, "B": B, "C": C, "G": G, "S": S}


# %% wrong: a tuple of values
def forward(w, x):
    A, B, C = w * x
    G = A + B + C
    S = 1 / (1 + np.exp(-G))
    return A, B, C, G, S


# %% wrong: S is a sigmoid of A (wrong variable)
def forward(w, x):
    A, B, C = (w[i] * x[i] for i in range(3))
    G = A + B + C
    S = 1 / (1 + np.exp(-A))
    return dict(A=A, B=B, C=C, G=G, S=S)


# %% right: loop over the letters, sigmoid by exp(G)/(1+exp(G)) on the safe side
def forward(w, x):
    out = {}
    total = 0.0
    for name, wi, xi in zip("ABC", w, x):
        out[name] = float(wi) * float(xi)
        total += out[name]
    out["G"] = total
    if total >= 0:
        out["S"] = 1.0 / (1.0 + np.exp(-total))
    else:
        e = np.exp(total)
        out["S"] = e / (1.0 + e)
    return out


# %% wrong: products from the first row of the outer product: w1 with every x
def forward(w, x):
    A, B, C = np.outer(w, x)[0]
    G = A + B + C
    return {"A": A, "B": B, "C": C, "G": G, "S": 1 / (1 + np.exp(-G))}


# %% wrong: e typed as 2.7
def forward(w, x):
    a = w[0] * x[0]
    b = w[1] * x[1]
    c = w[2] * x[2]
    g = a + b + c
    s = 1 / (1 + 2.7 ** (-g))
    return {'A': a, 'B': b, 'C': c, 'G': g, 'S': s}


# %% wrong: S rounded to two decimals
def forward(w, x):
    prod = w * x
    G = prod.sum()
    S = round(float(1 / (1 + np.exp(-G))), 2)
    return dict(A=prod[0], B=prod[1], C=prod[2], G=G, S=S)


# %% wrong: G is the mean of the products, S is the slope of the sigmoid
def forward(w, x):
    A = w[0]*x[0]; B = w[1]*x[1]; C = w[2]*x[2]
    G = np.mean([A, B, C])
    s = 1/(1+np.exp(-G))
    return {'A': A, 'B': B, 'C': C, 'G': G, 'S': s*(1-s)}


# %% wrong: tanh where the sigmoid belongs
def forward(w, x):
    prod = w * x
    g = prod.sum()
    return dict(A=prod[0], B=prod[1], C=prod[2], G=g, S=np.tanh(g))


# %% wrong: sigmoid of every product instead of the sum, then added
def forward(w, x):
    def sig(t):
        return 1 / (1 + np.exp(-t))
    a, b, c = w * x
    return {"A": a, "B": b, "C": c, "G": a + b + c, "S": sig(a) + sig(b) + sig(c)}


# %% wrong: a slip of an index: w3 times x2
def forward(w, x):
    w1, w2, w3 = w
    x1, x2, x3 = x
    A = w1 * x1
    B = w2 * x2
    C = w3 * x2
    G = A + B + C
    return {"A": A, "B": B, "C": C, "G": G, "S": 1.0 / (1.0 + np.exp(-G))}


# %% wrong: the mean instead of the sum, brackets of the sigmoid lost (two mistakes)
def forward(w, x):
    p = np.array(w) * np.array(x)
    G = np.mean(p)
    return {"A": p[0], "B": p[1], "C": p[2], "G": G, "S": 1 / 1 + np.exp(-G)}


# %% wrong: keys in lower case
def forward(w, x):
    a = w[0] * x[0]
    b = w[1] * x[1]
    c = w[2] * x[2]
    g = a + b + c
    s = 1 / (1 + np.exp(-g))
    return {"a": a, "b": b, "c": c, "g": g, "s": s}


# %% right: enumerate with sum and conditional sigmoid
def forward(w, x):
    products = [float(a) * float(b) for a, b in zip(w, x)]
    g = sum(products)
    s = 1 / (1 + np.exp(-g)) if g >= 0 else np.exp(g) / (1 + np.exp(g))
    return dict(zip("ABCGS", products + [g, s]))
