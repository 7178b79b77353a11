"""What is read in the learner's code; nothing of it is run."""

from __future__ import annotations

import ast

import pytest

from autograder.exercise import Exercise
from autograder.judging.facts_of_source import other_arguments
from autograder.judging.observe import Asked
from autograder.judging.seen_calls import Seen


@pytest.mark.parametrize(
    ("takes", "is_said"),
    [
        ("x, y", False),
        ("x, y, z=3", False),
        ("x, *rest", False),
        ("*all", False),
        ("**named", True),
        ("x", True),
        ("x, y, z", True),
        ("x, y, *, z", True),
        ("x, y, *, z=1", False),
        ("x, y, /", False),
    ],
)
def test_other_arguments_are_said_only_of_a_function_that_cannot_be_called_as_the_task_says(takes: str, is_said: bool):
    exercise = Exercise("add", "00-start-here", 1.0, lambda x, y: x + y)
    written = ast.parse(f"def add({takes}):\n    return 0\n").body[0]
    found = other_arguments(exercise, written, [Seen(Asked((1.0, 2.0), {}), None, 3.0, "TypeError")])
    assert (found is not None) is is_said
    if found is not None:
        assert f"({takes})" in found[1]["en"] and "(x, y)" in found[1]["en"]
