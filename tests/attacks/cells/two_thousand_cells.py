# attempts = "hands in more cells than anybody can read"
# refused = "unreadable"

import nbformat


def make(folder, released):
    released.cells += [nbformat.v4.new_code_cell("1", id=f"n{number}") for number in range(2000)]
    nbformat.write(released, folder / "gradient-descent.ipynb")
