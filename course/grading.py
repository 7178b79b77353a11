"""Have the judge grade the saved copy of the notebook that runs, where a judge is installed.

The judge is another package, which this one does not know: it is asked through ``course grade --json``, in a process of
its own. That prints a list with an object for each unit: ``unit``, and either ``refused`` (why not) or ``score``,
``max_score``, ``notes`` and ``exercises``. Each of these has ``exercise``, ``state``, ``score``, ``max_score``,
``diagnosis``, ``lines`` (the verdict in words), ``what`` and ``where`` (the hint), ``solution`` (whether a model answer
may be shown) and ``missing`` (how many more tries until then).
"""

from __future__ import annotations

import json
import linecache
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import Any

from course import progress, running
from course.language import text
from course.rich_output import shell

JUDGE = Path(__file__).parents[1] / "autograder"  # in a copy of the whole repository


class NotGraded(Exception):
    """Why nothing was graded, as a sentence for the learner."""


@dataclass(frozen=True)
class Copy:
    """The learner's copy that this kernel runs: the course's folder, language, unit, and the notebook's file."""

    home: Path
    lang: str
    unit: str
    file: Path


@cache
def has_judge() -> bool:
    """Whether a judge is installed; in a taught course it is with the instructor."""
    return any(entry.name == "grade" for entry in entry_points(group="course.commands"))


def no_judge(otherwise: str, lang: str) -> str:
    """Return why nothing is graded where no judge is installed: how to get it if it lies here, else ``otherwise``.

    It lies here in a copy of the whole repository; ``otherwise`` names what is said in a folder that a class has got.
    """
    if not (JUDGE / "pyproject.toml").is_file():
        return text(otherwise, lang)
    if not hasattr(os, "fork"):
        return text("grade.no_fork", lang)
    pip = f'"{sys.executable}" -m pip' if find_spec("pip") else "uv pip"
    return text("grade.not_installed", lang, command=f'{pip} install --editable "{JUDGE}"')


def here() -> Copy | None:
    """Return the copy that runs here, or None where we are not in the course's ``work/<lang>/<unit>``."""
    from course.language import LANGUAGES
    from course.workspace import notebook_file

    record = progress.place()
    if record is None:
        return None
    parts = Path.cwd().resolve().relative_to(record.parent).parts
    if len(parts) != 2 or parts[0] not in LANGUAGES:
        return None
    file = Path(Path(running.notebook()).name).absolute()
    if not file.is_file():  # it is not said, or the notebook got another name since
        file = Path(notebook_file(parts[1])).absolute()
    return Copy(record.parent.parent, *parts, file)


def graded(copy: Copy, names: Iterable[str]) -> dict[str, Any]:
    """Return the judge's verdicts on the saved copy.

    Raises ``NotGraded``, also where one of the answers ``names`` is not saved as it ran last.
    """
    if not hasattr(os, "fork"):
        raise NotGraded(text("grade.no_fork", copy.lang))
    if unsaved := [name for name in names if not is_saved(copy.file, name)]:
        raise NotGraded(text("grade.save_first", copy.lang, names=", ".join(unsaved)))
    (outcome,) = _asked(copy, copy.unit, "--lang", copy.lang)
    if "refused" in outcome:
        raise NotGraded(outcome["refused"])
    return outcome


def solution(copy: Copy, name: str) -> dict[str, Any]:
    """Return the model answer of an exercise, or ``refused``; see ``course.solutions``. Raises ``NotGraded``."""
    return _asked(copy, "--solution", name, "--lang", copy.lang)


def _asked(copy: Copy, *words: str) -> Any:
    command = [sys.executable, "-m", "course.cli", "grade", *words, "--home", str(copy.home), "--json"]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=copy.home, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        stdin=subprocess.DEVNULL, start_new_session=True,  # a cell that is interrupted does not stop the judge
    )  # fmt: skip
    try:
        return json.loads(done.stdout)
    except ValueError:
        problem = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise NotGraded(text("grade.stopped", copy.lang, problem=problem[-1])) from None


def source_of(answer: Any) -> str:
    """Return the text of the cell that defined an answer, or "" where it did not come from a cell."""
    methods = vars(answer).values() if isinstance(answer, type) else ()
    # Of other objects nothing is asked: a learner's may do anything then.
    codes = (each.__code__ for each in (answer, *methods) if isinstance(each, FunctionType))
    file = next((code.co_filename for code in codes), "")
    return "".join(linecache.getlines(file)) if _is_cell(file) else ""


def is_saved(file: Path, name: str) -> bool:
    """Whether the cell that defined ``name`` stands in the saved notebook as it ran last.

    True where that cannot be said: the name is not defined here, or not by a cell.
    """
    running = shell()
    answer = running.user_ns.get(name) if running is not None else None
    ran = _plain(source_of(answer)) if answer is not None else ""
    if not ran:
        return True
    try:
        cells = json.loads(file.read_bytes())["cells"]
        saved = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, ValueError, LookupError, TypeError):
        return False
    return any(_plain(running.transform_cell(source)) == ran for source in saved)


def _is_cell(filename: str) -> bool:
    running = shell()
    compiler = getattr(running, "compile", None)
    return filename.startswith("<ipython-input") or filename in getattr(compiler, "_filename_map", {})


def _plain(source: str) -> str:
    return "\n".join(line.rstrip() for line in source.strip().splitlines())
