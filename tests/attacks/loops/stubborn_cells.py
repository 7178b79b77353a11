# attempts = "has many cells that each ignore the interrupt for a second"
# diagnoses = { loss = "stopped" }

# %%
import time
def stubborn():
    end = time.time() + 1.05
    while time.time() < end:
        try:
            time.sleep(end - time.time())
        except KeyboardInterrupt:
            pass
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()
# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %%
stubborn()

# %% exercise="loss"
def loss(w):
    return w**2 + 12
