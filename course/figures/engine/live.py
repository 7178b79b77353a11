"""A figure on a page: the HTML that stands under the cell and works by itself, and the line that ties it to the kernel.

The HTML is all there is to see. It holds the picture (for paper, and where no script may run), the texts, the frames
that travel with it, and ``front.js``. The line is a widget that is never shown; through it the page asks for states,
the newest first, and the kernel answers with as many as it can compute in ``BUDGET`` seconds.
"""

from __future__ import annotations

import base64
import html
import uuid
from functools import cached_property
from itertools import product
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

import anywidget
from traitlets import Unicode

from course.figures.engine.canvas import WIDTH
from course.figures.engine.controls import position
from course.figures.engine.pack import Frame, pack
from course.figures.engine.page import Spec, shipped, wrapped
from course.language import text
from course.rich_output import shows_widgets_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from IPython.display import DisplayHandle

    from course.figures.engine import InteractiveFigure

BUDGET = 0.025
"""A hand that moves on must not wait longer for the state that it is at."""
MOST = 168_000
"""Bytes of frames that travel with a figure; with all else in it, its page stays under 300 kB."""
GRID = 8
"""Of two controls that travel together, each takes so many places along."""


class Line(anywidget.AnyWidget):
    """The kernel's end of the line to one figure."""

    _esm = shipped("front.js")
    figure = Unicode().tag(sync=True)
    page = Unicode().tag(sync=True)


class Live:
    """A figure that is on a page: answers its questions, and keeps the frames that shall travel with it.

    ``begun``: where its beginning is on the page already, from :func:`.page.begin`.
    """

    def __init__(self, figure: InteractiveFigure, begun: tuple[str, DisplayHandle] | None = None) -> None:
        self.figure = figure
        self.id: str
        self.display: DisplayHandle | None
        self.id, self.display = begun or (uuid.uuid4().hex, None)
        self.start = tuple(position(control, control.start) for control in figure.controls)
        self.travels = set(map(_key, itinerary(figure)))
        self.kept: dict[str, Frame] = {}
        self._compute([_key(self.start)])
        self.alt = figure.alt()

    @cached_property
    def line(self) -> Line:
        line = Line(figure=self.id)
        line.on_msg(self.answer)
        return line

    @cached_property
    def picture(self) -> bytes:
        return self.figure.still()

    def appear(self) -> None:
        """Show the figure under the running cell, and in a notebook its first frame before anything else.

        What costs time, the picture for paper and the line to the kernel, comes when there is something to look at.
        """
        from IPython import get_ipython
        from IPython.display import DisplayHandle

        display, begun = self.display, self.display is not None
        if display is None:
            self.display = display = DisplayHandle()
            begun = hasattr(get_ipython(), "kernel") and not shows_widgets_apart()
            early = {"text/html": self.page(with_picture=False), "text/plain": self.alt} if begun else self.bundle()
            display.display(early, metadata={} if begun else self.metadata(), raw=True)
        if begun:
            self.line  # noqa: B018 - the page ties it to the figure that it has by now
            display.update(self.bundle(), metadata=self.metadata(), raw=True)

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
            if state in self.travels:
                self.kept[state] = done[state]
        return done

    def bundle(self) -> dict[str, Any]:
        """Return what the notebook saves, for each kind of reader."""
        bundle = {
            "text/html": self.page(), "image/png": base64.b64encode(self.picture).decode(), "text/plain": self.alt,
        }  # fmt: skip
        if shows_widgets_apart():
            self.line.page = bundle["text/html"]
            widget, _ = cast("tuple[dict[str, Any], dict[str, Any]]", self.line._repr_mimebundle_())  # it has a view
            return widget | bundle
        return bundle

    def metadata(self) -> dict[str, Any]:
        return {"image/png": {"alt": self.alt}}

    def page(self, with_picture: bool = True) -> str:
        """Return the figure as HTML that needs nothing else."""
        return page(self.figure, self.id, self.picture if with_picture else None, self.alt, self.kept)

    def close(self) -> None:
        if "line" in self.__dict__:
            self.line.close()


def itinerary(figure: InteractiveFigure) -> list[tuple[int, ...]]:
    """Return the states that a page takes along.

    The start is first; then every control moved alone; then the pair in ``together``, each at GRID places.
    """
    home = [position(control, control.start) for control in figure.controls]
    states = {tuple(home): None}
    for n, control in enumerate(figure.controls):
        states |= {(*home[:n], place, *home[n + 1 :]): None for place in range(len(control.positions))}
    together = _grid(figure)
    for places in product(*(places for _, places in together)):
        there = list(home)
        for (n, _), place in zip(together, places, strict=True):
            there[n] = place
        states[tuple(there)] = None
    return list(states)


def _grid(figure: InteractiveFigure) -> list[tuple[int, list[int]]]:
    """Return which two controls travel together, and at which places."""
    order = [control.name for control in figure.controls]
    found = []
    for n in map(order.index, figure.together or order[:2]):
        last = len(figure.controls[n].positions) - 1
        found.append((n, sorted({round(last * k / (GRID - 1)) for k in range(GRID)})))
    return found


def travelling(figure: InteractiveFigure) -> dict[str, Frame]:
    """Return the frames that a page takes along."""
    return {_key(there): figure.frame_at(there) for there in itinerary(figure)}


def _packed(frames: dict[str, Frame], start: Sequence[int]) -> bytes:
    """Pack what fits into MOST bytes: all frames, or no pairs, or of the other ones the first of every few."""
    packed = pack(frames, 9)
    if len(packed) > MOST:
        frames = {key: frame for key, frame in frames.items() if _moved(key, start) <= 1}
        packed = pack(frames, 9)
    if len(packed) > MOST:
        stride = -(-len(packed) // MOST)
        some = {key: frames[key] for n, key in enumerate(frames) if n % stride == 0 or not _moved(key, start)}
        packed = pack(some, 9)
    return packed


def _moved(key: str, start: Sequence[int]) -> int:
    """Return how many controls are not at their start in this state."""
    return sum(int(place) != home for place, home in zip(key.split(","), start, strict=True))


def page(figure: InteractiveFigure, name: str, picture: bytes | None, alt: str, frames: dict[str, Frame]) -> str:
    """Return a figure as a piece of HTML that works by itself, with these frames; the picture is for paper."""
    image = "" if picture is None else (
        f'<img width="{WIDTH}" height="{figure.height}" alt="{html.escape(alt)}" '
        f'src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
    )  # fmt: skip
    return wrapped(described(figure, name, frames), image)


def beginning(figure: InteractiveFigure) -> Spec:
    """Return what a page must know to show how a figure begins."""
    start = tuple(position(control, control.start) for control in figure.controls)
    return described(figure, figure.name, {_key(start): figure.frame_at(start)})


def described(figure: InteractiveFigure, name: str, frames: dict[str, Frame]) -> Spec:
    """Return what the page must know of a figure, as JSON values."""
    order = [control.name for control in figure.controls]
    start = [position(control, control.start) for control in figure.controls]
    return {
        "id": name, "lang": figure.lang, "alt": figure.text("alt"), "width": WIDTH, "height": figure.height,
        "texts": {key: text(f"figure.{key}", figure.lang) for key in _TEXTS},
        "controls": [
            {"name": control.name, "label": figure.text(f"controls.{control.name}"), **control.described(figure.text)}
            for control in figure.controls
        ],
        "start": start, "together": _grid(figure),
        "handles": [[order.index(control) for control in handle.controls] for handle in figure.handles],
        "frames": base64.b64encode(_packed(frames, start)).decode(),
    }  # fmt: skip


_TEXTS = ("reset", "keep", "drop", "controls", "type", "play", "stop", "alone", "silent", "still", "picture")


def _key(places: Sequence[int]) -> str:
    return ",".join(map(str, places))
