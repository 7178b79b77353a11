"""What is said of a wrong value is true of it, and nothing is said where nothing simple is true."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from course.compare import mismatch
from course.difference import Relation, relation, relation_of
from course.language import LANGUAGES, catalogue

numbers = st.one_of(st.integers(-9, 9).map(float), st.floats(-1e3, 1e3))
shapes = arrays.array_shapes(min_dims=0, max_dims=2, min_side=1, max_side=4)
values = arrays.arrays(np.float64, shapes, elements=numbers)
MATRIX = np.array([[1.0, 2.0], [3.0, 5.0]])

KNOWN = [
    (3.0, 6.0, "factor"), (3.0, 1.5, "factor"), ([1.0, 2.0, 5.0], [1.37, 2.74, 6.85], "factor"), (3.0, -3.0, "sign"),
    ([1.0, -2.0], [1.0, 2.0], "sign_lost"), (3.0, 4.0, "shift_up"), ([1.0, 2.0, 7.0], [0.5, 1.5, 6.5], "shift_down"),
    ([1.0, 2.0, 3.0], [1.0, 9.0, 3.0], "one_element"), ([1.0, 2.0, 4.0], [4.0, 2.0, 1.0], "reversed"),
    ((1.0, 2.0), (2.0, 1.0), "swapped"), ([3.0, 1.0, 2.0], [1.0, 2.0, 3.0], "sorted"),
    ([3.0, 1.0, 2.0], [1.0, 3.0, 2.0], "order"), (MATRIX, MATRIX.T, "transposed"),
    (np.ones((2, 3)), np.ones((3, 2)), "transposed"), ([1.0, 2.0, 3.0], [2.0, 3.0], "first_missing"),
    ([1.0, 2.0, 3.0], [1.0, 2.0], "last_missing"), ([1.0, 2.0], [0.5, 1.0, 2.0], "first_extra"),
    ([1.0, 2.0], [1.0, 2.0, 5.0], "last_extra"), ([1.0, 2.5], 1.0, "only_first"), ([1.0, 2.5], 2.5, "only_last"),
    ([1.0, 2.5], 3.5, "summed"), ([1.0, 2.5], 1.75, "averaged"), (3.5, [1.0, 2.5], "not_summed"),
    (1.75, [1.0, 2.5], "not_averaged"), (2.5, [1.0, 2.5], "last_is_right"), ([[1.0, 2.0]], [1.0, 2.0], "rearranged"),
    ([1.0, 2.0, 3.0], [[7.0, 8.0]], "shape"), ([1.0, 2.0], [0.0, 0.0], "zeros"), ([1.0, 2.0], [7.5, 7.5], "constant"),
    ([1.7, 2.2], [2.0, 2.0], "constant"), ([1.7, 4.2], [2.0, 4.0], "rounded"), ([1.7, 4.2], [1.0, 4.0], "rounded_down"),
    ([-1.7, 4.2], [-1.0, 4.0], "cut"), (12.000012, 12.01, "near"), (5.0, 25.0, "squared"), (25.0, 5.0, "root"),
    (7.0, 1 / 7, "reciprocal"), ([1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 9.0, 7.0], "from_index"),
    ([True, False], [False, True], "opposite"), ("diverges", "Diverges", "case"), ("arrives", "arrives ", "spaces"),
    ({"a": 1.0, "b": 3.0}, {"a": 1.0, "b": 6.0}, "factor"), ((7.0, [1.0, 2.0]), (7.0, [1.0]), "last_missing"),
    ({"a": 1.0, "b": 3.0}, {"a": 1.0, "b": 7.7}, "wrong"), ([0.5, 0.0, -0.2], [0.5001, 1e-4, -0.1999], "near"),
    ((MATRIX, [2.0, 0.0]), (MATRIX * 1.0004, [2.0003, 1e-4]), "near"), ([1.0, 2.0], [3.0, 7.0, 5.0], "one_long"),
    (MATRIX, MATRIX[1:] + 0.7, "one_short"), ([[1.0, 2.0]], [], "one_short"),
    ([1.0, 2.0, 4.0, 8.0], [2.0, 4.0, 8.0, 16.0], "factor"), ([1.0, 2.0, 5.0, 9.0], [2.0, 5.0, 9.0, 7.7], "early"),
    ([1.0, 2.0, 5.0, 9.0], [7.7, 1.0, 2.0, 5.0], "late"),
    (np.vstack([MATRIX, MATRIX + 7]), np.vstack([MATRIX[1:], MATRIX + 7, [[0.3, 0.4]]]), "early"),
    ({"a": 1.0}, {"b": 1.0}, "missing_keys"), ({"a": 1.0}, {"a": 7.7, "b": 1.0}, "more_keys"),
    (300.0, 299.0, "shift_down"), (MATRIX, MATRIX.ravel(), "joined"), (3.0, [5.0, 7.0], "many_for_one"),
    ([3.0, 1.0, 5.0], 3.0, "one_for_many"), (3.0, [3.0], "flattened"),
    (np.vstack([MATRIX, MATRIX + 7]), np.full((4, 2), [0.3, 0.4]), "equal_rows"),
]  # fmt: skip
SILENT = [
    (21.0, 9.0), (3.0, float("nan")), (3.0, None), (3.0, "3"), ("a", "b"), (True, False), (3.0, 3.0), ([1.0, 2.0], {}),
    (3.0, object()), (None, 1.0), (len, max), ([[1.0], [2.0, 3.0]], [[1.0], [7.0, 9.0]]),
    (0.56, 1.0), ({"a": 1.0, "b": 3.0}, {"a": 5.5, "b": 7.7}),
    ([0.01, 1.0, 0.01], [0.0, 1.0, 0.0]), (3.0, []), (3.0, [5.0]), (1200, 1201.3), ([4, 1600], [3.667, 1600.0]),
    ((np.ones(3), np.ones(3)), np.arange(6.0)), (([1.0, 2.0], [3.0, 4.0]), ([1.0, 2.0003], [9.0, 4.0])),
]  # fmt: skip


def test_the_shape_is_not_the_matter_where_values_of_the_right_shape_are_wrong():
    assert (
        relation_of([(np.array([1.0, 2.0]), np.array([[7.0, 8.0]])), (np.ones(3), np.array([1.0, 7.0, 5.5]))]) is None
    )


def test_another_shape_is_told_by_an_example_where_arrays_of_several_sizes_have_one():
    pairs = [(np.arange(size), np.ones((size, size))) for size in (3, 4)]
    assert relation_of([(1.0, 1.0), *pairs]) == Relation("shapes", {"got": (3, 3), "expected": (3,)})


@pytest.mark.parametrize(("expected", "got", "name"), KNOWN)
def test_a_relation_is_known(expected: Any, got: Any, name: str):
    found = relation(expected, got)
    assert found is not None and found.name == name
    for lang in LANGUAGES:
        assert "{" not in found.sentence(lang)


@pytest.mark.parametrize(("expected", "got"), SILENT)
def test_nothing_is_said_where_nothing_simple_holds(expected: Any, got: Any):
    found = relation(expected, got)
    assert found is None or found.name in ("shape", "wrong")


def test_the_values_of_a_sentence():
    assert relation(4.0, 2.0) == Relation("factor", {"factor": "1/2"})
    assert relation([1.0, 3.0], [-2.0, -6.0]) == Relation("factor", {"factor": "-2"})
    assert relation(MATRIX, MATRIX + [[0, 0], [0, 1]]) == Relation("one_element", {"index": "1, 1"})
    assert relation({"w": (1.0, 2.0), "b": 3.0}, {"w": (1.0, 5.2), "b": 3.0}) == Relation("wrong", {}, ("w", 1))


def test_a_sum_in_place_of_a_mean_is_known_by_the_number_of_data():
    assert relation(2.6, 13.0, size=5) == Relation("times_size", {"sizes": "5"})
    pairs = [(2.6, 13.0), (1.5, 4.5)]
    assert relation_of(pairs, sizes=[5, 3]) == Relation("times_size", {"sizes": "5, 3"})
    assert relation_of([(13.0, 2.6), (4.5, 1.5)], sizes=[5, 3]).name == "over_size"
    assert relation_of(pairs, sizes=[5, 4]) is None and relation_of(pairs) is None
    assert relation(2.6, 2.7, size=1) is None


def test_of_several_pairs_only_what_holds_for_all_is_said():
    assert relation_of([(2.0, 4.0), (3.0, 9.0)]).name == "squared"
    assert relation_of([(2.0, 4.0), (3.0, 6.0)]).name == "factor"
    assert relation_of([(2.0, 4.0), (3.0, 7.0)]) is None
    assert relation_of([(0.0, 0.0), (3.0, 6.0)]).name == "factor"
    assert relation_of([(2.0, 2.0), (-3.0, 3.0)]).name == "sign_lost"
    assert relation_of([(2.0, 7.0), (3.0, 7.0)]).name == "constant"
    assert relation_of([(2.0, 2.0), (3.0, 3.0)]) is None and relation_of([]) is None
    assert relation_of([([1.0, 2.0], [2.0]), ([3.0, 4.0, 5.0], [4.0, 5.0])]).name == "first_missing"


def test_a_few_small_values_among_many_are_measured_by_the_large_ones():
    many = [(value, value + 1e-4) for value in (1.0, 0.5, -0.8, 1.2, 0.7, 0.3, -0.6, 0.9, 2.0, 1.7)]
    assert relation_of([*many, (1e-3, 1.1e-3)]) == Relation("near", {"error": "5e-04"})
    assert relation_of([*many, (1e-3, 2e-3)]).name == "near"
    assert relation_of([*many, (1e-3, 1e-2)]) is None
    assert relation_of([*many, (1e-3, 1.1e-3), (2e-3, 2.1e-3)]).name == "shift_up"
    assert relation_of([*many, (1e-3, 1.1e-3), (2e-3, 2.2e-3)]) is None
    assert relation_of([*((value, value) for value, _ in many), (1e-3, 1.7e-3)]) is None


def test_the_error_that_is_told_is_that_of_the_worst_value_that_is_not_small():
    assert relation_of([([300.0, 10.0], [300.1, 10.1])]) == Relation("near", {"error": "1e-02"})


# -------------------------------------------------------------------------------------------------- never a false claim


def claims(found: Relation, expected: np.ndarray, got: np.ndarray) -> bool:
    """Whether a relation holds, computed in another way than where it is found; for one pair of arrays."""
    e, g, same = expected, got, lambda one, other: mismatch(one, other) is None
    flat = e.ravel()
    shapes = {"got": g.shape, "expected": e.shape}
    holds = {
        "many_for_one": lambda: e.ndim == 0 and g.ravel().size > 1,
        "one_for_many": lambda: g.ndim == 0 and e.ravel().size > 1,
        "zeros": lambda: not np.abs(g).max() > 1e-9, "constant": lambda: np.ptp(g) <= 1e-5 * np.abs(g).max() + 1e-8,
        "sign": lambda: same(-1 * e, g), "sign_lost": lambda: same(np.where(e < 0, -e, e), g),
        "swapped": lambda: same([e[1], e[0]], g), "reversed": lambda: same(list(reversed(e.tolist())), g),
        "transposed": lambda: same([*zip(*e.tolist(), strict=True)], g), "sorted": lambda: same(sorted(e.tolist()), g),
        "order": lambda: same(sorted(e.tolist()), sorted(g.tolist())),
        "rounded": lambda: same(np.vectorize(round)(e), g), "rounded_down": lambda: same(e // 1, g),
        "cut": lambda: same(np.vectorize(int)(e), g),
        "one_element": lambda: sum(not same(*pair) for pair in zip(flat, g.ravel(), strict=True)) == 1,
        "near": lambda: np.all(np.abs(g - e) <= 0.0100001 * np.maximum(np.abs(e), np.abs(e).max() / 10) + 1e-9),
        "factor": lambda: np.allclose(float(Fraction(found.values["factor"])) * e, g, rtol=2e-3, atol=1e-6),
        "shift_up": lambda: np.allclose(g - e, float(found.values["shift"]), rtol=2e-3, atol=2e-3),
        "shift_down": lambda: np.allclose(e - g, float(found.values["shift"]), rtol=2e-3, atol=2e-3),
        "squared": lambda: same(e * e, g), "root": lambda: same(e**0.5, g), "reciprocal": lambda: same(1 / e, g),
        "from_index": lambda: same(e[: found.values["index"]], g[: found.values["index"]]),
        "first_missing": lambda: same(e[1:], g), "last_missing": lambda: same(e[:-1], g),
        "first_extra": lambda: same(e, g[1:]), "last_extra": lambda: same(e, g[:-1]),
        "early": lambda: same(e[1:], g[:-1]), "late": lambda: same(e[:-1], g[1:]), "joined": lambda: same(flat, g),
        "flattened": lambda: g.ndim == 1 and same(flat, g),
        "only_first": lambda: same(flat[0], g), "only_last": lambda: same(flat[-1], g),
        "one_short": lambda: len(e) - len(g) == 1, "one_long": lambda: len(g) - len(e) == 1,
        "summed": lambda: np.isclose(sum(flat), g), "averaged": lambda: np.isclose(sum(flat) / flat.size, g),
        "not_summed": lambda: np.isclose(sum(g.ravel()), e, atol=1e-8),
        "not_averaged": lambda: np.isclose(sum(g.ravel()) / g.size, e, atol=1e-8),
        "last_is_right": lambda: same(e, g.ravel()[-1]),
        "rearranged": lambda: same(flat, g.ravel()) and found.values == shapes, "shape": lambda: found.values == shapes,
    }  # fmt: skip
    if found.part:  # of arrays there are none
        return False
    return bool(holds[found.name]())


DEEDS = [
    lambda v: v * 2, lambda v: v + 1, lambda v: v.T, lambda v: v[::-1] if v.ndim else v, lambda v: np.abs(v), np.sort,
    lambda v: np.round(v), lambda v: np.trunc(v), lambda v: v.ravel(), lambda v: v.sum(), lambda v: v**2,
    lambda v: v[1:] if v.ndim else v, lambda v: v * 1.001, lambda v: v * 0, lambda v: v * 1.37, lambda v: v - 0.25,
]  # fmt: skip


@given(expected=values, other=values)
@settings(max_examples=200)
def test_what_is_said_of_any_two_arrays_is_true(expected: np.ndarray, other: np.ndarray):
    found = relation(expected, other)
    with np.errstate(all="ignore"):
        assert found is None or claims(found, expected, other), found


@pytest.mark.parametrize("deed", DEEDS)
@given(data=st.data(), expected=values)
@settings(max_examples=30)
def test_what_is_said_of_a_changed_array_is_true(deed: Any, data: st.DataObject, expected: np.ndarray):
    got = np.array(deed(expected) if expected.ndim or deed is not np.sort else expected, dtype=float)
    if got.size and data.draw(st.booleans()):
        got.flat[data.draw(st.integers(0, got.size - 1))] = data.draw(numbers)
    assume(got.size)
    found = relation(expected, got)
    with np.errstate(all="ignore"):
        assert found is None or claims(found, expected, got), found


@given(pairs=st.lists(st.tuples(values, st.sampled_from(DEEDS[:6])), min_size=1, max_size=4))
@settings(max_examples=150)
def test_what_is_said_of_several_pairs_is_true_of_each(pairs: list[Any]):
    made = [(value, np.array(deed(value) if value.ndim else value * 2)) for value, deed in pairs]
    found = relation_of(made)
    whole = ("zeros", "constant", "shape", "shapes", "rearranged", "near")
    if found is not None and found.name not in whole and not found.part:
        assert all(claims(found, *pair) for pair in made if found.name != "one_element"), found


@given(expected=st.recursive(numbers | st.text() | st.booleans() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)), got=st.recursive(numbers | st.text() | st.booleans() | st.none() | st.floats(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))  # fmt: skip # noqa: E501
def test_nothing_breaks_it(expected: Any, got: Any):
    found = relation(expected, got)
    if found is not None:
        assert "{" in repr((expected, got)) or all("{" not in found.sentence(lang) for lang in LANGUAGES)
    if mismatch(expected, got) is None:
        assert found is None


def test_every_sentence_of_the_catalogue_is_used_and_there():
    names = {name for *_, name in KNOWN} | {"times_size", "over_size", "shapes", "part"}
    for lang in LANGUAGES:
        assert set(catalogue("check", lang)["relation"]) == names
