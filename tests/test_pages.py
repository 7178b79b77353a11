"""The pages of graded notebooks: what is shown laid out and coloured, and what is shown plain."""

from __future__ import annotations

import time
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from nbconvert.filters.markdown_mistune import MarkdownWithMath
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.nbgrader.autograde import REPOSITORY
from autograder.nbgrader.pages import MOST_OF_A_CELL, MOST_OF_A_PAGE, FeedbackPages, OfflinePages, mathml
from autograder.pages import verdict_outputs
from autograder.verdict import Verdict

RELEASED = sorted((REPOSITORY / "release").glob("*/*/*.ipynb"))


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


def test_code_of_ordinary_length_is_coloured_and_prose_laid_out():
    shown = page(new_code_cell("def f(x):\n    return 2"), new_markdown_cell("**bold** and $x^2$"))
    assert '<span class="k">def</span>' in shown
    assert "<strong>bold</strong>" in shown and "<msup>" in shown


def test_a_cell_that_is_too_long_is_shown_whole_and_plain():
    code, prose = "x = [1 < 2]\n" * MOST_OF_A_CELL, "a *b* & [" * MOST_OF_A_CELL
    shown = page(new_code_cell(code), new_markdown_cell(prose))
    assert '<span class="n">' not in shown and "<em>" not in shown
    words = Words(shown).seen
    assert code.strip() in words and prose in words


def test_a_page_that_is_too_long_ends_plain_and_loses_nothing():
    count = 2 * MOST_OF_A_PAGE // MOST_OF_A_CELL
    cells = [new_code_cell(f"number_{n} = 1 #" + "\\" * (MOST_OF_A_CELL - 100)) for n in range(count)]
    cells += [new_markdown_cell(f"*number {n}* " + "[" * (MOST_OF_A_CELL - 100)) for n in range(count)]
    shown = page(*cells)
    words = Words(shown).seen
    for n in range(count):
        assert f"number_{n} =" in words and f"number {n}" in words
    assert 0 < shown.count('<span class="n">') <= count / 2
    assert 0 < shown.count("<em>") <= count / 2


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


@pytest.mark.parametrize("unit", [" \n", "\n\t", " \n\n", "%%\n", "?", "'", "\\\n"], ids=repr)
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
        padding = "cells => cells.map(cell => parseFloat(getComputedStyle(cell).paddingLeft))"
        assert min(tab.locator("th, td").evaluate_all(padding)) > 5
        plain, primed = tab.locator("math").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
        assert primed == pytest.approx(plain, abs=1)


@pytest.mark.parametrize("score", [0.0, 1.0, None])
def test_of_a_verdict_the_words_are_shown_and_not_what_is_there_for_programs(score: float | None):
    verdict = Verdict("loss", "review" if score is None else "partial", score, 2)
    cell = new_code_cell("check(loss)", metadata={"course": {"role": "test"}}, outputs=verdict_outputs(verdict, "en"))
    shown = page(cell).partition("<body")[2]
    assert verdict.words("en") in Words(shown).seen
    assert shown.count("jp-OutputArea-child") == 1
    assert len(cell.outputs) == 2, "the notebook itself is not changed"


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: f"{file.parts[-3]}/{file.parts[-2]}")
def test_a_released_notebook_is_far_from_the_limits(file):
    cells = nbformat.read(file, as_version=4).cells
    for kind in ("code", "markdown"):
        lengths = [len(cell.source) for cell in cells if cell.cell_type == kind]
        assert max(lengths) < MOST_OF_A_CELL / 2
        assert sum(lengths) < MOST_OF_A_PAGE / 2
