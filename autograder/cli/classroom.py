"""Commands for who grades a class."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from autograder.cli.common import (
    UNIT,
    AsJson,
    ClassFolder,
    app,
    class_of,
    console,
    lessons_may_be_wrong,
    log_to_terminal,
    say,
    write_json,
)
from autograder.support.locks import NOTICE
from autograder.support.repository import REPOSITORY
from autograder.support.sanitise import clean


@app.command()
def bundle(
    units: Annotated[list[str] | None, typer.Argument(help=f"{UNIT} All if left out.")] = None,
    langs: Annotated[list[str] | None, typer.Option("--lang", help="en or ru; both if left out.")] = None,
    out: Annotated[Path, typer.Option(help="Where to put it.", file_okay=False)] = REPOSITORY / "build" / "bundle",
    as_json: AsJson = False,
) -> None:
    """Make what learners get: a zip, and a git branch.

    The course as a wheel, released units, environment files. It is searched for solutions before it is written.
    """
    from autograder.classroom.bundle import BRANCH, Leak
    from autograder.classroom.bundle import bundle as make
    from autograder.exercises import units as all_units
    from autograder.support.repository import unit_named
    from course.language import LANGUAGES

    if unknown := sorted({*(langs or ())} - {*LANGUAGES}):
        raise typer.BadParameter(f"lang is one of {', '.join(LANGUAGES)}, not {', '.join(unknown)}")
    try:
        wanted = [unit_named(unit) for unit in units or all_units()]
        made = make(out.resolve(), wanted, langs or LANGUAGES)
    except Leak as leak:
        say(f"nothing is written, learners would see what they must not: {leak}", "bold red", stderr=True)
        raise typer.Exit(1) from None
    except OSError as error:
        say(error, "bold red", stderr=True)
        raise typer.Exit(1) from None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    for name, gone in made.elsewhere.items():
        say(f"{name} has links to units that are not in the bundle: {', '.join(gone)}", stderr=True)
    if as_json:
        write_json({"archive": str(made.archive), "repository": str(made.repository), "branch": BRANCH})
    else:
        say(f"wrote {made.archive}\nwrote {made.repository}, branch {BRANCH}")


@app.command()
def collect(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    archives: Annotated[
        list[Path] | None, typer.Argument(help="What the platform gave: archives, folders, notebooks.", exists=True)
    ] = None,
    folder: Annotated[Path, typer.Option("--class", help="The class; submitted/ lies in it.")] = Path(),
    roster: Annotated[
        Path | None, typer.Option(help="Who is in the class: the platform's CSV file.", exists=True, dir_okay=False)
    ] = None,
    settled: Annotated[
        bool, typer.Option("--settled", help="Forget who was left out before: you have seen to it.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take what a learning platform gives, as downloaded, and file everybody's notebook.

    Exit code 1: somebody was left out or is doubtful; 'autograder grade' repeats the list.
    """
    from autograder.classroom import collect as collecting
    from autograder.classroom import collect_report
    from autograder.classroom.grading import settings
    from autograder.classroom.roster import read_roster
    from autograder.intake.dates import class_zone
    from autograder.nbgrader.collect import class_pattern
    from autograder.support.repository import unit_named

    root = folder.resolve()
    with class_of(root):
        unit = unit_named(unit)
        if not archives and not settled:
            raise typer.BadParameter("name what the platform gave you, or say --settled")
        if settled:
            collecting.settle(root, unit)
        config = settings(root, unit)
        found, done, layouts = collecting.collect(
            root, unit, archives or [], roster=read_roster(roster) if roster else None,
            pattern=class_pattern(config), zone=class_zone(config),
        )  # fmt: skip
    if as_json:
        for row in collect_report.rows(unit, found, done):
            write_json(row)
        raise typer.Exit(int(bool(found.doubts)))
    for line in layouts:
        say(line)
    if done:
        console().print(collect_report.table(done))
    say(collect_report.summary(unit, found, done))
    raise typer.Exit(int(bool(found.doubts)))


@app.command()
def grade(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    students: Annotated[list[str] | None, typer.Argument(help="Students; everybody if left out.")] = None,
    folder: ClassFolder = Path(),
    uncontained: Annotated[bool, typer.Option("--uncontained", help="Run learner code without a sandbox.")] = False,
    workers: Annotated[
        int | None,
        typer.Option(min=0, help="Submissions judged side by side; 0: one for each core, in a small class fewer."),
    ] = None,
    scheduler: Annotated[
        str, typer.Option("--scheduler", "--scheduler-file", help="A dask scheduler whose workers judge.")
    ] = "",
    clear_text: Annotated[bool, typer.Option("--clear-text", help="Reach a scheduler elsewhere without TLS.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Grade what has not changed again, too.")] = False,
    log: Annotated[
        Path | None, typer.Option(help="Add a line of JSON to this file for each that is done.", dir_okay=False)
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Say what nbgrader does.")] = False,
    as_json: AsJson = False,
) -> None:
    """Grade a unit for a class, write the feedback and the report, sum up.

    What is graded already is left alone while nothing has changed. Of students who are named every verdict is shown.

    Exit code 1: something needs a person, for example a file that could not be read or a folder that was left out.
    """
    from dataclasses import asdict

    from autograder.classroom import collect_report
    from autograder.classroom.collect import read
    from autograder.classroom.grading import SomeLeft, grade_class, gradebook_of, left_out
    from autograder.classroom.progress import progress
    from autograder.reporting import class_report, report
    from autograder.reporting.overview import overview
    from autograder.support.repository import unit_named

    log_to_terminal(logging.INFO if verbose else NOTICE)
    root = folder.resolve()
    somebody = False
    with class_of(root), progress(root, console(stderr=True), log) as tell:
        unit = unit_named(unit)
        try:
            graded = grade_class(
                root, unit, students or [], uncontained=uncontained, force=force, workers=workers,
                scheduler=scheduler, clear_text=clear_text, tell=tell,
            )  # fmt: skip
        except SomeLeft as some:
            graded, somebody = some.graded, True
        found = overview(root, unit)
        pages = class_report.write(root, found)
    if as_json:
        for record in graded:
            write_json(asdict(record))
    else:
        console().print(report.table(graded) if students else class_report.summary(found))
        say(f"gradebook  {gradebook_of(root, unit)}\nfeedback   {root / 'feedback'}\nreport     {pages[0]}")
    somebody |= any(record.needs_attention for record in graded) or bool(not students and left_out(root, unit))
    if not students and (waiting := read(root, unit)).doubts:
        somebody = True
        say(collect_report.doubts(unit, waiting), "magenta", stderr=True)
    raise typer.Exit(int(somebody))


@app.command()
def regrade(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    exercise: Annotated[str, typer.Option(help="Only this exercise.")] = "",
    folder: ClassFolder = Path(),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    down: Annotated[bool, typer.Option("--down", help="Also take points away.")] = False,
    as_json: AsJson = False,
) -> None:
    """Judge what was graded once more, after a repair of the course.

    Says whose points change, and writes them and their pages. Points only become more, unless --down is said.

    Exit code 1: something of somebody's could not be judged; the log names it.
    """
    from autograder.classroom import grading
    from autograder.support.repository import unit_named

    log_to_terminal(NOTICE)
    root = folder.resolve()
    with class_of(root):
        changes, whole = grading.regrade(root, unit_named(unit), exercise, dry_run=dry_run, down=down)
    for change in changes if as_json else ():
        write_json(change._asdict())
    if as_json:
        raise typer.Exit(int(not whole))
    for student, name, old, new, counts in changes:
        points = " -> ".join("?" if each is None else f"{each:g}" for each in (old, new))
        say(f"{student}, {name}: {points}{'' if counts else ', stays as it was'}")
    taken = [change for change in changes if change.taken]
    people = len({change.student for change in taken})
    say(f"{'would change' if dry_run else 'changed'}: {len(taken)} marks, {people} learners", "bold")
    raise typer.Exit(int(not whole))


@app.command(name="check-class")
def check_class(
    unit: Annotated[str, typer.Argument(help=f"{UNIT} Every unit if left out.")] = "",
    folder: ClassFolder = Path(),
    mend: Annotated[
        bool, typer.Option("--mend", help="Write what the records say again wherever it is missing; judge nobody.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say where what is on file of a class disagrees.

    Records, gradebook, graded notebooks and pages are compared.

    Exit code 1: something disagrees, with --mend: something still does.
    """
    from autograder.classroom import grading
    from autograder.support.repository import unit_named

    log_to_terminal(NOTICE)
    root = folder.resolve()
    with class_of(root):
        found, left = grading.check_class(root, unit and unit_named(unit), mend=mend)
    for finding in dict.fromkeys([*found, *left]):
        if as_json:
            write_json(finding._asdict() | {"mended": finding not in left})
            continue
        again = f"'autograder grade {finding.unit} \"{finding.student}\"' grades it again"
        rest = "mended" if finding not in left else again if finding.judge else "--mend mends it"
        say(f"{finding.unit}, {finding.student}: {finding.why}; {rest}")
    if not (found or as_json):
        say("everything agrees")
    raise typer.Exit(int(bool(left)))


@app.command(name="return")
def return_(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    folder: Annotated[Path, typer.Option("--class", help="The class, graded.")] = Path(),
    roster: Annotated[
        Path | None, typer.Option(help="The platform's own list, to be filled in.", exists=True, dir_okay=False)
    ] = None,
    points: Annotated[bool, typer.Option("--points", help="A column for each question in grades.csv.")] = False,
    out_of: Annotated[
        float | None, typer.Option(min=0.01, help="The platform's maximum, if it is not that of the unit.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make what a learning platform takes back: feedback and grades.

    Exit code 1: somebody's mark waits for a person, or has no place in the roster.
    """
    from autograder.classroom.returning import give_back
    from autograder.classroom.roster import read_roster
    from autograder.support.repository import unit_named

    log_to_terminal(NOTICE)
    root = folder.resolve()
    with class_of(root):
        people = read_roster(roster) if roster else None
        done = give_back(root, unit_named(unit), roster=people, points=points, out_of=out_of)
    for note in done.notes:
        say(note, "magenta", stderr=True)
    for path in done.files:
        if as_json:
            write_json({"file": str(path)})
        else:
            say(f"wrote {path}")
    raise typer.Exit(int(bool(done.notes)))


@app.command()
def demo(
    folder: Annotated[
        Path | None, typer.Option("--class", help="Where to put the class; build/demo if left out.")
    ] = None,
) -> None:
    """Build, release, and grade a small class of submissions."""
    from autograder.demo import run

    log_to_terminal(NOTICE)
    try:
        with lessons_may_be_wrong():
            run(folder or REPOSITORY / "build" / "demo", console())
    except FileExistsError as error:
        raise typer.BadParameter(clean(str(error)), param_hint="--class") from None
