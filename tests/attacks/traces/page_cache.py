# attempts = "reads and writes one bit for every page of a shared file: what of it the kernel has in memory"
# never = 'bits [1-9]'

# %%
import ctypes, mmap, os
libc = ctypes.CDLL(None, use_errno=True)
fd = os.open(np.core.__file__ if hasattr(np, "core") else np.__file__, os.O_RDONLY)
size = os.fstat(fd).st_size
page = mmap.mmap(fd, size, prot=mmap.PROT_READ, flags=mmap.MAP_PRIVATE)
libc.mmap.restype = ctypes.c_void_p
start = ctypes.c_void_p(libc.mmap(None, ctypes.c_size_t(size), 1, 2, fd, ctypes.c_long(0)))
vector, range_, counts = ctypes.create_string_buffer(4096), (ctypes.c_uint64 * 2)(0, size), (ctypes.c_uint64 * 5)()
part = (ctypes.c_void_p * 2)(ctypes.addressof(vector), 1)
bits = libc.mincore(start, ctypes.c_size_t(size), vector) == 0
bits += libc.syscall(327, fd, part, 1, ctypes.c_long(0), ctypes.c_long(0), 8) >= 0  # preadv2, RWF_NOWAIT
bits += libc.syscall(451, fd, range_, counts, 0) == 0  # cachestat
for advice in (3, 4):
    bits += libc.syscall(221, fd, ctypes.c_long(0), ctypes.c_long(0), advice) == 0  # fadvise64: WILLNEED, DONTNEED
for advice in (3, 9, 12, 18, 20, 21, 22, 25):  # WILLNEED, REMOVE, MERGEABLE, COLD, PAGEOUT, POPULATE, COLLAPSE
    bits += libc.madvise(start, ctypes.c_size_t(size), advice) == 0
bits += libc.readahead(fd, ctypes.c_long(0), ctypes.c_size_t(size)) == 0
ends = os.pipe()
bits += libc.splice(fd, None, ends[1], None, ctypes.c_size_t(1), 2) >= 0
bits += libc.tee(ends[0], ends[1], ctypes.c_size_t(1), 2) >= 0
print("bits", int(bits))
