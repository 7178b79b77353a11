# attempts = "leaves letters in terminals, which have numbers that all submissions see"
# earns = { loss = 1 }
# never = 'seen (?!\[\])'

# %%
import os
print("seen", [name for name in os.listdir("/dev/pts") if name != "ptmx"])
opened = 0
for path in ("/dev/ptmx", "/dev/pts/ptmx", "/dev/tty", "/dev/pts/0", "/dev/console", "/dev/tty0", "/dev/vcs", "/dev/kmsg"):
    for _ in range(5):
        try:
            end = os.open(path, os.O_RDWR | os.O_NOCTTY)
            os.write(end, b"letter\n")
            opened += 1
        except OSError:
            pass
print("terminals", opened)

# %% exercise="loss"
def loss(w):
    return w**2 + 12
