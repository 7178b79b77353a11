"""A worked example of an exercise with other numbers: a public call, and what it has to give."""

from __future__ import annotations

import re

from course import public
from course.formatting import LONGEST, call, short
from course.json_values import read


def worked(name: str, avoid: str = "") -> tuple[str, str] | None:
    """Return a call and the value that is due, in words; None where no example is short enough to help.

    ``avoid`` is the call that the learner sees already.
    """
    from course.check import public_data

    data = public_data().get(name)
    if data is None:
        return None
    module = public.module(data["unit"])
    for example in reversed(data["examples"]):
        if "fulfils" in example or "raises" in example:  # then no value is due that one could look at
            continue
        asked, due = call(name, example, module), read(example["expected"])
        if "then" in example:
            due = due[0]
        value = short(due)
        if asked != avoid and "..." not in asked and len(value) < LONGEST:
            return asked, value
    return None


def pasteable(asked: str) -> str:
    """Return a call as it is shown in a form that runs in a cell: imports first, NumPy's names with ``np.``; else "".

    Nothing is left of a call that was cut because it is too long.
    """
    line, *imports = asked.splitlines()
    if "..." in line:
        return ""
    line = re.sub(r"(?<![\w.'\"])(array|inf|nan)\b(?!=)", r"np.\1", line)
    line = re.sub(r"dtype=(\w+)", r"dtype='\1'", line)
    return "\n".join([*(each.strip() for each in imports), line])
