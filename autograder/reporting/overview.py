"""What a class has done in a unit, from its records and its gradebook: who is missing, what was got wrong, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import numpy as np
from dateutil.tz import gettz
from nbgrader.coursedir import CourseDirectory

from autograder.classroom import records
from autograder.classroom.grading import left_out, place_of, settings
from autograder.exercise import answer_source
from autograder.exercises import units
from autograder.intake.dates import class_zone
from autograder.intake.regrade_request import requested, requests
from autograder.intake.submission import file_hash
from autograder.judging.verdict import Verdict
from autograder.nbgrader.patches import submissions
from autograder.nbgrader.standing import Roll, Standing, roll
from autograder.reporting import pretest
from autograder.reporting.item_analysis import Measures, alpha, measures
from autograder.reporting.pretest import FIRST, LAST, Asked, Right
from autograder.reporting.similarity import Alike, alike, telling
from autograder.support.repository import released_notebooks, title_of
from autograder.support.sanitise import one_line
from autograder.support.student_names import sort_out
from course.findings import hint_words
from course.language import LANGUAGES, text
from course.workspace import notebook_file

BINS = 10  # of the distribution
PRIVATE = 3  # letters that a part of a name has at least which no example may show


@dataclass(frozen=True)
class Wait:
    """What has to be done for a learner: ``word`` is in ``report.wait.…``, ``detail`` what it is about."""

    word: str
    detail: str = ""

    def words(self, lang: str) -> str:
        """Return it as a phrase."""
        if self.word == "refused":
            word, _, detail = self.detail.partition(":")
            return text("report.wait.refused", lang, detail=hint_words(word, lang, detail)[0])
        if self.word == "undated":
            word, _, detail = self.detail.partition(":")
            why = text(f"feedback.no_date_{word}", lang, detail=detail)
            return f"{text('report.wait.undated', lang, detail='')}: {why}"
        return text(f"report.wait.{self.word}", lang, detail=self.detail)


@dataclass(frozen=True)
class Learner:
    """Where one learner stands. ``points``: of every task, None where nobody has given them yet.

    ``states``: what the judge says of every exercise, nothing where it says nothing. ``handed_in``: in the zone of the
    class. Who is not ``graded`` has no points at all.
    """

    student: str
    name: str
    graded: bool
    present: bool
    points: tuple[float | None, ...] = ()
    states: tuple[str, ...] = ()
    score: float = 0.0
    penalty: float = 0.0
    handed_in: str = ""
    late: bool = False
    waits: tuple[Wait, ...] = ()


@dataclass(frozen=True)
class Task:
    """An exercise, or the question in words (``judged`` is False), and what the class's points say about it."""

    name: str
    points: float
    judged: bool
    measures: Measures
    states: dict[str, int]

    def label(self, lang: str) -> str:
        """Return its name."""
        return self.name if self.judged else text("feedback.written", lang)


@dataclass(frozen=True)
class Seen:
    """A mistake that was made: in which exercise, by how many, with which hint, and a line that has it."""

    exercise: str
    diagnosis: str
    count: int
    hint: dict[str, tuple[str, str]]
    line: str


@dataclass(frozen=True)
class Overview:
    """All that is to be said of a class in one unit."""

    unit: str
    titles: dict[str, str]
    max_score: float
    learners: tuple[Learner, ...]
    tasks: tuple[Task, ...]
    alpha: float | None
    mistakes: tuple[Seen, ...]
    repairs: dict[str, int]
    alike: tuple[Alike, ...]
    odd_folders: tuple[str, ...]
    zone: str
    answered: int = 0  # learners who answered the six questions; in the last unit both times
    asked: tuple[Asked, ...] = ()

    @property
    def graded(self) -> list[Learner]:
        """Those who have points, the best first."""
        return sorted((each for each in self.learners if each.graded), key=lambda each: (-each.score, each.student))

    @property
    def absent(self) -> list[Learner]:
        """Those who have handed in nothing."""
        return [each for each in self.learners if not each.present]

    @property
    def waiting(self) -> list[Learner]:
        """Those for whom somebody has to do something."""
        return [each for each in self.learners if each.waits]

    @property
    def shares(self) -> list[float]:
        """How much of all points each has who is graded."""
        return [each.score / self.max_score if self.max_score else 0.0 for each in self.graded]

    @property
    def distribution(self) -> list[int]:
        """How many have a tenth of the points at most, two tenths, and so on; full marks are in the last."""
        counts = Counter(min(int(share * BINS + 1e-9), BINS - 1) for share in self.shares)
        return [counts[each] for each in range(BINS)]

    @property
    def days(self) -> dict[str, int]:
        """How many handed in on which day."""
        return dict(sorted(Counter(each.handed_in[:10] for each in self.learners if each.handed_in).items()))

    @property
    def hours(self) -> list[int]:
        """How many handed in in which hour of the day."""
        counts = Counter(int(each.handed_in[11:13]) for each in self.learners if each.handed_in)
        return [counts[hour] for hour in range(24)]


def overview(root: Path, unit: str) -> Overview:
    """Return what is to be said of a unit. Raises ``ValueError`` for an unknown one, ``Unusable`` for a gradebook."""
    if unit not in units():
        raise ValueError(f"no such unit: {unit}; there are: {', '.join(units())}")
    return _Class(root, unit).overview()


class _Class:
    """What is on file of a class in one unit."""

    def __init__(self, root: Path, unit: str) -> None:
        self.root, self.unit = root, unit
        config = settings(root, unit)
        self.zone = class_zone(config)
        self.roll: Roll = roll(place_of(config), unit)
        everything = submissions(CourseDirectory(root=str(root)), "submitted", "*")
        self.folders = submissions(CourseDirectory(root=str(root)), "submitted", unit)
        self.present, _ = sort_out(self.folders)
        self.students = sorted({*sort_out(everything)[0], *self.present, *self.roll.names})
        self.records = {each.student: each for each in records.read(root, unit)}
        self.requests = requests(root, unit)
        self.released = released_notebooks(unit)
        self.tasks = _tasks(self.released[LANGUAGES[0]])
        self.cells = {student: _cells(self._notebook(student)) for student in self.present}

    def _notebook(self, student: str, unit: str = "") -> Path:
        unit = unit or self.unit
        return self.root / "autograded" / student / unit / notebook_file(unit)

    def overview(self) -> Overview:
        """Return all of it."""
        learners = tuple(map(self._learner, self.students))
        most = [points for _, points in self.tasks]
        judged = [number for number, (cell, _) in enumerate(self.tasks) if cell.startswith("test-")]
        # A file that could not be read says nothing about the tasks.
        read = [each for each in learners if each.graded and not self.records[each.student].refused]
        table = np.array([each.points for each in read], dtype=float).reshape(len(read), len(most))
        exercises = dict(zip(judged, measures(table[:, judged], np.array(most)[judged]), strict=True))
        tasks = []
        for number, (cell, points) in enumerate(self.tasks):
            found = exercises.get(number) or measures(table[:, [number]], np.array([points]))[0]
            states = Counter(each.states[number] for each in read if each.states[number])
            name = cell.removeprefix("test-")
            tasks.append(Task(name, points, number in judged, found, dict(states)))
        answers = dict(self._answers())
        answered, asked = self._six_questions()
        return Overview(
            self.unit, {lang: title_of(notebook) for lang, notebook in self.released.items()}, sum(most), learners,
            tuple(tasks), alpha(table[:, judged]), tuple(self._mistakes(answers)), self._repairs(),
            tuple(alike(answers, self._known())), tuple(map(one_line, left_out(self.root, self.unit))), self.zone,
            answered, asked,
        )  # fmt: skip

    def _learner(self, student: str) -> Learner:
        record, theirs = self.records.get(student), self.roll.standings.get(student)
        name, present = one_line(self.roll.names.get(student, "")), student in self.present
        waits = list(self._waits(student, record, theirs)) if present else []
        if request := self.requests.get(student) or self._request(student):
            waits.append(Wait("request", request))
        if record is None or not present:
            return Learner(student, name, graded=False, present=present, waits=tuple(waits))
        points = tuple(self._points(cell, record, theirs) for cell, _ in self.tasks)
        states = {f"test-{verdict.exercise}": verdict.state for verdict in record.verdicts}
        penalty = (theirs.late_penalty or 0.0) if theirs else 0.0
        handed_in, late = "", False
        if record.handed_in:
            when = datetime.fromisoformat(record.handed_in)
            late = self.roll.due is not None and when > self.roll.due
            handed_in = when.replace(tzinfo=UTC).astimezone(gettz(self.zone)).isoformat(" ", "minutes")[:16]
        score = sum(each or 0.0 for each in points) - penalty
        return Learner(
            student, name, graded=True, present=True, points=points, penalty=penalty, score=max(0.0, score), late=late,
            states=tuple(states.get(cell, "") for cell, _ in self.tasks), handed_in=handed_in, waits=tuple(waits),
        )  # fmt: skip

    def _points(self, cell: str, record: records.Record, theirs: Standing | None) -> float | None:
        """Return the points of a task: the gradebook's, or where it has none the judge's."""
        found = next((each for each in theirs.points if each.cell == cell), None) if theirs else None
        if found is not None:
            unknown = found.auto_score is None and found.manual_score is None
            return None if unknown else found.score
        verdicts: dict[str, Verdict] = {f"test-{each.exercise}": each for each in record.verdicts}
        return verdicts[cell].score if cell in verdicts else None

    def _waits(self, student: str, record: records.Record | None, theirs: Standing | None) -> Iterator[Wait]:
        if record is None or not record.file_sha256:
            yield Wait("grading")
            return
        if record.file_sha256 != file_hash(Path(self.folders[self.present[student]]), notebook_file(self.unit)):
            yield Wait("anew")
        if record.refused:
            yield Wait("refused", record.refused)
        if record.undated:
            yield Wait("undated", record.undated)
        if record.several:
            yield Wait("several")
        open_ones = [each.cell for each in theirs.points if each.waits] if theirs else []
        if theirs is None:
            open_ones = [f"test-{each.exercise}" for each in record.verdicts if each.score is None]
        judged = [cell.removeprefix("test-") for cell in open_ones if cell.startswith("test-")]
        if judged:
            yield Wait("review", ", ".join(judged))
        if len(judged) < len(open_ones):
            yield Wait("words")

    def _request(self, student: str) -> str:
        return next(filter(None, map(requested, self.cells.get(student, {}).values())), "")

    def _answers(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the texts of the answers to every exercise, by student, of those who have tried it."""
        for exercise in units()[self.unit]:
            yield exercise, {
                student: cells[f"answer-{exercise}"]
                for student, cells in self.cells.items()
                if f"answer-{exercise}" in cells and self._tried(student, exercise)
            }

    def _known(self) -> dict[str, list[str]]:
        """Return the texts that each exercise knows itself, right and wrong."""
        return {
            name: [
                answer_source(each, name)
                for each in (known.reference, *known.alternatives, *(mistake.function for mistake in known.mistakes))
            ]
            for name, known in units()[self.unit].items()
        }

    def _six_questions(self) -> tuple[int, tuple[Asked, ...]]:
        """Return how many answered the six questions, and what shares were right; in the last unit also before."""
        if self.unit not in (FIRST, LAST):
            return 0, ()
        times = (FIRST,) if self.unit == FIRST else (FIRST, LAST)
        given = [[self._right(student, unit) for unit in times] for student in self.present]
        whole = [each for each in given if None not in each]
        return len(whole), pretest.shares(*zip(*whole, strict=True)) if whole else ()

    def _right(self, student: str, unit: str) -> Right | None:
        notebook = _read(self._notebook(student, unit))
        return pretest.right(notebook, unit) if notebook else None

    def _tried(self, student: str, exercise: str) -> bool:
        record = self.records.get(student)
        verdicts = () if record is None or record.refused else record.verdicts
        return any(each.exercise == exercise and each.state != "not_attempted" for each in verdicts)

    def _mistakes(self, answers: Mapping[str, Mapping[str, str]]) -> Iterator[Seen]:
        """Yield the mistakes, the most frequent first."""
        having: dict[tuple[str, str], dict[str, Verdict]] = defaultdict(dict)
        for student, verdict in self._verdicts():
            if verdict.diagnosis and verdict.state not in ("correct", "not_attempted", "review"):
                having[verdict.exercise, verdict.diagnosis][student] = verdict
        names = [*self.students, *self.roll.names.values()]
        private = {part for name in names for part in name.casefold().split() if len(part) >= PRIVATE}
        for (exercise, diagnosis), theirs in sorted(having.items(), key=lambda item: (-len(item[1]), item[0])):
            texts = answers.get(exercise, {})
            others = [words for student, words in texts.items() if student not in theirs]
            line = telling([texts[student] for student in theirs if student in texts], others, private)
            hint = next(iter(theirs.values())).hint or {}
            if ":" in diagnosis:  # where to look is in one learner's own words
                hint = {lang: (what, "") for lang, (what, _) in hint.items()}
            yield Seen(exercise, diagnosis, len(theirs), hint, line)

    def _verdicts(self) -> Iterator[tuple[str, Verdict]]:
        for student, record in self.records.items():
            if student in self.present and not record.refused:
                yield from ((student, verdict) for verdict in record.verdicts)

    def _repairs(self) -> dict[str, int]:
        """Return how often which kind of change would have made an answer right, the most frequent first."""
        kinds = Counter(kind for _, verdict in self._verdicts() if verdict.repair for kind in verdict.repair.kinds)
        return dict(sorted(kinds.items(), key=lambda item: (-item[1], item[0])))


def _tasks(released: nbformat.NotebookNode) -> list[tuple[str, float]]:
    """Return the graded cells of a notebook and their points, in its order."""
    own = [cell.metadata.get("nbgrader", {}) for cell in released.cells]
    return [(each["grade_id"], float(each["points"])) for each in own if each.get("grade")]


def _cells(path: Path) -> dict[str, str]:
    """Return the texts that a learner has written in a graded notebook, by grade id or id; none if it is not there."""
    notebook = _read(path)
    own = [(cell, cell.metadata.get("nbgrader", {})) for cell in notebook.cells] if notebook else []
    return {
        nbgrader.get("grade_id", cell.id): cell.source
        for cell, nbgrader in own
        if nbgrader.get("solution") or cell.metadata.get("course", {}).get("extra")
    }


def _read(path: Path) -> nbformat.NotebookNode | None:
    """Return a graded notebook, or None where there is none that can be read: the next grading makes it anew."""
    try:
        notebook = nbformat.v4.reads(path.read_text("utf-8"))
        nbformat.validate(notebook)
    except (OSError, ValueError, AttributeError, KeyError, TypeError, nbformat.ValidationError):
        return None
    return notebook
