"""A fault in the file of an exercise is told with its line, before anything is judged."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.authoring import rehearsal
from autograder.authoring.headers import LessonError
from autograder.authoring.rehearsal import faults_told, rehearse
from autograder.exercise import Exercise
from autograder.exercises import exercises

FILE = """
from autograder.exercise import exercise


@exercise(points=1)
def twice(x):
    return 2 * x


@twice.probe("general")
def _(answer, rng):
    return [answer(float(rng.normal()))]


@twice.mistake(en=("a", "b"), ru=("a", "b"))
def thrice(x):
    return 3 * x


@twice.alternative
def added(x):
    return x + x
"""
PLACE = Path("autograder/exercises/u99_nothing/twice.py")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The place of an exercise that a test writes."""
    monkeypatch.setattr(rehearsal, "EXERCISES", tmp_path / PLACE.parents[1])
    (tmp_path / PLACE).parent.mkdir(parents=True)
    yield tmp_path / PLACE
    sys.modules.pop("u99_nothing.twice", None)


def told(file: Path, text: str) -> str:
    """Write an exercise, load and rehearse it, and return what is told of it."""
    root = file.parents[3]
    file.write_text(text, "utf-8")
    with pytest.raises(LessonError) as raised, faults_told(root):
        rehearse(loaded(file), root)
    return str(raised.value)


def loaded(file: Path) -> Exercise:
    spec = importlib.util.spec_from_file_location("u99_nothing.twice", file)
    assert spec is not None and spec.loader is not None
    sys.modules[spec.name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.twice


FAULTS = {
    "a bracket that does not close": ("2 * x\n", "(2 * x\n", r"'\(' was never closed"),
    "a probe of no kind": ('"general"', '"generel"', r"ValueError: twice: a probe is one of .* not 'generel'"),
    "an option that there is not": ('ru=("a"', 'fr=("a"', r"TypeError: .*'fr'"),
    "a probe that fails": ("rng.normal", "rng.norma", r"AttributeError: .*'norma'"),
    "a probe that calls in another way": ("answer(float", "answer(1, float", "TypeError: .*positional argument"),
    "a reference that fails": ("2 * x\n", "2 / 0 * x\n", "ZeroDivisionError: "),
    "a misspelt name in a misconception": ("3 * x", "3 * y", "thrice does not know 'y'"),
    "a misspelt name inside": ("x + x", "sum(y for _ in range(2))", "added does not know 'y'"),
    "a helper of the file": ("3 * x", "added(x)", "thrice does not know 'added': an answer stands alone"),
}  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_file_and_line(file: Path, right: str, wrong: str, words: str):
    line = FILE[: FILE.index(right)].count("\n") + 1
    assert re.match(rf"{PLACE.as_posix()}:{line}: .*{words}", told(file, FILE.replace(right, wrong, 1)))


def test_a_name_that_is_used_too_early_on_purpose_is_no_fault(file: Path):
    file.write_text(FILE.replace("3 * x", "3 * y  # noqa: F821"), "utf-8")
    rehearse(loaded(file), file.parents[3])


def test_what_no_line_of_an_exercise_has_caused_passes(tmp_path: Path):
    with pytest.raises(ZeroDivisionError), faults_told(tmp_path):
        1 / 0  # noqa: B018


def test_methods_and_properties_of_an_answer_are_looked_at():
    codes = {code.co_name for code in rehearsal._codes(exercises()["Value"].reference)}
    assert codes >= {"__init__", "__add__", "backward"}
