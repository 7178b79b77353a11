"""Unit 10: what a hidden layer can separate, and how its training goes, on two moons (lecture 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import numpy as np

from course.figures.activation import sigmoid
from course.figures.engine import COLORS, Choice, Handle, InteractiveFigure, LogSlider, Slider, leaving, number, power
from course.figures.engine.own import Unfit

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from course.figures.engine.aliases import Floats
    from course.figures.engine.own import Own

STEPS, EVERY = 400, 10
"""Steps of a training, and how many lie between two kept states."""
WINDOW = ((-1.7, 2.7), (-1.3, 1.8))
GRID = (67, 48)
"""Points of the window at which the network is asked, across and up."""
LOWEST, HIGHEST = 3e-3, 30.0
"""The window of the loss."""
ENDLESS = 1e100
"""A loss as good as infinite."""
SIZES = {"small": 0.01, "random": 0.8, "large": 8.0}
"""The standard deviation of the random weights."""
BINS = np.linspace(-2.0625, 2.0625, 34)
"""The histogram of what the hidden neurons give; what lies outside is counted in the end bins."""
FAINTEST = 1e-7
"""The window of the gradients begins here."""

BENDS: dict[str, tuple[Callable[[Floats], Floats], Callable[[Floats, Floats], Floats]]] = {
    "tanh": (np.tanh, lambda z, h: 1 - h * h),
    "relu": (lambda z: np.maximum(z, 0), lambda z, h: (z > 0) * 1.0),
    "sigmoid": (sigmoid, lambda z, h: h * (1 - h)),
    "none": (lambda z: z, lambda z, h: np.ones_like(z)),
}
"""An activation, and its slope from its argument and its value."""


@lru_cache(maxsize=1)
def moons() -> tuple[Floats, Floats]:
    """Return 100 points with a column of ones, shape (100, 3), and their moon, 0 or 1, shape (100,)."""
    from sklearn.datasets import make_moons

    points, labels = make_moons(100, noise=0.2, random_state=3)
    return np.column_stack([points, np.ones(100)]), labels.astype(float)


@dataclass(frozen=True)
class Training:
    """One training of a network whose parameters lie in one vector, (3·hidden + hidden + 1) numbers long."""

    hidden: int
    activation: str
    kept: Floats
    """The parameters after 0, 10, 20, … steps, shape (41, parameters)."""
    loss: Floats
    """The log-loss after each step, shape (401,)."""

    def score(self, points: Floats, state: int) -> Floats:
        """Return the log-odds of moon 1 at ``points``, shape (m, 3), in the kept state ``state``."""
        return _log_odds(self.kept[state], points, self.hidden, self.activation)[0]

    @property
    def leaves(self) -> int | None:
        """The first step after which the loss is above the window, or no number at all, if there is one."""
        outside = np.flatnonzero(~(self.loss <= HIGHEST))
        return int(outside[0]) if outside.size else None

    def hidden_values(self, state: int) -> Floats:
        """Return what the hidden neurons give at all the points, shape (100, hidden)."""
        return _log_odds(self.kept[state], moons()[0], self.hidden, self.activation)[2]

    def slopes(self, state: int) -> tuple[float, float]:
        """Return the root mean square of the derivatives of the loss by the weights of each layer."""
        points, labels = moons()
        found = _log_odds(self.kept[state], points, self.hidden, self.activation)
        every = _slopes(self.kept[state], points, labels, *found, self.activation)
        layers = every[: 3 * self.hidden], every[3 * self.hidden :]
        first, second = (float(np.sqrt(np.mean(layer**2))) for layer in layers)
        return first, second

    def right(self, state: int) -> int:
        """How many of the points lie on their side of the boundary."""
        points, labels = moons()
        return int(np.sum((self.score(points, state) > 0) == (labels > 0.5)))


@lru_cache(maxsize=32)
def training(hidden: int, activation: str, eta: float, start: str, luck: int) -> Training:
    """Train on all the points for ``STEPS`` steps. ``start``: one of ``SIZES``, ``equal`` or ``zeros``."""
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


def _start(hidden: int, start: str, luck: int) -> Floats:
    size = 4 * hidden + 1
    if start in SIZES:
        return np.random.default_rng(luck).normal(scale=SIZES[start], size=size)
    return np.full(size, 0.5 if start == "equal" else 0.0)


def _log_odds(
    theta: Floats, points: Floats, hidden: int, activation: str
) -> tuple[Floats, Floats, Floats]:
    """Return the log-odds, shape (m,), and the hidden layer before and after its activation, shape (m, hidden)."""
    z = points @ theta[: 3 * hidden].reshape(3, hidden)
    h = BENDS[activation][0](z)
    return h @ theta[3 * hidden : -1] + theta[-1], z, h


def _slopes(
    theta: Floats, points: Floats, labels: Floats, odds: Floats, z: Floats, h: Floats,
    activation: str,
) -> Floats:  # fmt: skip
    """Return the derivative of the mean log-loss by every parameter, in the order of ``theta``."""
    error = (sigmoid(odds) - labels) / len(labels)
    out = theta[3 * h.shape[1] : -1]
    bent = np.outer(error, out) * BENDS[activation][1](z, h)
    return np.concatenate([(points.T @ bent).ravel(), error @ h, [error.sum()]])


def own_scores(own: Own, hidden: int, eta: float, steps: int, luck: int, points: Floats) -> Floats | None:
    """Let the learner's ``train_mlp`` train on the moons, as −1 and 1; return its network's output at ``points``."""

    def train() -> Floats:
        X, labels = moons()
        answer = own.function(X[:, :2].copy(), 2 * labels[:, None] - 1, hidden, eta, steps, np.random.default_rng(luck))
        try:
            W1, b1, W2, b2 = (np.asarray(part, dtype=float) for part in answer)
        except (TypeError, ValueError):
            raise Unfit("kind", kind=type(answer).__name__) from None
        found = W1.shape, b1.shape, W2.shape, b2.shape
        shape = (2, hidden), (hidden,), (hidden, 1), (1,)
        if found != shape:
            raise Unfit("shape", found=found, shape=shape)
        return (np.tanh(points[:, :2] @ W1 + b1) @ W2 + b2)[:, 0]

    return own.run(train)


class TwoMoons(InteractiveFigure):
    """Left, the points and what the network says of the plane; right, the loss, the hidden layer, the gradients."""

    name = "two_moons"
    takes_own = True
    handles = (Handle("now", ("step",)),)
    height = 430
    controls = (
        Slider("hidden", 1, 16, 1, start=3),
        LogSlider("eta", 0.01, 100, 10, start=1),
        Slider("luck", 1, 20, 1, start=1),
        Slider("step", 0, STEPS, EVERY, start=STEPS, play=120),
        Choice("activation", tuple(BENDS), start="tanh"),
        Choice("start", (*SIZES, "equal", "zeros"), start="random"),
    )

    def draw(self, figure: Figure) -> None:
        from matplotlib.colors import LinearSegmentedColormap

        places = figure.subplot_mosaic(
            [["plane", "loss", "loss"], ["plane", "hidden", "slopes"]],
            width_ratios=(2.3, 1.2, 0.8), height_ratios=(1.15, 1),
        )  # fmt: skip
        left, right = places["plane"], places["loss"]
        self._draw_layers(places["hidden"], places["slopes"])
        self.places = np.linspace(*WINDOW[0], GRID[0]), np.linspace(*WINDOW[1], GRID[1])
        across, up = np.meshgrid(*self.places)
        self.plane = np.column_stack([across.ravel(), up.ravel(), np.ones(across.size)])
        shades = LinearSegmentedColormap.from_list("sides", ["#F8DDB4", "#FFFFFF", "#BFDCEE"])
        self.shade = left.imshow(
            np.zeros(GRID[::-1]), cmap=shades, vmin=0, vmax=1, origin="lower", aspect="auto", animated=True,
            extent=(*WINDOW[0], *WINDOW[1]), interpolation="bilinear",
        )  # fmt: skip
        (self.boundary,) = left.plot([], [], color=COLORS.black, linewidth=2.2, animated=True, label=self.text("line"))
        look = {"color": COLORS.grey, "linewidth": 1.0, "linestyle": (0, (5, 2)), "animated": True}
        (self.neurons,) = left.plot([], [], label=self.text("neurons"), **look)
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
        right.set_yticks(10.0 ** np.arange(-2, 2))
        right.yaxis.set_major_formatter(power)
        right.minorticks_off()
        right.set(xlabel=self.text("steps"), ylabel=self.text("loss"))
        right.set_title(self.text("right"))
        level = right.axhline(np.log(2), color=COLORS.grey, linestyle="--", label=self.text("guess"))
        (self.curve,) = right.plot([], [], color=COLORS.red, animated=True, label=self.text("curve"))
        (self.exit,) = right.plot([], [], "^", color=COLORS.red, markersize=10, animated=True, clip_on=False,
                                  label=self.text("exit"))  # fmt: skip
        (self.now,) = right.plot([], [], "D", color=COLORS.red, mec=COLORS.black, markersize=8, animated=True,
                                 clip_on=False, label=self.text("now"))  # fmt: skip
        seen = [*self.points, self.boundary, self.neurons, self.curve, self.now, self.exit, level]
        if self.own:
            look = {"color": COLORS.purple, "linestyle": "--", "linewidth": 2.4, "animated": True}
            (self.own_boundary,) = left.plot([], [], label=self.text("own", name=self.own.name), **look)
            seen.append(self.own_boundary)
        figure.legend(handles=seen, loc="outside lower center", ncols=4)

    def _draw_layers(self, hidden: Axes, slopes: Axes) -> None:
        hidden.set(xlim=(BINS[0], BINS[-1]), ylim=(0, 1), title=self.text("hidden"))
        hidden.set_xticks([-2, -1, 0, 1, 2], ["≤ −2", "−1", "0", "1", "≥ 2"])
        self.histogram = hidden.stairs(np.zeros(len(BINS) - 1), BINS, fill=True, color=COLORS.sky, animated=True)
        slopes.set(yscale="log", ylim=(FAINTEST, 100), xlim=(0.4, 2.6), title=self.text("slopes"))
        slopes.set_xticks([1, 2])
        slopes.set_xlabel(self.text("layer"))
        slopes.set_yticks(10.0 ** np.arange(-6, 3, 2))
        slopes.yaxis.set_major_formatter(power)
        slopes.minorticks_off()
        self.bars = slopes.bar([1, 2], FAINTEST, width=0.6, color=COLORS.sky, edgecolor=COLORS.black, linewidth=0.8)
        for bar in self.bars:
            bar.set_animated(True)

    def update(self, hidden: int, eta: float, step: int, luck: int, activation: str, start: str) -> str:
        run, state = training(hidden, activation, eta, start, luck), step // EVERY
        with np.errstate(all="ignore"):
            odds = np.nan_to_num(run.score(self.plane, state)).reshape(GRID[::-1])
        self.shade.set_data(sigmoid(odds))
        self.boundary.set_data(*_zero_line(*self.places, odds))
        self.neurons.set_data(*_neuron_lines(run.kept[state][: 3 * hidden].reshape(3, hidden)))
        loss = np.maximum(np.nan_to_num(run.loss, nan=np.inf), LOWEST)
        course = np.column_stack([np.arange(STEPS + 1), np.minimum(loss, ENDLESS)])
        leaving.draw(self.curve, self.exit, course, ((0, STEPS), (LOWEST, HIGHEST)))
        self.now.set_data(*course[[step]].T if loss[step] <= HIGHEST else ([], []))
        with np.errstate(all="ignore"):
            values, gradients = np.nan_to_num(run.hidden_values(state)), run.slopes(state)
        counts, _ = np.histogram(np.clip(values, BINS[0], BINS[-1]), BINS)
        self.histogram.set_data(counts / values.size)
        for bar, size in zip(self.bars, gradients, strict=True):
            bar.set_height(min(np.nan_to_num(size, nan=100.0), 100.0))
        words = self._words(run, step, start, eta)
        return f"{words}\n{self._draw_own(self.own, hidden, eta, step, luck)}" if self.own else words

    def _draw_own(self, own: Own, hidden: int, eta: float, step: int, luck: int) -> str:
        """Draw the boundary of the network that the learner's function has trained, and count its points."""
        points, labels = moons()
        scores = own_scores(own, hidden, eta, step, luck, np.vstack([self.plane, points]))
        if scores is None or not np.isfinite(scores).all():
            self.own_boundary.set_data([], [])
            return own.said or self.text("own_endless", name=own.name)
        plane, there = np.split(scores, [len(self.plane)])
        self.own_boundary.set_data(*_zero_line(*self.places, plane.reshape(GRID[::-1])))
        right = int(np.sum((there > 0) == (labels > 0.5)))
        return self.text("own_right", name=own.name, right=right, step=step)

    def _words(self, run: Training, step: int, start: str, eta: float) -> str:
        right, loss = run.right(step // EVERY), float(np.nan_to_num(run.loss[step], nan=np.inf))
        numbers = {
            "hidden": run.hidden, "activation": self.text(f"options.activation.{run.activation}"), "eta": number(eta),
            "step": step, "loss": number(loss, 3), "right": right, "parameters": run.kept.shape[1],
        }  # fmt: skip
        lines = [self.text("heading", **numbers), self.text("numbers", **numbers)]
        late = run.loss[STEPS // 2 :]
        if run.leaves is not None and step >= run.leaves:
            lines.append(self.text("remark.exploded", k=run.leaves))
        elif start == "zeros" and run.activation in ("tanh", "relu", "none"):
            lines.append(self.text("remark.zeros"))
        elif start in ("equal", "zeros") and run.hidden > 1:
            lines.append(self.text("remark.equal", **numbers))
        elif step == STEPS and late.max() > 1.5 * late.min() and np.mean(np.diff(late) > 0) > 0.2:
            lines.append(self.text("remark.jumps"))
        elif run.activation == "none":
            lines.append(self.text("remark.straight"))
        return "\n".join(lines)


def _zero_line(across: Floats, up: Floats, odds: Floats) -> tuple[Floats, Floats]:
    """Return x and y of the line on which the log-odds are 0; its pieces are parted by nan."""
    from contourpy import contour_generator

    if not (odds.min() < 0 < odds.max()):
        return np.empty(0), np.empty(0)
    pieces = cast("list[Floats]", contour_generator(across, up, odds).lines(0.0))  # so its default, Separate, is made
    gap = np.full((1, 2), np.nan)
    line = np.vstack([part for piece in pieces for part in (piece, gap)])
    return line[:, 0], line[:, 1]


def _neuron_lines(weights: Floats) -> tuple[Floats, Floats]:
    """Return x and y of the lines on which a hidden neuron's sum is 0, parted by nan; weights of shape (3, hidden)."""
    pieces = []
    for across, up, bias in weights.T:
        size = np.hypot(across, up)
        if not 1e-9 < size < 1e100:  # no line, or no longer a number
            continue
        normal = np.array([across, up]) / size
        along = np.array([-normal[1], normal[0]]) * 10
        middle = np.mean(WINDOW, axis=1)
        foot = middle - normal * (bias / size + middle @ normal)
        pieces += [foot - along, foot + along, (np.nan, np.nan)]
    return tuple(np.array(pieces).T) if pieces else (np.empty(0), np.empty(0))
