# attempts = "deletes every test cell but its own answer, which is right"
# earns = { loss = 1 }

import nbformat


def make(folder, released):
    released.cells = [cell for cell in released.cells if not cell.id.startswith("test-")]
    for cell in released.cells:
        if cell.id == "answer-loss":
            cell.source = "def loss(w):\n    return w**2 + 12\n"
    nbformat.write(released, folder / "gradient-descent.ipynb")
