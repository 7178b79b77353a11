"""Unit 06: full, mini-batch and stochastic gradient descent on the same contours (lectures 1, 2 and 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Handle, InteractiveFigure, Slider, leaving, number, power

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from course.figures.engine.aliases import Counts, Floats

M = 40
"""Objects in the sample."""
START = np.array([-1.2, -0.9])
FAR = 30.0
"""A weight of this size is far outside the window: the walk ends there."""
OVERHEAD, EACH = 4.0, 0.5
"""The stated cost in microseconds: so much for every update, and so much for every object in its batch."""
GOAL = 1.0
"""An excess loss that counts as arrived."""
LOW, HIGH = 1e-3, 1e2
"""The range of the excess loss that the curves show."""
DRAWN = 60
"""More points of a walk would make a longer way for the hand to wait, and no other picture."""
MEASURES = {"gradients": (0.8, 1500.0), "updates": (0.8, 1500.0), "time": (3.0, 8000.0)}
"""What a walk can cost, and the range of each chart."""
WINDOW = ((-2.4, 3.4), (-1.5, 4.1))
"""The ranges of w₀ and w₁ on the left."""


def sample() -> tuple[Floats, Floats]:
    """Return X of shape (M, 2), ones beside one feature, and y of shape (M,): a line with noise."""
    rng = np.random.default_rng(5)
    feature = 0.7 + np.sqrt(12) * ((np.arange(M) + 0.5) / M - 0.5)
    return np.column_stack([np.ones(M), feature]), 1 + 2 * feature + rng.normal(size=M)


X, Y = sample()
BEST = np.linalg.lstsq(X, Y, rcond=None)[0]
"""The weights with the smallest mean squared error."""


def excess(w: Floats) -> Floats:
    """Return how far the mean squared error of ``w``, shape (…, 2), is above the smallest one."""
    # Q(w) − Q(best) is exactly the mean square of X(w − best): nothing is subtracted that is nearly equal.
    return np.mean(((np.asarray(w) - BEST) @ X.T) ** 2, axis=-1)


@dataclass(frozen=True)
class Walk:
    """One walk: where it was, what that had cost, how good it was."""

    w: Floats
    """The weights after 0, 1, … updates, shape (updates + 1, 2)."""
    gradients: Counts
    """How many gradients of single objects had been computed by then, shape (updates + 1,)."""
    updates: Counts
    """0, 1, …, same shape."""
    excess: Floats
    """The loss above the smallest one, same shape."""
    lost: bool
    """Whether the walk left for ever; it ends with the first point that is far away."""

    @property
    def time(self) -> Floats:
        """Microseconds by then, as the stated cost of an update has it; same shape."""
        return OVERHEAD * self.updates + EACH * self.gradients

    def arrival(self, measure: str) -> float | None:
        """Return what the walk had cost, in this measure, when it first came within GOAL, if it ever did."""
        arrived = np.flatnonzero(self.excess <= GOAL)
        return float(getattr(self, measure)[arrived[0]]) if arrived.size else None

    @property
    def level(self) -> float:
        """The excess loss, averaged over the updates of the last M gradients."""
        return float(np.mean(self.excess[self.gradients > self.gradients[-1] - M]))


def walk(eta: float, batch_size: int, epochs: int, luck: int) -> Walk:
    """Walk ``epochs`` epochs from ``START`` in shuffled batches; ``luck`` seeds the random order."""
    rng = np.random.default_rng(luck)
    w, cost, lost = [START], [0], False
    for _ in range(epochs):
        order = rng.permutation(M)
        for begin in range(0, M, batch_size):
            if lost:
                break
            rows = order[begin : begin + batch_size]
            residuals = X[rows] @ w[-1] - Y[rows]
            w.append(w[-1] - eta * 2 * (X[rows].T @ residuals) / len(rows))
            cost.append(cost[-1] + len(rows))
            lost = bool(np.abs(w[-1]).max() > FAR)
    path = np.array(w)
    return Walk(path, np.array(cost), np.arange(len(path)), excess(path), lost)


def thinned(count: int) -> Counts:
    """Return which of so many points of a walk are drawn: at most DRAWN, from the first to the last, ever fewer."""
    if count <= DRAWN:
        return np.arange(count)
    return np.unique(np.geomspace(1, count, DRAWN).round().astype(int) - 1)


class ThreePaths(InteractiveFigure):
    """Three paths on the contours of the loss; the loss of each against gradients, updates and time."""

    name = "three_paths"
    handles = (Handle("done", ("epochs",)), Handle("ended", ("epochs",)))
    height = 370
    controls = (
        Slider("eta", 0.01, 0.55, 0.01, start=0.05),
        Slider("batch_size", 1, M, 1, start=8),
        Slider("epochs", 1, 30, 1, start=10, play=250),
        Slider("luck", 1, 20, 1, start=1),
    )

    def draw(self, figure: Figure) -> None:
        left, *charts = figure.subplots(1, 4, width_ratios=(1.75, 1, 1, 1))
        self._contours(left)
        left.set(xlim=WINDOW[0], ylim=WINDOW[1], xlabel=self.text("intercept"), ylabel=self.text("slope"))
        left.set_title(self.text("left"))
        for axes, (measure, limits) in zip(charts, MEASURES.items(), strict=True):
            axes.set(xscale="log", yscale="log", xlim=limits, ylim=(LOW, HIGH), xlabel=self.text(f"measure.{measure}"))
            axes.set_xticks([limit for limit in (1, 10, 100, 1000) if limit > limits[0]])
            axes.minorticks_off()
            for axis in (axes.xaxis, axes.yaxis):
                axis.set_major_formatter(power)
            axes.axhline(GOAL, color=COLORS.grey, linestyle="--", linewidth=1)
            axes.tick_params(labelleft=axes is charts[0])
        charts[0].set_ylabel(self.text("excess"), labelpad=0)
        charts[1].set_title(self.text("right"))
        looks = {
            "sgd": {"color": COLORS.orange, "linewidth": 1.0},
            "mini": {"color": COLORS.blue, "linewidth": 2.2, "linestyle": (0, (5, 1))},
            "full": {"color": COLORS.black, "linewidth": 2.0, "marker": "s", "markersize": 5},
        }
        self.lines = {
            key: [axes.plot([], [], animated=True, label=self.text(key), **look)[0] for axes in (left, *charts)]
            for key, look in looks.items()
        }
        out = {"linestyle": "", "markersize": 10, "mec": COLORS.black, "clip_on": False, "animated": True, "zorder": 4}
        self.exits = {
            key: [axes.plot([], [], "^", color=look["color"], **out)[0] for axes in (left, *charts)]
            for key, look in looks.items()
        }
        self.ended, self.done = self.lines["full"][:2]
        star = {"color": COLORS.yellow, "markersize": 17, "mec": COLORS.black, "zorder": 5, "animated": True}
        (best,) = left.plot(*BEST, "*", label=self.text("best"), **star)
        (start,) = left.plot(*START, "D", color="white", markersize=9, mec=COLORS.black, label=self.text("start"))
        seen = [*(self.lines[key][0] for key in ("full", "mini", "sgd")), start, best]
        figure.legend(handles=seen, loc="outside lower center", ncols=len(seen))

    def _contours(self, axes: Axes) -> None:
        grid = np.stack(np.meshgrid(*(np.linspace(*ends, 60) for ends in WINDOW)), axis=-1)
        levels = [0.03, 0.3, 1, 3, 8, 16, 32, 64]
        axes.contour(grid[..., 0], grid[..., 1], excess(grid), levels, colors=COLORS.grey, linewidths=0.8, alpha=0.7)

    def update(self, eta: float, batch_size: int, epochs: int, luck: int) -> str:
        walks = {key: walk(eta, size, epochs, luck) for key, size in (("full", M), ("mini", batch_size), ("sgd", 1))}
        for key, seen in walks.items():
            (path, *curves), (out, *outs) = self.lines[key], self.exits[key]
            leaving.draw(path, out, seen.w[thinned(seen.w.shape[0])], WINDOW)
            # Before its first update a walk has no place on a log scale.
            some = thinned(seen.w.shape[0])[1:]
            heights = np.maximum(seen.excess, LOW / 100)[some]
            for curve, head, (measure, limits) in zip(curves, outs, MEASURES.items(), strict=True):
                points = np.column_stack([getattr(seen, measure)[some], heights])
                leaving.draw(curve, head, points, (limits, (LOW / 100, HIGH)))
        return self._words(eta, batch_size, epochs, walks)

    def _words(self, eta: float, batch_size: int, epochs: int, walks: dict[str, Walk]) -> str:
        numbers = {"eta": number(eta), "size": batch_size, "epochs": epochs, "overhead": OVERHEAD, "each": EACH}
        parts = []
        for key, each in walks.items():
            costs = {"updates": each.updates[-1], "time": number(each.time[-1])}
            ending = "lost" if each.lost else "level"
            parts.append(self.text(ending, name=self.text(key), level=number(each.level, 2), **costs))
        last = self._first(walks)
        if batch_size in (1, M):
            last = f"{self.text('same.sgd' if batch_size == 1 else 'same.full')} {last}"
        return "\n".join([self.text("heading", **numbers), *parts, last])

    def _first(self, walks: dict[str, Walk]) -> str:
        """Say who came near the minimum at the least cost, in each measure."""
        if all(each.lost for each in walks.values()):
            return self.text("all_lost")
        found = []
        for measure in MEASURES:
            costs = {key: cost for key, each in walks.items() if (cost := each.arrival(measure)) is not None}
            if not costs:
                return self.text("nobody", goal=number(GOAL))
            least = min(costs.values())
            names = ", ".join(self.text(key) for key in costs if costs[key] == least)
            found.append(self.text(f"first.{measure}", names=names, cost=number(least)))
        return self.text("arrived", goal=number(GOAL), found="; ".join(found))
