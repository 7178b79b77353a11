"""Lose nothing: files appear whole or not at all, what is replaced is put aside, and no student stops another.

A grader that is killed between any two instructions leaves each student either graded or to be graded again; running
it again gives the same marks.
"""

from __future__ import annotations

import errno
import glob
import hashlib
import hmac
import json
import logging
import os
import shutil
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple, NoReturn

from nbgrader.converters import GenerateFeedback, NbGraderException
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash
from traitlets import Float, List

from autograder.classroom import records
from autograder.nbgrader.gradebook import Place
from autograder.nbgrader.pages import GetStanding
from autograder.nbgrader.patches import literal
from autograder.nbgrader.standing import Standing, standing
from autograder.support import atomic_files
from autograder.support.locks import turn
from autograder.support.sanitise import clean
from autograder.support.student_names import composed

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)  # nobody's own problem


class Unfinished(NbGraderException):
    """The batch is done, but something was wrong with the files of some students; the log says what."""


class Problem(NamedTuple):
    """What of a student's has to be made again, and whether that takes the judge."""

    why: str
    judge: bool = False


@dataclass(frozen=True)
class Done:
    """A student with whom one step of a batch is done, as the ``number``-th ``of`` so many.

    ``step``: judged and recorded, or the feedback page. ``what``: whether it was made, was there already, or failed.
    """

    unit: str
    student: str
    step: Literal["grade", "page"]
    what: Literal["made", "unchanged", "failed"]
    number: int
    of: int
    seconds: float


class AtomicConverter(BaseConverter):
    """A converter that writes a student's folder elsewhere and moves it into place when it is complete."""

    step: Literal["grade", "page"]
    only: Collection[str] | None = None  # the students to be processed; None for all that nbgrader's settings name
    tell: Callable[[Done], None] | None = None  # is told of every student who is done
    patience = Float(60, help="Seconds to wait for another program that uses the gradebook.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._root = Path(self.coursedir.root)
        self._wrong: dict[str, None] = {}  # the students with whose files something was wrong, in order

    @property
    def gradebook(self) -> Place:
        """Where the gradebook is."""
        return Place(self.coursedir.db_url, self.patience, self.log)

    def start(self) -> None:
        """Process the students that are asked for, whatever keyboard their name was typed on."""
        self.log.addFilter(_harmless)
        self.coursedir.student_id = composed(self.coursedir.student_id)
        super().start()

    def problem(self, unit: str, student: str) -> Problem | None:
        """Return what of a student's has to be made again, or None if all of it is as it should be."""
        raise NotImplementedError

    def convert_notebooks(self) -> None:
        """Process the students one after another; what is wrong with one's files is theirs alone.

        Raises ``Unfinished`` in the end if there was something, and at once what concerns everybody.
        """
        places = [place for place in sorted(self.assignments) if self._is_wanted(Path(place).parent.name)]
        students = [Path(place).parent.name for place in places]
        for number, (student, place) in enumerate(zip(students, places, strict=True)):
            unit = os.path.basename(place)
            self.look_ahead(unit, students[number:])
            self.notebooks = sorted(self.assignments[place])
            start = time.monotonic()
            what: Literal["made", "unchanged", "failed"] = "failed"
            try:
                with turn(self._root, unit, student, self.log):
                    what = "made" if self.convert_student(unit, student) else "unchanged"
            except NbGraderException:
                raise
            except OSError as error:
                if error.errno in NO_ROOM:
                    self._give_up(f"Nothing can be written: {error}")
                self._note(student, f"{error}; the others are not affected")
            except Exception as error:
                self._note(student, f"{type(error).__name__}: {error}; the others are not affected")
                self.log.error("the reason", exc_info=True)
            if self.tell:
                seconds = round(time.monotonic() - start, 3)
                self.tell(Done(unit, student, self.step, what, number + 1, len(students), seconds))
        if self._wrong:
            raise Unfinished(f"something was wrong with the files of {', '.join(self._wrong)}")

    def look_ahead(self, unit: str, students: Sequence[str]) -> None:
        """Begin what can be begun for the students who come next; the first of them is the very next."""

    def _is_wanted(self, student: str) -> bool:
        return not _is_excluded(self.coursedir, student) and (self.only is None or student in self.only)

    def convert_student(self, unit: str, student: str) -> bool:
        """Process one student, on whom nobody else works; return False where everything is done already."""
        wrong = None if self.force else self.problem(unit, student)
        if wrong or self.force:
            self.make(unit, student, wrong)
            return True
        self.log.info("Skipping, already done: %s", self._place(unit, student))
        return False

    def make(self, unit: str, student: str, wrong: Problem | None) -> None:
        """Make a student's folder; ``wrong`` is why, None if it is to be made in any case."""
        place = self._place(unit, student)
        self._scratch = place.parent / f".part-{unit}"
        if os.path.lexists(place.parent) and not place.parent.is_dir():
            self.put_aside(student, place.parent, "it lies where a folder belongs")
        shutil.rmtree(self._scratch, ignore_errors=True)  # of a grader that was killed
        atomic_files.make_folder(place.parent)
        self._scratch.mkdir()
        try:
            self.run_pre_convert_hook()
            self.init_assignment(unit, student)
            for notebook in self.notebooks:
                self.convert_single_notebook(notebook)
            self.set_permissions(unit, student)
            self.run_post_convert_hook()
        finally:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Finish a student: permissions, then into place. An older result is put aside, never deleted."""
        self._scratch.chmod(0o755)
        super().set_permissions(assignment_id, student_id)
        place = self._place(assignment_id, student_id)
        if os.path.lexists(place):
            atomic_files.put_aside(place, self._root / "backup" / Path(self._output_directory).name / student_id)
        atomic_files.move_into_place(self._scratch, place)

    def put_aside(self, student: str, path: Path, why: str) -> None:
        """Move what is not what it should be into ``backup/``, and name it."""
        kept = atomic_files.put_aside(path, self._root / "backup" / "broken")
        self._note(student, f"{path}: {why}; it is put aside as {kept}")

    def _note(self, student: str, what: str) -> None:
        self.log.error("%s: %s", student, what)
        self._wrong[student] = None

    def _give_up(self, why: str) -> NoReturn:
        self.log.error(why)  # nbgrader's commands say nothing of the exception
        raise NbGraderException(why) from None

    def _place(self, unit: str, student: str) -> Path:
        """Return where the result belongs."""
        return Path(super()._format_dest(unit, student))

    def _format_dest(self, assignment_id: str, student_id: str, escape: bool = False) -> str:
        return str(self._scratch)


class _Sources(NamedTuple):
    """What a page is made of beside the graded notebook, and a keyed hash of all that it is made of."""

    record: records.Record | None
    standing: list[Standing]
    made_of: str


class AtomicFeedback(AtomicConverter, GenerateFeedback):
    """Feedback pages, made again when there is anything else to be said on them.

    The last line of a page says what it was made of and how the rest of it reads, so that no clock decides.
    """

    step = "page"
    preprocessors = List([GetStanding]).tag(config=True)

    def start(self) -> None:
        """Make the pages, unless the gradebook cannot be used."""
        self.gradebook.require(thoroughly=True)
        super().start()

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Read what the page is made of, before the notebook is read."""
        self._sources = self._read(assignment_id, student_id)
        super().init_assignment(assignment_id, student_id)

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        """Give the page the record of its verdicts and the points too."""
        resources = super().init_single_notebook_resources(notebook_filename)
        name = resources["nbgrader"]["notebook"]
        theirs = next((each for each in self._sources.standing if each.notebook == name), None)
        return resources | {"record": self._sources.record, "standing": theirs}

    def write_single_notebook(self, output: str, resources: Any) -> None:
        """Write a page, and in its last line what it was made of."""
        super().write_single_notebook(output + _last_line(output, self._sources.made_of), resources)

    def problem(self, unit: str, student: str) -> Problem | None:
        """Return whether a page is missing, or says anything else than what is known now."""
        made_of, place = self._read(unit, student).made_of, self._place(unit, student)
        for graded in Path(self._format_source(unit, student)).glob("*.ipynb"):
            page = place / f"{graded.stem}.html"
            if not page.is_file():
                return Problem("there is no page")
            page_now = page.read_bytes().decode("utf-8", "replace")
            body, mark, _ = page_now.rpartition(_MARK)
            if not mark or page_now != body + _last_line(body, made_of):
                return Problem("the page is not what would be made now")
        return None

    def _read(self, unit: str, student: str) -> _Sources:
        """Read all that a page is made of; without the key, a hash of it would tell of the record's seeds."""
        record = records.read_one(self._root, unit, student)
        points = standing(self.gradebook, unit, student)
        parts = [json.dumps(record and asdict(record)).encode(), json.dumps(points).encode()]
        for path in sorted(Path(self._format_source(unit, student)).iterdir()):
            parts += [path.name.encode(), path.read_bytes()]
        key = records.course_key(self._root).encode()
        made_of = hmac.new(key, b"".join(hashlib.sha256(part).digest() for part in parts), "sha256").hexdigest()
        return _Sources(record, points, made_of)


_MARK = "\n<!-- made of "


def _last_line(body: str, made_of: str) -> str:
    reads = hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()
    return f"{_MARK}{made_of}, reads {reads} -->\n"


class ReleaseFeedback(ExchangeReleaseFeedback):
    """nbgrader's ``release_feedback``; a notebook that came under another name gets its page by that name too.

    A learner's ``fetch_feedback`` asks for a page by the name of the file that was handed in.
    """

    def copy_files(self) -> None:
        """Put every page into the exchange."""
        super().copy_files()
        unit = self.coursedir.assignment_id
        for page in map(Path, glob.glob(literal(os.path.join(self.src_path, "*.html"), self.coursedir.root))):
            student = page.parent.parent.name
            try:
                record = records.read_one(Path(self.coursedir.root), unit, student)
            except records.Broken as why:
                self.log.error("%s: the record cannot be read: %s", student, why)
                continue
            name = Path(record.file).stem if record else ""
            if name in ("", page.stem) or _is_excluded(self.coursedir, student):
                continue
            secret = (page.parent / "submission_secret.txt").read_text("utf-8")
            target = Path(self.dest_path) / f"{notebook_hash(secret=secret, notebook_id=name)}.html"
            scratch = target.with_name(f"{target.stem}-tmp.html")
            shutil.copy(page, scratch)
            os.replace(scratch, target)


def _is_excluded(coursedir: CourseDirectory, student: str) -> bool:
    """Whether nbgrader's settings leave a student out; a name may have a comma in it."""
    return f",{student}," in f",{coursedir.student_id_exclude},"


def _harmless(record: logging.LogRecord) -> bool:
    """Take out of a message what a terminal would obey: names of files and of folders are anybody's."""
    if record.exc_info and not record.exc_text:
        record.exc_text = clean(logging.Formatter().formatException(record.exc_info))
    record.msg, record.args = clean(record.getMessage()), ()
    return True
