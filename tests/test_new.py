"""``autograder new``: cells and a file are laid out where they belong, and what is not written yet cannot be missed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from autograder.authoring import lesson, todos
from autograder.authoring.headers import LessonError
from autograder.authoring.scaffold import new
from autograder.exercises import _exercise
from autograder.support.repository import REPOSITORY
from course.language import LANGUAGES

LESSON = Path("source/lessons/04_gradient_descent.py")
FOLDER = Path("autograder/exercises/u04_gradient_descent")
OTHER = Path("autograder/exercises/u01_derivatives_and_limits")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a lesson, and the exercises of two units."""
    (tmp_path / LESSON).parent.mkdir(parents=True)
    shutil.copy(REPOSITORY / LESSON, tmp_path / LESSON)
    for folder in (FOLDER, OTHER):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def contents(root: Path) -> dict[Path, str]:
    return {path.relative_to(root): path.read_text("utf-8") for path in root.rglob("*.*")}


@pytest.mark.parametrize("unit", ["4", "04", "gradient-descent", "04-gradient-descent"])
def test_cells_come_after_those_of_the_last_exercise_in_both_languages(root: Path, unit: str):
    asked = list(lesson.read(root / LESSON).points)
    new(root, unit, "half_life", ["learning_rate"], 2)
    text = lesson.read(root / LESSON)
    assert text.points == {name: text.points[name] for name in [*asked, "half_life"]} and text.points["half_life"] == 2
    for lang, heading in zip(LANGUAGES, ("Exercise", "Упражнение"), strict=True):
        names = [cell.id for cell in lesson.notebook(text, lang).cells]
        place = names.index(f"test-{asked[-1]}") + 1
        assert names[place] == "valleys-answers", "what the experiment shows stays with it"
        assert names[place + 1 : place + 4] == ["task-half-life", "answer-half_life", "test-half_life"]
        task = lesson.notebook(text, lang).cells[place + 1].source
        assert task.startswith(f"### {heading} 10 · `half_life`\n")  # there are nine that have a number
    assert lesson.translation_faults(text) == []


def test_nothing_of_the_authors_is_changed(root: Path):
    before = contents(root)
    file, path = new(root, "4", "half_life", ["learning_rate"])
    after = contents(root)
    added = after.pop(file.relative_to(root))
    assert "def half_life(learning_rate):" in added
    grown, old = after.pop(LESSON).splitlines(), before.pop(LESSON).splitlines()
    assert after == before and path == root / LESSON
    place = next(number for number, (one, other) in enumerate(zip(grown, old, strict=False)) if one != other)
    assert grown[:place] + grown[place + len(grown) - len(old) :] == old


def test_in_a_lesson_without_exercises_the_cells_come_last(root: Path):
    (root / LESSON).write_text('# %% key="setup"\nx = 1\n', "utf-8")
    new(root, "4", "half_life")
    text = lesson.read(root / LESSON)
    assert [*text.points] == ["half_life"] and text.cells[0].metadata["key"] == "setup"


def test_what_is_laid_out_can_be_imported_and_is_an_exercise(root: Path, monkeypatch: pytest.MonkeyPatch):
    new(root, "4", "half_life", ["learning_rate", "eps=0.01"], 2.5)
    monkeypatch.syspath_prepend(root / FOLDER.parent)
    found = _exercise("half_life", "u04_gradient_descent.half_life")
    assert (found.unit, found.points) == ("04-gradient-descent", 2.5)
    assert (len(found.examples), len(found.probes), len(found.mistakes), len(found.alternatives)) == (1, 1, 1, 1)


def test_every_todo_is_told_with_its_file_and_line(root: Path):
    files = new(root, "4", "half_life", ["learning_rate"])
    with pytest.raises(LessonError) as raised:
        todos.require_none(*files, root=root)
    told = str(raised.value).splitlines()
    for file in files:
        lines = file.read_text("utf-8").splitlines()
        marked = [number for number, line in enumerate(lines, 1) if "TODO" in line]
        shown = str(file.relative_to(root))
        pattern = re.compile(rf"{re.escape(shown)}:(\d+): (TODO: .*[\w.…])")
        found = [match for line in told if (match := pattern.fullmatch(line))]
        assert [int(match[1]) for match in found] == marked and len(marked) >= 7
        assert all(match[2] in lines[int(match[1]) - 1] for match in found)


def test_what_says_no_todo_is_done():
    todos.require_none(REPOSITORY / LESSON, *(REPOSITORY / FOLDER).glob("*.py"), root=REPOSITORY)


REFUSED = {
    "an exercise that exists": ("loss", "autograder/exercises/u04_gradient_descent/loss.py exists already"),
    "one of another unit": ("position", "u01_derivatives_and_limits/position.py exists already"),
    "another spelling": ("Loss", "u04_gradient_descent/loss.py exists already"),
    "what exercises share": ("shared", "shared.py exists already"),
    "a word of Python": ("lambda", "'lambda' is a word of Python's own language"),
    "a function of Python": ("sum", "'sum' is a function of Python's own"),
    "no identifier": ("half-life", "'half-life' is no name for an exercise"),
    "a number first": ("2nd", "'2nd' is no name for an exercise"),
    "letters that look alike": ("lоss", "'lоss' is no name for an exercise"),
    "a path": ("../loss", "'../loss' is no name for an exercise"),
    "nothing": ("", "'' is no name for an exercise"),
    "too long": ("a" * 51, "is longer than 50 letters"),
    "a name of the lesson": ("np", r"04_gradient_descent.py:\d+: a cell of the lesson gives the name np to something"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "said"), REFUSED.values(), ids=REFUSED)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(root: Path, name: str, said: str):
    before = contents(root)
    with pytest.raises(ValueError, match=said):
        new(root, "4", name)
    assert contents(root) == before


@pytest.mark.parametrize("arguments", [["2x"], ["x", "x"], ["x):\n    pass\ndef f("], ["x=1", "y"]])
def test_arguments_that_python_refuses_are_refused(root: Path, arguments: list[str]):
    before = contents(root)
    with pytest.raises(ValueError, match="is no head of a function"):
        new(root, "4", "half_life", arguments)
    assert contents(root) == before


@pytest.mark.parametrize("points", [0, -1])
def test_an_exercise_without_points_is_refused(root: Path, points: float):
    with pytest.raises(ValueError, match="has more than"):
        new(root, "4", "half_life", points=points)


def test_a_unit_that_does_not_exist_is_refused_with_what_was_meant(root: Path):
    with pytest.raises(LessonError, match="no such unit: 04-gradient-decent; did you mean '04-gradient-descent'?"):
        new(root, "04-gradient-decent", "half_life")


def test_a_lesson_that_cannot_be_written_leaves_no_file_behind(root: Path, monkeypatch: pytest.MonkeyPatch):
    def full(path: Path, data: bytes) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("autograder.authoring.scaffold.write_atomically", full)
    before = contents(root)
    with pytest.raises(OSError, match="No space"):
        new(root, "4", "half_life")
    assert contents(root) == before
