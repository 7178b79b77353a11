# %% right: a smooth formula, small rates only; the change stays below a tenth of eps
def fooling_rate(w0, eps):
    return 0.02 * eps / (eps + w0 * w0)


# %% right: halves the rate until the simulated step fools the rule with a margin
def fooling_rate(w0, eps):
    def change(eta):
        w1 = w0 - eta * 2 * w0
        return abs((w1**2 + 12) - (w0**2 + 12))

    eta = 0.03
    while change(eta) > eps / 10:
        eta /= 2
    return eta


# %% wrong: the answer of the reading, eta = 1, but the rate has to be below one half
def fooling_rate(w0, eps):
    return 1.0


# %% wrong: the rate of the printed example for every start and tolerance
def fooling_rate(w0, eps):
    return 0.0001


# %% wrong: the formula solved for eta without a cap, so a start near 0 gets a huge rate
def fooling_rate(w0, eps):
    # 4 * eta * w0^2 < eps, half of it for safety
    return eps / (8 * w0**2)


# %% wrong: factor 4 of the change is forgotten, the loss changes by about two eps
def fooling_rate(w0, eps):
    rate = eps / w0**2 / 2
    return min(rate, 0.01)


# %% wrong: takes 10 percent for eta itself, but the weight shrinks by 2 eta
def fooling_rate(w0, eps):
    eta = 0.099
    while 4 * eta * (1 - eta) * w0**2 >= eps / 2:
        eta = eta / 2
    return eta


# %% wrong: two mistakes: w0 is not squared, and its sign is kept (negative rate)
def fooling_rate(w0, eps):
    eta = eps / (5 * w0)
    if eta > 0.04:
        eta = 0.04
    return eta


# %% wrong: a rate of zero, then nothing changes, but the rate has to be positive
def fooling_rate(w0, eps):
    return 0.0


# %% wrong: searches a fixed list of rates for one that works and ends with None for far starts
def fooling_rate(w0, eps):
    for power in range(2, 9):
        eta = 10.0 ** (-power)
        w1 = w0 - eta * 2 * w0
        if abs(w1**2 - w0**2) < 0.9 * eps and abs(w1) > 0.9 * abs(w0):
            return eta


# %% wrong: eps divided by w0, only the first power
def fooling_rate(w0, eps):
    return min(eps / (4 * abs(w0)) / 2, 0.01)


# %% wrong: a rate near one half, where the step is longest
def fooling_rate(w0, eps):
    return 0.49


# %% wrong: the tolerance itself, capped
def fooling_rate(w0, eps):
    return min(eps, 0.01)


# %% wrong: halves a rate until the loss changes by less than eps, from 0.49 on
def fooling_rate(w0, eps):
    rate = 0.49
    while abs((w0 * (1 - 2 * rate)) ** 2 - w0**2) >= eps:
        rate = rate / 2
    return rate
# %% wrong: a constant tiny rate
def fooling_rate(w0, eps):
    return 1e-6
# %% wrong: divides by w0 without the square
def fooling_rate(w0, eps):
    return min(0.01, eps / (10 * abs(w0)))
# %% right: halves until both conditions hold
def fooling_rate(w0, eps):
    eta = 0.04
    while 4 * eta * w0 ** 2 >= eps / 2:
        eta /= 2
    return eta


# %% wrong: eps/(4 w0) not squared
def fooling_rate(w0, eps):
    return min(0.04, 0.9 * eps / (4 * abs(w0)))


# %% wrong: constant tiny rate
def fooling_rate(w0, eps):
    return 1e-9


# %% right: margin half and capped
def fooling_rate(w0, eps):
    return eps / (10 * w0 * w0 + 100 * eps)


# %% wrong: w0 not squared
def fooling_rate(w0, eps):
    return min(0.01, eps / (8 * abs(w0)))


# %% wrong: sign of w0 and no factor (two)
def fooling_rate(w0, eps):
    return min(0.04, eps / w0)


# %% right: min with guard
def fooling_rate(w0, eps):
    candidate = 0.04
    while 4 * candidate * (1 - candidate) * w0 * w0 >= eps / 2:
        candidate = candidate * 0.5
    return candidate


# %% right: one smooth formula without a case
def fooling_rate(w0, eps):
    return eps / (8 * w0**2 + 25 * eps)


# %% right: halves the rate until both demands hold with margin
def fooling_rate(w0, eps):
    eta = 0.04
    while 4 * eta * w0 * w0 > eps / 2:
        eta = eta / 2
    return eta


# %% wrong: distance not squared
def fooling_rate(w0, eps):
    return min(0.04, eps / (8 * abs(w0)))


# %% wrong: factor 4 forgotten and no cap
def fooling_rate(w0, eps):
    return 0.9 * eps / w0**2


# %% right: halves until both hold
def fooling_rate(w0, eps):
    rate = 0.04
    while 4 * rate * (1 - rate) * w0**2 >= eps / 2:
        rate /= 2
    return rate


# %% wrong: cap too high: a quarter
def fooling_rate(w0, eps):
    small = eps / (10 * w0 * w0)
    return min(small, 0.25)


# %% wrong: the rate is four times too large
def fooling_rate(w0, eps):
    bound = eps / w0 ** 2
    if bound > 0.04:
        bound = 0.04
    return bound * 0.9


# %% wrong: a cap of 0.4, and the start is not squared
def fooling_rate(w0, eps):
    return min(0.4, eps / (8 * w0))


# %% wrong: the rate grows with w0
def fooling_rate(w0, eps):
    eta = eps * w0 ** 2 / 8
    return min(eta, 0.04)


# %% wrong: divides by the cube of w0, so a negative start gives a negative rate
def fooling_rate(w0, eps):
    return min(0.04, eps / (10 * w0 ** 3))


# %% wrong: the cap is 0.4 instead of something below 0.05
def fooling_rate(w0, eps):
    rate = 0.4
    while 4 * rate * (1 - rate) * w0**2 >= eps / 2:
        rate = rate / 2
    return rate


# %% wrong: max instead of min: the rate never gets below 0.01, so for large starts the loss changes too much
def fooling_rate(w0, eps):
    by_rule = eps / (8 * w0 * w0)
    by_step = 0.01
    return max(by_rule, by_step)


# %% wrong: w0 without its absolute value and not squared (two)
def fooling_rate(w0, eps):
    return min(eps / (10 * w0), 0.04)


# %% wrong: max is used instead of min, so the larger of the two rates is taken
def fooling_rate(w0, eps):
    return max(eps / (8 * w0 ** 2), 0.01)


# %% wrong: the sign of w0 is not removed (abs is missing in one place): for a negative w0 the rate becomes negative
def fooling_rate(w0, eps):
    small = min(eps, 0.01)
    return min(0.01, small / (8 * w0) / max(abs(w0), 1))


# %% wrong: the loop tries only 20 halvings from 0.04; for a million they are not enough
def fooling_rate(w0, eps):
    eta = 0.04
    for _ in range(20):
        if 4 * eta * (1 - eta) * w0 ** 2 < eps / 2:
            return eta
        eta /= 2
    return eta


# %% wrong: w0 is not squared, and the cap is 0.49, with which the weight nearly arrives (two)
def fooling_rate(w0, eps):
    return min(eps / (10 * abs(w0)), 0.49)


# %% wrong: max instead of min picks the larger rate, and w0 is not squared and without absolute value
def fooling_rate(w0, eps):
    return max(0.04, eps / (8 * w0))
