"""The exercises of the course, one module a unit."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from autograder.exercise import Exercise, Unit


@cache
def units() -> dict[str, Unit]:
    """Return every unit by its name, in the order of the course."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name.startswith("u"))
    found = [importlib.import_module(f"{__name__}.{name}").unit for name in names]
    return {unit.name: unit for unit in found}


@cache
def exercises() -> dict[str, Exercise]:
    """Return every exercise by its name, in the order of the course. Names are unique in the whole course."""
    return {name: exercise for unit in units().values() for name, exercise in unit.exercises.items()}
