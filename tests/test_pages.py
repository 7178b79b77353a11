"""The pages of graded notebooks: what is laid out and coloured, what is shown plain, and what is left out."""

from __future__ import annotations

import base64
import io
import re
import struct
import time
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from html.parser import HTMLParser
from pathlib import Path

import matplotlib.pyplot as plt
import nbformat
import numpy as np
import pytest
from bs4 import BeautifulSoup
from heavy import LETTERS, OWN, PAGES, code, drawn, png, printed, prose
from hypothesis import given, settings
from hypothesis import strategies as st
from nbconvert.filters.markdown_mistune import MarkdownWithMath
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from thorough import at_least, share

from autograder.judging.outputs import cell_outputs, verdict_outputs
from autograder.judging.verdict import Verdict
from autograder.nbgrader import page_budget
from autograder.nbgrader import rendering as formatting
from autograder.nbgrader.autograde import REPOSITORY
from autograder.nbgrader.page_budget import MOST, Budget
from autograder.nbgrader.pages import MOST_OF_A_CELL, FeedbackPages, OfflinePages
from autograder.nbgrader.rendering import mathml
from autograder.support.sanitise import MAX_MARKS, MAX_RUN, calm, clean, one_line, sanitise_markdown
from course.language import LANGUAGES, text

MAKER = FeedbackPages()
LARGEST = 2_000_000  # bytes of a page
OURS = 210_000  # of them, what the course itself puts there
RELEASED = sorted((REPOSITORY / "release").glob("*/*/*.ipynb"))
HEAVY = share(PAGES, 6)
LONGEST = {lang: max(RELEASED, key=lambda file: (file.parts[-3] == lang, file.stat().st_size)) for lang in LANGUAGES}
FIRST = {lang: next(file for file in RELEASED if file.parts[-3] == lang) for lang in LANGUAGES}  # with one exercise


class Words(HTMLParser):
    """What a reader sees of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen = ""
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.seen += data


def page(*cells: nbformat.NotebookNode) -> str:
    return OfflinePages().from_notebook_node(new_notebook(cells=list(cells)))[0]


def notebook(
    *cells: nbformat.NotebookNode, lang: str = "en", among: dict[str, Path] = LONGEST
) -> nbformat.NotebookNode:
    """Return a released notebook with cells of a learner's between the first of its own."""
    released = nbformat.read(among[lang], as_version=4)
    released.cells[3:3] = cells
    for cell in released.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.update(score=1, waits=False)
        if cell.metadata.get("course", {}).get("role") == "test":
            cell.outputs = verdict_outputs(Verdict(cell.metadata.course.exercise, "partial", 1.0, 2), lang)
    return released


def feedback(
    *cells: nbformat.NotebookNode, lang: str = "en", maker: FeedbackPages | None = None, student: str = "alice"
) -> str:
    """Return the learner's page of such a notebook."""
    return feedback_of(notebook(*cells, lang=lang), maker, student)


def feedback_of(whole: nbformat.NotebookNode, maker: FeedbackPages | None = None, student: str = "alice") -> str:
    """Return the learner's page of a graded notebook."""
    points = {"notebook": "lesson", "student": student, "score": 1, "max_score": 2, "late_penalty": 0}
    graded = [cell for cell in whole.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    resources = {"record": None, "graded": graded, "waiting": [], "nbgrader": points}
    return (maker or FeedbackPages()).from_notebook_node(whole, resources)[0]


def test_code_of_ordinary_length_is_coloured_and_prose_laid_out():
    shown = page(new_code_cell("def f(x):\n    return 2"), new_markdown_cell("**bold** and $x^2$"))
    assert '<span class="k">def</span>' in shown
    assert "<strong>bold</strong>" in shown and "<msup>" in shown


def test_a_cell_that_is_too_long_is_shown_whole_and_plain():
    code, prose = "x = [1 < 2]\n" * (MOST_OF_A_CELL // 6), "a *b* & [" * (MOST_OF_A_CELL // 6)
    shown = page(new_code_cell(code), new_markdown_cell(prose))
    assert '<span class="n">' not in shown and "<em>" not in shown
    words = Words(shown).seen
    assert code.strip() in words and prose in words


def test_a_page_that_is_too_long_ends_plain_and_loses_nothing():
    count, rest = MOST["markup"] // MOST_OF_A_CELL // 2, "-" * (MOST_OF_A_CELL // 2)
    cells = []
    for n in range(count):
        cells += [new_code_cell(f"number_{n} = 1 #{rest}"), new_markdown_cell(f"*number {n}* {rest}", metadata=OWN)]
    shown = page(*cells)
    words = Words(shown).seen
    for n in range(count):
        assert f"number_{n} =" in words and f"number {n}" in words
    assert 0 < shown.count('<span class="n">') < count
    assert 0 < shown.count("<em>") < count


@pytest.mark.parametrize(
    "prose",
    [
        "~~~emacs-lisp\n" + "*..\\" * 40 + "\n~~~",
        "~~~tads3\n" + "'{\\" * 40 + "\n~~~",
        "```autohotkey\n" + "\n" * 4800 + "```",
        "```ipython3\n" + "a=1\n" + " \n" * 4800 + "```",
    ],
    ids=["emacs-lisp", "tads3", "autohotkey", "ipython3"],
)
def test_code_in_prose_is_plain_so_that_no_language_can_take_for_ever(prose: str):
    shown = page(new_markdown_cell(prose))
    assert prose.split("\n")[1] in Words(shown).seen
    assert '<span class="' not in shown.split("<body")[1]


@pytest.mark.parametrize("prose", ["~~~&Tab;", "~~~&#32;\nx\n~~~"], ids=repr)
def test_a_fence_without_a_language_costs_nobody_the_page(prose: str):
    assert "next" in Words(page(new_markdown_cell(prose), new_markdown_cell("*next*"))).seen


def test_prose_that_the_parser_cannot_read_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch):
    def render(self: MarkdownWithMath, source: str) -> str:
        raise IndexError(source)

    monkeypatch.setattr(MarkdownWithMath, "render", render)
    assert "1 *<* 2" in Words(page(new_markdown_cell("1 *<* 2"))).seen


ENDINGS = share([" \n", "\n\t", " \n\n"], 3, name="colouring")  # blank lines take longest


@pytest.mark.parametrize("unit", [*ENDINGS, "%%\n", "?", "'", "\\\n"], ids=repr)
def test_colouring_takes_time_in_proportion_to_the_length(unit: str):
    def seconds(length: int) -> float:
        source = ("a=1\n" + unit * length)[:length]
        start = time.process_time()
        OfflinePages().from_notebook_node(new_notebook(cells=[new_code_cell(source)]))
        return time.process_time() - start

    seconds(100)  # what is imported and compiled once
    # Eight times the length takes eight times as long; if it took the square of that, sixty-four times.
    assert seconds(MOST_OF_A_CELL) < 24 * max(seconds(MOST_OF_A_CELL // 8), 0.05)


def test_two_pages_made_by_one_exporter_are_formatted_alike():
    maker = OfflinePages()
    notebook = new_notebook(cells=[new_code_cell("x = 1 #" + "y" * (MOST_OF_A_CELL - 100)) for _ in range(10)])
    first, second = (maker.from_notebook_node(notebook)[0] for _ in range(2))
    assert first.count('class="n"') == second.count('class="n"') == 10


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("L'", "<mrow><mrow><mi>L</mi><mo>′</mo></mrow></mrow>"),
        ("f''", "<mrow><mrow><mi>f</mi><mo>″</mo></mrow></mrow>"),
        (r"g^\prime", "<mrow><mrow><mi>g</mi><mo>′</mo></mrow></mrow>"),
        ("L'_k", "<msub><mrow><mi>L</mi><mo>′</mo></mrow><mi>k</mi></msub>"),
        ("f'^2", "<msup><mrow><mi>f</mi><mo>′</mo></mrow><mrow><mn>2</mn></mrow></msup>"),
    ],
)
def test_a_prime_stands_beside_its_letter_and_not_in_a_superscript(formula: str, shown: str):
    assert shown in str(mathml(formula))


def test_other_superscripts_stay_where_they_are():
    assert "<msup><mi>w</mi><mn>2</mn></msup>" in str(mathml("w^2"))
    assert "<msubsup><mi>w</mi><mi>k</mi><mn>2</mn></msubsup>" in str(mathml("w_k^2"))


ODD = ["'", "^'", "{}'", "f'''''", "f'_{}'^{}", r"\left(x\right)'", "{f'}'", "x^{'}_{'}", "f^{'", "'_'", "^_'"]


@pytest.mark.parametrize("formula", ODD)
def test_a_prime_in_an_odd_place_breaks_no_page(formula: str):
    assert "the end" in page(new_markdown_cell(f"${formula}$ the end"))


@pytest.mark.browser
def test_in_a_browser_tables_have_room_and_a_prime_makes_no_formula_taller(tmp_path: Path):
    from browser import chromium

    place = tmp_path / "page.html"
    notebook = new_notebook(cells=[new_markdown_cell("| $L(w)$ | $L'(w)$ |\n|---|---|\n| 37 | 21 |")])
    points = {"notebook": "lesson", "student": "alice", "score": 1, "max_score": 2, "late_penalty": 0}
    resources = {"record": None, "graded": [], "waiting": [], "nbgrader": points}
    place.write_text(FeedbackPages().from_notebook_node(notebook, resources)[0], "utf-8")
    with chromium() as tab:
        tab.goto(place.as_uri())
        tab.locator("summary").click()
        padding = "cells => cells.map(cell => parseFloat(getComputedStyle(cell).paddingLeft))"
        assert min(tab.locator("th, td").evaluate_all(padding)) > 5
        plain, primed = tab.locator("math").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
        assert primed == pytest.approx(plain, abs=1)


FOLDED = "<details><summary>Answers</summary>\n\n1. It is **four**: $2^2$.\n\n</details>"


def test_answers_that_the_course_folds_are_folded_and_laid_out():
    (folded,) = BeautifulSoup(page(new_markdown_cell(FOLDED)), "html.parser").find("main").find_all("details")
    assert folded.summary.string == "Answers"
    assert folded.li.strong.string == "four" and folded.li.math.msup


@pytest.mark.parametrize("mark", ["", " open", " open ontoggle=alert(1)", "/onclick=alert(1)", "\nopen"])
def test_what_a_learner_folds_is_text_and_nothing_of_it_is_hidden(mark: str):
    learners = sanitise_markdown(FOLDED.replace("<details>", f"<details{mark}>"))
    shown = BeautifulSoup(page(new_markdown_cell(learners, metadata=OWN)), "html.parser").find("main")
    assert not shown.find_all(["details", "summary"]) and "Answers" in shown.text


@pytest.mark.parametrize("score", [0.0, 1.0, None])
def test_of_a_verdict_the_words_are_shown_and_not_what_is_there_for_programs(score: float | None):
    verdict = Verdict("loss", "review" if score is None else "partial", score, 2)
    cell = new_code_cell("check(loss)", metadata={"course": {"role": "test"}}, outputs=verdict_outputs(verdict, "en"))
    shown = page(cell).partition("<body")[2]
    assert verdict.words("en") in Words(shown).seen
    assert shown.count("jp-OutputArea-child") == 1
    assert len(cell.outputs) == 2, "the notebook itself is not changed"


@pytest.mark.parametrize(
    "file", share(RELEASED, 4, lambda file: file.parts[-2]), ids=lambda file: f"{file.parts[-3]}/{file.parts[-2]}"
)
def test_a_released_notebook_is_far_from_the_limits(file):
    released = nbformat.read(file, as_version=4)
    assert max(len(cell.source) for cell in released.cells) < MOST_OF_A_CELL / 2
    maker = OfflinePages(template_name="classic")
    maker.from_notebook_node(released)
    for kind, room in MOST.items():
        assert maker.purse.left[kind] > 0.6 * room


# ------------------------------------------------------------------- what is kept from page to page, and what is not

HOSTILE = [
    "</div></div>", "<!-- ", "&lt;!-- &amp;#x202e;", "a < b & c > \"d\" 'e'", "$</math>$ $x'<y$", "```\n<pre>",
    "    <b>\n", "| a |\n|---|\n| $`$ |", "![x](attachment:none.png)", "&nosuch; &copy &#0;", "]]> <![CDATA[",
    "[x]( y ) ~~z~~\n\n- [ ] a",
]  # fmt: skip


def answered(lang: str, words: str) -> nbformat.NotebookNode:
    """Return a notebook in which a learner has written the same words everywhere, and the instructor too."""
    outputs = cell_outputs([{"name": "stdout", "text": words}, {"name": "stderr", "text": words}, {"text": words}])
    extra = [
        new_markdown_cell(sanitise_markdown(words), metadata=OWN, id="own-prose"),
        new_code_cell(words, metadata=OWN, outputs=outputs, id="own-code"),
    ]
    whole = notebook(*extra, lang=lang, among=FIRST)
    for cell in whole.cells:
        if cell.metadata.get("course", {}).get("role") == "answer":
            cell.source = f"x = 1  # {words}"
        elif "nbgrader" in cell.metadata and cell.cell_type == "markdown":
            cell.source, cell.metadata.nbgrader["comment"] = sanitise_markdown(words), 'Better *say*: `x < y`, "z".'
    return whole


NOTEBOOKS: dict[str, Callable[[], nbformat.NotebookNode]] = {
    **{f"{lang}-{n}": partial(answered, lang, words) for lang in LANGUAGES for n, words in enumerate(HOSTILE)},
    **{lang: partial(notebook, lang=lang, among=FIRST) for lang in LANGUAGES},
    **{
        name: partial(lambda name: notebook(*PAGES[name](), among=FIRST), name)
        for name in ("prose-list", "code-of-many-tokens")
    },
}


def forget() -> None:
    """Take all away that is kept from page to page."""
    formatting.prose_of_the_course.cache_clear()
    formatting.code.cache_clear()


@cache
def known(name: str) -> nbformat.NotebookNode:
    """Return one of the notebooks, always the same: cells have names by chance."""
    return NOTEBOOKS[name]()


@cache
def first_page(name: str) -> str:
    """Return the page of a notebook as the first one that is made."""
    forget()
    return feedback_of(known(name), FeedbackPages())


@given(st.lists(st.sampled_from(list(NOTEBOOKS)), min_size=2, max_size=6))
@settings(max_examples=at_least(5, 15))
def test_a_page_is_the_same_whatever_pages_were_made_before_it(names: list[str]):
    alone = {name: first_page(name) for name in names}
    forget()
    maker = FeedbackPages()
    assert [feedback_of(known(name), maker) == alone[name] for name in names] == [True] * len(names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_one_learner_is_on_the_next_learners_page(lang: str):
    maker = FeedbackPages()
    hers, his = answered(lang, "Aardvark $a_{4711}$"), answered(lang, "Bumblebee")
    first, between, again = (
        feedback_of(hers, maker, "anna"), feedback_of(his, maker, "boris"), feedback_of(hers, maker, "anna"),
    )  # fmt: skip
    assert first == again
    for word in ("Aardvark", "4711", "anna"):
        assert word in Words(first).seen and word not in Words(between).seen
    assert "Bumblebee" in between and "Bumblebee" not in again and "Aardvark" not in between


def test_what_a_learner_writes_is_not_kept_with_the_texts_of_the_course():
    forget()
    feedback(lang="ru")
    kept = formatting.prose_of_the_course.cache_info().currsize
    feedback(*prose("not of the course ", 5), *prose("*nor this* ", 5), lang="ru")
    assert formatting.prose_of_the_course.cache_info().currsize == kept > 10


def test_what_is_kept_has_a_bound():
    for function in (formatting.prose_of_the_course, formatting.code):
        most = function.cache_info().maxsize
        for number in range(most + 10):
            function(f"x = {number}")
        assert function.cache_info().currsize == most
    forget()


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_page_is_written_as_a_parser_would_write_it(name: str):
    shown = first_page(name)
    assert shown == str(BeautifulSoup(shown, "html.parser"))


SIGNS = "<>&;#'\"`*_$\\[]()!|-~ \n\tapx0é"


@given(st.text(st.one_of(st.sampled_from(SIGNS), st.characters(codec="utf-8")), max_size=200))
@settings(max_examples=at_least(8, 25))
def test_whatever_is_written_a_page_is_written_as_a_parser_would_write_it(words: str):
    shown = feedback_of(answered("en", clean(words)), MAKER, one_line(words))
    assert shown == str(BeautifulSoup(shown, "html.parser"))


@pytest.mark.parametrize("comment", ["<b>loud", "</div></div></main>", "<!-- and so on", "<p><p><i>", "<pre>"])
def test_what_an_instructor_leaves_open_ends_with_the_comment(comment: str):
    plain, commented = (notebook(lang="en") for _ in range(2))
    cell = next(cell for cell in commented.cells if cell.metadata.get("nbgrader", {}).get("grade"))
    cell.metadata.nbgrader.comment = comment
    before, after = (
        feedback_of(whole, MAKER).rpartition('<p class="part">')[2] for whole in (plain, commented)
    )  # fmt: skip
    assert before == after
    assert feedback_of(commented, MAKER).count("<main>") == feedback_of(commented, MAKER).count("</main>") == 1


# ------------------------------------------------------------------------------------------- what a page may hold


def test_a_page_has_room_for_all_that_it_may_hold():
    assert sum(room for kind, room in MOST.items() if kind != "pixels") + OURS <= LARGEST
    assert max(len(feedback(lang=lang).encode()) for lang in LANGUAGES) < OURS


@cache
def heavy_page(name: str) -> str:
    """Return one of the heavy pages; without a name, the same page without anything heavy."""
    return feedback(*(PAGES[name]() if name else []), lang="ru")


def words_of(page: str) -> set[str]:
    """Return the words of a page, without the stars of what is shown plain."""
    return set(Words(page.partition("<main>")[2]).seen.replace("*", " ").split())


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_page_stays_small_and_shows_what_is_the_courses(name: str):
    heavy, plain = heavy_page(name), heavy_page("")
    assert len(heavy.encode()) < LARGEST
    assert heavy.count("<") - plain.count("<") < 80_000
    assert words_of(plain) - words_of(heavy) == set(), "prose or code of the course, or a verdict"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("cells", "word"),
    [
        (partial(printed, "words "), "output"),
        (PAGES["many-pixels"], "output"),
        (partial(prose, "words "), "source"),
        (partial(code, "words "), "source"),
        (PAGES["tiny-cells"], "cells"),
    ],
    ids=["printed", "pictures", "prose", "code", "cells"],
)
def test_what_is_left_out_is_said_in_the_learners_language(
    cells: Callable[[], list[nbformat.NotebookNode]], word: str, lang: str
):
    heavy = cells()
    said = text(f"feedback.cut_{word}", lang)
    assert said in Words(feedback(*heavy, lang=lang)).seen
    assert text(f"feedback.cut_{word}", next(other for other in LANGUAGES if other != lang)) != said
    assert said not in feedback(lang=lang)


def figure(number: int) -> np.ndarray:
    """Return a PNG like those that learners draw, with as many kinds of things in it."""
    drawing, axes = plt.subplots(figsize=(10, 6))
    x = np.linspace(0, 6, 200)
    axes.contourf(x, x, np.sin(np.add.outer(x, number * x)), levels=20)
    axes.plot(x, np.cos(x) + 2, "o-", label="f")
    axes.legend()
    stream = io.BytesIO()
    drawing.savefig(stream, format="png")
    plt.close(drawing)
    return np.frombuffer(stream.getvalue(), np.uint8)


def test_an_honest_page_with_a_dozen_figures_and_long_tables_of_numbers_loses_nothing():
    table = "\n".join(f"step {n:4d}: w = {n * 0.123:.6f}, loss = {1 / (n + 1):.3e}" for n in range(300))
    source = "# η → 0, ошибка ≤ 1\nfor step in range(300):\n    print(f'step {step}')\n" * 5
    words = "**Ответ**: 👩‍🚀 naïve שלום مرحبا 你好 $L(w)=\\frac{1}{2}w^2$\n\n| a | b |\n|--|--|\n| 1 | 2 |"
    cells, pictures = [], []
    for number in range(12):
        outputs = cell_outputs([{"name": "stdout", "text": table}, {"png": figure(number)}])
        pictures.append(outputs[1].data["image/png"])
        cells += [new_code_cell(source, metadata=OWN, outputs=outputs), new_markdown_cell(words, metadata=OWN)]
    shown = feedback(*cells)
    seen = Words(shown).seen
    assert seen.count(table) == 12 and seen.count(source.strip()) == 12
    assert all(picture in shown for picture in pictures)
    assert shown.count("<strong>Ответ</strong>") == 12 and shown.count("👩‍🚀 naïve שלום مرحبا 你好") == 12
    assert shown.count('<span class="k">for</span>') >= 60 and shown.count("<mfrac>") >= 12
    assert "[…]" not in seen


@pytest.mark.parametrize("maker", [FeedbackPages, OfflinePages])
def test_a_photo_in_prose_is_for_the_instructor_and_a_small_one_is_shown_to_both(maker: type[OfflinePages]):
    photo = base64.b64encode(base64.b64decode(png(3000, 2000))[:33] + bytes(1_500_000)).decode()
    small = png(30, 20)
    shown = "\n\n".join(f"![drawing](attachment:picture-{number}.png)" for number in (1, 2))
    cell = new_markdown_cell(f"{shown}\n\n*my* answer", metadata=OWN)
    cell.attachments = {"picture-1.png": {"image/png": photo}, "picture-2.png": {"image/png": small}}
    made = feedback(cell) if maker is FeedbackPages else OfflinePages().from_notebook_node(notebook(cell))[0]
    assert small in made and "<em>my</em> answer" in made
    assert (photo in made) == (maker is OfflinePages)
    assert (text("feedback.cut_picture", "en") in made) == (maker is FeedbackPages)
    assert len(cell.attachments) == 2, "the notebook itself is not changed"


def test_the_pictures_of_one_page_have_no_more_pixels_than_a_browser_can_hold():
    shown = feedback(*PAGES["many-pixels"](), *PAGES["wide-pictures"]())
    pictures = [part.partition('"')[0] for part in shown.split("data:image/png;base64,")[1:]]
    sizes = [struct.unpack(">II", base64.b64decode(each[:44])[16:24]) for each in pictures]
    assert 16_000_000 < sum(width * height for width, height in sizes) <= MOST["pixels"]


def test_a_picture_that_is_too_large_leaves_a_mark_and_what_comes_after_it_is_shown():
    broken = cell_outputs([{"png": np.frombuffer(b"no picture", np.uint8)}, {"name": "stdout", "text": "the end"}])
    assert [output.get("data", {}).get("text/plain") or output.text for output in broken] == ["[…]", "the end"]
    cell = drawn(*[png(4000, 4000)] * 2)
    cell.outputs.append(new_output("stream", name="stdout", text="the end"))
    seen = Words(feedback(cell)).seen
    assert "the end" in seen and text("feedback.cut_output", "en") in seen


@given(st.text(st.sampled_from([*"aб漢ب \n\t'<א1é", "\u0301", "\u200d", "👩", "\U000e0067"]), max_size=3000))
@settings(max_examples=60)
def test_of_a_text_as_much_is_shown_as_there_is_room_for(words: str):
    purse = Budget()
    kept, whole = purse.cut("outputs", words, page_budget.MOST_OF_A_CELL["outputs"] - 2000)
    assert calm(words).startswith(kept)
    assert whole == (kept == calm(words))
    assert page_budget.weight(kept) == MOST["outputs"] - purse.left["outputs"] <= 2000
    assert whole or page_budget.weight(calm(words)) > 2000


@given(st.text(st.one_of(st.sampled_from("a ب\u0301\u0489\u200d👩"), st.characters()), max_size=2000))
def test_calming_a_text_takes_from_it_only_marks_and_does_it_once(words: str):
    calmed = calm(words)
    assert calm(calmed) == calmed
    marks = {letter for letter in words if unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")}
    assert [letter for letter in calmed if letter not in marks and letter != "\n"] == [
        letter for letter in words if letter not in marks and letter != "\n"
    ]


ORDINARY = [
    "Việt Nam, naïve, Ёж и й", "नमस्ते दुनिया", "שָׁלוֹם עוֹלָם", "ٱلسَّلَامُ عَلَيْكُمْ", "👨‍👩‍👧‍👦 👍🏽 🏳️‍🌈 1️⃣",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "x̂ ± ȳ", "한국어 각", "─" * 90, "ﷺ ༄", "漢字" * 150,
]  # fmt: skip


@pytest.mark.parametrize("words", ORDINARY)
def test_no_ordinary_text_is_changed_by_calming_it(words: str):
    assert calm(words) == words


def test_no_letter_carries_a_tower_of_marks():
    shown = Words(feedback(*printed(LETTERS["zalgo"], 1), *prose("a" + "&#x301;&tdot;" * 20, 1))).seen
    assert "\u0301" in shown and "\u20db" in shown
    run = longest = 0
    for letter in shown:
        run = run + 1 if unicodedata.category(letter)[0] == "M" else 0
        longest = max(longest, run)
    assert longest == MAX_MARKS


@pytest.mark.parametrize("letters", ["joining-letters", "ligatures", "joined-emoji", "conjoining"])
def test_no_run_of_letters_that_join_is_long(letters: str):
    cells = [*printed(LETTERS[letters], 1), *prose(LETTERS[letters], 1), *code(LETTERS[letters], 1)]
    seen = Words(feedback(*cells)).seen
    assert LETTERS[letters] in seen
    assert re.search(f"[^\x00-\u02ff]{{{MAX_RUN + 1}}}", seen) is None


@pytest.mark.parametrize(
    "words", ["&#x202e;abc", "&#8238abc", "$&#x202e;abc$", "$&amp;#x202e;abc$", "**&rlm;&#x2066;abc**", "&\\#x202e;abc"]
)
def test_no_direction_is_turned_by_a_character_that_is_written_as_a_reference(words: str):
    seen = Words(page(new_markdown_cell(words, metadata=OWN))).seen
    assert not set(seen) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    assert "abc" in seen or "bc" in seen


def test_a_reference_to_a_character_never_becomes_a_tag():
    shown = page(new_markdown_cell("a &nvlt;script&nvgt; &notin; &lt;b&gt; &amp;", metadata=OWN)).partition("<body")[2]
    assert "&lt;\u20d2script" in shown and "<b>" not in shown and "\u2209" in shown and "&amp;" in shown


@pytest.mark.parametrize("space", [r"\hspace{100000em}", r"\hskip{-900em}", r"\kern{1000pt}"])
def test_a_formula_with_room_for_nothing_is_shown_as_its_source(space: str):
    assert mathml(space + " a") is None
    assert mathml(r"a \quad b \, c \hspace{2em} d") is not None


@pytest.mark.parametrize("name", ["zalgo", "joining-letters", "both-directions", "short-lines"])
def test_what_fits_is_found_in_time_in_proportion_to_the_length(name: str):
    def seconds(length: int) -> float:
        words = (LETTERS[name] * length)[:length]
        start = time.process_time()
        Budget().cut("outputs", words)
        return time.process_time() - start

    seconds(100)
    assert seconds(800_000) < 24 * max(seconds(100_000), 0.02)


@pytest.mark.browser
def test_in_a_browser_the_heaviest_pages_open_nearly_as_fast_as_an_ordinary_one(tmp_path: Path):
    """Measured in processor time of the thread that lays out, so that a busy computer changes little."""
    from browser import chromium

    place = tmp_path / "page.html"
    with chromium() as tab:
        session = tab.context.new_cdp_session(tab)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

        def opened(shown: str) -> tuple[float, float]:
            """Return the seconds that a page takes, by the thread's clock and by the one on the wall."""
            place.write_text(shown, "utf-8")
            tab.goto("about:blank")
            start = time.monotonic()
            tab.goto(place.as_uri(), wait_until="load")
            tab.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            waited = time.monotonic() - start
            metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
            return metrics["TaskDuration"], waited

        plain = min(opened(heavy_page(""))[0] for _ in range(4))
        took = {}
        for name in HEAVY:
            took[name] = opened(heavy_page(name))
            assert tab.evaluate("document.querySelectorAll('*').length") < 30_000, name
    worst = sorted(took.items(), key=lambda each: -each[1][0])
    print(f"an ordinary page {plain:.2f} s", *(f"{name} {task:.2f} s ({wall:.2f})" for name, (task, wall) in worst[:5]))
    # Without a bound, a hundred words of joining letters take hundreds of times as long.
    assert [name for name, (task, _) in worst if task > 25 * plain] == []
