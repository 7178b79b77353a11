# ruff: noqa: SIM105  (what an answer catches is written as learners write it)
"""An answer that never ends is ended within its time, whatever it catches; what others had set is put back."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import numpy as np
import pytest

from autograder.exercises import exercises
from course import example_call, time_limit
from course.check import examine
from course.language import LANGUAGES
from course.time_limit import TimeUp, within

HAS_SIGNAL = hasattr(signal, "setitimer")


def loops() -> None:
    while True:
        pass


def computes() -> None:
    while True:
        np.ones(100_000).sum()


def catches_exceptions() -> None:
    while True:
        try:
            sum(range(100))
        except Exception:
            pass


def catches_everything() -> None:
    while True:
        try:
            time.sleep(0.001)
        except:  # noqa: E722
            pass


def catches_in_a_function() -> None:
    def safe():
        try:
            return sum(range(1000))
        except BaseException:
            return 0

    while True:
        safe()


def returns_all_the_same() -> int:
    try:
        loops()
    except BaseException:
        return 7
    return 8


def sleeps() -> None:
    time.sleep(60)


ENDLESS = [loops, computes, catches_exceptions, catches_everything, catches_in_a_function, returns_all_the_same, sleeps]


NAMED = {"ids": lambda call: call.__name__}


@pytest.mark.skipif(not HAS_SIGNAL, reason="no such signal")
@pytest.mark.parametrize("call", ENDLESS, **NAMED)
def test_in_the_main_thread_everything_ends(call: Callable[[], Any]):
    start = time.monotonic()
    with pytest.raises(TimeUp):
        within(0.2, call)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("call", [loops, computes, catches_exceptions, returns_all_the_same], **NAMED)
def test_in_another_thread_a_loop_ends(call: Callable[[], Any]):
    assert in_thread(lambda: within(0.2, call), 20) is TimeUp


def test_without_a_signal_a_loop_ends_in_the_main_thread(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(time_limit, "_can_use_signal", lambda: False)
    with pytest.raises(TimeUp):
        within(0.2, loops)
    assert within(5, lambda: sum(range(100_000))) == sum(range(100_000))


def in_thread(call: Callable[[], Any], seconds: float) -> Any:
    """Return what a call gives in a thread of its own: its value, or the type of its exception."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(call())
        except BaseException as error:
            found.append(type(error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    return found[0] if found else "still running"


def test_one_that_cannot_be_ended_is_told_about_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(time_limit, "STUCK", 0.2)
    told, go_on = [], [True]

    def stubborn() -> None:
        while go_on:
            try:
                time.sleep(0.01)
            except BaseException:
                pass

    threading.Timer(3, go_on.clear).start()
    in_thread(lambda: within(0.2, stubborn, lambda: told.append(1)), 10)
    assert told == [1]


def test_what_a_call_gives_or_raises_is_handed_on():
    assert within(5, lambda: 3) == 3
    for error in (ValueError, StopIteration, KeyboardInterrupt, SystemExit):
        def call(error=error) -> None:
            raise error

        with pytest.raises(error):
            within(5, call)


@pytest.mark.skipif(not HAS_SIGNAL, reason="no such signal")
def test_what_was_set_before_is_set_again():
    trace = sys.gettrace()
    for call in (loops, lambda: 3):
        try:
            within(0.2, call)
        except TimeUp:
            pass
        assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0) and sys.gettrace() is trace
    time.sleep(0.3)


@pytest.mark.skipif(not HAS_SIGNAL, reason="no such signal")
def test_an_error_after_it_does_not_tell_of_the_call_that_was_ended():
    def waits_in_a_with() -> None:
        with nullcontext():
            loops()

    for _ in range(3):
        with pytest.raises(TimeUp):
            within(0.2, waits_in_a_with)
        assert sys.exc_info() == (None, None, None)


@pytest.mark.skipif(not HAS_SIGNAL, reason="no such signal")
def test_somebody_elses_signal_is_left_alone():
    rung: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        with pytest.raises(TimeUp):
            within(0.2, loops)
        signal.raise_signal(signal.SIGALRM)
        assert rung == [1]
    finally:
        signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not HAS_SIGNAL, reason="no such signal")
def test_the_interrupt_of_a_learner_comes_through():
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started the tests may ignore it
    threading.Timer(0.3, signal.raise_signal, [signal.SIGINT]).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            within(10, loops)
    finally:
        signal.signal(signal.SIGINT, before)


def test_waiting_has_more_time_than_computing():
    assert within(0.3, lambda: time.sleep(0.5) or "done") == "done"


# ------------------------------------------------------------------------------------------------ what a learner reads


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answer_that_never_ends_is_told_so(monkeypatch: pytest.MonkeyPatch, lang: str):
    monkeypatch.setattr(example_call, "SECONDS", 0.3)

    def loss(w):
        while True:
            w += 1

    outcome = examine(loss, lang)
    assert outcome.state == "error" and "loss(5.0)" in outcome.details[0]
    assert "0.3" in outcome.hint[0] and not outcome.staged


def test_a_misconception_that_never_ends_is_known_by_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(example_call, "SECONDS", 0.3)
    exercise = exercises()["steps_to_reach"]
    mistake = next(mistake for mistake in exercise.mistakes if mistake.never_ends)
    outcome = examine(mistake.function, "en", name="steps_to_reach")
    assert (outcome.state, outcome.hint) == ("wrong", tuple(mistake.hint["en"]))


def test_an_endless_loop_that_prints_does_not_flood_the_notebook(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(example_call, "SECONDS", 0.3)

    def loss(w):
        while True:
            print("step", w)

    examine(loss, "en")
    printed = capsys.readouterr().out
    assert 0.9 * example_call.PRINTED < len(printed) < 1.1 * example_call.PRINTED
    assert printed.startswith("step 5.0\nstep 5.0\n")
