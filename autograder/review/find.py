"""Find the wrong line of an answer: a misconception that is a right answer but for one line.

Of two changed lines one may be innocent, a name that is spelled in another way; so only one may differ. Sometimes a
mistake can be mended in another line as well: whoever names that line is right too.
"""

from __future__ import annotations

import ast
import inspect
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from autograder.exercise import PRELUDE, SECONDS, Exercise, Mistake
from autograder.exercises import exercises, units
from autograder.judging.changes import changes
from autograder.judging.definitions import definitions
from autograder.judging.judge import wrong
from autograder.judging.observe import run
from autograder.judging.slips import may_hold_itself
from autograder.review.items import RIGHT, UNREADABLE, Card, Question, Reply
from autograder.review.task import contract
from course.language import LANGUAGES

SEED, STEPS = 5, 20_000  # of a trial, and lines of Python after which it is given up
LINES = range(3, 8)  # below the first: among fewer there is nothing to find, and more are not read in a minute


@dataclass(frozen=True)
class Faulty:
    """A misconception, the line of it that is wrong, counted from 1, and what stands there in a right answer."""

    mistake: Mistake
    source: str
    line: int
    right: str

    def mended(self) -> str:
        """Return the source with the right line put back."""
        lines = self.source.splitlines()
        lines[self.line - 1] = self.right
        return "\n".join(lines) + "\n"


def cards() -> list[Card]:
    """Return a card for each exercise that has a misconception of this kind."""
    return [
        Card(f"find/{name}", unit, name, "find", partial(_ask, name))
        for unit, known in units().items()
        for name in known
        if faulty(known[name])
    ]


def faulty(exercise: Exercise) -> list[Faulty]:
    """Return the misconceptions of an exercise that differ from a right answer in one line."""
    answers = [source_of(function, exercise.name) for function in (exercise.reference, *exercise.alternatives)]
    found = []
    for mistake in exercise.mistakes:
        source = source_of(mistake.function, exercise.name)
        line, right = next((one for each in answers if (one := changed(each, source))[0]), (0, ""))
        if line and not mistake.never_ends:
            found.append(Faulty(mistake, source, line, right))
    return found


def source_of(function: Callable[..., Any], name: str) -> str:
    """Return the source of an implementation under the exercise's name, without comments that stand alone."""
    lines = _sources(inspect.getsourcefile(function) or "")[function.__name__]
    kept = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    kept[0] = re.sub(rf"\b{function.__name__}\b", name, kept[0], count=1)
    return "\n".join(kept)


@cache
def _sources(file: str) -> dict[str, list[str]]:
    """Return the lines of everything that a module defines, read once: there are thousands of implementations."""
    text = Path(file).read_text("utf-8")
    lines, body = text.splitlines(), ast.parse(text).body
    defined = [node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    return {node.name: lines[node.lineno - 1 : node.end_lineno] for node in defined}


def changed(right: str, wrong: str) -> tuple[int, str]:
    """Return which line of ``wrong`` stands in the place of another of ``right``, and that other; 0 if not just one."""
    ours, theirs = right.splitlines(), wrong.splitlines()
    if len(ours) != len(theirs) or len(theirs) - 1 not in LINES:
        return 0, ""
    other = [place for place, (one, two) in enumerate(zip(ours, theirs, strict=True)) if one != two]
    return (other[0] + 1, ours[other[0]]) if len(other) == 1 and other[0] else (0, "")


def _ask(name: str, rng: np.random.Generator) -> Question:
    exercise = exercises()[name]
    choice = faulty(exercise)
    one = choice[int(rng.integers(len(choice)))]
    right = dict.fromkeys(LANGUAGES, f"{one.line}: `{one.right.strip()}`")
    values = {"mistake": one.mistake.name}
    judge = partial(_judge, exercise, one)
    return Question("find", contract(exercise), "line", right, judge, code=one.source, values=values)


def _judge(exercise: Exercise, one: Faulty, said: str, _sandbox: object) -> Reply:
    typed = said.strip().rstrip(".:")
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4 and 1 <= int(typed) <= one.source.count("\n") + 1):
        return UNREADABLE
    if int(typed) == one.line or can_be_mended(exercise, one, int(typed)):
        return RIGHT
    return Reply("wrong", one.mistake.name, one.mistake.hint)


def can_be_mended(exercise: Exercise, one: Faulty, line: int) -> bool:
    """Whether a single change in another line makes the answer right; not looked for where calls take long.

    What runs here is ours, never a learner's.
    """
    if exercise.seconds > SECONDS:
        return False
    definition = next(each for each in definitions(one.source) if exercise.name in each.names)
    made = (definition.source(change) for change in changes(definition) if change.line == line)
    return any(_passes(exercise, source) for source in made if not may_hold_itself(source))


def _passes(exercise: Exercise, source: str) -> bool:
    space: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exec(PRELUDE + source, space)
        except Exception:  # a default that was changed may name what there is not yet
            return False
        for number, probe in enumerate(exercise.probes):
            seen = run(probe, space[exercise.name], SEED, number, steps=STEPS)
            if seen.changed or wrong(run(probe, exercise.reference, SEED, number), seen, exercise):
                return False
    return True
