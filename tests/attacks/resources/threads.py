# attempts = "starts threads until it fails or three hundred times"
# earns = { loss = 1 }
# never = 'threads (2[5-9]|[3-9]\d|\d{3})'

# %%
import threading, time
started = 0
try:
    for _ in range(300):
        threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
        started += 1
except RuntimeError:
    pass
print("threads", started)

# %% exercise="loss"
def loss(w):
    return w**2 + 12
