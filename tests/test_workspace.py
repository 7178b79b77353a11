"""The learner's copies: handed out, renewed, put beside, and whatever happens never lost."""

import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

import nbformat
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from course import other_notebooks, workspace
from course.atomic_files import SavedMeanwhile
from course.handed_out import RECORD
from course.workspace import State

UNIT = "04-gradient-descent"
NAME = "gradient-descent.ipynb"


def lesson(prose: str, picture: str = "", points: int = 2) -> bytes:
    """Return the bytes of a small released notebook."""
    graded = {"nbgrader": {"grade_id": "loss", "points": points, "solution": True}}
    cells = [
        new_markdown_cell(prose, id="idea"),
        new_code_cell("raise NotImplementedError", id="loss", metadata=graded),
    ]
    if picture:
        cells[1]["outputs"] = [new_output("stream", text=picture)]
    return nbformat.writes(new_notebook(cells=cells)).encode()


def ran(notebook: bytes, printed: str) -> bytes:
    """Return the notebook as JupyterLab saves it after it was run: other outputs, counts and metadata."""
    content = json.loads(notebook)
    content["metadata"]["language_info"] = {"name": "python", "version": "3.13.0"}
    for cell in content["cells"]:
        cell["metadata"]["collapsed"] = False
        if cell["cell_type"] == "code":
            cell["execution_count"] = 7
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": [printed]}]
    return json.dumps(content, indent=1).encode() + b"\n"


def edited(notebook: bytes, words: str) -> bytes:
    """Return the notebook with something written into its last cell."""
    content = json.loads(notebook)
    content["cells"][-1]["source"] = words
    return json.dumps(content).encode()


class Course:
    """A home with one unit, and short words for what an instructor and a learner do in it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "work" / "en" / UNIT
        self.mine = self.folder / NAME

    def release(self, data: bytes, name: str = NAME, unit: str = UNIT, lang: str = "en") -> None:
        target = self.home / "release" / lang / unit / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    def refresh(self) -> list[str]:
        return [change.kind for change in workspace.refresh(self.home, "en")]

    def update(self) -> list[str]:
        return [change.kind for change in workspace.update(self.home, "en")]

    def reset(self) -> list[str]:
        return [change.kind for change in workspace.reset(self.home, "en", UNIT)]

    def state(self) -> State:
        return workspace.states(self.home, "en")[UNIT]

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def course(tmp_path: Path) -> Course:
    course = Course(tmp_path)
    course.release(lesson("first"))
    return course


def test_a_unit_that_is_not_there_yet_is_handed_out_with_its_extra_files(course: Course):
    course.release(b"1,2\n", "data/points.csv")
    course.release(b"not for learners", ".ipynb_checkpoints/old.ipynb")
    assert course.state() is State.MISSING
    assert course.refresh() == ["new", "new"]
    assert course.mine.read_bytes() == lesson("first")
    assert (course.folder / "data" / "points.csv").read_bytes() == b"1,2\n"
    assert course.names() == ["data", NAME]
    assert course.state() is State.UNTOUCHED


def test_only_the_units_that_were_asked_for_are_handed_out(course: Course):
    course.release(lesson("other"), "adam.ipynb", unit="09-adam")
    workspace.refresh(course.home, "en", ["9"])
    assert [path.name for path in course.folder.parent.iterdir()] == ["09-adam"]


def test_a_second_refresh_does_nothing_and_writes_nothing(course: Course):
    course.refresh()
    times = [path.stat().st_mtime_ns for path in course.home.rglob("*")]
    assert course.refresh() == []
    assert [path.stat().st_mtime_ns for path in course.home.rglob("*")] == times


@pytest.mark.parametrize("newer", [lesson("second"), lesson("first", points=3), lesson("first", "a picture")])
def test_a_copy_that_was_not_touched_becomes_the_newer_release(course: Course, newer: bytes):
    course.refresh()
    course.release(newer)
    assert course.state() is State.OUTDATED
    assert course.refresh() == ["renewed"]
    assert course.mine.read_bytes() == newer
    assert course.names() == [NAME]


def test_a_copy_that_was_only_run_is_put_aside_when_the_release_changes(course: Course):
    course.refresh()
    mine = ran(lesson("first"), "0.1")
    course.mine.write_bytes(mine)
    assert course.state() is State.UNTOUCHED
    assert course.refresh() == []
    course.release(lesson("second"))
    assert course.state() is State.OUTDATED
    assert course.refresh() == ["ran"]
    assert course.mine.read_bytes() == lesson("second")
    (aside,) = course.folder.glob("*.mine-*.ipynb")
    assert aside.read_bytes() == mine


def test_new_pictures_alone_are_no_reason_to_move_a_copy_that_was_run_or_edited(course: Course):
    for mine in (ran(lesson("first"), "0.1"), edited(lesson("first"), "x = 1")):
        course.refresh()
        course.mine.write_bytes(mine)
        course.release(lesson("first", f"a picture of {len(mine)} points"))
        assert course.refresh() == []
        assert course.mine.read_bytes() == mine


def new_words(notebook: bytes) -> bytes:
    return edited(notebook, "x = 1")


def more_cells(notebook: bytes) -> bytes:
    content = json.loads(notebook)
    content["cells"].append({"cell_type": "raw", "id": "x", "metadata": {}, "source": ""})
    return json.dumps(content).encode()


def fewer_cells(notebook: bytes) -> bytes:
    content = json.loads(notebook)
    del content["cells"][0]
    return json.dumps(content).encode()


def a_picture_in_the_prose(notebook: bytes) -> bytes:
    content = json.loads(notebook)
    content["cells"][0]["attachments"] = {"sketch.png": {"image/png": "iVBORw0KGgo="}}
    return json.dumps(content).encode()


def half_a_file(notebook: bytes) -> bytes:
    return notebook[: len(notebook) // 2]


@pytest.mark.parametrize(
    "work",
    [new_words, more_cells, fewer_cells, a_picture_in_the_prose, half_a_file, lambda notebook: b""],
)
def test_work_stays_and_the_newer_release_is_put_beside_it_once(course: Course, work: Callable):
    course.refresh()
    mine = work(lesson("first"))
    course.mine.write_bytes(mine)
    assert course.state() is State.EDITED
    course.release(lesson("second"))
    assert course.state() is State.BEHIND
    assert course.refresh() == ["beside"]
    assert course.mine.read_bytes() == mine
    beside = course.folder / "gradient-descent.new.ipynb"
    assert beside.read_bytes() == lesson("second")
    assert course.state() is State.BEHIND
    assert course.refresh() == []
    beside.unlink()
    assert course.state() is State.EDITED, "the learner has dealt with it"
    assert course.refresh() == []


def test_a_third_release_replaces_the_one_beside_only_if_nothing_was_done_to_it(course: Course):
    course.refresh()
    course.mine.write_bytes(edited(lesson("first"), "x = 1"))
    beside = course.folder / "gradient-descent.new.ipynb"
    course.release(lesson("second"))
    course.refresh()
    course.release(lesson("third"))
    assert course.refresh() == ["beside"]
    assert beside.read_bytes() == lesson("third")
    beside.write_bytes(edited(lesson("third"), "x = 3"))
    course.release(lesson("fourth"))
    assert course.refresh() == ["beside"]
    assert beside.read_bytes() == edited(lesson("third"), "x = 3")
    assert (course.folder / "gradient-descent.new-2.ipynb").read_bytes() == lesson("fourth")


def test_a_file_that_is_no_notebook_is_work_as_soon_as_one_byte_differs(course: Course):
    course.release(b"1,2\n", "points.csv")
    course.refresh()
    (course.folder / "points.csv").write_bytes(b"1,2\n\n")
    course.release(b"1,3\n", "points.csv")
    assert course.refresh() == ["beside"]
    assert (course.folder / "points.csv").read_bytes() == b"1,2\n\n"
    assert (course.folder / "points.new.csv").read_bytes() == b"1,3\n"


def test_a_deleted_file_is_handed_out_again(course: Course):
    course.refresh()
    course.mine.unlink()
    assert course.state() is State.MISSING
    assert course.refresh() == ["again"]
    assert course.mine.read_bytes() == lesson("first")


def test_a_file_that_the_release_no_longer_has_is_left_to_the_learner(course: Course):
    course.release(b"1,2\n", "points.csv")
    course.refresh()
    (course.home / "release" / "en" / UNIT / "points.csv").unlink()
    assert course.refresh() == []
    assert (course.folder / "points.csv").exists()


@pytest.mark.parametrize(
    "record",
    [None, b"", b"{", b"[]", b"[" * 100_000, b"\xff", b'{"en/%s/%s": 1}' % (UNIT.encode(), NAME.encode())],
    ids=["lost", "empty", "cut off", "a list", "deeply nested", "not text", "other values"],
)
def test_without_a_readable_record_everything_that_differs_is_taken_for_work(course: Course, record):
    course.refresh()
    handed_out = course.home / "work" / RECORD
    handed_out.unlink()
    if record is not None:
        handed_out.write_bytes(record)
    course.release(lesson("second"))
    assert course.refresh() == ["beside"]
    assert course.mine.read_bytes() == lesson("first")
    assert course.refresh() == []


def test_an_entry_of_the_record_with_strange_values_is_as_if_never_recorded(course: Course):
    course.refresh()
    handed_out = course.home / "work" / RECORD
    key = f"en/{UNIT}/{NAME}"
    for entry in ({}, {"exact": 1, "written": 2, "offered": 3}, {"exact": None, "more": "x"}):
        handed_out.write_text(json.dumps({key: entry}))
        assert course.refresh() == []
        assert json.loads(handed_out.read_text())[key]["exact"]


def test_a_file_saved_while_it_is_being_replaced_is_left_alone(course: Course, monkeypatch):
    course.refresh()
    course.release(lesson("second"))
    flush = os.fsync

    def save_meanwhile(file: int) -> None:
        flush(file)
        course.mine.write_bytes(b"just saved")

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    with pytest.raises(SavedMeanwhile, match="gradient-descent.ipynb"):
        course.refresh()
    monkeypatch.undo()
    assert course.mine.read_bytes() == b"just saved"
    assert course.names() == [NAME]
    assert course.refresh() == ["beside"]


def test_a_dead_link_in_the_place_of_a_file_is_not_replaced(course: Course):
    course.folder.mkdir(parents=True)
    course.mine.symlink_to("elsewhere.ipynb")
    with pytest.raises(OSError, match="gradient-descent.ipynb"):
        course.refresh()
    assert course.mine.is_symlink()


def test_reset_keeps_the_learners_copy_and_hands_out_a_fresh_one(course: Course):
    course.refresh()
    course.mine.write_bytes(edited(lesson("first"), "x = 1"))
    (change,) = workspace.reset(course.home, "en", "gradient-descent")
    assert change.kind == "reset"
    assert re.fullmatch(r"gradient-descent\.mine-\d{8}-\d{6}\.ipynb", change.other.name)
    assert change.other.read_bytes() == edited(lesson("first"), "x = 1")
    assert course.mine.read_bytes() == lesson("first")
    assert course.reset() == []


def test_two_resets_within_a_second_keep_both_copies(course: Course):
    works = [edited(lesson("first"), f"x = {number}") for number in range(5)]
    for mine in works:
        course.refresh()
        course.mine.write_bytes(mine)
        assert course.reset() == ["reset"]
    assert {path.read_bytes() for path in course.folder.glob("*.mine-*")} == set(works)


@pytest.mark.parametrize("worked_in_it", [False, True])
def test_reset_clears_away_the_release_beside_unless_the_learner_worked_in_it(
    course: Course, worked_in_it: bool
):
    course.refresh()
    course.mine.write_bytes(edited(lesson("first"), "x = 1"))
    course.release(lesson("second"))
    course.refresh()
    beside = course.folder / "gradient-descent.new.ipynb"
    if worked_in_it:
        beside.write_bytes(edited(lesson("second"), "x = 2"))
    assert course.reset() == ["reset"]
    assert course.mine.read_bytes() == lesson("second")
    assert beside.exists() == worked_in_it


def test_reset_hands_out_what_was_deleted(course: Course):
    assert course.reset() == ["new"], "it was never there"
    course.mine.unlink()
    assert course.reset() == ["again"]
    assert course.mine.read_bytes() == lesson("first")


@pytest.mark.parametrize("name", [UNIT, "04", "4", "gradient-descent"])
def test_a_unit_is_known_by_name_number_and_words(course: Course, name: str):
    assert workspace.unit_named(course.home, "en", name) == UNIT


@pytest.mark.parametrize("name", ["0", "00", "start-here"])
def test_the_unit_before_the_first_is_number_zero(course: Course, name: str):
    shutil.copytree(course.home / "release" / "en" / UNIT, course.home / "release" / "en" / "00-start-here")
    assert workspace.unit_named(course.home, "en", name) == "00-start-here"


@pytest.mark.parametrize("name", ["", "0", "..", "../04-gradient-descent", "05", "gradient"])
def test_an_unknown_unit_is_told_which_ones_there_are(course: Course, name: str):
    with pytest.raises(workspace.UnknownUnit, match=UNIT):
        workspace.unit_named(course.home, "en", name)


def test_a_language_without_notebooks_is_an_error_of_its_own(course: Course):
    (course.home / "release" / "ru" / "empty").mkdir(parents=True)
    with pytest.raises(workspace.NoNotebooks, match="ru"):
        workspace.refresh(course.home, "ru")


def of_unit(notebook: bytes, unit: str = UNIT) -> bytes:
    """Return the notebook with the metadata of a released one."""
    content = json.loads(notebook)
    content["metadata"]["course"] = {"lang": "en", "unit": unit}
    return json.dumps(content).encode()


COPIES = ["gradient-descent-Copy1.ipynb", "gradient-descent (1).ipynb", "мой спуск.ipynb"]


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize("case", ["ours", "theirs", "neither"])
def test_another_notebook_of_the_unit_is_named_with_the_one_that_is_graded(course: Course, name: str, case: str):
    fresh = of_unit(lesson("first"))
    course.release(fresh)
    course.refresh()
    if case == "ours":
        course.mine.write_bytes(edited(fresh, "x = 1"))
    (course.folder / name).write_bytes(fresh if case == "neither" else edited(fresh, "x = 2"))
    for lang in ("en", "ru"):
        if lang == "ru":
            shutil.copytree(course.home / "release" / "en", course.home / "release" / "ru")
            shutil.copytree(course.home / "work" / "en", course.home / "work" / "ru")
        (sentence,) = other_notebooks.others(course.home, lang, [UNIT])
        folder = f"work/{lang}/{UNIT}"
        due = workspace.text(f"workspace.others.{case}", lang, folder=folder, file=NAME, others=name)
        assert sentence == due
    assert other_notebooks.written_units(course.home, "en") == ([] if case == "neither" else [UNIT])


def test_of_several_that_were_written_in_one_has_to_be_chosen(course: Course):
    fresh = of_unit(lesson("first"))
    course.release(fresh)
    course.refresh()
    for number, name in enumerate(COPIES):
        (course.folder / name).write_bytes(edited(fresh, f"x = {number}") if number else fresh)
    (sentence,) = other_notebooks.others(course.home, "en", [UNIT])
    names = ", ".join(sorted(COPIES[1:]))
    folder = f"work/en/{UNIT}"
    assert sentence == workspace.text("workspace.others.several", "en", folder=folder, file=NAME, others=names)


def test_only_other_notebooks_of_the_same_unit_are_named(course: Course):
    fresh = of_unit(lesson("first"))
    course.release(fresh)
    course.refresh()
    for name in ("gradient-descent.new.ipynb", "gradient-descent.mine-20260101-120000.ipynb", ".hidden.ipynb"):
        (course.folder / name).write_bytes(edited(fresh, "x = 2"))
    (course.folder / "other unit.ipynb").write_bytes(of_unit(edited(fresh, "x = 2"), "05-linear-regression"))
    (course.folder / "scratch.ipynb").write_bytes(lesson("mine"))
    (course.folder / "broken.ipynb").write_bytes(b"[" * 100_000)
    (course.folder / "folder.ipynb").mkdir()
    (course.folder / "link.ipynb").symlink_to("nowhere")
    assert list(other_notebooks.others(course.home, "en", [UNIT])) == []
    assert other_notebooks.written_units(course.home, "en") == []


def test_an_untouched_copy_in_another_language_holds_no_work(course: Course):
    course.release(of_unit(lesson("first")))
    course.release(of_unit(lesson("первая")), lang="ru")
    course.refresh()
    (course.folder / "по-русски.ipynb").write_bytes(of_unit(lesson("первая")))
    assert other_notebooks.written_units(course.home, "en") == []


def test_every_kind_of_change_has_a_sentence_in_both_languages(tmp_path: Path):
    file = tmp_path / "work" / "en" / UNIT / NAME
    for lang in ("en", "ru"):
        for kind in ("new", "again", "renewed", "ran", "beside", "reset", "merged"):
            change = workspace.Change(kind, UNIT, file, file.with_name("other.ipynb"))
            (sentence,) = workspace.sentences(tmp_path, lang, [change])
            assert (UNIT if kind == "new" else f"work/en/{UNIT}/{NAME}") in sentence
            assert ("other.ipynb" in sentence) == (kind in ("ran", "beside", "reset", "merged"))


# Killed at any moment -------------------------------------------------------------------------------------


def survives(call: Callable[[], object], home: Path, at: int) -> bool:
    """Do ``call`` in a process that dies at its ``at``-th look or touch in ``home``; tell if it got through.

    Nothing is cleaned up: the process ends as with ``kill -9``.
    """
    child = os.fork()
    if child == 0:
        left = count(at, -1)

        def die_in_time(event: str, args: tuple) -> None:
            touches = event in ("open", "os.rename", "os.remove", "os.mkdir")
            if touches and str(args[0]).startswith(str(home)) and next(left) == 0:
                if event == "open" and "w" in str(args[1]):
                    Path(args[0]).write_bytes(b"half of a fi")
                os._exit(9)

        code = 1
        try:
            sys.addaudithook(die_in_time)
            call()
            code = 0
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9), "the call failed by itself"
    return code == 0


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed with the help of fork")


@needs_fork
@pytest.mark.parametrize("action", ["refresh", "update", "reset"])
def test_a_run_killed_at_any_moment_loses_nothing_and_the_next_one_finishes_it(tmp_path: Path, action: str):
    for at in count():
        course = Course(tmp_path / str(at))
        names = {name: f"{name}.ipynb" for name in ("clean", "run", "work", "gone")}
        for name in names.values():
            course.release(lesson("first"), name)
        course.refresh()
        works = {"run": ran(lesson("first"), "0.1"), "work": edited(lesson("first"), "x = 1")}
        for name, mine in works.items():
            (course.folder / names[name]).write_bytes(mine)
        (course.folder / names["gone"]).unlink()
        for name in names.values():
            course.release(lesson("second"), name)
        merged = json.dumps(json.loads(edited(lesson("second"), "x = 1")), indent=1).encode() + b"\n"
        due = {"refresh": works["work"], "update": merged, "reset": lesson("second")}[action]

        through = survives(getattr(course, action), course.home, at)
        files = {path.read_bytes() for path in course.folder.iterdir() if not path.name.startswith(".")}
        assert files >= set(works.values())
        assert files <= {*works.values(), lesson("first"), lesson("second"), due}, "a file is half-written"
        getattr(course, action)()
        assert course.refresh() == []
        assert (course.folder / names["work"]).read_bytes() == due
        for name in ("clean", "run", "gone"):
            assert (course.folder / names[name]).read_bytes() == lesson("second")
        shutil.rmtree(course.home)
        if through:
            assert at > 20, "it was never killed"
            return


NAMES = st.sampled_from([NAME, "points.csv"])
PLACES = st.sampled_from(
    [NAME, NAME, "gradient-descent.new.ipynb", "gradient-descent.new-2.ipynb", "points.csv"]
)
MOMENTS = st.none() | st.integers(0, 40)


class AnyOrder(RuleBasedStateMachine):
    """Whatever the order of edits, releases and crashes, no byte the learner saved is ever lost."""

    def __init__(self) -> None:
        super().__init__()
        self.course = Course(Path(tempfile.mkdtemp()))
        self.number = count()
        self.saved: set[bytes] = set()  # what the learner saved and neither deleted nor wrote over
        self.places: dict[Path, bytes] = {}  # where work, not only outputs, was saved: there it stays
        self.records: list[bytes] = [b"", b"{", b"[]"]
        self.release(NAME, "prose")
        self.course.refresh()

    def teardown(self) -> None:
        shutil.rmtree(self.course.home)

    def save(self, file: Path, data: bytes, is_work: bool = True) -> None:
        self.forget(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        self.saved.add(data)
        if is_work:
            self.places[file] = data

    def forget(self, file: Path) -> None:
        if file.exists():
            self.saved.discard(file.read_bytes())
        self.places.pop(file, None)

    @rule(name=NAMES, what=st.sampled_from(["prose", "picture", "gone"]))
    def release(self, name: str, what: str) -> None:
        number = next(self.number)
        if what == "gone" and name != NAME:
            (self.course.home / "release" / "en" / UNIT / name).unlink(missing_ok=True)
        elif name == NAME:
            self.course.release(lesson("always", f"{number}") if what == "picture" else lesson(f"{number}"))
        else:
            self.course.release(f"{number}".encode(), name)

    @rule(place=PLACES)
    def write(self, place: str) -> None:
        file = self.course.folder / place
        words = f"the learner's {next(self.number)}"
        is_notebook = file.suffix == ".ipynb" and file.exists()
        self.save(file, edited(file.read_bytes(), words) if is_notebook else edited(lesson(""), words))

    @rule(place=PLACES)
    def run(self, place: str) -> None:
        file = self.course.folder / place
        if file.suffix == ".ipynb" and file.exists():
            is_work = file in self.places
            self.save(file, ran(file.read_bytes(), f"printed {next(self.number)}"), is_work)

    @rule(place=PLACES, to=st.none() | PLACES)
    def rename_or_delete(self, place: str, to: str | None) -> None:
        source = self.course.folder / place
        if to is None:
            self.forget(source)
            source.unlink(missing_ok=True)
        elif source.exists() and to != place and Path(to).suffix == source.suffix:
            target = self.course.folder / to
            self.forget(target)
            if source in self.places:
                self.places[target] = self.places.pop(source)
            source.replace(target)

    @rule(at=MOMENTS)
    def refresh(self, at: int | None) -> None:
        if at is not None:
            survives(self.course.refresh, self.course.home, at)
            return
        self.course.refresh()
        assert self.course.mine.exists()
        assert self.course.refresh() == []

    @rule(at=MOMENTS)
    def update(self, at: int | None) -> None:
        self.places.pop(self.course.mine, None)
        if at is not None:
            survives(self.course.update, self.course.home, at)
            return
        self.course.update()
        assert self.course.update() == []

    @rule(at=MOMENTS)
    def reset(self, at: int | None) -> None:
        for name in (NAME, "points.csv"):
            self.places.pop(self.course.folder / name, None)
        if at is not None:
            survives(self.course.reset, self.course.home, at)
            return
        self.course.reset()
        released = self.course.home / "release" / "en" / UNIT / NAME
        assert self.course.mine.read_bytes() == released.read_bytes()

    @rule(which=st.integers(0, 20))
    def damage_the_record(self, which: int) -> None:
        """Lose it, break it, or put back a copy from earlier (as a backup of half of the files does)."""
        record = self.course.home / "work" / RECORD
        if not which:
            record.unlink(missing_ok=True)
        elif record.exists():
            self.records.append(record.read_bytes())
            record.write_bytes(self.records[-1 - which % len(self.records)])

    @invariant()
    def no_byte_is_lost(self) -> None:
        files = self.course.folder.rglob("*")
        assert self.saved <= {file.read_bytes() for file in files if not file.name.startswith(".")}

    @invariant()
    def work_stays_in_its_place(self) -> None:
        assert all(file.read_bytes() == work for file, work in self.places.items())


AnyOrder.TestCase.settings = settings(max_examples=100, stateful_step_count=30)
TestAnyOrder = needs_fork(AnyOrder.TestCase)
