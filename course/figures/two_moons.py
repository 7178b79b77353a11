"""Unit 10: what a hidden layer can separate, and how its training goes, on two moons (lecture 4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from course.figures.activation import sigmoid
from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, LogSlider, Slider, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STEPS, EVERY = 400, 10
"""Steps of a training, and how many lie between two kept states."""
WINDOW = ((-1.7, 2.7), (-1.3, 1.8))
GRID = (67, 48)
"""Points of the window at which the network is asked, across and up."""
LOWEST, HIGHEST = 3e-3, 30.0
"""The window of the loss."""

BENDS = {
    "tanh": (np.tanh, lambda z, h: 1 - h * h),
    "relu": (lambda z: np.maximum(z, 0), lambda z, h: (z > 0) * 1.0),
    "sigmoid": (sigmoid, lambda z, h: h * (1 - h)),
    "none": (lambda z: z, lambda z, h: np.ones_like(z)),
}
"""An activation, and its slope from its argument and its value."""


@lru_cache(maxsize=1)
def moons() -> tuple[np.ndarray, np.ndarray]:
    """Return 100 points with a column of ones, shape (100, 3), and their moon, 0 or 1, shape (100,)."""
    from sklearn.datasets import make_moons

    points, labels = make_moons(100, noise=0.2, random_state=3)
    return np.column_stack([points, np.ones(100)]), labels.astype(float)


@dataclass(frozen=True)
class Training:
    """One training of a network whose parameters lie in one vector, (3·hidden + hidden + 1) numbers long."""

    hidden: int
    activation: str
    kept: np.ndarray
    """The parameters after 0, 10, 20, … steps, shape (41, parameters)."""
    loss: np.ndarray
    """The log-loss after each step, shape (401,)."""

    def score(self, points: np.ndarray, state: int) -> np.ndarray:
        """Return the log-odds of moon 1 at ``points``, shape (m, 3), in the kept state ``state``."""
        return _log_odds(self.kept[state], points, self.hidden, self.activation)[0]

    def right(self, state: int) -> int:
        """How many of the points lie on their side of the boundary."""
        points, labels = moons()
        return int(np.sum((self.score(points, state) > 0) == (labels > 0.5)))


@lru_cache(maxsize=32)
def training(hidden: int, activation: str, eta: float, start: str, luck: int) -> Training:
    """Train on all the points for ``STEPS`` steps. ``start``: ``random``, ``equal`` or ``zeros``."""
    points, labels = moons()
    theta = _start(hidden, start, luck)
    kept, losses = [], np.empty(STEPS + 1)
    with np.errstate(all="ignore"):
        for step in range(STEPS + 1):
            if step % EVERY == 0:
                kept.append(theta)
            odds, z, h = _log_odds(theta, points, hidden, activation)
            losses[step] = np.mean(np.logaddexp(0, odds) - labels * odds)
            theta = theta - eta * _slopes(theta, points, labels, odds, z, h, activation)
    return Training(hidden, activation, np.array(kept), losses)


def _start(hidden: int, start: str, luck: int) -> np.ndarray:
    size = 4 * hidden + 1
    if start == "random":
        return np.random.default_rng(luck).normal(scale=0.8, size=size)
    return np.full(size, 0.5 if start == "equal" else 0.0)


def _log_odds(
    theta: np.ndarray, points: np.ndarray, hidden: int, activation: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the log-odds, shape (m,), and the hidden layer before and after its activation, shape (m, hidden)."""
    z = points @ theta[: 3 * hidden].reshape(3, hidden)
    h = BENDS[activation][0](z)
    return h @ theta[3 * hidden : -1] + theta[-1], z, h


def _slopes(
    theta: np.ndarray, points: np.ndarray, labels: np.ndarray, odds: np.ndarray, z: np.ndarray, h: np.ndarray,
    activation: str,
) -> np.ndarray:  # fmt: skip
    """Return the derivative of the mean log-loss by every parameter, in the order of ``theta``."""
    error = (sigmoid(odds) - labels) / len(labels)
    out = theta[3 * h.shape[1] : -1]
    bent = np.outer(error, out) * BENDS[activation][1](z, h)
    return np.concatenate([(points.T @ bent).ravel(), error @ h, [error.sum()]])


class TwoMoons(InteractiveFigure):
    """Left, the points and what the network says of the plane; right, the loss of the whole training."""

    name = "two_moons"
    handles = (Handle("now", ("step",)),)
    height = 430
    controls = (
        Slider("hidden", 1, 16, 1, start=3),
        LogSlider("eta", 0.01, 100, 10, start=1),
        Slider("luck", 1, 20, 1, start=1),
        Slider("step", 0, STEPS, EVERY, start=STEPS, play=120),
        Choice("activation", tuple(BENDS), start="tanh"),
        Choice("start", ("random", "equal", "zeros"), start="random"),
    )

    def draw(self, figure: Figure) -> None:
        from matplotlib.colors import LinearSegmentedColormap

        left, right = figure.subplots(1, 2, width_ratios=(1.15, 1))
        self.places = [np.linspace(*ends, n) for ends, n in zip(WINDOW, GRID, strict=True)]
        across, up = np.meshgrid(*self.places)
        self.plane = np.column_stack([across.ravel(), up.ravel(), np.ones(across.size)])
        shades = LinearSegmentedColormap.from_list("sides", ["#F8DDB4", "#FFFFFF", "#BFDCEE"])
        self.shade = left.imshow(
            np.zeros(GRID[::-1]), cmap=shades, vmin=0, vmax=1, origin="lower", aspect="auto", animated=True,
            extent=(*WINDOW[0], *WINDOW[1]), interpolation="bilinear",
        )  # fmt: skip
        (self.boundary,) = left.plot([], [], color=COLORS.black, linewidth=2.2, animated=True, label=self.text("line"))
        points, labels = moons()
        looks = (("o", COLORS.orange, "moon0"), ("^", COLORS.blue, "moon1"))
        self.points = [
            left.plot(
                *points[labels == moon, :2].T, mark, color=color, markersize=6, mec=COLORS.black, mew=0.6,
                animated=True, label=self.text(label),
            )[0]
            for moon, (mark, color, label) in enumerate(looks)
        ]  # fmt: skip
        left.set(xlim=WINDOW[0], ylim=WINDOW[1], xlabel=self.text("x1"), ylabel=self.text("x2"))
        left.set_title(self.text("left"))
        right.set(xlim=(0, STEPS), ylim=(LOWEST, HIGHEST), yscale="log")
        right.set(xlabel=self.text("steps"), ylabel=self.text("loss"))
        right.set_title(self.text("right"))
        level = right.axhline(np.log(2), color=COLORS.grey, linestyle="--", label=self.text("guess"))
        (self.curve,) = right.plot([], [], color=COLORS.red, animated=True, label=self.text("curve"))
        (self.now,) = right.plot([], [], "D", color=COLORS.red, mec=COLORS.black, markersize=8, animated=True,
                                 clip_on=False, label=self.text("now"))  # fmt: skip
        seen = [*self.points, self.boundary, self.curve, self.now, level]
        figure.legend(handles=seen, loc="outside lower center", ncols=3)

    def update(self, hidden: int, eta: float, step: int, luck: int, activation: str, start: str) -> str:
        run, state = training(hidden, activation, eta, start, luck), step // EVERY
        with np.errstate(all="ignore"):
            odds = np.nan_to_num(run.score(self.plane, state)).reshape(GRID[::-1])
        self.shade.set_data(sigmoid(odds))
        self.boundary.set_data(*_zero_line(*self.places, odds))
        shown = np.clip(np.nan_to_num(run.loss, nan=HIGHEST), LOWEST, HIGHEST)
        self.curve.set_data(np.arange(STEPS + 1), shown)
        self.now.set_data([step], [shown[step]])
        return self._words(run, step, start, eta)

    def _words(self, run: Training, step: int, start: str, eta: float) -> str:
        right, loss = run.right(step // EVERY), float(run.loss[step])
        numbers = {
            "hidden": run.hidden, "activation": self.text(f"options.activation.{run.activation}"), "eta": number(eta),
            "step": step, "loss": number(loss, 3), "right": right, "parameters": run.kept.shape[1],
        }  # fmt: skip
        lines = [self.text("heading", **numbers), self.text("numbers", **numbers)]
        late = run.loss[STEPS // 2 :]
        if not loss < 1e3:
            lines.append(self.text("remark.exploded"))
        elif start == "zeros" and run.activation in ("tanh", "relu", "none"):
            lines.append(self.text("remark.zeros"))
        elif start != "random" and run.hidden > 1:
            lines.append(self.text("remark.equal", **numbers))
        elif step == STEPS and late.max() > 1.5 * late.min() and np.mean(np.diff(late) > 0) > 0.2:
            lines.append(self.text("remark.jumps"))
        elif run.activation == "none":
            lines.append(self.text("remark.straight"))
        return "\n".join(lines)


def _zero_line(across: np.ndarray, up: np.ndarray, odds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return x and y of the line on which the log-odds are 0; its pieces are parted by nan."""
    from contourpy import contour_generator

    if not (odds.min() < 0 < odds.max()):
        return np.empty(0), np.empty(0)
    pieces = contour_generator(across, up, odds).lines(0.0)
    gap = np.full((1, 2), np.nan)
    line = np.vstack([part for piece in pieces for part in (piece, gap)])
    return line[:, 0], line[:, 1]
