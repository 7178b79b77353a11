# attempts = "hands in a notebook without cells"

import nbformat


def make(folder, released):
    released.cells = []
    nbformat.write(released, folder / "gradient-descent.ipynb")
