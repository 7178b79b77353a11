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

**What moves is animated.** An artist made with ``animated=True`` is told apart from all that stands still. Nothing has
to be announced when the others change too (a new title, contours removed and drawn again): matplotlib marks a figure
stale when an artist that is not animated changes, and then what stands still is described anew. That takes ten times
as long: do it for a choice rather than for a slider. On a dark page colours become lighter and greys change places;
what moves and has ``gid=FIXED`` keeps the colours that a colour bar explains.

**Drawn once, painted in the page.** What matplotlib draws is written down (:mod:`.display_list`), packed (:mod:`.pack`)
and painted by the page (``front.js``). The page asks ahead for all positions of the controls (:mod:`.live`), so it has
the frames before the hand needs them; those around the start are saved with the notebook, and need no kernel. How a
figure begins was written down by ``autograder build`` (:mod:`.page`) and is shown before matplotlib is loaded; what is
to be saved comes when the reader has something to look at.

**Grab it.** ``handles`` names what can be taken hold of on the picture, and the controls that move it. No inverse of
the figure's function is needed: the page takes the position whose frame brings the thing nearest to the pointer.

**The learner's own function.** With ``takes_own`` a figure is called with one; it stands ready in ``self.own``
(:mod:`.own`). It may raise, return anything, or never end: ``self.own.said`` then says so, and belongs in the sentence.

**Reading without seeing.** Controls are those of the page itself, with their names, and tell their value, not their
place. The sentence under the picture is a live region. The picture's name is its description with the sentence.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from math import log10
from typing import TYPE_CHECKING, Any, ClassVar, cast

from course.figures.engine.canvas import COLORS, FIXED, WIDTH, Canvas
from course.figures.engine.controls import Choice, Control, LogSlider, Slider, Value
from course.figures.engine.own import Own
from course.language import language, text

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from PIL.Image import Image

    from course.figures.engine.aliases import Floats
    from course.figures.engine.live import Live
    from course.figures.engine.pack import Frame, ReadOut

__all__ = [
    "COLORS", "FIXED", "WIDTH", "Choice", "Handle", "InteractiveFigure", "LogSlider", "Slider", "number", "power",
]  # fmt: skip


@dataclass(frozen=True)
class Handle:
    """The last point of the line in the attribute ``line``, which the hand can move; it moves ``controls``."""

    line: str
    controls: tuple[str, ...]


class InteractiveFigure(ABC):
    """A picture with controls; see the head of this module for how to write one.

    Inside, a figure is plain: ``change(eta=0.5)`` moves it, ``words`` is its sentence, ``png()`` its picture.
    ``show()`` puts it under the notebook cell that runs.
    """

    name: ClassVar[str]
    """The figure's place in the catalogue of texts, and its module."""
    controls: ClassVar[tuple[Control, ...]]
    handles: ClassVar[tuple[Handle, ...]] = ()
    together: ClassVar[tuple[str, str] | None] = None
    """The two controls that can be moved together where there is no kernel; if not said, the first two."""
    height: ClassVar[int] = 380
    """Pixels."""
    takes_own: ClassVar[bool] = False
    """Whether the figure can draw what a function of the learner does."""

    @abstractmethod
    def draw(self, figure: Figure) -> None:
        """Make the axes, everything that stands still, and the moving artists (``animated=True``), once."""

    @abstractmethod
    def update(self, *_: Any, **values: Any) -> str:  # a figure names its own parameters instead
        """Give the moving artists the data for ``values``, one per control; return in words what is seen.

        When there are several lines, the first is shown as a heading.
        """

    def __init__(self, lang: str | None = None, own: Callable[..., Any] | None = None) -> None:
        self.lang = lang or language()
        if own is not None and not self.takes_own:
            raise TypeError(text("figure.own.none", self.lang, figure=self.name))
        self.own = None if own is None else Own(own, self.lang)
        self.values: dict[str, Value] = {control.name: control.start for control in self.controls}
        self.canvas = Canvas(self.height, self._begin)

    def change(self, **values: Value) -> None:
        """Move some controls; the others stay where they are."""
        self.values |= values
        self.words = self.update(**self.values)

    def frame_at(self, places: tuple[int, ...]) -> Frame:
        """Return the display lists and the words at these positions of the controls."""
        from course.figures.engine.pack import Frame

        found = zip(self.controls, places, strict=True)
        self.change(**{control.name: control.positions[place] for control, place in found})
        still = self.canvas.still()
        moving, handles = self.canvas.moving(), tuple(map(self._place, self.handles))
        return Frame(still, moving, handles, self._axes(), self.words)

    def _place(self, handle: Handle) -> tuple[float, float]:
        from numpy import isfinite

        line: Line2D = getattr(self, handle.line)
        points = cast("Floats", line.get_xydata())
        if not len(points) or not isfinite(points[-1]).all():
            return (-1e4, -1e4)  # nowhere to be taken hold of
        x, y = line.get_transform().transform(points[-1])
        return float(x), float(self.height - y)

    def _axes(self) -> ReadOut:
        found: list[tuple[float | str, ...]] = []
        for axes in self.canvas.figure.axes:
            if axes.axison and axes.get_navigate():
                box = axes.bbox
                scales = axes.get_xscale() == "log", axes.get_yscale() == "log"
                limits = (*axes.get_xlim(), *axes.get_ylim())
                corner = (box.x0, self.height - box.y1, box.width, box.height)
                found.append((*(float(v) for v in (*corner, *limits)), *scales, axes.get_xlabel(), axes.get_ylabel()))
        return tuple(found)

    def png(self) -> bytes:
        """Return the picture as matplotlib paints it now, encoded for speed."""
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
    def page(cls, lang: str | None = None) -> str:
        """Return the figure as HTML that works by itself, without a kernel: see :func:`.live.itinerary`."""
        from course.figures.engine.live import page, travelling

        figure = cls(lang)
        return page(figure, cls.name, figure.still(), figure.alt(), travelling(figure))

    @classmethod
    def show(cls, own: Callable[..., Any] | None = None) -> None:
        """Display the figure under the running cell; the one that this cell showed before is closed.

        Its beginning, made beforehand, stands there before matplotlib is loaded, unless a function is given.
        """
        from course.figures.engine.page import begin

        place = (_running_cell(), cls.name)
        if before := _shown.pop(place, None):
            before.close()
        begun = begin(cls.name) if own is None else None
        from course.figures.engine.live import Live  # loads matplotlib

        _shown[place] = figure = cls(own=own)
        figure.live = Live(figure, begun)
        figure.live.appear()

    def close(self) -> None:
        """Close the line to the page, which ipywidgets would otherwise keep for ever."""
        self.live.close()

    def _begin(self, figure: Figure) -> None:
        self.draw(figure)
        self.change()

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """Offer a working figure to a page, a picture to paper, its description to a terminal."""
        return self.live.bundle(), self.live.metadata()

    def __repr__(self) -> str:
        return self.alt()

    @cached_property
    def live(self) -> Live:
        from course.figures.engine.live import Live

        return Live(self)


# The figures on the page, by cell and name. ipywidgets keeps every widget alive until it is closed, so a cell
# that is run again would leave its old figure behind.
_shown: dict[tuple[str, str], InteractiveFigure] = {}


def number(value: float, digits: int = 4) -> str:
    """Return ``value`` for a sentence: significant digits, a true minus, powers of ten written out.

    >>> number(-0.25), number(1234567), number(0.0)
    ('−0.25', '1.235·10⁶', '0')
    """
    mantissa, _, exponent = f"{value + 0.0:.{digits}g}".replace("-", "−").replace("inf", "∞").partition("e")
    return f"{mantissa}·10{str(int(exponent.replace('−', '-'))).translate(_RAISED)}" if exponent else mantissa


def power(value: float, _: float | None = None) -> str:
    """Return a power of ten as it stands at an axis, ``10⁻³``. (Mathtext would take a hundred times as long.)

    >>> power(1000.0), power(0.01), power(1.0)
    ('10³', '10⁻²', '10⁰')
    """
    return f"10{str(round(log10(value))).translate(_RAISED)}"


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def _encode(image: Image, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, "png", **options)
    return out.getvalue()


def _running_cell() -> str:
    """Return the id of the notebook cell that runs, or an empty text where there are no cells."""
    from IPython import get_ipython

    message: dict[str, Any] = getattr(get_ipython(), "get_parent", dict)()
    return message.get("metadata", {}).get("cellId", "")
