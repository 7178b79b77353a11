"""Unit 02: a chain of functions; the rates of its links multiply to the rate of the whole (lecture 3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, Slider, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from course.figures.engine.aliases import Counts, Floats, Keywords

Function: TypeAlias = "Callable[[float | Floats], float | Floats]"


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
REACH = 0.5
"""The number lines go from −REACH to REACH, counted from the value that stands on each."""
WEAK = 0.05
"""A link whose rate is smaller than this is pointed out."""


@dataclass(frozen=True)
class Passage:
    """What happens to x, and to a small push of x, on the way through a chain of n links."""

    values: Floats
    """x, then the value after each link, shape (n + 1,)."""
    rates: Floats
    """The rate of each link at the value that enters it, shape (n,)."""
    products: Floats
    """The rate from x to the value after each link, shape (n,); the last one is the derivative of the chain."""


def passage(links: tuple[Link, ...], x: float) -> Passage:
    """Send ``x`` through ``links``, given from inner to outer."""
    values, rates = [x], []
    for link in links:
        rates.append(float(link.rate(values[-1])))
        values.append(float(link.value(values[-1])))
    return Passage(np.array(values), np.array(rates), np.cumprod(rates))


def nudges(links: tuple[Link, ...], x: float, dx: float) -> tuple[Floats, Floats]:
    """Return how far x and each value after it move when x moves by ``dx``: what the rates predict, and what happens.

    Both have the shape (n + 1,). Where the nudge takes a value out of a link's domain, what happens is nan.
    """
    before = passage(links, x)
    with np.errstate(invalid="ignore", divide="ignore"):
        after = passage(links, x + dx)
    return dx * np.concatenate([[1.0], before.products]), after.values - before.values


class Chain(InteractiveFigure):
    """Above, the links as boxes; below, the nudge of x on the curve and on one number line for each value."""

    name = "chain"
    together = ("x", "dx")
    handles = (Handle("pushed", ("dx",)), Handle("tip", ("dx",)), Handle("point", ("x",)))
    height = 470
    controls = (
        Choice("chain", tuple(CHAINS), start="ln"),
        Slider("x", LOW, HIGH, 0.01, start=1.0),
        Slider("dx", -0.3, 0.3, 0.01, start=0.3),
    )

    def draw(self, figure: Figure) -> None:
        grid = figure.add_gridspec(2, 2, height_ratios=(1, 1.5), width_ratios=(1, 1.15))
        above = figure.add_subplot(grid[0, :])
        below, lines = self.below, self.lines = figure.add_subplot(grid[1, 0]), figure.add_subplot(grid[1, 1])
        self.title = below.set_title(" ")
        self._draw_boxes(above)
        below.set(xlim=(LOW - 0.1, HIGH + 0.1), xlabel="x", ylabel="y")
        (self.curve,) = below.plot([], [], color=COLORS.blue, linewidth=2.4, label=self.text("curve"))
        look: Keywords = {"animated": True, "color": COLORS.red}
        (self.tangent,) = below.plot([], [], "--", label=self.text("tangent"), **look)
        (self.legs,) = below.plot([], [], ":", animated=True, color=COLORS.black)
        (self.guess,) = below.plot([], [], "D", markersize=7, **look | {"mfc": "white", "mew": 1.6})
        (self.pushed,) = below.plot([], [], "o", markersize=7, mec=COLORS.black, animated=True, color=COLORS.blue)
        (self.point,) = below.plot([], [], "o", markersize=8, markeredgecolor=COLORS.black, **look)
        (self.exit,) = below.plot([], [], "^", markersize=11, clip_on=False, **look)
        self._draw_lines(lines)
        seen = [self.curve, self.tangent, self.happened[0], self.predicted, self.off]
        figure.legend(handles=seen, loc="outside lower center", ncols=len(seen), columnspacing=1.2)
        self.shown = ""

    def _draw_lines(self, axes: Axes) -> None:
        most = max(map(len, CHAINS.values())) + 1
        axes.set(xlim=(-1.75 * REACH, 1.1 * REACH), xticks=REACH * np.array([-1, -0.5, 0, 0.5, 1]), yticks=[])
        axes.set(title=self.text("lines"), xlabel=self.text("moved"))
        axes.spines["left"].set_visible(False)
        axes.grid(visible=False)
        self.levels = [axes.plot([-REACH, REACH], [0, 0], color=COLORS.grey, linewidth=0.8)[0] for _ in range(most)]
        axes.axvline(0, color=COLORS.grey, linewidth=0.8)
        moving: Keywords = {"animated": True}
        (self.links,) = axes.plot([], [], ":", color=COLORS.grey, linewidth=1.2, **moving)
        thick = {"color": COLORS.blue, "linewidth": 5, "solid_capstyle": "butt", "label": self.text("actual")} | moving
        self.happened = [axes.plot([], [], **thick)[0] for _ in range(most)]
        look = {"color": COLORS.red, "mfc": "white", "mew": 1.6, "markersize": 7, "label": self.text("predicted")}
        (self.predicted,) = axes.plot([], [], "D", **look, **moving)
        out = {"color": COLORS.blue, "markersize": 9, "label": self.text("exit"), "clip_on": False} | moving
        (self.off,) = axes.plot([], [], ">", **out)
        (self.off_left,) = axes.plot([], [], "<", **out)
        (self.tip,) = axes.plot([], [], "o", markersize=7, mec=COLORS.black, color=COLORS.blue, **moving)
        self.names = [axes.text(-1.72 * REACH, 0, "", va="center", fontsize=9.5, **moving) for _ in range(most)]

    def _draw_boxes(self, axes: Axes) -> None:
        from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

        axes.set(xlim=(0, 840), ylim=(4, 160))
        axes.set_axis_off()
        for y, key in ((110, "value"), (64, "rate"), (20, "product")):
            axes.text(4, y, self.text(key), va="center", color=COLORS.grey, fontsize=9.5)
        middle: Keywords = {"ha": "center", "va": "center", "animated": True}
        most = max(map(len, CHAINS.values()))
        paint: Keywords = {"animated": True, "facecolor": "#EAF3F9", "edgecolor": COLORS.blue, "linewidth": 1.4}
        arrow: Keywords = {
            "animated": True, "arrowstyle": "-|>", "mutation_scale": 14, "color": COLORS.black, "shrinkA": 2,
        }  # fmt: skip
        self.boxes = [FancyBboxPatch((0, 0), 1, 1, **paint) for _ in range(most + 1)]
        self.arrows = [FancyArrowPatch((0, 0), (1, 1), **arrow) for _ in range(most)]
        for patch in (*self.boxes, *self.arrows):
            axes.add_patch(patch)
        self.value_texts = [axes.text(0, 110, "", **middle) for _ in range(most + 1)]
        self.labels = [axes.text(0, 147, "", fontsize=11, fontweight="bold", **middle) for _ in range(most)]
        self.rate_texts = [axes.text(0, 64, "", color=COLORS.black, **middle) for _ in range(most)]
        self.product_texts = [axes.text(0, 20, "", color=COLORS.red, **middle) for _ in range(most)]

    def update(self, chain: str, x: float, dx: float) -> str:
        if chain != self.shown:
            self._set_chain(chain)
        seen, (guessed, moved) = passage(CHAINS[chain], x), nudges(CHAINS[chain], x, dx)
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
        self._draw_nudge(x, dx, y + guessed[-1], y + moved[-1], y, (low, high))
        self._draw_number_lines(chain, guessed, moved)
        return self._words(chain, x, dx, seen, guessed, moved)

    def _draw_nudge(
        self, x: float, dx: float, guess: float, there: float, y: float, window: tuple[float, float]
    ) -> None:
        """Show on the curve where x + Δx leads, and where the tangent says that it leads."""
        low, high = window
        seen = dx != 0 and low <= y <= high
        self.guess.set_data([x + dx], [guess if seen and low <= guess <= high else np.nan])
        self.pushed.set_data([x + dx], [there if seen and low <= there <= high else np.nan])
        ends = np.clip([y, y, guess, there], low, high) if seen and np.isfinite(there) else [np.nan] * 4
        self.legs.set_data([x, x + dx, x + dx, x + dx], ends)

    def _draw_number_lines(self, chain: str, guessed: Floats, moved: Floats) -> None:
        """Stretch the nudge along the number lines; where it does not fit, an arrowhead shows the way out."""
        rows = np.arange(len(moved))
        ends = np.clip(moved, -REACH, REACH)
        for row, (name, bar, far) in enumerate(zip(self.names, self.happened, ends, strict=False)):
            bar.set_data([0, far], [row, row])
            name.set_text(self.text("row", name=_symbol(row, len(moved)), change=number(moved[row], 3)))
        for bar in self.happened[len(moved) :]:
            bar.set_data([], [])
        self.links.set_data(ends, rows)
        fits = np.abs(guessed) <= REACH
        self.predicted.set_data(guessed[fits], rows[fits])
        self.off.set_data(*_at(rows[moved > REACH], REACH))
        self.off_left.set_data(*_at(rows[moved < -REACH], -REACH))
        self.tip.set_data(ends[:1], rows[:1])

    def _set_chain(self, chain: str) -> None:
        links, self.shown = CHAINS[chain], chain
        self.lines.set_ylim(len(links) + 0.5, -0.5)
        for row, (level, name) in enumerate(zip(self.levels, self.names, strict=True)):
            level.set_ydata([row, row])
            name.set_y(row)
            for artist in (level, name):
                artist.set_visible(row <= len(links))
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
            for drawn in (arrow, label, rate, product):
                drawn.set_visible(i < len(links))
            if i < len(links):
                arrow.set_positions((centres[i] + 40, 110), (centres[i + 1] - 40, 110))
                between = (centres[i] + centres[i + 1]) / 2
                label.set_text(links[i].label)
                label.set_x(between)
                rate.set_x(between)
                product.set_x(centres[i + 1])
        x = np.linspace(LOW, HIGH, 1200)
        y: float | Floats = x
        for link in links:
            y = link.value(y)
        low, high = WINDOW[chain]
        self.curve.set_data(x, np.where((y > 2 * low - high) & (y < 2 * high - low), y, np.nan))
        self.below.set_ylim(low, high)
        self.title.set_text(self.text(f"formula.{chain}"))

    def _words(
        self, chain: str, x: float, dx: float, seen: Passage, guessed: Floats, moved: Floats
    ) -> str:
        weakest = int(np.argmin(np.abs(seen.rates)))
        numbers = {
            "x": number(x),
            "dx": _factor(dx),
            "y": number(seen.values[-1]),
            "slope": number(seen.products[-1]),
            "times": _factor(seen.products[-1]),
            "factors": " · ".join(map(_factor, seen.rates)),
            "link": CHAINS[chain][weakest].label,
            "weakest": number(seen.rates[weakest]),
            "predicted": number(guessed[-1]),
            "actual": number(moved[-1]),
            "off": number(moved[-1] - guessed[-1], 3),
        }
        last = "nowhere" if not np.isfinite(moved[-1]) else "still" if dx == 0 else "push"
        lines = [self.text(key, **numbers) for key in ("heading", last, "rates")]
        return "\n".join(lines) + (f" {self.text('weak', **numbers)}" if abs(seen.rates[weakest]) < WEAK else "")


def _symbol(row: int, rows: int) -> str:
    """Return the letter of a value in a chain: x, then u, v, …, and y at its end."""
    return "y" if row == rows - 1 else "xuvwz"[row]


def _at(rows: Counts, place: float) -> tuple[Floats, Counts]:
    return np.full(len(rows), place), rows


def _factor(value: float) -> str:
    """Return a number as it stands in a product: a negative one in brackets."""
    return f"({number(value)})" if value < 0 else number(value)
