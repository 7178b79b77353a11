"""Unit 03: an activation function, its slope, and what ten such slopes leave of a gradient (lectures 3 and 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, Slider, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from course.figures.engine.aliases import Floats

NAMES = ("sigmoid", "tanh", "relu", "leaky_relu")
LAYERS = 10
LEAK = 0.01
FLAT = 0.01
"""A function is called saturated where its slope is below this."""
REACH = 8.0
"""z goes from −8 to 8."""
EDGE = 8.4
"""The charts go a little farther, so that a point at the end of the slider is whole."""

_WINDOW = {"sigmoid": (-0.12, 1.12), "tanh": (-1.25, 1.25), "relu": (-1.0, 9.0), "leaky_relu": (-1.0, 9.0)}
_TANGENT = 2.0  # half the width of the tangent, in z


@dataclass(frozen=True)
class Reading:
    """What can be read off a function at one z."""

    value: float
    slope: float
    """At a kink the slope from the left, which is the lower one."""
    upper: float
    """The slope from the right; equal to ``slope`` except at a kink."""
    state: str
    """``steepest steep saturated passes leaks dead`` or ``kink``."""


def curve(name: str, z: Floats | float) -> tuple[Floats, Floats]:
    """Return value and slope of the function at every z, in the shape of z; at a kink the slope from the left."""
    z = np.asarray(z, dtype=float)
    if name == "tanh":
        return np.tanh(z), 1 / np.cosh(z) ** 2
    if name == "sigmoid":
        return sigmoid(z), 1 / (4 * np.cosh(z / 2) ** 2)
    leak = {"relu": 0.0, "leaky_relu": LEAK}[name]
    return np.where(z > 0, z, leak * z), np.where(z > 0, 1.0, leak)


def sigmoid(z: Floats | float) -> Floats:
    """Return σ(z) without overflow."""
    return (1 + np.tanh(np.asarray(z) / 2)) / 2


def read(name: str, z: float) -> Reading:
    """Read value, slope and state off the function at ``z``."""
    value, slope = (float(part) for part in curve(name, z))
    upper = slope
    if name in ("relu", "leaky_relu"):
        upper = 1.0 if z >= 0 else slope
        state = "kink" if z == 0 else "passes" if z > 0 else "leaks" if slope >= FLAT else "dead"
    else:
        state = "steepest" if z == 0 else "saturated" if slope < FLAT else "steep"
    return Reading(value, slope, upper, state)


def saturated(name: str) -> list[tuple[float, float]]:
    """Return the intervals of z on which the slope is below 0.01."""
    if name == "leaky_relu":
        return []
    if name == "relu":
        return [(-np.inf, 0.0)]
    # slope = peak·(1 − t²) with t = tanh(z / width), so the border is where t² = 1 − FLAT / peak.
    peak, width = (0.25, 2.0) if name == "sigmoid" else (1.0, 1.0)
    border = float(width * np.arctanh(np.sqrt(1 - FLAT / peak)))
    return [(-np.inf, -border), (border, np.inf)]


def faded(slope: float) -> Floats:
    """Return what is left of a gradient of 1 after 0, 1, … LAYERS layers of that slope, shape (LAYERS + 1,)."""
    return slope ** np.arange(LAYERS + 1.0)


class Activation(InteractiveFigure):
    """The function with its tangent at z; its slope at every z, on one scale for all; a gradient in ten layers."""

    name = "activation"
    handles = (Handle("left_dot", ("z",)), Handle("right_dot", ("z",)))
    controls = (
        Choice("function", NAMES, start="sigmoid"),
        Slider("z", -REACH, REACH, 0.1, start=2.0),
    )

    def draw(self, figure: Figure) -> None:
        left, right, stack = self.left, self.right, _ = figure.subplots(1, 3, width_ratios=(1, 1, 0.95))
        left.set(xlim=(-EDGE, EDGE), ylim=_WINDOW["sigmoid"], xlabel=self.text("input"), ylabel=self.text("value"))
        for ax in (left, right):
            ax.set_xticks(np.arange(-8, 9, 4))
        left.set_title(self.text("left"))
        left.yaxis.set_label_coords(-0.17, 0.5)  # it stays there when the numbers beside it grow longer
        right.set(xlim=(-EDGE, EDGE), ylim=(-0.07, 1.12), xlabel=self.text("input"), ylabel=self.text("slope"))
        right.set_title(self.text("right"))
        look = {"animated": True, "hatch": "///", "facecolor": "#F4F4F4", "edgecolor": "#C9C9C9", "linewidth": 0}
        self.bands = [[ax.axvspan(0, 0, zorder=0.5, **look) for _ in range(2)] for ax in (left, right)]
        self.bands[0][0].set_label(self.text("saturated"))
        (self.curve,) = left.plot([], [], color=COLORS.blue, linewidth=2.4, animated=True, label=self.text("function"))
        (self.slopes,) = right.plot(
            [], [], color=COLORS.green, linewidth=2.4, linestyle=(0, (5, 1.5)), animated=True, label=self.text("slopes")
        )
        (self.tangent,) = left.plot(
            [], [], color=COLORS.red, linewidth=2.0, animated=True, label=self.text("tangent"), zorder=3
        )
        # At a kink every slope between the two ends of this bar is allowed.
        (self.bar,) = right.plot([], [], color=COLORS.red, linewidth=2.0, animated=True, zorder=3)
        dot = {"color": COLORS.red, "markersize": 8, "markeredgecolor": COLORS.black, "animated": True, "zorder": 4}
        self.dots = [ax.plot([], [], "o", **dot)[0] for ax in (left, right)]
        self.left_dot, self.right_dot = self.dots
        self.dots[0].set_label(self.text("point"))
        self._draw_stack(stack)
        seen = [self.curve, self.slopes, self.dots[0], self.tangent, self.bands[0][0]]
        figure.legend(handles=seen, loc="outside lower center", ncols=len(seen), columnspacing=1.6)

    def _draw_stack(self, axes: Axes) -> None:
        axes.set(xlim=(0, 1.75), ylim=(LAYERS + 0.6, -0.6), title=self.text("stack"))
        axes.set(xlabel=self.text("gradient"), xticks=[0, 0.5, 1], yticks=range(LAYERS + 1))
        axes.set_yticklabels([self.text("loss"), *map(str, range(LAYERS, 0, -1))])
        axes.set_ylabel(self.text("layer"), labelpad=2)
        axes.tick_params(axis="y", length=0)
        axes.grid(visible=False)
        axes.spines["left"].set_visible(False)
        look = {"color": COLORS.green, "edgecolor": COLORS.black, "linewidth": 0.6, "animated": True}
        self.bars = list(axes.barh(range(LAYERS + 1), 1, height=0.72, **look))
        self.lefts = [axes.text(0, row, "", va="center", fontsize=9, animated=True) for row in range(LAYERS + 1)]

    def update(self, function: str, z: float) -> str:
        if self.left.get_ylim() != _WINDOW[function]:
            self.left.set_ylim(*_WINDOW[function])
        zs = np.linspace(-EDGE, EDGE, 421)
        values, slopes = curve(function, zs)
        self.curve.set_data(zs, values)
        if function in ("relu", "leaky_relu"):  # the slope jumps at 0: leave a gap there
            slopes = np.where(zs == 0, np.nan, slopes)
        self.slopes.set_data(zs, slopes)
        intervals = [*np.clip(saturated(function), -EDGE, EDGE), (0.0, 0.0), (0.0, 0.0)]
        for bands in self.bands:
            for band, (start, end) in zip(bands, intervals, strict=False):
                band.set_x(start)
                band.set_width(end - start)
        here = read(function, z)
        ends = np.array([z - _TANGENT, z + _TANGENT])
        kink = here.state == "kink"
        self.tangent.set_data(*([], []) if kink else (ends, here.value + here.slope * (ends - z)))
        self.bar.set_data(*([z, z], [here.slope, here.upper]) if kink else ([], []))
        self.dots[0].set_data([z], [here.value])
        self.dots[1].set_data(*([], []) if kink else ([z], [here.slope]))
        for bar, left, part in zip(self.bars, self.lefts, faded(here.slope), strict=True):
            bar.set_width(part)
            left.set(x=part + 0.04, text=number(part, 3))
        return self._words(function, z, here)

    def _words(self, function: str, z: float, here: Reading) -> str:
        numbers = {
            "name": self.text(f"options.function.{function}"),
            "z": number(z),
            "value": number(here.value),
            "slope": number(here.slope),
            "percent": number(100 * here.slope, 3),
            "ten": number(here.slope**10, 3),
        }
        return self.text(f"state.{here.state}", **numbers) + "\n" + self.text(f"meaning.{here.state}", **numbers)
