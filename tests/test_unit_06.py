"""Unit 06: the figure with three paths, and the references against independent computations."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thorough import at_least

from autograder.exercises import units
from autograder.exercises.u06_sgd_and_mini_batch.sgd import _explained
from autograder.judging.judge import judge
from course.figures.three_paths import BEST, EACH, GOAL, OVERHEAD, START, M, ThreePaths, X, Y, excess, walk
from course.public.u06_sgd_and_mini_batch import NOT_A_PATH, NOT_BATCHES, falling_step, flat, shuffled_partition, visits

UNIT = units()["06-sgd-and-mini-batch"]

etas = st.integers(1, 55).map(lambda n: n / 100)
seeds = st.integers(0, 2**32 - 1)


def reference(name: str):
    return UNIT[name].reference


# What the figure computes


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_the_excess_is_the_loss_above_the_smallest(a, b):
    def loss(w):
        return np.mean((X @ w - Y) ** 2)

    assert excess(np.array([a, b])) == pytest.approx(loss(np.array([a, b])) - loss(BEST), abs=1e-9)


@given(st.integers(1, 50).map(lambda n: n / 100), st.integers(1, 8), st.integers(1, 20))
def test_the_full_path_agrees_with_the_eigenvectors(eta, epochs, luck):
    values, vectors = np.linalg.eigh(2 * X.T @ X / M)
    expected = BEST + vectors @ ((1 - eta * values) ** epochs * (vectors.T @ (START - BEST)))
    np.testing.assert_allclose(walk(eta, M, epochs, luck).w[-1], expected, rtol=1e-9)


@settings(max_examples=25)
@given(etas, st.integers(1, M), st.integers(1, 5), st.integers(1, 20))
def test_all_walks_have_the_same_budget(eta, size, epochs, luck):
    seen = walk(eta, size, epochs, luck)
    if not seen.lost:
        assert seen.gradients[-1] == epochs * M
        assert len(seen.w) - 1 == epochs * -(-M // size)
    assert len(seen.w) == len(seen.gradients) == len(seen.excess) and np.isfinite(seen.excess).all()
    batches = np.diff(seen.gradients)
    np.testing.assert_allclose(np.diff(seen.time), OVERHEAD + EACH * batches)


@given(etas, st.integers(1, M))
def test_an_arrival_is_the_first_update_that_is_near_enough(eta, size):
    seen = walk(eta, size, 3, 1)
    count = seen.arrival("updates")
    if count is None:
        assert (seen.excess > GOAL).all()
    else:
        assert seen.excess[int(count)] <= GOAL and (seen.excess[: int(count)] > GOAL).all()
        assert seen.arrival("time") == seen.time[int(count)]


def test_a_smaller_step_and_a_larger_batch_lower_the_floor():
    def floor(eta, size):
        return np.mean([walk(eta, size, 40, luck).level for luck in range(1, 9)])

    assert floor(0.02, 1) < floor(0.05, 1) < floor(0.1, 1)
    assert floor(0.05, 16) < floor(0.05, 4) < floor(0.05, 1)


# What it shows and says


@pytest.fixture
def figure() -> ThreePaths:
    return ThreePaths("en")


@settings(max_examples=at_least(4, 8))
@given(st.lists(st.tuples(etas, st.integers(1, M), st.integers(1, 4), st.integers(1, 20)), min_size=1, max_size=3))
def test_what_it_shows_does_not_depend_on_what_it_showed_before(moves):
    figure = ThreePaths("en")
    for eta, size, epochs, luck in moves:
        figure.change(eta=eta, batch_size=size, epochs=epochs, luck=luck)
        moved = figure.png()
    fresh = ThreePaths("en")
    fresh.change(eta=eta, batch_size=size, epochs=epochs, luck=luck)
    assert fresh.png() == moved


def test_moving_any_slider_keeps_the_background(figure):
    figure.png()
    figure.change(eta=0.3, batch_size=3, epochs=20, luck=5)
    assert not figure.canvas.figure.stale


@pytest.mark.parametrize(
    "values, says",
    [
        ({}, "by gradients SGD (15); by updates full gradient, mini-batch (8); by time mini-batch (64 µs)"),
        ({"eta": 0.3}, "by updates full gradient (1);"),
        ({"epochs": 1, "eta": 0.5, "batch_size": 2, "luck": 3}, "None of them has come within 1"),
        ({"batch_size": 1}, "is SGD: the two paths coincide"),
        ({"batch_size": M}, "is the full gradient: the two paths coincide"),
        ({"eta": 0.55, "epochs": 30, "batch_size": 2}, "All three diverge"),
    ],
)
def test_the_words_say_who_was_first(figure, values, says):
    figure.change(**values)
    assert says in figure.words and len(figure.words.split("\n")) == 5


# The references against other ways to compute


@given(seeds, st.integers(2, 6), st.integers(1, 4))
def test_the_noise_of_a_batch_by_asking_every_batch(seed, m, size):
    g = np.random.default_rng(seed).normal(size=m)
    noise = reference("batch_noise")
    assert noise(g, size, True) == pytest.approx(np.var([np.mean(d) for d in itertools.product(g, repeat=size)]))
    size = min(m, size)
    every = [np.mean(draw) for draw in itertools.combinations(g, size)]
    assert np.mean(every) == pytest.approx(np.mean(g))
    assert noise(g, size, False) == pytest.approx(np.var(every), abs=1e-12)


@given(st.floats(0.001, 0.999), st.floats(0, 100))
def test_the_noise_floor_is_where_a_step_changes_nothing(eta, sigma2):
    v = reference("noise_floor")(eta, sigma2)
    assert (1 - 2 * eta) ** 2 * v + eta**2 * sigma2 == pytest.approx(v)


def test_the_noise_floor_by_simulation():
    rng, w = np.random.default_rng(0), np.full(200_000, 1.0)
    for _ in range(80):
        w = w - 0.15 * (2 * w + 3 * rng.normal(size=w.size))
    assert np.mean(w**2) == pytest.approx(reference("noise_floor")(0.15, 9.0), rel=0.02)


@given(st.floats(0, 3).filter(lambda p: min(abs(p - 0.5), abs(p - 1)) > 0.05))
def test_the_conditions_by_how_sums_grow(p):
    """Over each further factor of ten a sum of powers grows by a power of ten: upwards if it is infinite."""

    def is_infinite(power):
        blocks = [np.sum(np.arange(10.0**k, 10.0 ** (k + 1)) ** -power) for k in (3, 4, 5)]
        return bool(blocks[2] > 0.9999 * blocks[1])

    assert reference("robbins_monro")(p) == (is_infinite(p) and not is_infinite(2 * p))


@given(seeds, st.integers(1, 7), st.integers(1, 7))
def test_the_gradient_of_a_batch_by_differences(seed, m, size):
    rng = np.random.default_rng(seed)
    data, y, w, h = rng.normal(size=(m, 3)), rng.normal(size=m), rng.normal(size=3), 1e-4
    idx = rng.integers(m, size=size)

    def loss(weights):
        return np.mean((data[idx] @ weights - y[idx]) ** 2)

    differences = [(loss(w + h * unit) - loss(w - h * unit)) / (2 * h) for unit in np.eye(3)]
    np.testing.assert_allclose(reference("batch_gradient")(w, data, y, idx), differences, atol=1e-6)
    step = reference("sgd_step")(w, data, y, idx[0], 0.1)
    np.testing.assert_allclose(step, w - 0.1 * reference("batch_gradient")(w, data, y, idx[:1]))


@given(st.integers(1, 60), st.integers(1, 70), seeds)
def test_batches_and_their_cost_agree(n, size, seed):
    found = reference("batches")(n, size, np.random.default_rng(seed))
    assert sorted(np.concatenate(found).tolist()) == list(range(n))
    assert reference("epoch_cost")(n, size) == (len(found), sum(map(len, found)))


# What the judge reads off an answer


@settings(max_examples=20)
@given(seeds, st.integers(1, 3))
def test_the_batches_behind_a_path_are_found(seed, size):
    rng = np.random.default_rng(seed)
    data, y, w0 = rng.normal(size=(6, 2)), rng.normal(size=6), rng.normal(size=2)
    path = reference("sgd")(data, y, w0, lambda k: 0.1 / k, 2, size, np.random.default_rng(seed))
    order = np.random.default_rng(seed)
    expected = [[sorted(batch.tolist()) for batch in reference("batches")(6, size, order)] for _ in range(2)]
    assert _explained(path, data, y, lambda k: 0.1 / k, 2, size) == expected
    assert _explained(path + 0.01 * np.arange(len(path))[:, None], data, y, lambda k: 0.1 / k, 2, size) is None


def test_a_partition_is_told_from_what_is_none():
    def unshuffled(*batches):
        return shuffled_partition(4, 2, None, list(batches))[3:]

    assert shuffled_partition(4, 2, None, [np.array([2, 0]), [3, 1]]) == [[2, 2], *[False] * 5]
    assert unshuffled([0, 1], [2, 3]) == [True, True, True]
    assert unshuffled([1, 0], [2, 3]) == [False, True, True]
    assert unshuffled([2, 3], [0, 1]) == [False, False, True]
    assert unshuffled([0, 1, 2, 3]) == [False, False, False]
    assert shuffled_partition(4, 2, None, [[2, 2], [0, 9]])[1:3] == [True, True]
    assert flat(None) is None
    for value in (3, "ab", {}, [1, 2], [[0.5]], [["a"]], [[[0]]], [[10**30]], [[True]]):
        assert flat(value) == NOT_BATCHES


def test_the_order_of_a_path_is_told_where_each_object_has_its_own_weight():
    def seen(path):
        return visits(np.eye(3), np.ones(3), np.zeros(3), falling_step, 2, 1, None, path)

    def path(*objects):
        return np.cumsum([np.zeros(3), *np.eye(3)[list(objects)]], axis=0)

    first = np.random.default_rng(0).permutation(3).tolist()
    assert seen(path(1, 0, 2, 0, 2, 1)) == [True, False, False, first == [1, 0, 2]]
    assert seen(path(0, 1, 2, 0, 1, 2))[:3] == [True, True, True]
    assert seen(path(*first, *first))[3] is True
    assert seen(path(1, 1, 2, 0, 2, 1))[0] is False
    assert seen(None) is None
    for value in ("path", 3.0, [[0.0, 0.0, 0.0]], [[0.0], [1.0, 2.0]], path(0, 1, 2)):
        assert seen(value) == NOT_A_PATH


# What the judge says of a mistake that uses the random numbers in its own way


def test_a_short_batch_that_is_dropped_is_recognised_however_the_order_was_drawn():
    def batches(n, batch_size, rng):
        order = np.argsort(rng.random(n))
        return [order[k * batch_size : (k + 1) * batch_size].tolist() for k in range(n // batch_size)]

    assert {judge(UNIT["batches"], batches, seed).diagnosis for seed in range(5)} == {"last_dropped"}


def test_one_order_for_all_epochs_is_recognised_however_it_was_drawn():
    def sgd(X, y, w0, step_size, n_epochs, batch_size, rng):
        path, order = [np.array(w0, dtype=float)], list(range(len(y)))
        rng.shuffle(order)
        for start in n_epochs * list(range(0, len(y), batch_size)):
            A, b = X[order[start : start + batch_size]], y[order[start : start + batch_size]]
            path.append(path[-1] - step_size(len(path)) * 2 * A.T @ (A @ path[-1] - b) / len(b))
        return np.array(path)

    assert {judge(UNIT["sgd"], sgd, seed).diagnosis for seed in range(5)} == {"shuffled_once"}
