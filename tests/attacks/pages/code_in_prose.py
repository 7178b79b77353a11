# attempts = "names languages in its prose that take for ever to colour, breaks the parser of prose, hands in blank lines"

import nbformat

PROSE = (
    "~~~emacs-lisp\n" + "*..\\" * 40 + "\n~~~",
    "~~~tads3\n" + "'{\\" * 40 + "\n~~~",
    "```autohotkey\n" + "\n" * 4800 + "```",
    "```ipython3\na=1\n" + " \n" * 4800 + "```",
    "~~~&Tab;",
    "<}a@b.cd> <$$a@b.cd>",
)


def make(folder, released):
    for number, prose in enumerate(PROSE):
        released.cells.append(nbformat.v4.new_markdown_cell(prose, id=f"prose-{number}"))
        released.cells.append(nbformat.v4.new_code_cell("a=1\n" + " \n" * 4900, id=f"code-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
