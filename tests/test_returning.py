"""``autograder return``: what the platforms take back, under the names and in the columns that they gave."""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_class import POINTS, believing
from test_autograder_cli import autograder
from test_nbgrader import nbgrader
from test_platforms import NAME, UNIT, archive, work

from autograder.classroom.collect import collect
from autograder.classroom.grading import grade_class
from autograder.classroom.returning import give_back
from autograder.classroom.roster import read_roster
from autograder.support.spreadsheet import as_csv

DATE = "2026-11-01-10-00-00"
FORMULA = "=HYPERLINK(1) Kim"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A class from three platforms, graded: all points of the judge, the words of the first not read yet."""
    root = tmp_path_factory.mktemp("class")
    for name, entries in {
        "moodle.zip": {f"{FORMULA}_1001_assignsubmission_file_/{NAME}": work("a"),
                       f"Anna Kim_1002_assignsubmission_file/{NAME}": work("b")},
        "canvas.zip": {f"kimanna_LATE_501_9001_{NAME}": work("c")},
        "blackboard.zip": {f"Unit 0_akim_attempt_{DATE}_{NAME}": work("d"),
                           f"Unit 0_akim_attempt_{DATE}.txt": b"Name: Anna Kim (akim)\n"},
    }.items():  # fmt: skip
        collect(root, UNIT, [archive(root, entries, name)])
    with believing():
        grade_class(root, UNIT)
    yield root


@pytest.fixture
def root(graded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(graded, tmp_path / "class"))


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


def names(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as file:
        assert all(len(file.read(name)) > 1000 for name in file.namelist())
        return set(file.namelist())


def test_feedback_bears_the_names_that_each_platform_gave(root: Path) -> None:
    give_back(root, UNIT)
    folder = root / "returned" / UNIT
    assert names(folder / "feedback-moodle.zip") == {
        f"{FORMULA}_1001_assignsubmission_file_/start-here.html",
        "Anna Kim_1002_assignsubmission_file_/start-here.html",
    }
    assert names(folder / "feedback-canvas.zip") == {"kimanna_LATE_501_9001_start-here.html"}
    assert names(folder / "feedback-blackboard.zip") == {f"Unit 0_akim_attempt_{DATE}_start-here.html"}


def test_grades_have_the_columns_of_each_platform_and_two_decimals(root: Path) -> None:
    assert give_back(root, UNIT).notes == []
    folder = root / "returned" / UNIT
    score = f"{POINTS:.2f}"
    moodle = {row["Identifier"]: row for row in rows(folder / "import-moodle.csv")}
    assert set(moodle) == {"Participant 1001", "Participant 1002"}
    assert moodle["Participant 1001"]["Full name"] == "'" + FORMULA
    assert {row["Grade"] for row in moodle.values()} == {score}
    possible, anna = rows(folder / "import-canvas.csv")
    assert possible["Student"].strip() == "Points Possible" and float(possible[UNIT]) >= POINTS
    assert (anna["ID"], anna[UNIT]) == ("501", score)
    (anna,) = rows(folder / "import-blackboard.csv")
    assert (anna["Username"], anna["Last Name"], anna["First Name"], anna[UNIT]) == ("akim", "Kim", "Anna", score)


def test_the_table_has_points_by_question_and_tells_missing_from_zero(root: Path) -> None:
    (root / "r.csv").write_text("Identifier,Full name,Status\nParticipant 1002,Anna Kim,\nParticipant 1007,Zoe,\n")
    collect(root, UNIT, [], roster=read_roster(root / "r.csv"))
    told = autograder("return", "0", "--class", root, "--points")
    assert told.exit_code == 0
    table = {row["name"]: row for row in rows(root / "returned" / UNIT / "grades.csv")}
    assert (table["Zoe"]["state"], table["Zoe"]["score"]) == ("missing", "")
    assert table["kimanna"]["late"] == "late" and table["kimanna"]["late_penalty"] == "0.00"
    assert table["kimanna"]["score"] == f"{POINTS:.2f}"
    columns = list(table["kimanna"])
    questions = columns[columns.index("state") + 1 : columns.index("points")]
    assert questions and sum(float(table["kimanna"][name]) for name in questions) == POINTS


def test_a_mark_that_waits_for_a_person_is_not_given_back_and_the_exit_code_says_so(root: Path) -> None:
    with sqlite3.connect(root / "gradebook.db") as book:
        book.execute("UPDATE grade SET needs_manual_grade = 1, manual_score = NULL")
    told = autograder("return", UNIT, "--class", root)
    assert told.exit_code == 1 and told.stderr.count("waits for points given by hand") == 4
    assert {row["Grade"] for row in rows(root / "returned" / UNIT / "import-moodle.csv")} == {""}


def test_moodles_own_worksheet_is_filled_in_and_its_maximum_must_be_said(root: Path) -> None:
    (root / "sheet.csv").write_text(
        "Identifier,Full name,Grade,Maximum Grade,Feedback comments\n"
        "Participant 1002,Anna Kim,,100,kept\nParticipant 1007,Zoe,,100,\n", "utf-8",
    )  # fmt: skip
    refused = autograder("return", UNIT, "--class", root, "--roster", root / "sheet.csv")
    assert refused.exit_code == 2 and "--out-of 100" in " ".join(refused.stderr.split())
    told = autograder("return", UNIT, "--class", root, "--roster", root / "sheet.csv", "--out-of", "100")
    assert told.exit_code == 1 and "is not in the roster" in told.stderr
    anna, zoe = rows(root / "returned" / UNIT / "import-moodle.csv")
    assert 0 < float(anna["Grade"]) <= 100 and anna["Feedback comments"] == "kept"
    assert zoe["Grade"] == ""


def test_nbgrader_exports_the_points_of_each_question(root: Path) -> None:
    nbgrader(root, "export")
    table = rows(root / "grades.csv")
    questions = [column for column in table[0] if column.startswith("00 ")]
    assert questions and all(sum(float(row[name]) for name in questions) == float(row["raw_score"]) for row in table)


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "  =1", "\r=1", "＝1"])
def test_no_name_is_a_formula_in_a_spreadsheet(name: str) -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv(["n"], [{"n": name}]).decode(), newline=""))
    assert row["n"].startswith("'") and row["n"].strip("' \r") == name.strip("\r ")
