"""Why Python stopped is read from real exceptions, as learners' code raises them."""

from __future__ import annotations

import math

import numpy as np
import pytest

from course.causes import CAUSES, cause
from course.language import LANGUAGES, catalogue


def of_two(_one, _other):
    return 0


def for_ever():
    return for_ever()


def too_early():
    value += 1  # noqa: F821, F841


SOURCES = {
    "of_two(1)": "arguments",
    "of_two(1, 2, 3)": "arguments",
    "of_two(1, other=2)": "arguments",
    "of_two({'_one': 1})": "arguments",
    "math.exp(1, 2)": "arguments",
    "two(3)": "no_function",
    "math.exp(np.ones(3))": "one_number",
    "math.sqrt([4])": "one_number",
    "float(np.ones(3))": "one_number",
    "two[0]": "no_parts",
    "len(two)": "no_parts",
    "[each for each in two]": "no_parts",
    "[each for each in np.array(2)]": "no_parts",
    "[1, 2][4 / 2]": "whole_number",
    "range(4 / 2)": "whole_number",
    "np.ones(3)[4 / 2]": "whole_number",
    "[1, 2][2]": "past_the_end",
    "np.ones(3)[3]": "past_the_end",
    "{'w': 1}['b']": "no_key",
    "max(np.ones(3), np.zeros(3))": "many_truth_values",
    "1 if np.ones(3) > 0 else 2": "many_truth_values",
    "np.ones(3) + np.ones(2)": "shapes",
    "np.ones((2, 3)) @ np.ones(2)": "shapes",
    "np.dot(np.ones(3), np.ones(2))": "shapes",
    "[a for a, b in [(1, 2, 3)]]": "unpacking",
    "math.log(0)": "no_value",
    "math.sqrt(-1)": "no_value",
    "1 / 0": "division_by_zero",
    "math.exp(1000)": "too_large",
    "10.0 ** 1000": "too_large",
    "for_ever()": "calls_itself",
    "too_early()": "no_value_yet",
    "nowhere": "unknown_name",
    "[1, 2].mean()": "behind_the_dot",
    "'w' + 12": "operation",
    "int('w')": "",
}


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.filterwarnings("ignore")
def test_the_cause_of_an_exception_is_known(source: str):
    with pytest.raises(Exception) as raised:
        eval(source, {"two": 2, "math": math, "np": np, "of_two": of_two, "for_ever": for_ever, "too_early": too_early})
    assert cause(raised.value) == SOURCES[source]


def test_every_cause_has_an_example_and_words_in_both_languages():
    causes = {word for _, _, word in CAUSES}
    assert causes == set(SOURCES.values()) - {""}
    for lang in LANGUAGES:
        assert set(catalogue("check", lang)["hint"]["cause"]) == causes
