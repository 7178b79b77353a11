# attempts = "writes a date of many digits"

import nbformat


def make(folder, released):
    nbformat.write(released, folder / "gradient-descent.ipynb")
    (folder / "timestamp.txt").write_text("9" * 90)
