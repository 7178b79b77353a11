"""Notebooks of a unit that lie beside the learner's copy: which of them were written in, and which one is graded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from course import workspace
from course.atomic_files import read
from course.handed_out import Record, edition
from course.language import text


def written_units(home: Path, lang: str) -> list[str]:
    """Return the units in which the learner has written, in our copy or in another notebook beside it."""
    record = Record(home)
    return [
        unit
        for unit, state in workspace.states(home, lang).items()
        if state >= workspace.State.EDITED or any(_others(home, lang, unit, record).values())
    ]


def others(home: Path, lang: str, units: Iterable[str]) -> Iterator[str]:
    """Say of every unit that has notebooks beside our copy, such as ``name-Copy1.ipynb``, which one is graded.

    The rule is that of the grader: the one with the right name if somebody wrote in it, else one that was written in.
    What we put aside ourselves (``.mine-``, ``.new``) is told of at that time, and not again.
    """
    record = Record(home)
    for unit in units:
        beside = _others(home, lang, unit, record)
        if not beside:
            continue
        file = workspace.notebook(home, lang, unit)
        written = [path for path, is_written in beside.items() if is_written]
        if _is_written(read(file) or b"", home, unit, file, record):
            case, named = "ours", list(beside)
        elif written:
            case, named = "theirs" if len(written) == 1 else "several", written
        else:
            case, named = "neither", list(beside)
        folder = file.parent.relative_to(home)
        yield text(f"workspace.others.{case}", lang, folder=folder, file=file.name, others=_listed(named))


def _others(home: Path, lang: str, unit: str, record: Record) -> dict[Path, bool]:
    """Return the other notebooks of the unit that lie beside the learner's copy, and whether they were written in."""
    target = workspace.notebook(home, lang, unit)
    found: dict[Path, bool] = {}
    for path in sorted(target.parent.glob("*.ipynb")):
        ours = path == target or path.name.startswith((f"{target.stem}.new", f"{target.stem}.mine-", "."))
        if not ours and path.is_file() and _is_of_unit(data := path.read_bytes(), unit):
            found[path] = _is_written(data, home, unit, target, record)
    return found


def _is_written(data: bytes, home: Path, unit: str, target: Path, record: Record) -> bool:
    """Whether a notebook holds more than a release did that was handed out as ``target``, in any language."""
    handed_out = workspace.release_of(home).glob(f"*/{unit}/{target.name}")
    released = {edition(file.read_bytes()).written for file in handed_out}
    return bool(data) and edition(data).written not in released | {record[target].written}


def _is_of_unit(data: bytes, unit: str) -> bool:
    """Whether a notebook says of itself that it is one of the unit, as every released one does."""
    try:
        return json.loads(data)["metadata"]["course"]["unit"] == unit
    except (ValueError, LookupError, TypeError, RecursionError):
        return False


def _listed(files: Iterable[Path]) -> str:
    return ", ".join(file.name for file in files)
