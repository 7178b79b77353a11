"""What is handed in becomes a notebook that is ours but for the learner's sources, or it is refused."""

import base64
import copy
import io
import json
import os
import re
import socket
import struct
import unicodedata
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbconvert.filters.markdown import markdown2html
from nbgrader.nbgraderformat import MetadataValidator
from PIL import Image

from autograder.exercises import units
from autograder.intake.submission import Refused, Submission, intake, untouched
from autograder.judging.grade import Times, grade
from autograder.judging.outputs import cell_outputs, verdict_outputs
from autograder.judging.verdict import Verdict
from autograder.nbgrader.autograde import REPOSITORY
from autograder.sandbox import Sandbox
from autograder.support.sanitise import MAX_PNG, checked_png, sanitise_markdown, sanitise_text
from course.language import LANGUAGES

UNIT, NAME = "04-gradient-descent", "gradient-descent.ipynb"
WHOLE = {
    lang: nbformat.read(REPOSITORY / "release" / lang / UNIT / NAME, as_version=4) for lang in LANGUAGES
}
KEPT = ("goal", "setup", "the-loss", "figure-learning_rate", "answer-loss", "test-loss", "answer-d_loss", "test-d_loss")


def shortened(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook with one cell or two of every kind, which is enough here and quicker."""
    cells = [cell for cell in notebook.cells if cell.id in (*KEPT, "own-words")]
    return nbformat.from_dict({**notebook, "cells": cells})


RELEASED = {lang: shortened(notebook) for lang, notebook in WHOLE.items()}

fuzz = settings(max_examples=150, suppress_health_check=list(HealthCheck))


def handed_in(folder: Path, data: Any, released: dict[str, Any] = RELEASED) -> Submission:
    """Put ``data`` (bytes, or what becomes JSON) into the folder and take it in."""
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    (folder / NAME).write_bytes(raw)
    return intake(folder, NAME, released)


def plain(lang: str = "en") -> dict[str, Any]:
    """Return the released notebook as the plain JSON that a learner's file holds."""
    return json.loads(nbformat.writes(RELEASED[lang]))


def cell_of(data: dict[str, Any], cell_id: str) -> dict[str, Any]:
    return next(cell for cell in data["cells"] if cell.get("id") == cell_id)


def assert_ours(submission: Submission, released: dict[str, Any] = RELEASED) -> None:
    """Assert that everything but the learner's sources and their own cells is as it was released."""
    ours = released[submission.lang]
    node = submission.notebook
    nbformat.validate(node, relax_add_props=False)
    MetadataValidator().validate_nb(node)
    json.dumps(node).encode("utf-8")
    assert node.metadata == ours.metadata
    assert (node.nbformat, node.nbformat_minor) == (ours.nbformat, ours.nbformat_minor)
    kept = [cell for cell in node.cells if not cell.metadata.get("course", {}).get("extra")]
    assert [cell.id for cell in kept] == [cell.id for cell in ours.cells]
    for cell, original in zip(kept, ours.cells, strict=True):
        assert (cell.cell_type, cell.metadata) == (original.cell_type, original.metadata)
        grader = original.metadata.get("nbgrader", {})
        if grader.get("locked") or (original.cell_type == "markdown" and not grader):
            assert cell.source == original.source
    extras = [cell for cell in node.cells if cell.metadata.get("course", {}).get("extra")]
    assert all(cell.metadata == {"course": {"extra": True}} for cell in extras)
    ids = [cell.id for cell in node.cells]
    assert len(set(ids)) == len(ids)
    wanted = [cell.metadata.course.exercise for cell in ours.cells if cell.id.startswith("test-")]
    assert [cell.tests for cell in submission.cells if cell.tests] == wanted
    assert not any(cell.source for cell in submission.cells if cell.tests)
    assert len({cell.id for cell in submission.cells}) == len(submission.cells)


# ------------------------------------------------------------------------------- whatever may be handed in

texts = st.one_of(
    st.text(st.characters(exclude_categories=())),  # lone surrogates too
    st.sampled_from(["", "x = 1", "def loss(w):\n    return w", "check(loss)", "\x00", "<script>", "\u202e", "\ud800"]),
)
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), texts)
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=8,
)
grade_ids = st.sampled_from([*KEPT[-4:], "own-words", "other", "", 7, None])
cell_ids = st.one_of(st.sampled_from([*KEPT, "own-words", "x", "", None, 3]), texts)
cells = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.one_of(st.sampled_from(["code", "markdown", "raw"]), anything),
        "source": st.one_of(texts, st.lists(texts, max_size=3), anything),
        "id": cell_ids,
        "outputs": anything,
        "execution_count": anything,
        "metadata": st.one_of(
            anything,
            st.fixed_dictionaries(
                {
                    "nbgrader": st.one_of(
                        anything,
                        st.fixed_dictionaries(
                            {"grade_id": grade_ids},
                            optional={name: anything for name in ("points", "grade", "locked", "solution", "task")},
                        ),
                    )
                },
                optional={"course": anything, "tags": anything},
            ),
        ),
    },
)
languages = st.fixed_dictionaries({"course": st.fixed_dictionaries({"lang": st.sampled_from(["ru", "en", "de", 1])})})
notebooks = st.fixed_dictionaries(
    {"cells": st.one_of(st.lists(st.one_of(cells, anything), max_size=8), anything)},
    optional={
        "metadata": st.one_of(anything, languages),
        "nbformat": anything,
        "nbformat_minor": anything,
    },
)


@given(data=st.one_of(notebooks, anything))
@fuzz
def test_any_json_is_refused_or_becomes_our_notebook(tmp_path_factory: pytest.TempPathFactory, data: Any):
    try:
        submission = handed_in(tmp_path_factory.getbasetemp(), data)
    except Refused as refusal:
        assert refusal.word in ("unreadable", "absent") and refusal.detail
        return
    assert_ours(submission)


@st.composite
def edited(draw: st.DrawFn) -> dict[str, Any]:
    """Return the released notebook after some edits that a learner or their tools might make."""
    data = plain(draw(st.sampled_from(LANGUAGES)))
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(data["cells"]))) if data["cells"] else 0
        there = place < len(data["cells"])
        match draw(st.integers(0, 8)):
            case 0 if there:
                del data["cells"][place]
            case 1 if there:
                data["cells"].insert(draw(st.integers(0, len(data["cells"]))), copy.deepcopy(data["cells"][place]))
            case 2 if there:
                data["cells"].append(data["cells"].pop(place))
            case 3:
                data["cells"].insert(place, draw(cells))
            case 4 if there:
                data["cells"][place]["source"] = draw(texts)
            case 5 if there:
                data["cells"][place]["metadata"] = draw(anything)
            case 6 if there:
                data["cells"][place]["cell_type"] = draw(st.sampled_from(["code", "markdown", "raw", "heading"]))
            case 7 if there:
                grader = data["cells"][place].get("metadata")
                if isinstance(grader, dict):
                    names = ("points", "locked", "solution")
                    grader["nbgrader"] = {"grade_id": draw(grade_ids)} | {name: draw(anything) for name in names}
            case 8 if there:
                data["cells"][place]["id"] = draw(cell_ids)
    return data


@given(data=edited())
@fuzz
def test_an_edited_notebook_becomes_ours_with_the_learners_sources(tmp_path_factory: pytest.TempPathFactory, data: Any):
    submission = handed_in(tmp_path_factory.getbasetemp(), data)
    assert_ours(submission)
    again = handed_in(tmp_path_factory.getbasetemp(), data)
    assert (again.sha256, again.cells) == (submission.sha256, submission.cells)


files = st.one_of(st.binary(max_size=200), notebooks.map(lambda data: json.dumps(data).encode()))


@given(raw=files, cut=st.integers(0, 300))
@fuzz
def test_any_bytes_are_refused_or_become_our_notebook(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, cut: int
):
    try:
        submission = handed_in(tmp_path_factory.getbasetemp(), raw[:cut])
    except Refused:
        return
    assert_ours(submission)


# ----------------------------------------------------------------------------------- files that are no files


def refusal(folder: Path, name: str = NAME) -> Refused:
    with pytest.raises(Refused) as caught:
        intake(folder, name, RELEASED)
    assert caught.value.detail
    return caught.value


def test_a_symlinked_file_is_refused_and_what_it_points_to_is_not_read(tmp_path: Path):
    secret = tmp_path / "secret.ipynb"
    nbformat.write(RELEASED["en"], secret)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / NAME).symlink_to(secret)
    assert refusal(tmp_path / "in").word == "unreadable"


def test_a_symlinked_folder_is_refused(tmp_path: Path):
    (tmp_path / "other").mkdir()
    nbformat.write(RELEASED["en"], tmp_path / "other" / NAME)
    (tmp_path / "in").symlink_to(tmp_path / "other")
    assert refusal(tmp_path / "in").word == "unreadable"


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path):
    os.mkfifo(tmp_path / NAME)
    assert refusal(tmp_path).word == "unreadable"


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path):
    (tmp_path / NAME).mkdir()
    assert refusal(tmp_path).word == "unreadable"


def test_a_device_is_refused():
    assert refusal(Path("/dev"), "zero").word == "unreadable"


def test_a_socket_is_refused(tmp_path: Path):
    with socket.socket(socket.AF_UNIX) as server:
        here = os.open(tmp_path, os.O_RDONLY)  # the address of a socket must be short
        server.bind(f"/proc/self/fd/{here}/{NAME}")
        os.close(here)
        assert refusal(tmp_path).word == "unreadable"


def test_a_refusal_leaves_no_file_open(tmp_path: Path):
    (tmp_path / NAME).mkdir()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        refusal(tmp_path)
        refusal(tmp_path, "absent.ipynb")
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path):
    (tmp_path / "in").write_text("no folder")
    assert refusal(tmp_path / "in").word == "unreadable"


def test_a_missing_file_is_absent_and_what_lies_there_is_named(tmp_path: Path):
    assert (refusal(tmp_path / "nobody").word, refusal(tmp_path / "nobody").detail) == ("absent", "nothing")
    (tmp_path / "timestamp.txt").write_text("2026-11-03 10:00:00 UTC")
    assert (refusal(tmp_path).word, refusal(tmp_path).detail) == ("absent", "nothing")
    (tmp_path / "my copy.ipynb").write_text("{}")
    (tmp_path / "photo.jpg").touch()
    assert refusal(tmp_path).detail == "others:my copy.ipynb, photo.jpg"


def test_a_huge_sparse_file_is_refused_by_its_size(tmp_path: Path):
    with open(tmp_path / NAME, "wb") as file:
        file.truncate(2**40)
    assert refusal(tmp_path).detail == f"too_big:{2**20}"


@pytest.mark.parametrize("odd", [None, 7, "text", [], ["a", 1], {"a": 1}, True], ids=repr)
def test_cells_and_sources_of_a_wrong_type_are_left_out(tmp_path: Path, odd: Any):
    data = plain()
    data["cells"] += [odd, {"cell_type": "code", "source": odd if odd != "text" else 3, "metadata": odd, "id": odd}]
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    assert len(submission.notebook.cells) == len(RELEASED["en"].cells)


def test_lone_surrogates_and_hidden_characters_do_not_reach_the_notebook(tmp_path: Path):
    data = plain()
    cell_of(data, "answer-loss")["source"] = "x = '\ud800\u202e\x07'\r\ny = 2\r"
    submission = handed_in(tmp_path, data)
    assert cell_of(submission.notebook, "answer-loss").source == "x = ''\ny = 2\n"


# ------------------------------------------------------------------------------------- what learners do to cells


def answered(lang: str = "en") -> dict[str, Any]:
    data = plain(lang)
    cell_of(data, "answer-loss")["source"] = "def loss(w):\n    return square(w) + 12"
    cell_of(data, "answer-d_loss")["source"] = "def d_loss(w):\n    return 2 * w"
    place = data["cells"].index(cell_of(data, "answer-loss"))
    helper = "def square(w):\n    return w * w"
    data["cells"].insert(place, {"cell_type": "code", "id": "mine", "metadata": {}, "source": helper, "outputs": []})
    return data


def run_order(submission: Submission) -> list[str]:
    return [cell.tests and f"test {cell.tests}" or cell.source.partition("(")[0] for cell in submission.cells]


def test_a_helper_cell_stays_where_it_was_put(tmp_path: Path):
    order = run_order(handed_in(tmp_path, answered()))
    assert order[-5:] == ["def square", "def loss", "test loss", "def d_loss", "test d_loss"]


def test_the_answers_belong_to_their_exercises(tmp_path: Path):
    submission = handed_in(tmp_path, answered())
    assert [cell.answers for cell in submission.cells if cell.answers] == [("loss",), ("d_loss",)]


def test_a_copied_answer_cell_does_not_push_out_the_first_one(tmp_path: Path):
    data = answered()
    again = copy.deepcopy(cell_of(data, "answer-loss"))
    again["source"] = "def loss(w):\n    return 0"
    data["cells"].append(again)
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    assert "square" in cell_of(submission.notebook, "answer-loss").source
    assert submission.cells[-1].source == again["source"] and submission.cells[-1].answers == ()


ANSWER = "The path gets shorter by the same factor each time."


@pytest.mark.parametrize("kind", ["markdown", "code", "raw"])
@pytest.mark.parametrize("gone", ["", "id", "metadata"])
def test_an_answer_in_words_is_kept_whatever_the_kind_of_its_cell(tmp_path: Path, kind: str, gone: str):
    data = plain()
    cell_of(data, "own-words").update({"cell_type": kind, "source": ANSWER})
    if gone:
        cell_of(data, "own-words")[gone] = "" if gone == "id" else {}
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    answer = next(cell for cell in submission.notebook.cells if cell.id == "own-words")
    assert answer.source == ANSWER and not submission.elsewhere


@pytest.mark.parametrize("kind", ["markdown", "code", "raw"])
@pytest.mark.parametrize("how", ["below", "in its place", "above", "nameless"])
def test_words_in_another_cell_than_the_one_for_them_are_kept_and_noticed(tmp_path: Path, kind: str, how: str):
    data = plain()
    place = data["cells"].index(cell_of(data, "own-words"))
    own = {"cell_type": kind, "id": "mine", "metadata": {}, "source": ANSWER, "outputs": []}
    data["cells"].insert(place + (how == "below"), own)
    if how == "in its place":
        data["cells"].remove(cell_of(data, "own-words"))
    if how == "nameless":
        data["cells"].remove(cell_of(data, "own-words"))
        for cell in data["cells"]:
            cell["metadata"], cell["id"] = {}, ""
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    assert submission.elsewhere
    assert ANSWER in [cell.source for cell in submission.notebook.cells]


def test_words_typed_into_our_own_text_are_kept_beside_it_and_noticed(tmp_path: Path):
    data = plain()
    goal = next(cell for cell in data["cells"] if cell["id"] == "goal")
    goal["source"] += f"\n\n{ANSWER}"
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    assert submission.elsewhere
    assert submission.notebook.cells[1].source.endswith(ANSWER)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_notebook_as_it_was_handed_out_and_scratch_code_elsewhere_have_no_words(tmp_path: Path, lang: str):
    data = plain(lang)
    assert not handed_in(tmp_path, data).elsewhere
    scratch = {"cell_type": "code", "id": "mine", "metadata": {}, "source": "print(1)", "outputs": []}
    data["cells"].insert(1, scratch)
    assert not handed_in(tmp_path, data).elsewhere


def test_the_notebook_of_another_unit_is_refused_by_its_name(tmp_path: Path):
    other = REPOSITORY / "release" / "en" / "05-linear-regression" / "linear-regression.ipynb"
    with pytest.raises(Refused, match="^other_unit:05-linear-regression$"):
        handed_in(tmp_path, other.read_bytes())
    data = plain()
    data["metadata"]["course"]["unit"] = "05-linear-regression"
    assert handed_in(tmp_path, data), "with one of our exercises in it, it is ours"
    hostile = json.loads(other.read_bytes())
    hostile["metadata"]["course"]["unit"] = "<script>"
    with pytest.raises(Refused) as refused:
        handed_in(tmp_path, hostile)
    assert refused.value.detail == "foreign"


def test_a_deleted_test_cell_is_there_again(tmp_path: Path):
    data = answered()
    data["cells"] = [cell for cell in data["cells"] if not cell["id"].startswith("test-")]
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    assert [cell.tests for cell in submission.cells if cell.tests] == ["loss", "d_loss"]


def test_moved_cells_run_in_the_order_of_the_release(tmp_path: Path):
    data = answered()
    data["cells"].reverse()
    order = [word for word in run_order(handed_in(tmp_path, data)) if "loss" in word]
    assert order == ["def loss", "test loss", "def d_loss", "test d_loss"]


def test_an_edited_test_cell_and_edited_points_are_without_effect(tmp_path: Path):
    data = answered()
    test = cell_of(data, "test-loss")
    test["source"] = "print('full marks')"
    test["metadata"]["nbgrader"] |= {"points": 1000, "locked": False, "grade": False}
    test["outputs"] = [nbformat.v4.new_output("execute_result", {"text/plain": "1000"})]
    cell_of(data, "goal")["source"] = "# Another title"
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    assert cell_of(submission.notebook, "test-loss").outputs == []


def test_two_answers_with_swapped_tags_are_judged_by_what_they_define(tmp_path: Path):
    data = answered()
    one, other = cell_of(data, "answer-loss"), cell_of(data, "answer-d_loss")
    one["metadata"], other["metadata"] = other["metadata"], one["metadata"]
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    assert cell_of(submission.notebook, "answer-loss").source == other["source"]


def test_nothing_of_the_released_notebook_is_changed_by_a_submission(tmp_path: Path):
    before = nbformat.writes(RELEASED["en"])
    submission = handed_in(tmp_path, answered())
    for cell in submission.notebook.cells:
        cell.source += "x"
        cell.metadata["more"] = 1
        if cell.cell_type == "code":
            cell.outputs.append(nbformat.v4.new_output("stream", text="x"))
    assert nbformat.writes(RELEASED["en"]) == before


def test_nothing_readable_becomes_the_released_notebook_without_answers():
    for lang in LANGUAGES:
        submission = untouched(RELEASED[lang], lang)
        assert_ours(submission)
        assert [cell.source for cell in submission.notebook.cells] == [cell.source for cell in RELEASED[lang].cells]
        assert not any(cell.answers for cell in submission.cells)


def stripped(data: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook as a tool leaves it that knows no metadata and no cell ids."""
    kept = [{"cell_type": cell["cell_type"], "metadata": {}, "source": cell["source"]} for cell in data["cells"]]
    return {"cells": kept, "metadata": {}, "nbformat": 4, "nbformat_minor": 2}


@pytest.mark.sandbox
@pytest.mark.parametrize("lang", LANGUAGES)
def test_answers_are_found_after_another_tool_has_removed_all_metadata(tmp_path: Path, lang: str):
    submission = handed_in(tmp_path, stripped(answered(lang)))
    assert_ours(submission)
    assert submission.lang == lang
    asked = [units()[UNIT][name] for name in ("loss", "d_loss")]
    with Sandbox(contained=True) as sandbox:
        verdicts = grade(sandbox, submission.cells, asked, {"loss": 1, "d_loss": 2}, times=Times()).verdicts
    assert {name: verdict.state for name, verdict in verdicts.items()} == {"loss": "correct", "d_loss": "correct"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_is_the_one_of_the_learners_notebook(tmp_path: Path, lang: str):
    submission = handed_in(tmp_path, answered(lang))
    assert submission.lang == lang
    assert submission.notebook.cells[0].source == RELEASED[lang].cells[0].source


NO_LANGUAGE = [None, 7, [], {"course": 1}, {"course": {"lang": ["ru"]}}, {"course": {"lang": "de"}}]


@pytest.mark.parametrize("odd", NO_LANGUAGE, ids=repr)
def test_the_language_of_a_notebook_that_does_not_say_it_is_the_one_of_its_text(tmp_path: Path, odd: Any):
    for lang in LANGUAGES:
        assert handed_in(tmp_path, answered(lang) | {"metadata": odd}).lang == lang


# -------------------------------------------------------------------------------------------------- prose


class Elements(HTMLParser):
    """All elements of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    @property
    def words(self) -> str:
        return "".join(self.texts)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def assert_harmless(source: str) -> None:
    page = markdown2html(sanitise_markdown(source))
    shown = Elements(page)
    for tag, attributes in shown.elements:
        assert tag not in ("script", "img", "iframe", "style", "svg", "object", "embed", "link", "form", "base", "meta")
        if tag == "a" and attributes.get("class") == "anchor-link":  # nbconvert adds one to a heading
            assert attributes["href"].startswith("#")
            continue
        assert not any(name in ("src", "href", "srcset", "action", "background") for name in attributes)
        assert not any(name.startswith("on") for name in attributes)
        assert not any("javascript:" in (value or "").lower() for value in attributes.values())
        assert "mermaid" not in (attributes.get("class") or "")
    assert "<script" not in page.lower()
    # A formula does not go on in the next element.
    assert not any(re.search(r"\\(href|url|require|htmlData|includegraphics)\b", words) for words in shown.texts)


PIECES = [
    "<script>", "</script>", "<img src=x onerror=y>", "<", ">", "&lt;", "&#60;", "&", "javascript:", "JavaScript :",
    "[a]", "![a]", "(http://x.y)", "https://x.yz", "[1]: http://x.y", "[a][1]", "\n", "\n\n", "```mermaid\n",
    "~~~ mermaid\n", "```", "`", "$", "$$", r"\href{http://x}{y}", r"\\href{x}{y}", r"\\\require{a}", "# ", "* ", "1. ",
    "> ", "|", "---", "\\", " ", "]", "[", "(", ")", ":", "data:text/html,x", "<!--", "-->", "<a href=//x>", "<http://x.y>",
    "<me@x.y>", "me@x.y", "www.x.yz", "\u200b", "text", "\t", "**", "attachment:x.png", "<?php", "<![CDATA[",
    "- [ ] ", "- [x] ", r"\begin{a}", r"\end{a}", "[^1]", "\\]", "\\[",
]  # fmt: skip
pieces = st.sampled_from(PIECES)


@given(source=st.one_of(st.lists(pieces, max_size=14).map("".join), st.text()))
@settings(max_examples=800)
def test_prose_of_a_learner_runs_nothing_loads_nothing_and_links_nowhere(source: str):
    assert_harmless(source)


ATTACKS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "[x](javascript:alert(1))",
    "![x](http://evil.example/pixel.png)", "[x]: javascript:alert(1)\n\n[x]", "https://evil.example/page",
    "```mermaid\nclick A href \"javascript:alert(1)\"\n```", "``` mermaid\nA\n```", "<https://evil.example>",
    r"$\href{javascript:alert(1)}{x}$", r"$\\href{javascript:alert(1)}{x}$", r"$\bbox[background:url(//x)]{y}$",
    "<style>@import url(//x)</style>", "<a href='//x'>y</a>", "[a\n](http://x)", "&#106;avascript:alert(1)",
    "<}a@b.cd>", "<$$a@b.cd>", "```\\```\\href{http://x}{y}",
    "`<script>`", "$<script>alert(1)</script>$", "$$<img src=x onerror=y>$$", "<table background=x>", "<!-- --><b>",
]  # fmt: skip


@pytest.mark.parametrize("source", ATTACKS)
def test_a_known_attack_in_prose_is_only_text(source: str):
    assert_harmless(source)


FORMULAS = ["a < b", "a<b", "0 < x & y", r"\eta<1", r"\begin{cases} 1 & w<0 \\ 2 & w \geq 0 \end{cases}"]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("frame", ["${}$", "$${}$$", "words ${}$ and words"])
def test_a_formula_with_a_less_than_sign_still_reads_as_it_was_written(formula: str, frame: str):
    shown = Elements(markdown2html(sanitise_markdown(frame.format(formula)))).words
    assert "".join(formula.split()) in "".join(shown.split())


def test_code_in_prose_still_reads_as_it_was_written():
    source = "`if a < b & c:`\n\n```python\nif x<y[0][1]:\n    pass\n```"
    shown = Elements(markdown2html(sanitise_markdown(source))).words
    assert "if a < b & c:" in shown and "if x<y[0][1]:" in shown.replace(" ", "").replace("if", "if ")


def test_emphasis_lists_headings_and_tables_stay():
    source = "# Head\n\n**bold** and *thin*\n\n* one\n* two\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    page = markdown2html(sanitise_markdown(source))
    assert {"h1", "strong", "em", "ul", "li", "table"} <= {tag for tag, _ in Elements(page).elements}


def test_the_learners_prose_is_harmless_in_the_rebuilt_notebook(tmp_path: Path):
    data = plain()
    cell_of(data, "own-words")["source"] = "my answer <script>alert(1)</script>"
    data["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "![x](http://evil.example/x.png)"})
    submission = handed_in(tmp_path, data)
    assert_ours(submission)
    prose = "\n".join(cell.source for cell in submission.notebook.cells if cell.cell_type == "markdown")
    assert "<script>" not in prose and "](http://evil" not in prose and "my answer" in prose


def test_the_untouched_answer_in_words_stays_equal_to_the_released_one(tmp_path: Path):
    """nbgrader knows by it that nothing was written."""
    submission = handed_in(tmp_path, plain())
    assert cell_of(submission.notebook, "own-words").source == cell_of(RELEASED["en"], "own-words").source


# ------------------------------------------------------------------------------------------------- outputs


@given(text=st.text(st.characters(exclude_categories=())))
def test_printed_text_has_no_control_and_no_bidirectional_characters(text: str):
    shown = sanitise_text(text)
    assert all(unicodedata.category(letter) not in ("Cc", "Cs") or letter in "\n\t" for letter in shown)
    assert not {unicodedata.bidirectional(letter) for letter in shown} & {
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"
    }  # fmt: skip
    assert not set(shown) & {"\u200e", "\u200f", "\u061c"}
    assert sanitise_text("a\tb\nc") == "a\tb\nc"


def test_printed_text_is_cut():
    assert len(sanitise_text("x" * 10**6)) < 21_000


def figure_png(**options: Any) -> bytes:
    figure, axes = plt.subplots(figsize=(2, 1.5))
    axes.plot([1, 3, 2])
    stream = io.BytesIO()
    figure.savefig(stream, format="png", **options)
    plt.close(figure)
    return stream.getvalue()


PICTURE = figure_png(metadata={"Comment": "<script>alert(1)</script>"})


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(bytes((min(width, 50) + 1) * min(height, 50))))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + body + chunk(b"IEND", b"")


def chunk_names(data: bytes) -> list[bytes]:
    names, place = [], 8
    while place < len(data):
        (size,) = struct.unpack(">I", data[place : place + 4])
        names.append(data[place + 4 : place + 8])
        place += size + 12
    return names


def test_a_plot_keeps_every_pixel_and_loses_its_texts():
    kept = checked_png(PICTURE)
    assert kept is not None and b"<script>" in PICTURE and b"<script>" not in kept
    assert set(chunk_names(kept)) == {b"IHDR", b"IDAT", b"IEND"}
    before, after = (np.asarray(Image.open(io.BytesIO(data))) for data in (PICTURE, kept))
    assert np.array_equal(before, after)


def test_what_follows_the_end_of_a_picture_is_dropped():
    assert checked_png(PICTURE + b"<script>alert(1)</script>") == checked_png(PICTURE)


@given(cut=st.integers(0, len(PICTURE) - 1))
def test_a_picture_that_is_cut_short_is_refused(cut: int):
    assert checked_png(PICTURE[:cut]) is None


@given(place=st.integers(0, len(PICTURE) - 1), value=st.integers(0, 255))
def test_a_picture_with_a_damaged_byte_is_refused_or_equal(place: int, value: int):
    damaged = PICTURE[:place] + bytes([value]) + PICTURE[place + 1 :]
    assert checked_png(damaged) in (None, checked_png(PICTURE))


@given(data=st.binary(max_size=300))
def test_bytes_that_are_no_picture_are_refused(data: bytes):
    assert checked_png(data) is None
    assert checked_png(PICTURE[:8] + data) is None


chunk_orders = st.lists(st.sampled_from([b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tEXt", b"acTL", b"iCCP"]), max_size=6)


@given(order=chunk_orders, body=st.binary(max_size=30))
def test_a_heap_of_sound_chunks_that_make_no_picture_is_refused(order: list[bytes], body: bytes):
    data = PICTURE[:8] + b"".join(chunk(name, body) for name in order)
    kept = checked_png(data)
    assert kept is None or (chunk_names(kept).count(b"IHDR") == 1 and len(body) == 13)


@pytest.mark.parametrize("size", [(100_000, 100_000), (0, 5), (5, 0), (1, 2**31 - 1), (4001, 1)])
def test_a_picture_that_would_fill_the_memory_is_refused(size: tuple[int, int]):
    assert checked_png(png(*size)) is None


def test_a_second_header_cannot_enlarge_a_checked_picture():
    bomb = chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0))
    assert checked_png(png(5, 5)) is not None
    assert checked_png(png(5, 5, bomb)) is None


def test_a_picture_of_too_many_bytes_is_refused():
    assert checked_png(png(5, 5, chunk(b"tEXt", bytes(MAX_PNG)))) is None


shows = st.one_of(
    anything, st.fixed_dictionaries({"name": texts, "text": texts}), st.fixed_dictionaries({"png": anything})
)


@given(shown=st.lists(shows))
def test_outputs_made_of_anything_are_plain_texts_and_sound_pictures(shown: list[Any]):
    outputs = cell_outputs([*shown, {"png": np.frombuffer(PICTURE, dtype=np.uint8)}, {"png": np.zeros((2, 2))}])
    cell = nbformat.v4.new_code_cell("", outputs=outputs, id="x")
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))
    for output in outputs:
        assert output.output_type in ("stream", "display_data")
        assert set(output.get("data", {})) <= {"text/plain", "image/png"}
        if "image/png" in output.get("data", {}):
            assert checked_png(base64.b64decode(output.data["image/png"])) is not None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("score", [0.0, 1.0, 1.29, None])
def test_a_graded_cell_shows_the_score_of_its_verdict(lang: str, score: float | None):
    from nbgrader.utils import determine_grade

    verdict = Verdict("loss", "review" if score is None else "partial", score, 2)
    cell = nbformat.v4.new_code_cell("", id="x", outputs=verdict_outputs(verdict, lang))
    cell.metadata["nbgrader"] = {"grade": True, "grade_id": "x", "points": 2, "solution": False, "locked": True}
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))
    assert determine_grade(cell) == (score or 0.0, 2)
