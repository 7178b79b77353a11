"""The one engine behind every interactive figure of the course.

A figure is three things, in one module of about a hundred lines:

1. a pure function from parameters to arrays (tested on its own, knows nothing of drawing);
2. a subclass of :class:`InteractiveFigure`: ``controls`` lists what the reader can move, ``draw`` sets up
   axes and all that stands still, ``update`` gives the moving artists their data and returns a sentence;
3. its texts in the catalogue of each language, under ``figures.<name>``: ``alt``, ``controls.<control>`` and
   what ``self.text`` asks for.

::

    class Square(InteractiveFigure):
        name = "square"
        controls = (Slider("side", 0, 3, 0.1, start=1),)

        def draw(self, figure):
            self.axes = figure.subplots()
            self.axes.set(xlim=(0, 3), ylim=(0, 9), title=self.text("title"))
            (self.dot,) = self.axes.plot([], [], "o", animated=True)

        def update(self, side):
            self.dot.set_data([side], [side**2])
            return self.text("words", side=number(side), area=number(side**2))

**What moves is animated.** An artist made with ``animated=True`` is painted anew after every change, on a
kept picture of all the others. Nothing has to be announced when the others change too (new axis limits, a
new title, contours removed and drawn again): matplotlib marks a figure stale when an artist that is not
animated changes, and a stale figure is painted from scratch. That takes five times as long, so set limits
only when they differ.

**The newest value wins.** A slider's message is answered, picture and all, before the kernel reports idle,
and until then the browser keeps only the latest value of that slider. Nothing piles up, no timer is needed.

**Reading without seeing.** The saved picture carries its alt text as ``text/plain`` and in the metadata of
``image/png``; which of them is used is up to the program that shows the notebook (JupyterLab 4.6 uses
neither). The live picture is an ``ipywidgets.Image``, whose ``<img>`` takes no ``alt``: its ``title`` is set
instead, which browsers hand to a screen reader as the name of the picture; it ends with the current sentence.
The sentence is also text under the picture, with ``role="status"``. ipywidgets replaces that element rather
than editing it, so some screen readers will not announce a change by themselves; it can always be read.
"""

from __future__ import annotations

import html
from abc import ABC, abstractmethod
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from course.language import language, text

if TYPE_CHECKING:
    from collections.abc import Callable

    import ipywidgets
    from matplotlib.figure import Figure
    from PIL.Image import Image

WIDTH = 840
"""Pixels. It fits JupyterLab on a screen of 1280 px with the file browser open."""

# Okabe and Ito's palette, told apart with every common kind of colour vision. A figure still gives each
# series its own marker or line style: colour never carries meaning alone.
COLORS = SimpleNamespace(
    black="#000000",
    orange="#E69F00",
    sky="#56B4E9",
    green="#009E73",
    yellow="#F0E442",
    blue="#0072B2",
    red="#D55E00",
    purple="#CC79A7",
    grey="#6B6B6B",
)

_DPI = 100
_STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "axes.titlesize": 11,
    "axes.titlepad": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": COLORS.grey,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": "#E4E4E4",
    "legend.fontsize": 9.5,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
    "lines.markersize": 6,
}
# A label stands above its control, so that every slider is as long as its column; a reader who points at
# the picture shall not get its description as a tooltip over it.
_CSS = """<style>
.course-controls > .widget-inline-hbox {
    flex: 1 1 15em; flex-wrap: wrap; width: auto; height: auto; margin: 0; }
.course-controls .widget-label { flex: 0 0 100%; height: 1.5em; line-height: 1.5em; text-align: left; }
.course-controls .widget-readout { min-width: 3.5em; border-bottom: 1px dotted; }
.course-controls select { height: 2em; }
.course-controls .widget-play { align-self: end; flex: 0 0 6em; height: 2em; }
.course-controls .noUi-handle:focus { box-shadow: 0 0 0 3px #0072B2; }
.course-figure img { max-width: 100%; height: auto; pointer-events: none; }
.course-words { min-height: 4.5em; line-height: 1.5; }
</style>"""


class InteractiveFigure(ABC):
    """A picture with controls; see the head of this module for how to write one.

    Inside, a figure is plain: ``change(eta=0.5)`` moves it, ``words`` is its sentence, ``png()`` its picture.
    ``show()`` puts it, with its widgets, under the notebook cell that runs.
    """

    name: ClassVar[str]
    """The figure's place in the catalogue of texts, and its module."""
    controls: ClassVar[tuple[Control, ...]]
    height: ClassVar[int] = 380
    """Pixels."""

    @abstractmethod
    def draw(self, figure: Figure) -> None:
        """Make the axes, everything that stands still, and the moving artists (``animated=True``), once."""

    @abstractmethod
    def update(self, **values: Any) -> str:
        """Give the moving artists the data for ``values``, one per control; return in words what is seen.

        When there are several lines, the first is shown as a heading.
        """

    def __init__(self, lang: str | None = None) -> None:
        self.lang = lang or language()
        self.values = {control.name: control.read(control.start) for control in self.controls}
        self.canvas = Canvas(self.height, self._begin)

    def change(self, **values: Any) -> None:
        """Move some controls; the others stay where they are."""
        self.values |= values
        self.words = self.update(**self.values)

    def png(self) -> bytes:
        """Return the picture as it is now, encoded for speed."""
        return _encode(self.canvas.paint(), compress_level=1)

    def still(self) -> bytes:
        """Return the picture as it is now, small, to be kept: 64 colours, no date, no software name."""
        return _encode(self.canvas.paint().quantize(64), optimize=True)

    def alt(self) -> str:
        """Return what the picture shows, for who cannot see it: its description, then the sentence."""
        return f"{self.text('alt')} {' '.join(self.words.split())}"

    def text(self, key: str, **values: object) -> str:
        """Return a text of this figure, in the language it was made in."""
        return text(f"figures.{self.name}.{key}", self.lang, **values)

    @classmethod
    def picture(cls, lang: str | None = None) -> bytes:
        """Return the starting state as a small PNG, the same bytes every time."""
        return cls(lang).still()

    @classmethod
    def show(cls) -> None:
        """Display the figure under the running cell; the one that this cell showed before is closed."""
        from IPython.display import display

        place = (_running_cell(), cls.name)
        if before := _shown.pop(place, None):
            before.close()
        _shown[place] = figure = cls()
        display(figure)

    def close(self) -> None:
        """Close the widgets, which ipywidgets would otherwise keep for ever."""
        for widget in self._live.widgets:
            widget.close()

    def _begin(self, figure: Figure) -> None:
        self.draw(figure)
        self.change()

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """Offer widgets to a live page, a picture to any other, its description to a terminal."""
        data = self._live.box._repr_mimebundle_() | {"image/png": self.still(), "text/plain": self.alt()}
        return data, {"image/png": {"alt": self.alt()}}

    def __repr__(self) -> str:
        return self.alt()

    @cached_property
    def _live(self) -> _Live:
        return _Live(self)


# The figures on the page, by cell and name. ipywidgets keeps every widget alive until it is closed, so a cell
# that is run again would leave its old figure behind.
_shown: dict[tuple[str, str], InteractiveFigure] = {}


class Canvas:
    """A matplotlib figure that repaints only what moves.

    No pyplot: nothing is registered anywhere, so the figure goes when its owner goes.
    """

    def __init__(self, height: int, draw: Callable[[Figure], None]) -> None:
        from matplotlib import style
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        # A figure looks the same for everybody, whatever style the learner has set. The style is global in
        # matplotlib and widget messages may arrive in a thread of their own, so it is touched only here,
        # while the learner's cell runs.
        with style.context(["default", _STYLE]):
            self.figure = Figure((WIDTH / _DPI, height / _DPI), dpi=_DPI, layout="constrained")
            self.figure.get_layout_engine().set(w_pad=0.08, h_pad=0.08, wspace=0.04)
            self._agg = FigureCanvasAgg(self.figure)
            draw(self.figure)
            self.moving = self.figure.findobj(lambda artist: artist.get_animated())
            self.moving.sort(key=lambda artist: artist.get_zorder())
            for artist in self.moving:
                artist.set_in_layout(False)
            self._agg.draw()
        # The axes have found their places and keep them: a layout that breathes with the tick labels
        # would be slow, and restless to look at.
        self.figure.set_layout_engine("none")
        self.figure.stale = True

    def paint(self) -> Image:
        """Return the picture as it is now, without transparency."""
        from PIL.Image import frombuffer

        if self.figure.stale:
            self._agg.draw()
            self._background = self._agg.copy_from_bbox(self.figure.bbox)
        else:
            self._agg.restore_region(self._background)
        renderer = self._agg.get_renderer()
        for artist in self.moving:
            artist.draw(renderer)
        size = self._agg.get_width_height(physical=True)
        return frombuffer("RGBA", size, self._agg.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")


class Control(Protocol):
    """Something the reader can move. Its label is the text ``controls.<name>`` of the figure."""

    name: str
    start: Any

    def widgets(self, say: Callable[..., str]) -> tuple[ipywidgets.Widget, ...]:
        """Return the widgets to show, in order; the last one holds the value."""

    def read(self, value: Any) -> Any:
        """Return the value to compute with."""


@dataclass(frozen=True)
class Slider:
    """A number from ``low`` to ``high`` by ``step``: drag it, press the arrow keys, or type into its box.

    With an integer ``step`` the value is an ``int``. With ``play``, a number of milliseconds, a play button
    walks through the values at that pace (for integers); the two begin a row of their own, to stand side by side.
    """

    name: str
    low: float
    high: float
    step: float
    start: float
    play: int | None = None

    def widgets(self, say: Callable[..., str]) -> tuple[ipywidgets.Widget, ...]:
        import ipywidgets

        kind = ipywidgets.FloatSlider if self._digits else ipywidgets.IntSlider
        slider = kind(
            description=say(f"controls.{self.name}"),
            min=self.low, max=self.high, step=self.step, value=self.start,
            readout_format=f".{self._digits}f" if self._digits else "d",
        )  # fmt: skip
        if self.play is None:
            return (slider,)
        play = ipywidgets.Play(
            min=self.low, max=self.high, step=self.step, value=self.start,
            interval=self.play, show_repeat=False,
        )  # fmt: skip
        # Linked in the browser: the kernel hears one message per step, not two.
        link = ipywidgets.jslink((play, "value"), (slider, "value"))
        row_break = ipywidgets.Box(layout={"flex": "0 0 100%", "height": "0"})
        return row_break, play, link, slider

    def read(self, value: float) -> float:
        """Round to what the box shows, so that 0.5 on the screen is 0.5 in the formula."""
        return round(value, self._digits) if self._digits else int(value)

    @property
    def _digits(self) -> int:
        return max(0, -Decimal(repr(self.step)).as_tuple().exponent)


@dataclass(frozen=True)
class LogSlider:
    """A positive number from ``low`` to ``high`` on a log scale, ``steps`` steps to each factor of ten."""

    name: str
    low: float
    high: float
    steps: int
    start: float

    def widgets(self, say: Callable[..., str]) -> tuple[ipywidgets.Widget, ...]:
        from math import log10

        import ipywidgets

        return (
            ipywidgets.FloatLogSlider(
                description=say(f"controls.{self.name}"),
                min=log10(self.low), max=log10(self.high), step=1 / self.steps, value=self.start,
                readout_format=".3g",
            ),
        )  # fmt: skip

    def read(self, value: float) -> float:
        """Round to the three digits that the box shows."""
        return float(f"{value:.3g}")


@dataclass(frozen=True)
class Choice:
    """One of a few named options, as a drop-down list or, with ``buttons``, as a row of buttons.

    The name of an option is the text ``options.<name>.<option>`` of the figure.
    """

    name: str
    options: tuple[str, ...]
    start: str
    buttons: bool = False

    def widgets(self, say: Callable[..., str]) -> tuple[ipywidgets.Widget, ...]:
        import ipywidgets

        kind = ipywidgets.ToggleButtons if self.buttons else ipywidgets.Dropdown
        options = [(say(f"options.{self.name}.{option}"), option) for option in self.options]
        return (kind(description=say(f"controls.{self.name}"), options=options, value=self.start),)

    def read(self, value: str) -> str:
        return value


def number(value: float, digits: int = 4) -> str:
    """Return ``value`` for a sentence: significant digits, a true minus, powers of ten written out.

    >>> number(-0.25), number(1234567), number(0.0)
    ('−0.25', '1.235·10⁶', '0')
    """
    mantissa, _, exponent = f"{value + 0.0:.{digits}g}".replace("-", "−").replace("inf", "∞").partition("e")
    return f"{mantissa}·10{str(int(exponent.replace('−', '-'))).translate(_RAISED)}" if exponent else mantissa


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Live:
    """The widgets around one figure: controls, picture, sentence."""

    def __init__(self, figure: InteractiveFigure) -> None:
        import ipywidgets
        from traitlets import Unicode

        self.figure = figure
        self.image = ipywidgets.Image(format="png", layout={"width": f"{WIDTH}px"})
        # ipywidgets 8.1 looks for a description before it sets a tooltip; an Image has none and would fail.
        self.image.add_traits(description=Unicode("").tag(sync=True))
        self.words = ipywidgets.HTML(layout={"max_width": f"{WIDTH}px"})
        parts = {control: control.widgets(figure.text) for control in figure.controls}
        self.sources = {control: shown[-1] for control, shown in parts.items()}
        every = [widget for shown in parts.values() for widget in shown]
        row = ipywidgets.HBox(
            [widget for widget in every if isinstance(widget, ipywidgets.DOMWidget)],
            layout={"flex_flow": "row wrap", "max_width": f"{WIDTH}px", "grid_gap": "0.3em 2em"},
        )
        row.add_class("course-controls")
        self.box = ipywidgets.VBox([ipywidgets.HTML(_CSS), row, self.image, self.words])
        self.box.add_class("course-figure")
        self.widgets = [*every, *self.box.children, self.box]
        self.send()
        for source in self.sources.values():
            source.observe(self.answer, "value")

    def answer(self, _: object = None) -> None:
        """Follow the controls, before the kernel reports idle: that is what keeps messages from piling up."""
        self.figure.change(**{c.name: c.read(source.value) for c, source in self.sources.items()})
        self.send()

    def send(self) -> None:
        with self.image.hold_sync():
            self.image.value = self.figure.png()
            self.image.tooltip = self.figure.alt()
        words = html.escape(self.figure.words).replace(" = ", "\u00a0=\u00a0")
        heading, *lines = words.split("\n")
        lines = [f"<b>{heading}</b>", *lines] if lines else [heading]
        self.words.value = f'<div class="course-words" role="status">{"<br>".join(lines)}</div>'


def _encode(image: Image, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, "png", **options)
    return out.getvalue()


def _running_cell() -> str:
    """Return the id of the notebook cell that runs, or an empty text where there are no cells."""
    from IPython import get_ipython

    message = getattr(get_ipython(), "get_parent", dict)()
    return message.get("metadata", {}).get("cellId", "")
