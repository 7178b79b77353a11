"""Unit 05: three flats make a ravine, standardising makes a bowl of it (lecture 2, step schedules)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, Slider, leaving, number, power

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from course.figures.engine.aliases import Floats, Keywords

AREA, RENT = np.array([1.0, 2.0, 3.0]), np.array([3.0, 5.0, 7.0])
"""The three flats of the unit. Areas are in tens of square metres."""
START = np.array([4.0, 0.0])
"""Where every path begins: each flat is thought to cost 4."""
SCHEDULES = ("constant", "inverse", "power")
LEVELS = (0.1, 1.0, 4.0, 12.0, 30.0, 60.0)
"""The contours drawn, as values of Q."""
WINDOW = ((-1.6, 8.0), (-2.6, 5.0))
"""The ranges of w₀ and w₁ on the contours."""
BOTTOM, TOP = 1e-8, 1e4
"""The window of Q on the right."""
FLOOR = BOTTOM * 1e-6
LINES = 6
"""So many of the first steps leave their line among the flats."""
ARROW = 1.5
_ANGLES = np.linspace(0, 2 * np.pi, 121)


@dataclass(frozen=True)
class Loss:
    """Q(w) = Σ (w₀ + w₁z − y)² for the flats, with the feature z made from the area."""

    z: Floats
    """The feature of each flat, shape (3,)."""
    best: Floats
    """The weights where Q is smallest, shape (2,). There Q is 0: the three flats lie on a line."""
    curvature: Floats
    """The eigenvalues λ of A = 2·XᵀX, the smaller one first, shape (2,)."""
    directions: Floats
    """Their eigenvectors as columns, shape (2, 2)."""

    @property
    def condition(self) -> float:
        """κ."""
        return float(self.curvature[1] / self.curvature[0])

    def at(self, w: Floats) -> Floats:
        """Return Q at weights of shape (…, 2)."""
        return (((w - self.best) @ self.directions) ** 2 @ self.curvature) / 2


def loss(scaling: float) -> Loss:
    """Return the loss for z = (x − t·μ) / σᵗ: t = 0 leaves the areas as they are, t = 1 standardises them."""
    mean, spread = AREA.mean(), AREA.std()
    z = (AREA - scaling * mean) / spread**scaling
    columns = np.column_stack([np.ones(3), z])
    curvature, directions = np.linalg.eigh(2 * columns.T @ columns)
    if curvature[1] - curvature[0] < 1e-9:  # a bowl: every direction is an eigenvector, and these are known by name
        directions = np.eye(2)
    directions = directions * np.where(directions[1] < 0, -1, 1)
    return Loss(z, np.linalg.lstsq(columns, RENT, rcond=None)[0], curvature, directions)


@dataclass(frozen=True)
class Walk:
    """Where the descent on Q was."""

    w: Floats
    """The weights after step 0, 1, … n, shape (n + 1, 2)."""
    loss: Floats
    """Q at these weights, shape (n + 1,)."""
    eta: Floats
    """The step sizes ηₖ for k = 1, … n, shape (n,)."""
    regime: str
    """``diverges cycles zigzag smooth`` by the last step size: what the path does from then on."""


def walk(eta: float, scaling: float, schedule: str, steps: int) -> Walk:
    """Walk ``steps`` steps from ``START`` with η, η/k or η·√(1/(1 + k)) as step size number k."""
    q, rates = loss(scaling), step_sizes(eta, schedule, steps)
    factors = np.cumprod(np.vstack([np.ones(2), 1 - rates[:, None] * q.curvature]), axis=0)
    w = q.best + ((START - q.best) @ q.directions * factors) @ q.directions.T
    return Walk(w, q.at(w), rates, _regime(rates[-1] * q.curvature[1]))


def step_sizes(eta: float, schedule: str, steps: int) -> Floats:
    """Return ηₖ for k = 1, … ``steps``."""
    k = np.arange(1, steps + 1)
    return eta * {"constant": np.ones(steps), "inverse": 1 / k, "power": (1 / (1 + k)) ** 0.5}[schedule]


def best_rate(curvature: Floats) -> tuple[float, float]:
    """Return the best constant η for the eigenvalues λ, smaller one first, and the factor of one step with it."""
    low, high = curvature
    return 2 / (low + high), (high - low) / (high + low)


def contour(level: float, q: Loss) -> Floats:
    """Return the ellipse on which Q = ``level``, shape (points, 2)."""
    radius = np.sqrt(2 * level / q.curvature)
    return q.best + (radius * np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])) @ q.directions.T


class Ravine(InteractiveFigure):
    """The flats with the line of each step; the path on the contours; Q after each step on a log scale."""

    name = "ravine"
    handles = (Handle("end", ("steps",)), Handle("curve", ("steps",)))
    height = 360
    controls = (
        Slider("eta", 0.002, 0.4, 0.002, start=0.056),
        Slider("scaling", 0, 1, 0.05, start=0),
        Choice("schedule", SCHEDULES, start="constant"),
        Slider("steps", 1, 100, 1, start=20, play=120),
    )

    def draw(self, figure: Figure) -> None:
        flats, left, self.right = figure.subplots(1, 3, width_ratios=(0.75, 1.25, 0.8))
        self._draw_flats(flats)
        left.set(xlim=WINDOW[0], ylim=WINDOW[1], xlabel=self.text("first"), ylabel=self.text("second"))
        left.set_aspect("equal")
        left.set_title(self.text("left"))
        left.grid(visible=False)
        moving = {"animated": True}
        look = {"color": COLORS.blue, "linewidth": 1.2, "label": self.text("contours")} | moving
        self.contours = [left.plot([], [], **look)[0] for _ in LEVELS]
        self._draw_arrows(left)
        self.path = left.plot([], [], "o-", color=COLORS.red, markersize=4, label=self.text("path"), **moving)[0]
        begin = left.plot(
            *START, "o", color="none", markersize=13, markeredgecolor=COLORS.black, mew=1.8, label=self.text("start")
        )[0]
        star = {"color": COLORS.black, "markersize": 13, "mec": "white", "mew": 0.8, "label": self.text("minimum")}
        self.lowest = left.plot([], [], "*", **star, **moving)[0]
        self.end = left.plot([], [], "D", color=COLORS.red, markersize=7, mec=COLORS.black, **moving)[0]
        self.right.set(yscale="log", ylim=(BOTTOM, TOP), xlim=(-4, 104), xlabel=self.text("step"))
        self.right.set_yticks(10.0 ** np.arange(-8, 5, 2))
        self.right.minorticks_off()
        self.right.yaxis.set_major_formatter(power)
        self.right.set_title(self.text("right"))
        self.curve = self.right.plot([], [], "o-", color=COLORS.red, markersize=3, linewidth=1.2, **moving)[0]
        out = {"color": COLORS.red, "markersize": 11, "clip_on": False, "label": self.text("exit")} | moving
        self.exits = [axes.plot([], [], "^", **out)[0] for axes in (left, self.right)]
        seen = [begin, self.path, self.exits[0], self.lowest, self.contours[0], self.now]
        figure.legend(handles=seen, loc="outside lower center", ncols=len(seen), columnspacing=1.2)

    def _draw_flats(self, axes: Axes) -> None:
        axes.set(xlim=(0.4, 3.6), ylim=(-1.5, 11.5), xticks=AREA, xlabel=self.text("area"), ylabel=self.text("rent"))
        axes.set_title(self.text("flats"))
        axes.plot(AREA, RENT, "s", color=COLORS.black, markersize=8)
        look = {"color": COLORS.red, "animated": True}
        (self.earlier,) = axes.plot([], [], linewidth=1, alpha=0.35, **look)
        (self.now,) = axes.plot([], [], "--", linewidth=2.4, label=self.text("line"), **look)

    def _draw_arrows(self, axes: Axes) -> None:
        from matplotlib.patches import FancyArrowPatch

        look: Keywords = {"animated": True, "mutation_scale": 13, "linewidth": 1.8, "shrinkA": 0, "shrinkB": 0}
        kinds = ((COLORS.green, "-", "-|>"), (COLORS.purple, "-", "->"))
        self.arrows = [
            FancyArrowPatch((0, 0), (1, 1), color=color, linestyle=line, arrowstyle=style, **look)
            for color, line, style in kinds
        ]
        for arrow in self.arrows:
            axes.add_patch(arrow)
        text: Keywords = {"animated": True, "fontsize": 9, "ha": "center", "va": "center"}
        self.lambdas = [axes.text(0, 0, "", **text) for _ in kinds]

    def update(self, eta: float, scaling: float, schedule: str, steps: int) -> str:
        q, way = loss(scaling), walk(eta, scaling, schedule, steps)
        for line, level in zip(self.contours, LEVELS, strict=True):
            line.set_data(*contour(level, q).T)
        self.lowest.set_data(q.best[:1], q.best[1:])
        for arrow, name, direction, curvature in zip(
            self.arrows, self.lambdas, q.directions.T, q.curvature, strict=True
        ):
            tip = q.best + ARROW * direction
            arrow.set_positions(q.best, tip)  # type: ignore[arg-type]  # an array of two numbers will do
            name.set_position(tip + 0.42 * direction + (0.25, 0))
            name.set_text(f"λ = {number(curvature, 3)}")
        gone = leaving.draw(self.path, self.exits[0], way.w, WINDOW)
        seen = np.maximum(way.loss, FLOOR)  # a loss of 0 has no place on a log scale
        k = np.arange(steps + 1)
        leaving.draw(self.curve, self.exits[1], np.column_stack([k, seen]), ((-4, 104), (FLOOR, TOP)))
        self.end.set_data(*([], []) if gone else way.w[-1:].T)
        self._draw_lines(q, way)
        return self._words(eta, scaling, schedule, q, way)

    def _draw_lines(self, q: Loss, way: Walk) -> None:
        """Draw the line that each of the first steps, and the last one, puts through the flats."""
        ends = np.array([0.4, 3.6])
        slope = (q.z[2] - q.z[0]) / 2  # of z, for one more unit of area
        z = q.z[0] + slope * (ends - AREA[0])
        heights = np.clip(way.w[:, :1] + way.w[:, 1:] * z, -1e3, 1e3)
        first = heights[:LINES]
        gaps = np.full((len(first), 1), np.nan)
        self.earlier.set_data(np.tile([*ends, np.nan], len(first)), np.hstack([first, gaps]).ravel())
        self.now.set_data(ends, heights[-1])

    def _words(self, eta: float, scaling: float, schedule: str, q: Loss, way: Walk) -> str:
        best, factor = best_rate(q.curvature)
        numbers = {
            "eta": number(eta),
            "condition": number(q.condition, 3),
            "flat": number(1 - eta * q.curvature[0]),
            "steep": number(1 - eta * q.curvature[1]),
            "first": number(way.eta[0]),
            "last": number(way.eta[-1]),
            "steps": way.eta.size,
            "loss": number(way.loss[-1], 3),
            "best": number(best, 3),
            "factor": number(round(factor, 12), 3),
            "line": f"{number(way.w[-1, 0])} {'−' if way.w[-1, 1] < 0 else '+'} {number(abs(way.w[-1, 1]))} z",
            "shift": number(scaling * AREA.mean()),
            "spread": number(AREA.std() ** scaling),
        }
        kind = way.regime if schedule == "constant" else "schedule"
        feature = self.text("scaled" if scaling else "unscaled", **numbers)
        return f"{self.text(f'regime.{kind}', **numbers)}\n{self.text('numbers', feature=feature, **numbers)}"


def _regime(stretch: float) -> str:
    """Name what a step of ηλ = ``stretch`` does in the steep direction."""
    if stretch > 2 + 1e-9:
        return "diverges"
    if stretch > 2 - 1e-9:
        return "cycles"
    return "zigzag" if stretch > 1 + 1e-9 else "smooth"
