"""Unit 08: its figure, and its reference solutions against independent computations."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss as sklearn_log_loss

from autograder.exercises import units
from course.figures.decision_boundary import (
    DATA,
    HIGHEST,
    SCORES,
    STEPS,
    DecisionBoundary,
    X,
    Y,
    line,
    lowest_loss,
    sigmoid,
    softmax,
    training,
)
from course.public.u08_logistic_and_softmax import finite_and_large

EXERCISES = {name: exercise.reference for name, exercise in units()["08-logistic-and-softmax"].items()}
seeds = st.integers(0, 10_000).map(np.random.default_rng)


def slopes(f, point):
    """Return the gradient of f by central differences, in the shape of ``point``."""
    h, gradient = 1e-5, np.zeros(point.shape)
    for i in np.ndindex(*point.shape):
        step = np.zeros(point.shape)
        step[i] = h
        gradient[i] = (f(point + step) - f(point - step)) / (2 * h)
    return gradient


# What the exercises ask for


def test_the_numbers_of_the_lesson():
    X2, y2 = np.array([[1.0, 2.0], [1.0, 4.0]]), np.array([1.0, 0.0])
    assert EXERCISES["log_loss"](np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.4])) == pytest.approx(0.415, abs=5e-4)
    np.testing.assert_allclose(EXERCISES["logistic_gradient"](np.zeros(2), X2, y2), [0.0, 0.5], atol=1e-15)
    np.testing.assert_allclose(EXERCISES["fit_logistic"](X2, y2, 0.1, 1), [0.0, -0.05], atol=1e-15)
    np.testing.assert_allclose(EXERCISES["softmax"](np.array([1.0, 0.0, 0.0])), [0.576, 0.212, 0.212], atol=5e-4)
    assert EXERCISES["log_sum_exp"](np.array([2.0, 1.0, 0.0])) == pytest.approx(2.408, abs=5e-4)
    loss, gradient = EXERCISES["cross_entropy"](np.array([[2.0, 1.0, 0.0]]), np.array([1]))
    assert loss == pytest.approx(1.408, abs=5e-4)
    np.testing.assert_allclose(gradient, [[0.665, -0.755, 0.090]], atol=5e-4)
    np.testing.assert_allclose(EXERCISES["one_vs_rest"](np.array([[0.9, 0.6, 0.0]])), [[0.6, 0.4, 0.0]])


@given(seeds)
def test_softmax_and_log_sum_exp_agree_with_scipy(rng):
    z = rng.normal(scale=10 ** rng.uniform(-1, 3), size=(3, 4))
    np.testing.assert_allclose(EXERCISES["softmax"](z), special.softmax(z, axis=-1), rtol=1e-12, atol=1e-300)
    np.testing.assert_allclose(EXERCISES["log_sum_exp"](z), special.logsumexp(z, axis=-1), rtol=1e-12)


@given(seeds)
def test_both_log_losses_agree_with_scikit_learn(rng):
    z, y = rng.normal(scale=3.0, size=6), np.array([0.0, 1.0, 1.0, 0.0, 1.0, 0.0])
    expected = sklearn_log_loss(y, special.expit(z))
    assert EXERCISES["log_loss"](y, special.expit(z)) == pytest.approx(expected, rel=1e-9)
    assert EXERCISES["log_loss_from_logits"](z, y) == pytest.approx(expected, rel=1e-9)


@given(seeds)
def test_the_gradients_are_the_slopes_of_their_losses(rng):
    w, table, y = rng.normal(size=3), rng.normal(size=(5, 3)), np.array([1.0, 0.0, 0.0, 1.0, 1.0])
    lam = rng.uniform(0, 1)
    plain = slopes(lambda v: EXERCISES["log_loss_from_logits"](table @ v, y), w)
    np.testing.assert_allclose(EXERCISES["logistic_gradient"](w, table, y), plain, atol=1e-8)
    priced = slopes(lambda v: EXERCISES["log_loss_from_logits"](table @ v, y) + lam * (v[1:] @ v[1:]), w)
    np.testing.assert_allclose(EXERCISES["logistic_gradient_l2"](w, table, y, lam), priced, atol=1e-8)
    z, classes = rng.normal(size=(4, 3)), rng.integers(3, size=4)
    np.testing.assert_allclose(
        EXERCISES["cross_entropy"](z, classes)[1],
        slopes(lambda v: EXERCISES["cross_entropy"](v, classes)[0], z),
        atol=1e-8,
    )


def test_long_training_arrives_where_scikit_learn_does():
    model = LogisticRegression(C=np.inf, fit_intercept=False, tol=1e-10, max_iter=1000).fit(X, Y)
    np.testing.assert_allclose(EXERCISES["fit_logistic"](X, Y, 1.0, 5000), model.coef_[0], atol=1e-4)


@pytest.mark.parametrize(
    ("loss", "seen"),
    [
        (27.0, [True, True]),
        (3.0, [True, False]),
        (np.inf, [False, True]),
        (np.nan, [False, False]),
        ("a", [False, False]),
    ],
)
def test_what_a_sure_mistake_must_cost(loss, seen):
    assert finite_and_large(np.ones(1), np.zeros(1), loss) == seen


def test_the_claim_about_the_largest_softmax_of_probabilities():
    for k in (3, 10):
        assert softmax(np.eye(k)[0], 1.0).max() == pytest.approx(np.e / (np.e + k - 1))
        rows = np.random.default_rng(k).uniform(size=(500, k))
        assert EXERCISES["softmax"](rows).max() <= np.e / (np.e + k - 1)


# The figure


@given(st.sampled_from([0.01, 0.1, 1.0, 6.31]), st.integers(0, STEPS))
def test_the_figure_trains_as_the_exercise_does(eta, steps):
    seen = training(eta, steps)
    assert seen.w.shape == (steps + 1, 3) and seen.loss.shape == (steps + 1,)
    np.testing.assert_allclose(seen.w[-1], EXERCISES["fit_logistic"](X, Y, eta, steps), rtol=1e-6, atol=1e-9)
    assert seen.loss[-1] == pytest.approx(EXERCISES["log_loss_from_logits"](X @ seen.w[-1], Y))
    assert seen.loss.min() >= lowest_loss() - 1e-12


def test_what_the_questions_of_the_lesson_say():
    walk = training(0.1, STEPS).w
    mistakes = [int(np.sum((X @ w >= 0) != Y)) for w in walk]
    assert mistakes[1] == 10 == min(mistakes[1:])
    assert training(1.0, STEPS).loss[-1] == pytest.approx(lowest_loss(), abs=1e-3)
    rises = [eta for eta in (1.0, 6.31, 7.94, 20.0) if np.any(np.diff(training(eta, STEPS).loss) > 1e-6)]
    assert rises == [7.94, 20.0]
    assert training(20.0, STEPS).loss.max() < 2  # the top of the chart


@given(seeds, st.sampled_from([0.1, 0.5, 0.9]))
def test_the_model_gives_p_on_the_line_of_p(rng, p):
    w = rng.normal(size=3)
    ends = line(w, p)
    for share in (0.0, 0.3, 1.0):
        point = ends[0] + share * (ends[1] - ends[0])
        assert sigmoid(w[0] + w[1:] @ point) == pytest.approx(p)
    assert line(np.array([1.0, 0.0, 0.0]), p) is None


@given(st.floats(0.1, 10))
def test_temperature_keeps_the_order(t):
    shares = softmax(SCORES, t)
    assert shares.sum() == pytest.approx(1) and shares[0] > shares[1] > shares[2]
    assert (shares[0] > softmax(SCORES, 1.0)[0]) == (t < 1) or t == pytest.approx(1)


@pytest.fixture(scope="module")
def figure() -> DecisionBoundary:
    return DecisionBoundary("en")


def test_the_figure_shows_and_says_what_is_computed(figure):
    figure.change(eta=1.0, steps=20, temperature=0.5, lam=0.0, groups="overlap")
    assert "step 20" in figure.words and "Cold" in figure.words and "0.867, 0.117, 0.016" in figure.words
    assert len(figure.curve.get_xdata()) == 21
    assert [bar.get_height() for bar in figure.bars] == pytest.approx(list(softmax(SCORES, 0.5)))
    figure.change(eta=20.0, steps=1)
    assert "has raised the loss, from 0.6931 to" in figure.words


def test_before_the_first_step_there_is_no_boundary_and_no_colour(figure):
    figure.change(eta=0.1, steps=0, temperature=1.0)
    assert "no boundary yet" in figure.words and "30 of 60" in figure.words
    assert all(len(artist.get_xdata()) == 0 for artist in figure.lines)
    assert np.isnan(np.asarray(figure.surface.get_array().filled(np.nan))).all()
    figure.change(steps=1)
    assert all(len(artist.get_xdata()) == 2 for artist in figure.lines)


def test_the_sentence_keeps_its_three_lines(figure):
    for eta, steps, lam in ((0.1, 0, 0.0), (1.0, 20, 0.0), (20.0, 1, 0.0), (20.0, 100, 0.2)):
        figure.change(eta=eta, steps=steps, lam=lam)
        assert figure.words.count("\n") == 2


def test_a_penalty_stops_the_weights_that_separate_groups_let_grow():
    free, held = training(1.0, STEPS, groups="apart"), training(1.0, STEPS, 0.02, "apart")
    assert (np.diff(free.size) > 0).all() and free.mistakes == 0 and lowest_loss(0.0, "apart") == 0.0
    assert held.size[-1] == pytest.approx(held.size[-20], rel=1e-2) and held.size[-1] < 0.6 * free.size[-1]
    assert held.loss[-1] == pytest.approx(lowest_loss(0.02, "apart"), abs=1e-3)


@given(seeds, st.sampled_from([0.0, 0.05]), st.sampled_from(["overlap", "apart"]))
def test_a_step_of_the_figure_goes_down_the_gradient_of_the_exercise(rng, lam, groups):
    w = training(0.1, int(rng.integers(1, 20)), lam, groups).w
    slope = EXERCISES["logistic_gradient_l2"](w[-2], DATA[groups], Y, lam)
    np.testing.assert_allclose(w[-1], w[-2] - 0.1 * slope, rtol=1e-9, atol=1e-12)


def test_a_loss_that_leaves_its_window_ends_there(figure):
    figure.change(eta=20.0, lam=0.2, steps=STEPS, groups="apart")
    assert training(20.0, STEPS, 0.2, "apart").loss[-1] > HIGHEST
    assert figure.curve.get_ydata()[-1] == pytest.approx(HIGHEST)
    assert figure.too_high.get_ydata() == pytest.approx([HIGHEST]) and len(figure.now.get_xdata()) == 0
    figure.change(eta=1.0, lam=0.0)
    assert len(figure.too_high.get_xdata()) == 0 and figure.now.get_xdata().tolist() == [STEPS]


def test_the_learners_fit_is_drawn_as_it_is():
    figure = DecisionBoundary("en", EXERCISES["fit_logistic"])
    assert "finds the same weights" in figure.words
    np.testing.assert_allclose(figure.own_line.get_xydata(), figure.lines[1].get_xydata(), rtol=1e-6)
    figure = DecisionBoundary("en", lambda X, y, learning_rate, n_steps: np.full(3, np.inf))
    assert "without bounds" in figure.words and len(figure.own_line.get_xdata()) == 0
    figure = DecisionBoundary("en", lambda X, y, learning_rate, n_steps: np.ones(2))
    assert "of shape (2,)" in figure.words


def test_a_change_repaints_only_what_moves(figure):
    figure.png()
    figure.change(eta=3.16, lam=0.02, steps=70, temperature=2.0, groups="apart")
    assert not figure.canvas.figure.stale
    moved = figure.png()
    fresh = DecisionBoundary("en")
    fresh.change(eta=3.16, lam=0.02, steps=70, temperature=2.0, groups="apart")
    assert fresh.png() == moved
