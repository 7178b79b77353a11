"""Every figure in a real JupyterLab, and after it: keyboard, mouse, hand on the picture, saved notebook, export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import nbformat
import pytest
from browser import Lab, Notebook, chromium, jupyterlab, wait_until_whole, write_notebook
from nbconvert import HTMLExporter
from playwright.sync_api import Locator, expect
from thorough import share

from course import figures

pytestmark = pytest.mark.browser

NAMES = figures.names()
HERE = "[...courseFigures.figures.values()].find(f => f.root === root)"


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("lab")
    show = "import os; os.environ['COURSE_LANG'] = '{}'\nfrom course import figures; figures.{}()"
    write_notebook(
        folder / "figures.ipynb", *(show.format("ru" if name == "chain" else "en", name) for name in NAMES)
    )
    with jupyterlab(folder) as lab:
        yield lab


@pytest.fixture(scope="module")
def notebook(lab) -> Iterator[Notebook]:
    with chromium() as page:
        page.emulate_media(reduced_motion="reduce")
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        yield lab.open(page, "figures.ipynb")
        assert not [url for url in asked if not re.match(r"http://127\.0\.0\.1|data:|blob:", url)]


@pytest.mark.parametrize("name", share(NAMES, 4, name="browser"))
def test_a_figure_answers_keyboard_typing_hand_and_reset(name, notebook):
    index = NAMES.index(name)
    notebook.run(index)
    figure = notebook.cell(index).locator(".course-live")
    figure.wait_for()
    start = state(figure)
    for control in figure.get_by_role("slider").all() + figure.get_by_role("combobox").all():
        expect(control).to_have_accessible_name(re.compile(r"\S"))
    handle, box = figure.get_by_role("slider").first, figure.locator("input[type=text]").first
    handle.press("ArrowLeft")
    left = arrived(figure)
    assert left != start
    expect(handle).to_be_focused()
    shown = box.input_value()
    assert handle.get_attribute("aria-valuetext") == shown
    handle.press("Home")
    arrived(figure)
    box.fill(shown.replace(".", ","))
    box.press("Enter")
    assert arrived(figure) == left
    expect(figure.get_by_role("img")).to_have_accessible_name(re.compile(r"\S{3}"))
    figure.get_by_role("button", name=re.compile("Start again|Начать сначала")).click()
    assert arrived(figure) == start
    if figures.load(name).handles:
        pull(figure, 0)
        assert arrived(figure) != start
        figure.get_by_role("img").dblclick(position={"x": 4, "y": 4})
        assert arrived(figure) == start


def test_the_saved_notebook_and_its_export_keep_moving_without_a_kernel(lab, notebook, tmp_path):
    figure = notebook.cell(NAMES.index("learning_rate")).locator(".course-live")
    wait_until_whole(figure)
    notebook.save()
    saved = nbformat.read(lab.folder / "figures.ipynb", as_version=4)
    for cell in saved.cells:
        assert len(json.dumps(cell.outputs)) < 400_000
    exported = tmp_path / "exported.html"
    exported.write_text(HTMLExporter().from_notebook_node(saved)[0])
    with_page = notebook.page.context.browser.new_page()
    with_page.goto(exported.as_uri())
    alone = with_page.locator(".course-live").filter(has_text="start w₀")
    expect(alone.get_by_role("status")).to_contain_text("η\u00a0=\u00a00.1: monotone")
    alone.get_by_role("slider").first.press("End")
    expect(alone.get_by_role("status")).to_contain_text("η\u00a0=\u00a01.2: diverges")
    with_page.close()
    again = notebook.page.context.browser.new_page()
    again.goto(f"{lab.url}/lab/tree/figures.ipynb?reset&token={lab.token}")
    reopened = again.locator(".course-live").filter(has_text="start w₀")
    reopened.get_by_role("slider").first.press("End")
    expect(reopened.get_by_role("status")).to_contain_text("η\u00a0=\u00a01.2: diverges")
    again.close()


def state(figure: Locator) -> str:
    return figure.evaluate(f"root => {HERE}.at.join()")


def arrived(figure: Locator) -> str:
    """Wait until the state of the controls is painted, and return it."""
    return figure.evaluate(
        f"""root => new Promise(done => {{
            const figure = {HERE};
            const there = () => figure.root.dataset.state === figure.at.join();
            const look = () => there() ? done(figure.at.join()) : setTimeout(look, 5);
            look();
        }})"""
    )


def pull(figure: Locator, handle: int) -> None:
    """Take a thing on the picture and move it to where it is in another state that the page has by now."""
    figure.scroll_into_view_if_needed()
    x0, y0, x1, y1 = figure.evaluate(
        f"""(root, handle) => new Promise(done => {{
            const figure = {HERE}, box = figure.canvas.getBoundingClientRect(), scale = box.width / figure.spec.width;
            const spot = ({{ handles }}) =>
                [box.left + handles[2 * handle] * scale, box.top + handles[2 * handle + 1] * scale];
            const far = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
            const [control] = figure.spec.handles[handle];
            const look = () => {{
                const from = spot(figure.frame);
                for (let place = 0; place < figure.spec.controls[control].names.length; place++) {{
                    const frame = figure.frames.get(figure.at.with(control, place).join());
                    if (frame && frame.handles[2 * handle] > 0 && far(spot(frame), from) > 15)
                        return done([...from, ...spot(frame)]);
                }}
                setTimeout(look, 50);
            }};
            look();
        }})""",
        handle,
    )
    mouse = figure.page.mouse
    mouse.move(x0, y0)
    mouse.down()
    mouse.move(x1, y1, steps=10)
    mouse.up()
