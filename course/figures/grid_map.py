"""Unit 11: a grid of learning rates and numbers of steps, what each combination is worth, and what the grid costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import numpy as np

from course.estimator import way_walked
from course.figures.engine import COLORS, FIXED, Choice, Handle, InteractiveFigure, LogSlider, Slider, number, power

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.collections import QuadMesh
    from matplotlib.figure import Figure
    from threadpoolctl import ThreadpoolController

    from course.figures.engine.aliases import Counts, Floats, Keywords, Numbers

OBJECTS = 200
"""Patients of scikit-learn's diabetes set: few enough for a long descent to learn them by heart."""
LONGEST = 1000
"""Steps of the longest descent; the shortest has one."""
MOST, MOST_FOLDS, SPLITS = 12, 10, 8
RUNS_AWAY = -1.0
"""A score below this is a descent that diverges."""
FLOOR, CEILING = 0.0, 0.5
"""The scores that the colours tell apart."""


@dataclass(frozen=True)
class Search:
    """A grid, the score of each of its cells, and its cost."""

    etas: Floats
    """The learning rates, shape (n,)."""
    steps: Counts
    """The numbers of steps, shape (n,)."""
    scores: Floats
    """R², mean over the folds, shape (n, n): a row for each number of steps. NaN where the descent diverges."""
    parts: Floats
    """R² on each fold, shape (folds, n, n)."""
    folds: int

    @property
    def best(self) -> tuple[int, int]:
        """Row and column of the largest score."""
        row, column = np.unravel_index(np.nanargmax(self.scores), self.scores.shape)
        return int(row), int(column)

    @property
    def second(self) -> tuple[int, int]:
        """Row and column of the second largest score, or of the largest, where all others diverge."""
        rest = self.scores.copy()
        rest[self.best] = np.nan
        if np.isnan(rest).all():
            return self.best
        row, column = np.unravel_index(np.nanargmax(rest), rest.shape)
        return int(row), int(column)

    def lead(self) -> Floats:
        """Return by how much the best cell is ahead of the second on each fold, shape (folds,)."""
        return self.parts[:, *self.best] - self.parts[:, *self.second]

    @property
    def top(self) -> float:
        """The largest score."""
        return float(np.nanmax(self.scores))

    @property
    def fits(self) -> int:
        """Trainings: every cell on every fold, then the winner on all the data."""
        return self.scores.size * self.folds + 1

    @property
    def gradients(self) -> int:
        """Steps of descent in all these trainings."""
        return int(self.steps.sum()) * self.etas.size * self.folds + int(self.steps[self.best[0]])


@lru_cache(maxsize=512)
def search(low: float, high: float, values: int, spacing: str, folds: int, split: int = 1) -> Search:
    """Cross-validate ``values`` learning rates from low to high against as many numbers of steps from 1 to LONGEST.

    spacing: ``"log"`` for equal ratios of the learning rates, ``"even"`` for equal differences.
    split: in which of ``SPLITS`` ways the patients are dealt out to the folds.

    The model is linear in the ten columns of the diabetes set, their squares and their products, and is trained by
    gradient descent on the mean squared error from zero. No step is walked: see :func:`course.estimator.way_walked`.
    """
    etas = np.geomspace(low, high, values) if spacing == "log" else np.linspace(low, high, values)
    steps = np.round(np.geomspace(1, LONGEST, values)).astype(int)
    parts = []
    with np.errstate(all="ignore"), _blas().limit(limits=1, user_api="blas"):
        for curvature, pull, held_out, target in _folds(folds, split):
            share = way_walked(curvature, curvature <= 1e-9, etas[:, None], steps[:, None, None])
            error = ((share * pull) @ held_out.T - target) ** 2
            parts.append(1 - error.mean(axis=-1) / target.var())
        scores = np.mean(parts, axis=0)
    return Search(etas, steps, np.where(scores > RUNS_AWAY, scores, np.nan), np.array(parts), folds)


@lru_cache(maxsize=1)
def _blas() -> ThreadpoolController:
    """Matrices of 65 columns are small: threads that wait for each other cost far more than they bring."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


@lru_cache(maxsize=MOST_FOLDS * SPLITS)
def _folds(folds: int, split: int) -> list[tuple[Floats, Floats, Floats, Floats]]:
    """Return for each fold the curvatures λ of the bowl, the pull and the held-out rows along its axes, the target.

    Every fold is scaled by the mean and the spread of its own training part.
    """
    X, y = _data()
    places = np.arange(len(X)) if split == 1 else np.random.default_rng(split).permutation(len(X))
    parts = []
    for fold in range(folds):
        held_out = places % folds == fold
        train, target = X[~held_out], y[~held_out] - y[~held_out].mean()
        mean, spread = train.mean(axis=0), train.std(axis=0)
        train = (train - mean) / spread
        curvature, axes = np.linalg.eigh(2 / len(train) * train.T @ train)
        pull = 2 / len(train) * axes.T @ (train.T @ target)
        rest = (X[held_out] - mean) / spread @ axes
        parts.append((curvature, pull, rest, y[held_out] - y[~held_out].mean()))
    return parts


@lru_cache(maxsize=1)
def _data() -> tuple[Floats, Floats]:
    """Return the first patients of the diabetes set with squares and products, (200, 65), and their target."""
    from sklearn.datasets import load_diabetes

    X, y = load_diabetes(return_X_y=True)
    one, other = np.triu_indices(X.shape[1])
    return np.hstack([X, X[:, one] * X[:, other]])[:OBJECTS], y[:OBJECTS]


class GridMap(InteractiveFigure):
    """Left, the grid with its scores; right, what finer grids gain and cost, and the best row, fold by fold."""

    name = "grid_map"
    handles = (Handle("here", ("values",)),)
    height = 430
    controls = (
        LogSlider("low", 1e-5, 1e-3, 2, start=1e-4),
        LogSlider("high", 1e-2, 1.0, 2, start=1.0),
        Slider("values", 2, MOST, 1, start=4),
        Slider("folds", 2, MOST_FOLDS, 1, start=5),
        Slider("split", 1, SPLITS, 1, start=1),
        Choice("spacing", ("log", "even"), start="log"),
    )

    def draw(self, figure: Figure) -> None:
        from matplotlib.cm import ScalarMappable
        from matplotlib.collections import PolyCollection
        from matplotlib.colors import Normalize
        from matplotlib.lines import Line2D
        from matplotlib.patches import Patch, Rectangle
        from matplotlib.ticker import NullLocator

        places = figure.subplot_mosaic([["grid", "finer"], ["grid", "row"]], width_ratios=(1.45, 1))
        left, right = self.left, self.right = places["grid"], places["finer"]
        self._draw_row(places["row"])
        left.set(xscale="log", yscale="log", xlim=(2.2e-6, 5), ylim=(0.3, 3_300))
        left.set(xlabel=self.text("rate"), ylabel=self.text("steps"), title=self.text("left"))
        left.grid(False)
        norm = Normalize(FLOOR, CEILING)
        colours = ScalarMappable(norm, "cividis")
        bar = figure.colorbar(colours, ax=left, label=self.text("score"), extend="min", pad=0.02)
        # It is made of strips, between which a page shows seams; a picture has none.
        cast("QuadMesh", bar.solids).set_visible(False)
        bar.ax.imshow(
            np.linspace(FLOOR, CEILING, 200)[:, None], norm=norm, cmap=colours.cmap, animated=True,
            origin="lower", aspect="auto", extent=(0, 1, FLOOR, CEILING), interpolation="nearest", gid=FIXED,
        )  # fmt: skip
        look: Keywords = {"edgecolors": "white", "linewidths": 0.6, "animated": True}
        self.cells = PolyCollection([], norm=norm, cmap=colours.cmap, gid=FIXED, **look)
        self.lost = PolyCollection([], facecolors="#EEEEEE", hatch="////", **look | {"edgecolors": COLORS.grey})
        left.add_collection(self.cells, autolim=False)
        left.add_collection(self.lost, autolim=False)
        self.frame = Rectangle((1, 1), 1, 1, fill=False, edgecolor=COLORS.red, linewidth=3.2, animated=True)
        left.add_patch(self.frame)
        look = {"color": "white", "mec": COLORS.black, "linestyle": "", "markersize": 7, "animated": True}
        (self.winners,) = left.plot([], [], "o", **look, label=self.text("winners"))
        centred: Keywords = {"ha": "center", "va": "center", "fontsize": 9, "animated": True, "gid": FIXED}
        self.numbers = [left.text(1, 1, "", **centred) for _ in range(49)]

        right.set(xscale="log", xlim=(6, 2200), ylim=(-0.05, 0.5), xlabel=self.text("fits"), ylabel=self.text("top"))
        right.set_title(self.text("right"))
        (self.curve,) = right.plot([], [], "o-", color=COLORS.blue, markersize=4, animated=True)
        (self.here,) = right.plot([], [], "D", color=COLORS.red, markersize=9, markeredgecolor="black", animated=True)
        seen = [
            Patch(fill=False, edgecolor=COLORS.red, linewidth=2.5, label=self.text("best")),
            Patch(facecolor="#EEEEEE", edgecolor=COLORS.grey, hatch="////", label=self.text("lost")),
            Line2D([], [], marker="o", color=COLORS.blue, markersize=4, label=self.text("finer")),
            Line2D([], [], marker="D", color=COLORS.red, mec="black", linestyle="", label=self.text("here")),
            self.winners, self.each, self.means,
        ]  # fmt: skip
        for axis in (left.xaxis, left.yaxis, right.xaxis, places["row"].xaxis):
            axis.set_major_formatter(power)
            axis.set_minor_locator(NullLocator())
        figure.legend(handles=seen, loc="outside lower center", ncols=4)

    def _draw_row(self, axes: Axes) -> None:
        axes.set(xscale="log", xlim=(2.2e-6, 5), ylim=(-0.1, 0.75), xlabel=self.text("rate"), title=self.text("row"))
        look: Keywords = {"animated": True, "linestyle": ""}
        (self.each,) = axes.plot([], [], "x", color=COLORS.grey, ms=4, mew=1, label=self.text("each"), **look)
        (self.spread,) = axes.plot([], [], color=COLORS.blue, linewidth=2, animated=True)
        (self.means,) = axes.plot([], [], "o", color=COLORS.blue, ms=5, label=self.text("means"), **look)
        (self.winner,) = axes.plot([], [], "D", color=COLORS.red, ms=8, mec="black", **look)

    def update(self, low: float, high: float, values: int, folds: int, split: int, spacing: str) -> str:
        found = search(low, high, values, spacing, folds, split)
        across, up = _edges(found.etas), _edges(found.steps)
        corners = [
            [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
            for y0, y1 in zip(up, up[1:], strict=False)
            for x0, x1 in zip(across, across[1:], strict=False)
        ]
        scores = found.scores.ravel()
        kept = ~np.isnan(scores)
        self.cells.set_verts([box for box, keep in zip(corners, kept, strict=True) if keep])
        self.cells.set_array(scores[kept])
        self.lost.set_verts([box for box, keep in zip(corners, kept, strict=True) if not keep])
        row, column = found.best
        self.frame.set_bounds(across[column], up[row], across[column + 1] - across[column], up[row + 1] - up[row])
        self._write_numbers(found, across, up)
        finer = [search(low, high, n, spacing, folds, split) for n in range(2, MOST + 1)]
        self.curve.set_data([other.fits for other in finer], [other.top for other in finer])
        self.here.set_data([found.fits], [found.top])
        others = [search(low, high, values, spacing, folds, other) for other in range(1, SPLITS + 1)]
        winners = {other.best for other in others}
        # In the upper part of the cell: its number stands in the middle.
        heights = [np.sqrt(found.steps[n] * up[n + 1]) for n, _ in winners]
        self.winners.set_data([found.etas[k] for _, k in winners], heights)
        self._show_row(found)
        return self._words(found, len(winners))

    def _show_row(self, found: Search) -> None:
        """Show mean, spread and every fold of the cells that make as many steps as the best one."""
        row, column = found.best
        kept = ~np.isnan(found.scores[row])
        etas, parts = found.etas[kept], found.parts[:, row, kept]
        mean, spread = parts.mean(axis=0), parts.std(axis=0)
        self.each.set_data(np.tile(etas, found.folds), parts.ravel())
        self.means.set_data(etas, mean)
        gap = np.full(etas.size, np.nan)
        self.spread.set_data(np.repeat(etas, 3), np.column_stack([mean - spread, mean + spread, gap]).ravel())
        self.winner.set_data([found.etas[column]], [found.top])

    def _write_numbers(self, found: Search, across: Floats, up: Floats) -> None:
        """Write the score into the middle of every cell that is wide enough for it."""
        widths = np.diff(np.log10(across))
        places = [
            (x, y, score)
            for y, row in zip(np.sqrt(up[1:] * up[:-1]), found.scores, strict=True)
            for x, width, score in zip(np.sqrt(across[1:] * across[:-1]), widths, row, strict=True)
            if width > 0.55 and not np.isnan(score)
        ]
        places = places if len(found.steps) <= 7 else []
        for artist in self.numbers[len(places) :]:
            artist.set_text("")
        for artist, (x, y, score) in zip(self.numbers, places, strict=False):
            words = f"{score:.2f}".replace("-", "−")
            artist.set(position=(x, y), text=words, color="black" if score > 0.28 else "white")

    def _words(self, found: Search, winners: int) -> str:
        row, column = found.best
        lost = int(np.isnan(found.scores).sum())
        numbers = {
            "eta": number(found.etas[column], 3),
            "k": found.steps[row],
            "score": number(found.top, 3),
            "values": found.etas.size,
            "folds": found.folds,
            "fits": found.fits,
            "gradients": f"{found.gradients:,}".replace(",", "\u202f"),
            "lost": lost,
            "cells": found.scores.size,
            "spread": number(found.parts[:, row, column].std(), 2),
            "second": number(found.scores[found.second], 3),
            "lead": number(found.lead().mean(), 2),
            "lead_spread": number(found.lead().std(), 2),
            "ahead": int((found.lead() > 0).sum()),
            "splits": SPLITS,
            "winners": winners,
        }
        lost_text = self.text("some_lost" if lost else "none_lost", **numbers)
        cost = f"{self.text('cost', **numbers)} {lost_text}"
        return "\n".join([self.text("found", **numbers), self.text("compared", **numbers), cost])


def _edges(values: Numbers) -> Floats:
    """Return where the cells around ``values`` begin and end on a log axis, shape (n + 1,)."""
    logs = np.log10(values)
    middle = (logs[1:] + logs[:-1]) / 2
    # No end cell is wider than half a factor of ten on its outer side.
    first, last = min(middle[0] - logs[0], 0.5), min(logs[-1] - middle[-1], 0.5)
    return 10.0 ** np.concatenate([[logs[0] - first], middle, [logs[-1] + last]])
