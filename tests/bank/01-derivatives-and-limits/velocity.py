# %% right: looks the speed up by the number of the section
def velocity(t):
    speeds = np.array([1.0, 2.0])
    section = np.searchsorted([25.0], t)
    return speeds[section]


# %% right: with the sign function, halfway between 1 and 2
def velocity(t):
    return 1.5 + np.sign(t - 25) / 2


# %% wrong: mean speed since the start, the path divided by the time
def velocity(t):
    path = np.where(t < 25, t, 2 * t - 25)
    return path / np.maximum(t, 1e-12)


# %% wrong: by how much the speed has grown (0, then 1) instead of the speed
def velocity(t):
    growth = np.zeros(np.shape(t))
    return growth + (t > 25) * 1.0


# %% wrong: difference over a whole minute backwards; just after the kink it mixes both speeds
def velocity(t):
    def path(minutes):
        return np.where(minutes <= 25, minutes, 25 + 2 * (minutes - 25))

    one_minute = 1.0
    return (path(t) - path(t - one_minute)) / one_minute


# %% wrong: the speeds are exchanged, and the plain if stops when t is an array (two mistakes)
def velocity(t: float) -> float:
    slow, fast = 1.0, 2.0
    if t < 25:
        return fast
    return slow


# %% wrong: gives the path instead of the speed
def velocity(t):
    return np.where(t < 25, t, 25 + 2 * (t - 25))


# %% wrong: looks only at the first moment of an array
def velocity(t):
    t = np.atleast_1d(t)
    if t[0] < 25:
        return 1.0
    return 2.0


# %% wrong: takes np.gradient of the path, so the step between moments is taken as one
def velocity(t):
    t = np.asarray(t, dtype=float)
    path = np.where(t < 25, t, 2 * t - 25)
    if t.ndim == 0:
        return 1.0 if t < 25 else 2.0
    return np.gradient(path)
# %% wrong: mean speed since the start
def velocity(t):
    s = np.where(t < 25, t, 2 * t - 25)
    return s / t
# %% wrong: both pieces added after the corner
def velocity(t):
    v = 1.0
    v = v + 2.0 * (np.asarray(t) > 25)
    return v
# %% wrong: fills whole arrays of integers' type by if on any
def velocity(t):
    if np.any(np.asarray(t) > 25):
        return 2.0 + 0 * t
    return 1.0 + 0 * t


# %% right: one plus a truth value
def velocity(t):
    return 1.0 + (np.asarray(t) > 25)


# %% wrong: mean speed since the start instead of the speed now
def velocity(t):
    return np.where(t < 25, 1.0, (25 + 2 * (t - 25)) / t)


# %% wrong: speeds exchanged
def velocity(t):
    return np.where(np.array(t) > 25, 1.0, 2.0)


# %% wrong: the path, not the speed (another idea)
def velocity(t):
    return np.maximum(t, 2 * t - 25)


# %% wrong: asks numpy for the gradient of the whole array
def velocity(t):
    s = np.where(t < 25, t, 2 * t - 25)
    return np.gradient(s, t)


# %% right: heaviside of numpy plus one
def velocity(t):
    return 1.0 + np.heaviside(np.asarray(t, dtype=float) - 25, 0.5)


# %% right: heaviside step added to one
def velocity(t):
    jump = np.heaviside(np.asarray(t, dtype=float) - 25, 0.0)
    return 1.0 + jump


# %% wrong: secant over the next minute, wrong just before the corner
def velocity(t):
    def s(u):
        return np.where(u < 25, u, 2 * u - 25)
    return (s(t + 1) - s(t)) / 1


# %% wrong: mean speed from the start, path / time
def velocity(t):
    path = np.where(t <= 25, t, 2 * t - 25)
    return path / np.maximum(t, 1e-12)


# %% wrong: still the path, not its derivative
def velocity(t):
    t = np.asarray(t, dtype=float)
    return np.where(t > 25, 2 * t, t)


# %% wrong: 2 is added to the 1 of the first part
def velocity(t):
    v = np.ones_like(t, dtype=float)
    v = v + 2 * (np.asarray(t) > 25)
    return v


# %% wrong: in the first part the time t stands in place of the speed 1
def velocity(t):
    return np.where(t < 25, t, 2)


# %% wrong: the forward step of a whole minute reaches over the corner
def velocity(t):
    def s(m):
        return np.where(m < 25, m, 2 * m - 25)

    dt = 1.0
    return (s(t + dt) - s(t)) / dt


# %% wrong: the speeds are given in km per hour (60 and 120) instead of km per minute
def velocity(t):
    km_h = np.where(t < 25, 60.0, 120.0)
    return km_h


# %% wrong: before minute 25 the speed comes out as 0, since the truth value is multiplied by 2 and nothing is put for the
def velocity(t):
    is_fast = np.array(t) > 25
    v = 2.0 * is_fast
    return v
