"""Hostile, broken and honest submissions in one real batch through nbgrader: nothing is gained, nothing is lost.

The attacks are in ``attacks/``; its ``__init__.py`` says how one is written. The batch runs twice: graded by one
process, and by two at the same time, half of the class each. Every test here reads what they have left.
"""

from __future__ import annotations

import re
import socket
import sqlite3
import textwrap
import time
from pathlib import Path

import nbformat
import numpy as np
import pytest
from attacks import batch, look, run, suite, table
from attacks.run import Batch
from attacks.suite import AFTER, BEFORE, NAME, POINTS, UNIT, Attack

from autograder.exercises import exercises
from autograder.nbgrader.autograde import REPOSITORY
from autograder.sandbox import Sandbox
from autograder.trial import try_source

pytestmark = pytest.mark.sandbox

ALL = suite.attacks()
GRADED = [attack for attack in ALL if attack.graded]
READ = [attack for attack in GRADED if not attack.refused]
MEMORY = 700  # MiB that the grader itself may hold, whatever it is sent
SECONDS = batch.TIMES.submission + 15  # for one submission, from intake to the last record
STATES = ("correct", "partial", "wrong", "not_attempted", "error")  # all but the grader's own fault
QUIET = ("True", ".", "TRAPPED", "typed", "trapped")  # these attacks say nothing when they fail


@pytest.fixture(scope="module", params=[1, 2], ids=["one-grader", "two-at-once"])
def graded(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Batch:
    return run.grade(tmp_path_factory.mktemp("attacks"), request.param)


# ------------------------------------------------------------------------------------- the batch as a whole


def test_the_batch_is_not_stopped(graded: Batch) -> None:
    assert graded.codes == [0] * graded.graders, graded.log[-3000:]
    assert graded.report["errors"] == [""] * graded.graders
    assert graded.report["files"] < 40  # no file is left open for every submission


@pytest.mark.parametrize("student", [BEFORE, AFTER])
def test_the_honest_students_before_and_after_keep_their_full_mark(graded: Batch, student: str) -> None:
    assert graded.marks[student] == POINTS
    assert [verdict.state for verdict in graded.records[student].verdicts] == ["correct"] * len(POINTS)
    assert NAME.removesuffix(".ipynb") in graded.pages[student]


def test_exactly_the_expected_students_are_in_the_gradebook(graded: Batch) -> None:
    expected = {BEFORE, AFTER, *(attack.student for attack in GRADED)}
    assert set(graded.marks) == expected
    assert set(graded.records) == expected
    assert set(graded.pages) == expected


def test_nobody_gets_points_for_the_written_answer_without_a_person(graded: Batch) -> None:
    with sqlite3.connect(graded.root / "gradebook.db") as book:
        written = book.execute(
            "SELECT DISTINCT g.auto_score, g.manual_score FROM grade g "
            "JOIN base_cell b ON b.id = g.cell_id WHERE b.name = 'own-words'"
        ).fetchall()
    assert set(written) <= {(None, None), (0.0, None)}


def test_no_process_of_the_sandbox_survives_the_batch(graded: Batch) -> None:
    assert graded.survivors == []


def test_nothing_that_was_handed_in_and_nothing_of_the_course_is_changed(graded: Batch) -> None:
    assert graded.changed == []
    ours = {
        "submitted", "autograded", "feedback", "report", "backup", "gradebook.db", "nbgrader_config.py",
        ".course_key", ".nbgrader.log",
    }  # fmt: skip
    assert {path.name for path in graded.root.iterdir()} <= ours
    for place in ("autograded", "feedback"):
        assert {path.name for path in (graded.root / place).iterdir()} == set(graded.marks)
    assert {path.stem for path in (graded.root / "report" / UNIT).iterdir()} == set(graded.marks)


def test_no_connection_leaves_the_sandbox(graded: Batch) -> None:
    assert graded.connections == 0


def test_folders_that_cannot_be_a_student_are_left_out_and_named(graded: Batch) -> None:
    assert graded.log.count("LEFT OUT") == graded.graders * sum(not attack.graded for attack in ALL)


# -------------------------------------------------------------------------------------------- every attack


@pytest.mark.parametrize("attack", GRADED, ids=str)
def test_it_gets_the_points_it_has_earned_and_no_more(graded: Batch, attack: Attack) -> None:
    points = graded.marks[attack.student]
    earned = {name: score for name, score in points.items() if score}
    assert earned == pytest.approx(attack.earns, abs=0.005)


@pytest.mark.parametrize("attack", GRADED, ids=str)
def test_the_record_says_what_was_decided_and_why(graded: Batch, attack: Attack) -> None:
    record = graded.records[attack.student]
    verdicts = {verdict.exercise: verdict for verdict in record.verdicts}
    assert list(verdicts) == list(POINTS)
    for verdict in record.verdicts:
        assert verdict.state in STATES
        assert verdict.state == "correct" or verdict.diagnosis
        assert verdict.note == ""
    assert {name: verdicts[name].state for name in attack.states} == attack.states
    for name, pattern in attack.diagnoses.items():
        assert re.fullmatch(pattern, verdicts[name].diagnosis)
    assert record.refused.partition(":")[0] == attack.refused
    assert record.contained


@pytest.mark.parametrize("attack", GRADED, ids=str)
def test_it_costs_the_grader_bounded_time_and_memory_and_leaves_nothing_behind(graded: Batch, attack: Attack) -> None:
    cost = graded.report["students"][attack.student]
    assert cost["grade"]["left"] == []
    assert cost["grade"]["sandbox"]  # the process from which all are forked is still the same
    assert cost["grade"]["memory"] < MEMORY
    assert cost["page"]["memory"] < MEMORY
    assert cost["grade"]["seconds"] < SECONDS
    assert cost["page"]["seconds"] < 20


@pytest.mark.parametrize("attack", [attack for attack in READ if attack.never], ids=str)
def test_its_cells_report_no_success(graded: Batch, attack: Attack) -> None:
    notebook = nbformat.read(graded.root / "autograded" / attack.student / UNIT / NAME, as_version=4)
    theirs = [cell for cell in notebook.cells if cell.id.startswith(("extra-", "answer-"))]
    shown = [output.get("text", "") for cell in theirs for output in cell.get("outputs", [])]
    assert re.findall(attack.never, "".join(shown), re.MULTILINE) == []
    assert any(shown) or attack.never in QUIET


@pytest.mark.parametrize("attack", GRADED, ids=str)
def test_its_page_runs_nothing_and_loads_nothing(graded: Batch, attack: Attack) -> None:
    ours, theirs = look.Page(graded.pages[BEFORE]), look.Page(graded.pages[attack.student])
    assert theirs.scripts == ours.scripts
    assert theirs.styles == ours.styles
    assert theirs.handlers == []
    assert theirs.loaded == []
    assert [link for link in theirs.links if not re.match(r"https?://|#|\.\./|[\w/.-]+(\.ipynb)?$", link)] == []
    assert theirs.tags <= ours.tags | look.HARMLESS


@pytest.mark.parametrize("attack", READ, ids=str)
def test_its_page_tells_nothing_of_the_reference_or_the_hidden_tests(graded: Batch, attack: Attack) -> None:
    shown = look.text_of(graded.pages[attack.student])
    known = "".join(path.read_text("utf-8") for path in sorted((REPOSITORY / "release").glob(f"*/{UNIT}/*.ipynb")))
    known += attack.text + (REPOSITORY / "demo" / "alice.py").read_text("utf-8")
    assert [line for line in look.secret_lines() if line not in known and line in shown] == []


def test_no_page_tells_a_hidden_input_of_anybody(graded: Batch) -> None:
    inputs = {student: look.hidden_inputs(record) for student, record in graded.records.items() if record.seeds}
    assert all(len(numbers) > 20 for numbers in inputs.values())
    common = look.long_numbers(graded.pages[BEFORE])
    told = {
        (student, owner): found
        for student, page in graded.pages.items()
        if (shown := look.long_numbers(page) - common)
        for owner, numbers in inputs.items()
        if (found := look.told(shown, numbers))
    }
    assert told == {}


def test_a_hidden_input_would_be_found_on_a_page_however_it_was_printed() -> None:
    number = -3.2864725740046334
    single = np.float32(number)
    for text in (repr(number), f"<b>{number:.7g}</b>", str(single), f"INPUT=({number:.8f},)", f"{number:.8e}"):
        assert look.told(look.long_numbers(text), {number, 1.25}) == {number}
    assert look.told(look.long_numbers("3.28647 3.2864825740046334 [0.1, 12]"), {number}) == set()


def test_the_attack_that_plots_its_inputs_shows_no_picture_of_them(graded: Batch) -> None:
    pictures = {student: page.count("<img") for student, page in graded.pages.items()}
    assert pictures["m-leaks-print_the_inputs"] == pictures["honest-stale_cells"] - 1  # that one has a plot of its own


# ------------------------------------------------------------------------------------------------- a browser


@pytest.mark.browser
def test_in_a_browser_no_page_of_a_hostile_submission_runs_a_script_or_asks_for_anything(graded: Batch) -> None:
    from browser import chromium

    wanted = [attack.student for attack in GRADED if attack.group in ("pages", "cells", "leaks", "notebook", "files")]
    with chromium() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        page.on("popup", lambda popup: asked.append("popup"))
        for student in wanted:
            path = graded.root / "feedback" / student / UNIT / NAME.replace(".ipynb", ".html")
            asked.clear()
            page.goto(path.as_uri(), wait_until="load")
            page.mouse.move(200, 200)
            assert page.evaluate("window.pwned") is None, student
            assert [url for url in asked if not url.startswith("data:image/")] == [path.as_uri()], student
            assert page.locator("a[href^='javascript:' i], a[href^='data:' i], a[href^='vbscript:' i]").count() == 0


# ----------------------------------------------------------------------------------- the suite and its table


def test_there_are_at_least_sixty_attacks_and_each_says_what_it_attempts() -> None:
    assert sum(not attack.honest for attack in ALL) >= 60
    assert all(len(attack.attempts) > 15 for attack in ALL)
    assert len({attack.student for attack in ALL}) == len(ALL)
    assert all(set(attack.earns) <= set(POINTS) for attack in ALL)
    assert sum(POINTS.values()) == 20


def test_the_listener_counts_connections(tmp_path: Path) -> None:
    with look.Listener(tmp_path / "socket") as listener:
        socket.create_connection(("127.0.0.1", listener.port)).close()
        with socket.socket(socket.AF_UNIX) as local:
            local.connect(str(listener.path))
        with socket.socket(type=socket.SOCK_DGRAM) as datagram:
            datagram.sendto(b"x", ("127.0.0.1", listener.port))
        deadline = time.monotonic() + 5
        while listener.count < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert listener.count == 3


def test_the_table_in_the_documentation_says_what_this_batch_gave(graded: Batch) -> None:
    assert table.updated(graded) == table.DOCUMENT.read_text("utf-8")


# ------------------------------------------------------------------- the judge's functions, in learners' hands


LARGE = {
    "central_difference": """
        def central_difference(f, x, h):
            for times in (lambda: f(60, a="x" * 10**5), lambda: f(60, "x" * 10**5), lambda: f(60, [1] * 10**5)):
                try:
                    times()
                except Exception:
                    pass
            return 0.0
        """,
    "difference_quotient": """
        def difference_quotient(f, x, h):
            for options in ({"where": np.ones((1, 8000), bool)}, {"out": np.ones((8000, 1)), "dtype": "O"}):
                try:
                    f(np.ones((8000, 1)), **options)
                except Exception:
                    pass
            return 0.0
        """,
    "gradient_descent": """
        def gradient_descent(grad, w0, learning_rate, n_steps):
            mixed = [np.zeros(2**20, np.int8)] * 20 + [np.zeros(2**20, complex)]
            for big in (mixed, np.zeros(2**22), [[[0.0] * 9] * 9] * 900, "x" * 99_999):
                try:
                    grad(big)
                except Exception:
                    pass
            return 0.0
        """,
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_the_functions_that_learners_are_given_cannot_be_made_to_fill_the_memory_of_the_judge(name: str) -> None:
    with Sandbox(contained=True) as sandbox:
        batch.largest(reset=True)
        before = batch.largest()
        source = "import numpy as np\n" + textwrap.dedent(LARGE[name])
        verdict = try_source(sandbox, exercises()[name], source, times=batch.TIMES)
        assert (verdict.score, verdict.note) == (0.0, "")
        assert batch.largest() - before < 400
