"""A matplotlib figure, painted or written down, that repeats only what moves."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from PIL.Image import Image

    from course.figures.engine.display_list import Item

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

FIXED = "fixed"
"""The gid of moving artists whose colours say a number: on a dark page too they are those of the colour bar."""

_DPI = 100
_STYLE = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.hinting": "none",  # letters have one form, wherever they stand and however large they are shown
    "axes.titlesize": 11,
    "axes.titlepad": 8,
    "axes.titley": 1.0,  # said: matplotlib would look for it among all labels, each time
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


class Canvas:
    """A figure set up by ``draw``; ``paint`` gives its picture, ``still`` and ``moving`` its display lists.

    No pyplot: nothing is registered anywhere, so the figure goes when its owner goes.
    """

    def __init__(self, height: int, draw: Callable[[Figure], None]) -> None:
        from matplotlib import style
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from matplotlib.layout_engine import ConstrainedLayoutEngine

        from course.figures.engine.display_list import Recorder

        # A figure looks the same for everybody, whatever style the learner has set. The style is global in
        # matplotlib and widget messages may arrive in a thread of their own, so it is touched only here,
        # while the learner's cell runs.
        with style.context(["default", _STYLE]):
            layout = ConstrainedLayoutEngine(w_pad=0.08, h_pad=0.08, wspace=0.04)
            self.figure = Figure((WIDTH / _DPI, height / _DPI), dpi=_DPI, layout=layout)
            self._agg = FigureCanvasAgg(self.figure)
            draw(self.figure)
            self.animated = self.figure.findobj(lambda artist: artist.get_animated())
            self.animated.sort(key=lambda artist: artist.get_zorder())
            for artist in self.animated:
                artist.set_in_layout(False)
            layout.execute(self.figure)
        # The axes have found their places and keep them: a layout that breathes with the tick labels
        # would be slow, and restless to look at.
        self.figure.set_layout_engine("none")
        self.figure.stale = True
        self._recorder = Recorder(WIDTH, height, self._agg.get_renderer())
        self._still: tuple[Item, ...] | None = None
        self._moving: dict[Artist, tuple[Item, ...]] = {}

    def paint(self) -> Image:
        """Return the picture as it is now, without transparency."""
        from matplotlib import rc_context
        from PIL.Image import frombuffer

        with rc_context({"text.hinting": _STYLE["text.hinting"]}):  # read while text is painted
            self._agg.draw()
            renderer = self._agg.get_renderer()
            for artist in self.animated:
                artist.draw(renderer)
        size = self._agg.get_width_height(physical=True)
        return frombuffer("RGBA", size, self._agg.buffer_rgba(), "raw", "RGBA", 0, 1).convert("RGB")

    def still(self) -> tuple[Item, ...]:
        """Return the display list of what stands still; it is made anew when an artist has made the figure stale."""
        if self._still is None or self.figure.stale:
            self._still = tuple(self._recorder.record([self.figure]))
            self._moving.clear()  # limits may have changed, and with them the place of everything
            self.figure.stale = False
        return self._still

    def moving(self) -> tuple[tuple[Item, ...], ...]:
        """Return the display list of each artist that moves. One that has not changed since is not asked again."""
        for artist in self.animated:
            if artist.stale or artist not in self._moving:
                self._moving[artist] = tuple(self._recorder.record([artist]))
        return tuple(self._moving[artist] for artist in self.animated if self._moving[artist])
