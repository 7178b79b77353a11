"""What reaches learners holds no solution, no hidden test and no marking scheme: wheel, bundle, notebooks, feedback."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from test_packaging import ROOT, tracked
from thorough import share

from autograder import demo
from autograder.classroom.grading import grade_class
from autograder.classroom.leaks import SIGNS, code, leaking, leaks, lesson_secrets, lines, readable, secrets
from autograder.exercises import exercises
from autograder.nbgrader.pages import OfflinePages
from autograder.sandbox import bubblewrap


def on_disk(*patterns: str) -> dict[str, bytes]:
    return {str(path.relative_to(ROOT)): path.read_bytes() for path in tracked(*patterns)}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the public package, built from the tracked files as pip builds it for a learner; no network."""
    folder, out = tmp_path_factory.mktemp("public"), tmp_path_factory.mktemp("wheel")
    for path in tracked("course", "pyproject.toml", "README.md", "LICENSE"):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--wheel-dir", str(out), str(folder)], check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's class, graded; without the one who keeps the grader waiting."""
    root = tmp_path_factory.mktemp("class")
    demo.fill(root)
    shutil.rmtree(root / "submitted" / "heidi")
    grade_class(root, demo.UNIT, uncontained=bubblewrap() is None)
    return root


def source_notebooks() -> dict[str, bytes]:
    return on_disk("source/*.ipynb")


# ------------------------------------------------------------------------------ the scanner finds what is there


def answered(notebook: str) -> set[str]:
    """Return the exercises of a notebook."""
    cells = nbformat.read(ROOT / notebook, as_version=4).cells
    return {own["exercise"] for cell in cells if (own := cell.metadata.get("course", {})).get("role") == "answer"}


def test_every_exercise_and_every_lesson_has_secrets_to_look_for():
    known = set().union(*secrets().values())
    for name in exercises():
        assert {f"reference of {name}", f"hidden test of {name}"} <= known
    for notebook in source_notebooks():
        assert {f"solution of {name}" for name in answered(notebook)} <= known
    for path in tracked("source/lessons/*.py"):
        assert f"marking scheme of {path.name}" in known


def test_every_solution_in_the_instructor_s_notebooks_would_be_found():
    found = leaking(source_notebooks())
    assert set(found) == set(source_notebooks()) != set()
    for notebook, what in found.items():
        assert {"a marker of nbgrader", "a call of the hidden test"} <= what
        assert {name for name in answered(notebook) if f"solution of {name}" not in what} == set()
        assert any(each.startswith("marking scheme") for each in what)


@pytest.mark.parametrize("name", share(exercises(), 6, lambda name: exercises()[name].unit))
def test_a_planted_reference_would_be_found_in_every_kind_of_file(name: str):
    """Also without its name's spacing, with comments in it, and in colours as a feedback page has them."""
    reference = code(exercises()[name].reference)
    edited = "\n\n".join(f"    {line}  # a comment" for line in reference.splitlines())
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(edited)])
    page, _ = OfflinePages().from_notebook_node(notebook)
    as_lines = json.dumps({"cells": [{"source": reference.splitlines(keepends=True)}]})
    files = {"a.py": edited, "b.ipynb": nbformat.writes(notebook), "c.html": page, "d.json": as_lines}
    found = leaking({kind: text.encode() for kind, text in files.items()})
    assert {kind for kind in files if f"reference of {name}" not in found.get(kind, ())} == set()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x = 1\n### BEGIN SOLUTION\n", "a marker of nbgrader"),
        ("### END HIDDEN TESTS", "a marker of nbgrader"),
        ("text\n\n### BEGIN MARK SCHEME", "a marker of nbgrader"),
        ("check(loss)\ngrade(loss)\n", "a call of the hidden test"),
        ("def f():\n    from autograder.exercises import units\n", "an import of the autograder"),
        ("import autograder\n", "an import of the autograder"),
    ],
)
def test_a_planted_sign_would_be_found(text: str, what: str):
    assert leaks(text) == {what}
    assert leaks("Run `autograder build` or `course grade`, then check(loss).\n") == set()


def test_three_lines_of_a_longer_solution_are_enough_and_two_are_not():
    long = next(text for _, text in lesson_secrets() if len(lines(text)) > 6 and "def " in text)
    some = lines(long)
    assert leaks("\n".join(some[2:5]))
    assert not leaks("\n".join(some[2:4]))


def test_a_solution_planted_in_the_package_would_be_found_in_the_wheel(wheel: dict[str, bytes]):
    (module,) = tracked("autograder/exercises/u04_gradient_descent/loss.py")
    assert set(leaking({**wheel, "course/figures/helper.py": module.read_bytes()})) == {"course/figures/helper.py"}


# ------------------------------------------------------------------------------ and there is nothing


def test_the_wheel_holds_no_secret(wheel: dict[str, bytes]):
    assert leaking(wheel) == {}


def test_the_wheel_holds_the_public_folder_and_nothing_else(wheel: dict[str, bytes]):
    inside = {name for name in wheel if ".dist-info/" not in name}
    assert inside == set(on_disk("course"))
    assert all(name.endswith((".py", ".toml", ".json", ".js", ".css", ".mplstyle")) for name in inside)


def test_the_released_notebooks_hold_no_secret():
    released = on_disk("release/*.ipynb")
    assert len(released) == len(source_notebooks()) > 0
    assert leaking(released) == {}


def test_public_files_never_import_the_autograder():
    sign = SIGNS["an import of the autograder"]
    public = {**on_disk("course", "release"), "planted": b"try:\n    import autograder.judging.judge\n"}
    assert [name for name, data in public.items() if sign.search(readable(name, data))] == ["planted"]


def test_feedback_shows_a_student_no_secret_but_their_own_code(classroom: Path):
    pages = sorted(classroom.glob("feedback/*/*/*.html"))
    assert len(pages) == 8
    for page in pages:
        submitted = (classroom / "submitted" / page.relative_to(classroom / "feedback")).with_suffix(".ipynb")
        try:
            own = readable(submitted.name, submitted.read_bytes())
        except ValueError:
            own = ""  # the broken file: nothing in it was read
        assert leaks(readable(page.name, page.read_bytes()), own) == set(), page


@pytest.mark.parametrize("student", ["carol", "ivan"])
def test_feedback_shows_no_secret_to_a_student_who_wrote_nothing(student: str, classroom: Path):
    (page,) = classroom.glob(f"feedback/{student}/*/*.html")
    text = page.read_text("utf-8")
    assert leaks(readable(page.name, text.encode())) == set()
    for name in ("loss", "gradient_descent"):
        assert f"def {name}(" in readable(page.name, text.encode()), "the scanner does not read the page's code"


def test_a_solution_planted_in_a_feedback_page_would_be_found():
    """The instructor's notebook, made into a page in the same way, in the place of the student's.

    A page shows prose in other lines than it was written in, so a marking scheme is found there by its marker.
    """
    for name in share(source_notebooks(), 2, lambda name: Path(name).parent.name):
        page, _ = OfflinePages().from_notebook_node(nbformat.read(ROOT / name, as_version=4))
        found = leaks(readable("page.html", page.encode()))
        assert {each for each in answered(name) if f"solution of {each}" not in found} == set()
        marker = re.search(r"BEGIN MARK SCHEME.*", readable("page.html", page.encode()))
        assert "a marker of nbgrader" in leaks(marker.group())
