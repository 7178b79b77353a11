"""The code of a definition with its tree: what stands where, and how a change of it is written."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from autograder.judging.definitions import Change, Definition, offsets, span
from autograder.judging.mathematics import EVERYTHING

KEEP_POWERS = ("abs", "fabs", "absolute", "float", "array", "asarray")  # f(x)**2 is f(x**2)


@dataclass(frozen=True)
class Words:
    """What right answers are made of, and a learner's may lack: numbers, patterns such as ``np.f({}, 1)``, texts.

    ``mathematics``: operators and functions; others are not put into an answer. ``arguments``: their names, in order.
    """

    numbers: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    mathematics: frozenset[str] = EVERYTHING
    arguments: tuple[str, ...] = ()


NO_WORDS = Words()


class Code:
    """One definition, of which changes are made."""

    def __init__(self, definition: Definition, words: Words) -> None:
        self.cell, self.top, self.words = definition.cell, definition.node, words
        self.starts = offsets(self.cell)
        self.lines = self.cell.split(b"\n")
        self.parents = {child: node for node in ast.walk(self.top) for child in ast.iter_child_nodes(node)}

    def text(self, node: ast.AST) -> str:
        """Return a node as it is written."""
        first, after = span(self.cell, node)
        return self.cell[first:after].decode("utf-8", "replace")

    def put(self, kind: str, node: ast.AST, text: str, far: int = 0) -> Change:
        """Replace a node by text; in brackets where it stands inside an expression."""
        first, after = span(self.cell, node)
        inside = isinstance(self.parents.get(node), ast.expr | ast.keyword | ast.comprehension)
        plain = re.fullmatch(r"[\w.]+", text) or not inside
        if isinstance(self.parents.get(node), ast.Subscript) and node is self.parents[node].slice:  # type: ignore[attr-defined]
            plain = True
        return Change(kind, node.lineno, ((first, after, (text if plain else f"({text})").encode()),), far)  # type: ignore[attr-defined]

    # -- what stands around a node

    def scope(self, node: ast.AST, outer: list[str]) -> list[str]:
        """Return the names that a node can use: arguments and local names of the functions around it."""
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            return outer
        arguments = [each.arg for each in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        stored = [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
        return list(dict.fromkeys([*outer, *arguments, *stored]))

    def is_code(self, node: ast.expr) -> bool:
        """Whether an expression stands where it can be changed: not in a text that is filled in, nor as a decorator."""
        each: ast.AST | None = node
        while each is not None and not isinstance(each, ast.stmt):
            if isinstance(each, ast.JoinedStr):
                return False
            up = self.parents.get(each)
            if each in getattr(up, "decorator_list", []) or isinstance(up, ast.arg):
                return False
            if isinstance(up, ast.FunctionDef) and each is up.returns:
                return False
            if isinstance(up, ast.AnnAssign) and each is up.annotation:
                return False
            each = up
        return True

    def function_of(self, node: ast.AST) -> ast.AST | None:
        """Return the function that a node stands in."""
        each = self.parents.get(node)
        while each is not None and not isinstance(each, ast.FunctionDef | ast.Lambda):
            each = self.parents.get(each)
        return each

    def counted(self, node: ast.AST) -> list[str]:
        """Return the names that the loops around a node count with."""
        found = []
        each = self.parents.get(node)
        while each is not None:
            loops = each.generators if isinstance(each, ast.ListComp | ast.GeneratorExp) else [each]
            for loop in loops:
                if isinstance(loop, ast.For | ast.comprehension):
                    found += [name.id for name in ast.walk(loop.target) if isinstance(name, ast.Name)]
            each = self.parents.get(each)
        return found

    def unused(self, scope: list[str]) -> list[str]:
        """Return the arguments that nothing uses."""
        used = {each.id for each in ast.walk(self.top) if isinstance(each, ast.Name)}
        return [name for name in scope if name not in used]

    # -- places and lines

    def exchanged(self, one: ast.AST, other: ast.AST) -> tuple[tuple[int, int, bytes], ...]:
        """Return the edits after which each of two nodes stands where the other did."""
        pair = (one, other), (other, one)
        return tuple(sorted((*span(self.cell, here), self.text(there).encode()) for here, there in pair))

    def whole_lines(self, node: ast.stmt) -> bool:
        """Whether a statement has its lines for itself."""
        first = self.lines[node.lineno - 1][: node.col_offset]
        rest = self.lines[node.end_lineno - 1][node.end_col_offset :].strip()  # type: ignore[operator]
        return not first.strip() and (not rest or rest.startswith(b"#")) and not getattr(node, "decorator_list", [])

    def lines_of(self, node: ast.stmt) -> tuple[int, int]:
        """Return the first byte of a statement's lines and the one after them."""
        return self.starts[node.lineno - 1], self.starts[node.end_lineno]  # type: ignore[index]

    def indented(self, node: ast.stmt, column: int) -> bytes:
        """Return the lines of a statement, moved so that it starts in ``column``."""
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        by = column - node.col_offset
        moved = [b" " * by + line if by >= 0 else line[-by:] if not line[:-by].strip() else line for line in lines]
        return b"\n".join(moved) + b"\n"


def called(node: ast.Call) -> str:
    """Return the name of the function or method that is called, "" if it has none."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def takes_one(node: ast.Call) -> bool:
    """Whether a function is called with one argument, and its value squared is another one than that of a square."""
    return len(node.args) == 1 and not node.keywords and called(node) not in KEEP_POWERS


def is_module(node: ast.expr) -> bool:
    """Whether a name is that of NumPy or ``math``, whose functions are no methods."""
    return isinstance(node, ast.Name) and node.id in ("np", "numpy", "math")


def is_words(node: ast.stmt) -> bool:
    """Whether a statement is a text for readers, such as a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
