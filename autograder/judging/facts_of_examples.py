"""What the visible check says of a public example, for an answer of which nothing else is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercise import Exercise
from autograder.judging.judge import same_value, tells_alone
from autograder.judging.observe import Asked
from autograder.judging.seen_calls import ask_both, how_it_fails
from course.check import public_data
from course.json_values import read
from course.language import LANGUAGES, text


def in_the_check(exercise: Exercise, answer: Callable[..., Any]) -> tuple[str, dict[str, str]] | None:
    """Return that the answer gives, in the first public example in which it is wrong, just what a known mistake gives.

    In one after it, too, if the mistake shows there. More is not said: elsewhere it may do something else.
    """
    described = public_data().get(exercise.name, {"examples": []})["examples"]
    for example, data in zip(exercise.examples, described, strict=False):
        if example.then or example.fulfils or example.raises:
            continue
        seen = ask_both(exercise, Asked(example.args, example.named), answer)
        if seen is None or not how_it_fails(seen, exercise):
            continue
        if seen.raised or not (tells_alone(seen.got, seen.due) or _has_different_numbers(seen.got)):
            return None
        for mistake in data["mistakes"]:
            same = "value" in mistake and same_value(seen.got, read(mistake["value"]), exercise)
            if same and _goes_on(mistake, exercise, answer):
                said = {lang: text("facts.in_example", lang, said=mistake["hint"][lang][0]) for lang in LANGUAGES}
                return f"differs:example+{mistake['name']}", said
        return None
    return None


def _goes_on(mistake: dict[str, Any], exercise: Exercise, answer: Callable[..., Any]) -> bool:
    """Whether an answer gives what a misconception gives in a later example too, as the check looks at it."""
    values = 0
    for number, value in mistake.get("later", {}).items():
        example = exercise.examples[int(number)]
        if example.then or example.fulfils:
            continue
        seen = ask_both(exercise, Asked(example.args, example.named), answer)
        if seen is not None and not seen.raised:
            values += 1
            if same_value(seen.got, read(value), exercise):
                return True
    return not values


def _has_different_numbers(value: Any) -> bool:
    """Whether a value is made of numbers that are not all the same: one whole number is hit by chance."""
    if not isinstance(value, list | tuple | np.ndarray):
        return False
    try:
        return np.unique(np.asarray(value, dtype=float)).size > 1
    except (ValueError, TypeError, OverflowError):  # of several shapes, or no numbers
        return False
