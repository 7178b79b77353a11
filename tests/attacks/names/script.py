# attempts = "is called by a script"
# student = "m-<img src=x onerror=alert(1)>"
# graded = false

import nbformat


def make(folder, released):
    nbformat.write(released, folder / "gradient-descent.ipynb")
