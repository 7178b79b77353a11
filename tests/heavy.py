"""Cells that make a page heavy: small to write, and slow to lay out where nothing is done about it."""

from __future__ import annotations

import base64
import copy
import struct
import zlib
from collections.abc import Callable
from functools import partial

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

OWN = {"course": {"extra": True}}
LETTERS = {
    "joining-letters": "ب",
    "ligatures": "نستعلیق",
    "zalgo": "a" + "\u0301\u0489" * 20,
    "joined-emoji": "👩‍🚀\u200d",
    "both-directions": "aא",
    "numbers-between": "א1",
    "emoji-and-han": "漢😀",
    "two-alphabets": "aб",
    "conjoining": "ᄀ",
    "lines": "\n",
    "short-lines": "x\n",
    "tabs": "x\t",
    "to-be-escaped": "'\"&<",
    "one-word": "x",
}
PROSE = {
    "formulas": "$a$ ",
    "fractions": r"$\frac{a}{b}$ ",
    "matrices": r"$\begin{matrix}a&b\\c&d\end{matrix}$ ",
    "roots": r"$\sqrt{\sqrt{\sqrt a}}$ ",
    "quotations": "> ",
    "emphasis": "*a **b* ",
    "list": "- a\n",
    "headings": "# a\n\n",
    "rules": "---\n\n",
    "references": "&#1488;a",
    "code": "`a` ",
    "deep-list": "\n".join(" " * (2 * depth) + "- a" for depth in range(70)) + "\n\n",
    "wide-table": "|" + "a|" * 1600 + "\n|" + "-|" * 1600 + "\n|" + "b|" * 1600 + "\n",
    "long-table": "|a|b|\n|-|-|\n" + "|a|b|\n" * 1600,
}


def printed(letters: str, cells: int = 100) -> list[NotebookNode]:
    """Cells that print as much of it as is kept of a cell."""
    output = new_output("stream", name="stdout", text=(letters * 20_000)[:20_000])
    return copies(new_code_cell("print(x)", metadata=OWN, outputs=[output]), cells)


def prose(letters: str, cells: int = 40) -> list[NotebookNode]:
    """Prose as long as is laid out."""
    return copies(new_markdown_cell((letters * 9900)[:9900], metadata=OWN), cells)


def code(letters: str, cells: int = 40) -> list[NotebookNode]:
    """Code as long as is coloured."""
    return copies(new_code_cell((letters * 9900)[:9900], metadata=OWN), cells)


def copies(cell: NotebookNode, times: int) -> list[NotebookNode]:
    """Return a cell many times; to have each checked anew would take long."""
    return [NotebookNode(copy.deepcopy(dict(cell)), id=f"{cell.id}-{number}") for number in range(times)]


def png(width: int, height: int, shade: int = 128) -> str:
    """Return a picture of one colour, in base64: few bytes for any number of pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([shade]) * width) * height)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return base64.b64encode(data).decode()


def drawn(*pictures: str) -> NotebookNode:
    """A cell that has drawn these."""
    outputs = [new_output("display_data", {"image/png": each, "text/plain": "[plot]"}) for each in pictures]
    return new_code_cell("plot(x)", metadata=OWN, outputs=outputs)


def _everything() -> list[NotebookNode]:
    words = prose("$a$ ", 8) + code("a.a['b']=1;", 8) + prose("א1 ", 4) + printed("א1", 8) + printed("x\n", 8)
    return [*words, drawn(png(4000, 4000), *[png(1000, 1000)] * 8)]


def _tiny_outputs() -> list[NotebookNode]:
    output = new_output("display_data", {"text/plain": "x"})
    return copies(new_code_cell("x", metadata=OWN, outputs=[output] * 50), 400)


PAGES: dict[str, Callable[[], list[NotebookNode]]] = {
    **{f"printed-{name}": partial(printed, letters) for name, letters in LETTERS.items()},
    **{f"prose-{name}": partial(prose, letters) for name, letters in (LETTERS | PROSE).items()},
    "code-of-many-tokens": partial(code, "a.a['b']=1;"),
    "code-in-both-directions": partial(code, "א='1';a=1;"),
    "tiny-outputs": _tiny_outputs,
    "tiny-cells": lambda: copies(new_code_cell("x", metadata=OWN), 1000),
    "tiny-pictures": lambda: copies(drawn(*[png(1, 1)] * 50), 100),
    "many-pixels": lambda: [drawn(png(4000, 4000, shade), png(4000, 4000, shade + 1)) for shade in range(0, 6, 2)],
    "wide-pictures": lambda: [drawn(*[png(4000, 120, shade)] * 4) for shade in range(20)],
    "everything": _everything,
}
