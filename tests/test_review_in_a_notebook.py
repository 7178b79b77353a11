"""The review's widgets in a real JupyterLab: asked, answered, skipped and ended with the keyboard alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from browser import barriers, chromium, jupyterlab, write_notebook
from playwright.sync_api import Locator, Page, expect

from course import progress, workspace
from course.handed_out import RECORD
from course.language import text

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[1]
UNIT = "04-gradient-descent"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A course with a notebook in each language that asks for what is due."""
    (tmp_path / "release").symlink_to(ROOT / "release")
    for lang in ("en", "ru"):
        folder = workspace.work(tmp_path, lang) / UNIT
        folder.mkdir(parents=True)
        cells = "from course import review; review.show()", "import time; time.sleep(3)"
        write_notebook(folder / "review.ipynb", *cells)
    (tmp_path / "work" / RECORD).write_text("{}")
    return tmp_path


def let_be_due(home: Path, exercise: str, item: str, days: int = 3) -> None:
    """Note that a card was answered wrong some days ago; the longest ago is asked first."""
    day = (datetime.now(UTC) - timedelta(days)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    event = progress.Event("review", UNIT, exercise, "wrong", more={"item": item}, time=day)
    progress.note(event, progress.in_home(home))


def asked(shown: Locator) -> float:
    """Return the weight that the card about the loss asks for."""
    return float(re.search(r"What is L\((.+?)\)", shown.inner_text())[1].replace("−", "-"))


def press(page: Page, button: Locator) -> None:
    """Walk to a button with Tab and press it."""
    for _ in range(9):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            page.keyboard.press("Space")
            return
    raise AssertionError("Tab does not lead to the button")


def test_an_answer_arrives_whole_however_busy_the_kernel_is(home: Path) -> None:
    let_be_due(home, "loss", "predict/loss")
    with jupyterlab(home / "work") as lab, chromium(height=1100) as page:
        notebook = lab.open(page, f"en/{UNIT}/review.ipynb")
        shown = notebook.run(0)
        field = shown.get_by_role("textbox", name=text("review.notebook.yours", "en"))
        field.wait_for()
        w = asked(shown)
        notebook.cell(1).locator(".jp-InputArea-editor").click()
        page.keyboard.press("Control+Enter")
        field.focus()
        page.keyboard.type(f"{w**2 + 12:.3f}")
        shown.get_by_role("button", name=text("review.notebook.answer", "en")).click()
        expect(shown).to_contain_text(text("review.right", "en"))


def test_the_keyboard_is_enough_to_answer_wrong_and_right_to_skip_and_to_end(home: Path) -> None:
    let_be_due(home, "loss", "predict/loss", days=30)
    let_be_due(home, "regime", "picture/regime/path_of_a_weight")
    with jupyterlab(home / "work") as lab, chromium(height=1100) as page:
        shown = lab.open(page, f"en/{UNIT}/review.ipynb").run(0)
        field = shown.get_by_role("textbox", name=text("review.notebook.yours", "en"))
        answer, skip, onward = (
            shown.get_by_role("button", name=text(f"review.{key}", "en"))
            for key in ("notebook.answer", "unknown", "notebook.next")
        )
        field.focus()
        w = asked(shown)
        page.keyboard.type(f"{w**2:g}")
        press(page, answer)
        expect(shown).to_contain_text(text("review.wrong", "en"))
        expect(shown).to_contain_text("At w = 0 the loss must be 12.")
        assert barriers(page, ".jp-OutputArea-output") == []
        expect(field).to_be_focused()
        page.keyboard.press("Control+a")
        page.keyboard.type(f"{w**2 + 12:g}")
        press(page, answer)
        expect(shown).to_contain_text(text("review.right", "en"))
        expect(onward).to_be_focused()
        page.keyboard.press("Space")

        choice = shown.get_by_role("button", name="it comes closer from one side")
        expect(choice).to_be_focused()
        assert barriers(page, ".jp-OutputArea-output") == []
        press(page, skip)
        expect(shown).to_contain_text("The right answer")
        expect(onward).to_be_focused()
        page.keyboard.press("Space")
        expect(shown).to_contain_text(text("review.done", "en", right=0, count=2))

        let_be_due(home, "d_loss", "predict/d_loss")
        shown = lab.open(page, f"ru/{UNIT}/review.ipynb").run(0)
        shown.get_by_role("textbox", name=text("review.notebook.yours", "ru")).focus()
        press(page, shown.get_by_role("button", name=text("review.unknown", "ru")))
        expect(shown).to_contain_text("Верный ответ")
        expect(shown.get_by_role("button", name=text("review.notebook.next", "ru"))).to_be_focused()
        page.keyboard.press("Space")
        expect(shown).to_contain_text(text("review.done", "ru", right=0, count=1))
    noted = [(each.exercise, each.state) for each in progress.read(progress.in_home(home)) if each.more.get("rating")]
    assert noted == [("loss", "wrong"), ("regime", "wrong"), ("d_loss", "wrong")], "the first answer counts"
