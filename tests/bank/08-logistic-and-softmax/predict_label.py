# %% right: True counts as 1
def predict_label(p, threshold=0.5):
    return 1 + (p >= threshold)


# %% right: a number for itself, an array entry by entry
def predict_label(p, threshold=0.5):
    if np.ndim(p) == 0:
        return 2 if p >= threshold else 1
    return np.array([predict_label(part, threshold) for part in p], dtype=int)


# %% wrong: names the classes 0 and 1 instead of 1 and 2
def predict_label(p, threshold=0.5):
    return np.where(np.asarray(p) >= threshold, 1, 0)


# %% wrong: threshold is ignored, one half is written in
def predict_label(p, threshold=0.5):
    labels = np.ones(np.shape(p), dtype=int)
    labels += np.asarray(p) >= 0.5
    return labels


# %% wrong: a plain if, breaks for an array
def predict_label(p, threshold=0.5):
    if p >= threshold:
        return 2
    else:
        return 1


# %% wrong: the two classes exchanged, and the answer is written into the argument p
def predict_label(p, threshold=0.5):
    if isinstance(p, np.ndarray):
        above = p >= threshold
        p[above] = 1
        p[~above] = 2
        return p
    return 1 if p >= threshold else 2


# %% wrong: 1 and 2 exchanged
def predict_label(p, threshold=0.5):
    return np.where(p >= threshold, 1, 2)


# %% wrong: rounds p and adds 1, so the threshold is always one half
def predict_label(p, threshold=0.5):
    return np.round(p).astype(int) + 1 if isinstance(p, np.ndarray) else round(p) + 1


# %% wrong: gives truth values instead of names
def predict_label(p, threshold=0.5):
    return p >= threshold


# %% wrong: a list of the 2s only, the 1s are left out
def predict_label(p, threshold=0.5):
    labels = []
    for q in p:
        if q >= threshold:
            labels.append(2)
    return np.array(labels)
# %% wrong: threshold ignored, rounding
def predict_label(p, threshold=0.5):
    return np.round(p) + 1
# %% wrong: classes exchanged
def predict_label(p, threshold=0.5):
    p = np.asarray(p)
    labels = np.ones(p.shape)
    labels[p < threshold] = 2
    return labels


# %% wrong: labels swapped and rounding
def predict_label(p, threshold=0.5):
    return 2 - np.round(p).astype(int)


# %% wrong: threshold written in
def predict_label(p, threshold=0.5):
    return np.where(p >= 0.5, 2, 1)


# %% right: truth value plus one
def predict_label(p, threshold=0.5):
    return (np.asarray(p) >= threshold) + 1


# %% wrong: how many times the threshold fits into p
def predict_label(p, threshold=0.5):
    return 1 + p // threshold


# %% wrong: the shape is lost: a flat list
def predict_label(p, threshold=0.5):
    labels = []
    for value in np.ravel(p):
        if value >= threshold:
            labels.append(2)
        else:
            labels.append(1)
    if np.ndim(p) == 0:
        return labels[0]
    return np.array(labels)


# %% wrong: sign plus one: the lower class is 0
def predict_label(p, threshold=0.5):
    return (np.sign(p - threshold) + 1).astype(int) if np.ndim(p) else int(np.sign(p - threshold)) + 1


# %% wrong: compares the distance to one half with the threshold
def predict_label(p, threshold=0.5):
    p = np.asarray(p)
    return np.where(np.abs(p - 0.5) >= threshold, 2, 1)


# %% wrong: rounds, so the threshold is not used, and names 0 and 1
def predict_label(p, threshold=0.5):
    return np.round(p).astype(int)


# %% wrong: rounds, so the threshold is not used
def predict_label(p, threshold=0.5):
    return np.round(p).astype(int) + 1


# %% right: one plus comparison
def predict_label(p, threshold=0.5):
    return 1 + (np.asarray(p) >= threshold).astype(int)


# %% wrong: the two classes exchanged
def predict_label(p, threshold=0.5):
    p = np.asarray(p)
    label = np.full(p.shape, 2)
    label[p >= threshold] = 1
    return label


# %% right: list recursion-free vectorize with conditional
def predict_label(p, threshold=0.5):
    name = lambda q: 2 if not q < threshold else 1
    if np.ndim(p) == 0:
        return name(p)
    flat = [name(q) for q in np.ravel(p)]
    return np.array(flat).reshape(np.shape(p))


# %% wrong: takes p for a score and passes it through the sigmoid again before comparing with the threshold
def predict_label(p, threshold=0.5):
    prob = 1 / (1 + np.exp(-np.asarray(p)))
    return np.where(prob >= threshold, 2, 1)


# %% wrong: the small values become 1 first, and these ones are then found to be above the threshold: everything becomes 2
def predict_label(p, threshold=0.5):
    метки = np.array(p, dtype=float)
    метки[метки < threshold] = 1
    метки[метки >= threshold] = 2
    return метки


# %% wrong: the two class names are exchanged, and a plain Python if is used, which fails for arrays
def predict_label(p, threshold=0.5):
    if p >= threshold:
        return 1
    else:
        return 2


# %% wrong: rounds p minus threshold instead of comparing, so only values more than half a unit above the threshold get
def predict_label(p, threshold=0.5):
    p = np.asarray(p, dtype=float)
    return 1 + np.rint(np.clip(p - threshold, 0, 1)).astype(int)
