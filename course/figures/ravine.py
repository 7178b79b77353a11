"""Unit 05: a ravine makes gradient descent slow, scaling makes a bowl of it (lecture 2, step schedules)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, LogSlider, Slider, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

START = np.array([-4.0, 2.0])
"""Where every path begins; the minimum is at (0, 0)."""
SCHEDULES = ("constant", "inverse", "power")
LEVELS = (0.02, 0.1, 0.3, 0.7, 1.4, 2.5)
"""The contours drawn, as values of Q."""
BOTTOM, TOP = 1e-8, 1e4
"""The window of Q on the right. A path that leaves it is cut there by the axes."""
_ANGLES = np.linspace(0, 2 * np.pi, 121)


@dataclass(frozen=True)
class Walk:
    """Where the descent on Q(w) = (w₀²/κ + w₁²)/2 was."""

    w: np.ndarray
    """The weights after step 0, 1, … n, shape (n + 1, 2)."""
    loss: np.ndarray
    """Q at these weights, shape (n + 1,)."""
    eta: np.ndarray
    """The step sizes ηₖ for k = 1, … n, shape (n,)."""
    regime: str
    """``stays diverges cycles zigzag smooth`` by the last step size: what the path does from then on."""


def walk(eta: float, condition: float, schedule: str, steps: int) -> Walk:
    """Walk ``steps`` steps from ``START`` with η, η/k or η·√(1/(1 + k)) as step size number k."""
    curvature = np.array([1 / condition, 1.0])
    rates = step_sizes(eta, schedule, steps)
    w = np.empty((steps + 1, 2))
    w[0] = START
    for k, rate in enumerate(rates):
        w[k + 1] = w[k] - rate * curvature * w[k]
    return Walk(w, (w**2 @ curvature) / 2, rates, _regime(rates[-1]))


def step_sizes(eta: float, schedule: str, steps: int) -> np.ndarray:
    """Return ηₖ for k = 1, … ``steps``."""
    k = np.arange(1, steps + 1)
    return eta * {"constant": np.ones(steps), "inverse": 1 / k, "power": (1 / (1 + k)) ** 0.5}[schedule]


def best_rate(condition: float) -> tuple[float, float]:
    """Return the best constant η for the curvatures 1/κ and 1, and the factor of one step with it."""
    return 2 / (1 / condition + 1), (condition - 1) / (condition + 1)


def contour(level: float, condition: float) -> np.ndarray:
    """Return the ellipse on which Q = ``level``, shape (2, points)."""
    radius = np.sqrt(2 * level * np.array([condition, 1.0]))
    return radius[:, None] * np.array([np.cos(_ANGLES), np.sin(_ANGLES)])


class Ravine(InteractiveFigure):
    """Left, contours of Q with the path; right, Q after each step on a log scale."""

    name = "ravine"
    handles = (Handle("path", ("eta",)), Handle("curve", ("steps",)))
    controls = (
        Slider("eta", 0, 2.2, 0.01, start=1.8),
        LogSlider("condition", 1, 100, 20, start=10),
        Choice("schedule", SCHEDULES, start="constant"),
        Slider("steps", 1, 100, 1, start=30),
    )

    def draw(self, figure: Figure) -> None:
        left, self.right = figure.subplots(1, 2, width_ratios=(1.25, 1))
        left.set(xlim=(-5.2, 5.2), ylim=(-3.3, 3.3), xlabel=self.text("first"), ylabel=self.text("second"))
        left.set_aspect("equal")
        left.set_title(self.text("left"))
        left.grid(visible=False)
        look = {"color": COLORS.blue, "linewidth": 1.2, "animated": True}
        self.contours = [left.plot([], [], label=self.text("contours"), **look)[0] for _ in LEVELS]
        self.path = left.plot([], [], "o-", color=COLORS.red, markersize=4, label=self.text("path"), animated=True)[0]
        begin = left.plot(
            *START, "o", color="none", markersize=13, markeredgecolor=COLORS.black, mew=1.8, label=self.text("start")
        )[0]
        lowest = left.plot(0, 0, "*", color=COLORS.black, markersize=13, label=self.text("minimum"), animated=True)[0]
        self.right.set(yscale="log", ylim=(BOTTOM, TOP), xlabel=self.text("step"), ylabel=self.text("loss"))
        self.right.set_yticks(10.0 ** np.arange(-8, 5, 2))
        self.right.minorticks_off()
        self.right.set_title(self.text("right"))
        self.right.xaxis.get_major_locator().set_params(integer=True)
        self.curve = self.right.plot([], [], "o-", color=COLORS.red, markersize=4, animated=True)[0]
        seen = [begin, self.path, lowest, self.contours[0]]
        figure.legend(handles=seen, loc="outside lower center", ncols=len(seen))

    def update(self, eta: float, condition: float, schedule: str, steps: int) -> str:
        way = walk(eta, condition, schedule, steps)
        if self.right.get_xlim()[1] != steps * 1.04:
            self.right.set_xlim(-steps * 0.04, steps * 1.04)
        for line, level in zip(self.contours, LEVELS, strict=True):
            line.set_data(*contour(level, condition))
        self.path.set_data(*way.w.T)
        # A loss of exactly 0 has no place on a log scale: it leaves the picture at the bottom.
        self.curve.set_data(np.arange(steps + 1), np.maximum(way.loss, BOTTOM * 1e-6))
        return self._words(eta, condition, schedule, way)

    def _words(self, eta: float, condition: float, schedule: str, way: Walk) -> str:
        best, factor = best_rate(condition)
        numbers = {
            "eta": number(eta),
            "condition": number(condition, 3),
            "flat": number(1 - eta / condition),
            "steep": number(1 - eta),
            "first": number(way.eta[0]),
            "last": number(way.eta[-1]),
            "steps": way.eta.size,
            "loss": number(way.loss[-1], 3),
            "best": number(best),
            "factor": number(factor),
        }
        kind = way.regime if schedule == "constant" or eta == 0 else "schedule"
        return f"{self.text(f'regime.{kind}', **numbers)}\n{self.text('numbers', **numbers)}"


def _regime(eta: float) -> str:
    if eta == 0:
        return "stays"
    if eta > 2:
        return "diverges"
    if eta == 2:
        return "cycles"
    return "zigzag" if eta > 1 else "smooth"
