# attempts = "returns handles, callbacks and generators of its own making, also of things the judge keeps"
# with = "forge"

# %% exercise="loss"
def loss(w):
    say({"value": codec.Handle(10**9, "function"), "after": None})
    return codec.Handle(0, "object")

# %% exercise="d_loss"
def d_loss(w):
    return [codec.Callback(0), codec.Rng(1)]

# %% exercise="regime"
def regime(learning_rate):
    return codec.Callback(0)

# %% exercise="fooling_rate"
def fooling_rate(w0, eps):
    return codec.Rng(1)
