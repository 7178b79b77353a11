"""Unit 09: the optimisers against the papers' formulas in decimal numbers, the landscapes, the optimiser race."""

from __future__ import annotations

import json
from decimal import Decimal, localcontext
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.exercises import units
from course.figures.optimiser_race import (
    HIGH,
    LOW,
    RACERS,
    RATES,
    TUNED,
    OptimiserRace,
    condition,
    fewest_steps,
    on_map,
    race,
    tuning,
)
from course.landscapes import LANDSCAPES
from course.public import u09_momentum_to_adam as public

UNIT = units()["09-momentum-to-adam"]

every_landscape = pytest.mark.parametrize("name", LANDSCAPES)
every_language = pytest.mark.parametrize("lang", ["en", "ru"])
USUAL = {"eta": 0.1, "alpha": 0.9, "beta1": 0.9, "beta2": 0.999}


def reference(name: str):
    return UNIT[name].reference


# The references, against the formulas of the papers written as sums over the whole past, in 50 decimal digits

EPS = Decimal("1e-8")
sizes = st.floats(0.05, 20).map(lambda x: round(x, 4))
gradients = st.lists(
    st.tuples(sizes, st.booleans()).map(lambda pair: pair[0] if pair[1] else -pair[0]), min_size=1, max_size=12
)
rates = st.sampled_from(["0.001", "0.05", "0.3"])
decays = st.sampled_from(["0", "0.5", "0.9", "0.99", "0.999"])


def walked(start: float, steps: list[Decimal]) -> list[float]:
    """Return the weights after each of the ``steps``."""
    weights, w = [], Decimal(repr(start))
    for step in steps:
        w -= step
        weights.append(float(w))
    return weights


def fading(values: list[Decimal], decay: Decimal) -> list[Decimal]:
    """Return, for every t, the sum of decay^(t − i)·value_i over i = 1, … t."""
    return [sum(decay ** (t - i) * values[i] if t > i else values[i] for i in range(t + 1)) for t in range(len(values))]


def close(name: str, start: float, grads: list[float], hyper: dict[str, str], steps: list[Decimal]) -> None:
    plain = {key: float(value) for key, value in hyper.items()}
    got = reference(name)(np.array([start]), np.array(grads)[:, None], **plain)
    np.testing.assert_allclose(got[:, 0], walked(start, steps), rtol=1e-6, atol=1e-9)


@settings(max_examples=50)
@given(gradients, rates, decays)
def test_momentum_is_a_sum_over_the_past(grads, rate, alpha):
    with localcontext() as context:
        context.prec = 50
        g = [Decimal(repr(x)) for x in grads]
        steps = [Decimal(rate) * total for total in fading(g, Decimal(alpha))]
        close("momentum", 0.7, grads, {"learning_rate": rate, "alpha": alpha}, steps)


@settings(max_examples=50)
@given(gradients, rates)
def test_adagrad_divides_by_the_length_of_all_gradients_so_far(grads, rate):
    with localcontext() as context:
        context.prec = 50
        g = [Decimal(repr(x)) for x in grads]
        lengths = [sum(x * x for x in g[: k + 1]).sqrt() for k in range(len(g))]
        steps = [Decimal(rate) * x / (length + EPS) for x, length in zip(g, lengths, strict=True)]
        close("adagrad", -1.3, grads, {"learning_rate": rate}, steps)


@settings(max_examples=50)
@given(gradients, rates, st.sampled_from(["0.5", "0.9", "0.99"]))
def test_rmsprop_divides_by_the_root_of_a_fading_mean_of_squares(grads, rate, alpha):
    with localcontext() as context:
        context.prec = 50
        g = [Decimal(repr(x)) for x in grads]
        means = [(1 - Decimal(alpha)) * total for total in fading([x * x for x in g], Decimal(alpha))]
        steps = [Decimal(rate) * x / (mean + EPS).sqrt() for x, mean in zip(g, means, strict=True)]
        close("rmsprop", 2.1, grads, {"learning_rate": rate, "alpha": alpha}, steps)


@settings(max_examples=50)
@given(gradients, rates, st.sampled_from(["0.5", "0.9"]), st.sampled_from(["0.9", "0.999"]))
def test_adam_divides_true_weighted_means(grads, rate, beta1, beta2):
    """With its correction an average is the weighted mean of what was seen, with weights β^(t − i)."""
    with localcontext() as context:
        context.prec = 50
        g = [Decimal(repr(x)) for x in grads]
        ones, b1, b2 = [Decimal(1)] * len(g), Decimal(beta1), Decimal(beta2)
        up = [a / b for a, b in zip(fading(g, b1), fading(ones, b1), strict=True)]
        down = [a / b for a, b in zip(fading([x * x for x in g], b2), fading(ones, b2), strict=True)]
        steps = [Decimal(rate) * a / (b.sqrt() + EPS) for a, b in zip(up, down, strict=True)]
        close("adam", 0.4, grads, {"learning_rate": rate, "beta1": beta1, "beta2": beta2}, steps)


# The references, against PyTorch's optimisers; recorded/optimisers.py made the record

RECORDED = json.loads((Path(__file__).parent / "recorded" / "optimisers.json").read_text("utf-8"))


def label(case: dict) -> str:
    return " ".join([case["name"], *map(str, case["hyper"].values())])


@pytest.mark.parametrize("case", RECORDED["shown"], ids=label)
def test_shown_gradients_an_optimiser_walks_as_in_pytorch(case):
    got = reference(case["name"])(np.array(case["w0"]), np.array(case["grads"]), **case["hyper"])
    np.testing.assert_allclose(got, case["weights"], rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("case", RECORDED["walks"], ids=label)
def test_on_a_landscape_an_optimiser_walks_as_in_pytorch(case):
    grad, start = LANDSCAPES[case["landscape"]].grad, np.array(case["path"][0])
    steps = len(case["path"]) - 1
    got = reference("minimise")(reference(case["name"]), grad, start, steps, **case["hyper"])
    np.testing.assert_allclose(got, case["path"], rtol=1e-6, atol=1e-9)


@given(st.floats(0.01, 1), st.floats(0, 0.99))
def test_the_effective_step_is_the_limit_of_momentum(rate, alpha):
    path = reference("momentum")(np.zeros(1), np.ones((4000, 1)), rate, alpha)
    assert path[-2, 0] - path[-1, 0] == pytest.approx(reference("effective_step")(rate, alpha), rel=1e-6)


@given(st.floats(0.01, 1), st.integers(1, 300), sizes)
def test_the_reach_is_how_far_adagrad_walks(rate, n, size):
    path = reference("adagrad")(np.zeros(1), np.full((n, 1), -size), rate, eps=0.0)
    assert path[-1, 0] == pytest.approx(reference("adagrad_reach")(rate, n), rel=1e-9)


@given(st.floats(0.01, 0.999), st.integers(1, 200))
def test_the_bias_factor_is_what_the_zero_takes_away(beta, t):
    average = 0.0
    for _ in range(t):
        average = beta * average + (1 - beta) * 7.0
    assert average / 7.0 == pytest.approx(reference("bias_factor")(beta, t), rel=1e-9)


# The landscapes


@every_landscape
@settings(max_examples=30)
@given(st.floats(-2.5, 2.5), st.floats(-2.5, 2.5))
def test_the_gradient_is_the_slope_of_the_loss(name, a, b):
    land, w, h = LANDSCAPES[name], np.array([a, b]), 1e-5
    numeric = [(land.loss(w + h * e) - land.loss(w - h * e)) / (2 * h) for e in np.eye(2)]
    np.testing.assert_allclose(land.grad(w), numeric, rtol=1e-6, atol=1e-6)


@every_landscape
def test_the_minima_are_minima_and_the_first_has_loss_zero(name):
    land = LANDSCAPES[name]
    around = 0.05 * np.array([[np.cos(t), np.sin(t)] for t in np.linspace(0, 6.2, 20)])
    for point in np.array(land.minima):
        np.testing.assert_allclose(land.grad(point), 0, atol=1e-12)
        assert (land.loss(point + around) > land.loss(point)).all()
    assert land.loss(np.array(land.minima[0])) == pytest.approx(0, abs=1e-12)
    grid = np.stack(np.meshgrid(*(np.linspace(*ends, 201) for ends in land.bounds)), axis=-1)
    assert land.loss(grid).min() >= -1e-12
    assert all(low < value < high for (low, high), value in zip(land.bounds, land.start, strict=True))


# The race


@every_landscape
def test_the_racers_are_the_optimisers_of_the_unit(name):
    land, minimise = LANDSCAPES[name], reference("minimise")
    start, result = np.array(land.start), race(name, **USUAL)
    hypers = {
        "momentum": {"alpha": 0.9},
        "adagrad": {},
        "rmsprop": {"alpha": 0.9},
        "adam": {"beta1": 0.9, "beta2": 0.999},
    }
    for racer, hyper in hypers.items():
        path = minimise(reference(racer), land.grad, start, 40, learning_rate=0.1, **hyper)
        np.testing.assert_allclose(result.w[:41, RACERS.index(racer)], path, rtol=1e-4, atol=1e-4)
    w = start
    for k in range(41):
        np.testing.assert_allclose(result.w[k, 0], w, rtol=1e-9)
        w = w - 0.1 * land.grad(w)


@settings(max_examples=25)
@given(
    st.sampled_from([*LANDSCAPES]), st.integers(1, 60), st.integers(0, 99), st.integers(0, 99), st.integers(900, 999)
)
def test_a_path_ends_when_it_leaves_the_map_and_only_then(name, eta, alpha, beta1, beta2):
    result = race(name, eta / 100, alpha / 100, beta1 / 100, beta2 / 1000)
    for n, lost in enumerate(result.lost):
        assert on_map(LANDSCAPES[name], result.w[:lost, n]).all()
        assert not on_map(LANDSCAPES[name], result.w[lost : lost + 1, n]).any()
        assert np.isfinite(result.w[: lost + 1, n]).all() and np.isnan(result.w[lost + 1 :, n]).all()


@every_landscape
@settings(max_examples=5, deadline=None)
@given(st.integers(0, 99), st.integers(0, 99), st.integers(900, 999))
def test_each_racer_gets_the_rate_that_brings_it_lowest_and_keeps_it_there(name, alpha, beta1, beta2):
    decays = alpha / 100, beta1 / 100, beta2 / 1000
    tuned = tuning(name, *decays)
    together = race(name, tuned.etas, *decays)
    late = [race(name, float(eta), *decays).loss[TUNED - 10 : TUNED + 1] for eta in RATES[::9]]
    for n in range(len(RACERS)):
        mine = together.loss[TUNED - 10 : TUNED + 1, n]
        assert mine[-1] == pytest.approx(tuned.loss[tuned.best[n], n], rel=1e-9)
        assert all(not other[:, n].max() < mine.max() for other in late)


def test_the_condition_number_is_that_of_the_curvatures():
    assert condition("ravine") == pytest.approx(4 / 0.1)
    assert condition("saddle") == pytest.approx(2)
    assert condition("two_minima") == pytest.approx(4.5 / 2)  # (w₀ − 0.3)(w₀ − 1) at −1.5, against 2
    x = (5.1 + np.sqrt(5.1**2 - 4 * 0.1)) / 2  # trace and determinant of Rosenbrock's second derivatives in (1, 1)
    assert condition("rosenbrock") == pytest.approx(x / (0.1 / x), rel=1e-4)


def test_tuned_descent_takes_steps_in_proportion_to_the_condition_and_momentum_to_its_root():
    counts = {kappa: fewest_steps(kappa) for kappa in (25.0, 100.0, 400.0)}
    for kappa, (plain, fast, alpha) in counts.items():
        assert plain == pytest.approx(np.log(100) / 2 * kappa, rel=0.02)
        assert 2 < fast / np.sqrt(kappa) < 4
        assert alpha == pytest.approx(((np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1)) ** 2, abs=0.06)
    experiment = UNIT["fewest_steps"].reference
    assert counts[25.0][0] <= experiment(25.0, 0.0, [share * 2 / 25 for share in (0.85, 0.9, 0.95, 0.975)], 200)


def test_what_the_text_says_of_the_race():
    ravine = race("ravine", **USUAL).loss[60]
    assert [RACERS[n] for n in np.argsort(ravine)[[0, -2, -1]]] == ["rmsprop", "descent", "adagrad"]
    saddle = np.abs(race("saddle", **USUAL).w[:, :, 1])
    assert [int(k) for k in np.argmax(saddle > 0.5, axis=0)] == [43, 16, 6, 2, 6]
    for alpha, deep in ((0.56, False), (0.58, True), (0.9, True), (0.92, False)):
        result = race("two_minima", **USUAL | {"alpha": alpha})
        assert (result.w[-1, 1, 0] < 0.3) == deep
    assert (race("two_minima", **USUAL).w[-1, [0, 2, 3, 4], 0] > 0.3).all()


# The figure


@every_language
def test_it_says_who_is_ahead(lang):
    figure = OptimiserRace(lang)
    figure.change(steps=60)
    assert "60" in figure.words and "RMSprop" in figure.words.split("\n")[0]
    figure.change(steps=0)
    assert "3.68" in figure.words
    figure.change(landscape="two_minima", eta=0.6, steps=150)
    assert " 3" in figure.words and "Adam" in figure.words.split("\n")[0]
    assert figure.text("done.two_minima", who="RMSprop, Adam") in figure.words


def test_who_has_flown_away_is_marked_at_both_edges_and_has_no_point():
    figure = OptimiserRace("en")
    figure.change(landscape="two_minima", eta=0.6, steps=150)
    (across, up), (k, height) = (exit_.get_xydata()[0] for exit_ in figure.exits["momentum"])
    (left, right), (low, high) = LANDSCAPES["two_minima"].bounds
    assert min(abs(across - left), abs(across - right), abs(up - low), abs(up - high)) == pytest.approx(0, abs=1e-9)
    assert 2 <= k <= 3 and height == pytest.approx(HIGH)
    assert all(len(head.get_xdata()) == 0 for head in figure.heads["momentum"])
    assert figure.text("lost", name=figure.text("momentum"), k=3) in figure.words
    figure.change(steps=1)
    assert all(len(exit_.get_xdata()) == 0 for exit_ in figure.exits["momentum"])
    assert all(len(head.get_xdata()) == 1 for head in figure.heads["momentum"])


def test_who_is_beyond_the_window_but_still_on_the_map_is_marked_and_races_on():
    figure = OptimiserRace("en")
    bounds = np.array(LANDSCAPES["rosenbrock"].bounds)
    paths = race("rosenbrock", 0.6, 0.9, 0.9, 0.999)
    outside = ((paths.w < bounds[:, 0]) | (paths.w > bounds[:, 1])).any(axis=2) & on_map(
        LANDSCAPES["rosenbrock"], paths.w
    )
    step, racer = np.argwhere(outside)[0]
    figure.change(landscape="rosenbrock", eta=0.6, steps=int(step))
    name = RACERS[racer]
    assert len(figure.exits[name][0].get_xdata()) == 1 and len(figure.heads[name][0].get_xdata()) == 0
    assert figure.text("lost", name=figure.text(name), k=step) not in figure.words


@every_language
def test_with_the_best_rate_for_each_the_last_becomes_the_first(lang):
    figure = OptimiserRace(lang)
    figure.change(steps=60)
    assert figure.words.split("\n")[1].rstrip(".").endswith("AdaGrad 0.45")
    figure.change(rates="best")
    assert "AdaGrad (η = " in figure.words.split("\n")[0]
    tuned = tuning("ravine", 0.9, 0.9, 0.999)
    for n, racer in enumerate(RACERS):
        ((eta, worth),) = figure.bests[racer].get_xydata()
        assert eta == tuned.etas[n] and worth == pytest.approx(max(tuned.loss[tuned.best[n], n], LOW))
    assert "93 " in figure.words and "κ = 40" in figure.words


def test_a_change_of_the_landscape_takes_the_old_contours_away():
    figure = OptimiserRace("en")
    figure.png()
    count = len(figure.left.collections)
    for name in [*LANDSCAPES, "ravine"]:
        figure.change(landscape=name)
        figure.png()
        assert len(figure.left.collections) == count
        assert figure.left.get_xlim() == LANDSCAPES[name].bounds[0]


def test_all_five_differ_in_colour_marker_and_line():
    figure = OptimiserRace("en")
    looks = [(line.get_color(), line.get_marker(), str(line._dash_pattern)) for line, _ in figure.paths.values()]
    assert len({look[0] for look in looks}) == len({look[1] for look in looks}) == 5
    assert len({look[2] for look in looks}) == 4  # two full lines, black and red


# What the public examples need


def test_the_examples_optimisers_remember_and_are_none_of_the_exercises():
    start, grads = np.array([1.0, -2.0]), np.array([[1.0, 2.0], [1.0, -1.0], [0.5, 1.0]])
    np.testing.assert_allclose(public.eager(start, grads)[-1], start - 0.1 * np.array([2.5 + 1.0, 2.0 + 1.25]))
    signed = public.signed_with(start, grads, 0.2, 0.1)
    np.testing.assert_allclose(signed[-1], start - np.array([0.8, 0.2]))
    for other in (grads.tolist(), [*grads]):
        np.testing.assert_array_equal(public.eager(start, other), public.eager(start, grads))
    with pytest.raises(TypeError):
        public.eager(start, grads[0])


def test_a_large_eps_is_seen_in_the_first_step():
    def seen(path, eps=4.0):
        return public.shortened(np.array([1.0]), np.array([[2.0]]), 0.5, path, eps=eps)

    for name in ("adagrad", "rmsprop", "adam"):
        assert seen(reference(name)(np.array([1.0]), np.array([[2.0]]), 0.5, eps=4.0)) is True
        assert seen(reference(name)(np.array([1.0]), np.array([[2.0]]), 0.5)) is False
    assert seen([[1.0]]) is False and seen(None) is None
    for value in ("path", 0.7, [0.7], [[0.7, 0.7]], [[1.0], [0.7, 0.5]]):
        assert seen(value) == public.NOT_WEIGHTS
