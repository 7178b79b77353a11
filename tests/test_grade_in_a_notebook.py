"""The buttons under a check, in a real JupyterLab: the saved copy is graded in place, and the model answer waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from browser import Notebook, barriers, chromium, jupyterlab
from playwright.sync_api import Page, expect

from course import progress, workspace
from course.language import text
from course.progress import Event

pytestmark = [pytest.mark.browser, pytest.mark.sandbox]

ROOT = Path(__file__).resolve().parents[1]
UNIT, NAME = "00-start-here", "start-here.ipynb"
ANSWER, CHECK = 1, 2
WRONG = "def fahrenheit(celsius):\n    return 1.8 * celsius"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A course with unit 00, handed out in both languages; of the copies only the code of the exercise is left."""
    for lang in ("en", "ru"):
        place = tmp_path / "release" / lang / UNIT
        place.mkdir(parents=True)
        notebook = nbformat.read(ROOT / "release" / lang / UNIT / NAME, as_version=4)
        nbformat.write(notebook, place / NAME)
        workspace.refresh(tmp_path, lang)
        setup, *code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        kept = [cell for cell in code if "exercise" in cell.metadata.get("course", {})]
        kept[0].source = WRONG
        notebook.cells = [setup, *kept]
        nbformat.write(notebook, workspace.notebook(tmp_path, lang, UNIT))
    return tmp_path


@pytest.fixture
def page() -> Iterator[Page]:
    with chromium(height=1100) as page:
        yield page


def run(page: Page, notebook: Notebook, index: int, source: str = "") -> None:
    """Run a cell that shows nothing, with another source if one is given, as somebody types it."""
    notebook.cell(index).locator(".cm-content").click()
    if source:
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(source)
    page.keyboard.press("Control+Enter")


def test_the_button_grades_the_saved_copy_and_the_model_answer_comes_after_three_tries(home: Path, page: Page) -> None:
    with jupyterlab(workspace.work(home, "en")) as lab:
        notebook = lab.open(page, f"{UNIT}/{NAME}")
        notebook.run(0)
        run(page, notebook, ANSWER)
        notebook.run(CHECK)
        panel = page.locator(".course-panel")
        expect(panel).to_contain_text(text("check.state.wrong", "en", name="fahrenheit"))
        button = panel.get_by_role("button", name=text("grade.one_long", "en", name="fahrenheit"))
        result = panel.get_by_role("status")

        button.focus()
        page.keyboard.press("Enter")  # the keyboard is enough
        expect(result).to_contain_text("Points: 0")
        assert result.locator("summary").first.inner_text() == text("grade.where", "en")
        assert barriers(page, ".course-panel") == []

        # What ran is not what is saved: an old copy is never graded.
        run(page, notebook, ANSWER, f"{WRONG} + 31")
        notebook.run(CHECK)
        button.click()
        expect(result).to_contain_text("Ctrl+S")
        notebook.save()
        for source in "ab":  # two other answers were graded on other days
            progress.note(Event("grade", UNIT, "fahrenheit", "wrong", 0, 1, source=source), progress.in_home(home))
        button.click()
        result.get_by_role("button", name=text("grade.show_solution", "en")).click()
        expect(result).to_contain_text(text("grade.solution", "en", name="fahrenheit"))

        page.get_by_role("menuitem", name="Kernel").click()
        page.get_by_text("Restart Kernel…", exact=True).click()
        page.get_by_role("button", name="Confirm Kernel Restart").click()
        page.locator(".jp-StatusBar-Widget").get_by_text("| Idle").wait_for()
        button.click()
        expect(result).to_contain_text(text("grade.no_answer", "en"))
    events = progress.read(progress.in_home(home))
    assert {(event.kind, event.state) for event in events} == {("check", "wrong"), ("grade", "wrong")}
    assert len({event.source for event in events}) == 4, "the judge and the check know the same answer as the same"
