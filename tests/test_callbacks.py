"""The judge's own functions, such as a gradient, when learner code calls them with whatever it likes."""

from __future__ import annotations

import faulthandler
import inspect
import itertools
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from autograder.authoring.try_answer import try_source
from autograder.exercise import Exercise
from autograder.exercises import exercises
from autograder.judging.grade import Times
from autograder.judging.observe import Observer, Run
from autograder.sandbox import Sandbox
from autograder.sandbox.stand_in import MAX_ARGUMENTS, MAX_REPEATS, check_call
from autograder.worker import codec
from course.public.u11_grid_search import bumpy


def two(one, other):
    return one * other


@pytest.mark.parametrize(
    "args",
    [
        (2**63, 1),
        (-(2**63), 1),
        ("x" * 50, MAX_REPEATS + 1),
        ([1.0, 2.0], MAX_REPEATS + 1),
        ([1.0, 2.0], np.int64(MAX_REPEATS + 1)),
        ([["x", 10**6]], 1),
        ({"times": 10**6}, "x"),
        ("x" * 101, 1),
        (np.ones(500), np.ones(MAX_ARGUMENTS // 400)),
        ([np.ones((600, 1)), np.ones((1, 600))], 1),
        ([np.ones(500)] * (MAX_ARGUMENTS // 400), 1),
        (object(), 1),
        (1,),
        (1, 2, 3),
    ],
)
def test_what_could_grow_without_bound_is_refused(args):
    with pytest.raises(TypeError):
        check_call(two, list(args), {})


@pytest.mark.parametrize(
    "args", [(2**62, 0.5), (np.ones(1000), 10**12), ("squared", MAX_REPEATS), ([1, 2, 3], 3), ({"eta": 0.1}, [1.0]),
     ([np.ones(2)] * 500, 0.1), ([[np.ones(2), 3.0]], 1)],
)  # fmt: skip
def test_what_honest_code_calls_with_is_not(args):
    check_call(two, list(args), {})


def test_a_list_of_large_weights_alone_is_not_refused_but_what_it_could_repeat_is():
    check_call(lambda w: w, [[20_000, -3]], {})
    for weights in (["x", 20_000], [[1.0], 20_000]):
        with pytest.raises(TypeError, match="too large a number"):
            check_call(lambda w: w, [weights], {})


def test_a_parameter_with_a_default_is_not_the_learner_s():
    with pytest.raises(TypeError, match="too many"):
        check_call(lambda w, scale=2.0: w, [1.0, 3.0], {})


def test_a_parameter_of_a_published_function_is_the_learner_s_whatever_its_default():
    check_call(bumpy, [], {"rate": 0.1, "depth": 3})
    with pytest.raises(TypeError, match="unexpected"):
        check_call(bumpy, [], {"rat": 0.1})


def test_an_answer_that_trains_the_best_combination_twice_is_not_said_to_raise():
    """The example that a hint shows calls a published function, whose parameters have defaults."""
    twice = """
def grid_search(fit_score, grid):
    best = None
    for values in itertools.product(*grid.values()):
        params = dict(zip(grid, values))
        if best is None or fit_score(**params) > best[1]:
            best = params, fit_score(**params)
    return best
"""
    with Sandbox(contained=False) as sandbox:
        verdict = try_source(sandbox, exercises()["grid_search"], f"import itertools\n{twice}")
    assert verdict.diagnosis == "values_right"


CATCHES = """
def select_then_test(score, grid):
    best = max(grid, key=lambda candidate: score(candidate, "valid"))
    for wrong in (lambda: score(best, "neither"), lambda: score(best, "test", 1)):
        try:
            wrong()
        except (KeyError, TypeError):
            pass
    return best, score(best, "test")
"""


def test_what_a_function_of_ours_raises_can_be_caught_as_in_a_notebook():
    with Sandbox(contained=False) as sandbox:
        verdict = try_source(sandbox, exercises()["select_then_test"], CATCHES)
        uncaught = CATCHES.replace("KeyError, ", "")
        missed = try_source(sandbox, exercises()["select_then_test"], uncaught, times=Times(repair=0))
    assert verdict.state == "correct"
    assert missed.diagnosis == "raised:KeyError"


class Spy(Observer):
    """Notes every function that a probe hands to the answer."""

    def __init__(self, answer: Callable[..., Any], given: list[Callable[..., Any]]) -> None:
        super().__init__(answer, Run())
        self.given = given

    def _call(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        self.given += functions([*args, *kwargs.values()])
        return super()._call(args, kwargs)


def functions(value: Any) -> list[Callable[..., Any]]:
    if isinstance(value, list | tuple):
        return [function for item in value for function in functions(item)]
    return [value] if callable(value) and not isinstance(value, type) else []


def handed_out(exercise: Exercise) -> list[Callable[..., Any]]:
    """Return one of each kind of function that the probes of an exercise hand out."""
    given: list[Callable[..., Any]] = []
    for number, probe in enumerate(exercise.probes):
        probe.observe(Spy(exercise.reference, given), np.random.default_rng([3, number]))
    return list({getattr(function, "__code__", function): function for function in given}.values())


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End the tests, saying where they hang, if this takes longer: a power of integers hears no other signal."""
    faulthandler.dump_traceback_later(seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


EXTREMES = (
    0, -1, MAX_REPEATS, 2**63 - 1, -(2**62), 1e308, -1e-308, math.nan, math.inf, 1j, None, True, "x" * 100, "valid", [],
    {}, [1e300] * 2000, ["x"] * 100, {"x": 2.0}, np.ones((1400, 1400)), np.ones(0), np.full(3, 2**62),
    np.array(["x"] * 9),
)  # fmt: skip


@pytest.mark.parametrize("exercise", exercises().values(), ids=list(exercises()))
def test_no_function_that_is_handed_out_can_be_made_to_take_long_or_to_give_back_much(exercise: Exercise):
    for function in handed_out(exercise):
        try:
            names = inspect.signature(function).parameters.values()
            count = sum(name.default is inspect.Parameter.empty for name in names)
        except ValueError:  # a ufunc of numpy
            count = 1
        for args in itertools.product(EXTREMES, repeat=min(count, 2)):
            args = [*args, *args[-1:] * (count - 2)] if count > 2 else list(args)
            with at_most(20), np.errstate(all="ignore"):
                try:
                    check_call(function, args, {})
                    value = function(*args)
                except Exception:
                    continue  # it is refused, and the learner's code gets an error
                try:
                    sent = codec.encode(value)
                except codec.Unspeakable:
                    continue
                assert len(sent) < 40_000_000


def test_handing_out_is_seen():
    assert handed_out(exercises()["gradient_descent"])
    assert not handed_out(exercises()["loss"])
