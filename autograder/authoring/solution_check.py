"""``grade(loss)`` in an instructor's notebook: the judge's verdict on the solution that stands there.

It runs in the notebook's own kernel, so it is for one's own code only. What learners hand in is graded by
``autograder.judging.grade``, in the sandbox.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from autograder.exercises import exercises
from autograder.judging.judge import judge
from autograder.judging.verdict import Verdict
from course.language import language


def grade(function: Callable[..., Any], seed: int = 0) -> Verdict:
    """Print and return the verdict on ``function``, which bears the name of its exercise.

    Raises ``TypeError`` where no exercise has this name.
    """
    name = getattr(function, "__name__", "")
    if name not in exercises():
        raise TypeError(f"no exercise is called {name or function!r}; 'autograder exercises' lists them")
    verdict = judge(exercises()[name], function, seed)
    print(verdict.words(language()))
    return verdict
