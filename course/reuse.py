"""Use in one unit what was written in another: ``own("09-momentum-to-adam", "adam")``."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from course.check import examine
from course.language import LANGUAGES, text
from course.rich_output import say


def own(unit: str, name: str) -> Callable[..., Any] | None:
    """Return the learner's function or class ``name`` from their saved notebook of ``unit``.

    The notebook is looked for where ``course lab`` puts it: in the folder ``unit`` beside this notebook's folder, in
    either language. Of its cells only the imports, functions, classes and constants are run, so nothing is printed
    or drawn. Where the name is not there yet, or does not pass its visible check, a sentence says so and the result is
    None: the lesson that asks must go on without it.
    """
    found = False
    for notebook in _notebooks(unit):
        answer = _definitions(notebook).get(name)
        state = "not_attempted" if answer is None else examine(answer, name=name).state
        if state == "correct":
            say(text("check.own.used", name=name, unit=unit))
            return answer
        found |= state != "not_attempted"  # what is not begun is not called wrong
    say(text(f"check.own.{'unready' if found else 'missing'}", name=name, unit=unit))
    return None


def _notebooks(unit: str) -> Iterator[Path]:
    """Yield the learner's notebooks of a unit, first the one in the language of the notebook that runs."""
    from course.workspace import notebook_file

    here = Path.cwd().parent
    for folder in dict.fromkeys((here, *(here.parent / lang for lang in LANGUAGES))):
        for lang in ("", *LANGUAGES):  # an exchange hands out both beside each other
            file = folder / unit / notebook_file(unit, lang)
            if file.is_file():
                yield file


def _definitions(notebook: Path) -> dict[str, Any]:
    """Run what a notebook defines, from top to bottom, and return it. A cell that cannot run is passed over."""
    names: dict[str, Any] = {"__name__": notebook.stem}
    for source in _code(notebook):
        try:
            kept = [statement for statement in ast.parse(source).body if _defines(statement)]
            exec(compile(ast.Module(kept, []), str(notebook), "exec"), names)
        except Exception:  # the learner is not done with this cell; what it would define is then missing
            continue
    return names


def _code(notebook: Path) -> list[str]:
    try:
        cells = json.loads(notebook.read_text("utf-8"))["cells"]
        return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError):  # no notebook, or one being saved at this moment
        return []


def _defines(statement: ast.stmt) -> bool:
    """Whether a statement only defines: an import, a function, a class, or a name for plain data."""
    if isinstance(statement, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef):
        return True
    if not isinstance(statement, ast.Assign):
        return False
    try:
        ast.literal_eval(statement.value)
    except ValueError:
        return isinstance(statement.value, ast.Lambda)
    return True
