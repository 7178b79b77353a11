# attempts = "holds memory in children of programs that nobody may look into: these can be run, and not be read"
# diagnoses = { loss = "ended:.*|wrong_.*|raised:.*|not_used" }
# never = 'hidden [1-9]'

# %%
import ctypes, os, shutil, subprocess, sys, time
libc = ctypes.CDLL(None, use_errno=True)
print("hidden", sum(libc.prctl(4, value, 0, 0, 0) == 0 for value in (0, 2)))

# %% exercise="loss"
def loss(w):
    shell = "/scratch/shell"
    shutil.copyfile("/bin/sh", shell)
    os.chmod(shell, 0o111)  # can be run, and not be read: its files in /proc belong to root
    fill = "import time; held = bytearray(b'x') * (2**29); time.sleep(9)"
    hogs = [subprocess.Popen([shell, "-c", f'"$0" -c "$1"; :', sys.executable, fill]) for _ in range(3)]
    time.sleep(2)
    return sum(hog.poll() is None for hog in hogs)
