"""Unit 07: the graph of F = S(w₁x₁ + w₂x₂ + w₃x₃), values forward, derivatives backward, step by step (lecture 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.activation import sigmoid
from course.figures.engine import COLORS, InteractiveFigure, Slider, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INPUTS = ("w₁", "x₁", "w₂", "x₂", "w₃", "x₃")
NODES = (*INPUTS, "A", "B", "C", "G", "S")
EDGES = (
    *((name, "ABC"[i // 2]) for i, name in enumerate(INPUTS)),
    ("A", "G"), ("B", "G"), ("C", "G"), ("G", "S"),
)  # fmt: skip
"""From a node to the node that is computed from it."""

STEPS = ("inputs", "products", "sum", "output", "start", "slope", "products_back", "inputs_back")
"""What each position of the step slider adds to the picture: four steps forward, four steps back."""
FORWARD = {"S": 3, "G": 2, "A": 1, "B": 1, "C": 1} | dict.fromkeys(INPUTS, 0)
BACKWARD = {"S": 4, "G": 5, "A": 6, "B": 6, "C": 6} | dict.fromkeys(INPUTS, 7)
"""The step at which the value and the derivative of a node appear."""

FLAT = 0.05
"""A slope of the sigmoid below this is pointed out."""


@dataclass(frozen=True)
class Passes:
    """One pass forward and one pass backward; all arrays run over ``NODES`` or ``EDGES``."""

    values: np.ndarray
    """The value of each node, shape (11,)."""
    local: np.ndarray
    """The derivative of the node at the end of each edge by the node at its beginning, shape (10,)."""
    gradients: np.ndarray
    """dF by each node, shape (11,); the last one is dF/dS = 1."""


def passes(w: np.ndarray, x: np.ndarray) -> Passes:
    """Run the graph forward and backward; ``w`` and ``x`` have shape (3,)."""
    w, x = np.asarray(w, dtype=float), np.asarray(x, dtype=float)
    products = w * x
    total = products.sum()
    output = sigmoid(total)
    values = np.array([*np.column_stack([w, x]).ravel(), *products, total, output])
    local = np.array([*np.column_stack([x, w]).ravel(), 1.0, 1.0, 1.0, output * (1 - output)])
    gradients = np.zeros(len(NODES))
    gradients[-1] = 1.0
    for edge in reversed(range(len(EDGES))):
        begin, end = (NODES.index(name) for name in EDGES[edge])
        gradients[begin] += local[edge] * gradients[end]
    return Passes(values, local, gradients)


class Graph(InteractiveFigure):
    """Boxes with values; arrows back with local derivatives; under each box the derivative of F by it."""

    name = "graph"
    height = 470
    controls = (
        Slider("w1", -3, 3, 0.1, start=0.5),
        Slider("w2", -3, 3, 0.1, start=-1.0),
        Slider("w3", -3, 3, 0.1, start=2.0),
        Slider("x1", -3, 3, 0.1, start=2.0),
        Slider("x2", -3, 3, 0.1, start=3.0),
        Slider("x3", -3, 3, 0.1, start=1.0),
        Slider("step", 0, len(STEPS) - 1, 1, start=3, play=1500),
    )

    def draw(self, figure: Figure) -> None:
        axes = figure.subplots()
        axes.set(xlim=(0, 840), ylim=(0, 450))
        axes.set_axis_off()
        self.places = _places()
        self._draw_edges(axes)
        self._draw_nodes(axes)
        self._draw_key(axes)

    def _draw_edges(self, axes: Axes) -> None:
        from matplotlib.patches import FancyArrowPatch

        self.back, self.factors = [], []
        for begin, end in EDGES:
            (x0, y0), (x1, y1) = self.places[begin], self.places[end]
            ends = (x0 + HALF + 4, y0), (x1 - HALF - 4, y1)
            look = {"arrowstyle": "-|>", "mutation_scale": 12, "shrinkA": 0, "shrinkB": 0}
            axes.add_patch(FancyArrowPatch(*ends, color="#9A9A9A", linewidth=1.2, **look))
            red = FancyArrowPatch(*ends[::-1], color=COLORS.red, linewidth=2.0, animated=True, **look)
            self.back.append(axes.add_patch(red))
            middle = np.add(*np.multiply(ends, [[0.6], [0.4]]))
            white = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
            text = axes.text(*middle, "", ha="center", va="center", fontsize=9.5, animated=True, bbox=white)
            self.factors.append(text)

    def _draw_nodes(self, axes: Axes) -> None:
        from matplotlib.patches import FancyBboxPatch

        titles = {"A": "A = w₁x₁", "B": "B = w₂x₂", "C": "C = w₃x₃", "G": "G = A + B + C", "S": "F = S = σ(G)"}
        self.rims, self.values_shown, self.gradients_shown = [], [], []
        for name in NODES:
            x, y = self.places[name]
            corner, shape = (x - HALF, y - 11), {"boxstyle": "round,pad=2,rounding_size=6"}
            axes.add_patch(FancyBboxPatch(corner, 2 * HALF, 22, fc="#EAF3F9", ec=COLORS.blue, lw=1.2, **shape))
            rim = FancyBboxPatch(corner, 2 * HALF, 22, fc="none", ec=COLORS.black, lw=2.6, animated=True, **shape)
            self.rims.append(axes.add_patch(rim))
            if name in titles:
                axes.text(x, y + 17, titles[name], ha="center", va="bottom", fontweight="bold")
            else:
                axes.text(x - HALF - 9, y, name, ha="right", va="center", fontweight="bold")
            middle = {"ha": "center", "va": "center", "animated": True}
            self.values_shown.append(axes.text(x, y, "", color=COLORS.black, **middle))
            self.gradients_shown.append(axes.text(x, y - 23, "", color=COLORS.red, fontsize=9.5, **middle))

    def _draw_key(self, axes: Axes) -> None:
        look = {"va": "center", "fontsize": 9.5}
        axes.text(400, 62, self.text("key.value"), color=COLORS.black, **look)
        axes.text(400, 40, self.text("key.factor"), color=COLORS.black, **look)
        axes.text(400, 18, self.text("key.gradient"), color=COLORS.red, **look)

    def update(self, w1: float, w2: float, w3: float, x1: float, x2: float, x3: float, step: int) -> str:
        seen = passes(np.array([w1, w2, w3]), np.array([x1, x2, x3]))
        for i, name in enumerate(NODES):
            self.values_shown[i].set_text(_value(seen.values[i], name) if step >= FORWARD[name] else "?")
            self.gradients_shown[i].set_text(number(seen.gradients[i]) if step >= BACKWARD[name] else "")
            self.rims[i].set_visible(step in (FORWARD[name], BACKWARD[name]))
        for i, (begin, _) in enumerate(EDGES):
            reached = step >= BACKWARD[begin]
            self.back[i].set_visible(reached)
            self.factors[i].set_visible(reached)
            self.factors[i].set_text(f"× {_factor(seen.local[i])}")
        return self._words(seen, step)

    def _words(self, seen: Passes, step: int) -> str:
        value, gradient = (dict(zip(NODES, part, strict=True)) for part in (seen.values, seen.gradients))
        strongest = max(INPUTS, key=lambda name: abs(gradient[name]))
        numbers = {
            "step": step,
            "a": number(value["A"]), "b": _factor(value["B"]), "c": _factor(value["C"]),
            "g": number(value["G"]), "s": _value(value["S"], "S"),
            "slope": number(gradient["G"]),
            "w": number(value["w₁"]), "x": number(value["x₁"]), "x_factor": _factor(value["x₁"]),
            "d_w": number(gradient["w₁"]),
            "name": strongest, "move": number(0.01 * gradient[strongest]),
        }  # fmt: skip
        heading = "heading" if step >= FORWARD["S"] else "heading_before"
        lines = [self.text(heading, **numbers), self.text(f"steps.{STEPS[step]}", **numbers)]
        if step == len(STEPS) - 1 and any(gradient[name] for name in INPUTS):
            lines.append(self.text("strongest", **numbers))
        if step > STEPS.index("start") and gradient["G"] < FLAT:
            lines.append(self.text("flat", **numbers))
        return "\n".join(lines)


HALF = 36
"""Half the width of a box."""


def _places() -> dict[str, tuple[float, float]]:
    """Return the centre of each box: the inputs in a column on the left, S on the right."""
    rows = [430 - 72 * (i // 2) * 2 - 62 * (i % 2) for i in range(6)]
    places = {name: (78.0, float(y)) for name, y in zip(INPUTS, rows, strict=True)}
    middles = [(rows[2 * i] + rows[2 * i + 1]) / 2 for i in range(3)]
    places |= {name: (320.0, y) for name, y in zip("ABC", middles, strict=True)}
    return places | {"G": (550.0, middles[1]), "S": (760.0, middles[1])}


def _value(value: float, name: str) -> str:
    """Return a value for its box; a sigmoid close to 1 is not rounded to 1, which it never reaches."""
    return number(value, 8 if name == "S" and value > 0.9999 else 4)


def _factor(value: float) -> str:
    """Return a number as it stands after a sign: a negative one in brackets."""
    return f"({number(value)})" if value < 0 else number(value)
