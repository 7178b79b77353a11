"""Unit 01: the secant becomes the tangent as Δx shrinks (lectures 1 and 3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, LogSlider, Slider, number
from course.figures.engine.leaving import Window

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from course.figures.engine.aliases import Floats

SMALLEST, LARGEST = 0.001, 2.0
"""The sizes of Δx. With x₀ between −2 and 2 the second point is never farther out than ±4."""
EDGE = 4.6
"""The window of x is from −EDGE to EDGE."""
WIDER = 1.4
"""The window that shrinks with Δx reaches this many Δx to both sides."""


@dataclass(frozen=True)
class Curve:
    """A function to cut: its formula, its derivative (nan where there is none), the windows of y and of the slope."""

    f: Callable[[Floats], Floats]
    df: Callable[[Floats], Floats]
    window: tuple[float, float]
    slopes: tuple[float, float]


CURVES = {
    "square": Curve(lambda x: x**2, lambda x: 2.0 * x, (-5.0, 18.0), (-6.8, 6.8)),
    "line": Curve(lambda x: x / 2 + 1, lambda x: 0.5 + 0.0 * x, (-2.0, 4.0), (-0.2, 1.2)),
    "sine": Curve(np.sin, np.cos, (-2.4, 2.4), (-1.3, 1.3)),
    "corner": Curve(np.abs, lambda x: np.where(x == 0, np.nan, np.sign(x)), (-2.2, 5.2), (-1.5, 1.5)),
}


@dataclass(frozen=True)
class Cut:
    """The secant through two points of a curve, and the tangent in the first of them."""

    x: Floats
    """x₀ and x₀ + Δx, shape (2,)."""
    y: Floats
    """The values there, shape (2,)."""
    quotient: float
    """Δf/Δx, the slope of the secant."""
    slope: float
    """f′(x₀), the slope of the tangent; nan where the curve has none."""

    @property
    def difference(self) -> float:
        """Δf/Δx − f′(x₀), without the dust of rounding."""
        return round(self.quotient - self.slope, 9) + 0.0

    def line(self, slope: float, x: Floats) -> Floats:
        """Return the line of that slope through the first point, shape of ``x``."""
        return self.y[0] + slope * (x - self.x[0])


def cut(curve: str, x0: float, dx: float) -> Cut:
    """Cut a curve of ``CURVES`` at x₀ and x₀ + Δx; ``dx`` has a sign and is not 0."""
    f, x = CURVES[curve].f, np.array([x0, x0 + dx])
    return Cut(x, f(x), float(quotients(curve, x0, np.array([dx]))[0]), float(CURVES[curve].df(np.asarray(x0))))


def quotients(curve: str, x0: float, dxs: Floats) -> Floats:
    """Return Δf/Δx at x₀ for every Δx of ``dxs``, same shape."""
    f = CURVES[curve].f
    return (f(x0 + dxs) - f(np.asarray(x0))) / dxs


def whole(curve: str) -> Window:
    """Return the window that shows the whole curve."""
    return (-EDGE, EDGE), CURVES[curve].window


def near(curve: str, now: Cut) -> Window:
    """Return a window round the first point that shrinks with Δx; however small, it has the same shape."""
    size = float(abs(now.x[1] - now.x[0]))
    across, up = WIDER * size, max(map(abs, CURVES[curve].slopes)) * size
    x, y = map(float, (now.x[0], now.y[0]))
    return (x - across, x + across), (y - up, y + up)


def bend(curve: str, now: Cut) -> float:
    """Return how far curve and tangent part within the window of ``near``, as a share of its height."""
    (left, right), (low, high) = near(curve, now)
    x = np.linspace(left, right, 201)
    return float(np.abs(CURVES[curve].f(x) - now.line(now.slope, x)).max() / (high - low))


class Secant(InteractiveFigure):
    """Left, the curve with its secant and its tangent; right, the slope of the secant against the size of Δx."""

    name = "secant"
    together = ("x0", "size")
    handles = (Handle("grip", ("size",)), Handle("first", ("x0",)), Handle("now", ("size",)))
    controls = (
        Choice("curve", tuple(CURVES), start="square"),
        Slider("x0", -2, 2, 0.1, start=1),
        LogSlider("size", SMALLEST, LARGEST, 20, start=LARGEST),
        Choice("side", ("right", "left"), start="right", buttons=True),
        Choice("window", ("whole", "near"), start="whole", buttons=True),
    )
    height = 400

    def draw(self, figure: Figure) -> None:
        from matplotlib.ticker import MaxNLocator

        left, right = self.left, self.right = figure.subplots(1, 2)
        left.set(xlabel="x", ylabel="f(x)", title=self.text("left"))
        left.yaxis.set_label_coords(-0.22, 0.5)  # there is room for the long numbers of a small window
        for axis in (left.xaxis, left.yaxis):
            axis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
            axis.set_major_formatter(_written)
        right.set(xscale="log", xlim=(SMALLEST * 0.8, LARGEST * 1.25), xlabel=self.text("size"))
        right.set_title(self.text("right"))
        right.xaxis.set_major_formatter(lambda size, _: f"{size:g}")
        self.drawn, self.sizes = "", np.geomspace(SMALLEST, LARGEST, 60)

        def line(axes: Axes, look: str, label: str, **more: Any) -> Line2D:
            return axes.plot([], [], look, label=label, **more)[0]

        moving = {"animated": True}
        dot = {"color": COLORS.red, "markeredgecolor": COLORS.black, "zorder": 3, "animated": True}
        self.curve = line(left, "-", self.text("curve"), color=COLORS.blue, linewidth=2.4, **moving)
        self.tangent = line(left, "--", self.text("tangent"), color=COLORS.green, linewidth=2.2, zorder=2.5, **moving)
        self.legs = line(left, ":", "_", color=COLORS.black, **moving)
        self.secant = line(left, "-", self.text("secant"), color=COLORS.red, **moving)
        self.points = line(left, "o", "_", markersize=7, **dot)
        self.first = line(left, "o", "_", markersize=7, **dot)
        self.grip = line(left, "", "_", **moving)  # where the second point moves under the hand
        centred = {"ha": "center", "va": "center", "animated": True}
        self.here, self.run, self.rise = (left.text(0, 0, label, **centred) for label in ("x₀", "Δx", "Δf"))
        self.limit = line(right, "--", self.text("limit"), color=COLORS.green, linewidth=2.2, zorder=2.5, **moving)
        self.above = line(right, "-", "Δx > 0", color=COLORS.orange, **moving)
        self.below = line(right, "-.", "Δx < 0", color=COLORS.purple, **moving)
        self.now = line(right, "o", self.text("now"), markersize=9, **dot)
        first, second = (self.curve, self.secant, self.tangent), (self.above, self.below, self.limit, self.now)
        left.legend(handles=first, loc="upper center", bbox_to_anchor=(0.5, -0.16), ncols=3, columnspacing=1.2)
        right.legend(handles=second, loc="upper center", bbox_to_anchor=(0.5, -0.16), ncols=4, columnspacing=1.0)

    def update(self, curve: str, x0: float, size: float, side: str, window: str) -> str:
        if curve != self.drawn:
            self.drawn = curve
            self.right.set_ylim(CURVES[curve].slopes)
        dx = size if side == "right" else -size
        now = cut(curve, x0, dx)
        xlim, ylim = whole(curve) if window == "whole" else near(curve, now)
        if (self.left.get_xlim(), self.left.get_ylim()) != (xlim, ylim):
            self.left.set(xlim=xlim, ylim=ylim)
        ends = np.array(xlim)
        grid = np.union1d(np.linspace(*xlim, 184), 0.0 if xlim[0] < 0 < xlim[1] else x0)  # a corner stays sharp
        self.curve.set_data(grid, CURVES[curve].f(grid))
        self.secant.set_data(ends, now.line(now.quotient, ends))
        self.points.set_data(now.x[1:], now.y[1:])
        self.first.set_data(now.x[:1], now.y[:1])
        # In a window that shrinks with Δx the second point stands still.
        if window == "whole":
            self.grip.set_data(now.x[1:], now.y[1:])
        else:
            self.grip.set_data([], [])
        self.legs.set_data([now.x[0], now.x[1], now.x[1]], [now.y[0], now.y[0], now.y[1]])
        self._place_names(now, dx, xlim[1] - xlim[0], ylim[1] - ylim[0])
        exists = np.isfinite(now.slope)
        self.tangent.set_data(ends if exists else [], now.line(now.slope, ends) if exists else [])
        self.limit.set_data([SMALLEST, LARGEST] if exists else [], [now.slope] * 2 if exists else [])
        self.above.set_data(self.sizes, quotients(curve, x0, self.sizes))
        self.below.set_data(self.sizes, quotients(curve, x0, -self.sizes))
        self.now.set_data([size], [now.quotient])
        words = self._words(now, dx)
        return words if window == "whole" else f"{words} {self._near_words(curve, now)}"

    def _place_names(self, now: Cut, dx: float, width: float, height: float) -> None:
        """Put Δx and Δf outside the triangle and x₀ at its corner, away from the lines."""
        letter, aside, rise, side = height / 20, 0.038 * width, now.y[1] - now.y[0], np.sign(dx)
        out = -letter if rise >= 0 else letter
        if np.isnan(now.slope):  # a corner: the other branch comes from where the name would stand
            self.here.set_position((now.x[0] + aside * side / 2, now.y[0] + out))
        else:
            self.here.set_position((now.x[0] - aside * side, now.y[0] - out))
        self.run.set_position((now.x.mean(), now.y[0] + out))
        crossing = abs(now.line(now.slope, now.x[1]) - now.y.mean()) < letter  # there the tangent runs through Δf
        part = 0.75 if crossing and abs(rise) > 6 * letter else 0.5
        self.rise.set_position((now.x[1] + aside * side, now.y[0] + part * rise))
        self.run.set_visible(abs(dx) >= 0.05 * width)
        self.rise.set_visible(abs(dx) >= 0.05 * width and abs(rise) >= 1.5 * letter)

    def _near_words(self, curve: str, now: Cut) -> str:
        numbers = {"width": number(2 * WIDER * abs(now.x[1] - now.x[0]), 3), "bend": number(100 * bend(curve, now), 2)}
        return self.text("near" if np.isfinite(now.slope) else "near_corner", **numbers)

    def _words(self, now: Cut, dx: float) -> str:
        numbers = {
            "dx": number(dx),
            "df": number(now.y[1] - now.y[0]),
            "quotient": number(now.quotient),
            "x0": number(now.x[0]),
            "slope": number(now.slope),
            "difference": number(now.difference),
        }
        kind = "corner" if np.isnan(now.slope) else "same" if now.difference == 0 else "differ"
        return f"{self.text('secant_words', **numbers)}\n{self.text(kind, **numbers)}"


def _written(value: float, _: float | None = None) -> str:
    """Return a number at an axis: never as a difference from another one."""
    return f"{round(value, 6) + 0.0:.10g}".replace("-", "−")
