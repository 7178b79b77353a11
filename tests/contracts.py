"""What a release has promised of its exercises: ``python tests/contracts.py`` writes ``source/contracts.toml`` anew.

A learner's copy and an instructor's gradebook know an exercise by these: its unit, its name, its arguments, its points.
"""

from __future__ import annotations

import inspect
import tomllib

from autograder.exercises import units
from autograder.support.repository import REPOSITORY

FILE = REPOSITORY / "source" / "contracts.toml"


def version() -> str:
    """Return the version of the course."""
    return str(tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def contracts() -> dict[str, dict[str, str]]:
    """Return the contract of every exercise as it is now, by unit and name: ``"(w), 1 point"``."""
    found: dict[str, dict[str, str]] = {}
    for unit, exercises in units().items():
        for name, exercise in exercises.items():
            arguments = inspect.signature(exercise.reference)
            found.setdefault(unit, {})[name] = f"{arguments}, {exercise.points:g} points"
    return found


def written() -> str:
    """Return the contracts as the file has them."""
    lines = [
        "# What this version promises of its exercises. Written by tests/contracts.py when a version is released;",
        "# what has changed since then stands in CHANGELOG.md, with what an instructor or a learner has to do.",
        f'version = "{version()}"',
    ]
    for unit, exercises in contracts().items():
        lines += ["", f"[{unit}]", *(f'{name} = "{contract}"' for name, contract in exercises.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
