"""Unit 06: full, mini-batch and stochastic gradient descent on the same contours (lectures 1, 2 and 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Handle, InteractiveFigure, Slider, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

M = 40
"""Objects in the sample."""
START = np.array([-1.2, -0.9])
FAR = 30.0
"""A weight of this size is far outside the window: the walk ends there."""
LOW, HIGH = 1e-4, 1e3
"""The range of the excess loss that the right-hand picture shows."""
WINDOW = ((-2.4, 3.4), (-1.5, 4.1))
"""The ranges of w₀ and w₁ on the left."""


def sample() -> tuple[np.ndarray, np.ndarray]:
    """Return X of shape (M, 2), ones beside one feature, and y of shape (M,): a line with noise."""
    rng = np.random.default_rng(5)
    feature = 0.7 + np.sqrt(12) * ((np.arange(M) + 0.5) / M - 0.5)
    return np.column_stack([np.ones(M), feature]), 1 + 2 * feature + rng.normal(size=M)


X, Y = sample()
BEST = np.linalg.lstsq(X, Y, rcond=None)[0]
"""The weights with the smallest mean squared error."""


def excess(w: np.ndarray) -> np.ndarray:
    """Return how far the mean squared error of ``w``, shape (…, 2), is above the smallest one."""
    # Q(w) − Q(best) is exactly the mean square of X(w − best): nothing is subtracted that is nearly equal.
    return np.mean(((np.asarray(w) - BEST) @ X.T) ** 2, axis=-1)


@dataclass(frozen=True)
class Walk:
    """One walk: where it was, what that had cost, how good it was."""

    w: np.ndarray
    """The weights after 0, 1, … updates, shape (updates + 1, 2)."""
    gradients: np.ndarray
    """How many gradients of single objects had been computed by then, shape (updates + 1,)."""
    excess: np.ndarray
    """The loss above the smallest one, same shape."""
    lost: bool
    """Whether the walk left for ever; it ends with the first point that is far away."""

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
    return Walk(path, np.array(cost), excess(path), lost)


class ThreePaths(InteractiveFigure):
    """Left, three paths on the contours of the loss; right, the loss of each against what it has cost."""

    name = "three_paths"
    handles = (Handle("done", ("epochs",)),)
    height = 430
    controls = (
        Slider("eta", 0.01, 0.55, 0.01, start=0.05),
        Slider("batch_size", 1, M, 1, start=8),
        Slider("epochs", 1, 30, 1, start=6),
        Slider("luck", 1, 20, 1, start=1),
    )

    def draw(self, figure: Figure) -> None:
        left, right = self.left, self.right = figure.subplots(1, 2)
        self._contours(left)
        left.set(xlim=WINDOW[0], ylim=WINDOW[1], xlabel=self.text("intercept"), ylabel=self.text("slope"))
        left.set_title(self.text("left"))
        right.set(yscale="log", ylim=(LOW, HIGH), xlabel=self.text("cost"), ylabel=self.text("excess"))
        right.set_title(self.text("right"))
        looks = {
            "sgd": {"color": COLORS.orange, "linewidth": 1.0, "marker": ".", "markersize": 3},
            "mini": {"color": COLORS.blue, "linewidth": 1.6, "marker": "o", "markersize": 4},
            "full": {"color": COLORS.black, "linewidth": 2.0, "marker": "s", "markersize": 6},
        }
        self.lines = {
            key: [ax.plot([], [], animated=True, label=self.text(key), **look)[0] for ax in (left, right)]
            for key, look in looks.items()
        }
        self.done = self.lines["full"][1]
        (best,) = left.plot(*BEST, "*", color=COLORS.red, markersize=15, mec=COLORS.black, label=self.text("best"))
        (start,) = left.plot(*START, "D", color="white", markersize=9, mec=COLORS.black, label=self.text("start"))
        seen = [*(self.lines[key][0] for key in ("full", "mini", "sgd")), start, best]
        figure.legend(handles=seen, loc="outside lower center", ncols=len(seen))

    def _contours(self, axes: Axes) -> None:
        grid = np.stack(np.meshgrid(*(np.linspace(*ends, 120) for ends in WINDOW)), axis=-1)
        levels = [0.03, 0.3, 1, 3, 8, 16, 32, 64]
        axes.contour(grid[..., 0], grid[..., 1], excess(grid), levels, colors=COLORS.grey, linewidths=0.8, alpha=0.7)

    def update(self, eta: float, batch_size: int, epochs: int, luck: int) -> str:
        if self.right.get_xlim()[1] != epochs * M * 1.03:
            self.right.set_xlim(-epochs * M * 0.03, epochs * M * 1.03)
        walks = {key: walk(eta, size, epochs, luck) for key, size in (("full", M), ("mini", batch_size), ("sgd", 1))}
        for key, (path, curve) in self.lines.items():
            path.set_data(walks[key].w.T)
            curve.set_data(walks[key].gradients, np.maximum(walks[key].excess, LOW / 100))
        return self._words(eta, batch_size, epochs, walks)

    def _words(self, eta: float, batch_size: int, epochs: int, walks: dict[str, Walk]) -> str:
        numbers = {"eta": number(eta), "size": batch_size, "epochs": epochs, "gradients": epochs * M}
        parts = []
        for key, each in walks.items():
            ending = "lost" if each.lost else "level"
            name = self.text(key)
            parts.append(self.text(ending, name=name, updates=each.w.shape[0] - 1, level=number(each.level, 2)))
        alive = {key: each.level for key, each in walks.items() if not each.lost}
        if not alive:
            last = self.text("all_lost")
        elif batch_size in (1, M) and (twin := "sgd" if batch_size == 1 else "full"):
            last = self.text(f"same.{twin}")
        else:
            last = self.text("lowest", name=self.text(min(alive, key=alive.__getitem__)))
        return "\n".join([self.text("heading", **numbers), *parts, last])
