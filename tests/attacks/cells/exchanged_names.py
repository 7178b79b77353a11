# attempts = "exchanges the names of graded cells, so that an easy answer counts for a hard exercise"

import nbformat


def make(folder, released):
    graded = {cell.metadata.nbgrader.grade_id: cell for cell in released.cells if "nbgrader" in cell.metadata}
    for easy, hard in (("loss", "fooling_rate"), ("d_loss", "descend_safely")):
        for kind in ("answer", "test"):
            one, other = graded[f"{kind}-{easy}"], graded[f"{kind}-{hard}"]
            one.metadata, other.metadata = other.metadata, one.metadata
        graded[f"answer-{easy}"].source = f"def {hard}(*a):\n    return 12\n"
    nbformat.write(released, folder / "gradient-descent.ipynb")
