# attempts = "nests lists, quotations, emphasis and formulas until the reader runs out of stack"

import nbformat


def make(folder, released):
    nests = ["> " * 5000 + "a", "\n".join(" " * (2 * n) + "- a" for n in range(120)), "*a" * 5000 + "a*" * 5000, "[" * 9000 + "]" * 9000, "$" + "{" * 5000 + "}" * 5000 + "$",
             "$$" + r"\sqrt{" * 900 + "a" + "}" * 900 + "$$", "$" + r"\left(" * 900 + r"\right)" * 900 + "$", "1. " * 5000, "~~a" * 3000, "``" * 5000, "<" * 10000, "$" + "a^{" * 300 + "}" * 300 + "$"]
    for number, text in enumerate(nests):
        released.cells.append(nbformat.v4.new_markdown_cell(text, id=f"nest-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
