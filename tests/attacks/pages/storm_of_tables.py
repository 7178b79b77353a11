# attempts = "fills its prose with tables of a thousand columns and a thousand rows, lists in lists, rules and headings"

import nbformat


def table(rows, columns):
    return "|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + ("|" + "b|" * columns + "\n") * rows


def make(folder, released):
    lists = "\n".join(" " * (2 * depth) + "- a" for depth in range(95))
    texts = [table(1, 1_600), table(2_000, 1), table(48, 48), lists, "- a\n" * 2_400, "---\n\n" * 1_900, "# a\n\n" * 1_900, "1. > - > 1. a\n" * 690, "a  \n" * 2_400]
    for number, text in enumerate(texts * 10):
        released.cells.append(nbformat.v4.new_markdown_cell(text, id=f"tables-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
