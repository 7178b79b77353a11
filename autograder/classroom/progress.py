"""How far a batch is: a bar for the terminal, and a log for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from autograder.classroom import records

if TYPE_CHECKING:
    from autograder.nbgrader.atomic_converter import Done


@contextmanager
def progress(root: Path, console: Console, log: Path | None = None) -> Iterator[Callable[[Done], None]]:
    """Give a function that takes what is done in a class: it moves a bar, and writes a line of JSON to ``log``.

    The bar is there only where ``console`` is a terminal: how many are done, how many in a second, the time that is
    left, and how many submissions a person has to look at. A line holds the fields of ``Done``, the time (UTC), and of
    a graded submission ``score``, ``max_score`` and ``needs_attention``. Raises ``OSError`` if the log cannot be
    written.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with (
        Progress(*columns, _Attention(), console=console, disable=not console.is_terminal, transient=True) as bar,
        _opened(log) as file,
    ):
        tasks: dict[str, Any] = {}
        attention: set[str] = set()

        def tell(done: Done) -> None:
            line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **vars(done)}
            if done.step == "grade":
                line |= _graded(root, done)
            if done.what == "failed" or line.get("needs_attention"):
                attention.add(done.student)
            if file is not None:
                file.write(json.dumps(line) + "\n")
                file.flush()
            if done.step not in tasks:
                words = {"grade": "submissions", "page": "pages"}
                tasks[done.step] = bar.add_task(words[done.step], total=done.of, attention=0)
            bar.update(tasks[done.step], completed=done.number, total=done.of, attention=len(attention))

        yield tell


@contextmanager
def _opened(log: Path | None) -> Iterator[IO[str] | None]:
    if log is None:
        yield None
        return
    with log.open("a", encoding="utf-8") as file:
        yield file


def _graded(root: Path, done: Done) -> dict[str, Any]:
    try:
        record = records.read_one(root, done.unit, done.student)
    except records.Broken:
        record = None
    if record is None:
        return {"score": None, "max_score": None, "needs_attention": True}
    return {"score": record.score, "max_score": record.max_score, "needs_attention": record.needs_attention}


class _Rate(ProgressColumn):
    """How many in a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "")


class _Attention(ProgressColumn):
    """How many wait for a person."""

    def render(self, task: Task) -> Text:
        waiting = task.fields["attention"]
        return Text(f"{waiting} for you to look at" if waiting else "", "magenta")
