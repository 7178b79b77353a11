# attempts = "hands in more text than anybody writes, a part of it in each of many cells"
# refused = "unreadable"

import nbformat

from autograder.intake.submission import MAX_SOURCES


def make(folder, released):
    cells = [nbformat.v4.new_code_cell('f"{' * 30_000, id=f"long-{number}") for number in range(MAX_SOURCES // 90_000)]
    released.cells += cells
    nbformat.write(released, folder / "gradient-descent.ipynb")
