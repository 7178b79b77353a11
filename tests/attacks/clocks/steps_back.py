# attempts = "steps back for everybody else, so that its computing looks like waiting for a core"
# never = 'stepped [1-9]'

# %%
import ctypes, os, struct
libc = ctypes.CDLL(None, use_errno=True)
stepped = 0
parameter = struct.pack("i", 0)
for who in (0, os.getpid()):
    stepped += libc.setpriority(0, who, 19) == 0
    for policy in (1, 2, 3, 5, 6):
        stepped += libc.sched_setscheduler(who, policy, parameter) == 0
    stepped += libc.sched_setparam(who, parameter) == 0
    stepped += libc.sched_setaffinity(who, ctypes.c_size_t(8), struct.pack("Q", 1)) == 0
    stepped += libc.syscall(314, who, struct.pack("IIQiIQQQ", 48, 5, 0, 19, 0, 0, 0, 0), 0) == 0  # sched_setattr
    stepped += libc.syscall(251, 1, who, 3 << 13) == 0  # ioprio_set
for option, value in ((29, 10**9), (62, 2), (43, 0), (34, 0)):  # timer slack, core scheduling, and others
    stepped += libc.prctl(option, value, 0, 0, 0) == 0
try:
    stepped += os.nice(19) > 0
except OSError:
    pass
print("stepped", stepped)

# %% exercise="loss"
def loss(w):
    try:
        os.nice(19)
    except OSError:
        pass
    while True:
        pass
