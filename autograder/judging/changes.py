"""Single changes of a piece of code, of the kinds that learners' mistakes are: a sign, a factor, an index, a bound.

Turned round, the same changes are mistakes: of an answer that is wrong they find the smallest repair
(``autograder.judging.repair``), of one that is right they make mutants that the hidden tests must notice
(``autograder.authoring.prove``). The code is parsed and never run here. It may be hostile: size and number are bounded,
and what cannot be read has no changes. What can be changed of an operator, a call, a statement … stands in the
``changes_of_…`` beside this module.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, islice, pairwise
from types import MappingProxyType
from typing import Any

from autograder.judging import changes_of_calls as calls
from autograder.judging import changes_of_operators as operators
from autograder.judging import changes_of_parts as parts
from autograder.judging import changes_of_statements as statements
from autograder.judging import changes_of_values as values
from autograder.judging.definitions import Change, Definition, span
from autograder.judging.editing import NO_WORDS, Code, Words, is_module
from autograder.judging.mathematics import mathematics

MAX_MADE = 40_000  # for a definition; honest ones have up to 12 000
MAX_CHANGES = 4_000  # that are kept of them, the likeliest
MAX_PLACES = 6  # in which the same is changed at once
MAX_EXCHANGED = 60  # pairs of arguments that are exchanged wherever they are used

# Kinds, the likeliest first; texts: course/locale/*/repair.toml.
KINDS = (
    "text", "sign", "range", "rounds", "index", "comparison", "factor", "function", "power", "unwrapped", "wrapped",
    "operator", "sides", "lost_brackets", "names", "missing", "variable", "named", "gathered", "number", "truth",
    "axis", "copy", "whole_numbers", "return", "order", "results", "exchanged",
    "arguments", "brackets", "term", "condition", "branch", "update", "statement", "loop", "reversed",
)  # fmt: skip


def words_of(sources: Iterable[str]) -> Words:
    """Return the words of right answers, the reference first.

    These are decimals, larger numbers, texts, what NumPy does to values, mathematics, and the names of arguments.
    """
    sources = list(sources)
    top = ast.parse(sources[0]).body[-1] if sources else None
    arguments = [each.arg for each in top.args.args] if isinstance(top, ast.FunctionDef) else []
    numbers: dict[str, None] = {}
    around: dict[str, None] = {}
    texts: dict[str, None] = {}
    known = {pattern.format("") for _, pattern in values.WRAPPERS}
    for node in (node for source in sources for node in ast.walk(ast.parse(source))):
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool) and value not in (0, 1, 2):
                numbers[repr(value)] = None
            case ast.Constant(value=str() as value) if value:
                texts[value] = None
            case ast.Call(func=ast.Attribute(value=ast.Name(id="np")), args=[_, *more], keywords=keywords):
                plain = all(isinstance(each, ast.Constant) for each in (*more, *(each.value for each in keywords)))
                rest = [*map(ast.unparse, more), *(f"{each.arg}={ast.unparse(each.value)}" for each in keywords)]
                pattern = f"{ast.unparse(node.func)}({', '.join(['{}', *rest])})"
                if plain and "{" not in "".join(rest) and pattern.format("") not in known:
                    around[pattern] = None
    return Words(tuple(numbers), tuple(around), tuple(texts), mathematics(sources), tuple(arguments))


def changes(definition: Definition, words: Words = NO_WORDS) -> list[Change]:
    """Return the single changes of a definition, the likeliest kinds first, no two with the same result.

    ``words``: what more may be put into the definition.
    """
    try:
        found = list(islice(_all(Code(definition, words)), MAX_MADE))
        found += [*_everywhere(definition, found), *_exchanged_names(Code(definition, words))]
        known = words.mathematics | mathematics([ast.unparse(definition.node)])
    except RecursionError:
        return []
    unique: dict[tuple[tuple[int, int, bytes], ...], Change] = {}
    for change in found:
        unchanged = all(_bare(definition.cell[a:b]) == _bare(text) for a, b, text in change.edits)
        if not unchanged and mathematics(text.decode("utf-8", "replace") for _, _, text in change.edits) <= known:
            unique.setdefault(change.edits, change)
    rank = {kind: number for number, kind in enumerate(KINDS)}
    return sorted(unique.values(), key=lambda change: (change.far, rank[change.kind]))[:MAX_CHANGES]


def _everywhere(definition: Definition, found: list[Change]) -> Iterator[Change]:
    """Yield a change of numbers or names made in all places of a line where the same stands, if they are several."""
    places: dict[tuple[str, int, bytes, bytes], list[Change]] = {}
    for change in found:
        kept = change.far <= 1 and change.kind in ("number", "variable", "index", "range", "function", "unwrapped")
        if kept and len(change.edits) == 1:
            first, after, text = change.edits[0]
            places.setdefault((change.kind, change.line, definition.cell[first:after], text), []).append(change)
    for (kind, line, _, _), same in places.items():
        edits = tuple(sorted({edit for change in same for edit in change.edits}))
        apart = all(one[1] <= other[0] for one, other in pairwise(edits))
        if 2 <= len(edits) <= MAX_PLACES and apart:
            yield Change(kind, line, edits, 1)


def _bare(text: bytes) -> bytes:
    """Return code without blanks and without brackets around it."""
    return b"".join(text.split()).strip(b"()")


def _exchanged_names(code: Code) -> Iterator[Change]:
    """Yield two names exchanged in a statement, or two arguments wherever they are used, if that is in few places.

    Whoever has the arguments in the right order takes them for each other in a line, and not in all of them.
    """
    for node in ast.walk(code.top):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.Return) and node.value is not None:
            yield from _exchanged_in(code, node.value)
    own = code.top.args.args if isinstance(code.top, ast.FunctionDef) else []
    in_order = [each.arg for each in own] == list(code.words.arguments)
    named = Counter(each.arg for each in ast.walk(code.top) if isinstance(each, ast.arg))
    places: dict[str, list[ast.Name]] = {
        each.arg: [] for each in own if named[each.arg] == 1
    }  # else it is hidden inside
    for node in ast.walk(code.top):
        if isinstance(node, ast.Name) and node.id in places:
            places[node.id].append(node)
    used = [name for name, nodes in places.items() if nodes]
    for both, edits in _exchanges(code, code.top, places, islice(combinations(used, 2), MAX_EXCHANGED)):
        if not in_order or len({each.lineno for each in both}) == 1:
            yield Change("names", min(each.lineno for each in both), edits, 2)


def _exchanged_in(code: Code, value: ast.expr) -> Iterator[Change]:
    """Yield two names exchanged in what a statement computes."""
    places: dict[str, list[ast.Name]] = {}
    for node in ast.walk(value):
        parent = code.parents.get(node)
        is_called = isinstance(parent, ast.Call) and parent.func is node
        if isinstance(node, ast.Name) and code.is_code(node) and not is_called and not is_module(node):
            places.setdefault(node.id, []).append(node)
    for _, edits in _exchanges(code, value, places, combinations(islice(places, MAX_PLACES), 2)):
        yield Change("names", value.lineno, edits, 1)


def _exchanges(
    code: Code, top: ast.AST, places: Mapping[str, list[ast.Name]], pairs: Iterable[tuple[str, str]]
) -> Iterator[tuple[list[ast.Name], tuple[tuple[int, int, bytes], ...]]]:
    """Yield where the names of each pair stand, and the edits that exchange them.

    Only where they stand in few places below ``top``, and where that is more than another order of terms or factors.
    """
    as_it_is = _unordered(top)
    for one, other in pairs:
        both, names = places[one] + places[other], {one: other, other: one}
        if len(both) <= MAX_PLACES and _unordered(top, names) != as_it_is:
            yield both, tuple(sorted((*span(code.cell, each), names[each.id].encode()) for each in both))


def _unordered(node: ast.AST, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return code as a text in which the order of terms and factors does not show."""
    match node:
        case ast.Name(id=name):
            return names.get(name, name)
        case ast.BinOp(op=ast.Add() | ast.Mult() as op):
            rest, joined = [node.left, node.right], []
            for each in rest:  # it grows
                if isinstance(each, ast.BinOp) and type(each.op) is type(op):
                    rest += [each.left, each.right]
                else:
                    joined.append(_unordered(each, names))
            return f"{type(op).__name__}({', '.join(sorted(joined))})"
        case ast.Constant(value=value):
            return repr(value)
    inner = (_unordered(each, names) for each in ast.iter_child_nodes(node))
    return f"{type(node).__name__}{getattr(node, 'attr', '')}({', '.join(inner)})"


def _all(code: Code) -> Iterator[Change]:
    """Yield the changes of every node, from the top down."""
    scopes: dict[ast.AST, list[str]] = {}
    for node in ast.walk(code.top):
        parent = code.parents.get(node)
        if isinstance(node, ast.expr) and not code.is_code(node):
            continue
        scope = scopes[node] = code.scope(node, scopes.get(parent, []) if parent else [])
        match node:
            case ast.expr():
                yield from _expression(code, node, scope)
            case ast.stmt():
                yield from statements.statement(code, node, scope)


_OF: dict[type[ast.expr], Callable[[Code, Any, list[str]], Iterator[Change]]] = {
    ast.BinOp: operators.operation, ast.UnaryOp: operators.unary, ast.Compare: operators.comparison,
    ast.BoolOp: operators.logic, ast.IfExp: operators.choice, ast.Call: calls.call, ast.Constant: values.constant,
    ast.Name: values.name, ast.Attribute: values.attribute, ast.Subscript: parts.subscript, ast.Tuple: parts.results,
    ast.Dict: parts.entries,
}  # fmt: skip


def _expression(code: Code, node: ast.expr, scope: list[str]) -> Iterator[Change]:
    if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
        if isinstance(node, ast.Name) and isinstance(code.parents[node], ast.Assign | ast.AugAssign):
            for other in scope:
                yield code.put("variable", node, other)
        return
    if isinstance(node, ast.Slice | ast.Starred):
        return
    if type(node) in _OF:
        yield from _OF[type(node)](code, node, scope)
    if values.is_value(code, node):
        yield from values.around(code, node, scope)
