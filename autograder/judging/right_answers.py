"""What the right answers of an exercise, its reference and its alternatives, have in common."""

from __future__ import annotations

from functools import cache

from autograder.exercise import answer_source
from autograder.exercises import exercises
from autograder.judging.changes import words_of
from autograder.judging.editing import Words
from autograder.judging.judge import alike
from autograder.judging.observe import run


@cache
def words_of_right_answers(name: str) -> Words:
    """Return what the right answers of an exercise are made of."""
    exercise = exercises()[name]
    return words_of(answer_source(each, name) for each in (exercise.reference, *exercise.alternatives))


@cache
def calls_decide(name: str) -> tuple[bool, ...]:
    """Whether, probe by probe, all right answers give the same in every call, so that one other value decides."""
    exercise = exercises()[name]
    decide = []
    for number, probe in enumerate(exercise.probes):
        due = run(probe, exercise.reference, 0, number)
        others = (run(probe, other, 0, number) for other in exercise.alternatives)
        decide.append(all(alike(other, due, exercise) for other in others))
    return tuple(decide)
