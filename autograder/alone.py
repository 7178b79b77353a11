"""``course grade``: someone who studies alone has the judge grade their own copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import nbformat
import typer

from autograder import records, report
from autograder.exercises import units
from autograder.grade import grade as grade_cells
from autograder.grade import seed
from autograder.intake import Refused, intake
from autograder.nbgrader.autograde import NOT_CONTAINED, REPOSITORY
from autograder.sandbox import Sandbox, bubblewrap
from course.language import LANGUAGES, language


def grade(
    unit: Annotated[
        str | None, typer.Argument(help="A unit, for example 04-gradient-descent. All you work on if left out.")
    ] = None,
    lang: Annotated[str, typer.Option(help="en or ru.")] = "",
    home: Annotated[Path, typer.Option(help="The folder that holds work/.")] = REPOSITORY,
) -> None:
    """Grade your own copy of a unit (work/) and say what to look at next."""
    from rich.console import Console

    lang = lang or language()
    if lang not in LANGUAGES:
        raise typer.BadParameter(f"lang is one of {', '.join(LANGUAGES)}")
    if unit is not None and unit not in units():
        raise typer.BadParameter(f"no such unit: {unit}; there are: {', '.join(units())}")
    console, shouts = Console(), Console(stderr=True)
    mine = [name for name in units() if (home / "work" / lang / name).is_dir() and unit in (None, name)]
    if not mine:
        shouts.print(f"There is no copy of {unit or 'any unit'} in {home / 'work' / lang}. Run: course lab")
        raise typer.Exit(1)
    if bubblewrap() is None:
        shouts.print(NOT_CONTAINED, style="bold red")
    attention = False
    with Sandbox(contained=bubblewrap() is not None) as sandbox:
        for name in mine:
            try:
                record = grade_copy(sandbox, home, name, lang)
            except Refused as refusal:
                shouts.print(f"{name}: {refusal.detail}", style="red")
                attention = True
                continue
            page = home / "work" / lang / name / f"{name[3:]}.report.html"
            page.write_text(report.page(record, name, lang), "utf-8")
            for verdict in record.verdicts:
                console.print(verdict.words(lang), "", sep="\n", highlight=False, markup=False)
            console.print(str(page), soft_wrap=True)
            attention |= record.needs_attention
    raise typer.Exit(int(attention))


def grade_copy(sandbox: Sandbox, home: Path, unit: str, lang: str) -> records.Record:
    """Return the verdicts on ``home/work/<lang>/<unit>``. Raises ``Refused`` if the notebook cannot be read."""
    name = f"{unit[3:]}.ipynb"
    released = {each: nbformat.read(REPOSITORY / "release" / each / unit / name, as_version=4) for each in LANGUAGES}
    submission = intake(home / "work" / lang / unit, name, released)
    exercises = list(units()[unit].exercises.values())
    key = records.course_key(home)
    seeds = {exercise.name: seed(key, unit, "", exercise.name) for exercise in exercises}
    graded = grade_cells(sandbox, submission.cells, exercises, seeds, lang)
    verdicts = tuple(graded.verdicts[exercise.name] for exercise in exercises)
    return records.Record(unit, "", verdicts, submission.sha256, seeds, contained=sandbox.contained)
