"""A mark does not depend on how busy the computer is: time is what an answer used, not what it had to wait.

Of a share of the exercises, every reference and alternative and some of the misconceptions are judged in the sandbox
while other processes keep all cores busy. The verdict must be that of the judge alone, which runs the same functions in
this process and knows no limits of time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from burn import burning
from test_exercises import EXERCISES, every_exercise, parametrized
from thorough import THOROUGH

from autograder.exercise import SECONDS, Exercise, answer_source
from autograder.exercises import exercises
from autograder.judging.grade import Cell, Times, grade
from autograder.judging.judge import TOO_SLOW, judge
from autograder.judging.needs import needs_models
from autograder.judging.verdict import Verdict
from autograder.sandbox import RemoteValue, Sandbox, Session
from autograder.sandbox.clock import Allowance, Reading, Used, own_time
from autograder.worker.shell import import_models

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="the system does not say how long a process waited"),
]
SHARE = 4  # one misconception of so many: test_exercises judges them all
EVERY = 1 if THOROUGH else 10  # one exercise of so many: the clocks are the same for all, and so is the headroom below
SOME = [
    each
    for number, each in enumerate(EXERCISES)
    if number % EVERY == 0 or any(mistake.never_ends for mistake in each.mistakes[::SHARE])
]
SHORT = 0.3  # of the usual limits, for what never ends
HEADROOM = 20  # so many times what the slowest right answer needs may be used


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as running, burning():
        yield running


def seen(verdict: Verdict) -> tuple[str, float | None, str, str]:
    return verdict.state, verdict.score, verdict.diagnosis, verdict.note


def answers(exercise: Exercise) -> list[Callable[..., Any]]:
    mistakes = exercise.mistakes[::SHARE]
    return [exercise.reference, *exercise.alternatives, *(mistake.function for mistake in mistakes)]


def answer_in(session: Session, exercise: Exercise, function: Callable[..., Any], seconds: float) -> RemoteValue:
    """Return ``function``, run from its source as a learner's cell is."""
    session.run_cell(answer_source(function, exercise.name), 20.0)
    fork = session.fork(5.0)
    assert fork is not None
    answer = fork.keep(exercise.name, seconds)
    assert answer is not None
    return answer


@every_exercise
def test_the_limit_is_twenty_times_what_the_slowest_right_answer_needs(exercise: Exercise) -> None:
    if needs_models([exercise]):
        import_models()  # as the warm process has done
    needed = {}
    for function in (exercise.reference, *exercise.alternatives):
        start = time.thread_time()
        judge(exercise, function, 1)
        needed[function.__name__] = time.thread_time() - start
    assert max(needed.values()) * HEADROOM <= exercise.seconds, needed


@parametrized(SOME)
def test_verdicts_on_a_busy_computer_are_those_of_a_quiet_one(sandbox: Sandbox, exercise: Exercise) -> None:
    endless = {mistake.name for mistake in exercise.mistakes if mistake.never_ends}
    differ = {}
    functions = answers(exercise)
    with sandbox.session(forks=len(functions)) as session:
        for function in functions:
            never_ends = function.__name__ in endless and function is not exercise.reference
            answer = answer_in(session, exercise, function, exercise.seconds * (SHORT if never_ends else 1))
            verdict = judge(exercise, answer, 1)
            if never_ends:
                if verdict.diagnosis != function.__name__ or verdict.score == exercise.points:
                    differ[function.__name__] = seen(verdict)
            elif (quiet := seen(judge(exercise, function, 1))) != seen(verdict):
                differ[function.__name__] = quiet, seen(verdict)
            answer.session.close()
    assert not differ


SLOW = {
    "never_ends": "def loss(w):\n    while True:\n        w = w + 0\n",
    "slept": "import time\ndef loss(w):\n    time.sleep(1000)\n",
    "too_slow": "def loss(w):\n    k = 0\n    while True:\n        k += 1\n",
}


@pytest.mark.parametrize("kind", SLOW)
def test_what_used_up_its_time_is_told_how_also_on_a_busy_computer(sandbox: Sandbox, kind: str) -> None:
    assert try_alone(sandbox, SLOW[kind]).diagnosis == kind


def test_an_answer_that_computes_for_a_second_has_its_second(sandbox: Sandbox) -> None:
    """By the wall clock it takes many seconds here, and its limit is two."""
    source = """
import time
def loss(w):
    if abs(w if isinstance(w, (int, float)) else 1.0) == abs(w if isinstance(w, (int, float)) else 0.0):
        global done
        if not done:
            done = True
            end = time.process_time() + 1
            while time.process_time() < end:
                pass
    return w**2 + 12
done = False
"""
    assert try_alone(sandbox, source, limit=2.0).state == "correct"


def test_where_only_the_clock_on_the_wall_has_run_out_nothing_is_decided(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.sandbox.clock.PATIENCE", 0.5)  # a fence before the answer can have used what it may
    cells = [Cell("answer", SLOW["too_slow"], answers=("loss",)), Cell("test", "", tests="loss")]
    done = grade(sandbox, cells, [exercises()["loss"]], {"loss": 1}, times=Times(exercise=2.0, repair=0))
    assert done.undecided == ("loss",)
    assert (done.verdicts["loss"].state, done.verdicts["loss"].score) == ("review", None)


def test_threads_that_compute_side_by_side_use_the_time_of_all(sandbox: Sandbox) -> None:
    source = """
import subprocess, sys, time
def loss(w):
    line = [sys.executable, "-c", "while True: pass"]
    for child in [subprocess.Popen(line) for _ in range(4)]:
        child.wait()
"""
    verdict = try_alone(sandbox, source)
    assert verdict.score == 0.0 and verdict.diagnosis in TOO_SLOW


def try_alone(sandbox: Sandbox, source: str, limit: float = 1.0) -> Verdict:
    cells = [Cell("answer", source, answers=("loss",)), Cell("test", "", tests="loss")]
    times = Times(exercise=limit * SECONDS / exercises()["loss"].seconds, repair=0)
    return grade(sandbox, cells, [exercises()["loss"]], {"loss": 1}, times=times).verdicts["loss"]


# ------------------------------------------------------------------------------------------------- the clocks


def spent(ran: float, waited: float, asked: float, busy: float) -> Used:
    """Return what was used, if these are the clocks since the first reading."""
    allowance = Allowance(5.0)
    allowance.start = Reading(1.0, 1.0)
    allowance.before, allowance.asked, allowance.busy = 0.1, asked, busy
    return allowance.used(Reading(1.0 + ran, 1.0 + waited))


def test_waiting_for_a_core_and_for_the_judge_is_not_used() -> None:
    found = spent(ran=0.5, waited=3.0, asked=8.0, busy=2.0)  # so it slept for 2.5 s
    assert (found.ran, found.slept) == (pytest.approx(0.6), pytest.approx(2.5))
    assert found.total == pytest.approx(3.1)


def test_more_threads_than_cores_do_not_make_sleep_negative() -> None:
    assert spent(ran=4.0, waited=20.0, asked=5.0, busy=0.0).total == pytest.approx(4.1)


def test_the_time_of_this_thread_is_known(sandbox: Sandbox) -> None:
    ran, both = own_time()
    end = time.thread_time() + 0.3
    while time.thread_time() < end:
        pass
    ran_now, both_now = own_time()
    assert 0.2 < ran_now - ran <= both_now - both
