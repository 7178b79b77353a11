# attempts = "reads what the submission before it left in the position of shared files"
# earns = { loss = 1 }

# %%
import os, struct
for fd in range(3, 64):
    try:
        position = os.lseek(fd, 0, os.SEEK_CUR)
        print("FOUND", fd, position, struct.unpack("<f", struct.pack("<I", position & 0xFFFFFFFF))[0])
    except OSError:
        pass

# %% exercise="loss"
def loss(w):
    return w**2 + 12
