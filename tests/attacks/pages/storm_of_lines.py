# attempts = "prints and displays a hundred thousand lines, outputs and columns, in as many cells as are read"

import nbformat

CODE = ("print('\\n' * 20_000)", "print('x\\t' * 9_000)", "for n in range(3_000): display(n)", "for n in range(2_000):\n    print(n); display('x')", "print('\\r\\n\\x0b\\x0c\\u2028' * 4_000)")


def make(folder, released):
    for number in range(50):
        released.cells.append(nbformat.v4.new_code_cell(CODE[number % len(CODE)], id=f"lines-{number}"))
    for number in range(1000 - len(released.cells)):  # as many as are read
        released.cells.append(nbformat.v4.new_code_cell("1", id=f"tiny-{number}") if number % 2 else nbformat.v4.new_markdown_cell("1", id=f"tiny-{number}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
