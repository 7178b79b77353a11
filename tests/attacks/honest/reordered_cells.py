# attempts = "is honest; has moved graded cells around"
# earns = "all"

import random

import nbformat


def make(folder, released):
    node = typed("", base="alice")
    graded = [n for n, cell in enumerate(node.cells) if cell.id.startswith("test-")]
    moved = [node.cells[n] for n in graded]
    random.Random(1).shuffle(moved)
    for n, cell in zip(graded, moved, strict=True):
        node.cells[n] = cell
    nbformat.write(node, folder / "gradient-descent.ipynb")
