"""Unit 08: a logistic regression while it learns, with and without a penalty; softmax at a temperature (L1, L4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from course.figures.activation import sigmoid
from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, LogSlider, Slider, leaving, number
from course.public.u08_logistic_and_softmax import two_groups

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from course.figures.engine.aliases import Floats
    from course.figures.engine.own import Own

STEPS = 100
"""The most steps the figure makes."""
SCORES = np.array([2.0, 1.0, 0.0])
"""The scores of the softmax panel."""
WINDOW = (-3.4, 3.4)
"""The range of both features."""
LINES = (0.1, 0.5, 0.9)
"""The probabilities whose lines are drawn; the middle one is the decision boundary."""
HIGHEST, TALLEST = 2.0, 14.0
"""The windows of the loss and of the weights' size."""

X, Y = two_groups()


def apart() -> Floats:
    """Return the same objects with their groups moved apart, so that a line separates them, shape (60, 3)."""
    return np.column_stack([X[:, 0], 0.61 * (X[:, 1:] + np.outer(2 * Y - 1, [2.2, 1.1]))])


DATA = {"overlap": X, "apart": apart()}


@dataclass(frozen=True)
class Training:
    """Gradient descent on the mean log-loss plus λ(w₁² + w₂²), from zeros."""

    w: Floats
    """The weights after 0, 1, … steps, shape (steps + 1, 3): intercept first."""
    loss: Floats
    """The loss there, with the penalty, shape (steps + 1,)."""
    mistakes: int
    """How many objects lie on the wrong side of the boundary in the end."""

    @property
    def size(self) -> Floats:
        """The length of (w₁, w₂), shape (steps + 1,): how steeply the probability rises across the boundary."""
        return np.hypot(self.w[:, 1], self.w[:, 2])


_PAYS = np.array([0.0, 1.0, 1.0])
"""The intercept is free of the penalty."""


def training(eta: float, steps: int, lam: float = 0.0, groups: str = "overlap") -> Training:
    """Train for ``steps`` steps with the learning rate ``eta`` and the penalty ``lam`` on one of ``DATA``."""
    data = DATA[groups]
    w = [np.zeros(3)]
    for _ in range(steps):
        slope = data.T @ (sigmoid(data @ w[-1]) - Y) / len(Y) + 2 * lam * _PAYS * w[-1]
        w.append(w[-1] - eta * slope)
    path = np.array(w)
    scores = path @ data.T
    loss = np.mean(np.logaddexp(0, scores) - Y * scores, axis=1) + lam * path**2 @ _PAYS
    return Training(path, loss, int(np.sum((scores[-1] >= 0) != Y)))


@lru_cache(maxsize=64)
def lowest_loss(lam: float = 0.0, groups: str = "overlap") -> float:
    """Return the smallest loss that any weights can have, by Newton's method; 0 for separate groups with no penalty.

    That 0 is never reached: longer weights are always better.
    """
    if lam == 0 and groups == "apart":
        return 0.0
    data, w = DATA[groups], np.zeros(3)
    for _ in range(30):
        p = sigmoid(data @ w)
        bend = (data.T * (p * (1 - p))) @ data / len(Y) + 2 * lam * np.diag(_PAYS)
        w = w - np.linalg.solve(bend, data.T @ (p - Y) / len(Y) + 2 * lam * _PAYS * w)
    return float(np.mean(np.logaddexp(0, data @ w) - Y * (data @ w)) + lam * w**2 @ _PAYS)


def softmax(scores: Floats, temperature: float) -> Floats:
    """Return the probabilities of scores of shape (K,), which are divided by the temperature first."""
    e = np.exp((scores - np.max(scores)) / temperature)
    return e / e.sum()


def line(w: Floats, p: float) -> Floats | None:
    """Return two far points of the line on which the model gives ``p``, shape (2, 2); None where there is none."""
    size = float(np.hypot(w[1], w[2]))
    if size < 1e-12:
        return None
    normal = w[1:] / size
    foot = normal * (np.log(p / (1 - p)) - w[0]) / size
    along = np.array([-normal[1], normal[0]]) * 3 * WINDOW[1]
    return np.array([foot - along, foot + along])


class DecisionBoundary(InteractiveFigure):
    """Left, the probability over the plane with the boundary; right, loss and weights so far, and softmax."""

    name = "decision_boundary"
    takes_own = True
    handles = (Handle("now", ("steps",)),)
    height = 440
    controls = (
        LogSlider("eta", 0.01, 20, 10, start=1.0),
        Slider("lam", 0, 0.2, 0.002, start=0),
        Slider("steps", 0, STEPS, 1, start=20, play=150),
        LogSlider("temperature", 0.1, 10, 10, start=1.0),
        Choice("groups", tuple(DATA), start="overlap", buttons=True),
    )

    def draw(self, figure: Figure) -> None:
        places = figure.subplot_mosaic(
            [["plane", "loss", "size"], ["plane", "softmax", "softmax"]], width_ratios=(2.3, 1, 1)
        )  # fmt: skip
        self._draw_plane(places["plane"])
        self._draw_loss(places["loss"])
        self._draw_size(places["size"])
        self._draw_softmax(places["softmax"])
        figure.legend(handles=self.legend, loc="outside lower center", ncols=len(self.legend), columnspacing=1.2)

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
            np.full((200, 200), np.nan), cmap=bands, norm=BoundaryNorm(np.linspace(0, 1, 11), 10),
            origin="lower", extent=(*WINDOW, *WINDOW), interpolation="nearest", animated=True, zorder=0.5,
        )  # fmt: skip
        look = {"animated": True, "color": COLORS.black}
        self.lines = [
            axes.plot([], [], linestyle=style, linewidth=width, zorder=2, label=self.text(label), **look)[0]
            for style, width, label in ((":", 1.3, "sure"), ("-", 2.2, "boundary"), (":", 1.3, "sure"))
        ]
        self.groups = [
            axes.plot(
                [], [], marker, color=color, markeredgecolor=COLORS.black, markeredgewidth=0.6,
                label=self.text(f"class{label}"), animated=True, zorder=3,
            )[0]
            for label, marker, color in ((0, "o", COLORS.orange), (1, "^", COLORS.blue))
        ]  # fmt: skip
        self.legend = [*self.groups, *self.lines[1:]]
        if self.own:
            look = {"animated": True, "color": COLORS.purple, "linestyle": "--", "linewidth": 2.6, "zorder": 4}
            (self.own_line,) = axes.plot([], [], label=self.text("own", name=self.own.name), **look)
            self.legend.append(self.own_line)

    def _draw_loss(self, axes: Axes) -> None:
        axes.set(xlim=(-4, STEPS + 4), ylim=(0, HIGHEST), xlabel=self.text("step"))
        axes.set_title(self.text("loss"))
        (self.floor,) = axes.plot([], [], color=COLORS.green, linestyle="--", linewidth=1.2, animated=True)
        (self.curve,) = axes.plot([], [], color=COLORS.blue, animated=True)
        self.now, self.too_high = self._markers(axes)

    def _draw_size(self, axes: Axes) -> None:
        axes.set(xlim=(-4, STEPS + 4), ylim=(0, TALLEST), xlabel=self.text("step"))
        axes.set_title(self.text("size"))
        (self.growth,) = axes.plot([], [], color=COLORS.blue, animated=True)
        self.length, self.too_long = self._markers(axes)

    def _markers(self, axes: Axes) -> tuple[Line2D, Line2D]:
        """Return what marks the present step, and what marks where the curve leaves."""
        look = {"color": COLORS.red, "markeredgecolor": COLORS.black, "animated": True, "clip_on": False}
        return axes.plot([], [], "o", **look)[0], axes.plot([], [], "^", markersize=9, **look)[0]

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

    def update(self, eta: float, lam: float, steps: int, temperature: float, groups: str) -> str:
        seen = training(eta, steps, lam, groups)
        w, data = seen.w[-1], DATA[groups]
        # No weights, no opinion: the plane stays as it is, rather than in one of the two colours.
        self.surface.set_data(sigmoid(self.grid @ w) if steps else np.full((200, 200), np.nan))
        for artist, p in zip(self.lines, LINES, strict=True):
            ends = line(w, p)
            artist.set_data(([], []) if ends is None else ends.T)
        for label, artist in enumerate(self.groups):
            artist.set_data(*data[label == Y, 1:].T)
        k = np.arange(steps + 1)
        self.floor.set_data([0, STEPS], [lowest_loss(lam, groups)] * 2)
        for curve, point, exit_, values, top in (
            (self.curve, self.now, self.too_high, seen.loss, HIGHEST),
            (self.growth, self.length, self.too_long, seen.size, TALLEST),
        ):
            way = np.column_stack([k, values])
            gone = leaving.draw(curve, exit_, way, ((0, STEPS), (0, top)))
            point.set_data(*([], []) if gone else way[-1:].T)
        shares = softmax(SCORES, temperature)
        for bar, height, share in zip(self.bars, self.heights, shares, strict=True):
            bar.set_height(share)
            height.set_text(f"{share:.3f}")
        lines = self._words(eta, lam, temperature, seen, shares, groups)
        if self.own:
            lines[-1] = self._draw_own(self.own, eta, lam, steps, groups)
        return "\n".join(lines)

    def _draw_own(self, own: Own, eta: float, lam: float, steps: int, groups: str) -> str:
        """Draw the boundary of the weights that the learner's function finds, and compare them with ours."""
        named = own.takes(lam=lam)
        w = own.points((3,), DATA[groups].copy(), Y.copy(), eta, steps, **named)
        if w is None or not np.isfinite(w).all():
            self.own_line.set_data([], [])
            return own.said or self.text("own_endless", name=own.name)
        ends = line(w, 0.5)
        self.own_line.set_data(([], []) if ends is None else ends.T)
        ours = training(eta, steps, lam if named else 0.0, groups).w[-1]
        key = "same" if np.allclose(w, ours, rtol=1e-4, atol=1e-6) else "other"
        shown, expected = (", ".join(number(value, 3) for value in values) for values in (w, ours))
        return self.text(key, name=own.name, own=shown, ours=expected)

    def _words(
        self, eta: float, lam: float, temperature: float, seen: Training, shares: Floats, groups: str
    ) -> list[str]:  # fmt: skip
        w, loss = seen.w[-1], seen.loss
        numbers = {
            "eta": number(eta, 3), "lam": number(lam, 3), "steps": len(loss) - 1,
            "mistakes": seen.mistakes, "objects": len(Y),
            "w0": number(w[0], 3), "w1": number(w[1], 3), "w2": number(w[2], 3), "size": number(seen.size[-1], 3),
            "loss": number(loss[-1]), "lowest": number(lowest_loss(lam, groups)),
        }  # fmt: skip
        if len(loss) == 1:
            second = self.text("before")
        elif loss[-1] > loss[-2] + 1e-6:
            second = self.text("rises", before=number(loss[-2]), **numbers)
        else:
            second = self.text("after", width=number(np.log(9) / seen.size[-1], 3), **numbers)
        kind = "plain" if temperature == 1 else "cold" if temperature < 1 else "hot"
        listed = ", ".join(f"{share:.3f}" for share in shares)
        third = self.text(f"temperature.{kind}", t=number(temperature, 3), shares=listed)
        return [self.text("heading", **numbers), second, third]
