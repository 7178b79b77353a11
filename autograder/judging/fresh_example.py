"""One short call for which an answer fails, written out: a public one, or one with round numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import numpy as np

from autograder.exercise import Exercise
from autograder.judging.judge import same_value
from autograder.judging.observe import Asked
from autograder.judging.seen_calls import Seen, ask_both, how_it_fails, is_finite
from autograder.support.sanitise import one_line
from autograder.worker.codec import Rng
from course import public as _public
from course.formatting import imports
from course.language import text

MAX_CALL = 140  # characters of an example, and of a value in it
MAX_ELEMENTS = 12  # of an array in it
LARGE = 1e9  # from here on a number is written with a power of ten
TRIES = 5  # calls that are asked again with rounder numbers


def shortest_example(
    exercise: Exercise, wrong: list[Seen], answer: Callable[..., Any], diagnosis: str = "", finite: bool = False
) -> dict[str, str] | None:
    """Return a call that fails, written out, with what comes back and what should: a public example if one fails.

    Else the shortest of the calls that failed, with rounder numbers. With a ``diagnosis``, one that ``fails`` in that
    way; if ``finite`` is set, one in which nothing that comes back is inf or nan.
    """

    def fits(seen: Seen) -> bool:
        fails = how_it_fails(seen, exercise)
        return (fails == diagnosis if diagnosis else fails != "") and (not finite or is_finite(seen.got))

    public = public_calls(exercise)
    drawn = [_rounder(_shown(each.asked, public)) for each in wrong if fits(each)]
    drawn.sort(key=lambda asked: len(_expression(exercise, asked) or " " * MAX_CALL))
    for asked in [*public, *drawn[:TRIES]]:
        written = _expression(exercise, asked)
        if written is None:
            continue
        seen = ask_both(exercise, asked, answer)
        if seen is None or not fits(seen):
            continue
        about = {"needs": _needs(exercise, asked), "fails": how_it_fails(seen, exercise)}
        if seen.raised:
            return about | {"call": written, "raised": seen.raised}
        where, got, due = _first_wrong(seen.got, seen.due, exercise)
        actual, expected = _written(got), _written(due)
        if actual is not None and expected is not None:
            return about | {"call": written + where, "got": one_line(actual), "expected": expected}
    return None


def _first_wrong(got: Any, due: Any, exercise: Exercise) -> tuple[str, Any, Any]:
    """Return the first part of a result that is wrong, and how it is written; the whole where it has no parts."""
    if isinstance(got, dict) and isinstance(due, dict) and got.keys() == due.keys():
        for key in due:
            if not same_value(got[key], due[key], exercise):
                return f"[{key!r}]", got[key], due[key]
    if isinstance(got, tuple) and isinstance(due, tuple) and len(got) == len(due):
        for place, pair in enumerate(zip(got, due, strict=True)):
            if not same_value(*pair, exercise):
                return f"[{place}]", *pair
    return "", got, due


def shown_as(example: dict[str, str], lang: str) -> str:
    """Return an example as a sentence, with the import that it needs."""
    said = text("facts.example_raises" if "raised" in example else "facts.example", lang, **example)
    return f"{said} {text('facts.needs', lang, needs=example['needs'])}" if example["needs"] else said


def public_calls(exercise: Exercise) -> list[Asked]:
    return [
        Asked(more, {}, Asked(example.args, example.named)) if example.then else Asked(example.args, example.named)
        for example in exercise.examples if not example.fulfils for more in example.then or ((),)
    ]  # fmt: skip


def _shown(asked: Asked, public: list[Asked]) -> Asked:
    """Return a call with public functions in the place of hidden ones, and three numbers of a single long array."""
    arrays = [value for value in asked.args if isinstance(value, np.ndarray)]
    short = len(arrays) == 1 and arrays[0].ndim == 1 and arrays[0].size > MAX_ELEMENTS
    args = []
    for place, value in enumerate(asked.args):
        if callable(value):
            others = [each.args[place] for each in public if place < len(each.args)]
            value = next(filter(callable, others), value)
        args.append(value[:3] if short and value is arrays[0] else value)
    return Asked(tuple(args), asked.named, asked.of and _shown(asked.of, [each.of for each in public if each.of]))


def _rounder(value: Any) -> Any:
    """Return a call or a value with numbers of at most three digits."""
    match value:
        case Asked():
            return Asked(_rounder(value.args), _rounder(value.named), _rounder(value.of))
        case bool() | None:
            return value
        case float() | np.floating():
            return float(f"{value:.3g}")
        case np.ndarray() if value.dtype.kind == "f":
            return np.array([float(f"{item:.3g}") for item in value.ravel()]).reshape(value.shape)
        case list() | tuple():
            return type(value)(_rounder(item) for item in value)
        case dict():
            return {key: _rounder(item) for key, item in value.items()}
    return value


def _expression(exercise: Exercise, asked: Asked) -> str | None:
    """Write a call as Python, or return None where that is no short line; the functions in it are public ones."""

    functions = _public.module(exercise.unit)
    before = exercise.name if asked.of is None else _expression(exercise, asked.of)
    named = {key: _written(value, functions) for key, value in asked.named.items()}
    parts = [_written(value, functions) for value in asked.args]
    parts += [value if value is None else f"{key}={value}" for key, value in named.items()]
    if before is None or any(part is None for part in parts):
        return None
    line = f"{before}({', '.join(filter(None, parts))})"
    return line if len(line) <= MAX_CALL else None


def _needs(exercise: Exercise, asked: Asked) -> str:
    """Return the line that imports the public functions that a call names; nothing where it names none."""
    module = _public.module(exercise.unit)
    names = dict.fromkeys(_functions([*asked.args, *asked.named.values(), *(asked.of.args if asked.of else ())]))
    return imports(module, names) if names else ""


def _functions(value: Any) -> Iterator[str]:
    """Yield the names of the functions in a value."""
    if callable(value):
        yield value.__name__
    elif isinstance(value, list | tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _functions(each)


def _written(value: Any, functions: ModuleType | None = None) -> str | None:
    """Write a plain value as Python would, with numbers of six digits; None where that is too long.

    Functions are written by their name in the module ``functions``. It is there for what a function is called with:
    then numbers have nine digits, because just beside a border another answer is right.
    """
    name = getattr(value, "__name__", "")
    if functions is not None and callable(value) and getattr(functions, name, None) is value:
        return name
    match value:
        case bool() | None | str() | int() | np.integer() | np.bool_():
            line = repr(value.item() if isinstance(value, np.generic) else value)
        case float() | np.floating():
            short = f"{value:.{6 if functions is None else 9}g}"
            line = short if abs(float(value)) >= LARGE else repr(float(short) + 0.0)
        case Rng():
            line = f"np.random.default_rng({value.seed})"
        case np.ndarray() if value.ndim == 0 and value.dtype.kind in "biuf":
            line = _written(value.item()) or ""
        case np.ndarray() if value.size <= MAX_ELEMENTS and value.dtype.kind in "biuf":
            inner = _written(value.tolist())
            line = f"np.array({inner})" if inner is not None else ""
        case list() | tuple() if len(value) <= MAX_ELEMENTS:
            parts = [_written(item, functions) for item in value]
            if any(part is None for part in parts):
                return None
            comma = "," if isinstance(value, tuple) and len(parts) == 1 else ""
            inside = ", ".join(filter(None, parts)) + comma
            line = f"({inside})" if isinstance(value, tuple) else f"[{inside}]"
        case dict() if len(value) <= MAX_ELEMENTS:
            entries = [(_written(key), _written(item, functions)) for key, item in value.items()]
            if any(part is None for entry in entries for part in entry):
                return None
            line = f"{{{', '.join(f'{key}: {item}' for key, item in entries)}}}"
        case _:
            return None
    return line if line and len(line) <= MAX_CALL else None
