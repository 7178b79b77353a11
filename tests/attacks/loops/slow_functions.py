# attempts = "answers every call just in time"

# %% exercise="loss"
import time
def loss(w):
    time.sleep(1.0)
    return w

# %% exercise="d_loss"
def d_loss(w):
    time.sleep(1.0)

# %% exercise="closed_form"
def closed_form(w0, learning_rate, k):
    time.sleep(1.0)

# %% exercise="regime"
def regime(learning_rate):
    time.sleep(1.0)
