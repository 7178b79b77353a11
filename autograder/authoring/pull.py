"""Bring home what an instructor has edited in the built notebooks, in JupyterLab: into the lesson that they come from.

Texts, code, points, new cells and their order come home where it is clear what is meant. Where the lesson has changed
as well, nothing of that cell is taken, and both are shown. Only what was taken is written.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.authoring import lesson
from autograder.authoring.built import Edits, edits, fingerprint, points_of, read, remembered, source_of
from autograder.authoring.headers import LessonError
from autograder.authoring.pieces import Block, Piece, blocks, text_of, written
from autograder.support.atomic_files import write_atomically
from course.language import LANGUAGES
from course.workspace import notebook_file

_PRIVATE = ("checksum", "points")  # of nbgrader's metadata: what may differ


@dataclass(frozen=True)
class Conflict:
    """A cell, or the order of the cells, of which there are two versions: where each stands, and its text."""

    name: str
    left: tuple[str, str]
    right: tuple[str, str]


@dataclass
class Pulled:
    """What has come home from a unit's notebooks, as sentences, what has not, and what the author has to do next."""

    unit: str
    taken: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    untranslated: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def pull(root: Path, unit: str) -> Pulled:
    """Take the edits of a unit's notebooks into its lesson, and write it.

    Raises ``LessonError`` for a lesson that cannot be read, or could not be if the edits were in it; then nothing is
    written.
    """
    return _Pull(root, lesson.path_of(root, unit)).run()


class _Pull:
    def __init__(self, root: Path, path: Path) -> None:
        self.root, self.path, self.text = root, path, lesson.read(path)
        self.done = Pulled(self.text.unit)
        self.products = {lang: lesson.notebook(self.text, lang) for lang in LANGUAGES}
        self.places = {
            lang: root / "source" / lang / self.text.unit / notebook_file(self.text.unit) for lang in LANGUAGES
        }
        self.notebooks = {lang: read(place) for lang, place in self.places.items() if place.exists()}
        self.edits = {lang: edits(node, self.products[lang]) for lang, node in self.notebooks.items()}
        self.head, self.blocks = blocks(self.text)
        self.home: dict[str, dict[str, NotebookNode]] = {lang: {} for lang in self.notebooks}  # taken, by name
        self.points: dict[str, float] = {}  # of exercises, if they have changed

    def run(self) -> Pulled:
        self._take_changes()
        ordered = self._take_order()
        self._take_new_cells()
        self._name_what_stays()
        if self.done.taken:
            made = self._checked(text_of(self.head, self.blocks))
            self._write_points()
            write_atomically(self.path, made.encode())
            self.done.files.append(self.path)
            for lang, node in self.notebooks.items():
                self._remember(lang, node, ordered)
        return self.done

    # ------------------------------------------------------------------------------------------- what comes home

    def _take_changes(self) -> None:
        names = dict.fromkeys(name for each in self.edits.values() for name in each.edited + each.conflicting)
        named = {block.name: block for block in self.blocks}
        for name in names:
            torn = [lang for lang, each in self.edits.items() if name in each.conflicting]
            for lang in torn:
                self._conflict(name, lang, _cell(self.notebooks[lang], name))
            versions = {
                lang: _cell(self.notebooks[lang], name) for lang, each in self.edits.items() if name in each.edited
            }
            shared = name in named and not named[name].pieces[0].lang
            if shared and len({fingerprint(cell) for cell in versions.values()}) > 1:
                one, other = ((self._place(lang), _shown(cell)) for lang, cell in versions.items())
                self.done.conflicts.append(Conflict(name, one, other))
                continue
            for lang, cell in versions.items() if not (shared and torn) else ():
                due = _cell(self.products[lang], name)
                if _kind(cell) == _kind(due):
                    self._take(named[name], lang, cell)
                else:
                    self.done.left.append(f"{self._place(lang)}: {name} has become another type of cell")

    def _take(self, block: Block, lang: str, cell: NotebookNode) -> None:
        self.home[lang][block.name] = cell
        piece = next(piece for piece in block.pieces if piece.lang in ("", lang))
        before = _cell(self.products[lang], block.name)
        where = f"{block.name} ({lang})" if piece.lang else block.name
        if source_of(before) != source_of(cell):
            piece.body = written(cell)
            self._took(where)
            if lang == LANGUAGES[0] and piece.lang:
                self.done.untranslated.append(block.name)
        points = points_of(cell)
        if points is not None and points != points_of(before):
            piece.header = re.sub(r"points=[\d.]+", f"points={points:g}", piece.header)
            self._took(f"{where}: {points:g} points")
            if "exercise" in cell.metadata.get("course", {}):
                self.points[cell.metadata.course.exercise] = points

    def _took(self, words: str) -> None:
        if words not in self.done.taken:
            self.done.taken.append(words)

    def _conflict(self, name: str, lang: str, cell: NotebookNode) -> None:
        line = next((line for each, line in zip(self.text.cells, self.text.lines, strict=True)
                     if lesson.name_of(each) == name and each.metadata.get("lang", lang) == lang), 0)  # fmt: skip
        ours = _shown(_cell(self.products[lang], name)) if line else ""
        place = f"{self.path.relative_to(self.root)}:{line}" if line else f"{self.path.relative_to(self.root)}: deleted"
        self.done.conflicts.append(Conflict(name, (place, ours), (self._place(lang), _shown(cell))))

    def _take_order(self) -> bool:
        """Move the blocks of the lesson as cells were moved in the notebooks; return whether its order is theirs."""
        moved = {lang: each for lang, each in self.edits.items() if each.moved}
        if not moved:
            return True
        known = {block.name for block in self.blocks}
        orders = {lang: [c.id for c in self.notebooks[lang].cells if c.id in known] for lang in moved}
        first = next(iter(moved))
        ours = [block.name for block in self.blocks if block.name in orders[first]]
        everywhere = {*orders[first]}.intersection(*orders.values())
        differ = len({tuple(name for name in order if name in everywhere) for order in orders.values()}) > 1
        if differ or any(each.order_conflicts for each in moved.values()):
            left = (str(self.path.relative_to(self.root)), "\n".join(ours))
            for lang, order in orders.items():
                self.done.conflicts.append(Conflict("the order", left, (self._place(lang), "\n".join(order))))
            return False
        groups: dict[str, list[Block]] = {"": []}  # a cell that the notebook has, and those behind it that it has not
        for block in self.blocks:
            groups.setdefault(block.name if block.name in orders[first] else [*groups][-1], []).append(block)
        self.blocks = [block for name in ("", *orders[first]) for block in groups[name]]
        self._took("the order of the cells")
        return True

    def _take_new_cells(self) -> None:
        known = {block.name for block in self.blocks}
        added = {lang: dict(_new_cells(node, self.edits[lang], known)) for lang, node in self.notebooks.items()}
        for anchor in dict.fromkeys(anchor for each in added.values() for anchor in each):
            groups = {lang: each[anchor] for lang, each in added.items() if anchor in each}
            why = _doubt(groups)
            if why:
                names = ", ".join(cell.id for cell in next(iter(groups.values())))
                self.done.left.append(f"{self._place(next(iter(groups)))}: new cells ({names}): {why}")
                continue
            place = next((n + 1 for n, block in enumerate(self.blocks) if block.name == anchor), 0)
            for number, cells in enumerate(zip(*groups.values(), strict=True)):
                versions = dict(zip(groups, cells, strict=True))
                block = self._new_block(versions, anchor)
                self.blocks.insert(place + number, block)
                self._took(f"{block.name}: a new cell")
                for lang, cell in versions.items():
                    cell.id = block.name
                    self.home[lang][block.name] = cell

    def _new_block(self, versions: Mapping[str, NotebookNode], anchor: str) -> Block:
        first = next(iter(versions.values()))
        name = self._new_name(versions, anchor)
        if first.cell_type == "code":
            return Block(name, [Piece(f'# %% key="{name}"', written(first), "\n\n\n")])
        pieces = []
        for lang in LANGUAGES:
            twin = next(iter(versions.values()))
            todo = nbformat.v4.new_markdown_cell(f"TODO: translate\n\n{source_of(twin)}")
            header = f'# %% [markdown] lang="{lang}" key="{name}"'
            pieces.append(Piece(header, written(versions.get(lang, todo)), "\n\n", lang))
        self.done.untranslated.append(name)
        return Block(name, pieces)

    def _new_name(self, versions: Mapping[str, NotebookNode], anchor: str) -> str:
        """Return a name: the English heading, or that of the cell before with a number."""
        taken = {block.name for block in self.blocks}
        heading = re.match(r"#+ (.+)", source_of(versions[LANGUAGES[0]])) if LANGUAGES[0] in versions else None
        words = re.sub(r"[^a-z0-9]+", "-", heading[1].lower()).strip("-")[:40].strip("-") if heading else ""
        names = (words, *(f"{words or anchor[:50] or 'cell'}-{number}" for number in range(2, len(taken) + 4)))
        return next(name for name in names if name and name not in taken)

    # -------------------------------------------------------------------------------------------- what does not

    def _name_what_stays(self) -> None:
        for lang, node in self.notebooks.items():
            place, product = self._place(lang), {cell.id: cell for cell in self.products[lang].cells}
            for name in self.edits[lang].deleted:
                self.done.left.append(f"{place}: {name} was deleted; delete it in {self.path.name}, too")
            ran = [cell.id for cell in node.cells if _has_run(cell)]
            if ran:
                self.done.left.append(f"{place}: outputs of {len(ran)} cells")
            for cell in node.cells:
                keys = _other_metadata(cell, product[cell.id]) if cell.id in product else []
                if keys:
                    self.done.left.append(f"{place}: metadata of {cell.id}: {', '.join(keys)}")

    # -------------------------------------------------------------------------------------------- what is written

    def _checked(self, made: str) -> str:
        """Return the text if, read as a lesson, it gives back what was taken, and is otherwise what it was."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, self.path.name)
            path.write_text(made, "utf-8")
            try:
                text = lesson.read(path)
            except LessonError as error:
                raise LessonError(f"nothing is pulled, the lesson could not be read with the edits:\n{error}") from None
        for lang in LANGUAGES:
            due = {cell.id: _content(cell) for cell in self.products[lang].cells}
            for other in sorted(self.home, key=lang.__eq__):  # its own last
                taken = self.home[other].items()
                due |= {name: _content(cell) for name, cell in taken if other == lang or not _is_prose(cell)}
            found = {cell.id: _content(cell) for cell in lesson.notebook(text, lang).cells}
            for name, content in due.items():
                if found.get(name) != content:
                    raise LessonError(f"nothing is pulled: {name} ({lang}) cannot be written as the text of a lesson")
        return made

    def _write_points(self) -> None:
        for name, points in self.points.items():
            file = lesson.exercise_file(self.root, self.path, name)
            source = file.read_text("utf-8") if file.exists() else ""
            changed, count = re.subn(r"^(@exercise\(points=)[\d.]+", rf"\g<1>{points:g}", source, flags=re.MULTILINE)
            if count == 1:
                write_atomically(file, changed.encode())
                self.done.files.append(file)
            else:
                self.done.left.append(f"{file}: write points={points:g} in the head of {name}")

    def _remember(self, lang: str, node: NotebookNode, ordered: bool) -> None:
        """Note in a notebook what has come home from it, so that it is no edit any more."""
        old = remembered(node)
        if not old:
            return
        new = old | {name: fingerprint(cell) for name, cell in self.home[lang].items()}
        shown = [cell.id for cell in node.cells if cell.id in new]
        names = [*shown, *(name for name in new if name not in shown)] if ordered else [*new]
        lines = [f"{name} {new[name]}" for name in names]
        if lines != node.metadata.course.built:
            node.metadata.course.built = lines
            write_atomically(self.places[lang], (nbformat.writes(node) + "\n").encode())
            self.done.files.append(self.places[lang])

    def _place(self, lang: str) -> str:
        return str(self.places[lang].relative_to(self.root))


def _cell(node: NotebookNode, name: str) -> NotebookNode:
    return next(cell for cell in node.cells if cell.id == name)


def _content(cell: NotebookNode) -> tuple[str, float | None]:
    return source_of(cell).replace(lesson.GRADE_IMPORT, ""), points_of(cell)


def _kind(cell: NotebookNode) -> tuple[str, bool]:
    return cell.cell_type, points_of(cell) is not None


def _is_prose(cell: NotebookNode) -> bool:
    return cell.cell_type == "markdown" and "nbgrader" not in cell.metadata


def _shown(cell: NotebookNode) -> str:
    points = points_of(cell)
    return source_of(cell) + (f"\n({points:g} points)" if points is not None else "")


def _new_cells(node: NotebookNode, found: Edits, known: Set[str]) -> Iterator[tuple[str, list[NotebookNode]]]:
    """Yield the cells that the lesson does not know, in groups, with the name of the known cell before each group."""
    anchor, group = "", list[NotebookNode]()
    for cell in node.cells:
        if cell.id in found.unknown:
            group.append(cell)
        elif cell.id in known:
            if group:
                yield anchor, group
            anchor, group = cell.id, []
    if group:
        yield anchor, group


def _doubt(groups: Mapping[str, list[NotebookNode]]) -> str:
    """Return why it is not clear what new cells at the same place in the notebooks are meant to be, or nothing."""
    cells = [cell for group in groups.values() for cell in group]
    if any("nbgrader" in cell.metadata for cell in cells):
        return "graded ones are laid out by 'autograder new'"
    if any(cell.cell_type not in ("code", "markdown") for cell in cells):
        return "a lesson has only Markdown and code"
    if len({tuple(cell.cell_type for cell in group) for group in groups.values()}) > 1:
        return "the languages have different cells here"
    pairs = zip(*groups.values(), strict=True)
    if any(pair[0].cell_type == "code" and len({source_of(cell) for cell in pair}) > 1 for pair in pairs):
        return "the languages have different code here"
    return ""


def _has_run(cell: NotebookNode) -> bool:
    outputs = cell.get("outputs", [])
    return any(not output.get("metadata", {}).get("course", {}).get("picture") for output in outputs)


def _other_metadata(cell: NotebookNode, due: NotebookNode) -> list[str]:
    """Return the names of metadata that differ, but for points."""
    theirs, ours = (
        {key: value for key, value in each.metadata.items() if key != "nbgrader"}
        | {f"nbgrader.{key}": v for key, v in each.metadata.get("nbgrader", {}).items() if key not in _PRIVATE}
        for each in (cell, due)
    )
    return sorted(key for key in {*theirs, *ours} if theirs.get(key) != ours.get(key))


def side_by_side(conflict: Conflict) -> list[tuple[str, str, bool]]:
    """Return the lines of both versions beside each other, and whether they are the same."""
    left, right = conflict.left[1].splitlines(), conflict.right[1].splitlines()
    rows = []
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        for number in range(max(b - a, d - c)):
            one = left[a + number] if a + number < b else ""
            other = right[c + number] if c + number < d else ""
            rows.append((one, other, kind == "equal"))
    return rows
