"""How calls and values are written for a learner: as what can be pasted into a cell, on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from course.json_values import read

LONGEST = 160
DIGITS = 12  # of a number that is a result: what rounding has added stays behind them

_FUNCTION = re.compile(
    r"<(?:built-in |bound )?(?:function|method|ufunc) '?(?:[\w.]|<locals>)*?(\w+|<lambda>)'?(?: (?:[^<>]|<[^<>]*>)*)?>"
)
_OBJECT = re.compile(r"<(?:[\w.]|<locals>)*?(\w+) object at 0x\w+>")


def call(name: str, example: dict[str, Any], module: ModuleType, asked: int = 0) -> str:
    """Write an example as a call, with the import it needs; of a returned function the call number ``asked``."""
    needs: dict[str, None] = {}
    arguments = [_written(value, needs) for value in example["args"]]
    arguments += [f"{given}={_written(value, needs)}" for given, value in example.get("named", {}).items()]
    line = f"{name}({', '.join(arguments)})"
    for more in example.get("then", [])[asked : asked + 1]:
        line += f"({', '.join(_written(value, needs) for value in more)})"
    return f"{line}\n  {imports(module, needs)}" if needs else line


def imports(module: ModuleType, names: Iterable[str]) -> str:
    """Write the line that imports names from a module."""
    return f"from {module.__name__} import {', '.join(names)}"


def short(value: Any, exact: bool = False) -> str:
    """Write a value on one line: NumPy's numbers as numbers, -0.0 as 0.0, a function by its name; a long one is cut.

    Numbers have twelve digits, those of an array six behind the point, and all that they have where they must be
    ``exact``.
    """
    import numpy as np

    precision = 17 if exact else 6
    with np.printoptions(precision=precision, threshold=12, legacy="1.25"):  # which writes NumPy's numbers as numbers
        line = " ".join(repr(_plain(value, exact)).split())
    line = _OBJECT.sub(r"<\1>", _FUNCTION.sub(r"\1", line))
    return line if len(line) <= LONGEST else line[: LONGEST - 3] + "..."


def told_apart(one: Any, other: Any) -> tuple[str, str]:
    """Write two values that differ; where they do so only in later digits, with all of these."""
    lines = short(one), short(other)
    return lines if lines[0] != lines[1] else (short(one, exact=True), short(other, exact=True))


def _plain(value: Any, exact: bool) -> Any:
    """Return a value with its numbers as they are written."""
    import numpy as np

    if type(value) in (list, tuple):
        return type(value)(_plain(item, exact) for item in value)
    if type(value) is dict:
        return {key: _plain(item, exact) for key, item in value.items()}
    if type(value) is np.ndarray and value.ndim == 0:  # as np.where gives it for a number: nothing hangs on it
        value = value[()]
    if not exact and type(value) in (float, np.float64, np.float32):
        value = type(value)(f"{value:.{DIGITS}g}")
    is_real = isinstance(value, float | np.floating) or type(value) is np.ndarray and value.dtype.kind == "f"
    return value + 0.0 if is_real else value


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
    return short(read(plain), exact=True)
