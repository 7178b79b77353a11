"""``course review``: a sitting in the terminal, or line by line for a notebook."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

# The command is listed by ``course --help``, which must be instant: everything slow is imported where it is used.
if TYPE_CHECKING:
    from rich.console import Console

    from autograder.review.session import Asked, Session


def review(
    count: Annotated[int, typer.Option(help="At most so many questions.", min=1)] = 10,
    unit: Annotated[str | None, typer.Option(help="A unit by name, number or words, due or not.")] = None,
    lang: Annotated[str | None, typer.Option(help="Language: en or ru.", show_default="yours")] = None,
    home: Annotated[Path | None, typer.Option(help="The course's folder.", show_default="found from here")] = None,
    due: Annotated[bool, typer.Option("--due", help="Only say how many questions are due, and when more are.")] = False,
    json: Annotated[bool, typer.Option("--json", help="With --due: print each question's day as JSON.")] = False,
    lines: Annotated[bool, typer.Option("--lines", hidden=True, help="JSON lines, for the notebook.")] = False,
    today: Annotated[datetime | None, typer.Option(hidden=True, formats=["%Y-%m-%d"])] = None,
) -> None:
    """Answer short questions on what you got wrong or did long ago.

    They come with new numbers. A wrong answer brings a question back the next day, a right one later each time. How
    you did is kept in your record, work/progress.jsonl.
    """
    from rich.console import Console

    from autograder.self_study.course_grade import require_fork
    from course import progress, workspace
    from course.cli import chosen_language, find_home
    from course.language import text

    lang = chosen_language(lang)
    home = find_home(home, lang)
    require_fork(lang)
    try:
        unit = unit and workspace.unit_named(home, lang, unit)
    except (workspace.UnknownUnit, workspace.NoNotebooks) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from None
    from autograder.review.session import Session

    record = progress.in_home(home)
    try:
        if due or json:
            typer.echo(_due(record, unit, today.date() if today else None, lang, json))
            return
        record.parent.mkdir(parents=True, exist_ok=True)
        with Session(record, count, unit, today.date() if today else None) as session:
            if not session.contained:
                Console(stderr=True, highlight=False).print(text("grade.not_contained", lang), style="bold red")
            if lines:
                from autograder.review.serve import serve

                serve(session, lang)
            else:
                sit(session, lang, Console(highlight=False))
    except OSError as problem:
        typer.echo(text("review.not_kept", lang, file=record, problem=problem), err=True)
        raise typer.Exit(1) from None


def _due(record: Path, unit: str | None, today: date | None, lang: str, as_json: bool) -> str:
    """Return how many cards are due and when the next one is, or as JSON the day of each that has any history."""
    import json

    from autograder.review import schedule
    from autograder.review.deck import cards
    from course import progress
    from course.language import text

    known = {key: card for key, card in cards().items() if unit in (None, card.unit)}
    days = {key: card.due.date() for key, card in schedule.states(known, progress.read(record)).items()}
    today = today or datetime.now(UTC).date()
    if as_json:
        rows = [
            {"card": key, "exercise": known[key].exercise, "due": str(day), "is_due": day <= today}
            for key, day in days.items()
        ]
        return json.dumps(rows, ensure_ascii=False)
    if not days:
        return text("review.nothing_yet", lang)
    if waiting := sum(day <= today for day in days.values()):
        return text("review.waiting", lang, count=waiting)
    return text("review.nothing", lang, day=min(days.values()))


def sit(session: Session, lang: str, console: Console) -> None:
    """Ask one card after another until they are done or the learner stops."""
    from rich.markdown import Markdown
    from rich.markup import escape

    from autograder.review.items import NotJudged
    from autograder.review.session import ending, heading, words_of
    from course.language import text

    for place, asked in enumerate(session, 1):
        console.print()
        console.rule(escape(heading(session, asked, place, lang)), align="left")
        show(asked, lang, console)
        if place == 1:
            console.print(Markdown(text("review.stop", lang)), style="dim")
        try:
            while not asked.over:
                reply = asked.reply(typed(asked, console))
                console.print(Markdown(words_of(asked, reply, lang)))
        except NotJudged as problem:
            console.print(escape(problem.words(lang)))
        except (EOFError, KeyboardInterrupt):
            console.print()
            break
    console.print(Markdown(ending(session, lang)))


def show(asked: Asked, lang: str, console: Console) -> None:
    """Print a question."""
    from rich.markdown import Markdown
    from rich.syntax import Syntax

    from autograder.review.session import how, parts
    from course.language import text

    question = asked.question
    for part in parts(asked, lang):
        console.print(Markdown(part))
        console.print()
    if question.code:
        console.print(Syntax(question.code, "python", line_numbers=question.kind == "find", background_color="default"))
        console.print()
    if question.plot:
        console.print(question.plot.letters(lang), markup=False, soft_wrap=True)
    for number, words in enumerate(question.options, 1):
        console.print(f"  {number}. {words[lang]}", markup=False)
    if question.expects == "code":
        console.print(Markdown(text("review.terminal.code", lang)))
    console.print(Markdown(how(question, lang)), style="dim")


def typed(asked: Asked, console: Console) -> str | None:
    """Return what the learner types: a line, or of code all lines up to an empty one; None for a question mark."""
    first = console.input("> ")
    if first.strip() == "?":
        return None
    if asked.question.expects != "code":
        return first
    lines = [first]
    while lines[-1].strip():
        lines.append(console.input("  "))
    return "\n".join(lines)
