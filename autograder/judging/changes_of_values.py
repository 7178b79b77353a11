"""Changes of values: a number, a name, and what is forgotten around a value or put there without need."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from difflib import get_close_matches

from autograder.judging.definitions import Change
from autograder.judging.editing import Code, called

WRAPPERS = (  # what is forgotten around a value, or put there without need
    ("wrapped", "abs({})"), ("power", "({})**2"), ("wrapped", "np.sqrt({})"), ("wrapped", "np.mean({})"),
    ("wrapped", "np.sum({})"), ("wrapped", "np.log({})"), ("wrapped", "np.exp({})"), ("wrapped", "np.max({})"),
    ("whole_numbers", "np.asarray({}, dtype=float)"), ("wrapped", "np.array({})"), ("wrapped", "float({})"),
    ("wrapped", "({}).T"), ("reversed", "({})[::-1]"), ("wrapped", "np.ravel({})"), ("wrapped", "int({})"),
    ("wrapped", "np.maximum({}, 0)"), ("factor", "1/({})"), ("term", "1 - ({})"), ("wrapped", "sorted({})"),
    ("wrapped", "list({})"), ("wrapped", "np.linalg.norm({})"), ("index", "({})[0]"), ("index", "({})[1]"),
)  # fmt: skip
FEW_ROUNDS = 9  # of a loop, where one more or less is counted; more are made until it is exact enough
LONG = 30  # characters of a text that is no word
NEARLY = 0.7  # how like a text is to the one that is meant
EMPTY = ("zeros", "zeros_like", "empty", "empty_like")


def constant(code: Code, node: ast.Constant, scope: list[str]) -> Iterator[Change]:
    """Yield near numbers and what else may be meant by a constant, and other texts."""
    value, parent = node.value, code.parents.get(node)
    if isinstance(value, bool):
        yield code.put("truth", node, str(not value))
    elif isinstance(value, int | float) and abs(value) < 1e300:
        index = isinstance(parent, ast.Subscript | ast.Slice)
        axis = isinstance(parent, ast.keyword) and parent.arg == "axis"
        in_range = _in_range(code, node)
        ends = in_range and not _is_count(parent, node)
        kind = "index" if index else "axis" if axis else "range" if ends else "number"
        in_loop = isinstance(parent, ast.Call) and called(parent) == "range" and node is parent.args[-1]

        def kind_of(other: float) -> str:
            return "rounds" if in_loop and value > FEW_ROUNDS and other > value + 1 else kind

        near = [value + 1, value - 1, -value, 2 * value, value / 2, 0, 1, 2, 10 * value, value / 10]
        if kind == "number" and is_value(code, node):  # that is a change of its sign, see around
            near = [each for each in near if each != -value]
        if isinstance(parent, ast.BinOp):  # a term or a factor that has no effect is left out
            near = [each for each in near if each != (0 if isinstance(parent.op, ast.Add | ast.Sub) else 1)]
        for other in dict.fromkeys(near):
            if other != value and not (index and other != int(other)):
                written = int(other) if isinstance(value, int) and other == int(other) else other
                yield code.put(kind_of(other), node, repr(written))
        for number in code.words.numbers:
            if not index and not axis and number != repr(value):
                yield code.put(kind_of(float(number)), node, number, 1)
        if not index and not axis and not in_range:
            for name in code.unused(scope):
                yield code.put("named", node, name)
        if in_range and not index and not axis and value > FEW_ROUNDS:
            yield code.put(kind_of(100 * value), node, repr(100 * value), 1)
        if isinstance(value, float) and 1e-5 < value < 0.5:  # a step that is too coarse
            yield code.put(kind, node, "1e-05", 2)
        if isinstance(parent, ast.Assign):  # the best so far, before there is one
            for bound in ("-np.inf", "np.inf"):
                yield code.put(kind, node, bound, 1)
    elif isinstance(value, str):
        texts = [each for each in ast.walk(code.top) if isinstance(each, ast.Constant) and each.value != value]
        texts = [each for each in texts if isinstance(each.value, str) and len(each.value) < LONG]
        for text in dict.fromkeys(each.value for each in texts):
            if not isinstance(parent, ast.Expr):
                yield code.put("text", node, repr(text))
        for text in get_close_matches(value[:LONG], code.words.texts, n=2, cutoff=NEARLY):  # it is written otherwise
            yield code.put("text", node, repr(text))
    elif value is None and isinstance(parent, ast.Return):
        for name in scope:
            yield code.put("return", node, name)


def _in_range(code: Code, node: ast.AST) -> bool:
    each = code.parents.get(node)
    while isinstance(each, ast.expr | ast.keyword):
        if isinstance(each, ast.Call) and called(each) in ("range", "arange", "linspace"):
            return True
        each = code.parents.get(each)
    return False


def _is_count(parent: ast.AST | None, node: ast.AST) -> bool:
    """Whether a number says how many points ``linspace`` makes, and not where they begin or end."""
    if isinstance(parent, ast.keyword):
        return parent.arg == "num"
    return isinstance(parent, ast.Call) and called(parent) == "linspace" and node in parent.args[2:3]


def name(code: Code, node: ast.Name, scope: list[str]) -> Iterator[Change]:
    """Yield other names in scope, and this one with another added or under a function."""
    parent = code.parents.get(node)
    is_called = isinstance(parent, ast.Call) and parent.func is node
    if is_called and node.id not in scope:
        return
    for other in scope:
        if other != node.id:
            yield code.put("variable", node, other)
    if is_called:  # a value of a function where the function itself is due
        return
    if isinstance(parent, ast.IfExp | ast.Return) or (isinstance(parent, ast.Call) and called(parent) == "where"):
        for value in ("1", "0"):
            yield code.put("named", node, value)
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mult | ast.Div):
        yield code.put("term", node, f"(1 - {node.id})", 1)
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mult | ast.Div | ast.MatMult | ast.Pow):
        for other in scope:
            if other != node.id:
                yield code.put("term", node, f"{node.id} - {other}", 3)
                yield code.put("term", node, f"{node.id} + {other}", 3)
    if isinstance(parent, ast.Call | ast.Return) and node.id in scope:
        for function in scope:
            if function != node.id:
                yield code.put("wrapped", node, f"{function}({node.id})", 3)


def attribute(code: Code, node: ast.Attribute, scope: list[str]) -> Iterator[Change]:
    """Yield another attribute of the object, and the same of another."""
    parent = code.parents.get(node)
    if isinstance(parent, ast.Call) and parent.func is node:
        return
    if node.attr == "T":
        yield code.put("unwrapped", node, code.text(node.value))
    own = {each.attr for each in ast.walk(code.top) if isinstance(each, ast.Attribute)}
    for other in sorted(own - {node.attr}):
        yield code.put("variable", node, f"{code.text(node.value)}.{other}")
    if isinstance(node.value, ast.Name):
        for name in scope:
            if name != node.value.id:
                yield code.put("variable", node, f"{name}.{node.attr}")


def is_value(code: Code, node: ast.expr) -> bool:
    """Whether something may have been forgotten around this expression as a whole."""
    parent = code.parents.get(node)
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


def around(code: Code, node: ast.expr, scope: list[str]) -> Iterator[Change]:
    """Yield a value with what may have been forgotten before it, around it or beside it."""
    text, parent = code.text(node), code.parents.get(node)
    yield code.put("sign", node, f"-({text})", 1)
    outer = not isinstance(parent, ast.BinOp | ast.Compare)
    if not isinstance(node, ast.Constant):
        for kind, pattern in WRAPPERS if outer else WRAPPERS[:5]:
            yield code.put(kind, node, pattern.format(text), 2)
        if isinstance(parent, ast.For | ast.comprehension) and node is parent.iter and isinstance(node, ast.Name):
            for method in ("values", "items"):
                yield code.put("wrapped", node, f"{text}.{method}()")
        for pattern in code.words.around if outer else ():
            yield code.put("wrapped", node, pattern.format(text), 2)
        if isinstance(node, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
            yield code.put("copy", node, f"np.copy({text})", 2)
    if not outer and isinstance(node, ast.Constant):
        return
    if isinstance(node, ast.Name) and not outer:
        yield code.put("axis", node, f"{text}[..., 0]", 2)
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Add):  # the rest of an average
        names = {each.id for each in ast.walk(parent) if isinstance(each, ast.Name) and each.id in scope}
        for name in sorted(names - {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}):
            yield code.put("factor", node, f"(1 - {name}) * ({text})", 2)
    if isinstance(node, ast.Call) and called(node) in EMPTY:  # a factor changes nothing there but the type
        return
    for value in ("2", "0.5"):
        yield code.put("factor", node, f"{value} * ({text})", 1)
    if outer or isinstance(node, ast.Name):
        yield code.put("number", node, f"({text}) + 1", 1)
        yield code.put("number", node, f"({text}) - 1", 1)
    if outer:
        for other in scope:
            if other == text:
                continue
            yield code.put("factor", node, f"({text}) * {other}", 3)
            yield code.put("factor", node, f"({text}) / {other}", 3)
            yield code.put("factor", node, f"({text}) / len({other})", 3)
            yield code.put("factor", node, f"({text}) * len({other})", 3)
            yield code.put("term", node, f"({text}) + {other}", 3)
            yield code.put("term", node, f"({text}) - {other}", 3)
