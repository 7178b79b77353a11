"""Hostile, broken and honest submissions in one real batch through nbgrader: nothing is gained, nothing is lost.

The attacks are in ``attacks/``; its ``__init__.py`` says how one is written. The batch runs in several ways, see
``attacks/run.py``: most of it graded by one process, in a thorough run all; what meets others by two at the same time,
half of the class each; what depends on who owns a file by an ordinary user; and some of it judged by four workers, and
by a dask cluster. Every test here reads what they have left.
"""

from __future__ import annotations

import functools
import re
import socket
import sqlite3
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
import numpy as np
import pytest
from attacks import batch, look, run, suite, table
from attacks.run import WAYS, Batch, Way
from attacks.suite import AFTER, BEFORE, NAME, POINTS, UNIT, Attack
from thorough import share

from autograder.authoring.try_answer import try_source
from autograder.exercises import exercises
from autograder.sandbox import Sandbox
from autograder.sandbox.clock import PATIENCE, SERVICE
from autograder.support.repository import REPOSITORY, released_notebooks, title_of

pytestmark = pytest.mark.sandbox

ALL = suite.attacks()
GRADED = [attack for attack in ALL if attack.graded]
TITLE = title_of(released_notebooks(UNIT)["en"])
READ = [attack for attack in GRADED if not attack.refused]
LARGEST = 2_000_000  # bytes of a page
HEAVIER = 25  # times what an honest page costs the browser; that one takes less than a tenth of a second
TURNS = set(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
)  # they turn the direction of writing
MEMORY = 700  # MiB that the grader itself may hold, whatever it is sent
RUNS = SERVICE * batch.TIMES.submission  # seconds of processor time that the grader itself may take for a submission
FENCE = PATIENCE * (batch.TIMES.submission + RUNS)  # seconds by the wall clock, on however busy a computer
STATES = ("correct", "partial", "wrong", "not_attempted", "error")  # all but the grader's own fault
QUIET = ("True", ".", "TRAPPED", "typed", "trapped")  # these attacks say nothing when they fail


@pytest.fixture(scope="module")
def batches() -> Iterator[Callable[[Way], Batch | str]]:
    """Give a function that grades the class in a way, once, or says why it cannot be graded like that."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)

        @functools.cache
        def graded(way: Way) -> Batch | str:
            folder = Path(name) / way.name
            folder.mkdir()
            return (way.ordinary and run.no_ordinary_user(folder)) or run.grade(folder, way)

        yield graded


@pytest.fixture(params=WAYS, ids=str)
def graded(batches: Callable[[Way], Batch | str], request: pytest.FixtureRequest) -> Batch:
    batch = batches(request.param)
    if isinstance(batch, str):
        pytest.skip(batch)
    return batch


def every(attacks: list[Attack], ways: Sequence[Way] = WAYS) -> pytest.MarkDecorator:
    """Run a test with each of the attacks, in every way in which it is graded."""
    cases = [pytest.param(way, each, id=f"{way}-{each}") for way in ways for each in way.attacks if each in attacks]
    return pytest.mark.parametrize(("graded", "attack"), cases, indirect=["graded"])


the_whole_batch = pytest.mark.parametrize("graded", WAYS[:1], indirect=True, ids=str)


# ------------------------------------------------------------------------------------- the batch as a whole


def test_the_batch_is_not_stopped(graded: Batch) -> None:
    assert graded.codes == [0] * graded.way.graders, graded.log[-3000:]
    assert graded.report["errors"] == [""] * graded.way.graders
    assert graded.report["files"] < 40  # no file is left open for every submission


@pytest.mark.parametrize("student", [BEFORE, AFTER])
def test_the_honest_students_before_and_after_keep_their_full_mark(graded: Batch, student: str) -> None:
    assert graded.marks[student] == POINTS
    assert [verdict.state for verdict in graded.records[student].verdicts] == ["correct"] * len(POINTS)
    assert f"{TITLE} · {student}" in graded.pages[student]


def test_exactly_the_expected_students_are_in_the_gradebook(graded: Batch) -> None:
    expected = {BEFORE, AFTER, *(attack.student for attack in graded.attacks if attack.graded)}
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
    reports = (graded.root / "report" / UNIT).iterdir()
    assert {path.stem for path in reports if path.name != ".turns"} == set(graded.marks)


def test_no_connection_leaves_the_sandbox(graded: Batch) -> None:
    assert graded.connections == 0


def test_folders_that_cannot_be_a_student_are_left_out_and_named(graded: Batch) -> None:
    left_out = sum(not attack.graded for attack in graded.attacks)
    assert graded.log.count("LEFT OUT") == graded.way.graders * left_out


# -------------------------------------------------------------------------------------------- every attack


@every(GRADED)
def test_it_gets_the_points_it_has_earned_and_no_more(graded: Batch, attack: Attack) -> None:
    points = graded.marks[attack.student]
    earned = {name: score for name, score in points.items() if score}
    assert earned == pytest.approx(attack.earns, abs=0.005)


@every(GRADED)
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


@every(GRADED, [way for way in WAYS if way.watched])
def test_it_costs_the_grader_bounded_time_and_memory_and_leaves_nothing_behind(graded: Batch, attack: Attack) -> None:
    cost = graded.report["students"][attack.student]
    assert cost["grade"]["left"] == []
    assert cost["grade"]["sandbox"]  # the process from which all are forked is still the same
    assert cost["grade"]["memory"] < MEMORY
    assert cost["page"]["memory"] < MEMORY
    assert cost["grade"]["ran"] < RUNS
    assert cost["grade"]["seconds"] < FENCE
    assert cost["page"]["ran"] < RUNS
    assert cost["page"]["seconds"] < FENCE


@every([attack for attack in READ if attack.never])
def test_its_cells_report_no_success(graded: Batch, attack: Attack) -> None:
    notebook = nbformat.read(graded.root / "autograded" / attack.student / UNIT / NAME, as_version=4)
    theirs = [cell for cell in notebook.cells if cell.id.startswith(("extra-", "answer-"))]
    shown = [output.get("text", "") for cell in theirs for output in cell.get("outputs", [])]
    assert re.findall(attack.never, "".join(shown), re.MULTILINE) == []
    assert any(shown) or attack.never in QUIET


@functools.cache
def honest_page(page: str) -> look.Page:
    """Return what is in a page that all others are compared with; it is read once."""
    return look.Page(page)


@every(GRADED)
def test_its_page_runs_nothing_and_loads_nothing(graded: Batch, attack: Attack) -> None:
    ours, theirs = honest_page(graded.pages[BEFORE]), look.Page(graded.pages[attack.student])
    assert theirs.scripts == ours.scripts
    assert theirs.styles == ours.styles
    assert theirs.handlers == []
    assert theirs.loaded == []
    assert [link for link in theirs.links if not re.match(r"https?://|#|\.\./|[\w/.-]+(\.ipynb)?$", link)] == []
    assert theirs.tags <= ours.tags | look.HARMLESS


@functools.cache
def unknown_lines() -> frozenset[str]:
    """Return the secret lines that stand neither in the notebooks as learners get them nor in Alice's answers."""
    known = "".join(path.read_text("utf-8") for path in sorted((REPOSITORY / "release").glob(f"*/{UNIT}/*.ipynb")))
    known += (REPOSITORY / "demo" / "alice.py").read_text("utf-8")
    return frozenset(line for line in look.secret_lines() if line not in known)


def test_there_are_secret_lines_that_a_page_could_tell() -> None:
    assert len(unknown_lines()) > 100


@every(READ)
def test_its_page_tells_nothing_of_the_reference_or_the_hidden_tests(graded: Batch, attack: Attack) -> None:
    shown = look.text_of(graded.pages[attack.student])
    assert [line for line in unknown_lines() if line not in attack.text and line in shown] == []


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


@the_whole_batch
def test_the_attack_that_plots_its_inputs_shows_no_picture_of_them(graded: Batch) -> None:
    pictures = {student: page.count("<img") for student, page in graded.pages.items()}
    assert pictures["m-leaks-print_the_inputs"] == pictures["honest-stale_cells"] - 1  # that one has a plot of its own


@every(GRADED)
def test_its_page_is_small_and_turns_no_direction(graded: Batch, attack: Attack) -> None:
    page = graded.pages[attack.student]
    assert len(page.encode()) < LARGEST
    assert not TURNS & set(look.text_of(page))


# ------------------------------------------------------------------------------------------------- a browser


@dataclass(frozen=True)
class Visit:
    """What opening a page did: requests, dialogs and new windows, what a script has set, links that run, its cost."""

    asked: list[str]
    pwned: object
    links: int
    cost: float  # processor seconds of the thread that lays the page out


@pytest.fixture(scope="module")
def visits(batches: Callable[[Way], Batch | str]) -> dict[str, Visit]:
    """Open the honest page a few times and the others once; of those that show little of a notebook, a share."""
    from browser import chromium

    batch = batches(WAYS[0])
    assert isinstance(batch, Batch)
    graded = [attack for attack in batch.attacks if attack.graded]
    telling = [attack for attack in graded if attack.group in ("pages", "cells", "leaks", "notebook", "files")]
    others = share([attack for attack in graded if attack not in telling], 5, lambda attack: attack.group, "browser")
    with chromium() as tab:
        session = tab.context.new_cdp_session(tab)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        tab.on("popup", lambda popup: asked.append("popup"))

        def visit(student: str) -> Visit:
            tab.goto("about:blank")
            asked.clear()
            tab.goto(page_of(batch, student).as_uri(), wait_until="load")
            tab.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
            tab.mouse.move(200, 200)
            links = tab.locator("a[href^='javascript:' i], a[href^='data:' i], a[href^='vbscript:' i]").count()
            return Visit(list(asked), tab.evaluate("window.pwned"), links, metrics["TaskDuration"])

        honest = min((visit(BEFORE) for _ in range(4)), key=lambda each: each.cost)
        return {BEFORE: honest} | {attack.student: visit(attack.student) for attack in (*telling, *others)}


def page_of(batch: Batch, student: str) -> Path:
    """Return the file of a feedback page."""
    return batch.root / "feedback" / student / UNIT / NAME.replace(".ipynb", ".html")


@pytest.mark.browser
@the_whole_batch
def test_in_a_browser_no_page_of_a_hostile_submission_runs_a_script_or_asks_for_anything(
    graded: Batch, visits: dict[str, Visit]
) -> None:
    for student, visit in visits.items():
        assert visit.pwned is None, student
        assert [url for url in visit.asked if not url.startswith("data:image/")] == [
            page_of(graded, student).as_uri()
        ], student
        assert visit.links == 0, student


@pytest.mark.browser
@the_whole_batch
def test_in_a_browser_the_heaviest_page_costs_little_more_than_an_honest_one(
    graded: Batch, visits: dict[str, Visit]
) -> None:
    plain = visits[BEFORE].cost
    heaviest = sorted(visits, key=lambda student: visits[student].cost, reverse=True)
    print(f"an honest page {plain:.2f} s", *(f"{student} {visits[student].cost:.2f} s" for student in heaviest[:5]))
    assert set(visits) <= set(graded.pages)
    assert [student for student in heaviest if visits[student].cost > HEAVIER * plain] == []


# ----------------------------------------------------------------------------------- the suite and its table


def test_there_are_at_least_sixty_attacks_and_each_says_what_it_attempts() -> None:
    assert sum(not attack.honest for attack in ALL) >= 60
    assert all(len(attack.attempts) > 15 for attack in ALL)
    assert len({attack.student for attack in ALL}) == len(ALL)
    assert all(set(attack.earns) <= set(POINTS) for attack in ALL)
    assert sum(POINTS.values()) == 22


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


@the_whole_batch
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
