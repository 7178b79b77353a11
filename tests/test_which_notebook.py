"""Honest accidents around a notebook: its name and copies, the kinds and copies of its cells, pictures in an answer."""

from __future__ import annotations

import base64
import copy
import io
import json
import os
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import nbformat
import pytest
from PIL import Image
from thorough import share

from autograder.classroom.hand_in import hand_in
from autograder.exercises import units
from autograder.intake.submission import Refused, Submission, file_hash, intake
from autograder.judging.grade import grade
from autograder.nbgrader.autograde import REPOSITORY
from autograder.nbgrader.pages import OfflinePages
from autograder.sandbox import Sandbox
from course.language import LANGUAGES, text

UNIT, NAME = "04-gradient-descent", "gradient-descent.ipynb"
RELEASED = {lang: nbformat.read(REPOSITORY / "release" / lang / UNIT / NAME, as_version=4) for lang in LANGUAGES}

Data = dict[str, Any]


def plain(lang: str = "en") -> Data:
    return json.loads(nbformat.writes(RELEASED[lang], split_lines=False))


def full(lang: str = "en") -> Data:
    """Return a notebook with full-mark answers."""
    return json.loads(nbformat.writes(hand_in(RELEASED[lang], REPOSITORY / "demo" / "alice.py"), split_lines=False))


def cell_of(data: Data, cell_id: str) -> Data:
    return next(cell for cell in data["cells"] if cell.get("id") == cell_id)


def place_of(data: Data, cell_id: str) -> int:
    return data["cells"].index(cell_of(data, cell_id))


def write(folder: Path, name: str, data: Data | bytes, age: int = 0) -> None:
    """Write a notebook that is ``age`` seconds old."""
    (folder / name).write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    os.utime(folder / name, (1_800_000_000 - age,) * 2)


def taken(folder: Path) -> Submission:
    return intake(folder, NAME, RELEASED)


def remarks(submission: Submission) -> list[str]:
    for lang in LANGUAGES:
        assert all("{" not in remark.words(lang) for remark in submission.remarks)
    return [remark.name for remark in submission.remarks]


def with_answer(source: str, answer: str = "loss") -> Data:
    data = plain()
    cell_of(data, f"answer-{answer}")["source"] = source
    return data


RIGHT, WRONG = "def loss(w):\n    return w**2 + 12", "def loss(w):\n    return 0"

# --------------------------------------------------------------------------------------------- the file's name

NAMES = [
    "gradient-descent (1).ipynb", "gradient-descent-Copy1.ipynb", "Gradient-Descent.IPYNB",
    "gradient-descent.ipynb.txt", "gradient-descent.ipynb.json", "gradient-descent.json", "gradient-descent.txt",
    "gradient-descent", "Лаба 4.ipynb",
    "Untitled.ipynb", "ivanov_04.ipynb", "gradient-descent.ipynb (1)", "x" * 200 + ".ipynb",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_only_notebook_of_the_unit_is_the_work_whatever_its_name(tmp_path: Path, name: str):
    write(tmp_path, name, with_answer(RIGHT))
    submission = taken(tmp_path)
    assert cell_of(submission.notebook, "answer-loss").source == RIGHT
    assert remarks(submission) == ["other_name"] and not submission.several
    assert submission.file == name[:60]


def test_the_released_name_alone_needs_no_remark(tmp_path: Path):
    write(tmp_path, NAME, full())
    assert (remarks(taken(tmp_path)), taken(tmp_path).file) == ([], NAME)


def nothing_but_text(data: Data) -> Data:
    kept = [{"cell_type": cell["cell_type"], "metadata": {}, "source": cell["source"]} for cell in data["cells"]]
    return {"cells": kept, "metadata": {}, "nbformat": 4, "nbformat_minor": 2}


def only_the_answers(data: Data) -> Data:
    kept = [cell for cell in nothing_but_text(data)["cells"] if "def " in cell["source"]]
    return {"cells": kept, "metadata": {}, "nbformat": 4, "nbformat_minor": 2}


@pytest.mark.parametrize("change", [nothing_but_text, only_the_answers])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_renamed_notebook_is_known_without_its_metadata(tmp_path: Path, lang: str, change: Callable[[Data], Data]):
    write(tmp_path, "Untitled.ipynb", change(full(lang)))
    submission = taken(tmp_path)
    assert remarks(submission)[0] == "other_name"
    if change is nothing_but_text:
        assert submission.lang == lang


def test_the_notebook_of_another_unit_is_not_taken_for_this_one(tmp_path: Path):
    other = (REPOSITORY / "release" / "en" / "05-linear-regression" / "linear-regression.ipynb").read_bytes()
    write(tmp_path, "linear-regression.ipynb", other)
    with pytest.raises(Refused, match="other_unit:05-linear-regression"):
        taken(tmp_path)
    write(tmp_path, "mine.ipynb", full())
    assert taken(tmp_path).file == "mine.ipynb"
    nameless = nothing_but_text(json.loads(other))
    write(tmp_path, "linear-regression.ipynb", nameless)
    assert taken(tmp_path).file == "mine.ipynb"


def test_the_text_of_every_other_unit_is_told_apart(tmp_path: Path):
    for lang in LANGUAGES:
        for path in sorted((REPOSITORY / "release" / lang).glob("*/*.ipynb")):
            if path.name != NAME:
                write(tmp_path, "x.ipynb", nothing_but_text(json.loads(path.read_bytes())))
                with pytest.raises(Refused, match=r"others:x\.ipynb"):
                    taken(tmp_path)


@pytest.mark.parametrize("fresh", ["", "gradient-descent-Copy1.ipynb"])
def test_of_two_the_one_that_was_written_in_is_taken(tmp_path: Path, fresh: str):
    names = [fresh or NAME, NAME if fresh else "gradient-descent-Copy1.ipynb"]
    write(tmp_path, names[0], plain())
    write(tmp_path, names[1], full(), age=1000)
    submission = taken(tmp_path)
    assert submission.file == names[1] and not submission.several
    assert remarks(submission) == (["beside"] if fresh else ["other_name", "beside"])
    assert names[0] in submission.remarks[-1].words("en")


def test_of_several_that_were_written_in_the_right_name_counts_and_a_person_looks(tmp_path: Path):
    write(tmp_path, NAME, with_answer(WRONG), age=50)
    write(tmp_path, "a.ipynb", with_answer(RIGHT))
    submission = taken(tmp_path)
    assert (submission.file, submission.several, remarks(submission)) == (NAME, True, ["several"])
    os.rename(tmp_path / NAME, tmp_path / "b.ipynb")
    assert (taken(tmp_path).file, taken(tmp_path).several) == ("a.ipynb", True)


def test_a_copy_of_the_same_work_is_not_a_second_one(tmp_path: Path):
    write(tmp_path, NAME, full())
    again = full()
    cell_of(again, "rates")["outputs"] = []
    write(tmp_path, "copy.ipynb", again)
    assert (taken(tmp_path).several, remarks(taken(tmp_path))) == (False, ["beside"])


def test_of_two_that_nobody_wrote_in_the_right_name_or_the_newest_is_taken(tmp_path: Path):
    write(tmp_path, "a.ipynb", plain())
    write(tmp_path, "b.ipynb", plain("ru"), age=9)
    assert taken(tmp_path).file == "a.ipynb"
    write(tmp_path, NAME, plain(), age=99)
    assert taken(tmp_path).file == NAME


def test_a_scratch_cell_alone_is_something_that_was_written(tmp_path: Path):
    data = plain()
    data["cells"].append({"cell_type": "code", "metadata": {}, "source": RIGHT})
    write(tmp_path, NAME, plain())
    write(tmp_path, "b.ipynb", data)
    assert taken(tmp_path).file == "b.ipynb"


BESIDE = {"web.ipynb": b"<html>", "empty.ipynb": b"", "cut.ipynb": b'{"cells": [', "3.ipynb": b'{"nbformat": 3}'}


@pytest.mark.parametrize("other", BESIDE)
def test_what_cannot_be_read_hurts_no_notebook_beside_it(tmp_path: Path, other: str):
    write(tmp_path, other, BESIDE[other])
    write(tmp_path, "._" + NAME, b"\0\5\26\7")  # left by a Mac; nobody's work
    write(tmp_path, NAME, full())
    submission = taken(tmp_path)
    assert (submission.file, remarks(submission)) == (NAME, ["unread"])
    os.replace(tmp_path / NAME, tmp_path / "mine.ipynb")
    os.replace(tmp_path / other, tmp_path / NAME)
    assert (taken(tmp_path).file, remarks(taken(tmp_path))) == ("mine.ipynb", ["other_name", "unread"])


def test_the_only_file_that_cannot_be_read_says_why_whatever_its_name(tmp_path: Path):
    write(tmp_path, "gradient-descent (1).ipynb", json.dumps(full()).encode()[:5000])
    with pytest.raises(Refused, match="cut_off"):
        taken(tmp_path)


def test_links_and_folders_are_no_candidates(tmp_path: Path):
    (tmp_path / "in").mkdir()
    write(tmp_path, "secret.ipynb", full())
    (tmp_path / "in" / "link.ipynb").symlink_to(tmp_path / "secret.ipynb")
    (tmp_path / "in" / "folder.ipynb").mkdir()
    os.mkfifo(tmp_path / "in" / "pipe.ipynb")
    with pytest.raises(Refused, match="nothing"):
        taken(tmp_path / "in")


def test_names_of_other_files_are_told_short_and_on_one_line(tmp_path: Path):
    for name in ("a\n\x1b[31m\u202eb.ipynb", "c" * 200 + ".ipynb", "d.ipynb", "e.ipynb"):
        (tmp_path / name).touch()
    write(tmp_path, NAME, plain())
    assert taken(tmp_path).remarks[0].values["others"] == f"a [31mb.ipynb, {'c' * 60}, d.ipynb, …"


def test_a_folder_of_hundreds_of_notebooks_is_looked_at_in_bounded_time(tmp_path: Path):
    for number in range(300):
        write(tmp_path, f"{number:03}.ipynb", b"{}")
    write(tmp_path, NAME, full())
    assert taken(tmp_path).file == NAME


def test_the_hash_notices_every_change_of_a_file_that_counts(tmp_path: Path):
    seen = [file_hash(tmp_path, NAME), file_hash(tmp_path / "nobody", NAME)]
    for name, data in ((NAME, b"1"), (NAME, b"2"), ("a.ipynb", b"2"), ("a.ipynb", b"3"), ("b.ipynb", b"3")):
        write(tmp_path, name, data)
        seen.append(file_hash(tmp_path, NAME))
    os.unlink(tmp_path / NAME)
    seen.append(file_hash(tmp_path, NAME))
    assert len(set(seen)) == len(seen) - 1  # nothing is nothing
    write(tmp_path, "photo.jpg", b"4")
    assert file_hash(tmp_path, NAME) == seen[-1]


# ------------------------------------------------------------------------------------- accidents of the cells


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(contained=True) as opened:
        yield opened


def retype(cell: Data, kind: str) -> None:
    cell["cell_type"] = kind
    cell.pop("outputs", None)
    cell.pop("execution_count", None)


def answer_cells_of_other_kinds(data: Data) -> None:
    retype(cell_of(data, "answer-loss"), "markdown")
    retype(cell_of(data, "answer-regime"), "raw")
    retype(cell_of(data, "test-d_loss"), "raw")
    cell_of(data, "answer-regime")["metadata"] = {}


def import_cell_raw(data: Data) -> None:
    retype(cell_of(data, "setup"), "raw")


def import_cell_deleted(data: Data) -> None:
    data["cells"].remove(cell_of(data, "setup"))


def pandas_first(data: Data) -> None:
    cell_of(data, "setup")["source"] = "import pandas as pd\n" + cell_of(data, "setup")["source"]


def own_import_cell(data: Data) -> None:
    data["cells"].remove(cell_of(data, "setup"))
    source = "from google.colab import drive\nimport math, numpy as np\nimport matplotlib.pyplot as plt"
    data["cells"].insert(0, {"cell_type": "code", "metadata": {}, "source": source})


def names_above_the_imports(data: Data) -> None:
    data["cells"].insert(0, {"cell_type": "code", "metadata": {}, "source": "np = math = 3"})


def stub_below(data: Data) -> None:
    for name in ("loss", "gradient_descent"):
        stub = copy.deepcopy(cell_of(plain(), f"answer-{name}")) | {"id": f"again-{name}"}
        data["cells"].append(stub)


def stub_above(data: Data) -> None:
    stub = copy.deepcopy(cell_of(plain(), "answer-loss")) | {"id": "again"}
    data["cells"].insert(place_of(data, "answer-loss"), stub)


def stub_without_a_name(data: Data) -> None:
    source = "# my notes\n\n" + cell_of(plain(), "answer-loss")["source"] + "\n\n# end"
    data["cells"].append({"cell_type": "code", "metadata": {}, "source": source})


def stub_as_text_below(data: Data) -> None:
    stub = copy.deepcopy(cell_of(plain(), "answer-loss")) | {"id": "again"}
    retype(stub, "markdown")
    data["cells"].append(stub)


def old_version_switched_off(data: Data) -> None:
    old = copy.deepcopy(cell_of(data, "answer-loss")) | {"id": "again", "source": WRONG}
    retype(old, "raw")
    data["cells"].insert(place_of(data, "answer-loss"), old)


def old_version_switched_off_in_its_own_cell(data: Data) -> None:
    answer = cell_of(data, "answer-loss")
    data["cells"].insert(place_of(data, "answer-loss"), copy.deepcopy(answer) | {"id": "mine", "metadata": {}})
    answer["source"] = WRONG
    retype(answer, "raw")


def answer_that_is_text_and_has_no_name(data: Data) -> None:
    answer = cell_of(data, "answer-regime")
    retype(answer, "markdown")
    answer.update(metadata={}, id="7f3a")


def answers_above_the_stubs(data: Data) -> None:
    names = [cell["id"] for cell in data["cells"] if cell["id"].startswith("answer-")]
    source = "\n\n".join(cell_of(data, name)["source"] for name in names)
    for name in names:
        cell_of(data, name)["source"] = cell_of(plain(), name)["source"]
    data["cells"].insert(place_of(data, names[0]), {"cell_type": "code", "metadata": {}, "source": source})


def answer_in_the_test_cell(data: Data) -> None:
    answer, test = cell_of(data, "answer-loss"), cell_of(data, "test-loss")
    test["source"] = answer["source"] + "\n\ncheck(loss)"
    answer["source"] = cell_of(plain(), "answer-loss")["source"]


def answer_cell_emptied(data: Data) -> None:
    answer = cell_of(data, "answer-loss")
    data["cells"].insert(place_of(data, "answer-loss"), copy.deepcopy(answer) | {"id": "mine", "metadata": {}})
    answer["source"] = "# see above\n"


ACCIDENTS: dict[Callable[[Data], None], list[str]] = {
    answer_cells_of_other_kinds: ["kind_restored"],
    import_cell_raw: ["kind_restored"],
    import_cell_deleted: ["setup_missing"],
    pandas_first: [],
    own_import_cell: ["setup_missing"],
    names_above_the_imports: [],
    stub_below: ["stub_copies"],
    stub_above: ["stub_copies"],
    stub_without_a_name: ["stub_copies"],
    stub_as_text_below: ["stub_copies"],
    old_version_switched_off: [],
    old_version_switched_off_in_its_own_cell: [],
    answer_that_is_text_and_has_no_name: ["kind_restored"],
    answers_above_the_stubs: [],
    answer_in_the_test_cell: [],
    answer_cell_emptied: [],
}


@pytest.mark.sandbox
@pytest.mark.parametrize(
    ("accident", "lang"),
    share(product(ACCIDENTS, LANGUAGES), 2, lambda case: case[0], by=lambda case: f"{case[0].__name__} {case[1]}"),
    ids=lambda word: getattr(word, "__name__", word),
)
def test_an_accident_of_the_cells_costs_nothing(
    sandbox: Sandbox, tmp_path: Path, accident: Callable[[Data], None], lang: str
):
    data = full(lang)
    accident(data)
    write(tmp_path, NAME, data)
    submission = taken(tmp_path)
    assert remarks(submission) == ACCIDENTS[accident]
    exercises = list(units()[UNIT].values())
    verdicts = grade(sandbox, submission.cells, exercises, {each.name: 1 for each in exercises}, lang).verdicts
    lost = {name: (each.state, each.diagnosis) for name, each in verdicts.items() if each.score != each.max_score}
    assert lost == {}


@pytest.mark.sandbox
def test_a_notebook_with_an_animation_of_40_megabytes_is_graded(sandbox: Sandbox, tmp_path: Path):
    data = full()
    frames = [f'frames[{number}] = "data:image/png;base64,{"iVBORw0KGgo" * 6}\\\n' for number in range(420_000)]
    html = {"output_type": "display_data", "metadata": {}, "data": {"text/html": frames}}
    cell_of(data, "rates")["outputs"] = [html]
    write(tmp_path, NAME, data)
    assert (tmp_path / NAME).stat().st_size > 40 * 2**20
    submission = taken(tmp_path)
    exercises = list(units()[UNIT].values())
    verdicts = grade(sandbox, submission.cells, exercises, {each.name: 1 for each in exercises}).verdicts
    assert sum(verdict.score or 0 for verdict in verdicts.values()) == 22


def test_a_released_cell_is_never_run_twice_without_need(tmp_path: Path):
    write(tmp_path, NAME, plain())
    ids = [cell.id for cell in taken(tmp_path).cells]
    assert ids[0] == "setup" and len(ids) == len(set(ids))
    assert all(cell.stub for cell in taken(tmp_path).cells if cell.answers)


def test_written_copies_all_run_where_they_stand_and_the_first_fills_the_cell(tmp_path: Path):
    data = with_answer(RIGHT)
    data["cells"].append(copy.deepcopy(cell_of(data, "answer-loss")) | {"id": "again", "source": WRONG})
    write(tmp_path, NAME, data)
    submission = taken(tmp_path)
    assert cell_of(submission.notebook, "answer-loss").source == RIGHT
    assert [cell.source for cell in submission.cells if "def loss" in cell.source] == [RIGHT, WRONG]


def test_the_hash_of_an_answer_is_that_of_its_text_without_blanks_at_the_ends_of_lines(tmp_path: Path):
    write(tmp_path, NAME, with_answer(RIGHT))
    first = taken(tmp_path).answers
    assert set(first) == {"own-words"} | {f"answer-{name}" for name in units()[UNIT]}
    write(tmp_path, NAME, with_answer(RIGHT.replace("\n", "  \n")))
    assert taken(tmp_path).answers == first
    write(tmp_path, NAME, with_answer(WRONG))
    changed = taken(tmp_path).answers
    assert {name for name in first if first[name] != changed[name]} == {"answer-loss"}


HEAVY = [
    "-" * 9000 + "1", "not " * 2400 + "1", "(" * 9000, "lambda:" * 1400 + "1", "a." * 4900 + "b", "1+" * 4900 + "1",
    "[" * 199 + "]" * 199, "f" + "'{" * 4000, "\0def", "if 1:\n " * 1200, "x = " * 2400 + "1",
]  # fmt: skip


@pytest.mark.parametrize("code", HEAVY, ids=lambda code: code[:8].encode("unicode_escape").decode())
def test_code_that_is_hard_to_parse_is_taken_in(tmp_path: Path, code: str):
    write(tmp_path, NAME, with_answer(f"def loss(w): {code}"))
    assert taken(tmp_path).written


# -------------------------------------------------------------------------------------------- pictures in prose


def picture(kind: str = "png", side: int = 40) -> str:
    stream = io.BytesIO()
    Image.effect_noise((side, side), 90).save(stream, kind)
    return base64.b64encode(stream.getvalue()).decode()


def with_words(source: str, **attachments: dict[str, str]) -> Data:
    data = plain()
    cell_of(data, "own-words").update(source=source, attachments={f"{name}.x": at for name, at in attachments.items()})
    return data


AROUND = ["{}", "See {} and\n\n```\nnever closed", "{} <b>", "$$ {}", "*Your answer*\n\n    {}"]


@pytest.mark.parametrize("around", AROUND)
def test_a_picture_in_an_answer_appears_on_the_page_with_a_text_for_it(tmp_path: Path, around: str):
    write(tmp_path, NAME, with_words(around.format("![a](attachment:one.x)"), one={"image/png": picture()}))
    submission = taken(tmp_path)
    cell = cell_of(submission.notebook, "own-words")
    assert list(cell.attachments) == ["picture-1.png"] and not submission.elsewhere
    nbformat.validate(submission.notebook)
    shown = OfflinePages().from_notebook_node(submission.notebook)[0]
    source = "data:image/png;base64," + cell.attachments["picture-1.png"]["image/png"]
    tag = next(tag for tag in re.findall(r"<img [^>]*>", shown) if source in tag)
    assert f'alt="{text("check.remark.picture_alt", "en")}"' in tag


def test_a_picture_that_was_pasted_into_the_text_is_kept(tmp_path: Path):
    data = plain()
    large = picture(side=700)
    assert len(large) > 200_000
    cell_of(data, "own-words")["source"] = f"![x](data:image/png;base64,{large})\n\nso"
    write(tmp_path, NAME, data)
    cell = cell_of(taken(tmp_path).notebook, "own-words")
    assert list(cell.attachments) == ["picture-1.png"] and cell.source.endswith("so")


@pytest.mark.parametrize("kind", ["jpeg", "gif", "webp"])
def test_a_picture_of_another_kind_is_named_and_waits_for_a_person(tmp_path: Path, kind: str):
    write(tmp_path, NAME, with_words("![a](attachment:one.x)", one={f"image/{kind}": picture(kind)}))
    cell = cell_of(taken(tmp_path).notebook, "own-words")
    assert "attachments" not in cell
    assert kind.upper() in cell.source.upper() and "not shown" in cell.source


def test_a_picture_without_words_is_an_answer(tmp_path: Path):
    released = cell_of(RELEASED["en"], "own-words").source
    for kind in ("image/png", "image/svg+xml", "text/html"):
        write(tmp_path, NAME, with_words(released, one={kind: picture()}))
        submission = taken(tmp_path)
        assert submission.written and cell_of(submission.notebook, "own-words").source != released


def test_pictures_have_a_bound_in_number_and_size(tmp_path: Path):
    small = {f"p{number}": {"image/png": picture()} for number in range(9)}
    write(tmp_path, NAME, with_words("see", **small))
    cell = cell_of(taken(tmp_path).notebook, "own-words")
    assert len(cell.attachments) == 6 and "not shown (PNG)" in cell.source
    write(tmp_path, NAME, with_words("see", one={"image/png": picture(side=2300)}))
    assert "attachments" not in cell_of(taken(tmp_path).notebook, "own-words")


ODD = [{"a": 1}, {"a": {"image/png": 3}}, [], {"": {"image/png": "%"}}, {"a": {"image/png": ["x"]}}]


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_attachments_of_any_shape_do_no_harm(tmp_path: Path, odd: Any):
    data = plain()
    cell_of(data, "own-words").update(source="<script>", attachments=odd)
    write(tmp_path, NAME, data)
    submission = taken(tmp_path)
    nbformat.validate(submission.notebook)
    assert "attachments" not in cell_of(submission.notebook, "own-words")


def test_another_picture_is_another_answer(tmp_path: Path):
    hashes = set()
    for _ in range(2):
        write(tmp_path, NAME, with_words("![a](attachment:one.x)", one={"image/png": picture()}))
        hashes.add(taken(tmp_path).answers["own-words"])
    assert len(hashes) == 2


@pytest.mark.parametrize("source", ["![a](attachment:one.x)", ""])
def test_a_picture_in_a_cell_of_their_own_is_noticed(tmp_path: Path, source: str):
    data = plain()
    own = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": source}
    data["cells"].append(own | {"attachments": {"one.x": {"image/png": picture()}}})
    write(tmp_path, NAME, data)
    submission = taken(tmp_path)
    assert submission.elsewhere and submission.notebook.cells[-1].attachments


# ------------------------------------------------------------------------------------ a folder inside the folder


def test_a_notebook_in_a_folder_inside_is_found_and_the_folder_named(tmp_path: Path):
    (tmp_path / "work").mkdir()
    write(tmp_path / "work", NAME, with_answer(RIGHT))
    found = taken(tmp_path)
    assert remarks(found) == ["folder_within"] and found.remarks[0].values == {"folder": "work"}
    assert not found.several


@pytest.mark.parametrize(
    ("other", "several"), [(plain(), False), (with_answer(WRONG), True), (with_answer(RIGHT), False)]
)
def test_of_folders_inside_the_one_that_was_written_in_counts_and_a_person_is_asked_where_two_differ(
    tmp_path: Path, other: Data, several: bool
):
    for name, data in (("a", other), ("b", with_answer(RIGHT))):
        (tmp_path / name).mkdir()
        write(tmp_path / name, NAME, data)
    found = taken(tmp_path)
    assert found.several is several
    assert remarks(found) == ["folder_within", *["several"] * several]
    assert found.remarks[0].values["folder"] == ("b" if other == plain() else "a")


def test_a_file_that_cannot_be_read_in_the_only_folder_inside_is_refused_with_its_own_reason(tmp_path: Path):
    (tmp_path / "work").mkdir()
    write(tmp_path / "work", NAME, b"no notebook")
    with pytest.raises(Refused) as refusal:
        taken(tmp_path)
    assert refusal.value.word != "absent"
