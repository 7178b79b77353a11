# attempts = "raises the points of every test cell, and makes partial credit of more than there is"
# earns = { loss = 1 }

import nbformat


def make(folder, released):
    for cell in released.cells:
        if cell.id.startswith("test-"):
            cell.metadata.nbgrader.points = 1000
            cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "1000.0"}, execution_count=1)]
        if cell.id == "own-words":
            cell.metadata.nbgrader.points = -5
            cell.source = "1000 points, please."
        if cell.id == "answer-loss":
            cell.source = "def loss(w):\n    return w**2 + 12\n"
    nbformat.write(released, folder / "gradient-descent.ipynb")
