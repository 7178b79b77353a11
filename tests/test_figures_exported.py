"""The figures in an exported page, with no kernel and no Jupyter: nothing in them keeps anybody out.

Half of them are seen in the light and half in the dark; in a thorough run all of them in both.
"""

from __future__ import annotations

import re

import nbformat
import pytest
from browser import barriers, chromium
from nbconvert import HTMLExporter
from thorough import THOROUGH

from course import figures
from course.figures.engine import InteractiveFigure
from course.figures.engine.live import page as html_of
from course.figures.engine.live import position

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme, lang, first", [("light", "ru", 0), ("dark", "en", 1)])
def test_axe_finds_nothing_in_the_exported_figures_after_each_was_moved(theme, lang, first, tmp_path):
    exported = tmp_path / "figures.html"
    names = figures.names() if THOROUGH else figures.names()[first::2]
    outputs = [nbformat.v4.new_output("display_data", {"text/html": at_the_start(name, lang)}) for name in names]
    cells = [nbformat.v4.new_code_cell(outputs=[output]) for output in outputs]
    exporter = HTMLExporter(theme=theme, require_js_url="", mathjax_url="", jquery_url="")
    exported.write_text(exporter.from_notebook_node(nbformat.v4.new_notebook(cells=cells))[0], "utf-8")
    with chromium() as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(exported.as_uri())
        shown = page.locator(".course-live")
        shown.nth(len(outputs) - 1).wait_for()
        assert shown.count() == len(outputs)
        for figure in shown.all():  # each says now that it has no kernel
            figure.get_by_role("slider").first.press("ArrowLeft")
            figure.get_by_role("slider").last.press("ArrowRight")
            figure.get_by_role("button", name=re.compile("compare|сравнения")).click()
        assert page.locator(".course-live .course-note:not(:empty)").count()
        assert barriers(page, ".course-figure") == []
        assert not [url for url in asked if not re.match("file:|data:|blob:", url)]


def test_five_hundred_moves_leave_the_pages_memory_flat():
    """After every position was shown once, and its outlines are kept, moving costs no more memory."""
    figure = figures.load("learning_rate")("en")
    start = [position(control, control.start) for control in figure.controls]
    places = [(place, *start[1:]) for place in range(len(figure.controls[0].positions))]
    frames = {",".join(map(str, place)): figure.frame_at(place) for place in places}
    with chromium() as page:
        page.set_content(html_of(figure, "memory", figure.still(), "", frames))
        page.locator(".course-live").wait_for()
        devtools = page.context.new_cdp_session(page)

        def heap_after(moves: int) -> int:
            page.evaluate(
                """async moves => {
                    const [figure] = courseFigures.figures.values(), { length } = figure.spec.controls[0].names;
                    for (let k = 0; k < moves; k++) {
                        figure.move(0, k * 7 % length);
                        figure.tell();
                        figure.paint();
                        if (k % 50 === 0) await new Promise(requestAnimationFrame);
                    }
                }""",
                moves,
            )
            devtools.send("HeapProfiler.collectGarbage")
            return devtools.send("Runtime.getHeapUsage")["usedSize"]

        before = heap_after(200)
        after = heap_after(500)
        assert after - before < 200_000, (before, after)


def test_a_finger_on_a_handle_moves_it_and_elsewhere_scrolls_the_page():
    figure = figures.load("learning_rate")("en")
    controls, start = [control.name for control in figure.controls], at_home(figure)
    n = controls.index(figure.handles[0].controls[0])
    places = [(*start[:n], place, *start[n + 1 :]) for place in range(len(figure.controls[n].positions))]
    frames = {",".join(map(str, place)): figure.frame_at(place) for place in places}
    with chromium() as desk:
        page = desk.context.browser.new_context(viewport={"width": 900, "height": 700}, has_touch=True).new_page()
        page.set_content(html_of(figure, "touched", figure.still(), "", frames) + "<div style='height: 2000px'></div>")
        page.locator(".course-live").wait_for()
        finger = page.context.new_cdp_session(page)

        def stroke(x: float, y: float, across: float, up: float) -> tuple[str, float]:
            """Stroke over the screen in steps; return the figure's state and how far the page is scrolled then."""
            for kind, part in [("touchStart", 0), *(("touchMove", k / 10) for k in range(1, 11)), ("touchEnd", None)]:
                points = [] if part is None else [{"x": x + part * across, "y": y - part * up}]
                finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
                page.evaluate("() => new Promise(requestAnimationFrame)")
            page.wait_for_timeout(300)
            return page.evaluate("() => [[...courseFigures.figures.values()][0].at.join(), scrollY]")

        x, y = page.evaluate(
            """() => {
                const [{ canvas, frame }] = courseFigures.figures.values(), box = canvas.getBoundingClientRect();
                return [box.left + frame.handles[0], box.top + frame.handles[1]];
            }"""
        )
        home = ",".join(map(str, start))
        moved, scrolled = stroke(x, y, -60, 100)
        assert (moved != home, scrolled) == (True, 0)
        still, scrolled = stroke(30, 400, 0, 200)
        assert (still, scrolled > 50) == (moved, True)


def at_home(figure: InteractiveFigure) -> tuple[int, ...]:
    return tuple(position(control, control.start) for control in figure.controls)


def at_the_start(name: str, lang: str) -> str:
    """A figure's page with a single frame, which is all that this needs of it."""
    figure = figures.load(name)(lang)
    start = at_home(figure)
    return html_of(figure, name, figure.still(), figure.alt(), {",".join(map(str, start)): figure.frame_at(start)})
