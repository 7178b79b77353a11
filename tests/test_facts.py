"""What is known of a wrong answer that nothing explains is true of all that was tried; plain functions stand for it."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.exercise import Exercise
from autograder.exercises import exercises
from autograder.judging import facts_of_examples, facts_of_inputs
from autograder.judging.facts import Facts, facts
from autograder.judging.judge import generic_hint, judge
from autograder.judging.observe import Run, run
from autograder.sandbox import Raised
from course.language import LANGUAGES

SEEDS = range(6)


def square(x):
    return x**2


def refusing(x):
    if x == 0:
        raise ValueError
    return x**2


def exercise(reference: Callable[..., Any] = square) -> Exercise:
    """Return an exercise on positive numbers and on negative ones, each with points of its own."""
    made = Exercise("square", "00-start-here", 3.0, reference)
    made.probe("general")(lambda answer, rng: [answer(float(x)) for x in rng.uniform(2.5, 4.0, size=3)])
    made.probe("edge")(lambda answer, rng: [answer(float(x)) for x in -rng.uniform(2.5, 4.0, size=3)])
    return made


def known(made: Exercise, answer: Callable[..., Any], judged: int = 0) -> Facts | None:
    runs: list[tuple[Run, Run]] = [
        (run(probe, answer, seed, number), run(probe, made.reference, seed, number))
        for seed in SEEDS for number, probe in enumerate(made.probes)
    ]  # fmt: skip
    return facts(made, judge(made, answer, judged), runs, answer)


def odd(x: float) -> float:
    """Return a value that has nothing to do with the right one."""
    return 3 + math.sin(7 * x)


def wrong_below_zero(x):
    return x**2 if x >= 0 else odd(x)


def test_for_which_inputs_it_fails_is_said_where_that_is_all_that_fails():
    found = known(exercise(), wrong_below_zero)
    assert found is not None and found.word == "input:negative"
    assert found.hint["en"][0] == "It fails just where x is negative."


def test_for_which_inputs_it_raises_is_said_too():
    def answer(x):
        if x < 0:
            raise Raised("ValueError")
        return x**2

    found = known(exercise(), answer)
    assert found is not None and found.word == "input:negative"


def test_for_which_inputs_it_fails_is_not_said_where_something_fails_that_no_call_shows():
    made = exercise()
    made.probe("property")(lambda answer, rng: answer.sample(5.0))
    found = known(made, lambda x: 0.0 if x == 5 else wrong_below_zero(x))
    assert found is not None and found.word == "differs"


@pytest.mark.parametrize(("refuses", "word"), [(True, "input:negative"), (False, "differs")])
def test_for_which_inputs_it_fails_is_not_said_where_it_should_refuse_others(refuses: bool, word: str):
    made = exercise(refusing)

    @made.probe("edge")
    def _(answer, rng):
        try:
            return answer(0.0)
        except Raised as error:
            return error.kind

    def answer(x):
        return refusing(x) if x == 0 and refuses else wrong_below_zero(x)

    found = known(made, answer)
    assert found is not None and found.word == word


def test_how_the_finite_values_differ_is_said_where_others_are_infinite():
    found = known(exercise(), lambda x: 2 * x**2 if x > 0 else math.inf)
    assert found is not None and found.word == "differs:factor"
    assert all(found.hint[lang][0] for lang in LANGUAGES)
    assert found.hint["en"][0].startswith("Some results are inf or nan.")


@pytest.mark.parametrize(
    ("answer", "start"),
    [
        (lambda x: 2 * x**2, "The result is 2 times"),
        (lambda x: 2 * x**2 if x > 0 else x**2, "Some results are right. Now for the others. "),
        (lambda x: 2 * x**2 if x > 3.2 else x**2 if x > 0 else math.nan, "Some results are right, and some are inf or"),
    ],
    ids=["all", "not all", "nor the rest"],
)
def test_how_the_values_differ_is_said_of_those_for_which_it_holds(answer: Callable[..., Any], start: str):
    found = known(exercise(), answer)
    assert found is not None and found.word == "differs:factor"
    assert found.hint["en"][0].startswith(start)


@pytest.mark.parametrize(
    ("answer", "word"), [(lambda x: x <= 0, "differs:opposite"), (lambda x: math.sin(7 * x) > 0, "differs")]
)
def test_truth_values_are_called_opposite_only_where_none_is_right(answer: Callable[..., Any], word: str):
    made = Exercise("large", "00-start-here", 1.0, lambda x: x > 0)
    made.probe("general")(lambda answer, rng: [answer(float(x)) for x in rng.uniform(-4.0, 4.0, size=5)])
    found = known(made, answer)
    assert found is not None and found.word == word


@pytest.mark.parametrize("answer", [lambda x: odd(x) if x > 0 else math.nan, lambda x: math.inf], ids=["odd", "inf"])
def test_nothing_is_said_of_infinite_values_where_nothing_holds_for_the_others(answer: Callable[..., Any]):
    found = known(exercise(), answer)
    assert found is None or not found.word.startswith("differs:")


def test_a_changed_argument_is_said_before_how_the_values_differ():
    made = Exercise("square", "00-start-here", 1.0, square)
    made.probe("vector")(lambda answer, rng: [answer(rng.uniform(2.5, 4.0, size=3)) for _ in range(2)])

    def halves(x):
        x /= 2
        return x**2

    found, kept = known(made, halves), known(made, lambda x: (x / 2) ** 2)
    assert found is not None and found.word == "changed_argument"
    assert kept is not None and kept.word == "differs:factor"


def test_where_only_an_example_is_known_nothing_is_claimed_of_the_kind_of_value():
    found = known(exercise(), odd)
    assert found is not None and found.word == "differs"
    what, where = found.hint["en"]
    assert what == "The code runs, but what it gives is not what the task asks for."
    assert where.startswith("Try square(")


def both(x):
    return x**2, 3 * x


def with_mistakes(reference: Callable[..., Any], *mistakes: Callable[..., Any]) -> Exercise:
    made = exercise(reference)
    for each in mistakes:
        hint = (f"It is {each.__name__}.", "Look there.")
        made.mistake(en=hint, ru=hint)(each)
    return made


def cubed(x):
    return x**3


def cubed_below_zero(x):
    return x**3 if x < 0 else x**2


def cubed_in_one(x):
    return x**3, 3 * x


def cubed_and_lost(x):
    return x**3, 7.7


def test_a_known_mistake_and_what_all_values_are_beside_it_are_both_said():
    found = known(with_mistakes(square, cubed), lambda x: -2 * x**3)
    assert found is not None and found.word == "differs:factor+cubed"
    said = "Two things, it seems. It is cubed. Now take what that alone would give for the right result. Then: "
    assert found.hint["en"][0].startswith(said)
    assert "-2 times" in found.hint["en"][0]


@pytest.mark.parametrize("answer", [odd, lambda x: -2 * x**3 if x > 3 else odd(x), lambda x: [x**3, 1.0]])
def test_a_known_mistake_is_not_said_where_something_does_not_follow_from_it(answer: Callable[..., Any]):
    found = known(with_mistakes(square, cubed), answer)
    assert found is not None and "cubed" not in found.word


def test_a_known_mistake_is_not_said_where_the_difference_takes_it_back():
    def one_too_small(x):
        return x**3 - 1

    found = known(with_mistakes(square, one_too_small), cubed)
    assert found is not None and "one_too_small" not in found.word


def test_the_right_answer_is_not_called_a_mistake_with_its_sign_turned():
    def minus(x):
        return -(x**2)

    made = with_mistakes(square, minus)
    made.probe("property")(lambda answer, rng: [answer.sample(0.5) > 0.3])
    found = known(made, lambda x: odd(x) if x == 0.5 else x**2)
    assert found is None or "minus" not in found.word


@pytest.mark.parametrize(
    ("gives", "word"),
    [
        ([3.0, 5.0], "differs:example+shifted"), ([3.0, 4.0], "differs:example+shift_up"), ([4.0, 4.0], "differs"),
        (7, "differs:example+one_for_many"),
    ],
)
def test_what_the_check_says_of_a_public_example_is_said_where_nothing_else_is_and_only_of_that_example(
    monkeypatch: pytest.MonkeyPatch, gives: Any, word: str
):
    made = exercise(lambda x: [x, 2 * x])
    made.example(2.0)
    hint = {lang: [f"It is {gives}.", "Where?"] for lang in LANGUAGES}
    told = [{"name": "shifted", "value": value, "hint": hint} for value in ([3.0, 5.0], [4.0, 4.0], 7)]
    shown = [{"args": [2.0], "expected": [2.0, 4.0], "mistakes": told}]
    data = {"square": {"rtol": 1e-6, "atol": 1e-9, "unit": "04-gradient-descent", "examples": shown}}
    monkeypatch.setattr(facts_of_examples, "public_data", lambda: data)
    found = known(made, lambda x: gives if x == 2.0 else [odd(x), odd(2 * x)])
    assert found is not None and found.word == word
    said = {
        "differs:example+shifted": "In a public example the result is exactly that of a known mistake: “It is [3.0,",
        "differs:example+shift_up": "Only one part is wrong",
    }
    if word in said:
        assert found.hint["en"][0].startswith(said[word])
        assert "square(2.0)" in found.hint["en"][1]
        assert "public example" in found.hint["en"][0]


def test_what_helps_where_nothing_comes_back_is_said_behind_the_example():
    found = known(exercises()["loss"], lambda w: None)
    assert found is not None and found.word == "wrong_nothing"
    how, where = generic_hint("wrong_nothing")["en"]
    assert found.hint["en"] == (how, f"Try loss(5.0): yours gives None, and 37.0 is right. {where}")


def test_an_example_names_the_import_that_its_functions_need():
    def answer(param, d_loss, rate=0.001):
        return param - np.sin(7 * d_loss(param))

    found = known(exercises()["microchange_update"], answer)
    assert found is not None
    call, _, needs = found.hint["en"][1].partition(" is right. First run: “")
    space: dict[str, Any] = {}
    exec(needs.removesuffix("”."), space)
    assert set(space) - {"__builtins__"} == {"steep"} and "steep" in call


def test_what_fails_for_plain_numbers_alone_is_known_by_few_calls_that_raise():
    def over_a_table(x):
        if np.ndim(x) == 0:
            raise Raised("TypeError")
        return x**2

    made = Exercise("square", "00-start-here", 3.0, square)
    made.probe("edge")(lambda answer, rng: answer(float(rng.uniform(2.5, 4.0))))
    made.probe("general")(lambda answer, rng: [answer(rng.uniform(2.5, 4.0, size=3)) for _ in range(3)])
    for seeds, word in ((3, "input:number"), (2, "raised")):
        runs = [
            (run(probe, over_a_table, seed, number), run(probe, square, seed, number))
            for seed in range(seeds) for number, probe in enumerate(made.probes)
        ]  # fmt: skip
        found = facts(made, judge(made, over_a_table, 0), runs, over_a_table)
        assert found is not None and found.word.startswith(word)


def test_a_mistake_that_is_wrong_where_the_answer_is_right_is_not_said():
    def cubed_or_raised(x):
        if x < -3:
            raise Raised("ValueError")
        return x**3 if x < 0 else x**2

    named, other = (known(with_mistakes(square, mistake), cubed_or_raised) for mistake in (cubed_below_zero, cubed))
    assert named is not None and named.word == "cubed_below_zero"
    assert other is None or other.word != "cubed"


def test_what_is_said_of_a_changed_argument_is_about_that_and_not_about_another_failure():
    def answer(x):
        if np.ndim(x) == 0:
            raise Raised("TypeError")
        x[:] = x**2
        return x

    made = Exercise("square", "00-start-here", 3.0, square)
    made.probe("edge")(lambda answer, rng: answer(float(rng.uniform(2.5, 4.0))))
    made.probe("general")(lambda answer, rng: answer(rng.uniform(2.5, 4.0, size=3)))
    found = known(made, answer)
    assert found is not None and found.word == "changed_argument"
    assert found.hint["en"] == generic_hint("changed_argument")["en"]


FIRST, SECOND = "[0] (the first part)", "[1] (the second part)"


def test_each_part_of_a_result_gets_its_own_words():
    found = known(with_mistakes(both, cubed_and_lost, cubed_in_one), lambda x: (x**3, -3 * x))
    assert found is not None and found.word == "differs:cubed_in_one+sign"
    assert found.hint["en"][0] == f"{FIRST}: It is cubed_in_one. {SECOND}: The value is right but for its sign."


def test_of_a_mistake_in_several_parts_nothing_is_said_where_only_one_of_them_is_like_it():
    found = known(with_mistakes(both, cubed_and_lost), lambda x: (x**3, -3 * x))
    assert found is not None and found.word == "differs:sign"
    assert found.hint["en"][0] == f"{SECOND}: The value is right but for its sign. {FIRST} is wrong, too."


def test_a_result_that_stands_in_the_place_of_another_is_said_and_the_other_called_wrong():
    found = known(exercise(both), lambda x: (3 * x, odd(x)))
    assert found is not None and found.word == "differs:exchanged"
    assert found.hint["en"][0] == f"What comes as {FIRST} should come as {SECOND}. {SECOND} is wrong, too."


def test_of_parts_of_which_nothing_simple_is_true_nothing_is_said():
    found = known(exercise(both), lambda x: (odd(x), odd(2 * x)))
    assert found is not None and found.word == "differs"


def of_arrays(reference: Callable[..., Any]) -> Exercise:
    """Return an exercise on numbers and on arrays of different ones."""
    made = Exercise("square", "00-start-here", 3.0, reference)
    made.probe("general")(lambda answer, rng: [answer(float(x)) for x in rng.uniform(2.5, 4.0, size=3)])
    made.probe("vector")(lambda answer, rng: [answer(rng.uniform(2.5, 4.0, size=4)) for _ in range(3)])
    return made


def wrong_for_arrays(x):
    return np.sin(7 * x) if np.ndim(x) else x**2


def one_decides(x):
    return np.where(x > np.min(x), np.sin(7 * x), x**2)


@pytest.mark.parametrize(("answer", "word"), [(wrong_for_arrays, "input:array"), (one_decides, "input:unlike")])
def test_arrays_are_said_to_be_the_matter_only_where_those_of_equal_numbers_fail_too(
    answer: Callable[..., Any], word: str
):
    found = known(of_arrays(square), answer)
    assert found is not None and found.word == word


def chosen(name, x):
    return {"double": 2 * x, "cube": x**3, "same": x}[name]


def of_choices(answer: Callable[..., Any]) -> Facts | None:
    made = Exercise("chosen", "00-start-here", 3.0, chosen)
    for name in ("double", "cube", "same"):
        made.probe("general", part=name)(
            lambda answer, rng, name=name: [answer(name, float(x)) for x in rng.uniform(2.5, 4.0, size=3)]
        )
    return known(made, answer)


def test_each_choice_of_an_argument_gets_its_own_words():
    found = of_choices(lambda name, x: {"double": -2 * x, "cube": x**3 + 1, "same": x}[name])
    assert found is not None and found.word == "differs:shift_up+sign"
    double, cube = found.hint["en"][0].split(" For name = 'cube': ")
    assert double == "For name = 'double': The value is right but for its sign." and cube.endswith(
        "larger than the right one by 1."
    )


def test_a_choice_of_which_nothing_simple_is_true_is_called_wrong_beside_others():
    found = of_choices(lambda name, x: {"double": odd(x), "cube": -(x**3), "same": x}[name])
    assert found is not None and found.word == "differs:sign"
    assert found.hint["en"][0].endswith("For name = 'double': it is wrong.")


def test_of_a_choice_that_is_right_at_times_only_the_name_is_said():
    wrong = {"double": lambda x: -2 * x, "cube": lambda x: x**3 + 1, "same": lambda x: x}
    found = of_choices(lambda name, x: wrong[name](x) if x > 3 else chosen(name, x))
    assert found is not None and found.word == "input:double+cube"


def test_the_choices_that_fail_are_named_where_no_more_is_known():
    found = of_choices(lambda name, x: {"double": odd(x), "cube": odd(2 * x), "same": x}[name])
    assert found is not None and found.word == "input:double+cube"
    said = "All that came out wrong had name = 'double' or 'cube'; all else that was tried was right."
    assert found.hint["en"][0] == said


@pytest.mark.parametrize(("others", "word"), [([0.0], "differs"), ([0.0, -1.5], "input:positive")], ids=["one", "two"])
def test_no_rule_is_made_of_a_single_input_that_is_right(others: list[float], word: str):
    made = Exercise("square", "00-start-here", 3.0, square)
    made.probe("general")(lambda answer, rng: [answer(float(x)) for x in rng.uniform(2.5, 4.0, size=3)])
    made.probe("edge")(lambda answer, rng: [answer(x) for x in others])
    found = known(made, lambda x: odd(x) if x > 0 else x**2)
    assert found is not None and found.word == word


def test_right_values_are_not_called_wrong_where_something_else_is_not_kept():
    made = exercise()

    @made.probe("property")
    def _(answer, rng):
        before = len(calls)
        return [answer(3.0), len(calls) - before]

    calls: list[float] = []

    def noting(x):
        calls.append(x)
        return x**2

    found = known(made, noting)
    assert found is not None and found.word == "values_right"


def test_what_fails_for_inputs_that_were_not_drawn_again_is_not_called_right():
    made = exercise()
    rare = {each.args[0] for number, probe in enumerate(made.probes) for each in run(probe, square, 99, number).asked}
    assert known(made, lambda x: odd(x) if x in rare else x**2, judged=99) is None


@pytest.mark.parametrize("edge", [math.nan, np.array([1.5, 2.5])], ids=["not finite", "another shape"])
def test_where_only_the_way_it_fails_is_known_the_example_fails_in_that_way(edge: Any):
    made = Exercise("square", "00-start-here", 3.0, square)
    made.example(3.0)
    made.probe("edge")(lambda answer, rng: [answer(x) for x in rng.choice([-2.75, -3.25, -4.125], 2)])
    made.probe("general")(lambda answer, rng: [answer(float(x)) for x in rng.uniform(2.5, 4.0, size=3)])
    found = known(made, lambda x: odd(x) if x > 0 else edge)
    assert found is not None and found.word in ("wrong_finite", "wrong_shape")
    assert found.hint["en"][1].startswith("Try square(-"), "and not the open example, which only gives another number"


def test_an_array_without_dimensions_is_written_as_the_number_that_it_is():
    found = known(exercise(), lambda x: np.array(odd(x)))
    assert found is not None and "yours gives" in found.hint["en"][1] and "array" not in found.hint["en"][1]


def test_an_example_with_a_dictionary_is_written_out():
    made = Exercise("lengths", "00-start-here", 1.0, lambda grid: sum(map(len, grid.values())))
    made.probe("general")(lambda answer, rng: [answer({"a": [1.5, 2.0], "b": ["x"] * n}) for n in (2, 3, 4)])
    found = known(made, lambda grid: 17.3)
    assert found is not None and found.hint["en"][1].startswith("Try lengths({'a': [1.5, 2.0], 'b': ['x', 'x']}):")


def test_of_objects_that_are_not_compared_nothing_is_called_right():
    made = Exercise("search", "00-start-here", 1.0, lambda: object)
    made.probe("property")(lambda answer, rng: [answer() is not None, len(calls)])
    calls: list[int] = []
    found = known(made, lambda: calls.append(1) or object)
    assert found is None or found.word != "values_right"


def written(source: str) -> ast.stmt:
    return ast.parse(source).body[0]


def known_of(made: Exercise, answer: Callable[..., Any], source: str) -> Facts | None:
    runs = [
        (run(probe, answer, seed, number), run(probe, made.reference, seed, number))
        for seed in SEEDS for number, probe in enumerate(made.probes)
    ]  # fmt: skip
    return facts(made, judge(made, answer, 0), runs, answer, written(source))


def test_an_argument_that_is_not_used_is_named():
    def power(x, n):
        return x**n

    made = Exercise("power", "00-start-here", 1.0, power)
    made.probe("general")(lambda answer, rng: [answer(float(x), 3) for x in rng.uniform(2.5, 4.0, size=3)])
    found = known_of(made, lambda x, n: odd(x), "def power(x, n):\n    return 3 + math.sin(7 * x)\n")
    assert found is not None and found.word == "not_used" and "argument n " in found.hint["en"][0]
    found = known_of(made, lambda x, n: odd(x), "def power(x, n):\n    return 3 + math.sin(7 * x) + 0 * n\n")
    assert found is not None and found.word == "differs"


def test_a_function_that_is_calculated_with_is_named_with_its_line():
    def twice(f, x):
        return 2 * f(x)

    made = Exercise("twice", "00-start-here", 1.0, twice)
    made.probe("general")(lambda answer, rng: [answer(square, float(x)) for x in rng.uniform(2.5, 4.0, size=3)])
    found = known_of(made, lambda f, x: 2 * f, "def twice(f, x):\n    return 2 * f\n")
    assert found is not None and found.word == "function_as_number"
    assert found.hint["en"][0].startswith("f is a function, and line 2 ")


@pytest.mark.parametrize(("answer", "word"), [(lambda xs: float(np.mean(xs)), "no_element"), (min, "differs")])
def test_what_does_not_stand_in_an_argument_is_told_from_a_wrong_element(answer: Callable[..., Any], word: str):
    def nearest_to_three(xs):
        return float(xs[np.argmin(np.abs(np.asarray(xs) - 3))])

    made = Exercise("nearest_to_three", "00-start-here", 1.0, nearest_to_three)
    made.probe("general")(lambda answer, rng: [answer([rng.uniform(2, 2.2), *rng.uniform(3, 4, 3)]) for _ in range(3)])
    found = known(made, answer)
    assert found is not None and found.word == word


def test_from_which_number_on_an_answer_is_wrong_is_said_where_it_gives_a_value_for_each():
    made = Exercise("square", "00-start-here", 1.0, square)
    made.probe("vector")(lambda answer, rng: [answer(rng.uniform(2.0, 4.0, size=5)) for _ in range(3)])
    found = known(made, lambda x: np.where(x < 3, x**2, 3 + np.sin(7 * x)))
    assert found is not None and found.word == "input:from"
    low, high = (float(each.rstrip(",")) for each in found.hint["en"][0].rstrip(".").split() if each[0].isdigit())
    assert 2.5 < low < 3 <= high < 3.5


@given(st.floats(1e-6, 1e9).flatmap(lambda size: st.sampled_from([size, -size])))
def test_a_border_has_three_digits_and_all_that_was_tried_stays_on_its_side(value: float):
    below, above = (float(facts_of_inputs._rounded(value, towards)) for towards in (math.floor, math.ceil))
    assert below <= value + 1e-8 * abs(value) and value - 1e-8 * abs(value) <= above
    assert above - below <= 0.011 * abs(value)


def test_the_few_numbers_for_which_an_answer_is_wrong_are_listed():
    made = exercise()
    made.probe("simple")(lambda answer, rng: [answer(0.5), answer(1.0)])
    found = known(made, lambda x: odd(x) if x in (0.5, 1.0) else x**2)
    assert found is not None and found.word == "input:0.5+1.0"


def test_the_parts_of_a_result_that_are_right_are_named():
    found = known(exercise(lambda x: {"a": x, "b": x**2, "c": x**3}), lambda x: {"a": x, "b": odd(x), "c": odd(2 * x)})
    assert found is not None and found.word == "differs:parts"
    assert found.hint["en"][0] == "What stands at 'a' is right, what stands at 'b', 'c' is not."
