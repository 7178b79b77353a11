"""Commands for what a class has done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.common import UNIT, AsJson, ClassFolder, app, class_of, console, log_to_terminal, say, write_json
from autograder.support.locks import NOTICE


@app.command()
def words(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    folder: ClassFolder = Path(),
    lang: Annotated[str, typer.Option(help="Language of the page: en or ru.")] = "en",
    port: Annotated[int, typer.Option(min=0, help="The port on this computer; 0: a free one.")] = 0,
) -> None:
    """Mark the answers in words on one page in the browser.

    The page is on this computer only. Ctrl-C ends it.
    """
    import asyncio

    from autograder.reporting.written_answers import serve
    from autograder.support.repository import unit_named
    from course.language import LANGUAGES

    if lang not in LANGUAGES:
        raise typer.BadParameter(f"lang is one of {', '.join(LANGUAGES)}")
    log_to_terminal(NOTICE)
    root = folder.resolve()
    with class_of(root):
        try:
            asyncio.run(serve(root, unit_named(unit), lang, port, say))
        except KeyboardInterrupt:
            say("stopped; what was saved is in the gradebook")


@app.command(name="report")
def report_(
    units: Annotated[list[str] | None, typer.Argument(help=f"{UNIT} All that were graded if left out.")] = None,
    folder: ClassFolder = Path(),
    lang: Annotated[str, typer.Option(help="Language of the summary: en or ru; the pages are in both.")] = "en",
    as_json: AsJson = False,
) -> None:
    """Say what a class has done: who is missing, what was got wrong.

    Writes a page in each language, tables and JSON into report/ of the class, and sums up. Nothing is graded.
    """
    from autograder.reporting import class_report
    from autograder.reporting.overview import overview
    from autograder.support.repository import unit_named
    from course.language import LANGUAGES

    if lang not in LANGUAGES:
        raise typer.BadParameter(f"lang is one of {', '.join(LANGUAGES)}")
    log_to_terminal(NOTICE)
    root = folder.resolve()
    graded = sorted(path.name for path in root.glob("report/*") if path.is_dir())
    if not (units or graded):
        raise typer.BadParameter(f"nothing was graded in {root}; 'autograder grade' grades")
    with class_of(root):
        for unit in map(unit_named, units or graded):
            found = overview(root, unit)
            paths = class_report.write(root, found)
            if as_json:
                write_json(json.loads(class_report.as_json(found)))
                continue
            console().print(class_report.summary(found, lang))
            for path in paths:
                say(f"report     {path}")
