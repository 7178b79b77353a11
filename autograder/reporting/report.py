"""Show verdicts: a table for the terminal, a page for the browser."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from autograder.classroom.records import Record
from autograder.reporting.templates import template
from autograder.support.sanitise import one_line
from course.findings import hint_words
from course.language import text
from course.worked_example import pasteable, worked

_COLOURS = {
    "correct": "green",
    "partial": "yellow",
    "wrong": "red",
    "error": "red",
    "review": "magenta",
    "not_attempted": "dim",
}


def table(records: Sequence[Record], lang: str = "en") -> Table:
    """Return one row for each student and exercise: points, state, diagnosis, and each student's sum.

    Names and the like are shown as they are, without characters that a terminal would obey.
    """
    out = Table("student", "exercise", "points", "state", "diagnosis")
    out.columns[2].justify = "right"
    for column in out.columns[1:]:
        column.overflow = "fold"
    for record in records:
        if record.refused:
            word, _, detail = record.refused.partition(":")
            points = f"0 / {record.max_score:g}"
            out.add_row(
                _plain(record.student), _plain(hint_words(word, lang, detail)[0]), points, Text("error", "red"),
                _plain(word), end_section=not record.notes(lang),
            )  # fmt: skip
            _add_notes(out, record, lang)
            continue
        for number, verdict in enumerate(record.verdicts):
            points = "?" if verdict.score is None else f"{verdict.score:g}"
            out.add_row(
                _plain(record.student if number == 0 else ""), _plain(verdict.exercise),
                f"{points} / {verdict.max_score:g}", Text(verdict.state, _COLOURS[verdict.state]),
                _plain(verdict.diagnosis),
            )  # fmt: skip
        total = Text(f"{record.score:g} / {record.max_score:g}", "bold")
        out.add_row("", "", total, "", "", end_section=not record.notes(lang))
        _add_notes(out, record, lang)
    return out


def _add_notes(out: Table, record: Record, lang: str) -> None:
    notes = record.notes(lang)
    for number, note in enumerate(notes, 1):
        out.add_row("", _plain(note), "", Text("note", "magenta"), "", end_section=number == len(notes))


def _plain(words: str) -> Text:
    return Text(one_line(words))


def page(record: Record, title: str, lang: str) -> str:
    """Return a page of its own, with nothing to load: points, state, hints and an example of every exercise tried."""
    states = {verdict.exercise: verdict.state for verdict in record.verdicts}
    failed = [name for name, state in states.items() if state in ("partial", "wrong", "error")]
    examples = {name: (pasteable(call), value) for name in failed for call, value in filter(None, [worked(name)])}
    return template("report.html.j2").render(
        record=record, title=title, lang=lang, say=lambda key, **values: text(key, lang, **values),
        examples=examples, untouched=[name for name, state in states.items() if state == "not_attempted"],
    )  # fmt: skip
