"""Changes of one answer: the source with some of them made, and what they have to do with each other."""

from __future__ import annotations

import ast
import re
from difflib import SequenceMatcher

from autograder.judging.definitions import Change, Definition

Made = tuple[Definition, Change]

# Kinds that keep whatever else is wrong with an answer. Others, such as another variable or an operand less, can make
# of one mistake a known one that is not the learner's.
KEEPING = ("results", "exchanged", "sides", "names", "sign", "range", "comparison", "index", "function", "number")


def source(code: list[Definition], made: tuple[Made, ...] = ()) -> str:
    """Return the source of an answer and of what it calls, with changes made."""
    return "".join(
        definition.source(*(change for each, change in made if each is definition)) for definition in reversed(code)
    )


def doubles(before: str, after: str) -> bool:
    """Whether something is added to itself, compared with itself … that was not before: nobody means that."""
    return _doubled(after) > _doubled(before)


def _doubled(code: str) -> int:
    """Return how many operators have the same on both sides, where that is written otherwise."""
    count = 0
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.BinOp(left, ast.Add() | ast.Sub() | ast.Div(), right) | ast.Compare(left, [_], [right]):
                count += ast.dump(left) == ast.dump(right)
    return count


def is_tuned(first: Change, second: Change) -> bool:
    """Whether a second change alters but the number that the first has put there: some number passes by chance."""
    if not {first.kind, second.kind} <= {"number", "range", "index"}:
        return False
    moved, put = 0, []
    for start, end, text in sorted(first.edits):
        put.append((start + moved, start + moved + len(text)))
        moved += len(text) - (end - start)
    return any(a <= start and end <= b for a, b in put for start, end, _ in second.edits)


def exchange(first: Made, second: Made) -> bool:
    """Whether two changes put each of two names where the other stands: that is done in one line, or not at all."""
    pair = (first, second)
    one, other = ([(each.cell[a:b], text) for a, b, text in change.edits] for each, change in pair)
    return one == [(old, new) for new, old in other] and first[1].line != second[1].line


def best(found: list[tuple[float, Made]]) -> list[Made]:
    """Return changes by what was found of each, the best first."""
    return [made for _, made in sorted(found, key=lambda each: -each[0])]


def _words(code: bytes) -> list[str]:
    return re.findall(r"\w+|\*\*|[^\w\s()]", code.decode("utf-8", "replace"))


def tokens(code: str) -> set[str]:
    return set(_words(code.encode()))


def likeness(change: Change, right: list[tuple[str, set[str]]]) -> float:
    """Return how much what a change puts there is like one of the pieces of right code, the longer ones first."""
    made = tokens(b" ".join(text for _, _, text in change.edits).decode())
    return max(
        (
            len(made & each) / (len(made | each) or 1) + len(made & each) / 10 + (kind == change.kind) / 2
            for kind, each in right
        ),
        default=0.0,
    )


def brings(made: Made, words: set[str]) -> float:
    """Return which share of what is new in a change these words are."""
    definition, change = made
    new = set().union(*(set(_words(text)) - set(_words(definition.cell[a:b])) for a, b, text in change.edits))
    return len(new & words) / (len(new) or 1)


def exchanges_results(made: Made) -> bool:
    definition, change = made
    return change.kind in ("results", "exchanged") and definition.line(change.line).startswith("return")


def keeps(made: Made) -> bool:
    definition, change = made
    if change.kind == "comparison" and re.search(rb"[!=]=", change.edits[0][2]):  # a case
        return False
    if change.kind in KEEPING or (change.kind == "factor" and change.far == 1):  # a number is put before a value
        return True
    first, after, text = change.edits[0]
    turned = sorted(_words(definition.cell[first:after])) == sorted(_words(text))
    return change.kind == "arguments" and len(change.edits) == 1 and turned


def in_order(pair: tuple[Made, Made]) -> tuple[Made, ...]:
    return tuple(sorted(pair, key=lambda made: made[1].line))


def line_before(definition: Definition, after: Definition, line: int, changed: int) -> int:
    """Return the number that a line of a changed cell had before; that of the ``changed`` line where it is new."""
    old, new = definition.cell.split(b"\n"), after.cell.split(b"\n")
    if len(old) == len(new):
        return line
    for start, moved, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if moved <= line - 1 < moved + size:
            return start + line - moved
    return changed


def does_as(one: Change, other: Change) -> bool:
    """Whether two changes put the same in the same line."""
    texts = [[text for _, _, text in change.edits] for change in (one, other)]
    return (one.kind, one.line) == (other.kind, other.line) and texts[0] == texts[1]
