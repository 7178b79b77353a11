# %% right: follows the average of c = 1 step by step
def bias_factor(beta, t):
    average = 0.0
    for _ in range(t):
        average = beta * average + (1 - beta) * 1.0
    return average


# %% right: with expm1 and log, for beta close to 1
def bias_factor(beta, t):
    return -math.expm1(t * math.log(beta))


# %% wrong: the share that still belongs to the zero, not what remains for the gradients
def bias_factor(beta, t):
    return beta ** t


# %% wrong: the factor by which one must multiply to correct, the reciprocal of what is asked
def bias_factor(beta: float, t: int) -> float:
    remaining = 1 - math.pow(beta, t)
    return 1 / remaining


# %% wrong: the loop never ends, t is not counted down
def bias_factor(beta, t):
    a = 0
    while t > 0:
        a = beta * a + (1 - beta)
    return a


# %% wrong: brackets in the wrong place and counts from 0, (1 - beta) to the power t - 1
def bias_factor(beta, t):
    return (1 - beta) ** (t - 1)


# %% wrong: beta times t instead of to the power
def bias_factor(beta, t):
    return 1 - beta * t


# %% wrong: one step too few, t - 1
def bias_factor(beta, t):
    a = 0
    for _ in range(1, t):
        a = beta * a + (1 - beta)
    return a


# %% wrong: the two weights exchanged in the recursion
def bias_factor(beta, t):
    a = 0.0
    for _ in range(t):
        a = (1 - beta) * a + beta
    return a
# %% wrong: one over the factor
def bias_factor(beta, t):
    return 1 / (1 - beta ** t)
# %% right: by iteration
def bias_factor(beta, t):
    a = 0.0
    for _ in range(t):
        a += (1 - beta) * (1 - a)
    return a


# %% wrong: one minus beta to the t
def bias_factor(beta, t):
    return (1 - beta) ** t


# %% wrong: power t minus one
def bias_factor(beta, t):
    return 1 - beta ** (t - 1)


# %% right: walks the average of ones
def bias_factor(beta, t):
    a = 0.0
    for _ in range(t):
        a = beta * a + (1 - beta)
    return a


# %% wrong: the powers start with beta to the first
def bias_factor(beta, t):
    return (1 - beta) * sum(beta ** k for k in range(1, t + 1))


# %% right: averages a constant one
def bias_factor(beta, t):
    share = 0.0
    for _ in range(t):
        share = beta * share + (1 - beta) * 1.0
    return share


# %% wrong: geometric sum without (1 - beta)
def bias_factor(beta, t):
    a = 0.0
    for _ in range(t):
        a = beta * a + 1
    return a


# %% right: runs the average
def bias_factor(beta, t):
    a = 0.0
    for _ in range(t):
        a += (1 - beta) * (1.0 - a)
    return a


# %% wrong: the loop stops one round early
def bias_factor(beta, t):
    a = 0
    step = 1
    while step < t:
        a = beta * a + (1 - beta) * 1
        step += 1
    return a


# %% wrong: ^ for the power
def bias_factor(beta, t):
    return 1 - beta ^ t


# %% wrong: geometric sum without the factor 1 - beta
def bias_factor(beta, t):
    return sum(beta ** k for k in range(t))
