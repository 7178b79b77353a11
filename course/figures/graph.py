"""Unit 07: values go forward through a graph and derivatives come back, step by step (lecture 5).

Two graphs: the lecture's F = S(w₁x₁ + w₂x₂ + w₃x₃), and y = b·c with b = a·a and c = b + a, where two values are used
more than once and must wait for all that comes back to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from course.figures.activation import sigmoid
from course.figures.engine import COLORS, Choice, InteractiveFigure, Slider, number

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.text import Text

    from course.figures.engine.aliases import Floats, Keywords

INPUTS = ("w₁", "x₁", "w₂", "x₂", "w₃", "x₃")
LAST = 7
"""The last step. Both graphs have four steps forward, 0 to 3, the start of the way back, 4, and three steps back."""
FLAT = 0.05
"""A slope of the sigmoid below this is pointed out."""


@dataclass(frozen=True)
class Plan:
    """A graph: what is computed from what, when, and where it is drawn."""

    forward: dict[str, int]
    """The step at which the value of each node appears. The last node is the output."""
    hands_on: dict[str, int]
    """The step at which a node, all of whose users have answered, hands its derivative on to what it was made from."""
    edges: tuple[tuple[str, str], ...]
    """From a node to the node that is computed from it; a node that is used twice by another has two edges to it."""
    titles: dict[str, str]
    places: dict[str, tuple[float, float]]
    ends: tuple[tuple[float, float], ...]
    """How much higher than the middles of the two boxes each edge begins and ends."""
    tall: float
    """Half the height of a box."""

    @property
    def nodes(self) -> tuple[str, ...]:
        return tuple(self.forward)


@dataclass(frozen=True)
class Passes:
    """One pass forward and one pass backward through a plan."""

    values: Floats
    """The value of each node, shape (nodes,)."""
    local: Floats
    """The derivative of the node at the end of each edge along that edge, shape (edges,)."""
    sent: Floats
    """What comes back along each edge, shape (edges,)."""
    gradients: Floats
    """The derivative of the output by each node, shape (nodes,): the sum of what has come back to it."""


def neuron(w: Floats, x: Floats) -> Passes:
    """Run the lecture's graph forward and backward; ``w`` and ``x`` have shape (3,)."""
    w, x = np.asarray(w, dtype=float), np.asarray(x, dtype=float)
    products = w * x
    total = products.sum()
    output = sigmoid(total)
    values = np.array([*np.column_stack([w, x]).ravel(), *products, total, output])
    return _back(NEURON, values, np.array([*np.column_stack([x, w]).ravel(), 1.0, 1.0, 1.0, output * (1 - output)]))


def twice(a: float) -> Passes:
    """Run y = b·c with b = a·a and c = b + a forward and backward."""
    b = a * a
    c = b + a
    return _back(TWICE, np.array([a, b, c, b * c]), np.array([a, a, 1.0, 1.0, c, b]))


def _back(plan: Plan, values: Floats, local: Floats) -> Passes:
    nodes = plan.nodes
    sent, gradients = np.zeros(len(plan.edges)), np.zeros(len(nodes))
    gradients[-1] = 1.0
    for giver in sorted(plan.hands_on, key=plan.hands_on.__getitem__):
        for edge, (begin, end) in enumerate(plan.edges):
            if end == giver:
                sent[edge] = local[edge] * gradients[nodes.index(giver)]
                gradients[nodes.index(begin)] += sent[edge]
    return Passes(values, local, sent, gradients)


def _neuron_plan() -> Plan:
    rows = [430.0 - 72 * (i // 2) * 2 - 62 * (i % 2) for i in range(6)]
    middles = [(rows[2 * i] + rows[2 * i + 1]) / 2 for i in range(3)]
    places = {name: (82.0, y) for name, y in zip(INPUTS, rows, strict=True)}
    places |= {name: (320.0, y) for name, y in zip("ABC", middles, strict=True)}
    return Plan(
        forward=dict.fromkeys(INPUTS, 0) | {"A": 1, "B": 1, "C": 1, "G": 2, "S": 3},
        hands_on={"S": 5, "G": 6, "A": 7, "B": 7, "C": 7},
        edges=(
            *((name, "ABC"[i // 2]) for i, name in enumerate(INPUTS)),
            ("A", "G"), ("B", "G"), ("C", "G"), ("G", "S"),
        ),
        titles={"A": "A = w₁x₁", "B": "B = w₂x₂", "C": "C = w₃x₃", "G": "G = A + B + C", "S": "F = S = σ(G)"},
        places=places | {"G": (562.0, middles[1]), "S": (756.0, middles[1])},
        ends=(*((0.0, 6.0), (0.0, -6.0)) * 3, (0.0, 0.0), (0.0, 0.0), (0.0, -9.0), (0.0, 0.0)),
        tall=11,
    )  # fmt: skip


NEURON = _neuron_plan()
TWICE = Plan(
    forward={"a": 0, "b": 1, "c": 2, "y": 3},
    hands_on={"y": 5, "c": 6, "b": 7},
    edges=(("a", "b"), ("a", "b"), ("a", "c"), ("b", "c"), ("b", "y"), ("c", "y")),
    titles={"b": "b = a · a", "c": "c = b + a", "y": "y = b · c"},
    places={"a": (116.0, 250.0), "b": (335.0, 370.0), "c": (540.0, 180.0), "y": (756.0, 300.0)},
    ends=((24.0, 18.0), (-6.0, -16.0), (-24.0, -12.0), (-16.0, 16.0), (12.0, 12.0), (4.0, -14.0)),
    tall=26,
)


class Graph(InteractiveFigure):
    """Boxes with values; arrows back with local derivatives; under each box what has come back to it."""

    name = "graph"
    height = 470
    controls = (
        Slider("w1", -3, 3, 0.1, start=0.5),
        Slider("w2", -3, 3, 0.1, start=-1.0),
        Slider("w3", -3, 3, 0.1, start=2.0),
        Choice("graph", ("neuron", "twice"), start="neuron"),
        Slider("x1", -3, 3, 0.1, start=2.0),
        Slider("x2", -3, 3, 0.1, start=3.0),
        Slider("x3", -3, 3, 0.1, start=1.0),
        Slider("step", 0, LAST, 1, start=5, play=1500),
    )

    def draw(self, figure: Figure) -> None:
        axes = figure.subplots()
        axes.set(xlim=(0, 840), ylim=(0, 450))
        axes.set_axis_off()
        self.drawn = {name: Drawn(plan, axes) for name, plan in (("neuron", NEURON), ("twice", TWICE))}
        look: Keywords = {"va": "center", "fontsize": 9.5}
        axes.text(400, 62, self.text("key.value"), color=COLORS.black, **look)
        axes.text(400, 40, self.text("key.factor"), color=COLORS.black, **look)
        axes.text(400, 18, self.text("key.gradient"), color=COLORS.red, **look)

    def update(
        self, w1: float, w2: float, w3: float, graph: str, x1: float, x2: float, x3: float, step: int
    ) -> str:  # fmt: skip
        for name, drawn in self.drawn.items():
            drawn.show(name == graph)
        if graph == "twice":
            seen = twice(x1)
            words = self._words_of_twice(seen, step)
        else:
            seen = neuron(np.array([w1, w2, w3]), np.array([x1, x2, x3]))
            words = self._words_of_neuron(seen, step)
        self.drawn[graph].fill(seen, step)
        return words

    def _words_of_neuron(self, seen: Passes, step: int) -> str:
        value, gradient = (dict(zip(NEURON.nodes, part, strict=True)) for part in (seen.values, seen.gradients))
        strongest = max(INPUTS, key=lambda name: abs(gradient[name]))
        numbers = {
            "step": step,
            "a": number(value["A"]), "b": _factor(value["B"]), "c": _factor(value["C"]),
            "g": number(value["G"]), "s": _below_one(value["S"], value["G"]),
            "slope": number(gradient["G"]),
            "x_factor": _factor(value["x₁"]), "d_w": number(gradient["w₁"]),
            "name": strongest, "move": number(0.01 * gradient[strongest]),
        }  # fmt: skip
        heading = "heading" if step >= NEURON.forward["S"] else "heading_before"
        lines = [self.text(heading, **numbers), self.text(f"steps.{step}", **numbers)]
        if step >= NEURON.hands_on["S"] and gradient["G"] < FLAT:
            lines.append(self.text("flat", **numbers))
        elif step == LAST and any(gradient[name] for name in INPUTS):
            lines.append(self.text("strongest", **numbers))
        return "\n".join(lines)

    def _words_of_twice(self, seen: Passes, step: int) -> str:
        numbers = dict(zip("abcy", map(number, seen.values), strict=True))
        numbers |= {f"{name}_factor": _factor(value) for name, value in zip("abcy", seen.values, strict=True)}
        numbers |= {f"d_{name}": number(value) for name, value in zip("abcy", seen.gradients, strict=True)}
        ways = ("upper", "lower", "a_from_c", "b_from_c", "b_from_y", "c_from_y")
        numbers |= {way: _factor(value) for way, value in zip(ways, seen.sent, strict=True)}
        heading = "twice.heading" if step >= TWICE.forward["y"] else "twice.heading_before"
        return f"{self.text(heading, step=step, **numbers)}\n{self.text(f'twice.steps.{step}', **numbers)}"


class Drawn:
    """The artists of one plan. What stands still is shown or hidden with the choice of the graph."""

    def __init__(self, plan: Plan, axes: Axes) -> None:
        self.plan, self.shown = plan, True
        self.still: list[Artist] = []
        self.back: list[FancyArrowPatch] = []
        self.factors: list[Text] = []
        self._draw_edges(axes)
        self._draw_nodes(axes)

    def _draw_edges(self, axes: Axes) -> None:
        from matplotlib.patches import FancyArrowPatch

        look: Keywords = {"arrowstyle": "-|>", "mutation_scale": 12, "shrinkA": 0, "shrinkB": 0}
        for (begin, end), (up0, up1) in zip(self.plan.edges, self.plan.ends, strict=True):
            (x0, y0), (x1, y1) = self.plan.places[begin], self.plan.places[end]
            ends = np.array([(x0 + HALF + 4, y0 + up0), (x1 - HALF - 4, y1 + up1)])
            along = ends[1] - ends[0]
            beside = np.array([-along[1], along[0]]) / np.hypot(*along)  # a road with two lanes
            there, back = ends + LANE * beside, ends - LANE * beside
            self.still.append(axes.add_patch(FancyArrowPatch(*there, color="#8A8A8A", linewidth=1.2, **look)))
            red = FancyArrowPatch(*back[::-1], color=COLORS.red, linewidth=1.8, animated=True, **look)
            axes.add_patch(red)
            self.back.append(red)
            x, y = back[0] + 0.42 * along
            white = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
            text = axes.text(x, y, "", ha="center", va="center", fontsize=9.5, animated=True, bbox=white)
            self.factors.append(text)

    def _draw_nodes(self, axes: Axes) -> None:
        from matplotlib.patches import FancyBboxPatch

        self.rims, self.values, self.gradients = [], [], []
        tall = self.plan.tall
        for name in self.plan.nodes:
            x, y = self.plan.places[name]
            box: Keywords = {"xy": (x - HALF, y - tall), "width": 2 * HALF, "height": 2 * tall}
            box["boxstyle"] = "round,pad=2,rounding_size=6"
            self.still.append(axes.add_patch(FancyBboxPatch(**box, fc="#EAF3F9", ec=COLORS.blue, lw=1.2)))
            rim = FancyBboxPatch(**box, fc="none", ec=COLORS.black, lw=2.6, animated=True)
            self.rims.append(axes.add_patch(rim))
            if name in self.plan.titles:
                title = axes.text(x, y + tall + 6, self.plan.titles[name], ha="center", va="bottom", fontweight="bold")
            else:
                title = axes.text(x - HALF - 9, y, name, ha="right", va="center", fontweight="bold")
            self.still.append(title)
            middle: Keywords = {"ha": "center", "va": "center", "animated": True}
            self.values.append(axes.text(x, y, "", color=COLORS.black, **middle))
            self.gradients.append(axes.text(x, y - tall - 12, "", color=COLORS.red, fontsize=9.5, **middle))

    def show(self, shown: bool) -> None:
        """Show or hide all artists; those that move are empty until they are filled."""
        if shown != self.shown:
            for artist in self.still:
                artist.set_visible(shown)
            self.shown = shown
        if not shown:
            for artist in (*self.back, *self.factors, *self.rims, *self.values, *self.gradients):
                artist.set_visible(False)

    def fill(self, seen: Passes, step: int) -> None:
        """Show what is known by this step."""
        plan = self.plan
        for i, name in enumerate(plan.nodes):
            known = step >= plan.forward[name]
            value = _below_one(seen.values[i], seen.values[i - 1]) if name == "S" else number(seen.values[i])
            self.values[i].set(text=value if known else "?", visible=True)
            self.gradients[i].set(text=self._come_back(seen, i, step), visible=True)
            hands_on = [plan.hands_on[end] for begin, end in plan.edges if begin == name] or [plan.hands_on[name] - 1]
            self.rims[i].set_visible(step == plan.forward[name] or step in hands_on)
        for i, (_, end) in enumerate(plan.edges):
            reached = step >= plan.hands_on[end]
            self.back[i].set_visible(reached)
            self.factors[i].set(text=f"× {_factor(seen.local[i])}", visible=reached)

    def _come_back(self, seen: Passes, node: int, step: int) -> str:
        """Return what has come back to a node: a sum, where it waits for several, with ? for those to come."""
        plan, name = self.plan, self.plan.nodes[node]
        users = [edge for edge, (begin, _) in enumerate(plan.edges) if begin == name]
        users.sort(key=lambda edge: plan.hands_on[plan.edges[edge][1]])
        if not users:
            return number(seen.gradients[node]) if step >= plan.hands_on[name] - 1 else ""
        come = [step >= plan.hands_on[plan.edges[edge][1]] for edge in users]
        if not any(come):
            return ""
        if len(users) == 1:
            return number(seen.gradients[node])
        terms = [f" + {number(seen.sent[edge])}" if there else " + ?" for edge, there in zip(users, come, strict=True)]
        total = f" = {number(seen.gradients[node])}" if all(come) else ""
        return "".join(terms).replace("+ −", "− ").removeprefix(" + ").removeprefix(" ") + total


HALF = 40
"""Half the width of a box."""
LANE = 5
"""Pixels from the middle of the road between two boxes to the arrow forward, and to the arrow back."""


def _below_one(sigmoid_: float, argument: float) -> str:
    """Return a sigmoid in words: one close to 1 is not rounded to 1, which it never reaches."""
    return f"1 − {number(float(sigmoid(-argument)), 1)}" if sigmoid_ > 0.9999 else number(sigmoid_)


def _factor(value: float) -> str:
    """Return a number as it stands after a sign: a negative one in brackets."""
    return f"({number(value)})" if value < 0 else number(value)
