"""The six questions before and after the course: which answers are right is read from a notebook, nothing is run.

They stand in the first unit as ``pretest = {"A": 2, …}`` and in the last one as ``posttest``; 0 is "I do not know".
They earn no points, so the right answers, which follow the second time, are worth nobody's trouble.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nbformat import NotebookNode

FIRST, LAST = "00-start-here", "11-grid-search"
NAMES = {FIRST: "pretest", LAST: "posttest"}
KEY = {"A": 2, "B": 3, "C": 4, "D": 3, "E": 1, "F": 2}
_MOST = 1000  # characters of an answer that are looked at

Right = dict[str, bool]  # question -> whether its answer is right


@dataclass(frozen=True)
class Asked:
    """One question, and the share of the class that was right before the course and after it (None: not yet asked)."""

    question: str
    before: float
    after: float | None


def right(notebook: NotebookNode, unit: str) -> Right | None:
    """Return which questions are answered rightly in a notebook of ``unit``; None if none is answered there."""
    stands = re.compile(rf"^{NAMES[unit]}\s*=\s*\{{([^}}]{{0,{_MOST}}})\}}", re.MULTILINE)
    found = [given for cell in notebook.cells if cell.cell_type == "code" for given in stands.findall(cell.source)]
    pairs = re.findall(r"([A-F])[\"']\s*:\s*[\"']?(\d)\b", "".join(found[-1:]))
    answers = {name: int(number) for name, number in pairs}
    return {name: answers.get(name) == number for name, number in KEY.items()} if any(answers.values()) else None


def shares(before: Sequence[Right], after: Sequence[Right] = ()) -> tuple[Asked, ...]:
    """Return the shares of right answers, question by question; nothing where nobody has answered."""

    def share(given: Sequence[Right], name: str) -> float:
        return sum(each[name] for each in given) / len(given)

    if not before:
        return ()
    return tuple(Asked(name, share(before, name), share(after, name) if after else None) for name in KEY)
