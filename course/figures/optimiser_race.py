"""Unit 09: five optimisers start at one point of one landscape, with the same learning rate (lectures 2 and 4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, Slider, number
from course.landscapes import LANDSCAPES, Landscape

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from course.figures.engine.own import Own

RACERS = ("descent", "momentum", "adagrad", "rmsprop", "adam")
LONGEST = 150
"""Steps of the longest race."""
MAP = 2.0
"""The map is this many times as wide and as high as the window; a racer that leaves it is out of the race."""
LOW, HIGH = 1e-8, 30.0
"""The window of the loss on the right."""
_LOOKS = {
    "descent": {"color": COLORS.black, "linestyle": "-", "marker": "s"},
    "momentum": {"color": COLORS.orange, "linestyle": (0, (6, 2)), "marker": "^"},
    "adagrad": {"color": COLORS.green, "linestyle": (0, (5, 2, 1, 2)), "marker": "v"},
    "rmsprop": {"color": COLORS.blue, "linestyle": (0, (1, 1.2)), "marker": "D"},
    "adam": {"color": COLORS.red, "linestyle": "-", "marker": "o"},
    "own": {"color": COLORS.purple, "linestyle": (0, (4, 3)), "marker": "P"},
}


@dataclass(frozen=True)
class Race:
    """Where the racers were; the order is that of ``RACERS``, the learner's own optimiser comes after them."""

    w: np.ndarray
    """The weights, shape (LONGEST + 1, racers, 2); NaN once a racer is out."""
    loss: np.ndarray
    """The loss above the lowest one, shape (LONGEST + 1, racers)."""

    def lost(self, racer: int) -> int | None:
        """Return the step with which a racer leaves the map, if it does."""
        gone = np.flatnonzero(np.isnan(self.loss[:, racer]))
        return int(gone[0]) if gone.size else None


@lru_cache(maxsize=8)
def race(landscape: str, eta: float, alpha: float, beta1: float, beta2: float) -> Race:
    """Let all five run ``LONGEST`` steps from the start of a landscape, as one: a table tells them apart.

    Everyone has two fading totals, of slopes and of their squares, and moves by one over the root of the other. In
    the table stand what a total keeps, what it takes in, where it begins, and how much of its beginning is taken out.
    """
    land = LANDSCAPES[landscape]
    table = {
        #            slopes: keep, take, out;      squares: keep, take, begin, out
        "descent": (0, 1, 0, 1, 0, 1, 0),
        "momentum": (alpha, 1, 0, 1, 0, 1, 0),
        "adagrad": (0, 1, 0, 1, 1, 0, 0),
        "rmsprop": (0, 1, 0, alpha, 1 - alpha, 0, 0),
        "adam": (beta1, 1 - beta1, beta1, beta2, 1 - beta2, 0, beta2),
    }
    columns = np.array([table[name] for name in RACERS], dtype=float).T
    keep, take, out, keep2, take2, begin2, out2 = columns[:, :, None]
    points = np.empty((LONGEST + 1, len(RACERS), 2))
    points[0] = land.start
    total, total2 = 0.0, begin2
    with np.errstate(all="ignore"):
        for step in range(LONGEST):
            slope = land.grad(points[step])
            total, total2 = keep * total + take * slope, keep2 * total2 + take2 * slope * slope
            size = np.sqrt(total2 / (1 - out2 ** (step + 1)) + 1e-8 * (begin2 == 0))
            there = points[step] - eta / (1 - out ** (step + 1)) * total / size
            points[step + 1] = np.where(on_map(land, there)[:, None], there, np.nan)
    return Race(points, land.loss(points))


class OwnRacer:
    """Runs the learner's optimiser, which has the contract of the exercises: gradients in, weights after each out."""

    def __init__(self, own: Own) -> None:
        self.own = own
        self._begun = lru_cache(maxsize=64)(lambda *settings: ([], []))

    def path(self, landscape: str, steps: int, **settings: float) -> np.ndarray | None:
        """Return the weights, shape (LONGEST + 1, 2), NaN after ``steps`` steps or off the map; None where it fails."""
        land, named = LANDSCAPES[landscape], self.own.takes(**settings)
        points, slopes = self._begun(landscape, *settings.values())

        def go_on() -> bool:
            # It keeps its memory to itself, so it is shown all gradients from the first one after every step.
            for _ in range(len(slopes), steps):
                before = points[-1] if points else np.array(land.start)
                if not on_map(land, before):
                    break
                slope = land.grad(before)
                seen = np.array([*slopes, slope])
                points.append(self.own.ask(seen.shape, np.array(land.start), seen, **named)[-1])
                slopes.append(slope)
            return True

        if not self.own.run(go_on):
            return None
        path = np.full((LONGEST + 1, 2), np.nan)
        path[0] = land.start
        path[1 : len(points) + 1] = points or np.empty((0, 2))
        path[~on_map(land, path)] = np.nan
        path[steps + 1 :] = np.nan
        return path


def on_map(land: Landscape, w: np.ndarray) -> np.ndarray:
    """Return whether points of shape (…, 2) lie on the map of a landscape; NaN does not."""
    low, high = np.array(land.bounds).T
    return (np.abs(w - (low + high) / 2) <= MAP * (high - low) / 2).all(axis=-1)


class OptimiserRace(InteractiveFigure):
    """Left, the five paths on the contours of the landscape; right, the loss of each after every step."""

    name = "optimiser_race"
    takes_own = True
    handles = (Handle("leader", ("steps",)),)
    height = 470
    controls = (
        Choice("landscape", tuple(LANDSCAPES), start="ravine"),
        Slider("eta", 0.01, 0.6, 0.01, start=0.1),
        Slider("alpha", 0, 0.99, 0.01, start=0.9),
        Slider("beta1", 0, 0.99, 0.01, start=0.9),
        Slider("beta2", 0.9, 0.999, 0.001, start=0.999),
        Slider("steps", 0, LONGEST, 1, start=60, play=90),
    )

    def draw(self, figure: Figure) -> None:
        left, right = self.left, self.right = figure.subplots(1, 2, width_ratios=(1.25, 1))
        left.set(xlabel=self.text("first"), ylabel=self.text("second"), title=self.text("left"))
        left.grid(visible=False)
        right.set(xlabel=self.text("step"), title=self.text("right"))
        right.set(yscale="log", ylim=(LOW, HIGH), xlim=(-4, LONGEST + 4))
        right.set_yticks(10.0 ** np.arange(-8, 2, 2))
        right.minorticks_off()
        self.contours, self.shown = [], ""
        self.own_racer = OwnRacer(self.own) if self.own else None
        looks = {racer: line for racer, line in _LOOKS.items() if racer != "own" or self.own}
        look = {"animated": True, "linestyle": "none", "markeredgecolor": COLORS.black}
        (self.begin,) = left.plot([], [], "o", ms=13, mew=1.8, **look | {"color": "none"}, label=self.text("start"))
        (self.lowest,) = left.plot([], [], "*", ms=20, color=COLORS.yellow, **look, label=self.text("minimum"))
        self.paths, self.heads, self.exits = {}, {}, {}
        for racer, line in looks.items():
            line = line | {"animated": True, "markersize": 4.5, "markevery": 10, "linewidth": 1.7}
            self.paths[racer] = [ax.plot([], [], label=self._name(racer), **line)[0] for ax in (left, right)]
        for racer, line in looks.items():
            head = {"color": line["color"], "marker": line["marker"], "markersize": 9}
            self.heads[racer] = [ax.plot([], [], **look | head)[0] for ax in (left, right)]
            cross = {"color": line["color"], "marker": "X", "markersize": 10, "clip_on": False}
            (self.exits[racer],) = right.plot([], [], **look | cross)
        self.leader = self.heads["adam"][1]
        seen = [*(path[0] for path in self.paths.values()), self.begin, self.lowest]
        figure.legend(handles=seen, loc="outside lower center", ncols=4, handlelength=3.4)

    def update(self, landscape: str, eta: float, alpha: float, beta1: float, beta2: float, steps: int) -> str:
        if landscape != self.shown:
            self._show(LANDSCAPES[landscape])
        result = self._with_own(race(landscape, eta, alpha, beta1, beta2), landscape, eta, alpha, beta1, beta2, steps)
        k = np.arange(steps + 1)
        for number_, racer in enumerate(self.paths):
            lost = result.lost(number_)
            until = steps + 1 if lost is None else min(lost, steps + 1)
            w = result.w[:until, number_]
            # A loss of exactly 0 has no place on a log scale: it leaves the picture at the bottom.
            loss = np.maximum(result.loss[:until, number_], LOW * 1e-6)
            alive = until == steps + 1
            (path, curve), (head, point) = self.paths[racer], self.heads[racer]
            path.set_data(*w.T)
            curve.set_data(*(k[:until], loss) if alive else ([*k[:until], lost], [*loss, HIGH]))
            head.set_data(*w[-1:].T if alive else ([], []))
            point.set_data(*(k[-1:], loss[-1:]) if alive else ([], []))
            self.exits[racer].set_data(*([], []) if alive else ([lost], [HIGH]))
        words = self._words(landscape, eta, steps, result)
        return f"{words}\n{self._about_own(steps, result)}".strip() if self.own else words

    def _with_own(
        self, result: Race, landscape: str, eta: float, alpha: float, beta1: float, beta2: float, steps: int
    ) -> Race:
        """Let the learner's optimiser run too, where there is one. Where it fails, it is nowhere."""
        if not self.own_racer:
            return result
        path = self.own_racer.path(landscape, steps, learning_rate=eta, alpha=alpha, beta1=beta1, beta2=beta2)
        if path is None:
            path = np.full((LONGEST + 1, 2), np.nan)
        w = np.concatenate([result.w, path[:, None]], axis=1)
        return Race(w, LANDSCAPES[landscape].loss(w))

    def _about_own(self, steps: int, result: Race) -> str:
        """Say what went wrong in the learner's optimiser, or whom of ours it has followed all the way."""
        if self.own.said or steps == 0:
            return self.own.said
        near = np.isclose(result.w[: steps + 1], result.w[: steps + 1, -1:], rtol=1e-4, atol=1e-6, equal_nan=True)
        same = [racer for racer, followed in zip(RACERS, near.all(axis=(0, 2)), strict=False) if followed]
        return self.text("same", own=self.own.name, racer=self.text(same[0])) if same else ""

    def _name(self, racer: str) -> str:
        return self.text("own", own=self.own.name) if racer == "own" else self.text(racer)

    def _show(self, land: Landscape) -> None:
        """Put another landscape under the paths."""
        for contour in self.contours:
            contour.remove()
        x, y = (np.linspace(*ends, 90) for ends in land.bounds)
        height = land.loss(np.stack(np.meshgrid(x, y), axis=-1))
        levels = height.max() * np.linspace(0, 1, 13) ** 3
        self.contours = [
            self.left.contourf(x, y, height, levels, cmap="Greys", alpha=0.3),
            self.left.contour(x, y, height, levels, colors=COLORS.grey, linewidths=0.7, alpha=0.7),
        ]
        self.left.set(xlim=land.bounds[0], ylim=land.bounds[1])
        self.begin.set_data(*([value] for value in land.start))
        self.lowest.set_data(*np.array(land.minima).T)
        self.shown = land.name

    def _words(self, landscape: str, eta: float, steps: int, result: Race) -> str:
        racers = [racer for racer in self.paths if racer != "own" or not self.own.said]
        running = {
            racer: result.loss[steps, n] for n, racer in enumerate(racers) if not np.isnan(result.loss[steps, n])
        }
        order = sorted(running, key=running.__getitem__)
        names = {"land": self.text(f"options.landscape.{landscape}"), "eta": number(eta), "steps": steps}
        if steps == 0:
            return self.text("begin", loss=number(result.loss[0, 0], 3), **names)
        if not order:
            return self.text("all_lost", **names)
        lines = [self.text("ahead", name=self._name(order[0]), loss=number(running[order[0]], 2), **names)]
        if order[1:]:
            rest = [self.text("one", name=self._name(racer), loss=number(running[racer], 2)) for racer in order[1:]]
            lines.append(self.text("rest", rest=", ".join(rest)))
        gone = [
            self.text("lost", name=self._name(racer), k=result.lost(n))
            for n, racer in enumerate(racers)
            if racer not in running
        ]
        return "\n".join([*lines, " ".join([*gone, *self._remark(landscape, steps, result, order)]).strip()]).strip()

    def _remark(self, landscape: str, steps: int, result: Race, order: list[str]) -> list[str]:
        """Say what the landscape asks: who has left the ridge, who has reached the deeper valley."""
        if landscape not in ("saddle", "two_minima"):
            return []
        w = result.w[steps]
        done = np.abs(w[:, 1]) > 0.5 if landscape == "saddle" else w[:, 0] < 0.3
        who = [self._name(racer) for n, racer in enumerate(self.paths) if racer in order and done[n]]
        return [self.text(f"done.{landscape}", who=", ".join(who)) if who else self.text(f"nobody.{landscape}")]
