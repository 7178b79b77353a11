# attempts = "is called by a pattern that stands for others"
# student = "[a-z]*"
# graded = false

import nbformat


def make(folder, released):
    nbformat.write(released, folder / "gradient-descent.ipynb")
