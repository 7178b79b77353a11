# attempts = "hands in the notebook as UTF-16 with a mark in front, and an answer in it"
# earns = { loss = 1 }

import nbformat


def make(folder, released):
    for cell in released.cells:
        if cell.id == "answer-loss":
            cell.source = "def loss(w):\n    return w**2 + 12  # ✓ é\n"
    (folder / "gradient-descent.ipynb").write_bytes(nbformat.writes(released).encode("utf-16"))
