# attempts = "hands in eighty megabytes"
# refused = "unreadable"


def make(folder, released):
    with open(folder / "gradient-descent.ipynb", "wb") as file:
        file.write(b'{"cells": [')
        file.truncate(80 * 2**20)
