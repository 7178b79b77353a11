# attempts = "is honest; has deleted the test cells by accident"
# earns = "all"

import nbformat


def make(folder, released):
    node = typed("", base="alice")
    node.cells = [cell for cell in node.cells if not cell.id.startswith("test-")]
    nbformat.write(node, folder / "gradient-descent.ipynb")
