"""Hostile, broken and honest submissions in one real batch through nbgrader: nothing is gained, nothing is lost.

The attacks are in ``attacks/``; its ``__init__.py`` says how one is written. The batch runs once, in a process of its
own; every test here reads what it has left.
"""

from __future__ import annotations

import ctypes
import hashlib
import html
import html.parser
import inspect
import json
import os
import re
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from attacks import batch, suite, table
from attacks.suite import AFTER, BEFORE, NAME, POINTS, UNIT, Attack

from autograder import records
from autograder.exercises import units
from autograder.judge import run
from autograder.nbgrader.autograde import REPOSITORY

pytestmark = pytest.mark.sandbox

ALL = suite.attacks()
GRADED = [attack for attack in ALL if attack.graded]
READ = [attack for attack in GRADED if not attack.refused]
MEMORY = 700  # MiB that the grader itself may hold, whatever it is sent
SECONDS = batch.TIMES.submission + 15  # for one submission, from intake to the last record
PR_SET_CHILD_SUBREAPER = 36


@dataclass
class Batch:
    """What the batch has left."""

    root: Path
    code: int
    log: str
    report: dict[str, Any]
    records: dict[str, records.Record]
    marks: dict[str, dict[str, float]]  # student -> exercise -> points in the gradebook
    connections: int
    survivors: list[str]
    changed: list[str]
    pages: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Batch]:
    root = tmp_path_factory.mktemp("class")
    with Listener(tmp_path_factory.mktemp("listener") / "socket") as listener:
        places = {"ROOT": str(root), "REPO": str(REPOSITORY), "PORT": str(listener.port), "SOCKET": str(listener.path)}
        suite.honest_class(root / "submitted")
        for attack in ALL:
            attack.hand_in(root / "submitted", places)
        (root / ".course_key").write_text("the same inputs in every run")
        before = fingerprint(root / "submitted"), fingerprint(REPOSITORY)
        old = set(batch.descendants(os.getpid()))
        adopt_orphans(True)
        target = root.parent / "report.json"
        done = subprocess.run(
            [sys.executable, batch.__file__, root, target], cwd=root.parent, capture_output=True, timeout=1200,
            env=os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
        )  # fmt: skip
        time.sleep(1)
        reap()
        survivors = [line for process, line in batch.descendants(os.getpid()).items() if process not in old]
        adopt_orphans(False)
        after = fingerprint(root / "submitted"), fingerprint(REPOSITORY)
    changed = [path for old, new in zip(before, after, strict=True) for path in old.keys() | new.keys() if old.get(path) != new.get(path)]
    result = Batch(
        root, done.returncode, done.stderr.decode("utf-8", "replace"), json.loads(target.read_text("utf-8")),
        {record.student: record for record in records.read(root, UNIT)}, marks(root / "gradebook.db"),
        listener.count, survivors, changed,
    )  # fmt: skip
    for page in root.glob(f"feedback/*/{UNIT}/*.html"):
        result.pages[page.parents[1].name] = page.read_text("utf-8")
    yield result


# ------------------------------------------------------------------------------------- the batch as a whole


def test_the_batch_is_not_stopped(graded: Batch) -> None:
    assert graded.code == 0, graded.log[-3000:]
    assert graded.report["error"] == ""
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
            "SELECT DISTINCT g.auto_score, g.manual_score FROM grade g JOIN base_cell b ON b.id = g.cell_id WHERE b.name = 'own-words'"
        ).fetchall()
    assert {row for row in written} <= {(None, None), (0.0, None)}


def test_no_process_of_the_sandbox_survives_the_batch(graded: Batch) -> None:
    assert graded.survivors == []


def test_nothing_that_was_handed_in_and_nothing_of_the_course_is_changed(graded: Batch) -> None:
    assert graded.changed == []


def test_no_connection_leaves_the_sandbox(graded: Batch) -> None:
    assert graded.connections == 0


def test_folders_that_cannot_be_a_student_are_left_out_and_named(graded: Batch) -> None:
    assert graded.log.count("LEFT OUT") == sum(not attack.graded for attack in ALL)


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
        assert verdict.state in ("correct", "partial", "wrong", "not_attempted", "error")  # never the grader's own fault
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


@pytest.mark.parametrize("attack", GRADED, ids=str)
def test_its_page_runs_nothing_and_loads_nothing(graded: Batch, attack: Attack) -> None:
    ours, theirs = Page(graded.pages[BEFORE]), Page(graded.pages[attack.student])
    assert theirs.scripts == ours.scripts
    assert theirs.styles == ours.styles
    assert theirs.handlers == []
    assert theirs.loaded == []
    assert [link for link in theirs.links if not re.match(r"https?://|#|\.\./|[\w/.-]+(\.ipynb)?$", link)] == []
    assert theirs.tags <= ours.tags | HARMLESS


@pytest.mark.parametrize("attack", READ, ids=str)
def test_its_page_tells_nothing_of_the_reference_or_the_hidden_tests(graded: Batch, attack: Attack) -> None:
    shown = text_of(graded.pages[attack.student])
    known = "".join(path.read_text("utf-8") for path in sorted((REPOSITORY / "release").glob(f"*/{UNIT}/*.ipynb")))
    known += attack.text + (REPOSITORY / "demo" / "alice.py").read_text("utf-8")
    assert [line for line in secret_lines() if line not in known and line in shown] == []


def test_no_page_tells_a_hidden_input_of_anybody(graded: Batch) -> None:
    inputs = {student: hidden_inputs(record) for student, record in graded.records.items() if record.seeds}
    assert all(len(numbers) > 20 for numbers in inputs.values())
    told = {}
    for student, page in graded.pages.items():
        words = {word[:9] for word in re.findall(r"\d+\.\d{6,}", text_of(page))}
        for owner, numbers in inputs.items():
            found = words & {f"{abs(number):.15f}"[:9] for number in numbers if abs(number) >= 1e-3}
            if found:
                told[student, owner] = found
    assert told == {}


def test_the_attack_that_plots_its_inputs_shows_no_picture_of_them(graded: Batch) -> None:
    assert graded.pages["m-leaks-print_the_inputs"].count("<img") == graded.pages["honest-stale_cells"].count("<img") - 1


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


def test_the_table_in_the_documentation_lists_exactly_the_attacks_that_there_are() -> None:
    assert table.updated() == table.DOCUMENT.read_text("utf-8")


# ------------------------------------------------------------------------------------------------- helpers


class Listener:
    """Count connections to a port and to a local socket of this computer."""

    def __init__(self, path: Path) -> None:
        self.path, self.count = path, 0

    def __enter__(self) -> Listener:
        tcp, udp, local = socket.socket(), socket.socket(type=socket.SOCK_DGRAM), socket.socket(socket.AF_UNIX)
        tcp.bind(("127.0.0.1", 0))
        self.port = tcp.getsockname()[1]
        udp.bind(("127.0.0.1", self.port))
        local.bind(str(self.path))
        os.chmod(self.path, 0o777)
        self._sockets = [tcp, udp, local]
        for each in (tcp, local):
            each.listen()
            threading.Thread(target=self._accept, args=(each,), daemon=True).start()
        threading.Thread(target=self._receive, args=(udp,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                listening.accept()[0].close()
                self.count += 1

    def _receive(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while listening.recv(100):
                self.count += 1


def test_the_listener_counts_connections(tmp_path: Path) -> None:
    with Listener(tmp_path / "socket") as listener:
        socket.create_connection(("127.0.0.1", listener.port)).close()
        with socket.socket(socket.AF_UNIX) as local:
            local.connect(str(listener.path))
        with socket.socket(type=socket.SOCK_DGRAM) as datagram:
            datagram.sendto(b"x", ("127.0.0.1", listener.port))
        deadline = time.monotonic() + 5
        while listener.count < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        assert listener.count == 3


def adopt_orphans(yes: bool) -> None:
    """Make this process the parent of whatever outlives its parent below us, so that it can be seen."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, int(yes), 0, 0, 0)


def reap() -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def fingerprint(root: Path) -> dict[str, str]:
    """Return what every file below ``root`` is: its type, and its content. Links are not followed."""
    found = {}
    left_out = {".git", ".venv", "build", ".pytest_cache", "__pycache__", ".ruff_cache", ".hypothesis", ".import_linter_cache"}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in left_out]
        for name in [*files, *folders]:
            path = os.path.join(folder, name)
            status = os.lstat(path)
            what = f"{stat.S_IFMT(status.st_mode):o} {status.st_size if stat.S_ISREG(status.st_mode) else ''}"
            if stat.S_ISREG(status.st_mode) and status.st_size < 2**28:
                what += hashlib.sha256(Path(path).read_bytes()).hexdigest()
            elif stat.S_ISLNK(status.st_mode):
                what += os.readlink(path)
            found[path] = what
    return found


def marks(gradebook: Path) -> dict[str, dict[str, float]]:
    """Return every student's points as nbgrader's own database has them."""
    with sqlite3.connect(gradebook) as book:
        rows = book.execute(
            "SELECT a.student_id, b.name, COALESCE(g.manual_score, g.auto_score, 0) + COALESCE(g.extra_credit, 0) FROM grade g "
            "JOIN base_cell b ON b.id = g.cell_id JOIN submitted_notebook n ON n.id = g.notebook_id "
            "JOIN submitted_assignment a ON a.id = n.assignment_id WHERE b.name LIKE 'test-%'"
        ).fetchall()
        students = [name for (name,) in book.execute("SELECT id FROM student")]
    found: dict[str, dict[str, float]] = {student: {} for student in students}
    for student, cell, score in rows:
        found[student][cell.removeprefix("test-")] = score
    return found


HARMLESS = {
    "blockquote", "em", "strong", "code", "pre", "del", "ol", "ul", "li", "p", "br", "hr", "table", "thead", "tbody", "tr", "th", "td",
    "h1", "h2", "h3", "h4", "h5", "h6", "img", "span", "div", "input", "a", "dl", "dt", "dd",
    *"math mrow mi mo mn mtext msup msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mspace mstyle mpadded mphantom".split(),
}  # fmt: skip


class Page(html.parser.HTMLParser):
    """What of a page could run, load or lead somewhere."""

    LOADS = ("src", "srcset", "data", "poster", "background", "action", "formaction", "srcdoc", "xlink:href", "codebase", "manifest", "ping")

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.handlers: list[str] = []
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self._inside = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._inside = tag
        if tag in ("script", "style"):
            (self.scripts if tag == "script" else self.styles).append("")
        for name, value in attrs:
            value = value or ""
            if name.startswith("on"):
                self.handlers.append(f"{tag} {name}={value}")
            elif name in self.LOADS and not re.match(r"data:image/png;base64,[A-Za-z0-9+/=\s]*$", value):
                self.loaded.append(f"{tag} {name}={value[:200]}")
            elif name == "href":
                (self.links if tag == "a" else self.loaded).append(value)
            elif name == "style" and re.search(r"url|import|expression", value, re.IGNORECASE):
                self.loaded.append(value)
            elif name == "http-equiv" and value.lower() == "refresh":
                self.loaded.append(value)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside == "style":
            self.styles[-1] += data


def text_of(page: str) -> str:
    """Return the words of a page as a reader sees them."""
    page = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def secret_lines() -> set[str]:
    """Return the lines of the reference solutions, the hidden tests and the misconceptions that are long enough to be known."""
    lines: set[str] = set()
    for exercise in units()[UNIT].exercises.values():
        functions: list[Callable[..., Any]] = [exercise.reference, *exercise.alternatives]
        functions += [probe.observe for probe in exercise.probes] + [mistake.function for mistake in exercise.mistakes]
        for function in functions:
            body = inspect.getsource(function).partition("def ")[2].splitlines()[1:]
            lines.update(line.strip() for line in body if len(line.strip()) > 24)
    return lines


def hidden_inputs(record: records.Record) -> set[float]:
    """Return the random numbers that the hidden tests of a student's record are made of."""
    numbers: set[float] = set()

    def collect(value: Any) -> None:
        if isinstance(value, list | tuple):
            for item in value:
                collect(item)
        elif isinstance(value, float | np.ndarray):
            numbers.update(float(item) for item in np.ravel(value) if len(repr(float(item))) > 12)

    for exercise in units()[UNIT].exercises.values():

        def spy(*args: Any, _reference: Callable[..., Any] = exercise.reference) -> Any:
            collect(args)
            return _reference(*args)

        for number, probe in enumerate(exercise.probes):
            run(probe, spy, record.seeds[exercise.name], number)
    return numbers
