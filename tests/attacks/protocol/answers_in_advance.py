# attempts = "answers questions that have not been asked yet, and every question twice"
# with = "forge"

# %% exercise="loss"
def loss(w):
    for _ in range(200):
        say({"value": w, "after": [None], "warned": False})
    return w
