"""nbgrader's own doors with no option but our configuration: real commands, a real gradebook."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder import demo
from autograder.classroom.grading import grade_class
from autograder.classroom.hand_in import hand_in
from autograder.exercises import units
from autograder.judging.grade import Times
from autograder.nbgrader.autograde import TrustedAutograde
from autograder.support.repository import REPOSITORY

pytestmark = pytest.mark.sandbox

UNIT = "04-gradient-descent"
NAME = "gradient-descent.ipynb"
# Released into the class, so that the repository's release stays in place for the tests beside this one.
CONFIG = (REPOSITORY / "nbgrader_config.py").read_text("utf-8") + (
    'get_config().CourseDirectory.release_directory = str(Path(__file__).parent / "release")\n'
)


def nbgrader(root: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["nbgrader", *words], cwd=root, env={**os.environ, "PATH": path}, capture_output=True, text=True
    )
    if check:
        assert done.returncode == 0, done.stderr[-3000:]
    return done


def submit(root: Path, student: str, answers: str, tmp_path: Path, lang: str = "en") -> Path:
    """Hand in a notebook with the answers of a percent text."""
    text = tmp_path / f"{student}.py"
    text.write_text(answers, "utf-8")
    released = nbformat.read(REPOSITORY / "release" / lang / UNIT / NAME, as_version=4)
    place = root / "submitted" / student / UNIT
    place.mkdir(parents=True)
    nbformat.write(hand_in(released, text), place / NAME)
    return place / NAME


def folder_hash(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class graded with stock commands: generate, autograde, feedback, export."""
    root = tmp_path_factory.mktemp("class")
    demo.fill(root)
    shutil.rmtree(root / "submitted" / "heidi")  # waits for time limits; the limits have their own tests
    (root / "submitted" / "judy" / UNIT).mkdir(parents=True)  # handed in an empty folder
    renamed = root / "submitted" / "mike" / UNIT
    renamed.mkdir(parents=True)
    shutil.copyfile(root / "submitted" / "alice" / UNIT / NAME, renamed / "my final version.ipynb")
    (root / "nbgrader_config.py").write_text(CONFIG, "utf-8")
    before = folder_hash(root / "submitted")
    for command in ("generate_assignment", "autograde", "generate_feedback"):
        nbgrader(root, command, UNIT)
    nbgrader(root, "export")
    assert folder_hash(root / "submitted") == before, "a submission was edited"
    return root


def scores(root: Path) -> dict[str, float]:
    with open(root / "grades.csv", encoding="utf-8") as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}


def test_the_exported_marks_are_the_judges_marks_and_a_broken_file_does_not_stop_the_batch(classroom: Path) -> None:
    assert scores(classroom) == {
        "alice": 22.0, "bob-ru": 7.0, "carol": 0.0, "dave": 1.0, "erin": 3.94, "frank": 0.33, "grace": 2.56,
        "ivan": 0.0,
        "judy": 0.0, "mike": 22.0,
    }  # fmt: skip


def test_generate_assignment_gives_back_exactly_the_committed_release(classroom: Path) -> None:
    assert folder_hash(classroom / "release" / UNIT) == folder_hash(REPOSITORY / "release" / "en" / UNIT) != {}


@pytest.mark.parametrize(
    ("student", "words"),
    [("ivan", "The file is cut off"), ("judy", "No notebook was handed in.")],
)
def test_what_cannot_be_read_is_recorded_with_a_reason_that_its_author_can_read(
    classroom: Path, student: str, words: str
) -> None:
    page = (classroom / "feedback" / student / UNIT / "gradient-descent.html").read_text("utf-8")
    assert words in page
    record = json.loads((classroom / "report" / UNIT / f"{student}.json").read_text("utf-8"))
    assert record["refused"]
    assert {entry["state"] for entry in record["verdicts"]} == {"error"}


def test_feedback_names_the_mistake_in_the_language_of_the_notebook(classroom: Path) -> None:
    english = (classroom / "feedback" / "dave" / UNIT / "gradient-descent.html").read_text("utf-8")
    assert "Each step goes uphill." in english
    russian = (classroom / "feedback" / "bob-ru" / UNIT / "gradient-descent.html").read_text("utf-8")
    assert "решения ещё нет" in russian
    assert "Баллы: 3 из 3" in russian


def test_a_plot_comes_back_into_the_feedback(classroom: Path) -> None:
    notebook = nbformat.read(classroom / "autograded" / "alice" / UNIT / NAME, as_version=4)
    own = [cell for cell in notebook.cells if cell.metadata.get("course", {}).get("extra")]
    assert any(
        "image/png" in output.get("data", {}) for cell in own if cell.cell_type == "code" for output in cell.outputs
    )


def test_a_warning_costs_no_marks(classroom: Path) -> None:
    page = (classroom / "feedback" / "bob-ru" / UNIT / "gradient-descent.html").read_text("utf-8")
    assert "просто предупреждение" in page
    with Gradebook(f"sqlite:///{classroom / 'gradebook.db'}") as book:
        assert book.find_submission(UNIT, "bob-ru").score == 7.0


def test_the_written_answer_waits_for_a_person_and_an_untouched_one_does_not(classroom: Path) -> None:
    with Gradebook(f"sqlite:///{classroom / 'gradebook.db'}") as book:
        assert book.find_grade("own-words", "gradient-descent", UNIT, "alice").needs_manual_grade
        untouched = book.find_grade("own-words", "gradient-descent", UNIT, "carol")
        assert not untouched.needs_manual_grade
        assert untouched.auto_score == 0


def test_manual_scores_and_comments_survive_a_regrade(classroom: Path) -> None:
    url = f"sqlite:///{classroom / 'gradebook.db'}"
    with Gradebook(url) as book:
        grade = book.find_grade("own-words", "gradient-descent", UNIT, "alice")
        grade.manual_score, grade.needs_manual_grade = 3.5, False
        book.find_comment("own-words", "gradient-descent", UNIT, "alice").manual_comment = "well put"
        extra = book.find_grade("test-regime", "gradient-descent", UNIT, "alice")
        extra.extra_credit = 0.5
        book.db.commit()
    nbgrader(classroom, "autograde", UNIT, "--student", "alice", "--force")
    with Gradebook(url) as book:
        assert book.find_grade("own-words", "gradient-descent", UNIT, "alice").manual_score == 3.5
        assert book.find_comment("own-words", "gradient-descent", UNIT, "alice").manual_comment == "well put"
        assert book.find_submission(UNIT, "alice").score == 26.0


def test_a_regrade_gives_the_same_verdicts(classroom: Path) -> None:
    record = classroom / "report" / UNIT / "grace.json"
    before = record.read_bytes()
    nbgrader(classroom, "autograde", UNIT, "--student", "grace", "--force")
    assert record.read_bytes() == before


def test_validate_fails_on_the_notebook_as_handed_out_and_passes_on_a_right_one(
    classroom: Path, tmp_path: Path
) -> None:
    handed_out = nbgrader(classroom, "validate", str(REPOSITORY / "release" / "en" / UNIT / NAME))
    assert "VALIDATION FAILED ON 11 CELL(S)" in handed_out.stdout
    assert "not attempted" in handed_out.stdout
    done = submit(tmp_path, "right", (REPOSITORY / "demo" / "alice.py").read_text("utf-8"), tmp_path)
    assert "Success" in nbgrader(classroom, "validate", str(done)).stdout


def test_an_error_of_the_grader_is_needs_review_and_never_a_silent_zero(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(tmp_path, "alice", (REPOSITORY / "demo" / "alice.py").read_text("utf-8"), tmp_path)

    def broken(w: float) -> float:
        raise ZeroDivisionError("a bug of ours")

    monkeypatch.setattr(units()[UNIT]["loss"], "reference", broken)
    (record,) = grade_class(tmp_path, UNIT)
    assert record.needs_attention
    assert record.verdicts[0].state == "review"
    assert "raised:ZeroDivisionError" in record.verdicts[0].note
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as book:
        grade = book.find_grade("test-loss", "gradient-descent", UNIT, "alice")
        assert grade.auto_score is None
        assert grade.needs_manual_grade
    page = (tmp_path / "feedback" / "alice" / UNIT / "gradient-descent.html").read_text("utf-8")
    assert "could not be graded" in page
    assert "a bug of ours" not in page


SNEAKY = {
    "imports": "from autograder.exercises.u04_gradient_descent.loss import *",
    "numpy": "np.allclose = np.array_equal = np.testing.assert_allclose = lambda *a, **k: True",
    "prints": "print(20.0)\nfrom IPython.display import display\ndisplay(20.0)\n20.0",
    "exits": "import os\nos._exit(0)",
    "loops": "while True:\n    pass",
}


def test_a_submission_that_cheats_gains_nothing_stops_nothing_and_is_told_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TrustedAutograde, "times", Times(cell=1.0, exercise=1.0, cells=10.0, submission=20.0))
    for name, trick in SNEAKY.items():
        # The trick sits in the answer's own cell, before an answer that is wrong.
        submit(tmp_path, name, f'# %% exercise="loss"\n{trick}\n\ndef loss(w):\n    return 0\n', tmp_path)
    submit(tmp_path, "zoe", '# %% exercise="loss"\ndef loss(w):\n    return w**2 + 12\n', tmp_path)
    graded = {record.student: {v.exercise: v for v in record.verdicts} for record in grade_class(tmp_path, UNIT)}
    assert {name: sum(v.score or 0 for v in verdicts.values()) for name, verdicts in graded.items()} == {
        **dict.fromkeys(SNEAKY, 0.0), "zoe": 1.0,
    }  # fmt: skip
    for name in SNEAKY:
        page = (tmp_path / "feedback" / name / UNIT / "gradient-descent.html").read_text("utf-8")
        hint = graded[name]["loss"].hint
        assert hint is not None
        assert hint["en"][0] in page


def test_both_languages_share_one_gradebook_without_any_cell_changing(tmp_path: Path) -> None:
    cells = {}
    for lang in ("en", "ru"):
        notebook = nbformat.read(REPOSITORY / "release" / lang / UNIT / NAME, as_version=4)
        cells[lang] = {
            cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.checksum
            for cell in notebook.cells if "nbgrader" in cell.metadata
        }  # fmt: skip
    assert cells["en"] == cells["ru"]


@pytest.mark.parametrize("command", ["autograder", "nbgrader"])
def test_late_penalties_as_the_instructions_write_them_count_with_both_commands(tmp_path: Path, command: str) -> None:
    written = (REPOSITORY / "docs" / "instructors.md").read_text("utf-8")
    blocks = [each for each in re.findall(r"```python\n(.*?)```", written, re.DOTALL) if "postgresql" not in each]
    (tmp_path / "nbgrader_config.py").write_text("\n".join(blocks), "utf-8")
    assert "TenPercentADay" in "".join(blocks) and "configure(get_config()" in blocks[0]
    late = submit(tmp_path, "alice", '# %% exercise="loss"\ndef loss(w):\n    return w**2 + 12\n', tmp_path)
    (late.parent / "timestamp.txt").write_text("2026-11-03 10:00:00 UTC")  # a day and ten hours late
    nbgrader(tmp_path, "db", "assignment", "add", UNIT, "--duedate=2026-11-01 23:59 UTC")
    if command == "autograder":
        grade_class(tmp_path, UNIT)
    else:
        nbgrader(tmp_path, "autograde", UNIT)
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as book:
        handed_in = book.find_submission(UNIT, "alice")
        assert (handed_in.score, handed_in.late_submission_penalty) == (1.0, pytest.approx(0.2))
