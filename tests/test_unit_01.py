"""Unit 01: the secant figure, and the references against independent computations."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thorough import at_least

from autograder.exercises import units
from autograder.exercises.u01_derivatives_and_limits.best_step import _arch, _clear_case
from autograder.exercises.u01_derivatives_and_limits.shared import high_parabola
from course.figures.secant import CURVES, EDGE, LARGEST, SMALLEST, Secant, bend, cut, near, quotients
from course.public import u01_derivatives_and_limits as public

UNIT = units()["01-derivatives-and-limits"]

points = st.integers(-20, 20).map(lambda n: n / 10)
sizes = st.floats(SMALLEST, LARGEST)
signs = st.sampled_from([-1, 1])
# What Δf/Δx must be, from algebra that never subtracts two values of the function.
QUOTIENTS = {
    "square": lambda x, dx: 2 * x + dx,
    "line": lambda x, dx: 0.5,
    "sine": lambda x, dx: np.cos(x + dx / 2) * np.sinc(dx / 2 / np.pi),
}


@pytest.fixture
def secant() -> Secant:
    return Secant("en")


def reference(name: str):
    return UNIT[name].reference


# What the figure computes


@pytest.mark.parametrize("curve", QUOTIENTS)
@given(points, sizes, signs)
def test_the_quotient_agrees_with_algebra(curve, x0, size, sign):
    expected = QUOTIENTS[curve](x0, sign * size)
    assert cut(curve, x0, sign * size).quotient == pytest.approx(expected, abs=1e-11)
    np.testing.assert_allclose(quotients(curve, x0, np.array([sign * size])), [expected], atol=1e-11)


@pytest.mark.parametrize("curve", QUOTIENTS)
@given(points, signs)
def test_the_smallest_secant_is_as_steep_as_the_tangent(curve, x0, sign):
    assert abs(cut(curve, x0, sign * SMALLEST).difference) <= SMALLEST * 1.001


def test_a_corner_has_two_slopes_and_no_derivative():
    left, right = cut("corner", 0.0, -0.3), cut("corner", 0.0, 0.3)
    assert (left.quotient, right.quotient) == (-1, 1)
    assert np.isnan(left.slope) and np.isnan(right.slope)
    assert cut("corner", -0.1, 0.01).slope == -1


@given(st.sampled_from(list(CURVES)), points, sizes, signs)
def test_both_points_of_the_secant_are_in_the_window_and_on_its_line(curve, x0, size, sign):
    now = cut(curve, x0, sign * size)
    low, high = CURVES[curve].window
    assert (np.abs(now.x) < EDGE).all() and (now.y > low).all() and (now.y < high).all()
    np.testing.assert_allclose(now.line(now.quotient, now.x), now.y, atol=1e-9)
    low, high = CURVES[curve].slopes
    assert low < now.quotient < high


@given(st.sampled_from(list(CURVES)), points, sizes, signs)
def test_a_window_that_shrinks_with_the_step_keeps_both_points_at_one_place_across(curve, x0, size, sign):
    now = cut(curve, x0, sign * size)
    (left, right), (low, high) = near(curve, now)
    assert (low < now.y).all() and (now.y < high).all()
    np.testing.assert_allclose((now.x - left) / (right - left), [0.5, 0.5 + sign / 2.8], atol=1e-9)


@given(points, st.sampled_from([0.1, 0.01]))
def test_in_a_window_ten_times_smaller_a_parabola_is_ten_times_straighter(x0, size):
    wide, small = (bend("square", cut("square", x0, dx)) for dx in (size, size / 10))
    assert wide / small == pytest.approx(10, rel=1e-6)


# What it shows and says


@settings(max_examples=at_least(5, 12))
@given(st.lists(st.tuples(st.sampled_from(list(CURVES)), points, st.sampled_from([0.001, 2])), min_size=1, max_size=3))
def test_what_it_shows_does_not_depend_on_what_it_showed_before(moves):
    figure = Secant("en")
    for curve, x0, size in moves:
        figure.change(curve=curve, x0=x0, size=size)
        moved = figure.png()
    fresh = Secant("en")
    fresh.change(curve=curve, x0=x0, size=size)
    assert fresh.png() == moved


def test_a_shorter_step_keeps_the_background(secant):
    secant.png()
    secant.change(size=0.1, side="left", x0=-1.0)
    assert not secant.canvas.figure.stale


def test_the_words_give_quotient_slope_and_difference(secant):
    heading, numbers = secant.words.split("\n")
    assert heading == "Δx = 2: the slope of the secant is Δf/Δx = 4."
    assert "f′(x₀) = 2;" in numbers and numbers.endswith("is 2.")
    secant.change(size=0.01, side="left")
    assert "Δx = −0.01" in secant.words and "1.99." in secant.words and secant.words.endswith("is −0.01.")


def test_the_small_window_shows_where_the_second_point_is_and_it_is_not_dragged_there(secant):
    secant.change(size=0.01, window="near")
    assert secant.left.get_xlim() == pytest.approx((0.986, 1.014))
    assert len(secant.grip.get_xdata()) == 0 and secant.points.get_xdata() == pytest.approx([1.01])
    assert secant.words.endswith("The window is 0.028 wide; in it curve and tangent part by 0.14 % of its height.")
    secant.change(curve="corner", x0=0.0)
    assert secant.words.endswith("as sharp as ever.") and 0.0 in secant.curve.get_xdata()


def test_the_words_tell_a_line_and_a_corner(secant):
    secant.change(curve="line")
    assert "the difference is 0" in secant.words
    secant.change(curve="corner", x0=0.0, side="left")
    assert "no derivative" in secant.words
    assert len(secant.tangent.get_xdata()) == len(secant.limit.get_xdata()) == 0


# The references against other ways to compute


def test_position_is_the_area_under_velocity():
    ends = np.array([0.0, 12.5, 25.0, 31.0, 80.0])
    middles = [(np.arange(10_000) + 0.5) / 10_000 * end for end in ends]
    areas = [reference("velocity")(middle).mean() * end for middle, end in zip(middles, ends, strict=True)]
    np.testing.assert_allclose(reference("position")(ends), areas, atol=0.02)


@given(*[st.fractions(-5, 5, max_denominator=50)] * 3, st.fractions(1, 5, max_denominator=50), signs)
def test_the_quotient_of_a_parabola_in_exact_fractions(a, b, x0, dx, sign):
    dx *= sign
    quotient = reference("difference_quotient")(lambda x: a * x * x + b, x0, dx)
    assert quotient == a * (2 * x0 + dx)
    central = reference("central_difference")(lambda x: a * x * x + b, x0, dx)
    assert central == reference("parabola_slope")(a, b, x0) == 2 * a * x0
    assert isinstance(central, Fraction)


def test_tangent_and_curve_part_with_the_square_of_the_distance():
    line = reference("tangent_line")(np.exp, np.exp, 0.4)
    far, near = (np.exp(0.4 + step) - line(0.4 + step) for step in (1e-2, 1e-3))
    assert far / near == pytest.approx(100, rel=0.01)


def test_the_gradient_agrees_with_the_formula_of_the_bowl():
    point = np.arange(6.0).reshape(2, 3)
    np.testing.assert_allclose(reference("numerical_gradient")(public.bowl, point), 2 * point, atol=1e-8)


@pytest.mark.parametrize("make, near", [(_arch, 1e-8), (high_parabola, 1e-4)])
def test_the_hidden_cases_of_best_step_have_their_bottom_where_theory_puts_it(make, near):
    for seed in range(20):
        f, df, x0, hs = _clear_case(np.random.default_rng(seed), make, range(0, 13, 2))
        assert near / 20 < reference("best_step")(f, df, x0, hs) < near * 20
