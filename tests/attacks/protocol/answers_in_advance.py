# attempts = "answers questions that have not been asked yet, and every question twice"
# with = "forge"

# %% exercise="loss"
def loss(w):
    for ahead in range(200):
        for number in (WORKER.request, WORKER.request + ahead):
            say({"value": w, "after": [None], "warned": False, "request": number})
    return w
