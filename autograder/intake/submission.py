"""Take in what somebody handed in: find their notebook in the folder, read it, and rebuild it on the released one.

A browser, a mail program or JupyterLab itself gives a notebook another name, and a folder may hold several. Which one
is this unit's, the cells of the released notebook tell.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder.intake.learner_cells import MAX_CELL, MAX_SOURCES, Theirs, cells_of, inside
from autograder.intake.notebook_file import MAX_FILE, Refused, open_file, open_folder, parse, read_file
from autograder.intake.rebuild import Submission, grade_id, rebuild
from autograder.judging.verdict import Remark
from autograder.support.sanitise import clean
from course.language import LANGUAGES

__all__ = [
    "MAX_CELL", "MAX_FILE", "MAX_NAME", "MAX_SOURCES", "Refused", "Submission", "file_hash", "intake", "read_file",
    "untouched",
]  # fmt: skip

MAX_FOLDERS = 5  # inside a learner's folder that are looked at, if it has no notebook itself
MAX_FILES = 50  # notebooks of a folder that are looked at
MAX_NAME = 60  # characters that are shown of another file's name

_NOTEBOOK = re.compile(
    r"[^.].*\.ipynb(?:\.(?:json|txt|ipynb|bak|download))?(?: ?\(\d+\))?~?", re.IGNORECASE | re.DOTALL
)
_NOT_WORK = {"timestamp.txt", "submission_secret.txt"}  # nbgrader puts them there


def intake(folder: Path, name: str, released: dict[str, NotebookNode]) -> Submission:
    """Read the notebook of a unit from ``folder`` and rebuild it on the released notebook of its language.

    ``name`` is the one under which it was handed out; ``released`` maps languages to notebooks. It may have another
    name; of several, the one that was written in is taken, and the submission's remarks name the others. Where the
    folder has none, a folder inside it may: archives unpack like that. Raises ``Refused`` if there is none that can be
    read; no file is changed.
    """
    try:
        return _intake(folder, name, released)
    except Refused as refusal:
        if refusal.word != "absent":
            raise
        found, reasons = {}, [refusal]
        for inner in _folders(folder):
            try:
                found[inner.name] = _intake(inner, name, released)
            except Refused as reason:
                reasons += [reason] if reason.word != "absent" else []
        if not found:
            raise reasons[1] if len(reasons) == 2 else refusal from None
    return _from_within(found)


def _from_within(found: dict[str, Submission]) -> Submission:
    """Return the submission that counts of those in folders inside the learner's."""
    written = {place: work for place, work in found.items() if work.written} or found
    place, work = next(iter(written.items()))
    rivals = [other for other, each in written.items() if each.written and _gist(each) != _gist(work)]
    remarks = [Remark("folder_within", {"folder": _shown([place])})]
    if rivals:
        remarks.append(Remark("several", {"file": _shown([place]), "others": _shown(rivals)}))
    return replace(work, remarks=(*remarks, *work.remarks), several=work.several or bool(rivals))


def _folders(folder: Path) -> list[Path]:
    """Return the folders inside a learner's, without links and machinery, as many as are looked at."""
    try:
        directory = open_folder(folder)
    except Refused:
        return []
    try:
        with os.scandir(directory) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    finally:
        os.close(directory)
    return [folder / name for name in names if not name.startswith((".", "__"))][:MAX_FOLDERS]


def _intake(folder: Path, name: str, released: dict[str, NotebookNode]) -> Submission:
    directory = open_folder(folder)
    try:
        beside = _others(directory, name)
        right = _look(directory, name, name, released, MAX_FILE)
        left = MAX_FILE - right.size
        found = [right]
        for other in beside:
            found.append(_look(directory, other, name, released, left))
            left -= found[-1].size
        everything = _everything(directory)
    finally:
        os.close(directory)
    works = [each for each in found if isinstance(each, _Work)]
    others = [each for each in found if isinstance(each, _Other)]
    if not works:
        raise _why_none(others, everything)
    return _choose(works, others, name)


def untouched(released: NotebookNode, lang: str) -> Submission:
    """Return the submission of someone who handed in nothing readable: the released notebook."""
    return rebuild(released, lang, [])


def file_hash(folder: Path, name: str) -> str:
    """Return the SHA-256 of the submitted file, or of the reason why it cannot be read.

    Where there are other notebooks beside it, or only others, or only some in folders inside, it is the hash of all of
    them with their names.
    """
    own, names = _folder_hash(folder, name)
    if names:
        return own
    inner = [f"{each.name!a} {_folder_hash(each, name)[0]}" for each in _folders(folder)]
    return _hash("\n".join([own, *inner])) if inner else own


def _folder_hash(folder: Path, name: str) -> tuple[str, list[str]]:
    """Return the hash of the notebooks of one folder, and their names."""
    try:
        directory = open_folder(folder)
    except Refused as refusal:
        return _hash(f"{refusal.word}:{refusal.detail}"), []
    try:
        others = _others(directory, name)
        names = [name] * (name in os.listdir(directory)) + others
        own, left = _content_hash(directory, name, MAX_FILE)
        lines = [own]
        for other in others:
            content, left = _content_hash(directory, other, left)
            lines.append(f"{other!a} {content}")
    finally:
        os.close(directory)
    return (_hash("\n".join(lines)) if others else own), names


def _content_hash(directory: int, name: str, room: int) -> tuple[str, int]:
    """Return the hash of a file that has at most ``room`` bytes, else of its size, and the room that is left."""
    try:
        with open_file(directory, name) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > room:
                return _hash(f"too_many_files:{size}"), room
            return hashlib.file_digest(stream, "sha256").hexdigest(), room - size
    except Refused as refusal:
        return _hash(f"{refusal.word}:{refusal.detail}"), room


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _others(directory: int, name: str) -> list[str]:
    """Return the names of the other notebooks in a folder, as many as are looked at."""
    stem = re.escape(name.removesuffix(".ipynb"))
    renamed = re.compile(rf"{stem}(?:\.json|\.txt)?", re.IGNORECASE)
    return [
        entry
        for entry in _everything(directory)
        if entry != name and (_NOTEBOOK.fullmatch(entry) or renamed.fullmatch(entry))
    ][:MAX_FILES]


def _everything(directory: int) -> list[str]:
    """Return the names of the ordinary files in a folder that are nobody's machinery, in order."""
    with os.scandir(directory) as entries:
        files = (entry.name for entry in entries if entry.is_file(follow_symlinks=False))
        return sorted(name for name in files if not name.startswith((".", "~")) and name not in _NOT_WORK)


# ------------------------------------------------------------------------------------------------- one notebook


@dataclass(frozen=True)
class _Work:
    """A file that is a notebook of this unit: the submission that it would be."""

    name: str
    size: int
    changed: int  # when, in nanoseconds
    work: Submission


@dataclass(frozen=True)
class _Other:
    """A file that is none of this unit, and why."""

    name: str
    size: int  # of what was read
    refusal: Refused


def _look(directory: int, file: str, name: str, released: dict[str, NotebookNode], room: int) -> _Work | _Other:
    """Read one file of a folder, if it has no more than ``room`` bytes."""
    size = changed = 0
    try:
        with open_file(directory, file) as stream:
            status = os.fstat(stream.fileno())
            size, changed = status.st_size, status.st_mtime_ns
            if size > room:
                size = 0
                raise Refused("unreadable", "too_many_files")
            data, encoding = parse(stream)
        theirs = list(cells_of(data))
        lang = _language(data, theirs, released)
        if not _is_this_unit(data, theirs, released) and file != name:
            raise Refused("unreadable", "foreign")
        work = rebuild(released[lang], lang, theirs)
        if encoding == "windows-1251":
            work.remarks += (Remark("encoding", {"encoding": "Windows-1251"}),)
    except Refused as refusal:
        return _Other(file, size, refusal)
    return _Work(file, size, changed, work)


def _language(data: dict[str, Any], theirs: list[Theirs], released: dict[str, NotebookNode]) -> str:
    """Return the language the notebook says it is in, or the one whose text it holds if its metadata is gone."""
    lang = inside(data, "metadata", "course", "lang")
    if isinstance(lang, str) and lang in LANGUAGES:
        return lang
    sources = {cell.source for cell in theirs}
    return max(LANGUAGES, key=lambda each: sum(cell.source in sources for cell in released[each].cells))


def _is_this_unit(data: dict[str, Any], theirs: list[Theirs], released: dict[str, NotebookNode]) -> bool:
    """Whether a notebook shows that it is this unit's; False also where it shows nothing.

    Raises ``Refused`` where it says that it is another unit's and has none of this one's exercises.
    """
    ours = [cell for notebook in released.values() for cell in notebook.cells]
    graded = {grade_id(cell) for cell in ours if cell.cell_type == "code"} - {""}
    if any(cell.grade_id in graded or cell.cell_id in graded for cell in theirs):
        return True
    unit = inside(data, "metadata", "course", "unit")
    if isinstance(unit, str):
        if unit == next(iter(released.values())).metadata.course.unit:
            return True
        which = f"other_unit:{unit}" if re.fullmatch(r"\d\d-[a-z-]{1,60}", unit) else "foreign"
        raise Refused("unreadable", which)
    texts = {cell.source for cell in ours if grade_id(cell) in graded or _says_much(cell)}
    if any(cell.source in texts for cell in theirs):
        return True
    exercises = "|".join(re.escape(grade.partition("-")[2]) for grade in sorted(graded))
    defined = re.compile(rf"^(?:def|class) +({exercises})\b", re.MULTILINE)
    return len({name for cell in theirs if cell.kind == "code" for name in defined.findall(cell.source)}) > 1


def _says_much(cell: NotebookNode) -> bool:
    """Whether one of our texts is long enough to stand in no other unit."""
    return cell.cell_type == "markdown" and len(cell.source) > 100


# ------------------------------------------------------------------------------------------------- which of them


def _choose(works: list[_Work], rest: list[_Other], name: str) -> Submission:
    """Return the notebook that counts, with remarks about the others."""
    written = [each for each in works if each.work.written]
    chosen = next((each for each in written if each.name == name), None)
    if chosen is None and written:
        chosen = max(written, key=_age)
    if chosen is None:
        chosen = next((each for each in works if each.name == name), None) or max(works, key=_age)
    file = _shown([chosen.name])
    rivals = [each for each in written if _gist(each.work) != _gist(chosen.work)]
    ours = {name, *(f"{name.removesuffix('.ipynb')}-{lang}.ipynb" for lang in LANGUAGES)}  # both were handed out
    left = [each for each in works if each is not chosen and each not in rivals]
    beside = [each for each in left if not {each.name, chosen.name} <= ours or each.work.written]
    unread = [each for each in rest if each.refusal.word != "absent"]
    remarks = []
    if chosen.name not in ours:
        remarks.append(Remark("other_name", {"file": file, "name": name}))
    for word, group in (("several", rivals), ("beside", beside), ("unread", unread)):
        if group:
            remarks.append(Remark(word, {"file": file, "others": _shown([each.name for each in group])}))
    return replace(chosen.work, file=file, remarks=(*remarks, *chosen.work.remarks), several=bool(rivals))


def _gist(work: Submission) -> tuple[list[str], list[str]]:
    """Return the code and the answers of a notebook, without empty cells and blanks at the ends of lines."""
    cells = (cell.source for cell in work.notebook.cells if cell.cell_type == "code")
    texts = ("\n".join(map(str.rstrip, source.splitlines())) for source in cells)
    return [text for text in texts if text.strip()], sorted(work.answers.values())


def _age(found: _Work) -> tuple[int, str]:
    return found.changed, found.name


def _why_none(found: list[_Other], everything: list[str]) -> Refused:
    """Return the reason why a folder holds no notebook of this unit."""
    right, *others = found
    if right.refusal.word != "absent":
        return right.refusal
    if len(others) == 1 and others[0].refusal.detail not in ("no_cells", "something_else", "foreign"):
        return others[0].refusal
    return Refused("absent", f"others:{_shown(everything)}" if everything else "nothing")


def _shown(names: list[str]) -> str:
    """Return names that a learner gave, a few and the beginning of each, as text on one line."""
    few = [" ".join(clean(name).split())[:MAX_NAME] for name in names[:3]]
    return ", ".join(few + ["…"] * (len(names) > len(few)))
