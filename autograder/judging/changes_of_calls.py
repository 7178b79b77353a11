"""Changes of calls: one function for another, its arguments, its axis, a call that should not be."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.judging.definitions import Change
from autograder.judging.editing import Code, called, is_module, takes_one

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
UNEVEN = ("abs", "fabs", "absolute", "sqrt", "exp", "log", "square", "norm", "max", "min")  # not linear


def call(code: Code, node: ast.Call, scope: list[str]) -> Iterator[Change]:
    """Yield calls of a function's kin, with other arguments or another axis, and what is inside a call."""
    name, function = called(node), code.text(node.func)
    arguments = [code.text(each) for each in node.args]
    keywords = [
        f"{each.arg}={code.text(each.value)}" if each.arg else f"**{code.text(each.value)}" for each in node.keywords
    ]

    def written(args: list[str], named: list[str] = keywords, called: str = function) -> str:
        return f"{called}({', '.join([*args, *named])})"

    if name == "range":
        low, high = (["0", *arguments] if len(arguments) == 1 else arguments)[:2] if arguments else ("0", "0")
        step = arguments[2:]
        for one, other in ((low, f"{high} + 1"), (low, f"{high} - 1"), (f"{low} + 1", high), (f"{low} - 1", high),
                           (f"{low} + 1", f"{high} + 1"), (f"{low} - 1", f"{high} - 1")):  # fmt: skip
            yield code.put("range", node, written([one, other, *step]))
        yield code.put("reversed", node, f"reversed({code.text(node)})")
    if name == "reversed" and arguments:
        yield code.put("reversed", node, arguments[0])
    for family in FAMILIES:
        if name in family:
            for other in family:
                if other != name:
                    yield code.put("function", node.func, function[: len(function) - len(name)] + other)
    if name in ("abs", "fabs", "absolute") and arguments:
        yield code.put("power", node, f"({arguments[0]})**2")
    if name in UNEVEN and len(node.args) == 1 and not keywords and isinstance(node.args[0], ast.BinOp):
        sign = {ast.Add: "+", ast.Sub: "-"}.get(type(node.args[0].op))
        if sign:  # of a sum, or the sum of two
            parts = (code.text(part) for part in (node.args[0].left, node.args[0].right))
            yield code.put("brackets", node, f" {sign} ".join(written([part]) for part in parts), 1)
    if takes_one(node):
        power = node.args[0]  # of what is inside, where that of the value is meant
        if isinstance(power, ast.BinOp) and isinstance(power.op, ast.Pow):
            yield code.put("brackets", node, f"{written([code.text(power.left)])} ** {code.text(power.right)}")
    method = isinstance(node.func, ast.Attribute) and not is_module(node.func.value)
    starred = bool(node.args) and isinstance(node.args[0], ast.Starred)
    if arguments and name != "range" and not starred and not isinstance(code.parents.get(node), ast.Expr):
        yield code.put("unwrapped", node, arguments[0])
    if method and not arguments and isinstance(node.func, ast.Attribute):
        yield code.put("unwrapped", node, code.text(node.func.value))
    for place in range(name == "where", len(arguments) - 1):  # the condition of where is no value
        swapped = [*arguments]
        swapped[place : place + 2] = reversed(arguments[place : place + 2])
        yield code.put("arguments", node, written(swapped))
    if len(arguments) > 1 and name != "where":
        yield code.put("arguments", node, written(arguments[:-1]))
    if name in ("round", "around") and len(arguments) == 1 and not keywords:
        yield code.put("arguments", node, written([*arguments, "1"]))
    axis = [place for place, each in enumerate(node.keywords) if each.arg == "axis"]
    if name in REDUCERS:
        rest = [each for place, each in enumerate(keywords) if place not in axis]
        for value in ("", "axis=0", "axis=1", "axis=-1", "axis=-1, keepdims=True", "axis=0, keepdims=True"):
            yield code.put("axis", node, written(arguments, [*rest, *([value] if value else [])]))
    for place, keyword in enumerate(node.keywords):
        if keyword.arg and place not in axis:
            yield code.put("arguments", node, written(arguments, keywords[:place] + keywords[place + 1 :]))
    if name in MAKERS and not any(each.arg == "dtype" for each in node.keywords):
        yield code.put("whole_numbers", node, written(arguments, [*keywords, "dtype=float"]))
    if name in ("int", "round") and isinstance(node.func, ast.Name) and arguments:
        yield code.put("function", node, f"math.ceil({arguments[0]})")
        yield code.put("function", node, f"math.floor({arguments[0]})")
    if name == "append" and arguments and method:
        yield code.put("copy", node, written([f"np.copy({arguments[0]})"]))
    if name not in ("print", "range", "len") and isinstance(node.func, ast.Name) and len(arguments) < 4:
        for other in scope[:12]:  # a function that was given is asked somewhere else
            if node.func.id in scope and arguments and other != arguments[0]:
                yield code.put("variable", node, written([other, *arguments[1:]]))
