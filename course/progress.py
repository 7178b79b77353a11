"""The learner's own record of what was tried: one readable file, ``progress.jsonl`` in the folder ``work``.

Each line is one event, a JSON object, written when an answer was checked, graded or reviewed. A cell that still holds
its starting line is no answer, and a check of an older version says nothing; neither is an event.

==============  =====================================================================================
``id``          a random word; two copies of the file hold the same event under the same word
``time``        when, UTC: ``2026-11-27T14:31:48.125Z``
``kind``        ``check`` (the visible check), ``grade`` (the judge) or ``review`` (a question of a review)
``unit``        ``04-gradient-descent``
``exercise``    ``loss``
``state``       ``correct``, ``partial``, ``wrong`` or ``error``
``score``       points that were given, null where none were (always for a check)
``max_score``   points that could be had, or null
``diagnosis``   the name of the mistake that was found, such as ``no_constant``, or ""
``said``        what kind of mistake that is, in both languages: ``{"en": …, "ru": …}``, or {}
``source``      a fingerprint of the answer, the same as long as only comments and blanks change, or ""
``more``        what else the kind knows, for example the item of a review, or {}
==============  =====================================================================================

A line is added at the end in one write and has reached the disk when :func:`note` returns; no line is ever changed. So
a power cut can at most tear the line that was being written. A torn line stays where it is and is passed over, and the
next event begins on a line of its own. Nothing of it leaves the computer.
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

FILE = "progress.jsonl"
KINDS = ("check", "grade", "review")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True)
class Event:
    """One line of the file; the fields are those of the module's text."""

    kind: Literal["check", "grade", "review"]
    unit: str
    exercise: str
    state: str
    score: float | None = None
    max_score: float | None = None
    diagnosis: str = ""
    said: dict[str, str] = field(default_factory=dict)
    source: str = ""
    more: dict[str, Any] = field(default_factory=dict)
    time: str = field(default_factory=_now)
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:16])


def place(folder: Path | None = None) -> Path | None:
    """Return the file that belongs to ``folder`` (else: where we are): in the nearest ``work`` around it, or None.

    A folder is the course's ``work`` if notebooks were handed out into it; the file need not exist yet.
    """
    from course.handed_out import RECORD

    try:
        here = (folder or Path.cwd()).resolve()
    except OSError:  # the folder was deleted while the kernel runs
        return None
    around = (here, *here.parents)  # in a folder that we may not search there is none; Path.is_file would raise
    return next((folder / FILE for folder in around if os.path.isfile(folder / RECORD)), None)


def in_home(home: Path) -> Path:
    """Return the file of a course's folder, the one with ``work`` in it."""
    return home / "work" / FILE


def note(event: Event, path: Path | None = None) -> bool:
    """Add an event to ``path``, else to the file that belongs to the current folder.

    False where there is no such file: outside of the course's ``work`` nothing is kept. Raises ``OSError`` when the
    disk refuses; then the file holds what it held, or that and a torn line.
    """
    path = path or place()
    if path is None:
        return False
    _append(path, [_line(event)])
    return True


def read(path: Path) -> list[Event]:
    """Return the events of a file, the oldest first, each once; what cannot be read as an event is passed over.

    A file that does not exist has none. Raises ``OSError``.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return []
    return in_order(event for event in map(_event, lines) if event is not None)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events by time, each once."""
    return sorted({event.id: event for event in events}.values(), key=lambda event: (event.time, event.id))


def merge(path: Path, other: Path) -> int:
    """Add to ``path`` the events of ``other`` that it lacks and return how many these are. Raises ``OSError``.

    Afterwards :func:`read` gives the events of both, by time, whichever of the two is merged into the other.
    """
    known = {event.id for event in read(path)}
    other.stat()  # a file that is not there is no empty one
    new = [event for event in read(other) if event.id not in known]
    path.parent.mkdir(parents=True, exist_ok=True)  # on a new computer that is the first thing one does
    _append(path, map(_line, new))
    return len(new)


def fingerprint(source: str) -> str:
    """Return a short hash of an answer; comments, blanks and line breaks do not change it."""
    try:
        source = ast.dump(ast.parse(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # then every letter may matter
        source = "\n".join(line.rstrip() for line in source.strip().splitlines())
    return hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:16]


def show() -> None:
    """Show how far one is: a map of the units, the mistakes met and overcome, and what to do next."""
    from course.progress_map import show_map

    show_map()


def _line(event: Event) -> bytes:
    return json.dumps(asdict(event), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _append(path: Path, lines: Iterable[bytes]) -> None:
    """Add lines, each in one write; they have reached the disk when this returns."""
    from course.atomic_files import sync

    is_new = not path.exists()
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o644)
    try:
        for line in lines:
            size = os.fstat(descriptor).st_size
            os.lseek(descriptor, max(size - 1, 0), os.SEEK_SET)
            torn = size > 0 and os.read(descriptor, 1) != b"\n"
            data = b"\n" * torn + line
            if os.write(descriptor, data) != len(data):
                raise OSError(f"{path}: the disk is full")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if is_new:
        sync(path.parent)


def _event(line: bytes) -> Event | None:
    """Return the event that a line holds; fields of a later edition are left out."""
    try:
        data = json.loads(line)
        event = Event(**{each.name: data[each.name] for each in fields(Event) if each.name in data})
        if not {"id", "time"} <= data.keys():  # they would be new at every reading
            return None
        datetime.fromisoformat(event.time)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    words = (event.kind, event.unit, event.exercise, event.state, event.diagnosis, event.source, event.id)
    numbers = (event.score, event.max_score)
    sound = (
        all(isinstance(word, str) for word in words)
        and all(number is None or isinstance(number, int | float) for number in numbers)
        and isinstance(event.said, dict)
        and isinstance(event.more, dict)
    )
    return event if sound and event.kind in KINDS else None
