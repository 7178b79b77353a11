"""What must not reach a learner, and whether a file holds it: solutions, hidden tests, marking schemes.

The secrets are read from where they are written, the lessons and the exercises. A file leaks when it holds three lines
of a secret in a row (all of it, when it is shorter), whatever the spaces, comments and descriptions between them.
"""

from __future__ import annotations

import html
import inspect
import json
import re
from collections.abc import Callable, Iterator
from functools import cache

from autograder.exercises import exercises
from autograder.support.repository import REPOSITORY

LINES = 3
SIGNS = {
    "a marker of nbgrader": re.compile(r"(?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS|MARK SCHEME)"),
    "a call of the hidden test": re.compile(r"^\s*grade\(", re.MULTILINE),
    "an import of the autograder": re.compile(r"^\s*(?:from|import)\s+autograder\b", re.MULTILINE),
}
Window = tuple[str, ...]


DESCRIPTION = re.compile(r'^\s*("""|\'\'\').*?\1', re.MULTILINE | re.DOTALL)


def lines(text: str) -> list[str]:
    """Return the lines that say something, without spaces and comments."""
    bare = (re.sub(r"\s+", "", re.sub(r"(?:^|\s)#.*", "", line)) for line in text.splitlines())
    return [line for line in bare if len(re.sub(r"\W", "", line)) > 3]


def windows(text: str) -> Iterator[Window]:
    found = lines(text)
    for start in range(max(len(found) - LINES, 0) + 1):
        yield tuple(found[start : start + LINES])


def code(function: Callable[..., object]) -> str:
    """Return the source of a function without its decorators and its description."""
    source = DESCRIPTION.sub("", inspect.cleandoc(inspect.getsource(function)))
    start = re.search(r"^(?:def|class) ", source, re.MULTILINE)
    return source[start.start() if start else 0 :]


def lesson_secrets() -> Iterator[tuple[str, str]]:
    """Yield every solution, with the line that begins its function, and every marking scheme of the lessons."""
    for path in sorted((REPOSITORY / "source" / "lessons").glob("*.py")):
        for cell in re.split(r"^# %%", path.read_text("utf-8"), flags=re.MULTILINE):
            for solution in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", cell, re.DOTALL):
                start = re.search(r"^(?:def|class) .*", cell, re.MULTILINE)
                name = re.search(r'exercise="(\w+)"', cell)
                yield f"solution of {name[1] if name else path.name}", f"{start.group() if start else ''}\n{solution}"
            for scheme in re.findall(r"### BEGIN MARK SCHEME\n(.*?)# ### END MARK SCHEME", cell, re.DOTALL):
                yield f"marking scheme of {path.name}", re.sub(r"^# ?", "", scheme, flags=re.MULTILINE)


def exercise_secrets() -> Iterator[tuple[str, str]]:
    """Yield every reference, alternative, misconception and hidden test."""
    for name, exercise in exercises().items():
        yield f"reference of {name}", code(exercise.reference)
        for function in (*exercise.alternatives, *(mistake.function for mistake in exercise.mistakes)):
            yield f"{function.__name__} of {name}", code(function)
        for probe in exercise.probes:
            yield f"hidden test of {name}", code(probe.observe)


@cache
def secrets() -> dict[Window, set[str]]:
    """Return what each few lines in a row belong to."""
    found: dict[Window, set[str]] = {}
    for what, text in (*lesson_secrets(), *exercise_secrets()):
        for window in windows(text):
            found.setdefault(window, set()).add(what)
    return found


def pieces(text: str) -> set[Window]:
    """Return every one, two and three lines in a row of a text, with its descriptions and without."""
    return {
        tuple(here[start : start + size])
        for here in (lines(text), lines(DESCRIPTION.sub("", text)))
        for start in range(len(here))
        for size in range(1, LINES + 1)
    }


def leaks(text: str, own: str = "") -> set[str]:
    """Return what a published text gives away. ``own``: what the learner has written and may read again."""
    found = {what for what, sign in SIGNS.items() if sign.search(text)}
    return found.union(*(secrets()[piece] for piece in pieces(text) - pieces(own) if piece in secrets()))


def readable(name: str, data: bytes) -> str:
    """Return what a person or a program can read in a file: all texts in JSON, the words of a page, or the file."""
    if b"\0" in data:
        return ""
    text = data.decode("utf-8")
    if name.endswith((".json", ".ipynb")):
        return "\n".join(strings(json.loads(text)))
    if name.endswith(".html"):
        return html.unescape(re.sub(r"<[^<>]*>", "", text)) + text
    return text


def strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            # A notebook may keep a cell as a list of lines.
            yield "".join(value) if value and all(isinstance(each, str) for each in value) else "\n".join(
                each for item in value for each in strings(item)
            )
        case dict():
            for item in value.values():
                yield from strings(item)


def leaking(files: dict[str, bytes]) -> dict[str, set[str]]:
    """Return what each of the files gives away, by name; nothing of those that may be published."""
    return {name: found for name, data in files.items() if (found := leaks(readable(name, data)))}
