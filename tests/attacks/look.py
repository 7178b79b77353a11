"""Look at what a batch has left: processes, files, connections, marks, and pages."""

from __future__ import annotations

import ctypes
import hashlib
import html
import html.parser
import inspect
import os
import re
import socket
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from autograder.classroom import records
from autograder.exercises import units
from autograder.judging.observe import run

from .suite import UNIT

PR_SET_CHILD_SUBREAPER = 36
MADE_BY_TOOLS = {
    ".git", ".venv", "build", "__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache",
}  # fmt: skip
# What Markdown and formulas are made of.
HARMLESS = {
    "b", "blockquote", "em", "strong", "code", "pre", "del", "ol", "ul", "li", "p", "br", "hr", "dl", "dt", "dd",
    "table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6", "img", "span", "div", "input", "a",
    "math", "mrow", "mi", "mo", "mn", "mtext", "msup", "msub", "msubsup", "mfrac", "msqrt", "mroot", "mover", "munder",
    "munderover", "mtable", "mtr", "mtd", "mspace", "mstyle", "mpadded", "mphantom",
}  # fmt: skip
STYLE = re.compile("url|import|expression", re.IGNORECASE)
LOADS = (
    "src", "srcset", "data", "poster", "background", "action", "formaction", "srcdoc", "xlink:href", "codebase",
    "manifest", "ping",
)  # fmt: skip
MARKS = """
    SELECT a.student_id, b.name, COALESCE(g.manual_score, g.auto_score, 0) + COALESCE(g.extra_credit, 0)
    FROM grade g JOIN base_cell b ON b.id = g.cell_id JOIN submitted_notebook n ON n.id = g.notebook_id
    JOIN submitted_assignment a ON a.id = n.assignment_id WHERE b.name LIKE 'test-%'
"""


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


def adopt_orphans(yes: bool) -> None:
    """Make this process the parent of whatever outlives its parent below us, so that it can be seen."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, int(yes), 0, 0, 0)


def reap() -> None:
    """Take note of the end of those that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def fingerprint(root: Path) -> dict[str, str]:
    """Return what every file below ``root`` is: its type, and its content. Links are not followed."""
    found = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in MADE_BY_TOOLS]
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
        rows = book.execute(MARKS).fetchall()
        students = [name for (name,) in book.execute("SELECT id FROM student")]
    found: dict[str, dict[str, float]] = {student: {} for student in students}
    for student, cell, score in rows:
        found[student][cell.removeprefix("test-")] = score
    return found


class Page(html.parser.HTMLParser):
    """What of a page could run, load or lead somewhere."""

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
            elif name in LOADS and not re.match(r"data:image/png;base64,[A-Za-z0-9+/=\s]*$", value):
                self.loaded.append(f"{tag} {name}={value[:200]}")
            elif name == "href":
                (self.links if tag == "a" else self.loaded).append(value)
            elif (name, value.lower()) == ("http-equiv", "refresh") or (name == "style" and STYLE.search(value)):
                self.loaded.append(value)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside == "style":
            self.styles[-1] += data


@cache
def text_of(page: str) -> str:
    """Return the words of a page as a reader sees them."""
    page = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def long_numbers(page: str) -> set[float]:
    """Return the numbers of seven digits or more that a page shows, without their signs."""
    words = re.findall(r"\d+\.\d+(?:e[+-]?\d+)?", text_of(page))
    return {float(word) for word in words if sum(map(str.isdigit, word.partition("e")[0].lstrip("0."))) >= 7}


def told(shown: set[float], numbers: set[float]) -> set[float]:
    """Return which of ``numbers`` are among ``shown``, as exactly as single precision or eight digits can tell."""
    return {number for number in numbers for word in shown if abs(word - abs(number)) <= 2e-7 * abs(number)}


@cache
def secret_lines() -> frozenset[str]:
    """Return the longer lines of the reference solutions, the hidden tests and the misconceptions."""
    lines: set[str] = set()
    for exercise in units()[UNIT].values():
        functions: list[Callable[..., Any]] = [exercise.reference, *exercise.alternatives]
        functions += [probe.observe for probe in exercise.probes] + [mistake.function for mistake in exercise.mistakes]
        for function in functions:
            body = inspect.getsource(function).partition("def ")[2].splitlines()[1:]
            lines.update(line.strip() for line in body if len(line.strip()) > 24)
    return frozenset(lines)


def hidden_inputs(record: records.Record) -> set[float]:
    """Return the random numbers that the hidden tests of a student's record are made of."""
    numbers: set[float] = set()

    def collect(value: Any) -> None:
        if isinstance(value, list | tuple):
            for item in value:
                collect(item)
        elif isinstance(value, float | np.ndarray):
            numbers.update(float(item) for item in np.ravel(value) if len(repr(float(item))) > 12)

    for exercise in units()[UNIT].values():

        def spy(*args: Any, _reference: Callable[..., Any] = exercise.reference) -> Any:
            collect(args)
            return _reference(*args)

        for number, probe in enumerate(exercise.probes):
            run(probe, spy, record.seeds[exercise.name], number)
    return numbers
