# %% right: keys built with a loop, 1 - S as the sigmoid of -G
def local_derivatives(w, x):
    def sig(z):
        return 0.5 * (1 + math.tanh(0.5 * z))

    out = {}
    for number, letter in enumerate("ABC", start=1):
        out[f"d{letter}_dw{number}"] = float(x[number - 1])
        out[f"d{letter}_dx{number}"] = float(w[number - 1])
        out["dG_d" + letter] = 1.0
    G = float(np.dot(w, x))
    out["dS_dG"] = sig(G) * sig(-G)
    return out


# %% wrong: the derivative by a weight is said to be the weight, by an input the input
def local_derivatives(w, x):
    G = w @ x
    S = 1 / (1 + np.exp(-G))
    return {
        "dA_dw1": w[0], "dA_dx1": x[0],
        "dB_dw2": w[1], "dB_dx2": x[1],
        "dC_dw3": w[2], "dC_dx3": x[2],
        "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0,
        "dS_dG": S * (1 - S),
    }


# %% wrong: dS_dG is G (1 - G), the sum is put in instead of the sigmoid
def local_derivatives(w, x):
    w1, w2, w3 = w
    x1, x2, x3 = x
    G = w1 * x1 + w2 * x2 + w3 * x3
    res = dict(dA_dw1=x1, dA_dx1=w1, dB_dw2=x2, dB_dx2=w2, dC_dw3=x3, dC_dx3=w3)
    res.update(dG_dA=1, dG_dB=1, dG_dC=1)
    res["dS_dG"] = G * (1 - G)
    return res


# %% wrong: the derivatives of the sum G are the terms themselves
def local_derivatives(w, x):
    A, B, C = (float(t) for t in w * x)
    s = 1 / (1 + math.exp(-(A + B + C)))
    d = {}
    d["dA_dw1"] = x[0]
    d["dA_dx1"] = w[0]
    d["dB_dw2"] = x[1]
    d["dB_dx2"] = w[1]
    d["dC_dw3"] = x[2]
    d["dC_dx3"] = w[2]
    d["dG_dA"] = A
    d["dG_dB"] = B
    d["dG_dC"] = C
    d["dS_dG"] = s * (1 - s)
    return d


# %% wrong: everything is multiplied along the path to F, these are not local derivatives
def local_derivatives(w, x):
    S = 1 / (1 + np.exp(-np.sum(w * x)))
    slope = S * (1 - S)
    answer = {"dS_dG": slope}
    for name in ("A", "B", "C"):
        answer["dG_d" + name] = slope * 1
    for i, name in enumerate(("A", "B", "C")):
        answer["d%s_dw%d" % (name, i + 1)] = slope * x[i]
        answer["d%s_dx%d" % (name, i + 1)] = slope * w[i]
    return answer


# %% wrong: copied lines not changed (C gets numbers of B), and dS_dG is only 1 - S
def local_derivatives(w, x):
    G = w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
    S = 1 / (1 + np.exp(-G))
    dA_dw1, dA_dx1 = x[0], w[0]
    dB_dw2, dB_dx2 = x[1], w[1]
    dC_dw3, dC_dx3 = x[1], w[1]
    dG_dA = dG_dB = dG_dC = 1.0
    dS_dG = 1 - S
    return {'dA_dw1': dA_dw1, 'dA_dx1': dA_dx1, 'dB_dw2': dB_dw2, 'dB_dx2': dB_dx2,
            'dC_dw3': dC_dw3, 'dC_dx3': dC_dx3, 'dG_dA': dG_dA, 'dG_dB': dG_dB,
            'dG_dC': dG_dC, 'dS_dG': dS_dG}


# %% wrong: dS_dG at the place S: sigma(S)(1 - sigma(S))
def local_derivatives(w, x):
    def sigmoid(t):
        return 1 / (1 + np.exp(-t))

    S = sigmoid(np.dot(w, x))
    return {
        'dA_dw1': x[0], 'dA_dx1': w[0], 'dB_dw2': x[1], 'dB_dx2': w[1], 'dC_dw3': x[2], 'dC_dx3': w[2],
        'dG_dA': 1.0, 'dG_dB': 1.0, 'dG_dC': 1.0, 'dS_dG': sigmoid(S) * (1 - sigmoid(S)),
    }


# %% wrong: dS_dG is S itself, as the slope of e to the power is itself
def local_derivatives(w, x):
    G = w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
    S = 1 / (1 + math.exp(-G))
    return dict(
        dA_dw1=x[0], dA_dx1=w[0], dB_dw2=x[1], dB_dx2=w[1], dC_dw3=x[2], dC_dx3=w[2],
        dG_dA=1, dG_dB=1, dG_dC=1, dS_dG=S,
    )


# %% wrong: each of the three derivatives of G is a third
def local_derivatives(w, x):
    G = np.sum(w * x)
    S = 1 / (1 + np.exp(-G))
    d = {}
    for i, letter in enumerate('ABC'):
        d[f'd{letter}_dw{i + 1}'] = x[i]
        d[f'd{letter}_dx{i + 1}'] = w[i]
        d[f'dG_d{letter}'] = 1 / 3
    d['dS_dG'] = S * (1 - S)
    return d
# %% wrong: weights and inputs exchanged everywhere
def local_derivatives(w, x):
    s = 1 / (1 + np.exp(-(w @ x)))
    d = {}
    for i, n in enumerate('ABC', start=1):
        d[f'd{n}_dw{i}'] = w[i - 1]
        d[f'd{n}_dx{i}'] = x[i - 1]
        d[f'dG_d{n}'] = 1.0
    d['dS_dG'] = s * (1 - s)
    return d
# %% wrong: derivatives already multiplied along the path
def local_derivatives(w, x):
    s = 1 / (1 + np.exp(-(w @ x)))
    t = s * (1 - s)
    return {'dA_dw1': x[0] * t, 'dA_dx1': w[0] * t, 'dB_dw2': x[1] * t, 'dB_dx2': w[1] * t,
            'dC_dw3': x[2] * t, 'dC_dx3': w[2] * t, 'dG_dA': 1, 'dG_dB': 1, 'dG_dC': 1, 'dS_dG': t}
# %% wrong: dS_dG is S times one plus S
def local_derivatives(w, x):
    s = 1 / (1 + np.exp(-np.dot(w, x)))
    return {'dA_dw1': x[0], 'dA_dx1': w[0], 'dB_dw2': x[1], 'dB_dx2': w[1], 'dC_dw3': x[2], 'dC_dx3': w[2],
            'dG_dA': 1.0, 'dG_dB': 1.0, 'dG_dC': 1.0, 'dS_dG': s * (1 + s)}
# %% wrong: dG_dA and so on are the values, dS_dG is the sigmoid itself (two mistakes)
def local_derivatives(w, x):
    A, B, C = [w[i] * x[i] for i in range(3)]
    s = 1 / (1 + np.exp(-(A + B + C)))
    return {'dA_dw1': x[0], 'dA_dx1': w[0], 'dB_dw2': x[1], 'dB_dx2': w[1], 'dC_dw3': x[2], 'dC_dx3': w[2],
            'dG_dA': A, 'dG_dB': B, 'dG_dC': C, 'dS_dG': s}
# %% right: built by zip and a complex step for the sigmoid
def local_derivatives(w, x):
    g = complex(np.dot(w, x), 1e-20)
    ds = (1 / (1 + np.exp(-g))).imag / 1e-20
    keys = 'dA_dw1 dA_dx1 dB_dw2 dB_dx2 dC_dw3 dC_dx3 dG_dA dG_dB dG_dC dS_dG'.split()
    vals = [v for i in range(3) for v in (x[i], w[i])] + [1.0] * 3 + [ds]
    return dict(zip(keys, vals))


# %% wrong: slope of sigma taken at S
def local_derivatives(w, x):
    G = np.sum(w * x)
    S = 1 / (1 + np.exp(-G))
    s2 = 1 / (1 + np.exp(-S))
    return {
        "dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1], "dC_dw3": x[2], "dC_dx3": w[2],
        "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": s2 * (1 - s2),
    }


# %% wrong: w and x exchanged
def local_derivatives(w, x):
    out = {}
    for i, name in enumerate("ABC"):
        out[f"d{name}_dw{i + 1}"] = w[i]
        out[f"d{name}_dx{i + 1}"] = x[i]
        out[f"dG_d{name}"] = 1.0
    s = 1 / (1 + np.exp(-w @ x))
    out["dS_dG"] = s * (1 - s)
    return out


# %% wrong: multiplied along the path, sigma's slope without bracket (two)
def local_derivatives(w, x):
    s = 1 / (1 + np.exp(-np.dot(w, x)))
    ds = s - s * 2
    return {
        "dA_dw1": x[0] * ds, "dA_dx1": w[0] * ds, "dB_dw2": x[1] * ds, "dB_dx2": w[1] * ds,
        "dC_dw3": x[2] * ds, "dC_dx3": w[2] * ds, "dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": ds,
    }


# %% wrong: copy and paste: index 1 left in the third
def local_derivatives(w, x):
    g = w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
    s = 1 / (1 + np.exp(-g))
    d = {}
    d["dA_dw1"] = x[0]
    d["dA_dx1"] = w[0]
    d["dB_dw2"] = x[1]
    d["dB_dx2"] = w[1]
    d["dC_dw3"] = x[2]
    d["dC_dx3"] = w[1]
    d["dG_dA"] = d["dG_dB"] = d["dG_dC"] = 1
    d["dS_dG"] = s * (1 - s)
    return d


# %% wrong: copy and paste: dC_dx3 is w[1]
def local_derivatives(w, x):
    d = {}
    d['dA_dw1'] = x[0]
    d['dA_dx1'] = w[0]
    d['dB_dw2'] = x[1]
    d['dB_dx2'] = w[1]
    d['dC_dw3'] = x[2]
    d['dC_dx3'] = w[1]
    d['dG_dA'] = d['dG_dB'] = d['dG_dC'] = 1
    S = 1 / (1 + np.exp(-np.dot(w, x)))
    d['dS_dG'] = S * (1 - S)
    return d


# %% wrong: what the sum hands on is already multiplied by the slope of S
def local_derivatives(w, x):
    s = 1 / (1 + np.exp(-sum(w * x)))
    slope = s * (1 - s)
    d = {"dS_dG": slope}
    for box, i in zip("ABC", "123"):
        k = int(i) - 1
        d["d" + box + "_dw" + i] = x[k]
        d["d" + box + "_dx" + i] = w[k]
        d["dG_d" + box] = slope * 1
    return d


# %% wrong: S(1+S), and the B pair swapped
def local_derivatives(w, x):
    S = 1/(1+np.exp(-(w[0]*x[0]+w[1]*x[1]+w[2]*x[2])))
    return {'dA_dw1': x[0], 'dA_dx1': w[0],
            'dB_dw2': w[1], 'dB_dx2': x[1],
            'dC_dw3': x[2], 'dC_dx3': w[2],
            'dG_dA': 1, 'dG_dB': 1, 'dG_dC': 1,
            'dS_dG': S*(1+S)}


# %% right: keys made in a loop
def local_derivatives(w, x):
    answer = {}
    for i, box in enumerate("ABC", 1):
        answer[f"d{box}_dw{i}"] = x[i - 1]
        answer[f"d{box}_dx{i}"] = w[i - 1]
        answer["dG_d" + box] = 1.0
    e = np.exp(-np.sum([p * q for p, q in zip(w, x)]))
    answer["dS_dG"] = e / (1 + e) ** 2
    return answer


# %% wrong: the derivatives of G are the other addends, and S(1+S) (two mistakes)
def local_derivatives(w, x):
    A, B, C = w[0]*x[0], w[1]*x[1], w[2]*x[2]
    S = 1/(1+np.exp(-(A+B+C)))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1],
            "dC_dw3": x[2], "dC_dx3": w[2], "dG_dA": A, "dG_dB": B, "dG_dC": C,
            "dS_dG": S*(1+S)}


# %% right: built in loops with zip
def local_derivatives(w, x):
    d = {}
    for i, name in enumerate("ABC", 1):
        d[f"d{name}_dw{i}"] = x[i - 1]
        d[f"d{name}_dx{i}"] = w[i - 1]
        d[f"dG_d{name}"] = 1.0
    g = float(np.asarray(w) @ np.asarray(x))
    s = 1 / (1 + np.exp(-g))
    d["dS_dG"] = s - s ** 2
    return d


# %% wrong: dS_dG is G(1-G)
def local_derivatives(w, x):
    G = w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
    res = {"dG_dA": 1.0, "dG_dB": 1.0, "dG_dC": 1.0, "dS_dG": G * (1 - G)}
    for n, (f, wi, xi) in enumerate(zip("ABC", w, x), start=1):
        res["d%s_dw%d" % (f, n)] = xi
        res["d%s_dx%d" % (f, n)] = wi
    return res


# %% wrong: one key forgotten
def local_derivatives(w, x):
    S = 1 / (1 + np.exp(-(w @ x)))
    return {"dA_dw1": x[0], "dA_dx1": w[0], "dB_dw2": x[1], "dB_dx2": w[1],
            "dC_dw3": x[2], "dC_dx3": w[2], "dG_dA": 1.0, "dG_dB": 1.0, "dS_dG": S * (1 - S)}
