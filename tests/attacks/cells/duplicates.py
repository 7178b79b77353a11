# attempts = "hands in every graded cell three times, the wrong ones first"

import copy

import nbformat


def make(folder, released):
    cells = []
    for cell in released.cells:
        for number in range(3 if "nbgrader" in cell.metadata else 1):
            twin = copy.deepcopy(cell)
            twin.id = f"{cell.id[:50]}-{number}"
            if cell.id.startswith("answer-"):
                twin.source = f"def {cell.id[7:]}(*a):\n    return {number}\n"
            cells.append(twin)
    released.cells = cells
    (folder / "gradient-descent.ipynb").write_text(nbformat.writes(released, version=nbformat.NO_CONVERT))
