"""Put the learner's texts into a copy of the released notebook.

Nothing is sanitised: of a submission come only the texts of its cells and the pictures of its prose. Points, tags,
kernels, outputs, order and number of graded cells come from the release.
"""

from __future__ import annotations

import ast
import base64
import binascii
import hashlib
import json
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

import nbformat
from nbformat import NotebookNode

from autograder.intake.learner_cells import MAX_CELL, Theirs
from autograder.judging.grade import Cell
from autograder.judging.verdict import Remark
from autograder.support.sanitise import checked_png, sanitise_markdown
from course.language import text

MAX_STUB = 10_000  # a longer text is no stub
MAX_PICTURE = 4 * 2**20  # bytes
MAX_PICTURES = 6  # in a cell
MAX_ALBUM = 24 * 2**20  # bytes, of all pictures

_REFERENCE = re.compile(r"!\[[^\]\n]{0,200}\]\(attachment:([^)\n]{1,200})\)")
_DEFINED = re.compile(r"^(?:def|class)\s+(\w+)", re.MULTILINE)
_IMPORT = re.compile(r"^(?:import|from)\s", re.MULTILINE)
_KINDS = {"jpeg": "JPEG", "jpg": "JPEG", "gif": "GIF", "svg+xml": "SVG", "webp": "WebP", "heic": "HEIC", "png": "PNG"}


@dataclass
class Submission:
    """The rebuilt notebook, its language, the cells to run, and the hash of the learner's sources.

    ``elsewhere``: the answer in words is untouched, but it may stand in another cell. ``file``: the name of the file
    that was taken; ``several``: more than one was written in, so a person looks; ``answers``: the hash of the text
    of every answer, by grade id; ``written``: somebody wrote in it.
    """

    notebook: NotebookNode
    lang: str
    cells: tuple[Cell, ...]
    sha256: str
    elsewhere: bool = False
    file: str = ""
    remarks: tuple[Remark, ...] = ()
    several: bool = False
    answers: dict[str, str] = field(default_factory=dict)
    written: bool = False


def rebuild(released: NotebookNode, lang: str, theirs: list[Theirs]) -> Submission:
    """Return the released notebook with the learner's answers and own cells in it."""
    return _Rebuilt(released, lang, theirs).submission()


class _Rebuilt:
    """The released cells, which of the learner's cells fills which, and where the others go."""

    def __init__(self, released: NotebookNode, lang: str, theirs: list[Theirs]) -> None:
        self._released, self._ours, self._lang, self._theirs = released, released.cells, lang, theirs
        self._known: dict[str, int | None] = {}
        self._stubs = {shape(cell.source): n for n, cell in enumerate(self._ours) if role(cell) == "answer"}
        self._exercises = {self._ours[n].metadata.course.exercise: n for n in self._stubs.values()}
        self._in_code = {
            name
            for cell in theirs
            if cell.kind == "code" and self._stub(cell) is None
            for name in _DEFINED.findall(cell.source)
        }
        slots = self._slots()
        self._filled: dict[int, Theirs] = {}  # our cells, by number, and what became of them
        self._again: dict[int, list[Theirs]] = {}  # other answers to the same exercise
        self._extras: dict[int, list[Theirs]] = {}  # cells that go below ours
        self._idle: set[int] = set()  # untouched copies of stubs, by id() of the cell: nothing of them runs
        self._restored: list[int] = []
        self._stub_copies: list[int] = []
        self._album = MAX_ALBUM
        self._place_all(slots)

    def _slots(self) -> list[int | None]:
        """Return for each of the learner's cells which of ours it comes from."""
        ours = self._ours
        by_grade_id = {grade_id(cell): n for n, cell in enumerate(ours) if grade_id(cell)}
        by_id = {cell.id: n for n, cell in enumerate(ours)}
        by_text = {cell.source: n for n, cell in enumerate(ours) if cell.source}
        by_text |= {(cell.cell_type, cell.source): n for n, cell in enumerate(ours) if cell.source}
        slots: list[int | None] = []
        for cell in self._theirs:
            text_slot = by_text.get((cell.kind, cell.source), by_text.get(cell.source))
            slot = by_grade_id.get(cell.grade_id, by_id.get(cell.cell_id, text_slot))
            slot = self._stub(cell) if slot is None else slot
            slots.append(self._answer_as_text(cell) if slot is None and cell.kind != "code" else slot)
        return slots

    def _answer_as_text(self, cell: Theirs) -> int | None:
        """Return the answer cell that has become this text and lost its name."""
        found = {name for name in _DEFINED.findall(cell.source) if name in self._exercises}
        return self._exercises[found.pop()] if len(found) == 1 and shape(cell.source).startswith("Module(") else None

    def _stub(self, cell: Theirs) -> int | None:
        """Return the answer cell whose stub this text is, or None."""
        if "def " not in cell.source and "class " not in cell.source:
            return None
        if cell.source not in self._known:
            self._known[cell.source] = self._stubs.get(shape(cell.source))
        return self._known[cell.source]

    def _place_all(self, slots: list[int | None]) -> None:
        claims: dict[int, list[int]] = {}
        for number, slot in enumerate(slots):
            if slot is not None:
                claims.setdefault(slot, []).append(number)
        chosen = {slot: min(numbers, key=lambda n: (self._rank(slot, n), n)) for slot, numbers in claims.items()}
        place = -1
        for number, (cell, slot) in enumerate(zip(self._theirs, slots, strict=True)):
            taken = slot if slot is not None and chosen[slot] == number else None
            place = place if taken is None else taken
            if taken is not None and self._rank(taken, number) < 9:
                self._filled[taken] = cell
                if self._ours[taken].cell_type != cell.kind and not is_written(self._ours[taken]):
                    self._restored.append(taken)
                if role(self._ours[taken]) == "test" and self._answers_in_test(taken, cell):
                    self._extras.setdefault(taken - 1, []).append(Theirs("code", cell.source))
            elif not cell.empty:
                if slot is not None and role(self._ours[slot]) == "answer":
                    if self._stub(cell) is not None:
                        self._idle.add(id(cell))
                        self._stub_copies.append(slot)
                    elif taken is None:
                        self._again.setdefault(slot, []).append(cell)
                # Their own cell, or a copy or another version of ours: it stays where they put it.
                self._extras.setdefault(place, []).append(cell)

    def _rank(self, slot: int, number: int) -> int:
        """Return how good a claim the learner's cell has to be what became of ours: 0 is best, 9 is none."""
        ours, cell = self._ours[slot], self._theirs[number]
        if is_written(ours):  # words may stand in any kind of cell
            return int(cell.source == ours.source and not cell.pictures)
        if ours.cell_type == "markdown":
            return 0 if cell.kind == "markdown" and cell.source.strip() == ours.source.strip() else 9
        retyped = cell.kind != "code"
        if role(ours) == "answer":
            if retyped and ours.metadata.course.exercise in self._in_code:
                return 9  # switched off, and written anew in code
            idle = cell.empty or not _statements(cell.source) or self._stub(cell) is not None
            return 2 * idle + retyped
        return 9 if retyped and role(ours) == "reading" else int(retyped)

    def _answers_in_test(self, slot: int, cell: Theirs) -> bool:
        """Whether somebody wrote an answer into the cell that checks it."""
        name = re.escape(self._ours[slot].metadata.course.exercise)
        defines = re.compile(rf"^(?:(?:async\s+)?def|class)\s+{name}\b|^{name}\s*=[^=]", re.MULTILINE)
        return cell.source != self._ours[slot].source and defines.search(cell.source) is not None

    def submission(self) -> Submission:
        """Return the notebook with everything in its place."""
        prose = any(cell.kind == "markdown" and id(cell) not in self._idle for cell in self._all_extras())
        nodes: list[NotebookNode] = []
        run: list[Cell] = []
        before: list[Cell] = []  # set-up cells as they were released
        elsewhere = False
        answers: dict[str, str] = {}
        self._add_extras(-1, nodes, run)
        for n, cell in enumerate(self._ours):
            node = nbformat.from_dict(cell)
            own = cell.metadata.get("course", {})
            mine = self._filled.get(n) if self._theirs else Theirs(cell.cell_type, cell.source)
            source = mine.source if mine else None
            if role(cell) == "answer" or is_written(cell):
                answers[cell.metadata.nbgrader.grade_id] = self._digest(n, mine)
            if cell.cell_type == "code":
                node.outputs = cell.outputs if "figure" in own and source in (None, cell.source) else []
                if role(cell) == "test":
                    run.append(Cell(cell.id, "", tests=own["exercise"]))
                elif role(cell) == "setup":
                    if run or source != cell.source:
                        before.append(Cell(f"released-{cell.id}", cell.source))
                    if source is not None:
                        run.append(Cell(cell.id, source, setup=True))
                elif source is not None and (self._theirs or role(cell) != "answer"):
                    answered = (own["exercise"],) if role(cell) == "answer" else ()
                    stub = mine is not None and bool(answered) and self._stub(mine) is not None
                    run.append(Cell(cell.id, source, answered, stub=stub))
                node.source = cell.source if source is None or role(cell) == "test" else source
            elif is_written(cell):
                if mine and (source != cell.source or mine.pictures):
                    self._write(node, mine)
                else:  # there may be words elsewhere, or a cell of another kind where the answer belongs
                    elsewhere = prose or n in self._extras or n - 1 in self._extras
            nodes.append(node)
            self._add_extras(n, nodes, run)
        sources = [(cell.kind, cell.source, *(content for *_, content in cell.pictures)) for cell in self._theirs]
        digest = hashlib.sha256(json.dumps(sources).encode()).hexdigest()
        notebook = nbformat.from_dict({**self._released, "cells": nodes})
        return Submission(
            notebook, self._lang, (*before, *run), digest, elsewhere, remarks=self._remarks(), answers=answers,
            written=self._is_written_in(),
        )  # fmt: skip

    def _all_extras(self) -> Iterator[Theirs]:
        for cells in self._extras.values():
            yield from cells

    def _add_extras(self, place: int, nodes: list[NotebookNode], run: list[Cell]) -> None:
        for extra in self._extras.get(place, []):
            metadata = {"course": {"extra": True}}
            if extra.kind == "code":
                node = nbformat.v4.new_code_cell(extra.source, id=f"extra-{len(nodes)}", metadata=metadata)
                if id(extra) not in self._idle:
                    # What imports stays useful when one of its imports fails.
                    run.append(Cell(node.id, extra.source, setup=bool(_IMPORT.search(extra.source))))
            else:
                node = nbformat.v4.new_markdown_cell("", id=f"extra-{len(nodes)}", metadata=metadata)
                self._write(node, extra)
            nodes.append(node)

    def _write(self, node: NotebookNode, theirs: Theirs) -> None:
        """Put a learner's prose into a cell, and the pictures of it that are sound."""
        kept: list[tuple[str, bytes]] = []
        hidden: list[str] = []
        for name, kind, content in theirs.pictures[: 4 * MAX_PICTURES]:
            png = _png(content) if kind == "image/png" and len(kept) < MAX_PICTURES else None
            if png is not None and len(png) <= self._album:
                self._album -= len(png)
                kept.append((name, png))
            else:
                hidden.append(_KINDS.get(kind.removeprefix("image/"), "?"))
        names = {name: f"picture-{number}.png" for number, (name, _) in enumerate(kept, 1)}
        words = _REFERENCE.sub(lambda found: names.get(found[1], found[0]), theirs.source)
        parts = [sanitise_markdown(words)]
        # Pictures and what is said of them stand first: words may begin a block of code and never end it.
        if hidden:
            kinds = ", ".join(sorted(set(hidden)))
            parts.insert(0, f"*{text('check.remark.picture_hidden', self._lang, kinds=kinds)}*")
        if kept:
            alt = text("check.remark.picture_alt", self._lang)
            parts.insert(0, "\n\n".join(f"![{alt}](attachment:{name})" for name in names.values()))
            pairs = zip(names.values(), kept, strict=True)
            node.attachments = {name: {"image/png": base64.b64encode(png).decode()} for name, (_, png) in pairs}
        node.source = "\n\n".join(part for part in parts if part) if len(parts) > 1 else parts[0]

    def _digest(self, n: int, mine: Theirs | None) -> str:
        cells = [*([mine] if mine else []), *self._again.get(n, [])]
        if len(cells) == 1:
            return cells[0].digest
        return hashlib.sha256("".join(cell.digest for cell in cells).encode()).hexdigest()

    def _is_written_in(self) -> bool:
        ours = {cell.id for cell in self._ours}
        # Prose of ours in other words is that of another edition.
        own = (cell for cell in self._all_extras() if cell.kind == "code" or cell.cell_id not in ours)
        if any(id(cell) not in self._idle for cell in own):
            return True
        for n, cell in self._filled.items():
            if role(self._ours[n]) == "answer" and self._rank_of(cell) == 0:
                return True
            if is_written(self._ours[n]) and (cell.source != self._ours[n].source or cell.pictures):
                return True
        return False

    def _rank_of(self, cell: Theirs) -> int:
        return int(self._stub(cell) is not None or not _statements(cell.source))

    def _remarks(self) -> tuple[Remark, ...]:
        def names(places: list[int]) -> dict[str, str]:
            called = (self._ours[n].metadata.get("course", {}).get("exercise", self._ours[n].id) for n in places)
            return {"cells": ", ".join(dict.fromkeys(called))}

        remarks = []
        if any(cell.left_out for cell in self._theirs):
            remarks.append(Remark("cell_left_out", {"most": str(MAX_CELL)}))
        if self._restored:
            remarks.append(Remark("kind_restored", names(self._restored)))
        copies = [n for n in self._stub_copies if n in self._filled and self._rank_of(self._filled[n]) == 0]
        if copies:
            remarks.append(Remark("stub_copies", names(copies)))
        setup = [n for n, cell in enumerate(self._ours) if role(cell) == "setup"]
        if self._theirs and any(n not in self._filled for n in setup):
            remarks.append(Remark("setup_missing"))
        return tuple(remarks)


def role(cell: NotebookNode) -> str:
    """Return what one of our cells is for: ``answer``, ``test``, ``setup``, ``reading`` code, or ``prose``."""
    if cell.cell_type != "code":
        return "prose"
    return cell.metadata.get("course", {}).get("role") or ("setup" if cell.id == "setup" else "reading")


def is_written(cell: NotebookNode) -> bool:
    """Whether one of our cells asks for an answer in words."""
    return cell.cell_type == "markdown" and bool(grade_id(cell))


def grade_id(cell: NotebookNode) -> str:
    """Return nbgrader's name for one of our cells, or nothing."""
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def shape(source: str) -> str:
    """Return code without its comments, blank lines and docstrings; as it stands if Python cannot read it."""
    plain = "\n".join(line.rstrip() for line in source.strip().split("\n"))
    if len(source) > MAX_STUB:
        return plain
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and ast.get_docstring(node):
                node.body = node.body[1:]
        return ast.dump(tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return plain


def _statements(source: str) -> bool:
    """Whether there is anything but blanks and comments."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in source.split("\n"))


def _png(content: str) -> bytes | None:
    if len(content) > MAX_PICTURE * 3 // 2:
        return None
    try:
        return checked_png(base64.b64decode(content), MAX_PICTURE)
    except (binascii.Error, ValueError):
        return None
