# attempts = "dies in the main thread while a child holds the connection open"

# %% exercise="loss"
import os, time
def loss(w):
    if os.fork() == 0:
        time.sleep(60)
        os._exit(0)
    os._exit(0)
