"""Unit 07: its figure, and its reference solutions against the complex step, which knows no rule of differentiation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.patches import FancyArrowPatch
from thorough import at_least

from autograder.authoring.examples import public_examples
from autograder.authoring.try_answer import try_source
from autograder.exercise import answer_source
from autograder.exercises import units
from autograder.judging.grade import Times
from autograder.sandbox import Sandbox
from course.figures.graph import LANE, LAST, NEURON, TWICE, Graph, twice
from course.figures.graph import neuron as neuron_of_the_figure

EXERCISES = units()["07-computation-graph"]
TIMES = Times(repair=at_least(0, 6))  # words about a wrong answer change no state; a thorough run looks for them
W, X = np.array([0.5, -1.0, 2.0]), np.array([2.0, 3.0, 1.0])

sizes = st.integers(-30, 30).map(lambda n: n / 10)
triples = st.tuples(sizes, sizes, sizes).map(np.array)


def neuron(w, x):
    return 1 / (1 + np.exp(-np.sum(np.asarray(w) * np.asarray(x))))


def slopes(f, point):
    """Return the gradient of f to the last digit, by the complex step."""
    return np.array([np.imag(f(point + 1e-200j * unit)) / 1e-200 for unit in np.eye(len(point))])


# What the exercises ask for


def test_the_numbers_of_the_lesson():
    assert EXERCISES["forward"].reference(W, X) == {"A": 1.0, "B": -3.0, "C": 2.0, "G": 0.0, "S": 0.5}
    d_w, d_x = EXERCISES["backward"].reference(W, X)
    np.testing.assert_allclose(d_w, [0.5, 0.75, 0.25])
    np.testing.assert_allclose(d_x, [0.125, -0.25, 0.5])
    assert EXERCISES["d_loss_d_param"].reference(1.0, -1.0, X, np.array([0.5, 7.0, 2.0])) == -6.0
    assert EXERCISES["microchange_update"].reference(-1.0, lambda p: 6 * p) == pytest.approx(-0.994)
    assert EXERCISES["gradient_check"].reference(np.array([2.0, 0.0]), np.array([2.5, 0.0])) == pytest.approx(1 / 9)


@given(triples, triples)
def test_backward_is_the_gradient_and_the_product_of_the_local_derivatives(w, x):
    d_w, d_x = EXERCISES["backward"].reference(w, x)
    np.testing.assert_allclose(d_w, slopes(lambda z: neuron(z, x), w), rtol=1e-9, atol=1e-15)
    np.testing.assert_allclose(d_x, slopes(lambda z: neuron(w, z), x), rtol=1e-9, atol=1e-15)
    local = EXERCISES["local_derivatives"].reference(w, x)
    for i, letter in enumerate("ABC"):
        path = local["dS_dG"] * local[f"dG_d{letter}"]
        assert path * local[f"d{letter}_dw{i + 1}"] == pytest.approx(d_w[i], rel=1e-9, abs=1e-15)
        assert path * local[f"d{letter}_dx{i + 1}"] == pytest.approx(d_x[i], rel=1e-9, abs=1e-15)


@given(sizes, sizes, triples, triples)
def test_the_change_of_the_slide_is_the_slope_of_its_loss(gold, param, w, x):
    slope = slopes(lambda p: (gold - w[0] * x[0] - p[0] * x[1] - w[2] * x[2]) ** 2, np.array([param]))[0]
    assert EXERCISES["d_loss_d_param"].reference(gold, param, x, w) == pytest.approx(slope, rel=1e-9, abs=1e-12)


@given(st.lists(st.tuples(st.sampled_from("+*"), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=12))
def test_a_value_agrees_with_the_complex_step_on_any_graph(operations):
    start = np.array([0.8, -1.1, 0.6])

    def build(values):
        values = list(values)
        for sign, i, j in operations:
            a, b = values[i % len(values)], values[-1 - j % 3]
            made = a + b if sign == "+" else a * b
            if abs(made if isinstance(made, complex) else made.data) < 1e6:
                values.append(made)
        return values[-1] * values[0]

    leaves = [EXERCISES["Value"].reference(v) for v in start]
    end = build(leaves)
    end.backward()
    once = [leaf.grad for leaf in leaves]
    end.backward()
    assert [leaf.grad for leaf in leaves] == once
    np.testing.assert_allclose(once, slopes(build, start), rtol=1e-9, atol=1e-12)


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(contained=True) as running:
        yield running


@pytest.mark.sandbox
@pytest.mark.parametrize("returned", ["None", "1.0", "float('nan')", "[1.0]", "lambda *a: 1", "np.zeros(3)"])
def test_what_is_no_object_gets_nothing_for_a_value(sandbox, returned):
    source = f"import numpy as np\ndef Value(data):\n    return {returned}\n"
    verdict = try_source(sandbox, EXERCISES["Value"], source, times=TIMES)
    assert verdict.score == 0 and verdict.state != "review"


BROKEN = {
    "no backward": ("    def backward(self):", "    def backwards(self):"),
    "backward is a number": ("float(data), 0.0, []", "float(data), 0.0, []; self.backward = 1.0"),
    "a sum is a bare number": ("        return made", "        return made.data"),
    "a sum is nothing": ("        return made", "        pass"),
    "data is a text": ("float(data), 0.0", "str(data), 0.0"),
    "no gradient": ("self.data, self.grad,", "self.data, self.gradient,"),
}


@pytest.mark.sandbox
@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_value_gets_a_verdict_and_no_review(sandbox, fault):
    source = answer_source(EXERCISES["Value"].reference, "Value").replace("type(self)", "Value")
    old, new = BROKEN[fault]
    assert old in source
    verdict = try_source(sandbox, EXERCISES["Value"], source.replace(old, new), times=TIMES)
    assert verdict.state in ("wrong", "error", "partial") and verdict.score < 4


def test_the_visible_check_tells_the_mistakes_of_a_value_apart():
    examples = public_examples("07-computation-graph")["Value"]["examples"]
    assert len({entry["hint"]["en"] for example in examples for entry in example["mistakes"]}) >= 6


# The figure


@given(triples, triples)
def test_the_figure_computes_what_the_exercises_compute(w, x):
    seen = neuron_of_the_figure(w, x)
    values, gradients = (dict(zip(NEURON.nodes, part, strict=True)) for part in (seen.values, seen.gradients))
    for name, value in EXERCISES["forward"].reference(w, x).items():
        assert values[name] == pytest.approx(value, rel=1e-9, abs=1e-12)
    d_w, d_x = EXERCISES["backward"].reference(w, x)
    assert [gradients[n] for n in ("w₁", "w₂", "w₃")] == pytest.approx(list(d_w), rel=1e-6, abs=1e-15)
    assert [gradients[n] for n in ("x₁", "x₂", "x₃")] == pytest.approx(list(d_x), rel=1e-6, abs=1e-15)


@given(st.floats(-3, 3))
def test_a_value_used_twice_gets_what_the_value_of_the_exercise_gets(number):
    a = EXERCISES["Value"].reference(number)
    b = a * a
    y = b * (b + a)
    y.backward()
    seen = twice(number)
    assert seen.values[-1] == pytest.approx(y.data) and seen.gradients[0] == pytest.approx(a.grad)


@pytest.mark.parametrize("plan", [NEURON, TWICE])
def test_nobody_hands_on_before_all_who_used_it_have(plan):
    for begin, end in plan.edges:
        assert plan.forward[begin] < plan.forward[end]
        assert plan.hands_on.get(begin, LAST + 1) > plan.hands_on[end]


@pytest.fixture(scope="module")
def figure() -> Graph:
    return Graph("en")


@pytest.mark.parametrize("graph, output", [("neuron", "F = 0.5"), ("twice", "y = 24")])
@pytest.mark.parametrize("step", range(LAST + 1))
def test_every_step_shows_what_is_known_by_then(figure, step, graph, output):
    figure.change(step=step, graph=graph)
    drawn = figure.drawn[graph]
    assert [text.get_text() == "?" for text in drawn.values] == [step < at for at in drawn.plan.forward.values()]
    reached = [step >= drawn.plan.hands_on[end] for _, end in drawn.plan.edges]
    assert [arrow.get_visible() for arrow in drawn.back] == reached
    assert (output in figure.words) == (step >= 3)
    assert figure.words.startswith(f"Step {step} of 7.")
    other = figure.drawn["twice" if graph == "neuron" else "neuron"]
    assert not any(artist.get_visible() for artist in (*other.still, *other.back, *other.values, *other.gradients))


def test_a_box_waits_for_all_that_comes_back_to_it(figure):
    seen = []
    for step in range(4, LAST + 1):
        figure.change(step=step, graph="twice", x1=2.0)
        seen.append([text.get_text() for text in figure.drawn["twice"].gradients])
    assert seen == [
        ["", "", "", "1"],
        ["", "6 + ?", "4", "1"],
        ["4 + ? + ?", "6 + 4 = 10", "4", "1"],
        ["4 + 20 + 20 = 44", "6 + 4 = 10", "4", "1"],
    ]


@settings(max_examples=8)
@given(st.sampled_from(["neuron", "twice"]), triples, triples)
def test_no_text_of_the_figure_leaves_the_picture_or_meets_another(figure, graph, w, x):
    values = {f"w{i}": w[i - 1] for i in (1, 2, 3)} | {f"x{i}": x[i - 1] for i in (1, 2, 3)}
    figure.change(**values, step=LAST, graph=graph)
    figure.png()
    renderer = figure.canvas.figure.canvas.get_renderer()
    drawn = figure.drawn[graph]
    boxes = [text.get_window_extent(renderer) for text in (*drawn.gradients, *drawn.factors, *drawn.values)]
    for i, box in enumerate(boxes):
        assert box.x0 >= 0 and box.x1 <= 840 and box.y0 >= 0
        assert not any(box.overlaps(other) for other in boxes[:i])


def test_an_arrow_back_lies_beside_the_arrow_forward(figure):
    for drawn in figure.drawn.values():
        there = [arrow for arrow in drawn.still if isinstance(arrow, FancyArrowPatch)]
        for arrow, back in zip(there, drawn.back, strict=True):
            apart = np.subtract(arrow._posA_posB, back._posA_posB[::-1])
            assert np.hypot(*apart.T) == pytest.approx([2 * LANE] * 2)


def test_a_flat_sigmoid_is_pointed_out_and_never_rounded_to_one(figure):
    flat = {"graph": "neuron", "w1": 3.0, "w2": 3.0, "w3": 0.0, "x1": 2.0, "x2": 2.0, "x3": 0.0, "step": LAST}
    figure.change(**flat)
    assert "nearly flat" in figure.words and "F = 1 − 6·10⁻⁶" in figure.words
    figure.change(**flat | {"w3": 3.0, "x3": 3.0, "x2": 3.0})
    assert "F = 1 − 4·10⁻¹¹" in figure.words and figure.drawn["neuron"].values[-1].get_text() == "1 − 4·10⁻¹¹"
    figure.change(w1=0.5, w2=-1.0, w3=2.0, x1=2.0, x2=3.0, x3=1.0)
    assert "nearly flat" not in figure.words and "Strongest of the six is w₂" in figure.words
