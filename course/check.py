"""The visible check: try an answer on public examples and say what is wrong with it, in the learner's own kernel.

No reference is at hand here. What right and typical wrong answers give for the examples is data in ``course/checks``.
"""

from __future__ import annotations

import copy
import inspect
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Any

from course.language import catalogue, language, text
from course.letters import Odd, describe, odd_characters, odd_text

_failures: Counter[tuple[str, str]] = Counter()  # how often each hint has been due, for the next stage


@dataclass(frozen=True)
class Outcome:
    """What a check found. ``state``: ``correct``, ``wrong`` or ``not_attempted``; ``hint``: what and where."""

    exercise: str
    state: str
    hint: tuple[str, str] = ("", "")
    details: tuple[str, ...] = ()


def check(answer: Callable[..., Any]) -> None:
    """Try ``answer`` on the public examples and print what was found.

    The first time a mistake is seen, the hint says what kind of mistake it is; the next time also where to look.
    """
    outcome = examine(answer)
    if outcome.state == "correct":
        _say(text("check.visible.correct", name=outcome.exercise))
        return
    what, where = outcome.hint
    _failures[outcome.exercise, what] += 1
    again = _failures[outcome.exercise, what] > 1 or outcome.state == "not_attempted"
    lines = [text(f"check.state.{outcome.state}", name=outcome.exercise), what, *outcome.details]
    lines.append(where if again else text("check.visible.where_next"))
    _say("\n".join(lines), failed=True)


def examine(answer: Callable[..., Any], lang: str | None = None, *, name: str = "") -> Outcome:
    """Return what :func:`check` would say about ``answer``; ``name`` says of which exercise, if its own name does not.

    Raises ``TypeError`` where ``answer`` is not one of the course's functions.
    """
    name = name or _exercise_name(answer)
    data = _data()[name]
    lang = lang or language()
    for example in data["examples"]:
        outcome = _try(name, answer, example, data, lang)
        if outcome is not None:
            return outcome
    return Outcome(name, "correct")


def _try(
    name: str, answer: Callable[..., Any], example: dict[str, Any], data: dict[str, Any], lang: str
) -> Outcome | None:
    from course import public
    from course.compare import mismatch

    module = public.module(data["unit"])
    args, named = _value(example["args"], module), _value(example.get("named", {}), module)
    given, given_by_name = copy.deepcopy((args, named))
    call = text("check.visible.example", lang, call=_call(name, example, module))
    try:
        result = answer(*given, **given_by_name)
        observed = _observe(result, args, named, example, module)
    except NotImplementedError:
        return Outcome(name, "not_attempted", hint_words("not_attempted", lang))
    except Exception as error:
        entered = error.__traceback__ is not None and error.__traceback__.tb_next is not None
        for mistake in example["mistakes"] if entered else ():  # no mistake explains a call that Python refused
            if mistake.get("raises") == type(error).__name__:
                details = (call, f"  {type(error).__name__}: {error}")
                return Outcome(name, "wrong", tuple(mistake["hint"][lang]), details)
        hint = _odd_hint(name, answer, named, lang) or hint_words("raised", lang, type(error).__name__)
        return Outcome(name, "error", hint, (call, f"  {error}"))
    before, after = [*args, *named.values()], [*given, *given_by_name.values()]
    if any(map(_changed, before, after)):
        return Outcome(name, "wrong", hint_words("changed_argument", lang), (call,))
    expected = _value(example["expected"])
    fault = mismatch(expected, observed, data["rtol"], data["atol"])
    if fault is None:
        if any(map(_unused, before, after)):
            return Outcome(name, "wrong", hint_words("unused_generator", lang), (call,))
        return None
    got = text("check.visible.got", lang, actual=_short(result))
    due = text("check.visible.fulfil", lang) if "fulfils" in example else ""
    details = (call, got, due or text("check.visible.expected", lang, expected=_short(expected)))
    for mistake in example["mistakes"]:
        if "value" in mistake and mismatch(_value(mistake["value"]), observed, data["rtol"], data["atol"]) is None:
            return Outcome(name, "wrong", tuple(mistake["hint"][lang]), details)
    hint = _odd_hint(name, answer, named, lang, expected, observed) or hint_words(f"wrong_{fault}", lang)
    return Outcome(name, "wrong", hint, details)


def _odd_hint(
    name: str, answer: Callable[..., Any], named: dict[str, Any], lang: str, expected: Any = None, observed: Any = None
) -> tuple[str, str] | None:
    """Return the hint that names a look-alike character, if there is one in what was returned or in the source."""
    odd = _odd_returned(expected, observed)
    found = _odd_written(answer, (name, *named))
    if odd is not None:  # then its place in the source, if it stands there as it was returned
        odd = next((other for other in found if other.written == odd.written), odd)
    elif found:
        odd = found[0]
    return odd and hint_words("look_alike", lang, describe(odd, lang))


def _odd_returned(expected: Any, observed: Any) -> Odd | None:
    """Return what is odd about the first text that looks like the expected one and is not."""
    pairs: list[tuple[Any, Any]]
    match expected, observed:
        case str(), str():
            return odd_text(observed, expected)
        case dict(), dict():
            shared = [(expected[key], observed[key]) for key in expected if key in observed]
            pairs = [*zip(sorted(expected, key=str), sorted(observed, key=str), strict=False), *shared]
        case list() | tuple(), list() | tuple():
            pairs = list(zip(expected, observed, strict=False))
        case _:
            return None
    return next(filter(None, (_odd_returned(one, other) for one, other in pairs)), None)


def _odd_written(answer: Callable[..., Any], names: tuple[str, ...]) -> list[Odd]:
    """Return the odd characters in the source of ``answer``, with their lines in the cell; none where it has none."""
    try:
        lines, start = inspect.getsourcelines(answer)
    except (OSError, TypeError, ValueError, SyntaxError):  # not from a file or a cell
        return []
    found = odd_characters("".join(lines), names)
    return [replace(odd, line=odd.line + max(start, 1) - 1) for odd in found]


def _observe(
    result: Any, args: list[Any], named: dict[str, Any], example: dict[str, Any], module: ModuleType
) -> Any:
    if "then" in example:
        return [result(*(_value(value, module) for value in more)) for more in example["then"]]
    return getattr(module, example["fulfils"])(*args, result, **named) if "fulfils" in example else result


def _changed(old: Any, new: Any) -> bool:
    """Whether an argument was changed in place."""
    import numpy as np

    if isinstance(old, list | tuple):
        return not isinstance(new, list | tuple) or len(old) != len(new) or any(map(_changed, old, new))
    if isinstance(old, np.ndarray):
        return not np.array_equal(old, new, equal_nan=old.dtype.kind == "f")
    return isinstance(old, int | float | str) and old != new and old == old


def _unused(old: Any, new: Any) -> bool:
    """Whether an argument is a random generator that nothing was drawn from, not even another generator."""
    import numpy as np

    if not isinstance(old, np.random.Generator):
        return False
    before, after = old.bit_generator, new.bit_generator
    return before.state == after.state and before.seed_seq.n_children_spawned == after.seed_seq.n_children_spawned


def hint_words(name: str, lang: str, detail: str = "") -> tuple[str, str]:
    """Return the two sentences of ``[hint.name]``, for what no misconception explains.

    ``[hint.name.detail]`` says both or one of them in other words, where there is more to say about this detail.
    Of a detail such as ``conflict:12`` the first part names these words, and the rest is filled in.
    """
    group: Any = catalogue("check", lang)["hint"]
    hint = group[name]
    kind, colon, rest = detail.partition(":")
    own = hint.get(kind)
    if isinstance(own, dict):
        hint, detail = hint | own, rest if colon else detail
    return hint["kind"].format(detail=detail), hint["where"].format(detail=detail)


@cache
def _data() -> dict[str, Any]:
    """Return the public examples of all units by exercise."""
    found: dict[str, Any] = {}
    for file in sorted((files("course") / "checks").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".json"):
            unit = file.name.removesuffix(".json")
            found |= {name: data | {"unit": unit} for name, data in json.loads(file.read_text("utf-8")).items()}
    return found


def _exercise_name(answer: Callable[..., Any]) -> str:
    """Return the exercise that ``answer`` is an answer to: by its own name, else by the name it was given."""
    known = _data()
    name = getattr(answer, "__name__", "")
    if name in known:
        return name
    frame = inspect.currentframe()
    while frame is not None:
        for given, value in frame.f_globals.items():
            if value is answer and given in known:
                return given
        frame = frame.f_back
    unknown = text("check.visible.unknown", name=repr(name or answer), first=next(iter(known), "loss"))
    odd = next(filter(None, (odd_text(name, other) for other in known)), None) if isinstance(name, str) else None
    if odd is not None:
        unknown += "\n" + hint_words("look_alike", language(), describe(odd, language()))[0]
    raise TypeError(unknown)


def _value(plain: Any, module: ModuleType | None = None) -> Any:
    """Read a value of the examples' JSON: what is marked (arrays, tuples, functions, …) becomes itself."""
    import numpy as np

    match plain:
        case {"$function": name}:
            return getattr(module, name)
        case {"$rng": seed}:
            return np.random.default_rng(seed)
        case {"$array": values}:
            return np.array(_value(values))
        case {"$tuple": items}:
            return tuple(_value(items, module))
        case {"$number": number}:
            return float(number)
        case dict():
            return {key: _value(item, module) for key, item in plain.items()}
        case list():
            return [_value(item, module) for item in plain]
    return plain


def _call(name: str, example: dict[str, Any], module: ModuleType) -> str:
    """Write an example as a call that the learner can paste into a cell, with the import it needs."""
    needs: dict[str, None] = {}
    arguments = [_written(value, needs) for value in example["args"]]
    arguments += [f"{given}={_written(value, needs)}" for given, value in example.get("named", {}).items()]
    line = f"{name}({', '.join(arguments)})"
    for more in example.get("then", [])[:1]:
        line += f"({', '.join(_written(value, needs) for value in more)})"
    return f"{line}\n  from {module.__name__} import {', '.join(needs)}" if needs else line


def _written(plain: Any, needs: dict[str, None]) -> str:
    """Write one argument; the functions it names are added to ``needs``."""
    match plain:
        case {"$function": name}:
            needs[name] = None
            return name
        case {"$rng": seed}:
            return f"np.random.default_rng({seed})"
        case {"$tuple": items}:
            return f"({', '.join(_written(item, needs) for item in items)}{',' * (len(items) == 1)})"
        case list() if any(isinstance(item, dict | list) for item in plain):
            return f"[{', '.join(_written(item, needs) for item in plain)}]"
    return _short(_value(plain))


def _short(value: Any) -> str:
    import numpy as np

    with np.printoptions(precision=6, threshold=12, legacy="1.25"):  # then a number of NumPy's is written as a number
        line = " ".join(repr(value).split())
    return line if len(line) <= 160 else line[:157] + "..."


def _say(words: str, *, failed: bool = False) -> None:
    # nbgrader's Validate counts a cell as failed when it writes to stderr; learners see plain text.
    validating = os.environ.get("NBGRADER_EXECUTION") == "validate"
    print(words, file=sys.stderr if failed and validating else sys.stdout)
