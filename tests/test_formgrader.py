"""The formgrader in a real browser: it opens, and its Autograde button asks the same judge."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from browser import chromium, jupyterlab
from test_nbgrader import CONFIG, nbgrader

from autograder.classroom.hand_in import hand_in
from autograder.nbgrader.autograde import REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

UNIT = "04-gradient-descent"
NAME = "gradient-descent.ipynb"


def test_the_autograde_button_uses_the_judge_and_the_page_shows_the_diagnosis(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "submitted" / "dave" / UNIT
    place.mkdir(parents=True)
    released = nbformat.read(REPOSITORY / "release" / "en" / UNIT / NAME, as_version=4)
    nbformat.write(hand_in(released, REPOSITORY / "demo" / "dave.py"), place / NAME)
    (tmp_path / "nbgrader_config.py").write_text(CONFIG, "utf-8")
    nbgrader(tmp_path, "generate_assignment", UNIT)
    monkeypatch.chdir(tmp_path)
    with jupyterlab(tmp_path) as lab, chromium() as page:
        elsewhere: list[str] = []
        page.on(
            "request", lambda request: elsewhere.append(request.url) if not request.url.startswith(lab.url) else None
        )
        page.goto(
            f"{lab.url}/login?token={lab.token}&next=/api/status"
        )  # the cookie that the formgrader's own calls need
        page.goto(f"{lab.url}/formgrader/manage_submissions/{UNIT}?token={lab.token}")
        page.get_by_role("link", name="dave").or_(page.get_by_text("dave")).first.wait_for()
        page.locator(".autograde a").first.click()
        page.get_by_text("Success").first.wait_for()
        record = json.loads((tmp_path / "report" / UNIT / "dave.json").read_text("utf-8"))
        assert [entry["diagnosis"] for entry in record["verdicts"]][0] == "no_constant"
        page.goto(f"{lab.url}/formgrader/gradebook/{UNIT}/gradient-descent?token={lab.token}")
        page.get_by_role("link", name="Submission #1").click()
        page.get_by_text("Each step goes uphill.").wait_for()
        assert page.locator("math").count() > 100, "formulas are not shown as MathML"
        page.screenshot(path=tmp_path / "formgrader.png", full_page=False)
    assert not [url for url in elsewhere if url.startswith("http")], elsewhere
