"""``python -m bench``: measure, show the table, write the numbers."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from autograder.judging.workers import cores
from autograder.support.scratch import scratch_folder

from . import floor, otter, ours, report, stock
from .measure import Cost, Failed, measure
from .run import Run, environment
from .slope import described

KNOWN = ("ours", "floor", "stock", "otter")
OWN = {"ours": report.OURS, "floor": report.FLOOR}  # without these, the benchmark has failed
IMPORTS = 3  # times that nbgrader is imported; the quickest counts
Way = Callable[[Path, int], Run]
console = Console()


def main(
    sizes: Annotated[str, typer.Option(help="Sizes of the classes that we and the floor grade.")] = "5,10,20",
    others: Annotated[str, typer.Option(help="Sizes of the classes that stock nbgrader grades.")] = "5,10",
    singles: Annotated[str, typer.Option(help="Sizes of the classes that Otter grades, a process each.")] = "5",
    only: Annotated[str, typer.Option(help=f"Who is measured, of: {', '.join(KNOWN)}.")] = ",".join(KNOWN),
    folder: Annotated[Path, typer.Option(help="Where Otter is installed and stays.")] = Path("build/bench"),
    numbers: Annotated[Path | None, typer.Option("--json", help="Write the numbers to this file.")] = None,
    against: Annotated[Path | None, typer.Option(help="An earlier file of numbers to compare with.")] = None,
) -> None:
    """Measure what grading costs, and show it as a table.

    Exit code 1: we or the floor could not be measured. Where another grader could not, the table says why.
    """
    asked = only.split(",")
    strange = [name for name in asked if name not in KNOWN]
    if strange:
        raise typer.BadParameter(f"not one of {', '.join(KNOWN)}: {', '.join(strange)}", param_hint="--only")
    load = [os.getloadavg()[0]]
    notes: list[str] = []
    ways: dict[str, dict[str, Any]] = {}
    for name, way, counts in _ways(asked, _counts(sizes), _counts(others), _counts(singles), folder.resolve(), notes):
        try:
            _run(name, way, 1)  # so that what it needs is compiled, and where the system keeps what was read lately
            ways[name] = described([_run(name, way, count) for count in counts])
        except Failed as why:
            notes.append(f"{name}: {why}")
    found = {
        "ways": ways, "import_nbgrader": asdict(_import_nbgrader()) if "ours" in asked else None,
        "cores": cores(), "load": [*load, os.getloadavg()[0]], "python": sys.version.split()[0], "notes": notes,
    }  # fmt: skip
    found["ratios"] = report.ratios(found)
    report.show(found, console, json.loads(against.read_text("utf-8")) if against else None)
    if numbers:
        numbers.parent.mkdir(parents=True, exist_ok=True)
        numbers.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    raise typer.Exit(int(any(name in asked and way not in ways for name, way in OWN.items())))


def _ways(
    asked: Sequence[str], sizes: list[int], others: list[int], singles: list[int], folder: Path, notes: list[str]
) -> list[tuple[str, Way, list[int]]]:
    """Return who is measured: name, how they grade a class, and the sizes of the classes."""
    ways: list[tuple[str, Way, list[int]]] = []
    if "ours" in asked:
        ways.append((report.OURS, ours.grade, sizes))
        ways.append((f"ours, {cores()} workers", partial(ours.grade, workers=cores()), sizes))
    if "floor" in asked:
        ways.append((report.FLOOR, floor.grade, sizes))
    if "stock" in asked:
        ways.append((report.STOCK, stock.grade, others))
    if "otter" in asked:
        try:
            ways.append((report.OTTER, partial(otter.grade, programs=otter.install(folder / "otter")), singles))
        except Failed as why:
            notes.append(str(why))
    return ways


def _run(name: str, way: Way, students: int) -> Run:
    """Grade a class that is there for this run only."""
    with scratch_folder() as folder, console.status(f"{name}: {students} submissions"):
        return way(folder, students)


def _import_nbgrader() -> Cost:
    """Return what starting Python and importing nbgrader costs."""
    with scratch_folder() as folder:
        command = [sys.executable, "-c", "import nbgrader"]
        costs = [measure(command, folder, environment(folder)) for _ in range(IMPORTS)]
    return min(costs, key=lambda cost: cost.processor)


def _counts(words: str) -> list[int]:
    try:
        counts = sorted({int(word) for word in words.split(",")})
    except ValueError:
        counts = [0]
    if counts[0] < 1:
        raise typer.BadParameter(f"sizes are numbers with commas between them: {words}")
    return counts


if __name__ == "__main__":
    os.environ["COLUMNS"] = str(max(100, shutil.get_terminal_size().columns))
    typer.run(main)
