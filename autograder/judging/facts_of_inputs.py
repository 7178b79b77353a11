"""For which inputs an answer is wrong, where it is right for others."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercise import Exercise
from autograder.judging.fresh_example import TRIES
from autograder.judging.judge import same_value
from autograder.judging.observe import Asked
from autograder.judging.seen_calls import FEW, Seen, argument, ask_both, is_numeric
from course.language import LANGUAGES, text

MOST_VALUES = 3  # of an argument for which an answer fails, that are listed
OFTEN = 3  # times that an answer must be wrong for a number, or raise, to have that said


# What may set right calls and wrong ones apart: a name of [facts.inputs], and whether a value is so.
_FEATURES: dict[str, Callable[[np.ndarray], bool]] = {
    "number": lambda value: value.ndim == 0,
    "array": lambda value: value.ndim > 0,
    "flat": lambda value: value.ndim == 1,
    "table": lambda value: value.ndim == 2,
    "whole": lambda value: value.dtype.kind in "iu",
    "broken": lambda value: value.dtype.kind == "f" and bool(np.any(value != np.round(value))),
    "positive": lambda value: bool(np.all(value > 0)),
    "negative": lambda value: bool(np.all(value < 0)),
    "mixed": lambda value: bool(np.any(value > 0) and np.any(value < 0)),
    "zero": lambda value: bool(np.all(value == 0)),
    "single": lambda value: value.size == 1 and value.ndim > 0,
}


def which_inputs(
    exercise: Exercise, right: list[Seen], wrong: list[Seen], answer: Callable[..., Any]
) -> tuple[str, dict[str, str]] | None:
    """Return for which inputs an answer is wrong, if one property of one argument tells.

    All arrays of the probes hold different numbers. So before it is said that arrays are the matter, some of the calls
    are asked again with arrays of equal ones.
    """
    names = exercise.parameters
    special = _special_values(names, right, wrong)
    few = OFTEN if all(each.raised for each in wrong) else FEW  # what raises ends a probe: it is seen more seldom
    if special is not None or len(right) < FEW or len(wrong) < few:
        return special
    for place, name in enumerate(names):
        good, bad = ([argument(each, place, name) for each in group] for group in (right, wrong))
        if any(value is None for value in (*good, *bad)) or any(each.asked.of for each in (*right, *wrong)):
            continue
        if all(isinstance(value, str | bool) for value in (*good, *bad)):
            values = list(dict.fromkeys(bad))
            if set(good) - set(bad) and len(values) <= MOST_VALUES:
                return _for_values(name, values)
            continue
        if not all(is_numeric(value) for value in (*good, *bad)):
            continue
        for feature, holds in _FEATURES.items():
            if len({str(value) for value in good}) < 2:
                break  # such as the only case in which there is nothing to do
            if all(holds(np.asarray(value)) for value in bad) and not any(holds(np.asarray(value)) for value in good):
                if feature in ("array", "flat", "table"):
                    of_equal = _right_for_equal_numbers(exercise, wrong, place, answer)
                    if of_equal is None:
                        break
                    feature = "unlike" if of_equal else feature
                said = {
                    lang: text("facts.for_inputs", lang, name=name, kind=text(f"facts.inputs.{feature}", lang))
                    for lang in LANGUAGES
                }
                return f"input:{feature}", said
    return None


def _for_values(name: str, values: list[Any]) -> tuple[str, dict[str, str]]:
    word = f"input:{'+'.join(map(str, values))}"
    said = {
        lang: text("facts.for_value", lang, name=name, value=text("facts.or", lang).join(map(repr, values)))
        for lang in LANGUAGES
    }
    return word, said


def _special_values(names: tuple[str, ...], right: list[Seen], wrong: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return the few numbers for which alone an answer is wrong, of an argument that is drawn from many."""
    for place, name in enumerate(names):
        good, bad = ([argument(each, place, name) for each in group] for group in (right, wrong))
        plain = all(isinstance(value, int | float) and not isinstance(value, bool) for value in (*good, *bad))
        counts = Counter(bad) if plain else {}
        if not counts or len(counts) > MOST_VALUES or min(counts.values()) < OFTEN:
            continue
        if len(set(good)) >= FEW and not set(good) & set(bad):
            return _for_values(name, sorted(counts))
    return None


def which_elements(exercise: Exercise, right: list[Seen], wrong: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return for which numbers an answer is wrong that gives one value for each number of an argument.

    That is one sign of them, or all beyond one number, and none before it.
    """
    for place, name in enumerate(exercise.parameters):
        pairs: list[tuple[float, bool]] = []
        for each in (*right, *wrong):
            found = _by_element(exercise, each, argument(each, place, name))
            if found is None:
                break
            pairs += found
        else:
            good, bad = (np.array([x for x, fits in pairs if fits is which]) for which in (True, False))
            if len(set(good)) < FEW or len(set(bad)) < FEW:
                continue
            for feature in ("positive", "negative"):
                holds = _FEATURES[feature]
                if holds(bad) and not any(map(holds, good)):
                    kind = {lang: text(f"facts.inputs.{feature}", lang) for lang in LANGUAGES}
                    return f"input:{feature}", {
                        lang: text("facts.for_inputs", lang, name=name, kind=kind[lang]) for lang in LANGUAGES
                    }
            for word, below, above in (("from", good, bad), ("up_to", bad, good)):
                low, high = below.max(), above.min()
                if low < high:
                    words = {"name": name, "low": _rounded(low, math.floor), "high": _rounded(high, math.ceil)}
                    return f"input:{word}", {lang: text(f"facts.{word}", lang, **words) for lang in LANGUAGES}
    return None


def _rounded(value: float, towards: Callable[[float], int]) -> str:
    """Write a number with three digits, rounded to one side, so that what is said of all beyond it stays true."""
    if not value:
        return "0"
    step = 10.0 ** (math.floor(math.log10(abs(value))) - 2)
    return f"{towards(round(value / step, 6)) * step:.6g}"


def _by_element(exercise: Exercise, seen: Seen, argument: Any) -> list[tuple[float, bool]] | None:
    """Return every number of an argument, and whether its value is right; None where no value belongs to each."""
    shapes = {np.shape(each) for each in (argument, seen.got, seen.due) if is_numeric(each)}
    if seen.raised or seen.asked.of or len(shapes) != 1 or not all(map(is_numeric, (argument, seen.got, seen.due))):
        return None
    triples = zip(*(np.ravel(each) for each in (argument, seen.got, seen.due)), strict=True)
    return [(float(x), same_value(float(got), float(due), exercise)) for x, got, due in triples]


def _right_for_equal_numbers(
    exercise: Exercise, wrong: list[Seen], place: int, answer: Callable[..., Any]
) -> bool | None:
    """Whether calls that fail are right with arrays of equal numbers; None if just some are, or none can be asked."""
    outcomes = set()
    for each in wrong[:TRIES]:
        args = each.asked.args
        arrays = np.asarray(args[place] if place < len(args) else ())
        for one in (arrays.min(), arrays.max()) if arrays.size else ():
            asked = Asked((*args[:place], np.full(arrays.shape, one), *args[place + 1 :]), each.asked.named)
            seen = ask_both(exercise, asked, answer)
            if seen is not None:
                outcomes.add(not seen.raised and same_value(seen.got, seen.due, exercise))
    return outcomes.pop() if len(outcomes) == 1 else None
