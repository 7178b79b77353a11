"""The learner's own copies: handed out from the release into ``work/``, kept up to date, never overwritten.

A copy is compared with the release of today and with the record of what was handed out:

=============================  ==================================================================
the learner's file             what a newer release does
=============================  ==================================================================
is gone                        is handed out, each time
is byte for byte what we gave  is replaced
was run, but nothing written   is put aside as ``name.mine-<time>.ipynb``, the newer one takes its name
holds the learner's work       stays; the newer one is put beside it, once, as ``name.new.ipynb``,
                               until ``update`` merges the two; what was there is then put aside
=============================  ==================================================================

"Written" means what a person writes: the cells in their order, with type, source and attachments (and the
grading metadata, which a release may correct). Outputs and execution counts can be made again by running,
so they do not count as work, but they are bytes the learner saved, so they are not thrown away either.

Every file appears in one step (written under another name, then moved), and the record is written last.
A run that is killed therefore leaves either the old file or the new one, and a record that is behind; a
record that is behind, lost or broken only makes us take more files for the learner's work.
"""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from course.atomic_files import place, read
from course.handed_out import RECORD, Edition, Entry, Record, edition
from course.language import text
from course.update import merge

RELEASE = ".release"  # in work/: where the release lies, if it is elsewhere


class State(IntEnum):
    """What a copy is, from the least to the most that needs the learner's eye."""

    UNTOUCHED = 0  #: as in the release; perhaps run
    MISSING = 1  #: not handed out yet, or deleted
    OUTDATED = 2  #: an older release in which the learner wrote nothing
    EDITED = 3  #: the learner's work
    BEHIND = 4  #: the learner's work, and a newer release that lies or will lie beside it


@dataclass(frozen=True)
class Change:
    """One thing that was done to the learner's files.

    ``kind`` is ``new``, ``again`` (it had been deleted), ``renewed``, ``ran`` (renewed, and the copy with its
    outputs is now ``other``), ``beside`` (the newer release is ``other``), ``reset`` (what was there is now
    ``other``) or ``merged`` (the newer release with the learner's work in it; what was there is now ``other``, and
    ``both`` is the number of places that the learner should look at).
    """

    kind: str
    unit: str
    file: Path
    other: Path | None = None
    both: int = 0


class UnknownUnit(LookupError):
    """No unit of the release has this name."""


class NoNotebooks(LookupError):
    """The release has no unit in this language."""


def begin(home: Path, release: Path) -> None:
    """Note that the copies in ``home`` are of a release elsewhere, which may be read-only."""
    note, line = home / "work" / RELEASE, os.fsencode(release) + b"\n"
    if (there := read(note)) != line:
        place(line, note, over=there)


def release_of(home: Path) -> Path:
    """Return the release whose copies are in ``home``: the one noted there, else its own."""
    noted = read(home / "work" / RELEASE)
    elsewhere = Path(os.fsdecode(noted.rstrip(b"\n"))) if noted else None
    return elsewhere if elsewhere and elsewhere.is_dir() else home / "release"


def refresh(home: Path, lang: str, units: Iterable[str] | None = None) -> list[Change]:
    """Bring ``work/<lang>`` up to date with ``release/<lang>`` and return what was done.

    ``units`` limits it to some units. Raises ``NoNotebooks``, ``UnknownUnit``, or an ``OSError`` when the
    disk refuses; then nothing is lost and the next call goes on from there.
    """
    return _brought(home, lang, units, _refresh_file)


def update(home: Path, lang: str, units: Iterable[str] | None = None) -> list[Change]:
    """Do what ``refresh`` does, but merge a newer release into copies that hold the learner's work.

    A copy that is changed is first put aside. Raises what ``refresh`` raises.
    """
    return _brought(home, lang, units, partial(_update_file, lang=lang))


def _brought(
    home: Path, lang: str, units: Iterable[str] | None, bring: Callable[[str, bytes, Path, Record], Change | None]
) -> list[Change]:
    """Let ``bring`` deal with every released file and the copy of it; return what was done."""
    record = Record(home)
    wanted = unit_names(home, lang) if units is None else [unit_named(home, lang, unit) for unit in units]
    changes = [
        change
        for unit in wanted
        for source, target in _files(home, lang, unit)
        if (change := bring(unit, source.read_bytes(), target, record))
    ]
    record.save()
    return changes


def rehearse_update(home: Path, lang: str, units: Iterable[str] | None = None) -> list[str]:
    """Return the sentences on what ``update`` would do; it is done on a copy, and nothing of the learner's changes."""
    with TemporaryDirectory() as scratch:
        there = Path(scratch)
        begin(there, release_of(home).resolve())
        if (record := read(home / "work" / RECORD)) is not None:
            place(record, there / "work" / RECORD, over=None)
        for unit in unit_names(home, lang):
            for _, target in _files(home, lang, unit):
                for file in {target, *target.parent.glob(f"{glob.escape(target.stem)}.*")}:
                    if file.is_file():
                        place(file.read_bytes(), there / file.relative_to(home), over=None)
        return list(sentences(there, lang, update(there, lang, units)))


def reset(home: Path, lang: str, unit: str) -> list[Change]:
    """Put the learner's copies of the unit aside, hand out fresh ones and return what was done.

    A file that is already as in the release is left alone. Raises what ``refresh`` raises.
    """
    record = Record(home)
    unit = unit_named(home, lang, unit)
    changes = []
    for source, target in _files(home, lang, unit):
        data, there = source.read_bytes(), read(target)
        if there is None:
            changes.append(Change("again" if target in record else "new", unit, target))
        elif there != data:
            changes.append(Change("reset", unit, target, _put_aside(target)))
            there = None
        _give(data, target, record, over=there)
        _tidy(target, record)
    record.save()
    return changes


def states(home: Path, lang: str) -> dict[str, State]:
    """Return for each unit the state of its copy: that of the file that most needs the learner's eye."""
    record = Record(home)
    return {
        unit: max(
            _state(read(target), target, edition(source.read_bytes()), record)
            for source, target in _files(home, lang, unit)
        )
        for unit in unit_names(home, lang)
    }


def unit_names(home: Path, lang: str) -> list[str]:
    """Return the units of the release in their order. Raises ``NoNotebooks`` when there are none."""
    release = release_of(home) / lang
    names = sorted(path.name for path in release.glob("*/") if any(_files(home, lang, path.name)))
    if not names:
        raise NoNotebooks(text("workspace.errors.no_notebooks", lang, folder=release))
    return names


def unit_named(home: Path, lang: str, name: str) -> str:
    """Return the full name of a unit that is called by it, by its number or by its words.

    ``04-gradient-descent``, ``04``, ``4`` and ``gradient-descent`` are the same unit. Raises ``UnknownUnit``.
    """
    known = unit_names(home, lang)
    for unit in known:
        if is_called(unit, name):
            return unit
    raise UnknownUnit(text("workspace.errors.unknown_unit", lang, unit=name, known=", ".join(known)))


def is_called(unit: str, name: str) -> bool:
    """Whether ``name`` is the full name of the unit, its number or its words."""
    number, _, words = unit.partition("-")
    return name in (unit, number, number.lstrip("0") or "0", words) and bool(name)


def notebook(home: Path, lang: str, unit: str) -> Path:
    """Return the learner's notebook of the unit, or its folder when the unit has no notebook."""
    targets = [target for _, target in _files(home, lang, unit) if target.suffix == ".ipynb"]
    return targets[0] if targets else work(home, lang) / unit


def notebook_file(unit: str, lang: str = "") -> str:
    """Return the file name of a unit's notebook: ``gradient-descent.ipynb`` for ``04-gradient-descent``.

    ``lang``: of a notebook that lies beside one in another language, as an exchange hands out both.
    """
    return f"{unit[3:]}-{lang}.ipynb" if lang else f"{unit[3:]}.ipynb"


def work(home: Path, lang: str) -> Path:
    """Return the folder that holds the learner's copies in one language."""
    return home / "work" / lang


def sentences(home: Path, lang: str, changes: Iterable[Change]) -> Iterator[str]:
    """Say in the learner's language what was done; files that are new are told in one sentence."""
    changes = list(changes)
    new = dict.fromkeys(change.unit for change in changes if change.kind == "new")
    if new:
        folder = work(home, lang).relative_to(home)
        yield text("workspace.changes.new", lang, folder=folder, units=", ".join(new))
    for change in changes:
        if change.kind != "new":
            other = change.other.name if change.other else ""
            file = change.file.relative_to(home)
            yield text(f"workspace.changes.{change.kind}", lang, file=file, other=other, unit=change.unit)
            if change.both:
                yield text("workspace.update.look", lang, places=change.both)


# One file -------------------------------------------------------------------------------------------------


def _refresh_file(unit: str, data: bytes, target: Path, record: Record) -> Change | None:
    released, there = edition(data), read(target)
    match _state(there, target, released, record):
        case State.UNTOUCHED:
            record[target] = Entry.of(released)
        case State.MISSING:
            kind = "again" if target in record else "new"
            _give(data, target, record, over=None)
            return Change(kind, unit, target)
        case State.OUTDATED if there is not None and edition(there).exact == record[target].exact:
            _give(data, target, record, over=there)
            return Change("renewed", unit, target)
        case State.OUTDATED:
            aside = _put_aside(target)
            _give(data, target, record, over=None)
            return Change("ran", unit, target, aside)
        case State.EDITED | State.BEHIND if record[target].offered != released.written:
            beside = _place_beside(data, target, record)
            record[target] = record[target]._replace(offered=released.written)
            return Change("beside", unit, target, beside)
    return None


def _update_file(unit: str, data: bytes, target: Path, record: Record, lang: str) -> Change | None:
    released, there = edition(data), read(target)
    if there is None or not (released.is_notebook and edition(there).is_notebook):
        return _refresh_file(unit, data, target, record)
    if _state(there, target, released, record) < State.EDITED:
        return _refresh_file(unit, data, target, record)
    if record[target].written == released.written:
        return None  # the copy comes from this very release
    theirs = json.loads(there)
    merged = merge(theirs, json.loads(data), record[target].cells, lang)
    change = None
    if merged.notebook != theirs:
        aside = _put_aside(target, there)
        place(_saved(merged.notebook), target, over=there)
        change = Change("merged", unit, target, aside, merged.both)
    record[target] = Entry.of(released)
    _tidy(target, record)
    return change


def _saved(notebook: dict[str, object]) -> bytes:
    """Return a notebook as Jupyter saves it. UTF-8 cannot hold half of a character; an escape of JSON can."""
    try:
        return json.dumps(notebook, indent=1, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(notebook, indent=1).encode() + b"\n"


def _state(there: bytes | None, target: Path, released: Edition, record: Record) -> State:
    """Return the state of the copy at ``target`` that holds ``there``."""
    if there is None:
        return State.MISSING
    present, entry = edition(there), record[target]
    if present.exact == released.exact:
        return State.UNTOUCHED
    if present.exact == entry.exact:  # asked before the next line: a release may change its pictures only
        return State.OUTDATED
    if present.written == released.written:
        return State.UNTOUCHED
    if present.written == entry.written:
        return State.OUTDATED
    waiting = entry.offered != released.written or os.path.lexists(next(_names(target, "new")))
    return State.BEHIND if waiting else State.EDITED


def _place_beside(data: bytes, target: Path, record: Record) -> Path:
    """Put the release beside the learner's work, at the first name that holds no work, and return where."""
    released = edition(data)
    for beside in _names(target, "new"):
        there = read(beside)
        if there is not None and edition(there).written == released.written:
            return beside  # a run that was killed before its record came as far as this
        if there is None or edition(there).exact == record[beside].exact:
            _give(data, beside, record, over=there)
            return beside
    raise AssertionError("the names never end")


def _put_aside(target: Path, copied: bytes | None = None) -> Path:
    """Give the learner's file another name, one that is free, and return it. ``copied``: what a copy gets instead."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    aside = next(name for name in _names(target, f"mine-{stamp}") if not os.path.lexists(name))
    if copied is None:
        target.rename(aside)
    else:
        place(copied, aside, over=None)
    return aside


def _tidy(target: Path, record: Record) -> None:
    """Remove the releases that lie beside ``target``, as far as they are still exactly as handed out."""
    for beside in _names(target, "new"):
        there = read(beside)
        if there is None:
            return
        if edition(there).exact == record[beside].exact:
            beside.unlink()


def _give(data: bytes, target: Path, record: Record, over: bytes | None) -> None:
    """Let ``target`` hold a release instead of ``over``, which is nothing of the learner's, and note it."""
    if data != over:
        place(data, target, over)
    record[target] = Entry.of(edition(data))


def _files(home: Path, lang: str, unit: str) -> Iterator[tuple[Path, Path]]:
    """Yield each released file of the unit with the place of the learner's copy."""
    release = release_of(home) / lang
    for source in sorted((release / unit).rglob("*")):
        inside = source.relative_to(release)
        if source.is_file() and not any(part.startswith((".", "__pycache__")) for part in inside.parts):
            yield source, work(home, lang) / inside


def _names(target: Path, mark: str) -> Iterator[Path]:
    """Yield ``name.mark.ipynb``, ``name.mark-2.ipynb``, ``name.mark-3.ipynb`` and so on."""
    for number in count(1):
        yield target.with_name(f"{target.stem}.{mark}{'' if number == 1 else f'-{number}'}{target.suffix}")


# What is in a file, and the record of what was handed out -------------------------------------------------
