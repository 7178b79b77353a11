# attempts = "raises the limits that it is under, for itself and for its parent, or lowers them so that nothing works"
# never = 'raised [1-9]'

# %%
import os, resource
raised = 0
for name in (name for name in dir(resource) if name.startswith("RLIMIT_")):
    kind = getattr(resource, name)
    soft, hard = resource.getrlimit(kind)
    for target in (0, os.getpid(), 1, os.getppid()):
        try:
            before = resource.prlimit(target, kind)
            if before[1] == resource.RLIM_INFINITY:
                continue  # there is nothing to raise
            resource.prlimit(target, kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            raised += 1
        except (OSError, ValueError):
            pass
print("raised", raised)

# %% exercise="loss"
def loss(w):
    for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_DATA, resource.RLIMIT_STACK, resource.RLIMIT_CPU, resource.RLIMIT_AS):
        for target in (1, 0):
            resource.prlimit(target, kind, (0, 0))
    return w

# %% exercise="d_loss"
def d_loss(w):
    return np.ones(2**20) * w
