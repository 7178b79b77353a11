"""Unit 02: its figure, and its reference solutions against the complex step, which knows no rule of differentiation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.exercises import units
from course.figures.chain import CHAINS, HIGH, LOW, REACH, WINDOW, Chain, nudges, passage
from course.public import u02_chain_rule as public

EXERCISES = units()["02-chain-rule"]
TABLE = {
    "const": lambda x, p: 4.2 + 0 * x,
    "pow": lambda x, p: x**p,
    "exp": lambda x, p: np.exp(x),
    "a_pow": lambda x, p: p**x,
    "ln": lambda x, p: np.log(x),
    "log_a": lambda x, p: np.log(x) / np.log(p),
    "sin": lambda x, p: np.sin(x),
    "cos": lambda x, p: np.cos(x),
    "tan": lambda x, p: np.tan(x),
    "sqrt": lambda x, p: np.sqrt(x),
    "arctan": lambda x, p: np.arctan(x),
}
CURVES = {
    "tan": lambda x: np.tan(x**2),
    "arctan": lambda x: np.arctan(x**3) ** 2,
    "ln": lambda x: np.log(np.cos(np.sin(np.sqrt(x))) ** 2),
}
LINKS = [(public.sine, public.d_sine), (public.square, public.d_square)]
ANSWERS = {"tan": "d_tan_x2", "arctan": "d_arctan2_x3", "ln": "d_ln_cos2_sin_sqrt"}

every_chain = pytest.mark.parametrize("chain", CHAINS)
places = st.integers(round(100 * LOW), round(100 * HIGH)).map(lambda n: n / 100)


def slope(f, x):
    """Return f′(x) to the last digit: the imaginary part of f(x + ih) is h·f′(x), and nothing is subtracted."""
    return np.imag(f(np.asarray(x) + 1e-200j)) / 1e-200


# What the exercises ask for


@pytest.mark.parametrize("row", TABLE)
def test_every_row_of_the_table_is_the_slope_of_its_function(row):
    x = np.array([0.3, 0.9, 1.4])
    expected = slope(lambda z: TABLE[row](z, 2.5), x)
    np.testing.assert_allclose(EXERCISES["table_derivative"].reference(row, x, 2.5), expected, rtol=1e-12)


@every_chain
def test_the_three_derivatives_of_the_lecture(chain):
    x = np.array([0.2, 0.7, 1.1, 2.4, 2.9])
    np.testing.assert_allclose(EXERCISES[ANSWERS[chain]].reference(x), slope(CURVES[chain], x), rtol=1e-9)


def test_rules_that_return_functions():
    x = np.array([-1.2, 0.4, 2.0])
    f, df, g, dg = public.sine, public.d_sine, public.bell, public.d_square
    product, quotient, chain = (EXERCISES[name].reference for name in ("product_rule", "quotient_rule", "chain_rule"))
    np.testing.assert_allclose(product(f, df, g, dg)(x), slope(lambda z: f(z) * g(z), x), rtol=1e-12)
    np.testing.assert_allclose(quotient(f, df, g, dg)(x), slope(lambda z: f(z) / g(z), x), rtol=1e-12)
    np.testing.assert_allclose(chain(df, g, dg)(x), slope(lambda z: f(g(z)), x), rtol=1e-12)


def test_a_whole_chain_and_the_sum_over_paths():
    chain_n, total = EXERCISES["chain_n"].reference, EXERCISES["total_derivative"].reference
    expected = slope(lambda z: np.sin(1 + z**2) ** 2, 0.7)
    assert chain_n([(public.bell, public.d_square), *LINKS], 0.7) == pytest.approx(expected, rel=1e-12)
    sides, rates = [public.square, public.d_square], [public.d_square, public.two]
    area = total([public.second, public.first], sides, rates, 0.7)
    assert area == pytest.approx(slope(lambda z: z**2 * 2 * z, 0.7), rel=1e-12)
    square = total([public.twice_the_sum] * 2, sides, rates, 0.7)
    assert square == pytest.approx(slope(lambda z: (z**2 + 2 * z) ** 2, 0.7), rel=1e-12)


def test_wrong_rows_are_found_whatever_the_order():
    rows = [LINKS[0], (public.tangent, public.secant), LINKS[1], (public.exponential, public.square)]
    xs = np.array([0.4, 0.8])
    assert EXERCISES["wrong_rows"].reference(rows, xs) == [1, 3]
    assert EXERCISES["wrong_rows"].reference(rows[::-1], xs) == [0, 2]


def test_a_table_of_zeros_gets_nothing_for_its_constant():
    from autograder.judging.judge import judge

    assert judge(EXERCISES["table_derivative"], lambda name, x, p=None: 0 * x, 0).score == 0


# The figure


@every_chain
@given(x=places)
def test_the_last_product_is_the_slope_of_the_curve(chain, x):
    seen = passage(CHAINS[chain], x)
    assert seen.values[-1] == pytest.approx(float(CURVES[chain](x)), rel=1e-9)
    assert seen.products[-1] == pytest.approx(float(slope(CURVES[chain], x)), rel=1e-6, abs=1e-12)
    assert seen.values.size == len(CHAINS[chain]) + 1 == seen.rates.size + 1


@every_chain
@given(x=st.floats(0.2, 1.1))
def test_the_error_of_the_prediction_shrinks_with_the_square_of_the_nudge(chain, x):
    errors = []
    for dx in (1e-3, 1e-4):
        predicted, happened = nudges(CHAINS[chain], x, dx)
        assert happened == pytest.approx(passage(CHAINS[chain], x + dx).values - passage(CHAINS[chain], x).values)
        errors.append(np.abs(happened - predicted).max())
    assert errors[1] < errors[0] / 50 + 1e-12


def test_a_nudge_out_of_the_domain_has_no_end():
    predicted, happened = nudges(CHAINS["ln"], 0.1, -0.2)
    assert predicted[1] == pytest.approx(-0.2 / (2 * np.sqrt(0.1))) and np.isnan(happened[1:]).all()


@pytest.fixture(scope="module")
def figure() -> Chain:
    return Chain("en")


@every_chain
def test_as_many_boxes_are_seen_as_there_are_values(figure, chain):
    figure.change(chain=chain, x=0.9)
    links = len(CHAINS[chain])
    for part, seen in ((figure.boxes, links + 1), (figure.value_texts, links + 1), (figure.arrows, links)):
        assert sum(artist.get_visible() for artist in part) == seen
    assert [text.get_text() for text in figure.labels[:links]] == [link.label for link in CHAINS[chain]]


@every_chain
def test_the_point_is_in_the_window_or_its_place_is_marked_at_the_edge(figure, chain):
    for x in np.arange(10, 301) / 100:
        figure.change(chain=chain, x=float(x))
        (y,), (edge,) = figure.point.get_ydata(), figure.exit.get_ydata()
        assert np.isnan(y) != np.isnan(edge)
        assert chain == "tan" or np.isnan(edge)
        assert np.isnan(edge) or edge in WINDOW[chain]


def test_bars_are_as_long_as_the_values_move_and_leave_with_an_arrowhead(figure):
    figure.change(chain="tan", x=1.0, dx=0.1)
    predicted, happened = nudges(CHAINS["tan"], 1.0, 0.1)
    ends = [bar.get_xdata()[-1] for bar in figure.happened[:3]]
    np.testing.assert_allclose(ends, [0.1, happened[1], REACH])
    assert list(figure.off.get_ydata()) == [2] and len(figure.off_left.get_xdata()) == 0
    np.testing.assert_allclose(figure.predicted.get_xdata(), predicted[:2])
    assert "= 0.6851. Actual: Δy = 1.093. Off by 0.408." in figure.words


def test_a_nudge_out_of_the_domain_is_told_and_drawn_nowhere(figure):
    figure.change(chain="ln", x=0.1, dx=-0.2)
    assert "there is no Δy" in figure.words and np.isnan(figure.pushed.get_ydata()).all()


def test_changing_the_chain_and_back_gives_the_same_picture(figure):
    figure.change(chain="ln", x=1.0, dx=0.3)
    before = figure.png()
    figure.change(chain="tan", x=1.25)
    figure.png()
    figure.change(chain="ln", x=1.0)
    assert figure.png() == before == Chain("en").png()


def test_the_words_give_the_rates_and_name_the_link_that_blocks(figure):
    figure.change(chain="ln", x=2.47, dx=0.0)
    heading, still, rates = figure.words.split("\n")
    assert heading.startswith("x = 2.47: y = −1.231")
    assert "will travel" in still
    assert "(−0.000827)" in rates and "link sin" in rates
    figure.change(chain="tan", x=1.0)
    assert "2 · 3.426" in figure.words and "y′ = 6.851" in figure.words
