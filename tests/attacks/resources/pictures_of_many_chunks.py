# attempts = "shows pictures of a megabyte that are cut into chunks of twelve bytes, slow to check"
# with = "forge"

# %%
import zlib
EMPTY = struct.pack(">I", 0) + b"tEXt" + struct.pack(">I", zlib.crc32(b"tEXt"))
PICTURE = np.frombuffer(b"\x89PNG\r\n\x1a\n" + EMPTY * 80_000, np.uint8)
shell.Shown.outputs = lambda self: [{"png": PICTURE}] * 31

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

# %%
13

# %%
14

# %%
15

# %%
16

# %%
17

# %%
18

# %%
19

# %%
20
