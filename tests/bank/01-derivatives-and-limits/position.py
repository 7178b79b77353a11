# %% right: the higher one of the two straight lines
def position(t):
    return np.maximum(t, 2 * t - 25)


# %% right: minutes of the slow part plus twice the minutes of the fast part
def position(t):
    slow_minutes = np.clip(t, 0, 25)
    fast_minutes = np.clip(t - 25, 0, None)
    return slow_minutes + 2.0 * fast_minutes


# %% wrong: the 25 km are added but the 25 minutes are not taken off
def position(t):
    first_part = 25 * 1
    return np.where(t < 25, 1 * t, first_part + 2 * t)


# %% wrong: one if for the whole array: if any moment is late, all of them get the second formula
def position(t):
    if np.all(np.asarray(t) <= 25):
        return t * 1.0
    else:
        return 25 + 2 * (t - 25)


# %% wrong: forgets the 25 km of the first part, and the loop works for a flat array only (two)
def position(t):
    path = []
    for minute in t:
        if minute <= 25:
            path.append(minute)
        else:
            path.append((minute - 25) * 2)
    return np.array(path)


# %% wrong: asarray does not copy, so the array that was given is overwritten
def position(t):
    t = np.asarray(t, dtype=float)
    late = t > 25
    t[late] = 2 * t[late] - 25
    return t


# %% wrong: the whole time counts with the speed of the moment
def position(t):
    return np.where(t <= 25, 1.0 * t, 2.0 * t)


# %% wrong: takes the sum of all moments for the path
def position(t):
    speed = np.where(np.asarray(t) < 25, 1.0, 2.0)
    return np.cumsum(speed)


# %% wrong: np.min and np.max look for one number in the array
def position(t):
    first = np.min([25.0, np.min(t)])
    rest = np.max(t) - 25.0
    return first + 2 * max(rest, 0)
# %% wrong: after 25 minutes it counts 2 km for all minutes
def position(t):
    return np.where(t <= 25, t, 2 * t)
# %% wrong: a list comprehension that fails for a number and loses the shape of a table
def position(t):
    res = []
    for ti in t:
        if ti < 25:
            res.append(ti)
        else:
            res.append(25 + 2 * (ti - 25))
    return np.array(res)
# %% wrong: counts 25 twice, forgets to subtract it
def position(t):
    first = np.minimum(t, 25)
    second = np.maximum(t, 0) * 2
    return np.where(t > 25, first + second, first)
# %% right: one formula with the absolute value
def position(t):
    return 1.5 * t - 12.5 + abs(t - 25) / 2
# %% wrong: speeds exchanged and the corner at 20 (two mistakes)
def position(t):
    return np.where(t < 20, 2 * t, 40 + (t - 20))


# %% wrong: twice the minutes from the 25th on, with a jump there
def position(t):
    return np.where(t < 25, t, 2 * t)


# %% wrong: if on the whole array: any() decides for all
def position(t):
    if np.any(t > 25):
        return 25 + 2 * (t - 25)
    else:
        return t * 1.0


# %% wrong: modifies its argument in place
def position(t):
    t = np.asarray(t, dtype=float)
    late = t > 25
    t[late] = 25 + 2 * (t[late] - 25)
    return t


# %% wrong: integral by small steps, only rounded to a tenth minute
def position(t):
    def go(s):
        way = 0.0
        clock = 0.0
        while clock < s:
            way += 0.1 * (1 if clock < 25 else 2)
            clock += 0.1
        return way
    return np.vectorize(go)(t)


# %% right: piecewise interpolation
def position(t):
    return t + np.clip(np.asarray(t, dtype=float) - 25, 0, None)


# %% right: clips the time beyond 25 and adds it
def position(t):
    return t + np.clip(np.asarray(t) - 25, 0, None)


# %% wrong: speed and border right, the kilometres before the border lost
def position(t):
    t = np.asarray(t, dtype=float)
    return np.where(t < 25, t, 2 * (t - 25))


# %% wrong: if for an array
def position(t):
    if t < 25:
        return 1 * t
    else:
        return 25 + 2 * (t - 25)


# %% wrong: takes the minimum of the two lines
def position(t):
    return np.minimum(t, 2 * t - 25)


# %% wrong: changes speed at 30 and loses the first part (two)
def position(t):
    return np.where(t < 30, t, 2 * (t - 30))


# %% right: list of times walked by a helper in the cell, reshaped
def _one(t):
    km = 0.0
    if t > 25:
        km += (t - 25) * 2
        t = 25
    return km + t

def position(t):
    if np.ndim(t) == 0:
        return _one(t)
    flat = [_one(float(v)) for v in np.ravel(t)]
    return np.array(flat).reshape(np.shape(t))


# %% wrong: boolean mask assignment into an integer-typed result: np.zeros_like(t, dtype=int)
def position(t):
    t = np.asarray(t)
    km = np.zeros_like(t, dtype=int)
    km[t <= 25] = t[t <= 25]
    km[t > 25] = 25 + 2 * (t[t > 25] - 25)
    return km


# %% wrong: mutates its argument: doubles the times after 25 in place
def position(t):
    t = np.asarray(t)
    late = t > 25
    if t.ndim == 0:
        return 2 * t - 25 if late else t
    t[late] = 2 * t[late] - 25
    return t


# %% wrong: the bend at 20 instead of 25 and the second stretch without the offset (two)
def position(t):
    return np.where(t < 20, t, 2 * t)


# %% right: first part with minimum, the rest twice as fast
def position(t):
    slow = np.minimum(t, 25)      # minutes at 1 km/min
    fast = t - slow               # minutes at 2 km/min
    return 1 * slow + 2 * fast


# %% wrong: fast part stops after the 40th minute of the example
def position(t):
    return np.clip(t, 0, 25) + 2 * np.clip(t - 25, 0, 15)


# %% wrong: loop over a one-dimensional array only: a table or number breaks
def position(t):
    result = np.zeros(len(t))
    for i in range(len(t)):
        if t[i] <= 25:
            result[i] = t[i]
        else:
            result[i] = 25 + 2 * (t[i] - 25)
    return result


# %% right: the first part and what is left of it, by np.minimum
def position(t):
    t = np.asarray(t, dtype=float)
    slow_minutes = np.minimum(t, 25)
    fast_minutes = t - slow_minutes
    return slow_minutes * 1 + fast_minutes * 2


# %% wrong: the double speed is used from the very start once t is past 25
def position(t):
    km = np.where(np.asarray(t) < 25, t, t * 2)
    return km


# %% wrong: after the corner 25 more minutes are paid twice: 25 + 2 t
def position(t):
    s = np.array(t, dtype=float)
    return np.where(s > 25, 25 + 2 * s, s)


# %% wrong: the size of 2 t - 25 for all times
def position(t):
    return np.abs(2 * t - 25)


# %% wrong: the extra part 2*(t-25) is not cut off at zero, so for t below 25 it makes the path too small (even negative)
def position(t):
    return np.minimum(t, 25.0) + 2 * (t - 25)


# %% wrong: a loop over the first axis with an if inside: an array with two axes raises an error
def position(t):
    def one(m):
        if m > 25:
            return 25 + (m - 25) * 2
        return m
    if isinstance(t, (int, float)):
        return one(t)
    return np.array([one(m) for m in t])


# %% wrong: the corner is put at 40 minutes instead of 25, and behind it the whole time is doubled, without taking 25 away
def position(t):
    t = np.array(t, dtype=float)
    конец_медленного = 40
    return np.where(t < конец_медленного, t, 2 * t)
