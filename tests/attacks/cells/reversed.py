# attempts = "reverses all cells, and answers one exercise"
# earns = { d_loss = 1 }

import nbformat


def make(folder, released):
    for cell in released.cells:
        if cell.id == "answer-d_loss":
            cell.source = "def d_loss(w):\n    return 2 * w\n"
    released.cells.reverse()
    nbformat.write(released, folder / "gradient-descent.ipynb")
