"""Changes of statements: their order, a line that is missing or one too many, a return in a loop, a copy."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from autograder.judging.definitions import Change, span
from autograder.judging.editing import Code, called, is_words

_ENDS = ast.Return | ast.Break | ast.Continue | ast.Raise


def statement(code: Code, node: ast.stmt, scope: list[str]) -> Iterator[Change]:
    """Yield what can be changed of a statement as a whole, and of the blocks in it."""
    match node:
        case ast.AugAssign(target=target, op=op, value=value):
            name, text = code.text(target), code.text(value)
            signs = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
            own = signs.get(type(op), "+")
            for other in signs.values():
                if other != own:
                    yield code.put(
                        "sign" if own in "+-" and other in "+-" else "operator", node, f"{name} {other}= {text}"
                    )
            yield code.put("copy", node, f"{name} = {name} {own} ({text})")
            yield code.put("update", node, f"{name} = {text}")
            if isinstance(op, ast.Add | ast.Mult):
                yield from _gathered(code, node, target, value, isinstance(op, ast.Add))
        case ast.Assign(targets=[target], value=value) if not isinstance(target, ast.Tuple | ast.List):
            name, text = code.text(target), code.text(value)
            yield code.put("update", node, f"{name} += {text}")
            yield code.put("update", node, f"{name} -= {text}")
            match value:
                case ast.Name() | ast.Subscript():  # what a sum or a product starts from
                    for start in ("0", "1"):
                        yield code.put("named", value, start)
                case ast.BinOp(left=left, op=ast.Add() | ast.Mult() as op, right=right) if code.text(left) == name:
                    yield from _gathered(code, node, target, right, isinstance(op, ast.Add))
        case ast.Return(value=ast.expr() as value):
            for below in (each for each in ast.walk(code.top) if isinstance(each, ast.Return)):
                beside = code.function_of(below) is code.function_of(node) and below.lineno > node.lineno
                if beside and below.value is not None:  # each result where the other should be
                    yield Change("exchanged", value.lineno, code.exchanged(value, below.value))
        case ast.Expr(value=value) if not isinstance(value, ast.Constant | ast.Yield | ast.YieldFrom):
            yield code.put("return", node, f"return {code.text(value)}")
            if isinstance(value, ast.Call) and called(value) == "print" and value.args:
                yield code.put("return", node, f"return {code.text(value.args[0])}")
        case ast.If(test=test) | ast.While(test=test):
            text = code.text(test)
            yield code.put("condition", test, f"not ({text})")
            if isinstance(node, ast.If):
                yield code.put("condition", test, "True")
                yield code.put("condition", test, "False")
        case ast.Break():
            yield code.put("condition", node, "pass")
            yield code.put("condition", node, "continue")
        case ast.FunctionDef():
            yield from _at_the_end(code, node, scope)
    yield from _blocks(code, node, scope)


def _gathered(code: Code, node: ast.stmt, target: ast.expr, value: ast.expr, is_sum: bool) -> Iterator[Change]:
    """Make a product of a sum, from its first value on, or the reverse."""
    before, after = ("0", "1") if is_sum else ("1", "0")
    starts = [
        each for each in ast.walk(code.top)
        if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant) and len(each.targets) == 1
        and isinstance(target, ast.Name) and code.text(each.targets[0]) == target.id
    ]  # fmt: skip
    if len(starts) == 1 and code.text(starts[0].value) in (before, f"{before}.0"):
        start = (*span(code.cell, starts[0].value), code.text(starts[0].value).replace(before, after, 1).encode())
        made = f"{code.text(target)} {'*' if is_sum else '+'}= {code.text(value)}"
        yield Change("gathered", node.lineno, tuple(sorted((start, (*span(code.cell, node), made.encode())))))


def _at_the_end(code: Code, node: ast.FunctionDef, scope: list[str]) -> Iterator[Change]:
    """Add a return that is missing at the end of a function."""
    last = node.body[-1]
    if isinstance(last, ast.Return) or not code.whole_lines(last):
        return
    end = code.starts[last.end_lineno - 1] + last.end_col_offset  # type: ignore[operator]
    inner = [each.name for each in node.body if isinstance(each, ast.FunctionDef)]
    for name in [*inner, *reversed(scope)]:
        text = f"\n{' ' * last.col_offset}return {name}"
        yield Change("return", last.lineno, ((end, end, text.encode()),))


def _blocks(code: Code, node: ast.stmt, scope: list[str]) -> Iterator[Change]:
    for field in ("body", "orelse"):
        block = [each for each in getattr(node, field, []) if isinstance(each, ast.stmt)]
        whole = [each for each in block if code.whole_lines(each)]
        if len(whole) != len(block) or isinstance(node, ast.ClassDef):
            continue
        for one, other in pairwise(block):
            if not isinstance(one, ast.FunctionDef) and not is_words(one):
                first, _ = code.lines_of(one)
                middle, after = code.lines_of(other)
                column = one.col_offset
                text = (
                    code.indented(other, column)
                    + code.cell[code.lines_of(one)[1] : middle]
                    + code.indented(one, column)
                )
                kind = "statement" if isinstance(other, _ENDS) else "order"  # nothing runs behind an end
                yield Change(kind, one.lineno, ((first, after, text),))
            yield from _into(code, one, other)
        for each in block:
            if (
                len(block) > 1
                and not isinstance(each, ast.FunctionDef | ast.Return | ast.For | ast.While)
                and not is_words(each)
            ):
                yield Change("statement", each.lineno, ((*code.lines_of(each), b""),))
        if isinstance(node, ast.For | ast.While | ast.If) and block:
            yield from _out_of(code, node, block)
        if isinstance(node, ast.For | ast.While) and block and field == "body":
            yield from _forgotten(code, node, block, scope)
        if isinstance(node, ast.If) and block and not isinstance(block[-1], _ENDS) and _is_in_loop(code, node):
            yield from _forgotten(code, node, block, scope)
        if isinstance(node, ast.FunctionDef) and field == "body":
            yield from _before(code, node)


def _is_in_loop(code: Code, node: ast.stmt) -> bool:
    each = code.parents.get(node)
    while isinstance(each, ast.If | ast.With | ast.Try):
        each = code.parents.get(each)
    return isinstance(each, ast.For | ast.While)


def _forgotten(code: Code, node: ast.stmt, block: list[ast.stmt], scope: list[str]) -> Iterator[Change]:
    """Add a line that is missing at the end of a loop or a branch: a counter, a value that is not kept, a break."""
    end, column = code.lines_of(block[-1])[1], block[-1].col_offset
    used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    loop = code.parents[node] if isinstance(node, ast.If) else node
    set_here = {each.id for each in ast.walk(loop) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
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
        lines += [f"{name} = {function}({name})" for function in _functions(code, node, scope) if function != name]
        for line in lines:
            edits = ((end, end, f"{' ' * column}{line}\n".encode()),)
            yield Change("missing", block[-1].lineno, edits, 0 if stands_still else 1)


def _functions(code: Code, node: ast.stmt, scope: list[str]) -> list[str]:
    """Return the functions that a loop has at hand: those that it calls, and the arguments that nothing uses."""
    calls = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    called = {each.id for each in calls if isinstance(each, ast.Name)}
    return [*(name for name in scope if name in called), *code.unused(scope)]


def _before(code: Code, node: ast.FunctionDef) -> Iterator[Change]:
    """Work on a copy of an argument in decimals from the first line on."""
    first = next((each for each in node.body if not is_words(each)), node.body[-1])
    if code.whole_lines(first):
        start = code.starts[first.lineno - 1]
        for argument in node.args.args:
            line = f"{' ' * first.col_offset}{argument.arg} = np.array({argument.arg}, dtype=float)\n"
            yield Change("copy", first.lineno, ((start, start, line.encode()),), 3)


def _into(code: Code, one: ast.stmt, other: ast.stmt) -> Iterator[Change]:
    """Move a statement into the loop or branch beside it."""
    kind = "return" if isinstance(one, ast.Return) or isinstance(other, ast.Return) else "loop"
    for block, moved, at_end in ((one, other, True), (other, one, False)):
        if not isinstance(block, ast.For | ast.While | ast.If) or isinstance(
            moved, ast.For | ast.While | ast.FunctionDef
        ):
            continue
        if not block.body or not code.whole_lines(block.body[0]) or is_words(moved):
            continue
        text = code.indented(moved, block.body[0].col_offset)
        gone = (*code.lines_of(moved), b"")
        place = code.lines_of(block.body[-1])[1] if at_end else code.lines_of(block.body[0])[0]
        yield Change(kind, moved.lineno, tuple(sorted(((place, place, text), gone))))


def _out_of(code: Code, node: ast.stmt, block: list[ast.stmt]) -> Iterator[Change]:
    """Move the last statement of a loop or branch behind it, the first one before it, or all out of a branch."""
    if len(block) > 1:
        last, first = block[-1], block[0]
        kind = "return" if isinstance(last, ast.Return) else "loop"
        end = code.lines_of(node)[1]
        edits = ((*code.lines_of(last), b""), (end, end, code.indented(last, node.col_offset)))
        yield Change(kind, last.lineno, edits)
        start = code.starts[node.lineno - 1]
        if not is_words(first) and not isinstance(first, ast.Return) and not getattr(node, "decorator_list", []):
            edits = ((start, start, code.indented(first, node.col_offset)), (*code.lines_of(first), b""))
            yield Change("loop", first.lineno, edits)
