"""Answers in words, marked by a person on one page: the question, its marking scheme, and all answers below each other.

The page is served on this computer only, to whoever has the token in its address. Points and comments go into
nbgrader's gradebook, as the formgrader would write them.
"""

from __future__ import annotations

import asyncio
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from math import isfinite
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.coursedir import CourseDirectory
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from autograder.classroom import records
from autograder.classroom.grading import place_of, settings
from autograder.nbgrader.gradebook import AtomicGradebook, Unusable, fill
from autograder.nbgrader.pages import MOST_OF_A_CELL
from autograder.nbgrader.rendering import plain_prose, prose
from autograder.nbgrader.standing import roll
from autograder.reporting.templates import template
from autograder.support.repository import REPOSITORY, title_of
from course.language import text
from course.workspace import notebook_file

MOST_OF_A_COMMENT = 10_000  # characters
_SCHEME = re.compile(r"### BEGIN MARK SCHEME\n(.*?)### END MARK SCHEME", re.DOTALL)
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Answer:
    """One learner's answer as HTML, what it was given so far, and the hash of its text."""

    student: str
    page: str
    points: float | None
    comment: str
    waits: bool
    digest: str


@dataclass(frozen=True)
class Question:
    """A question in words: its grade id, points, text and marking scheme as HTML, and its answers."""

    cell: str
    points: float
    page: str
    scheme: str
    answers: list[Answer]


class Changed(ValueError):
    """The answer is not the one that was read any more."""


def questions(root: Path, unit: str, lang: str) -> list[Question]:
    """Return the questions of a unit with their answers, those that wait first. Raises ``Unusable``."""
    source = nbformat.read(REPOSITORY / "source" / lang / unit / notebook_file(unit), as_version=4)
    theirs = {record.student: record for record in records.read(root, unit)}
    found = []
    for number, cell in enumerate(source.cells):
        own = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "markdown" and own.get("grade"):
            scheme = _SCHEME.search(cell.source)
            found.append(
                Question(
                    own["grade_id"], own["points"], _shown(source.cells[number - 1].source),
                    _shown(scheme[1] if scheme else ""), _answers(root, unit, own["grade_id"], theirs),
                )
            )  # fmt: skip
    return found


def mark(root: Path, unit: str, cell: str, student: str, points: float, comment: str, digest: str) -> None:
    """Write points and a comment into the gradebook.

    Raises ``Changed`` if the answer is another one now, ``ValueError`` for points that cannot be given, ``Unusable``.
    """
    record = records.read_one(root, unit, student)
    if record is None or not hmac.compare_digest(record.answers.get(cell, ""), digest):
        raise Changed(student)
    config = settings(root, unit)
    name = Path(notebook_file(unit)).stem

    def write(book: AtomicGradebook) -> None:
        grade = book.find_grade(cell, name, unit, student)
        if not (isfinite(points) and 0 <= points <= grade.max_score):
            raise ValueError(f"points are from 0 to {grade.max_score:g}")
        grade.manual_score, grade.needs_manual_grade = points, False
        book.find_comment(cell, name, unit, student).manual_comment = comment[:MOST_OF_A_COMMENT] or None

    try:
        fill(place_of(config), CourseDirectory(config=config).course_id, write)
    except MissingEntry:
        raise Changed(student) from None


async def serve(root: Path, unit: str, lang: str, port: int, tell: Callable[[str], None]) -> None:
    """Serve the page on this computer until cancelled; ``tell`` is told its address. Raises ``Unusable``."""
    questions(root, unit, lang)
    (socket,) = bind_sockets(port, "127.0.0.1")
    port = socket.getsockname()[1]
    token = secrets.token_urlsafe(32)
    shared = {"root": root, "unit": unit, "lang": lang, "token": token, "hosts": (f"127.0.0.1:{port}",)}
    handlers = [("/", _Page, shared), ("/mark", _Mark, shared), ("/written_answers.js", _Script, shared)]
    server = HTTPServer(Application(handlers, xsrf_cookies=True, xsrf_cookie_kwargs={"samesite": "Strict"}))
    server.add_socket(socket)
    tell(f"http://127.0.0.1:{port}/?token={token}")
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()


class _Handler(RequestHandler):
    """What knows the token gets in, and from then on what has the cookie."""

    def initialize(self, root: Path, unit: str, lang: str, token: str, hosts: tuple[str, ...]) -> None:
        self.root, self.unit, self.lang, self.token, self.hosts = root, unit, lang, token, hosts

    def set_default_headers(self) -> None:
        self.set_header("Content-Security-Policy", _POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")

    def prepare(self) -> None:
        if self.request.host not in self.hosts:  # another name that leads here
            raise HTTPError(403)
        given = self.get_query_argument("token", "") or self.get_cookie("marker", "")
        if not hmac.compare_digest(given.encode(), self.token.encode()):
            raise HTTPError(403)

    def check_xsrf_cookie(self) -> None:
        if self.request.host in self.hosts:
            super().check_xsrf_cookie()


class _Page(_Handler):
    def get(self) -> None:
        if self.get_query_argument("token", ""):
            self.set_cookie("marker", self.token, httponly=True, samesite="Strict")
            self.redirect("/")
            return
        try:
            found = questions(self.root, self.unit, self.lang)
        except Unusable as why:
            raise HTTPError(503, str(why)) from None
        used = dict.fromkeys(each.comment for asked in found for each in asked.answers if each.comment)
        source = nbformat.read(
            REPOSITORY / "release" / self.lang / self.unit / notebook_file(self.unit), as_version=4
        )
        page = template("written_answers.html.j2").render(
            questions=found, used=list(used), lang=self.lang, title=title_of(source), xsrf=self.xsrf_token.decode(),
            say=lambda key, **values: text(f"words.{key}", self.lang, **values),
        )  # fmt: skip
        self.finish(page)


class _Mark(_Handler):
    def post(self) -> None:
        cell, student, digest, said = (
            self.get_body_argument(name) for name in ("cell", "student", "digest", "points")
        )
        comment = self.get_body_argument("comment", "", strip=False)
        try:
            mark(self.root, self.unit, cell, student, float(said.replace(",", ".")), comment, digest)
        except Changed:
            self.set_status(409)
            self.finish(text("words.changed", self.lang))
        except Unusable as why:
            self.set_status(503)
            self.finish(str(why))
        except ValueError:
            self.set_status(400)
            self.finish(text("words.no_points", self.lang))
        else:
            self.finish(text("words.saved", self.lang))


class _Script(_Handler):
    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish((files("autograder.reporting") / "written_answers.js").read_bytes())


def _answers(root: Path, unit: str, cell: str, theirs: dict[str, records.Record]) -> list[Answer]:
    found = []
    for student, standing in roll(place_of(settings(root, unit)), unit).standings.items():
        points = next((each for each in standing.points if each.cell == cell), None)
        record = theirs.get(student)
        if points is None or record is None or record.refused:
            continue
        unknown = points.auto_score is None and points.manual_score is None
        if points.auto_score is not None and points.manual_score is None and not points.waits:
            continue  # nothing was written
        comment = dict(standing.comments).get(cell) or ""
        page = _written(root / "autograded" / student / unit / notebook_file(unit), cell)
        given = None if unknown else points.score
        found.append(Answer(student, page, given, comment, points.waits, record.answers.get(cell, "")))
    return sorted(found, key=lambda each: (not each.waits, each.student))


def _written(graded: Path, cell: str) -> str:
    """Return what a learner has written, as HTML: the answer, and the other cells with words, where it may stand."""
    try:
        notebook: Any = nbformat.v4.reads(graded.read_text("utf-8"))
    except (OSError, ValueError, AttributeError, KeyError, TypeError):  # the next grading makes it anew
        return ""
    own = [each for each in notebook.cells if each.metadata.get("nbgrader", {}).get("grade_id") == cell]
    extra = [
        each for each in notebook.cells if each.cell_type == "markdown" and each.metadata.get("course", {}).get("extra")
    ]
    return "".join(_shown(each.source, each.get("attachments", {})) for each in [*own, *extra])


def _shown(source: str, attachments: Any = None) -> str:
    short = len(source) <= MOST_OF_A_CELL
    return prose(source, attachments or {}).page if short else plain_prose(source)
