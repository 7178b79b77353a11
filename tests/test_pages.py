"""The pages of graded notebooks: what is shown laid out and coloured, and what is shown plain."""

from __future__ import annotations

from html.parser import HTMLParser

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.nbgrader.autograde import REPOSITORY
from autograder.nbgrader.pages import MOST_OF_A_CELL, MOST_OF_A_PAGE, OfflinePages

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


def test_two_pages_made_by_one_exporter_are_formatted_alike():
    maker = OfflinePages()
    notebook = new_notebook(cells=[new_code_cell("x = 1 #" + "y" * (MOST_OF_A_CELL - 100)) for _ in range(10)])
    first, second = (maker.from_notebook_node(notebook)[0] for _ in range(2))
    assert first.count('class="n"') == second.count('class="n"') == 10


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: f"{file.parts[-3]}/{file.parts[-2]}")
def test_a_released_notebook_is_far_from_the_limits(file):
    cells = nbformat.read(file, as_version=4).cells
    for kind in ("code", "markdown"):
        lengths = [len(cell.source) for cell in cells if cell.cell_type == kind]
        assert max(lengths) < MOST_OF_A_CELL / 2
        assert sum(lengths) < MOST_OF_A_PAGE / 2
