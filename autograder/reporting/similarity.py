"""Answers that are nearly the same, although names, comments and the order of statements may differ.

An answer is seen as the bag of its statements, each with its own names replaced by their place in it. What two answers
share weighs by how rare it is in the class, in bits: a statement that half of the class has written says one bit, one
that nobody else has written in a class of 64 says five. Only what few have written counts, and nothing that is in an
answer which the exercise itself knows, right or wrong: that is what learners write by themselves. So a short function
that everybody writes the same is no evidence, and a long rare one is. It is a question to ask, never a verdict.

Code is parsed and never run; what ``autograder.judging.definitions`` cannot read within its bounds is not compared.
"""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import log2
from types import MappingProxyType

from autograder.judging.definitions import definitions
from autograder.support.sanitise import line_of_code

ENOUGH = 15.0  # bits that two have to share before anybody is asked
FEW, TENTH = 3, 10  # so many learners are few, or the tenth part of the class
NEAR = 0.8  # of the bits of the shorter one of two answers
MOST = 300  # statements of an answer
_INNER = ("body", "orelse", "finalbody", "handlers", "cases")


@dataclass(frozen=True)
class Statement:
    """One statement of an answer: what it is when names do not matter, and its first line as Python writes it."""

    shape: str
    line: str


@dataclass(frozen=True)
class Alike:
    """Learners whose answers are nearly the same, and in which exercises.

    ``bits``: how much the two of them who share most share. ``common``: for each of the exercises, how many of the
    class have written the most common answer.
    """

    students: tuple[str, ...]
    exercises: tuple[str, ...]
    bits: float
    common: tuple[int, ...]


def alike(
    answers: Mapping[str, Mapping[str, str]], known: Mapping[str, Collection[str]] = MappingProxyType({})
) -> list[Alike]:
    """Return who should be asked, most evidence first.

    ``answers`` are the texts by exercise and student, ``known`` those that an exercise knows itself.
    """
    bags = {
        exercise: {student: Counter(each.shape for each in statements(text)) for student, text in texts.items()}
        for exercise, texts in answers.items()
    }
    shared: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for exercise, theirs in bags.items():
        natural = {each.shape for text in known.get(exercise, ()) for each in statements(text)}
        for pair, bits in _near(theirs, natural):
            shared[pair][exercise] = bits
    pairs = {pair: found for pair, found in shared.items() if sum(found.values()) >= ENOUGH}
    common = {name: _most_common(theirs) for name, theirs in bags.items()}
    found = []
    for group in _groups(pairs):
        inside = {pair: each for pair, each in pairs.items() if pair[0] in group}
        names = tuple(name for name in answers if any(name in each for each in inside.values()))
        most = max(sum(each.values()) for each in inside.values())
        found.append(Alike(tuple(sorted(group)), names, round(most, 1), tuple(common[name] for name in names)))
    return sorted(found, key=lambda each: (-each.bits, each.students))


def telling(mistaken: Collection[str], others: Collection[str], private: Collection[str] = ()) -> str:
    """Return the line that most answers with a mistake have and others do not; nothing if there is none.

    A line with one of the ``private`` words in it is never shown.
    """
    seen = [{each.shape: each.line for each in statements(text)} for text in mistaken]
    elsewhere = Counter(shape for text in others for shape in {each.shape for each in statements(text)})
    lines: dict[str, Counter[str]] = defaultdict(Counter)
    for own in seen:
        for shape, line in own.items():
            if not _names(line, private):
                lines[shape][line] += 1

    def gain(shape: str) -> float:
        return lines[shape].total() / len(seen) - (elsewhere[shape] / len(others) if others else 0)

    best = max(lines, key=lambda shape: (gain(shape), len(shape)), default="")
    return lines[best].most_common(1)[0][0] if best and gain(best) > 0 else ""


def statements(text: str) -> list[Statement]:
    """Return the statements of all functions and classes that a cell defines; none if it cannot be read."""
    found = []
    try:
        for definition in definitions(text):
            own = _own_names(definition.node)
            for node in _every_statement(definition.node):
                found.append(Statement(_shape(node, own), _line(node)))
                if len(found) >= MOST:
                    return found
    except RecursionError:
        return []
    return found


def _every_statement(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a statement and those inside of it, without texts that stand alone."""
    lone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if not lone and not isinstance(node, ast.Pass):
        yield node
    for name in _INNER:
        inner = getattr(node, name, [])
        for each in inner if isinstance(inner, list) else ():  # the body of a lambda is none
            yield from _every_statement(each)


def _own_names(node: ast.AST) -> set[str]:
    """Return the names that the author has chosen."""
    own = set()
    for each in ast.walk(node):
        if isinstance(each, ast.arg):
            own.add(each.arg)
        elif isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
            own.add(each.id)
        elif isinstance(each, ast.FunctionDef | ast.ClassDef) and each is not node:
            own.add(each.name)
    return own


def _shape(node: ast.AST, own: set[str]) -> str:
    """Return a statement, without those inside of it, in words that do not hang on the names of its author."""
    places: dict[str, int] = {}

    def shown(value: object) -> str:
        match value:
            case ast.Name(id=name) | ast.arg(arg=name):
                return f"${places.setdefault(name, len(places))}" if name in own else name
            case ast.Constant(value=number) if isinstance(number, float) and number.is_integer():
                return repr(int(number))
            case ast.Constant(value=constant):
                return repr(constant)
            case ast.AST():
                parts = (shown(getattr(value, name, None)) for name in value._fields if name not in _left_out(value))
                return f"{type(value).__name__}({','.join(parts)})"
            case list():
                return f"[{','.join(map(shown, value))}]"
            case str() if value in own:
                return f"${places.setdefault(value, len(places))}"
        return str(value)

    return shown(node)


def _left_out(node: ast.AST) -> Collection[str]:
    """Return the parts of a node that are not looked at: statements inside, and what only people read."""
    words = ("annotation", "returns", "type_comment", "ctx", "kind", "type_params")
    return (*words, *_INNER) if isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case) else words


def _line(node: ast.AST) -> str:
    """Return the first line of a statement, without comments and texts of its author."""
    return line_of_code(re.sub(r"'[^']*'|\"[^\"]*\"", "'…'", ast.unparse(node).split("\n")[0]))


def _names(line: str, private: Collection[str]) -> bool:
    return any(word in line.casefold() for word in private)


def _near(bags: Mapping[str, Counter[str]], natural: Collection[str]) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield the pairs with nearly the same answers to one exercise, and how many bits of rare things they share."""
    having: dict[str, list[str]] = defaultdict(list)
    for student in sorted(bags):
        for shape in bags[student]:
            having[shape].append(student)
    bits = {shape: log2(len(bags) / len(students)) for shape, students in having.items()}
    few = max(FEW, len(bags) // TENTH)
    rare = {shape: bits[shape] for shape in having if len(having[shape]) <= few and shape not in natural}
    for one, other in sorted({pair for shape in rare for pair in combinations(having[shape], 2)}):
        both = bags[one] & bags[other]
        if _weight(both, bits) >= NEAR * min(_weight(bags[one], bits), _weight(bags[other], bits)):
            yield (one, other), _weight(both, rare)


def _weight(bag: Counter[str], bits: Mapping[str, float]) -> float:
    return sum(bits.get(shape, 0.0) * count for shape, count in bag.items())


def _most_common(bags: Mapping[str, Counter[str]]) -> int:
    """Return how many have written the answer that most have written."""
    return max(Counter(frozenset(bag.items()) for bag in bags.values() if bag).values(), default=0)


def _groups(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Join the pairs that have somebody in common."""
    groups: list[set[str]] = []
    for pair in pairs:
        touching = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touching] + [set(pair).union(*touching)]
    return groups
