"""The ``autograder`` command: what it prints and its exit codes."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.main import get_command
from typer.testing import CliRunner

from autograder import cli
from autograder.exercise import answer_source
from autograder.exercises import exercises
from autograder.nbgrader.autograde import REPOSITORY
from autograder.nbgrader.release import STUB

LESSON = "04_gradient_descent.py"
HALF = "import numpy as np\ndef loss(w):\n    return w**2 + (12 if np.ndim(w) == 0 else 1)\n"
ANSWERS = {
    "right": (answer_source(exercises()["loss"].reference, "loss"), "correct", 1.0, ""),
    "half": (HALF, "partial", 0.5, "repair:number"),
    "mistaken": ("def loss(w):\n    return w**2\n", "wrong", 0.0, "no_constant"),
    "stub": (f"def loss(w):\n    {STUB}\n", "not_attempted", 0.0, "not_attempted"),
    "nothing": ("x = 1\n", "not_attempted", 0.0, "missing"),
    "broken": ("def loss(w)\n    return w\n", "error", 0.0, "cell_failed"),
    "leaving": ("import os\nos._exit(3)\n", "error", 0.0, "ended"),
    "a value": ("loss = 7\n", "error", 0.0, "not_a_function"),
    "no text": (b"\xff\xfe\x00", "error", 0.0, "cell_failed"),
    "empty": ("", "not_attempted", 0.0, "missing"),
}


def autograder(*arguments: object) -> Result:
    """Run the command in this process."""
    environment = {"COLUMNS": "200", "NO_COLOR": "1"}
    result = CliRunner().invoke(cli.app, [str(argument) for argument in arguments], env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def answers(tmp_path: Path) -> dict[str, Path]:
    paths = {}
    for name, (source, *_) in ANSWERS.items():
        paths[name] = tmp_path / f"{name}.py"
        paths[name].write_bytes(source if isinstance(source, bytes) else source.encode())
    return paths


# ----------------------------------------------------------------------------------------------- exercises


def test_exercises_lists_every_exercise_as_json():
    result = autograder("exercises", "--json")
    assert result.exit_code == 0
    rows = {row["name"]: row for row in map(json.loads, result.stdout.splitlines())}
    assert list(rows) == list(exercises())
    for name, exercise in exercises().items():
        assert rows[name] == {
            "name": name, "unit": exercise.unit, "points": exercise.points,
            "misconceptions": len(exercise.mistakes), "alternatives": len(exercise.alternatives),
        }  # fmt: skip


def test_exercises_lists_every_exercise_on_a_line():
    lines = autograder("exercises").stdout.splitlines()
    assert len(lines) == len(exercises())
    for line, (name, exercise) in zip(lines, exercises().items(), strict=True):
        assert line.split()[:2] == [exercise.unit, name] and f"{exercise.points:g} points" in line


# ----------------------------------------------------------------------------------------------------- try


@pytest.mark.sandbox
def test_try_grades_several_files_and_writes_a_line_of_json_for_each(answers: dict[str, Path]):
    result = autograder("try", "loss", *answers.values(), "--json")
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == len(ANSWERS)
    for row, (name, (_, state, score, diagnosis)) in zip(rows, ANSWERS.items(), strict=True):
        assert list(row) == ["file", "exercise", "score", "max_score", "state", "diagnosis", "hint"]
        assert (row["file"], row["exercise"], row["max_score"]) == (str(answers[name]), "loss", 1)
        assert (row["state"], row["score"]) == (state, score), name
        assert row["diagnosis"] == diagnosis or diagnosis == "ended" and row["diagnosis"].startswith("ended:"), name
        assert bool(row["hint"]) == (state != "correct"), name


@pytest.mark.sandbox
def test_try_writes_a_line_for_people_with_the_hint_in_the_language_asked_for(answers: dict[str, Path]):
    mistake = next(each for each in exercises()["loss"].mistakes if each.name == "no_constant")
    for lang in ("en", "ru"):
        result = autograder("try", "loss", answers["right"], answers["mistaken"], "--lang", lang)
        right, wrong = result.stdout.splitlines()
        assert right == f"{answers['right']}: 1.0 of 1, correct"
        assert wrong == f"{answers['mistaken']}: 0.0 of 1, wrong, no_constant: {' '.join(mistake.hint[lang])}"


@pytest.mark.sandbox
def test_try_without_a_sandbox_says_so_loudly_and_gives_the_same_marks(answers: dict[str, Path]):
    result = autograder("try", "loss", answers["right"], answers["mistaken"], "--json", "--uncontained")
    assert "NOT CONTAINED" in result.stderr
    assert [json.loads(line)["state"] for line in result.stdout.splitlines()] == ["correct", "wrong"]


@pytest.mark.sandbox
def test_try_gives_the_same_verdict_for_another_seed(answers: dict[str, Path]):
    said = [autograder("try", "loss", answers["half"], "--json", "--seed", seed).stdout for seed in (5, 6)]
    assert said[0] == said[1] != ""


@pytest.mark.sandbox
def test_try_exits_with_1_when_a_person_is_needed(answers: dict[str, Path], monkeypatch: pytest.MonkeyPatch):
    def broken(answer, rng):
        if hasattr(answer, "spent"):  # the answer of a learner; the reference has been through before
            raise RuntimeError("probe is broken")

    exercise = exercises()["loss"]
    monkeypatch.setattr(exercise, "probes", [type(exercise.probes[0])("general", 1.0, broken)])
    result = autograder("try", "loss", answers["right"], "--json")
    row = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (row["state"], row["score"], row["max_score"]) == ("review", None, 1)
    assert row["hint"] == "RuntimeError: probe is broken"


WRONG_CALLS: dict[str, tuple[Any, ...]] = {
    "an unknown exercise": ("try", "lose", __file__),
    "a missing file": ("try", "loss", "no-such-file.py"),
    "a folder for a file": ("try", "loss", Path(__file__).parent),
    "one missing file among others": ("try", "loss", __file__, "no-such-file.py"),
    "no file": ("try", "loss"),
    "an unknown language": ("try", "loss", __file__, "--lang", "de"),
    "a seed that is no number": ("try", "loss", __file__, "--seed", "x"),
    "an unknown command": ("guess",),
    "an unknown option": ("exercises", "--yaml"),
    "a unit that is missing": ("grade",),
}


@pytest.mark.parametrize("arguments", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_exits_with_2_and_says_what_is_wrong_without_a_traceback(arguments: tuple[Any, ...]):
    result = autograder(*arguments)
    assert result.exit_code == 2
    assert result.stdout == "" and "Traceback" not in result.stderr
    assert "Usage" in result.stderr


def test_an_unknown_exercise_is_named_with_one_that_may_be_meant_or_the_command_that_lists_them():
    assert "no such exercise: lose; did you mean 'loss'?" in autograder("try", "lose", __file__).stderr
    assert "no such exercise: xyz; 'autograder exercises' lists them" in autograder("try", "xyz", __file__).stderr


# --------------------------------------------------------------------------------------------------- build


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A repository with one lesson, built."""
    for folder in ("source/lessons", "course/checks"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(REPOSITORY / "source" / "lessons" / LESSON, tmp_path / "source" / "lessons")
    unit = LESSON.removesuffix(".py").replace("_", "-")
    shutil.copy(REPOSITORY / "course" / "checks" / f"{unit}.json", tmp_path / "course" / "checks")
    for lang in ("en", "ru"):
        figure = Path("course", "figures", "starts", lang, "learning_rate.json")
        (tmp_path / figure).parent.mkdir(parents=True)
        shutil.copy(REPOSITORY / figure, tmp_path / figure)
        for kind in ("source", "release"):
            shutil.copytree(REPOSITORY / kind / lang / unit, tmp_path / kind / lang / unit)
    return tmp_path


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_build_check_changes_nothing_and_exits_with_1_when_something_is_out_of_date(copy: Path):
    lesson = copy / "source" / "lessons" / LESSON
    before = lesson.read_text("utf-8")
    lesson.write_text(before + '\n# %% key="one-more"\none_more = 1\n', "utf-8")
    stale = contents(copy)
    result = autograder("build", "--check", "--root", copy)
    assert result.exit_code == 1
    assert sorted(line.partition(": ")[0] for line in result.stdout.splitlines()) == ["out of date"] * 4
    assert contents(copy) == stale
    result = autograder("build", "--root", copy)
    assert result.exit_code == 0 and result.stdout.count("wrote ") == 4


def test_build_says_so_when_there_is_nothing_to_do(copy: Path):
    for arguments in (("--check",), ()):
        result = autograder("build", *arguments, "--root", copy)
        assert (result.exit_code, result.stdout.strip()) == (0, "everything is up to date")


def test_build_check_notices_a_product_that_was_edited_by_hand(copy: Path):
    edited = next((copy / "release").rglob("*.ipynb"))
    edited.write_text(edited.read_text("utf-8").replace("NotImplementedError", "ValueError"), "utf-8")
    result = autograder("build", "--check", "--root", copy)
    assert result.exit_code == 1 and str(edited.relative_to(copy)) in result.stdout


def test_build_says_what_is_wrong_with_a_lesson_and_writes_nothing(copy: Path):
    lesson = copy / "source" / "lessons" / LESSON
    lesson.write_text(lesson.read_text("utf-8").replace("points=1", "points=9", 1), "utf-8")
    before = contents(copy)
    result = autograder("build", "--root", copy)
    assert result.exit_code == 1
    said = " ".join(result.stderr.split())
    assert LESSON in said and "has 9 points in the lesson and 1 in autograder/exercises" in said
    assert "Traceback" not in said
    assert contents(copy) == before


def test_build_of_an_unknown_unit_names_the_ones_that_exist(copy: Path):
    result = autograder("build", "99-nothing", "--root", copy)
    assert result.exit_code == 1
    assert "99-nothing" in result.stderr and "04-gradient-descent" in result.stderr


def test_stamp_makes_a_changed_lesson_buildable_again(copy: Path):
    lesson = copy / "source" / "lessons" / LESSON
    lesson.write_text(lesson.read_text("utf-8").replace("# ## Goal", "# ## The goal", 1), "utf-8")
    result = autograder("build", "--root", copy)
    assert result.exit_code == 1 and "autograder stamp" in result.stderr
    result = autograder("stamp", "--root", copy)
    assert (result.exit_code, result.stdout.strip()) == (0, f"{LESSON}: 1 cells stamped")
    assert autograder("build", "--root", copy).exit_code == 0


# ---------------------------------------------------------------------------------------------------- help

COMMANDS = sorted(get_command(cli.app).commands)  # type: ignore[attr-defined]
FOR_PEOPLE = {"demo", "site", "words"}  # a show, a site, a page in the browser


def test_there_are_the_commands_that_the_documents_name():
    assert {"build", "stamp", "grade", "exercises", "try", "demo"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_every_option(command: str):
    result = autograder(command, "--help")
    assert result.exit_code == 0
    parameters = get_command(cli.app).commands[command].params  # type: ignore[attr-defined]
    text = re.sub(r"[│\s]+", " ", result.stdout)
    assert f"Usage: autograder {command}" in text.replace("root", "autograder", 1) or command in text
    for parameter in parameters:
        assert parameter.help, f"{command}: {parameter.name} has no help"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_finds_something_out_can_say_it_to_a_program(command: str):
    options = {name for each in get_command(cli.app).commands[command].params for name in each.opts}  # type: ignore[attr-defined]
    assert ("--json" in options) == (command not in FOR_PEOPLE)


def test_the_installed_command_without_arguments_shows_its_help():
    program = Path(sys.executable).with_name("autograder")
    environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run([program], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode in (0, 2)
    assert all(command in done.stdout + done.stderr for command in COMMANDS)
