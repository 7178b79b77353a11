"""The learner's own function in a figure: what it does is drawn, what goes wrong in it is told."""

from __future__ import annotations

import numpy as np
import pytest
from browser import chromium
from playwright.sync_api import expect

from course import figures
from course.figures.engine import own
from course.figures.engine.live import page, travelling
from course.figures.learning_rate import TOP, LearningRate
from course.figures.optimiser_race import OptimiserRace
from course.landscapes import LANDSCAPES


def gradient_descent(grad, w0, learning_rate, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return path


def uphill(grad, w0, learning_rate, n_steps):
    return gradient_descent(lambda w: -grad(w), w0, learning_rate, n_steps)


def momentum(w0, grads, learning_rate, alpha):
    w, h, path = np.array(w0), 0.0, []
    for grad in grads:
        h = alpha * h + learning_rate * grad
        w = w - h
        path.append(w)
    return np.array(path)


def unwritten(*_, **__):
    raise NotImplementedError


def broken(*_, **__):
    return [1][5]


def quits(*_, **__):
    raise SystemExit


def shapeless(*_, **__):
    return np.zeros((2, 3, 4))


def wordy(*_, **__):
    return "five"


FAULTS = [
    (unwritten, "Your unwritten is not written yet"),
    (broken, "Your broken raised IndexError: list index out of range"),
    (quits, "Your quits raised SystemExit"),
    (shapeless, "Your shapeless returned an array of shape (2, 3, 4)"),
    (wordy, "Your wordy returned no array of numbers but a value of the type str"),
    (3, "Your int raised TypeError"),
]


def test_a_right_gradient_descent_is_drawn_on_our_path():
    figure = LearningRate("en", gradient_descent)
    figure.change(eta=0.3, steps=7)
    assert "Your gradient_descent walks the same path." in figure.words
    for mine, ours in zip(figure.own_path, figure.path, strict=True):
        np.testing.assert_allclose(mine.get_xydata(), ours.get_xydata())


def test_where_another_path_parts_from_ours_is_told_with_both_numbers():
    figure = LearningRate("en", uphill)
    assert "Your uphill parts from our path at step 1: w = 6 in place of 4." in figure.words
    assert figure.own_path[0].get_ydata().max() <= TOP


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan, 1e300])
def test_numbers_without_bounds_leave_the_picture_without_a_warning(value, recwarn):
    figure = LearningRate("en", lambda grad, w0, learning_rate, n_steps: np.full(n_steps + 1, value))
    figure.frame_at((10, 110, 9))
    assert len(figure.own_path[0].get_xdata()) == 0
    assert not recwarn.list


@pytest.mark.parametrize("figure", [LearningRate, OptimiserRace])
@pytest.mark.parametrize("function, words", FAULTS)
def test_a_fault_in_the_function_is_a_sentence_and_ours_is_still_drawn(figure, function, words):
    shown = figure("en", function)
    shown.frame_at(tuple(len(control.positions) - 1 for control in shown.controls))
    assert words in shown.words
    lines = shown.path if figure is LearningRate else shown.paths["adam"]
    assert all(len(line.get_xdata()) for line in lines)


def test_a_function_that_never_ends_is_stopped_once_and_not_called_again(monkeypatch):
    calls = []

    def endless(*_):
        calls.append(1)
        while True:
            pass

    monkeypatch.setattr(own, "SECONDS", 0.05)
    figure = LearningRate("en", endless)
    figure.change(eta=0.2)
    assert "Your endless needed more than 0.05 seconds" in figure.words
    assert calls == [1]


def test_a_fault_is_forgotten_where_the_function_works_again():
    def moody(grad, w0, learning_rate, n_steps):
        assert learning_rate < 1
        return gradient_descent(grad, w0, learning_rate, n_steps)

    figure = LearningRate("en", moody)
    figure.change(eta=1.1)
    assert "Your moody raised AssertionError" in figure.words
    figure.change(eta=0.1)
    assert "Your moody walks the same path" in figure.words


def test_an_optimiser_of_the_exercise_races_beside_ours_and_gets_the_numbers_it_asks_for():
    figure = OptimiserRace("en", momentum)
    figure.change(alpha=0.5, steps=40)
    assert "Your momentum goes the way of momentum, step by step." in figure.words
    mine, ours = (figure.paths[racer][0].get_xydata() for racer in ("own", "momentum"))
    np.testing.assert_allclose(mine, ours)
    figure.change(steps=10)
    assert len(figure.paths["own"][0].get_xydata()) == 11


def test_an_optimiser_that_leaves_the_map_is_out_of_the_race():
    def leaps(w0, grads, learning_rate):
        return np.array(w0) + 3.0 * np.arange(1, len(grads) + 1)[:, None]

    figure = OptimiserRace("en", leaps)
    assert "your leaps" in figure.words.split("Off the map")[1]
    assert figure.own_racer.path("ravine", 60, learning_rate=0.1).shape == (151, 2)


def test_the_function_cannot_change_what_the_figure_knows():
    def greedy(w0, grads, learning_rate):
        w0[:], grads[:] = 0, 0
        return np.zeros_like(grads)

    figure = OptimiserRace("en", greedy)
    figure.change(steps=5)
    np.testing.assert_array_equal(figure.paths["own"][0].get_xydata()[0], LANDSCAPES["ravine"].start)


def test_what_the_function_prints_stays_out_of_the_page(capsys):
    def talks(grad, w0, learning_rate, n_steps):
        print("step!")
        return gradient_descent(grad, w0, learning_rate, n_steps)

    LearningRate("en", talks)
    assert capsys.readouterr().out == ""


def test_a_figure_that_takes_no_function_says_so(monkeypatch):
    monkeypatch.setenv("COURSE_LANG", "ru")
    with pytest.raises(TypeError, match="В рисунок chain нельзя передать свою функцию"):
        figures.chain(gradient_descent)


@pytest.mark.browser
def test_the_learners_path_moves_in_the_page():
    figure = LearningRate("en", uphill)
    with chromium() as browser:
        browser.set_content(page(figure, "own", figure.still(), figure.alt(), travelling(figure)))
        status = browser.get_by_role("status")
        expect(status).to_contain_text("Your uphill parts from our path at step 1: w\u00a0=\u00a06 in place of 4.")
        browser.get_by_role("slider").first.press("Home")
        expect(status).to_contain_text("Your uphill walks the same path.")
