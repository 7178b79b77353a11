"""Choose what a small plot shows.

    @picture("regime", en="…", ru="…", options={"diverges": Option("it diverges", "расходится", "hint", "подсказка")})
    def path(one):
        return over_steps(…), "diverges"

A wrong choice gets the hint of the option that was chosen: what the picture would then look like.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from autograder.review.items import RIGHT, UNREADABLE, Card, Question, Reply, Words, option
from autograder.review.plot import Plot
from autograder.review.predict import One, unit_of

_cards: list[Card] = []


Seen = tuple[Plot, str]  # and which option is right


class Option(NamedTuple):
    """What can be chosen, in both languages, and what is said if it is chosen and wrong."""

    en: str
    ru: str
    en_hint: str
    ru_hint: str


def picture(
    exercise: str, *, en: str, ru: str, options: Mapping[str, Option]
) -> Callable[[Callable[[One], Seen]], Callable[[One], Seen]]:
    """Add a card; the function draws a plot and says which option is right."""

    def add(draw: Callable[[One], Seen]) -> Callable[[One], Seen]:
        ask = partial(_ask, {"en": en, "ru": ru}, draw, options)
        _cards.append(Card(f"picture/{exercise}/{draw.__name__}", unit_of(draw), exercise, "picture", ask))
        return draw

    return add


def cards() -> list[Card]:
    """Return the cards of the units that were imported."""
    return list(_cards)


def _ask(
    words: Words, draw: Callable[[One], Seen], options: Mapping[str, Option], rng: np.random.Generator
) -> Question:
    plot, key = draw(One(rng))
    named = tuple({"en": each.en, "ru": each.ru} for each in options.values())
    right = list(options).index(key)
    judge = partial(_judge, named, right, tuple(options.values()))
    return Question("picture", words, "option", named[right], judge, named, plot=plot)


def _judge(options: tuple[Words, ...], right: int, said: tuple[Option, ...], typed: str, _sandbox: object) -> Reply:
    chosen = option(typed, options)
    if chosen is None:
        return UNREADABLE
    if chosen == right:
        return RIGHT
    each = said[chosen]
    return Reply("wrong", "", {"en": (each.en_hint, ""), "ru": (each.ru_hint, "")})
