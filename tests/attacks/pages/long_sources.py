# attempts = "hands in two million characters of code that are slow to colour, and prose that is slow to read"

import nbformat


def make(folder, released):
    for number, text in enumerate(('f"{', "a?\n", "%%ruby\n%q(", '"{%', "(", "\\", "'\"")):
        released.cells.append(nbformat.v4.new_code_cell("1 #" + (text * 100_000)[:90_000], id=f"slow-{number}"))
    for number, text in enumerate(("*a **a ", "[", "> ", "- ", "`a", "$a", "|a", "![", "\\(", "_a__a")):
        released.cells.append(nbformat.v4.new_markdown_cell((text * 100_000)[:90_000], id=f"prose-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
