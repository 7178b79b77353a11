"""Accidents without an enemy: what is lost comes again, and what is wrong with one student is theirs alone."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from nbgrader.api import Gradebook
from nbgrader.converters import NbGraderException
from rich.console import Console
from small_class import NAME, PAGE, POINTS, UNIT, autograde_again, believing, copied, page, points, rows, submit
from thorough import share
from typer.testing import CliRunner

from autograder import cli
from autograder.classroom.grading import SomeLeft, check_class, grade_class
from autograder.nbgrader.atomic_converter import Unfinished
from autograder.sandbox import NotContained

STUDENTS = ("alice", "bob", "carol")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three students, graded, one of them with no points; bob's words were read by a person."""
    root = tmp_path_factory.mktemp("graded")
    for student in STUDENTS:
        submit(root, student, "wrong = 1" if student == "carol" else "")
    with believing():
        grade_class(root, UNIT)
    give_by_hand(root, "bob", 1.5)
    autograde_again(root)
    assert points(root) == {"alice": POINTS, "bob": POINTS + 1.5, "carol": 0}
    return root


@pytest.fixture
def root(graded: Path, tmp_path: Path) -> Path:
    return copied(graded, tmp_path / "class")


def give_by_hand(root: Path, student: str, score: float) -> None:
    """As the formgrader does."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        grade = book.find_grade("own-words", NAME.removesuffix(".ipynb"), UNIT, student)
        grade.manual_score, grade.needs_manual_grade = score, False
        book.find_comment("own-words", NAME.removesuffix(".ipynb"), UNIT, student).manual_comment = "well put"
        book.db.commit()


def autograder(*arguments: object) -> Result:
    """Run the command in this process."""
    result = CliRunner().invoke(cli.app, [str(each) for each in arguments], env={"COLUMNS": "300", "NO_COLOR": "1"})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def disagreeing(root: Path) -> set[str]:
    return {finding.student for finding in check_class(root, UNIT)[0]}


# ------------------------------------------------------------------------------------- the gradebook


def lost(book: Path) -> None:
    book.unlink()


def empty(book: Path) -> None:
    book.write_bytes(b"")


def emptied(book: Path) -> None:
    with contextlib.closing(sqlite3.connect(book)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in set(tables) - {"alembic_version"}:
            database.execute(f'DELETE FROM "{table}"')
        database.commit()


def without_points(book: Path) -> None:
    with contextlib.closing(sqlite3.connect(book)) as database:
        database.execute("DELETE FROM grade")
        database.execute("DELETE FROM comment")
        database.commit()


LOSSES = {"lost": lost, "empty": empty, "emptied": emptied, "without points": without_points}


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_points_that_a_gradebook_lacks_are_written_again_from_the_records_and_nobody_is_judged(
    root: Path, loss: Callable[[Path], None]
) -> None:
    before = rows(root)
    loss(root / "gradebook.db")
    with believing() as asked:
        autograde_again(root)
    assert asked == []
    after = rows(root)
    assert {student: {name: row[0] for name, row in cells.items()} for student, cells in after.items()} == {
        student: {name: row[0] for name, row in cells.items()} for student, cells in before.items()
    }
    assert after["bob"]["own-words"][2], "whose points by hand are lost waits for a person again"
    assert "well put" not in page(root, "bob")
    assert disagreeing(root) == set()


def test_an_older_gradebook_gets_the_points_that_are_newer_and_keeps_those_given_by_hand(root: Path) -> None:
    old = copied(root, root.parent / "old") / "gradebook.db"
    submit(root, "carol")
    with believing():
        autograde_again(root)
    newest = rows(root)
    shutil.copyfile(old, root / "gradebook.db")
    assert points(root)["carol"] == 0
    assert disagreeing(root) == {"carol"}
    with believing() as asked:
        autograde_again(root)
    assert asked == []
    assert rows(root) == newest
    assert points(root) == {"alice": POINTS, "bob": POINTS + 1.5, "carol": POINTS}
    assert "well put" in page(root, "bob")


def test_a_gradebook_that_is_as_it_should_be_is_not_written(root: Path) -> None:
    changed, pages = (root / "gradebook.db").stat().st_mtime_ns, inodes(root)
    assert autograder("check-class", UNIT, "--class", root).stdout == "everything agrees\n"
    assert changed == (root / "gradebook.db").stat().st_mtime_ns
    with believing() as asked:
        autograde_again(root)
    assert asked == []
    assert pages == inodes(root)


def inodes(root: Path) -> dict[Path, int]:
    return {path: path.stat().st_ino for path in root.rglob("*.html")}


def test_points_given_by_hand_are_no_disagreement_but_make_a_new_page(root: Path) -> None:
    give_by_hand(root, "alice", 2)
    assert [(each.student, each.judge, "page" in each.why) for each in check_class(root)[0]] == [("alice", False, True)]
    with believing() as asked:
        autograde_again(root)
    assert asked == [] and disagreeing(root) == set()


def test_check_class_says_what_disagrees_and_mends_what_the_records_say(root: Path) -> None:
    lost(root / "gradebook.db")
    (root / "report" / UNIT / "carol.json").unlink()
    said = autograder("check-class", "--class", root)
    assert said.exit_code == 1
    lines = dict(line.split(": ", 1) for line in said.stdout.splitlines())
    assert lines == {
        f"{UNIT}, alice": "there is no gradebook; --mend mends it",
        f"{UNIT}, bob": "there is no gradebook; --mend mends it",
        f"{UNIT}, carol": f"there is no record; 'autograder grade {UNIT} \"carol\"' grades it again",
    }
    told = [json.loads(line) for line in autograder("check-class", "--class", root, "--json").stdout.splitlines()]
    assert [(row["student"], row["judge"], row["mended"]) for row in told] == [
        ("alice", False, False), ("bob", False, False), ("carol", True, False)
    ]  # fmt: skip
    assert not (root / "gradebook.db").exists(), "looking has changed something"
    mended = autograder("check-class", UNIT, "--class", root, "--mend")
    assert mended.exit_code == 1
    assert [line.split("; ")[1] for line in mended.stdout.splitlines()][:2] == ["mended", "mended"]
    assert points(root) == {"alice": POINTS, "bob": POINTS}
    with believing() as asked:
        grade_class(root, UNIT, ["carol"])
    assert len(asked) == 1
    assert autograder("check-class", "--class", root).exit_code == 0


def test_check_class_of_an_unknown_unit_is_a_wrong_call(root: Path) -> None:
    assert autograder("check-class", "no-such-unit", "--class", root).exit_code == 2


# ------------------------------------------------------------------------------------- one student's files


Damage = Callable[[Path, str], None]


def record(root: Path, student: str) -> Path:
    return root / "report" / UNIT / f"{student}.json"


def changed(**fields: Any) -> Damage:
    def change(root: Path, student: str) -> None:
        old = json.loads(record(root, student).read_text("utf-8"))
        record(root, student).write_text(json.dumps(old | fields), "utf-8")

    return change


def a_record_cut_short(root: Path, student: str) -> None:
    os.truncate(record(root, student), record(root, student).stat().st_size // 2)


def written(content: bytes) -> Damage:
    def write(root: Path, student: str) -> None:
        record(root, student).write_bytes(content)

    return write


def a_folder_for_a_record(root: Path, student: str) -> None:
    record(root, student).unlink()
    (record(root, student) / "inside").mkdir(parents=True)


def a_broken_link(root: Path, student: str) -> None:
    record(root, student).unlink()
    record(root, student).symlink_to("nowhere")


def a_pipe(root: Path, student: str) -> None:
    record(root, student).unlink()
    os.mkfifo(record(root, student))


def in_the_place_of(step: str) -> Damage:
    def damage(root: Path, student: str) -> None:
        shutil.rmtree(root / step / student)
        (root / step / student).write_text("a file")

    return damage


def a_link_for_the_results(root: Path, student: str) -> None:
    shutil.rmtree(root / "autograded" / student)
    (root / "autograded" / student).symlink_to("nowhere")


FIRST = {"exercise": "x", "state": "correct", "max_score": 1}
# By the name of the student whom it happens to.
BROKEN: dict[str, Damage] = {
    "a record cut short": a_record_cut_short, "an empty record": written(b""), "no JSON": written(b"\xff\x00{"),
    "a list": written(b"[]"), "null": written(b"null"), "nested too deeply": written(b"[" * 100_000),
    "verdicts that are words": changed(verdicts=["bob"]), "no verdicts": changed(verdicts=None),
    "a score that is no number": changed(verdicts=[FIRST | {"score": "20"}]),
    "a score without end": changed(verdicts=[FIRST | {"score": 1e999}]),
    "another student's record": changed(student="alice"), "another unit's record": changed(unit="04-gradient-descent"),
    "a folder for a record": a_folder_for_a_record, "a broken link": a_broken_link, "a pipe": a_pipe,
    "a file for the results": in_the_place_of("autograded"), "a link for the results": a_link_for_the_results,
    "a file for the pages": in_the_place_of("feedback"),
}  # fmt: skip
# Of what is broken in the same way an ordinary run has one.
SAME = {
    "an empty record": "no JSON", "null": "a list", "no verdicts": "verdicts that are words",
    "a score that is no number": "a score without end",
}  # fmt: skip
LEFT_OUT = {*BROKEN} - {*share(BROKEN, 2, lambda name: SAME.get(name, name))}


def test_whatever_is_broken_is_put_aside_named_and_made_again_and_nobody_else_is_touched(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = {student: damage for student, damage in BROKEN.items() if student not in LEFT_OUT}
    for student in (*broken, "alice", "zoe"):
        submit(tmp_path, student)
    with believing():
        grade_class(tmp_path, UNIT)
    give_by_hand(tmp_path, "a record cut short", 1.5)
    with believing():
        autograde_again(tmp_path)
    before = points(tmp_path)
    others = {path: path.read_bytes() for student in ("alice", "zoe") for path in tmp_path.glob(f"*/{student}/*/*")}
    for student, damage in broken.items():
        damage(tmp_path, student)
    assert disagreeing(tmp_path) == set(broken)
    submit(tmp_path, "newcomer")
    with believing() as asked, caplog.at_level(logging.ERROR), pytest.raises(Unfinished):
        autograde_again(tmp_path)
    assert len(asked) == len(broken), "of the broken ones, all but that of the pages, and the newcomer"
    with pytest.raises(Unfinished):
        autograde_again(tmp_path)  # the pages
    for student in broken:
        assert re.search(rf"^{re.escape(student)}: .* is put aside as .*/backup/broken/", said(caplog), re.M), student
    assert len(list((tmp_path / "backup" / "broken").iterdir())) == len(broken)
    assert points(tmp_path) == before | {"newcomer": POINTS}
    assert {path: path.read_bytes() for path in others} == others
    with believing() as asked:
        autograde_again(tmp_path)
    assert asked == [] and disagreeing(tmp_path) == set()


def said(caplog: pytest.LogCaptureFixture) -> str:
    return "\n".join(record.getMessage() for record in caplog.records)


def test_the_command_sums_up_the_whole_class_and_exits_with_1(root: Path) -> None:
    a_record_cut_short(root, "bob")
    with believing():
        result = autograder("grade", UNIT, "--class", root)
        assert result.exit_code == 1
        assert f"handed in: {len(STUDENTS)} of {len(STUDENTS)}" in result.stdout
        assert autograder("grade", UNIT, "--class", root).exit_code == 0


def test_a_record_with_fields_of_a_later_version_is_read(root: Path) -> None:
    changed(colour="blue")(root, "bob")
    assert disagreeing(root) == set()
    with believing() as asked:
        autograde_again(root)
    assert asked == []


def test_what_cannot_be_healed_is_named_and_the_others_are_graded(
    root: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    mkdir = Path.mkdir

    def refuse(self: Path, *args: Any, **more: Any) -> None:
        if "bob" in self.parts:
            raise PermissionError(13, "Permission denied", str(self))
        mkdir(self, *args, **more)

    shutil.copytree(root / "submitted" / "alice", root / "submitted" / "dave")
    with believing() as asked, monkeypatch.context() as patched, pytest.raises(SomeLeft):
        patched.setattr(Path, "mkdir", refuse)
        grade_class(root, UNIT, force=True)
    assert len(asked) == 3
    assert "bob: [Errno 13] Permission denied" in caplog.text
    assert points(root)["dave"] == POINTS


def test_a_sandbox_that_ends_costs_nobody_else_anything(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    submit(root, "bob", "this_one = 1")

    def ends(cells: Sequence[Any]) -> None:
        if any("this_one" in cell.source for cell in cells):
            raise NotContained("the sandbox has ended")

    with believing(ends) as asked, pytest.raises(SomeLeft):
        grade_class(root, UNIT, force=True)
    assert len(asked) == 2 and "bob: NotContained: the sandbox has ended" in caplog.text
    with believing() as asked:
        autograde_again(root)
    assert len(asked) == 1


@pytest.mark.parametrize("kind", ["file", "broken link"])
def test_something_else_in_the_place_of_a_submission_is_named(
    root: Path, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    place = root / "submitted" / "dave" / UNIT
    place.parent.mkdir()
    place.write_text("x") if kind == "file" else place.symlink_to("nowhere")
    with believing():
        assert autograder("grade", UNIT, "--class", root).exit_code == 1
    assert "LEFT OUT: 'dave'" in caplog.text
    assert set(points(root)) == set(STUDENTS)


@pytest.mark.parametrize("place", ["report", f"report/{UNIT}", "backup"])
def test_a_file_in_the_place_of_a_folder_of_the_class_stops_before_judging_with_one_sentence(
    root: Path, caplog: pytest.LogCaptureFixture, place: str
) -> None:
    shutil.rmtree(root / place)
    (root / place).write_text("x")
    with believing() as asked, pytest.raises(NbGraderException):
        grade_class(root, UNIT)
    (said,) = [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR]
    assert asked == [] and said.startswith("The folder of the class cannot be used") and place in said


# ------------------------------------------------------------------------------------- pages


def test_a_page_is_made_again_when_it_would_say_something_else_whatever_the_clock_says(root: Path) -> None:
    future = time.time() + 10 * 365 * 86400
    os.utime(root / "feedback" / "alice" / UNIT / PAGE, (future, future))
    submit(root, "alice", "wrong = 1")
    with believing():
        autograde_again(root)
    assert points(root)["alice"] == 0
    shown = re.search(r'class="points">([^<]*)<', page(root, "alice"))
    assert shown and " 0 " in f" {shown[1].replace('.', ' ')}"


@pytest.mark.parametrize("cut", [100, 10_000, 1])
def test_a_page_that_was_cut_or_changed_is_made_again(root: Path, cut: int) -> None:
    path = root / "feedback" / "alice" / UNIT / PAGE
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    autograde_again(root)
    assert path.read_bytes() == whole
    path.write_bytes(whole.replace(b'<p class="points">', b'<p class="points">20 ', 1))
    autograde_again(root)
    assert path.read_bytes() == whole


def test_a_page_tells_nothing_of_the_seeds(root: Path) -> None:
    """What a page was made of is hashed with the key of the class: the same record gives another hash without it."""
    first = page(root, "alice").splitlines()[-1]
    key = root / ".course_key"
    key.write_text("f" * 32, "ascii")
    autograde_again(root)
    assert page(root, "alice").splitlines()[-1] != first


# ------------------------------------------------------------------------------------- names


@pytest.mark.parametrize("name", ["\x1b[31mred", "[bold]loud", "two\nlines", "\x07bell", "\u202egnp"])
def test_no_name_of_a_folder_or_file_is_obeyed_by_the_terminal(
    root: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(root / "submitted" / "alice", root / "submitted" / name)
    os.rename(root / "submitted" / "alice" / UNIT / NAME, root / "submitted" / "alice" / UNIT / f"{name}.ipynb")
    (root / "submitted" / "bob" / UNIT / NAME).unlink()
    (root / "submitted" / "bob" / UNIT / f"{name}.txt").write_text("x")
    screen = io.StringIO()
    for trade in (cli.common, cli.classroom):
        monkeypatch.setattr(trade, "console", lambda **_: Console(file=screen, width=300, force_terminal=False))
    handlers: list[logging.Handler] = []
    monkeypatch.setattr(logging.getLogger(), "handlers", handlers)  # the command adds its own
    with believing():
        autograder("grade", UNIT, "--class", root, "--verbose")
        autograder("check-class", "--class", root)
        autograder("grade", UNIT, name, "--class", root)
    said = screen.getvalue()
    assert "LEFT OUT" in said
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
    assert "[bold]" not in name or "[bold]loud" in said
