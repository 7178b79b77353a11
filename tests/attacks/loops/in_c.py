# attempts = "loops in C, where no interrupt is seen, in a function"
# states = { d_loss = "error" }

# %% exercise="d_loss"
def d_loss(w):
    return sum(range(10**14))
