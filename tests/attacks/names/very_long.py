# attempts = "is called by a name as long as the file system allows"
# graded = false

import os

import nbformat


def make(folder, released):
    nbformat.write(released, folder / "gradient-descent.ipynb")
    os.rename(folder.parent, folder.parent.with_name("m-" + "x" * 250))
