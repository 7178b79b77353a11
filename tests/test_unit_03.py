"""Unit 03: the figure's arithmetic, and the references against an independent computation."""

from __future__ import annotations

import math
import warnings
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.exercises import units
from course.figures.activation import EDGE, NAMES, Activation, curve, faded, read, saturated
from course.public.u03_sigmoid_derivative import allowed_at_kink

UNIT = units()["03-sigmoid-derivative"]

REFERENCE = {name: exercise.reference for name, exercise in UNIT.items()}
every_name = pytest.mark.parametrize("name", NAMES)
inputs = st.floats(-1000, 1000)
near = st.integers(-80, 80).map(lambda n: n / 10)


def exact_sigmoid(z: float) -> float:
    """The definition, with fifty digits."""
    with localcontext() as context:
        context.prec, context.Emax = 50, 999_999
        return float(1 / (1 + (-Decimal(z)).exp()))


def measured_slope(name: str, z: float, h: float = 1e-4) -> float:
    return float(curve(name, z + h)[0] - curve(name, z - h)[0]) / (2 * h)


# The references


@given(inputs)
def test_the_sigmoid_is_exact_and_silent_on_the_whole_interval(z):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert abs(REFERENCE["sigmoid"](z) - exact_sigmoid(z)) <= 1e-15
        slope = REFERENCE["d_sigmoid"](z)
    assert math.isfinite(slope) and slope == pytest.approx(exact_sigmoid(z) * exact_sigmoid(-z), rel=1e-9, abs=1e-300)


@given(st.floats(1e-9, 1 - 1e-9))
def test_the_logit_undoes_the_sigmoid(p):
    assert REFERENCE["sigmoid"](REFERENCE["logit"](p)) == pytest.approx(p, rel=1e-9)


@given(st.integers(0, 300))
def test_the_bound_is_a_power_of_one_quarter(depth):
    assert REFERENCE["vanishing_bound"](depth) == Fraction(1, 4) ** depth


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=8))
def test_no_product_of_slopes_is_above_the_bound(zs):
    assert np.prod(REFERENCE["d_sigmoid"](np.array(zs))) <= REFERENCE["vanishing_bound"](len(zs)) * (1 + 1e-12)


@every_name
@given(z=near)
def test_activations_and_slopes_agree_with_the_figure(name, z):
    value, slope = curve(name, z)
    assert REFERENCE["activation"](name, z) == pytest.approx(value, rel=1e-12, abs=1e-12)
    assert REFERENCE["d_activation"](name, z) == pytest.approx(slope, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("slope, allowed", [
    (0, True), (1.0, True), (0.5, True), (np.float64(0.01), True), (np.array(1.0), True),
    (1.1, False), (-0.1, False), (math.nan, False), ("1", False), (True, False), (None, False), (np.ones(1), False),
])  # fmt: skip
def test_at_a_kink_any_number_from_0_to_1_is_allowed(slope, allowed):
    assert allowed_at_kink("relu", 0.0, slope) is allowed


# The figure


@every_name
@given(z=near)
def test_the_drawn_slope_is_the_measured_slope(name, z):
    if not (z == 0 and "relu" in name):
        assert read(name, z).slope == pytest.approx(measured_slope(name, z), rel=1e-6, abs=1e-9)


@every_name
@given(z=near)
def test_a_place_is_saturated_where_the_slope_is_below_a_hundredth(name, z):
    here = read(name, z)
    flat = any(start < z < end for start, end in saturated(name))
    assert flat == (here.state in ("saturated", "dead")) == (here.slope < 0.01 and here.state != "kink")


def test_the_sigmoid_saturates_at_4_6_and_tanh_at_3():
    assert read("sigmoid", 4.5).state == "steep" and read("sigmoid", 4.6).state == "saturated"
    assert read("tanh", -2.9).state == "steep" and read("tanh", -3.0).state == "saturated"


@every_name
def test_the_curve_is_drawn_from_edge_to_edge_with_the_point_on_it(name):
    figure = Activation("en")
    figure.change(function=name, z=-3.0)
    zs, values = figure.curve.get_data()
    assert zs[0] == -EDGE and zs[-1] == EDGE
    np.testing.assert_allclose(values, curve(name, zs)[0])
    for dot, expected in zip(figure.dots, (read(name, -3.0).value, read(name, -3.0).slope), strict=True):
        assert (dot.get_xdata(), dot.get_ydata()) == ([-3.0], [expected])


def test_every_layer_multiplies_the_gradient_by_the_slope_and_the_bars_show_it():
    assert faded(0.25)[-1] == 0.25**10 and faded(1.0).min() == 1 and list(faded(0.0)[:3]) == [1, 0, 0]
    figure = Activation("en")
    widths = [bar.get_width() for bar in figure.bars]
    np.testing.assert_allclose(widths, read("sigmoid", 2.0).slope ** np.arange(11))
    assert figure.lefts[-1].get_text() == "1.63·10⁻¹⁰"


def test_a_kink_has_no_tangent_and_no_single_slope():
    figure = Activation("en")
    figure.change(function="leaky_relu", z=0.0)
    assert len(figure.tangent.get_xdata()) == len(figure.dots[1].get_xdata()) == 0
    assert list(figure.bar.get_ydata()) == [0.01, 1.0]
    assert "no single tangent" in figure.words
    figure.change(z=0.1)
    assert len(figure.bar.get_xdata()) == 0


@pytest.mark.parametrize("lang", ("en", "ru"))
def test_every_state_has_its_words(lang):
    figure = Activation(lang)
    said = set()
    for name in NAMES:
        for z in (-8.0, -1.0, 0.0, 1.0, 8.0):
            figure.change(function=name, z=z)
            assert len(figure.words.split("\n")) == 2
            said.add(figure.words)
    assert len(said) == 20


def test_moving_z_keeps_the_background_and_another_function_repaints():
    figure = Activation("en")
    figure.png()
    figure.change(z=-5.0)
    assert not figure.canvas.figure.stale
    figure.change(function="relu")
    assert figure.canvas.figure.stale
    moved = figure.png()
    fresh = Activation("en")
    fresh.change(function="relu", z=-5.0)
    assert fresh.png() == moved
