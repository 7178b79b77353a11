# attempts = "opens files until it fails or ten thousand times, and keeps them"
# never = '^\d{3}'

# %%
import os, socket
held = []
try:
    for _ in range(5000):
        held.append(os.open("/dev/null", os.O_RDONLY))
        held.append(socket.socketpair())
except OSError as error:
    print(len(held), error.errno)

# %% exercise="loss"
def loss(w):
    open("/dev/null")
