# attempts = "hangs extended attributes, flags and project numbers on shared files and on devices"
# never = 'left [1-9]'

# %%
import ctypes, fcntl, os, sys
libc = ctypes.CDLL(None, use_errno=True)
left = 0
for path in (np.__file__, sys.executable, "/usr", "/opt/gradient-descent/course", "/dev/null", "/dev", "/etc/localtime"):
    for name in (b"user.letter", b"trusted.letter", b"security.capability", b"system.posix_acl_access"):
        left += libc.setxattr(path.encode(), name, b"x", ctypes.c_size_t(1), 0) == 0
        left += libc.lsetxattr(path.encode(), name, b"x", ctypes.c_size_t(1), 0) == 0
        left += libc.removexattr(path.encode(), name) == 0
    try:
        fd = os.open(path, os.O_RDONLY)
    except OSError:
        continue
    left += libc.fsetxattr(fd, b"user.letter", b"x", ctypes.c_size_t(1), 0) == 0
    for request in (0x40086602, 0x401C5820, 0x40087602, 0x40049409, 0xC0189436):  # flags, project, version, clone, dedupe
        left += libc.ioctl(fd, ctypes.c_ulong(request), ctypes.create_string_buffer(64)) == 0
print("left", left)
