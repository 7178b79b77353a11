# attempts = "writes start-up files of IPython and of Python into its home, and starts again by dying"
# earns = { d_loss = 1 }
# never = 'trapped'

# %%
import os
for place in (os.path.expanduser("~/.ipython/profile_default/startup"), os.environ.get("IPYTHONDIR", "/tmp") + "/profile_default/startup", "/tmp/home"):
    os.makedirs(place, exist_ok=True)
    for name in ("00.py", "sitecustomize.py", "usercustomize.py", "numpy.py"):
        with open(os.path.join(place, name), "w") as file:
            file.write("loss = lambda w: 'trapped'\n")

# %%
import os
os._exit(0)

# %% exercise="d_loss"
def d_loss(w):
    return 2 * w
