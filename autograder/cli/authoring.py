"""Commands for who writes: lessons, exercises, the reading edition."""

from __future__ import annotations

import logging
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autograder.cli.common import UNIT, AsJson, Root, app, console, lessons_may_be_wrong, say, write_json
from autograder.support.repository import REPOSITORY
from autograder.support.sanitise import clean

if TYPE_CHECKING:
    from autograder.authoring.prove import Mutant
    from autograder.authoring.pull import Pulled
    from autograder.exercise import Exercise


@app.command()
def new(
    unit: Annotated[str, typer.Argument(help=UNIT)],
    exercise: Annotated[str, typer.Argument(help="Its name, which is that of the function that learners write.")],
    arguments: Annotated[list[str] | None, typer.Argument(help="Its arguments: x, or eps=0.01.")] = None,
    points: Annotated[float, typer.Option(help="How many points it gives.")] = 1,
    root: Root = None,
    as_json: AsJson = False,
) -> None:
    """Lay out a new exercise: cells in the lesson, and its file.

    What is to be written says TODO. Until it is, 'build', 'try' and 'prove' name the file and the line.
    """
    from autograder.authoring import scaffold
    from autograder.authoring.headers import LessonError

    repository = (root or REPOSITORY).resolve()
    with lessons_may_be_wrong():
        try:
            files = scaffold.new(repository, unit, exercise, arguments or [], points)
        except LessonError:
            raise
        except (ValueError, OSError) as error:
            raise typer.BadParameter(str(error)) from None
    for file in (path.relative_to(repository) for path in files):
        if as_json:
            write_json({"file": str(file)})
        else:
            say(f"wrote {file}")


@app.command()
def build(
    units: Annotated[list[str] | None, typer.Argument(help=f"{UNIT} All if left out.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 if something is out of date.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Also where a notebook was edited, which 'pull' would bring home.")
    ] = False,
    root: Root = None,
    as_json: AsJson = False,
) -> None:
    """Make source/, release/ and public examples from the lessons."""
    from autograder.authoring import builder

    logging.getLogger("autograder").setLevel(logging.WARNING)
    with lessons_may_be_wrong():
        changed = builder.build(root or REPOSITORY, units or [], check=check, overwrite=overwrite)
    for path in changed:
        if as_json:
            write_json({"file": str(path), "written": not check})
        else:
            say(("out of date: " if check else "wrote ") + str(path))
    if not (changed or as_json):
        say("everything is up to date")
    raise typer.Exit(int(check and bool(changed)))


@app.command()
def pull(
    units: Annotated[list[str] | None, typer.Argument(help=f"{UNIT} All if left out.")] = None,
    root: Root = None,
    as_json: AsJson = False,
) -> None:
    """Take what was edited in source/*.ipynb into the lessons.

    Texts, code, points, new cells and their order come home. What cannot is named, and stays in the notebook.

    Exit code 1: a cell was changed in the lesson, too. Both are shown, and neither is touched.
    """
    from dataclasses import asdict

    from autograder.authoring import lesson
    from autograder.authoring.pull import pull as pull_one

    repository = (root or REPOSITORY).resolve()
    conflicts = 0
    with lessons_may_be_wrong():
        for unit in units or lesson.paths(repository):
            done = pull_one(repository, unit)
            conflicts += len(done.conflicts)
            if as_json:
                write_json(asdict(done))
            else:
                _say_pulled(done)
    raise typer.Exit(int(bool(conflicts)))


def _say_pulled(done: Pulled) -> None:
    from rich.table import Table
    from rich.text import Text

    from autograder.authoring.pull import side_by_side

    for words in done.taken:
        say(f"{done.unit}: {words}")
    for words in done.left:
        say(f"stays behind: {words}", "magenta")
    for conflict in done.conflicts:
        say(f"NOT pulled, changed on both sides: {conflict.name}", "bold red")
        table = Table(*(clean(place) for place, _ in (conflict.left, conflict.right)), expand=True)
        for one, other, same in side_by_side(conflict):
            table.add_row(*(Text(clean(line), "dim" if same else "") for line in (one, other)))
        console().print(table)
    if done.conflicts:
        say(f"write into the lesson what is to stay, then: autograder build {done.unit} --overwrite")
    if done.untranslated:
        say(f"to be translated: {', '.join(done.untranslated)}; then: autograder stamp {done.unit}")
    if not (done.taken or done.conflicts):
        say(f"{done.unit}: nothing to pull")


@app.command()
def stamp(
    units: Annotated[list[str] | None, typer.Argument(help=f"{UNIT} All if left out.")] = None,
    root: Root = None,
    as_json: AsJson = False,
) -> None:
    """Declare every Russian cell a translation of the English now."""
    from autograder.authoring import builder, lesson

    with lessons_may_be_wrong():
        texts = builder.lessons(root or REPOSITORY, units or [])
    for text in texts:
        stamped = lesson.stamp(text)
        if as_json:
            write_json({"lesson": text.path.name, "stamped": stamped})
        else:
            say(f"{text.path.name}: {stamped} cells stamped")


@app.command()
def exercises(as_json: AsJson = False) -> None:
    """List every exercise.

    Unit, name, points, number of misconceptions and of alternatives.
    """
    from autograder.exercises import exercises as all_exercises

    with lessons_may_be_wrong():
        rows = [
            {
                "name": exercise.name, "unit": exercise.unit, "points": exercise.points,
                "misconceptions": len(exercise.mistakes), "alternatives": len(exercise.alternatives),
            }
            for exercise in all_exercises().values()
        ]  # fmt: skip
    for row in rows:
        if as_json:
            write_json(row)
            continue
        counts = f"{row['misconceptions']} misconceptions, {row['alternatives']} alternatives"
        say(f"{row['unit']:26} {row['name']:26} {row['points']:g} points, {counts}")


@app.command(name="try")
def try_(
    exercise: Annotated[str, typer.Argument(help="The name of an exercise, for example gradient_descent.")],
    files: Annotated[list[Path] | None, typer.Argument(help="Python files that define it.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also try every answer that the exercise itself knows, right and wrong.")
    ] = False,
    as_json: AsJson = False,
    lang: Annotated[str, typer.Option(help="Language of the hints: en or ru.")] = "en",
    seed: Annotated[int, typer.Option(help="The same seed gives the same hidden tests.")] = 0,
    uncontained: Annotated[bool, typer.Option("--uncontained", help="Run the answers without a sandbox.")] = False,
) -> None:
    """Grade answer files: a line each, with score and diagnosis.

    Exit code 1: a file could not be read, the grader needs a person, or --all found a verdict that should be another
    or too few answers.
    """
    from autograder.authoring import todos
    from autograder.authoring.headers import did_you_mean
    from autograder.authoring.rehearsal import rehearse
    from autograder.exercises import exercises as all_exercises
    from autograder.judging.needs import needs_little
    from autograder.sandbox import NOT_CONTAINED, Sandbox, bubblewrap
    from course.language import LANGUAGES

    with lessons_may_be_wrong():
        asked = all_exercises().get(exercise)
    if asked is None:
        meant = did_you_mean(exercise, all_exercises(), otherwise="'autograder exercises' lists them")
        raise typer.BadParameter(f"no such exercise: {exercise}; {meant}")
    if lang not in LANGUAGES:
        raise typer.BadParameter(f"lang is one of {', '.join(LANGUAGES)}")
    with lessons_may_be_wrong():
        todos.require_none(todos.file_of(asked), root=REPOSITORY)
        rehearse(asked, REPOSITORY)
    files = files or []
    if not files and not everything:
        raise typer.BadParameter("name a file, or say --all")
    for path in files:
        if not path.is_file():
            raise typer.BadParameter(f"no such file: {path}")
    contained = not uncontained and bubblewrap() is not None
    if not contained:
        say(NOT_CONTAINED, "bold red", stderr=True)
    light = not everything and all(needs_little(path.read_text("utf-8", "replace")) for path in files)
    sandbox = Sandbox(contained=contained, light=light)
    from autograder.authoring.try_answer import lacking, try_all, try_file  # while the sandbox warms up

    attention = False
    with sandbox:
        rows = chain(
            (try_file(sandbox, asked, path, lang, seed) for path in files),
            try_all(sandbox, asked, lang, seed) if everything else (),
        )
        for row in rows:
            attention |= row["state"] == "review" or not row.get("holds", True)
            if as_json:
                write_json(row)
            else:
                why = f", {row['diagnosis']}: {row['hint']}" if row["diagnosis"] else ""
                unlike = "" if row.get("holds", True) else ", which is NOT as it should be"
                say(f"{row['file']}: {row['score']} of {row['max_score']:g}, {row['state']}{unlike}{why}")
    for line in lacking(asked) if everything else ():
        attention = True
        say(line, stderr=True)
    raise typer.Exit(int(attention))


@app.command()
def prove(
    name: Annotated[str, typer.Argument(help="An exercise, or a unit; everything if left out.")] = "",
    seeds: Annotated[int, typer.Option(help="With how many seeds every answer is judged.")] = 20,
    sample: Annotated[int, typer.Option(help="How many mutants of each exercise are diagnosed.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Prove that the hidden tests notice what they must.

    Single changes of right answers lose points, and no mark hangs on the seed.

    Exit code 1: a change survives, or a mark hangs on the seed.
    """
    from dataclasses import asdict

    from autograder.authoring import todos
    from autograder.authoring.headers import did_you_mean
    from autograder.authoring.prove import prove as prove_one
    from autograder.authoring.prove import summary
    from autograder.authoring.rehearsal import rehearse
    from autograder.exercises import exercises as all_exercises
    from autograder.exercises import units
    from autograder.sandbox import Sandbox
    from course.workspace import is_called

    with lessons_may_be_wrong():
        wanted = [each for each in all_exercises().values() if name in ("", each.name) or is_called(each.unit, name)]
    if not wanted:
        meant = did_you_mean(name, [*all_exercises(), *units()], otherwise=f"the units are {', '.join(units())}")
        raise typer.BadParameter(f"no such unit or exercise: {name}; {meant}")
    with lessons_may_be_wrong():
        todos.require_none(*map(todos.file_of, wanted), root=REPOSITORY)
        for exercise in wanted:
            rehearse(exercise, REPOSITORY)
    proofs = []
    with Sandbox(contained=True) as sandbox:
        for exercise in wanted:
            proof = prove_one(exercise, sandbox, seeds, sample)
            proofs.append(proof)
            if as_json:
                luck = {name: [[*each, count] for each, count in found.items()] for name, found in proof.luck.items()}
                row = asdict(proof) | {"luck": luck, "diagnosed": dict(proof.diagnosed)}
                write_json(row)
                continue
            say(f"{exercise.name}: {summary([proof])}")
            for mutant in proof.surviving:
                say(f"  survives in {mutant.answer}, {mutant.kind}: {mutant.line}")
                for line in _changed(exercise, mutant):
                    say(f"      {line}")
            for equal in proof.needless:
                say(f"  no mutant needs the reason {equal.what!r} of {equal.answer}")
            for answer, outcomes in proof.luck.items():
                say(f"  hangs on the seed, or is not right: {answer}: {outcomes}")
    if not as_json:
        say(summary(proofs), "bold")
    raise typer.Exit(int(not all(proof.holds for proof in proofs)))


def _changed(exercise: Exercise, mutant: Mutant) -> list[str]:
    """Return the lines of a mutant that its right answer has not; or what was exchanged, where no line is new."""
    from autograder.exercise import answer_source

    right = (exercise.reference, *exercise.alternatives)
    known = {line.strip() for each in right for line in answer_source(each, exercise.name).splitlines()}
    new = [line.strip() for line in mutant.source.splitlines() if line.strip() not in known]
    return new or [f"{mutant.before}  ->  {mutant.after}"]


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
        say(error, "red", stderr=True)
        raise typer.Exit(1) from None
    say(f"wrote {place / 'index.html'}" + (f" and {len(printed)} PDF files in {place / 'pdf'}" if printed else ""))
