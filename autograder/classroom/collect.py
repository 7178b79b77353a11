"""Take what a learning platform gives, and file everybody's notebook under their own name.

Everybody who is in an archive ends in one of two places: in ``submitted/``, or on the list of those left out, which
``autograder grade`` repeats. What lies in ``submitted/`` already moves to ``backup/`` before another takes its place.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from autograder.classroom.archives import MAX_FILE, Entry, is_archive, opened, single, without_ending
from autograder.classroom.platform_names import (
    BLACKBOARD,
    MOODLE,
    PLAIN,
    Layout,
    Owner,
    known,
    layout_of,
    receipt,
    without_assignment,
)
from autograder.classroom.roster import Person, Roster
from autograder.classroom.which_notebook import Given, Notebook, pick
from autograder.intake.dates import NoDate, utc
from autograder.nbgrader.patches import handed_in, submissions
from autograder.support import atomic_files
from autograder.support.student_names import composed
from course.workspace import notebook_file

_ROSTER = "in the roster"  # in the place of a person's key
@dataclass
class Collected:
    """One person whose work lies in ``submitted/``."""

    student: str  # the name of the folder
    name: str  # as shown
    platform: str
    id: str
    key: str
    stem: str  # what the platform wrote before the file's own name
    file: str = ""
    when: str = ""  # UTC
    late: bool = False
    done: str = ""  # collected, replaced, as before, older


@dataclass
class Doubt:
    """Somebody, or something, about whom a person has to decide."""

    what: str
    why: str
    key: str = ""  # of the person, if it is known whose it is
    student: str = ""  # whose work was collected in spite of it


@dataclass
class Collection:
    """What is known of the class's work in one unit; it lies in ``collected/<unit>.json``."""

    people: dict[str, Collected] = field(default_factory=dict)  # by key
    doubts: list[Doubt] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)  # names in the roster who have handed nothing in


def collect(
    root: Path, unit: str, sources: Sequence[Path], *,
    roster: Roster | None = None, pattern: str = "", zone: str = "UTC",
) -> tuple[Collection, list[Collected], list[str]]:  # fmt: skip
    """Put the notebooks in ``sources`` into ``root/submitted``; return all that is known, what is new, and the layouts.

    ``sources``: archives and folders as the platform gave them, or single notebooks. ``pattern``: see ``layout_of``.
    ``zone``: that of the class, for dates that say none. Raises ``OSError`` where the class cannot be written.
    """
    before = read(root, unit)
    done: list[Collected] = []
    doubts: list[Doubt] = []
    layouts: list[str] = []
    with ExitStack() as stack:
        bags: dict[str, list[Given]] = defaultdict(list)
        for source in sources:
            try:
                entries = stack.enter_context(opened(source)) if _is_box(source) else [single(source)]
                layout, inside = _laid_out(stack, source, entries, unit, pattern)
            except Exception as error:  # each kind of archive and compression raises errors of its own
                doubts.append(Doubt(source.name, f"it cannot be read: {error or type(error).__name__}"))
                continue
            layouts.append(f"{source.name}: {layout.platform}")
            for number, why in layout.strange.items():
                doubts.append(Doubt(inside[number].shown, why))
            for number, piece in layout.pieces.items():
                bags[piece.owner.key].append(Given(inside[number], piece))
        spelt = _spellings(root, unit)
        for key, given in sorted(bags.items()):
            owner = given[0].piece.owner
            person = roster.find(owner) if roster else None
            name = (person.name if person else "") or owner.name or owner.id
            who = Collected(
                _label(owner, person, before), name, owner.platform, owner.id, key, given[0].piece.stem
            )
            try:
                found = pick(given, unit, partial(_doubt, doubts, who))
                if roster and not person:
                    same = "several people of this name are" if roster.named(owner.name) > 1 else "nobody like this is"
                    doubts.append(Doubt(who.name, f"{same} in the roster", key, who.student))
                there = root / "submitted" / spelt.get(who.student, who.student) / unit
                _file(root, there, who, found, person, zone, doubts)
            except OSError:
                raise
            except Exception as error:  # of an archive, again; of one person
                what = f"{who.name} ({owner.id})" if owner.id else who.name
                doubts.append(Doubt(what, str(error) or type(error).__name__, key))
                continue
            before.people[key] = who
            done.append(who)
    said = {doubt.what for doubt in doubts} | {doubt.key for doubt in doubts if doubt.key} | {each.key for each in done}
    doubts += [old for old in before.doubts if not {old.what, old.key} & said]
    if roster:
        before.missing, unseen = _missing(roster, before)
        doubts = [doubt for doubt in doubts if doubt.key != _ROSTER]
        doubts += [Doubt(name, "the platform says that they handed in, but it is not here", _ROSTER) for name in unseen]
    before.doubts = doubts
    _write(root, unit, before)
    return before, done, layouts


def read(root: Path, unit: str) -> Collection:
    """Return what is known of a unit; nothing where nothing has been collected."""
    try:
        data = json.loads(_place(root, unit).read_bytes())
    except FileNotFoundError:
        return Collection()
    return Collection(
        {key: Collected(**each) for key, each in data["people"].items()},
        [Doubt(**each) for each in data["doubts"]],
        data["missing"],
    )


def settle(root: Path, unit: str) -> None:
    """Forget who was left out or doubtful: a person has seen to it."""
    _write(root, unit, replace(read(root, unit), doubts=[]))


def _write(root: Path, unit: str, collection: Collection) -> None:
    atomic_files.write_atomically(_place(root, unit), (json.dumps(asdict(collection), indent=1) + "\n").encode())


def _place(root: Path, unit: str) -> Path:
    return root / "collected" / f"{unit}.json"


# --------------------------------------------------------------------------------------- what there is, and whose


def _is_box(source: Path) -> bool:
    return source.is_dir() or is_archive(source.name)


def _laid_out(
    stack: ExitStack, source: Path, entries: list[Entry], unit: str, pattern: str
) -> tuple[Layout, list[Entry]]:
    """Return whose the entries are, also where the class's archive lies alone in a folder, or all is one person's."""
    if source.is_dir() and len(entries) == 1 and is_archive(entries[0].path[-1]) and not pattern:
        alone = source.joinpath(*entries[0].path)
        inside = stack.enter_context(opened(alone))
        layout = layout_of([entry.path for entry in inside], unit, "", without_ending(alone.name))
        owners = {piece.owner for piece in layout.pieces.values()}
        if len(owners) > 1 and all(owner.id for owner in owners):
            return _with_receipts(layout, inside), inside
    layout = layout_of([entry.path for entry in entries], unit, pattern, without_ending(source.name))
    if not layout.pieces and _is_box(source) and entries and not pattern and not known(source.name):
        name = without_ending(source.name)
        own = layout_of([(name, *entry.path) for entry in entries], unit)
        if own.platform == PLAIN and len({piece.owner.key for piece in own.pieces.values()}) == 1:
            return own, entries
    return _with_receipts(layout, entries), entries


def _with_receipts(layout: Layout, entries: list[Entry]) -> Layout:
    """Return Blackboard's layout with people in the place of names that begin with the assignment."""
    if layout.platform != BLACKBOARD:
        return layout
    heads = {piece.owner.id for piece in layout.pieces.values()}
    owners = {
        head: Owner(BLACKBOARD, user, user) for head, user in without_assignment(sorted(heads)).items() if user
    }
    for number, piece in layout.pieces.items():
        if piece.kind == "receipt":
            text = entries[number].read(MAX_FILE).decode("utf-8-sig", "replace")
            if owner := receipt(text, piece.owner.id):
                owners[piece.owner.id] = owner
    pieces = {
        number: replace(piece, owner=owners.get(piece.owner.id, piece.owner)) for number, piece in layout.pieces.items()
    }
    return replace(layout, pieces=pieces)


def _doubt(doubts: list[Doubt], who: Collected, why: str) -> None:
    doubts.append(Doubt(who.name, why, who.key, who.student))


def _label(owner: Owner, person: Person | None, before: Collection) -> str:
    """Return the folder's name: the one that they have already, else one that nobody has."""
    if owner.key in before.people:
        return before.people[owner.key].student
    label = owner.label
    if owner.platform == MOODLE and person and person.steady:  # its numbers are others in each assignment
        label = Owner(PLAIN, "", person.steady).label
    taken = {each.student.casefold() for each in before.people.values()}
    return owner.marked if label.casefold() in taken else label


def _missing(roster: Roster, collection: Collection) -> tuple[list[str], list[str]]:
    """Return who of the roster has handed nothing in, and of whom the platform says otherwise."""
    here = {id(roster.find(Owner(each.platform, each.id, each.name))) for each in collection.people.values()}
    absent = [person for person in roster.people if id(person) not in here]
    names = sorted(_shown(person) for person in absent if not person.submitted)
    return names, sorted(_shown(person) for person in absent if person.submitted)


def _shown(person: Person) -> str:
    return person.name or min(person.ids)


# ------------------------------------------------------------------------------------------------- into its place


def _file(
    root: Path, there: Path, who: Collected, found: Notebook, person: Person | None, zone: str, doubts: list[Doubt]
) -> None:
    """Put a notebook into the folder ``there``, and what was there into ``backup/``; note in ``who`` what was done."""
    who.file, who.stem = found.path[-1], found.piece.stem
    who.late = found.piece.late or bool(person and person.late)
    when = found.piece.when or (person.when if person else "")
    if when:
        try:
            who.when = utc(_with_zone(when, zone), zone).isoformat(" ")
        except NoDate as why:
            text = f"{when!r} is no date: {why}; the work counts without one"
            doubts.append(Doubt(who.name, text, who.key, who.student))
    unit, name = there.name, notebook_file(there.name)
    old = there / name
    if there.exists():
        if old.is_file() and not old.is_symlink() and old.read_bytes() == found.data and who.when in ("", _date(there)):
            who.done = "as before"
            return
        if who.when and _date(there) > who.when:
            who.done = "older than what is there, which stays"
            return
    atomic_files.make_folder(there.parent)
    with tempfile.TemporaryDirectory(dir=root / "submitted", prefix=".") as fresh:
        made = Path(fresh, unit)
        made.mkdir()
        (made / name).write_bytes(found.data)
        if who.when:
            (made / "timestamp.txt").write_text(f"{who.when} UTC\n", "utf-8")
        who.done = "collected"
        if os.path.lexists(there):
            atomic_files.put_aside(there, root / "backup" / "submitted" / who.student)
            who.done = "replaced"
        atomic_files.move_into_place(made, there)


def _spellings(root: Path, unit: str) -> dict[str, str]:
    """Return how the folder of each student who has handed in is spelt: a Mac spells some names in another way."""
    found = submissions(CourseDirectory(root=str(root)), "submitted", unit)
    return {composed(folder): folder for folder in reversed(list(found))}


def _with_zone(when: str, zone: str) -> str:
    """Return a date of a platform's with the class's zone, where it says none."""
    bare = re.fullmatch(r"(\d{4}-\d\d-\d\d)[-_ ](\d\d)[-:](\d\d)(?:[-:](\d\d))?", when)
    return f"{bare[1]} {bare[2]}:{bare[3]}:{bare[4] or '00'} {zone}" if bare else when


def _date(folder: Path) -> str:
    try:
        when = handed_in(folder, "UTC")
    except NoDate:
        return ""
    return when.isoformat(" ") if when else ""
