# attempts = "hands in nearly as many cells as are read, all of them code"

import nbformat


def make(folder, released):
    released.cells += [nbformat.v4.new_code_cell("print(1)", id=f"n{number}") for number in range(900)]
    nbformat.write(released, folder / "gradient-descent.ipynb")
