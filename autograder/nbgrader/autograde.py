"""``nbgrader autograde`` with the judge in it: intake, sandbox, verdict, gradebook.

nbgrader's converter keeps its command line, its folders, its gradebook and its formgrader button; what it does with one
submission is replaced. Nothing of the submission's own metadata or outputs is read.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import re
import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from fnmatch import fnmatchcase
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import nbformat
from nbgrader.api import MissingEntry
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets import Bool, Integer, Unicode

from autograder.classroom import records
from autograder.classroom.records import Record, course_key, write
from autograder.exercise import Exercise
from autograder.exercises import units
from autograder.intake.dates import NoDate, class_zone
from autograder.intake.submission import Refused, Submission, file_hash, intake, read_file, untouched
from autograder.judging.grade import Graded, Times, seeds_of
from autograder.judging.judge import needs_review, zero
from autograder.judging.verdict import Verdict
from autograder.judging.work import NoSandbox, Work
from autograder.judging.workers import Unreachable, Workers, cluster, workers, worth_starting
from autograder.nbgrader.atomic_converter import AtomicConverter, Problem, Unfinished
from autograder.nbgrader.gradebook import AtomicGradebook, fill, opened
from autograder.nbgrader.graded_notebook import show_outputs, show_verdicts, shows_the_same
from autograder.nbgrader.marks import SavePenalty, SaveVerdicts, same_answers
from autograder.nbgrader.patches import handed_in, submissions
from autograder.nbgrader.release import register
from autograder.sandbox import NOT_CONTAINED, NotContained
from autograder.support import atomic_files
from autograder.support.repository import REPOSITORY, released_notebooks
from autograder.support.scratch import scratch_folder
from autograder.support.student_names import composed, sort_out
from course.findings import hint_words
from course.language import LANGUAGES
from course.workspace import notebook_file

# SQLAlchemy ends the gradebook's path at ?, and Alembic fills in what follows %.
UNFIT = "?%"


class _Kept(NamedTuple):
    """What the first pass has decided about a submission, which is known by the hash of its sources."""

    sha256: str
    verdicts: dict[str, Verdict]


class _Begun(NamedTuple):
    """A submission as it was read, and what will come of it."""

    file_sha256: str
    submission: Submission
    refused: str  # why the file cannot be read
    seeds: dict[str, int]
    known: dict[str, Verdict]  # of the first pass
    result: Callable[[], Graded]


class LeftOut(NbGraderException):
    """Everybody else was graded, but there are folders that cannot be a student's."""


class TrustedAutograde(AtomicConverter, Autograde):
    """Grade submissions with the judge outside the learner's process."""

    step = "grade"
    uncontained = Bool(
        False, help="Run learner code as a plain process. Without this, a class is graded in the sandbox or not at all."
    ).tag(config=True)

    workers = Integer(
        0, min=0, help="Submissions that are judged side by side; 0: one for each core, in a small class fewer."
    ).tag(config=True)
    scheduler = Unicode("", help="A dask scheduler whose workers judge: its address or file.").tag(
        config=True
    )
    clear_text = Bool(False, help="Let works go to a scheduler on another computer without TLS.").tag(config=True)

    times = Times()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._left_out: list[str] = []
        self._folders: dict[str, str] = {}  # by student; a Mac may have spelt the name in another way
        self._undecided: dict[str, _Kept] = {}  # by student: the computer was too busy for some of the exercises
        self._kept: dict[str, _Kept] = {}
        self._workers: Workers
        self._can_judge = False
        self._begun: dict[str, _Begun] = {}  # by student: what is being judged already

    @cached_property
    def _key(self) -> str:
        return course_key(self._root)

    def start(self) -> None:
        """Grade what the command line or the formgrader asks for, with one sandbox for all of it."""
        if self.uncontained:
            self.log.error(NOT_CONTAINED)
        try:
            self._prepare()
        except OSError as error:
            self._give_up(f"The folder of the class cannot be used: {error}")
        try:
            with self._judges() as self._workers:
                self._grade()
        except Unreachable as error:
            self._give_up_judging(error)

    def _judges(self) -> Workers:
        """Return who judges: this computer, or a cluster."""
        if not self.scheduler:
            return workers(self._how_many())
        try:
            return cluster(self.scheduler, self.clear_text)
        except ValueError as why:
            self._give_up(str(why))

    def _how_many(self) -> int:
        """Return how many submissions are judged side by side."""
        found = submissions(self.coursedir, self.coursedir.submitted_directory, self.coursedir.assignment_id)
        asked = [name for name in map(composed, found) if self._asked_for(name) and self._is_wanted(name)]
        return worth_starting(len(asked), self.workers)

    def _grade(self) -> None:
        failure = None
        for step in (super().start, self._judge_again):
            try:
                step()
            except Unfinished as error:
                failure = error
        if failure:
            raise failure
        if self._left_out:
            raise LeftOut(f"{len(self._left_out)} folders were left out: {', '.join(map(repr, self._left_out))}")

    def _judge_again(self) -> None:
        """Grade those once more, one after another, about whom the computer was too busy to decide everything."""
        self._kept, self._undecided = self._undecided, {}
        if not self._kept:
            return
        self.assignments: dict[str, list[str]] = {
            folder: notebooks for folder, notebooks in self.assignments.items() if self._student(folder) in self._kept
        }
        self.force = True
        with contextlib.chdir(self._root):
            self.convert_notebooks()

    def _prepare(self) -> None:
        odd = [char for char in UNFIT if char in str(self._root)]
        if odd and str(self._root) in self.coursedir.db_url:
            self._give_up(f"A gradebook cannot lie in a folder with {' or '.join(odd)} in its path: {self._root}")
        unit = self.coursedir.assignment_id
        for folder in ("backup", os.path.join("report", unit)):
            atomic_files.make_folder(self._root / folder)
            with tempfile.TemporaryFile(dir=self._root / folder) as file:  # nobody is judged for nothing
                file.write(b"0")
        with records.one_grader(self._root):  # nbgrader itself fails when two make a gradebook at the same moment
            self.gradebook.require(thoroughly=True)
            self.gradebook.back_up(self._root / "backup")
            if unit in units():
                with scratch_folder() as scratch:
                    course = self.coursedir.course_id
                    register(REPOSITORY, LANGUAGES[0], unit, scratch, self.gradebook.patient, course)

    def init_notebooks(self) -> None:
        """List every released notebook of every student, also the ones that were not handed in."""
        unit = self.coursedir.assignment_id
        self.find_students()
        if unit not in units() or not (self._folders or self._left_out):
            super().init_notebooks()  # says what is missing in nbgrader's own words
            return
        places = (self.coursedir.format_path(self._input_directory, student, unit) for student in self._folders)
        self.assignments = {place: [os.path.join(place, notebook_file(unit))] for place in places}

    def find_students(self) -> Collection[str]:
        """Return the students who are asked for and have handed something in; name what is left out."""
        unit = self.coursedir.assignment_id
        found = submissions(self.coursedir, self.coursedir.submitted_directory, unit)
        students, left_out = sort_out(found)
        for folder, why in (left_out | misplaced(self.coursedir, unit)).items():
            if self._asked_for(composed(folder)):
                self.log.error("LEFT OUT: %r: %s", folder, why)
                self._left_out.append(folder)
        self._folders = {student: found[folder] for student, folder in students.items() if self._asked_for(student)}
        return self._folders

    def _asked_for(self, student: str) -> bool:
        asked = self.coursedir.student_id
        return student == asked or fnmatchcase(student, asked)

    def _student(self, place: str) -> str:
        return os.path.basename(os.path.dirname(place))

    def _source(self, assignment_id: str, student_id: str) -> Path:
        """Return the folder as it was handed in."""
        return Path(self._folders.get(student_id) or self._format_source(assignment_id, student_id))

    def problem(self, unit: str, student: str) -> Problem | None:
        """Return whether anything else was handed in than was graded, or something of the result is missing."""
        source, place, name = self._source(unit, student), self._place(unit, student), notebook_file(unit)
        try:
            record = records.read_one(self._root, unit, student)
        except records.Broken as why:
            return Problem(f"the record cannot be read: {why}", judge=True)
        if record is None:
            return Problem("there is no record", judge=True)
        if not record.file_sha256 or {each.exercise for each in record.verdicts} != set(units()[unit]):
            return Problem("the record is not complete", judge=True)
        receipt = self._receipt(source, self._handed_in(source)[0], unit, student)
        if record.file_sha256 != file_hash(source, name) or receipt != _read_all(place, receipt):
            return Problem("what is handed in is not what was graded", judge=True)
        submission, _ = self._read(source, unit)
        show_verdicts(submission, record)
        if not (place / name).is_file() or not shows_the_same(place / name, submission.notebook):
            return Problem("the graded notebook is missing or does not go with the record", judge=True)
        if self.gradebook.missing():
            return Problem("there is no gradebook")
        with opened(self.gradebook, self.coursedir.course_id) as book:
            try:
                self._fill_in(book, record, submission, record)
            except MissingEntry:
                return Problem("the gradebook does not know the unit")
            return Problem(f"the gradebook is not as the record says: {book.changes[0]}") if book.changes else None

    def make(self, unit: str, student: str, wrong: Problem | None) -> None:
        """Grade one student, or write again what is missing in the gradebook."""
        if wrong and not wrong.judge:
            self._write_again(unit, student, wrong.why)
            return
        self._require_sandbox()
        super().make(unit, student, wrong)

    def _require_sandbox(self) -> None:
        """Give up before the first student's work is begun, if nothing can be judged."""
        if not self._can_judge:
            try:
                self._workers.require(not self.uncontained, str(self._root))
            except NoSandbox as error:
                self._give_up_judging(error)
            self._can_judge = True

    def _give_up_judging(self, error: NoSandbox) -> NoReturn:
        without = "anybody who judges" if isinstance(error, Unreachable) else "a sandbox"
        self._give_up(f"{error}. Nothing is graded without {without}, see docs/trust.md.")

    def look_ahead(self, unit: str, students: Sequence[str]) -> None:
        """Have the next ones judged while this one is written down; those that are done already are left alone."""
        if self._kept:  # the second pass is for a computer with less to do
            return
        for student in students[: self._workers.ahead]:
            if student in self._begun:
                continue
            try:
                if not (self.force or self._is_new(unit, student)):
                    continue
                self._require_sandbox()  # before anything is sent anywhere
                self._begun[student] = self._begin(unit, student)
            except NbGraderException:
                raise
            except Exception:  # whatever it is, it is theirs alone: it comes again, and is said, when it is their turn
                continue

    def _is_new(self, unit: str, student: str) -> bool:
        """Whether there is no record of what is handed in now."""
        record = records.read_one(self._root, unit, student)
        return record is None or record.file_sha256 != file_hash(self._source(unit, student), notebook_file(unit))

    def _write_again(self, unit: str, student: str, why: str) -> None:
        """Write what the record says into the gradebook."""
        record = records.read_one(self._root, unit, student)
        if record is None:
            raise FileNotFoundError("the record has gone that was there a moment ago")
        submission, _ = self._read(self._source(unit, student), unit)
        self._keep(record, submission, record)
        self.log.warning("%s: %s; the points are written again", student, why)

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Put a broken record aside. No other file of the submission is copied."""
        try:
            self._before = records.read_one(self._root, assignment_id, student_id)
        except records.Broken as why:
            self._before = None
            path = records.path_of(self._root, assignment_id, student_id)
            self.put_aside(student_id, path, f"the record cannot be read ({why})")
        source = self._source(assignment_id, student_id)
        when, odd = self._handed_in(source)
        if odd:
            self.log.warning("%s/timestamp.txt: %s; the submission counts as in time", source, odd)
        for name, content in self._receipt(source, when, assignment_id, student_id).items():
            (self._scratch / name).write_bytes(content)

    def _handed_in(self, source: Path) -> tuple[datetime | None, NoDate | None]:
        """Return when a submission was handed in (UTC), or None and why that is not known; no reason without a date."""
        try:
            return handed_in(source, class_zone(self.config)), None
        except NoDate as odd:
            return None, odd

    def _receipt(self, source: Path, when: datetime | None, unit: str, student: str) -> dict[str, bytes]:
        """Return the files by which nbgrader's exchange hands the feedback back.

        ``release_feedback`` wants both for everybody. Whose work came without a secret gets one that nobody knows.
        """
        secret = b""
        with contextlib.suppress(Refused):
            secret = read_file(source, "submission_secret.txt")
        if not re.fullmatch(rb"[0-9A-Za-z]{1,1000}", secret):
            secret = hmac.new(self._key.encode(), f"{unit}/{student}".encode(), "sha256").hexdigest().encode()
        date = f"{when.isoformat(' ')} UTC" if when else ""
        return {"timestamp.txt": date.encode(), "submission_secret.txt": secret}

    def convert_single_notebook(self, notebook_filename: str) -> None:
        """Grade one notebook: rebuild, run, judge, record."""
        self._sanitizing = True  # the source is in submitted/
        resources = self.init_single_notebook_resources(notebook_filename)
        unit, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        submission, record = self._judge(self._source(unit, student), unit, student)
        show_verdicts(submission, record)
        # Until the gradebook has these verdicts too, the record says that only what has not changed was graded.
        write(self._root, replace(record, file_sha256="", answers=same_answers(record, self._before)))
        self._keep(record, submission, self._before)
        self.write_single_notebook(nbformat.writes(submission.notebook), resources | {"output_extension": ".ipynb"})
        self._record = record
        for verdict in record.verdicts:
            if verdict.note:
                self.log.error("%s, %s: %s", student, verdict.exercise, verdict.note)

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Put the graded notebook into place, and then say that it is."""
        super().set_permissions(assignment_id, student_id)
        write(self._root, self._record)

    def _keep(self, record: Record, submission: Submission, before: Record | None) -> None:
        """Write all the marks of a submission into the gradebook, together."""

        def write(book: AtomicGradebook) -> None:
            self._fill_in(book, record, submission, before)
            SavePenalty(parent=self).save(book, record)

        with records.one_grader(self._root):  # nbgrader makes a unit anew that has no submission yet
            fill(self.gradebook, self.coursedir.course_id, write)

    def _fill_in(self, book: AtomicGradebook, record: Record, submission: Submission, before: Record | None) -> None:
        """Make the student and the submission in an open gradebook, and fill in points and comments."""
        when, _ = self._handed_in(self._source(record.unit, record.student))
        book.submit(record.unit, record.student, when)
        SaveVerdicts(record, submission, before, book, parent=self).preprocess(submission.notebook, {})

    def _read(self, folder: Path, unit: str) -> tuple[Submission, str]:
        """Return a submission; where the file cannot be read, the untouched notebook and why."""
        released = released_notebooks(unit)
        try:
            return intake(folder, notebook_file(unit), released), ""
        except Refused as refusal:
            lang = class_language()
            return untouched(released[lang], lang), f"{refusal.word}:{refusal.detail}"

    def _begin(self, unit: str, student: str) -> _Begun:
        """Read what a student has handed in, and have it judged."""
        folder = self._source(unit, student)
        sha256 = file_hash(folder, notebook_file(unit))
        submission, refused = self._read(folder, unit)
        if refused:
            return _Begun(sha256, submission, refused, {}, {}, Graded)
        exercises = list(units()[unit].values())
        seeds = seeds_of(exercises, self._key, unit, student, submission.sha256)
        known = self._known(unit, student, submission)
        todo = tuple(exercise.name for exercise in exercises if exercise.name not in known)
        work = Work(
            tuple(submission.cells), todo, seeds, submission.lang, self.times, known, not self.uncontained,
            hidden=str(self._root),
        )  # fmt: skip
        return _Begun(sha256, submission, "", seeds, known, self._workers.submit(work))

    def _known(self, unit: str, student: str, submission: Submission) -> dict[str, Verdict]:
        """Return the verdicts on a submission that stand already."""
        first = self._kept.get(student)
        return first.verdicts if first and first.sha256 == submission.sha256 else {}

    def _judge(self, folder: Path, unit: str, student: str) -> tuple[Submission, Record]:
        begun = self._begun.pop(student, None)
        if begun is None or begun.file_sha256 != file_hash(folder, notebook_file(unit)):
            begun = self._begin(unit, student)
        exercises = list(units()[unit].values())
        when, odd = self._handed_in(folder)
        submission = begun.submission
        record = partial(
            Record, unit, student, file_sha256=begun.file_sha256, contained=not self.uncontained,
            handed_in=when.isoformat() if when else "", undated=f"{odd.word}:{odd.detail}" if odd else "",
        )  # fmt: skip
        if begun.refused:
            word, _, detail = begun.refused.partition(":")
            self.log.warning("%s: %s", student, hint_words(word, "en", detail)[0])
            verdicts = tuple(zero(exercise, "error", begun.refused) for exercise in exercises)
            return submission, record(verdicts, refused=begun.refused)
        record = partial(
            record, sha256=submission.sha256, seeds=begun.seeds, file=submission.file, remarks=submission.remarks,
            several=submission.several, answers=submission.answers,
        )  # fmt: skip
        try:
            graded = begun.result()
        except NoSandbox as error:
            self._give_up_judging(error)
        except NotContained:
            raise  # this one is to be graded again; the next one gets a new sandbox
        except Exception as error:
            self.log.exception("the grader failed on %s", student)
            todo = [exercise for exercise in exercises if exercise.name not in begun.known]
            failed = {each.name: needs_review(each, f"{type(error).__name__}: {error}") for each in todo}
            return submission, record(_in_order(exercises, begun.known | failed))
        if graded.undecided:
            self._put_off(student, submission.sha256, begun.known | graded.verdicts, graded.undecided)
        show_outputs(submission, graded)
        return submission, record(_in_order(exercises, begun.known | graded.verdicts))

    def _put_off(self, student: str, sha256: str, verdicts: dict[str, Verdict], undecided: tuple[str, ...]) -> None:
        """Remember what was decided, so that the rest can be judged again; the second time, ask for a person."""
        names = ", ".join(undecided)
        if student in self._kept:
            self.log.error("%s: the computer was too busy to judge %s, twice; a person has to look", student, names)
            return
        self.log.warning("%s: the computer was too busy to judge %s; it is judged again at the end", student, names)
        decided = {name: verdict for name, verdict in verdicts.items() if name not in undecided}
        self._undecided[student] = _Kept(sha256, decided)


def _read_all(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the contents of those files that are there."""
    return {name: path.read_bytes() for name in names if (path := folder / name).is_file()}


def _in_order(exercises: Sequence[Exercise], verdicts: dict[str, Verdict]) -> tuple[Verdict, ...]:
    return tuple(verdicts[exercise.name] for exercise in exercises)


def misplaced(coursedir: CourseDirectory, unit: str) -> dict[str, str]:
    """Return the students' folders in which something else lies where the folder of a unit belongs, and what to do."""
    students = Path(coursedir.root, coursedir.submitted_directory).glob("*")
    why = f"what lies in it as {unit} is not a folder"
    return {each.name: why for each in students if os.path.lexists(each / unit) and not os.path.isdir(each / unit)}


def class_language() -> str:
    """Return the language of what has none of its own: of a file that cannot be read, for example."""
    lang = os.environ.get("COURSE_LANG", "")
    return lang if lang in LANGUAGES else LANGUAGES[0]
