"""The visible check: try an answer on public examples and say what is wrong with it, in the learner's own kernel.

No reference is at hand here. What right and typical wrong answers give for the examples is data in ``course/checks``.
"""

from __future__ import annotations

import inspect
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from course import magic, stale_cells
from course.language import language, text

# What looks at an answer is imported when there is one: this module comes with every import of ``course``.
if TYPE_CHECKING:
    from course.findings import Outcome

_failures: Counter[tuple[str, str]] = Counter()  # how often each hint has been due, for the next stage
_troubles: set[str] = set()  # of the disk that have been told
stale_cells.watch()
magic.watch()


def check(answer: Callable[..., Any]) -> None:
    """Try ``answer`` on the public examples and print what was found.

    The first time a mistake is seen, the hint says what kind of mistake it is; the next time also where to look.
    """
    outcome = examine(answer)
    if outcome.state == "correct":
        words, below, wait = [text("check.visible.correct", name=outcome.exercise)], [], True
    else:
        what, where = outcome.hint
        _failures[outcome.exercise, what] += 1
        wait = outcome.staged and _failures[outcome.exercise, what] == 1
        below = [text("check.visible.where_next") if wait else where]
        words = [text(f"check.state.{outcome.state}", name=outcome.exercise), what, *outcome.details, *below]
    _note(outcome, answer)
    _say("\n".join(words), outcome, below, example=not wait)


def examine(answer: Callable[..., Any], lang: str | None = None, *, name: str = "") -> Outcome:
    """Return what :func:`check` would say about ``answer``; ``name`` says of which exercise, if its own name does not.

    Raises ``TypeError`` where ``answer`` is not one of the course's functions.
    """
    from course.findings import Outcome, hint_words, look_at

    name = name or _exercise_name(answer)
    data = public_data()[name]
    lang = lang or language()
    if stale_cells.is_stale(name, answer):
        return Outcome(name, "stale", hint_words("stale", lang, name))
    waiting = None
    for example in data["examples"]:
        outcome = look_at(name, answer, example, data, lang)
        if outcome is not None and not outcome.waits:
            return outcome
        waiting = waiting or outcome
    return waiting or Outcome(name, "correct")


@cache
def public_data() -> dict[str, Any]:
    """Return the public examples of all units by exercise."""
    found: dict[str, Any] = {}
    for file in sorted((files("course") / "checks").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".json"):
            unit = file.name.removesuffix(".json")
            found |= {name: data | {"unit": unit} for name, data in json.loads(file.read_text("utf-8")).items()}
    return found


def _exercise_name(answer: Callable[..., Any]) -> str:
    """Return the exercise that ``answer`` is an answer to: by its own name, else by the name it was given."""
    from course.findings import hint_words
    from course.letters import describe, odd_text

    known = public_data()
    name = getattr(answer, "__name__", "")
    if name in known:
        return name
    frame = inspect.currentframe()
    while frame is not None:
        for given, value in frame.f_globals.items():
            if value is answer and given in known:
                return given
        frame = frame.f_back
    unknown = text("check.visible.unknown", name=repr(name or answer), first=next(iter(known), "loss"))
    odd = next(filter(None, (odd_text(name, other) for other in known)), None) if isinstance(name, str) else None
    if odd is not None:
        unknown += "\n" + hint_words("look_alike", language(), describe(odd, language()))[0]
    raise TypeError(unknown)


def _note(outcome: Outcome, answer: Callable[..., Any]) -> None:
    """Add what was found to the learner's own record, where there is one: a cell that nobody wrote in is no try.

    Trouble with the disk is said once.
    """
    from course import grading, progress
    from course.rich_output import is_quiet

    if is_quiet() or outcome.state in ("not_attempted", "stale") or (path := progress.place()) is None:
        return
    source = grading.source_of(answer)
    event = progress.Event(
        "check", public_data()[outcome.exercise]["unit"], outcome.exercise, outcome.state, None, None,
        *outcome.mistake, progress.fingerprint(source) if source else "",
    )  # fmt: skip
    try:
        progress.note(event, path)
    except OSError as problem:
        if str(problem) not in _troubles:
            print(text("progress.not_kept", file=path, problem=problem))
        _troubles.add(str(problem))


def _say(words: str, outcome: Outcome, below: list[str], *, example: bool) -> None:
    from course.rich_output import is_live

    if is_live():
        from course import blocks, grading
        from course.panel import Panel

        block = blocks.check_block(outcome, below, language(), example=example and outcome.state in ("wrong", "error"))
        Panel(block, outcome.exercise, grading.here(), language()).show(words)
        return
    # nbgrader's Validate counts a cell as failed when it writes to stderr; learners see plain text.
    validating = os.environ.get("NBGRADER_EXECUTION") == "validate"
    print(words, file=sys.stderr if outcome.state != "correct" and validating else sys.stdout)
