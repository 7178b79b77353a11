# attempts = "changes or removes what others have handed in, and leaves traps for the next"
# never = 'written (?!/tmp/|/dev/shm/)'

# %%
import os, shutil, sys, site
for path in ("@ROOT@/submitted/zoe", "@ROOT@/submitted/alice", "@ROOT@/autograded/alice", "..", "@REPO@/demo"):
    shutil.rmtree(path, ignore_errors=True)

# %%
traps = ["/tmp/numpy.py", "/tmp/home/numpy.py", "/tmp/sitecustomize.py", "/opt/gradient-descent/worker/shell.py", "/opt/gradient-descent/numpy.py",
         "/tmp/matplotlib/matplotlibrc", "/tmp/home/.ipython/profile_default/startup/00.py", "/dev/shm/trap.py", *(os.path.join(p, "trap.pth") for p in site.getsitepackages())]
for path in traps:
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "a") as file:
            file.write("raise SystemExit('trapped')\n")
        print("written", path)
    except OSError as error:
        print(error.errno, path)
