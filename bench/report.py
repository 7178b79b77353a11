"""The table of a benchmark, and what it says beside an earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table

from .stages import ORDER

OURS, STOCK, OTTER, FLOOR = "ours, 1 worker", "stock nbgrader", "Otter-Grader", "floor"
Ways = dict[str, dict[str, Any]]


def show(found: dict[str, Any], console: Console, before: dict[str, Any] | None = None) -> None:
    """Show what was measured; ``before`` is what an earlier run wrote."""
    console.print(_costs(found["ways"]))
    console.print(_sizes(found["ways"]))
    stages = _stages(found["ways"])
    if stages:
        console.print(stages)
    for words in (*_notes(found), *map(" : ".join, _as_words(ratios(found)))):
        console.print(words, highlight=False)
    if before:
        console.print(_compared(before, found))


def ratios(found: dict[str, Any]) -> dict[str, float]:
    """Return how our grader stands to the others: in processor seconds, which a busy machine changes least."""
    ways, said = found["ways"], {}
    line = ways[OURS]["line"] if OURS in ways else None
    for name in (STOCK, OTTER, FLOOR):
        if line and name in ways:
            said[f"ours : {name}, a submission, processor"] = line["processor"] / ways[name]["line"]["processor"]
            said[f"ours : {name}, a submission, seconds"] = line["seconds"] / ways[name]["line"]["seconds"]
    if line and line["start_processor"] is not None and found["import_nbgrader"]:
        said["start-up : import nbgrader, processor"] = line["start_processor"] / found["import_nbgrader"]["processor"]
        said["start-up : import nbgrader, seconds"] = line["start_seconds"] / found["import_nbgrader"]["seconds"]
    return said


def _as_words(values: dict[str, float]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        yield name, f"{value:.2f}"


def _costs(ways: Ways) -> Table:
    table = Table(title="what a submission costs", title_justify="left")
    heads = ("", "seconds", "processor s", "start-up s", "start-up processor s", "growth", "KiB left")
    for head in heads:
        table.add_column(head, justify="right" if head else "left")
    for name, way in ways.items():
        line = way["line"]
        numbers = (line[key] for key in (
            "seconds", "processor", "start_seconds", "start_processor", "growth", "memory"))  # fmt: skip
        table.add_row(name, *map(_number, numbers))
    return table


def _sizes(ways: Ways) -> Table:
    table = Table(title="the runs; memory in MiB: all processes together, the largest alone", title_justify="left")
    for head in ("", "submissions", "seconds", "processor s", "s each", "tree", "largest", "points each"):
        table.add_column(head, justify="right" if head else "left")
    for name, way in ways.items():
        for run in way["runs"]:
            cost, students = run["cost"], run["students"]
            each = (cost["seconds"] / students, cost["tree"], cost["largest"], run["points"] / students)
            table.add_row(name, str(students), *map(_number, (cost["seconds"], cost["processor"], *each)))
            name = ""
    return table


def _stages(ways: Ways) -> Table | None:
    """Return where the time went in the largest run whose stages were timed; all together are the whole."""
    timed = [run for way in ways.values() for run in way["runs"] if run["stages"]]
    if not timed:
        return None
    run = max(timed, key=lambda run: run["students"])
    whole = sum(run["stages"].values())
    table = Table(title=f"where {run['students']} submissions spend their seconds", title_justify="left")
    for head in ("stage", "seconds", "a submission", "share"):
        table.add_column(head, justify="right" if head != "stage" else "left")
    for stage in ORDER:
        seconds = run["stages"][stage]
        table.add_row(stage, f"{seconds:.2f}", f"{seconds / run['students']:.3f}", f"{seconds / whole:.0%}")
    return table


def _notes(found: dict[str, Any]) -> Iterator[str]:
    load = ", ".join(f"{each:.1f}" for each in found["load"])
    yield f"{found['cores']} cores; load of the machine (a minute each) before, after: {load}"
    if found["import_nbgrader"]:
        numbers = found["import_nbgrader"]
        yield f"import nbgrader: {numbers['seconds']:.2f} s, {numbers['processor']:.2f} processor s"
    yield from found["notes"]
    unknown = sorted({place for way in found["ways"].values() for run in way["runs"] for place in run["unknown"]})
    if unknown:
        yield f"not there, so not timed: {', '.join(unknown)}"


def _compared(before: dict[str, Any], after: dict[str, Any]) -> Table:
    table = Table(title="now : before, a submission", title_justify="left")
    for head in ("", "seconds", "processor s", "start-up processor s"):
        table.add_column(head, justify="right" if head else "left")
    for name in (name for name in after["ways"] if name in before["ways"]):
        old, new = before["ways"][name]["line"], after["ways"][name]["line"]
        keys = ("seconds", "processor", "start_processor")
        table.add_row(name, *(_number(new[key] / old[key] if old[key] and new[key] else None) for key in keys))
    return table


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
