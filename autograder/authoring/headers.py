"""Read the headers of a lesson's cells, and say of one that cannot be understood where it is and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from course.language import LANGUAGES

HEADER = re.compile(r"\s*#\s*%%")  # what looks like a header; one that is none is a fault
NAMES = ("key", "exercise", "figure", "question", "numbers")  # a cell is called by one of these
ROLES = ("answer", "test")
# What stands in the header of a cell of each kind, in this order; a translation also says of which text it is one.
KINDS = {
    "prose": ("lang", "key"), "code": ("key",), "figure": ("figure",), "answer": ("exercise", "role"),
    "test": ("exercise", "role", "points"), "question": ("question", "points"), "numbers": ("numbers",),
}  # fmt: skip
OPTIONS = tuple(dict.fromkeys((*(name for names in KINDS.values() for name in names), "of")))
_SHAPE = re.compile(r"# %%(?: \[(?P<type>[^\]]*)\])?(?P<options>(?: .*)?)")
_OPTION = re.compile(r' +(?P<name>\w+)=(?:"(?P<text>[^"]+)"|(?P<number>\d+(?:\.\d+)?))(?= |$)')


@dataclass(frozen=True)
class Header:
    """One header: its line in the file, whether its cell is Markdown, and its options."""

    line: int
    markdown: bool
    options: dict[str, str | float]

    @property
    def kind(self) -> str:
        """One of ``KINDS``."""
        (named,) = (name for name in NAMES if name in self.options)
        if named == "exercise":
            return str(self.options.get("role", ""))
        return "prose" if named == "key" and self.markdown else "code" if named == "key" else named

    @property
    def name(self) -> str:
        """What its cell is called."""
        return str(next(self.options[name] for name in NAMES if name in self.options))


class LessonError(ValueError):
    """A lesson or an exercise cannot be built as it is written; the message names file, line and what to do."""


class Fault(ValueError):
    """What is wrong with a line; ``line`` is its number."""

    def __init__(self, line: int, words: str) -> None:
        super().__init__(words)
        self.line = line


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a question that names the known word which is most like this one.

    If none is like it, ``otherwise``, or all that are known.
    """
    known = list(known)
    close = get_close_matches(word, known, n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return otherwise or (f"there are: {', '.join(known)}" if known else "there are none")


def read(lines: Sequence[str]) -> tuple[list[Header], list[Fault]]:
    """Return the headers of a lesson, and what is wrong with them, at most one fault for each."""
    headers, faults = [], []
    for number, line in enumerate(lines, 1):
        if HEADER.match(line):
            try:
                headers.append(_header(number, line))
            except Fault as fault:
                faults.append(fault)
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
    if lines and not HEADER.match(lines[first - 1]):
        faults.append(Fault(first, 'a lesson begins with the header of a cell, such as # %% key="setup"'))
    return headers, faults or [*_between(headers)]


def _header(number: int, line: str) -> Header:
    match = _SHAPE.fullmatch(line.rstrip())
    if match is None:
        raise Fault(number, "a header begins with '# %% ': a number sign, a blank, two per cent signs, a blank")
    if match["type"] not in (None, "markdown"):
        raise Fault(number, f"[{match['type']}] is no type of cell; {did_you_mean(match['type'], ['markdown'])}")
    header = Header(number, match["type"] is not None, _options(number, match["options"]))
    _check(header)
    return header


def _options(number: int, text: str) -> dict[str, str | float]:
    options: dict[str, str | float] = {}
    place = 0
    while text[place:].strip():
        match = _OPTION.match(text, place)
        if match is None:
            rest = text[place:].strip()
            hint = (
                "did you mean '[markdown]'?"
                if rest.split()[0].strip("[]") == "markdown"
                else ('an option is written name="text" or points=2')
            )
            raise Fault(number, f"{rest} cannot be read; {hint}")
        name, place = match["name"], match.end()
        if name not in OPTIONS:
            raise Fault(number, f"{name}= is no option of a header; {did_you_mean(name, OPTIONS)}")
        if name in options:
            raise Fault(number, f"{name}= is said twice")
        options[name] = match["text"] or (float(match["number"]) if "." in match["number"] else int(match["number"]))
    return options


def _check(header: Header) -> None:
    """Raise ``Fault`` unless the options are those of one kind of cell, with values that they can have."""
    options, line = header.options, header.line
    named = [f"{name}=" for name in NAMES if name in options]
    if len(named) != 1:
        has = " and ".join(named) or "none"
        raise Fault(line, f"a header has one of {', '.join(f'{name}=' for name in NAMES)}; this one has {has}")
    for name, known in (("lang", LANGUAGES), ("role", ROLES)):
        if name in options and options[name] not in known:
            raise Fault(line, f"{name}={_quoted(options[name])}; {did_you_mean(str(options[name]), known)}")
    if "role" not in options and "exercise" in options:
        raise Fault(line, 'an exercise\'s cell needs role="answer" or role="test"')
    for name, value in options.items():
        if isinstance(value, str) == (name == "points"):
            raise Fault(line, f"{name}= is {'a number' if name == 'points' else 'a text in quotes'}, such as "
                        f"{'points=2' if name == 'points' else f'{name}={_quoted(value)}'}")  # fmt: skip
    needed = KINDS[header.kind]
    for name in needed:
        if name not in options:
            raise Fault(line, f"the header of {_called(header.kind)} needs {name}=")
    for name in options:
        if name not in needed and not (name == "of" and options.get("lang") != LANGUAGES[0] and header.kind == "prose"):
            prose = "; prose begins with # %% [markdown]" if name == "lang" else ""
            raise Fault(line, f"{name}= does not belong in the header of {_called(header.kind)}{prose}")
    if header.markdown != (header.kind in ("prose", "question")):
        raise Fault(line, f"{_called(header.kind)} is {'not ' if header.markdown else ''}a [markdown] cell")


def _between(headers: list[Header]) -> Iterator[Fault]:
    """Yield what is wrong between headers: names that are used twice, and names that no other cell has."""
    seen: dict[tuple[object, ...], int] = {}
    for header in headers:
        kind = "numbers" if header.kind == "numbers" else header.options.get("role", "")
        name = (header.name, kind, header.options.get("lang", ""))
        if name in seen and kind != "numbers":
            yield Fault(header.line, f"{header.name!r} is used twice, also in line {seen[name]}")
        seen[name] = header.line
    prose = list(dict.fromkeys(header.name for header in headers if header.kind == "prose"))
    asked = {role: [header.name for header in headers if header.kind == role] for role in ROLES}
    for header in headers:
        if header.kind == "numbers" and header.name not in prose:
            yield Fault(header.line, f"no prose cell is called {header.name!r}; {did_you_mean(header.name, prose)}")
        for role, other in (ROLES, ROLES[::-1]):
            if header.kind == role and header.name not in asked[other]:
                alone = [name for name in asked[other] if name not in asked[role]]
                meant = f"; {did_you_mean(header.name, alone)}" if alone else ""
                yield Fault(header.line, f'the exercise {header.name!r} has no cell with role="{other}"{meant}')


def _called(kind: str) -> str:
    return {
        "prose": "a prose cell", "code": "a code cell", "figure": "a figure's cell", "answer": "an answer cell",
        "test": "a test cell", "question": "a question", "numbers": "a numbers cell",
    }[kind]  # fmt: skip


def _quoted(value: object) -> str:
    return f'"{value}"'
