# attempts = "changes the direction of writing with every letter, printed, in code, in prose, by reference and in formulas"

import nbformat


def make(folder, released):
    for number in range(40):
        released.cells.append(nbformat.v4.new_code_cell("print('\\u05d01a' * 6_000)\n# " + "\u05d01" * 4_000, id=f"code-{number}"))
        released.cells.append(nbformat.v4.new_markdown_cell("&#1488;1" * 400 + " \u05d0a" * 2_000 + " &#x202e;cba&rlm; $\\text{\u05d0a\u05d0a}$", id=f"prose-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
