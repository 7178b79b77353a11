"""Unit 09: five optimisers race on one landscape, with one learning rate for all or each with its best (L2, L4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, Slider, leaving, number, power
from course.landscapes import LANDSCAPES, Landscape

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.contour import QuadContourSet
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from course.figures.engine.aliases import Counts, Floats
    from course.figures.engine.own import Own

RACERS = ("descent", "momentum", "adagrad", "rmsprop", "adam")
LONGEST = 150
"""Steps of the longest race."""
MAP = 2.0
"""The map is this many times as wide and as high as the window; a racer that leaves it is out of the race."""
LOW, HIGH = 1e-5, 20.0
"""The window of the loss on the right."""
FLOOR = LOW * 1e-6
"""A loss of exactly 0 has no place on a log scale: it leaves the picture at the bottom."""
RATES = np.geomspace(0.01, 10, 91)
"""The learning rates among which each finds its best one."""
TUNED, SETTLED = 60, 50
"""The best rate is that whose highest loss from step 50 to step 60 is the lowest: passing by is not arriving."""
ARRIVED = 0.01
"""A hundred times closer than the start."""
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

    w: Floats
    """The weights, shape (LONGEST + 1, racers, 2); NaN after the step with which a racer leaves the map."""
    loss: Floats
    """The loss above the lowest one, shape (LONGEST + 1, racers)."""
    lost: Counts
    """The step with which each leaves the map, shape (racers,); LONGEST + 1 where it does not."""


@lru_cache(maxsize=8)
def race(landscape: str, eta: float | tuple[float, ...], alpha: float, beta1: float, beta2: float) -> Race:
    """Let all five run ``LONGEST`` steps from the start of a landscape, with one ``eta`` or each with its own."""
    land = LANDSCAPES[landscape]
    return raced(land, _walks(land, np.broadcast_to(eta, len(RACERS)), alpha, beta1, beta2, LONGEST))


def raced(land: Landscape, w: Floats) -> Race:
    """Return the race with these weights, shape (LONGEST + 1, racers, 2)."""
    outside = ~on_map(land, w)
    return Race(w, land.loss(w), np.where(outside.any(axis=0), outside.argmax(axis=0), LONGEST + 1))


def _walks(land: Landscape, etas: Floats, alpha: float, beta1: float, beta2: float, steps: int) -> Floats:
    """Run all five as one, for ``etas`` of shape (…, racers); return shape (steps + 1, …, racers, 2).

    Everyone has two fading totals, of slopes and of their squares, and moves by one over the root of the other. In
    the table stand what a total keeps, what it takes in, where it begins, and how much of its beginning is taken out.
    """
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
    points = np.empty((steps + 1, *etas.shape, 2))
    points[0] = land.start
    total, total2 = 0.0, begin2
    with np.errstate(all="ignore"):
        for step in range(steps):
            slope = land.grad(points[step])
            total, total2 = keep * total + take * slope, keep2 * total2 + take2 * slope * slope
            size = np.sqrt(total2 / (1 - out2 ** (step + 1)) + 1e-8 * (begin2 == 0))
            points[step + 1] = points[step] - etas[..., None] / (1 - out ** (step + 1)) * total / size
    left = np.logical_or.accumulate(~on_map(land, points), axis=0)
    points[1:][left[:-1]] = np.nan  # who has left is out of the race, wherever the formula would lead
    return points


@dataclass(frozen=True)
class Tuning:
    """What each of ``RATES`` is worth to each of ``RACERS``."""

    loss: Floats
    """The loss after ``TUNED`` steps, shape (rates, racers); NaN off the map."""
    best: tuple[int, ...]
    """The place of each racer's best rate in ``RATES``."""

    @property
    def etas(self) -> tuple[float, ...]:
        """The best rate of each racer."""
        return tuple(float(RATES[place]) for place in self.best)


@lru_cache(maxsize=256)
def tuning(landscape: str, alpha: float, beta1: float, beta2: float) -> Tuning:
    """Let all five run with each of ``RATES``."""
    land = LANDSCAPES[landscape]
    points = _walks(land, np.repeat(RATES[:, None], len(RACERS), axis=1), alpha, beta1, beta2, TUNED)
    loss = np.where(on_map(land, points), land.loss(points), np.nan)
    late = loss[SETTLED:].max(axis=0)
    return Tuning(loss[-1], tuple(int(place) for place in np.nanargmin(late, axis=0)))


@lru_cache(maxsize=8)
def condition(landscape: str) -> float:
    """Return κ, the largest over the smallest curvature in the lowest point, from differences of the gradient."""
    land, h = LANDSCAPES[landscape], 1e-5
    low = np.array(land.minima[0])
    bends = np.array([(land.grad(low + h * way) - land.grad(low - h * way)) / (2 * h) for way in np.eye(2)])
    low, high = np.linalg.eigvalsh((bends + bends.T) / 2)
    return float(high / low)


@lru_cache(maxsize=8)
def fewest_steps(kappa: float) -> tuple[int, int, float]:
    """Return after how many steps descent and momentum stay ``ARRIVED`` on (w₀² + κw₁²)/2, and momentum's α.

    They start at (1, 1). Both have the best of many rates up to the largest that does not fly away, 2(1 + α)/κ;
    momentum also has the best of many α.
    """
    alphas = np.linspace(0, 0.98, 50)[:, None, None]
    shares = (1 - np.geomspace(1e-3, 0.9, 40))[:, None]
    step = shares * 2 * (1 + alphas) / kappa * np.array([1.0, kappa])
    w, h, last = np.ones_like(step), np.zeros_like(step), np.zeros(step.shape[:2], dtype=int)
    for k in range(1, 100 + round(3 * kappa)):  # descent needs about ln(100)/2 = 2.3 times κ
        h = alphas * h + step * w
        w = w - h
        last[(np.abs(w) > ARRIVED).any(axis=2)] = k  # not yet, or no longer
    needed = last.min(axis=1) + 1
    best = int(needed.argmin())
    return int(needed[0]), int(needed[best]), float(alphas[best, 0, 0])


class OwnRacer:
    """Runs the learner's optimiser, which has the contract of the exercises: gradients in, weights after each out."""

    def __init__(self, own: Own) -> None:
        self.own = own
        self._begun = lru_cache(maxsize=64)(_begun)

    def path(self, landscape: str, steps: int, **settings: float) -> Floats | None:
        """Return the weights, shape (LONGEST + 1, 2), NaN after ``steps`` steps or a step off the map.

        None where the optimiser fails.
        """
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
        path[steps + 1 :] = np.nan
        return path


def _begun(*settings: str | float) -> tuple[list[Floats], list[Floats]]:
    """Return the weights and the gradients of a run that has not made a step."""
    return [], []


def on_map(land: Landscape, w: Floats) -> NDArray[np.bool_]:
    """Return whether points of shape (…, 2) lie on the map of a landscape; NaN does not."""
    low, high = np.array(land.bounds).T
    return (np.abs(w - (low + high) / 2) <= MAP * (high - low) / 2).all(axis=-1)


class OptimiserRace(InteractiveFigure):
    """Left, the five paths on the contours; right, the loss of each after every step, and what each rate is worth."""

    name = "optimiser_race"
    takes_own = True
    handles = (Handle("leader", ("steps",)),)
    together = ("landscape", "rates")
    height = 430
    controls = (
        Choice("landscape", tuple(LANDSCAPES), start="ravine"),
        Choice("rates", ("one", "best"), start="one"),
        Slider("eta", 0.01, 0.6, 0.01, start=0.1),
        Slider("steps", 0, LONGEST, 1, start=20, play=90),
        Slider("alpha", 0, 0.99, 0.01, start=0.9),
        Slider("beta1", 0, 0.99, 0.01, start=0.9),
        Slider("beta2", 0.9, 0.999, 0.001, start=0.999),
    )

    def draw(self, figure: Figure) -> None:
        places = figure.subplot_mosaic(
            [["map", "loss"], ["map", "rates"]], width_ratios=(1.25, 1), height_ratios=(1.7, 1)
        )  # fmt: skip
        left, right = self.left, self.right = places["map"], places["loss"]
        left.set(xlabel=self.text("first"), ylabel=self.text("second"), title=self.text("left"))
        left.grid(visible=False)
        right.set(title=self.text("right"), xlim=(-4, LONGEST + 4))
        self.contours: QuadContourSet | None = None
        self.tuned: Tuning | None = None
        self.shown = ""
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
            gone = {"color": line["color"], "marker": "^", "markersize": 11, "clip_on": False}
            self.exits[racer] = [ax.plot([], [], **look | gone)[0] for ax in (left, right)]
        self.leader = self.heads["adam"][1]
        self._draw_rates(places["rates"])
        for axes in (right, places["rates"]):
            axes.set(yscale="log", ylim=(LOW, HIGH))
            axes.set_yticks(10.0 ** np.arange(-4, 2, 2))
            axes.yaxis.set_major_formatter(power)
            axes.minorticks_off()
        (exit_,) = left.plot([], [], "^", ms=9, color=COLORS.grey, mec=COLORS.black, ls="none", label=self.text("exit"))
        seen = [*(path[0] for path in self.paths.values()), self.begin, self.lowest, exit_]
        figure.legend(handles=seen, loc="outside lower center", ncols=(len(seen) + 1) // 2, handlelength=3.4)

    def _draw_rates(self, axes: Axes) -> None:
        """Draw what each rate is worth: the loss after ``TUNED`` steps, its best rate marked, and the reader's."""
        axes.set(xscale="log", xlim=(RATES[0], RATES[-1]))
        axes.set_title(self.text("worth", steps=TUNED), pad=16)  # the reader's η stands below it
        axes.set_xlabel(self.text("rate"))
        axes.xaxis.set_major_formatter(lambda eta, _: f"{eta:g}")
        self.worth, self.bests = {}, {}
        for racer in RACERS:
            line = _LOOKS[racer]
            plain = {"color": line["color"], "linestyle": line["linestyle"], "linewidth": 1.5, "animated": True}
            (self.worth[racer],) = axes.plot([], [], **plain)
            mark = {"color": line["color"], "marker": line["marker"], "mec": COLORS.black, "clip_on": False}
            (self.bests[racer],) = axes.plot([], [], ls="none", markersize=8, zorder=3, animated=True, **mark)
        (self.reader,) = axes.plot([], [], color=COLORS.grey, linewidth=1.2, zorder=1.5, animated=True)
        self.mine = axes.text(RATES[0], HIGH, "η", ha="center", va="bottom", color=COLORS.grey, animated=True)

    def update(
        self, landscape: str, rates: str, eta: float, steps: int, alpha: float, beta1: float, beta2: float
    ) -> str:  # fmt: skip
        land = LANDSCAPES[landscape]
        if landscape != self.shown:
            self._show(land)
        tuned = tuning(landscape, alpha, beta1, beta2)
        etas = tuned.etas if rates == "best" else (eta,) * len(RACERS)
        result = race(landscape, etas, alpha, beta1, beta2)
        if self.own_racer:
            result = self._with_own(self.own_racer, result, land, eta, alpha, beta1, beta2, steps)
        for racer, w, loss, lost in zip(self.paths, result.w.swapaxes(0, 1), result.loss.T, result.lost, strict=True):
            self._draw_racer(racer, w[: steps + 1], loss[: steps + 1], min(lost, steps + 1), land)
        if tuned is not self.tuned:
            self._show_tuning(tuned)
        self.reader.set_data([eta, eta], [FLOOR, HIGH])
        self.mine.set_x(eta)
        words = self._words(land, rates, etas, steps, result)
        return f"{words}\n{self._about_own(self.own, steps, result)}".strip() if self.own else words

    def _show_tuning(self, tuned: Tuning) -> None:
        for n, racer in enumerate(RACERS):
            worth = np.maximum(tuned.loss[:, n], FLOOR)
            self.worth[racer].set_data(RATES, worth)
            self.bests[racer].set_data([RATES[tuned.best[n]]], [np.clip(worth[tuned.best[n]], LOW, HIGH)])
        self.tuned = tuned

    def _draw_racer(self, racer: str, w: Floats, loss: Floats, lost: int, land: Landscape) -> None:
        """Draw how far a racer has come. The step that leaves the map is the last one drawn."""
        k, seen = np.arange(len(w)), np.maximum(loss, FLOOR)
        window = (-4.0, LONGEST + 4.0), (FLOOR, HIGH)
        tracks = (w, land.bounds), (np.column_stack([k, seen]), window)
        for path, head, exit_, (points, there) in zip(
            self.paths[racer], self.heads[racer], self.exits[racer], tracks, strict=True
        ):
            points = points[: lost + 1]
            points = points[np.isfinite(points).all(axis=1)]
            gone = leaving.draw(path, exit_, points, there) or lost < len(w)
            head.set_data(*([], []) if gone else points[-1:].T)

    def _with_own(
        self, racer: OwnRacer, result: Race, land: Landscape, eta: float, alpha: float, beta1: float, beta2: float,
        steps: int,
    ) -> Race:  # fmt: skip
        """Let the learner's optimiser run too, with the reader's rate. Where it fails, it is nowhere."""
        path = racer.path(land.name, steps, learning_rate=eta, alpha=alpha, beta1=beta1, beta2=beta2)
        if path is None:
            path = np.full((LONGEST + 1, 2), np.nan)
        return raced(land, np.concatenate([result.w, path[:, None]], axis=1))

    def _about_own(self, own: Own, steps: int, result: Race) -> str:
        """Say what went wrong in the learner's optimiser, or whom of ours it has followed all the way."""
        if own.said or steps == 0:
            return own.said
        near = np.isclose(result.w[: steps + 1], result.w[: steps + 1, -1:], rtol=1e-4, atol=1e-6, equal_nan=True)
        same = [racer for racer, followed in zip(RACERS, np.all(near, axis=(0, 2)), strict=False) if followed]
        return self.text("same", own=own.name, racer=self.text(same[0])) if same else ""

    def _name(self, racer: str) -> str:
        return self.text("own", own=self.own.name) if self.own and racer == "own" else self.text(racer)

    def _show(self, land: Landscape) -> None:
        """Put another landscape under the paths."""
        if self.contours:
            self.contours.remove()
        x, y = (np.linspace(*ends, 60) for ends in land.bounds)
        height = land.loss(np.stack(np.meshgrid(x, y), axis=-1))
        levels = height.max() * np.linspace(0, 1, 13) ** 3
        # Bands with edges: lines besides would travel twice.
        greys = [str(1 - 0.02 * n) for n in range(len(levels) - 1)]
        self.contours = self.left.contourf(x, y, height, levels, colors=greys, antialiased=True)
        self.contours.set(edgecolor="#A6A6A6", linewidth=0.7)
        self.left.set(xlim=land.bounds[0], ylim=land.bounds[1])
        self.begin.set_data(*([value] for value in land.start))
        self.lowest.set_data(*np.array(land.minima).T)
        self.shown = land.name

    def _words(self, land: Landscape, rates: str, etas: tuple[float, ...], steps: int, result: Race) -> str:
        racers = list(self.paths)
        if self.own and self.own.said:
            racers.remove("own")
        running = {racer: result.loss[steps, n] for n, racer in enumerate(racers) if steps < result.lost[n]}
        order = sorted(running, key=running.__getitem__)
        rule = self.text(f"rule.{rates}", eta=number(etas[0]))
        names = {"land": self.text(f"options.landscape.{land.name}"), "rule": rule, "steps": steps}
        if steps == 0:
            return self.text("begin", loss=number(result.loss[0, 0], 3), **names)
        if not order:
            return self.text("all_lost", **names)

        def called(racer: str) -> str:
            own_rate = rates == "best" and racer in RACERS
            rate = self.text("with_rate", eta=number(etas[RACERS.index(racer)], 2)) if own_rate else ""
            return f"{self._name(racer)}{rate}"

        lines = [self.text("ahead", name=called(order[0]), loss=number(running[order[0]], 2), **names)]
        if order[1:]:
            rest = [self.text("one", name=called(racer), loss=number(running[racer], 2)) for racer in order[1:]]
            lines.append(self.text("rest", rest=", ".join(rest)))
        gone = [
            self.text("lost", name=self._name(racer), k=result.lost[n])
            for n, racer in enumerate(racers)
            if racer not in running
        ]
        return "\n".join([*lines, " ".join([*gone, self._remark(land.name, steps, result, order)])])

    def _remark(self, landscape: str, steps: int, result: Race, order: list[str]) -> str:
        """Say what the landscape asks: who has left the ridge, who is in the deeper valley, what κ costs."""
        if landscape not in ("saddle", "two_minima"):
            return self._about_condition(condition(landscape))
        w = result.w[steps]
        done = np.abs(w[:, 1]) > 0.5 if landscape == "saddle" else w[:, 0] < 0.3
        who = [self._name(racer) for n, racer in enumerate(self.paths) if racer in order and done[n]]
        return self.text(f"done.{landscape}", who=", ".join(who)) if who else self.text(f"nobody.{landscape}")

    def _about_condition(self, kappa: float) -> str:
        plain, fast, alpha = fewest_steps(kappa)
        root = kappa**0.5
        shares = {"share": number(plain / kappa, 2), "root_share": number(fast / root, 2)}
        named = {"kappa": number(kappa, 3), "root": number(root, 2), "alpha": number(alpha, 2)}
        return self.text("condition", plain=plain, fast=fast, **shares, **named)
