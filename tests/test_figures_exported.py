"""All figures in one exported page, with no kernel and no Jupyter: nothing in them keeps anybody out."""

from __future__ import annotations

import re

import nbformat
import pytest
from browser import barriers, chromium
from nbconvert import HTMLExporter

from course import figures
from course.figures.engine.live import page as html_of
from course.figures.engine.live import position

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("theme, lang", [("light", "ru"), ("dark", "en")])
def test_axe_finds_nothing_in_the_exported_figures_after_each_was_moved(theme, lang, tmp_path):
    exported = tmp_path / "figures.html"
    outputs = [
        nbformat.v4.new_output("display_data", {"text/html": at_the_start(name, lang)}) for name in figures.names()
    ]
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


def at_the_start(name: str, lang: str) -> str:
    """A figure's page with a single frame, which is all that this needs of it."""
    figure = figures.load(name)(lang)
    start = tuple(position(control, control.start) for control in figure.controls)
    return html_of(figure, name, figure.still(), figure.alt(), {",".join(map(str, start)): figure.frame_at(start)})
