# attempts = "empties the test cells, or puts 1.0 into them"

import nbformat


def make(folder, released):
    for number, cell in enumerate(released.cells):
        if cell.id.startswith("test-"):
            cell.source = "" if number % 2 else "1.0"
            cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "1.0"}, execution_count=1)]
    nbformat.write(released, folder / "gradient-descent.ipynb")
