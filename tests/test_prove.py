"""The proof of the hidden tests: what is a mutant, which reasons count, and a sample of the mutants.

A quarter of each unit's exercises are tried, in a thorough run all of them; by ``autograder prove`` with all mutants.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from test_exercises import EXERCISES, parametrized, some_of
from thorough import THOROUGH, at_least
from typer.testing import CliRunner

from autograder.authoring import prove
from autograder.authoring.prove import luck, mutants
from autograder.cli import app
from autograder.exercise import Exercise
from autograder.exercises import exercises
from autograder.sandbox import Sandbox

EACH = at_least(6, 12)  # mutants of each exercise that are tried here; all of them by autograder prove
SEEDS = at_least(2, 4)  # and 200 by autograder prove
every_exercise_drawn = parametrized(some_of(EXERCISES, 12, lambda each: each.unit, "prove"))
QUICK = [each for each in EXERCISES if THOROUGH or each.seconds < 30]  # one that is slow takes longer than 20 others
a_few_exercises = parametrized(some_of(QUICK, 20, lambda _: None, "luck"))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running:
        yield running


@pytest.mark.sandbox
@every_exercise_drawn
def test_a_sample_of_mutants_loses_points_or_has_a_reason(
    sandbox: Sandbox, exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = list(mutants(exercise))
    monkeypatch.setattr(prove, "mutants", lambda _: found[:: max(len(found) // EACH, 1)])
    proof = prove.prove(exercise, sandbox, seeds=0)
    assert not proof.surviving
    assert proof.killed


@pytest.mark.sandbox
def test_no_mutant_counts_as_noticed_only_because_the_computer_is_busy(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise = exercises()["fahrenheit"]
    equal = [each for each in mutants(exercise) if exercise.equals[0].fits(each.answer, each.line, each.before)]
    monkeypatch.setattr(prove, "mutants", lambda _: equal)
    monkeypatch.setattr(prove, "PATIENCE", (1e-4, 1e-4))  # in which no right answer passes
    proof = prove.prove(exercise, sandbox, seeds=0)
    assert proof.equal and not proof.needless


@a_few_exercises
@pytest.mark.filterwarnings("ignore")
def test_points_and_diagnoses_do_not_hang_on_the_seed(exercise: Exercise) -> None:
    assert not luck(exercise, SEEDS)


def test_every_reason_is_about_an_answer_of_its_exercise() -> None:
    for exercise in EXERCISES:
        names = {exercise.name, *(each.__name__ for each in exercise.alternatives)}
        assert all(equal.answer in names and equal.what and equal.why for equal in exercise.equals)


def lenient() -> Exercise:
    """Return an exercise whose only probe sees positive numbers."""

    def size(x):
        return abs(x)

    made = Exercise("loss", "04-gradient-descent", 1, size)
    made.probe("general")(lambda answer, rng: [answer(float(value)) for value in rng.uniform(1, 2, size=3)])
    return made


def by_chance(x):
    return x


def test_an_answer_whose_points_hang_on_the_seed_is_found() -> None:
    made = lenient()
    made.probe("edge")(lambda answer, rng: answer(float(rng.normal())))
    made.alternative(by_chance)
    assert set(luck(made, 30)) == {"by_chance"}


def test_a_right_answer_that_is_right_for_no_seed_is_found() -> None:
    made = lenient()

    @made.alternative
    def forgets_to_import(x):
        return not_imported.fabs(x)  # noqa: F821

    assert set(luck(made, 3)) == {"forgets_to_import"}


@pytest.mark.sandbox
def test_the_command_says_what_was_killed_and_fails_where_something_survives(monkeypatch: pytest.MonkeyPatch) -> None:
    done = CliRunner().invoke(app, ["prove", "fahrenheit", "--seeds", "3", "--sample", "2", "--json"])
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["exercise"] == "fahrenheit" and found["killed"] > 20 and not found["surviving"]
    assert sum(found["diagnosed"].values()) == 2
    monkeypatch.setattr(exercises()["fahrenheit"], "probes", exercises()["fahrenheit"].probes[:0])
    done = CliRunner().invoke(app, ["prove", "fahrenheit", "--seeds", "1"])
    assert done.exit_code == 1
    shown = re.findall(r"survives in fahrenheit, number: (return .+)\n {6}(return .+)\n", done.stdout)
    assert shown and all(before != after for before, after in shown), "the line that was, and the one in its place"


def test_a_unit_or_exercise_that_does_not_exist_is_named() -> None:
    done = CliRunner().invoke(app, ["prove", "no_such"])
    assert done.exit_code == 2 and "no such unit or exercise: no_such" in " ".join(done.output.split())
