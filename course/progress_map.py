"""What the record of :mod:`course.progress` comes to: points, tries, mistakes met and overcome, the next step."""

from __future__ import annotations

import html
import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from course import progress, workspace
from course.language import LANGUAGES, language, text
from course.progress import Event


@dataclass(frozen=True)
class Mistake:
    """A mistake that was made in an exercise: its name, what kind it is in both languages, and whether it is overcome.

    It is overcome once an answer to the exercise was found right after it.
    """

    name: str
    said: dict[str, str]
    overcome: bool


@dataclass(frozen=True)
class Exercise:
    """One exercise: points to be had, what was found last, the best grade, how many different answers were tried."""

    name: str
    points: float
    state: str = ""  #: "" before the first try
    score: float | None = None
    tries: int = 0
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True)
class Unit:
    """One unit, its title in the learner's language, and its exercises in their order.

    ``last``: the time of its last event; ``begun``: somebody wrote in its notebook or tried one of its exercises.
    """

    name: str
    title: str
    state: workspace.State
    exercises: tuple[Exercise, ...]
    reviews: int = 0
    last: str = ""

    @property
    def begun(self) -> bool:
        return bool(self.last) or self.state >= workspace.State.EDITED

    @property
    def right(self) -> int:
        return sum(each.state == "correct" for each in self.exercises)

    @property
    def is_done(self) -> bool:
        return self.right == len(self.exercises) > 0

    @property
    def tries(self) -> int:
        return sum(each.tries for each in self.exercises)

    @property
    def score(self) -> float | None:
        """The points of all exercises that were graded; None if none was."""
        graded = [each.score for each in self.exercises if each.score is not None]
        return sum(graded) if graded else None

    @property
    def points(self) -> float:
        return sum(each.points for each in self.exercises)


def units(home: Path, lang: str) -> list[Unit]:
    """Return the units of the course in ``home`` with what its record says of them.

    Raises ``workspace.NoNotebooks``, or an ``OSError``.
    """
    events = progress.read(progress.in_home(home))
    return [
        _unit(name, state, workspace.release_of(home) / lang / name, [each for each in events if each.unit == name])
        for name, state in workspace.states(home, lang).items()
    ]


def as_data(course: list[Unit], lang: str) -> dict[str, Any]:
    """Return the map for a program: ``next`` as a sentence, and ``units`` with their exercises and mistakes met."""
    return {"next": next_step(course, lang), "units": [_unit_data(unit) for unit in course]}


def _unit_data(unit: Unit) -> dict[str, Any]:
    counted = {"right": unit.right, "score": unit.score, "points": unit.points, "tries": unit.tries}
    return {**asdict(unit), "state": unit.state.name.lower(), "begun": unit.begun, **counted}


def next_step(course: list[Unit], lang: str) -> str:
    """Return a sentence that says what to do next: what is open where one worked last, else the next unit."""
    say = partial(_say, lang)
    open_ = [unit for unit in course if unit.last and not unit.is_done]
    if open_:
        unit = max(open_, key=lambda each: each.last)
        todo = [each for each in unit.exercises if each.state != "correct"]
        exercise = next((each for each in todo if each.tries), todo[0] if todo else None)
        if exercise is not None:
            met = next((each for each in reversed(exercise.mistakes) if not each.overcome), None)
            key = "mend" if met and lang in met.said else "try_again" if exercise.tries else "go_on"
            said = met.said.get(lang, "") if met else ""
            return say(f"next.{key}", unit=unit.name, exercise=exercise.name, said=said)
    fresh = next((unit for unit in course if not unit.begun), None)
    if fresh is not None:
        return say("next.begin", unit=fresh.name, number=fresh.name[:2].lstrip("0") or "0")
    begun = next((unit for unit in course if not unit.is_done and unit.exercises), None)
    return say("next.check", unit=begun.name) if begun else say("next.done")


def brief(course: list[Unit], lang: str, width: int = 80) -> Iterator[str]:
    """Yield a line for each unit, and what to do next."""
    name = max((len(unit.name) for unit in course), default=0)
    for unit in course:
        yield from _wrapped(f"{unit.name:{name}}  {standing(unit, lang)}", width, " " * (name + 2))
    yield from ("", *_wrapped(f"{_say(lang, 'head.next')} {next_step(course, lang)}", width, ""))


def standing(unit: Unit, lang: str) -> str:
    """Return in a few words how far a unit is, and whether a newer edition of it waits."""
    say = partial(_say, lang)
    if not unit.begun:
        words = say("units.fresh")
    elif not unit.last:
        words = say("units.begun")
    else:
        words = say("units.right", right=unit.right, all=len(unit.exercises))
    if unit.state is workspace.State.OUTDATED:
        return f"{words} · {say('units.outdated')}"
    if unit.state is workspace.State.BEHIND:
        return f"{words} · {say('units.behind')}"
    points = unit.score is not None and say("units.points", score=f"{unit.score:g}", max=f"{unit.points:g}")
    return f"{words} · {points}" if points else words


def lines(course: list[Unit], lang: str, width: int = 80) -> Iterator[str]:
    """Yield the whole map as plain text."""
    say = partial(_say, lang)
    name = max((len(unit.name) for unit in course), default=0)
    for unit in course:
        tries = f" · {say('tries', tries=unit.tries)}" if unit.tries else ""
        reviews = f" · {say('reviews', reviews=unit.reviews)}" if unit.reviews else ""
        yield from _wrapped(f"{unit.name:{name}}  {standing(unit, lang)}{tries}{reviews}", width, " " * (name + 2))
        for exercise in unit.exercises if unit.last and not unit.is_done else ():
            yield from _wrapped(f"  {_sign(exercise)} {_of(exercise, lang)}", width, "      ")
    for overcome in (False, True):
        met = [(unit, each, mistake) for unit, each, mistake in _mistakes(course) if mistake.overcome is overcome]
        if met:
            yield from ("", say("overcome" if overcome else "met"))
        for _, exercise, mistake in met:
            yield from _wrapped(f"  {'✓' if overcome else '✗'} {exercise.name}: {_words(mistake, lang)}", width, "    ")
    yield ""
    yield from _wrapped(f"{say('head.next')} {next_step(course, lang)}", width, "")


def show_map() -> None:
    """Show the map of the course around the running notebook: see :func:`course.progress.show`."""
    from course.rich_output import is_quiet, present

    if is_quiet():  # a grader has no map, and none of it belongs into a graded notebook
        return
    lang = language()
    path = progress.place()
    try:
        course = units(path.parent.parent, lang) if path else []
    except (workspace.NoNotebooks, OSError) as problem:
        present(str(problem))
        return
    if not course:
        present(_say(lang, "nowhere"))
        return
    present("\n".join(lines(course, lang)), page(course, lang))


def page(course: list[Unit], lang: str) -> str:
    """Return the map as HTML for a notebook of a unit; everything that is filled in is escaped."""
    say = partial(_say, lang)
    heads = "".join(f'<th scope="col">{say(f"head.{each}")}</th>' for each in ("unit", "right", "points", "tries"))
    parts = [
        f'<p class="course-next"><b>{say("head.next")}</b> {html.escape(next_step(course, lang))}</p>',
        f"<table><caption>{say('head.map')}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{''.join(_row(unit, lang) for unit in course)}</tbody></table>",
    ]
    if met := _items(course, False, lang):
        parts.append(f"<p><b>{say('met')}</b></p><ul>{''.join(met)}</ul>")
    if met := _items(course, True, lang):
        parts.append(f"<details><summary>{say('overcome')}: {len(met)}</summary><ul>{''.join(met)}</ul></details>")
    return f'<div class="course-map">{"".join(parts)}</div>'


def _row(unit: Unit, lang: str) -> str:
    file = f"../{unit.name}/{workspace.notebook_file(unit.name)}"
    title = f'<a href="{html.escape(file)}">{html.escape(f"{unit.name[:2]} · {unit.title}")}</a>'
    points = "" if unit.score is None else f"{unit.score:g} / {unit.points:g}"
    share = unit.right / len(unit.exercises) if unit.exercises else 0
    bar = f'<span class="course-bar" aria-hidden="true"><i style="width:{share:.0%}"></i></span>'
    right = f"{unit.right} / {len(unit.exercises)}" if unit.begun else _say(lang, "units.fresh")
    cells = (title, f"{bar} {right}", points, unit.tries or "")
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _items(course: list[Unit], overcome: bool, lang: str) -> list[str]:
    return [
        f"<li>{'✓' if overcome else '✗'} <code>{html.escape(exercise.name)}</code>: "
        f"{html.escape(_words(mistake, lang))}</li>"
        for _, exercise, mistake in _mistakes(course)
        if mistake.overcome is overcome
    ]


def _unit(name: str, state: workspace.State, folder: Path, events: list[Event]) -> Unit:
    title, points = released(folder)
    looks = [event for event in events if event.kind != "review"]
    exercises = tuple(
        _exercise(each, most, [event for event in looks if event.exercise == each]) for each, most in points.items()
    )
    reviews = len(events) - len(looks)
    return Unit(name, title or name[3:], state, exercises, reviews, max((each.time for each in events), default=""))


def _exercise(name: str, points: float, events: list[Event]) -> Exercise:
    graded = [event.score for event in events if event.kind == "grade" and event.score is not None]
    sources = {event.source or event.id for event in events}
    return Exercise(name, points, _state(events), max(graded, default=None), len(sources), _met(events))


def _state(events: list[Event]) -> str:
    """Return what was found last; of the same answer the judge's word stands above the visible check's."""
    if not events:
        return ""
    last = events[-1]
    graded = [event for event in events if event.kind == "grade" and event.source and event.source == last.source]
    return graded[-1].state if graded else last.state


def _met(events: Iterable[Event]) -> tuple[Mistake, ...]:
    found: dict[str, Mistake] = {}
    for event in events:
        if event.state == "correct":
            found = {name: Mistake(name, each.said, True) for name, each in found.items()}
        elif event.diagnosis:
            found.pop(event.diagnosis, None)  # met again: it is the latest
            found[event.diagnosis] = Mistake(event.diagnosis, event.said, False)
    return tuple(found.values())


def released(folder: Path) -> tuple[str, dict[str, float]]:
    """Return the title of a released unit and the points of its exercises in their order."""
    title, points = "", {}
    for file in sorted(folder.glob("*.ipynb")):
        try:
            cells = json.loads(file.read_bytes())["cells"]
            for cell in cells:
                source, own = "".join(cell["source"]), cell["metadata"].get("course", {})
                if not title and cell["cell_type"] == "markdown" and source.startswith("# "):
                    title = source.splitlines()[0].removeprefix("# ").strip()
                if own.get("role") == "test":
                    points[own["exercise"]] = float(cell["metadata"].get("nbgrader", {}).get("points", 0))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            continue  # not a notebook of the course
    return title, points


def _mistakes(course: list[Unit]) -> Iterator[tuple[Unit, Exercise, Mistake]]:
    return ((unit, each, mistake) for unit in course for each in unit.exercises for mistake in each.mistakes)


def _words(mistake: Mistake, lang: str) -> str:
    known = [mistake.said[each] for each in (lang, *LANGUAGES) if isinstance(mistake.said.get(each), str)]
    return " ".join(known[0].split()) if known else mistake.name.replace("_", " ")


def _sign(exercise: Exercise) -> str:
    return {"correct": "✓", "partial": "◐", "wrong": "✗", "error": "✗"}.get(exercise.state, "○")


def _of(exercise: Exercise, lang: str) -> str:
    words = [exercise.name]
    if exercise.score is not None:
        words.append(_say(lang, "units.points", score=f"{exercise.score:g}", max=f"{exercise.points:g}"))
    if exercise.tries:
        words.append(_say(lang, "tries", tries=exercise.tries))
    return " · ".join(words)


def _wrapped(line: str, width: int, indent: str) -> list[str]:
    """Return a line as lines that fit, broken between words only."""
    return textwrap.wrap(
        line, max(width, 20), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def terminal_width() -> int:
    """Return how many letters a line of the terminal holds."""
    return shutil.get_terminal_size().columns


def _say(lang: str, key: str, **values: object) -> str:
    return text(f"progress.{key}", lang, **values)
