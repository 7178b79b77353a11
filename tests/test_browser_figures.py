"""The learning-rate figure in a real JupyterLab: keyboard, mouse, text box, and what is saved."""

from __future__ import annotations

import json
import re
import statistics
from collections.abc import Iterator

import pytest
from browser import Lab, Notebook, chromium, jupyterlab, write_notebook
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser

SHOW = "import os; os.environ['COURSE_LANG'] = '{}'\nfrom course import figures; figures.learning_rate()"


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("lab")
    write_notebook(folder / "figure.ipynb", SHOW.format("en"), SHOW.format("ru"))
    with jupyterlab(folder) as lab:
        yield lab


@pytest.fixture(scope="module")
def notebook(lab) -> Iterator[Notebook]:
    with chromium() as page:
        yield lab.open(page, "figure.ipynb")


@pytest.fixture
def figure(notebook) -> Locator:
    """The English figure, just shown."""
    return show(notebook, 0)


def test_an_arrow_key_on_the_slider_changes_picture_and_words(figure):
    handle, before = eta_handle(figure), picture(figure)
    expect(words(figure)).to_contain_text("η = 0.1: monotone")
    handle.press("ArrowRight")
    expect(words(figure)).to_contain_text("η = 0.11: monotone")
    expect(figure.locator("img")).not_to_have_attribute("src", before[0])
    assert picture(figure)[1] != before[1]
    handle.press("End")
    expect(words(figure)).to_contain_text("η = 1.2: diverges")
    expect(handle).to_be_focused()


def test_dragging_the_slider_ends_with_the_newest_value(figure):
    before = picture(figure)
    drag(figure, 0.9)
    eta = readout(figure).inner_text().rstrip("0")
    assert float(eta) > 1
    expect(words(figure)).to_contain_text(f"η = {eta}: diverges")
    assert picture(figure)[1] != before[1]


def test_a_value_can_be_typed(figure):
    readout(figure).click()
    figure.page.keyboard.press("Control+a")
    figure.page.keyboard.type("0.5")
    figure.page.keyboard.press("Enter")
    expect(words(figure)).to_contain_text("one step")


def test_the_picture_has_a_name_that_follows_the_slider(figure):
    eta_handle(figure).press("Home")
    expect(figure.get_by_role("img")).to_have_accessible_name(re.compile("no motion"))


def test_the_figure_is_not_wider_than_its_place(figure):
    place, image = figure.bounding_box(), figure.locator("img").bounding_box()
    assert image["x"] + image["width"] <= place["x"] + place["width"]
    assert figure.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_the_figure_speaks_russian(notebook):
    figure = show(notebook, 1)
    expect(figure).to_contain_text("скорость обучения η")
    eta_handle(figure).press("End")
    expect(words(figure)).to_contain_text("расходится")


def test_the_saved_notebook_keeps_a_picture_and_its_description(lab, notebook, figure):
    notebook.save()
    (output,) = json.loads((lab.folder / "figure.ipynb").read_text())["cells"][0]["outputs"]
    assert "image/png" in output["data"]
    assert "parabola" in output["metadata"]["image/png"]["alt"]


def test_a_key_is_answered_with_a_new_picture_in_a_quarter_of_a_second(figure, record_property):
    milliseconds = [answer_time(figure) for _ in range(15)]
    record_property("milliseconds from key to picture", statistics.median(milliseconds))
    assert statistics.median(milliseconds) < 250


def show(notebook: Notebook, index: int) -> Locator:
    notebook.run(index)
    figure = notebook.cell(index).locator(".course-figure")
    expect(words(figure)).to_contain_text("η = 0.1")
    return figure


def words(figure: Locator) -> Locator:
    return figure.get_by_role("status")


def readout(figure: Locator) -> Locator:
    return figure.locator(".widget-readout").first


def eta_handle(figure: Locator) -> Locator:
    return figure.get_by_role("slider").first


def picture(figure: Locator) -> tuple[str, list[int]]:
    """Return the address and the bytes of the picture on the page."""
    return figure.locator("img").evaluate(
        "async e => [e.src, Array.from(new Uint8Array(await (await fetch(e.src)).arrayBuffer()))]"
    )


def drag(figure: Locator, part: float) -> None:
    """Drag the η slider to a part of its length, in many small moves as a hand does."""
    mouse, track = figure.page.mouse, figure.locator(".noUi-target").first.bounding_box()
    handle = eta_handle(figure).bounding_box()
    mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    mouse.down()
    mouse.move(track["x"] + part * track["width"], track["y"] + track["height"] / 2, steps=40)
    mouse.up()


def answer_time(figure: Locator) -> float:
    """Press an arrow key; return the milliseconds until the browser has loaded the new picture."""
    image = figure.locator("img")
    image.evaluate(
        """image => { window.answer = new Promise(done => {
            let pressed;
            addEventListener("keydown", () => { pressed = performance.now(); }, {capture: true, once: true});
            image.addEventListener("load", () => done(performance.now() - pressed), {once: true});
        }) }"""
    )
    eta_handle(figure).press("ArrowRight")
    return image.evaluate("() => window.answer")
