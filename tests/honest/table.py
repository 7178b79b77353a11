"""Grade all honest notebooks and write their table in docs/trust.md anew: ``python -m tests.honest.table``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .run import Run, grade
from .suite import cases, words

DOCUMENT = Path(__file__).parents[2] / "docs" / "trust.md"
BEGIN, END = "<!-- honest: made by python -m tests.honest.table -->", "<!-- end of honest -->"


def updated(run: Run) -> str:
    """Return the document with the table as this run gives it. Raises ``ValueError`` where it has no place for it."""
    before, begin, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    if not begin:
        raise ValueError(f"{DOCUMENT} has no line {BEGIN}")
    return f"{before}{BEGIN}\n\n{rows(run)}\n{END}{rest.partition(END)[2]}"


def rows(run: Run) -> str:
    """Return the table: one row for each class of accidents, and their sum.

    Of a notebook that the run has not graded it says what is due: no point lost, and its remarks.
    """
    lines = ["| class | what happens | accidents | notebooks | points lost | with a remark |"]
    lines.append("|---|---|--:|--:|--:|--:|")
    for group, happens in [*words().items(), ("all", "")]:
        own = {case: run.outcomes.get(case) for case in cases() if group in (case.accident.group, "all")}
        numbers = [
            len({case.accident.name for case in own}), len(own),
            round(sum(outcome.lost(case.unit) for case, outcome in own.items() if outcome), 2),
            sum(bool(o.said or o.said_of_verdicts if o else case.says or case.due) for case, o in own.items()),
        ]  # fmt: skip
        name = "all" if group == "all" else f"`{group}`"
        lines.append(f"| {name} | {happens} | {' | '.join(f'{number:g}' for number in numbers)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        result = grade(Path(folder), cases())
    DOCUMENT.write_text(updated(result), "utf-8")
    sys.stdout.write(rows(result))
