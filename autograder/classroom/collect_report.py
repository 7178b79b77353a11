"""Say what was collected: a table of people, and who needs somebody to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.table import Table
from rich.text import Text

from autograder.classroom.collect import Collected, Collection
from autograder.support.sanitise import one_line

HOW = (
    "None of these names is one that a known platform gives. Give each notebook, archive or folder the name of its\n"
    "learner, or say in nbgrader_config.py how to read it. For names like hw-alice/work.ipynb it is\n"
    r"""get_config().FileNameCollectorPlugin.named_regexp = r".*/extracted/hw-(?P<student_id>[^/]+)/.*" """
    "\nA group called timestamp may say when the work came."
)


def table(people: Sequence[Collected]) -> Table:
    """Return a row for each whose work lies in ``submitted/`` now."""
    out = Table("folder", "name", "id", "handed in (UTC)", "")
    for each in sorted(people, key=lambda each: (each.name.casefold(), each.id)):
        when = f"{each.when} late".strip() if each.late else each.when
        out.add_row(*(Text(one_line(words)) for words in (each.student, each.name, each.id, when, each.done)))
    return out


def rows(unit: str, collection: Collection, done: Sequence[Collected]) -> Iterator[dict[str, Any]]:
    """Yield the same as objects: who was collected now, who is missing, who was left out or is doubtful."""
    found = [("collected", asdict(each)) for each in done]
    found += [("missing", {"name": name}) for name in collection.missing]
    found += [("doubtful" if doubt.student else "left out", asdict(doubt)) for doubt in collection.doubts]
    for kind, row in found:
        yield {"unit": unit, "kind": kind} | row


def summary(unit: str, collection: Collection, done: Sequence[Collected]) -> str:
    """Return how many were collected, who is missing, and who was left out."""
    counts = Counter(each.done for each in done)
    lines = [f"{unit}: " + (", ".join(f"{count} {word}" for word, count in sorted(counts.items())) or "nobody")]
    if collection.missing:
        names = ", ".join(map(one_line, collection.missing))
        lines.append(f"nothing handed in by {len(collection.missing)}: {names}")
    if collection.doubts:
        lines.append(doubts(unit, collection))
    if not done and any("does not say whose" in doubt.why for doubt in collection.doubts):
        lines.append(HOW)
    return "\n".join(lines)


def doubts(unit: str, collection: Collection) -> str:
    """Return the list of those who were left out or are doubtful."""
    lines = [
        f"  {'doubtful' if doubt.student else 'LEFT OUT'}: {one_line(doubt.what)}: {one_line(doubt.why)}"
        for doubt in collection.doubts
    ]
    seen = f"when you have seen to them: autograder collect {unit} --settled"
    return "\n".join([f"{len(lines)} of those collected for {unit} need you ({seen})", *lines])
