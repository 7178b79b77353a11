# attempts = "is called by a name with a line break"
# student = "m-mal\nlory"
# graded = false

import nbformat


def make(folder, released):
    nbformat.write(released, folder / "gradient-descent.ipynb")
