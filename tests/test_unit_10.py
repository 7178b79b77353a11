"""Unit 10: its figure, its references against the complex step, and the fairness of what is random in it."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thorough import share

from autograder.exercises import units
from autograder.judging.judge import judge
from course.figures.two_moons import BENDS, EVERY, GRID, HIGHEST, STEPS, TwoMoons, moons, training
from course.public.u10_neural_network import XOR_LABELS, XOR_POINTS, outcome, spread, squared_error

EXERCISES = units()["10-neural-network"]
SHAPES = st.tuples(*(st.integers(1, 5) for _ in range(4)), st.integers(0, 10**6))


def network(n, h, k, rng):
    return [rng.normal(size=shape) for shape in ((n, h), (h,), (h, k), (k,))]


def complex_slopes(f, parameters):
    """Return the derivative of f by every entry of every array, to the last digit."""
    found = []
    for number, array in enumerate(parameters):
        slopes = np.empty(array.shape)
        for place in np.ndindex(array.shape):
            moved = [np.array(p, dtype=complex) for p in parameters]
            moved[number][place] += 1e-200j
            slopes[place] = f(*moved).imag / 1e-200
        found.append(slopes)
    return found


# What the exercises ask for


@settings(max_examples=40)
@given(SHAPES)
def test_the_four_gradients_are_those_of_the_loss(shapes):
    m, n, h, k, seed = shapes
    rng = np.random.default_rng(seed)
    X, y, parameters = rng.normal(size=(m, n)), rng.normal(size=(m, k)), network(n, h, k, rng)
    forward = EXERCISES["mlp_forward"].reference
    expected = complex_slopes(lambda *p: np.mean((forward(X, *p) - y) ** 2), parameters)
    for slopes, right in zip(EXERCISES["mlp_backward"].reference(X, y, *parameters), expected, strict=True):
        np.testing.assert_allclose(slopes, right, rtol=1e-9, atol=1e-12)


@given(SHAPES)
def test_two_linear_layers_are_the_one_they_collapse_to(shapes):
    m, n, h, k, seed = shapes
    rng = np.random.default_rng(seed)
    X, (W1, b1, W2, b2) = rng.normal(size=(m, n)), network(n, h, k, rng)
    W, b = EXERCISES["collapse"].reference(W1, b1, W2, b2)
    np.testing.assert_allclose(X @ W + b, (X @ W1 + b1) @ W2 + b2, atol=1e-12)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=5))
def test_a_network_has_as_many_parameters_as_its_arrays_have_entries(sizes):
    entries = sum(np.ones((a, b)).size + np.ones(b).size for a, b in zip(sizes, sizes[1:], strict=False))
    assert EXERCISES["n_parameters"].reference(sizes) == entries


def test_the_numbers_of_the_lesson():
    assert EXERCISES["n_parameters"].reference([784, 30, 10]) == 23860
    risk, pair = EXERCISES["empirical_risk"].reference, (np.array([200.0, 150.0]), np.array([190.0, 153.0]))
    assert [risk(name, *pair) for name in ("squared", "absolute", "squared_plus_7")] == [54.5, 6.5, 61.5]
    layers = np.array([[1.0, 2], [0, -1]]), np.ones(2), np.array([[1.0], [3]]), np.array([2.0])
    W, b = EXERCISES["collapse"].reference(*layers)
    assert (W.tolist(), b.tolist()) == ([[7.0], [-3.0]], [6.0])
    out = EXERCISES["mlp_forward"].reference(np.array([[0.0, 1], [1, 1]]), *layers)
    np.testing.assert_allclose(out, [[2.7616], [5.8561]], atol=5e-5)
    tiny = np.array([[0.5]]), np.zeros(1)
    one = EXERCISES["mlp_backward"].reference(
        np.array([[1.0], [2]]), np.array([[1.0], [0]]), *tiny, np.array([[2.0]]), np.array([-0.5])
    )
    np.testing.assert_allclose(np.concatenate(one, axis=None), [0.8132, -0.0462, 0.5132, 0.4474], atol=5e-5)
    two = EXERCISES["mlp_backward"].reference(
        np.array([[2.0]]), np.array([[1.0, 0]]), *tiny, np.array([[2.0, 1]]), np.array([-0.5, 0])
    )
    np.testing.assert_allclose(
        np.concatenate(two, axis=None), [0.6787, 0.3393, 0.0177, 0.58, 0.0232, 0.7616], atol=5e-5
    )
    trained = EXERCISES["train_mlp"].reference(XOR_POINTS, XOR_LABELS, 8, 0.1, 2000, np.random.default_rng(7))
    assert squared_error(XOR_POINTS, XOR_LABELS, trained) < 1e-6


def test_zeros_move_only_the_last_bias_and_equal_neurons_stay_equal():
    rng = np.random.default_rng(2)
    X, y = rng.normal(size=(9, 2)), rng.normal(size=(9, 1))
    backward = EXERCISES["mlp_backward"].reference
    for value in (0.0, 0.5):
        parameters = [np.full(shape, value) for shape in ((2, 4), (4,), (4, 1), (1,))]
        for _ in range(50):
            gradients = backward(X, y, *parameters)
            parameters = [p - 0.1 * g for p, g in zip(parameters, gradients, strict=True)]
        assert np.ptp(parameters[0], axis=1).max() < 1e-12
        assert bool(parameters[0].any()) == bool(value)
        assert parameters[3][0] != value


# Training is graded by what it reaches: any usual start and step must do

STARTS = {
    "he": lambda rng, shape: rng.normal(0, np.sqrt(2 / shape[0]), shape),
    "xavier": lambda rng, shape: rng.normal(0, np.sqrt(1 / shape[0]), shape),
    "normal": lambda rng, shape: rng.normal(0, 1, shape),
    "uniform": lambda rng, shape: rng.uniform(-1, 1, shape),
    "narrow": lambda rng, shape: rng.uniform(-0.5, 0.5, shape),
    "positive": lambda rng, shape: rng.random(shape),
}


def trainer(start, biases, momentum):
    def train_mlp(X, y, hidden, learning_rate, n_steps, rng):
        shapes = [(X.shape[1], hidden), (hidden,), (hidden, y.shape[1]), (y.shape[1],)]
        p = [start(rng, s) if len(s) == 2 else rng.normal(0, biases, s) for s in shapes]
        speed = [0.0] * 4
        for _ in range(n_steps):
            gradients = EXERCISES["mlp_backward"].reference(X, y, *p)
            speed = [momentum * v + g for v, g in zip(speed, gradients, strict=True)]
            p = [w - learning_rate * v for w, v in zip(p, speed, strict=True)]
        return p

    return train_mlp


def momentum_from_uniform_weights(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    p = [rng.uniform(-0.7, 0.7, shape) for shape in ((n, hidden), (hidden,), (hidden, k), (k,))]
    speed = [0.0] * 4
    for _ in range(n_steps):
        H = np.tanh(X @ p[0] + p[1])
        d = 2 * (H @ p[2] + p[3] - y) / y.size
        D = (d @ p[2].T) / np.cosh(X @ p[0] + p[1]) ** 2
        speed = [0.8 * s + g for s, g in zip(speed, (X.T @ D, D.sum(0), H.T @ d, d.sum(0)), strict=True)]
        p = [w - learning_rate * s for w, s in zip(p, speed, strict=True)]
    return tuple(p)


def by_adam(X, y, hidden, learning_rate, n_steps, rng):
    n, k = X.shape[1], y.shape[1]
    shapes = [(n, hidden), (hidden,), (hidden, k), (k,)]
    p = [rng.normal(0, np.sqrt(1 / shape[0]), size=shape) for shape in shapes]
    m, v = [np.zeros(shape) for shape in shapes], [np.zeros(shape) for shape in shapes]
    for t in range(1, n_steps + 1):
        H = np.tanh(X @ p[0] + p[1])
        d = 2 * (H @ p[2] + p[3] - y) / y.size
        D = (d @ p[2].T) * (1 - H * H)
        for i, g in enumerate((X.T @ D, D.sum(0), H.T @ d, d.sum(0))):
            m[i], v[i] = 0.9 * m[i] + 0.1 * g, 0.999 * v[i] + 0.001 * g * g
            p[i] = p[i] - learning_rate * m[i] / (1 - 0.9**t) / (np.sqrt(v[i] / (1 - 0.999**t)) + 1e-8)
    return p


def plain_lists(X, y, hidden, learning_rate, n_steps, rng):
    n, k = len(X[0]), len(y[0])
    X, y = [[float(v) for v in row] for row in X], [[float(v) for v in row] for row in y]
    W1 = [[float(rng.normal(0, math.sqrt(2 / n))) for _ in range(hidden)] for _ in range(n)]
    W2 = [[float(rng.normal(0, math.sqrt(2 / hidden))) for _ in range(k)] for _ in range(hidden)]
    b1, b2 = [0.0] * hidden, [0.0] * k
    rate = 2 * learning_rate / (len(y) * k)
    for _ in range(n_steps):
        g1, s1 = [[0.0] * hidden for _ in range(n)], [0.0] * hidden
        g2, s2 = [[0.0] * k for _ in range(hidden)], [0.0] * k
        for row, wanted in zip(X, y, strict=True):
            inside = [math.tanh(sum(row[i] * W1[i][j] for i in range(n)) + b1[j]) for j in range(hidden)]
            off = [sum(inside[j] * W2[j][o] for j in range(hidden)) + b2[o] - wanted[o] for o in range(k)]
            for o in range(k):
                s2[o] += off[o]
            for j in range(hidden):
                back = 0.0
                for o in range(k):
                    g2[j][o] += inside[j] * off[o]
                    back += W2[j][o] * off[o]
                back *= 1 - inside[j] ** 2
                s1[j] += back
                for i in range(n):
                    g1[i][j] += row[i] * back
        W1 = [[W1[i][j] - rate * g1[i][j] for j in range(hidden)] for i in range(n)]
        W2 = [[W2[j][o] - rate * g2[j][o] for o in range(k)] for j in range(hidden)]
        b1 = [b1[j] - rate * s1[j] for j in range(hidden)]
        b2 = [b2[o] - rate * s2[o] for o in range(k)]
    return W1, b1, W2, b2


@pytest.mark.parametrize("answer", [by_adam, momentum_from_uniform_weights, plain_lists])
def test_an_optimiser_of_ones_own_and_lists_in_place_of_arrays_get_full_marks(answer):
    assert judge(EXERCISES["train_mlp"], answer, 0).state == "correct"


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("biases, momentum", [(0.0, 0.0), (0.3, 0.9)])
def test_an_honest_training_gets_full_marks_from_any_usual_start(start, biases, momentum):
    for seed in (0, 1, 2):
        verdict = judge(EXERCISES["train_mlp"], trainer(STARTS[start], biases, momentum), seed)
        assert verdict.state == "correct", (seed, verdict.diagnosis)


@pytest.mark.parametrize("value", [None, 1.0, "text", [1, 2, 3, 4], [None] * 4, [[np.nan]] * 4, [lambda: 0] * 4])
@pytest.mark.parametrize("name", ["train_mlp", "he_weights"])
def test_odd_results_get_a_verdict_and_no_points(name, value):
    verdict = judge(EXERCISES[name], lambda *args: value, 0)
    assert verdict.score == 0 and verdict.state == "wrong"


def test_the_properties_survive_odd_values():
    for value in (None, 1.0, "text", [], [[]], [[1, 2], [3]], 10**400, np.nan):
        assert spread(3, 4, None, value) != spread(3, 4, None, np.random.default_rng(0).normal(size=(3, 4)))
    blown = [np.full(shape, 1e200) for shape in ((2, 3), (3,), (3, 1), (1,))]
    assert outcome(XOR_POINTS, XOR_LABELS, blown, 0.1) == "exploded"


# The figure


def test_the_figures_descent_follows_the_slope_of_its_loss():
    run = training(3, "tanh", 0.01, "random", 1)
    points, labels = moons()

    def loss(theta):
        h = np.tanh(points @ theta[:9].reshape(3, 3))
        odds = h @ theta[9:12] + theta[12]
        return np.mean(np.log(1 + np.exp(odds)) - labels * odds)

    theta = run.kept[0]
    for step in range(EVERY):
        assert run.loss[step] == pytest.approx(loss(theta))
        theta = theta - 0.01 * complex_slopes(loss, [theta])[0]
    np.testing.assert_allclose(run.kept[1], theta, rtol=1e-9)


@pytest.mark.parametrize("activation", BENDS)
def test_the_loss_of_a_small_rate_falls(activation):
    run = training(6, activation, 0.02, "random", 3)
    assert run.loss.shape == (STEPS + 1,) and np.all(np.diff(run.loss) < 0)


def test_what_the_lesson_says_of_the_figure():
    def right(**changed):
        values = {"hidden": 8, "activation": "tanh", "eta": 1.0, "start": "random", "luck": 1} | changed
        return training(**values).right(-1)

    assert right(hidden=1) <= 86 and right(hidden=16, activation="none") <= 86
    assert right(start="equal") <= 86 and right(start="zeros") == 50
    assert right() >= 97 and right(eta=3.0) >= 97
    assert training(8, "tanh", 0.1, "random", 1).loss[-1] > 0.3 > training(8, "tanh", 3.0, "random", 1).loss[-1]
    three = [right(hidden=3, luck=luck) for luck in range(1, 6)]
    assert max(three) >= 98 and min(three) <= 86


@pytest.fixture(scope="module")
def figure() -> TwoMoons:
    return TwoMoons("en")


def test_the_boundary_lies_where_the_network_is_undecided(figure):
    figure.change(hidden=8, eta=1.0, step=STEPS, luck=1, activation="tanh", start="random")
    x, y = (values[~np.isnan(values)] for values in figure.boundary.get_data())
    odds = training(8, "tanh", 1.0, "random", 1).score(np.column_stack([x, y, np.ones(x.size)]), -1)
    assert x.size > 30 and np.abs(odds).max() < 1.0
    assert figure.shade.get_array().shape == GRID[::-1]


def test_a_hidden_neuron_is_0_on_its_line(figure):
    figure.change(hidden=4, eta=1.0, step=0, luck=2, activation="tanh", start="random")
    x, y = (values[~np.isnan(values)].reshape(4, 2) for values in figure.neurons.get_data())
    weights = training(4, "tanh", 1.0, "random", 2).kept[0][:12].reshape(3, 4)
    for neuron in range(4):
        ends = np.column_stack([x[neuron], y[neuron], np.ones(2)])
        np.testing.assert_allclose(ends @ weights[:, neuron], 0, atol=1e-12)


def test_small_weights_give_faint_gradients_and_large_ones_saturated_neurons():
    first = {start: training(8, "tanh", 1.0, start, 1) for start in ("small", "random", "large")}
    assert np.abs(first["small"].hidden_values(0)).max() < 0.1
    assert np.mean(np.abs(first["large"].hidden_values(0)) > 0.99) > 0.7
    assert first["small"].slopes(0)[0] < first["random"].slopes(0)[0] / 20


def test_the_gradients_of_the_layers_are_those_of_the_loss():
    run = training(3, "tanh", 0.01, "random", 1)
    points, labels = moons()

    def loss(theta):
        odds = np.tanh(points @ theta[:9].reshape(3, 3)) @ theta[9:12] + theta[12]
        return np.mean(np.log(1 + np.exp(odds)) - labels * odds)

    slope = complex_slopes(loss, [run.kept[0]])[0]
    assert run.slopes(0) == pytest.approx([np.sqrt(np.mean(part**2)) for part in (slope[:9], slope[9:])])


def test_a_loss_that_leaves_its_window_ends_there_and_is_said_to(figure):
    figure.change(hidden=8, eta=100.0, step=STEPS, luck=1, activation="none", start="random")
    leaves = training(8, "none", 100.0, "random", 1).leaves
    assert len(figure.now.get_xdata()) == 0
    ((step, height),) = figure.exit.get_xydata()
    assert leaves - 1 < step <= leaves and height == pytest.approx(HIGHEST)
    assert figure.curve.get_xydata()[-1] == pytest.approx([step, height])
    assert f"leaves the picture at step {leaves}" in figure.words


def test_the_learners_training_is_drawn_as_it_is():
    figure = TwoMoons("en", EXERCISES["train_mlp"].reference)
    figure.change(hidden=8, eta=0.3, step=200)
    assert "Your train_mlp, after step 200:" in figure.words and figure.own_boundary.get_xdata().size > 20
    figure = TwoMoons("en", lambda X, y, hidden, learning_rate, n_steps, rng: [np.zeros(2)] * 4)
    assert "returned an array of shape" in figure.words and len(figure.own_boundary.get_xdata()) == 0
    figure = TwoMoons("en", lambda *_: None)
    assert "a value of the type NoneType" in figure.words


@pytest.mark.parametrize(
    ("start", "eta", "activation"),
    share(product(["small", "random", "large", "equal", "zeros"], [0.01, 100.0], BENDS), 4, lambda corner: corner[0]),
)
def test_every_corner_of_the_controls_gives_a_picture_and_a_sentence(figure, start, eta, activation):
    for hidden, step in ((1, 0), (16, STEPS)):
        figure.change(hidden=hidden, eta=eta, step=step, luck=20, activation=activation, start=start)
        assert figure.png() and f"After step {step}" in figure.words
