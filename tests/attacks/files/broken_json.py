# attempts = "hands in half a file"
# refused = "unreadable"


def make(folder, released):
    (folder / "gradient-descent.ipynb").write_text('{"cells": [{"cell_type": "code", "source": "def loss(w):\\n    return w**2 + 12", "metad')
