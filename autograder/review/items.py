"""Cards, the questions that are drawn from them, and what is said to an answer.

A card is a template: it is scheduled, and each time it comes up it asks with other numbers. A question holds its right
answer, so it stays in this process; the learner's code never gets here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from autograder.exercise import Text
from course.language import text

if TYPE_CHECKING:
    from autograder.review.plot import Plot
    from autograder.sandbox import Sandbox

Words = dict[str, str]  # language -> Markdown
Kind = Literal["predict", "picture", "find", "write"]
Expects = Literal["number", "numbers", "option", "line", "code"]
State = Literal["right", "wrong", "given_up", "unreadable"]


@dataclass(frozen=True)
class Reply:
    """What is said to an answer; ``mistake`` names the misconception that gives the same, ``hint`` is its hint."""

    state: State
    mistake: str = ""
    hint: Text | None = None


RIGHT, WRONG, GIVEN_UP, UNREADABLE = Reply("right"), Reply("wrong"), Reply("given_up"), Reply("unreadable")


class NotJudged(Exception):
    """Code could not be judged, through no fault of the learner's; the message, or else the ``hint``, says why."""

    def __init__(self, problem: str = "", hint: Text | None = None) -> None:
        super().__init__(problem)
        self.problem, self.hint = problem, hint

    def words(self, lang: str) -> str:
        """Return what is said to the learner."""
        problem = self.hint[lang][0] if self.hint else self.problem
        return text("review.not_judged", lang, problem=problem)


@dataclass(frozen=True)
class Question:
    """A card with numbers drawn.

    ``expects`` names how it is answered, a text of ``review.expects``; ``options`` are numbered from 1; ``code`` is
    shown with its line numbers. ``judge`` takes what was typed and a way to get a sandbox, which only code needs; then
    it may raise ``NotJudged``.
    """

    kind: Kind
    words: Words
    expects: Expects
    right: Words
    judge: Callable[[str, Callable[[], Sandbox]], Reply]
    options: tuple[Words, ...] = ()
    code: str = ""
    plot: Plot | None = None
    values: Mapping[str, object] = field(default_factory=dict)  # what it was computed from


@dataclass(frozen=True)
class Card:
    """A template for questions on one exercise. ``key`` names it in the learner's progress and never changes."""

    key: str
    unit: str
    exercise: str
    kind: Kind
    ask: Callable[[np.random.Generator], Question]


def option(typed: str, options: tuple[Words, ...]) -> int | None:
    """Return the place of the option that is meant, by its number or its words; None if none is."""
    typed = typed.strip().rstrip(".)").casefold()
    if typed.isascii() and typed.isdigit() and len(typed) < 4:
        place = int(typed) - 1
        return place if 0 <= place < len(options) else None
    meant = [place for place, words in enumerate(options) if typed in (each.casefold() for each in words.values())]
    return meant[0] if meant else None
