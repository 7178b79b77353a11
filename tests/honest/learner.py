"""A learner's notebook with full marks, as JupyterLab leaves it on the disk, and means to have accidents with it."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.authoring import lesson
from autograder.exercise import Exercise, answer_source
from autograder.exercises import units
from autograder.nbgrader.autograde import REPOSITORY
from course.language import text
from course.workspace import notebook_file

SOLUTION = re.compile(r"^ *### (BEGIN|END) SOLUTION\n?", re.MULTILINE)
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="  # a PNG
WORDS = {
    "en": "The step is the learning rate times the slope, so it gets shorter where the slope does.\n\n"
    "With a rate of $0.5$ it arrives at once; a larger one jumps over the minimum.",
    "ru": "Шаг равен произведению скорости обучения на производную, поэтому у минимума он короче.\n\n"
    "При скорости $0.5$ мы попадаем в минимум сразу, а при большей — перескакиваем через него.",
}


@dataclass
class Work:
    """One learner's notebook, and how it will lie in the folder that is handed in.

    ``file``: its name; ``encode``: from its text to bytes; ``others``: what lies beside it, by path; ``date``: what
    stands in ``timestamp.txt``; ``student``: the name of the learner's folder.
    """

    unit: str
    lang: str
    student: str
    notebook: NotebookNode
    number: int = 0  # of this notebook in the suite: rotates what an accident happens to
    file: str = ""
    encode: Callable[[str], bytes] = str.encode
    others: dict[str, bytes] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)  # answers that are alternatives, as they were typed
    due: dict[str, str] = field(default_factory=dict)  # the remarks on verdicts that are due, by exercise
    date: bytes | None = b"2026-11-03 10:00:00 UTC"

    def __post_init__(self) -> None:
        self.file = self.file or notebook_file(self.unit)

    @property
    def cells(self) -> list[NotebookNode]:
        """The cells of the notebook."""
        return self.notebook.cells

    @property
    def exercises(self) -> list[str]:
        """The names of the unit's exercises in their order."""
        return list(units()[self.unit])

    @property
    def functions(self) -> list[str]:
        """The exercises that ask for a function."""
        return [name for name in self.exercises if name != "Value"]

    @property
    def leaves(self) -> list[str]:
        """The functions that no other answer calls."""
        code = {name: self.answer(name).source for name in self.exercises}
        return [
            name for name in self.functions
            if not any(re.search(rf"\b{name}\(", text) for other, text in code.items() if other != name)
        ]  # fmt: skip

    def some(self, names: list[str] | None = None) -> str:
        """Return one of the functions, or of ``names``: another one for another notebook."""
        names = self.functions if names is None else names
        return names[self.number % len(names)]

    def cell(self, name: str) -> NotebookNode:
        """Return the cell with this id."""
        return next(cell for cell in self.cells if cell.get("id") == name)

    def answer(self, exercise: str) -> NotebookNode:
        """Return the answer cell of an exercise."""
        return self.cell(f"answer-{exercise}")

    def check(self, exercise: str) -> NotebookNode:
        """Return the test cell of an exercise."""
        return self.cell(f"test-{exercise}")

    @property
    def written(self) -> NotebookNode:
        """The cell of the answer in words."""
        return self.cell("own-words")

    def reading(self) -> list[NotebookNode]:
        """Return the code cells that belong to no exercise, but for the imports."""
        return [
            cell for cell in self.cells
            if cell.cell_type == "code" and cell.id not in ("setup", *self._graded()) and "own-" not in cell.id
        ]  # fmt: skip

    def place(self, cell: NotebookNode) -> int:
        """Return where a cell stands."""
        return next(number for number, other in enumerate(self.cells) if other is cell)

    def insert(self, place: int, source: str, kind: str = "code", **outputs: Any) -> NotebookNode:
        """Put a cell of the learner's own at a place."""
        make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
        cell = make(textwrap.dedent(source).strip("\n"), id=f"own-{len(self.cells)}-{self.number}")
        if kind == "code":
            cell.execution_count = 70 + place
            cell.outputs = outputs.get("outputs", [])
        self.cells.insert(place, cell)
        return cell

    def below_check(self, exercise: str, source: str, **more: Any) -> NotebookNode:
        """Put an own cell below the check of an exercise."""
        return self.insert(self.place(self.check(exercise)) + 1, source, **more)

    def above_answer(self, exercise: str, source: str, **more: Any) -> NotebookNode:
        """Put an own cell above the answer cell of an exercise."""
        return self.insert(self.place(self.answer(exercise)), source, **more)

    def last(self, source: str, **more: Any) -> NotebookNode:
        """Put an own cell at the end."""
        return self.insert(len(self.cells), source, **more)

    def stub(self, exercise: str) -> str:
        """Return what an answer cell held when it was handed out."""
        return next(cell.source for cell in released(self.unit, self.lang).cells if cell.id == f"answer-{exercise}")

    def write(self, exercise: str, source: str) -> None:
        """Let the answer to an exercise be this."""
        self.answer(exercise).source = source

    def right(self, exercise: str) -> str:
        """Return the lesson's own answer to an exercise. It may call others of the lesson, so all answers are these."""
        for name, other in self.taken.items():
            if self.answer(name).source == other:
                self.answer(name).source = solutions(self.unit)[name]
        return solutions(self.unit)[exercise]

    def function(self, exercise: str) -> ast.FunctionDef:
        """Return the lesson's own function, without its description."""
        return parsed(self.right(exercise), exercise)

    def rewrite(self, exercise: str, change: Callable[[ast.FunctionDef], str]) -> None:
        """Let the answer to an exercise be what ``change`` makes of the lesson's function."""
        self.answer(exercise).source = change(self.function(exercise))

    def tear_out(self, cell: NotebookNode) -> None:
        """Delete a cell."""
        del self.cells[self.place(cell)]

    def text(self) -> str:
        """Return the file's text, whatever nbformat would say about it."""
        return nbformat.v4.writes(self.notebook) + "\n"

    def save(self, submitted: Path) -> None:
        """Write it as it is handed in."""
        folder = submitted / self.student / self.unit
        folder.mkdir(parents=True)
        for name, data in {self.file: self.encode(self.text()), **self.others}.items():
            (folder / name).parent.mkdir(exist_ok=True, parents=True)
            (folder / name).write_bytes(data)
        if self.date is not None:
            (folder / "timestamp.txt").write_bytes(self.date)

    def _graded(self) -> set[str]:
        return {f"{role}-{name}" for role in ("answer", "test") for name in self.exercises}


def full_marks(unit: str, lang: str, student: str, number: int = 0) -> Work:
    """Return a notebook with a right answer to everything, all cells run once from top to bottom.

    Even numbers have the lesson's own solutions, odd ones the exercises' alternatives.
    """
    notebook = nbformat.from_dict(released(unit, lang))
    notebook.metadata.language_info = {
        "codemirror_mode": {"name": "ipython", "version": 3}, "file_extension": ".py", "mimetype": "text/x-python",
        "name": "python", "nbconvert_exporter": "python", "pygments_lexer": "ipython3", "version": "3.12.7",
    }  # fmt: skip
    work = Work(unit, lang, student, notebook, number)
    for name, exercise in units()[unit].items():
        if number % 2:
            work.taken[name] = other_answer(exercise, number)
        work.answer(name).source = work.taken.get(name) or solutions(unit)[name]
    work.written.source = WORDS[lang]
    for count, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        cell.execution_count = count
        if cell.id.startswith("test-"):
            said = text("check.visible.correct", lang, name=cell.id.removeprefix("test-"))
            cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=said + "\n")]
    return work


def released(unit: str, lang: str) -> NotebookNode:
    """Return the notebook as learners get it."""
    return nbformat.from_dict(_released(unit, lang))


@cache
def _released(unit: str, lang: str) -> NotebookNode:
    return nbformat.read(REPOSITORY / "release" / lang / unit / notebook_file(unit), as_version=4)


@cache
def solutions(unit: str) -> dict[str, str]:
    """Return the lesson's own solution of every exercise, as the text of its answer cell."""
    cells = lesson.read(lesson.paths(REPOSITORY)[unit]).cells
    answers = {cell.metadata["exercise"]: cell.source for cell in cells if cell.metadata.get("role") == "answer"}
    return {name: SOLUTION.sub("", source).rstrip() for name, source in answers.items()}


def other_answer(exercise: Exercise, number: int) -> str:
    """Return another right answer, as a learner would type it: the imports are there already."""
    function = exercise.alternatives[number % len(exercise.alternatives)]
    source = answer_source(function, exercise.name)
    body = source.removeprefix("import math\nimport numpy as np\n").rstrip()
    return f"import math\n\n{body}" if "math." in body else body


def parsed(source: str, name: str) -> ast.FunctionDef:
    """Return the function of this name in a source, without its description."""
    function = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == name)
    if ast.get_docstring(function):
        function.body = function.body[1:]
    return function


def arguments(function: ast.FunctionDef) -> str:
    """Return how a function is called with its own arguments: ``w0, learning_rate, k``."""
    names = [each.arg for each in function.args.args]
    return ", ".join(names + ([f"**{function.args.kwarg.arg}"] if function.args.kwarg else []))
