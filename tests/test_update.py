"""``course update``: a newer edition comes into a copy that was worked in, and nothing of the learner's is lost."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_course_cli import course

from autograder.intake.learner_cells import cells_of
from autograder.intake.rebuild import rebuild
from autograder.judging.grade import Cell as Judged
from autograder.support.repository import REPOSITORY
from course import workspace
from course.handed_out import RECORD
from course.language import text
from course.update import digests, merge

Cell = dict[str, Any]
Notebook = dict[str, Any]
STUB = "def {name}(x):\n    raise NotImplementedError"


def prose(cell_id: str, words: str) -> Cell:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": words}


def code(cell_id: str, source: str, **metadata: Any) -> Cell:
    cell = {"cell_type": "code", "id": cell_id, "metadata": metadata, "source": source}
    return cell | {"execution_count": None, "outputs": []}


def graded(name: str, role: str) -> dict[str, Any]:
    grading = {"grade_id": f"{role}-{name}", "solution": role == "answer", "grade": role == "test"}
    return {"nbgrader": grading, "course": {"exercise": name, "role": role}, "deletable": False}


def exercise(name: str, stub: str = STUB) -> list[Cell]:
    answer = code(f"answer-{name}", stub.format(name=name), **graded(name, "answer"))
    return [prose(f"task-{name}", f"Write {name}"), answer,
            code(f"test-{name}", f"check({name})", **graded(name, "test"), editable=False)]  # fmt: skip


def words() -> Cell:
    grading = {"grade_id": "own-words", "solution": True, "grade": True}
    return prose("own-words", "*Your answer here*") | {"metadata": {"nbgrader": grading}}


def notebook(*cells: Cell) -> Notebook:
    metadata = {"course": {"lang": "en", "unit": "04-gradient-descent", "version": "1"}}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": list(copy.deepcopy(cells))}


FIRST = notebook(
    prose("goal", "# Goal"), code("setup", "import numpy"), prose("idea", "An idea"), code("play", "print(1)"),
    *exercise("loss"), *exercise("slope"), words(), prose("summary", "The end"),
)  # fmt: skip
SECOND = notebook(
    prose("goal", "# A better goal"), code("setup", "import numpy\nimport scipy"), prose("new", "A new section"),
    prose("idea", "An idea"), code("play", "print(2)"), *exercise("slope"), *exercise("loss"), *exercise("curve"),
    words(),
)  # fmt: skip


def cell_of(notebook: Notebook, cell_id: str) -> Cell:
    (cell,) = (cell for cell in notebook["cells"] if cell["id"] == cell_id)
    return cell


def place(notebook: Notebook, cell_id: str) -> int:
    return notebook["cells"].index(cell_of(notebook, cell_id))


def source(cell: Cell) -> str:
    return "".join(cell["source"])


def sources(notebook: Notebook) -> list[str]:
    return [source(cell) for cell in notebook["cells"]]


def updated(theirs: Notebook, released: Notebook = SECOND, base: Notebook | None = FIRST, both: int = 0) -> Notebook:
    before = copy.deepcopy(theirs)
    merged = merge(theirs, released, base and digests(base), "en")
    assert theirs == before and merged.both == both
    return merged.notebook


@pytest.fixture
def mine() -> Notebook:
    """The learner's copy of the first edition: they wrote one answer and ran two cells."""
    mine = copy.deepcopy(FIRST)
    cell_of(mine, "answer-loss")["source"] = "def loss(x):\n    return x * x"
    for cell_id in ("answer-loss", "test-loss", "play"):
        printed = {"output_type": "stream", "name": "stdout", "text": cell_id}
        cell_of(mine, cell_id).update(execution_count=3, outputs=[printed])
    return mine


def test_an_untouched_copy_becomes_the_newer_edition() -> None:
    assert updated(FIRST) == SECOND


def test_answers_stay_with_what_they_printed_and_all_else_is_renewed(mine: Notebook) -> None:
    merged = updated(mine)
    assert [cell["id"] for cell in merged["cells"]] == [cell["id"] for cell in SECOND["cells"]]
    answer, other, check = (cell_of(merged, name) for name in ("answer-loss", "answer-slope", "test-loss"))
    assert source(answer) == "def loss(x):\n    return x * x"
    assert answer["execution_count"] == 3 and answer["outputs"][0]["text"] == "answer-loss"
    assert source(other) == STUB.format(name="slope")
    assert check["outputs"], "the check is the same, so what it said still holds"
    assert cell_of(merged, "play")["outputs"] == [], "it printed something else"
    assert source(cell_of(merged, "setup")) == "import numpy\nimport scipy"


def test_marks_of_grading_come_from_the_newer_edition_and_those_of_the_front_end_stay(mine: Notebook) -> None:
    newer = copy.deepcopy(SECOND)
    cell_of(newer, "answer-loss")["metadata"]["nbgrader"]["points"] = 5
    cell_of(mine, "answer-loss")["metadata"] |= {"scrolled": True, "nbgrader": {"grade_id": "answer-loss", "points": 1}}
    mine["metadata"] |= {"widgets": {"state": 1}, "course": {"version": "0"}}
    merged = updated(mine, newer)
    metadata = cell_of(merged, "answer-loss")["metadata"]
    assert metadata["nbgrader"]["points"] == 5 and metadata["scrolled"]
    assert merged["metadata"]["widgets"] == {"state": 1} and merged["metadata"]["course"]["version"] == "1"


def test_a_cell_that_is_graded_no_more_loses_its_marks(mine: Notebook) -> None:
    newer = copy.deepcopy(SECOND)
    cell_of(newer, "answer-loss")["metadata"] = {}
    assert cell_of(updated(mine, newer), "answer-loss")["metadata"] == {}


def test_words_with_a_picture_are_an_answer_too(mine: Notebook) -> None:
    cell_of(mine, "own-words").update(source="Because.", attachments={"a.png": {"image/png": "AA=="}})
    answer = cell_of(updated(mine), "own-words")
    assert source(answer) == "Because." and answer["attachments"]


def test_a_learners_own_cells_stay_below_the_cell_that_they_stood_below(mine: Notebook) -> None:
    mine["cells"].insert(0, prose("first", "My notes"))
    mine["cells"].insert(place(mine, "answer-loss") + 1, code("try", "loss(3)"))
    merged = updated(mine)
    assert place(merged, "first") == 0
    assert place(merged, "try") == place(merged, "answer-loss") + 1


def test_deleted_cells_come_back_and_moved_ones_are_where_the_newer_edition_has_them(mine: Notebook) -> None:
    moved = cell_of(mine, "answer-loss")
    gone = ("answer-loss", "idea", "test-slope")
    mine["cells"] = [moved, *(cell for cell in mine["cells"] if cell["id"] not in gone)]
    merged = updated(mine)
    assert [cell["id"] for cell in merged["cells"]] == [cell["id"] for cell in SECOND["cells"]]
    assert source(cell_of(merged, "answer-loss")) == source(moved)


def test_both_halves_of_a_split_answer_stay_in_their_order_and_only_one_is_graded(mine: Notebook) -> None:
    at = place(mine, "answer-loss")
    second = {**copy.deepcopy(mine["cells"][at]), "id": "half", "source": "print(loss(2))"}
    mine["cells"].insert(at + 1, second)
    merged = updated(mine)
    at = place(merged, "answer-loss")
    assert sources(merged)[at : at + 2] == ["def loss(x):\n    return x * x", "print(loss(2))"]
    names = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in merged["cells"]]
    assert names.count("answer-loss") == 1 and merged["cells"][at + 1]["metadata"] == {}


def test_of_a_copied_stub_the_written_one_is_the_answer_and_the_other_is_gone() -> None:
    mine = copy.deepcopy(FIRST)
    at = place(mine, "answer-loss")
    mine["cells"].insert(at, {**copy.deepcopy(mine["cells"][at]), "id": "copy", "source": "def loss(x):\n    return 1"})
    merged = updated(mine)
    assert source(cell_of(merged, "answer-loss")) == "def loss(x):\n    return 1"
    assert len(merged["cells"]) == len(SECOND["cells"])


@pytest.mark.parametrize("renaming", ["other ids", "no ids"])
def test_cells_with_new_ids_are_recognised(mine: Notebook, renaming: str) -> None:
    for number, cell in enumerate(mine["cells"]):
        cell["id"] = f"random-{number}"
        if renaming == "no ids":
            del cell["id"]
    merged = updated(mine)
    assert [cell["id"] for cell in merged["cells"]] == [cell["id"] for cell in SECOND["cells"]]
    assert "return x * x" in source(cell_of(merged, "answer-loss"))


def test_an_answer_in_a_cell_of_its_own_takes_the_place_of_the_deleted_stub(mine: Notebook) -> None:
    at = place(mine, "answer-loss")
    mine["cells"][at] = code("anew", source(mine["cells"][at]))
    merged = updated(mine)
    assert "return x * x" in source(cell_of(merged, "answer-loss"))
    assert len(merged["cells"]) == len(SECOND["cells"])


def test_what_only_the_learner_has_changed_stays_as_it_is_in_its_place(mine: Notebook) -> None:
    cell_of(mine, "idea")["source"] = "An idea, and my remark"
    assert source(cell_of(updated(mine), "idea")) == "An idea, and my remark"


def test_what_both_have_changed_is_shown_together_the_newer_first(mine: Notebook) -> None:
    cell_of(mine, "goal")["source"] = "# Goal: pass"
    cell_of(mine, "play")["source"] = "print(10)"
    merged = updated(mine, both=2)
    note = text("workspace.update.both", "en")
    for cell_id, new, old in (("goal", "# A better goal", "# Goal: pass"), ("play", "print(2)", "print(10)")):
        at = place(merged, cell_id)
        assert sources(merged)[at : at + 3] == [new, note, old]
    nbformat.validate(nbformat.from_dict(merged))


def test_a_changed_stub_is_shown_below_the_answer_and_does_not_run(mine: Notebook) -> None:
    newer = notebook(*exercise("loss", "def {name}(x, scale):\n    raise NotImplementedError"))
    merged = updated(mine, newer, both=1)
    at = place(merged, "answer-loss")
    assert source(merged["cells"][at]) == "def loss(x):\n    return x * x"
    shown = merged["cells"][at + 1]
    assert shown["cell_type"] == "markdown" and "def loss(x, scale)" in source(shown)


def test_an_answer_that_was_written_into_the_check_goes_before_the_newer_check() -> None:
    mine = copy.deepcopy(FIRST)
    cell_of(mine, "test-loss")["source"] = "def loss(x):\n    return x\ncheck(loss)"
    merged = updated(mine)
    at = place(merged, "test-loss")
    assert sources(merged)[at - 1 : at + 1] == ["def loss(x):\n    return x\ncheck(loss)", "check(loss)"]
    assert merged["cells"][at - 1]["metadata"] == {}


def test_an_answer_to_an_exercise_that_is_gone_stays_and_the_rest_of_the_exercise_goes(mine: Notebook) -> None:
    merged = updated(mine, notebook(prose("goal", "# Goal"), *exercise("slope")))
    assert "def loss(x):\n    return x * x" in sources(merged)
    assert "check(loss)" not in sources(merged) and "Write loss" not in sources(merged)


def test_without_a_base_whatever_differs_is_kept_beside_the_newer_text(mine: Notebook) -> None:
    merged = updated(mine, base=None, both=3)
    assert set(sources(mine)) <= set(sources(merged)) and set(sources(SECOND)) - set(sources(merged)) == {
        STUB.format(name="loss")
    }


# Any edits -------------------------------------------------------------------------------------------------

TEXTS = st.sampled_from(["", "mine", "def loss(x):\n    return 0", "def curve(x): ...", "check(loss)", "An idea"])
PLACES = st.integers(0, 30)
NAMES = st.sampled_from(["", "goal", "new", "answer-loss", "half", "mine-1", "?"])


def edit(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    notebook["cells"][at]["source"] = words


def delete(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    del notebook["cells"][at]


def move(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    notebook["cells"].insert(to, notebook["cells"].pop(at))


def copied(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    notebook["cells"].insert(to, {**copy.deepcopy(notebook["cells"][at]), "id": name})


def split(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    whole, cut = source(notebook["cells"][at]), len(source(notebook["cells"][at])) // 2
    copied(notebook, at, at + 1, name, words)
    notebook["cells"][at]["source"], notebook["cells"][at + 1]["source"] = whole[:cut], whole[cut:]


def rename(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    notebook["cells"][at]["id"] = name


def forget_marks(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    notebook["cells"][at]["metadata"] = {}


def add(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    notebook["cells"].insert(at, code(name, words))


def retype(notebook: Notebook, at: int, to: int, name: str, words: str) -> None:
    cell = notebook["cells"][at]
    shared = {key: cell[key] for key in ("id", "metadata", "source")}
    notebook["cells"][at] = {"cell_type": "raw", **shared}


ACTS = st.tuples(
    st.sampled_from([edit, edit, delete, move, copied, split, rename, forget_marks, add, retype]),
    PLACES, PLACES, NAMES, TEXTS,
)  # fmt: skip


def edited(notebook: Notebook, acts: list[tuple[Callable[..., None], int, int, str, str]]) -> Notebook:
    notebook = copy.deepcopy(notebook)
    for act, at, to, name, said in acts:
        if notebook["cells"] or act is add:
            size = max(len(notebook["cells"]), 1)
            act(notebook, at % size, to % size, name, said)
    return notebook


def unique(notebook: Notebook) -> Notebook:
    """A release has each cell once, and every cell has a name."""
    known: dict[str, Cell] = {}
    for number, cell in enumerate(notebook["cells"]):
        if cell["id"] in known or cell["id"] in ("", "?"):
            cell["id"] = f"released-{number}"
        if (marks := cell["metadata"].get("nbgrader")) and marks["grade_id"] in known:
            cell["metadata"] = {}
        known |= {cell["id"]: cell, (cell["metadata"].get("nbgrader") or {"grade_id": "-"})["grade_id"]: cell}
    return notebook


@given(st.lists(ACTS, max_size=8), st.lists(ACTS, max_size=8), st.booleans())
def test_after_any_edits_nothing_of_the_learners_is_lost_and_the_newer_edition_is_whole(
    learners: list[Any], authors: list[Any], known: bool
) -> None:
    theirs, newer = edited(FIRST, learners), unique(edited(FIRST, authors))
    base = digests(FIRST) if known else None
    merged = merge(theirs, newer, base, "en").notebook
    ours = set(sources(FIRST)) | set(sources(newer))
    assert {said for said in sources(theirs) if said.strip()} <= set(sources(merged)) | ours
    ids = [cell["id"] for cell in merged["cells"]]
    released = [cell["id"] for cell in newer["cells"]]
    assert [cell_id for cell_id in ids if cell_id in released] == released and len({*ids}) == len(ids)
    nbformat.validate(nbformat.from_dict(merged))
    assert merge(merged, newer, digests(newer), "en").notebook == merged, "a second time changes nothing"


# The files -------------------------------------------------------------------------------------------------

UNIT, NAME = "04-gradient-descent", "gradient-descent.ipynb"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COURSE_LANG", "en")
    monkeypatch.chdir(tmp_path)
    release(tmp_path, FIRST)
    workspace.refresh(tmp_path, "en")
    return tmp_path


def release(home: Path, edition: Notebook) -> None:
    target = home / "release" / "en" / UNIT / NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(edition), "utf-8")


def copy_of(home: Path) -> Path:
    return home / "work" / "en" / UNIT / NAME


def files(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize("looked_first", [False, True], ids=["at once", "after course lab"])
def test_the_command_merges_keeps_what_was_there_and_then_has_nothing_to_do(
    home: Path, mine: Notebook, looked_first: bool
) -> None:
    before = json.dumps(mine).encode()
    copy_of(home).write_bytes(before)
    assert course("update")[1].strip() == text("workspace.update.nothing", "en")
    release(home, SECOND)
    if looked_first:
        assert "course update" in workspace.text("workspace.changes.beside", "en", file="", other="", unit=UNIT)
        assert [change.kind for change in workspace.refresh(home, "en")] == ["beside"]
    at_first = files(home)
    code, rehearsed = course("update", "4", "--dry-run")
    assert code == 0 and files(home) == at_first
    code, said = course("update")
    assert code == 0
    (aside,) = copy_of(home).parent.glob("*.mine-*")
    assert aside.read_bytes() == before and aside.name in said
    assert [path.name for path in copy_of(home).parent.glob("*.new*")] == []
    assert json.loads(copy_of(home).read_bytes()) == updated(mine)
    first, *lines = rehearsed.splitlines()
    assert first == text("workspace.update.dry_run", "en")
    assert [line.split(" is kept")[0] for line in lines] == [line.split(" is kept")[0] for line in said.splitlines()]
    at_last = files(home)
    assert course("update")[1].strip() == text("workspace.update.nothing", "en")
    assert files(home) == at_last
    assert workspace.states(home, "en") == {UNIT: workspace.State.EDITED}


def test_a_record_of_before_there_were_merges_is_read_and_the_copy_merged_without_a_base(
    home: Path, mine: Notebook
) -> None:
    record = home / "work" / RECORD
    entries = json.loads(record.read_text())
    for entry in entries.values():
        del entry["cells"]
    record.write_text(json.dumps(entries))
    copy_of(home).write_text(json.dumps(mine))
    release(home, SECOND)
    (change,) = workspace.update(home, "en")
    assert (change.kind, change.both) == ("merged", 3)
    assert "return x * x" in source(cell_of(json.loads(copy_of(home).read_text()), "answer-loss"))


def test_what_is_no_notebook_any_more_stays_and_the_newer_one_lies_beside_it(home: Path) -> None:
    copy_of(home).write_bytes(b"half of a fi")
    release(home, SECOND)
    (change,) = workspace.update(home, "en")
    assert change.kind == "beside" and copy_of(home).read_bytes() == b"half of a fi"


def test_half_of_a_character_in_an_answer_is_no_obstacle(home: Path, mine: Notebook) -> None:
    cell_of(mine, "answer-loss")["source"] = "def loss(x):\n    return '\ud83d'"
    copy_of(home).write_text(json.dumps(mine))
    release(home, SECOND)
    assert [change.kind for change in workspace.update(home, "en")] == ["merged"]
    assert json.loads(copy_of(home).read_text("utf-8")) == updated(mine)


def test_a_copy_that_was_saved_as_windows_saves_texts_is_merged(home: Path, mine: Notebook) -> None:
    copy_of(home).write_bytes(b"\xef\xbb\xbf" + json.dumps(mine, indent=1).replace("\n", "\r\n").encode())
    release(home, SECOND)
    assert [change.kind for change in workspace.update(home, "en")] == ["merged"]
    assert json.loads(copy_of(home).read_bytes()) == updated(mine)


def test_a_real_notebook_with_answers_is_graded_after_a_merge_by_the_same_answers() -> None:
    released = json.loads((REPOSITORY / "release" / "en" / UNIT / NAME).read_bytes())
    older, theirs = copy.deepcopy(released), copy.deepcopy(released)
    del older["cells"][3]
    for cell in theirs["cells"]:
        if cell["metadata"].get("course", {}).get("role") == "answer":
            cell["source"] = source(cell).replace("raise NotImplementedError", "return 1.0  # mine")
    del theirs["cells"][3]
    theirs["cells"].insert(8, code("own", "print('mine')"))
    merged = merge(theirs, released, digests(older), "en").notebook

    def runs(mine: Notebook) -> list[Judged]:
        ours = nbformat.from_dict(copy.deepcopy(released))
        ours.cells = [nbformat.from_dict({**cell, "source": source(cell)}) for cell in released["cells"]]
        return [cell for cell in rebuild(ours, "en", list(cells_of(mine))).cells if cell.answers or cell.tests]

    assert runs(merged) == runs(theirs) and any("# mine" in cell.source for cell in runs(merged))
