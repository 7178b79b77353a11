"""Single changes of a piece of code, of the kinds that learners' mistakes are: a sign, a factor, an index, a bound.

Turned round, the same changes are mistakes: of an answer that is wrong they find the smallest repair
(``autograder.judging.repair``), of one that is right they make mutants that the hidden tests must notice
(``autograder.authoring.prove``). The code is parsed and never run here. It may be hostile: size and number are bounded,
and what cannot be read has no changes.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

MAX_SOURCE = 20_000  # characters of a cell
MAX_NODES = 3_000  # of a definition
MAX_LINES = 256  # of a cell
MAX_CHANGES = 4_000  # for a definition
MAX_PLACES = 6  # in which the same is changed at once

# Kinds, the likeliest first; texts: [repair] in course/locale/*/check.toml.
KINDS = (
    "sign", "range", "index", "comparison", "factor", "function", "wrapper", "operator", "missing", "variable",
    "number", "axis", "copy", "whole_numbers", "return", "order", "results", "arguments", "brackets", "term",
    "condition", "update", "statement", "text", "loop", "reversed",
)  # fmt: skip

FAMILIES = (  # functions that are taken for each other
    ("sum", "mean", "max", "min", "prod", "median"),
    ("sum", "cumsum"),
    ("argmax", "argmin", "max", "min", "amax", "amin"),
    ("maximum", "minimum", "fmax", "fmin"), ("max", "maximum"), ("min", "minimum"),
    ("sin", "cos", "tan"), ("sinh", "cosh", "tanh"), ("arctan", "tan", "arcsin", "tanh"),
    ("exp", "log", "expm1", "log1p", "log2", "log10", "exp2"),
    ("sqrt", "abs", "square", "fabs", "sign"),
    ("floor", "ceil", "round", "trunc", "int"),
    ("zeros", "ones", "empty"), ("zeros_like", "ones_like"),
    ("any", "all"), ("var", "std"),
    ("append", "extend"),
    ("uniform", "normal", "random", "standard_normal"),
    ("shuffle", "permutation", "permuted"),
    ("linspace", "logspace", "geomspace"),
    ("vstack", "hstack", "column_stack", "concatenate", "stack"),
    ("product", "zip"), ("less", "less_equal", "greater", "greater_equal"),
    ("dot", "outer", "multiply", "matmul", "inner"),
    ("isfinite", "isnan", "isinf"), ("isclose", "allclose", "array_equal"),
    ("fit", "fit_transform", "transform"), ("predict", "predict_proba", "decision_function", "score"),
)  # fmt: skip
WRAPPERS = (  # what is forgotten around a value, or put there without need
    ("wrapper", "abs({})"), ("wrapper", "({})**2"), ("wrapper", "np.sqrt({})"), ("function", "np.mean({})"),
    ("function", "np.sum({})"), ("wrapper", "np.log({})"), ("wrapper", "np.exp({})"), ("wrapper", "np.max({})"),
    ("whole_numbers", "np.asarray({}, dtype=float)"), ("wrapper", "np.array({})"), ("wrapper", "float({})"),
    ("wrapper", "({}).T"), ("reversed", "({})[::-1]"), ("wrapper", "np.ravel({})"), ("wrapper", "int({})"),
    ("wrapper", "np.maximum({}, 0)"), ("factor", "1/({})"), ("term", "1 - ({})"), ("wrapper", "sorted({})"),
    ("wrapper", "list({})"), ("wrapper", "np.linalg.norm({})"), ("index", "({})[0]"), ("index", "({})[1]"),
)  # fmt: skip
REDUCERS = {
    "sum",
    "mean",
    "max",
    "min",
    "prod",
    "argmax",
    "argmin",
    "var",
    "std",
    "norm",
    "any",
    "all",
    "cumsum",
    "median",
}
MAKERS = {"array", "asarray", "zeros_like", "ones_like", "full_like", "empty_like", "zeros", "full", "empty"}
EMPTY = ("zeros", "zeros_like", "empty", "empty_like")
UNEVEN = ("abs", "fabs", "absolute", "sqrt", "exp", "log", "square", "norm", "max", "min")  # not linear
_ENDS = ast.Return | ast.Break | ast.Continue | ast.Raise


@dataclass(frozen=True)
class Change:
    """One change: its kind, the line of the cell it is made in, and what replaces which bytes of the cell.

    ``far``: 0 where one sign or word is exchanged, 1 where a sign or a factor is put before a value, 2 where something
    else is put around it, 3 where it is joined with another one.
    """

    kind: str
    line: int
    edits: tuple[tuple[int, int, bytes], ...]
    far: int = 0

    @property
    def decides(self) -> bool:
        """Whether it decides once and for all if a branch is taken."""
        return self.kind == "condition" and self.edits[0][2] in (b"True", b"False")

    def overlaps(self, other: Change) -> bool:
        """Whether the two cannot be made together."""
        return any(a < d and c < b or (a, b) == (c, d) for a, b, _ in self.edits for c, d, _ in other.edits)


@dataclass(frozen=True)
class Definition:
    """A statement at the top of a cell that defines something, and the cell's source."""

    cell: bytes
    node: ast.stmt
    names: tuple[str, ...]

    def source(self, *changes: Change) -> str:
        """Return the statement with the changes made, as source of its own. Raises ``ValueError`` if they overlap."""
        start, end = _span(self.cell, self.node)
        return self._edited(start, end, changes).decode("utf-8", "replace") + "\n"

    def changed(self, change: Change) -> Definition | None:
        """Return the definition as it is after a change, in a cell of as many lines where the change allows it.

        None if it cannot be read then.
        """
        cell = self._edited(0, len(self.cell), (change,)).decode("utf-8", "replace")
        return next((each for each in definitions(cell) if each.names == self.names), None)

    def _edited(self, start: int, end: int, changes: tuple[Change, ...]) -> bytes:
        pieces, last = [], start
        for first, after, text in sorted(edit for change in changes for edit in change.edits):
            if first < last:
                raise ValueError("the changes overlap")
            pieces += [self.cell[last:first], text]
            last = after
        return b"".join([*pieces, self.cell[last:end]])

    def line(self, number: int) -> str:
        """Return a line of the cell."""
        return self.cell.split(b"\n")[number - 1].decode("utf-8", "replace").strip()


def definitions(source: str) -> list[Definition]:
    """Return the functions, classes and values that a cell defines, in its order; none if it cannot be read."""
    if len(source) > MAX_SOURCE or source.count("\n") >= MAX_LINES:
        return []
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    cell = source.encode()
    found = []
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names: tuple[str, ...] = (name,)
            case ast.Assign(targets=targets):
                names = tuple(target.id for target in targets if isinstance(target, ast.Name))
            case _:
                continue
        if names and sum(1 for _ in ast.walk(node)) <= MAX_NODES:
            found.append(Definition(cell, node, names))
    return found


@dataclass(frozen=True)
class Words:
    """What right answers are made of, and a learner's may lack: numbers, and functions as patterns ``np.f({}, 1)``."""

    numbers: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


def words_of(sources: Iterable[str]) -> Words:
    """Return the words of right answers: their decimals and larger numbers, and what NumPy does to their values."""
    numbers: dict[str, None] = {}
    around: dict[str, None] = {}
    known = {pattern.format("") for _, pattern in WRAPPERS}
    for node in (node for source in sources for node in ast.walk(ast.parse(source))):
        match node:
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool) and value not in (0, 1, 2):
                numbers[repr(value)] = None
            case ast.Call(func=ast.Attribute(value=ast.Name(id="np")), args=[_, *more], keywords=keywords):
                plain = all(isinstance(each, ast.Constant) for each in (*more, *(each.value for each in keywords)))
                rest = [*map(ast.unparse, more), *(f"{each.arg}={ast.unparse(each.value)}" for each in keywords)]
                pattern = f"{ast.unparse(node.func)}({', '.join(['{}', *rest])})"
                if plain and "{" not in "".join(rest) and pattern.format("") not in known:
                    around[pattern] = None
    return Words(tuple(numbers), tuple(around))


def changes(definition: Definition, words: Words = Words()) -> list[Change]:
    """Return the single changes of a definition, the likeliest kinds first, no two with the same result.

    ``words``: what more may be put into the definition.
    """
    try:
        found = list(_Changes(definition, words).all())
        found += _everywhere(definition, found)
    except RecursionError:
        return []
    unique: dict[tuple[tuple[int, int, bytes], ...], Change] = {}
    for change in found:
        unchanged = all(_bare(definition.cell[a:b]) == _bare(text) for a, b, text in change.edits)
        if not unchanged:
            unique.setdefault(change.edits, change)
    rank = {kind: number for number, kind in enumerate(KINDS)}
    return sorted(unique.values(), key=lambda change: (change.far, rank[change.kind]))[:MAX_CHANGES]


def _everywhere(definition: Definition, found: list[Change]) -> Iterator[Change]:
    """Yield a change of numbers or names made in all places of a line where the same stands, if they are several."""
    places: dict[tuple[str, int, bytes, bytes], list[Change]] = {}
    for change in found:
        kept = change.far <= 1 and change.kind in ("number", "variable", "index", "range", "function")
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


def _offsets(cell: bytes) -> list[int]:
    starts = [0]
    for line in cell.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _span(cell: bytes, node: ast.AST) -> tuple[int, int]:
    """Return the first byte of a node (its decorators too) and the one after its last."""
    starts = _offsets(cell)
    decorators = getattr(node, "decorator_list", [])
    first = min([node, *decorators], key=lambda each: each.lineno)
    column = 0 if decorators else node.col_offset  # type: ignore[attr-defined]
    return starts[first.lineno - 1] + column, starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]


class _Changes:
    """Makes the changes of one definition."""

    def __init__(self, definition: Definition, words: Words) -> None:
        self.cell, self.top, self.words = definition.cell, definition.node, words
        self.starts = _offsets(self.cell)
        self.lines = self.cell.split(b"\n")
        self.parents = {child: node for node in ast.walk(self.top) for child in ast.iter_child_nodes(node)}

    def all(self) -> Iterator[Change]:
        """Yield the changes of every node, from the top down."""
        scopes: dict[ast.AST, list[str]] = {}
        for node in ast.walk(self.top):
            parent = self.parents.get(node)
            if isinstance(node, ast.expr) and not self._is_code(node):
                continue
            scope = scopes[node] = self._scope(node, scopes.get(parent, []) if parent else [])
            match node:
                case ast.expr():
                    yield from self._expression(node, scope)
                case ast.stmt():
                    yield from self._statement(node, scope)

    def _scope(self, node: ast.AST, outer: list[str]) -> list[str]:
        """Return the names that a node can use: arguments and local names of the functions around it."""
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            return outer
        arguments = [each.arg for each in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        stored = [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
        return list(dict.fromkeys([*outer, *arguments, *stored]))

    def _is_code(self, node: ast.expr) -> bool:
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

    # -- how a change is written

    def text(self, node: ast.AST) -> str:
        first, after = _span(self.cell, node)
        return self.cell[first:after].decode("utf-8", "replace")

    def put(self, kind: str, node: ast.AST, text: str, far: int = 0) -> Change:
        """Replace a node by text; in brackets where it stands inside an expression."""
        first, after = _span(self.cell, node)
        inside = isinstance(self.parents.get(node), ast.expr | ast.keyword | ast.comprehension)
        plain = re.fullmatch(r"[\w.]+", text) or not inside
        if isinstance(self.parents.get(node), ast.Subscript) and node is self.parents[node].slice:  # type: ignore[attr-defined]
            plain = True
        return Change(kind, node.lineno, ((first, after, (text if plain else f"({text})").encode()),), far)  # type: ignore[attr-defined]

    # -- expressions

    def _expression(self, node: ast.expr, scope: list[str]) -> Iterator[Change]:
        if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
            if isinstance(node, ast.Name) and isinstance(self.parents[node], ast.Assign | ast.AugAssign):
                for other in scope:
                    yield self.put("variable", node, other)
            return
        if isinstance(node, ast.Slice | ast.Starred):
            return
        made = {
            ast.BinOp: self._operation, ast.UnaryOp: self._unary, ast.Call: self._call, ast.Constant: self._constant,
            ast.Compare: self._compare, ast.BoolOp: self._logic, ast.Subscript: self._subscript, ast.Name: self._name,
            ast.Attribute: self._attribute, ast.Tuple: self._tuple, ast.IfExp: self._choice, ast.Dict: self._dict,
        }.get(type(node))  # fmt: skip
        if made is not None:
            yield from made(node, scope)  # type: ignore[operator]
        if self._is_value(node):
            yield from self._around(node, scope)

    def _is_value(self, node: ast.expr) -> bool:
        """Whether something may have been forgotten around this expression as a whole."""
        parent = self.parents.get(node)
        if isinstance(node, ast.Lambda | ast.Dict | ast.JoinedStr):
            return False
        if isinstance(node, ast.Constant) and not isinstance(node.value, int | float):
            return False
        match parent:
            case ast.Return() | ast.Assign() | ast.AugAssign() | ast.Lambda() | ast.Compare() | ast.BinOp():
                return True
            case ast.Call(args=args):
                return node in args
            case ast.Tuple() | ast.List() | ast.IfExp() | ast.GeneratorExp() | ast.ListComp() | ast.For():
                return True
            case ast.comprehension(iter=each):
                return node is each and isinstance(node, ast.Name)
        return False

    def _around(self, node: ast.expr, scope: list[str]) -> Iterator[Change]:
        text, parent = self.text(node), self.parents.get(node)
        yield self.put("sign", node, f"-({text})", 1)
        outer = not isinstance(parent, ast.BinOp | ast.Compare)
        if not isinstance(node, ast.Constant):
            for kind, pattern in WRAPPERS if outer else WRAPPERS[:5]:
                yield self.put(kind, node, pattern.format(text), 2)
            if isinstance(parent, ast.For | ast.comprehension) and node is parent.iter and isinstance(node, ast.Name):
                for method in ("values", "items"):
                    yield self.put("wrapper", node, f"{text}.{method}()")
            for pattern in self.words.around if outer else ():
                yield self.put("wrapper", node, pattern.format(text), 2)
            if isinstance(node, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
                yield self.put("copy", node, f"np.copy({text})", 2)
        if not outer and isinstance(node, ast.Constant):
            return
        if isinstance(node, ast.Name) and not outer:
            yield self.put("axis", node, f"{text}[..., 0]", 2)
        if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Add):  # the rest of an average
            names = {each.id for each in ast.walk(parent) if isinstance(each, ast.Name) and each.id in scope}
            for name in sorted(names - {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}):
                yield self.put("factor", node, f"(1 - {name}) * ({text})", 2)
        if isinstance(node, ast.Call) and _called(node) in EMPTY:  # a factor changes nothing there but the type
            return
        for value in ("2", "0.5"):
            yield self.put("factor", node, f"{value} * ({text})", 1)
        if outer or isinstance(node, ast.Name):
            yield self.put("number", node, f"({text}) + 1", 1)
            yield self.put("number", node, f"({text}) - 1", 1)
        if outer:
            for other in scope:
                if other == text:
                    continue
                yield self.put("factor", node, f"({text}) * {other}", 3)
                yield self.put("factor", node, f"({text}) / {other}", 3)
                yield self.put("factor", node, f"({text}) / len({other})", 3)
                yield self.put("factor", node, f"({text}) * len({other})", 3)
                yield self.put("term", node, f"({text}) + {other}", 3)
                yield self.put("term", node, f"({text}) - {other}", 3)

    def _operation(self, node: ast.BinOp, scope: list[str]) -> Iterator[Change]:
        left, right = self.text(node.left), self.text(node.right)
        signs = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.MatMult: "@", ast.Pow: "**"}
        signs |= {ast.FloorDiv: "//", ast.Mod: "%"}
        own = signs.get(type(node.op))
        if own is None:
            return
        additive = own in "+-"
        for other in "+-" if additive else ("*", "/", "@", "**", "//", "+", "-"):
            if other != own:
                yield self.put("sign" if additive else "operator", node, f"({left}) {other} ({right})")
        if additive and "1" not in (left, right):  # that would be a term left out
            yield self.put("operator", node, f"({left}) * ({right})")
        if own in ("-", "/", "@", "**", "//"):
            yield self.put("sign" if own == "-" else "operator", node, f"({right}) {own} ({left})")
        if own == "@":
            yield self.put("operator", node, f"({left}).T @ ({right})")
            yield self.put("operator", node, f"({left}) @ ({right}).T")
            yield self.put("operator", node, f"({right}).T @ ({left})")
            yield self.put("operator", node, f"np.outer({left}, {right})")
        kind = "term" if additive else "factor"
        yield self.put("wrapper" if own == "**" else kind, node, left)
        yield self.put(kind, node, f"-({right})" if own == "-" else f"1/({right})" if own == "/" else right)
        for inner, first in ((node.left, True), (node.right, False)):  # the same operators, grouped another way
            if isinstance(inner, ast.BinOp) and (sign := signs.get(type(inner.op))):
                a, b = self.text(inner.left), self.text(inner.right)
                regrouped = f"({a}) {sign} (({b}) {own} ({right}))" if first else f"(({left}) {own} ({a})) {sign} ({b})"
                yield self.put("brackets", node, regrouped)
        if own == "**" and right == "2":
            yield self.put("wrapper", node, f"abs({left})")
        if own == "**" and isinstance(node.left, ast.UnaryOp):
            yield self.put("brackets", node, f"-(({self.text(node.left.operand)}) ** ({right}))")
        if isinstance(node.left, ast.Subscript | ast.Name) and own in "*/" and isinstance(node.right, ast.Name):
            yield self.put("axis", node, f"({left}) {own} ({right})[:, None]")

    def _unary(self, node: ast.UnaryOp, scope: list[str]) -> Iterator[Change]:
        kind = "condition" if isinstance(node.op, ast.Not) else "sign"
        yield self.put(kind, node, self.text(node.operand))

    def _constant(self, node: ast.Constant, scope: list[str]) -> Iterator[Change]:
        value, parent = node.value, self.parents.get(node)
        if isinstance(value, bool):
            yield self.put("number", node, str(not value))
        elif isinstance(value, int | float) and abs(value) < 1e300:
            index = isinstance(parent, ast.Subscript | ast.Slice)
            axis = isinstance(parent, ast.keyword) and parent.arg == "axis"
            kind = "index" if index else "axis" if axis else "range" if self._in_range(node) else "number"
            near = [value + 1, value - 1, -value, 2 * value, value / 2, 0, 1, 2, 10 * value, value / 10]
            if isinstance(parent, ast.BinOp):  # a term or a factor that has no effect is left out
                near = [each for each in near if each != (0 if isinstance(parent.op, ast.Add | ast.Sub) else 1)]
            for other in dict.fromkeys(near):
                if other != value and not (index and other != int(other)):
                    written = int(other) if isinstance(value, int) and other == int(other) else other
                    yield self.put(kind, node, repr(written))
            for number in self.words.numbers:
                if not index and not axis and number != repr(value):
                    yield self.put(kind, node, number, 1)
            if not index and not axis and kind != "range":
                for name in self._unused(scope):
                    yield self.put("variable", node, name)
            if kind == "range" and value > 9:
                yield self.put(kind, node, repr(100 * value), 1)
            if isinstance(value, float) and 1e-5 < value < 0.5:  # a step that is too coarse
                yield self.put(kind, node, "1e-05", 2)
            if isinstance(parent, ast.Assign):  # the best so far, before there is one
                for bound in ("-np.inf", "np.inf"):
                    yield self.put(kind, node, bound, 1)
        elif isinstance(value, str):
            texts = [each for each in ast.walk(self.top) if isinstance(each, ast.Constant) and each.value != value]
            texts = [each for each in texts if isinstance(each.value, str) and len(each.value) < 30]
            for text in {text.value: text for text in texts}.values():
                if not isinstance(parent, ast.Expr):
                    yield self.put("text", node, repr(text.value))
            for text in texts if isinstance(parent, ast.Return) else ():
                if isinstance(self.parents.get(text), ast.Return) and text.lineno > node.lineno:
                    yield Change("results", node.lineno, self._exchanged(node, text))  # each where the other should be
        elif value is None and isinstance(parent, ast.Return):
            for name in scope:
                yield self.put("return", node, name)

    def _compare(self, node: ast.Compare, scope: list[str]) -> Iterator[Change]:
        if len(node.ops) != 1:
            return
        left, right = self.text(node.left), self.text(node.comparators[0])
        signs = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
        own = signs.get(type(node.ops[0]))
        if own is None:
            return
        near = {"<": ("<=", ">", ">="), "<=": ("<", ">=", ">"), ">": (">=", "<", "<="), ">=": (">", "<=", "<")}
        for other in near.get(own, ("!=" if own == "==" else "==", "<=", ">=", "<", ">")):
            yield self.put("comparison", node, f"({left}) {other} ({right})")
        yield self.put("wrapper", node, f"abs({left}) {own} ({right})")
        if isinstance(node.comparators[0], ast.Constant) and isinstance(node.comparators[0].value, float):
            for other in scope:
                yield self.put("factor", node.comparators[0], f"{right} * {other}", 3)

    def _logic(self, node: ast.BoolOp, scope: list[str]) -> Iterator[Change]:
        parts = [f"({self.text(value)})" for value in node.values]
        yield self.put("condition", node, (" or " if isinstance(node.op, ast.And) else " and ").join(parts))
        for skipped in range(len(parts)):
            rest = [part for place, part in enumerate(parts) if place != skipped]
            yield self.put("condition", node, (" and " if isinstance(node.op, ast.And) else " or ").join(rest))

    def _choice(self, node: ast.IfExp, scope: list[str]) -> Iterator[Change]:
        test, yes, no = (self.text(part) for part in (node.test, node.body, node.orelse))
        yield self.put("condition", node, f"({no}) if ({test}) else ({yes})")
        yield self.put("condition", node, yes)
        yield self.put("condition", node, no)

    def _subscript(self, node: ast.Subscript, scope: list[str]) -> Iterator[Change]:
        value, index = self.text(node.value), node.slice
        yield self.put("index", node, value)
        match index:
            case ast.Slice(lower=lower, upper=upper, step=step):
                low, high = (self.text(part) if part else "" for part in (lower, upper))
                more = f":{self.text(step)}" if step else ""
                near_low = {"", "1", *([f"{low} + 1", f"{low} - 1"] if low else [])}
                near_high = {"", "-1", *([f"{high} + 1", f"{high} - 1"] if high else [])}
                for one in sorted(near_low - {low}):
                    yield self.put("index", index, f"{one}:{high}{more}")
                for one in sorted(near_high - {high}):
                    yield self.put("index", index, f"{low}:{one}{more}")
                if {low, high} == {"1", ""} or {low, high} == {"", "-1"}:
                    yield self.put("index", index, ":-1" if low else "1:")
            case ast.Tuple(elts=[one, other]):
                yield self.put("index", index, f"{self.text(other)}, {self.text(one)}")
                if self.text(one) == ":" and isinstance(other, ast.Name):  # one number of each row
                    yield self.put("index", index, f"np.arange(len({other.id})), {other.id}")
            case _:
                written = self.text(index)
                counted = self._counted(node) if isinstance(index, ast.Constant) else []
                for near in (f"{written} + 1", f"{written} - 1", "0", "-1", "1", *counted):
                    if near != written:
                        yield self.put("index", index, near)

    def _name(self, node: ast.Name, scope: list[str]) -> Iterator[Change]:
        parent = self.parents.get(node)
        called = isinstance(parent, ast.Call) and parent.func is node
        if called and node.id not in scope:
            return
        for other in scope:
            if other != node.id:
                yield self.put("variable", node, other)
        if called:  # a value of a function where the function itself is due
            return
        if isinstance(parent, ast.IfExp | ast.Return) or (isinstance(parent, ast.Call) and _called(parent) == "where"):
            for value in ("1", "0"):
                yield self.put("number", node, value)
        if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mult | ast.Div | ast.MatMult | ast.Pow):
            for other in scope:
                if other != node.id:
                    yield self.put("term", node, f"{node.id} - {other}", 3)
                    yield self.put("term", node, f"{node.id} + {other}", 3)
        if isinstance(parent, ast.Call | ast.Return) and node.id in scope:
            for function in scope:
                if function != node.id:
                    yield self.put("function", node, f"{function}({node.id})", 3)

    def _attribute(self, node: ast.Attribute, scope: list[str]) -> Iterator[Change]:
        parent = self.parents.get(node)
        if isinstance(parent, ast.Call) and parent.func is node:
            return
        if node.attr == "T":
            yield self.put("wrapper", node, self.text(node.value))
        own = {each.attr for each in ast.walk(self.top) if isinstance(each, ast.Attribute)}
        for other in sorted(own - {node.attr}):
            yield self.put("variable", node, f"{self.text(node.value)}.{other}")
        if isinstance(node.value, ast.Name):
            for name in scope:
                if name != node.value.id:
                    yield self.put("variable", node, f"{name}.{node.attr}")

    def _tuple(self, node: ast.Tuple, scope: list[str]) -> Iterator[Change]:
        parts = [self.text(each) for each in node.elts]
        if isinstance(self.parents.get(node), ast.Subscript):
            return
        for place in range(len(parts) - 1):
            swapped = [*parts]
            swapped[place : place + 2] = reversed(parts[place : place + 2])
            yield self.put("results", node, ", ".join(swapped))
        if 3 <= len(parts) <= 4:
            for place in range(1, len(parts)):
                yield self.put("results", node, ", ".join([*parts[place:], *parts[:place]]))
            yield self.put("results", node, ", ".join(reversed(parts)))
        if len(parts) == 2:
            yield self.put("results", node, f"[{', '.join(parts)}]")
            for part, each in zip(parts, node.elts, strict=True):
                if not isinstance(each, ast.Starred):
                    yield self.put("results", node, part)

    def _dict(self, node: ast.Dict, scope: list[str]) -> Iterator[Change]:
        for one, other in pairwise(node.values):  # values under each other's keys
            yield Change("results", one.lineno, self._exchanged(one, other))

    def _exchanged(self, one: ast.AST, other: ast.AST) -> tuple[tuple[int, int, bytes], ...]:
        pair = (one, other), (other, one)
        return tuple(sorted((*_span(self.cell, here), self.text(there).encode()) for here, there in pair))

    def _counted(self, node: ast.AST) -> list[str]:
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

    def _in_range(self, node: ast.AST) -> bool:
        each = self.parents.get(node)
        while isinstance(each, ast.expr):
            if isinstance(each, ast.Call) and _called(each) in ("range", "arange", "linspace"):
                return True
            each = self.parents.get(each)
        return False

    def _call(self, node: ast.Call, scope: list[str]) -> Iterator[Change]:
        name, function = _called(node), self.text(node.func)
        arguments = [self.text(each) for each in node.args]
        keywords = [
            f"{each.arg}={self.text(each.value)}" if each.arg else f"**{self.text(each.value)}"
            for each in node.keywords
        ]

        def written(args: list[str], named: list[str] = keywords, called: str = function) -> str:
            return f"{called}({', '.join([*args, *named])})"

        if name == "range":
            low, high = (["0", *arguments] if len(arguments) == 1 else arguments)[:2] if arguments else ("0", "0")
            step = arguments[2:]
            for one, other in ((low, f"{high} + 1"), (low, f"{high} - 1"), (f"{low} + 1", high), (f"{low} - 1", high),
                               (f"{low} + 1", f"{high} + 1"), (f"{low} - 1", f"{high} - 1")):  # fmt: skip
                yield self.put("range", node, written([one, other, *step]))
            yield self.put("reversed", node, f"reversed({self.text(node)})")
        if name == "reversed" and arguments:
            yield self.put("reversed", node, arguments[0])
        for family in FAMILIES:
            if name in family:
                for other in family:
                    if other != name:
                        yield self.put("function", node.func, function[: len(function) - len(name)] + other)
        if name in ("abs", "fabs", "absolute") and arguments:
            yield self.put("wrapper", node, f"({arguments[0]})**2")
        if name in UNEVEN and len(node.args) == 1 and not keywords and isinstance(node.args[0], ast.BinOp):
            sign = {ast.Add: "+", ast.Sub: "-"}.get(type(node.args[0].op))
            if sign:  # of a sum, or the sum of two
                parts = (self.text(part) for part in (node.args[0].left, node.args[0].right))
                yield self.put("brackets", node, f" {sign} ".join(written([part]) for part in parts), 1)
        method = isinstance(node.func, ast.Attribute) and not _is_module(node.func.value)
        starred = bool(node.args) and isinstance(node.args[0], ast.Starred)
        if arguments and name != "range" and not starred and not isinstance(self.parents.get(node), ast.Expr):
            yield self.put("wrapper", node, arguments[0])
        if method and not arguments and isinstance(node.func, ast.Attribute):
            yield self.put("wrapper", node, self.text(node.func.value))
        for place in range(name == "where", len(arguments) - 1):  # the condition of where is no value
            swapped = [*arguments]
            swapped[place : place + 2] = reversed(arguments[place : place + 2])
            yield self.put("arguments", node, written(swapped))
        if len(arguments) > 1 and name != "where":
            yield self.put("arguments", node, written(arguments[:-1]))
        if name in ("round", "around") and len(arguments) == 1 and not keywords:
            yield self.put("arguments", node, written([*arguments, "1"]))
        axis = [place for place, each in enumerate(node.keywords) if each.arg == "axis"]
        if name in REDUCERS:
            rest = [each for place, each in enumerate(keywords) if place not in axis]
            for value in ("", "axis=0", "axis=1", "axis=-1", "axis=-1, keepdims=True", "axis=0, keepdims=True"):
                yield self.put("axis", node, written(arguments, [*rest, *([value] if value else [])]))
        for place, keyword in enumerate(node.keywords):
            if keyword.arg and place not in axis:
                yield self.put("arguments", node, written(arguments, keywords[:place] + keywords[place + 1 :]))
        if name in MAKERS and not any(each.arg == "dtype" for each in node.keywords):
            yield self.put("whole_numbers", node, written(arguments, [*keywords, "dtype=float"]))
        if name in ("int", "round") and isinstance(node.func, ast.Name) and arguments:
            yield self.put("function", node, f"math.ceil({arguments[0]})")
            yield self.put("function", node, f"math.floor({arguments[0]})")
        if name == "append" and arguments and method:
            yield self.put("copy", node, written([f"np.copy({arguments[0]})"]))
        if name not in ("print", "range", "len") and isinstance(node.func, ast.Name) and len(arguments) < 4:
            for other in scope[:12]:  # a function that was given is asked somewhere else
                if node.func.id in scope and arguments and other != arguments[0]:
                    yield self.put("variable", node, written([other, *arguments[1:]]))

    # -- statements

    def _statement(self, node: ast.stmt, scope: list[str]) -> Iterator[Change]:
        match node:
            case ast.AugAssign(target=target, op=op, value=value):
                name, text = self.text(target), self.text(value)
                signs = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
                own = signs.get(type(op), "+")
                for other in signs.values():
                    if other != own:
                        yield self.put(
                            "sign" if own in "+-" and other in "+-" else "operator", node, f"{name} {other}= {text}"
                        )
                yield self.put("copy", node, f"{name} = {name} {own} ({text})")
                yield self.put("update", node, f"{name} = {text}")
            case ast.Assign(targets=[target], value=value) if not isinstance(target, ast.Tuple | ast.List):
                name, text = self.text(target), self.text(value)
                yield self.put("update", node, f"{name} += {text}")
                yield self.put("update", node, f"{name} -= {text}")
            case ast.Expr(value=value) if not isinstance(value, ast.Constant | ast.Yield | ast.YieldFrom):
                yield self.put("return", node, f"return {self.text(value)}")
                if isinstance(value, ast.Call) and _called(value) == "print" and value.args:
                    yield self.put("return", node, f"return {self.text(value.args[0])}")
            case ast.If(test=test) | ast.While(test=test):
                text = self.text(test)
                yield self.put("condition", test, f"not ({text})")
                if isinstance(node, ast.If):
                    yield self.put("condition", test, "True")
                    yield self.put("condition", test, "False")
            case ast.Break():
                yield self.put("condition", node, "pass")
                yield self.put("condition", node, "continue")
            case ast.FunctionDef():
                yield from self._at_the_end(node, scope)
        yield from self._blocks(node, scope)

    def _at_the_end(self, node: ast.FunctionDef, scope: list[str]) -> Iterator[Change]:
        """Add a return that is missing at the end of a function."""
        last = node.body[-1]
        if isinstance(last, ast.Return) or not self._whole_lines(last):
            return
        end = self.starts[last.end_lineno - 1] + last.end_col_offset  # type: ignore[operator]
        inner = [each.name for each in node.body if isinstance(each, ast.FunctionDef)]
        for name in [*inner, *reversed(scope)]:
            text = f"\n{' ' * last.col_offset}return {name}"
            yield Change("return", last.lineno, ((end, end, text.encode()),))

    def _whole_lines(self, node: ast.stmt) -> bool:
        """Whether a statement has its lines for itself."""
        first = self.lines[node.lineno - 1][: node.col_offset]
        rest = self.lines[node.end_lineno - 1][node.end_col_offset :].strip()  # type: ignore[operator]
        return not first.strip() and (not rest or rest.startswith(b"#")) and not getattr(node, "decorator_list", [])

    def _lines_of(self, node: ast.stmt) -> tuple[int, int]:
        return self.starts[node.lineno - 1], self.starts[node.end_lineno]  # type: ignore[index]

    def _indented(self, node: ast.stmt, column: int) -> bytes:
        """Return the lines of a statement, moved so that it starts in ``column``."""
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        by = column - node.col_offset
        moved = [b" " * by + line if by >= 0 else line[-by:] if not line[:-by].strip() else line for line in lines]
        return b"\n".join(moved) + b"\n"

    def _blocks(self, node: ast.stmt, scope: list[str]) -> Iterator[Change]:
        for field in ("body", "orelse"):
            block = [each for each in getattr(node, field, []) if isinstance(each, ast.stmt)]
            whole = [each for each in block if self._whole_lines(each)]
            if len(whole) != len(block) or isinstance(node, ast.ClassDef):
                continue
            for one, other in pairwise(block):
                if not isinstance(one, ast.FunctionDef) and not _is_words(one):
                    first, _ = self._lines_of(one)
                    middle, after = self._lines_of(other)
                    column = one.col_offset
                    text = (
                        self._indented(other, column)
                        + self.cell[self._lines_of(one)[1] : middle]
                        + self._indented(one, column)
                    )
                    kind = "statement" if isinstance(other, _ENDS) else "order"  # nothing runs behind an end
                    yield Change(kind, one.lineno, ((first, after, text),))
                yield from self._into(one, other)
            for each in block:
                if (
                    len(block) > 1
                    and not isinstance(each, ast.FunctionDef | ast.Return | ast.For | ast.While)
                    and not _is_words(each)
                ):
                    yield Change("statement", each.lineno, ((*self._lines_of(each), b""),))
            if isinstance(node, ast.For | ast.While | ast.If) and block:
                yield from self._out_of(node, block)
            if isinstance(node, ast.For | ast.While) and block and field == "body":
                yield from self._forgotten(node, block, scope)
            if isinstance(node, ast.If) and block and not isinstance(block[-1], _ENDS) and self._is_in_loop(node):
                yield from self._forgotten(node, block, scope)
            if isinstance(node, ast.FunctionDef) and field == "body":
                yield from self._before(node)

    def _is_in_loop(self, node: ast.stmt) -> bool:
        each = self.parents.get(node)
        while isinstance(each, ast.If | ast.With | ast.Try):
            each = self.parents.get(each)
        return isinstance(each, ast.For | ast.While)

    def _forgotten(self, node: ast.stmt, block: list[ast.stmt], scope: list[str]) -> Iterator[Change]:
        """Add a line that is missing at the end of a loop or a branch: a counter, a value that is not kept, a break."""
        end, column = self._lines_of(block[-1])[1], block[-1].col_offset
        used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
        loop = self.parents[node] if isinstance(node, ast.If) else node
        set_here = {
            each.id for each in ast.walk(loop) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
        }
        if isinstance(node, ast.If):
            text = f"{' ' * column}break\n".encode()
            yield Change("missing", block[-1].lineno, ((end, end, text),))
        test = getattr(node, "test", None)
        tested = {each.id for each in ast.walk(test) if isinstance(each, ast.Name)} if test is not None else set()
        for name in (each for each in scope if each in used):
            lines = [f"{name} += 1", f"{name} -= 1"] if isinstance(node, ast.While) else []
            stands_still = name in tested and name not in set_here
            lines += [f"{name} = {other}" for other in sorted(set_here - {name})]
            lines += [f"{name}.append({other})" for other in sorted(set_here - {name})]
            lines += [f"{name} = {function}({name})" for function in self._functions(node, scope) if function != name]
            for line in lines:
                edits = ((end, end, f"{' ' * column}{line}\n".encode()),)
                yield Change("missing", block[-1].lineno, edits, 0 if stands_still else 1)

    def _unused(self, scope: list[str]) -> list[str]:
        """Return the arguments that nothing uses."""
        used = {each.id for each in ast.walk(self.top) if isinstance(each, ast.Name)}
        return [name for name in scope if name not in used]

    def _functions(self, node: ast.stmt, scope: list[str]) -> list[str]:
        """Return the functions that a loop has at hand: those that it calls, and the arguments that nothing uses."""
        calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
        called = {each.id for each in calls if isinstance(each, ast.Name)}
        return [*(name for name in scope if name in called), *self._unused(scope)]

    def _before(self, node: ast.FunctionDef) -> Iterator[Change]:
        """Work on a copy of an argument in decimals from the first line on."""
        first = next((each for each in node.body if not _is_words(each)), node.body[-1])
        if self._whole_lines(first):
            start = self.starts[first.lineno - 1]
            for argument in node.args.args:
                line = f"{' ' * first.col_offset}{argument.arg} = np.array({argument.arg}, dtype=float)\n"
                yield Change("copy", first.lineno, ((start, start, line.encode()),), 2)

    def _into(self, one: ast.stmt, other: ast.stmt) -> Iterator[Change]:
        """Move a statement into the loop or branch beside it."""
        kind = "return" if isinstance(one, ast.Return) or isinstance(other, ast.Return) else "loop"
        for block, moved, at_end in ((one, other, True), (other, one, False)):
            if not isinstance(block, ast.For | ast.While | ast.If) or isinstance(
                moved, ast.For | ast.While | ast.FunctionDef
            ):
                continue
            if not block.body or not self._whole_lines(block.body[0]) or _is_words(moved):
                continue
            text = self._indented(moved, block.body[0].col_offset)
            gone = (*self._lines_of(moved), b"")
            place = self._lines_of(block.body[-1])[1] if at_end else self._lines_of(block.body[0])[0]
            yield Change(kind, moved.lineno, tuple(sorted(((place, place, text), gone))))

    def _out_of(self, node: ast.stmt, block: list[ast.stmt]) -> Iterator[Change]:
        """Move the last statement of a loop or branch behind it, the first one before it, or all out of a branch."""
        if len(block) > 1:
            last, first = block[-1], block[0]
            kind = "return" if isinstance(last, ast.Return) else "loop"
            end = self._lines_of(node)[1]
            edits = ((*self._lines_of(last), b""), (end, end, self._indented(last, node.col_offset)))
            yield Change(kind, last.lineno, edits)
            start = self.starts[node.lineno - 1]
            if not _is_words(first) and not isinstance(first, ast.Return) and not getattr(node, "decorator_list", []):
                edits = ((start, start, self._indented(first, node.col_offset)), (*self._lines_of(first), b""))
                yield Change("loop", first.lineno, edits)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _is_module(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("np", "numpy", "math")


def _is_words(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
