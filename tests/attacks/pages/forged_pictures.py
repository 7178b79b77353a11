# attempts = "sends pictures that are something else too, or break what shows them"
# with = "forge"

# %%
import zlib
def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
def png(width=1, height=1, *more, tail=b"", data=zlib.compress(b"\0\0")):
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"") + tail
EVIL = b"<script>window.pwned=1</script>"
PICTURES = [EVIL, b"<svg onload=window.pwned=1>", png(tail=EVIL), png(1, 1, chunk(b"tEXt", b"Comment\0" + EVIL)), png(1, 1, chunk(b"iTXt", EVIL)), png(2**31 - 1, 2**31 - 1),
            png(4000, 4000, data=zlib.compress(bytes(4001 * 4000))), png(0, 0), png()[:20], b"GIF89a" + EVIL, png(1, 1, chunk(b"eXIf", EVIL), chunk(b"iCCP", EVIL))]
FORGED = [{"png": np.frombuffer(p, np.uint8)} for p in PICTURES]
FORGED += [{"name": EVIL.decode(), "text": "x"}, {"name": "stdout", "text": EVIL.decode()}, {"text": EVIL.decode()}, {"html": EVIL.decode()}, {"png": EVIL.decode()},
           {"png": np.zeros((2, 2), np.uint8)}, {"output_type": "display_data", "data": {"text/html": EVIL.decode()}}, EVIL.decode(), 1.0, None, [], {}]
shell.Shown.outputs = lambda self: FORGED

# %%
1
