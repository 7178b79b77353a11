# attempts = "writes a date that stops the reader of dates"
# earns = { loss = 1 }

import nbformat


def make(folder, released):
    for cell in released.cells:
        if cell.id == "answer-loss":
            cell.source = "def loss(w):\n    return w**2 + 12\n"
    nbformat.write(released, folder / "gradient-descent.ipynb")
    (folder / "timestamp.txt").write_text("hello")
