# attempts = "puts the date into a named pipe that nobody writes to"

import os

import nbformat


def make(folder, released):
    nbformat.write(released, folder / "gradient-descent.ipynb")
    os.mkfifo(folder / "timestamp.txt")
