"""Names of classes and of students: each works with every command, or is refused by name. Through nbgrader."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from test_nbgrader import folder_hash, nbgrader
from thorough import THOROUGH
from traitlets.config import Config

from autograder.classroom import records
from autograder.classroom.grading import grade_class, left_out
from autograder.nbgrader.autograde import REPOSITORY
from autograder.nbgrader.configure import configure
from autograder.nbgrader.release import release
from autograder.support.student_names import NAMES, is_student, sort_out

UNIT, NAME = "00-start-here", "start-here.ipynb"
CONFIG = (REPOSITORY / "nbgrader_config.py").read_text("utf-8")
COMPOSED = unicodedata.normalize("NFC", "Андрей Ёжик, é")
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)
WORKING = ["alice", "O'Brien", "D’Arcy & Söhne", "Lee, Kim (2)", "Анна-Мария К.", "2026_b+c@d", "अनिता"]
REFUSED = ["*", "[ab]", "a?", "<b>", "a;b", "100%", "#1", "tab\tbed", 'say "hi"', "-rf", "a\\b", "{x}", "a\u202eb"]


def new_class(root: Path, *students: str) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    (root / "nbgrader_config.py").write_text(CONFIG, "utf-8")
    for student in students:
        place = root / "submitted" / student / UNIT
        place.mkdir(parents=True)
        shutil.copyfile(REPOSITORY / "release" / "en" / UNIT / NAME, place / NAME)
    return root


def in_gradebook(root: Path) -> set[str]:
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        return {student.id for student in book.students}


def graded(root: Path, step: str) -> set[str]:
    return {path.parents[1].name for path in (root / step).glob("*/*/start-here.*")}


def api_of(root: Path) -> NbGraderAPI:
    """What the formgrader's buttons and lists ask."""
    config = Config()
    configure(config, root)
    return NbGraderAPI(CourseDirectory(config=config), config=config)


@pytest.mark.parametrize("name", [*WORKING, COMPOSED, "Ю" * 100, "e\u0301", "_a", "1"])
def test_a_name_that_means_nothing_else_anywhere_can_be_a_students(name: str) -> None:
    assert is_student(name)


@pytest.mark.parametrize(
    "name", [*REFUSED, "", " a", ".a", "(a)", "a/b", "a\nb", "a" * 101, "語" * 100, "\u0301a", "a\udcff"], ids=repr
)
def test_a_name_that_means_something_else_somewhere_cannot(name: str) -> None:
    assert not is_student(name)


def test_the_sentence_about_names_is_true() -> None:
    assert all(is_student("a" + mark) for mark in "_.@+-'’,()&")
    assert all(mark in NAMES for mark in "_.@+-'’,()&")


def test_folders_are_sorted_into_students_and_others() -> None:
    students, others = sort_out(["alice", DECOMPOSED, "[a]", "й", unicodedata.normalize("NFD", "й")])
    assert students == {"alice": "alice", COMPOSED: DECOMPOSED}
    assert set(others) == {"[a]", "й", unicodedata.normalize("NFD", "й")}
    assert "keep one" in others["й"]


@pytest.mark.sandbox
def test_a_class_and_students_with_odd_names_work_with_every_command(tmp_path: Path) -> None:
    root = new_class(tmp_path / "ML [211] (2026), O'Brien & Ёж *", *WORKING, DECOMPOSED)
    before = folder_hash(root / "submitted")
    for command in ("autograde", "generate_feedback"):
        nbgrader(root, command, UNIT)
    nbgrader(root, "export")
    everybody = {*WORKING, COMPOSED}
    assert in_gradebook(root) == graded(root, "autograded") == graded(root, "feedback") == everybody
    assert {record.student for record in records.read(root, UNIT)} == everybody
    with open(root / "grades.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["student_id"] for row in rows} == everybody
    assert {(row["assignment"], row["score"], row["max_score"]) for row in rows} == {(UNIT, "0.0", "3.0")}
    assert folder_hash(root / "submitted") == before
    nbgrader(root, "autograde", UNIT, "--student", DECOMPOSED, "--force")
    assert len(list(root.glob("backup/autograded/*"))) == 1

    api = api_of(root)
    assert {row["student"] for row in api.get_submissions(UNIT) if row["autograded"]} == everybody
    assert len(api.get_submissions(UNIT)) == len(everybody)
    assert UNIT in api.get_source_assignments()
    for student in ("Lee, Kim (2)", COMPOSED, *(["O'Brien"] if THOROUGH else [])):
        assert api.autograde(UNIT, student)["success"]
        assert api.generate_feedback(UNIT, student)["success"]

    done = subprocess.run(
        [Path(sys.executable).parent / "autograder", "grade", UNIT, "--class", root, "O'Brien", DECOMPOSED],
        capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "200"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "O'Brien" in done.stdout and COMPOSED in done.stdout and "alice" not in done.stdout


@pytest.mark.sandbox
@pytest.mark.parametrize("command", ["autograder", "nbgrader"])
def test_who_cannot_be_graded_is_named_and_the_exit_code_says_so_when_the_others_are_graded(
    tmp_path: Path, command: str
) -> None:
    two = unicodedata.normalize("NFD", "Зоёнок")
    root = new_class(tmp_path / "class", "alice", "bob", "[a-z]*", unicodedata.normalize("NFC", two), two)
    program = Path(sys.executable).parent / command
    words = ["grade", UNIT, "--class", root] if command == "autograder" else ["autograde", UNIT]
    done = subprocess.run([program, *words], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("LEFT OUT") == 3
    assert "[a-z]*" in done.stderr and "Traceback" not in done.stderr
    assert in_gradebook(root) == graded(root, "autograded") == {"alice", "bob"}
    assert len(left_out(root, UNIT)) == 3


@pytest.mark.sandbox
def test_who_is_asked_for_is_graded_without_a_word_about_the_others(tmp_path: Path) -> None:
    root = new_class(tmp_path, "alice", "[a-z]*")
    done = nbgrader(root, "autograde", UNIT, "--student", "alice")
    assert "LEFT OUT" not in done.stderr


@pytest.mark.sandbox
def test_a_class_of_impossible_names_grades_nobody(tmp_path: Path) -> None:
    root = new_class(tmp_path, "[a-z]*", "*")
    done = nbgrader(root, "autograde", UNIT, check=False)
    assert done.returncode == 1 and done.stderr.count("LEFT OUT") == 2
    assert in_gradebook(root) == graded(root, "autograded") == set()
    with pytest.raises(ValueError, match="rename the folder"):
        grade_class(root, UNIT)


@pytest.mark.sandbox
def test_a_name_with_a_comma_can_be_excluded(tmp_path: Path) -> None:
    root = new_class(tmp_path, "alice", "Lee, Kim", "bob")
    nbgrader(root, "autograde", UNIT, "--CourseDirectory.student_id_exclude=Lee, Kim,bob")
    assert graded(root, "autograded") == {"alice"}


@pytest.mark.sandbox
@pytest.mark.parametrize("name", ["what?", "100%"])
def test_a_folder_that_cannot_hold_a_gradebook_is_refused_by_name(tmp_path: Path, name: str) -> None:
    root = new_class(tmp_path / name, "alice")
    done = nbgrader(root, "autograde", UNIT, check=False)
    assert done.returncode == 1
    assert "A gradebook cannot lie in a folder" in done.stderr and name in done.stderr


def test_the_course_is_released_from_a_folder_with_any_name(tmp_path: Path) -> None:
    root = tmp_path / "gradient [descent] *"
    shutil.copytree(REPOSITORY / "source" / "ru" / UNIT, root / "source" / "ru" / UNIT)
    release(root, "ru", UNIT)
    made = root / "release" / "ru" / UNIT / NAME
    assert made.read_bytes() == (REPOSITORY / "release" / "ru" / UNIT / NAME).read_bytes()
