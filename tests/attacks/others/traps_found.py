# attempts = "looks for what an earlier submission has left: files, processes, sockets, shared memory"
# earns = { loss = 1 }
# never = 'left behind: (?!\[\] \[\])'

# %%
import glob, os, socket, sys
left = [path for place in ("/tmp", "/dev/shm", "/tmp/home", "/var/tmp", "/run", "/dev/pts", "/dev/mqueue") for path in glob.glob(place + "/*") + glob.glob(place + "/.*")
        if os.path.basename(path) not in ("home", "ptmx", ".", "..", ".ipython", ".cache", ".config")
        and not any(f"{own}/".startswith(path + "/") for own in (sys.prefix, sys.base_prefix, os.path.realpath(np.__file__)))]
alive = []
for number in range(2, 500):
    try:
        os.kill(number, 0)
        alive.append(number)
    except OSError:
        pass
print("left behind:", left, alive)

# %% exercise="loss"
def loss(w):
    return w**2 + 12
