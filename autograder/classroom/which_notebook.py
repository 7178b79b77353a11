"""Which notebook counts among all that somebody has handed in, also from archives in archives."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from autograder.classroom.archives import MAX_ARCHIVE, MAX_FILE, Entry, is_archive, opened
from autograder.classroom.platform_names import Piece
from autograder.intake.submission import Refused, intake
from autograder.support.repository import released_notebooks
from autograder.support.scratch import scratch_folder
from course.workspace import notebook_file

MAX_BESIDE = 10  # notebooks of one person that are looked at
MAX_DEPTH = 3  # archives in archives of one person
_DOUBTFUL_KINDS = (".rar", ".7z", ".gz", ".xz", ".bz2")


@dataclass(frozen=True)
class Given:
    """A file of somebody's, and what its name says."""

    entry: Entry
    piece: Piece


@dataclass(frozen=True)
class Notebook:
    """A notebook of somebody's, perhaps from an archive in an archive."""

    path: tuple[str, ...]  # inside what is theirs
    size: int
    data: bytes
    piece: Piece


def pick(given: list[Given], unit: str, doubt: Callable[[str], None]) -> Notebook:
    """Return the notebook that counts: of the newest attempt that has one. Raises ``ValueError`` if there is none.

    ``doubt`` is told what a person should look at although a notebook was found.
    """
    files = [each for each in given if each.piece.kind == "file"]
    attempts = sorted({each.piece.when for each in files}, reverse=True)
    whys: list[str] = []
    for number, when in enumerate(attempts):
        found = list(_notebooks([each for each in files if each.piece.when == when], unit, whys))
        if found:
            if number:
                why = f"the newest attempt has no notebook; that of {when} was taken"
                doubt(why)
            if "" in attempts and len(attempts) > 1:
                doubt("some of their files have no date; of the others the newest counts")
            return _choose(found, unit, doubt)
    if whys:
        raise ValueError("; ".join(whys[:3]))
    if any(each.piece.kind == "text" for each in given):
        raise ValueError("it is text typed into the platform's page, without a notebook")
    raise ValueError("it holds no notebook" if files else "a receipt only, without a file")


def _notebooks(given: list[Given], unit: str, whys: list[str]) -> Iterator[Notebook]:
    count, wanted = 0, notebook_file(unit)
    for each in sorted(given, key=lambda each: (each.piece.order, each.entry.path[-1] != wanted)):
        inside = each.entry.path[-1:] if len(each.entry.path) < 2 else each.entry.path[1:]
        try:
            for notebook in _within(each.entry, inside, each.piece, MAX_DEPTH, whys):
                count += 1
                if count > MAX_BESIDE:
                    return
                yield notebook
        except Exception as error:  # each kind of archive and compression raises errors of its own
            whys.append(f"{inside[-1]} cannot be read: {error or type(error).__name__}")


def _within(
    entry: Entry, path: tuple[str, ...], piece: Piece, depth: int, whys: list[str]
) -> Iterator[Notebook]:
    name = path[-1].lower()
    if is_archive(name):
        if not depth:
            whys.append("archives are nested too deeply")
            return
        with opened(entry.read(MAX_ARCHIVE), name) as inner:
            ours = sorted(inner, key=lambda each: (len(each.path), each.path))
            for each in ours:
                yield from _within(each, (*path, *each.path), piece, depth - 1, whys)
    elif ".ipynb" in name:
        yield Notebook(path, entry.size, entry.read(MAX_FILE), piece)
    elif name.endswith(_DOUBTFUL_KINDS):
        whys.append(f"{path[-1]} is an archive of a kind that is not opened; ask for a .zip")


def _choose(found: list[Notebook], unit: str, doubt: Callable[[str], None]) -> Notebook:
    """Return which of somebody's notebooks counts, as it is chosen in a folder that was handed in."""
    found = list({each.data: each for each in sorted(found, key=lambda each: each.piece.order)}.values())
    if len(found) == 1:
        return found[0]
    stems = sorted({each.piece.stem for each in found})
    if not found[0].piece.owner.id and len(stems) > 1:
        why = "several bear this name, and nothing says whether they are attempts or namesakes"
        raise ValueError(f"{why}: {', '.join(stems[:5])}")
    wanted = notebook_file(unit)
    named = [each for each in found if each.path[-1] == wanted]
    dated = len({each.piece.order for each in found}) > 1  # then the name of a file must not decide
    with scratch_folder() as scratch:
        names: dict[str, Notebook] = {}
        for number, each in enumerate(found):
            names[wanted if named == [each] and not dated else f"{number}.ipynb"] = each
        for own, each in names.items():
            (scratch / own).write_bytes(each.data)
            os.utime(scratch / own, ns=(each.piece.order, each.piece.order))
        try:
            submission = intake(scratch, wanted, released_notebooks(unit))
        except Refused:
            if len(named) != 1:
                raise ValueError(_several(found)) from None
            return named[0]
    if submission.several and not dated and wanted not in names:
        raise ValueError(_several(found))
    chosen = names[submission.file]
    if submission.several and not dated:
        left = ", ".join(repr("/".join(each.path)) for each in found if each is not chosen)
        doubt(f"{'/'.join(chosen.path)!r} is taken, not: {left}")
    return chosen


def _several(found: list[Notebook]) -> str:
    names = ", ".join(repr("/".join(each.path)) for each in found[:5])
    return f"{len(found)} notebooks could be meant: {names}; an archive of many learners is to be collected by itself"
