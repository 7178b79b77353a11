"""Show what a class has done: a page for each language, tables, JSON, and thirty lines for the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import mean, median

from rich.console import Group
from rich.text import Text

from autograder.judging.verdict import STATES
from autograder.reporting.item_analysis import UNRELATED
from autograder.reporting.overview import BINS, Learner, Overview
from autograder.reporting.similarity import ENOUGH
from autograder.reporting.templates import template
from autograder.support.atomic_files import write_atomically
from autograder.support.sanitise import one_line
from autograder.support.spreadsheet import rows_as_csv
from course.language import LANGUAGES, text

LINES = 30  # of the summary, at most
WIDTH = 20  # of the longest bar in it
_SHADES = 5


def write(root: Path, overview: Overview) -> list[Path]:
    """Write pages, tables and JSON into ``report/`` of a class; return where they are, the pages first."""
    contents = {f"{lang}.html": page(overview, lang).encode("utf-8", "replace") for lang in LANGUAGES}
    contents |= {f"{name}.csv": rows_as_csv(rows) for name, rows in tables(overview).items()}
    contents["json"] = as_json(overview).encode("utf-8", "replace")
    paths = []
    for ending, content in contents.items():
        paths.append(root / "report" / f"{overview.unit}.{ending}")
        write_atomically(paths[-1], content)
    return paths


def page(overview: Overview, lang: str) -> str:
    """Return a page of its own, with nothing to load."""
    points = [each.score for each in overview.graded]
    width = overview.max_score / BINS
    bins = [(f"{number * width:g} – {(number + 1) * width:g}", n) for number, n in enumerate(overview.distribution)]
    return template("class_report.html.j2").render(
        all=overview, lang=lang, title=_title(overview, lang), called=called, number=_number, shade=_shade, bins=bins,
        say=lambda key, **values: text(f"report.{key}", lang, **values), states=STATES, enough=f"{ENOUGH:g}",
        mean=mean(points) if points else None, median=median(points) if points else None, unrelated=UNRELATED,
        repairs=[(text(f"repair.kind.{kind}", lang), count) for kind, count in overview.repairs.items()],
        hours=[(f"{hour:02}", count) for hour, count in enumerate(overview.hours)],
        unread=[called(each) for each in overview.learners if any(wait.word == "words" for wait in each.waits)],
        late=sum(each.late for each in overview.learners),
    )  # fmt: skip


def as_json(overview: Overview) -> str:
    """Return all of it as JSON; what is computed from the rest is in it too."""
    more = {"distribution": overview.distribution, "days": overview.days, "hours": overview.hours}
    return json.dumps(asdict(overview) | more, indent=1, ensure_ascii=False) + "\n"


def tables(overview: Overview) -> dict[str, list[Sequence[object]]]:
    """Return the tables of learners, of exercises and of mistakes; the first row of each has the names of columns."""
    tasks = overview.tasks
    learners: list[Sequence[object]] = [
        ("student", "name", "graded", *(task.name for task in tasks), "score", "max_score", "late_penalty",
         "handed_in", "late", "waits")
    ]  # fmt: skip
    for each in overview.learners:
        points = each.points or (None,) * len(tasks)
        waits = "; ".join(wait.words("en") for wait in each.waits)
        score = each.score if each.graded else None
        learners.append(
            (each.student, each.name, int(each.graded), *points, score, overview.max_score, each.penalty,
             each.handed_in, int(each.late), waits)
        )  # fmt: skip
    exercises: list[Sequence[object]] = [
        ("exercise", "max_points", "difficulty", "discrimination", "strong_learners", "unfair", *STATES)
    ]
    for task in tasks:
        own = task.measures
        counts = (task.states.get(state, 0) for state in STATES)
        exercises.append((task.name, task.points, own.mean, own.discrimination, own.strong, int(own.unfair), *counts))
    mistakes: list[Sequence[object]] = [("exercise", "diagnosis", "count", "hint_en", "hint_ru", "example")]
    for seen in overview.mistakes:
        hints = (" ".join(seen.hint.get(lang, ())) for lang in LANGUAGES)
        mistakes.append((seen.exercise, seen.diagnosis, seen.count, *hints, seen.line))
    return {"learners": learners, "exercises": exercises, "mistakes": mistakes}


def summary(overview: Overview, lang: str = "en") -> Group:
    """Return what matters most in at most ``LINES`` lines, for a terminal of any width."""
    lines = [Text(_title(overview, lang), "bold", no_wrap=True, overflow="ellipsis")]
    there = len(overview.learners) - len(overview.absent)
    known = {
        "handed_in": text("report.of", lang, count=there, total=len(overview.learners)),
        "mean": _number(mean([each.score for each in overview.graded]) if overview.graded else None)
        + f" / {_number(overview.max_score)}",
        "alpha": _number(overview.alpha),
    }
    lines.append(_line(" · ".join(f"{text(f'report.{key}', lang)}: {value}" for key, value in known.items())))
    most = max(overview.distribution)
    for number, count in enumerate(overview.distribution):
        bar = "█" * round(WIDTH * count / most) if most else ""
        lines.append(_line(f"{number * 100 // BINS:4}–{(number + 1) * 100 // BINS:3} %  {bar} {count}"))
    wrong = [
        f"{each.count:4} × {each.exercise}: {' '.join(each.hint.get(lang, (each.diagnosis,))[:1])}"
        for each in overview.mistakes
    ]
    lines += _some(text("report.next_lecture", lang), wrong, 5, lang)
    unread = sum(wait.word == "words" for each in overview.learners for wait in each.waits)
    waits = [text("report.unread", lang, count=unread)] if unread else []
    waits += [text("report.odd_folders", lang, names=", ".join(overview.odd_folders))] if overview.odd_folders else []
    waits += [
        text("report.person", lang, name=called(each), what=wait.words(lang))
        for each in overview.waiting
        for wait in each.waits
        if wait.word != "words"
    ]
    lines += _some(text("report.waiting", lang), waits, 4, lang, "magenta")
    if overview.absent:
        lines += _some(text("report.absent", lang), [", ".join(map(called, overview.absent))], 1, lang)
    unfair = [task.label(lang) for task in overview.tasks if task.measures.unfair]
    if unfair:
        lines.append(_line(text("report.unfair_exercises", lang, names=", ".join(unfair)), "magenta"))
    if overview.alike:
        found = [
            text("report.alike_line", lang, names=", ".join(each.students), exercises=", ".join(each.exercises),
                 bits=_number(each.bits))
            for each in overview.alike
        ]  # fmt: skip
        lines += _some(text("report.alike", lang), found, 1, lang)
    assert len(lines) <= LINES
    return Group(*lines)


def called(learner: Learner) -> str:
    """Return how a learner is called on a page: the id, with the name where it is known."""
    return one_line(f"{learner.name} ({learner.student})" if learner.name else learner.student)


def _some(heading: str, found: Sequence[str], most: int, lang: str, style: str = "") -> Iterable[Text]:
    """Yield a heading and the first lines of a list, and how many are left out."""
    if found:
        yield _line(heading, "bold")
        yield from (_line(f"  {each}", style) for each in found[:most])
    if len(found) > most:
        yield _line("  " + text("report.more", lang, count=len(found) - most))


def _line(words: str, style: str = "") -> Text:
    indent = len(words) - len(words.lstrip())
    return Text(" " * indent + one_line(words), style, no_wrap=True, overflow="ellipsis")


def _title(overview: Overview, lang: str) -> str:
    return text("report.title", lang, unit=overview.titles[lang] or overview.unit)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{round(value, 2):g}"


def _shade(points: float | None, most: float) -> str:
    return "h0" if points is None or not most else f"h{round(_SHADES * min(1.0, max(0.0, points / most)))}"
