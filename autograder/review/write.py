"""Write a function of a few lines: the judge tries it in the sandbox on inputs it has not been asked before."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from functools import partial

import numpy as np

from autograder.exercise import PRELUDE, Exercise
from autograder.exercises import exercises, units
from autograder.review.find import source_of
from autograder.review.items import RIGHT, UNREADABLE, Card, NotJudged, Question, Reply
from autograder.review.task import task
from autograder.sandbox import Sandbox
from course.language import LANGUAGES

LONGEST = 3  # lines below the first that the reference has
LIMIT = 10_000  # characters


def cards() -> list[Card]:
    """Return a card for each exercise whose reference has at most three lines."""
    return [
        Card(f"write/{name}", unit, name, "write", partial(_ask, name))
        for unit, known in units().items()
        for name in known
        if not unit.startswith("00") and source_of(known[name].reference, name).count("\n") <= LONGEST
    ]


def _ask(name: str, rng: np.random.Generator) -> Question:
    exercise = exercises()[name]
    source = source_of(exercise.reference, name)
    first, body = source.split("\n", 1)
    right = dict.fromkeys(LANGUAGES, f"\n\n```python\n{source}\n```")
    judge = partial(_judge, exercise, first, int(rng.integers(2**32)))
    return Question("write", task(exercise), "code", right, judge, code=first, values={"body": body})


def whole(first: str, typed: str) -> str:
    """Return what was typed as a cell: a body is put below the first line, a whole definition stays."""
    typed = textwrap.dedent(typed.expandtabs(4).strip("\n"))
    name = re.findall(r"\w+", first)[1]
    defines = re.search(rf"^(def|class) {name}\b|^{name} *=", typed, re.M)
    return PRELUDE + (typed if defines else f"{first}\n{textwrap.indent(typed, '    ')}") + "\n"


def _judge(exercise: Exercise, first: str, seed: int, typed: str, sandbox: Callable[[], Sandbox]) -> Reply:
    from autograder.authoring.try_answer import try_source

    if not typed.strip() or len(typed) > LIMIT:
        return UNREADABLE
    verdict = try_source(sandbox(), exercise, whole(first, typed), seed=seed)
    if verdict.state == "correct":
        return RIGHT
    if verdict.state == "review":
        raise NotJudged(hint=verdict.hint)  # its note is for instructors
    return Reply("wrong", verdict.diagnosis, verdict.hint)
