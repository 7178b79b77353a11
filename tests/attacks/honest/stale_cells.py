# attempts = "is honest; one cell of its own never ends and another ends Python"
# base = "alice"
# earns = "all"

# %%
import time
time.sleep(1000)

# %%
quit()

# %%
import os
os._exit(1)
