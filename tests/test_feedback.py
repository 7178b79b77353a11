"""The learner's page: in one language, with every point named, and honest about what is not graded yet."""

from __future__ import annotations

import base64
import html
import io
import itertools
import logging
import re
import shutil
import sqlite3
import string
import unicodedata
import warnings
from pathlib import Path

import nbformat
import pytest
import small_class
from browser import barriers, chromium
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from PIL import Image
from rich.console import Console
from test_pages import Words
from thorough import THOROUGH
from traitlets.config import Config

from autograder.classroom import records
from autograder.classroom.grading import grade_class, settings
from autograder.classroom.hand_in import hand_in
from autograder.intake.submission import MAX_NAME, Refused, intake
from autograder.judging.verdict import Remark, Verdict
from autograder.nbgrader.atomic_converter import AtomicFeedback, Unfinished
from autograder.nbgrader.configure import configure
from autograder.nbgrader.gradebook import Place
from autograder.nbgrader.pages import OfflinePages
from autograder.nbgrader.standing import standing
from autograder.reporting import report
from autograder.support.repository import REPOSITORY, released_notebooks, title_of
from course.findings import hint_words
from course.language import LANGUAGES, catalogue, text

UNIT = "04-gradient-descent"
NAME = "gradient-descent.ipynb"
ANSWERS = {"alice": "alice.py", "bob": "bob-ru.py", "zoe": "alice.py", "amy": "alice.py"}
HOSTILE = "my <img src=x> [red]work.ipynb"


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Alice, Amy and Zoe have done everything in English, Bob something in Russian.

    Nick's file has another name, Mike's has it too and is no notebook, and Ruth's is cut off.
    """
    root = tmp_path_factory.mktemp("class")
    released = released_notebooks(UNIT)
    for student, answers in ANSWERS.items():
        place = root / "submitted" / student / UNIT
        place.mkdir(parents=True)
        lang = "ru" if student == "bob" else "en"
        nbformat.write(hand_in(released[lang], REPOSITORY / "demo" / answers), place / NAME)
    work = (root / "submitted" / "alice" / UNIT / NAME).read_bytes()
    for student, name, content in (("nick", HOSTILE, work), ("mike", HOSTILE, b"{}"), ("ruth", NAME, work[:-100])):
        place = root / "submitted" / student / UNIT
        place.mkdir(parents=True)
        (place / name).write_bytes(content)
    grade_class(root, UNIT)
    return root


def page_of(root: Path, student: str) -> str:
    return (root / "feedback" / student / UNIT / NAME).with_suffix(".html").read_text("utf-8")


def made_again(root: Path, student: str) -> str:
    """Make one student's page again, and return it."""
    config = Config()
    configure(config, root)
    config.CourseDirectory.assignment_id, config.CourseDirectory.student_id = UNIT, student
    app = AtomicFeedback(coursedir=CourseDirectory(config=config), config=config)
    app.force = True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        app.start()
    return page_of(root, student)


def index(page: str) -> list[str]:
    """Return the lines of the page's table of contents."""
    (items,) = re.findall(r'<ul class="index">(.*?)</ul>', page, re.DOTALL)
    return [" ".join(Words(item).seen.split()) for item in re.findall(r"<li.*?</li>", items, re.DOTALL)]


def top(page: str) -> str:
    """Return what is read before the table of contents."""
    return " ".join(Words(page.partition("<body")[2].partition('<ul class="index">')[0]).seen.split())


@pytest.mark.sandbox
def test_the_index_names_every_exercise_with_its_points(classroom: Path) -> None:
    page = page_of(classroom, "alice")
    lines = index(page)
    assert lines[:2] == ["✓ loss · 1 / 1", "✓ d_loss · 1 / 1"]
    assert len(lines) == 11 and lines[-1].startswith("? written answer · ")
    assert all(f'id="{target}"' in page for target in re.findall(r'<li[^>]*><a href="#([\w-]+)"', page))


@pytest.mark.sandbox
def test_a_heading_that_a_learner_puts_above_the_lesson_is_not_its_title() -> None:
    for notebook in released_notebooks(UNIT).values():
        due = title_of(notebook)
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell("# Mine", metadata={"course": {"extra": True}}))
        assert due and title_of(notebook) == due


@pytest.mark.sandbox
def test_the_title_names_the_lesson_and_the_student(classroom: Path) -> None:
    assert "<title>Gradient descent · alice</title>" in page_of(classroom, "alice")
    assert "<title>Градиентный спуск · bob</title>" in page_of(classroom, "bob")


@pytest.mark.sandbox
@pytest.mark.parametrize(("student", "lang"), [("alice", "en"), ("bob", "ru"), ("zoe", "en")])
def test_every_page_of_one_batch_speaks_the_language_of_its_notebook(classroom: Path, student: str, lang: str) -> None:
    page = page_of(classroom, student)
    (other,) = set(LANGUAGES) - {lang}
    assert f'<html lang="{lang}">' in page
    for key in ("waits", "answer", "written", "top"):
        assert text(f"feedback.{key}", lang) in page
        assert text(f"feedback.{key}", other) not in page
    assert "Score:" not in page and "No response" not in page and "No description" not in page


@pytest.mark.sandbox
def test_a_page_says_of_an_untouched_cell_in_its_language_that_nothing_was_written(classroom: Path) -> None:
    assert text("feedback.no_response", "ru") in page_of(classroom, "bob")


@pytest.mark.sandbox
def test_a_written_answer_that_nobody_has_read_waits_and_is_no_zero(classroom: Path) -> None:
    page = page_of(classroom, "alice")
    assert index(page)[-1] == "? written answer · ? / 4 · waits for your instructor"
    assert "Points: 22 of 26. This sum is not final. Your instructor will still look at: written answer." in top(page)


@pytest.mark.sandbox
def test_when_it_has_been_read_its_points_and_the_comment_are_shown_and_nothing_waits(classroom: Path) -> None:
    with Gradebook(f"sqlite:///{classroom / 'gradebook.db'}") as book:
        grade = book.find_grade("own-words", "gradient-descent", UNIT, "amy")
        grade.manual_score, grade.needs_manual_grade = 3.5, False
        book.find_comment("own-words", "gradient-descent", UNIT, "amy").manual_comment = "well **put**"
        book.db.commit()
    page = made_again(classroom, "amy")
    assert index(page)[-1] == "written answer · 3.5 / 4"
    assert "Points: 25.5 of 26. All tasks" in top(page)
    assert "well <strong>put</strong>" in page


@pytest.mark.sandbox
def test_an_exercise_that_could_not_be_graded_waits_too(classroom: Path) -> None:
    with Gradebook(f"sqlite:///{classroom / 'gradebook.db'}") as book:
        grade = book.find_grade("test-loss", "gradient-descent", UNIT, "bob")
        grade.auto_score, grade.needs_manual_grade = None, True
        book.db.commit()
    page = made_again(classroom, "bob")
    assert index(page)[0] == "? loss · ? / 1 · ждёт проверки преподавателем"
    assert "Преподаватель посмотрит сам: loss, письменный ответ." in top(page)


@pytest.mark.sandbox
def test_the_first_screen_names_three_things_to_do_with_their_hints_and_links(classroom: Path) -> None:
    page = page_of(classroom, "bob")
    record = records.read_one(classroom, UNIT, "bob")
    items = re.findall(r"<li>.*?</li>", page.partition('<ol class="next">')[2].partition("</ol>")[0], re.DOTALL)
    short = [each for each in record.verdicts if each.state not in ("correct", "review") and each.exercise != "loss"]
    tried = [each for each in short if each.state != "not_attempted"]
    assert len(items) == 3
    for item, verdict in zip(items, [*tried, *(each for each in short if each not in tried)], strict=False):
        assert f'href="#test-{verdict.exercise}"' in item and f'id="test-{verdict.exercise}"' in page
        assert " ".join(verdict.hint["ru"]) in Words(item).seen
    assert '<ol class="next">' not in page_of(classroom, "zoe")


@pytest.mark.sandbox
@pytest.mark.browser
def test_the_page_fits_a_phone_folds_what_is_right_and_prints_all(classroom: Path) -> None:
    with chromium(390, 844) as page:
        for student in ("bob", "alice", "mike") if THOROUGH else ("bob", "mike"):
            page.goto((classroom / "feedback" / student / UNIT / NAME).with_suffix(".html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            assert page.locator("h1").count() == 1
            assert barriers(page) == []
            assert page.locator("details.lesson").count() > 5
            assert page.locator("details.correct[open], details.lesson[open]").count() == 0
            assert page.locator(".points").bounding_box()["y"] < 844
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            # axe takes a formula for no text. Chromium lets the keys scroll a wide one, axe does not know that.
            rules = {each.partition(":")[0] for each in barriers(page)}
            assert rules <= {"empty-table-header", "scrollable-region-focusable"}
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)")
            lesson = page.locator("details.lesson .text_cell_render").nth(1)
            assert lesson.bounding_box() is None or lesson.bounding_box()["height"] == 0 or not lesson.is_visible()
            page.emulate_media(media="print")
            assert lesson.is_visible() and lesson.bounding_box()["height"] > 0
            page.emulate_media(media="screen")


@pytest.mark.sandbox
def test_a_penalty_for_being_late_is_said_above_the_index(classroom: Path) -> None:
    with Gradebook(f"sqlite:///{classroom / 'gradebook.db'}") as book:
        book.find_submission_notebook("gradient-descent", UNIT, "bob").late_submission_penalty = 1.5
        book.db.commit()
    assert "Вычтено за опоздание: 1.5." in top(made_again(classroom, "bob"))


@pytest.mark.sandbox
def test_a_file_that_could_not_be_graded_has_the_reason_once_and_on_top(classroom: Path) -> None:
    page = page_of(classroom, "mike")
    why, where = hint_words("absent", "en", f"others:{HOSTILE}")
    assert HOSTILE in why
    assert f"{text('feedback.refused', 'en')} {why} {where}" in top(page)
    shown = Words(page).seen
    assert shown.count(why) == shown.count(where) == 1
    assert text("feedback.no_response", "en") not in shown
    assert "<img src=x" not in page


@pytest.mark.sandbox
def test_what_is_to_be_said_of_the_whole_notebook_stands_on_top_of_its_page_and_below_its_rows(classroom: Path) -> None:
    (record,) = (each for each in records.read(classroom, UNIT) if each.student == "nick")
    assert record.score == 22 and record.file == HOSTILE
    (note,) = record.notes("en")
    assert note == text("check.remark.other_name", "en", file=HOSTILE, name=NAME)
    assert note in top(page_of(classroom, "nick"))
    assert "<img src=x" not in page_of(classroom, "nick")
    screen = Console(file=io.StringIO(), width=300)
    screen.print(report.table([record]))
    assert HOSTILE in screen.file.getvalue() and "note" in screen.file.getvalue()
    assert html.escape(note) in report.page(record, "t", "en")


@pytest.mark.sandbox
def test_of_a_file_that_cannot_be_read_the_reason_is_said_in_the_language_of_the_class(
    classroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hint_words("unreadable", "en", "cut_off")[0] in top(page_of(classroom, "ruth"))
    shutil.copytree(classroom / "submitted" / "ruth", tmp_path / "submitted" / "ruth")
    monkeypatch.setenv("COURSE_LANG", "ru")
    grade_class(tmp_path, UNIT)
    page = page_of(tmp_path, "ruth")
    assert hint_words("unreadable", "ru", "cut_off")[0] in top(page)
    assert '<html lang="ru">' in page and hint_words("unreadable", "en", "cut_off")[0] not in page


@pytest.mark.sandbox
def test_a_picture_that_answers_a_question_is_on_the_page_and_in_the_formgrader(tmp_path: Path) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (3, 3), "red").save(drawn, "PNG")
    notebook = released_notebooks(UNIT)["en"]
    cell = next(cell for cell in notebook.cells if cell.id == "own-words")
    cell.source = "My drawing: ![graph](attachment:image.png)"
    cell.attachments = {"image.png": {"image/png": base64.b64encode(drawn.getvalue()).decode()}}
    place = tmp_path / "submitted" / "alice" / UNIT
    place.mkdir(parents=True)
    nbformat.write(notebook, place / NAME)
    grade_class(tmp_path, UNIT)
    formgrader = OfflinePages().from_filename(str(tmp_path / "autograded" / "alice" / UNIT / NAME))[0]
    for page in (page_of(tmp_path, "alice"), formgrader):
        alt = text("check.remark.picture_alt", "en")
        shown = re.search(rf'<img alt="{alt}" src="data:image/png;base64,([^"]+)"', page)
        assert shown and Image.open(io.BytesIO(base64.b64decode(shown[1]))).getpixel((1, 1)) == (255, 0, 0)


def test_no_sentence_about_a_file_that_was_refused_says_that_code_stopped() -> None:
    for lang, word in (("en", "stopped"), ("ru", "остановил")):
        assert word not in text("check.state.error", lang, name="loss")


@pytest.mark.sandbox
def test_the_table_of_the_terminal_shows_the_name_of_another_file_as_it_is(classroom: Path) -> None:
    screen = Console(file=io.StringIO(), width=400)
    screen.print(report.table(records.read(classroom, UNIT)))
    assert HOSTILE in screen.file.getvalue()


EVIL = "a\x1b[31m\x1b]0;title\x07\x9b1m\u202e\r\n[red]b[/] \x08\x7f" + "\u0301" * 30


def test_the_table_of_the_terminal_obeys_nothing_in_a_name_a_diagnosis_or_a_remark() -> None:
    wrong = Verdict(f"loss {EVIL}", "wrong", 0.0, 1, diagnosis=f"diagnosis {EVIL}")
    remark = Remark("other_name", {"file": f"file {EVIL}", "name": NAME})
    graded = records.Record(UNIT, f"student {EVIL}", (wrong,), remarks=(remark,))
    refused = records.Record(UNIT, f"refused {EVIL}", (wrong,), refused=f"absent:others:{EVIL}")
    plain = io.StringIO()
    Console(file=plain, width=400).print(report.table([graded, refused]))
    shown = plain.getvalue()
    assert all(letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cf") for letter in shown)
    assert "\u0301" * 7 not in shown
    for word in ("student", "loss", "diagnosis", "file", "refused"):
        assert f"{word} a[31m]0;title1m [red]b[/]" in shown
    coloured = io.StringIO()
    Console(file=coloured, width=400, force_terminal=True, color_system="truecolor").print(report.table([graded]))
    codes = set(re.findall("\x1b[^m]*m", coloured.getvalue()))
    assert codes and all(re.fullmatch(r"\x1b\[[\d;]*m", code) for code in codes)


def test_the_page_of_a_copy_shows_a_name_as_one_calm_line() -> None:
    graded = records.Record(UNIT, "", (), remarks=(Remark("other_name", {"file": EVIL, "name": NAME}),))
    page = report.page(graded, "t", "en")
    assert "a[31m]0;title1m [red]b[/]" in page
    assert "\u202e" not in page and "\u0301" * 7 not in page and "\x1b" not in page


def test_of_other_files_a_few_names_are_told_short_and_on_one_line(tmp_path: Path) -> None:
    for name in ("a\n\x1b[31m\u202eb.ipynb", "c" * 200 + ".ipynb", "d.ipynb", "e.ipynb"):
        (tmp_path / name).touch()
    with pytest.raises(Refused) as refused:
        intake(tmp_path, NAME, released_notebooks(UNIT))
    assert refused.value.detail == f"others:a [31mb.ipynb, {'c' * MAX_NAME}, d.ipynb, …"


def test_the_texts_of_the_page_are_the_same_in_both_languages() -> None:
    english, russian = (
        {key: {name for _, name, _, _ in string.Formatter().parse(words) if name} for key, words in entries.items()}
        for entries in (catalogue("feedback", lang) for lang in LANGUAGES)
    )
    assert english == russian


@pytest.mark.sandbox
@pytest.mark.parametrize("student", ["alice", "bob"])
def test_a_page_has_one_main_heading_and_leaves_out_no_level(classroom: Path, student: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page_of(classroom, student))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels))


# ------------------------------------------------------------------------------- the gradebook, without the sandbox


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Anna and Boris, whom a judge has graded who believes; Boris has nothing right."""
    root = tmp_path_factory.mktemp("graded")
    small_class.submit(root, "anna")
    small_class.submit(root, "boris", below="wrong")
    with small_class.believing():
        grade_class(root, small_class.UNIT)
    return root


@pytest.fixture
def root(graded: Path, tmp_path: Path) -> Path:
    return small_class.copied(graded, tmp_path / "class")


def place(root: Path) -> Place:
    return Place(f"sqlite:///{root / 'gradebook.db'}", 5, logging.getLogger("test"))


@pytest.mark.parametrize("student", ["anna", "boris"])
def test_the_standing_is_what_nbgraders_gradebook_says(root: Path, student: str) -> None:
    name = Path(small_class.NAME).stem
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as book:
        notebook = book.find_submission_notebook(name, small_class.UNIT, student)
        notebook.late_submission_penalty = 0.25
        first, last = notebook.grades[0], notebook.grades[-1]
        first.manual_score, first.extra_credit, last.auto_score, last.manual_score = 0.5, 2.0, None, None
        notebook.comments[0].auto_comment, notebook.comments[0].manual_comment = "by nobody", "by *hand*"
        book.db.commit()
        (found,) = standing(place(root), small_class.UNIT, student)
        assert found[:4] == (name, notebook.score, notebook.max_score, 0.25)
        assert [tuple(each) for each in found.points] == sorted(
            (each.name, each.auto_score, each.manual_score, each.extra_credit, each.needs_manual_grade, each.score,
             each.max_score) for each in notebook.grades
        )  # fmt: skip
        assert list(found.comments) == sorted((each.name, each.comment) for each in notebook.comments)
        assert "by *hand*" in dict(found.comments).values()


def test_a_gradebook_that_was_put_in_the_place_of_another_is_read(root: Path) -> None:
    before = standing(place(root), small_class.UNIT, "anna")
    other = root / "other.db"
    shutil.copy(root / "gradebook.db", other)
    with sqlite3.connect(other) as book:
        book.execute("UPDATE grade SET manual_score = 0.125")
    other.replace(root / "gradebook.db")
    (after,) = standing(place(root), small_class.UNIT, "anna")
    assert {each.manual_score for each in after.points} == {0.125} != {each.manual_score for each in before[0].points}


def test_reading_points_makes_no_gradebook_and_holds_none(root: Path) -> None:
    assert standing(place(root), small_class.UNIT, "nobody") == []
    with sqlite3.connect(root / "gradebook.db", timeout=0, isolation_level=None) as book:
        book.execute("BEGIN EXCLUSIVE")
    (root / "gradebook.db").unlink()
    assert standing(place(root), small_class.UNIT, "anna") == []
    assert not (root / "gradebook.db").exists()


@pytest.mark.parametrize("lost", ["grade", "submitted_notebook"])
def test_whose_points_are_not_in_the_gradebook_gets_no_page_and_the_others_do(
    root: Path, lost: str, caplog: pytest.LogCaptureFixture
) -> None:
    with sqlite3.connect(root / "gradebook.db") as book:
        theirs = (
            "SELECT submitted_notebook.id FROM submitted_notebook JOIN submitted_assignment"
            " ON submitted_notebook.assignment_id = submitted_assignment.id WHERE student_id = 'anna'"
        )
        book.execute(f"DELETE FROM {lost} WHERE {'notebook_id' if lost == 'grade' else 'id'} IN ({theirs})")
    shutil.rmtree(root / "feedback")
    config = settings(root, small_class.UNIT)
    app = AtomicFeedback(coursedir=CourseDirectory(config=config), config=config)
    app.log = logging.getLogger("autograder")
    with pytest.raises(Unfinished, match="anna"):
        app.start()
    assert "the gradebook has no" in caplog.text
    assert not (root / "feedback" / "anna" / small_class.UNIT).exists()
    assert "Points: 0 of" in small_class.page(root, "boris")
