"""Points go by what was asked: one wrong part of several costs its own share, be it a wrong value or an error."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.exercises import exercises
from autograder.judging.judge import judge
from autograder.judging.parts import elements, entry, gives, part_of, shuffled, varies
from autograder.sandbox import Fault, Raised

ROWS = ("const", "pow", "exp", "a_pow", "ln", "log_a", "sin", "cos", "tan", "sqrt", "arctan")
ACTIVATIONS = ("sigmoid", "tanh", "relu", "leaky_relu")

BRANCHES = {  # exercise -> the words of its first argument, and the share of each
    "table_derivative": (ROWS, 1 / 11),
    "activation": (ACTIVATIONS, 1 / 4),
    "d_activation": (ACTIVATIONS, 1 / 4),
    "step_size": (("constant", "inverse", "power"), 1 / 3),
    "empirical_risk": (("squared", "absolute", "squared_plus_7"), 0.3),
}
RESULTS = {  # exercise -> how many results it returns, and the share of each
    "descend_safely": (3, 1 / 3),
    "board_step": (2, 1 / 2),
    "best_constant_rate": (2, 1 / 2),
    "standardize": (2, 1 / 2),
    "epoch_cost": (2, 1 / 2),
    "backward": (2, 1 / 2),
    "cross_entropy": (2, 1 / 2),
    "collapse": (2, 1 / 2),
    "mlp_backward": (4, 1 / 4),
    "grid_search": (2, 2 / 5),
    "select_then_test": (2, 2 / 5),
}
KEYS = {
    "forward": tuple("ABCGS"),
    "local_derivatives": (
        "dA_dw1", "dA_dx1", "dB_dw2", "dB_dx2", "dC_dw3", "dC_dx3", "dG_dA", "dG_dB", "dG_dC", "dS_dG",
    ),
}  # fmt: skip
# Credit of each word: a border is the same for everybody, so it earns little.
REGIMES = {"stays": 0.1, "monotone": 1, "one_step": 0.1, "oscillates": 1, "cycles": 0.1, "diverges": 1}
FIXED = {"dG_dA": 0.25, "dG_dB": 0.25, "dG_dC": 0.25}  # credit of entries that are the same for all inputs; others 1


def lost(name: str, answer: Callable[..., Any]) -> float:
    """Return which share of the points of an exercise an answer loses."""
    verdict = judge(exercises()[name], answer, 0)
    assert verdict.score is not None, verdict.note
    return 1 - verdict.score / verdict.max_score


def fails(*args: Any, **kwargs: Any) -> Any:
    raise ZeroDivisionError


def gives_nothing(*args: Any, **kwargs: Any) -> Any:
    return None


def gives_a_word(*args: Any, **kwargs: Any) -> Any:
    return "wrong"


@pytest.mark.parametrize("wrong", [fails, gives_nothing, gives_a_word])
@pytest.mark.parametrize(("name", "word"), [(name, word) for name, (words, _) in BRANCHES.items() for word in words])
def test_a_wrong_branch_costs_its_share(name: str, word: str, wrong: Callable[..., Any]):
    right = exercises()[name].reference

    def answer(given, *args, **kwargs):
        return (wrong if given == word else right)(given, *args, **kwargs)

    assert lost(name, answer) == pytest.approx(BRANCHES[name][1], abs=0.01)


@pytest.mark.parametrize("wrong", [fails, gives_nothing, gives_a_word])
@pytest.mark.parametrize("word", REGIMES)
def test_a_wrong_regime_costs_its_share(word: str, wrong: Callable[..., Any]):
    right = exercises()["regime"].reference

    def answer(rate):
        return wrong() if right(rate) == word else right(rate)

    assert lost("regime", answer) == pytest.approx(REGIMES[word] / sum(REGIMES.values()), abs=0.01)


@pytest.mark.parametrize("wrong", [fails, gives_nothing, gives_a_word])
@pytest.mark.parametrize("name", ["n_fits", "batch_noise"])
@pytest.mark.parametrize("case", [True, False])
def test_a_wrong_case_of_a_flag_costs_a_half(name: str, case: bool, wrong: Callable[..., Any]):
    right = exercises()[name].reference
    assert lost(name, lambda *args: (wrong if args[-1] is case else right)(*args)) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(("name", "which"), [(name, i) for name, (of, _) in RESULTS.items() for i in range(of)])
def test_a_wrong_result_costs_its_share(name: str, which: int):
    right = exercises()[name].reference

    def answer(*args, **kwargs):
        return tuple(None if i == which else value for i, value in enumerate(right(*args, **kwargs)))

    assert lost(name, answer) == pytest.approx(RESULTS[name][1], abs=0.01)


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, keys in KEYS.items() for key in keys])
@pytest.mark.parametrize("renamed", [True, False])
def test_a_wrong_or_misnamed_entry_costs_its_share(name: str, key: str, renamed: bool):
    right = exercises()[name].reference

    def answer(*args):
        found = dict(right(*args))
        value = found.pop(key)
        return found | ({key.swapcase(): value} if renamed else {key: "wrong"})

    credits = {each: FIXED.get(each, 1) for each in KEYS[name]}
    assert lost(name, answer) == pytest.approx(credits[key] / sum(credits.values()), abs=0.01)


@pytest.mark.parametrize("name", KEYS)
def test_an_entry_too_many_is_never_full_marks(name: str):
    right = exercises()[name].reference
    assert lost(name, lambda *args: right(*args) | {"more": 1.0}) > 0


@pytest.mark.parametrize("combine", ["__add__", "__mul__"])
def test_a_wrong_operation_costs_its_share(combine: str):
    reference: Any = exercises()["Value"].reference
    broken = type("Broken", (reference,), {combine: fails})
    assert 0.4 < lost("Value", broken) < 0.6


@pytest.mark.parametrize("name", ["position", "velocity"])
@pytest.mark.parametrize("first", [True, False])
def test_a_wrong_part_of_the_way_costs_a_half(name: str, first: bool):
    right = exercises()[name].reference
    assert lost(name, lambda t: np.where((np.asarray(t) < 25) == first, -1.0, right(t))) == pytest.approx(0.5, abs=0.01)


def test_a_result_that_comes_alone_counts_for_itself():
    assert part_of((1.0, 2.0), 1, 2) == 2.0
    assert part_of(np.array([1.0, 2.0]), 1, 2) == 2.0
    assert part_of(3.0, 1, 2) == 3.0
    assert part_of([1.0, 2.0, 3.0], 1, 2) == [1.0, 2.0, 3.0]


@pytest.mark.parametrize(("value", "word"), [(None, "nothing"), ([1.0], "type"), ({"b": 1.0}, "shape")])
def test_an_entry_that_is_not_there_is_a_fault(value: Any, word: str):
    with pytest.raises(Fault) as fault:
        entry(value, "a", 2)
    assert fault.value.word == word


def test_elements_are_taken_from_an_array_of_the_right_shape():
    where = np.array([[True, False], [False, True]])
    assert elements([[1.0, 2.0], [3.0, 4.0]], where).tolist() == [1.0, 4.0]
    with pytest.raises(Fault):
        elements([1.0, 2.0], where)


def test_what_is_the_same_everywhere_does_not_vary():
    def only_for_two(x):
        if x != 2:
            raise Raised("ValueError")
        return "two"

    assert not varies(lambda x: 1.0, (1,), (2,))
    assert not varies(lambda x: None, (1,), (2,))
    assert not varies(lambda x: float("nan"), (1,), (2,))
    assert varies(lambda x: x, (1.0,), (2.0,))
    assert varies(only_for_two, (1,), (2,))


def test_a_call_gives_a_value_only_if_it_returns_it():
    def refuses(x):
        raise Raised("ValueError")

    assert gives(lambda x: x + 1, (1.0,), 2.0)
    assert not gives(lambda x: x, (1.0,), 2.0)
    assert not gives(lambda x: None, (1.0,), 2.0)
    assert not gives(refuses, (1.0,), 2.0)


def test_shuffled_cases_are_the_same_cases_in_an_order_that_the_seed_decides():
    cases = list(range(20))
    one, again, other = (shuffled(np.random.default_rng(seed), cases) for seed in (1, 1, 2))
    assert sorted(one) == cases
    assert one == again != other
