# attempts = "returns numbers that overflow when the judge computes with them, in the hope for an error of the grader"
# states = { loss = "wrong", descend_safely = "wrong", fooling_rate = "wrong" }

# %% exercise="loss"
def loss(w):
    return 10**400

# %% exercise="descend_safely"
def descend_safely(*a):
    return (10**400, 5, True)

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    return 10**1000

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    return 2**2000

# %% exercise="d_loss"
def d_loss(w):
    return [[[[2**64] * 4] * 4] * 4] * 4
