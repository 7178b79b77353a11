# attempts = "reports thirty megabytes of pictures for every one of forty cells"
# with = "forge"

# %%
import zlib
def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 100, 100, 8, 0, 0, 0, 0)) + chunk(b"IDAT", bytes(900_000)) + chunk(b"IEND", b"")
PNG = np.frombuffer(PNG, np.uint8)
shell.Shown.outputs = lambda self: [{"png": PNG}] * 30

# %%
1
# %%
2
# %%
3
# %%
4
# %%
5
# %%
6
# %%
7
# %%
8
# %%
9
# %%
10
# %%
11
# %%
12
