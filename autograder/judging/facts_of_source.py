"""What can be read in the learner's code, if it is of matter for what fails."""

from __future__ import annotations

import ast
from inspect import Parameter, Signature

from autograder.exercise import Exercise, answer_source
from autograder.judging.seen_calls import Seen
from autograder.support.sanitise import line_of_code
from course.language import LANGUAGES, text


def _function(node: ast.AST | None) -> ast.FunctionDef | None:
    return node if isinstance(node, ast.FunctionDef) else None


def as_numbers(written: ast.stmt | None, wrong: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return that the answer calculates with a function that it was given, where it should call it."""
    own = _function(written)
    raised = [each for each in wrong if each.raised == "TypeError"]
    if own is None or not raised:
        return None
    given = raised[0].asked.of or raised[0].asked
    pairs = zip((each.arg for each in own.args.args), given.args, strict=False)
    names = [name for name, value in pairs if callable(value)]
    for node in ast.walk(own):
        operands = [node.left, node.right] if isinstance(node, ast.BinOp) else []
        for each in operands:
            if isinstance(each, ast.Name) and each.id in names:
                words = {"name": each.id, "line": each.lineno}
                return "function_as_number", {lang: text("facts.as_number", lang, **words) for lang in LANGUAGES}
    return None


def other_arguments(
    exercise: Exercise, written: ast.stmt | None, wrong: list[Seen]
) -> tuple[str, dict[str, str]] | None:  # fmt: skip
    """Return that the answer cannot be called with the arguments that the task names."""
    own = _function(written)
    asked = [each.asked.of or each.asked for each in wrong if each.raised == "TypeError"]
    if own is None or not asked:
        return None
    try:
        _signature(own.args).bind(*asked[0].args, **asked[0].named)
    except TypeError:
        words = {"takes": line_of_code(ast.unparse(own.args)), "due": ", ".join(exercise.parameters)}
        return "other_arguments", {lang: text("facts.other_arguments", lang, **words) for lang in LANGUAGES}
    return None


def _signature(written: ast.arguments) -> Signature:
    """Return what a function can be called with, without running anything of it."""
    positional = [*written.posonlyargs, *written.args]
    needed = len(positional) - len(written.defaults)
    takes = [
        Parameter(each.arg, Parameter.POSITIONAL_OR_KEYWORD, default=Parameter.empty if place < needed else None)
        for place, each in enumerate(positional)
    ]
    if written.vararg:
        takes.append(Parameter(written.vararg.arg, Parameter.VAR_POSITIONAL))
    for each, default in zip(written.kwonlyargs, written.kw_defaults, strict=True):
        takes.append(Parameter(each.arg, Parameter.KEYWORD_ONLY, default=default or Parameter.empty))
    if written.kwarg:
        takes.append(Parameter(written.kwarg.arg, Parameter.VAR_KEYWORD))
    return Signature(takes)


def without_value(written: ast.stmt | None, wrong: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return that the answer reads a name which stands for nothing, and in which line."""
    missing = [each for each in wrong if each.missing]
    if written is None or not missing:
        return None
    for node in ast.walk(written):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id == missing[0].missing:
            word = "unknown_name" if missing[0].raised == "NameError" else "no_value_yet"
            words = {"name": node.id, "line": node.lineno}
            return word, {lang: text(f"facts.{word}", lang, **words) for lang in LANGUAGES}
    return None


def not_used(exercise: Exercise, written: ast.stmt | None) -> tuple[str, dict[str, str]] | None:
    """Return that the answer does not use an argument which the reference uses."""
    own = _function(written)
    if own is None:
        return None
    read = [_read(own), _read(ast.parse(answer_source(exercise.reference, exercise.name)))]
    theirs = exercise.parameters
    for place, name in enumerate(each.arg for each in own.args.args):
        if place < len(theirs) and theirs[place] in read[1] and name not in read[0]:
            return "not_used", {lang: text("facts.not_used", lang, name=name) for lang in LANGUAGES}
    return None


def _read(tree: ast.AST) -> set[str]:
    """Return the names that code reads."""
    return {each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
