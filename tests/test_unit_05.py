"""Unit 05: the figure's arithmetic, and the references against numpy.linalg.lstsq and scikit-learn."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import StandardScaler

from autograder.exercises import units
from autograder.judging.judge import judge
from course.figures.ravine import (
    AREA,
    BOTTOM,
    LEVELS,
    RENT,
    SCHEDULES,
    START,
    TOP,
    Ravine,
    best_rate,
    contour,
    loss,
    step_sizes,
    walk,
)
from course.public.u05_linear_regression import small_and_random, two_valleys, two_valleys_slope

UNIT = units()["05-linear-regression"]

REFERENCE = {name: exercise.reference for name, exercise in UNIT.items()}
X_BOARD = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
Y_BOARD = np.array([3.0, 5.0, 7.0])

seeds = st.integers(0, 2**32 - 1)


def problem(seed, m=12, n=3):
    rng = np.random.default_rng(seed)
    X = np.column_stack([np.ones(m), rng.normal(size=(m, n - 1))])
    return rng.normal(size=n), X, rng.normal(size=m)


# The references


@given(seeds)
def test_mse_is_scikit_learns(seed):
    w, X, y = problem(seed)
    assert REFERENCE["mse"](w, X, y) == pytest.approx(mean_squared_error(y, X @ w))
    assert REFERENCE["mse"](w, X, y[:, None]) == REFERENCE["mse"](w, X, y)


@given(seeds)
def test_the_gradient_is_the_measured_slope(seed):
    w, X, y = problem(seed)
    h = 1e-5
    measured = [
        (REFERENCE["mse"](w + h * e, X, y) - REFERENCE["mse"](w - h * e, X, y)) / (2 * h) for e in np.eye(w.size)
    ]
    np.testing.assert_allclose(REFERENCE["mse_gradient"](w, X, y), measured, rtol=1e-6, atol=1e-7)


@given(seeds)
def test_the_gradient_vanishes_at_the_least_squares_solution(seed):
    _, X, y = problem(seed)
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    np.testing.assert_allclose(REFERENCE["mse_gradient"](best, X, y), 0, atol=1e-10)


@pytest.mark.parametrize("seed", range(5))
def test_descent_with_the_best_rate_arrives_where_scikit_learn_does_as_fast_as_foretold(seed):
    w, X, y = problem(seed, m=40)
    rate, factor = REFERENCE["best_constant_rate"](np.linalg.eigvalsh(2 / len(X) * X.T @ X))
    path = REFERENCE["descend"](lambda v: REFERENCE["mse_gradient"](v, X, y), w, lambda k: rate, 400)
    model = LinearRegression().fit(X[:, 1:], y)
    np.testing.assert_allclose(path[-1], [model.intercept_, *model.coef_], atol=1e-8)
    far = np.linalg.norm(path - np.linalg.lstsq(X, y, rcond=None)[0], axis=1)
    assert all(after <= factor * before + 1e-12 for before, after in pairwise(far))


@given(st.lists(st.floats(0.05, 20), min_size=1, max_size=6))
def test_no_constant_rate_is_better_than_the_best(eigenvalues):
    rate, factor = REFERENCE["best_constant_rate"](np.array(eigenvalues))

    def slowest(eta):
        return max(abs(1 - eta * value) for value in eigenvalues)

    assert slowest(rate) == pytest.approx(factor, abs=1e-12)
    assert all(slowest(rate * change) >= factor - 1e-12 for change in (0.5, 0.9, 0.99, 1.01, 1.1, 2))


def test_the_board_step_is_the_one_in_the_text_and_m_times_the_mean():
    x = X_BOARD[:, 1]
    np.testing.assert_allclose(REFERENCE["board_step"](0.0, 0.0, x, Y_BOARD, 0.01), [0.3, 0.68])
    np.testing.assert_allclose(REFERENCE["board_step"](0.3, 0.68, x, Y_BOARD, 0.01), [0.5004, 1.1336])
    mean = -3 * 0.01 * REFERENCE["mse_gradient"](np.zeros(2), X_BOARD, Y_BOARD)
    np.testing.assert_allclose(mean, [0.3, 0.68])


def test_the_numbers_of_the_ravine_in_the_text():
    low, high = np.linalg.eigvalsh(2 * X_BOARD.T @ X_BOARD)
    assert (round(low, 2), round(high, 2), round(high / low), round(2 / high, 4)) == (0.72, 33.28, 46, 0.0601)
    rate, factor = REFERENCE["best_constant_rate"](np.array([low, high]))
    assert (round(rate, 4), round(factor, 3), round(factor**100, 3)) == (0.0588, 0.958, 0.013)
    metres = X_BOARD * [1, 10]
    assert round(np.linalg.cond(metres) ** 2) == 3279
    z = REFERENCE["standardize"](X_BOARD[:, 1:], X_BOARD[:, 1:])[0]
    Z = np.column_stack([np.ones(3), z])
    np.testing.assert_allclose(2 * Z.T @ Z, 6 * np.eye(2), atol=1e-12)
    arrived = -1 / 6 * 2 * Z.T @ -Y_BOARD
    np.testing.assert_allclose(arrived, [5, 1.633], atol=1e-3)
    np.testing.assert_allclose(Z @ arrived, Y_BOARD)


def test_multistart_finds_the_better_valley_and_zero_does_not():
    def ends(*starts):
        return REFERENCE["multistart"](two_valleys, two_valleys_slope, np.array(starts), 0.05, 60)

    assert ends([0.0]) == pytest.approx(1.0544, abs=1e-4) and two_valleys(ends([0.0])) == pytest.approx(1.589, abs=1e-3)
    assert ends([0.0], [4.0]) == pytest.approx(3.0467, abs=1e-4)
    assert two_valleys(ends([4.0], [0.0])) == pytest.approx(0.790, abs=1e-3)


def test_the_best_start_is_neither_first_nor_last_and_clearly_the_best():
    places, leads = set(), []

    def looks(loss, grad, starts, learning_rate, n_steps):
        ends = [REFERENCE["multistart"](loss, grad, start[None], learning_rate, n_steps) for start in starts]
        best, *others = np.argsort([loss(end) for end in ends])
        if others:
            places.add((len(starts), int(best)))
            leads.append(loss(ends[others[0]]) - loss(ends[best]))
        return ends[best]

    assert {judge(UNIT["multistart"], looks, seed).state for seed in range(20)} == {"correct"}
    assert places == {(3, 1), (4, 1), (4, 2), (5, 1), (5, 2), (5, 3)} and min(leads) > 0.1


def test_the_three_schedules():
    size = REFERENCE["step_size"]
    assert [size("inverse", k) for k in (1, 2, 4)] == [1, 0.5, 0.25]
    with pytest.raises(ValueError):
        size("inverse", 0)
    assert [round(size("power", k), 3) for k in (0, 1, 3, 8)] == [1, 0.707, 0.5, 0.333]
    assert size("power", 5, lam=2.0, s0=1e12) == pytest.approx(2.0)


@given(seeds)
def test_standardize_is_scikit_learns_where_columns_vary(seed):
    rng = np.random.default_rng(seed)
    train, test = rng.normal(3, 5, size=(9, 3)), rng.normal(size=(4, 3))
    scaler = StandardScaler().fit(train)
    for ours, table in zip(REFERENCE["standardize"](train, test), (train, test), strict=True):
        np.testing.assert_allclose(ours, scaler.transform(table), atol=1e-12)


def test_a_column_constant_in_training_is_zero_in_both():
    train, test = REFERENCE["standardize"](np.array([[0.1, 1], [0.1, 3], [0.1, 2]]), np.array([[7.0, 2.0]]))
    assert not train[:, 0].any() and not test[:, 0].any() and test[0, 1] == 0


@pytest.mark.parametrize("weights, fulfils", [
    ([0.05, -0.02, 0.01], True), (np.array([0.05, -0.02, 0.01]), True),
    ([0.05, 0.02, 0.01], True), ([0.05, -0.02], False),
    ([0.05, 0.0, 0.01], False), ([0.2, -0.02, 0.01], False), ([0.05, -0.02, -0.02], False),
    (None, False), ("many", False), ([math.nan] * 3, False), ([[0.05], [-0.02, 1]], False), ([], False),
])  # fmt: skip
def test_what_small_random_weights_must_fulfil(weights, fulfils):
    assert all(small_and_random(2, 0.1, None, weights)) is fulfils


@pytest.mark.parametrize("weights, fulfils", [
    (np.linspace(-0.09, 0.08, 13), True), (np.linspace(0.01, 0.09, 13), False), (np.linspace(-0.049, 0.048, 13), False),
])  # fmt: skip
def test_many_small_random_weights_have_both_signs_and_fill_the_interval(weights, fulfils):
    assert all(small_and_random(12, 0.1, None, weights)) is fulfils


# The figure


def descended(eta, scaling, steps):
    """Descend on the sum of squares itself."""
    z = (AREA - scaling * AREA.mean()) / AREA.std() ** scaling
    columns, w = np.column_stack([np.ones(3), z]), START
    for _ in range(steps):
        w = w - eta * 2 * columns.T @ (columns @ w - RENT)
    return w, float(np.sum((columns @ w - RENT) ** 2))


scalings = st.integers(0, 20).map(lambda n: n / 20)


@given(eta=st.floats(0, 0.1), scaling=scalings, steps=st.integers(1, 30))
def test_the_path_is_that_of_gradient_descent_on_the_flats(eta, scaling, steps):
    way, (w, q) = walk(eta, scaling, "constant", steps), descended(eta, scaling, steps)
    np.testing.assert_allclose(way.w[-1], w, rtol=1e-7, atol=1e-9)
    assert way.loss[-1] == pytest.approx(q, rel=1e-6, abs=1e-9)
    assert way.w.shape == (steps + 1, 2) and way.loss.shape == (steps + 1,) and way.eta.shape == (steps,)


@given(scalings)
def test_the_arrows_are_eigenvectors_and_the_rate_is_the_exercises(scaling):
    q = loss(scaling)
    columns = np.column_stack([np.ones(3), q.z])
    a = 2 * columns.T @ columns
    np.testing.assert_allclose(a @ q.directions, q.directions * q.curvature, atol=1e-9)
    assert best_rate(q.curvature) == pytest.approx(REFERENCE["best_constant_rate"](q.curvature))


def test_standardising_makes_a_bowl_of_the_ravine():
    assert loss(0).condition == pytest.approx(46.15, abs=0.01)
    assert loss(1).condition == pytest.approx(1)
    assert np.diff([loss(t / 20).condition for t in range(21)]).max() < 0


@pytest.mark.parametrize("schedule, more", [("constant", {"c": 0.7}), ("inverse", {}), ("power", {"lam": 0.7})])
def test_the_figures_schedules_are_the_exercises(schedule, more):
    scale = 0.7 if schedule == "inverse" else 1.0
    expected = [scale * REFERENCE["step_size"](schedule, k, **more) for k in range(1, 9)]
    np.testing.assert_allclose(step_sizes(0.7, schedule, 8), expected)


@pytest.mark.parametrize("scaling", (0, 0.5, 1))
def test_a_contour_has_one_loss(scaling):
    for level in LEVELS:
        np.testing.assert_allclose(loss(scaling).at(contour(level, loss(scaling))), level)


@pytest.mark.parametrize("stretch, regime", [
    (0.5, "smooth"), (1, "smooth"), (1.01, "zigzag"), (2, "cycles"), (2.01, "diverges"),
])  # fmt: skip
def test_the_regime_is_the_steep_directions(stretch, regime):
    assert walk(stretch / loss(0).curvature[1], 0, "constant", 3).regime == regime


@pytest.mark.parametrize("lang", ("en", "ru"))
def test_every_state_has_its_words(lang):
    figure = Ravine(lang)
    said = set()
    for schedule in SCHEDULES:
        for eta in (0.002, 0.056, 0.4):
            figure.change(schedule=schedule, eta=eta)
            assert len(figure.words.split("\n")) == 3
            said.add(figure.words.split("\n")[0] + schedule)
    assert len(said) == 9


def test_the_line_through_the_flats_is_that_of_the_weights_however_they_are_scaled():
    figure = Ravine("en")
    for scaling in (0.0, 0.5, 1.0):
        figure.change(scaling=scaling, eta=0.04, steps=3)
        w, _ = descended(0.04, scaling, 3)
        z = (np.array([0.4, 3.6]) - scaling * 2) / AREA.std() ** scaling
        np.testing.assert_allclose(figure.now.get_ydata(), w[0] + w[1] * z)


def test_a_loss_of_zero_leaves_the_log_scale_at_the_bottom_and_divergence_at_the_edges_with_a_mark():
    figure = Ravine("en")
    figure.change(scaling=1.0, eta=0.166, steps=30)
    assert 0 < figure.curve.get_ydata()[-1] < BOTTOM
    assert [len(head.get_xdata()) for head in figure.exits] == [0, 0] and len(figure.end.get_xdata()) == 1
    figure.change(scaling=0.0, eta=0.4, steps=100)
    assert [len(head.get_xdata()) for head in figure.exits] == [1, 1] and len(figure.end.get_xdata()) == 0
    assert figure.curve.get_ydata().max() <= TOP * 1.001 and figure.png()


def test_moving_any_slider_keeps_the_background():
    figure = Ravine("en")
    figure.png()
    figure.change(eta=0.04, scaling=0.5, schedule="power", steps=80)
    assert not figure.canvas.figure.stale
