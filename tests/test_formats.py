"""The formats that ``docs/formats.md`` shows are those that the course reads and writes."""

from __future__ import annotations

import io
import json
import re
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader import api
from rich.console import Console

from autograder.classroom import records
from autograder.classroom.progress import progress as log_of
from autograder.exercises import exercises
from autograder.judging.verdict import Repair, Verdict
from autograder.nbgrader.atomic_converter import Done
from autograder.support.repository import REPOSITORY
from course import progress

TEXT = (REPOSITORY / "docs/formats.md").read_text("utf-8")
UNIT = "04-gradient-descent"


def example(name: str) -> str:
    """Return an example of the document, as it is written there."""
    return re.search(rf"<!-- example: {name} -->\n```json\n(.*?)```", TEXT, re.DOTALL)[1]


@pytest.fixture
def graded(tmp_path: Path) -> Path:
    """Return a class with the record that the document shows."""
    path = records.path_of(tmp_path, UNIT, "anna")
    path.parent.mkdir(parents=True)
    path.write_text(example("record"), "utf-8")
    return tmp_path


def test_the_record_shown_is_what_would_be_written_for_it(graded: Path):
    record = records.read_one(graded, UNIT, "anna")
    written = records.write(graded, record).read_text("utf-8")
    assert written == example("record")


def test_the_record_shown_has_the_points_and_the_hint_of_its_exercise(graded: Path):
    (verdict,) = records.read_one(graded, UNIT, "anna").verdicts
    exercise = exercises()[verdict.exercise]
    (mistake,) = (each for each in exercise.mistakes if each.name == verdict.diagnosis)
    assert verdict.max_score == exercise.points
    assert verdict.hint == mistake.hint
    assert {*verdict.failed} <= {probe.kind for probe in exercise.probes}


@pytest.mark.parametrize("kind", [records.Record, Verdict, Repair])
def test_every_field_of_a_record_is_explained(kind: type):
    assert [each.name for each in fields(kind) if f"`{each.name}`" not in TEXT] == []


def test_the_log_shown_is_what_would_be_written_for_it(graded: Path):
    lines = [json.loads(line) for line in example("log").splitlines()]
    log = graded / "grading.jsonl"
    with log_of(graded, Console(file=io.StringIO()), log) as tell:
        for line in lines:
            tell(Done(**{each: line[each] for each in Done.__annotations__}))
    written = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [list(line) for line in written] == [list(line) for line in lines]
    assert [line | {"time": ""} for line in written] == [line | {"time": ""} for line in lines]


def test_the_columns_of_the_gradebook_are_nbgraders():
    section = TEXT.partition("## The gradebook")[2].partition("\n## ")[0]
    named = re.findall(r"^\| `(\w+)` \| `(\w+)` \|", section, re.MULTILINE)
    tables = api.Base.metadata.tables
    assert len(named) == 4
    assert [(table, column) for table, column in named if column not in tables[table].columns] == []
    for column in ("manual_score", "extra_credit"):
        assert f"`{column}`" in section and column in tables["grade"].columns


def test_the_check_shown_is_the_first_mistake_of_the_first_example():
    real = json.loads((REPOSITORY / f"course/checks/{UNIT}.json").read_text("utf-8"))["loss"]
    real["examples"] = real["examples"][:1]
    real["examples"][0]["mistakes"] = real["examples"][0]["mistakes"][:1]
    assert json.loads(example("check")) == real


def test_the_metadata_shown_are_those_of_the_released_notebook():
    notebook = nbformat.read(REPOSITORY / f"release/en/{UNIT}/gradient-descent.ipynb", as_version=4)
    assert json.loads(example("notebook")) == {"course": notebook.metadata["course"]}
    shown = json.loads(example("cells"))
    assert shown == {cell.id: cell.metadata for cell in notebook.cells if cell.id in shown}


def test_the_event_shown_is_what_would_be_written_for_it(tmp_path: Path):
    path = tmp_path / "progress.jsonl"
    shown: dict[str, Any] = json.loads(example("progress"))
    assert progress.note(progress.Event(**shown), path)
    assert path.read_text("utf-8") == example("progress")
    assert [asdict(event) for event in progress.read(path)] == [shown]
    assert shown["source"] == progress.fingerprint("def loss(w):\n    return w ** 2  # the constant is forgotten\n")
    assert [each.name for each in fields(progress.Event) if f"`{each.name}`" not in TEXT] == []
