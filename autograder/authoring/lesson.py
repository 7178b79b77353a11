"""Read a lesson's text and make one notebook of it for each language.

The format is described in ``docs/architecture.md``. Everything that nbgrader needs is written here from a short cell
header, so that an author never types nbgrader metadata and two builds of one text are equal to the byte.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.metadata import version
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from autograder.authoring import headers
from autograder.authoring.headers import Fault, Header, LessonError, did_you_mean
from course.workspace import is_called

TRANSLATED = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$|!?\[[^\]]*\]\(([^)]+)\)|^#{1,6}(?= )", re.DOTALL | re.MULTILINE)
GRADE_IMPORT = "from autograder.authoring.solution_check import grade\n"


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
    lines: tuple[int, ...]  #: of the file, where the header of each cell stands
    numbers: tuple[Numbers, ...] = ()

    @property
    def starts(self) -> list[int]:
        """Return the lines of all headers, those of numbers cells too, in their order."""
        return sorted((*self.lines, *(each.line - 1 for each in self.numbers)))

    @property
    def points(self) -> dict[str, float]:
        """Return the points of every test cell by exercise."""
        tests = (cell.metadata for cell in self.cells if cell.metadata.get("role") == "test")
        return {data["exercise"]: float(data["points"]) for data in tests}


def path_of(root: Path, said: str) -> Path:
    """Return the file of a unit, called by name, number or words. Raises ``LessonError`` if there is none."""
    known = paths(root)
    for unit, path in known.items():
        if is_called(unit, said):
            return path
    raise LessonError(f"no such unit: {said}; {did_you_mean(said, known)}")


def paths(root: Path) -> dict[str, Path]:
    """Return the files of all lessons by unit, in their order."""
    return {_unit(path): path for path in sorted((root / "source" / "lessons").glob("*.py"))}


def exercise_file(root: Path, path: Path, name: str) -> Path:
    """Return where the exercise ``name`` of the lesson ``path`` is described; it need not be there."""
    return root / "autograder" / "exercises" / f"u{path.stem}" / f"{name.lower()}.py"


def _unit(path: Path) -> str:
    return path.stem.replace("_", "-")


def read(path: Path) -> Lesson:
    """Read ``NN_name.py``. Raises ``LessonError`` when a cell's header cannot be understood, with all that cannot."""
    unit = _unit(path)
    if not re.fullmatch(r"\d\d-[a-z0-9-]+", unit):
        raise LessonError(f"{path.name}: a lesson is called NN_name.py, for example 04_gradient_descent.py")
    text = path.read_text("utf-8")
    found, faults = headers.read(text.splitlines())
    cells = [] if faults else jupytext.reads(text, fmt="py:percent").cells
    faults += _hidden(found, cells) if not faults else []
    faults += [fault for header, cell in zip(found, cells, strict=False) for fault in _misnamed(header, cell)]
    if faults:
        raise LessonError("\n".join(f"{path.name}:{fault.line}: {fault}" for fault in faults))
    both = [*zip(found, cells, strict=True)]
    shown = [(header.line, cell) for header, cell in both if header.kind != "numbers"]
    numbers = (Numbers(h.name, cell.source, h.line + 1) for h, cell in both if h.kind == "numbers")
    return Lesson(path, unit, tuple(cell for _, cell in shown), tuple(line for line, _ in shown), tuple(numbers))


def _hidden(found: list[Header], cells: list[NotebookNode]) -> list[Fault]:
    """Return a fault where Jupytext sees fewer cells than there are headers: quotes were opened and never closed."""
    if len(cells) == len(found):
        return []
    same = (dict(cell.metadata) == header.options for header, cell in zip(found, cells, strict=False))
    hidden = next((header for header, fits in zip(found, same, strict=False) if not fits), found[len(cells)])
    return [Fault(hidden.line, "this header stands in a text in quotes, which begins in the cell before")]


def _misnamed(header: Header, cell: NotebookNode) -> Iterator[Fault]:
    """Yield a fault for what an exercise's cell defines or asks for under another name than that in its header."""
    if header.kind == "answer":
        defined = re.findall(r"^(?:def|class) (\w+)", cell.source, re.MULTILINE)
        if header.name not in defined:
            said = ", ".join(defined) or "nothing"
            yield Fault(header.line, f"the cell defines {said}, but its header says exercise=\"{header.name}\"")
    elif header.kind == "test":
        for asked in re.findall(r"^(?:check|grade)\((\w+)\)", cell.source, re.MULTILINE):
            if asked != header.name:
                yield Fault(header.line, f"the cell asks for {asked}, but its header says exercise=\"{header.name}\"")


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
    lines = {id(cell): line for cell, line in zip(lesson.cells, lesson.lines, strict=True)}
    twins = {id(twin): english for english, twin in _prose(lesson) if twin is not None}

    def fault(cell: NotebookNode, words: str) -> None:
        faults.append(f"{lesson.path.name}:{lines[id(cell)]}: the cell {cell.metadata['key']!r}: {words}")

    for english, twin in _prose(lesson):
        if twin is None:
            fault(english, "the Russian twin must come right after the English cell")
            continue
        if twin.metadata.get("of") != text_hash(english.source):
            again = f"autograder stamp {lesson.unit}"
            fault(twin, f"the English text has changed since it was translated; when it is translated: {again}")
        ours, theirs = (_fixed_parts(cell.source) for cell in (english, twin))
        if ours != theirs:
            odd = sorted(set(ours) ^ set(theirs)) or ["their order"]
            fault(twin, f"formulas, links or headings differ between the languages: {'; '.join(odd)}")
    before = ""
    for cell in lesson.cells:
        if cell.metadata.get("lang") == "ru" and id(cell) not in twins:
            key = cell.metadata["key"]
            meant = f"; did you mean {before!r}?" if before and get_close_matches(key, [before]) else ""
            fault(cell, f"there is no English cell of this name right before this Russian one{meant}")
        before = cell.metadata["key"] if cell.metadata.get("lang") == "en" else ""
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


def name_of(cell: NotebookNode) -> str:
    """Return what a cell of a lesson is called in the notebooks."""
    return str(_cell(cell).id)


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
    begin = "### BEGIN HIDDEN TESTS\n"
    return source if begin + GRADE_IMPORT in source else source.replace(begin, begin + GRADE_IMPORT)


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


def _prose(lesson: Lesson) -> Iterator[tuple[NotebookNode, NotebookNode | None]]:
    for cell, follower in zip(lesson.cells, (*lesson.cells[1:], None), strict=True):
        if cell.metadata.get("lang") == "en":
            data = follower.metadata if follower is not None else {}
            is_twin = data.get("lang") == "ru" and data.get("key") == cell.metadata["key"]
            yield cell, follower if is_twin else None


def _fixed_parts(source: str) -> list[str]:
    """Return formulas, link targets and heading marks in order: what a translation must not change."""
    return [match[1] or re.sub(r"\s+", " ", match[0]) for match in TRANSLATED.finditer(source)]
