"""Functions of ours that were changed are stopped after so many lines, and before they fill the memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.exercises import exercises
from autograder.judging.observe import run
from autograder.judging.slips import slips
from autograder.judging.versions import SLIP_LINES
from autograder.support.step_limit import TooManySteps, at_most


def endless() -> None:
    while True:
        pass


def arrays(rounds: int = 5) -> Any:
    grown: Any = 1.0
    for _ in range(rounds):
        grown = np.linspace(grown, 0.0, 21)
    return grown


def lists(rounds: int = 20) -> list[int]:
    grown = [0]
    for _ in range(rounds):
        grown = grown + grown
    return grown


def numbers(rounds: int = 20) -> int:
    grown = 3
    for _ in range(rounds):
        grown = grown * grown
    return grown


def test_lines_are_counted_and_what_is_left_is_told() -> None:
    with at_most(100) as few:
        lists(3)
    with at_most(100) as more:
        lists(6)
    assert few[0] - more[0] == 2 * 3, "a round has two lines"
    with pytest.raises(TooManySteps), at_most(100):
        endless()


@pytest.mark.parametrize("grows", [arrays, lists, numbers])
def test_what_grows_with_every_round_is_stopped_while_it_is_small(grows: Callable[..., Any]) -> None:
    with at_most(1000):
        grows(3)
    with pytest.raises(TooManySteps), at_most(1000):
        grows()


def test_a_right_answer_with_a_slip_that_grows_is_stopped() -> None:
    """With both results of a pair where one belongs, a grid becomes a grid of grids: 21, 441, … 85 million points."""
    peak = exercises()["peak"]
    (grids,) = [slip for slip in slips("peak") if slip.right == "xs[max(k - 1, 0)]"]
    assert run(peak.probes[0], grids.function, 1, 0, steps=SLIP_LINES).failure == "too_slow"
