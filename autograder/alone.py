"""``course grade``: someone who studies alone has the judge grade their own copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# The command is listed by ``course --help``, which must be instant: everything slow is imported where it is used.


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

    from autograder.sandbox import NOT_CONTAINED, Sandbox, bubblewrap
    from course import workspace
    from course.cli import chosen_language, find_home
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
    sandbox = Sandbox(contained=contained)
    from autograder import report  # while the sandbox warms up
    from autograder.intake import Refused
    from autograder.own_copy import grade_copy
    from course.findings import hint_words

    attention = False
    with sandbox:
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
