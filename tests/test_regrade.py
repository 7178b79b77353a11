"""Grading again: a mark given by hand stays while its answer does, and what was undecided is judged once more."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
import small_class
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from typer.testing import CliRunner

from autograder import cli
from autograder.classroom import records
from autograder.classroom.grading import grade_class
from autograder.exercises import units
from autograder.judging import work
from autograder.judging.grade import Graded
from autograder.judging.judge import needs_review
from autograder.judging.verdict import Verdict
from autograder.nbgrader import autograde
from autograder.nbgrader.autograde import TrustedAutograde
from autograder.nbgrader.configure import configure
from autograder.support.repository import REPOSITORY

pytestmark = pytest.mark.sandbox

UNIT, NAME = "00-start-here", "start-here.ipynb"
EXERCISES = list(units()[UNIT])


def submit(root: Path, student: str = "alice", words: str = "My own words.", **answers: str) -> None:
    """Hand in the released notebook with some answers in it; ``below`` is a cell of one's own at the end."""
    notebook = nbformat.read(REPOSITORY / "release" / "en" / UNIT / NAME, as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if cell.cell_type == "markdown" and name:
            cell.source = words
        cell.source = answers.get(name.removeprefix("answer-"), cell.source) if "answer-" in name else cell.source
    if "below" in answers:
        notebook.cells.append(nbformat.v4.new_code_cell(answers["below"]))
    place = root / "submitted" / student / UNIT
    place.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, place / NAME)


def grades(root: Path, student: str = "alice") -> dict[str, tuple[float | None, float | None, bool]]:
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        (notebook,) = book.find_submission(UNIT, student).notebooks
        return {
            grade.name: (grade.auto_score, grade.manual_score, grade.needs_manual_grade) for grade in notebook.grades
        }


def grade_by_hand(root: Path, **points: float) -> None:
    """As the formgrader does."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        (notebook,) = book.find_submission(UNIT, "alice").notebooks
        for grade in notebook.grades:
            grade.manual_score = points.get(grade.name.replace("-", "_"), grade.manual_score)
            grade.needs_manual_grade = grade.manual_score is None and grade.auto_score is None
        for comment in notebook.comments:
            comment.manual_comment = "well put"
        notebook.grades[0].extra_credit = 0.25
        book.db.commit()


FIRST = f"test-{EXERCISES[0]}"
BY_HAND = {FIRST.replace("-", "_"): 0.5, "own_words": 1.5}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A class with one submission, graded, and then graded by hand."""
    submit(tmp_path)
    grade_class(tmp_path, UNIT)
    assert grades(tmp_path)["own-words"][2]
    grade_by_hand(tmp_path, **BY_HAND)
    return tmp_path


def waiting(root: Path) -> set[str]:
    return {name for name, (_, _, waits) in grades(root).items() if waits}


def test_a_mark_given_by_hand_stays_final_while_the_answer_is_the_same(root: Path) -> None:
    grade_class(root, UNIT)
    assert waiting(root) == set()
    submit(root, below="x = 1  # something else in the notebook is new")
    grade_class(root, UNIT)
    assert waiting(root) == set()
    assert (grades(root)[FIRST][1], grades(root)["own-words"][1]) == (0.5, 1.5)
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        (notebook,) = book.find_submission(UNIT, "alice").notebooks
        assert notebook.grades[0].extra_credit == 0.25
        assert {comment.manual_comment for comment in notebook.comments} == {"well put"}


def test_another_answer_is_looked_at_again_and_only_that_one(root: Path) -> None:
    submit(root, words="Other words.")
    grade_class(root, UNIT)
    assert waiting(root) == {"own-words"}
    grade_class(root, UNIT)
    assert waiting(root) == {"own-words"}, "nobody has looked at it in between"
    submit(root, words="Other words.", **{EXERCISES[0]: "pass"})
    grade_class(root, UNIT)
    assert waiting(root) == {"own-words", FIRST}
    grade_by_hand(root, **BY_HAND)
    grade_class(root, UNIT)
    assert waiting(root) == set()


def test_a_record_from_before_says_nothing_about_answers_so_they_are_looked_at(root: Path) -> None:
    path = root / "report" / UNIT / "alice.json"
    old = json.loads(path.read_text("utf-8"))
    for field in ("answers", "remarks", "several", "handed_in", "undated", "file"):
        del old[field]
    path.write_text(json.dumps(old), "utf-8")
    grade_class(root, UNIT)
    assert waiting(root) == {"own-words", FIRST}


def test_a_grader_that_dies_before_the_gradebook_knows_of_another_answer_still_asks_for_a_look(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(root, words="Other words.")

    def dies(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(autograde.SaveVerdicts, "preprocess", dies)
        with pytest.raises(KeyboardInterrupt):
            grade_class(root, UNIT)
    _autograde(root)  # without force
    assert waiting(root) == {"own-words"}


def _autograde(root: Path) -> None:
    config = Config()
    configure(config, root)
    config.CourseDirectory.assignment_id = UNIT
    TrustedAutograde(coursedir=CourseDirectory(config=config), config=config).start()


# ------------------------------------------------------------------------------------- what was not decided


def busy(times: int, exercise: str) -> Callable[..., Graded]:
    """A computer that is too busy to judge one exercise of bob's, so many times."""
    grade, left = work.grade, [times]

    def grades(sandbox: Any, cells: Any, exercises: Sequence[Any], *args: Any, **more: Any) -> Graded:
        graded = grade(sandbox, cells, exercises, *args, **more)
        asked.append([each.name for each in exercises])
        is_bobs = any("bobs_own" in cell.source for cell in cells)
        if left[0] and is_bobs:
            left[0] -= 1
            mine = next(each for each in exercises if each.name == exercise)
            graded.verdicts[exercise] = needs_review(mine, "the computer was too busy")
            return replace(graded, undecided=(exercise,))
        return graded

    asked: list[list[str]] = []
    grades.asked = asked  # type: ignore[attr-defined]
    return grades


@pytest.mark.parametrize("times", [1, 2])
def test_what_the_computer_was_too_busy_for_is_judged_again_alone_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, times: int
) -> None:
    for student in ("alice", "bob", "carol"):
        submit(tmp_path, student, below=f"{student}s_own = 1")
    slow = busy(times, EXERCISES[0])
    monkeypatch.setattr(work, "grade", slow)
    with caplog.at_level(logging.WARNING, "autograder"):
        graded = {record.student: record for record in grade_class(tmp_path, UNIT)}
    assert slow.asked == [EXERCISES, EXERCISES, EXERCISES, EXERCISES[:1]]  # type: ignore[attr-defined]
    assert f"bob: the computer was too busy to judge {EXERCISES[0]}; it is judged again at the end" in caplog.text
    assert [verdict.exercise for verdict in graded["bob"].verdicts] == EXERCISES
    if times == 1:
        assert graded["bob"].verdicts == graded["alice"].verdicts
        assert grades(tmp_path, "bob") == grades(tmp_path, "alice")
        assert not graded["bob"].needs_attention
    else:
        assert graded["bob"].verdicts[0].state == "review"
        assert graded["bob"].needs_attention
        assert grades(tmp_path, "bob")[FIRST] == (None, None, True)
        assert "bob: the computer was too busy" in caplog.text and "twice" in caplog.text
    shown = nbformat.read(tmp_path / "autograded" / "bob" / UNIT / NAME, as_version=4)
    cell = next(cell for cell in shown.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == FIRST)
    assert graded["bob"].verdicts[0].words("en") in cell.outputs[0].text
    assert records.read_one(tmp_path, UNIT, "bob") == graded["bob"]


# ------------------------------------------------------------------------------- after an exercise was repaired


@pytest.fixture
def repaired(tmp_path: Path) -> Path:
    """Anna and Boris with nothing and all in the first exercise; a mark of Boris was given by hand."""
    for student, words in (("anna", "low"), ("boris", "high")):
        submit(tmp_path, student, below=f"# {words}")
    with small_class.believing(judge=lambda cells, each: marked(cells, each, {"low": 0.0, "high": 1.0})):
        grade_class(tmp_path, UNIT)
    return tmp_path


def marked(cells: Sequence[Any], exercise: Any, shares: dict[str, float]) -> Verdict:
    """Give the share of the points that is due for what the last cell says."""
    share = shares[cells[-1].source.removeprefix("# ")]
    state = "correct" if share == 1 else "wrong"
    return Verdict(exercise.name, state, share * exercise.points, exercise.points)


def regrade(root: Path, *options: str) -> list[str]:
    """Run the command with a judge who now thinks better of Anna's work and worse of Boris's; return what it says."""
    with small_class.believing(judge=lambda cells, each: marked(cells, each, {"low": 1.0, "high": 0.0})):
        done = CliRunner().invoke(cli.app, ["regrade", UNIT, "--class", str(root), *options])
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def on_file(root: Path) -> dict[str, Any]:
    kept = [*root.glob("report/*/*.json"), *root.glob("feedback/*/*/*.html"), *root.glob("autograded/*/*/*.ipynb")]
    return {str(path): path.read_bytes() for path in kept} | {"rows": small_class.rows(root)}


def scores(root: Path, student: str) -> dict[str, float | None]:
    return {each.exercise: each.score for each in records.read_one(root, UNIT, student).verdicts}


def test_a_trial_says_what_would_change_for_whom_and_changes_nothing(repaired: Path) -> None:
    before = on_file(repaired)
    said = regrade(repaired, "--dry-run")
    most = {each.name: each.points for each in units()[UNIT].values()}
    assert said[: len(most)] == [f"anna, {name}: 0 -> {points:g}" for name, points in most.items()]
    assert said[len(most) : -1] == [f"boris, {name}: {points:g} -> 0, stays as it was" for name, points in most.items()]
    assert said[-1] == f"would change: {len(most)} marks, 1 learners"
    assert on_file(repaired) == before


def test_a_regrade_gives_more_points_and_takes_none_unless_down_is_said(repaired: Path) -> None:
    pages = {student: small_class.page(repaired, student) for student in ("anna", "boris")}
    regrade(repaired)
    for student in ("anna", "boris"):
        assert scores(repaired, student) == {each.name: each.points for each in units()[UNIT].values()}
        assert small_class.rows(repaired)[student][FIRST][0] == units()[UNIT][EXERCISES[0]].points
    assert small_class.page(repaired, "anna") != pages["anna"] and small_class.page(repaired, "boris") == pages["boris"]
    regrade(repaired, "--down")
    assert set(scores(repaired, "boris").values()) == {0.0}
    assert small_class.rows(repaired)["boris"][FIRST][0] == 0


def test_a_regrade_of_one_exercise_leaves_the_others_and_marks_given_by_hand(repaired: Path) -> None:
    with Gradebook(f"sqlite:///{repaired / 'gradebook.db'}") as book:
        grade = book.find_grade(FIRST, Path(NAME).stem, UNIT, "anna")
        grade.manual_score, grade.needs_manual_grade = 0.25, False
        book.db.commit()
    before = scores(repaired, "anna")
    said = regrade(repaired, "--exercise", EXERCISES[0])
    most = units()[UNIT][EXERCISES[0]].points
    assert said[0] == f"anna, {EXERCISES[0]}: 0 -> {most:g}"
    assert scores(repaired, "anna") == before | {EXERCISES[0]: most}
    assert small_class.rows(repaired)["anna"][FIRST][:2] == (most, 0.25)


def test_what_was_handed_in_since_is_left_to_the_next_grading(repaired: Path) -> None:
    submit(repaired, "anna", below="# high")
    assert not [line for line in regrade(repaired, "--dry-run") if line.startswith("anna")]


def test_a_regrade_of_an_exercise_of_another_unit_is_refused(repaired: Path) -> None:
    done = CliRunner().invoke(cli.app, ["regrade", UNIT, "--class", str(repaired), "--exercise", "softmax"])
    assert done.exit_code == 2 and "no such exercise" in done.stderr
