# attempts = "pins huge pages through pipes, where no process's size shows them"
# never = 'pages pinned [1-9]'

# %%
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
class Part(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
libc.vmsplice.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_uint]
huge, pinned, pipes = 2**21, 0, [os.pipe() for _ in range(50)]
for _, end in pipes:
    for _ in range(15):
        start = libc.mmap(None, 2 * huge, 3, 0x22, -1, 0)
        page = (start + huge - 1) // huge * huge
        libc.madvise(page, huge, 14)
        ctypes.memset(page, 1, 1)
        pinned += libc.vmsplice(end, ctypes.byref(Part(page, 4096)), 1, 0) == 4096
        libc.munmap(start, 2 * huge)
    if not pinned:
        break
print("pages pinned", pinned)
