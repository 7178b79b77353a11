"""The exercises of the course: a folder for each unit, a file for each exercise, found by its name.

What several exercises of a unit share is in ``shared.py`` beside them. Their order is that of the lesson's answer cells.
The implementations are answers as learners write them: short names, no type hints, complete in themselves.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path

from autograder.exercise import Exercise

LESSONS = Path(__file__).resolve().parents[2] / "source" / "lessons"
SHARED = "shared"


@cache
def units() -> dict[str, dict[str, Exercise]]:
    """Return the exercises of every unit by name, in the order of the course."""
    folders = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return {folder[1:].replace("_", "-"): _in_order(folder) for folder in folders}


@cache
def exercises() -> dict[str, Exercise]:
    """Return every exercise by its name, in the order of the course. Names are unique in the whole course."""
    return {name: exercise for unit in units().values() for name, exercise in unit.items()}


def _in_order(folder: str) -> dict[str, Exercise]:
    """Return the exercises of a folder as its lesson asks them; those that no lesson asks yet come last."""
    package = importlib.import_module(f"{__name__}.{folder}")
    names = [module.name for module in pkgutil.iter_modules(package.__path__) if module.name != SHARED]
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    found = {each.name: each for module in modules for each in vars(module).values() if _is_own(each, module.__name__)}
    lesson = LESSONS / f"{folder[1:]}.py"
    asked = re.findall(r'^# %% exercise="(\w+)" role="answer"', lesson.read_text("utf-8"), re.M) if lesson.exists() else []
    return {name: found[name] for name in sorted(found, key=lambda name: (asked + [*found]).index(name))}


def _is_own(value: object, module: str) -> bool:
    return isinstance(value, Exercise) and value.reference.__module__ == module
