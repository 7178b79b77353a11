"""``course grade``: someone who studies alone has the judge grade their own copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

# The command is listed by ``course --help``, which must be instant: everything slow is imported where it is used.
if TYPE_CHECKING:
    from autograder.records import Record
    from autograder.sandbox import Sandbox


def grade(
    unit: Annotated[
        str | None, typer.Argument(help="A unit by name, number or words. Without it, all you have written in.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the notebooks: en or ru.", show_default="yours")] = None,
    home: Annotated[Path | None, typer.Option(help="The course's folder.", show_default="found from here")] = None,
) -> None:
    """Grade your own copy of a unit (work/) and say what to look at next.

    Exit code 1: a notebook could not be read, or the grader needs a person.
    """
    from rich.console import Console

    from autograder import report
    from autograder.intake import Refused
    from autograder.sandbox import NOT_CONTAINED, Sandbox, bubblewrap
    from course import workspace
    from course.cli import chosen_language, find_home
    from course.findings import hint_words
    from course.language import text

    lang = chosen_language(lang)
    home = find_home(home, lang)
    console, shouts = Console(highlight=False, markup=False), Console(stderr=True, highlight=False)
    try:
        mine = [workspace.unit_named(home, lang, unit)] if unit else workspace.written_units(home, lang)
    except (workspace.UnknownUnit, workspace.NoNotebooks) as problem:
        shouts.print(str(problem))
        raise typer.Exit(2) from None
    if not mine:
        shouts.print(text("workspace.grade.nothing", lang, folder=workspace.work(home, lang)))
        raise typer.Exit(1)
    contained = bubblewrap() is not None
    if not contained:
        shouts.print(NOT_CONTAINED, style="bold red")
    attention = False
    with Sandbox(contained=contained) as sandbox:
        for name in mine:
            path = workspace.notebook(home, lang, name)
            try:
                record = grade_copy(sandbox, home, name, lang)
            except Refused as refusal:
                if refusal.word == "absent":
                    shouts.print(text("workspace.grade.absent", lang, file=path), style="red", soft_wrap=True)
                else:
                    words = "\n".join(hint_words(refusal.word, lang, refusal.detail))
                    shouts.print(words, style="red", markup=False)
                attention = True
                continue
            console.print(name, style="bold")
            for note in record.notes(lang):
                console.print(note)
            for verdict in record.verdicts:
                console.print(verdict.words(lang), "", sep="\n")
            score, best = f"{record.score:g}", f"{record.max_score:g}"
            total = text("workspace.grade.total", lang, unit=name, score=score, max=best)
            console.print(total, style="bold")
            page = path.with_suffix(".report.html")
            page.write_text(report.page(record, name, lang), "utf-8")
            console.print(str(page), soft_wrap=True)
            attention |= record.needs_attention
    raise typer.Exit(int(attention))


def grade_copy(sandbox: Sandbox, home: Path, unit: str, lang: str) -> Record:
    """Return the verdicts on ``home/work/<lang>/<unit>``. Raises ``Refused`` if the notebook cannot be read."""
    from autograder.exercises import units
    from autograder.grade import grade as grade_cells
    from autograder.grade import seeds_of
    from autograder.intake import intake
    from autograder.records import Record, course_key
    from autograder.repository import released_notebooks
    from course import workspace

    path = workspace.notebook(home, lang, unit)
    submission = intake(path.parent, path.name, released_notebooks(unit))
    exercises = list(units()[unit].values())
    seeds = seeds_of(exercises, course_key(home), unit, "", submission.sha256)
    graded = grade_cells(sandbox, submission.cells, exercises, seeds, lang)
    if graded.undecided:  # the computer was too busy: once more, with what has been decided
        todo = [exercise for exercise in exercises if exercise.name in graded.undecided]
        known = {name: verdict for name, verdict in graded.verdicts.items() if name not in graded.undecided}
        again = grade_cells(sandbox, submission.cells, todo, seeds, lang, known=known)
        graded.verdicts.update(again.verdicts)
    verdicts = tuple(graded.verdicts.values())
    # "several" is for a class, where a person has to look: whoever studies alone is that person and reads the remark.
    return Record(
        unit, "", verdicts, sha256=submission.sha256, seeds=seeds, contained=sandbox.contained,
        remarks=submission.remarks, answers=submission.answers, file=submission.file,
    )  # fmt: skip
