"""A notebook with a figure, opened on another server after the one that made it has ended."""

from __future__ import annotations

import re

import pytest
from browser import chromium, jupyterlab, wait_until_whole, write_notebook
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_saved_figure_lives_on_without_its_server_and_where_it_is_not_trusted_says_to_run_the_cell(tmp_path):
    folder, trust = tmp_path / "notebooks", {"JUPYTER_DATA_DIR": str(tmp_path / "data")}
    folder.mkdir()
    write_notebook(folder / "f.ipynb", "from course import figures; figures.learning_rate()")
    with chromium() as page:
        with jupyterlab(folder, COURSE_LANG="en", **trust) as lab:
            notebook = lab.open(page, "f.ipynb")
            notebook.run(0)
            page.locator(".course-live").wait_for()
            wait_until_whole(page.locator(".course-live"))
            notebook.save()
            page.goto("about:blank")
        with jupyterlab(folder, COURSE_LANG="en", **trust) as lab:  # knows the notebook, and has no kernel of before
            page.goto(f"{lab.url}/lab/tree/f.ipynb?reset&token={lab.token}")
            figure = page.locator(".course-live")
            figure.get_by_role("slider").first.press("End")
            expect(figure.get_by_role("status")).to_contain_text("η\u00a0=\u00a01.2: diverges")
            figure.get_by_role("slider").nth(1).press("Home")  # two controls together
            expect(figure.get_by_role("status")).to_contain_text("η\u00a0=\u00a01.2: diverges")
            expect(figure.get_by_role("slider").nth(1)).to_have_attribute("aria-valuetext", "-6.0")
            page.goto("about:blank")
        with jupyterlab(folder, COURSE_LANG="en") as lab:  # its home is new: it has never seen this notebook
            page.goto(f"{lab.url}/lab/tree/f.ipynb?reset&token={lab.token}")
            figure = page.locator(".course-figure")
            expect(figure).to_contain_text("To move this figure, run its cell.")
            expect(figure.get_by_role("img")).to_have_accessible_name(re.compile("parabola"))
