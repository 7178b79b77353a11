# attempts = "forks until it fails or two hundred times, in a cell and in a function"
# never = '^(2[5-9]|[3-9]\d|\d{3})'

# %%
import os, time
def forks():
    children = 0
    for _ in range(200):
        try:
            if os.fork() == 0:
                time.sleep(30)
                os._exit(0)
        except OSError:
            break
        children += 1
    return children
print(forks())

# %% exercise="loss"
import os, time
def forks():
    for _ in range(200):
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
def loss(w):
    forks()
    return 0.0
