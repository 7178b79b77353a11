"""What was handed out: fingerprints of editions, and the record of which one each of the learner's files came from."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from course.atomic_files import place, read
from course.update import digests

RECORD = ".handed-out.json"


class Edition(NamedTuple):
    """Two fingerprints of a file: of all its bytes, and of what a person wrote in it; and those of its cells."""

    exact: str
    written: str
    cells: dict[str, str] | None = None

    @property
    def is_notebook(self) -> bool:
        return self.cells is not None


def edition(data: bytes) -> Edition:
    exact = hashlib.sha256(data).hexdigest()
    try:
        notebook = json.loads(data)
        cells = [
            [
                cell["cell_type"],
                "".join(cell["source"]),
                cell.get("attachments"),
                cell["metadata"].get("nbgrader"),
            ]
            for cell in notebook["cells"]
        ]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Edition(exact, exact)  # not a notebook: every byte of it may be work
    written = hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()
    return Edition(exact, written, digests(notebook))


class Entry(NamedTuple):
    """What the record knows of one file; ``None`` is never equal to a fingerprint."""

    exact: str | None = None  #: the edition last handed out under this name,
    written: str | None = None  #: in both fingerprints
    offered: str | None = None  #: what is written in the newest release offered, here or beside
    cells: dict[str, str] | None = None  #: of the edition last handed out, the base of a merge; older records have none

    @classmethod
    def of(cls, edition: Edition) -> Entry:
        return cls(edition.exact, edition.written, offered=edition.written, cells=edition.cells)


class Record:
    """``work/.handed-out.json``: what was handed out as which of the learner's files."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "work"
        self.saved = read(self.folder / RECORD)
        self.entries = _parsed(self.saved or b"")

    def __contains__(self, file: Path) -> bool:
        return self._key(file) in self.entries

    def __getitem__(self, file: Path) -> Entry:
        return self.entries.get(self._key(file), Entry())

    def __setitem__(self, file: Path, entry: Entry) -> None:
        self.entries[self._key(file)] = entry

    def save(self) -> None:
        entries = {key: entry._asdict() for key, entry in sorted(self.entries.items())}
        data = json.dumps(entries, indent=1).encode()
        if data != self.saved:
            place(data, self.folder / RECORD, over=self.saved)

    def _key(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix()


def _parsed(record: bytes) -> dict[str, Entry]:
    """Return the entries that can be read. What cannot is as if never recorded: its file counts as work."""
    try:
        entries = json.loads(record)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(entries, dict):
        return {}
    return {key: Entry(**entry) for key, entry in entries.items() if _is_entry(entry)}


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or entry.keys() | {"cells"} != set(Entry._fields):
        return False
    cells = entry.get("cells") or {}
    return (
        all(isinstance(value, str | None) for key, value in entry.items() if key != "cells")
        and isinstance(cells, dict)
        and all(isinstance(value, str) for value in cells.values())
    )
