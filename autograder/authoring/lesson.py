"""Read a lesson's text and make one notebook of it for each language.

The format is described in ``docs/architecture.md``. Everything that nbgrader needs is written here from a short cell
header, so that an author never types nbgrader metadata and two builds of one text are equal to the byte.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from course.language import LANGUAGES

TRANSLATED = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$|!?\[[^\]]*\]\(([^)]+)\)|^#{1,6}(?= )", re.DOTALL | re.MULTILINE)


class LessonError(ValueError):
    """The lesson's text breaks the format; the message names the file, the cell and what to do."""


@dataclass(frozen=True)
class Numbers:
    """A cell of no notebook: code that computes again what the prose cell ``key`` prints."""

    key: str
    source: str
    line: int  #: of the file, where the code begins


@dataclass(frozen=True)
class Lesson:
    """One unit's text: its file, its name, the cells as Jupytext reads them, and what proves the numbers in them."""

    path: Path
    unit: str
    cells: tuple[NotebookNode, ...]
    numbers: tuple[Numbers, ...] = ()

    @property
    def points(self) -> dict[str, float]:
        """Return the points of every test cell by exercise."""
        tests = (cell.metadata for cell in self.cells if cell.metadata.get("role") == "test")
        return {data["exercise"]: float(data["points"]) for data in tests}


def paths(root: Path) -> dict[str, Path]:
    """Return the files of all lessons by unit, in their order."""
    return {_unit(path): path for path in sorted((root / "source" / "lessons").glob("*.py"))}


def _unit(path: Path) -> str:
    return path.stem.replace("_", "-")


def read(path: Path) -> Lesson:
    """Read ``NN_name.py``. Raises ``LessonError`` when a cell's header cannot be understood."""
    unit = _unit(path)
    if not re.fullmatch(r"\d\d-[a-z0-9-]+", unit):
        raise LessonError(f"{path.name}: a lesson is called NN_name.py, for example 04_gradient_descent.py")
    cells = jupytext.read(path, fmt="py:percent").cells
    shown = tuple(cell for cell in cells if "numbers" not in cell.metadata)
    lesson = Lesson(path, unit, shown, _numbers(path, [cell for cell in cells if "numbers" in cell.metadata]))
    _check_headers(lesson)
    return lesson


def notebook(lesson: Lesson, lang: str) -> NotebookNode:
    """Return nbgrader's instructor notebook in one language, without outputs."""
    node = nbformat.v4.new_notebook(
        metadata={
            "course": {"lang": lang, "unit": lesson.unit, "version": version("gradient-descent-course")},
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    node.cells = [_cell(cell) for cell in lesson.cells if cell.metadata.get("lang", lang) == lang]
    return node


def translation_faults(lesson: Lesson) -> list[str]:
    """Return what is wrong between the two languages: a missing twin, an outdated one, other formulas or links."""
    faults = []
    for english, twin in _prose(lesson):
        key = english.metadata["key"]
        where = f"{lesson.path.name}, cell {key!r}"
        if twin is None:
            faults.append(f"{where}: the Russian twin must come right after the English cell")
            continue
        if twin.metadata.get("of") != text_hash(english.source):
            faults.append(f"{where}: the English text has changed since it was translated; then run: autograder stamp")
        ours, theirs = (_fixed_parts(cell.source) for cell in (english, twin))
        if ours != theirs:
            odd = sorted(set(ours) ^ set(theirs)) or ["their order"]
            faults.append(f"{where}: formulas, links or headings differ between the languages: {'; '.join(odd)}")
    twins = {id(twin) for _, twin in _prose(lesson)}
    for cell in lesson.cells:
        if cell.metadata.get("lang") == "ru" and id(cell) not in twins:
            where = f"{lesson.path.name}, cell {cell.metadata['key']!r}"
            faults.append(f"{where}: there is no English cell right before this Russian one")
    return faults


def stamp(lesson: Lesson) -> int:
    """Write into every Russian cell which English text it translates; return how many cells changed.

    Only the header lines are touched.
    """
    translated = [english for english, twin in _prose(lesson) if twin is not None]
    wanted = {english.metadata["key"]: text_hash(english.source) for english in translated}
    changed = 0

    def header(match: re.Match[str]) -> str:
        nonlocal changed
        line = f'{match["head"]} of="{wanted[match["key"]]}"'
        changed += line != match[0]
        return line

    pattern = re.compile(
        r'^(?P<head># %% \[markdown\] lang="ru" key="(?P<key>[^"]+)")(?: of="[^"]*")?[ ]*$', re.MULTILINE
    )
    text = pattern.sub(header, lesson.path.read_text("utf-8"))
    if changed:
        lesson.path.write_text(text, "utf-8")
    return changed


def text_hash(source: str) -> str:
    """Return the eight characters by which a translation names its original."""
    return hashlib.sha256(source.strip().encode()).hexdigest()[:8]


def _cell(cell: NotebookNode) -> NotebookNode:
    data = cell.metadata
    if cell.cell_type == "markdown" and "question" not in data:
        return _new("markdown", data["key"], cell.source, {})
    if "question" in data:
        grader = _nbgrader(data["question"], grade=True, solution=True, points=data["points"])
        return _new("markdown", data["question"], cell.source, {"nbgrader": grader})
    if "exercise" in data:
        name, role = data["exercise"], data["role"]
        own = {"course": {"exercise": name, "role": role}}
        if role == "answer":
            grader = _nbgrader(f"answer-{name}", solution=True)
            return _new("code", f"answer-{name}", cell.source, own | {"nbgrader": grader})
        grader = _nbgrader(f"test-{name}", grade=True, locked=True, points=data["points"])
        return _new("code", f"test-{name}", _with_grade(cell.source), own | {"nbgrader": grader})
    if "figure" in data:
        return _new("code", f"figure-{data['figure']}", cell.source, {"course": {"figure": data["figure"]}})
    return _new("code", data["key"], cell.source, {})


def _with_grade(source: str) -> str:
    """Import ``grade`` where a hidden region starts: in the instructor's notebook it judges the solution."""
    begin, line = "### BEGIN HIDDEN TESTS\n", "from autograder.authoring.solution_check import grade\n"
    return source if begin + line in source else source.replace(begin, begin + line)


def _nbgrader(
    grade_id: str, *, grade: bool = False, solution: bool = False, locked: bool = False, points: float | None = None
) -> dict[str, object]:
    data: dict[str, object] = {
        "grade": grade, "grade_id": grade_id, "locked": locked, "schema_version": 3,
        "solution": solution, "task": False,
    }  # fmt: skip
    return data if points is None else data | {"points": points}


def _new(kind: str, name: str, source: str, metadata: Mapping[str, object]) -> NotebookNode:
    make = nbformat.v4.new_markdown_cell if kind == "markdown" else nbformat.v4.new_code_cell
    return make(source.strip("\n"), metadata=metadata, id=re.sub(r"[^A-Za-z0-9_-]", "-", name)[:64])


def _numbers(path: Path, cells: list[NotebookNode]) -> tuple[Numbers, ...]:
    lines = path.read_text("utf-8").splitlines()
    starts = [place for place, line in enumerate(lines, 1) if re.match(r"# %% numbers=", line)]
    if len(starts) != len(cells):
        raise LessonError(f'{path.name}: a numbers cell begins with a line such as: # %% numbers="goal"')
    return tuple(
        Numbers(cell.metadata["numbers"], cell.source, start + 1) for cell, start in zip(cells, starts, strict=True)
    )


def _check_headers(lesson: Lesson) -> None:
    seen: set[tuple[str, str]] = set()
    for number, cell in enumerate(lesson.cells, 1):
        data, where = cell.metadata, f"{lesson.path.name}, cell {number}"
        names = [name for name in ("key", "exercise", "figure", "question") if name in data]
        if len(names) != 1:
            raise LessonError(f"{where}: a header has one of key=, exercise=, figure=, question=; this one has {names}")
        if cell.cell_type == "markdown" and names == ["key"] and data.get("lang") not in LANGUAGES:
            raise LessonError(f'{where}: prose needs lang="en" or lang="ru"')
        if names == ["exercise"] and data.get("role") not in ("answer", "test"):
            raise LessonError(f'{where}: an exercise\'s cell needs role="answer" or role="test"')
        if (names == ["question"] or data.get("role") == "test") and not isinstance(data.get("points"), int | float):
            raise LessonError(f"{where}: a graded cell needs points=")
        name = (data[names[0]] + data.get("role", ""), data.get("lang", ""))
        if name in seen:
            raise LessonError(f"{where}: {name[0]!r} is used twice")
        seen.add(name)
    prose = {cell.metadata["key"] for cell in lesson.cells if "lang" in cell.metadata}
    for numbers in lesson.numbers:
        if numbers.key not in prose:
            raise LessonError(f"{lesson.path.name}, line {numbers.line - 1}: no prose cell is called {numbers.key!r}")


def _prose(lesson: Lesson) -> Iterator[tuple[NotebookNode, NotebookNode | None]]:
    for cell, follower in zip(lesson.cells, (*lesson.cells[1:], None), strict=True):
        if cell.metadata.get("lang") == "en":
            data = follower.metadata if follower is not None else {}
            is_twin = data.get("lang") == "ru" and data.get("key") == cell.metadata["key"]
            yield cell, follower if is_twin else None


def _fixed_parts(source: str) -> list[str]:
    """Return formulas, link targets and heading marks in order: what a translation must not change."""
    return [match[1] or re.sub(r"\s+", " ", match[0]) for match in TRANSLATED.finditer(source)]
