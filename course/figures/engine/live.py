"""A figure on a page: the HTML that stands under the cell and works by itself, and the line that ties it to the kernel.

The HTML is all there is to see. It holds the picture (for paper, and where no script may run), the texts, the frames
that travel with it, and ``front.js``. The line is a widget that is never shown; through it the page asks for states,
the newest first, and the kernel answers with as many as it can compute in ``BUDGET`` seconds.
"""

from __future__ import annotations

import base64
import html
import json
import os
import sys
import uuid
from functools import cache
from importlib.resources import files
from time import perf_counter
from typing import TYPE_CHECKING, Any

import anywidget
from traitlets import Unicode

from course.figures.engine.canvas import WIDTH
from course.figures.engine.controls import position
from course.figures.engine.pack import Frame, pack
from course.language import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.figures.engine import InteractiveFigure

BUDGET = 0.025
"""A hand that moves on must not wait longer for the state that it is at."""


MOST = 150_000
"""Bytes of frames that travel with a figure; with all else in it, its page stays under 300 kB."""


@cache
def _shipped(name: str) -> str:
    return files("course.figures.engine").joinpath(name).read_text("utf-8")


class Line(anywidget.AnyWidget):
    """The kernel's end of the line to one figure."""

    _esm = _shipped("front.js")
    figure = Unicode().tag(sync=True)
    page = Unicode().tag(sync=True)


class Live:
    """A figure that is on a page: answers its questions, and keeps the frames that shall travel with it."""

    def __init__(self, figure: InteractiveFigure) -> None:
        self.figure = figure
        self.id = uuid.uuid4().hex
        self.start = tuple(position(control, control.start) for control in figure.controls)
        self.kept: dict[str, Frame] = {}
        self.picture, self.alt = figure.still(), figure.alt()
        self._compute([_key(self.start)])
        self.line = Line(figure=self.id)
        self.line.on_msg(self.answer)
        self.display: Any = None

    def answer(self, _: Any, question: dict[str, Any], __: Any) -> None:
        """Send the states that are asked for, as many as there is time for; or write the page anew, to be saved."""
        if "want" in question:
            self.line.send({"got": True}, buffers=[pack(self._compute(question["want"]))])
        elif "keep" in question and self.display is not None:
            self.display.update(self.bundle(), metadata=self.metadata(), raw=True)

    def _compute(self, states: list[str]) -> dict[str, Frame]:
        done: dict[str, Frame] = {}
        end = perf_counter() + BUDGET
        for state in states:
            if done and perf_counter() > end:
                break
            places = tuple(int(place) for place in state.split(","))
            done[state] = self.kept.get(state) or self.figure.frame_at(places)
            if sum(place != home for place, home in zip(places, self.start, strict=True)) <= 1:
                self.kept[state] = done[state]
        return done

    def bundle(self) -> dict[str, Any]:
        """Return what the notebook saves, for each kind of reader."""
        bundle = {
            "text/html": self.page(), "image/png": base64.b64encode(self.picture).decode(), "text/plain": self.alt,
        }  # fmt: skip
        if _shows_widgets_apart():
            self.line.page = bundle["text/html"]
            return self.line._repr_mimebundle_()[0] | bundle
        return bundle

    def metadata(self) -> dict[str, Any]:
        return {"image/png": {"alt": self.alt}}

    def page(self) -> str:
        """Return the figure as HTML that needs nothing else."""
        return page(self.figure, self.id, self.picture, self.alt, self.kept)

    def close(self) -> None:
        self.line.close()


def travelling(figure: InteractiveFigure) -> dict[str, Frame]:
    """Return the frames that a page takes along: the start, and every control moved alone."""
    home = [position(control, control.start) for control in figure.controls]
    frames = {_key(home): figure.frame_at(tuple(home))}
    for n, control in enumerate(figure.controls):
        for place in range(len(control.positions)):
            there = [*home[:n], place, *home[n + 1 :]]
            if _key(there) not in frames:
                frames[_key(there)] = figure.frame_at(tuple(there))
    return frames


def page(figure: InteractiveFigure, name: str, picture: bytes, alt: str, frames: dict[str, Frame]) -> str:
    """Return a figure as a piece of HTML that works by itself, with these frames."""
    say = {key: text(f"figure.{key}", figure.lang) for key in _TEXTS}
    packed = pack(frames)
    if len(packed) > MOST:  # fewer positions, the first of every few
        stride = -(-len(packed) // MOST)
        first = next(iter(frames))
        packed = pack({key: frame for n, (key, frame) in enumerate(frames.items()) if n % stride == 0 or key == first})
    controls = [
        {"name": control.name, "label": figure.text(f"controls.{control.name}"), **control.described(figure.text)}
        for control in figure.controls
    ]
    order = [control.name for control in figure.controls]
    spec = {
        "id": name, "lang": figure.lang, "width": WIDTH, "height": figure.height, "texts": say, "controls": controls,
        "start": [position(control, control.start) for control in figure.controls],
        "handles": [[order.index(control) for control in handle.controls] for handle in figure.handles],
        "frames": base64.b64encode(packed).decode(),
    }  # fmt: skip
    data = json.dumps(spec, ensure_ascii=False).replace("<", "\\u003c")
    image = base64.b64encode(picture).decode()
    return (
        f"<style>{_shipped('front.css')}</style>"
        f'<div class="course-figure" data-figure="{name}" lang="{figure.lang}">'
        f'<img width="{WIDTH}" height="{figure.height}" alt="{html.escape(alt)}" src="data:image/png;base64,{image}">'
        f"<p>{html.escape(say['still'])}</p></div>"
        f'<script type="application/json" class="course-figure-data">{data}</script>'
        f'<script type="module">{_shipped("front.js")}\n'
        f"mount(document.querySelector('[data-figure=\"{name}\"]:not(:has(.course-live))').parentElement);</script>"
    )


_TEXTS = ("reset", "keep", "drop", "controls", "type", "play", "stop", "alone", "silent", "still")


def _key(places: Sequence[int]) -> str:
    return ",".join(map(str, places))


def _shows_widgets_apart() -> bool:
    """Whether scripts in an output cannot reach widgets: Colab gives every output a page of its own."""
    return "google.colab" in sys.modules or "VSCODE_PID" in os.environ
