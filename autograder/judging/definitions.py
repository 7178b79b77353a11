"""What a cell defines, and a change of its text. The cell may be hostile: it is parsed within bounds, and never run."""

from __future__ import annotations

import ast
from dataclasses import dataclass

MAX_SOURCE = 20_000  # characters of a cell
MAX_NODES = 3_000  # of a definition
MAX_LINES = 256  # of a cell


@dataclass(frozen=True)
class Change:
    """One change: its kind, the line of the cell it is made in, and what replaces which bytes of the cell.

    ``far``: 0 where one sign or word is exchanged, 1 where a sign or a factor is put before a value, 2 where something
    else is put around it, 3 where it is joined with another one.
    """

    kind: str
    line: int
    edits: tuple[tuple[int, int, bytes], ...]
    far: int = 0

    @property
    def decides(self) -> bool:
        """Whether it decides once and for all if a branch is taken."""
        return self.kind == "condition" and self.edits[0][2] in (b"True", b"False")

    def overlaps(self, other: Change) -> bool:
        """Whether the two cannot be made together."""
        return any(a < d and c < b or (a, b) == (c, d) for a, b, _ in self.edits for c, d, _ in other.edits)


@dataclass(frozen=True)
class Definition:
    """A statement at the top of a cell that defines something, and the cell's source."""

    cell: bytes
    node: ast.stmt
    names: tuple[str, ...]

    def source(self, *changes: Change) -> str:
        """Return the statement with the changes made, as source of its own. Raises ``ValueError`` if they overlap."""
        start, end = span(self.cell, self.node)
        return self._edited(start, end, changes).decode("utf-8", "replace") + "\n"

    def changed(self, change: Change) -> Definition | None:
        """Return the definition as it is after a change, in a cell of as many lines where the change allows it.

        None if it cannot be read then.
        """
        cell = self._edited(0, len(self.cell), (change,)).decode("utf-8", "replace")
        return next((each for each in definitions(cell) if each.names == self.names), None)

    def _edited(self, start: int, end: int, changes: tuple[Change, ...]) -> bytes:
        pieces, last = [], start
        for first, after, text in sorted(edit for change in changes for edit in change.edits):
            if first < last:
                raise ValueError("the changes overlap")
            pieces += [self.cell[last:first], text]
            last = after
        return b"".join([*pieces, self.cell[last:end]])

    def line(self, number: int) -> str:
        """Return a line of the cell."""
        return self.cell.split(b"\n")[number - 1].decode("utf-8", "replace").strip()

    def lines(self, change: Change) -> list[int]:
        """Return the lines of the cell that a change touches."""
        return sorted({self.cell.count(b"\n", 0, first) + 1 for first, _, _ in change.edits})


def definitions(source: str) -> list[Definition]:
    """Return the functions, classes and values that a cell defines, in its order; none if it cannot be read."""
    if len(source) > MAX_SOURCE or source.count("\n") >= MAX_LINES:
        return []
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    cell = source.encode()
    found = []
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names: tuple[str, ...] = (name,)
            case ast.Assign(targets=targets):
                names = tuple(target.id for target in targets if isinstance(target, ast.Name))
            case _:
                continue
        if names and sum(1 for _ in ast.walk(node)) <= MAX_NODES:
            found.append(Definition(cell, node, names))
    return found


def offsets(cell: bytes) -> list[int]:
    """Return the byte at which each line of a cell starts, and the one after the last."""
    starts = [0]
    for line in cell.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def span(cell: bytes, node: ast.AST) -> tuple[int, int]:
    """Return the first byte of a node (its decorators too) and the one after its last."""
    starts = offsets(cell)
    decorators = getattr(node, "decorator_list", [])
    first = min([node, *decorators], key=lambda each: each.lineno)
    column = 0 if decorators else node.col_offset  # type: ignore[attr-defined]
    return starts[first.lineno - 1] + column, starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
