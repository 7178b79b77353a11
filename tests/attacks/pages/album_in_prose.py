# attempts = "pastes as many and as large pictures into its prose as are taken"

import base64
import random
import struct
import zlib

import nbformat


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def make(folder, released):
    noise = random.Random(1).randbytes(1200 * 3600)
    rows = zlib.compress(b"".join(b"\0" + noise[row * 3600 : (row + 1) * 3600] for row in range(1150)), 0)
    head = struct.pack(">IIBBBBB", 1200, 1150, 8, 2, 0, 0, 0)
    photo = base64.b64encode(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")).decode()
    for number in range(3):
        cell = nbformat.v4.new_markdown_cell("my drawing", id=f"photo-{number}")
        cell["attachments"] = {f"{name}.png": {"image/png": photo} for name in "ab"}
        released.cells.append(cell)
    nbformat.write(released, folder / "gradient-descent.ipynb")
