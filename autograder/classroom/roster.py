"""Who is in the class: read from a CSV file as one of the platforms exports it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.classroom.platform_names import Owner
from autograder.support.student_names import composed

MAX_ROSTER = 16 * 2**20
_IDS = {
    "identifier", "id", "sis user id", "sis login id", "student id", "username", "user name", "login", "login id",
    "email address", "e-mail address", "email", "e-mail", "github_username", "github username",
    "student_id", "id number",
    "идентификатор", "имя пользователя", "логин", "адрес электронной почты", "email-адрес", "индивидуальный номер",
}  # fmt: skip
_NAMES = {"full name", "student", "name", "student name", "полное имя", "фио", "студент"}
_LAST = {"last name", "surname", "last_name", "фамилия"}
_FIRST = {"first name", "first_name", "имя"}
_STATUS = {"status", "состояние", "статус"}
_LAST_CHANGED = {"last modified (submission)", "последнее изменение (ответ)", "последнее изменение (отправка)"}
_SUBMITTED = re.compile(r"submitted|отправлен|ответ(?:ы)? для оценки|представлен", re.IGNORECASE)
_NOT_SUBMITTED = re.compile(r"no submission|not submitted|нет ответа|не отправлен|ни одной попытки", re.IGNORECASE)
_LATE = re.compile(r"\blate\b|опозд|просроч", re.IGNORECASE)
_WHEN = re.compile(
    r"(?P<day>\d{1,2}) (?P<month>\w{3,9})\.? (?P<year>\d{4}),? (?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?: ?(?P<half>[AP]M))?", re.IGNORECASE,
)
_MONTHS = (
    ("jan", "янв"), ("feb", "фев"), ("mar", "мар"), ("apr", "апр"), ("may", "мая", "май"), ("jun", "июн"),
    ("jul", "июл"), ("aug", "авг"), ("sep", "сен"), ("oct", "окт"), ("nov", "ноя"), ("dec", "дек"),
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A row. ``ids`` are all of theirs, in small letters; ``steady`` is one that is the same in every assignment."""

    name: str
    ids: frozenset[str]
    steady: str = ""
    when: str = ""
    late: bool = False
    submitted: bool = False  # the platform says so


@dataclass(frozen=True)
class Roster:
    """The rows, and the file itself as a table: what a platform takes back is what it gave."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    @cached_property
    def by_row(self) -> tuple[Person | None, ...]:
        """Whose each row is; None for one that is nobody's."""
        return tuple(map(_person, self.rows))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody."""
        return tuple(person for person in self.by_row if person)

    def find(self, owner: Owner) -> Person | None:
        """Return whose row it is: by id; by name only where there is no id, and one person of that name."""
        if owner.id:
            found = [each for each in self.people if owner.id.casefold() in each.ids]
        else:
            plain = _plain(owner.name)
            found = [each for each in self.people if plain in each.ids or plain == _plain(each.name)]
        return found[0] if len(found) == 1 else None

    def rows_of(self, owner: Owner) -> list[int]:
        """Return which rows of the file are somebody's."""
        person = self.find(owner)
        return [number for number, each in enumerate(self.by_row) if each and each == person]

    def named(self, name: str) -> int:
        """Return how many people have this name."""
        return sum(_plain(each.name) == _plain(name) for each in self.people)


def read_roster(path: Path) -> Roster:
    """Read a roster. Raises ``ValueError`` where there is no column that is known."""
    if path.stat().st_size > MAX_ROSTER:
        raise ValueError(f"{path.name} is too large for a list of people")
    text = _decoded(path.read_bytes())
    head = text.partition("\n")[0]
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count), restval="")
    columns = tuple(lines.fieldnames or ())
    rows = tuple({str(k): v or "" for k, v in line.items() if isinstance(v, str | None)} for line in lines)
    roster = Roster(columns, rows)
    if not roster.people:
        raise ValueError(f"{path.name} has no column for a name or an id that is known; it has: {', '.join(columns)}")
    return roster


def is_grade(column: str) -> bool:
    """Whether Moodle reads the grade from a column of this name."""
    return _heading(column) in ("grade", "оценка")


def _person_ids(row: dict[str, str]) -> tuple[frozenset[str], str]:
    ids, steady = set(), ""
    for column, value in row.items():
        value, column = value.strip(), _heading(column)
        if column in _IDS and value:
            number = re.fullmatch(r"\D+ ?(\d+)", value) if column in ("identifier", "идентификатор") else None
            ids |= {value.casefold(), *([number[1]] if number else [])}
            if "mail" in column or "почт" in column:
                steady = value
    return frozenset(ids), steady


def _person(row: dict[str, str]) -> Person | None:
    by = {_heading(column): value.strip() for column, value in row.items()}
    one = next((by[column] for column in by if column in _NAMES and by[column]), "")
    last, first = (next((by[c] for c in by if c in group), "") for group in (_LAST, _FIRST))
    ids, steady = _person_ids(row)
    name = composed(f"{first} {last}".strip() or _turned(one))
    if not ids and not name or _heading(one) in ("points possible", "student, test"):
        return None
    status = next((by[c] for c in by if c in _STATUS), "")
    said = next((by[c] for c in by if c in _LAST_CHANGED), "")
    submitted = bool(_SUBMITTED.search(status)) and not _NOT_SUBMITTED.search(status)
    return Person(name, ids, steady, _when(said), bool(_LATE.search(status)), submitted)


def _heading(column: str) -> str:
    return " ".join(column.split()).casefold().strip("*")


def _turned(name: str) -> str:
    """Return Canvas's "Kim, Anna" as Anna Kim."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


def _plain(name: str) -> str:
    return " ".join(composed(name).split()).casefold()


def _when(said: str) -> str:
    """Return "Tuesday, 3 November 2026, 10:00 AM" as 2026-11-03 10:00, and nothing for what is no date."""
    match = _WHEN.search(said)
    month = match and next((n for n, each in enumerate(_MONTHS, 1) if match["month"].lower().startswith(each)), 0)
    if not match or not month:
        return ""
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"].upper() == "PM")
    return f"{match['year']}-{month:02}-{int(match['day']):02} {hour:02}:{match['minute']}"


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")



