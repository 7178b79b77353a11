"""What a user has set for another course does nothing to this class. Real commands, hostile settings at home."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from test_student_names import CONFIG, UNIT, new_class
from thorough import THOROUGH

pytestmark = pytest.mark.sandbox

AT_HOME = """
c = get_config()
c.CourseDirectory.root = "{other}"
c.CourseDirectory.db_url = "sqlite:///{other}/gradebook.db"
c.CourseDirectory.autograded_directory = "{other}/autograded"
c.CourseDirectory.feedback_directory = "{other}/feedback"
c.CourseDirectory.submitted_directory = "{other}/submitted"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A class, and another course beside it that its user has set for everything."""
    other = tmp_path / "other"
    for folder in (other, tmp_path / "home" / ".jupyter"):
        folder.mkdir(parents=True)
    (tmp_path / "home" / ".jupyter" / "nbgrader_config.py").write_text(AT_HOME.format(other=other), "utf-8")
    return new_class(tmp_path / "class", "alice")


def run(root: Path, *words: str, cwd: Path | None = None) -> str:
    home = root.parent / "home"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "HOME": str(home), "JUPYTER_CONFIG_DIR": str(home / ".jupyter")}
    done = subprocess.run(
        ["nbgrader", *words], cwd=cwd or root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def marked(database: Path) -> set[str]:
    if not database.exists():
        return set()
    with Gradebook(f"sqlite:///{database}") as book:
        return {student.id for student in book.students}


def places(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_marks_go_to_the_gradebook_of_the_class_and_nothing_to_another_course(root: Path) -> None:
    for command in ("autograde", "generate_feedback"):
        run(root, command, UNIT)
    run(root, "export")
    assert marked(root / "gradebook.db") == {"alice"}
    assert "alice" in (root / "grades.csv").read_text("utf-8")
    assert (root / "feedback" / "alice" / UNIT / "start-here.html").exists()
    assert places(root.parent / "other") == set()


def test_so_they_do_when_the_command_is_given_elsewhere_and_names_the_class(root: Path) -> None:
    run(root, "autograde", UNIT, "--course-dir", str(root), cwd=root.parent)
    assert marked(root / "gradebook.db") == {"alice"}
    assert places(root.parent / "other") == set()


@pytest.mark.parametrize("place", ["before", "after"])
def test_what_the_class_itself_says_is_kept(root: Path, place: str) -> None:
    own = f'get_config().CourseDirectory.db_url = "sqlite:///{root}/marks.db"\n'
    (root / "nbgrader_config.py").write_text(own + CONFIG if place == "before" else CONFIG + own, "utf-8")
    ours = [Path(sys.executable).parent / "autograder", "grade", UNIT, "--class", root]
    if THOROUGH or place == "before":
        run(root, "autograde", UNIT)
        assert marked(root / "marks.db") == {"alice"}
        assert not (root / "gradebook.db").exists()
    if THOROUGH or place == "after":
        subprocess.run(ours, check=True, capture_output=True)
        assert marked(root / "marks.db") == {"alice"}
        assert not (root / "gradebook.db").exists()


def test_a_gradebook_named_on_the_command_line_counts_most(root: Path) -> None:
    run(root, "autograde", UNIT, "--db", f"sqlite:///{root}/once.db")
    assert marked(root / "once.db") == {"alice"}
    assert not (root / "gradebook.db").exists()
