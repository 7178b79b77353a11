"""Right answers of ours with one change each: what versions of a wrong answer are compared with.

They are run in the judge's own process, since they are ours, and within a limit on lines of Python.
"""

from __future__ import annotations

import ast
import math
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from autograder.exercise import Exercise, answer_source
from autograder.exercises import exercises
from autograder.judging.changes import changes
from autograder.judging.definitions import definitions

SLIPS = 240  # right answers with one change, for an exercise
LOOSE = 1e-5  # how far numbers differ at least that are not the same in single precision, either
HUGE = 1e300  # numbers that are larger are not compared beforehand


@dataclass(frozen=True, eq=False)
class Slip:
    """A right answer with one change: its kind, the piece of code as it was when it was right, and what is left."""

    kind: str
    right: str
    function: Callable[..., Any]


@cache
def slips(name: str) -> tuple[Slip, ...]:
    """Return right answers of ours with one change each, the likeliest first."""
    exercise = exercises()[name]
    made = []
    for function in (exercise.reference, *exercise.alternatives):
        source = answer_source(function, name)
        world: dict[str, Any] = {}
        exec(source, world)
        definition = next(each for each in definitions(source) if function.__name__ in each.names)
        made += [((change.far, place), definition, change, world) for place, change in enumerate(changes(definition))]
    made.sort(key=lambda each: each[0])
    found: dict[str, Slip] = {}
    for _, definition, change, world in made[:SLIPS]:
        source, changed = definition.source(change), dict(world)
        with suppress(Exception), warnings.catch_warnings(action="ignore"):  # it may be no good Python
            if may_hold_itself(source):
                continue
            exec(source, changed)
            right = b" ".join(definition.cell[first:after] for first, after, _ in change.edits).decode()
            found.setdefault(source, Slip(change.kind, right, changed[definition.names[0]]))
    return tuple(found.values())


def may_hold_itself(source: str) -> bool:
    """Whether a list may be put into itself: NumPy comes to no end with one, and no limit on lines stops it."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append" | "insert" | "extend"), args=put):
                pass
            case ast.Assign(targets=[ast.Subscript(value=ast.Name(id=name))], value=value):
                put = [value]
            case _:
                continue
        put = [each for value in put for each in (value.elts if isinstance(value, ast.List | ast.Tuple) else [value])]
        if any(isinstance(each, ast.Name) and each.id == name for each in put):
            return True
    return False


class Slipped:
    """Right answers with a slip and their calls. Hundreds of versions are compared with as many of these.

    Nearly all differ in the first number that the last call gives, so that is compared before all else.
    """

    def __init__(self, made: list[tuple[Slip, list[Any]]], last: int, exercise: Exercise) -> None:
        self._made = made
        self._firsts = np.array([_first_number(calls[last]) for _, calls in made])
        self._apart = 2 * (max(exercise.atol, LOOSE) + max(exercise.rtol, LOOSE) * np.abs(self._firsts))

    def near(self, value: Any) -> list[tuple[Slip, list[Any]]]:
        """Return those that may have given this value in their last call."""
        differs = np.abs(self._firsts - _first_number(value)) > self._apart  # not where one is no number
        return [each for each, other in zip(self._made, differs, strict=True) if not other]


def _first_number(value: Any) -> float:
    """Return the first number in a result; not a number where it is of another kind, or empty."""
    while isinstance(value, list | tuple) and value:  # none holds itself: those were left out when they were compared
        value = value[0]
    if isinstance(value, np.ndarray) and value.dtype.kind in "iuf" and value.size:
        value = value.item(0)
    return float(value) if type(value) in (int, float, np.float64) and abs(value) < HUGE else math.nan
