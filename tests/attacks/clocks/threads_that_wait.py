# attempts = "has as many threads wait and wake all the time as it may start, so that its clocks are slow to read"
# earns = { d_loss = 1 }
# diagnoses = { loss = "too_slow|slept|never_ends|ended:.*" }

# %%
import threading, time
def wake():
    end = time.monotonic() + 60
    while time.monotonic() < end:
        time.sleep(1e-6)

# %% exercise="loss"
def loss(w):
    for _ in range(22):
        try:
            threading.Thread(target=wake, daemon=True).start()
        except RuntimeError:
            break
    threading.Event().wait()

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w
