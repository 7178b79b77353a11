"""Unit 02: a chain of functions; the rates of its links multiply to the rate of the whole (lecture 3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, Slider, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Function = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Link:
    """One elementary function of a chain: how it is written, its value, its rate."""

    label: str
    value: Function
    rate: Function


SQUARE = Link("( )²", lambda u: u**2, lambda u: 2 * u)
CUBE = Link("( )³", lambda u: u**3, lambda u: 3 * u**2)
ROOT = Link("√", np.sqrt, lambda u: 1 / (2 * np.sqrt(u)))
SIN = Link("sin", np.sin, np.cos)
COS = Link("cos", np.cos, lambda u: -np.sin(u))
TAN = Link("tan", np.tan, lambda u: 1 / np.cos(u) ** 2)
ARCTAN = Link("arctan", np.arctan, lambda u: 1 / (1 + u**2))
LN = Link("ln", np.log, lambda u: 1 / u)

CHAINS = {
    "tan": (SQUARE, TAN),
    "arctan": (CUBE, ARCTAN, SQUARE),
    "ln": (ROOT, SIN, COS, SQUARE, LN),
}
"""The links of each chain, from the innermost to the outermost."""

LOW, HIGH = 0.1, 3.0
WINDOW = {"tan": (-6.0, 6.0), "arctan": (-0.3, 2.8), "ln": (-1.5, 0.3)}
"""The range of y that the lower picture shows. Only tan x² ever leaves it."""
WEAK = 0.05
"""A link whose rate is smaller than this is pointed out."""


@dataclass(frozen=True)
class Passage:
    """What happens to x, and to a small push of x, on the way through a chain of n links."""

    values: np.ndarray
    """x, then the value after each link, shape (n + 1,)."""
    rates: np.ndarray
    """The rate of each link at the value that enters it, shape (n,)."""
    products: np.ndarray
    """The rate from x to the value after each link, shape (n,); the last one is the derivative of the chain."""


def passage(links: tuple[Link, ...], x: float) -> Passage:
    """Send ``x`` through ``links``, given from inner to outer."""
    values, rates = [x], []
    for link in links:
        rates.append(float(link.rate(values[-1])))
        values.append(float(link.value(values[-1])))
    return Passage(np.array(values), np.array(rates), np.cumprod(rates))


class Chain(InteractiveFigure):
    """Above, the links as boxes with values, rates and products; below, the curve with its tangent."""

    name = "chain"
    handles = (Handle("point", ("x",)),)
    height = 480
    controls = (
        Choice("chain", tuple(CHAINS), start="ln", buttons=True),
        Slider("x", LOW, HIGH, 0.01, start=1.0),
    )

    def draw(self, figure: Figure) -> None:
        above, below = figure.subplots(2, 1, height_ratios=(1, 1.25))
        self.below, self.title = below, below.set_title(" ")
        self._draw_boxes(above)
        below.set(xlim=(LOW - 0.1, HIGH + 0.1), xlabel="x", ylabel="y")
        (self.curve,) = below.plot([], [], color=COLORS.blue, linewidth=2.4, label=self.text("curve"))
        look = {"animated": True, "color": COLORS.red}
        (self.tangent,) = below.plot([], [], "--", label=self.text("tangent"), **look)
        (self.point,) = below.plot([], [], "o", markersize=8, markeredgecolor=COLORS.black, **look)
        (self.exit,) = below.plot([], [], "^", markersize=11, clip_on=False, label=self.text("exit"), **look)
        figure.legend(handles=[self.curve, self.tangent, self.exit], loc="outside lower center", ncols=3)
        self.shown = ""

    def _draw_boxes(self, axes: Axes) -> None:
        from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

        axes.set(xlim=(0, 840), ylim=(0, 165))
        axes.set_axis_off()
        for y, key in ((110, "value"), (64, "rate"), (20, "product")):
            axes.text(4, y, self.text(key), va="center", color=COLORS.grey, fontsize=9.5)
        middle = {"ha": "center", "va": "center", "animated": True}
        most = max(map(len, CHAINS.values()))
        paint = {"animated": True, "facecolor": "#EAF3F9", "edgecolor": COLORS.blue, "linewidth": 1.4}
        arrow = {"animated": True, "arrowstyle": "-|>", "mutation_scale": 14, "color": COLORS.black, "shrinkA": 2}
        self.boxes = [axes.add_patch(FancyBboxPatch((0, 0), 1, 1, **paint)) for _ in range(most + 1)]
        self.arrows = [axes.add_patch(FancyArrowPatch((0, 0), (1, 1), **arrow)) for _ in range(most)]
        self.value_texts = [axes.text(0, 110, "", **middle) for _ in range(most + 1)]
        self.labels = [axes.text(0, 147, "", fontsize=11, fontweight="bold", **middle) for _ in range(most)]
        self.rate_texts = [axes.text(0, 64, "", color=COLORS.black, **middle) for _ in range(most)]
        self.product_texts = [axes.text(0, 20, "", color=COLORS.red, **middle) for _ in range(most)]

    def update(self, chain: str, x: float) -> str:
        if chain != self.shown:
            self._set_chain(chain)
        seen = passage(CHAINS[chain], x)
        for artist, value in zip(self.value_texts, seen.values, strict=False):
            artist.set_text(number(value))
        for artist, rate in zip(self.rate_texts, seen.rates, strict=False):
            artist.set_text(f"× {_factor(rate)}")
        for artist, product in zip(self.product_texts, seen.products, strict=False):
            artist.set_text(number(product))
        y, slope, (low, high) = seen.values[-1], seen.products[-1], WINDOW[chain]
        inside = low <= y <= high
        self.point.set_data([x], [y] if inside else [np.nan])
        self.exit.set_data([x], [np.nan] if inside else [high if y > high else low])
        self.exit.set_marker("^" if y > high else "v")
        # A steep tangent gets a short piece of x: matplotlib is never given numbers far outside the window.
        reach = min(0.6, (high - low) / max(abs(slope), 1e-9))
        ends = np.array([x - reach, x + reach])
        self.tangent.set_data(ends, y + slope * (ends - x) if inside else [np.nan, np.nan])
        return self._words(chain, x, seen)

    def _set_chain(self, chain: str) -> None:
        links, self.shown = CHAINS[chain], chain
        step = (840 - 110) / (len(links) + 1)
        centres = [110 + step * (i + 0.5) for i in range(len(links) + 1)]
        for i, (box, text) in enumerate(zip(self.boxes, self.value_texts, strict=True)):
            used = i <= len(links)
            box.set_visible(used)
            text.set_visible(used)
            if used:
                box.set_bounds(centres[i] - 37, 98, 74, 24)
                box.set_boxstyle("round", pad=3, rounding_size=6)
                text.set_x(centres[i])
        parts = (self.arrows, self.labels, self.rate_texts, self.product_texts)
        for i, (arrow, label, rate, product) in enumerate(zip(*parts, strict=True)):
            for artist in (arrow, label, rate, product):
                artist.set_visible(i < len(links))
            if i < len(links):
                arrow.set_positions((centres[i] + 40, 110), (centres[i + 1] - 40, 110))
                between = (centres[i] + centres[i + 1]) / 2
                label.set_text(links[i].label)
                label.set_x(between)
                rate.set_x(between)
                product.set_x(centres[i + 1])
        x = np.linspace(LOW, HIGH, 1200)
        y = x
        for link in links:
            y = link.value(y)
        low, high = WINDOW[chain]
        self.curve.set_data(x, np.where((y > 2 * low - high) & (y < 2 * high - low), y, np.nan))
        self.below.set_ylim(low, high)
        self.title.set_text(self.text(f"formula.{chain}"))

    def _words(self, chain: str, x: float, seen: Passage) -> str:
        weakest = int(np.argmin(np.abs(seen.rates)))
        numbers = {
            "x": number(x),
            "y": number(seen.values[-1]),
            "slope": number(seen.products[-1]),
            "factors": " · ".join(map(_factor, seen.rates)),
            "link": CHAINS[chain][weakest].label,
            "weakest": number(seen.rates[weakest]),
        }
        last = "weak" if abs(seen.rates[weakest]) < WEAK else "push"
        return "\n".join(self.text(key, **numbers) for key in ("heading", "rates", last))


def _factor(value: float) -> str:
    """Return a number as it stands in a product: a negative one in brackets."""
    return f"({number(value)})" if value < 0 else number(value)
