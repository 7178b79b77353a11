"""What is said of a class: the numbers are those that were put in, and nobody's name does any harm.

Sixty simulated learners of known ability, with known mistakes and known copies, are graded by a judge who believes what
their notebooks say; all that records them is real.
"""

from __future__ import annotations

import csv
import io
import json
import string
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import numpy as np
import pytest
from browser import barriers, chromium
from nbgrader.api import Gradebook
from rich.console import Console
from small_class import believing
from typer.testing import CliRunner

from autograder import cli
from autograder.exercise import answer_source
from autograder.exercises import units
from autograder.intake.regrade_request import FILE, requested
from autograder.judging.judge import needs_review
from autograder.judging.verdict import Repair, Verdict
from autograder.reporting import class_report
from autograder.reporting.item_analysis import alpha, measures
from autograder.reporting.overview import Overview, overview
from autograder.reporting.similarity import ENOUGH, alike, statements, telling
from autograder.support.repository import released_notebooks
from autograder.support.spreadsheet import rows_as_csv
from course.language import LANGUAGES, catalogue, text

UNIT, NAME = "04-gradient-descent", "gradient-descent.ipynb"
EXERCISES = list(units()[UNIT].values())
MOST = np.array([each.points for each in EXERCISES])
CLASS = [f"learner-{number:02}" for number in range(60)]
FORMULA, SCRIPT = '=HYPERLINK("http://x","y")', "<script>document.title='owned'</script>"
ABSENT = {"absent-1": (FORMULA, SCRIPT), "@SUM(1)|cmd": ("+1", "[red]x[/red]"), "nobody": (None, None)}
UNFAIR = "regime"  # only the weak learners pass it

# Two learners have copied this from a third one, and changed what is easily changed.
PECULIAR = """
def gradient_descent(grad, w0, learning_rate, n_steps):
    journey = np.empty((n_steps + 1, *np.shape(w0)))
    journey[0] = w0
    remaining = n_steps
    position = 1
    while remaining > 0:
        slope = grad(journey[position - 1].copy())
        journey[position] = journey[position - 1] - np.multiply(slope, learning_rate)
        remaining -= 1
        position += 1
    return journey
"""
DISGUISED = """
def gradient_descent(g: object, start, eta, N):
    "my own work"
    a = np.empty((N + 1, *np.shape(start)))
    k = 1  # the first step
    todo = N
    a[0] = start
    while todo > 0:
        d = g(a[k - 1].copy())
        a[k] = a[k - 1] - np.multiply(d, eta)
        k += 1
        todo -= 1
    return a
"""
COPIES = ("learner-07", "learner-21", "learner-40")


class Simulated:
    """What is put in: the share that each learner gets of each exercise, and for what."""

    def __init__(self) -> None:
        rng = np.random.default_rng(60)
        self.ability = np.sort(rng.normal(size=len(CLASS)))
        self.names = [each.name for each in EXERCISES]
        difficulty = np.linspace(-1.2, 1.2, len(EXERCISES))
        chance = 1 / (1 + np.exp(-2.5 * (self.ability[:, None] - difficulty)))
        self.passed = rng.uniform(size=chance.shape) < chance
        self.passed[:, self.names.index(UNFAIR)] = self.ability < -0.3
        copied = self.names.index("gradient_descent")
        for student in COPIES:
            self.passed[CLASS.index(student), copied] = True
        self.choice = rng.integers(0, 10, size=chance.shape)

    def mistake(self, learner: int, number: int) -> Any:
        """Return the misconception of somebody who fails: the first is the most frequent one."""
        mistakes = EXERCISES[number].mistakes
        return mistakes[0 if self.choice[learner, number] < 6 else 1]

    def repaired(self, learner: int, number: int) -> bool:
        return bool(self.choice[learner, number] == 9)

    def source(self, learner: int, number: int) -> str:
        exercise = EXERCISES[number]
        if CLASS[learner] in COPIES and exercise.name == "gradient_descent":
            return PECULIAR if CLASS[learner] == COPIES[0] else DISGUISED
        if not self.passed[learner, number]:
            return self.named(self.mistake(learner, number).function, exercise.name)
        ways = [exercise.reference, *exercise.alternatives]
        return self.named(ways[self.choice[learner, number] % len(ways)], exercise.name)

    @staticmethod
    def named(function: Any, name: str) -> str:
        """Return the source of an answer under the name that the task asks for."""
        source = answer_source(function, name).replace(f"def {function.__name__}(", f"def {name}(")
        return source.replace(f"\n\n{name} = {function.__name__}\n", "\n")

    def verdict(self, learner: int, number: int) -> Verdict:
        exercise = EXERCISES[number]
        if self.passed[learner, number]:
            return Verdict(exercise.name, "correct", exercise.points, exercise.points)
        if self.repaired(learner, number):
            hint = {lang: ("One change.", "Line 2: secret") for lang in LANGUAGES}
            return Verdict(
                exercise.name, "wrong", 0.0, exercise.points, "repair:sign", hint, repair=Repair(("sign",), (2,), 9)
            )
        mistake = self.mistake(learner, number)
        return Verdict(exercise.name, "wrong", 0.0, exercise.points, mistake.name, mistake.hint)


REVIEWED, ASKS, FORM, CUT, ODD = "learner-11", "learner-12", "learner-13", "learner-14", "learner-15"
LATE = ("learner-16", "learner-17")


def hand_in(root: Path, simulated: Simulated, learner: int) -> None:
    student = CLASS[learner]
    notebook = nbformat.from_dict(released_notebooks(UNIT)["ru" if learner % 2 else "en"])
    for cell in notebook.cells:
        if cell.id.startswith("answer-"):
            cell.source = simulated.source(learner, simulated.names.index(cell.id.removeprefix("answer-")))
        elif cell.id == "own-words":
            cell.source = f"The words of {student}."
    notebook.cells.append(nbformat.v4.new_code_cell(f"# number {learner}"))
    if student == ASKS:
        notebook.cells.append(nbformat.v4.new_markdown_cell("**Прошу проверить ещё раз:** `loss` <b>верна</b>"))
    place = root / "submitted" / student / UNIT
    place.mkdir(parents=True)
    words = nbformat.writes(notebook)
    (place / NAME).write_text(words[:-200] if student == CUT else words, "utf-8")
    day, hour = (9, 3) if student in LATE else (1 + learner % 5, 12 + learner % 4)
    date = "yesterday" if student == ODD else f"2026-11-{day:02} {hour:02}:30:00 UTC"
    (place / "timestamp.txt").write_text(date, "utf-8")


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """The class, graded once; ``seen`` is its overview."""
    root, simulated = tmp_path_factory.mktemp("class"), Simulated()
    for learner in range(len(CLASS)):
        hand_in(root, simulated, learner)
    (root / "submitted" / "[bad] name" / UNIT).mkdir(parents=True)
    (root / FILE).write_text(f"student,unit,request\n{FORM},{UNIT},=1+1\n{FORM},05-x,other\n", "utf-8")

    def judge(cells: Any, exercise: Any) -> Verdict:
        (learner,) = (int(cell.source.split()[-1]) for cell in cells if cell.source.startswith("# number"))
        if CLASS[learner] == REVIEWED and exercise is EXERCISES[0]:
            return needs_review(exercise, "a bug")
        return simulated.verdict(learner, EXERCISES.index(exercise))

    with believing(judge=judge), pytest.raises(SystemExit) as end:
        pytest.MonkeyPatch().setenv("COLUMNS", "100")
        result = CliRunner().invoke(cli.app, ["grade", UNIT, "--class", str(root)])
        raise result.exception or SystemExit(0)
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        for student, (first, last) in ABSENT.items():
            book.update_or_create_student(student, first_name=first, last_name=last)
        book.update_or_create_assignment(UNIT, duedate=datetime(2026, 11, 8))
        for submission in book.assignment_submissions(UNIT):
            if submission.student.id in CLASS[:40]:
                grade = next(each for each in submission.notebooks[0].grades if each.name == "own-words")
                grade.manual_score, grade.needs_manual_grade = 3.0, False
        book.db.commit()
    return SimpleNamespace(
        root=root, put_in=simulated, code=end.value.code, said=result.stdout, seen=overview(root, UNIT)
    )


def counted(classroom: SimpleNamespace) -> list[int]:
    """Return the learners whose verdicts all count: one file is cut, one exercise waits."""
    return [number for number, student in enumerate(CLASS) if student not in (CUT, REVIEWED)]


def test_difficulty_discrimination_and_alpha_are_those_put_in(classroom: SimpleNamespace) -> None:
    passed = classroom.put_in.passed
    points = (passed * MOST)[counted(classroom)]
    covariance = np.cov(points.T)
    k = len(MOST)
    assert classroom.seen.alpha == pytest.approx(k / (k - 1) * (1 - np.trace(covariance) / covariance.sum()))
    for number, task in enumerate(classroom.seen.tasks[:-1]):
        given = [n for n, student in enumerate(CLASS) if student != CUT and (number or student != REVIEWED)]
        assert task.measures.mean == pytest.approx(passed[given, number].mean())
        rest = np.delete(points, number, axis=1).sum(axis=1)
        a, b = points[:, number] - points[:, number].mean(), rest - rest.mean()
        assert task.measures.discrimination == pytest.approx((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum()))


def test_only_the_exercise_that_strong_learners_fail_looks_unfair(classroom: SimpleNamespace) -> None:
    unfair = [task.name for task in classroom.seen.tasks if task.measures.unfair]
    assert unfair == [UNFAIR]


def test_the_mistakes_are_named_and_counted_with_their_hint_the_most_frequent_first(
    classroom: SimpleNamespace,
) -> None:
    put_in = classroom.put_in
    expected: Counter[tuple[str, str]] = Counter()
    for learner, student in enumerate(CLASS):
        for number, exercise in enumerate(EXERCISES):
            if student != CUT and not put_in.passed[learner, number] and (student != REVIEWED or number):
                expected[exercise.name, put_in.verdict(learner, number).diagnosis] += 1
    seen = classroom.seen.mistakes
    assert {(each.exercise, each.diagnosis): each.count for each in seen} == expected
    assert [each.count for each in seen] == sorted(expected.values(), reverse=True)
    assert classroom.seen.repairs == {"sign": sum(n for (_, word), n in expected.items() if word == "repair:sign")}
    hints = {(each.name, mistake.name): mistake.hint for each in EXERCISES for mistake in each.mistakes}
    for each in seen:
        if (each.exercise, each.diagnosis) in hints:
            assert {lang: tuple(words) for lang, words in each.hint.items()} == hints[each.exercise, each.diagnosis]
        assert "secret" not in str(each.hint), "a line of one learner is in the hint for all"


def test_the_example_of_a_mistake_is_a_line_that_has_it(classroom: SimpleNamespace) -> None:
    lines = {(each.exercise, each.diagnosis): each.line for each in classroom.seen.mistakes}
    assert lines["loss", "no_constant"] == "return w ** 2"


def test_those_who_have_copied_are_asked_and_nobody_else(classroom: SimpleNamespace) -> None:
    (found,) = classroom.seen.alike
    assert found.students == COPIES and found.exercises == ("gradient_descent",)
    assert found.bits > ENOUGH and found.common[0] > 3


def test_everybody_is_there_with_the_points_of_the_gradebook_and_what_waits(classroom: SimpleNamespace) -> None:
    learners = {each.student: each for each in classroom.seen.learners}
    assert set(learners) == {*CLASS, *ABSENT}
    with Gradebook(f"sqlite:///{classroom.root / 'gradebook.db'}") as book:
        theirs = {each.student.id: each.score for each in book.assignment_submissions(UNIT)}
    assert {each.student: each.score for each in classroom.seen.graded} == pytest.approx(theirs)
    assert {each.student for each in classroom.seen.absent} == set(ABSENT)
    waits = {student: [(wait.word, wait.detail) for wait in each.waits] for student, each in learners.items()}
    assert waits[REVIEWED] == [("review", EXERCISES[0].name)]
    assert waits[ASKS] == [("request", "`loss` < b>верна< /b>")]
    assert waits[FORM] == [("request", "=1+1")]
    assert waits[ODD] == [("undated", "unreadable:")]
    assert [word for word, _ in waits[CUT]] == ["refused"]
    assert [student for student in CLASS if ("words", "") in waits[student]] == CLASS[40:]
    assert {each.student for each in classroom.seen.learners if each.late} == set(LATE)
    assert classroom.seen.odd_folders == ("[bad] name",) and classroom.code == 1


def test_the_distribution_and_the_times_add_up(classroom: SimpleNamespace) -> None:
    seen: Overview = classroom.seen
    shares = np.array([each.score for each in seen.graded]) / 26
    assert seen.distribution == list(np.histogram(shares, bins=np.linspace(0, 1, 11))[0])
    assert sum(seen.days.values()) == sum(seen.hours) == len(CLASS) - 1 and seen.hours[3] == len(LATE)


def test_the_summary_after_grading_has_thirty_lines_at_most_in_place_of_one_for_each_verdict(
    classroom: SimpleNamespace,
) -> None:
    lines = classroom.said.splitlines()
    assert lines[0] == text("report.title", "en", unit="Gradient descent")
    assert len(lines) <= 33 and lines[-3].startswith("gradebook")
    assert "answers in words to be read: 60" in classroom.said or "59" in classroom.said
    for lang in LANGUAGES:
        screen = Console(file=io.StringIO(), width=60)
        screen.print(class_report.summary(classroom.seen, lang))
        shown = screen.file.getvalue().splitlines()
        assert len(shown) <= class_report.LINES and max(map(len, shown)) <= 60


def test_report_writes_pages_tables_and_json_and_grades_nobody(classroom: SimpleNamespace) -> None:
    folder = classroom.root / "report"
    before = {path: path.read_bytes() for path in (folder / UNIT).glob('*.json')}
    result = CliRunner().invoke(cli.app, ["report", "--class", str(classroom.root), "--lang", "ru"])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Градиентный спуск: что сделала группа")
    assert before == {path: path.read_bytes() for path in (folder / UNIT).glob('*.json')}
    data = json.loads((folder / f"{UNIT}.json").read_text("utf-8"))
    told = CliRunner().invoke(cli.app, ["report", "--class", str(classroom.root), "--json"])
    assert [json.loads(line) for line in told.stdout.splitlines()] == [data]
    assert data["alpha"] == classroom.seen.alpha and len(data["learners"]) == len(CLASS) + len(ABSENT)
    rows = list(csv.DictReader(io.StringIO((folder / f"{UNIT}.learners.csv").read_text("utf-8"))))
    by_student = {row["student"]: row for row in rows}
    assert float(by_student["learner-30"]["score"]) == {e.student: e.score for e in classroom.seen.graded}["learner-30"]
    assert by_student["nobody"]["score"] == "", "nothing handed in is no zero"
    exercises = list(csv.DictReader(io.StringIO((folder / f"{UNIT}.exercises.csv").read_text("utf-8"))))
    assert [row["exercise"] for row in exercises] == [task.name for task in classroom.seen.tasks]


def test_no_cell_of_a_table_begins_like_a_formula(classroom: SimpleNamespace) -> None:
    for rows in class_report.tables(classroom.seen).values():
        for row in csv.reader(io.StringIO(rows_as_csv(rows).decode(), newline="")):
            for cell in row:
                assert not cell.startswith(("=", "+", "@", "-")) or _is_number(cell), cell
    assert FORMULA in str(class_report.tables(classroom.seen)["learners"])


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.browser
def test_the_pages_open_from_disk_load_nothing_run_nothing_and_fit_a_phone(classroom: SimpleNamespace) -> None:
    class_report.write(classroom.root, classroom.seen)
    with chromium(390, 844) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for lang in LANGUAGES:
            address = (classroom.root / "report" / f"{UNIT}.{lang}.html").as_uri()
            page.goto(address)
            assert page.title() == class_report._title(classroom.seen, lang)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            assert page.locator("h1").count() == 1 and page.locator("script").count() == 0
            assert page.locator(".heat tr").count() == len(CLASS) + 1
            assert SCRIPT in page.locator(".absent").inner_text()
            assert page.locator(".mistakes code").count() > 5
            assert barriers(page) == []
    assert len(asked) == len(LANGUAGES), asked


# ---------------------------------------------------------------------------------------------- the parts


def test_a_short_function_that_everybody_writes_the_same_is_no_evidence() -> None:
    same = dict.fromkeys(CLASS, "def loss(w):\n    return w ** 2 + 12\n")
    assert alike({"loss": same}) == []


def test_what_only_two_have_written_is_evidence_and_what_a_third_of_the_class_has_is_none() -> None:
    rest = {student: f"def f(x):\n    return x + {number}\n" for number, student in enumerate(CLASS)}
    (rare,) = alike({"f": rest | dict.fromkeys(COPIES[:2], PECULIAR)})
    assert rare.students == COPIES[:2]
    assert rare.bits > ENOUGH
    assert alike({"f": rest | dict.fromkeys(CLASS[:20], PECULIAR)}) == []


@pytest.mark.parametrize(
    "source", ["def f(:", "(" * 5000, "def f(x):\n    return " + "-" * 3000 + "x", "x = 1\n" * 99999, "\0", "9" * 9999],
    ids=["no code", "brackets", "deep", "long", "zero", "number"],
)  # fmt: skip
def test_hostile_code_is_not_compared_and_stops_nothing(source: str) -> None:
    assert statements(source) == [] or len(source) < 4000
    assert alike({"f": {"a": source, "b": source}}) == [] and isinstance(telling([source], []), str)


def test_no_example_shows_a_word_of_a_name() -> None:
    mine = "def f(x):\n    zoe_result = x - 1\n    return zoe_result\n"
    assert "zoe" not in telling([mine], ["def f(x):\n    return x\n"], {"zoe"})


def test_points_that_nobody_has_given_count_as_unknown_and_too_few_learners_say_nothing() -> None:
    table = np.array([[1.0, np.nan], [0.0, 1.0]])
    first, second = measures(table, np.array([1.0, 1.0]))
    assert (first.mean, second.mean) == (0.5, 1.0)
    assert first.discrimination is None and alpha(table) is None


@pytest.mark.parametrize("file", ["report", "words"])
def test_the_texts_for_instructors_are_the_same_in_both_languages(file: str) -> None:
    english, russian = (dict(_fields(catalogue(file, lang))) for lang in LANGUAGES)
    assert english == russian


def _fields(entries: dict[str, Any], path: str = "") -> Iterator[tuple[str, set[str]]]:
    for key, value in entries.items():
        if isinstance(value, dict):
            yield from _fields(value, f"{path}{key}.")
        else:
            yield path + key, {name for _, name, _, _ in string.Formatter().parse(value) if name}


@pytest.mark.parametrize(
    ("line", "why"),
    [("Regrade request: see loss", "see loss"), ("# regrade request: x\ny = 1", "x"),
     ("x\n> Прошу проверить еще раз: a", "a"),
     ("Regrade request:", "…"), ("I make no regrade request: none", ""), ("", "")],
)  # fmt: skip
def test_a_request_is_a_line_of_any_cell(line: str, why: str) -> None:
    assert requested(line) == why
