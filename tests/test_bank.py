"""The bank: answers by somebody who has not seen the exercises. Right ones pass, wrong ones do not.

A fortieth of each exercise's are judged, in a thorough run all of them.
"""

from __future__ import annotations

import ast
import math
from collections import Counter
from collections.abc import Iterator

import pytest
from bank.answers import Answer, answers, judged
from thorough import THOROUGH, share

from autograder.exercises import exercises, units
from autograder.judging.grade import Times
from autograder.sandbox import Sandbox

pytestmark = pytest.mark.sandbox
BANK = list(answers())
UNDERSTOOD = 0.9  # of the wrong ones
EVERY = 3 if THOROUGH else 150  # of the wrong ones is explained here; all of them by python -m tests.bank
JUDGED = share(BANK, 40, lambda answer: (answer.exercise, answer.right))
# Wrong ones that no hidden input shows, and why that is so.
UNNOTICED: dict[tuple[str, str], str] = {}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running:
        yield running


def test_every_exercise_has_right_and_wrong_answers_in_the_bank() -> None:
    kinds = Counter((answer.exercise, answer.right) for answer in BANK)
    for name, exercise in exercises().items():
        assert kinds[name, True] >= 1 and kinds[name, False] >= 3, name
        assert {answer.unit for answer in BANK if answer.exercise == name} == {exercise.unit}


def test_no_answer_stands_twice_in_the_bank() -> None:
    kinds = Counter((each.exercise, each.right, ast.dump(ast.parse(each.source))) for each in BANK)
    assert not [(exercise, code) for (exercise, _, code), count in kinds.items() if count > 1]


@pytest.mark.parametrize("unit", units())
def test_right_answers_get_full_marks_and_wrong_ones_do_not(sandbox: Sandbox, unit: str) -> None:
    bad = []
    for answer in (each for each in JUDGED if each.unit == unit):
        verdict, how = judged(sandbox, answer, Times(repair=0))
        known = (answer.exercise, answer.words) in UNNOTICED
        if (verdict.state == "correct") != (answer.right or known):
            bad.append((answer.exercise, answer.words, how, verdict.score))
    assert not bad


def test_nine_wrong_answers_of_ten_are_understood(sandbox: Sandbox) -> None:
    wrong: list[Answer] = [each for each in BANK if not each.right][::EVERY]
    found = Counter(judged(sandbox, answer)[1] for answer in wrong)
    luck = 2 * math.sqrt(UNDERSTOOD * (1 - UNDERSTOOD) * len(wrong))  # of which are drawn
    assert sum(found.values()) - found["not understood"] - found["not noticed"] >= UNDERSTOOD * len(wrong) - luck, found
