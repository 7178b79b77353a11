# attempts = "hands in an empty file"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb").write_bytes(b"")
