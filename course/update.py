"""Carry a learner's work over into a newer edition of a notebook: a three-way merge, cell by cell.

The order is that of the newer edition. What stands in each of its cells depends on who has changed it since the
edition that was handed out (the base); a learner's own cells stay below the cell that they stood below.

=================================  =====================================================================
the cell                           what the merged notebook has
=================================  =====================================================================
an answer, written                 the learner's text; if its stub has changed, the new one is shown below
an answer, not begun               the newer stub
a check                            the newer check; what the learner wrote into the old one goes before it
prose or code, not changed         the newer text
prose or code, changed by them     the learner's text
prose or code, changed by both     the newer text, and below it the learner's
deleted by the learner             the newer text
gone from the newer edition        nothing if it is as it was handed out, else the learner's text
=================================  =====================================================================

A copy whose base is not known is merged as if the learner had changed whatever differs: nothing is lost by that.
Cells are recognised by nbgrader's name, by cell id, by text, and an answer at last by the function it defines, because
editors give new ids to cells that are split, copied or saved in an older format.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any

from course.language import text

Cell = dict[str, Any]
Notebook = dict[str, Any]

_CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_MARKS = {"nbgrader", "course", "deletable", "editable"}  # what the metadata of our cells may have; all else is theirs


@dataclass(frozen=True)
class Merged:
    """The merged notebook, and the number of its places where both sides had changed something."""

    notebook: Notebook
    both: int


def digests(notebook: Notebook) -> dict[str, str]:
    """Return a fingerprint of what stands in each cell, by cell id: all that a later merge needs of a base."""
    return {cell_id: _digest(cell) for cell in notebook["cells"] if (cell_id := _cell_id(cell))}


def merge(theirs: Notebook, released: Notebook, base: Mapping[str, str] | None, lang: str) -> Merged:
    """Return the newer edition with the learner's work in it.

    ``theirs`` and ``released`` are notebooks as read from JSON; every released cell has an id. ``base``: the
    ``digests`` of the edition that the learner began with, if they are known. ``lang``: of the notes about places
    where both have changed something. Neither argument is changed; merging the result once more changes nothing.
    """
    return _Merge(theirs["cells"], released["cells"], base, lang).into(theirs, released)


class _Merge:
    def __init__(self, theirs: list[Cell], ours: list[Cell], base: Mapping[str, str] | None, lang: str) -> None:
        self._theirs, self._ours, self._base, self._lang = theirs, ours, base or {}, lang
        self._place = {cell["id"]: number for number, cell in enumerate(ours)}
        self._known = base.keys() if base else self._place.keys()
        self._by_name = {name: cell["id"] for cell in ours if (name := _grade_id(cell))}
        self._by_text = {digest: cell_id for cell_id, digest in self._base.items()} | {
            _digest(cell): cell["id"] for cell in ours if not _is_empty(cell)
        }
        self._taken = {cell["id"] for cell in ours}
        self._texts = {_source(cell) for cell in theirs}
        self._both = 0
        self._filled: dict[int, Cell] = {}  # what became of our cells, by number
        self._own: dict[int, list[Cell]] = {}  # cells that stand below ours, by number; -1: above all
        self._sort()

    def _sort(self) -> None:
        """Find what became of each of our cells, and where the others stand."""
        origins = self._origins()
        claims: dict[str, list[int]] = {}
        for number, origin in enumerate(origins):
            if origin is not None and origin in self._place:
                claims.setdefault(origin, []).append(number)
        takers = {origin: min(numbers, key=partial(self._rank, origin)) for origin, numbers in claims.items()}
        place = -1
        for number, (cell, origin) in enumerate(zip(self._theirs, origins, strict=True)):
            if origin is not None and takers.get(origin) == number:
                place = self._place[origin]
                self._filled[place] = cell
            elif not _is_empty(cell) and not self._is_left_over(cell, origin):
                self._own.setdefault(place, []).append(cell)

    def _origins(self) -> list[str | None]:
        """Return for each of the learner's cells the id of the released one that it comes from, None for their own."""
        origins: list[str | None] = []
        for cell in self._theirs:
            named = self._by_name.get(_grade_id(cell))
            known = _cell_id(cell) if _cell_id(cell) in self._known else None
            origins.append(named or known or self._by_text.get(_digest(cell)))
        for ours in filter(_is_answer, self._ours):
            name = ours["metadata"].get("course", {}).get("exercise")
            if name and ours["id"] not in origins:
                defines = re.compile(rf"^(?:def|class)\s+{re.escape(name)}\b", re.MULTILINE)
                found = [
                    number
                    for number, cell in enumerate(self._theirs)
                    if origins[number] is None and cell["cell_type"] == "code" and defines.search(_source(cell))
                ]
                if found:
                    origins[found[-1]] = ours["id"]  # the last one is what Python would use
        return origins

    def _rank(self, origin: str, number: int) -> tuple[bool, ...]:
        """Return how good a claim a cell has to be what became of ours; the smallest is best."""
        ours, cell = self._ours[self._place[origin]], self._theirs[number]
        other_type = cell["cell_type"] != ours["cell_type"]
        if _is_answer(ours):
            return self._is_idle(cell, ours), other_type, not self._bears_name(cell, origin)
        return _cell_id(cell) != origin, other_type

    def _bears_name(self, cell: Cell, origin: str) -> bool:
        """Whether a cell is known by a name, not only by what stands in it."""
        return _cell_id(cell) == origin or self._by_name.get(_grade_id(cell)) == origin

    def _is_idle(self, cell: Cell, ours: Cell) -> bool:
        """Whether nothing is written in an answer."""
        return _is_empty(cell) or _digest(cell) in (_digest(ours), self._base.get(ours["id"]))

    def _is_left_over(self, cell: Cell, origin: str | None) -> bool:
        """Whether a cell is only ours: one that is gone from the newer edition, or a copy of a stub."""
        if origin is not None and origin in self._place:
            ours = self._ours[self._place[origin]]
            return self._bears_name(cell, origin) and _is_answer(ours) and self._is_idle(cell, ours)
        return origin is not None and self._base.get(origin) == _digest(cell)

    def into(self, theirs: Notebook, released: Notebook) -> Merged:
        """Put everything in its place."""
        cells = [self._named(cell) for cell in self._own.get(-1, [])]
        for number, ours in enumerate(self._ours):
            cells += self._merged(ours, self._filled.get(number))
            cells += [self._named(cell) for cell in self._own.get(number, [])]
        metadata = released["metadata"] | theirs.get("metadata", {})
        if "course" in released["metadata"]:
            metadata["course"] = released["metadata"]["course"]
        return Merged({**released, "metadata": metadata, "cells": cells}, self._both)

    def _merged(self, ours: Cell, cell: Cell | None) -> Iterator[Cell]:
        """Yield what stands in the place of one of our cells."""
        if cell is None:
            yield ours
            return
        before, now, theirs = self._base.get(ours["id"]), _digest(ours), _digest(cell)
        if theirs in (now, before) or _is_empty(cell):
            yield _renewed(ours, cell)
        elif _is_answer(ours):
            yield _kept(ours, cell)
            if before not in (None, now):
                yield from self._note("stub", _fenced(ours))
        elif _is_check(ours):
            yield self._named(cell)
            yield _renewed(ours, cell)
        elif before == now:
            yield _kept(ours, cell)
        else:
            yield _renewed(ours, cell)
            yield from self._note("both", "")
            yield self._named(cell)

    def _note(self, kind: str, more: str) -> Iterator[Cell]:
        """Yield a cell that says that both have changed something here, unless it was said before."""
        source = "\n\n".join(filter(None, (text(f"workspace.update.{kind}", self._lang), more)))
        self._both += 1
        if kind != "stub" or source not in self._texts:  # a run that was killed before its record came as far as this
            yield self._named({"cell_type": "markdown", "metadata": {}, "source": source.splitlines(keepends=True)})

    def _named(self, cell: Cell) -> Cell:
        """Return a learner's own cell: with an id that no other cell has, and without what marks our cells."""
        name, metadata = _cell_id(cell), cell["metadata"]
        if not _CELL_ID.fullmatch(name) or name in self._taken:
            others = self._taken | {_cell_id(own) for cells in self._own.values() for own in cells}
            name = next(free for number in count(1) if (free := f"mine-{number}") not in others)
        self._taken.add(name)
        is_copy = metadata.keys() & {"nbgrader", "course"}
        return {**cell, "id": name, "metadata": _unmarked(cell) if is_copy else metadata}


def _kept(ours: Cell, cell: Cell) -> Cell:
    """Return the learner's cell under the name and with the marks of ours."""
    return {**cell, "id": ours["id"], "metadata": _unmarked(cell) | ours["metadata"]}


def _renewed(ours: Cell, cell: Cell) -> Cell:
    """Return our cell with what the learner's front end noted in it, and what it printed if it is the same code."""
    renewed = {**ours, "metadata": _unmarked(cell) | ours["metadata"]}
    if _digest(cell) == _digest(ours) and cell.get("execution_count") is not None:
        renewed |= {"execution_count": cell["execution_count"], "outputs": cell.get("outputs", [])}
    return renewed


def _unmarked(cell: Cell) -> dict[str, Any]:
    """Return what a cell's metadata have beside the marks of ours: what a front end or a learner noted."""
    return {key: value for key, value in cell["metadata"].items() if key not in _MARKS}


def _cell_id(cell: Cell) -> str:
    """Return the id of a cell, or nothing: older formats have none."""
    cell_id = cell.get("id")
    return cell_id if isinstance(cell_id, str) else ""


def _grade_id(cell: Cell) -> str:
    """Return nbgrader's name for a cell, or nothing."""
    graded = cell["metadata"].get("nbgrader")
    name = graded.get("grade_id") if isinstance(graded, dict) else None
    return name if isinstance(name, str) else ""


def _is_answer(ours: Cell) -> bool:
    """Whether learners write their answer into this cell of ours, in code or in words."""
    return bool(ours["metadata"].get("nbgrader", {}).get("solution"))


def _is_check(ours: Cell) -> bool:
    return bool(_grade_id(ours)) and not _is_answer(ours)


def _source(cell: Cell) -> str:
    return "".join(cell["source"])


def _is_empty(cell: Cell) -> bool:
    return not _source(cell).strip() and not cell.get("attachments")


def _digest(cell: Cell) -> str:
    """Return a fingerprint of what a person reads in a cell; blanks at the ends of lines do not count."""
    lines = [line.rstrip() for line in _source(cell).splitlines()]
    seen = [cell["cell_type"], lines, cell.get("attachments") or {}]
    return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()


def _fenced(ours: Cell) -> str:
    """Return the text of a cell as it is shown in prose."""
    if ours["cell_type"] != "code":
        return _source(ours)
    return f"```python\n{_source(ours)}\n```"
