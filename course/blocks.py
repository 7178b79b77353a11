"""What a check and the judge say, as small pieces of HTML. Everything that is filled in is escaped."""

from __future__ import annotations

import html
from typing import Any

from course.findings import Outcome, Said
from course.language import text
from course.worked_example import pasteable, worked

_SIDE = {"got": "got", "expected": "due"}


def check_block(outcome: Outcome, below: list[str], lang: str, *, example: bool = False) -> str:
    """Return what a check found: state, what was asked, what came and what was due side by side, then the hint.

    ``below``: the sentences that say where to look, or when that is said; ``example``: add one with other numbers.
    """
    what = outcome.hint[0]
    asked = next((line.values["call"] for line in _said(outcome, "example")), "")
    parts = [_state(_state_words(outcome, lang)), _paragraph(what)]
    if asked:
        parts.append(_call(asked, lang))
    pair = _said(outcome, *_SIDE)
    if pair:
        parts.append('<div class="pair">' + "".join(map(_side, pair)) + "</div>")
    elsewhere = _said(outcome, "example", *_SIDE)
    rest = [line.strip() for line in outcome.details if not any(line is each for each in elsewhere)]
    if rest:
        parts.append(f"<pre>{escaped(chr(10).join(rest))}</pre>")
    parts += map(_paragraph, below)
    if example:
        parts.append(example_block(outcome.exercise, lang, avoid=asked))
    return _block(outcome.state, parts)


def verdict_block(verdict: dict[str, Any], lang: str) -> str:
    """Return what the judge decided about one exercise: the hint opens step by step, where to look and an example."""
    first, *lines = verdict["lines"]
    parts = [_state(first), *map(_paragraph, [*lines, verdict["what"]])]
    example = "" if verdict["state"] == "correct" else example_block(verdict["exercise"], lang)
    if verdict["where"]:
        parts.append(_opens(text("grade.where", lang), _paragraph(verdict["where"]) + example))
    else:
        parts.append(example)
    if verdict["solution"]:
        parts.append(buttons(button(text("grade.show_solution", lang), "solution", name=verdict["exercise"])))
    elif verdict["state"] != "not_attempted":
        later = text("grade.solution_later", lang, name=verdict["exercise"], missing=verdict["missing"])
        parts.append(f'<p class="label">{escaped(later)}</p>')
    return _block(verdict["state"], parts)


def example_block(name: str, lang: str, avoid: str = "") -> str:
    """Return a worked example of an exercise, folded, or "" where there is none."""
    example = worked(name, avoid)
    if example is None:
        return ""
    call, value = example
    code = f"<pre>{escaped(pasteable(call))}</pre><pre>{escaped(value)}</pre>"
    return _opens(text("grade.worked", lang), code)


def buttons(*inside: str) -> str:
    """Return a row of buttons. It is hidden until ``panel.js`` has reached the kernel: no dead button is ever seen."""
    return f'<div class="course-buttons" hidden>{"".join(inside)}</div>'


def button(words: str, do: str, label: str = "", **data: str) -> str:
    """Return a button that does ``do``, see ``panel.js``; ``label``: its name for who does not see where it stands."""
    more = "".join(f' data-{key}="{escaped(value)}"' for key, value in data.items())
    name = f' aria-label="{escaped(label)}"' if label else ""
    return f'<button type="button" data-do="{do}"{name}{more}>{escaped(words)}</button>'


def sentence(words: str) -> str:
    """Return a sentence as a block of its own."""
    return _block("", [_paragraph(words)])


def _state_words(outcome: Outcome, lang: str) -> str:
    if outcome.state == "correct":
        return text("check.visible.correct", lang, name=outcome.exercise)
    return text(f"check.state.{outcome.state}", lang, name=outcome.exercise)


def _call(asked: str, lang: str) -> str:
    ready = pasteable(asked)
    shown = ready or asked
    copied = button(text("grade.copy", lang), "copy", call=ready, copied=text("grade.copied", lang))
    return f'<div class="call"><pre>{escaped(shown)}</pre>{buttons(copied) if ready else ""}</div>'


def _side(line: Said) -> str:
    label, _, _ = str(line).partition(":")
    value = next(iter(line.values.values()))
    return (
        f'<div class="{_SIDE[line.key]}"><span class="label">{escaped(label.strip())}</span>'
        f"<pre>{escaped(str(value))}</pre></div>"
    )


def _said(outcome: Outcome, *keys: str) -> list[Said]:
    """Return the lines of an outcome that are about one of these things."""
    return [line for line in outcome.details if isinstance(line, Said) and line.key in keys]


def _state(words: str) -> str:
    return f'<p class="state">{escaped(words)}</p>'


def _paragraph(words: str) -> str:
    return f"<p>{escaped(words)}</p>" if words else ""


def _opens(title: str, inside: str) -> str:
    return f"<details><summary>{escaped(title)}</summary>{inside}</details>"


def _block(state: str, parts: list[str]) -> str:
    return f'<div class="course-check {escaped(state)}">{"".join(parts)}</div>'


def escaped(words: str) -> str:
    """Return words as HTML that shows them, also within quotation marks."""
    return html.escape(words)
