# attempts = "hands in millions of empty lists and numbers, which take far more memory than the file"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb").write_text('{"metadata": [' + ",".join(["[]"] * 5_000_000) + '], "nbformat": 4}')
