"""The judge's decisions, on small exercises made for it and plain functions instead of learners' code."""

import math
import string
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.exercise import Exercise
from autograder.judging.judge import Fault, function, generic_hint, judge, needs_review, not_round, number, zero
from autograder.judging.verdict import Verdict
from autograder.sandbox import Ended, Raised, RemoteValue, TooSlow
from autograder.worker.codec import Rng
from course.language import LANGUAGES, catalogue

HINT = {"en": ("kind", "where"), "ru": ("вид", "место")}


def square(x):
    return x**2


def exercise(reference: Callable[..., Any] = square, points: float = 3.0, **options: Any) -> Exercise:
    """Return an exercise on numbers and arrays with two mistakes: ``doubled`` in all probes, ``summed`` in arrays."""
    made = Exercise(reference.__name__, "00-test", points, reference, **options)

    @made.probe("general", credit=2.0)
    def _(answer, rng):
        return [answer(float(x)) for x in rng.uniform(2.5, 4.0, size=3)]

    @made.probe("vector")
    def _(answer, rng):
        return answer(rng.uniform(2.5, 4.0, size=4))

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def doubled(x):
        return 2 * x

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def summed(x):
        return np.sum(np.asarray(x) ** 2)

    return made


def raising(error: BaseException) -> Callable[..., Any]:
    def answer(*args):
        raise error

    return answer


class Remote(RemoteValue):
    """Stands for a function in the sandbox."""

    is_function = True
    warned = False
    allowed = 5.0

    def spent(self) -> float:
        return 0.0

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    @property
    def session(self) -> Any:
        return SimpleNamespace(changed=False)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.function(*args, **kwargs)


# --------------------------------------------------------------------------------------- states and points


def test_a_right_answer_is_correct_and_gets_a_plain_float_of_full_points():
    verdict = judge(exercise(points=3), lambda x: x * x, 0)
    assert (verdict.state, verdict.score, verdict.diagnosis, verdict.hint) == ("correct", 3.0, "", None)
    assert type(verdict.score) is float  # nbgrader takes anything else for full marks
    assert verdict.passed == ("general", "vector") and verdict.failed == ()


def test_a_partly_right_answer_gets_the_credit_of_what_is_right():
    verdict = judge(exercise(points=3), lambda x: x**2 if np.ndim(x) == 0 else x, 0)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("partial", 2.0, "wrong_value")
    assert (verdict.passed, verdict.failed) == (("general",), ("vector",))


def test_a_wrong_answer_gets_zero():
    verdict = judge(exercise(), lambda x: x + 100, 0)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("wrong", 0.0, "wrong_value")


def test_a_missing_name_is_not_attempted():
    verdict = judge(exercise(), None, 0)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("not_attempted", 0.0, "missing")


def test_a_stub_is_not_attempted():
    verdict = judge(exercise(), raising(NotImplementedError()), 0)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("not_attempted", 0.0, "not_attempted")


def test_a_left_over_raise_in_one_branch_counts_as_an_attempt():
    def answer(x):
        if np.ndim(x):
            raise NotImplementedError
        return x**2

    verdict = judge(exercise(), answer, 0)
    assert (verdict.state, verdict.score) == ("partial", 2.0)
    assert verdict.diagnosis == "raised:NotImplementedError"


@pytest.mark.parametrize("error", [ValueError("x"), ZeroDivisionError(), KeyError("x"), RecursionError()], ids=repr)
def test_an_exception_of_the_answer_is_an_error_with_zero_points(error: Exception):
    verdict = judge(exercise(), raising(error), 0)
    assert (verdict.state, verdict.score) == ("error", 0.0)
    assert verdict.diagnosis == f"raised:{type(error).__name__}"


@pytest.mark.parametrize(
    ("end", "diagnosis"),
    [(Raised("OSError"), "raised:OSError"), (TooSlow(), "too_slow"), (Ended("memory"), "ended:memory")],
    ids=["raised", "too slow", "ended"],
)
def test_how_a_remote_answer_fails_is_its_diagnosis(end: Exception, diagnosis: str):
    calls = []

    def answer(x):
        calls.append(x)
        raise end

    verdict = judge(exercise(), Remote(answer), 0)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("error", 0.0, diagnosis)
    assert verdict.failed == ("general", "vector")
    assert len(calls) == (2 if diagnosis.startswith("raised") else 1)  # a dead process is not asked again


@given(
    credits=st.lists(st.floats(0.1, 5.0), min_size=1, max_size=6),
    right=st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_points_are_shared_out_in_the_ratio_of_the_credits(credits: list[float], right: list[bool]):
    made = Exercise("f", "00-test", 4.0, lambda n: n)
    for place, credit in enumerate(credits):
        made.probe("general", credit)(lambda answer, rng, place=place: answer(place))
    verdict = judge(made, lambda n: n if right[n] else n + 1, 0)
    earned = sum(credit for credit, good in zip(credits, right, strict=False) if good)
    assert verdict.score == pytest.approx(4.0 * earned / sum(credits), abs=0.005 + 1e-9)
    assert type(verdict.score) is float and 0 <= verdict.score <= 4.0
    if all(right[: len(credits)]):
        assert (verdict.state, verdict.score) == ("correct", 4.0)
    else:
        assert verdict.state == ("partial" if any(right[: len(credits)]) else "wrong")
    assert len(verdict.passed) + len(verdict.failed) == len(credits)


# -------------------------------------------------------------------------------- faults of the grader itself


def assert_review(verdict: Verdict, word: str) -> None:
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("review", None, "review")
    assert word in verdict.note
    for lang in LANGUAGES:
        assert word not in verdict.words(lang)


def test_a_fault_in_a_probe_needs_review_and_is_never_a_zero():
    made = exercise()

    @made.probe("edge")
    def _(answer, rng):
        raise RuntimeError("probe is broken")

    for answer in (square, lambda x: x, lambda x: None, Remote(square)):
        assert_review(judge(made, answer, 0), "RuntimeError")


def test_a_probe_that_stumbles_over_a_learners_value_needs_review():
    made = Exercise("f", "00-test", 1, lambda x: x)
    made.probe("general")(lambda answer, rng: 1 / answer(2.0))
    assert judge(made, Remote(lambda x: 2.0), 0).state == "correct"
    assert_review(judge(made, Remote(lambda x: 0.0), 0), "ZeroDivisionError")


@pytest.mark.parametrize("error", [ValueError("boom"), NotImplementedError()], ids=repr)
def test_a_reference_that_fails_its_own_probe_needs_review(error: Exception):
    broken = raising(error)
    broken.__name__ = "square"
    assert_review(judge(exercise(broken), square, 0), "the reference fails")


def test_a_reference_that_edits_its_argument_needs_review():
    def edits(x):
        if np.ndim(x):
            x *= 2
        return x

    assert_review(judge(exercise(edits), square, 0), "changed_argument")


def test_a_reference_value_that_cannot_be_compared_needs_review():
    assert_review(judge(exercise(lambda x: np.array([object()])), lambda x: 1.0, 0), "cannot compare")


# ------------------------------------------------------------------------------------------ what is repeatable


@given(seed=st.integers(0, 2**64 - 1))
@settings(max_examples=25)
def test_the_same_seed_gives_the_same_verdict_on_the_same_inputs(seed: int):
    def observed():
        seen = []
        verdict = judge(exercise(), lambda x: seen.append(np.array(x)) or x + 1, seed)
        return verdict, np.concatenate([np.atleast_1d(x) for x in seen]).tolist()

    assert observed() == observed()


def test_another_seed_gives_other_inputs():
    seen: list[list[float]] = []
    for seed in range(10):
        seen.append([])
        judge(exercise(), lambda x: seen[-1].append(float(np.sum(x))) or x, seed)
    assert len({tuple(values) for values in seen}) == len(seen)


def test_each_probe_has_its_own_random_numbers():
    made = Exercise("f", "00-test", 1, lambda x: x)
    drawn: list[float] = []
    for _ in range(3):
        made.probe("general")(lambda answer, rng: answer(drawn.append(value := float(rng.random())) or value))
    judge(made, lambda x: x, 0)
    assert len(set(drawn)) == 3


def test_both_sides_get_the_same_random_generator():
    made = Exercise("draw", "00-test", 1, lambda rng, n: rng.normal(size=n))
    made.probe("general")(lambda answer, rng: answer(Rng(int(rng.integers(1000))), 3))
    assert judge(made, lambda rng, n: [rng.normal() for _ in range(n)], 0).state == "correct"
    assert judge(made, lambda rng, n: np.zeros(n), 0).state == "wrong"


# --------------------------------------------------------------------------------------------------- diagnosis


def test_a_misconception_is_recognised():
    verdict = judge(exercise(), lambda x: x + x, 0)
    assert (verdict.state, verdict.score, verdict.diagnosis, verdict.hint) == ("wrong", 0.0, "doubled", HINT)


def test_a_misconception_is_recognised_when_part_of_the_answer_is_right():
    verdict = judge(exercise(), lambda x: x**2 if np.ndim(x) == 0 else float(sum(v * v for v in x)), 0)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("partial", 2.0, "summed")


def test_a_mixture_of_two_misconceptions_is_neither():
    verdict = judge(exercise(), lambda x: 2 * x if np.ndim(x) == 0 else np.sum(x**2), 0)
    assert verdict.diagnosis == "wrong_value"


def test_a_misconception_that_raises_is_known_by_its_exception():
    made = exercise()

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def caret(x):
        return x ^ 2

    assert judge(made, lambda x: x ^ 2, 0).diagnosis == "caret"
    assert judge(made, raising(ValueError()), 0).diagnosis == "raised:ValueError"


def test_a_misconception_that_edits_its_argument_is_recognised():
    made = exercise()

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def in_place(x):
        x **= 2
        return x

    def answer(x):
        x **= 2
        return x

    verdict = judge(made, answer, 0)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("partial", 2.4, "in_place")


def summary(x):
    return {"mean": float(np.mean(x)), "spread": float(np.std(x)), "size": len(x)}


def of_dictionaries() -> Exercise:
    """Return an exercise that asks for three values by name, with a mistake in one and a mistake in another."""
    made = Exercise("summary", "00-test", 3.0, summary)

    @made.probe("general")
    def _(answer, rng):
        return [answer(rng.uniform(2.5, 4.0, size=size)) for size in (3, 5)]

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def middle_for_mean(x):
        return summary(x) | {"mean": float(np.median(x))}

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def spread_squared(x):
        return summary(x) | {"spread": float(np.var(x))}

    return made


@pytest.mark.parametrize(
    ("entries", "diagnosis"),
    [
        (lambda x: {"mean": float(np.median(x))}, "middle_for_mean"),
        (lambda x: {"mean": float(np.median(x)), "size": 77}, "middle_for_mean"),
        (lambda x: {"spread": float(np.var(x)), "mean": float(np.sum(x))}, "spread_squared"),
        (lambda x: {"mean": float(np.median(x)), "spread": float(np.var(x))}, "middle_for_mean"),
        (lambda x: {"mean": float(np.sum(x)), "spread": float(np.ptp(x))}, "wrong_value"),
        (lambda x: {"mean": float(np.median(x)), "sise": 3}, "wrong_shape"),
    ],
    ids=["just it", "and another", "the second of them", "two of them", "none of them", "another key"],
)
def test_a_misconception_in_one_entry_of_a_dictionary_is_recognised_beside_other_mistakes(
    entries: Callable[..., Any], diagnosis: str
):
    verdict = judge(of_dictionaries(), lambda x: summary(x) | entries(x), 0)
    assert verdict.diagnosis == diagnosis
    assert verdict.is_partly == (not diagnosis.startswith("wrong") and len(entries(np.arange(3.0))) > 1)


def test_a_misconception_in_an_entry_is_none_where_that_entry_is_wrong_in_some_calls_only():
    def answer(x):
        return summary(x) | ({"mean": float(np.median(x)), "size": 0} if len(x) > 3 else {"size": 0})

    assert judge(of_dictionaries(), answer, 0).diagnosis == "wrong_value"


@pytest.mark.parametrize(
    ("nothing", "diagnosis"),
    [(np.zeros((0, 2)), "start_lost"), ([], "start_lost"), (None, "wrong_shape"), ([[0.0, 0.0]], "wrong_shape")],
    ids=["a table", "a list", "None", "a row"],
)
def test_two_paths_without_a_step_are_alike_whatever_their_shape(nothing: Any, diagnosis: str):
    def path(w, steps):
        return [w * 0.5**k for k in range(steps + 1)]

    made = Exercise("path", "00-test", 1.0, path)
    made.probe("general")(lambda answer, rng: [answer(rng.uniform(2.5, 4.0, size=2), steps) for steps in (3, 0)])

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def start_lost(w, steps):
        return np.array(path(w, steps)[1:])

    assert judge(made, lambda w, steps: path(w, steps)[1:] if steps else nothing, 0).diagnosis == diagnosis


def with_a_loop() -> Exercise:
    """Return the exercise with a mistake that never ends for arrays."""
    made = exercise()

    @made.mistake(en=HINT["en"], ru=HINT["ru"], never_ends=True)
    def loops(x):
        while np.ndim(x):
            x = x + 0
        return x**2

    return made


def slow_for_arrays(kind: str, before: float) -> Remote:
    """Return an answer that is right for numbers and used up its time for an array; ``before`` were used by then."""

    def answer(x):
        if np.ndim(x):
            raise TooSlow(kind)
        return x**2

    class Slow(Remote):
        def spent(self) -> float:
            return before

    return Slow(answer)


@pytest.mark.parametrize(
    ("kind", "before", "diagnosis"),
    [
        ("never_ends", 0.01, "loops"),
        ("never_ends", 4.0, "loops"),
        ("too_slow", 0.01, "loops"),
        ("too_slow", 4.0, "too_slow"),  # it was slow before, too: perhaps it is right
        ("slept", 0.01, "slept"),
    ],
)
def test_a_loop_that_never_ends_is_told_from_a_slow_answer_and_from_one_that_sleeps(
    kind: str, before: float, diagnosis: str
):
    verdict = judge(with_a_loop(), slow_for_arrays(kind, before), 0)
    assert (verdict.diagnosis, verdict.score, verdict.state) == (diagnosis, 2.0, "partial")


def test_a_misconception_that_never_ends_is_no_explanation_for_what_ends():
    assert judge(with_a_loop(), lambda x: x + 100, 0).diagnosis == "wrong_value"


def test_a_misconception_that_never_ends_must_agree_where_it_ends():
    def answer(x):
        if np.ndim(x):
            raise TooSlow("never_ends")
        return x + 100

    assert judge(with_a_loop(), Remote(answer), 0).diagnosis == "wrong_value"


@pytest.mark.parametrize(
    ("calls", "value", "diagnosis"),
    [
        (3, lambda x: 3.7 * x, "three_times"),
        (3, lambda x: 3.9 * x, "too_slow"),  # it does something else
        (1, lambda x: 3.7 * x, "too_slow"),  # it shows too little
        (3, lambda x: x**2, "too_slow"),  # all it shows is right
    ],
)
def test_an_answer_whose_time_was_up_is_named_after_the_mistake_that_it_had_shown_before(
    calls: int, value: Callable[[float], float], diagnosis: str
):
    made = Exercise("made", "00-test", 2.0, lambda x: x**2)
    made.probe("general")(lambda answer, rng: [answer(float(x)) for x in rng.uniform(0.5, 3.0, size=4)])

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def three_times(x):
        return 3.7 * x

    done = []

    def answer(x):
        if len(done) == calls:
            raise TooSlow("too_slow")
        done.append(x)
        return value(x)

    verdict = judge(made, Remote(answer), 0)
    assert (verdict.diagnosis, verdict.state, verdict.remark) == (diagnosis, "error", None)


def test_a_slow_answer_is_told_how_much_it_used_and_how_much_is_needed():
    verdict = judge(with_a_loop(), slow_for_arrays("too_slow", 4.0), 0)
    assert verdict.hint is not None
    assert "5 s" in verdict.hint["en"][0] and "0.1 s" in verdict.hint["en"][0]


@pytest.mark.parametrize("points", [1.0, 3.0])
def test_a_changed_argument_costs_a_fifth_of_what_the_values_have_earned(points: float):
    def edits(x):
        value = x**2
        if np.ndim(x):
            x[...] = 0
        return value

    def edits_and_errs(x):
        return edits(x) if np.ndim(x) else x

    assert judge(exercise(points=points), edits, 0).score == pytest.approx(0.8 * points)
    assert judge(exercise(points=points), edits_and_errs, 0).score == pytest.approx(0.8 * points / 3, abs=0.006)


@pytest.mark.parametrize(
    ("answer", "diagnosis"),
    [
        (lambda x: None, "wrong_nothing"),
        (lambda x: "25", "wrong_type"),
        (lambda x: [x**2], "wrong_shape"),
        (lambda x: x * math.inf, "wrong_finite"),
        (lambda x: x * math.nan, "wrong_finite"),
        (lambda x: {"value": x**2}, "wrong_type"),
        (lambda x: True, "wrong_type"),
        (lambda: 1, "raised:TypeError"),
    ],
)
def test_a_fault_of_a_kind_is_named(answer: Callable[..., Any], diagnosis: str):
    verdict = judge(exercise(), answer, 0)
    assert verdict.diagnosis == diagnosis
    assert verdict.score == 0.0
    assert verdict.hint == generic_hint(diagnosis)


def test_number_lets_a_real_number_through_and_names_what_is_none():
    assert number(2) == number(np.float32(2)) == number(np.array(2.0)) == 2.0
    for value, word in ((None, "nothing"), ("2", "type"), ([2.0], "shape"), (True, "type"), (np.ones(2), "shape")):
        with pytest.raises(Fault) as caught:
            number(value)
        assert caught.value.word == word


def test_what_nobody_gets_by_chance_is_no_round_number_and_a_very_large_one_makes_no_warning():
    assert not_round([1.0, {"a": 0.3}]) and not not_round([1.0, {"a": 0.5}]) and not not_round(math.inf)
    with np.errstate(all="raise"):
        assert not not_round(np.array([1.7e308, 2.0]))


# -------------------------------------------------------------------------------------- arguments that change


def test_an_answer_that_edits_its_argument_loses_those_points():
    def edits(x):
        value = x**2
        if np.ndim(x):
            x[0] = 7.0
        return value

    verdict = judge(exercise(), edits, 0)
    assert (verdict.state, verdict.score, verdict.diagnosis) == ("partial", 2.4, "changed_argument")


@pytest.mark.parametrize("argument", [np.array([1.0, 2.0]), [1.0, 2.0], {"a": 1.0}, [np.ones(2)], [[1], [2]]], ids=repr)
def test_a_change_deep_inside_an_argument_is_noticed(argument: Any):
    made = Exercise("f", "00-test", 1, lambda x: 1.0)
    made.probe("general")(lambda answer, rng: answer(argument))

    def edits(x):
        inner = x if isinstance(x, np.ndarray) or not isinstance(x, list) or not hasattr(x[0], "__len__") else x[0]
        inner["a" if isinstance(inner, dict) else 0] = 9.0
        return 1.0

    assert judge(made, edits, 0).diagnosis == "changed_argument"
    assert judge(made, lambda x: 1.0, 0).state == "correct"


def test_a_changed_argument_is_said_before_the_wrong_values_that_may_come_from_it():
    def halves(x):
        if np.ndim(x):
            x /= 2
        return x**2

    def another_shape(x):
        return [halves(x)]

    assert judge(exercise(), lambda x: x**2 if np.ndim(x) == 0 else x**2 / 4, 0).diagnosis == "wrong_value"
    verdict = judge(exercise(), halves, 0)
    assert (verdict.diagnosis, verdict.hint) == ("changed_argument", generic_hint("changed_argument"))
    assert judge(exercise(), another_shape, 0).diagnosis == "wrong_shape"


def test_a_change_of_a_named_argument_is_noticed():
    made = Exercise("f", "00-test", 1, lambda x: 1.0)
    made.probe("general")(lambda answer, rng: answer(x=np.zeros(2)))
    assert judge(made, lambda x: x.fill(1) or 1.0, 0).diagnosis == "changed_argument"


def test_the_judges_own_arrays_are_never_changed():
    argument = np.zeros(3)
    made = Exercise("f", "00-test", 1, lambda x: 1.0)
    made.probe("general")(lambda answer, rng: answer(argument))
    judge(made, lambda x: x.fill(1) or 1.0, 0)
    assert np.array_equal(argument, np.zeros(3))


# ------------------------------------------------------------------------------- returned functions and objects


def adder(a):
    return lambda x: x + a


def returning() -> Exercise:
    made = Exercise("adder", "00-test", 2, adder)

    @made.probe("general")
    def _(answer, rng):
        line = answer(float(rng.normal()))
        return [line(x) for x in (1.0, -2.5)]

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def subtracts(a):
        return lambda x: x - a

    return made


def test_a_returned_function_is_judged_by_what_it_does():
    assert judge(returning(), lambda a: lambda x: a + x, 0).state == "correct"
    assert judge(returning(), lambda a: lambda x: x - a, 0).diagnosis == "subtracts"
    assert judge(returning(), lambda a: lambda x: None, 0).diagnosis == "wrong_nothing"
    assert judge(returning(), lambda a: lambda: 1, 0).diagnosis == "raised:TypeError"


@pytest.mark.parametrize("value", [None, 3.0, "x", [1.0]], ids=repr)
def test_a_value_where_a_function_is_due_never_gets_points(value: Any):
    assert not judge(returning(), lambda a: value, 0).score
    assert not judge(returning(), Remote(lambda a: value), 0).score


def test_a_probe_can_name_what_is_no_function_at_once():
    made = Exercise("adder", "00-test", 2, adder)
    made.probe("general")(lambda answer, rng: function(answer(1.0))(2.0))
    assert judge(made, lambda a: lambda x: x + a, 0).state == "correct"
    for value, word in ((None, "wrong_nothing"), (3.0, "wrong_type"), ([adder], "wrong_type")):
        for answer in (lambda a, value=value: value, Remote(lambda a, value=value: value)):
            verdict = judge(made, answer, 0)
            assert (verdict.score, verdict.diagnosis) == (0.0, word)


# ---------------------------------------------------------------------------------------- what a learner reads


@given(message=st.text(st.characters(categories=["L"]), min_size=8))
def test_the_text_of_a_learners_exception_is_nowhere_in_the_verdict(message: str):
    message = f"<{message}>"
    kind = type(message, (ValueError,), {})
    verdict = judge(exercise(), raising(kind(message)), 0)
    assert message not in repr(verdict)
    assert verdict.diagnosis == "raised:ValueError"


def test_no_hidden_input_is_in_the_verdict():
    given_values = []
    verdict = judge(exercise(), lambda x: given_values.append(repr(x)) or 0.0, 3)
    assert given_values
    for value in given_values:
        assert value not in repr(verdict)


DIAGNOSES = [
    "not_attempted", "missing", "not_a_function", "wrong_nothing", "wrong_type", "wrong_shape", "wrong_finite",
    "wrong_value", "changed_argument", "too_slow", "raised:ValueError", "cell_failed:NameError", "stopped",
    "absent:x", "review", "ended:exit", "ended:signal", "ended:memory", "ended:time", "ended:killed", "ended:gone",
    "ended:broken", "raised:TypeError", "raised:EOFError", "cell_failed:SyntaxError", "cell_failed:EOFError",
    "unreadable:why", "no_module:torch.nn", "unused_generator",
]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("diagnosis", DIAGNOSES)
def test_every_diagnosis_has_two_sentences_in_both_languages(lang: str, diagnosis: str):
    what, where = generic_hint(diagnosis)[lang]
    assert what and where and what != where
    name, _, detail = diagnosis.partition(":")
    assert detail in what + where or name == "ended" and catalogue("check", lang)["ended"][detail] in what
    assert "{" not in what + where


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("state", ["correct", "partial", "wrong", "not_attempted", "error", "review"])
def test_every_state_can_be_told_in_both_languages(lang: str, state: Any):
    kinds = ("simple", "general", "vector", "edge", "property")
    for hint in (None, HINT):
        score = None if state == "review" else 1.0
        verdict = Verdict("loss", state, score, 2.0, "x", hint, kinds, kinds, note="internal")
        words = verdict.words(lang)
        assert "loss" in words and "internal" not in words
        assert all(catalogue("check", lang)["probe"][kind] in words for kind in kinds)
        assert not hint or hint[lang][0] in words and hint[lang][1] in words
        assert ("?" if state == "review" else "1") in words and "2" in words


def test_the_two_languages_have_the_same_texts_with_the_same_fields():
    def fields(table: Any, path: str = "") -> dict[str, list[str]]:
        if isinstance(table, str):
            return {path: sorted({name for _, name, _, _ in string.Formatter().parse(table) if name})}
        return {key: value for name, inner in table.items() for key, value in fields(inner, f"{path}.{name}").items()}

    english, russian = (fields(catalogue("check", lang)) for lang in ("en", "ru"))
    assert english == russian


def test_a_verdict_without_a_look_at_the_answer_is_zero_or_review():
    assert zero(exercise(), "error", "stopped").score == 0.0
    failed = zero(exercise(), "error", "cell_failed", "no_module:torch")
    assert (failed.score, failed.diagnosis, failed.hint) == (0.0, "cell_failed", generic_hint("no_module:torch"))
    assert_review(needs_review(exercise(), "internal"), "internal")


# ------------------------------------------------------------------------------- answers with many right values


def test_a_sampled_value_is_judged_by_what_the_probe_observes_and_diagnosed_by_that_alone():
    made = Exercise("draw", "00-test", 1.0, lambda rng: rng.permutation(6))

    @made.probe("property")
    def _(answer, rng):
        return sorted(answer.sample(Rng(int(rng.integers(100)))))

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def from_one(rng):
        return rng.permutation(6) + 1

    assert judge(made, lambda rng: np.argsort(rng.random(6)), 0).state == "correct"
    assert judge(made, lambda rng: np.argsort(rng.random(6)) + 1, 0).diagnosis == "from_one"


def test_a_misconception_is_recognised_beside_another_mistake_where_it_is_right_itself():
    made = Exercise("doubled", "00-test", 3.0, lambda x: 2 * x if x > 0 else x)

    @made.probe("general")
    def _(answer, rng):
        return [answer(float(x)) for x in (0.0, *rng.uniform(2.5, 4.0, size=3))]

    @made.mistake(en=HINT["en"], ru=HINT["ru"])
    def tripled(x):
        return 3 * x if x > 0 else x

    assert judge(made, lambda x: 3 * x if x > 0 else x + 1, 0).diagnosis == "tripled"
    assert judge(made, lambda x: 3 * x if x > 3 else x + 1, 0).diagnosis == "wrong_value"
