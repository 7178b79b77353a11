# attempts = "is called by bytes that are no text"
# graded = false
# student = "m-SURROGATE"

import os

import nbformat


def make(folder, released):
    nbformat.write(released, folder / "gradient-descent.ipynb")
    os.rename(os.fsencode(folder.parent), os.fsencode(folder.parent).replace(b"SURROGATE", b"\xff\xfe"))
