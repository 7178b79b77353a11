"""``course grade``: someone who studies alone has the judge grade their own copy."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from autograder.self_study.working_copy import Graded

# The command is listed by ``course --help``, which must be instant: everything slow is imported where it is used.


def grade(
    unit: Annotated[
        str | None, typer.Argument(help="A unit by name, number or words. Without it, all you have written in.")
    ] = None,
    lang: Annotated[str | None, typer.Option(help="Language of the notebooks: en or ru.", show_default="yours")] = None,
    home: Annotated[Path | None, typer.Option(help="The course's folder.", show_default="found from here")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
    solution: Annotated[
        str, typer.Option(help="Show the model answer of an exercise: after a pass, or after three different answers.")
    ] = "",
) -> None:
    """Grade your own copy and say what to look at next.

    Exit code 1: a notebook could not be read, or the grader needs a person.
    """
    from rich.console import Console

    from course import other_notebooks, progress, workspace
    from course.cli import chosen_language, find_home
    from course.language import text

    lang = chosen_language(lang)
    home = find_home(home, lang)
    console, errors = (Console(stderr=stderr, highlight=False, markup=False) for stderr in (False, True))
    if solution:
        raise typer.Exit(_show_solution(home, solution, lang, json))
    require_fork(lang)
    try:
        mine = [workspace.unit_named(home, lang, unit)] if unit else other_notebooks.written_units(home, lang)
    except (workspace.UnknownUnit, workspace.NoNotebooks) as problem:
        errors.print(str(problem))
        raise typer.Exit(2) from None
    if not mine:
        errors.print(text("workspace.grade.nothing", lang, folder=workspace.work(home, lang)))
        raise typer.Exit(1)
    from autograder.sandbox import Sandbox, bubblewrap

    contained = bubblewrap() is not None
    uncontained = [] if contained else [text("grade.not_contained", lang)]
    for warning in uncontained:
        errors.print(warning, style="bold red")
    sandbox = Sandbox(contained=contained)
    from autograder.intake.submission import Refused
    from autograder.reporting import report  # while the sandbox warms up
    from autograder.self_study.working_copy import grade_copy
    from course.findings import hint_words
    from course.progress_map import released

    attention, outcomes = False, []
    with sandbox:
        for name in mine:
            path = workspace.notebook(home, lang, name)
            try:
                graded = grade_copy(sandbox, home, name, lang)
            except Refused as refusal:
                if refusal.word == "absent":
                    words = text("workspace.grade.absent", lang, file=path)
                else:
                    words = "\n".join(hint_words(refusal.word, lang, refusal.detail, alone=True))
                outcomes.append({"unit": name, "refused": words})
                if not json:
                    errors.print(words, style="red", soft_wrap=True)
                attention = True
                continue
            record = graded.record
            try:
                _note(home, graded)
            except OSError as problem:
                errors.print(text("progress.not_kept", lang, file=progress.in_home(home), problem=problem))
            page = path.with_suffix(".report.html")
            page.write_text(report.page(record, released(workspace.release_of(home) / lang / name)[0], lang), "utf-8")
            attention |= record.needs_attention
            outcomes.append(_as_data(home, graded, lang, uncontained) | {"page": str(page)})
            if not json:
                console.print(name, style="bold")
                for note in record.notes(lang):
                    console.print(note)
                for verdict in record.verdicts:
                    if verdict.state != "not_attempted":
                        console.print(verdict.words(lang), "", sep="\n")
                if untouched := [each.exercise for each in record.verdicts if each.state == "not_attempted"]:
                    console.print(text("grade.untouched", lang, names=", ".join(untouched)))
                console.print(text("grade.question", lang))
                score, best = f"{record.score:g}", f"{record.max_score:g}"
                console.print(text("grade.total", lang, unit=name, score=score, max=best), style="bold")
                console.print(str(page), soft_wrap=True)
    if json:
        _print_json(outcomes)
    raise typer.Exit(int(attention))


def require_fork(lang: str) -> None:
    """End the command with a sentence where no judge can run, on Windows."""
    from course.language import text

    if not hasattr(os, "fork"):
        typer.echo(text("grade.no_fork", lang), err=True)
        raise typer.Exit(1)


def _note(home: Path, graded: Graded) -> None:
    """Add what was judged to the learner's own record; what nobody tried is no event."""
    from course import progress

    for verdict in graded.record.verdicts:
        if verdict.state in ("not_attempted", "review"):
            continue
        said = {lang: words[0] for lang, words in (verdict.hint or {}).items()} if verdict.diagnosis else {}
        source = graded.sources.get(verdict.exercise, "")
        event = progress.Event(
            "grade", graded.record.unit, verdict.exercise, verdict.state, verdict.score, verdict.max_score,
            verdict.diagnosis, said, progress.fingerprint(source) if source else "",
        )  # fmt: skip
        progress.note(event, progress.in_home(home))


def _as_data(home: Path, graded: Graded, lang: str, notes: list[str]) -> dict[str, Any]:
    """Return verdicts, with more ``notes``, as the notebook shows them; see ``course.grading``."""
    from dataclasses import replace

    from course import progress, solutions

    events = progress.read(progress.in_home(home))
    record = graded.record
    exercises = []
    for verdict in record.verdicts:
        what, where = verdict.hint[lang] if verdict.hint else ("", "")
        missing = solutions.missing(events, verdict.exercise)
        exercises.append(
            {
                "exercise": verdict.exercise, "state": verdict.state, "score": verdict.score,
                "max_score": verdict.max_score, "diagnosis": verdict.diagnosis,
                "lines": replace(verdict, hint=None).words(lang).splitlines(), "what": what, "where": where,
                "solution": missing == 0, "missing": missing,
            }
        )  # fmt: skip
    return {
        "unit": record.unit, "score": record.score, "max_score": record.max_score,
        "notes": [*record.notes(lang), *notes],
        "exercises": exercises,
    }  # fmt: skip


def _show_solution(home: Path, name: str, lang: str, json: bool) -> int:
    """Show the model answer of an exercise, another way to it, and what its usual mistakes are; return the exit code.

    Only to who has passed it or tried three different answers. Whoever wants to can read it in the repository before:
    this is a kindness, not a lock.
    """
    import inspect
    import re

    from autograder.exercise import answer_source
    from autograder.exercises import exercises
    from course import progress, solutions
    from course.language import text

    if name not in exercises():
        data: dict[str, Any] = {"refused": text("grade.unknown_exercise", lang, name=name)}
    elif (missing := solutions.missing(events := progress.read(progress.in_home(home)), name)) > 0:
        data = {"refused": text("grade.solution_later", lang, name=name, missing=missing)}
    else:
        exercise = exercises()[name]

        def source(function: Any) -> str:
            """Return an implementation under the exercise's name, without what stands above every answer."""
            lines = inspect.cleandoc(answer_source(function, function.__name__)).splitlines()
            own = "\n".join(line for line in lines if line not in ("import math", "import numpy as np")).strip()
            return re.sub(rf"\b{function.__name__}\b", name, own)

        met = {event.diagnosis for event in events if event.exercise == name}
        usual = sorted(exercise.mistakes, key=lambda each: each.name not in met)[: max(len(met - {""}), 3)]
        data = {
            "exercise": name, "source": source(exercise.reference),
            "another": source(exercise.alternatives[0]) if exercise.alternatives else "",
            "mistakes": [list(each.hint[lang]) for each in usual],
        }  # fmt: skip
    if json:
        _print_json(data)
    else:
        typer.echo("\n".join(solutions.lines(data, lang)))
    return int("refused" in data)


def _print_json(data: Any) -> None:
    import json

    typer.echo(json.dumps(data, ensure_ascii=False))
