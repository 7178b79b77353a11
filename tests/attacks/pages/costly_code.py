# attempts = "hands in code that becomes ten times as long when it is coloured, and fifteen when it is escaped"

import nbformat


def make(folder, released):
    for number in range(45):
        released.cells.append(nbformat.v4.new_code_cell("a.a['b']=1;" * 890, id=f"tokens-{number}"))
        released.cells.append(nbformat.v4.new_code_cell("#" + "\"'&<>" * 1_900, id=f"escaped-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
