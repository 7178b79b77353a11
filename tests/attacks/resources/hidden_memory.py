# attempts = "holds memory that belongs to no process: shared mappings given back, memory files, pages in pipes"
# never = 'bytes hidden [1-9]'

# %%
import ctypes, mmap, os, tempfile
libc = ctypes.CDLL(None, use_errno=True)
held, size = [], 2**27
def hide(make):
    for _ in range(16):
        try:
            m = make()
            for place in range(0, size, 2**20):
                m[place : place + 2**20] = b"x" * 2**20
            libc.madvise(ctypes.c_void_p(ctypes.addressof(ctypes.c_char.from_buffer(m))), ctypes.c_size_t(size), 4)
            held.append(m)
        except (OSError, ValueError) as error:
            print(type(error).__name__)
            return
hide(lambda: mmap.mmap(-1, size))
hide(lambda: mmap.mmap(os.open("/dev/zero", os.O_RDWR), size))
def file():
    fd = os.memfd_create("x")
    os.ftruncate(fd, size)
    return mmap.mmap(fd, size)
hide(file)
libc.shmget.restype = ctypes.c_int
print("shmget", libc.shmget(0, size, 0o1600))
print("bytes hidden", sum(map(len, held)))
