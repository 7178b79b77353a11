"""What a learner meets first: `course lab` in a real browser."""

from __future__ import annotations

import pytest
from browser import chromium
from playwright.sync_api import expect
from test_course_cli import Lab, home, needs_groups  # noqa: F401

from course import text

pytestmark = [pytest.mark.browser, needs_groups]


def test_the_first_notebook_opens_and_nothing_of_an_instructors_or_of_the_news_is_in_the_way(home):  # noqa: F811
    with Lab(home) as lab, chromium() as page:
        lab.wait()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://127.0.0.1:{lab.port}/?token={lab.TOKEN}")
        expect(page.get_by_role("tab", name="loss.ipynb")).to_be_visible(timeout=60_000)
        page.locator(".jp-Notebook p").get_by_text("first").wait_for()
        page.wait_for_timeout(3000)  # a toast comes when all is there
        words = page.locator("body").inner_text()
        assert "Validate" not in words and "nbgrader" not in words.lower() and "Create Assignment" not in words
        assert page.locator(".Toastify__toast").count() == 0
        ours = f"http://127.0.0.1:{lab.port}/"
        assert [url for url in asked if url.startswith("http") and not url.startswith(ours)] == []
        said = lab.printed()
    assert "[E " not in said and "Traceback" not in said
    assert (text("workspace.lab.as_root", "en") in said) == ("--allow-root" in lab.process.args)
