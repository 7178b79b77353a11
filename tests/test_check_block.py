"""The check's small page in a notebook: the plain words stay what they are, and nothing of the learner's is HTML."""

from __future__ import annotations

import errno
import html
import json
import linecache
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import IPython.display
import numpy as np
import pytest
from browser import chromium

from autograder.exercises import exercises
from course import blocks, check, grading, panel, progress, rich_output, solutions
from course.check import examine, public_data
from course.handed_out import RECORD
from course.language import LANGUAGES, text
from course.progress import Event
from course.worked_example import pasteable, worked

UNIT = "04-gradient-descent"


def named(function: Callable[..., Any], name: str = "loss") -> Callable[..., Any]:
    def answer(*args: Any, **more: Any) -> Any:
        return function(*args, **more)

    answer.__name__ = name
    return answer


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a unit in a learner's ``work``, where the process stands."""
    monkeypatch.setenv("COURSE_LANG", "en")
    folder = tmp_path / "work" / "en" / UNIT
    folder.mkdir(parents=True)
    (tmp_path / "work" / RECORD).write_text("{}")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """What a notebook that is open in front of somebody shows."""
    bundles: list[dict[str, str]] = []
    monkeypatch.setattr(rich_output, "is_live", lambda: True)
    monkeypatch.setattr(IPython.display, "display", lambda bundle, **_: bundles.append(bundle))
    return bundles


def raises(w: Any) -> Any:
    raise ValueError("<b>bad</b>")


ANSWERS: list[Callable[..., Any]] = [
    lambda w: w**2 + 12, lambda w: w**2, lambda w: "<script>alert(1)</script>", raises, lambda w: None, lambda: 0,
    named(raises, "loss"),
]  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_words_are_the_same_with_and_without_the_page(
    answer: Callable[..., Any], shown: list[dict[str, str]], capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    check(named(answer))
    assert capsys.readouterr().out == ""
    (bundle,) = shown
    monkeypatch.undo()
    from course.check import _failures

    _failures.clear()
    check(named(answer))
    assert capsys.readouterr().out == bundle["text/plain"] + "\n"


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answer", ANSWERS)
def test_the_page_says_what_the_words_say_and_what_the_learner_returns_is_no_html(
    answer: Callable[..., Any], lang: str
) -> None:
    outcome = examine(named(answer), lang)
    reader = Reader()
    reader.feed(blocks.check_block(outcome, [outcome.hint[1]], lang, example=True))
    assert set(reader.tags) <= {"div", "p", "pre", "span", "button", "details", "summary"}
    said = " ".join(" ".join(reader.words).split())
    for words in (*outcome.hint, outcome.exercise):
        assert " ".join(words.split()) in said
    if outcome.state == "wrong" and "script" in str(outcome.details):
        assert "<script>alert(1)</script>" in said


def test_got_and_expected_stand_side_by_side_and_the_call_is_ready_to_copy() -> None:
    outcome = examine(named(lambda w: 25.0 if np.isscalar(w) else w), "en")
    page = blocks.check_block(outcome, [], "en")
    assert '<div class="pair"><div class="got">' in page and '</pre></div><div class="due">' in page
    assert 'data-do="copy" data-call="loss(5.0)"' in page


@pytest.mark.browser
def test_where_a_page_may_not_copy_the_call_is_selected() -> None:
    block = blocks.check_block(examine(named(lambda w: w), "en"), [], "en")
    with chromium() as page:
        page.set_content(f'<div class="course-panel" data-panel="1">{block}</div>')
        page.evaluate("js => import('data:text/javascript,' + encodeURIComponent(js))", panel._shipped())
        page.locator("[data-do=copy]").dispatch_event("click")
        assert page.evaluate("[navigator.clipboard, getSelection().toString()]") == [None, "loss(5.0)"]


@pytest.mark.parametrize("name", [name for name in exercises() if name != "make_search"])  # its reference takes seconds
def test_a_call_that_is_copied_runs_in_a_cell_that_knows_numpy_as_np(name: str) -> None:
    outcome = examine(named(lambda *args, **kwargs: object(), name), "en")
    asked = next(line.values["call"] for line in outcome.details if getattr(line, "key", "") == "example")
    if code := pasteable(asked):
        exec(code, {"np": np, name: exercises()[name].reference})


@pytest.mark.parametrize("name", exercises())
def test_the_worked_example_is_true_and_not_the_one_that_is_seen_already(name: str) -> None:
    example = worked(name)
    if example is None:
        return
    call, value = example
    names: dict[str, Any] = {"np": np, "array": np.array, "inf": np.inf, "nan": np.nan}
    names[name] = exercises()[name].reference
    *imports, line = pasteable(call).splitlines()
    exec("\n".join(imports), names)
    from course.formatting import short

    got = eval(line, names)
    assert short(got() if callable(got) and value != short(got) else got) == value or callable(got)
    assert worked(name, avoid=call) != example


# ------------------------------------------------------------------------------------------------- the record


def stub(*_: Any) -> Any:
    raise NotImplementedError


def events(folder: Path) -> list[Event]:
    return progress.read(progress.place(folder) or Path())


def test_a_check_is_noted_with_the_mistake_in_both_languages(work: Path) -> None:
    mistake = next(each for each in exercises()["loss"].mistakes if each.name == "no_constant")
    check(named(mistake.function))
    check(named(exercises()["loss"].reference))
    check(named(stub))
    wrong, right = events(work)
    assert (wrong.kind, wrong.unit, wrong.exercise, wrong.state, wrong.score) == ("check", UNIT, "loss", "wrong", None)
    assert wrong.said == {lang: mistake.hint[lang][0] for lang in LANGUAGES}
    assert wrong.diagnosis == "no_constant"
    assert (right.state, right.diagnosis, right.said) == ("correct", "", {})


@pytest.mark.parametrize(
    ("name", "value"),
    [("NBGRADER_EXECUTION", "validate"), ("NBGRADER_EXECUTION", "autograde"), ("COURSE_FIGURES", "off")],
)
def test_a_program_that_grades_or_validates_leaves_no_trace(
    work: Path, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    monkeypatch.setenv("JPY_SESSION_NAME", "x.ipynb")
    check(named(lambda w: w))
    assert events(work) == [] and not rich_output.is_live()


def test_a_disk_that_refuses_is_told_once_and_the_check_goes_on(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> bool:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(progress, "note", refuse)
    for _ in range(2):
        check(named(lambda w: w**2 + 12))
    said = capsys.readouterr().out
    assert said.count("No space left") == 1 and said.count("✓") == 2


# ------------------------------------------------------------------------------------------------- the buttons


def test_without_a_judge_the_panel_says_so_and_has_no_button_to_grade(
    work: Path, shown: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grading, "has_judge", lambda: False)
    monkeypatch.setattr(grading, "JUDGE", work / "absent")
    check(named(lambda w: w**2))
    page = shown[0]["text/html"]
    assert html.escape(text("grade.no_judge", "en")) in page and "data-do=\"grade\"" not in page


def test_where_widgets_stand_apart_the_plain_words_stay(
    work: Path, shown: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VSCODE_PID", "1")
    check(named(lambda w: w**2))
    assert "application/vnd.jupyter.widget-view+json" in shown[0]
    assert shown[0]["text/plain"].startswith(text("check.state.wrong", "en", name="loss"))


def test_outside_of_the_work_folder_there_is_nothing_to_grade(
    tmp_path: Path, shown: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    check(named(lambda w: w**2))
    assert 'data-do="grade"' not in shown[0]["text/html"]
    monkeypatch.undo()
    panel.grade_here()
    assert text("grade.nowhere") in capsys.readouterr().out


def test_the_last_exercise_of_a_unit_has_the_button_for_the_whole_notebook(
    work: Path, shown: list[dict[str, str]]
) -> None:
    names = [name for name, data in public_data().items() if data["unit"] == UNIT]
    for name in (names[0], names[-1]):
        check(named(lambda *args: None, name))
    assert ['data-do="all"' in bundle["text/html"] for bundle in shown] == [False, True]
    assert all('data-do="grade"' in bundle["text/html"] for bundle in shown)


OUTCOME = {
    "unit": UNIT, "score": 0.5, "max_score": 22, "notes": ["<i>note</i>"],
    "exercises": [
        {"exercise": "loss", "state": "wrong", "lines": ["✗ loss"], "what": "<b>", "where": "there", "solution": True,
         "missing": 0},
        {"exercise": "d_loss", "state": "not_attempted", "lines": ["○ d_loss"], "what": "", "where": "",
         "solution": False, "missing": 3},
    ],
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_verdicts_are_escaped_hints_are_folded_and_what_is_not_begun_stands_in_one_line(lang: str) -> None:
    page = panel.judged_page(OUTCOME, ["loss", "d_loss"], lang)
    assert "<b>" not in page and "<i>" not in page and "○ d_loss" not in page
    assert text("grade.untouched", lang, names="d_loss") in page
    assert page.index("&lt;b&gt;") < page.index("<summary>") < page.index("there")
    assert 'data-do="solution" data-name="loss"' in page
    assert "there" in "\n".join(panel.judged_lines(OUTCOME, ["loss"], lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_model_answer_is_escaped(lang: str) -> None:
    data = {"exercise": "loss", "source": "a < b", "another": "<p>", "mistakes": [["<a>", "&"]]}
    page = solutions.page(data, lang)
    assert page.startswith('<div class="course-check">')
    assert "a &lt; b" in page and "&lt;p&gt;" in page and "&lt;a&gt; &amp;" in page
    assert "a < b" in "\n".join(solutions.lines(data, lang))


def test_an_answer_that_is_not_saved_as_it_ran_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, name = "def loss(w):\n    return w**2\n", "<ipython-input-1-x>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    space: dict[str, Any] = {"other": 1}
    exec(compile(source, name, "exec"), space)
    running = SimpleNamespace(user_ns=space, transform_cell=lambda source: source)
    monkeypatch.setattr(grading, "shell", lambda: running)
    file = tmp_path / "x.ipynb"
    assert not grading.is_saved(file, "loss"), "nothing is saved"
    for saved, due in ((source + "  \n", True), (source + "# more", False), ("", False)):
        cells = [{"cell_type": "code", "source": [saved]}]
        file.write_text(json.dumps({"cells": cells}))
        assert grading.is_saved(file, "loss") is due
    assert grading.is_saved(file, "other") and grading.is_saved(file, "nothing")


def test_what_the_judge_refuses_is_a_sentence_and_so_is_a_judge_that_stops(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = grading.here()
    assert copy is not None and (copy.lang, copy.unit, copy.file.parent) == ("en", UNIT, work)
    for printed, due in (('[{"unit": "x", "refused": "why"}]', "why"), ("", "boom")):
        done = SimpleNamespace(stdout=printed, stderr="Traceback\nboom\n", returncode=1)
        monkeypatch.setattr(grading.subprocess, "run", lambda *_, done=done, **__: done)
        with pytest.raises(grading.NotGraded, match=due):
            grading.graded(copy, [])


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_where_there_is_no_fork_the_button_says_what_the_judge_needs(
    work: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = grading.here()
    assert copy is not None
    monkeypatch.delattr(os, "fork")
    with pytest.raises(grading.NotGraded) as reason:
        grading.graded(replace(copy, lang=lang), ["loss"])
    assert str(reason.value) == grading.no_judge("grade.no_judge", lang) == text("grade.no_fork", lang)


@pytest.mark.parametrize("trouble", [grading.NotGraded("why"), OSError("why"), KeyError("why")])
def test_whatever_happens_the_page_gets_an_answer_and_the_next_press_is_heard(
    work: Path, trouble: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(grading, "graded", fails)
    shown = panel.Panel("", "loss", grading.here(), "en")
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(shown, "_send", lambda **message: sent.append(message))
    for _ in range(2):
        shown.asked(None, {"do": "grade"}, None)
        assert shown.waiting.acquire(timeout=30)
        shown.waiting.release()
    assert [*map(list, sent)] == [["busy"], ["result"]] * 2
    assert "why" in sent[1]["result"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_who_presses_while_the_judge_works_is_told_what_it_works_on_and_comes_next(
    work: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, done = threading.Event(), threading.Event()

    def slowly(_: grading.Copy, names: list[str]) -> dict[str, Any]:
        begun.set()
        assert done.wait(30)
        raise grading.NotGraded(names[0])

    monkeypatch.setattr(grading, "graded", slowly)
    heard: dict[str, list[dict[str, Any]]] = {"loss": [], "d_loss": []}
    panels = {name: panel.Panel("", name, grading.here(), lang) for name in heard}
    for name, shown in panels.items():
        monkeypatch.setattr(shown, "_send", lambda name=name, **message: heard[name].append(message))
    panels["loss"].asked(None, {"do": "grade"}, None)
    assert begun.wait(30)
    panels["loss"].asked(None, {"do": "grade"}, None)  # impatient, or the page was reloaded
    panels["d_loss"].asked(None, {"do": "grade"}, None)
    done.set()
    for shown in panels.values():
        assert shown.waiting.acquire(timeout=30)
    running = {"busy": text("grade.running", lang)}
    assert heard["loss"][:-1] == [running, running] and "loss" in heard["loss"][-1]["result"]
    assert heard["d_loss"][:-1] == [{"busy": text("grade.at_work", lang, name="loss")}, running]
    assert "d_loss" in heard["d_loss"][-1]["result"]
