# attempts = "puts towers of marks on letters that reach over the lines above, printed, in prose, in code and by reference"

import nbformat

TOWER = "a" + "\u0301\u0489\u20db\ufe0f\u034f" * 300 + " "


def make(folder, released):
    released.cells.append(nbformat.v4.new_markdown_cell(TOWER * 6 + "a" + "&#x301;&tdot;&#1161;" * 300, id="tower"))
    for number in range(60):
        released.cells.append(nbformat.v4.new_markdown_cell(TOWER * 6, id=f"prose-{number}"))
        released.cells.append(nbformat.v4.new_code_cell("print('a' + '\\u0301\\u0489' * 9_000)  # " + TOWER, id=f"code-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
