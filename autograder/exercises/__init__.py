"""The exercises of the course: a folder for each unit, a file for each exercise, found by its name.

A file has the name of its exercise, in small letters. What several exercises of a unit share is in ``shared.py`` beside
them. Their order is that of the lesson's answer cells.
The implementations are answers as learners write them: short names, no type hints, complete in themselves.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

from autograder.exercise import Exercise

LESSONS = Path(__file__).resolve().parents[2] / "source" / "lessons"
SHARED = "shared"


@cache
def units() -> Mapping[str, Mapping[str, Exercise]]:
    """Return the exercises of every unit by name, in the order of the course.

    A unit's are imported when the first of them is asked for, all at once: what is graded together is loaded before
    learner code lives.
    """
    folders = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return {folder[1:].replace("_", "-"): _Unit(folder) for folder in folders}


@cache
def exercises() -> Mapping[str, Exercise]:
    """Return every exercise by its name, in the order of the course. Names are unique in the whole course."""
    last_first = reversed([*units().values()])  # the last map of a chain comes first
    return ChainMap(*last_first)  # type: ignore[arg-type]  # a chain that is only read needs no maps that change


class _Unit(Mapping[str, Exercise]):
    """The exercises of a folder as its lesson asks them; those that no lesson asks yet come last."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        here = Path(__file__).parent / folder
        files = sorted(module.name for module in pkgutil.iter_modules([str(here)]) if module.name != SHARED)
        lesson = LESSONS / f"{folder[1:]}.py"
        text = lesson.read_text("utf-8") if lesson.exists() else ""
        asked = re.findall(r'^# %% exercise="(\w+)" role="answer"', text, re.M)
        names = {name.lower(): name for name in asked if name.lower() in files}
        rest = {file: file for file in files if file not in names}
        self._files = {name: file for file, name in (names | rest).items()}

    def __getitem__(self, name: str) -> Exercise:
        if name not in self._files:
            raise KeyError(name)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    @cached_property
    def _loaded(self) -> dict[str, Exercise]:
        return {name: _exercise(name, f"{__name__}.{self._folder}.{file}") for name, file in self._files.items()}


def _exercise(name: str, module: str) -> Exercise:
    """Return the exercise that a module describes. Raises ``ValueError`` if that has another name."""
    for each in vars(importlib.import_module(module)).values():
        if isinstance(each, Exercise) and each.reference.__module__ == module and each.name == name:
            return each
    raise ValueError(f"{module} describes no exercise {name}")
