"""What an answer needs of the warm process: seen in its source, before anything runs."""

from __future__ import annotations

import ast
import warnings

# Quick to import. Everything else an answer gets from a process in which it is imported already.
LITTLE = {
    "__future__", "abc", "bisect", "cmath", "collections", "copy", "dataclasses", "decimal", "enum", "fractions",
    "functools", "heapq", "itertools", "math", "numbers", "numpy", "operator", "random", "statistics", "string", "time",
    "typing", "warnings",
}  # fmt: skip
OTHER_WAYS = {"__import__", "eval", "exec", "get_ipython"}


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
