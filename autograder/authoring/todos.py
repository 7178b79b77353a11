"""What an author has still to write: the word TODO in an exercise or a lesson, told with its file and line."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from autograder.authoring.headers import LessonError
from autograder.exercise import Exercise

MARK = "TODO"
_TODO = re.compile(rf"\b{MARK}\b.*?(?=[\"']*[),]*\s*$)")  # without the quotes and brackets that close behind it


def require_none(*paths: Path, root: Path) -> None:
    """Raise ``LessonError`` with a line for every TODO in the files, ``source/lessons/04_x.py:12: TODO: …``."""
    found = [f"{_shown(path, root)}:{number}: {words}" for path in paths for number, words in _todos(path)]
    if found:
        raise LessonError("\n".join(found))


def file_of(exercise: Exercise) -> Path:
    """Return the file that describes an exercise."""
    return Path(inspect.getfile(exercise.reference))


def _todos(path: Path) -> list[tuple[int, str]]:
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    return [(number, match[0]) for number, line in lines if (match := _TODO.search(line))]


def _shown(path: Path, root: Path) -> Path:
    return path.relative_to(root) if path.is_relative_to(root) else path
