"""Changes of operators: a sign, a side, brackets, a comparison, a condition."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.judging.definitions import Change, span
from autograder.judging.editing import NO_WORDS, Code, takes_one

# What is taken for what: nobody means a quotient and writes a power. Of a right answer every exchange is a mistake.
_TAKEN_FOR = {
    "+": ("-",), "-": ("+",), "*": ("/", "@", "**", "+", "-"), "/": ("*", "//", "+", "-"), "//": ("/", "*"),
    "%": ("/", "//"), "**": ("*",), "@": ("*",),
}  # fmt: skip
_ALL = ("*", "/", "@", "**", "//", "+", "-")


def operation(code: Code, node: ast.BinOp, scope: list[str]) -> Iterator[Change]:
    """Yield another operator, the other order or grouping, and one side alone."""
    left, right = code.text(node.left), code.text(node.right)
    signs = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**"}
    signs |= {ast.FloorDiv: "//", ast.Mod: "%"}
    own = signs.get(type(node.op))
    between = (span(code.cell, node.left)[1], span(code.cell, node.right)[0])
    if isinstance(node.op, ast.BitXor) and code.cell[slice(*between)].strip() == b"^":  # a power in other languages
        yield Change("operator", node.lineno, ((*between, b" ** "),))
    if own is None:
        return
    additive = own in "+-"
    for other in _TAKEN_FOR[own] if additive or code.words is not NO_WORDS else _ALL:
        if other != own:
            yield code.put("sign" if additive else "operator", node, f"({left}) {other} ({right})")
    if own == "*" and isinstance(node.left, ast.BinOp) and code.cell[slice(*between)].strip() == b"*":
        yield Change("operator", node.lineno, ((*between, b" ** "),))  # of the last factor alone, as it would be read
    is_sum = isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.Add | ast.Sub)
    if additive and is_sum and code.cell[slice(*between)].strip() == own.encode():
        yield Change("operator", node.lineno, ((*between, b" * "),))  # of the last term alone, as it would be read
    if additive and "1" not in (left, right):  # that would be a term left out
        yield code.put("operator", node, f"({left}) * ({right})")
    if own in ("-", "/", "@", "**", "//"):
        yield code.put("sign" if own == "-" else "sides", node, f"({right}) {own} ({left})")
    if own == "@":
        yield code.put("operator", node, f"({left}).T @ ({right})")
        yield code.put("operator", node, f"({left}) @ ({right}).T")
        yield code.put("operator", node, f"({right}).T @ ({left})")
        yield code.put("operator", node, f"np.outer({left}, {right})")
    kind = "term" if additive else "factor" if own in ("*", "/", "@") else "operator"
    yield code.put("power" if own == "**" else kind, node, left)
    yield code.put(kind, node, f"-({right})" if own == "-" else f"1/({right})" if own == "/" else right)
    if own == "-" and left in ("1", "1.0"):  # as for 1 - p and p
        yield code.put("term", node, right)
    for inner, first in ((node.left, True), (node.right, False)):  # the same operators, grouped another way
        if isinstance(inner, ast.BinOp) and (sign := signs.get(type(inner.op))):
            a, b = code.text(inner.left), code.text(inner.right)
            regrouped = f"({a}) {sign} (({b}) {own} ({right}))" if first else f"(({left}) {own} ({a})) {sign} ({b})"
            end = 0 if first else 1
            lost = additive and sign in ("*", "/", "@")  # it goes first, if no brackets stand around it
            lost = lost and span(code.cell, inner)[end] == span(code.cell, node)[end]
            yield code.put("lost_brackets" if lost else "brackets", node, regrouped)
    if own == "**" and right == "2":
        yield code.put("power", node, f"abs({left})")
    if own == "**" and isinstance(node.left, ast.Call) and takes_one(node.left):
        function, inside = code.text(node.left.func), code.text(node.left.args[0])
        yield code.put("brackets", node, f"{function}(({inside}) ** {right})")
    if own == "**" and isinstance(node.left, ast.UnaryOp):
        yield code.put("brackets", node, f"-(({code.text(node.left.operand)}) ** ({right}))")
    if isinstance(node.left, ast.Subscript | ast.Name) and own in "*/" and isinstance(node.right, ast.Name):
        yield code.put("axis", node, f"({left}) {own} ({right})[:, None]")


def unary(code: Code, node: ast.UnaryOp, scope: list[str]) -> Iterator[Change]:
    """Yield what has the sign, or the ``not``, before it."""
    kind = "condition" if isinstance(node.op, ast.Not) else "sign"
    yield code.put(kind, node, code.text(node.operand))


def comparison(code: Code, node: ast.Compare, scope: list[str]) -> Iterator[Change]:
    """Yield other comparisons, and one of the size."""
    if len(node.ops) != 1:
        return
    left, right = code.text(node.left), code.text(node.comparators[0])
    signs = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
    own = signs.get(type(node.ops[0]))
    if own is None:
        return
    near = {"<": ("<=", ">", ">="), "<=": ("<", ">=", ">"), ">": (">=", "<", "<="), ">=": (">", "<=", "<")}
    for other in near.get(own, ("!=" if own == "==" else "==", "<=", ">=", "<", ">")):
        yield code.put("comparison", node, f"({left}) {other} ({right})")
    yield code.put("wrapped", node, f"abs({left}) {own} ({right})")
    if isinstance(node.comparators[0], ast.Constant) and isinstance(node.comparators[0].value, float):
        for other in scope:
            yield code.put("factor", node.comparators[0], f"{right} * {other}", 3)


def logic(code: Code, node: ast.BoolOp, scope: list[str]) -> Iterator[Change]:
    """Yield ``or`` for ``and``, and the reverse, and one part less."""
    parts = [f"({code.text(value)})" for value in node.values]
    yield code.put("condition", node, (" or " if isinstance(node.op, ast.And) else " and ").join(parts))
    for skipped in range(len(parts)):
        rest = [part for place, part in enumerate(parts) if place != skipped]
        yield code.put("condition", node, (" and " if isinstance(node.op, ast.And) else " or ").join(rest))


def choice(code: Code, node: ast.IfExp, scope: list[str]) -> Iterator[Change]:
    """Yield the two values exchanged, and always one of them."""
    test, yes, no = (code.text(part) for part in (node.test, node.body, node.orelse))
    yield code.put("condition", node, f"({no}) if ({test}) else ({yes})")
    yield code.put("condition", node.test, "True")
    yield code.put("condition", node.test, "False")
