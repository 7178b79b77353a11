"""A learner's request to be graded once more: a line in any cell of the notebook, or in a file that a form gives.

    Regrade request: my function also takes lists, as the task says.
    Прошу проверить ещё раз: функция принимает и списки, как сказано в задании.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from autograder.support.sanitise import one_line
from autograder.support.student_names import composed

FILE = "regrade-requests.csv"  # in the folder of the class; the columns student, unit and request
MOST = 300  # characters that are shown

_LINE = re.compile(
    r"^[\s#>*_-]*(?:regrade request|прошу проверить ещ[её] раз)[\s*_]*:(.*)", re.IGNORECASE | re.MULTILINE
)


def requested(source: str) -> str:
    """Return what a cell asks for in such a line, or nothing."""
    found = _LINE.search(source)
    return _shown(found[1]) or "…" if found else ""


def requests(root: Path, unit: str) -> dict[str, str]:
    """Return what a class's file asks for in a unit, by student. Raises ``OSError`` if it cannot be read."""
    path = root / FILE
    if not path.exists():
        return {}
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig", "replace"), newline=""))
    return {
        composed((row.get("student") or "").strip()): _shown(row.get("request") or "") or "…"
        for row in rows
        if (row.get("unit") or "").strip() == unit
    }


def _shown(words: str) -> str:
    return one_line(words).strip("*_ ")[:MOST]
