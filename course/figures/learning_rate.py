"""Unit 04: the learning rate decides where gradient descent on L(w) = w² + 12 goes (lectures 1 and 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Handle, InteractiveFigure, Slider, number

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from course.figures.engine.aliases import Floats, Numbers
    from course.figures.engine.own import Own

FAR = 1e6
"""A weight as good as infinite."""
LOWEST, TOP = 6.0, 62.0
"""The window of L. Every start is well inside, L(±6) = 48; a path is cut where it climbs over the top."""


@dataclass(frozen=True)
class Descent:
    """Where the descent was, and what kind of descent it is."""

    w: Floats
    """The weight after step 0, 1, … n, shape (n + 1,)."""
    loss: Floats
    """L at these weights, same shape."""
    regime: str
    """``minimum stays monotone one_step oscillates cycles`` or ``diverges``."""

    @property
    def leaves(self) -> int | None:
        """The first step that lands above the window, if one does."""
        outside = np.flatnonzero(~(self.loss <= TOP))
        return int(outside[0]) if outside.size else None


def descent(eta: float, start: float, steps: int) -> Descent:
    """Walk ``steps`` steps of w ← w − η·L′(w) with L′(w) = 2w from ``start``.

    The regime is read off the first step: every later one multiplies w by the same factor, 1 − 2η.
    """
    w = np.empty(steps + 1)
    w[0] = start
    for k in range(steps):
        w[k + 1] = w[k] - eta * 2 * w[k]
    return Descent(w, w**2 + 12, _regime(start, start - eta * 2 * start))


class LearningRate(InteractiveFigure):
    """Left, the parabola and the path on it; right, the loss after each step, at the same height."""

    name = "learning_rate"
    takes_own = True
    handles = (Handle("begin", ("start",)), Handle("end", ("eta",)))
    controls = (
        Slider("eta", 0, 1.2, 0.01, start=0.1),
        Slider("start", -6, 6, 0.1, start=5),
        Slider("steps", 1, 50, 1, start=10, play=150),
    )

    def draw(self, figure: Figure) -> None:
        left, right = self.left, self.right = figure.subplots(1, 2, sharey=True)
        w = np.linspace(-7.2, 7.2, 200)
        left.plot(w, w**2 + 12, color=COLORS.blue, linewidth=2.4)
        left.set(xlim=(-7.2, 7.2), ylim=(LOWEST, TOP), xlabel=self.text("weight"), ylabel=self.text("loss"))
        left.set_title(self.text("left"))
        right.set(xlabel=self.text("step"))
        right.set_title(self.text("right"))
        right.xaxis.get_major_locator().set_params(integer=True)
        lowest = right.axhline(12, color=COLORS.blue, linestyle="--", label=self.text("lowest"))
        right.yaxis.set_tick_params(labelleft=True)

        def twins(marker: str, label: str, **look: object) -> list[Line2D]:
            look |= {"animated": True, "clip_on": False, "label": self.text(label)}
            return [ax.plot([], [], marker, **look)[0] for ax in (left, right)]

        self.path = twins("o-", "path", color=COLORS.red, markersize=5)
        self.exit = twins("^", "exit", color=COLORS.red, markersize=11)
        self.last = twins("D", "last", color=COLORS.red, markersize=8, markeredgecolor=COLORS.black)
        # Larger than the last point and hollow: both are seen when they meet.
        self.first = twins("o", "first", color="none", markersize=14, markeredgecolor=COLORS.black, mew=1.8)
        # Hollow and dashed: it lies on our path when both agree, and both are seen.
        own_look = {"color": COLORS.purple, "linestyle": "--", "markersize": 11, "mfc": "none", "mew": 1.8}
        self.own_path = twins("s", "own", **own_look) if self.own else []
        self.begin, self.end = self.first[0], self.last[0]
        seen = [self.first[0], self.path[0], self.last[0], self.exit[0], lowest, *self.own_path[:1]]
        space = 1.2 if self.own else None
        figure.legend(handles=seen, loc="outside lower center", ncols=len(seen), columnspacing=space)

    def update(self, eta: float, start: float, steps: int) -> str:
        walk = descent(eta, start, steps)
        k = np.arange(steps + 1)
        if self.right.get_xlim()[1] != steps * 1.04:
            self.right.set_xlim(-steps * 0.04, steps * 1.04)
        sides = zip((walk.w, k), self.path, self.exit, self.first, self.last, strict=True)
        for x, path, exit_, first, last in sides:
            inside, way_out = _window(x, walk.loss, walk.leaves)
            path.set_data(*inside)
            exit_.set_data(*way_out)
            first.set_data(x[:1], walk.loss[:1])
            if walk.leaves:
                last.set_data([], [])
            else:
                last.set_data(x[-1:], walk.loss[-1:])
        words = self._words(eta, walk)
        return f"{words}\n{self._draw_own(self.own, eta, start, walk)}" if self.own else words

    def _draw_own(self, own: Own, eta: float, start: float, walk: Descent) -> str:
        """Draw where the learner's function goes, and say how that compares with our path."""
        steps = walk.w.size - 1
        w = own.points((steps + 1,), lambda w: 2 * w, start, eta, steps)
        if w is None:
            for line in self.own_path:
                line.set_data([], [])
            return own.said
        bounded = np.clip(np.nan_to_num(w, nan=FAR), -FAR, FAR)
        there = Descent(bounded, bounded**2 + 12, walk.regime)
        for line, x in zip(self.own_path, (there.w, np.arange(steps + 1)), strict=True):
            inside, _ = _window(x, there.loss, there.leaves)
            line.set_data(*inside)
        apart = np.flatnonzero(~np.isclose(w, walk.w, rtol=1e-6, atol=1e-9))
        if not apart.size:
            return self.text("same", name=own.name)
        k = int(apart[0])
        return self.text("apart", name=own.name, k=k, own=number(w[k]), ours=number(walk.w[k]))

    def _words(self, eta: float, walk: Descent) -> str:
        numbers = {
            "eta": number(eta),
            "factor": number(1 - 2 * eta),
            "start": number(walk.w[0]),
            "first": number(walk.w[1]),
            "steps": walk.w.size - 1,
            "w": number(walk.w[-1]),
            "loss": number(walk.loss[-1]),
        }
        words = f"{self.text(f'regime.{walk.regime}', **numbers)}\n{self.text('numbers', **numbers)}"
        return words if walk.leaves is None else f"{words} {self.text('leaves', k=walk.leaves)}"


def _regime(w0: float, w1: float) -> str:
    if w0 == 0:
        return "minimum"
    if w1 == w0:
        return "stays"
    if w1 == 0:
        return "one_step"
    if w1 == -w0:
        return "cycles"
    if abs(w1) > abs(w0):
        return "diverges"
    return "monotone" if w0 * w1 > 0 else "oscillates"


def _window(x: Numbers, y: Floats, leaves: int | None) -> tuple[Floats, Floats]:
    """Cut the path (x, y) where it climbs over the window's top.

    Returns the points to join and the point where they leave, with shapes (2, any) and (2, 0 or 1).
    A diverging w grows like 1.4 to the power k: matplotlib is never given such numbers.
    """
    if leaves is None:
        return np.array([x, y]), np.empty((2, 0))
    if leaves == 0:
        return np.empty((2, 0)), np.empty((2, 0))
    part = (TOP - y[leaves - 1]) / (y[leaves] - y[leaves - 1])
    way_out = np.array([[x[leaves - 1] + part * (x[leaves] - x[leaves - 1])], [TOP]])
    return np.hstack([[x[:leaves], y[:leaves]], way_out]), way_out
