"""Changes of what has parts: an index, the bounds of a slice, the order of results."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from autograder.judging.definitions import Change
from autograder.judging.editing import Code, called


def subscript(code: Code, node: ast.Subscript, scope: list[str]) -> Iterator[Change]:
    """Yield near indices and bounds, and the whole."""
    value, index = code.text(node.value), node.slice
    yield code.put("index", node, value)
    match index:
        case ast.Slice(lower=lower, upper=upper, step=step):
            low, high = (code.text(part) if part else "" for part in (lower, upper))
            more = f":{code.text(step)}" if step else ""
            near_low = {"", "1", *([f"{low} + 1", f"{low} - 1"] if low else [])}
            near_high = {"", "-1", *([f"{high} + 1", f"{high} - 1"] if high else [])}
            for one in sorted(near_low - {low}):
                yield code.put("index", index, f"{one}:{high}{more}")
            for one in sorted(near_high - {high}):
                yield code.put("index", index, f"{low}:{one}{more}")
            if {low, high} == {"1", ""} or {low, high} == {"", "-1"}:
                yield code.put("index", index, ":-1" if low else "1:")
        case ast.Tuple(elts=[one, other]):
            yield code.put("index", index, f"{code.text(other)}, {code.text(one)}")
            if code.text(one) == ":" and isinstance(other, ast.Name):  # one number of each row
                yield code.put("index", index, f"np.arange(len({other.id})), {other.id}")
        case _:
            written = code.text(index)
            counted = code.counted(node) if isinstance(index, ast.Constant) else []
            for near in (f"{written} + 1", f"{written} - 1", "0", "-1", "1", *counted):
                if near != written:
                    yield code.put("index", index, near)


def results(code: Code, node: ast.Tuple, scope: list[str]) -> Iterator[Change]:
    """Yield the parts of a tuple in another order, as a list, or one alone."""
    parts, parent = [code.text(each) for each in node.elts], code.parents.get(node)
    if isinstance(parent, ast.Subscript):
        return
    collected = isinstance(parent, ast.Call) and called(parent) in ("append", "insert")
    kind = "arguments" if isinstance(parent, ast.Call | ast.keyword) and not collected else "results"
    for place in range(len(parts) - 1):
        swapped = [*parts]
        swapped[place : place + 2] = reversed(parts[place : place + 2])
        yield code.put(kind, node, ", ".join(swapped))
    if 3 <= len(parts) <= 4:
        for place in range(1, len(parts)):
            yield code.put(kind, node, ", ".join([*parts[place:], *parts[:place]]))
        yield code.put(kind, node, ", ".join(reversed(parts)))
    if len(parts) == 2:
        yield code.put(kind, node, f"[{', '.join(parts)}]")
        for part, each in zip(parts, node.elts, strict=True):
            if not isinstance(each, ast.Starred):
                yield code.put(kind, node, part)


def entries(code: Code, node: ast.Dict, scope: list[str]) -> Iterator[Change]:
    """Yield a dictionary with neighbouring values exchanged."""
    for one, other in pairwise(node.values):  # values under each other's keys
        yield Change("results", one.lineno, code.exchanged(one, other))
