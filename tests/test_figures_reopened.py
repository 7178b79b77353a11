"""A notebook with a figure, opened on another server after the one that made it has ended."""

from __future__ import annotations

import re

import pytest
from browser import chromium, jupyterlab, write_notebook
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_where_a_saved_figure_is_not_trusted_it_is_a_picture_that_says_to_run_the_cell(tmp_path):
    write_notebook(tmp_path / "f.ipynb", "from course import figures; figures.learning_rate()")
    with chromium() as page:
        with jupyterlab(tmp_path, COURSE_LANG="en") as lab:
            notebook = lab.open(page, "f.ipynb")
            notebook.run(0)
            page.locator(".course-live").wait_for()
            notebook.save()
            page.goto("about:blank")
        with jupyterlab(tmp_path, COURSE_LANG="en") as lab:  # its home is new: it has never seen this notebook
            page.goto(f"{lab.url}/lab/tree/f.ipynb?reset&token={lab.token}")
            figure = page.locator(".course-figure")
            expect(figure).to_contain_text("To move this figure, run its cell.")
            expect(figure.get_by_role("img")).to_have_accessible_name(re.compile("parabola"))
