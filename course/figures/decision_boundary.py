"""Unit 08: a logistic regression while it learns, its log-loss, and softmax at a temperature (lectures 1 and 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.activation import sigmoid
from course.figures.engine import COLORS, Handle, InteractiveFigure, LogSlider, Slider, number
from course.public.u08_logistic_and_softmax import two_groups

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STEPS = 100
"""The most steps the figure makes."""
SCORES = np.array([2.0, 1.0, 0.0])
"""The scores of the softmax panel."""
WINDOW = (-3.4, 3.4)
"""The range of both features."""
LINES = (0.1, 0.5, 0.9)
"""The probabilities whose lines are drawn; the middle one is the decision boundary."""

X, Y = two_groups()


@dataclass(frozen=True)
class Training:
    """Gradient descent on the mean log-loss, from zeros."""

    w: np.ndarray
    """The weights after 0, 1, … steps, shape (steps + 1, 3): intercept first."""
    loss: np.ndarray
    """The mean log-loss there, shape (steps + 1,)."""
    mistakes: int
    """How many objects lie on the wrong side of the boundary in the end."""


def training(eta: float, steps: int) -> Training:
    """Train for ``steps`` steps with the learning rate ``eta``."""
    w = [np.zeros(3)]
    for _ in range(steps):
        w.append(w[-1] - eta * X.T @ (sigmoid(X @ w[-1]) - Y) / len(Y))
    path = np.array(w)
    scores = path @ X.T
    loss = np.mean(np.logaddexp(0, scores) - Y * scores, axis=1)
    return Training(path, loss, int(np.sum((scores[-1] >= 0) != Y)))


def lowest_loss() -> float:
    """Return the smallest mean log-loss that any weights can have here: Newton's method, to the last digit."""
    w = np.zeros(3)
    for _ in range(12):
        p = sigmoid(X @ w)
        w = w - np.linalg.solve((X.T * (p * (1 - p))) @ X, X.T @ (p - Y))
    return float(np.mean(np.logaddexp(0, X @ w) - Y * (X @ w)))


def softmax(scores: np.ndarray, temperature: float) -> np.ndarray:
    """Return the probabilities of scores of shape (K,), which are divided by the temperature first."""
    e = np.exp((scores - np.max(scores)) / temperature)
    return e / e.sum()


def line(w: np.ndarray, p: float) -> np.ndarray | None:
    """Return two far points of the line on which the model gives ``p``, shape (2, 2); None where there is none."""
    size = float(np.hypot(w[1], w[2]))
    if size < 1e-12:
        return None
    normal = w[1:] / size
    foot = normal * (np.log(p / (1 - p)) - w[0]) / size
    along = np.array([-normal[1], normal[0]]) * 3 * WINDOW[1]
    return np.array([foot - along, foot + along])


class DecisionBoundary(InteractiveFigure):
    """Left, the probability over the plane with the boundary; right, the loss so far and softmax at a temperature."""

    name = "decision_boundary"
    handles = (Handle("now", ("steps",)),)
    height = 470
    controls = (
        LogSlider("eta", 0.01, 20, 10, start=0.1),
        LogSlider("temperature", 0.1, 10, 10, start=1.0),
        Slider("steps", 0, STEPS, 1, start=10, play=150),
    )

    def draw(self, figure: Figure) -> None:
        places = figure.subplot_mosaic([["plane", "loss"], ["plane", "softmax"]], width_ratios=(1.35, 1))
        self._draw_plane(places["plane"])
        self._draw_loss(places["loss"])
        self._draw_softmax(places["softmax"])
        figure.legend(handles=self.legend, loc="outside lower center", ncols=4)

    def _draw_plane(self, axes: Axes) -> None:
        from matplotlib.colors import BoundaryNorm, LinearSegmentedColormap

        axes.set(xlim=WINDOW, ylim=WINDOW, xlabel=self.text("first"), ylabel=self.text("second"), aspect="equal")
        axes.set_title(self.text("plane"))
        axes.grid(visible=False)
        ticks = np.linspace(*WINDOW, 201)[:-1] + (WINDOW[1] - WINDOW[0]) / 400
        self.grid = np.stack([np.ones((200, 200)), *np.meshgrid(ticks, ticks)], axis=-1)
        # Ten bands say more than a smooth ramp: their edges are the tenths of the probability.
        ends = "#F2C879", "#FBEBCF", "#FFFFFF", "#D3E6F2", "#85BAD9"
        bands = LinearSegmentedColormap.from_list("probability", ends, N=10)
        self.surface = axes.imshow(
            np.full((200, 200), 0.5), cmap=bands, norm=BoundaryNorm(np.linspace(0, 1, 11), 10),
            origin="lower", extent=(*WINDOW, *WINDOW), interpolation="nearest", animated=True, zorder=0.5,
        )  # fmt: skip
        look = {"animated": True, "color": COLORS.black}
        self.lines = [
            axes.plot([], [], linestyle=style, linewidth=width, zorder=2, label=self.text(label), **look)[0]
            for style, width, label in ((":", 1.3, "sure"), ("-", 2.2, "boundary"), (":", 1.3, "sure"))
        ]
        groups = [
            axes.plot(
                *X[label == Y, 1:].T, marker, color=color, markeredgecolor=COLORS.black, markeredgewidth=0.6,
                label=self.text(f"class{label}"), animated=True, zorder=3,
            )[0]
            for label, marker, color in ((0, "o", COLORS.orange), (1, "^", COLORS.blue))
        ]  # fmt: skip
        self.legend = [*groups, *self.lines[1:]]

    def _draw_loss(self, axes: Axes) -> None:
        self.lowest = lowest_loss()
        axes.set(xlim=(-2, STEPS + 2), ylim=(0, 2), xlabel=self.text("step"))
        axes.set_title(self.text("loss"))
        axes.axhline(self.lowest, color=COLORS.green, linestyle="--", linewidth=1.2)
        axes.text(STEPS, self.lowest - 0.05, self.text("lowest"), ha="right", va="top", color=COLORS.black, fontsize=9)
        (self.curve,) = axes.plot([], [], color=COLORS.blue, animated=True)
        (self.now,) = axes.plot([], [], "o", color=COLORS.red, markeredgecolor=COLORS.black, animated=True)

    def _draw_softmax(self, axes: Axes) -> None:
        axes.set(xlim=(-0.6, 2.6), ylim=(0, 1.22), yticks=(0, 0.5, 1))
        axes.set_xticks(range(3), [self.text("score", score=number(score)) for score in SCORES])
        axes.set_title(self.text("softmax"))
        axes.grid(visible=False, axis="x")
        self.bars = axes.bar(range(3), np.zeros(3), width=0.6, color=COLORS.sky, edgecolor=COLORS.black, linewidth=0.8)
        self.heights = [axes.text(k, 1.06, "", ha="center", va="bottom", animated=True) for k in range(3)]
        for bar in self.bars:
            bar.set_animated(True)
        (self.usual,) = axes.plot(
            range(3), softmax(SCORES, 1.0), "_", color=COLORS.red, markersize=30, mew=2, animated=True, zorder=3,
        )  # fmt: skip

    def update(self, eta: float, temperature: float, steps: int) -> str:
        seen = training(eta, steps)
        w = seen.w[-1]
        self.surface.set_data(sigmoid(self.grid @ w))
        for artist, p in zip(self.lines, LINES, strict=True):
            ends = line(w, p)
            artist.set_data(([], []) if ends is None else ends.T)
        self.curve.set_data(np.arange(steps + 1), seen.loss)
        self.now.set_data([steps], seen.loss[-1:])
        shares = softmax(SCORES, temperature)
        for bar, label, share in zip(self.bars, self.heights, shares, strict=True):
            bar.set_height(share)
            label.set_text(f"{share:.3f}")
        return self._words(eta, temperature, seen, shares)

    def _words(self, eta: float, temperature: float, seen: Training, shares: np.ndarray) -> str:
        w, loss = seen.w[-1], seen.loss
        numbers = {
            "eta": number(eta, 3), "steps": len(loss) - 1, "mistakes": seen.mistakes, "objects": len(Y),
            "w0": number(w[0], 3), "w1": number(w[1], 3), "w2": number(w[2], 3),
            "loss": number(loss[-1]), "lowest": number(self.lowest),
        }  # fmt: skip
        if len(loss) == 1:
            second = self.text("before")
        else:
            width = np.log(9) / np.hypot(w[1], w[2])
            second = self.text("after", width=number(width, 3), **numbers)
        lines = [self.text("heading", **numbers), second]
        if len(loss) > 1 and loss[-1] > loss[-2] + 1e-6:
            lines.append(self.text("rises", before=number(loss[-2]), **numbers))
        kind = "plain" if temperature == 1 else "cold" if temperature < 1 else "hot"
        listed = ", ".join(f"{share:.3f}" for share in shares)
        lines.append(self.text(f"temperature.{kind}", t=number(temperature, 3), shares=listed))
        return "\n".join(lines)
