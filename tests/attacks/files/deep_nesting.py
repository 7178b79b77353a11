# attempts = "nests lists a hundred thousand deep"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb").write_text('{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}")
