"""Make a submission out of a released notebook and a file of answers, as a learner would by typing them in.

An answer file is percent text: ``# %% exercise="loss"`` starts the answer to ``loss``, ``# %% question="own-words"``
one in words, and any other ``# %%`` a cell of the learner's own, which goes after the cell before it.
"""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode


def hand_in(released: NotebookNode, answers: Path) -> NotebookNode:
    """Return a copy of ``released`` with the answers of the file typed in. Raises ``KeyError`` for an unknown name."""
    node = nbformat.from_dict(released)
    place = {cell.id: cell for cell in node.cells}
    last = node.cells[0]
    for number, cell in enumerate(jupytext.read(answers, fmt="py:percent").cells):
        name = cell.metadata.get("exercise")
        target = f"answer-{name}" if name else cell.metadata.get("question")
        if target:
            last = place[target]
            last.source = cell.source
        else:
            new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
            own = new(cell.source, id=f"own-{number}")
            node.cells.insert(node.cells.index(last) + 1, own)
            last = own
    return node
