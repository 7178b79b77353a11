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
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from nbgrader.utils import is_grade
from traitlets import Bool

from autograder import records
from autograder.exercise import Exercise
from autograder.exercises import units
from autograder.grade import Times, grade, seeds_of
from autograder.intake import Refused, Submission, file_hash, intake, read_file, untouched
from autograder.judge import generic_hint, needs_review, zero
from autograder.names import composed, sort_out
from autograder.nbgrader.dates import NoDate, class_zone
from autograder.nbgrader.keep import WholeFiles, back_up_gradebook
from autograder.nbgrader.mended import handed_in, submissions
from autograder.nbgrader.release import register
from autograder.pages import verdict_outputs
from autograder.records import Record, course_key, write
from autograder.sandbox import NotContained, Sandbox
from autograder.selftest import require_containment
from autograder.verdict import Verdict
from course.check import hint_words
from course.language import LANGUAGES, text
from course.workspace import notebook_file

REPOSITORY = Path(__file__).resolve().parents[2]
NOT_CONTAINED = (
    "NOT CONTAINED: learner code runs as a plain process. It can read your files, the reference solutions among "
    "them, and use the network. Grade only people you trust like this. See docs/trust.md."
)
# SQLAlchemy ends the gradebook's path at ?, and Alembic fills in what follows %.
UNFIT = "?%"


class _Kept(NamedTuple):
    """What the first pass has decided about a submission, which is known by the hash of its sources."""

    sha256: str
    verdicts: dict[str, Verdict]


class LeftOut(NbGraderException):
    """Everybody else was graded, but there are folders that cannot be a student's."""


class TrustedAutograde(WholeFiles, Autograde):
    """Grade submissions with the judge outside the learner's process."""

    uncontained = Bool(
        False, help="Run learner code as a plain process. Without this, a class is graded in the sandbox or not at all."
    ).tag(config=True)

    times = Times()

    def start(self) -> None:
        """Grade what the command line or the formgrader asks for, with one sandbox for all of it."""
        if self.uncontained:
            self.log.error(NOT_CONTAINED)
        self._root = Path(self.coursedir.root)
        self._left_out: list[str] = []
        self._folders: dict[str, str] = {}  # by student; a Mac may have spelt the name in another way
        self._undecided: dict[str, _Kept] = {}  # by student: the computer was too busy for some of the exercises
        self._kept: dict[str, _Kept] = {}
        try:
            self._prepare()
        except OSError as error:
            self._give_up(f"The folder of the class cannot be used: {error}")
        try:
            with Sandbox(contained=not self.uncontained) as self._sandbox:
                if self._sandbox.contained:
                    require_containment(self._sandbox, self._root)
                self._grade()
        except NotContained as error:
            self._give_up(f"{error}. Nothing is graded without a sandbox, see docs/trust.md.")

    def _grade(self) -> None:
        failure = None
        try:
            super().start()
        except NbGraderException as error:  # somebody's folder could not be processed; that is logged
            failure = error
        try:
            self._judge_again()
        except NbGraderException as error:
            failure = failure or error
        if failure:
            raise failure
        if self._left_out:
            raise LeftOut(f"{len(self._left_out)} folders were left out: {', '.join(map(repr, self._left_out))}")

    def _judge_again(self) -> None:
        """Grade those once more, one after another, about whom the computer was too busy to decide everything."""
        self._kept, self._undecided = self._undecided, {}
        if not self._kept:
            return
        self.assignments = {
            folder: notebooks for folder, notebooks in self.assignments.items() if self._student(folder) in self._kept
        }
        self.force = True
        with contextlib.chdir(self._root):
            self.convert_notebooks()

    def _prepare(self) -> None:
        odd = [char for char in UNFIT if char in str(self._root)]
        if odd and str(self._root) in self.coursedir.db_url:
            self._give_up(f"A gradebook cannot lie in a folder with {' or '.join(odd)} in its path: {self._root}")
        self._key = course_key(self._root)
        with records.one_grader(self._root):  # nbgrader itself fails when two make a gradebook at the same moment
            back_up_gradebook(self._root, self.coursedir.db_url)
            if self.coursedir.assignment_id in units():
                with tempfile.TemporaryDirectory() as scratch:
                    register(
                        REPOSITORY, LANGUAGES[0], self.coursedir.assignment_id, Path(scratch), self.coursedir.db_url
                    )

    def _give_up(self, why: str) -> NoReturn:
        self.log.error(why)  # nbgrader's commands say nothing of the exception
        raise NbGraderException(why) from None

    def init_notebooks(self) -> None:
        """List every released notebook of every student, also the ones that were not handed in."""
        unit = self.coursedir.assignment_id
        found = submissions(self.coursedir, self.coursedir.submitted_directory, unit)
        students, left_out = sort_out(found)
        for folder, why in left_out.items():
            if self._asked_for(composed(folder)):
                self.log.error("LEFT OUT: %r: %s", folder, why)
                self._left_out.append(folder)
        self._folders = {student: found[folder] for student, folder in students.items() if self._asked_for(student)}
        if unit not in units() or not (self._folders or self._left_out):
            super().init_notebooks()  # says what is missing in nbgrader's own words
            return
        places = (self.coursedir.format_path(self._input_directory, student, unit) for student in self._folders)
        self.assignments = {place: [os.path.join(place, notebook_file(unit))] for place in places}

    def _asked_for(self, student: str) -> bool:
        asked = self.coursedir.student_id
        return student == asked or fnmatchcase(student, asked)

    def _student(self, place: str) -> str:
        return os.path.basename(os.path.dirname(place))

    def _source(self, assignment_id: str, student_id: str) -> Path:
        """Return the folder as it was handed in."""
        return Path(self._folders.get(student_id) or self._format_source(assignment_id, student_id))

    def is_done(self, source: Path, destination: Path, assignment_id: str, student_id: str) -> bool:
        """Whether these very bytes, handed in at this very time, were graded and everything about it was written."""
        source = self._source(assignment_id, student_id)
        name = notebook_file(assignment_id)
        record = records.read_one(self._root, assignment_id, student_id)
        if record is None or record.file_sha256 != file_hash(source, name) or not (destination / name).exists():
            return False
        receipt = self._receipt(source, self._handed_in(source)[0], assignment_id, student_id)
        return receipt == {file: path.read_bytes() for file in receipt if (path := destination / file).exists()}

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Make the student and the submission in the gradebook. No other file of the submission is copied."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as book:
            book.update_or_create_student(student_id)
            source = self._source(assignment_id, student_id)
            destination = Path(self._format_dest(assignment_id, student_id))
            when, odd = self._handed_in(source)
            if odd:
                self.log.warning("%s/timestamp.txt: %s; the submission counts as in time", source, odd)
            book.update_or_create_submission(assignment_id, student_id, timestamp=when)
        for name, content in self._receipt(source, when, assignment_id, student_id).items():
            (destination / name).write_bytes(content)

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
        _show_verdicts(submission, record)
        before = records.read_one(self._root, unit, student)
        # Until the gradebook has these verdicts too, the record says that only what has not changed was graded.
        write(self._root, replace(record, file_sha256="", answers=_same_answers(record, before)))
        steps = [SaveVerdicts(record, submission, before, parent=self), AssignLatePenalties(parent=self)]
        for step in steps:
            submission.notebook, resources = step.preprocess(submission.notebook, resources)
        self.write_single_notebook(nbformat.writes(submission.notebook), resources | {"output_extension": ".ipynb"})
        self._record = record
        for verdict in record.verdicts:
            if verdict.note:
                self.log.error("%s, %s: %s", student, verdict.exercise, verdict.note)

    def set_permissions(self, assignment_id: str, student_id: str) -> None:
        """Put the graded notebook into place, and then say that it is."""
        super().set_permissions(assignment_id, student_id)
        write(self._root, self._record)

    def _judge(self, folder: Path, unit: str, student: str) -> tuple[Submission, Record]:
        exercises = list(units()[unit].exercises.values())
        name, released = notebook_file(unit), released_notebooks(unit)
        seeds = seeds_of(exercises, self._key, unit, student)
        when, odd = self._handed_in(folder)
        record = partial(
            Record, unit, student, file_sha256=file_hash(folder, name), contained=self._sandbox.contained,
            handed_in=when.isoformat() if when else "", undated=f"{odd.word}:{odd.detail}" if odd else "",
        )  # fmt: skip
        try:
            submission = intake(folder, name, released)
        except Refused as refusal:
            self.log.warning("%s: %s", student, hint_words(refusal.word, "en", refusal.detail)[0])
            lang = class_language()
            submission = untouched(released[lang], lang)
            why = f"{refusal.word}:{refusal.detail}"
            verdicts = tuple(zero(exercise, "error", why) for exercise in exercises)
            return submission, record(verdicts, refused=why)
        record = partial(
            record, sha256=submission.sha256, seeds=seeds, file=submission.file, remarks=submission.remarks,
            several=submission.several, answers=submission.answers,
        )  # fmt: skip
        first = self._kept.get(student)
        kept = first.verdicts if first and first.sha256 == submission.sha256 else {}
        todo = [exercise for exercise in exercises if exercise.name not in kept]
        try:
            graded = grade(self._sandbox, submission.cells, todo, seeds, submission.lang, self.times, known=kept)
        except NotContained:
            raise  # nothing can be graded: the batch stops, and says why
        except Exception as error:
            self.log.exception("the grader failed on %s", student)
            failed = {each.name: needs_review(each, f"{type(error).__name__}: {error}") for each in todo}
            return submission, record(_in_order(exercises, kept | failed))
        if graded.undecided:
            self._put_off(student, submission.sha256, kept | graded.verdicts, graded.undecided)
        for cell in submission.notebook.cells:
            if cell.cell_type == "code" and graded.outputs.get(cell.id):
                cell.outputs = graded.outputs[cell.id]
            if cell.cell_type == "code" and cell.id in graded.ended:
                cell.outputs.append(_ended_output(graded.ended[cell.id], submission.lang))
        return submission, record(_in_order(exercises, kept | graded.verdicts))

    def _put_off(self, student: str, sha256: str, verdicts: dict[str, Verdict], undecided: tuple[str, ...]) -> None:
        """Remember what was decided, so that the rest can be judged again; the second time, ask for a person."""
        names = ", ".join(undecided)
        if student in self._kept:
            self.log.error("%s: the computer was too busy to judge %s, twice; a person has to look", student, names)
            return
        self.log.warning("%s: the computer was too busy to judge %s; it is judged again at the end", student, names)
        decided = {name: verdict for name, verdict in verdicts.items() if name not in undecided}
        self._undecided[student] = _Kept(sha256, decided)


class SaveVerdicts(SaveAutoGrades):
    """Write the verdicts of a record into nbgrader's gradebook; manual scores and comments stay.

    A manual score is final as long as the answer's text is that of the record ``before``.
    """

    def __init__(self, record: Record, submission: Submission, before: Record | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._elsewhere = submission.elsewhere
        self._lang = submission.lang
        self._verdicts = {f"test-{verdict.exercise}": verdict for verdict in record.verdicts}
        self._same = set(_same_answers(record, before))
        if self._elsewhere and not (before and before.sha256 == record.sha256):
            self._same -= _written(submission.notebook)  # what changed may be the answer

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        name = cell.metadata["nbgrader"]["grade_id"]
        entry = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        final = entry.manual_score is not None and not entry.needs_manual_grade
        if cell.cell_type != "code":  # written by hand, graded by hand; an untouched answer is 0
            super()._add_score(cell, resources)
            if self._elsewhere:
                entry.auto_score, entry.needs_manual_grade = None, True
        else:
            verdict: Verdict | None = self._verdicts.get(name)
            entry.auto_score = verdict.score if verdict else None
            entry.needs_manual_grade = entry.auto_score is None or entry.manual_score is not None
        if final and name.replace("test-", "answer-", 1) in self._same:
            entry.needs_manual_grade = False
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: Any) -> None:
        super()._add_comment(cell, resources)
        if cell.cell_type != "code" and self._elsewhere:
            name = cell.metadata["nbgrader"]["grade_id"]
            comment = self.gradebook.find_comment(name, self.notebook_id, self.assignment_id, self.student_id)
            comment.auto_comment = text("check.written.elsewhere", self._lang)
            self.gradebook.db.commit()


def _same_answers(record: Record, before: Record | None) -> dict[str, str]:
    """Return the answers whose text is that of an earlier record."""
    old = before.answers if before else {}
    return {name: digest for name, digest in record.answers.items() if old.get(name) == digest}


def _written(notebook: NotebookNode) -> set[str]:
    """Return the grade ids of the questions that are answered in words."""
    return {cell.metadata.nbgrader.grade_id for cell in notebook.cells if cell.cell_type != "code" and is_grade(cell)}


def _in_order(exercises: Sequence[Exercise], verdicts: dict[str, Verdict]) -> tuple[Verdict, ...]:
    return tuple(verdicts[exercise.name] for exercise in exercises)


def class_language() -> str:
    """Return the language of what has none of its own: of a file that cannot be read, for example."""
    lang = os.environ.get("COURSE_LANG", "")
    return lang if lang in LANGUAGES else LANGUAGES[0]


def released_notebooks(unit: str) -> dict[str, NotebookNode]:
    """Return the released notebook of a unit in every language."""
    places = {lang: REPOSITORY / "release" / lang / unit / notebook_file(unit) for lang in LANGUAGES}
    return {lang: nbformat.read(place, as_version=4) for lang, place in places.items()}


def _show_verdicts(submission: Submission, record: Record) -> None:
    verdicts = {verdict.exercise: verdict for verdict in record.verdicts}
    for cell in submission.notebook.cells:
        own = cell.metadata.get("course", {})
        if own.get("role") == "test":
            cell.outputs = verdict_outputs(verdicts[own["exercise"]], submission.lang)


def _ended_output(reason: str, lang: str) -> NotebookNode:
    what, where = generic_hint(reason if reason == "too_slow" else f"ended:{reason}")[lang]
    return nbformat.v4.new_output("stream", name="stderr", text=f"{what}\n{where}\n")
