# attempts = "writes a date beyond the end of the calendar"

import nbformat


def make(folder, released):
    nbformat.write(released, folder / "gradient-descent.ipynb")
    (folder / "timestamp.txt").write_text("9999-12-31 23:59:59 -1400")
