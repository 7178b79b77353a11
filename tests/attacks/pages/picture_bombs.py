# attempts = "sends many sound pictures of few bytes and of sixteen million pixels each, and many of one pixel"
# with = "forge"

# %%
import zlib
def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
def png(width, height, shade):
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
BOMBS = [{"png": np.frombuffer(png(4000, 4000, shade), np.uint8)} for shade in range(8)]
WIDE = [{"png": np.frombuffer(png(4000, 40, shade), np.uint8)} for shade in range(50)]
TINY = [{"png": np.frombuffer(png(1, 1, 0), np.uint8)}] * 50
shell.Shown.outputs = lambda self: BOMBS

# %%
1

# %%
shell.Shown.outputs = lambda self: WIDE

# %%
2

# %%
shell.Shown.outputs = lambda self: TINY

# %%
3
