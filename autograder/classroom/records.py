"""What the judge decided, on file: one JSON for each unit and student, beside the gradebook.

Written before the gradebook is, so that every mark can be traced to a verdict. Only instructors see it.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, is_dataclass
from functools import cache
from itertools import repeat
from math import isfinite
from pathlib import Path
from types import UnionType
from typing import Any, Literal, TextIO, get_args, get_origin, get_type_hints

from autograder.judging.verdict import Remark, Verdict
from autograder.support import atomic_files
from course.language import text


@dataclass(frozen=True)
class Record:
    """One student's verdicts in one unit, and what makes them repeatable."""

    unit: str
    student: str
    verdicts: tuple[Verdict, ...]
    file_sha256: str = ""  # of what was handed in
    sha256: str = ""  # of the learner's sources in it
    seeds: dict[str, int] = field(default_factory=dict)
    refused: str = ""  # why the file could not be read
    contained: bool = True
    remarks: tuple[Remark, ...] = ()
    several: bool = False  # more than one notebook was written in: a person looks
    answers: dict[str, str] = field(default_factory=dict)  # the hash of every answer's text, by grade id
    handed_in: str = ""  # when, in UTC; nothing where there is no date
    undated: str = ""  # why what was given for a date is none
    file: str = ""  # the name of the notebook that was taken

    @property
    def score(self) -> float:
        """The points that are set so far."""
        return sum(verdict.score or 0.0 for verdict in self.verdicts)

    @property
    def max_score(self) -> float:
        """The points of all its exercises."""
        return sum(verdict.max_score for verdict in self.verdicts)

    @property
    def needs_attention(self) -> bool:
        """Whether a person has to look at it."""
        review = any(verdict.state == "review" for verdict in self.verdicts)
        return bool(self.refused or self.undated or self.several or review)

    def notes(self, lang: str) -> list[str]:
        """Return what is to be said of the whole submission, as sentences."""
        notes = [remark.words(lang) for remark in self.remarks]
        if self.undated:
            word, _, detail = self.undated.partition(":")
            notes.append(text("feedback.undated", lang, why=text(f"feedback.no_date_{word}", lang, detail=detail)))
        return notes


class Broken(ValueError):
    """What lies in the place of a record is none, and why."""


def write(root: Path, record: Record) -> Path:
    """Write a record under ``root/report``; the file appears whole or not at all."""
    path = path_of(root, record.unit, record.student)
    # Half a character of a file's name becomes the escape that JSON has for it.
    words = json.dumps(asdict(record), indent=1, ensure_ascii=False) + "\n"
    atomic_files.write_atomically(path, words.encode("utf-8", "backslashreplace"))
    return path


def read(root: Path, unit: str) -> list[Record]:
    """Return the records of a unit, by student; those that can be read."""
    found = []
    for path in sorted((root / "report" / unit).glob("*.json")):
        with contextlib.suppress(Broken):
            found.append(_read(path))
    return found


def read_one(root: Path, unit: str, student: str) -> Record | None:
    """Return the record of one student, or None if there is none. Raises ``Broken``."""
    path = path_of(root, unit, student)
    return _read(path) if os.path.lexists(path) else None


def path_of(root: Path, unit: str, student: str) -> Path:
    """Return where a record is, or would be."""
    return root / "report" / unit / f"{student}.json"


def course_key(root: Path) -> str:
    """Return the secret from which the seeds of a class come; it is made on first use.

    A class keeps its key, so that a regrade gives the same marks.
    """
    with one_grader(root) as file:
        key = file.read().strip()
        if not key:
            key = secrets.token_hex(16)
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
            atomic_files.sync(root)  # a record whose key is lost could not be made again
    return key


@contextlib.contextmanager
def one_grader(root: Path) -> Iterator[TextIO]:
    """Hold the key file of a class, and give it as text: another grader of the class waits here until it is let go."""
    with open(os.open(root / ".course_key", os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def _read(path: Path) -> Record:
    try:
        if not path.is_file():
            raise Broken("it is not a file")
        record = _as(Record, json.loads(path.read_bytes()))
    except OSError as error:
        raise Broken(error.strerror or type(error).__name__) from None
    except RecursionError:
        raise Broken("it is nested too deeply") from None
    except (ValueError, TypeError) as error:
        raise Broken(str(error)) from None
    if (record.unit, record.student) != (path.parent.name, path.stem):
        raise Broken(f"it is of {record.student!r} in {record.unit!r}")
    return record


def _as(kind: Any, value: Any) -> Any:
    """Return what JSON has made of a ``kind`` as that again; raises ``TypeError`` if it is something else.

    What a later version of this program may have added to a record is passed over.
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return None if value is None else _as(inner[0], value)
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, dict):
        hints = _hints(kind)
        return kind(**{name: _as(hints[name], each) for name, each in value.items() if name in hints})
    if origin is tuple and isinstance(value, list):
        kinds = repeat(inner[0], len(value)) if inner[-1] is ... else inner
        return tuple(_as(each, item) for each, item in zip(kinds, value, strict=True))
    if origin is dict and isinstance(value, dict):
        return {_as(inner[0], name): _as(inner[1], each) for name, each in value.items()}
    if origin is Literal and value in inner:
        return value
    if kind is float and type(value) in (int, float) and isfinite(value):
        return value
    if kind in (str, int, bool) and type(value) is kind:
        return value
    raise TypeError(f"{value!r:.40} is in the place of {getattr(kind, '__name__', kind)}")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
