"""Notice that a function is an older version: the cell that should have defined it anew stopped with an error.

IPython tells of every cell that was run. In any other Python there are no cells, and nothing is stale.
"""

from __future__ import annotations

import re
import sys
from typing import Any

_DEFINED = re.compile(r"^ {0,3}(?:async +)?(?:def|class) +(\w+)|^(\w+) *=(?!=)", re.MULTILINE)  # also in broken code
_before: dict[str, Any] = {}  # what the names that the running cell defines stood for
_stale: dict[str, Any] = {}  # what a name stands for although a later cell should have defined it


def is_stale(name: str, answer: Any) -> bool:
    """Whether ``answer`` is what ``name`` stood for before the last run of a cell that defines it, which failed."""
    return name in _stale and _stale[name] is answer


def watch() -> None:
    """Listen to the cells of the notebook that runs, if there is one."""
    shell = _shell()
    if shell is not None:
        shell.events.register("pre_run_cell", _starts)
        shell.events.register("post_run_cell", _ended)


def _shell() -> Any:
    ipython = sys.modules.get("IPython")  # never imported for this: where it is not, there are no cells
    return ipython.get_ipython() if ipython is not None else None


def _starts(info: Any) -> None:
    shell = _shell()
    names = {one or other for one, other in _DEFINED.findall(info.raw_cell or "")}
    _before.clear()
    _before.update({name: shell.user_ns[name] for name in names if name in shell.user_ns})


def _ended(result: Any) -> None:
    shell = _shell()
    for name, value in _before.items():
        if not result.success and shell.user_ns.get(name) is value:
            _stale[name] = value
        else:
            _stale.pop(name, None)
    _before.clear()
