# %% right: the balance solved as a linear equation a * v = b
def noise_floor(learning_rate, sigma2):
    a = 4 * learning_rate * (1 - learning_rate)
    b = learning_rate**2 * sigma2
    return float(np.linalg.solve(np.array([[a]]), np.array([b]))[0])


# %% right: the shortest form of the solution
def noise_floor(learning_rate, sigma2):
    return learning_rate * sigma2 / 4 / (1 - learning_rate)


# %% wrong: the formula for small learning rates only
def noise_floor(learning_rate, sigma2):
    # v = eta^2 s^2 / (4 eta - 4 eta^2), and eta^2 is tiny
    return learning_rate * sigma2 / 4


# %% wrong: the factor (1 - 2 eta) is not squared
def noise_floor(learning_rate, sigma2):
    factor = 1 - 2 * learning_rate
    dose = learning_rate**2 * sigma2
    return dose / (1 - factor)


# %% wrong: eta in the dose of noise is not squared
def noise_floor(learning_rate, sigma2):
    eta = learning_rate
    fresh = eta * sigma2
    return fresh / (1 - (1 - 2 * eta) ** 2)


# %% wrong: gives the level of the loss, 12 + v, not the mean square of w
def noise_floor(learning_rate, sigma2):
    v = learning_rate**2 * sigma2 / (1 - (1 - 2 * learning_rate) ** 2)
    loss_level = v + 12
    return loss_level


# %% wrong: slope w instead of 2w, and sigma2 is squared as if it were sigma
def noise_floor(learning_rate, sigma2):
    q = (1 - learning_rate) ** 2
    return learning_rate**2 * sigma2**2 / (1 - q)


# %% wrong: 300 steps from 25 as in the picture, not there yet when eta is small
def noise_floor(learning_rate, sigma2):
    mean_square = 25.0
    for _ in range(300):
        mean_square = (1 - 2 * learning_rate) ** 2 * mean_square + learning_rate**2 * sigma2
    return mean_square


# %% wrong: brings the factor to the other side without the change of sign, and takes the root
def noise_floor(learning_rate, sigma2):
    shrink = (1 - 2 * learning_rate) ** 2
    return math.sqrt(learning_rate**2 * sigma2 / (1 + shrink))


# %% wrong: the factor itself stands below, not 1 minus it
def noise_floor(learning_rate, sigma2):
    q = (1 - 2 * learning_rate) ** 2
    return learning_rate**2 * sigma2 / q


# %% wrong: one step of the recursion from 25
def noise_floor(learning_rate, sigma2):
    v = 25
    return (1 - 2 * learning_rate) ** 2 * v + learning_rate**2 * sigma2


# %% wrong: a 2 for the 4 when the square was multiplied out
def noise_floor(learning_rate, sigma2):
    eta = learning_rate
    return eta * sigma2 / (2 * (1 - eta))
# %% wrong: factor not squared
def noise_floor(learning_rate, sigma2):
    q = 1 - 2 * learning_rate
    return learning_rate ** 2 * sigma2 / (1 - q)
# %% wrong: sigma2 squared again
def noise_floor(learning_rate, sigma2):
    q = (1 - 2 * learning_rate) ** 2
    v = learning_rate ** 2 * sigma2 ** 2
    return v / (1 - q)
# %% right: by cancelled fraction
def noise_floor(learning_rate, sigma2):
    return sigma2 / (4 / learning_rate - 4)
# %% wrong: eta not squared and the factor one minus eta (two mistakes)
def noise_floor(learning_rate, sigma2):
    return learning_rate * sigma2 / (1 - (1 - learning_rate) ** 2)


# %% wrong: iterates only 10 steps
def noise_floor(learning_rate, sigma2):
    v = 0.0
    for _ in range(10):
        v = (1 - 2 * learning_rate) ** 2 * v + learning_rate**2 * sigma2
    return v


# %% right: by a long iteration
def noise_floor(learning_rate, sigma2):
    q2 = (1 - 2 * learning_rate) ** 2
    total, term = 0.0, learning_rate ** 2 * sigma2
    for _ in range(100000):
        total += term
        term *= q2
        if term == 0:
            break
    return total


# %% wrong: eta not squared and 1 + q squared (two)
def noise_floor(learning_rate, sigma2):
    q = 1 - 2 * learning_rate
    return learning_rate * sigma2 / (1 + q ** 2)


# %% right: iterates the balance until it stands still
def noise_floor(learning_rate, sigma2):
    v, old = 0.0, -1.0
    q2 = (1 - 2 * learning_rate) ** 2
    for _ in range(200000):
        old, v = v, q2 * v + learning_rate ** 2 * sigma2
        if v == old:
            break
    return v


# %% right: balance solved without expanding
def noise_floor(learning_rate, sigma2):
    q2 = (1 - 2 * learning_rate) ** 2
    return learning_rate**2 * sigma2 / (1 - q2)


# %% wrong: a hundred turns from 25
def noise_floor(learning_rate, sigma2):
    v = 25.0
    for _ in range(100):
        v = (1 - 2 * learning_rate) ** 2 * v + learning_rate**2 * sigma2
    return v


# %% right: the balance solved and shortened
def noise_floor(learning_rate, sigma2):
    return learning_rate * sigma2 / (4 - 4 * learning_rate)


# %% right: simplified algebra
def noise_floor(learning_rate, sigma2):
    eta = learning_rate
    return eta * sigma2 / (4 - 4 * eta)


# %% wrong: sigma2 is squared again
def noise_floor(learning_rate, sigma2):
    a = (1 - 2 * learning_rate) ** 2
    return (learning_rate * sigma2) ** 2 / (1 - a)


# %% wrong: simplified wrongly, eta cancels once too often
def noise_floor(learning_rate, sigma2):
    numerator = learning_rate ** 2 * sigma2
    denominator = 4 * learning_rate ** 2 * (1 - learning_rate)
    return numerator / denominator


# %% wrong: dose without the square of eta, factor not squared
def noise_floor(learning_rate, sigma2):
    return learning_rate * sigma2 / (1 - (1 - 2 * learning_rate))
