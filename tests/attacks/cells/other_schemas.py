# attempts = "writes nbgrader metadata of older, newer and impossible versions"

import nbformat


def make(folder, released):
    for number, cell in enumerate(cell for cell in released.cells if "nbgrader" in cell.metadata):
        cell.metadata.nbgrader.schema_version = (0, 1, 2, 99, "3", None, -1, 3.5, [3], {"3": 3})[number % 10]
        cell.metadata.nbgrader.grade = (True, False, "yes", None)[number % 4]
        if number % 5 == 0:
            cell.metadata.nbgrader = [1, 2, 3]
        if number % 7 == 0:
            cell.metadata.nbgrader = "graded"
    (folder / "gradient-descent.ipynb").write_text(nbformat.writes(released, version=nbformat.NO_CONVERT))
