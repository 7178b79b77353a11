"""Honest notebooks, each with a full-mark answer and one accident, in real batches through nbgrader: nothing is lost.

The accidents are in ``honest/``; its ``__init__.py`` says how one is written. Every unit is one class and one batch.
A fifteenth of them is graded, and some of these again by four workers, while other processes keep the computer busy;
in a thorough run all, and a sixth again. Every test here reads what the batches have left.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from burn import burning
from honest import run, suite, table
from honest.run import Outcome, Run
from honest.suite import Case

from autograder.exercises import units
from autograder.support.repository import released_notebooks, title_of
from course.language import LANGUAGES

pytestmark = pytest.mark.sandbox

CASES = suite.cases()
GRADED = suite.drawn()
LOADED = suite.drawn_under_load()
TITLES = {(unit, lang): title_of(each) for unit in units() for lang, each in released_notebooks(unit).items()}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run.grade(tmp_path_factory.mktemp("honest"), GRADED)


@pytest.fixture(scope="module")
def graded_under_load(tmp_path_factory: pytest.TempPathFactory) -> Run:
    with burning():
        return run.grade(tmp_path_factory.mktemp("busy"), LOADED, workers=4)


every_notebook = pytest.mark.parametrize("case", GRADED, ids=str)
every_notebook_of_the_sample = pytest.mark.parametrize("case", LOADED, ids=str)


# ------------------------------------------------------------------------------------------- every notebook


@pytest.mark.parametrize("unit", sorted({case.unit for case in GRADED}))
def test_no_batch_is_stopped(graded: Run, unit: str) -> None:
    assert graded.codes[unit] == 0, graded.logs[unit][-3000:]


@every_notebook
def test_it_keeps_its_full_mark(graded: Run, case: Case) -> None:
    outcome = graded.outcomes[case]
    assert outcome.record is not None, graded.logs[case.unit][-3000:]
    assert not outcome.record.refused
    assert [judged for judged in outcome.judgement if judged[1] != "correct"] == []
    full = {exercise.name: exercise.points for exercise in units()[case.unit].values()}
    assert outcome.points == pytest.approx(full)
    assert not any(verdict.note for verdict in outcome.record.verdicts)


@every_notebook
def test_every_remark_is_true(graded: Run, case: Case) -> None:
    outcome = graded.outcomes[case]
    assert outcome.said == case.says
    assert outcome.said_of_verdicts == case.due
    assert outcome.record is not None
    assert outcome.record.several == case.accident.several
    assert (outcome.handed_in or "")[:16] == (case.accident.handed_in or "")


@every_notebook
def test_the_answer_in_words_waits_for_a_person(graded: Run, case: Case) -> None:
    assert graded.outcomes[case].waits


@every_notebook
def test_its_page_is_there(graded: Run, case: Case) -> None:
    page = graded.outcomes[case].page
    assert any(f"<title>{TITLES[case.unit, lang]} · " in page for lang in LANGUAGES)
    record = graded.outcomes[case].record
    assert record is not None
    for remark in record.remarks:
        assert any(shown(remark.words(lang)) in shown(page) for lang in LANGUAGES)


def shown(text: str) -> str:
    """Return the letters of a text: a page writes signs and line ends in its own way."""
    return "".join(filter(str.isalpha, text))


# ------------------------------------------------------------------------------------------- a busy computer


@every_notebook_of_the_sample
def test_a_busy_computer_and_four_workers_change_nothing(graded: Run, graded_under_load: Run, case: Case) -> None:
    quiet, busy = graded.outcomes[case], graded_under_load.outcomes[case]
    assert busy.record is not None, graded_under_load.logs[case.unit][-3000:]
    assert busy.judgement == quiet.judgement
    assert busy.points == quiet.points
    assert (busy.said, busy.said_of_verdicts) == (quiet.said, quiet.said_of_verdicts)


# ------------------------------------------------------------------------------------- the suite and its table


def test_there_are_at_least_120_notebooks_evenly_spread_over_units_and_languages() -> None:
    assert len(CASES) >= 120
    assert len({str(case) for case in CASES}) == len(CASES)
    for counts in (Counter(case.unit for case in CASES), Counter(case.lang for case in CASES)):
        assert max(counts.values()) - min(counts.values()) <= 2
    assert {(case.unit, case.lang) for case in CASES} == {(unit, lang) for unit in units() for lang in LANGUAGES}


def test_every_class_of_accidents_happens_in_several_units_and_both_languages() -> None:
    for group in suite.words():
        own = [case for case in CASES if case.accident.group == group]
        assert len({case.unit for case in own}) >= 3
        assert {case.lang for case in own} == set(LANGUAGES)
        assert any(case.accident.group == group for case in GRADED)
        assert any(case.accident.group == group for case in suite.sample()) or not any(c.accident.loaded for c in own)


def test_every_accident_changes_what_is_handed_in(tmp_path: Path) -> None:
    same = []
    for number, case in enumerate(CASES):
        plain, work = suite.full_marks(case.unit, case.lang, case.accident.name, case.number), case.work()
        places = [tmp_path / f"{number}-{kind}" for kind in ("plain", "with-accident")]
        for place, each in zip(places, (plain, work), strict=True):
            each.save(place)
        if files(places[0]) == files(places[1]) and case.accident.name != "students-class-folder":
            same.append(str(case))
    assert same == []


def files(root: Path) -> dict[str, int]:
    """Return the hash of every file below a folder, by its path."""
    return {path.relative_to(root).as_posix(): hash(path.read_bytes()) for path in root.rglob("*") if path.is_file()}


def test_a_lost_point_would_be_seen() -> None:
    unit = "04-gradient-descent"
    full = {exercise.name: exercise.points for exercise in units()[unit].values()}
    assert Outcome(points=dict(full)).lost(unit) == 0
    assert Outcome(points=full | {"regime": 1.5}).lost(unit) == 0.5
    assert Outcome().lost(unit) == sum(full.values())


def test_the_table_in_the_documentation_says_what_this_run_gave(graded: Run) -> None:
    assert table.updated(graded) == table.DOCUMENT.read_text("utf-8")
