# attempts = "starts programs in the background that shall outlive it"

# %%
import subprocess
for command in ("nohup sleep 120 &", "setsid sleep 120 </dev/null >/dev/null 2>&1 &", "(trap '' TERM HUP INT; sleep 120) & disown"):
    subprocess.Popen(["sh", "-c", command], start_new_session=True)

# %% exercise="loss"
def loss(w):
    subprocess.Popen(["sleep", "120"], start_new_session=True)
    return 0.0
