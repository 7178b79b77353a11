# %% right: a dictionary of functions, statistics.fmean over a zip
from statistics import fmean


def empirical_risk(loss, y, prediction):
    table = {
        "squared": lambda e: e * e,
        "absolute": abs,
        "squared_plus_7": lambda e: e * e + 7,
    }
    if loss not in table:
        raise ValueError("unknown loss: " + str(loss))
    return fmean(table[loss](float(a) - float(b)) for a, b in zip(y, prediction))


# %% right: with scikit-learn's metrics, 7 is added to the mean
from sklearn.metrics import mean_absolute_error, mean_squared_error


def empirical_risk(loss, y, prediction):
    match loss:
        case "squared":
            return mean_squared_error(y, prediction)
        case "absolute":
            return mean_absolute_error(y, prediction)
        case "squared_plus_7":
            return mean_squared_error(y, prediction) + 7
    raise ValueError(loss)


# %% wrong: adds the losses up and does not divide by m
def empirical_risk(loss, y, prediction):
    if loss == 'squared':
        return np.sum((y - prediction) ** 2)
    elif loss == 'absolute':
        return np.sum(np.abs(y - prediction))
    elif loss == 'squared_plus_7':
        return np.sum((y - prediction) ** 2 + 7)
    else:
        raise ValueError


# %% wrong: the absolute loss without abs, errors of both signs cancel
def empirical_risk(loss, y, prediction):
    error = np.asarray(y) - np.asarray(prediction)
    if loss not in ("squared", "absolute", "squared_plus_7"):
        raise ValueError("loss must be squared, absolute or squared_plus_7")
    if loss == "absolute":
        return error.mean()
    risk = (error ** 2).mean()
    return risk + 7 if loss.endswith("7") else risk


# %% wrong: else takes every other text for squared_plus_7, no ValueError
def empirical_risk(loss, y, prediction):
    d = y - prediction
    if loss == "squared":
        return np.mean(d**2)
    if loss == "absolute":
        return np.mean(abs(d))
    else:
        return np.mean(d**2 + 7)


# %% wrong: 7 is added once to the sum before dividing, and the ValueError is returned, not raised
def empirical_risk(loss, y, prediction):
    total = 0.0
    m = len(y)
    for i in range(m):
        if loss == "absolute":
            total += abs(y[i] - prediction[i])
        elif loss == "squared" or loss == "squared_plus_7":
            total += (y[i] - prediction[i]) ** 2
        else:
            return ValueError("unknown loss")
    if loss == "squared_plus_7":
        total += 7
    return total / m


# %% wrong: an unknown loss gives None
def empirical_risk(loss, y, prediction):
    if loss == 'squared':
        return np.mean((y - prediction) ** 2)
    if loss == 'absolute':
        return np.mean(np.abs(y - prediction))
    if loss == 'squared_plus_7':
        return np.mean((y - prediction) ** 2) + 7


# %% wrong: seven inside the bracket before squaring
def empirical_risk(loss, y, prediction):
    if loss == 'squared':
        return np.mean((y - prediction) ** 2)
    elif loss == 'absolute':
        return np.mean(np.abs(y - prediction))
    elif loss == 'squared_plus_7':
        return np.mean((y - prediction + 7) ** 2)
    else:
        raise ValueError(loss)


# %% wrong: the absolute value of the mean error
def empirical_risk(loss, y, prediction):
    if loss == 'squared':
        return np.mean((y - prediction) ** 2)
    elif loss == 'absolute':
        return abs(np.mean(y - prediction))
    elif loss == 'squared_plus_7':
        return np.mean((y - prediction) ** 2 + 7)
    raise ValueError


# %% wrong: divides by 2 as in the table of the task
def empirical_risk(loss, y, prediction):
    d = y - prediction
    if loss == 'squared':
        return np.sum(d ** 2) / 2
    if loss == 'absolute':
        return np.sum(np.abs(d)) / 2
    if loss == 'squared_plus_7':
        return np.sum(d ** 2 + 7) / 2
    raise ValueError(loss)
# %% wrong: the seven is not in the mean but divided by m
def empirical_risk(loss, y, prediction):
    m = len(y)
    if loss == 'squared':
        return np.sum((y - prediction) ** 2) / m
    if loss == 'absolute':
        return np.sum(np.abs(y - prediction)) / m
    if loss == 'squared_plus_7':
        return (np.sum((y - prediction) ** 2) + 7) / m
    raise ValueError(loss)
# %% wrong: unknown texts return None
def empirical_risk(loss, y, prediction):
    d = y - prediction
    if loss == 'squared':
        return np.mean(d ** 2)
    elif loss == 'absolute':
        return np.mean(abs(d))
    elif loss == 'squared_plus_7':
        return np.mean(d ** 2 + 7)
    else:
        print("ValueError: unknown loss", loss)
# %% wrong: abs of the mean
def empirical_risk(loss, y, prediction):
    d = y - prediction
    table = {'squared': np.mean(d ** 2), 'absolute': abs(np.mean(d)), 'squared_plus_7': np.mean(d ** 2) + 7}
    if loss not in table:
        raise ValueError("unknown loss")
    return table[loss]
# %% wrong: raises KeyError, and squared_plus_7 squares the sum (two mistakes)
def empirical_risk(loss, y, prediction):
    fs = {
        'squared': lambda a, b: (a - b) ** 2,
        'absolute': lambda a, b: np.abs(a - b),
        'squared_plus_7': lambda a, b: (a - b + 7) ** 2,
    }
    return np.mean(fs[loss](y, prediction))


# %% wrong: the 7 in front of the mean, twice divided
def empirical_risk(loss, y, prediction):
    r = y - prediction
    if loss == "squared":
        return np.mean(r ** 2)
    elif loss == "absolute":
        return np.mean(np.abs(r))
    elif loss == "squared_plus_7":
        return np.mean((r + 7) ** 2)
    raise ValueError(loss)


# %% wrong: no ValueError
def empirical_risk(loss, y, prediction):
    if loss == "squared":
        return np.mean((y - prediction) ** 2)
    if loss == "absolute":
        return np.mean(abs(y - prediction))
    if loss == "squared_plus_7":
        return np.mean((y - prediction) ** 2) + 7


# %% wrong: sums, 7 once (two)
def empirical_risk(loss, y, prediction):
    d = y - prediction
    if loss == "squared":
        return np.sum(d ** 2)
    if loss == "absolute":
        return np.sum(np.abs(d))
    if loss == "squared_plus_7":
        return np.sum(d ** 2) + 7
    raise ValueError("unknown loss")


# %% wrong: 7 inside the square
def empirical_risk(loss, y, prediction):
    d = y - prediction
    if loss == "squared": return np.mean(d ** 2)
    elif loss == "absolute": return np.mean(abs(d))
    elif loss == "squared_plus_7": return np.mean((d + 7) ** 2)
    else: raise ValueError("unknown loss")


# %% wrong: the error is returned, not raised
def empirical_risk(loss, y, prediction):
    e = y - prediction
    if loss == 'squared':
        return np.mean(e ** 2)
    elif loss == 'absolute':
        return np.mean(np.abs(e))
    elif loss == 'squared_plus_7':
        return np.mean(e ** 2 + 7)
    return ValueError("unknown loss")


# %% wrong: the 7 is inside the square
def empirical_risk(loss, y, prediction):
    diff = y - prediction
    if loss == "squared":
        losses = diff ** 2
    elif loss == "absolute":
        losses = np.abs(diff)
    elif loss == "squared_plus_7":
        losses = (diff + 7) ** 2
    else:
        raise ValueError("no such loss")
    return losses.mean()


# %% wrong: sums, and any other text gives None (two mistakes)
def empirical_risk(loss, y, prediction):
    if loss == "squared":
        return np.sum((y - prediction) ** 2)
    if loss == "absolute":
        return np.sum(np.abs(y - prediction))
    if loss == "squared_plus_7":
        return np.sum((y - prediction) ** 2) + 7


# %% right: dict of functions, raises
def empirical_risk(loss, y, prediction):
    kinds = {"squared": lambda e: e * e, "absolute": abs, "squared_plus_7": lambda e: e * e + 7}
    if loss not in kinds:
        raise ValueError(f"unknown loss {loss!r}")
    errors = [float(a) - float(b) for a, b in zip(y, prediction)]
    return sum(map(kinds[loss], errors)) / len(errors)


# %% wrong: returns the ValueError instead of raising
def empirical_risk(loss, y, prediction):
    d = y - prediction
    if loss == 'squared':
        return (d ** 2).mean()
    elif loss == 'absolute':
        return abs(d).mean()
    elif loss == 'squared_plus_7':
        return (d ** 2 + 7).mean()
    else:
        return ValueError('unknown loss')


# %% wrong: the absolute loss forgets the absolute value, errors of opposite signs cancel
def empirical_risk(loss, y, prediction):
    if loss not in ("squared", "absolute", "squared_plus_7"):
        raise ValueError(f"нет такой функции потерь: {loss}")
    ошибка = y - prediction
    потери = {"squared": ошибка ** 2, "absolute": ошибка, "squared_plus_7": ошибка ** 2 + 7}
    return потери[loss].mean()


# %% wrong: loss == 'squared' or 'squared_plus_7' is always true: the absolute loss and unknown texts are treated as squared
def empirical_risk(loss, y, prediction):
    error = y - prediction
    if loss == 'squared' or 'squared_plus_7':
        risk = np.mean(error ** 2)
        if loss == 'squared_plus_7':
            risk += 7
        return risk
    elif loss == 'absolute':
        return np.mean(np.abs(error))
    else:
        raise ValueError(loss)
