"""how the file's text is written: byte order marks, UTF-16, Windows-1251, line ends, decomposed letters"""

from __future__ import annotations

import json
import unicodedata

from ..accident import accident
from ..learner import Work


@accident("saved with a byte order mark")
def byte_order_mark(work: Work) -> None:
    work.encode = lambda text: text.encode("utf-8-sig")


@accident("saved in UTF-16")
def utf_16(work: Work) -> None:
    work.encode = lambda text: text.encode("utf-16")


@accident("saved in UTF-16 with the large end first, and its mark")
def utf_16_large_end(work: Work) -> None:
    work.encode = lambda text: b"\xfe\xff" + text.encode("utf-16-be")


@accident("saved in Windows-1251 by an editor", lang="ru", says=("encoding",))
def windows_1251(work: Work) -> None:
    work.last("# Считаем сами: шаг за шагом\nprint('ёлка')")
    work.encode = lambda text: text.encode("cp1251", "replace")


@accident("saved in Windows-1251 without any output", lang="ru", says=("encoding",))
def windows_1251_cleared(work: Work) -> None:
    for cell in work.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    work.encode = lambda text: text.encode("cp1251", "xmlcharrefreplace")


@accident("saved with the line ends of Windows, in the file and in its cells")
def line_ends_of_windows(work: Work) -> None:
    for cell in work.cells:
        cell.source = cell.source.replace("\n", "\r\n")
    work.encode = lambda text: text.replace("\n", "\r\n").encode()


@accident("all that is not ASCII is written as \\\\u0451")
def escapes(work: Work) -> None:
    work.encode = lambda text: json.dumps(json.loads(text)).encode()


@accident("all letters are decomposed, as a Mac writes й, ё and é")
def decomposed(work: Work) -> None:
    work.written.source += "\n\nПрямой путь ещё короче."
    work.encode = lambda text: unicodedata.normalize("NFD", text).encode()


@accident("indented with tabs, with blanks at the ends of lines")
def tabs(work: Work) -> None:
    for name in work.exercises:
        lines = work.answer(name).source.splitlines()
        if '"""' in work.answer(name).source:  # a description is text: its blanks stay
            lines = [line + "  " for line in lines]
        else:
            lines = [line.replace("    ", "\t") + " \t" for line in lines]
        work.write(name, "\n".join(lines) + "\n\n\n")
