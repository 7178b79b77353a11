# attempts = "hands in as much code as is read, all of it slow to colour, and prose that is slow to lay out"

import nbformat

from autograder.intake.submission import MAX_SOURCES

CODE = ('f"{', "a?\n", "%%ruby\n%q(", '"{%', "(", "\\", "'\"")
PROSE = ("*a **a ", "[", "> ", "- ", "`a", "$a", "|a", "![", "\\(", "_a__a", "$a$ ")


def make(folder, released):
    room = MAX_SOURCES - sum(len(cell.source) for cell in released.cells)
    for number in range(20):  # pieces that are formatted each by itself, then pieces too long for it
        for length in (9_900, room // 20 - 2 * 9_900):
            code, prose = CODE[number % len(CODE)], PROSE[number % len(PROSE)]
            if length < 10_000 or number % 2:
                released.cells.append(nbformat.v4.new_code_cell(("1 #" + code * length)[:length], id=f"code-{number}-{length}"))
            if length < 10_000 or not number % 2:
                released.cells.append(nbformat.v4.new_markdown_cell((prose * length)[:length], id=f"prose-{number}-{length}"))
    nbformat.write(released, folder / "gradient-descent.ipynb")
