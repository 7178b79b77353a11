"""The text of a lesson in pieces that can be written anew and moved; all others stay as they are, to the byte."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import jupytext
import nbformat
from nbformat import NotebookNode

from autograder.authoring import lesson
from autograder.authoring.built import source_of


@dataclass
class Block:
    """A cell of both languages, or the two cells of a prose: its name, and the pieces of the lesson's text it is."""

    name: str
    pieces: list[Piece]


@dataclass
class Piece:
    """A cell in the lesson's text: its header, its source as it is written there, and the blank lines behind."""

    header: str
    body: str
    blank: str
    lang: str = ""

    def __str__(self) -> str:
        return f"{self.header}\n{self.body}{self.blank}"


def blocks(text: lesson.Lesson) -> tuple[list[Piece], list[Block]]:
    """Return the text of a lesson in pieces: numbers cells that come before all others, and the blocks.

    A numbers cell goes where the cell before it goes.
    """
    lines = text.path.read_text("utf-8").splitlines(keepends=True)
    cells = dict(zip(text.lines, text.cells, strict=True))
    head, found = [], list[Block]()
    for start, end in zip(text.starts, [*text.starts[1:], len(lines) + 1], strict=True):
        whole = "".join(lines[start : end - 1])
        body = whole.rstrip("\n")
        piece = Piece(lines[start - 1].rstrip("\n"), body, whole[len(body) :])
        cell = cells.get(start)
        name = lesson.name_of(cell) if cell is not None else ""
        piece.lang = cell.metadata.get("lang", "") if cell is not None else "-"
        if found and name in ("", found[-1].name):
            found[-1].pieces.append(piece)
        elif name:
            found.append(Block(name, [piece]))
        else:
            head.append(piece)
    return head, found


def text_of(head: Sequence[Piece], blocks: Sequence[Block]) -> str:
    """Return the text of a lesson, with an empty line between cells and none at the end."""
    pieces = [*head, *(piece for block in blocks for piece in block.pieces)]
    for piece in pieces[:-1]:
        piece.blank = "\n\n" if piece.blank == "\n" else piece.blank
    pieces[-1].blank = "\n"
    return "".join(map(str, pieces))


def written(cell: NotebookNode) -> str:
    """Return the source of a cell as it stands in a lesson."""
    bare = {"code": nbformat.v4.new_code_cell, "markdown": nbformat.v4.new_markdown_cell}[cell.cell_type]
    source = source_of(cell).replace(lesson.GRADE_IMPORT, "")
    text = jupytext.writes(nbformat.v4.new_notebook(cells=[bare(source)]), fmt="py:percent")
    head = re.search(r"^\s*# %%.*\n", text, re.MULTILINE)  # with a blank before it where the source begins with one
    assert head is not None
    return text[head.end() :].rstrip("\n")
