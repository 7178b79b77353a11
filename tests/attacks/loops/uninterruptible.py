# attempts = "loops for ever and catches the interrupt, in a cell"
# earns = { loss = 1 }

# %% exercise="loss"
def loss(w):
    return w**2 + 12

# %%
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
