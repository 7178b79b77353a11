# attempts = "returns texts, integers and lists that are as long as it can make them"

# %% exercise="loss"
def loss(w):
    return "x" * 10**8

# %% exercise="d_loss"
def d_loss(w):
    return 10**10**6

# %% exercise="regime"
def regime(learning_rate):
    return ["x" * 10_000] * 100_000

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    nested = []
    for _ in range(100_000):
        nested = [nested]
    return nested
