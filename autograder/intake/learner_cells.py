"""The cells of a learner's notebook, whatever its data looks like: text, pictures, and what the cell calls itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from autograder.intake.notebook_file import Refused
from autograder.support.sanitise import clean

MAX_CELL = 100_000  # characters
MAX_SOURCES = 1_000_000

# Colab puts a picture that was pasted into the text itself.
_INLINE = re.compile(r"data:(image/[\w.+-]{1,20});base64,([A-Za-z0-9+/=]+)", re.ASCII)


@dataclass(frozen=True)
class Theirs:
    """A learner's cell: ``kind`` is ``code`` or ``markdown``, ``pictures`` are names, types and contents in base64."""

    kind: str
    source: str
    cell_id: str = ""
    grade_id: str = ""
    pictures: tuple[tuple[str, str, str], ...] = ()
    left_out: bool = False  # it was too long to be read

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self.source.strip() and not self.pictures

    @property
    def digest(self) -> str:
        """The hash of what stands in it, without blanks at the ends of lines."""
        lines = "\n".join(line.rstrip() for line in self.source.split("\n"))
        return hashlib.sha256("\0".join((lines, *(content for *_, content in self.pictures))).encode()).hexdigest()


def cells_of(data: dict[str, Any]) -> Iterator[Theirs]:
    """Yield the cells of a notebook's data; what is no cell is left out. Raises ``Refused`` for too much text."""
    total = 0
    for cell in data["cells"]:
        if not isinstance(cell, dict) or cell.get("cell_type") not in ("code", "markdown", "raw"):
            continue
        source = cell.get("source")
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            source = "".join(source)
        if not isinstance(source, str):
            continue
        code = cell["cell_type"] == "code"
        pictures: list[tuple[str, str, str]] = []
        if not code:
            pictures = list(_attached(cell.get("attachments")))
            source = _lifted(source, pictures)
        source = clean(source)
        grade_id, cell_id = inside(cell, "metadata", "nbgrader", "grade_id"), cell.get("id")
        left_out = len(source) > MAX_CELL and not grade_id  # data that somebody pasted: the answers stand elsewhere
        source = "" if left_out else source
        total += len(source)
        if len(source) > MAX_CELL or total > MAX_SOURCES:
            raise Refused("unreadable", "too_much_text")
        yield Theirs(
            "code" if code else "markdown",
            source,
            cell_id if isinstance(cell_id, str) else "",
            grade_id if isinstance(grade_id, str) else "",
            tuple(pictures),
            left_out,
        )


def _lifted(source: str, pictures: list[tuple[str, str, str]]) -> str:
    """Return prose with references to the pictures that stand in it, which are added to ``pictures``."""

    def lift(found: re.Match[str]) -> str:
        name = f"in-the-text-{len(pictures)}"
        pictures.append((name, found[1], found[2]))
        return f"attachment:{name}"

    return _INLINE.sub(lift, source)


def _attached(attachments: Any) -> Iterator[tuple[str, str, str]]:
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        for kind, content in bundle.items() if isinstance(bundle, dict) else ():
            if isinstance(content, list) and all(isinstance(part, str) for part in content):
                content = "".join(content)
            if isinstance(content, str):
                yield name, kind, content


def inside(data: Any, *keys: str) -> Any:
    """Return what lies under ``keys`` in nested dictionaries, or None where one of them is not there."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data
