# attempts = "has many cells, each just under the limit of time"

# %%
import time; time.sleep(2.0)
# %%
import time; time.sleep(2.0)
# %%
import time; time.sleep(2.0)
# %%
import time; time.sleep(2.0)
# %%
import time; time.sleep(2.0)
# %%
import time; time.sleep(2.0)
# %%
import time; time.sleep(2.0)
# %%
import time; time.sleep(2.0)

# %% exercise="loss"
def loss(w):
    return w
