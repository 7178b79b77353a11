"""The rules by which a learner's value is as good as the expected one."""

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from course.compare import ATOL, RTOL, mismatch

finite = st.floats(-1e12, 1e12)
numbers = st.one_of(st.integers(-(10**9), 10**9), finite)
shapes = arrays.array_shapes(min_dims=1, max_dims=3, min_side=1, max_side=4)
number_arrays = arrays.arrays(np.float64, shapes, elements=finite)
complexes = st.complex_numbers(max_magnitude=1e9)
leaves = st.one_of(st.booleans(), numbers, st.floats(), st.text(max_size=5), st.none(), number_arrays, complexes)
values = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text(), inner, max_size=3),
    ),
    max_leaves=8,
)


# ------------------------------------------------------------------------------------- what counts as the same


@given(value=values)
def test_a_value_is_as_good_as_itself(value: Any):
    assert mismatch(value, value) is None


@given(array=number_arrays)
def test_an_array_a_list_and_a_tuple_are_the_same(array: np.ndarray):
    as_list = array.tolist()
    forms = [array, as_list, tuple(as_list), list(array), tuple(array)]
    for expected in forms:
        for actual in forms:
            assert mismatch(expected, actual) is None


@given(number=numbers)
def test_a_scalar_and_an_array_without_dimensions_are_the_same(number: float):
    forms = [number, float(number), np.float64(number), np.array(float(number)), complex(number)]
    for expected in forms:
        for actual in forms:
            assert mismatch(expected, actual) is None


@given(number=st.integers(-(2**31), 2**31 - 1), dtype=st.sampled_from(["i4", "i8", "f8", "c16"]))
def test_one_and_one_point_zero_are_the_same(number: int, dtype: str):
    assert mismatch(number, np.dtype(dtype).type(number)) is None
    assert mismatch(np.dtype(dtype).type(number), number) is None


@given(number=st.fractions(-(10**9), 10**9, max_denominator=10**6), other=numbers)
def test_fractions_and_decimals_are_numbers(number: Fraction, other: float):
    decimal = Decimal(number.numerator) / number.denominator
    for form in (number, decimal, np.array(number), np.array(decimal)):
        assert mismatch(float(number), form) is None
        assert mismatch([float(number), other], [form, other]) is None
        assert mismatch(np.array([[float(number)]]), [[form]]) is None
        assert mismatch(np.array([[float(number), other]]), np.array([[form, other]], dtype=object)) is None
        assert mismatch(np.array([float(number), other]), np.array([form, other], dtype=object)) is None
        assert mismatch({"a": float(number)}, {"a": form}) is None
        assert mismatch(float(number) + 1 + abs(float(number)), form) == "value"
        assert mismatch("text", form) == mismatch(True, form) == mismatch({}, form) == "type"
        assert mismatch([1.0], form) == mismatch(1.0, [form]) == "shape"


def test_fractions_and_decimals_that_no_float_can_hold_are_inf_or_nan():
    for odd in (Fraction(10**400), Decimal("-1e999"), Decimal("NaN"), Decimal("sNaN"), 10**400):
        assert mismatch(1.0, odd) == mismatch([1.0], [odd]) == mismatch([1.0], np.array([odd])) == "finite"
    assert mismatch(math.inf, Fraction(10**400)) is None and mismatch(-math.inf, Decimal("-1e999")) is None
    assert mismatch(math.nan, Decimal("NaN")) is None


def test_an_array_of_objects_is_compared_by_what_it_holds():
    rows = np.empty(2, dtype=object)
    rows[:] = [[1, 2.0], np.array([3, 4])]
    assert mismatch(np.array([[1.0, 2.0], [3.0, 4.0]]), rows) is None
    assert mismatch([["a", 1.0], [2.0]], np.array([["a", 1], [2]], dtype=object)) is None
    assert mismatch(np.array([[1.0, 2.0], [3.0, 5.0]]), rows) == "value"
    assert mismatch(np.array([1.0, 2.0]), rows) == "shape"
    assert mismatch(np.array([1.0, 2.0]), np.array([1.0, "2"], dtype=object)) == "type"
    assert mismatch(np.array([1.0, 0.0]), np.array([True, False], dtype=object)) == "type"
    assert mismatch(None, np.array(None)) is None and mismatch(1.0, np.array(None)) == "nothing"


@pytest.mark.parametrize("ndim", [0, 1])
def test_an_array_that_holds_itself_is_no_number(ndim: int):
    loop = np.empty((1,) * ndim, dtype=object)
    loop[...] = loop
    loop[() if ndim == 0 else 0] = loop
    for expected in (1.0, [1.0], np.ones((1, 1)), "a", True):
        assert mismatch(expected, loop) in ("type", "shape")


@given(text=st.text())
def test_texts_are_compared_letter_by_letter(text: str):
    assert mismatch(text, np.str_(text)) is None
    assert mismatch(text, np.array(text, dtype=object)) is None
    assert mismatch(text, text + "!") == "value"


@pytest.mark.parametrize("truth", [True, False])
def test_a_truth_value_of_numpy_is_a_truth_value(truth: bool):
    forms = [truth, np.bool_(truth), np.array(truth)]
    for expected in forms:
        for actual in forms:
            assert mismatch(expected, actual) is None
        assert mismatch(expected, not truth) == "value"
        assert mismatch(expected, np.bool_(not truth)) == "value"


def test_an_array_of_truth_values_can_be_a_list():
    assert mismatch(np.array([True, False]), [True, False]) is None
    assert mismatch([True, False], np.array([True, False])) is None
    assert mismatch(np.array([True, False]), [True, True]) == "value"


@pytest.mark.parametrize("special", [math.inf, -math.inf, math.nan])
def test_inf_and_nan_are_right_where_they_are_expected(special: float):
    for form in (special, np.float32(special), np.array(special)):
        assert mismatch(special, form) is None
        assert mismatch([1.0, special], np.array([1.0, special])) is None
        assert mismatch(special, 1e300) == "value"
        assert mismatch(-special if special == special else math.inf, form) == "value"


def test_ragged_lists_are_compared_element_by_element():
    ragged = [[1.0], [2.0, 3.0], []]
    assert mismatch(ragged, [np.array([1.0]), (2, 3), []]) is None
    assert mismatch(ragged, [[1.0], [2.0], []]) == "shape"
    assert mismatch(ragged, [[1.0], [2.0, 3.1], []]) == "value"
    assert mismatch(np.array([[1.0, 2.0], [3.0, 4.0]]), [[1.0, 2.0], [3.0]]) == "shape"


def test_what_is_expected_to_be_nothing_must_be_nothing():
    assert mismatch(None, None) is None
    assert mismatch([1.0, None], [1.0, None]) is None
    assert mismatch(None, 0.0) is not None and mismatch([None], [0.0]) is not None


# --------------------------------------------------------------------------------------------------- tolerance


@given(number=finite, share=st.floats(-0.99, 0.99))
def test_a_difference_within_the_tolerance_is_no_mismatch(number: float, share: float):
    assert mismatch(number, number + share * (ATOL + RTOL * abs(number))) is None


@given(number=finite, share=st.one_of(st.floats(1.01, 1e6), st.floats(-1e6, -1.01)))
def test_a_difference_beyond_the_tolerance_is_a_mismatch_in_both_directions(number: float, share: float):
    changed = number + share * (ATOL + RTOL * abs(number))
    assert mismatch(number, changed) == "value"
    assert mismatch([number], np.array([changed])) == "value"
    assert mismatch({"a": (1, number)}, {"a": [1, changed]}) == "value"


@given(number=finite, rtol=st.floats(1e-9, 0.1), atol=st.floats(1e-12, 1.0))
def test_the_tolerances_can_be_set(number: float, rtol: float, atol: float):
    allowed = atol + rtol * abs(number)
    assert mismatch(number, number + 0.9 * allowed, rtol, atol) is None
    assert mismatch(number, number + 1.1 * allowed, rtol, atol) == "value"


@given(array=number_arrays, data=st.data())
def test_one_changed_element_of_an_array_is_a_mismatch(array: np.ndarray, data: st.DataObject):
    changed = array.copy()
    place = data.draw(st.integers(0, array.size - 1))
    changed.flat[place] += 2 * (ATOL + RTOL * abs(changed.flat[place]))
    assert mismatch(array, changed) == "value"
    assert mismatch(array, changed.tolist()) == "value"
    assert mismatch(array.tolist(), changed) == "value"


@given(number=st.floats(-1e12, 1e12).filter(lambda x: abs(x) > 1e-3))
def test_a_single_precision_result_is_good_enough(number: float):
    assert mismatch(number, np.float32(number)) is None
    assert mismatch([number, number], np.array([number, number], dtype=np.float32)) is None
    assert mismatch(number, np.float32(number * 1.0001)) == "value"
    assert mismatch([number, 0.1], np.array([number, 0.1], dtype=np.float32), rtol=0.0, atol=1e-12) == "value"


@given(terms=st.lists(st.floats(0.001, 1e6), min_size=1, max_size=50), data=st.data())
def test_a_sum_in_another_order_is_good_enough(terms: list[float], data: st.DataObject):
    assert mismatch(sum(terms), sum(data.draw(st.permutations(terms)))) is None


@given(array=number_arrays, special=st.sampled_from([math.inf, -math.inf, math.nan]), data=st.data())
def test_inf_or_nan_where_a_number_is_due_is_named(array: np.ndarray, special: float, data: st.DataObject):
    broken = array.copy()
    broken.flat[data.draw(st.integers(0, array.size - 1))] = special
    assert mismatch(array, broken) == "finite"
    assert mismatch(1.0, special) == "finite"


def test_the_imaginary_part_counts():
    assert mismatch(1.0, 1 + 0j) is None
    assert mismatch(1.0, 1 + 1j) == "value"
    assert mismatch(1 + 1j, 1.0) == "value"
    assert mismatch(1.0, complex(1, math.nan)) == "finite"


# ------------------------------------------------------------------------------------------------ kinds of faults


@given(expected=values.filter(lambda value: value is not None))
def test_nothing_instead_of_a_value_is_named(expected: Any):
    assert mismatch(expected, None) == "nothing"


@given(number=numbers, truth=st.booleans())
def test_a_truth_value_is_no_number_and_a_number_no_truth_value(number: float, truth: bool):
    for form in (truth, np.bool_(truth), np.array(truth)):
        assert mismatch(number, form) == "type"
        assert mismatch(int(truth), form) == "type"
        assert mismatch(form, number) == "type"
    assert mismatch([1.0, 0.0], [True, False]) == "type"
    assert mismatch(np.array([1.0, 0.0]), np.array([True, False])) == "type"
    assert mismatch(np.array([True, False]), [1, 0]) == "type"


@pytest.mark.parametrize("odd", ["1.0", b"1", {"a": 1}, {1.0}, print, object(), "", np.array("1.0"), range])
def test_what_is_no_number_is_of_another_type(odd: Any):
    assert mismatch(1.0, odd) == "type"


@given(text=st.text(), number=numbers)
def test_a_text_and_a_number_are_of_different_types(text: str, number: float):
    assert mismatch(text, number) == "type"
    assert mismatch(number, text) == "type"
    assert mismatch(text, [text]) == "type"


@given(array=number_arrays)
def test_another_shape_is_named_whatever_the_values_are(array: np.ndarray):
    longer = np.append(array, np.ones(array.size + 1))
    for actual in (array[None], array.reshape(-1, 1, 1, 1), array.tolist()[:-1], longer):
        assert mismatch(array, actual) == "shape"
    assert mismatch(array, 1.0) == "shape"
    assert mismatch(1.0, array) == "shape"
    assert mismatch(array.tolist(), 1.0) == "shape"


def test_an_empty_value_is_compared_by_its_shape():
    assert mismatch([], []) is None and mismatch(np.zeros((0, 2)), np.zeros((0, 2))) is None
    assert mismatch([], [1.0]) == "shape" and mismatch([1.0], []) == "shape"
    assert mismatch(np.zeros((0, 2)), np.zeros((0, 3))) == "shape"


@given(table=st.dictionaries(st.text(), numbers, min_size=1), number=numbers)
def test_dictionaries_have_the_same_keys_and_values_in_any_order(table: dict[str, float], number: float):
    assert mismatch(table, dict(reversed(table.items()))) is None
    some = next(iter(table))
    assert mismatch(table, {key: value for key, value in table.items() if key != some}) == "shape"
    assert mismatch(table, table | {"".join(table) + "?": 1.0}) == "shape"
    assume(abs(number - table[some]) > 1)
    assume(abs(number - table[some]) > 1e-5 * abs(table[some]))
    assert mismatch(table, table | {some: number}) == "value"
    assert mismatch(table, list(table.items())) == "type"
    assert mismatch(table, number) == "type"


def test_the_first_fault_is_the_one_that_is_named():
    assert mismatch([1.0, "a"], [2.0, 5]) == "value"
    assert mismatch(["a", 1.0], [5, 2.0]) == "type"


@given(expected=values, actual=values)
@settings(max_examples=300)
def test_any_two_values_can_be_compared(expected: Any, actual: Any):
    assert mismatch(expected, actual) in (None, "nothing", "type", "shape", "finite", "value")


@given(one=st.recursive(leaves, lambda inner: st.lists(inner, max_size=3), max_leaves=4), other=values)
@settings(max_examples=300)
def test_two_values_that_agree_exactly_agree_both_ways(one: Any, other: Any):
    if mismatch(one, other, 0.0, 0.0) is None:
        assert mismatch(other, one, 0.0, 0.0) is None


def test_no_warning_is_given_for_wild_values(recwarn: pytest.WarningsRecorder):
    for expected in (1.0, [1.0, 2.0], np.array([1e308, -1e308])):
        for actual in (math.nan, [math.inf, -math.inf], np.array([-1e308, 1e308]), [[1], [2, 3]], 10**400):
            mismatch(expected, actual)
    assert not recwarn.list


def test_an_integer_too_big_for_a_float_is_another_value():
    assert mismatch(1.0, 10**400) in ("value", "type", "finite")
    assert mismatch([1.0], [10**400]) in ("value", "type", "finite")
