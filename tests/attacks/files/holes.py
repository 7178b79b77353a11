# attempts = "hands in a notebook with holes: blocks that are not on the disk and read as zeros, inside and at the end"

def make(folder, released):
    import nbformat
    text = nbformat.writes(released).encode()
    with open(folder / "gradient-descent.ipynb", "wb") as file:
        file.write(text[:1000])
        file.seek(2**22, 1)
        file.write(text[1000:])
        file.truncate(100 * 2**20)
