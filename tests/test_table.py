"""What a table without any algorithm earns: nearly nothing, because what is asked comes from the seed."""

import pytest
from table_answer import Table
from test_exercises import EXERCISES, every_exercise_with_arguments, parametrized, some_of, takes_arguments

from autograder.exercise import Exercise

YEARS = range(60)  # seeds whose hidden inputs somebody has collected
STUDENTS = range(10**6, 10**6 + 20)  # seeds that are new
MOST = 0.1  # of the points
DRAWN = list(filter(takes_arguments, some_of(EXERCISES, 6, lambda _: None)))
# What a table may know, and why there is no way around.
FINITE = {
    "vanishing_bound": "a float is not zero for 537 depths only, and the table of all of them is the function",
}


@parametrized(DRAWN)
@pytest.mark.filterwarnings("ignore")
def test_a_perfect_table_of_60_seeds_earns_at_most_a_tenth(exercise: Exercise) -> None:
    table = Table(exercise)
    if exercise.name in FINITE:
        pytest.skip(FINITE[exercise.name])
    for seed in YEARS:
        table.learn(seed)
    shares = [table.earned(seed) for seed in STUDENTS]
    assert sum(shares) / len(shares) <= MOST + 1e-9


@every_exercise_with_arguments
@pytest.mark.filterwarnings("ignore")
def test_a_table_earns_everything_that_it_has_seen(exercise: Exercise) -> None:
    table = Table(exercise)
    table.learn(0)
    assert table.earned(0) == 1.0
