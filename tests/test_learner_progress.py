"""The learner's record of tries: what a map makes of it, and that no accident takes a line away."""

from __future__ import annotations

import errno
import json
import os
import shutil
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from autograder.exercises import units as taught
from course import cli, progress, progress_map, workspace
from course.check import examine
from course.handed_out import RECORD
from course.language import LANGUAGES, text
from course.progress import Event

ROOT = Path(__file__).resolve().parents[1]
UNIT = "04-gradient-descent"


def event(exercise: str = "loss", state: str = "wrong", **more: Any) -> Event:
    return Event(more.pop("kind", "check"), more.pop("unit", UNIT), exercise, state, **more)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with the released units 00 and 04, handed out in both languages."""
    monkeypatch.setenv("COURSE_LANG", "en")
    monkeypatch.chdir(tmp_path)
    for lang in LANGUAGES:
        for unit in ("00-start-here", UNIT):
            place = tmp_path / "release" / lang / unit
            place.mkdir(parents=True)
            for source in (ROOT / "release" / lang / unit).glob("*.ipynb"):
                (place / source.name).write_bytes(source.read_bytes())
        workspace.refresh(tmp_path, lang)
    return tmp_path


@pytest.fixture
def file(home: Path) -> Path:
    return progress.in_home(home)


# ------------------------------------------------------------------------------------------------------- the file


def test_an_event_comes_back_as_it_was_noted(file: Path) -> None:
    noted = event(
        state="partial", kind="grade", score=0.5, max_score=1, diagnosis="x", said={"en": "«ё»\n", "ru": "ё"},
        source="abc", more={"item": [1]},
    )  # fmt: skip
    assert progress.note(noted, file)
    assert progress.read(file) == [noted]
    assert "ё" in file.read_text("utf-8"), "a person can read it"


def test_it_lies_in_the_work_folder_around_the_notebook_and_nowhere_else(home: Path, file: Path) -> None:
    assert progress.place(home / "work" / "ru" / UNIT) == file
    assert progress.place(home) is None
    assert not progress.note(event())
    assert list(home.rglob(progress.FILE)) == []


def test_a_folder_around_that_may_not_be_searched_is_passed_over(
    home: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = os.stat

    def forbidden(path: Any, *more: Any, **named: Any) -> os.stat_result:
        if Path(path) == home / RECORD:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path, *more, **named)

    monkeypatch.setattr(os, "stat", forbidden)
    assert progress.place(home) is None
    assert progress.place(home / "work" / "ru") == file


def test_lines_are_only_added_and_reach_the_disk(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bytes] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        if file.samefile(f"/proc/self/fd/{descriptor}"):
            synced.append(file.read_bytes())

    monkeypatch.setattr(os, "fsync", fsync)
    for _ in range(3):
        before = file.read_bytes() if file.exists() else b""
        progress.note(event(), file)
        assert file.read_bytes().startswith(before) and synced[-1] == file.read_bytes()
    assert len(progress.read(file)) == 3


def test_a_power_cut_at_any_byte_of_a_write_loses_nothing_that_was_there(file: Path) -> None:
    times = (f"2026-11-01T10:00:0{second}.000Z" for second in range(3))
    first, second, third = (event(time=time, said={"ru": "ё" * 5}) for time in times)
    progress.note(first, file)
    before = len(file.read_bytes())
    progress.note(second, file)
    whole = file.read_bytes()
    for cut in {*range(before, len(whole), 11), *range(len(whole) - 3, len(whole) + 1)}:
        file.write_bytes(whole[:cut])
        after_the_cut = progress.read(file)
        assert after_the_cut[0] == first
        progress.note(third, file)
        assert file.read_bytes().startswith(whole[:cut]), "a torn line is kept"
        assert progress.read(file) == [*after_the_cut, third]


def test_a_full_disk_is_an_error_and_the_next_line_is_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    progress.note(event("loss", time="2026-11-27T14:31:48.125Z"), file)
    real = os.write

    def half(descriptor: int, data: bytes) -> int:
        return real(descriptor, data[: len(data) // 2] if os.path.samestat(os.fstat(descriptor), file.stat()) else data)

    with monkeypatch.context() as full:
        full.setattr(os, "write", half)
        with pytest.raises(OSError):
            progress.note(event("d_loss"), file)
    progress.note(event("regime", time="2026-11-27T14:31:48.126Z"), file)
    assert [each.exercise for each in progress.read(file)] == ["loss", "regime"]


@pytest.mark.parametrize(
    "line",
    [b"", b"null", b"[]", b"{", b'{"kind": "check"}', b"\xff\xfe", b"[" * 5000, b'{"id": 1}'],
)
def test_what_is_no_event_is_passed_over_and_stays(file: Path, line: bytes) -> None:
    noted = event()
    progress.note(noted, file)
    file.write_bytes(line + b"\n" + file.read_bytes())
    assert progress.read(file) == [noted]
    progress.note(event(), file)
    assert file.read_bytes().startswith(line + b"\n")


def test_an_event_of_a_later_edition_is_read_as_far_as_it_is_known(file: Path) -> None:
    noted = event()
    progress.note(noted, file)
    data = json.loads(file.read_text()) | {"mood": "good"}
    file.write_text(json.dumps(data))
    assert progress.read(file) == [noted]


def test_merged_copies_hold_the_union_by_time_whichever_comes_first(file: Path, tmp_path: Path) -> None:
    seconds = count()
    events = [event(f"e{number}", time=f"2026-11-01T10:00:{next(seconds):02}.000Z") for number in range(6)]
    here, there, back = file, tmp_path / "there.jsonl", tmp_path / "back.jsonl"
    for each in (events[4], events[0], events[2]):
        progress.note(each, here)
    for each in (events[1], events[2], events[5], events[3]):
        progress.note(each, there)
    back.write_bytes(here.read_bytes())
    theirs = there.read_bytes()
    assert progress.merge(here, there) == 3
    assert there.read_bytes() == theirs
    assert progress.merge(there, back) == 2
    assert progress.read(here) == progress.read(there) == events
    assert progress.merge(here, there) == 0


def test_the_fingerprint_of_an_answer_knows_code_from_comments() -> None:
    one = progress.fingerprint("def f(x):\n    return x + 1\n")
    assert one == progress.fingerprint("def f(x):  # again\n\n    return (x + 1)")
    assert one != progress.fingerprint("def f(x):\n    return x + 2\n")
    assert progress.fingerprint("def f(") == progress.fingerprint("def f(  \n") != one


# -------------------------------------------------------------------------------------------------------- the map


def mapped(home: Path, unit: str = UNIT) -> progress_map.Unit:
    return next(each for each in progress_map.units(home, "en") if each.name == unit)


def test_a_fresh_course_is_called_neither_wrong_nor_missing(home: Path) -> None:
    assert not any(unit.begun for unit in progress_map.units(home, "en"))
    said = "\n".join(progress_map.brief(progress_map.units(home, "en"), "en"))
    assert said.count(text("progress.units.fresh", "en")) == 2 and "course lab 0" in said


def test_the_map_counts_different_answers_and_the_best_points(home: Path, file: Path) -> None:
    for source, score in (("a", 0.5), ("a", 0.5), ("b", 0.75), ("c", 0.25)):
        progress.note(event(kind="grade", state="partial", source=source, score=score, max_score=1), file)
    (loss, *_) = mapped(home).exercises
    assert (loss.name, loss.points, loss.tries, loss.score) == ("loss", 1, 3, 0.75)


def test_a_check_does_not_lift_what_the_judge_says_of_the_same_answer(home: Path, file: Path) -> None:
    progress.note(event(kind="grade", state="partial", source="a", score=0.5, max_score=1), file)
    progress.note(event(state="correct", source="a"), file)
    assert mapped(home).exercises[0].state == "partial"
    progress.note(event(state="correct", source="b"), file)
    assert mapped(home).exercises[0].state == "correct"


def test_four_weeks_of_a_learner_who_errs_and_then_is_right(home: Path, file: Path) -> None:
    """Each week some exercises, each first with every mistake that its check knows, then right."""
    exercises = list(taught()[UNIT].values())
    day, made = count(1), 0
    for week in range(4):
        for exercise in exercises[week::4]:
            met = []
            for answer in (*exercise.mistakes, None):
                if answer is not None and answer.never_ends:
                    continue
                function = answer.function if answer else exercise.reference
                outcome = examine(function, "en", name=exercise.name)
                moment = f"2026-11-{1 + 7 * week:02}T10:00:00.{next(day):03}Z"
                said = answer.hint if answer and outcome.hint[0] == answer.hint["en"][0] else None
                progress.note(
                    event(
                        exercise.name, outcome.state, source=str(next(day)), time=moment,
                        diagnosis=answer.name if said else "",
                        said={lang: words[0] for lang, words in (said or {}).items()},
                    ),
                    file,
                )  # fmt: skip
                met += [answer.name] if said else []
                unit = mapped(home)
                mine = next(each for each in unit.exercises if each.name == exercise.name)
                if answer is None:
                    assert mine.state == "correct" and all(each.overcome for each in mine.mistakes)
                elif said:
                    assert mine.mistakes[-1] == progress_map.Mistake(
                        answer.name, {lang: answer.hint[lang][0] for lang in LANGUAGES}, False
                    )
                    assert answer.hint["ru"][0] in progress_map.next_step([unit], "ru")
            assert {each.name for each in mine.mistakes} == set(met)
            made += len(met)
        assert mapped(home).right == sum(len(exercises[past::4]) for past in range(week + 1))
    assert made > 20, "the simulation has to meet mistakes"
    unit = mapped(home)
    assert unit.is_done and UNIT not in progress_map.next_step(progress_map.units(home, "en"), "en")
    for lang in LANGUAGES:
        said = "\n".join(progress_map.lines([unit], lang, 80))
        assert text("progress.overcome", lang) in said and text("progress.met", lang) not in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_wider_than_the_terminal_and_no_word_is_broken(home: Path, file: Path, lang: str) -> None:
    said = {each: "Ошибка из нескольких довольно длинных слов " * 4 for each in LANGUAGES}
    progress.note(event(kind="grade", score=0.5, max_score=1, diagnosis="d", said=said), file)
    course = progress_map.units(home, lang)
    for width in (40, 80):
        got = list(progress_map.lines(course, lang, width))
        assert max(map(len, got)) <= width
        assert set(said[lang].split()) <= set(" ".join(got).split())
    units = list(progress_map.brief(course, lang))[: len(course)]
    assert max(map(len, units)) <= 80
    assert [line.split()[0] for line in units] == [unit.name for unit in course]


def test_the_page_escapes_what_stands_in_the_file(home: Path, file: Path) -> None:
    progress.note(event(diagnosis="<b>", said={"en": "<script>alert(1)</script>"}), file)
    page = progress_map.page(progress_map.units(home, "en"), "en")
    assert "<script" not in page and "&lt;script&gt;" in page
    assert f'href="../{UNIT}/gradient-descent.ipynb"' in page


# ------------------------------------------------------------------------------------------------------- commands


def course(*words: object, answer: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(cli.app, [str(word) for word in words], input=answer)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_the_command_shows_the_map_and_where_the_record_lies(home: Path, file: Path) -> None:
    code, said = course("progress")
    assert code == 0 and text("progress.nothing", "en", folder=home / "work") in said
    progress.note(event(diagnosis="x", said={"en": "It is upside down."}), file)
    code, said = course("progress")
    assert code == 0 and "It is upside down." in said and str(file) in said


@pytest.mark.parametrize("command", ["units", "progress"])
def test_a_program_reads_the_map_as_json(home: Path, file: Path, command: str) -> None:
    said = {"en": "No constant.", "ru": "Нет константы."}
    progress.note(event(kind="grade", score=0.5, max_score=1, diagnosis="no_constant", said=said), file)
    done = CliRunner().invoke(cli.app, [command, "--json", "--home", str(home), "--lang", "ru"])
    data = json.loads(done.stdout)
    start, unit = data["units"]
    assert (start["state"], start["begun"], start["last"]) == ("untouched", False, "")
    assert (unit["name"], unit["right"], unit["score"], unit["tries"]) == (UNIT, 0, 0.5, 1)
    loss = next(each for each in unit["exercises"] if each["name"] == "loss")
    assert loss["mistakes"] == [{"name": "no_constant", "said": said, "overcome": False}]
    assert "Нет константы." in data["next"]


def test_a_record_is_brought_to_a_computer_on_which_nothing_was_handed_out_yet(home: Path, file: Path) -> None:
    progress.note(event(), file)
    kept = file.rename(home / "kept.jsonl")
    shutil.rmtree(home / "work")
    assert course("progress", "--merge", kept)[0] == 0
    assert progress.read(file) == progress.read(kept) != []


def test_the_record_is_exported_merged_and_deleted_by_one_command_each(home: Path, file: Path) -> None:
    progress.note(event(), file)
    kept = home / "kept.jsonl"
    assert course("progress", "--export", kept)[0] == 0
    assert kept.read_bytes() == file.read_bytes()
    code, said = course("progress", "--export", kept)
    assert code == 1 and text("progress.exists", "en", file=kept) in said
    code, said = course("progress", "--delete", answer="n\n")
    assert code == 1 and file.exists()
    assert course("progress", "--delete", "--yes")[0] == 0 and not file.exists()
    assert course("progress", "--merge", kept)[0] == 0
    assert progress.read(file) == progress.read(kept)
    code, said = course("progress", "--merge", home / "none.jsonl")
    assert code == 1 and os.strerror(errno.ENOENT) in said
