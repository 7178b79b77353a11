# attempts = "fills three gigabytes of memory"

# %% exercise="loss"
def loss(w):
    held = []
    for _ in range(3 * 64):
        held.append(np.ones(2**21))
    return len(held)

# %%
held = [bytearray(b"x") * 2**26 for _ in range(48)]
