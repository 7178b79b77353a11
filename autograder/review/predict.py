"""Predict what a function of an exercise gives for small round inputs.

    @predict("closed_form", en="… start at {w0} with η = {learning_rate} …", ru="…")
    def _(one):
        return {"w0": one(8, 16), "learning_rate": one(0.25, 0.75), "k": one(2, 3)}

The words show the drawn values under the names of the function's parameters, so what is read is what is computed from.
The right answer is the reference's, and the wrong ones that are understood are those of the misconceptions.
"""

from __future__ import annotations

import copy
import math
import string
import warnings
from collections.abc import Callable, Hashable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import takewhile
from typing import Any

import numpy as np

from autograder.exercise import Exercise, Mistake
from autograder.exercises import exercises, units
from autograder.judging.judge import STEPS
from autograder.review import typed
from autograder.review.items import RIGHT, UNREADABLE, WRONG, Card, Expects, Question, Reply, Words, option
from autograder.support.step_limit import at_most

Drawn = dict[str, Any]  # the arguments by name
Options = Mapping[Any, tuple[str, str]]  # value -> its words in English and in Russian
YES_OR_NO: Options = {True: ("yes", "да"), False: ("no", "нет")}

_cards: list[Card] = []


class As:
    """A value with the text that is shown for it: a function by its formula, ln 3 by its name.

    ``parts`` can be shown too, as ``{name.part}``.
    """

    def __init__(self, text: str, value: Any, **parts: Any) -> None:
        self.text, self.value, self.parts = text, value, parts

    def __getattr__(self, name: str) -> Any:
        if name in vars(self).get("parts", ()):
            return self.parts[name]
        raise AttributeError(name)


class One:
    """Draws one of some values, or several different ones in an order of chance."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def __call__(self, *values: Any) -> Any:
        return values[int(self.rng.integers(len(values)))]

    def some(self, count: int, *values: Any) -> list[Any]:
        return [values[place] for place in self.rng.permutation(len(values))[:count]]


def predict(
    exercise: str, *, en: str, ru: str, pick: Callable[[Any], Any] | None = None, options: Options | None = None,
    why: tuple[str, str] | None = None,
) -> Callable[[Callable[[One], Drawn]], Callable[[One], Drawn]]:
    """Add a card on ``exercise``; the function draws the arguments by name.

    ``pick`` takes from the result what is asked; ``options`` are what can be chosen where that is no number; ``why`` is
    said to a wrong answer that no single misconception explains. The card is named after the function, unless that is
    ``_``.
    """

    def add(draw: Callable[[One], Drawn]) -> Callable[[One], Drawn]:
        name = "" if draw.__name__ == "_" else f"/{draw.__name__}"
        ask = partial(_ask, exercise, {"en": en, "ru": ru}, draw, pick or (lambda result: result), options, why)
        _cards.append(Card(f"predict/{exercise}{name}", unit_of(draw), exercise, "predict", ask))
        return draw

    return add


def cards() -> list[Card]:
    """Return the cards of the units that were imported."""
    return list(_cards)


def unit_of(draw: Callable[..., Any]) -> str:
    """Return the unit that a function of a module ``uNN`` belongs to."""
    number = draw.__module__.rpartition(".")[2].removeprefix("u")
    return next(unit for unit in units() if unit.startswith(f"{number}-"))


def _ask(
    exercise: str, words: Words, draw: Callable[[One], Drawn], pick: Callable[[Any], Any],
    options: Options | None, why: tuple[str, str] | None, rng: np.random.Generator,
) -> Question:  # fmt: skip
    known, values = exercises()[exercise], draw(One(rng))
    otherwise = Reply("wrong", hint={"en": (why[0], ""), "ru": (why[1], "")}) if why else WRONG
    asked = {lang: SHOWN.vformat(said, (), values) for lang, said in words.items()}
    due = answer_of(known.reference, known, values, pick)
    tried = [(mistake, _wrong(mistake, known, values, pick)) for mistake in known.mistakes]
    wrong = [(mistake, given) for mistake, given in tried if given is not None]
    if options is not None:
        keys = list(options)
        named = tuple({"en": en, "ru": ru} for en, ru in options.values())
        among = [(mistake, given) for mistake, given in wrong if isinstance(given, Hashable) and given in keys]
        right, chosen = keys.index(due), [(mistake, keys.index(given)) for mistake, given in among]
        judge = partial(_judge_option, named, right, chosen, otherwise)
        return Question("predict", asked, "option", named[right], judge, named, values=values)
    numbers = flat(due)
    if numbers is None:
        raise ValueError(f"{exercise}: the reference gives no number for {values}")
    rows = [(mistake, flat(given)) for mistake, given in wrong]
    others = [(mistake, row) for mistake, row in rows if row is not None and not typed.near(row, numbers)]
    shown = " ".join(map(shown_number, numbers))
    expects: Expects = "number" if len(numbers) == 1 else "numbers"
    judge = partial(_judge_numbers, numbers, others, otherwise)
    return Question("predict", asked, expects, {"en": shown, "ru": shown}, judge, values=values)


def answer_of(
    function: Callable[..., Any], exercise: Exercise, values: Mapping[str, Any], pick: Callable[[Any], Any]
) -> Any:
    """Return what is asked of the result of an implementation, called as the exercise says."""
    if others := values.keys() - set(exercise.parameters):
        raise ValueError(f"{exercise.name} has no parameters {sorted(others)}")
    named = copy.deepcopy({name: opened(value) for name, value in values.items()})
    args = [named.pop(name) for name in takewhile(named.__contains__, exercise.parameters)]
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return pick(function(*args, **named))


def opened(value: Any) -> Any:
    """Return a drawn value as it is passed, also where it stands in a list, a tuple or a dictionary."""
    if isinstance(value, As):
        return value.value
    if isinstance(value, list | tuple):
        return type(value)(map(opened, value))
    return {key: opened(item) for key, item in value.items()} if isinstance(value, dict) else value


def _wrong(mistake: Mistake, exercise: Exercise, values: Mapping[str, Any], pick: Callable[[Any], Any]) -> Any:
    """Return what a misconception gives; None where it gives nothing."""
    with suppress(Exception), at_most(STEPS):  # it is wrong, so it may well raise
        return answer_of(mistake.function, exercise, values, pick)
    return None


def flat(value: Any) -> tuple[float, ...] | None:
    """Return a number, or nested numbers, as a row of floats; None where it is something else."""
    with suppress(TypeError, ValueError, OverflowError):
        array = np.asarray(value)
        if array.dtype.kind in "biuf" and array.size:
            return tuple(float(item) for item in array.ravel())
    return None


def _judge_numbers(
    right: tuple[float, ...], wrong: Sequence[tuple[Mistake, tuple[float, ...]]], otherwise: Reply,
    said: str, _sandbox: object,
) -> Reply:
    read = typed.numbers(said, len(right))
    if read is None:
        return UNREADABLE
    if typed.near(read, right):
        return RIGHT
    return _explained([mistake for mistake, given in wrong if typed.near(read, given)], otherwise)


def _judge_option(
    options: tuple[Words, ...], right: int, wrong: Sequence[tuple[Mistake, int]], otherwise: Reply,
    said: str, _sandbox: object,
) -> Reply:
    chosen = option(said, options)
    if chosen is None:
        return UNREADABLE
    return RIGHT if chosen == right else _explained([mistake for mistake, given in wrong if given == chosen], otherwise)


def _explained(mistakes: Sequence[Mistake], otherwise: Reply) -> Reply:
    """Return the reply to what some misconceptions give: a value with two explanations gets none."""
    return Reply("wrong", mistakes[0].name, mistakes[0].hint) if len(mistakes) == 1 else otherwise


def shown_number(value: float) -> str:
    """Return a number as it is written in prose, with at most six digits and a long minus."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return f"{round(value, 12) + 0.0:.6g}".replace("-", "−")


class _Shown(string.Formatter):
    def format_field(self, value: Any, spec: str) -> str:
        return format(value, spec) if spec else shown(value)


SHOWN = _Shown()


def shown(value: Any) -> str:
    """Return a drawn value as it stands in a question."""
    if isinstance(value, As):
        return value.text
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, list | tuple):
        inner = ", ".join(map(shown, value))
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{shown(key)}: {shown(item)}" for key, item in value.items()) + "}"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return shown_number(value)
