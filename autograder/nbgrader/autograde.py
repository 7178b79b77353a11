"""``nbgrader autograde`` with the judge in it: intake, sandbox, verdict, gradebook.

nbgrader's converter keeps its command line, its folders, its gradebook and its formgrader button; what it does with one
submission is replaced. Nothing of the submission's own metadata or outputs is read.
"""

from __future__ import annotations

import contextlib
import glob
import hmac
import os
import re
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from traitlets import Bool

from autograder import records
from autograder.exercises import units
from autograder.grade import Times, grade, seeds_of
from autograder.intake import Refused, Submission, file_hash, intake, read_file, untouched
from autograder.judge import generic_hint, needs_review, zero
from autograder.nbgrader.dates import utc
from autograder.nbgrader.keep import WholeFiles, back_up_gradebook
from autograder.nbgrader.release import register
from autograder.pages import verdict_outputs
from autograder.records import Record, course_key, write
from autograder.sandbox import NotContained, Sandbox
from autograder.selftest import require_containment
from autograder.verdict import Verdict
from course.language import LANGUAGES, text
from course.workspace import notebook_file

REPOSITORY = Path(__file__).resolve().parents[2]
NOT_CONTAINED = (
    "NOT CONTAINED: learner code runs as a plain process. It can read your files, the reference solutions among "
    "them, and use the network. Grade only people you trust like this. See docs/trust.md."
)


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
        try:
            self._prepare()
        except OSError as error:
            self._give_up(f"The folder of the class cannot be used: {error}")
        try:
            with Sandbox(contained=not self.uncontained) as self._sandbox:
                if self._sandbox.contained:
                    require_containment(self._sandbox, self._root)
                super().start()
        except NotContained as error:
            self._give_up(f"{error}. Nothing is graded without a sandbox, see docs/trust.md.")

    def _prepare(self) -> None:
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
        names = [notebook_file(unit)] if unit in units() else []
        pattern = self.coursedir.format_path(
            self.coursedir.submitted_directory, self.coursedir.student_id, glob.escape(unit)
        )
        folders = []
        for folder in glob.glob(pattern):
            name = os.path.basename(os.path.dirname(folder))
            if not os.path.isdir(folder):
                continue
            if records.is_student(name):
                folders.append(folder)
            else:
                self.log.error("LEFT OUT: %r cannot be a student's name; rename the folder (%s)", name, records.NAMES)
        if not names or not folders:
            super().init_notebooks()  # says what is missing in nbgrader's own words
            return
        self.assignments = {folder: [os.path.join(folder, name) for name in names] for folder in folders}

    def is_done(self, source: Path, destination: Path, assignment_id: str, student_id: str) -> bool:
        """Whether these very bytes, handed in at this very time, were graded and everything about it was written."""
        name = notebook_file(assignment_id)
        record = records.read_one(self._root, assignment_id, student_id)
        if record is None or record.file_sha256 != file_hash(source, name) or not (destination / name).exists():
            return False
        receipt = self._receipt(source, _handed_in(source)[0], assignment_id, student_id)
        return receipt == {file: path.read_bytes() for file in receipt if (path := destination / file).exists()}

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Make the student and the submission in the gradebook. No other file of the submission is copied."""
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as book:
            book.update_or_create_student(student_id)
            source, destination = (Path(f(assignment_id, student_id)) for f in (self._format_source, self._format_dest))
            when, odd = _handed_in(source)
            if odd:
                self.log.warning("%s/timestamp.txt: %s; the submission counts as in time", source, odd)
            book.update_or_create_submission(assignment_id, student_id, timestamp=when)
        for name, content in self._receipt(source, when, assignment_id, student_id).items():
            (destination / name).write_bytes(content)

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
        path = Path(notebook_filename)
        submission, record = self._judge(path, unit, student)
        _show_verdicts(submission, record)
        write(self._root, record)
        steps = [SaveVerdicts(record, submission, parent=self), AssignLatePenalties(parent=self)]
        for step in steps:
            submission.notebook, resources = step.preprocess(submission.notebook, resources)
        self.write_single_notebook(nbformat.writes(submission.notebook), resources | {"output_extension": ".ipynb"})
        for verdict in record.verdicts:
            if verdict.note:
                self.log.error("%s, %s: %s", student, verdict.exercise, verdict.note)

    def _judge(self, path: Path, unit: str, student: str) -> tuple[Submission, Record]:
        exercises = list(units()[unit].exercises.values())
        released = released_notebooks(unit)
        seeds = seeds_of(exercises, self._key, unit, student)
        digest = file_hash(path.parent, path.name)
        record = partial(Record, unit, student, file_sha256=digest, contained=self._sandbox.contained)
        try:
            submission = intake(path.parent, path.name, released)
        except Refused as refusal:
            self.log.warning("%s: %s: %s", student, refusal.word, refusal.detail)
            lang = class_language()
            submission = untouched(released[lang], lang)
            why = f"{refusal.word}:{refusal.detail}"
            verdicts = tuple(zero(exercise, "error", why) for exercise in exercises)
            return submission, record(verdicts, refused=why)
        try:
            graded = grade(self._sandbox, submission.cells, exercises, seeds, submission.lang, self.times)
        except NotContained:
            raise  # nothing can be graded: the batch stops, and says why
        except Exception as error:
            self.log.exception("the grader failed on %s", student)
            verdicts = tuple(needs_review(exercise, f"{type(error).__name__}: {error}") for exercise in exercises)
            return submission, record(verdicts, sha256=submission.sha256, seeds=seeds)
        for cell in submission.notebook.cells:
            if cell.cell_type == "code" and graded.outputs.get(cell.id):
                cell.outputs = graded.outputs[cell.id]
            if cell.cell_type == "code" and cell.id in graded.ended:
                cell.outputs.append(_ended_output(graded.ended[cell.id], submission.lang))
        return submission, record(tuple(graded.verdicts.values()), sha256=submission.sha256, seeds=seeds)


class SaveVerdicts(SaveAutoGrades):
    """Write the verdicts of a record into nbgrader's gradebook; manual scores and comments stay."""

    def __init__(self, record: Record, submission: Submission, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._submission = submission
        self._verdicts = {f"test-{verdict.exercise}": verdict for verdict in record.verdicts}

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        name = cell.metadata["nbgrader"]["grade_id"]
        if cell.cell_type != "code":  # written by hand, graded by hand; an untouched answer is 0
            super()._add_score(cell, resources)
            if self._submission.elsewhere:
                entry = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
                entry.auto_score, entry.needs_manual_grade = None, True
                self.gradebook.db.commit()
            return
        verdict: Verdict | None = self._verdicts.get(name)
        entry = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        entry.auto_score = verdict.score if verdict else None
        entry.needs_manual_grade = entry.auto_score is None or entry.manual_score is not None
        self.gradebook.db.commit()

    def _add_comment(self, cell: NotebookNode, resources: Any) -> None:
        super()._add_comment(cell, resources)
        if cell.cell_type != "code" and self._submission.elsewhere:
            name = cell.metadata["nbgrader"]["grade_id"]
            comment = self.gradebook.find_comment(name, self.notebook_id, self.assignment_id, self.student_id)
            comment.auto_comment = text("check.written.elsewhere", self._submission.lang)
            self.gradebook.db.commit()


def _handed_in(folder: Path) -> tuple[datetime | None, str]:
    """Return when a submission was handed in (UTC), or None and why that cannot be said; without a date, no reason."""
    try:
        return utc(read_file(folder, "timestamp.txt")[:100].decode("utf-8-sig")), ""
    except Refused as refusal:
        return None, "" if refusal.word == "absent" else refusal.detail
    except ValueError:
        return None, "it holds no date like '2026-11-03 10:00:00 UTC'"


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
