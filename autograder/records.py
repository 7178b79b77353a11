"""What the judge decided, on file: one JSON for each unit and student, beside the gradebook.

Written before the gradebook is, so that every mark can be traced to a verdict. Only instructors see it.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, TextIO

from autograder.verdict import Remark, Verdict
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


def write(root: Path, record: Record) -> Path:
    """Write a record under ``root/report``; the file appears whole or not at all."""
    path = _path(root, record.unit, record.student)
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{os.getpid()}.tmp")
    # Half a character of a file's name becomes the escape that JSON has for it.
    scratch.write_text(json.dumps(asdict(record), indent=1, ensure_ascii=False) + "\n", "utf-8", "backslashreplace")
    os.replace(scratch, path)
    return path


def read(root: Path, unit: str) -> list[Record]:
    """Return the records of a unit, by student."""
    folder = root / "report" / unit
    return [_record(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))]


def read_one(root: Path, unit: str, student: str) -> Record | None:
    """Return the record of one student, or None."""
    path = _path(root, unit, student)
    return _record(json.loads(path.read_text("utf-8"))) if path.exists() else None


def course_key(root: Path) -> str:
    """Return the secret from which the seeds of a class come; it is made on first use.

    A class keeps its key, so that a regrade gives the same marks.
    """
    with one_grader(root) as file:
        key = file.read().strip()
        if not key:
            key = secrets.token_hex(16)
            file.write(key)
    return key


@contextmanager
def one_grader(root: Path) -> Iterator[TextIO]:
    """Hold the key file of a class, and give it as text: another grader of the class waits here until it is let go."""
    with open(os.open(root / ".course_key", os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def _path(root: Path, unit: str, student: str) -> Path:
    return root / "report" / unit / f"{student}.json"


def _record(data: dict[str, Any]) -> Record:
    verdicts = tuple(
        Verdict(**{
            **entry, "passed": tuple(entry["passed"]), "failed": tuple(entry["failed"]),
            "hint": entry["hint"] and {lang: tuple(parts) for lang, parts in entry["hint"].items()},
            "remark": Remark(**entry["remark"]) if entry.get("remark") else None,
        })
        for entry in data["verdicts"]
    )  # fmt: skip
    remarks = tuple(Remark(**entry) for entry in data.get("remarks", ()))
    return Record(**{**data, "verdicts": verdicts, "remarks": remarks})
