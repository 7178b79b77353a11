"""How calls and values are written for a learner: as what can be pasted into a cell, on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import ModuleType
from typing import Any

from course.json_values import read

LONGEST = 160

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


def short(value: Any) -> str:
    """Write a value on one line: NumPy's numbers as numbers, -0.0 as 0.0, a function by its name; a long one is cut."""
    import numpy as np

    with np.printoptions(precision=6, threshold=12, legacy="1.25"):  # then a number of NumPy's is written as a number
        line = " ".join(repr(_without_minus_zero(value)).split())
    line = _OBJECT.sub(r"<\1>", _FUNCTION.sub(r"\1", line))
    return line if len(line) <= LONGEST else line[: LONGEST - 3] + "..."


def _without_minus_zero(value: Any) -> Any:
    import numpy as np

    if type(value) in (list, tuple):
        return type(value)(map(_without_minus_zero, value))
    if type(value) is dict:
        return {key: _without_minus_zero(item) for key, item in value.items()}
    if type(value) is np.ndarray and value.ndim == 0:  # as np.where gives it for a number: nothing hangs on it
        value = value[()]
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
    return short(read(plain))
