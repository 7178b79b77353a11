"""What the public examples of each unit need, one module a unit: functions to call, and properties to fulfil.

Where a task has more than one right answer, a property takes the arguments of the call and its result and returns
what can be compared; it restates the task and holds no solution. The visible check and the judge use the same ones.
"""

from __future__ import annotations

import importlib
from types import ModuleType


def module(unit: str) -> ModuleType:
    """Return the module of a unit, for example of ``04-gradient-descent``."""
    return importlib.import_module(f"{__name__}.u{unit.replace('-', '_')}")
