"""Give back what a learning platform takes: feedback under the names that it gave, grades in the columns it imports.

``returned/<unit>/`` gets for each platform ``feedback-<platform>.zip`` and ``import-<platform>.csv``, and one
``grades.csv`` for people.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.classroom import records
from autograder.classroom.collect import Collected, read
from autograder.classroom.grading import place_of, settings
from autograder.classroom.platform_names import BLACKBOARD, CANVAS, ILIAS, MOODLE, PLAIN, Owner
from autograder.classroom.roster import Roster, is_grade
from autograder.nbgrader.standing import roll
from autograder.support import atomic_files
from autograder.support.spreadsheet import as_csv
from course.workspace import notebook_file

MOODLES = ("Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)")
CANVASES = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
BLACKBOARDS = ("Last Name", "First Name", "Username")
_CLOSED = 0o644 << 16


@dataclass
class Mark:
    """What somebody gets in a unit; ``score`` is None where nothing was handed in or somebody has still to mark."""

    who: Collected
    state: str  # graded, waits, not graded, missing
    score: float | None = None
    raw: float | None = None
    penalty: float = 0.0
    most: float = 0.0
    points: dict[str, float | None] = field(default_factory=dict)


@dataclass
class Returned:
    """The files that were written, and what a person has to know."""

    files: list[Path]
    notes: list[str]


def give_back(
    root: Path, unit: str, *, roster: Roster | None = None, points: bool = False, out_of: float | None = None
) -> Returned:
    """Write what the platforms take for a graded unit.

    ``roster``: the platform's own list; what it imports is this list with the grades filled in. ``points``: with a
    column for each question in ``grades.csv``. ``out_of``: the platform's maximum, if it is not that of the unit. A
    mark that waits for a person is not given back. Raises ``ValueError`` if nothing is graded, or if the platform has
    another maximum.
    """
    marks = _marks(root, unit)
    if not any(mark.state in ("graded", "waits") for mark in marks):
        raise ValueError(f"nothing is graded in {unit}; 'autograder grade {unit}' does it")
    most = max(mark.most for mark in marks)
    scale = out_of / most if out_of and most else 1.0
    folder, notes, files = root / "returned" / unit, [], []
    by_platform: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_platform[mark.who.platform].append(mark)
        if mark.state == "waits":
            notes.append(f"{mark.who.name} ({mark.who.student}): waits for points given by hand, gets no grade yet")
        if mark.state == "not graded":
            notes.append(f"{mark.who.name} ({mark.who.student}): handed in, but not graded")
    for platform, theirs in sorted(by_platform.items()):
        short = platform.lower().replace(" ", "-")
        data, without = _feedback(root, unit, theirs)
        notes += [f"{mark.who.name} ({mark.who.student}): there is no feedback page" for mark in without]
        files.append(_written(folder / f"feedback-{short}.zip", data))
        columns, rows, odd = _import(platform, theirs, unit, roster, scale, most * scale)
        notes += odd
        if columns:
            files.append(_written(folder / f"import-{short}.csv", as_csv(columns, rows)))
    missing = [Mark(Collected("", name, "", "", "", ""), "missing", most=most) for name in read(root, unit).missing]
    files.append(_written(folder / "grades.csv", _table([*marks, *missing], points)))
    return Returned(files, notes)


def _written(path: Path, data: bytes) -> Path:
    atomic_files.write_atomically(path, data)
    return path


def _marks(root: Path, unit: str) -> list[Mark]:
    """Return the marks of everybody who handed in, from the gradebook."""
    standings = roll(place_of(settings(root, unit)), unit).standings
    known = {each.student: each for each in read(root, unit).people.values()}
    graded = {record.student for record in records.read(root, unit)}
    marks = []
    for student in sorted({*known, *graded}):
        who = known.get(student) or Collected(student, student, PLAIN, "", "", student)
        stands = standings.get(student)
        if student not in graded or not stands:
            marks.append(Mark(who, "not graded"))
            continue
        penalty = stands.late_penalty or 0.0
        waits = any(cell.waits for cell in stands.points)
        marks.append(Mark(
            who, "waits" if waits else "graded", None if waits else max(0.0, stands.score - penalty), stands.score,
            penalty, stands.max_score,
            {cell.cell.removeprefix("test-"): None if cell.waits else cell.score for cell in stands.points},
        ))  # fmt: skip
    return marks


def _feedback(root: Path, unit: str, marks: Sequence[Mark]) -> tuple[bytes, list[Mark]]:
    """Return the archive of the feedback pages, and who has none."""
    page = f"{notebook_file(unit).removesuffix('.ipynb')}.html"
    file, without = io.BytesIO(), []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for mark in marks:
            place = root / "feedback" / mark.who.student / unit / page
            if not place.is_file():
                if mark.state != "not graded":
                    without.append(mark)
                continue
            info = zipfile.ZipInfo(_named(mark.who, page), (2000, 1, 1, 0, 0, 0))
            info.external_attr, info.compress_type = _CLOSED, zipfile.ZIP_DEFLATED
            archive.writestr(info, place.read_bytes())
    return file.getvalue(), without


def _named(who: Collected, page: str) -> str:
    """Return the name by which a platform knows whose feedback it is."""
    match who.platform:
        case platform if platform == MOODLE:  # older ones want the last underscore, newer ones take it
            kind = re.sub(r"_assignsubmission_[a-z]+_?$", "_assignsubmission_file_", who.stem)
            return f"{kind}/{page}"
        case platform if platform in (CANVAS, BLACKBOARD):
            return f"{who.stem}{page}"
        case platform if platform == ILIAS:
            return f"{who.stem}/{page}"
    return f"{who.student}/{page}"


def _import(
    platform: str, marks: Sequence[Mark], unit: str, roster: Roster | None, scale: float, most: float
) -> tuple[Sequence[str], list[dict[str, object]], list[str]]:
    """Return the columns and rows that a platform imports, and what does not fit. Raises ``ValueError``."""
    if platform not in (MOODLE, CANVAS, BLACKBOARD):
        return (), [], []
    scores = {mark.who.key: f"{mark.score * scale:.2f}" if mark.score is not None else "" for mark in marks}
    if not roster:
        rows = [_row(platform, mark, unit, scores[mark.who.key], most) for mark in marks]
        columns = {MOODLE: MOODLES, CANVAS: (*CANVASES, unit), BLACKBOARD: (*BLACKBOARDS, unit)}[platform]
        if platform == CANVAS:
            rows.insert(0, {"Student": "    Points Possible", unit: f"{most:.2f}"})
        return columns, rows, []
    grade = next((column for column in roster.columns if is_grade(column)), "") if platform == MOODLE else ""
    grade = grade or next((column for column in roster.columns if _is_of(column, unit)), unit)
    _require_maximum(roster, grade, most)
    theirs, odd = {}, []
    for mark in marks:
        owner = Owner(platform, mark.who.id, mark.who.name)
        found = roster.rows_of(owner)
        if len(found) == 1:
            theirs[found[0]] = scores[mark.who.key]
        else:
            odd.append(f"{mark.who.name} ({mark.who.student}): is not in the roster; no grade is given back")
    rows = []
    for number, row in enumerate(roster.rows):
        filled = {grade: theirs[number]} if theirs.get(number) else {}
        if grade not in roster.columns and "points possible" in " ".join(row.values()).casefold():
            filled = {grade: f"{most:.2f}"}
        rows.append({**row, **filled})
    kept = [column for column in roster.columns if platform == MOODLE or column in (*CANVASES, *BLACKBOARDS, grade)]
    return [*kept, *([] if grade in kept else [grade])], rows, odd


def _row(platform: str, mark: Mark, unit: str, score: str, most: float) -> dict[str, object]:
    who = mark.who
    match platform:
        case platform if platform == MOODLE:
            number = {"Identifier": f"Participant {who.id}", "Full name": who.name}
            return {**number, "Grade": score, "Maximum Grade": f"{most:.2f}", "Last modified (grade)": "-"}
        case platform if platform == CANVAS:
            return {"Student": who.name, "ID": who.id, unit: score}
    first, _, last = who.name.rpartition(" ")
    return {"Last Name": last, "First Name": first, "Username": who.id, unit: score}


def _is_of(column: str, unit: str) -> bool:
    """Whether a column of a platform's gradebook is that of a unit: "Unit 04-gradient-descent (1234)"."""
    words = re.sub(r"\W+", " ", column).casefold()
    return unit.replace("-", " ") in words or unit[3:].replace("-", " ") in words


def _require_maximum(roster: Roster, grade: str, most: float) -> None:
    """Raise ``ValueError`` if the platform counts up to another number: it would take every grade for another share."""
    said = ""
    for row in roster.rows:
        by = {column.strip().casefold(): value for column, value in row.items()}
        said = said or by.get("maximum grade", "") or by.get("максимальная оценка", "")
        if "points possible" in " ".join(row.values()).casefold():
            said = said or row.get(grade, "")
    try:
        theirs = float(said.replace(",", ".")) if said.strip() else most
    except ValueError:
        return
    if abs(theirs - most) > 0.005:
        raise ValueError(
            f"the platform counts up to {theirs:g}, the unit up to {most:g}: say --out-of {theirs:g} or change it there"
        )


def _table(marks: Sequence[Mark], points: bool) -> bytes:
    questions = list(dict.fromkeys(name for mark in marks for name in mark.points)) if points else []
    columns = [
        "folder", "id", "name", "platform", "handed_in_utc", "late", "state", *questions, "points", "late_penalty",
        "score", "max_score",
    ]  # fmt: skip

    def two(value: float | None) -> str:
        return "" if value is None else f"{value:.2f}"

    rows = [
        {"folder": mark.who.student, "id": mark.who.id, "name": mark.who.name, "platform": mark.who.platform,
         "handed_in_utc": mark.who.when, "late": "late" if mark.who.late or mark.penalty else "", "state": mark.state,
         **{name: two(mark.points.get(name)) for name in questions}, "points": two(mark.raw),
         "late_penalty": two(mark.penalty if mark.raw is not None else None), "score": two(mark.score),
         "max_score": two(mark.most)}
        for mark in marks
    ]  # fmt: skip
    return as_csv(columns, rows)
