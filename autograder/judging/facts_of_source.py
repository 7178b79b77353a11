"""What can be read in the learner's code, if it is of matter for what fails."""

from __future__ import annotations

import ast

from autograder.exercise import Exercise, answer_source
from autograder.judging.seen_calls import Seen
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
