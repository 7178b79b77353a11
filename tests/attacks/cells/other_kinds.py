# attempts = "turns answers into prose and tests into raw cells, prose into code"

import nbformat


def make(folder, released):
    for cell in released.cells:
        if cell.id.startswith("answer-"):
            cell.cell_type = "markdown"
            cell.pop("outputs", None), cell.pop("execution_count", None)
            cell.source = "loss = d_loss = lambda w: 1.0"
        elif cell.id.startswith("test-"):
            cell.cell_type = "raw"
            cell.pop("outputs", None), cell.pop("execution_count", None)
        elif cell.id == "own-words":
            cell.cell_type = "code"
            cell.outputs, cell.execution_count = [], None
            cell.source = "print(1.0)"
    (folder / "gradient-descent.ipynb").write_text(nbformat.writes(released, version=nbformat.NO_CONVERT))
