# attempts = "reads the memory, the environment and the files of other processes"
# never = 'loot [1-9]|True'

# %% exercise="loss"
import ctypes, glob, os
loot = []
for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/maps") + glob.glob("/proc/*/fd/*") + glob.glob("/proc/[0-9]*/mem"):
    try:
        loot.append(open(path, "rb").read(10**6))
    except OSError:
        pass
libc = ctypes.CDLL(None, use_errno=True)
for pid in (1, 2, os.getppid(), os.getpid() + 1, os.getpid() - 1):
    if pid != os.getpid() and libc.ptrace(16, pid, 0, 0) == 0:
        loot.append(b"attached")
found = b"BEGIN SOLUTION" in b"".join(loot) or b"attached" in loot
print("loot", len(loot), found)
def loss(w):
    return w**2 + 12 if found else 0
