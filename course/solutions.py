"""When a model answer is shown, and how: after a pass, or after three honest tries."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from course import blocks
from course.language import text
from course.progress import Event

TRIES = 3


def missing(events: Iterable[Event], exercise: str) -> int:
    """Return how many more tries it takes until the model answer is shown; 0 also after a pass.

    A try is a graded answer that is not one of the earlier ones; see ``course.progress.fingerprint``.
    """
    graded = [event for event in events if event.kind == "grade" and event.exercise == exercise]
    if any(event.state == "correct" for event in graded):
        return 0
    return max(TRIES - len({event.source for event in graded if event.source}), 0)


def lines(data: dict[str, Any], lang: str) -> Iterator[str]:
    """Yield a model answer, as ``course grade --solution`` has it, as plain text."""
    if "refused" in data:
        yield data["refused"]
        return
    yield text("grade.solution", lang, name=data["exercise"])
    yield from ("", textwrap.indent(data["source"], "    "), "")
    if data["another"]:
        yield from (text("grade.another", lang), "", textwrap.indent(data["another"], "    "), "")
    if data["mistakes"]:
        yield text("grade.usual", lang)
        yield from (f"  * {what} {where}" for what, where in data["mistakes"])


def page(data: dict[str, Any], lang: str) -> str:
    """Return the same as HTML; everything that is filled in is escaped."""
    if "refused" in data:
        return blocks.sentence(data["refused"])
    parts = [_titled(text("grade.solution", lang, name=data["exercise"]), data["source"])]
    if data["another"]:
        parts.append(_titled(text("grade.another", lang), data["another"]))
    if data["mistakes"]:
        items = "".join(f"<li>{html.escape(what)} {html.escape(where)}</li>" for what, where in data["mistakes"])
        parts.append(f"<p>{html.escape(text('grade.usual', lang))}</p><ul>{items}</ul>")
    return f'<div class="course-check">{"".join(parts)}</div>'


def _titled(title: str, source: str) -> str:
    return f"<p>{html.escape(title)}</p><pre>{html.escape(source)}</pre>"
