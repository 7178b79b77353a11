"""What all commands share: the application, options, and how they speak."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

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
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON object a line, and nothing else.")]
ClassFolder = Annotated[Path, typer.Option("--class", help="The class, with submitted/<student>/<unit>/.")]
Root = Annotated[
    Path | None, typer.Option("--root", help="The repository; the one that this is, if left out.", file_okay=False)
]


@cache
def console(*, stderr: bool = False) -> Console:
    """Return the terminal, which both streams share."""
    from rich.console import Console

    return Console(stderr=stderr)


def say(words: object, style: str = "", *, stderr: bool = False) -> None:
    """Print words as they are, on as many lines as they have; what a terminal would obey is left out of them."""
    console(stderr=stderr).print(clean(str(words)), style=style, markup=False, highlight=False, soft_wrap=True)


def write_json(row: dict[str, Any]) -> None:
    """Print an object on a line of its own."""
    print(json.dumps(row, ensure_ascii=False, default=str), flush=True)


@contextmanager
def lessons_may_be_wrong() -> Iterator[None]:
    """Say what is wrong with a lesson or with the file of an exercise, a line for each fault."""
    from autograder.authoring.headers import LessonError
    from autograder.authoring.rehearsal import faults_told

    try:
        with faults_told(REPOSITORY):
            yield
    except LessonError as error:
        say(error, "red", stderr=True)
        raise typer.Exit(1) from None


@contextmanager
def class_of(root: Path) -> Iterator[None]:
    """Turn what is wrong with a call or a class into a sentence and an exit code."""
    from autograder.classroom.grading import NbGraderException

    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(clean(str(error))) from None
    except NbGraderException:  # it is logged
        raise typer.Exit(1) from None
    except OSError as error:
        say(f"The folder of the class cannot be used: {error}", "bold red", stderr=True)
        raise typer.Exit(1) from None


def log_to_terminal(level: int) -> None:
    """Show what is logged, from this level on."""
    from rich.logging import RichHandler

    from autograder.support.locks import NOTICE

    logging.addLevelName(NOTICE, "NOTICE")
    handler = RichHandler(console=console(stderr=True), show_path=False, show_time=False)
    logging.basicConfig(format="%(message)s", handlers=[handler])
    logging.getLogger("autograder").setLevel(level)
