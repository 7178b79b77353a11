"""Turn what was handed in into a notebook that can be trusted to be ours but for the learner's sources.

Intake rebuilds, it does not sanitise: it takes the text of the learner's cells, and only that, and puts it into a copy
of the released notebook. Points, tags, kernels, outputs, order and number of graded cells come from the release.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.grade import Cell
from autograder.harmless import clean, harmless_markdown
from course.language import LANGUAGES

MAX_FILE = 16 * 2**20
MAX_CELLS = 1000
MAX_CELL = 100_000  # characters
MAX_SOURCES = 1_000_000
MAX_NAME = 60  # characters that are shown of another file's name


class Refused(Exception):
    """The file cannot be graded. ``word`` names the hint (``unreadable``, ``absent``), ``detail`` says why."""

    def __init__(self, word: str, detail: str) -> None:
        super().__init__(detail)
        self.word, self.detail = word, detail


@dataclass
class Submission:
    """The rebuilt notebook, its language, the cells to run, and the hash of the learner's sources.

    ``elsewhere``: the answer in words is untouched, but it may stand in another cell.
    """

    notebook: NotebookNode
    lang: str
    cells: tuple[Cell, ...]
    sha256: str
    elsewhere: bool = False


def intake(folder: Path, name: str, released: dict[str, NotebookNode]) -> Submission:
    """Read ``folder/name`` and rebuild it on the released notebook of its language.

    ``released`` maps languages to notebooks. Raises ``Refused`` for whatever cannot be read; the file is not changed.
    """
    data = _parse(read_file(folder, name))
    theirs = list(_cells(data))
    lang = _language(data, theirs, released)
    _refuse_other_units(data, theirs, released[lang])
    return _rebuild(released[lang], lang, theirs)


def untouched(released: NotebookNode, lang: str) -> Submission:
    """Return the submission of someone who handed in nothing readable: the released notebook."""
    return _rebuild(released, lang, [])


def file_hash(folder: Path, name: str) -> str:
    """Return the SHA-256 of a submitted file, or of the reason why it cannot be read."""
    try:
        data = read_file(folder, name)
    except Refused as refusal:
        data = f"{refusal.word}:{refusal.detail}".encode()
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True)
class _Theirs:
    kind: str
    source: str
    cell_id: str
    grade_id: str


def read_file(folder: Path, name: str) -> bytes:
    """Return the content of a regular file. Neither it, nor its folder, nor the folder's parent may be a link.

    Raises ``Refused``.
    """
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        parent = os.open(folder.parent, flags | os.O_DIRECTORY)
        try:
            directory = os.open(folder.name, flags | os.O_DIRECTORY, dir_fd=parent)
        finally:
            os.close(parent)
    except FileNotFoundError:
        raise Refused("absent", f"{name}") from None
    except OSError as error:
        raise Refused("unreadable", f"its folder cannot be opened ({error.strerror})") from None
    try:
        file = os.open(name, flags, dir_fd=directory)
    except FileNotFoundError:
        others = sorted(entry for entry in os.listdir(directory) if entry.endswith(".ipynb"))
        found = f", {len(others)} other: {_shown(others)}" if others else ""
        raise Refused("absent", f"{name}{found}") from None
    except OSError as error:
        raise Refused("unreadable", f"{error.strerror}") from None
    finally:
        os.close(directory)
    status = os.fstat(file)
    if not stat.S_ISREG(status.st_mode):
        os.close(file)
        raise Refused("unreadable", "it is not an ordinary file")
    with os.fdopen(file, "rb") as stream:
        if status.st_size > MAX_FILE:
            size, most = status.st_size // 2**20, MAX_FILE // 2**20
            raise Refused("unreadable", f"it has {size} MB; at most {most} MB are read")
        return stream.read(MAX_FILE + 1)


def _shown(names: list[str]) -> str:
    """Return names that a learner gave, a few and the beginning of each, as text on one line."""
    few = [" ".join(clean(name).split())[:MAX_NAME] for name in names[:3]]
    return ", ".join(few + ["…"] * (len(names) > len(few)))


def _parse(raw: bytes) -> dict[str, Any]:
    if not raw.strip():
        raise Refused("unreadable", "the file is empty")
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise Refused("unreadable", "the file is not a complete notebook (broken JSON)") from None
    if not isinstance(data, dict) or not isinstance(data.get("cells"), list):
        version = data.get("nbformat") if isinstance(data, dict) else None
        old = f" (notebook format {version})" if isinstance(version, int) and 0 < version < 4 else ""
        raise Refused("unreadable", f"it has no list of cells{old}")
    if len(data["cells"]) > MAX_CELLS:
        raise Refused("unreadable", f"it has more than {MAX_CELLS} cells")
    return data


def _language(data: dict[str, Any], theirs: list[_Theirs], released: dict[str, NotebookNode]) -> str:
    """Return the language the notebook says it is in, or the one whose text it holds if its metadata is gone."""
    lang = _inside(data, "metadata", "course", "lang")
    if isinstance(lang, str) and lang in LANGUAGES:
        return lang
    sources = {cell.source for cell in theirs}
    return max(LANGUAGES, key=lambda each: sum(cell.source in sources for cell in released[each].cells))


def _refuse_other_units(data: dict[str, Any], theirs: list[_Theirs], released: NotebookNode) -> None:
    """Refuse a notebook that says it is another unit's and has none of this one's exercises."""
    exercises = {_grade_id(cell) for cell in released.cells if cell.cell_type == "code"} - {""}
    unit = _inside(data, "metadata", "course", "unit")
    if not isinstance(unit, str) or unit == released.metadata.course.unit or exercises & {c.grade_id for c in theirs}:
        return
    which = f" ({unit})" if re.fullmatch(r"\d\d-[a-z-]{1,60}", unit) else ""
    raise Refused("unreadable", f"it is the notebook of another unit{which}")


def _cells(data: dict[str, Any]) -> Iterator[_Theirs]:
    total = 0
    for cell in data["cells"]:
        if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
            continue
        source = cell.get("source")
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            source = "".join(source)
        if not isinstance(source, str):
            continue
        source = clean(source)
        total += len(source)
        if len(source) > MAX_CELL or total > MAX_SOURCES:
            raise Refused("unreadable", "its cells hold too much text")
        grade_id = _inside(cell, "metadata", "nbgrader", "grade_id")
        cell_id = cell.get("id")
        yield _Theirs(
            "code" if cell["cell_type"] == "code" else "markdown",
            source,
            cell_id if isinstance(cell_id, str) else "",
            grade_id if isinstance(grade_id, str) else "",
        )


def _inside(data: Any, *keys: str) -> Any:
    """Return what lies under ``keys`` in nested dictionaries, or None where one of them is not there."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _rebuild(released: NotebookNode, lang: str, theirs: list[_Theirs]) -> Submission:
    ours = released.cells
    slots = {_grade_id(cell): n for n, cell in enumerate(ours) if _grade_id(cell)}
    by_id = {cell.id: n for n, cell in enumerate(ours)}
    by_text = {(cell.cell_type, cell.source): n for n, cell in enumerate(ours) if cell.source}
    answers: dict[int, str] = {}
    extras: dict[int, list[_Theirs]] = {}
    place = -1
    for cell in theirs:
        slot = slots.get(cell.grade_id, by_id.get(cell.cell_id, by_text.get((cell.kind, cell.source))))
        free = slot is not None and slot not in answers
        place = slot if free else place
        if free and _may_fill(ours[slot], cell):
            answers[slot] = cell.source
        elif cell.source.strip():  # their own cell, or a copy or another version of ours: it stays where they put it
            extras.setdefault(place, []).append(cell)
    prose = any(cell.kind == "markdown" for cells in extras.values() for cell in cells)
    nodes = [_extra(cell, n) for n, cell in enumerate(extras.get(-1, []))]
    run: list[Cell] = [_runnable(node) for node in nodes if node.cell_type == "code"]
    elsewhere = False
    for n, cell in enumerate(ours):
        node = nbformat.from_dict(cell)
        own = cell.metadata.get("course", {})
        if cell.cell_type == "code":
            node.outputs = cell.outputs if "figure" in own and answers.get(n) in (None, cell.source) else []
            if own.get("role") == "test":
                run.append(Cell(cell.id, "", tests=own["exercise"]))
            elif n in answers or (not theirs and own.get("role") != "answer"):
                node.source = answers.get(n, cell.source)
                run.append(Cell(cell.id, node.source, (own["exercise"],) if own.get("role") == "answer" else ()))
        elif _is_written(cell):
            if answers.get(n, cell.source) != cell.source:
                node.source = harmless_markdown(answers[n])
            else:  # there may be words elsewhere, or a cell of another kind where the answer belongs
                elsewhere = prose or n in extras or n - 1 in extras
        nodes.append(node)
        for extra in extras.get(n, []):
            nodes.append(_extra(extra, len(nodes)))
            if extra.kind == "code":
                run.append(_runnable(nodes[-1]))
    digest = hashlib.sha256(json.dumps([(cell.kind, cell.source) for cell in theirs]).encode()).hexdigest()
    notebook = nbformat.from_dict({**released, "cells": nodes})
    return Submission(notebook, lang, tuple(run), digest, elsewhere)


def _may_fill(ours: NotebookNode, theirs: _Theirs) -> bool:
    """Whether the learner's cell is what became of ours. Words may stand in any kind of cell; what we wrote is ours."""
    if _is_written(ours):
        return True
    return ours.cell_type == theirs.kind and (theirs.kind == "code" or ours.source.strip() == theirs.source.strip())


def _is_written(cell: NotebookNode) -> bool:
    return cell.cell_type == "markdown" and bool(_grade_id(cell))


def _extra(cell: _Theirs, number: int) -> NotebookNode:
    metadata = {"course": {"extra": True}}
    if cell.kind == "code":
        return nbformat.v4.new_code_cell(cell.source, id=f"extra-{number}", metadata=metadata)
    return nbformat.v4.new_markdown_cell(harmless_markdown(cell.source), id=f"extra-{number}", metadata=metadata)


def _runnable(node: NotebookNode) -> Cell:
    return Cell(node.id, node.source)


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")
