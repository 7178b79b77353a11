"""Whose a file is: read from its name as a learning platform writes it.

In a platform's name everything up to the person's id is the platform's, and the rest is the learner's. So the leftmost
place that fits counts, and nothing inside a person's folder or archive says whose it is.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.classroom.archives import is_archive, without_ending
from autograder.support.student_names import composed, is_student
from course.language import LANGUAGES

MOODLE, CANVAS, BLACKBOARD, ILIAS = "Moodle", "Canvas", "Blackboard", "ILIAS"
GOOGLE, GITHUB, PLAIN, OWN = "Google Classroom", "GitHub Classroom", "plain names", "your own pattern"

_DATE = r"\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d"
_MOODLE = re.compile(r"(?P<name>.*?)[_ ](?P<id>\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.*))?", re.DOTALL)
_CANVAS = (
    re.compile(r"(?is)(?P<name>anon)_(?P<id>[A-Za-z0-9]{5})(?P<late>_late)?_(?:\d+_)?(?P<order>\d+)_(?P<file>.+)"),
    re.compile(r"(?is)(?P<name>.+?)(?P<late>_late)?_(?P<id>\d+)_(?P<order>\d+)_(?P<file>.+)"),
    re.compile(r"(?is)(?P<name>.+?)(?P<late>_late)?_(?P<id>\d+)_(?P<file>(?:text|link)\.html)"),
)
_BLACKBOARD = re.compile(rf"(?P<head>.+?)_attempt_(?P<when>{_DATE})(?:_(?P<file>.+)|(?P<receipt>\.txt))", re.DOTALL)
_ILIAS = re.compile(r"(?P<name>[^_]+_.+)_(?P<id>[^_]+_\d+)", re.DOTALL)
_TEAM = re.compile(r"team[ _]?\d+", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<name>[^_]+)_(?P<id>\d{3,}|\d+(?=_))(?:_.*)?", re.DOTALL)
_COPY = re.compile(r"(?:copy of|копия) *|(?: *- *| +)(?:copy|копия)$|-Copy\d+$| ?\(\d+\)$", re.IGNORECASE)
_RECEIPT = re.compile(r"\W*Name: *(?P<name>.*) \((?P<id>[^()\s]+)\)\s*", re.DOTALL)


@dataclass(frozen=True)
class Owner:
    """A person as a platform knows them. ``id`` is nothing where the platform gives a name only."""

    platform: str
    id: str
    name: str

    @property
    def key(self) -> str:
        """What two different people never share."""
        if self.id and self.platform != PLAIN:  # there, a number may be the unit's
            return f"{self.platform}:{self.id}"
        return f"{self.platform}:{self.id}:{self.name.casefold()}"

    @property
    def label(self) -> str:
        """The name of their folder in ``submitted/``: what a file system or a spreadsheet might obey is left out."""
        login = self.platform in (BLACKBOARD, GITHUB)
        plain = composed(self.id if login else "_".join(filter(None, (self.name, self.id))))
        if is_student(plain):
            return plain
        kept = "".join(char for char in composed(self.name) if is_student("a" + char)).strip(" .@+-,()&'’‘`´_")[:30]
        label = f"{kept or 'unnamed'}_{self.id}"
        return label if self.id and not login and is_student(label) else self.marked

    @property
    def marked(self) -> str:
        """A label that nobody else has, where the usual one cannot be had."""
        kept = "".join(char for char in composed(self.name) if char.isalnum())[:20]
        return f"{kept or 'unnamed'}_{hashlib.sha256(self.key.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"


@dataclass(frozen=True)
class Piece:
    """A file of somebody's. ``stem`` is what the platform wrote before the learner's own name of it."""

    owner: Owner
    stem: str
    when: str = ""
    order: int = 0  # of two, the higher one came later
    late: bool = False
    kind: str = "file"  # or ``text``, typed into the platform's page, or ``receipt``


@dataclass(frozen=True)
class Layout:
    """What was found in an archive: its platform, and whose each of its paths is; why it is nobody's otherwise."""

    platform: str
    pieces: dict[int, Piece]
    strange: dict[int, str]


def layout_of(paths: Sequence[tuple[str, ...]], unit: str, pattern: str = "", folder: str = "") -> Layout:
    """Return whose each of ``paths`` is.

    ``pattern``: a regular expression of the class, with a group ``student_id`` and perhaps ``timestamp``, which counts
    instead of all that is known here. ``folder``: the name of the folder or archive that the paths lie in.
    """
    if pattern:
        return _own(paths, pattern)
    paths, folder = _unwrapped(list(paths), unit, folder)
    tops = [path[0] for path in paths]
    for platform, read in ((MOODLE, _moodle), (CANVAS, _canvas), (BLACKBOARD, _blackboard)):
        pieces = {number: piece for number, top in enumerate(tops) if (piece := read(top))}
        if pieces:
            why = f"its name is none that {platform} gives"
            return Layout(platform, pieces, {n: why for n in range(len(tops)) if n not in pieces})
    folders = all(len(path) > 1 for path in paths)
    if paths and folders and all(_ILIAS.fullmatch(top) for top in tops):
        return Layout(ILIAS, {n: _ilias(top) for n, top in enumerate(tops)}, {})
    if paths and folders and (prefix := _classroom(tops, folder)):
        pieces = {
            number: Piece(Owner(GITHUB, top[len(prefix) :], top[len(prefix) :]), top) for number, top in enumerate(tops)
        }
        return Layout(GITHUB, pieces, {})
    return _by_name(paths, unit)


def known(top: str) -> bool:
    """Whether a name is one that a platform gives to the work of one person."""
    return bool(_moodle(top) or _canvas(top) or _blackboard(top) or _NUMBERED.fullmatch(top))


def receipt(text: str, head: str) -> Owner | None:
    """Return whom Blackboard's receipt names in its first line, if that fits the names of the files."""
    match = _RECEIPT.fullmatch(text.partition("\n")[0])
    if not match or not head.endswith("_" + match["id"]):
        return None
    return Owner(BLACKBOARD, match["id"], match["name"])


def _unwrapped(paths: list[tuple[str, ...]], unit: str, folder: str) -> tuple[list[tuple[str, ...]], str]:
    """Return the paths without the folders in which a platform or a person has put all of them together."""
    inner, around = paths, folder
    while inner and len({path[0] for path in inner}) == 1 and all(len(path) > 1 for path in inner):
        around = inner[0][0]
        if _moodle(around) or _NUMBERED.fullmatch(around):
            break
        inner = [path[1:] for path in inner]
        if _is_of_many(inner, unit):
            paths, folder = inner, around
            break
    return [path[1:] if len(path) > 2 and _TEAM.fullmatch(path[0]) else path for path in paths], folder


def _is_of_many(paths: list[tuple[str, ...]], unit: str) -> bool:
    """Whether a folder holds the work of several people, and not the files of one."""
    names = {path[0] for path in paths}
    if any(_moodle(name) or _canvas(name) or _blackboard(name) for name in names):
        return True
    if all(len(path) > 1 and (_ILIAS.fullmatch(path[0]) or _TEAM.fullmatch(path[0])) for path in paths):
        return True
    own = {unit, unit[3:], *LANGUAGES}
    return len(names) > 1 and not {without_ending(name).lower() for name in names} & own


def _moodle(top: str) -> Piece | None:
    match = _MOODLE.fullmatch(top)
    if not match:
        return None
    stem = top if not match["file"] else top[: match.start("file")]
    kind = {"file": "file", "onlinetext": "text"}.get(match["kind"], "receipt")
    return Piece(Owner(MOODLE, match["id"], match["name"]), stem, kind=kind)


def _canvas(top: str) -> Piece | None:
    match = next(filter(None, (pattern.fullmatch(top) for pattern in _CANVAS)), None)
    if not match:
        return None
    groups = match.groupdict()
    owner = Owner(CANVAS, groups["id"], groups["name"])
    kind = "text" if "order" not in groups else "file"
    stem, order = top[: match.start("file")], int(groups.get("order") or 0)
    return Piece(owner, stem, order=order, late=bool(groups["late"]), kind=kind)


def _blackboard(top: str) -> Piece | None:
    """Return a piece whose owner is the assignment with the person, as long as no receipt says which is which."""
    match = _BLACKBOARD.fullmatch(top)
    if not match:
        return None
    stem = f"{match['head']}_attempt_{match['when']}_"
    kind = "receipt" if match["receipt"] else "file"
    return Piece(Owner(BLACKBOARD, match["head"], ""), stem, when=match["when"], kind=kind)


def _ilias(top: str) -> Piece:
    match = _ILIAS.fullmatch(top)
    assert match
    return Piece(Owner(ILIAS, match["id"], match["name"].replace("_", " ")), top)


def without_assignment(heads: Sequence[str]) -> dict[str, str]:
    """Return each Blackboard name without the assignment that they all begin with."""
    common = os.path.commonprefix(list(heads))
    shortest = min(len(head.rstrip("_")) for head in heads)  # a user name may end with ``_``; none is empty
    cut = common.rfind("_", 0, shortest) + 1
    return {head: head[cut:] for head in heads}


def _classroom(tops: Sequence[str], folder: str) -> str:
    """Return what all repositories of an assignment begin with, if these are such: ``assignment-``."""
    given = re.fullmatch(r"(?P<prefix>.+)-submissions(?:-.*)?", folder)
    prefix = f"{given['prefix']}-" if given else ""
    return prefix if prefix and all(top.startswith(prefix) and len(top) > len(prefix) for top in tops) else ""


def _by_name(paths: Sequence[tuple[str, ...]], unit: str) -> Layout:
    """Read names of people: of folders, archives, notebooks."""
    pieces, strange, platform = {}, {}, PLAIN
    for number, path in enumerate(paths):
        top = path[0]
        is_file = len(path) == 1
        if is_file and not (is_archive(top) or re.search(r"\.ipynb", top, re.IGNORECASE)):
            strange[number] = "it is neither a notebook nor an archive"
            continue
        stem = without_ending(top) if is_file else top
        if match := _NUMBERED.fullmatch(stem):
            pieces[number] = Piece(Owner(PLAIN, match["id"], match["name"]), stem)
            continue
        name = _name_in(stem, unit) if is_file else stem
        if not name.strip():
            strange[number] = "its name does not say whose it is"
            continue
        if is_file and (_COPY.match(stem) or " - " in stem):
            platform = GOOGLE
        pieces[number] = Piece(Owner(PLAIN, "", name), stem)
    if platform == GOOGLE:
        pieces = {n: replace(piece, owner=replace(piece.owner, platform=GOOGLE)) for n, piece in pieces.items()}
    return Layout(platform, pieces, strange)


def _name_in(stem: str, unit: str) -> str:
    """Return a file's name without what says that it is a copy, and of which unit it is."""
    before = None
    slug = unit[3:]
    words = "|".join(map(re.escape, (unit, slug, slug.replace("-", " "), slug.replace("-", "_"))))
    ours = re.compile(rf"(?:^|[-_ ]+)(?:{words})(?:[-_ ]+|$)", re.IGNORECASE)
    while before != stem:
        before = stem
        stem = ours.sub("", _COPY.sub("", stem)).strip().strip("-_").strip()
    return stem


def _own(paths: Sequence[tuple[str, ...]], pattern: str) -> Layout:
    wanted, pieces, strange = re.compile(pattern), {}, {}
    for number, path in enumerate(paths):
        place = f"{without_ending(path[0])}/" if len(path) == 1 and is_archive(path[0]) else "/".join(path)
        match = wanted.match(f"/extracted/{place}")
        groups = match.groupdict() if match else {}
        if student := (groups.get("student_id") or "").strip():
            owner = Owner(OWN, "", student)
            pieces[number] = Piece(owner, path[0], when=groups.get("timestamp") or "")
        else:
            strange[number] = "your pattern does not fit it"
    return Layout(OWN, pieces, strange)
