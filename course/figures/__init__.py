"""Interactive figures: ``from course import figures; figures.learning_rate()`` shows one under the cell.
``figures.learning_rate(my_gradient_descent)`` shows it with what the learner wrote; ``optimiser_race`` takes one too.

Every module here but the engine is a figure, and is called by its name. Importing this package costs
nothing; a figure's module, and matplotlib with it, is loaded when the figure is shown. With the environment
variable ``COURSE_FIGURES=off`` (grading, export) a figure shows nothing and loads nothing.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.figures.engine import InteractiveFigure


def names() -> list[str]:
    """Return the names of all figures."""
    return [module.name for module in pkgutil.iter_modules(__path__) if module.name != "engine"]


def load(name: str) -> type[InteractiveFigure]:
    """Return the class of a figure: ``LearningRate`` for ``learning_rate``."""
    module = importlib.import_module(f"{__name__}.{name}")
    return getattr(module, name.title().replace("_", ""))


def __getattr__(name: str) -> Callable[..., None]:
    if name not in names():
        raise AttributeError(f"there is no figure {name!r}; there are: {', '.join(names())}")

    def show(own: Callable[..., Any] | None = None) -> None:
        if os.environ.get("COURSE_FIGURES") != "off":
            load(name).show(own)

    return show


def __dir__() -> list[str]:
    return [*globals(), *names()]


class _Package(ModuleType):
    """Python sets ``figures.learning_rate`` to the module once that is imported; here it stays the figure."""

    def __setattr__(self, name: str, value: object) -> None:
        if not isinstance(value, ModuleType) or name not in names():
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
