"""A lesson's still plot: one look, the notebook's language, and a text for who cannot see it."""

from __future__ import annotations

import base64
import io
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import nbformat
import pytest
from browser import chromium, jupyterlab, write_notebook
from nbconvert import HTMLExporter
from PIL import Image
from playwright.sync_api import expect

from course import plots
from course.figures.engine.canvas import _STYLE


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANG", "en")
    monkeypatch.delenv("COURSE_FIGURES", raising=False)


Shown = tuple[dict[str, str], dict[str, Any]]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Shown]:
    def show(en: str, ru: str) -> Shown:
        outputs: list[Shown] = []
        monkeypatch.setattr("IPython.display.display", lambda data, metadata, raw: outputs.append((data, metadata)))
        plt.figure(figsize=(3, 2))
        plt.plot([0, 1])
        plots.show(en=en, ru=ru)
        (output,) = outputs
        return output

    return show


def test_a_word_is_said_in_the_learners_language(monkeypatch: pytest.MonkeyPatch):
    assert plots.say(en="step", ru="шаг") == "step"
    monkeypatch.setenv("COURSE_LANG", "ru")
    assert plots.say(en="step", ru="шаг") == "шаг"


def test_a_plot_is_shown_once_with_its_text_in_the_learners_language(shown, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COURSE_LANG", "ru")
    data, metadata = shown("A rise.", "Рост.")
    assert plt.get_fignums() == []
    assert data["text/plain"] == metadata["image/png"]["alt"] == "Рост."
    assert 'alt="Рост."' in data["text/html"]


def test_a_picture_is_sharp_on_a_screen_with_small_pixels(shown):
    data, _ = shown("A rise.", "Рост.")
    assert Image.open(io.BytesIO(base64.b64decode(data["image/png"]))).width == 600
    assert 'width="300"' in data["text/html"]


def test_the_text_of_a_plot_cannot_end_its_attribute(shown):
    assert "<b>" not in shown('"><b> & so', "")[0]["text/html"]


QUIET = """
import matplotlib.pyplot as plt
before = dict(plt.rcParams)
from course import plots
plt.plot([0, 1])
plots.show(en="A rise.", ru="Рост.")
print(before == dict(plt.rcParams), plt.get_fignums())
"""


def test_where_nobody_looks_nothing_is_painted():
    environment = os.environ | {"COURSE_FIGURES": "off", "MPLBACKEND": "agg"}
    ended = subprocess.run([sys.executable, "-c", QUIET], env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout == "True []\n"


def test_plots_and_figures_look_alike():
    plt.style.library.pop("course.plots", None)
    with plt.style.context(["default", "course.plots"]):
        there = dict(plt.rcParams)
    assert there | plt.rcParams.__class__(_STYLE) == there


PLOT = """\
import matplotlib.pyplot as plt
from course import plots
plt.plot([0, 1])
plots.show(en="A line that rises.", ru="Линия идёт вверх.")
"""
FOLDED = """\
A question.

<details><summary>Answers</summary>

1. It is **four**: $2 + 2 = 4$.

</details>
"""


@pytest.mark.browser
def test_in_jupyterlab_and_in_an_exported_page_a_plot_has_a_name_and_answers_unfold(tmp_path):
    write_notebook(tmp_path / "n.ipynb", PLOT)
    written = nbformat.read(tmp_path / "n.ipynb", as_version=4)
    written.cells.append(nbformat.v4.new_markdown_cell(FOLDED, id="folded"))
    nbformat.write(written, tmp_path / "n.ipynb")
    with chromium() as page:
        with jupyterlab(tmp_path, COURSE_LANG="en") as lab:
            notebook = lab.open(page, "n.ipynb")
            notebook.run(0)
            picture = page.get_by_role("img", name="A line that rises.")
            expect(picture).to_have_count(1)
            _unfolds(page.locator(".jp-RenderedMarkdown"))
            expect(page.locator("details mjx-container")).to_be_visible()
            notebook.save()
            page.goto("about:blank")
        saved = nbformat.read(tmp_path / "n.ipynb", as_version=4)
        exported = tmp_path / "n.html"
        exporter = HTMLExporter(require_js_url="", mathjax_url="", jquery_url="")
        exported.write_text(exporter.from_notebook_node(saved)[0], "utf-8")
        page.goto(exported.as_uri())
        expect(page.get_by_role("img", name="A line that rises.")).to_have_count(1)
        _unfolds(page.locator(".jp-RenderedMarkdown"))


def _unfolds(prose):
    answer = prose.get_by_text("It is")
    expect(answer).to_be_hidden()
    prose.get_by_text("Answers").click()
    expect(answer).to_be_visible()
    expect(answer.locator("strong")).to_have_text("four")
