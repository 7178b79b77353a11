# attempts = "hands in a named pipe, which nobody ever writes to"
# refused = "unreadable"

import os


def make(folder, released):
    os.mkfifo(folder / "gradient-descent.ipynb")
