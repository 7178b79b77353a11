"""What answers need of the warm process: known from their unit, or seen in their source, before anything runs."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable

from autograder.exercise import Exercise

# Quick to import. Everything else an answer gets from a process in which it is imported already.
LITTLE = {
    "__future__", "abc", "bisect", "cmath", "collections", "copy", "dataclasses", "decimal", "enum", "fractions",
    "functools", "heapq", "itertools", "math", "numbers", "numpy", "operator", "random", "statistics", "string", "time",
    "typing", "warnings",
}  # fmt: skip
# Their notebooks import scikit-learn. Where it is imported must not hang on what somebody else has handed in.
MODELS = {"05-linear-regression", "08-logistic-and-softmax", "10-neural-network", "11-grid-search"}
OTHER_WAYS = {"__import__", "eval", "exec", "get_ipython"}


def needs_models(exercises: Iterable[Exercise]) -> bool:
    """Whether the notebook of any of the exercises imports scikit-learn."""
    return any(exercise.unit in MODELS for exercise in exercises)


def needs_little(source: str) -> bool:
    """Whether an answer imports nothing but NumPy and small modules of Python, so that a light sandbox is enough."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the learner's
            nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # perhaps it is a cell with magics
        return False
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    return {name.partition(".")[0] for name in imported} <= LITTLE and not named & OTHER_WAYS
