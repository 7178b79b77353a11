"""The ``autograder`` command."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.support.locks import NOTICE
from autograder.support.repository import REPOSITORY
from autograder.support.sanitise import clean

# Help must be instant, and no command waits for what only another one needs: what is slow to import is imported where
# it is used. Plain help, because rich's costs as much time as all the rest.
if TYPE_CHECKING:
    from rich.console import Console

app = typer.Typer(
    help="Build the course's notebooks and grade what learners hand in.", no_args_is_help=True, add_completion=False,
    rich_markup_mode=None, pretty_exceptions_enable=False,
)  # fmt: skip

UNIT = "A unit by name, number or words: 04-gradient-descent, 4 or gradient-descent."
Root = Annotated[Path, typer.Option("--root", help="The repository with source/ and release/.", file_okay=False)]


@cache
def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr)


def _say(words: object, style: str = "", *, stderr: bool = False) -> None:
    """Print words as they are, on as many lines as they have; what a terminal would obey is left out of them."""
    console = _console(stderr=stderr)
    console.print(clean(str(words)), style=style, markup=False, highlight=False, soft_wrap=True)


@app.command()
def build(
    units: Annotated[list[str] | None, typer.Argument(help="Units to build; all if left out.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 if something is out of date.")
    ] = False,
    root: Root = None,  # type: ignore[assignment]
) -> None:
    """Make source/, release/ and public examples from the lessons."""
    from autograder.authoring import builder, lesson

    logging.getLogger("autograder").setLevel(logging.WARNING)
    try:
        changed = builder.build(root or REPOSITORY, units or [], check=check)
    except lesson.LessonError as error:
        _say(error, "red", stderr=True)
        raise typer.Exit(1) from None
    for path in changed:
        _say(("out of date: " if check else "wrote ") + str(path))
    if not changed:
        _say("everything is up to date")
    raise typer.Exit(int(check and bool(changed)))


@app.command()
def site(
    out: Annotated[Path, typer.Option(help="Where to put it; build/site of the repository if left out.")] = None,  # type: ignore[assignment]
    answers: Annotated[
        bool, typer.Option("--answers/--no-answers", help="With model answers, folded; without, for a class.")
    ] = True,
    pdf: Annotated[bool, typer.Option("--pdf", help="Also print every unit, with Chromium.")] = False,
) -> None:
    """Make the reading edition: a static site of all units and guides."""
    from autograder.authoring import static_site

    place = out or REPOSITORY / "build" / "site"
    try:
        static_site.build(place, answers=answers)
        printed = static_site.print_units(place) if pdf else []
    except static_site.SiteError as error:
        _say(error, "red", stderr=True)
        raise typer.Exit(1) from None
    _say(f"wrote {place / 'index.html'}" + (f" and {len(printed)} PDF files in {place / 'pdf'}" if printed else ""))


@app.command()
def stamp(root: Root = None) -> None:  # type: ignore[assignment]
    """Declare every Russian cell a translation of the English now."""
    from autograder.authoring import builder, lesson

    for text in builder.lessons(root or REPOSITORY):
        _say(f"{text.path.name}: {lesson.stamp(text)} cells stamped")


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
    with _class_of(root):
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
    for line in layouts:
        _say(line)
    if done:
        _console().print(collect_report.table(done))
    _say(collect_report.summary(unit, found, done))
    raise typer.Exit(int(bool(found.doubts)))


@app.command()
def grade(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    students: Annotated[list[str] | None, typer.Argument(help="Students; everybody if left out.")] = None,
    folder: Annotated[Path, typer.Option("--class", help="The class, with submitted/<student>/<unit>/.")] = Path(),
    uncontained: Annotated[bool, typer.Option("--uncontained", help="Run learner code without a sandbox.")] = False,
    workers: Annotated[
        int | None, typer.Option(min=0, help="Submissions judged side by side; 0: one for each core, as by default.")
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
) -> None:
    """Grade a unit for a class, write the feedback and the report, sum up.

    What is graded already is left alone while nothing has changed. Of students who are named every verdict is shown.

    Exit code 1: something needs a person, for example a file that could not be read or a folder that was left out.
    """
    from autograder.classroom import collect_report
    from autograder.classroom.collect import read
    from autograder.classroom.grading import SomeLeft, grade_class, gradebook_of, left_out
    from autograder.classroom.progress import progress
    from autograder.reporting import class_report, report
    from autograder.reporting.overview import overview
    from autograder.support.repository import unit_named

    _log(logging.INFO if verbose else NOTICE)
    root = folder.resolve()
    somebody = False
    with _class_of(root), progress(root, _console(stderr=True), log) as tell:
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
    _console().print(report.table(graded) if students else class_report.summary(found))
    _say(f"gradebook  {gradebook_of(root, unit)}\nfeedback   {root / 'feedback'}\nreport     {pages[0]}")
    somebody |= any(record.needs_attention for record in graded) or bool(not students and left_out(root, unit))
    if not students and (waiting := read(root, unit)).doubts:
        somebody = True
        _say(collect_report.doubts(unit, waiting), "magenta", stderr=True)
    raise typer.Exit(int(somebody))


@app.command()
def bundle(
    units: Annotated[list[str] | None, typer.Argument(help=f"{UNIT} All if left out.")] = None,
    langs: Annotated[list[str] | None, typer.Option("--lang", help="en or ru; both if left out.")] = None,
    out: Annotated[Path, typer.Option(help="Where to put it.", file_okay=False)] = REPOSITORY / "build" / "bundle",
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
        _say(f"nothing is written, learners would see what they must not: {leak}", "bold red", stderr=True)
        raise typer.Exit(1) from None
    except OSError as error:
        _say(error, "bold red", stderr=True)
        raise typer.Exit(1) from None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    for name, gone in made.elsewhere.items():
        _say(f"{name} has links to units that are not in the bundle: {', '.join(gone)}", stderr=True)
    _say(f"wrote {made.archive}\nwrote {made.repository}, branch {BRANCH}")


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
) -> None:
    """Make what a learning platform takes back: feedback and grades.

    Exit code 1: somebody's mark waits for a person, or has no place in the roster.
    """
    from autograder.classroom.returning import give_back
    from autograder.classroom.roster import read_roster
    from autograder.support.repository import unit_named

    _log(NOTICE)
    root = folder.resolve()
    with _class_of(root):
        people = read_roster(roster) if roster else None
        done = give_back(root, unit_named(unit), roster=people, points=points, out_of=out_of)
    for note in done.notes:
        _say(note, "magenta", stderr=True)
    for path in done.files:
        _say(f"wrote {path}")
    raise typer.Exit(int(bool(done.notes)))


@app.command()
def regrade(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    exercise: Annotated[str, typer.Option(help="Only this exercise.")] = "",
    folder: Annotated[Path, typer.Option("--class", help="The class, with submitted/<student>/<unit>/.")] = Path(),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    down: Annotated[bool, typer.Option("--down", help="Also take points away.")] = False,
) -> None:
    """Judge what was graded once more, after a repair of the course.

    Says whose points change, and writes them and their pages. Points only become more, unless --down is said.

    Exit code 1: something of somebody's could not be judged; the log names it.
    """
    from autograder.classroom import grading
    from autograder.support.repository import unit_named

    _log(NOTICE)
    root = folder.resolve()
    with _class_of(root):
        changes, whole = grading.regrade(root, unit_named(unit), exercise, dry_run=dry_run, down=down)
    for student, name, old, new, counts in changes:
        points = " -> ".join("?" if each is None else f"{each:g}" for each in (old, new))
        _say(f"{student}, {name}: {points}{'' if counts else ', stays as it was'}")
    taken = [change for change in changes if change.taken]
    people = len({change.student for change in taken})
    _say(f"{'would change' if dry_run else 'changed'}: {len(taken)} marks, {people} learners", "bold")
    raise typer.Exit(int(not whole))


@app.command()
def words(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    folder: Annotated[Path, typer.Option("--class", help="The class, with submitted/<student>/<unit>/.")] = Path(),
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
    _log(NOTICE)
    root = folder.resolve()
    with _class_of(root):
        try:
            asyncio.run(serve(root, unit_named(unit), lang, port, _say))
        except KeyboardInterrupt:
            _say("stopped; what was saved is in the gradebook")


@app.command(name="report")
def report_(
    units: Annotated[list[str] | None, typer.Argument(help=f"{UNIT} All that were graded if left out.")] = None,
    folder: Annotated[Path, typer.Option("--class", help="The class, with submitted/<student>/<unit>/.")] = Path(),
    lang: Annotated[str, typer.Option(help="Language of the summary: en or ru; the pages are in both.")] = "en",
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
    _log(NOTICE)
    root = folder.resolve()
    graded = sorted(path.name for path in root.glob("report/*") if path.is_dir())
    if not (units or graded):
        raise typer.BadParameter(f"nothing was graded in {root}; 'autograder grade' grades")
    with _class_of(root):
        for unit in map(unit_named, units or graded):
            found = overview(root, unit)
            paths = class_report.write(root, found)
            _console().print(class_report.summary(found, lang))
            for path in paths:
                _say(f"report     {path}")


@app.command(name="check-class")
def check_class(
    unit: Annotated[str, typer.Argument(help=f"{UNIT} Every unit if left out.")] = "",
    folder: Annotated[Path, typer.Option("--class", help="The class, with submitted/<student>/<unit>/.")] = Path(),
    mend: Annotated[
        bool, typer.Option("--mend", help="Write what the records say again wherever it is missing; judge nobody.")
    ] = False,
) -> None:
    """Say where what is on file of a class disagrees.

    Records, gradebook, graded notebooks and pages are compared.

    Exit code 1: something disagrees, with --mend: something still does.
    """
    from autograder.classroom import grading
    from autograder.support.repository import unit_named

    _log(NOTICE)
    root = folder.resolve()
    with _class_of(root):
        found, left = grading.check_class(root, unit and unit_named(unit), mend=mend)
    for finding in dict.fromkeys([*found, *left]):
        again = f"'autograder grade {finding.unit} \"{finding.student}\"' grades it again"
        rest = "mended" if finding not in left else again if finding.judge else "--mend mends it"
        _say(f"{finding.unit}, {finding.student}: {finding.why}; {rest}")
    if not found:
        _say("everything agrees")
    raise typer.Exit(int(bool(left)))


@contextmanager
def _class_of(root: Path) -> Iterator[None]:
    """Turn what is wrong with a call or a class into a sentence and an exit code."""
    from autograder.classroom.grading import NbGraderException

    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(clean(str(error))) from None
    except NbGraderException:  # it is logged
        raise typer.Exit(1) from None
    except OSError as error:
        _say(f"The folder of the class cannot be used: {error}", "bold red", stderr=True)
        raise typer.Exit(1) from None


@app.command()
def exercises(as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False) -> None:
    """List every exercise.

    Unit, name, points, number of misconceptions and of alternatives.
    """
    from autograder.exercises import exercises as all_exercises

    rows = [
        {
            "name": exercise.name, "unit": exercise.unit, "points": exercise.points,
            "misconceptions": len(exercise.mistakes), "alternatives": len(exercise.alternatives),
        }
        for exercise in all_exercises().values()
    ]  # fmt: skip
    if as_json:
        print(json.dumps(rows, indent=1))
        return
    for row in rows:
        counts = f"{row['misconceptions']} misconceptions, {row['alternatives']} alternatives"
        line = f"{row['unit']:26} {row['name']:26} {row['points']:g} points, {counts}"
        _say(line)


@app.command(name="try")
def try_(
    exercise: Annotated[str, typer.Argument(help="The name of an exercise, for example gradient_descent.")],
    files: Annotated[list[Path] | None, typer.Argument(help="Python files that define it.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also try every answer that the exercise itself knows, right and wrong.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    lang: Annotated[str, typer.Option(help="Language of the hints: en or ru.")] = "en",
    seed: Annotated[int, typer.Option(help="The same seed gives the same hidden tests.")] = 0,
    uncontained: Annotated[bool, typer.Option("--uncontained", help="Run the answers without a sandbox.")] = False,
) -> None:
    """Grade answer files: a line each, with score and diagnosis.

    Exit code 1: a file could not be read, the grader needs a person, or --all found a verdict that should be another.
    """
    from autograder.exercises import exercises as all_exercises
    from autograder.judging.needs import needs_little
    from autograder.sandbox import NOT_CONTAINED, Sandbox, bubblewrap
    from course.language import LANGUAGES

    if exercise not in all_exercises():
        raise typer.BadParameter(f"no such exercise: {exercise}; 'autograder exercises' lists them")
    if lang not in LANGUAGES:
        raise typer.BadParameter(f"lang is one of {', '.join(LANGUAGES)}")
    files = files or []
    if not files and not everything:
        raise typer.BadParameter("name a file, or say --all")
    for path in files:
        if not path.is_file():
            raise typer.BadParameter(f"no such file: {path}")
    contained = not uncontained and bubblewrap() is not None
    if not contained:
        _say(NOT_CONTAINED, "bold red", stderr=True)
    light = not everything and all(needs_little(path.read_text("utf-8", "replace")) for path in files)
    sandbox = Sandbox(contained=contained, light=light)
    from autograder.authoring.try_answer import try_all, try_file  # while the sandbox warms up

    attention, asked = False, all_exercises()[exercise]
    with sandbox:
        rows = chain(
            (try_file(sandbox, asked, path, lang, seed) for path in files),
            try_all(sandbox, asked, lang, seed) if everything else (),
        )
        for row in rows:
            attention |= row["state"] == "review" or not row.get("holds", True)
            if as_json:
                print(json.dumps(row, ensure_ascii=False), flush=True)
            else:
                why = f", {row['diagnosis']}: {row['hint']}" if row["diagnosis"] else ""
                unlike = "" if row.get("holds", True) else ", which is NOT as it should be"
                _say(f"{row['file']}: {row['score']} of {row['max_score']:g}, {row['state']}{unlike}{why}")
    raise typer.Exit(int(attention))


@app.command()
def prove(
    name: Annotated[str, typer.Argument(help="A unit or an exercise; everything if left out.")] = "",
    seeds: Annotated[int, typer.Option(help="With how many seeds every answer is judged.")] = 20,
    sample: Annotated[int, typer.Option(help="How many mutants of each exercise are diagnosed.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Prove that the hidden tests notice what they must.

    Single changes of right answers lose points, and no mark hangs on the seed.

    Exit code 1: a change survives, or a mark hangs on the seed.
    """
    from dataclasses import asdict

    from autograder.authoring.prove import prove as prove_one
    from autograder.authoring.prove import summary
    from autograder.exercises import exercises as all_exercises
    from autograder.exercises import units
    from autograder.sandbox import Sandbox

    wanted = [each for each in all_exercises().values() if name in ("", each.name, each.unit)]
    if not wanted:
        raise typer.BadParameter(f"no such unit or exercise: {name}; the units are {', '.join(units())}")
    proofs = []
    with Sandbox(contained=True) as sandbox:
        for exercise in wanted:
            proof = prove_one(exercise, sandbox, seeds, sample)
            proofs.append(proof)
            if as_json:
                luck = {name: [[*each, count] for each, count in found.items()] for name, found in proof.luck.items()}
                row = asdict(proof) | {"luck": luck, "diagnosed": dict(proof.diagnosed)}
                print(json.dumps(row, ensure_ascii=False), flush=True)
                continue
            _say(f"{exercise.name}: {summary([proof])}")
            for mutant in proof.surviving:
                _say(f"  survives in {mutant.answer}, {mutant.kind}: {mutant.line}")
                _say(f"      {mutant.before}  ->  {mutant.after}")
            for equal in proof.needless:
                _say(f"  no mutant needs the reason {equal.what!r} of {equal.answer}")
            for answer, outcomes in proof.luck.items():
                _say(f"  hangs on the seed: {answer}: {outcomes}")
    if not as_json:
        _say(summary(proofs), "bold")
    raise typer.Exit(int(not all(proof.holds for proof in proofs)))


@app.command()
def demo(
    folder: Annotated[
        Path | None, typer.Option("--class", help="Where to put the class; build/demo if left out.")
    ] = None,
) -> None:
    """Build, release, and grade a small class of submissions."""
    from autograder.demo import run

    _log(NOTICE)
    try:
        run(folder or REPOSITORY / "build" / "demo", _console())
    except FileExistsError as error:
        raise typer.BadParameter(clean(str(error)), param_hint="--class") from None


def _log(level: int) -> None:
    from rich.logging import RichHandler

    logging.addLevelName(NOTICE, "NOTICE")
    handler = RichHandler(console=_console(stderr=True), show_path=False, show_time=False)
    logging.basicConfig(format="%(message)s", handlers=[handler])
    logging.getLogger("autograder").setLevel(level)


if __name__ == "__main__":
    app()
