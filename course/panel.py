"""The buttons under a check: have the saved copy graded, see a model answer. Only where a notebook is open.

What is shown is HTML without a script. A widget that is never shown ties it to the kernel: ``panel.js`` makes the
buttons visible once the kernel has answered, so that in a notebook that is only read there is none that does nothing.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import anywidget
from traitlets import Unicode

from course import blocks, grading, solutions
from course.check import public_data
from course.language import language, text
from course.rich_output import STYLE, present, shows_widgets_apart


@cache
def _shipped() -> str:
    return (files("course") / "panel.js").read_text("utf-8")


_lines: dict[str, Line] = {}  # that of the last panel of each exercise; the others' outputs are gone
_judge = threading.Lock()  # one thing is graded after another: two at once would take twice as long
_at_work: list[str] = []  # what is being graded


class Line(anywidget.AnyWidget):
    """The kernel's end of the line to one panel; ``page`` is shown where widgets stand apart from other output."""

    _esm = _shipped()
    panel = Unicode().tag(sync=True)
    page = Unicode().tag(sync=True)


class Panel:
    """A block about the exercise ``name``, or "" for all, with its buttons and the place for what the judge says."""

    def __init__(self, block: str, name: str, copy: grading.Copy | None, lang: str) -> None:
        self.id, self.name, self.copy, self.lang = uuid.uuid4().hex, name, copy, lang
        self.page = _page(self.id, block, self._buttons(), lang)
        self.waiting = threading.Lock()
        self.line: Line | None = None

    def show(self, words: str) -> None:
        """Show the panel under the running cell, and ``words`` where only text is shown."""
        self.line = Line(panel=self.id, page=STYLE + self.page)
        self.line.on_msg(self.asked)
        if self.name in _lines:
            _lines[self.name].close()
        _lines[self.name] = self.line
        shown = self.line._repr_mimebundle_() if shows_widgets_apart() else None
        apart = shown[0] if shown else {}
        present(words, self.page, **apart)

    def asked(self, _: Any, wish: dict[str, Any], __: Any) -> None:
        """Answer a message of the page. What takes seconds is done aside, so that the kernel can go on."""
        do = wish.get("do")
        if do == "hello":
            self._send(alive=True)
        elif do == "solution":
            name = str(wish.get("name"))
            self._begin(name, lambda copy: solutions.page(grading.solution(copy, name), self.lang))
        elif do == "grade":
            self._begin(self.name, lambda copy: self._graded(copy, [self.name]))
        elif do == "all" and self.copy is not None:
            self._begin(self.copy.unit, lambda copy: self._graded(copy, _names(copy.unit)))

    def _begin(self, name: str, work: Callable[[grading.Copy], str]) -> None:
        if self.copy is None:
            return
        if at_work := _at_work[:1]:
            key = "grade.at_work" if at_work != [name] else "grade.running"
            self._send(busy=text(key, self.lang, name=at_work[0]))
        if self.waiting.acquire(blocking=False):  # else it was pressed before, perhaps in a page that was reloaded
            threading.Thread(target=self._finish, args=(name, work, self.copy), daemon=True).start()

    def _finish(self, name: str, work: Callable[[grading.Copy], str], copy: grading.Copy) -> None:
        with _judge:
            _at_work[:] = [name]
            self._send(busy=text("grade.running", self.lang))
            try:
                result = work(copy)
            except grading.NotGraded as reason:
                result = blocks.sentence(str(reason))
            except Exception as problem:  # whatever it is: the page must not wait for ever
                result = blocks.sentence(text("grade.stopped", self.lang, problem=repr(problem)))
            finally:
                _at_work.clear()
        try:
            self._send(result=result)
        finally:
            self.waiting.release()

    def _graded(self, copy: grading.Copy, names: list[str]) -> str:
        return judged_page(grading.graded(copy, names), names, self.lang)

    def _send(self, **message: Any) -> None:
        if self.line is not None:
            self.line.send(message)

    def _buttons(self) -> str:
        if self.copy is None:
            return ""
        if not grading.has_judge():
            return f'<p class="label">{blocks.escaped(grading.no_judge("grade.no_judge", self.lang))}</p>'
        one = blocks.button(text("grade.one", self.lang), "grade", text("grade.one_long", self.lang, name=self.name))
        everything = blocks.button(text("grade.all", self.lang), "all")
        if not self.name:
            return blocks.buttons(everything)
        is_last = _names(self.copy.unit)[-1:] == [self.name]
        return blocks.buttons(one, everything) if is_last else blocks.buttons(one)


def grade_here(name: str = "") -> None:
    """Grade the saved copy and show the verdict on one exercise, or on all: what ``%grade`` does."""
    lang, copy = language(), grading.here()
    if copy is None or not grading.has_judge():
        nowhere = text("grade.nowhere", lang)
        present(nowhere if copy is None else grading.no_judge("workspace.errors.no_judge", lang))
        return
    names = _names(copy.unit)
    if name and name not in names:
        present(text("grade.unknown_exercise", lang, name=name))
        return
    wanted = [name] if name else names
    try:
        outcome = grading.graded(copy, wanted)
    except grading.NotGraded as reason:
        present(str(reason), blocks.sentence(str(reason)))
        return
    panel = Panel(judged_page(outcome, wanted, lang), name, copy, lang)
    panel.show("\n\n".join(judged_lines(outcome, wanted, lang)))


def judged_page(outcome: dict[str, Any], names: list[str], lang: str) -> str:
    """Return the verdicts on some exercises, and the sum, as HTML."""
    tried, untouched = _sorted_out(outcome, names)
    parts = [blocks.sentence(note) for note in outcome["notes"]]
    parts += [blocks.verdict_block(each, lang) for each in tried]
    parts += [blocks.sentence(words) for words in _untouched(untouched, lang)]
    return "".join(parts) + blocks.sentence(_total(outcome, lang))


def judged_lines(outcome: dict[str, Any], names: list[str], lang: str) -> list[str]:
    """Return the same as plain text, a paragraph for each exercise."""
    tried, untouched = _sorted_out(outcome, names)
    told = ["\n".join(filter(None, [*each["lines"], each["what"], each["where"]])) for each in tried]
    return [*outcome["notes"], *told, *_untouched(untouched, lang), _total(outcome, lang)]


def _sorted_out(outcome: dict[str, Any], names: list[str]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the verdicts that are shown, and the names of the exercises that nobody tried: a single one is shown."""
    verdicts = [each for each in outcome["exercises"] if each["exercise"] in names]
    tried = [each for each in verdicts if each["state"] != "not_attempted" or len(verdicts) == 1]
    return tried, [each["exercise"] for each in verdicts if each not in tried]


def _untouched(names: list[str], lang: str) -> list[str]:
    return [text("grade.untouched", lang, names=", ".join(names))] if names else []


def _total(outcome: dict[str, Any], lang: str) -> str:
    score, best = f"{outcome['score']:g}", f"{outcome['max_score']:g}"
    return text("grade.total", lang, score=score, max=best, unit=outcome["unit"])


def _names(unit: str) -> list[str]:
    """Return the exercises of a unit in their order."""
    return [name for name, data in public_data().items() if data["unit"] == unit]


def _page(panel: str, block: str, buttons: str, lang: str) -> str:
    silent = blocks.escaped(text("grade.no_answer", lang))
    return (
        f'<div class="course-panel" data-panel="{panel}" data-silent="{silent}">{block}{buttons}'
        '<div class="course-result" role="status"></div></div>'
    )
