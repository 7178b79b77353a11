"""What a built notebook remembers of the build, and so, what somebody has edited in it since.

An instructor's notebook lists its cells as they were built, each with a fingerprint. Whoever compares these with the
notebook and with the lesson, as they are now, knows which of the two has changed. No release has the list.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.reader import NotJSONError

from autograder.authoring.headers import LessonError
from autograder.authoring.lesson import text_hash


@dataclass
class Edits:
    """Names of the cells that were edited in a notebook and not in the lesson, or in both, and what else was done."""

    edited: list[str] = field(default_factory=list)
    conflicting: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    moved: bool = False
    order_conflicts: bool = False

    @property
    def names(self) -> list[str]:
        """What a build would overwrite."""
        return [*self.edited, *self.conflicting, *self.unknown, *self.deleted, *(["the order"] if self.moved else [])]


def read(path: Path) -> NotebookNode:
    """Read a notebook. Raises ``LessonError`` if it is none, as after a merge with conflicts."""
    try:
        return nbformat.read(path, as_version=4)
    except (ValueError, NotJSONError) as error:
        raise LessonError(f"{path} is no notebook: {error}") from None


def remember(node: NotebookNode) -> None:
    """Let a notebook remember its cells as they are: a line ``name fingerprint`` for each."""
    node.metadata.course["built"] = [f"{cell.id} {fingerprint(cell)}" for cell in node.cells]


def remembered(node: NotebookNode) -> dict[str, str]:
    """Return the fingerprints of a notebook's cells as they were built, in their order; none if it has no list."""
    lines = node.metadata.get("course", {}).get("built", [])
    return dict(line.rsplit(" ", 1) for line in lines)


def fingerprint(cell: NotebookNode) -> str:
    """Return eight characters that stand for what of a cell belongs to the lesson: type, source and points."""
    return text_hash(f"{cell.cell_type} {points_of(cell)}\n{source_of(cell)}")


def source_of(cell: NotebookNode) -> str:
    """Return the source as a lesson has it."""
    return str(cell.source).strip("\n")


def points_of(cell: NotebookNode) -> float | None:
    """Return how many points a cell gives, if it is graded."""
    points: Any = cell.metadata.get("nbgrader", {}).get("points")
    return None if points is None else float(points)


def edits(node: NotebookNode, product: NotebookNode) -> Edits:
    """Compare a notebook with what it was built as, and with ``product``, what the lesson makes now.

    A notebook that does not remember how it was built may have been edited wherever it differs.
    """
    before, found = remembered(node), Edits()
    due = {cell.id: fingerprint(cell) for cell in product.cells}
    there = {cell.id: fingerprint(cell) for cell in node.cells}
    for cell in node.cells:
        name, now = cell.id, there[cell.id]
        if now in (due.get(name), before.get(name)):
            continue
        if name in due:
            (found.edited if due[name] == before.get(name) else found.conflicting).append(name)
        elif name in before:
            found.conflicting.append(name)
        elif source_of(cell):
            found.unknown.append(name)
    found.deleted = [name for name in due if name in before and name not in there]
    common = [name for name in before if name in there and name in due]
    shown, wanted = ([name for name in names if name in common] for names in (there, due))
    found.moved = shown not in (common, wanted)
    found.order_conflicts = found.moved and wanted != common
    return found
