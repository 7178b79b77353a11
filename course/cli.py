"""The ``course`` command: open the notebooks, see where one stands, start a unit afresh.

Exit codes: 0 done, 1 something needs attention, 2 a wrong call. ``course lab`` ends with JupyterLab's own.
Other packages add commands through the entry points ``course.commands``; each is a function for Typer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from course.language import LANGUAGES, language, text

# What is slow to import or needed by one command only is imported where it is used: help must be instant.

app = typer.Typer(
    help="Gradient descent in Jupyter notebooks: open the lessons, see your progress, start a unit afresh.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_show_locals=False,
)


@app.callback()
def _before_every_command() -> None:
    from course.console import print_on_any_console

    print_on_any_console()


Lang = Annotated[str | None, typer.Option(help="Language of the notebooks: en or ru.", show_default="yours")]
Home = Annotated[
    Path | None,
    typer.Option(help="The course's folder, the one with 'release' in it.", show_default="found from here"),
]
Json = Annotated[bool, typer.Option("--json", help="Print the map as JSON, for a program.")]
UNIT = "A unit by name, number or words: 04-gradient-descent, 4 or gradient-descent."


@app.command()
def lab(
    unit: Annotated[str | None, typer.Argument(help=f"{UNIT} Without it the first opens.")] = None,
    lang: Lang = None,
    home: Home = None,
    browser: Annotated[bool, typer.Option(help="Open a browser window.")] = True,
    port: Annotated[int | None, typer.Option(help="Port to listen on.", show_default="8888")] = None,
    allow_root: Annotated[
        bool, typer.Option("--allow-root", help="Start even as root, as one is in a container.")
    ] = False,
) -> None:
    """Open your notebooks in JupyterLab.

    First your copies in the folder 'work' are brought up to date with the course. Nothing you wrote is ever
    overwritten: when a unit has changed since you began it, the newer one is put beside yours.
    """
    from course import other_notebooks, workspace

    lang = chosen_language(lang)
    home = _begun_home(home, None, lang)
    with _problems(lang):
        unit = workspace.unit_named(home, lang, unit) if unit else workspace.unit_names(home, lang)[0]
        changes = workspace.refresh(home, lang)
        others = list(other_notebooks.others(home, lang, workspace.unit_names(home, lang)))
    for sentence in (*workspace.sentences(home, lang, changes), *others):
        typer.echo(sentence)
    folder = workspace.work(home, lang)
    typer.echo(text("workspace.lab.starting", lang, folder=folder))
    if allow_root:
        typer.echo(text("workspace.lab.as_root", lang))
    start = workspace.notebook(home, lang, unit).relative_to(folder).as_posix()
    raise typer.Exit(_jupyterlab(folder, start, lang, browser, port, allow_root))


@app.command()
def start(
    unit: Annotated[str | None, typer.Argument(help=f"{UNIT} Without it all units.")] = None,
    lang: Lang = None,
    home: Home = None,
    release: Annotated[
        Path | None,
        typer.Option(envvar="COURSE_RELEASE", help="Where the course lies, if it is elsewhere; it may be read-only."),
    ] = None,
) -> None:
    """Put your copies of the notebooks into 'work'.

    For a JupyterLab that runs already, as on a hub. Nothing you wrote is ever overwritten. Where the course lies in a
    folder that is not yours, your copies are in ~/gradient-descent.
    """
    from course import workspace

    lang = chosen_language(lang)
    home = _begun_home(home, release, lang)
    with _problems(lang):
        wanted = [workspace.unit_named(home, lang, unit)] if unit else None
        changes = workspace.refresh(home, lang, wanted)
    for sentence in workspace.sentences(home, lang, changes):
        typer.echo(sentence)
    place = workspace.notebook(home, lang, wanted[0]) if wanted else workspace.work(home, lang)
    typer.echo(text("workspace.start.ready", lang, place=place))


@app.command()
def units(lang: Lang = None, home: Home = None, json: Json = False) -> None:
    """List the units and what to do next."""
    from course import progress_map

    lang, home = chosen_language(lang), find_home(home, lang)
    with _problems(lang):
        course = progress_map.units(home, lang)
    if json:
        _print_json(progress_map.as_data(course, lang))
        return
    for line in progress_map.brief(course, lang, progress_map.terminal_width()):
        typer.echo(line)


@app.command()
def progress(
    lang: Lang = None,
    home: Home = None,
    merge: Annotated[Path | None, typer.Option(help="Add what another copy of your record holds.")] = None,
    export: Annotated[Path | None, typer.Option(help="Write a copy of your record to this file.")] = None,
    delete: Annotated[bool, typer.Option("--delete", help="Delete your record; asks first.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    json: Json = False,
) -> None:
    """Show your map: points, tries, mistakes.

    Which mistakes were met and which are overcome, and what to do next. It is made from your record,
    work/progress.jsonl, which check(…), `course grade` and `course review` add lines to. Nothing of it leaves your
    computer.
    """
    from course import progress, progress_map

    lang, home = chosen_language(lang), find_home(home, lang)
    mine = progress.in_home(home)
    try:
        if merge:
            count = progress.merge(mine, merge)
            typer.echo(text("progress.merged", lang, file=merge, count=count, mine=mine))
        if export:
            data = mine.read_bytes()
            try:
                with export.open("xb") as file:
                    file.write(data)
            except FileExistsError:
                _stop(text("progress.exists", lang, file=export), 1)
            typer.echo(text("progress.exported", lang, file=export))
        if delete:
            if not yes and not typer.confirm(text("progress.sure", lang, file=mine)):
                _stop(text("progress.kept", lang), 1)
            mine.unlink()
            typer.echo(text("progress.deleted", lang, file=mine))
    except OSError as problem:
        _stop(text("progress.failed", lang, problem=problem), 1)
    if merge or export or delete:
        return
    with _problems(lang):
        course = progress_map.units(home, lang)
    if json:
        _print_json(progress_map.as_data(course, lang))
        return
    if not mine.exists():
        typer.echo(text("progress.nothing", lang, folder=home / "work"))
    for line in progress_map.lines(course, lang, progress_map.terminal_width()):
        typer.echo(line)
    if mine.exists():
        typer.echo("\n" + text("progress.where", lang, file=mine))


@app.command()
def update(
    unit: Annotated[str | None, typer.Argument(help=f"{UNIT} Without it all units.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    lang: Lang = None,
    home: Home = None,
) -> None:
    """Bring a newer edition into your notebooks.

    Your answers and your own cells are kept. What you had is put aside under another name before a notebook changes.
    Save and close your notebooks first.
    """
    from course import workspace

    lang, home = chosen_language(lang), find_home(home, lang)
    with _problems(lang):
        wanted = [workspace.unit_named(home, lang, unit)] if unit else None
        if dry_run:
            told = workspace.rehearse_update(home, lang, wanted)
            told = [text("workspace.update.dry_run", lang), *told] if told else []
        else:
            told = list(workspace.sentences(home, lang, workspace.update(home, lang, wanted)))
    for sentence in told or [text("workspace.update.nothing", lang)]:
        typer.echo(sentence)


@app.command()
def reset(unit: Annotated[str, typer.Argument(help=UNIT)], lang: Lang = None, home: Home = None) -> None:
    """Start a unit afresh.

    Your copy is not deleted: it is kept beside the fresh one under another name.
    """
    from course import workspace

    lang, home = chosen_language(lang), find_home(home, lang)
    with _problems(lang):
        unit = workspace.unit_named(home, lang, unit)
        changes = workspace.reset(home, lang, unit)
    for sentence in workspace.sentences(home, lang, changes):
        typer.echo(sentence)
    if not changes:
        typer.echo(text("workspace.changes.nothing", lang, unit=unit))


def add_commands(app: typer.Typer, entries: Iterable[EntryPoint]) -> None:
    """Add the commands that other packages offer, and an explanation in the place of a missing ``grade``."""
    entries = list(entries)
    for entry in entries:
        try:
            command = entry.load()
        except Exception as problem:  # the notebooks must open also when another package cannot be loaded
            command = _broken(entry.name, problem)
        app.command(entry.name)(command)
    anything = {"allow_extra_args": True, "ignore_unknown_options": True}
    for name, explanation in (("grade", _no_judge), ("review", _no_questions)):
        if name not in {entry.name for entry in entries}:
            app.command(name, hidden=True, context_settings=anything)(explanation)


def _no_judge() -> None:
    """Explain that no judge is installed."""
    from course.grading import no_judge

    _stop(no_judge("workspace.errors.no_judge", chosen_language(None)), 1)


def _no_questions() -> None:
    """Explain that the questions for a review are not installed: they come with the judge."""
    from course.grading import no_judge

    _stop(no_judge("review.no_judge", chosen_language(None)), 1)


def _broken(name: str, problem: Exception) -> Callable[[], None]:
    def command() -> None:
        """Not available: its package cannot be loaded."""
        reason = f"{type(problem).__name__}: {problem}"
        _stop(text("workspace.errors.broken_command", chosen_language(None), name=name, problem=reason), 1)

    return command


def chosen_language(chosen: str | None) -> str:
    if chosen in LANGUAGES:
        return chosen
    if chosen:
        _stop(text("workspace.errors.unknown_language", "en", lang=chosen, known=", ".join(LANGUAGES)), 2)
    try:
        return language()
    except ValueError as problem:  # COURSE_LANG is wrong
        _stop(str(problem), 2)


def find_home(chosen: Path | None, lang: str) -> Path:
    """Return the folder that has the learner's copies or will have them.

    It is the chosen one, the nearest around us that has a release, the one in the learner's home, or the package's.
    """
    from course import workspace

    if chosen:
        if not workspace.release_of(chosen).is_dir():
            _stop(text("workspace.errors.not_home", lang, folder=chosen), 2)
        return chosen.resolve()
    here = Path.cwd()
    around = [folder for folder in (here, *here.parents) if workspace.release_of(folder).is_dir()]
    mine = _own_home()
    begun = [mine] if workspace.release_of(mine).is_dir() else []
    package = Path(__file__).resolve().parents[1]
    for folder in (*filter(_is_writable, around), *begun, *around, package):
        if workspace.release_of(folder).is_dir():
            return folder
    _stop(text("workspace.errors.no_home", lang, folder=here), 2)


def _begun_home(chosen: Path | None, release: Path | None, lang: str) -> Path:
    """Return a folder in which copies can be written: the one that is found, else one in the learner's own folder."""
    from course import workspace

    if release:
        inner = release / "release"
        home, release = (chosen or _own_home()).resolve(), (inner if inner.is_dir() else release).resolve()
        if not release.is_dir():
            _stop(text("workspace.errors.not_home", lang, folder=release), 2)
    else:
        home = find_home(chosen, lang)
        if chosen or _is_writable(home):
            return home
        home, release = _own_home(), workspace.release_of(home)
    with _problems(lang):
        workspace.begin(home, release)
    return home


def _own_home() -> Path:
    return Path.home() / "gradient-descent"


def _is_writable(folder: Path) -> bool:
    import os

    return os.access(folder, os.W_OK)


@contextmanager
def _problems(lang: str) -> Iterator[None]:
    """Turn what can go wrong in the workspace into a sentence and an exit code."""
    from course import workspace

    try:
        yield
    except workspace.UnknownUnit as problem:
        _stop(str(problem), 2)
    except workspace.NoNotebooks as problem:
        _stop(str(problem), 1)
    except OSError as problem:
        _stop(text("workspace.errors.disk", lang, problem=problem), 1)


def _print_json(data: object) -> None:
    import json

    typer.echo(json.dumps(data, ensure_ascii=False))


def _stop(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


# Without a terminal JupyterLab leaves SIGINT to Python. The KeyboardInterrupt then stops its event loop anywhere, also
# where a save has just ended, and a worker thread that nobody stops any more keeps the process for ever. SIGTERM it
# stops at in good order. On a terminal it sets a handler of its own, which asks first.
_START_JUPYTERLAB = """
import runpy, signal
signal.signal(signal.SIGINT, lambda *_: signal.raise_signal(signal.SIGTERM))
runpy.run_module("jupyterlab", run_name="__main__", alter_sys=True)
"""


def _jupyterlab(
    folder: Path, start: str, lang: str, browser: bool, port: int | None, allow_root: bool
) -> int:
    """Run JupyterLab until it ends and return its exit code (128 + n when signal n ended it)."""
    import os
    import signal
    import subprocess
    from urllib.parse import quote

    command = [
        *(sys.executable, "-c", _START_JUPYTERLAB),
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{quote(start)}",
        # Nothing is fetched from the network: no news, no version check, no list of extensions.
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        *(["--no-browser"] if not browser else []),
        *([f"--port={port}"] if port is not None else []),
        *(["--allow-root"] if allow_root else []),
    ]
    # Ctrl-C goes to us and to JupyterLab alike. It is JupyterLab that answers; we only have to outlive it.
    # A handler, unlike "ignore", is not inherited by the child.
    signal.signal(signal.SIGINT, lambda *_: None)
    # Our settings come before JupyterLab's own and after the learner's: figures are saved with their last state, so
    # that a notebook that is opened again shows them before anything has run; no toast asks about news; and nbgrader's
    # menus, buttons and pages are off: they are an instructor's, and below the learner's folder they can only complain.
    settings = [os.environ.get("JUPYTER_CONFIG_PATH"), str(Path(__file__).parent / "jupyter")]
    # A notebook says itself which language it is in, also one from elsewhere that was put into this folder.
    environment = {name: value for name, value in os.environ.items() if name != "COURSE_LANG"}
    environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, settings))
    with subprocess.Popen(command, env=environment) as child:
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        code = child.wait()
    return code if code >= 0 else 128 - code


add_commands(app, entry_points(group="course.commands"))

if __name__ == "__main__":
    app()
