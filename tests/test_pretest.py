"""The six questions before and after the course: what is right is read from what stands in the notebooks."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

from autograder.authoring import lesson
from autograder.reporting import class_report, pretest
from autograder.reporting.overview import overview
from autograder.self_study import working_copy
from autograder.support.repository import REPOSITORY, released_notebooks
from course import workspace
from course.language import LANGUAGES

ALL_RIGHT = str(pretest.KEY)
NEW_TO_IT = "{'A': 2, 'B': 2, 'C': 0, 'D': 1, 'E': 3, 'F': 2}"  # A and F are right


def written(unit: str, given: str, lang: str = "en") -> nbformat.NotebookNode:
    """Return the released notebook of a unit with the six answers filled in."""
    notebook = released_notebooks(unit)[lang]
    (cell,) = (cell for cell in notebook.cells if cell.id == pretest.NAMES[unit])
    cell.source = f"{pretest.NAMES[unit]} = {given}"
    return notebook


@pytest.mark.parametrize("unit", pretest.NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_released_notebooks_ask_the_six_questions_and_hold_no_answer(unit: str, lang: str) -> None:
    (cell,) = (cell for cell in released_notebooks(unit)[lang].cells if cell.id == pretest.NAMES[unit])
    zeros = ", ".join(f'"{name}": 0' for name in pretest.KEY)
    assert cell.source == f"{pretest.NAMES[unit]} = {{{zeros}}}"
    assert pretest.right(released_notebooks(unit)[lang], unit) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_questions_are_the_same_before_and_after_and_each_has_four_answers(lang: str) -> None:
    paths = lesson.paths(REPOSITORY)
    texts = []
    for unit, key in zip(pretest.NAMES, ("before-the-course", "after-the-course"), strict=True):
        prose = {cell.metadata.get("key"): cell.source for cell in lesson.read(paths[unit]).cells
                 if cell.metadata.get("lang") == lang}  # fmt: skip
        texts.append(prose[key][prose[key].index("**A.**") :])
    assert texts[0] == texts[1]
    assert re.findall(r"^\*\*([A-F])\.\*\*", texts[0], re.MULTILINE) == list(pretest.KEY)
    assert re.findall(r"^(\d)\.", texts[0], re.MULTILINE) == list("1234") * len(pretest.KEY)


def test_the_answers_explained_in_the_last_unit_are_those_that_count() -> None:
    prose = [cell.source for cell in lesson.read(lesson.paths(REPOSITORY)[pretest.LAST]).cells
             if cell.metadata.get("key") == "six-answers"]  # fmt: skip
    assert len(prose) == len(LANGUAGES)
    for text in prose:
        assert {name: int(number) for name, number in re.findall(r"\*\*([A-F]) (\d)\.\*\*", text)} == pretest.KEY


def test_an_answer_is_right_wrong_or_not_known() -> None:
    given = pretest.right(written(pretest.FIRST, NEW_TO_IT), pretest.FIRST)
    assert given == {"A": True, "B": False, "C": False, "D": False, "E": False, "F": True}
    assert all(pretest.right(written(pretest.LAST, ALL_RIGHT), pretest.LAST).values())


UNREADABLE = ("{}", "{'A': 0}", "dict(A=2)", "{'A': 2", "0", "{'A': __import__('os')}", "{" * 5000)


@pytest.mark.parametrize("given", UNREADABLE)
def test_what_cannot_be_read_counts_as_not_answered_and_is_never_run(given: str) -> None:
    assert pretest.right(written(pretest.FIRST, given), pretest.FIRST) is None


def test_numbers_may_be_texts_and_the_last_version_counts() -> None:
    notebook = written(pretest.FIRST, ALL_RIGHT)
    notebook.cells.append(nbformat.v4.new_code_cell('x = 1\npretest = {"A": "1",\n  "B": 3}'))
    given = pretest.right(notebook, pretest.FIRST)
    assert [name for name in given if given[name]] == ["B"]


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three learners: one knew two and now knows all, one answered only before, one only after."""
    root = tmp_path_factory.mktemp("class")
    handed_in = {
        ("anna", pretest.FIRST): NEW_TO_IT, ("anna", pretest.LAST): ALL_RIGHT,
        ("boris", pretest.FIRST): ALL_RIGHT, ("clara", pretest.LAST): NEW_TO_IT,
    }  # fmt: skip
    for (student, unit), given in handed_in.items():
        for step in ("submitted", "autograded"):  # grading leaves these cells as they are
            place = root / step / student / unit / workspace.notebook_file(unit)
            place.parent.mkdir(parents=True)
            nbformat.write(written(unit, given, "ru" if student == "anna" else "en"), place)
    return root


def test_the_report_on_the_last_unit_sets_both_times_side_by_side_for_those_who_answered_both(classroom: Path) -> None:
    seen = overview(classroom, pretest.LAST)
    assert seen.answered == 1
    assert [(each.before, each.after) for each in seen.asked] == [(1, 1), (0, 1), (0, 1), (0, 1), (0, 1), (1, 1)]
    page = class_report.page(seen, "en")
    assert "Six questions" in page and "D · noise of single points" in page
    assert '<td class="number">2</td><td class="number">6</td>' in page


def test_the_report_on_the_first_unit_says_what_was_known_before(classroom: Path) -> None:
    seen = overview(classroom, pretest.FIRST)
    assert seen.answered == 2
    assert [(each.before, each.after) for each in seen.asked] == [(1, None), *[(0.5, None)] * 4, (1, None)]
    page = class_report.page(seen, "ru")
    assert ">до курса</th>" in page and ">после</th>" not in page


def test_whoever_studies_alone_reads_both_times_in_their_own_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working_copy, "grade", lambda *_, **__: SimpleNamespace(verdicts={}, undecided=()))
    sandbox = SimpleNamespace(contained=True)
    (tmp_path / "release").symlink_to(REPOSITORY / "release")
    for unit, given in ((pretest.FIRST, NEW_TO_IT), (pretest.LAST, ALL_RIGHT)):
        place = workspace.notebook(tmp_path, "ru", unit)
        place.parent.mkdir(parents=True)
        nbformat.write(written(unit, given, "ru"), place)
    assert working_copy.grade_copy(sandbox, tmp_path, pretest.FIRST, "ru").record.notes("ru") == []
    (note,) = working_copy.grade_copy(sandbox, tmp_path, pretest.LAST, "ru").record.notes("ru")
    assert "A ✓ → ✓, B ✗ → ✓" in note and "до курса 2, после него 6" in note
    workspace.notebook(tmp_path, "ru", pretest.FIRST).unlink()
    (note,) = working_copy.grade_copy(sandbox, tmp_path, pretest.LAST, "ru").record.notes("ru")
    assert "A ✓, B ✓" in note and "сравнить не с чем" in note
