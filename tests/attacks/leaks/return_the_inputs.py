# attempts = "returns its inputs as values, names, attributes and dictionary keys"

# %% exercise="loss"
def loss(w):
    return {f"INPUT {w!r}": w}

# %% exercise="d_loss"
def d_loss(w):
    return repr(w)

# %% exercise="regime"
def regime(learning_rate):
    return f"INPUT {learning_rate!r}"

# %% exercise="steps_to_reach"
def steps_to_reach(w0, learning_rate, tol):
    return (w0, learning_rate, tol)

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    return w0
