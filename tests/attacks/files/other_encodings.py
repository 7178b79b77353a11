# attempts = "hands in bytes that are text in no encoding"
# refused = "unreadable"

import nbformat


def make(folder, released):
    (folder / "gradient-descent.ipynb").write_bytes(nbformat.writes(released).encode("utf-8").replace(b"weight", b"\xff\xfe\xc3("))
