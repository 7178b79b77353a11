# attempts = "spreads memory over many child processes, each of them small"

# %%
import os, time
for _ in range(16):
    try:
        if os.fork() == 0:
            held = bytearray(b"x") * 2**27
            time.sleep(20)
            os._exit(0)
    except OSError:
        break
time.sleep(2)
