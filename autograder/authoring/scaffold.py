"""Lay out a new exercise: its cells behind the last exercise of its lesson, and its file, with TODOs to be written.

An exercise stands in these two files and nowhere else. The order of a unit is that of the answer cells in its lesson.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Sequence
from pathlib import Path

from autograder.authoring import lesson
from autograder.support.atomic_files import write_atomically

LONGEST = 50  # letters of a name; the name of a cell is longer, and ends at 64
_NUMBER = re.compile(r"^# ### Exercise (\d+)", re.MULTILINE)
_HEADED = re.compile(r"# %% \[markdown\].*\n# #+ ")


def new(root: Path, unit: str, name: str, arguments: Sequence[str] = (), points: float = 1) -> tuple[Path, Path]:
    """Lay out the exercise ``name(*arguments)`` of a unit; return its file and the lesson.

    ``unit``: by name, number or words. ``arguments``: as in the head of a function, ``x`` or ``eps=0.01``.
    Nothing that is there is overwritten. Raises ``ValueError`` for a name that cannot be, or is taken, and
    ``LessonError`` for a lesson that cannot be read.
    """
    path = lesson.path_of(root, unit)
    text = lesson.read(path)
    head = f"{name}({', '.join(arguments)})"
    _check_name(name)
    _check_arguments(head)
    _check_free(name, text, root)
    file = lesson.exercise_file(root, path, name)
    if not file.parent.is_dir():
        raise ValueError(f"there is no folder {file.parent.relative_to(root)}")
    if points <= 0:
        raise ValueError(f"an exercise has more than {points:g} points")
    described = _EXERCISE.format(name=name, head=head, arguments=", ".join(arguments), points=f"{points:g}")
    with file.open("x", encoding="utf-8") as stream:
        stream.write(described)
    try:
        write_atomically(path, _with_cells(text, name, head, points).encode())
    except BaseException:
        file.unlink()
        raise
    return file, path


def _check_name(name: str) -> None:
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name):
        raise ValueError(f"{name!r} is no name for an exercise: letters from a to z, digits and _, a letter first")
    if keyword.iskeyword(name) or keyword.issoftkeyword(name):
        raise ValueError(f"{name!r} is a word of Python's own language")
    if hasattr(builtins, name):
        raise ValueError(f"{name!r} is a function of Python's own, which a learner may need")
    if len(name) > LONGEST:
        raise ValueError(f"{name!r} is longer than {LONGEST} letters")


def _check_arguments(head: str) -> None:
    try:
        compile(f"def {head}: pass", "", "exec")
    except SyntaxError as error:
        raise ValueError(f"{head} is no head of a function: {error.msg}") from None
    if "\n" in head:
        raise ValueError(f"{head} is no head of a function: it has several lines")


def _check_free(name: str, text: lesson.Lesson, root: Path) -> None:
    """Raise ``ValueError`` where the name is taken: by an exercise of any unit, by another file, or in the lesson."""
    for file in sorted((root / "autograder" / "exercises").glob("u*/*.py")):
        if file.stem == name.lower():
            raise ValueError(f"{file.relative_to(root)} exists already; a name is used once in the whole course")
    for cell, line in zip(text.cells, text.lines, strict=True):
        if cell.cell_type == "code" and name in _bound(cell.source):
            raise ValueError(f"{text.path.name}:{line}: a cell of the lesson gives the name {name} to something else")
        if cell.metadata.get("key") == _key(name):
            raise ValueError(f"{text.path.name}:{line}: a cell of the lesson is called {_key(name)!r} already")


def _bound(source: str) -> set[str]:
    """Return the names that a cell defines, imports or assigns."""
    names = set()
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            names.add(statement.name)
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
            elif isinstance(node, ast.alias):
                names.add((node.asname or node.name).partition(".")[0])
    return names


def _key(name: str) -> str:
    return f"task-{name.lower().replace('_', '-')}"


def _with_cells(text: lesson.Lesson, name: str, head: str, points: float) -> str:
    """Return the lesson with the cells of the exercise after all that belongs to the last one, or at its end.

    What stands between the test of that one and the next heading belongs to it: what an experiment shows, for example.
    """
    source = text.path.read_text("utf-8")
    lines = source.splitlines(keepends=True)
    tests = [line for cell, line in zip(text.cells, text.lines, strict=True) if cell.metadata.get("role") == "test"]
    headed = (line for line in text.starts if tests and line > tests[-1] and _HEADED.match("".join(lines[line - 1 :])))
    place = next(headed, len(lines) + 1) - 1
    number = max((int(found) for found in _NUMBER.findall(source)), default=0) + 1
    cells = _CELLS.format(
        name=name, head=head, points=f"{points:g}", key=_key(name), number=number,
        of=lesson.text_hash(_ENGLISH.format(name=name, head=head, number=number)),
        english=_prose(_ENGLISH, name=name, head=head, number=number),
        russian=_prose(_RUSSIAN, name=name, head=head, number=number),
    )  # fmt: skip
    before, after = "".join(lines[:place]).rstrip("\n"), "".join(lines[place:])
    return f"{before}\n\n{cells}" + (f"\n{after}" if after else "")


def _prose(text: str, **values: object) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.format(**values).splitlines())


_ENGLISH = """\
### Exercise {number} · `{name}`

TODO: say what `{head}` is given and returns, in the words of this unit.

TODO: Example: …"""

_RUSSIAN = """\
### Упражнение {number} · `{name}`

TODO: что получает и что возвращает `{head}`, словами этого урока.

TODO: Пример: …"""

_CELLS = '''\
# %% [markdown] lang="en" key="{key}"
{english}

# %% [markdown] lang="ru" key="{key}" of="{of}"
{russian}

# %% exercise="{name}" role="answer"
def {head}:
    """TODO: what it computes, in one line.

    TODO: each argument, and what is returned, with types and shapes.
    """
    ### BEGIN SOLUTION
    raise NotImplementedError("TODO: the solution that instructors and who studies alone will read")
    ### END SOLUTION


# %% exercise="{name}" role="test" points={points}
check({name})
### BEGIN HIDDEN TESTS
grade({name})
### END HIDDEN TESTS
'''

_EXERCISE = '''\
"""TODO: what {name} computes, in one line."""

from autograder.exercise import exercise


@exercise(points={points})
def {head}:
    raise NotImplementedError("TODO: the reference")


# TODO: public calls, the plainest first; each later one shows mistakes that the earlier ones do not
{name}.example(...)


@{name}.probe("general")
def _(answer, rng):
    # TODO: hidden calls, every input drawn from rng
    return [answer(float(rng.normal())) for _ in range(3)]


@{name}.mistake(
    en=(
        "TODO: what kind of mistake it is.",
        "TODO: where to look; never the code.",
    ),
    ru=(
        "TODO: какого рода ошибка.",
        "TODO: куда смотреть, без готового кода.",
    ),
)
def name_of_the_mistake({arguments}):
    raise NotImplementedError("TODO: a wrong answer that works, as learners write it; five of them at least")


@{name}.alternative
def another_way({arguments}):
    raise NotImplementedError("TODO: a right answer written another way; two of them at least")
'''
