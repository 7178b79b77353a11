"""What the visible check says of a public example, for an answer of which nothing else is known."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np

from autograder.exercise import Example, Exercise
from autograder.judging.judge import tells_alone
from autograder.judging.observe import Asked, here
from autograder.judging.seen_calls import PLAIN, ask
from autograder.sandbox import Ended, Fault, Raised, TooSlow
from course import public
from course.check import public_data
from course.example_call import ExampleCall
from course.findings import Case
from course.json_values import read
from course.language import LANGUAGES, text

BY_CHANCE = ("wrong", "one_element", "from_index", "constant", "zeros")  # what holds in one example, and helps little


Known = tuple[str, dict[str, str]]  # the name of what is known, and what is said of it, by language


def in_the_check(exercise: Exercise, answer: Callable[..., Any]) -> Known | None:
    """Return what the check says of the first public example in which the answer gives a wrong value, if it knows that.

    That is a known mistake that gives just this value, or how the value relates to the right one; in later examples,
    too, if it shows there. Elsewhere the answer may do something else.
    """
    case = _first_wrong(exercise, answer)
    return None if case is None else _mistake(case) or _relation(case)


def mistake_in_the_check(exercise: Exercise, answer: Callable[..., Any]) -> Known | None:
    """Return the known mistake alone that the check names."""
    case = _first_wrong(exercise, answer)
    return None if case is None else _mistake(case)


def _first_wrong(exercise: Exercise, answer: Callable[..., Any]) -> Case | None:
    data = public_data().get(exercise.name, {"examples": []})

    def asks(example: dict[str, Any]) -> ExampleCall:
        number = next(number for number, each in enumerate(data["examples"]) if each is example)
        return _asked(exercise, exercise.examples[number], answer)

    for example in data["examples"]:
        case = Case(exercise.name, answer, example, data, LANGUAGES[0], asks)
        if "raises" in example or not case.done.ended or case.done.error is not None:
            continue
        with suppress(TypeError):  # objects, which nobody compares
            if case.mismatch(read(example["expected"]), case.done.observed):
                return case
    return None


def _mistake(case: Case) -> Known | None:
    mistake = case.mistake_of(case.done.observed)
    if mistake is None or not (_tells(case) or case.goes_on(mistake)):
        return None
    said = {lang: text("facts.in_example", lang, said=mistake["hint"][lang][0]) for lang in LANGUAGES}
    return f"differs:example+{mistake['name']}", said


def _relation(case: Case) -> Known | None:
    related = case.related() if case.done.is_function else None
    if related is None or related.name in BY_CHANCE:
        return None
    said = {lang: text("facts.so_in_example", lang, said=related.sentence(lang)) for lang in LANGUAGES}
    return f"differs:example+{related.name}", said


def _tells(case: Case) -> bool:
    """Whether nobody gives this value by chance."""
    value = case.done.observed
    told = tells_alone(value, read(case.example["expected"])) or _has_different_numbers(value)
    return "fulfils" in case.example or told


def _asked(exercise: Exercise, example: Example, answer: Callable[..., Any]) -> ExampleCall:
    """Call an answer as an example does; what comes to no plain value counts as what raises an exception."""
    asked = Asked(example.args, example.named)
    with suppress(Raised, Fault, Ended, TooSlow):
        values = [ask(answer, each) for each in [Asked(more, {}, asked) for more in example.then] or [asked]]
        value = values if example.then else values[0]
        if all(isinstance(each, PLAIN) for each in values):
            if not example.fulfils:
                return ExampleCall(value, value)
            fulfils = getattr(public.module(exercise.unit), example.fulfils)
            with suppress(Exception):  # whatever the property makes of a strange value, that is no help
                return ExampleCall(value, fulfils(*here(example.args), value, **here(example.named)))
    return ExampleCall(error=ValueError())


def _has_different_numbers(value: Any) -> bool:
    """Whether a value is made of numbers that are not all the same: one whole number is hit by chance."""
    if not isinstance(value, list | tuple | np.ndarray):
        return False
    try:
        return np.unique(np.asarray(value, dtype=float)).size > 1
    except (ValueError, TypeError, OverflowError):  # of several shapes, or no numbers
        return False
