"""How far a batch is: the log has a line for everybody, the bar is for terminals alone."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console
from small_class import NAME, UNIT, believing, submit
from typer.testing import CliRunner

from autograder.classroom.grading import SomeLeft, grade_class
from autograder.classroom.progress import progress
from autograder.cli import app


def lines(log: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def test_the_log_says_of_everybody_what_was_done_and_what_a_person_has_to_look_at(tmp_path: Path) -> None:
    for student, below in (("alice", ""), ("bob", "wrong"), ("carol", "")):
        submit(tmp_path, student, below)
    (tmp_path / "submitted" / "carol" / UNIT / NAME).write_text("no notebook")
    log = tmp_path / "log.jsonl"
    with believing():
        for _ in range(2):
            CliRunner().invoke(app, ["grade", UNIT, "--class", str(tmp_path), "--log", str(log)])
    found = [(each["step"], each["student"], each["what"], each["number"], each["of"]) for each in lines(log)]
    names = ("alice", "bob", "carol")
    assert found == [
        (step, name, what, number, 3)
        for what in ("made", "unchanged")
        for step in ("grade", "page")
        for number, name in enumerate(names, 1)
    ]
    graded = [each for each in lines(log) if each["step"] == "grade"][:3]
    assert [each["needs_attention"] for each in graded] == [False, False, True]
    assert [each["score"] == each["max_score"] for each in graded] == [True, False, False]


def test_who_could_not_be_finished_is_in_the_log_and_the_others_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for student in ("alice", "bob"):
        submit(tmp_path, student)
    (tmp_path / "autograded").mkdir()
    monkeypatch.setattr("autograder.nbgrader.autograde.TrustedAutograde._keep", fails_for_alice)
    log = tmp_path / "log.jsonl"
    with believing(), progress(tmp_path, Console(file=io.StringIO()), log) as tell, pytest.raises(SomeLeft):
        grade_class(tmp_path, UNIT, tell=tell)
    assert [(each["student"], each["what"]) for each in lines(log) if each["step"] == "grade"] == [
        ("alice", "failed"), ("bob", "made")
    ]  # fmt: skip


def fails_for_alice(self: object, record: object, *more: object) -> None:
    if getattr(record, "student") == "alice":  # noqa: B009
        raise RuntimeError("nobody has thought of this")


@pytest.mark.parametrize("terminal", [True, False])
def test_the_bar_is_for_terminals_alone(tmp_path: Path, terminal: bool) -> None:
    for student in ("alice", "bob"):
        submit(tmp_path, student)
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=terminal, width=100)
    with believing(), progress(tmp_path, console) as tell:
        grade_class(tmp_path, UNIT, tell=tell)
    assert ("submissions" in shown.getvalue() and "2/2" in shown.getvalue()) == terminal
    assert bool(shown.getvalue()) == terminal


def test_a_log_that_cannot_be_written_is_said_before_anybody_is_graded(tmp_path: Path) -> None:
    submit(tmp_path, "alice")
    with believing() as judged:
        log = tmp_path / "missing" / "log.jsonl"
        result = CliRunner().invoke(app, ["grade", UNIT, "--class", str(tmp_path), "--log", str(log)])
    assert result.exit_code == 1 and not judged
