"""Someone who studies alone: the same judge grades their own copy, and nothing of theirs changes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
import typer
from typer.testing import CliRunner

from autograder.classroom.hand_in import hand_in
from autograder.classroom.records import Record
from autograder.exercises import exercises
from autograder.intake import submission
from autograder.judging.grade import Graded as Judged
from autograder.judging.judge import generic_hint, needs_review
from autograder.judging.verdict import Remark, Verdict
from autograder.reporting import report
from autograder.self_study import course_grade, working_copy
from autograder.support.repository import REPOSITORY, released_notebooks
from course import other_notebooks, progress, workspace
from course.findings import hint_words
from course.language import text

pytestmark = pytest.mark.sandbox

UNIT = "04-gradient-descent"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A course folder whose only unit is 04, with a copy in both languages."""
    for lang in ("en", "ru"):
        place = tmp_path / "release" / lang / UNIT
        place.mkdir(parents=True)
        source = REPOSITORY / "release" / lang / UNIT / "gradient-descent.ipynb"
        (place / source.name).write_bytes(source.read_bytes())
        workspace.refresh(tmp_path, lang)
    return tmp_path


def course(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "course"), *words, "--home", str(home)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, "COLUMNS": "200"}, check=False)


def test_a_right_copy_earns_all_points_and_is_not_touched(home: Path) -> None:
    mine = workspace.notebook(home, "en", UNIT)
    nbformat.write(hand_in(released_notebooks(UNIT)["en"], REPOSITORY / "demo" / "alice.py"), mine)
    before = mine.read_bytes()
    done = course(home, "grade", "4", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("correct.") == 10
    assert mine.read_bytes() == before
    page = mine.with_suffix(".report.html").read_text("utf-8")
    assert "Points: 22 of 22." in page
    assert "<h1>Gradient descent</h1>" in page and text("grade.question", "en") in page
    assert str(mine.with_suffix(".report.html")) in done.stdout


def test_a_mistake_is_named_with_its_hint_in_the_learners_language(home: Path) -> None:
    nbformat.write(
        hand_in(released_notebooks(UNIT)["ru"], REPOSITORY / "demo" / "dave.py"), workspace.notebook(home, "ru", UNIT)
    )
    done = course(home, "grade", "--lang", "ru")
    assert "Каждый шаг идёт в гору." in done.stdout
    assert "В какую сторону нужен шаг?" in done.stdout
    events = progress.read(progress.in_home(home))
    assert {event.kind for event in events} == {"grade"} and "not_attempted" not in {event.state for event in events}
    met = next(event for event in events if event.exercise == "gradient_descent")
    assert met.diagnosis and met.said["ru"] == "Каждый шаг идёт в гору." and met.source
    page = workspace.notebook(home, "ru", UNIT).with_suffix(".report.html").read_text("utf-8")
    tried = {event.exercise for event in events}
    assert page.count("<h2>") == len(tried) and all(page.count(f">✗ {name}") <= 1 for name in tried)
    assert page.count(text("grade.worked", "ru")) >= 1


def test_the_page_loads_nothing_and_runs_nothing(home: Path) -> None:
    course(home, "grade", "4", "--lang", "en")
    found: list[tuple[str, list[tuple[str, str | None]]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, attrs))

    Reader().feed(workspace.notebook(home, "en", UNIT).with_suffix(".report.html").read_text("utf-8"))
    assert [tag for tag, _ in found].count("h1") == 1
    assert not [tag for tag, _ in found if tag in ("script", "link", "img", "iframe")]
    assert not [name for _, attrs in found for name, _ in attrs if name.startswith("on") or name in ("src", "href")]


def test_without_a_unit_only_what_one_has_written_in_is_graded(home: Path) -> None:
    done = course(home, "grade", "--lang", "en")
    assert done.returncode == 1 and "written nothing" in done.stderr
    nbformat.write(
        hand_in(released_notebooks(UNIT)["en"], REPOSITORY / "demo" / "dave.py"), workspace.notebook(home, "en", UNIT)
    )
    done = course(home, "grade", "--lang", "en")
    assert done.returncode == 0
    assert text("grade.total", "en", score="1", max="22", unit=UNIT) in done.stdout


def test_a_copy_under_another_name_is_graded_with_a_remark(home: Path) -> None:
    mine = workspace.notebook(home, "ru", UNIT)
    mine.rename(mine.with_name("my copy.ipynb"))
    done = course(home, "grade", "4", "--lang", "ru")
    assert done.returncode == 0, done.stderr
    said = Remark("other_name", {"file": "my copy.ipynb", "name": mine.name}).words("ru")
    assert said in " ".join(done.stdout.split())


def test_what_is_remarkable_about_how_the_notebook_was_read_is_printed_and_on_the_page(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = submission.intake

    def with_a_remark(*given: object) -> submission.Submission:
        return replace(read(*given), remarks=(Remark("judged_at_end"),), several=True)

    monkeypatch.setattr(working_copy, "intake", with_a_remark)
    app = typer.Typer()
    app.command()(course_grade.grade)
    done = CliRunner().invoke(app, ["4", "--lang", "ru", "--home", str(home)])
    assert done.exit_code == 0, "whoever studies alone is the person who looks"
    said = Remark("judged_at_end").words("ru")
    assert said in " ".join(done.output.split())
    assert said in workspace.notebook(home, "ru", UNIT).with_suffix(".report.html").read_text("utf-8")


def test_work_in_a_copy_beside_the_untouched_notebook_is_not_overlooked(home: Path) -> None:
    mine = workspace.notebook(home, "en", UNIT)
    work = hand_in(released_notebooks(UNIT)["en"], REPOSITORY / "demo" / "dave.py")
    nbformat.write(work, mine.with_name("gradient-descent-Copy1.ipynb"))
    assert other_notebooks.written_units(home, "en") == [UNIT]
    done = course(home, "grade", "--lang", "en")
    assert "written nothing" not in done.stderr and f"1 of 22 points in unit {UNIT}" in " ".join(done.stdout.split())


def test_a_broken_copy_is_said_to_be_broken_and_an_unknown_unit_is_a_wrong_call(home: Path) -> None:
    workspace.notebook(home, "en", UNIT).write_text("{", "utf-8")
    broken = course(home, "grade", "--lang", "en")
    assert broken.returncode == 1
    assert "cut off" in broken.stderr and "course reset" in broken.stderr and "hand it in" not in broken.stderr
    assert course(home, "grade", "nonsense", "--lang", "en").returncode == 2
    assert course(home, "grade", "--lang", "xx").returncode == 2


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("word", ["review", "busy"])
def test_who_studies_alone_is_not_told_of_an_instructor(
    word: str, lang: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verdict = replace(needs_review(exercises()["loss"], "a note"), hint=generic_hint(word))
    remark = Remark("several", {"file": "a.ipynb", "others": "b.ipynb"})
    read = submission.intake
    monkeypatch.setattr(working_copy, "intake", lambda *given: replace(read(*given), remarks=(remark,)))
    monkeypatch.setattr(working_copy, "grade", lambda *_, **__: Judged({"loss": verdict}))
    record = working_copy.grade_copy(SimpleNamespace(contained=True), home, UNIT, lang).record
    said = " ".join([*record.notes(lang), *(each.words(lang) for each in record.verdicts)])
    assert hint_words(word, lang, alone=True)[1] in said and "b.ipynb" in said
    assert not re.search("instructor|преподавател", said)


def test_the_outcome_as_json_is_what_the_notebook_shows(home: Path) -> None:
    mine = workspace.notebook(home, "en", UNIT)
    nbformat.write(hand_in(released_notebooks(UNIT)["en"], REPOSITORY / "demo" / "dave.py"), mine)
    done = course(home, "grade", "4", "--lang", "en", "--json")
    (outcome,) = json.loads(done.stdout)
    assert (outcome["unit"], outcome["score"], outcome["max_score"]) == (UNIT, 1, 22)
    wrong = next(each for each in outcome["exercises"] if each["exercise"] == "gradient_descent")
    assert wrong["diagnosis"] and wrong["what"] and wrong["where"]
    assert (wrong["solution"], wrong["missing"]) == (False, 2)


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_model_answer_is_shown_after_a_pass_or_three_different_answers(home: Path, lang: str) -> None:
    def asked(name: str) -> subprocess.CompletedProcess[str]:
        return course(home, "grade", "--solution", name, "--lang", lang)

    def graded(name: str, state: str, source: str) -> None:
        progress.note(progress.Event("grade", UNIT, name, state, 0, 1, source=source), progress.in_home(home))

    for source in ("a", "b", "b"):
        graded("loss", "wrong", source)
    progress.note(progress.Event("check", UNIT, "loss", "wrong", source="d"), progress.in_home(home))
    done = asked("loss")
    assert done.returncode == 1 and done.stdout.strip() == text("grade.solution_later", lang, name="loss", missing=1)
    graded("loss", "partial", "e")
    graded("regime", "correct", "a")
    for name in ("loss", "regime"):
        done = asked(name)
        assert done.returncode == 0 and "import" not in done.stdout
        ways = 1 + (text("grade.another", lang) in done.stdout)
        assert done.stdout.count(f"def {name}(") == ways, "another way has the exercise's name, too"
        assert text("grade.usual", lang) in done.stdout
    done = asked("nonsense")
    assert done.returncode == 1 and "nonsense" in done.stdout


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_report_names_each_exercise_once_with_an_example_and_what_is_not_begun_in_one_line(lang: str) -> None:
    states = {"loss": "wrong", "d_loss": "correct", "regime": "not_attempted", "closed_form": "not_attempted"}
    verdicts = tuple(Verdict(name, state, 0.0, 1) for name, state in states.items())
    page = report.page(Record(UNIT, "", verdicts), "<Title>", lang)
    assert "<h1>&lt;Title&gt;</h1>" in page and page.count("<section") == page.count("<h2>") == 2
    assert "loss(np.array([ 0., -3.]))\narray([12., 21.])" in page and page.count("<pre>") == 1
    assert text("grade.untouched", lang, names="regime, closed_form") in page
    assert text("grade.question", lang) in page
