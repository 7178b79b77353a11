"""How fast the figures answer in JupyterLab, beside plain ``interact``: ``python -m bench.figures``.

For each figure: from an arrow key to the painted picture (median), pictures a second while a slider is dragged with at
least a hundred events a second, and how long after the key that runs its cell the first picture stands. For the first
two, figures are asked to be ready: the page has then the states that it asks for ahead.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Locator
from rich.console import Console
from rich.table import Table

from course import figures

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from browser import chromium, jupyterlab, write_notebook

PLAIN = """%matplotlib inline
import matplotlib.pyplot as plt, numpy as np
from ipywidgets import interact
from course.figures.learning_rate import descent
@interact(eta=(0.0, 1.2, 0.01))
def show(eta=0.1):
    walk = descent(eta, 5.0, 10)
    plt.plot(walk.w, walk.loss, "o-")
    plt.show()
"""
FIGURE = "[...courseFigures.figures.values()].find(f => f.root === root)"

FIRST = """() => {
    let pressed;
    delete globalThis.first;
    addEventListener("keydown", event => { if (event.key === "Enter") pressed = performance.now(); }, true);
    addEventListener("painted", () => { globalThis.first ??= performance.now() - pressed; }, { capture: true });
}"""


def key_times(figure: Locator) -> list[float]:
    """Press arrow keys; return the milliseconds from each key to its painted picture."""
    figure.get_by_role("slider").first.focus()
    figure.evaluate(
        """root => { globalThis.times = []; let pressed;
            addEventListener("keydown", () => { pressed = performance.now(); }, true);
            root.addEventListener("painted", () => {
                if (pressed) times.push(performance.now() - pressed);
                pressed = 0;
            }); }"""
    )
    for key in ["ArrowRight", "ArrowLeft"] * 10:
        figure.page.keyboard.press(key)
        figure.page.wait_for_timeout(120)
    return figure.evaluate("() => globalThis.times")


def drag_rate(figure: Locator) -> float:
    """Move the first slider to and fro, an event each eight milliseconds for two seconds; return pictures a second."""
    return figure.evaluate(
        """root => new Promise(done => {
            const range = root.querySelector("input[type=range]"), until = performance.now() + 2000;
            let count = 0, place = +range.value, way = 1;
            root.addEventListener("painted", () => { count += 1; });
            const clock = setInterval(() => {
                if (place + way > +range.max || place + way < 0) way = -way;
                range.value = place += way;
                range.dispatchEvent(new Event("input"));
                if (performance.now() > until) { clearInterval(clock); done(count / 2); }
            }, 8);
        })"""
    )


def main() -> None:
    """Measure every figure, print a table."""
    table = Table("figure", "first picture, ms", "key to picture, ms", "pictures a second")
    names = sys.argv[1:] or figures.names()
    with tempfile.TemporaryDirectory() as folder:
        warm = "import matplotlib.figure, anywidget, sklearn.datasets\nfrom course import figures"
        write_notebook(Path(folder, "f.ipynb"), warm, *(f"figures.{name}()" for name in names), PLAIN)
        with jupyterlab(Path(folder)) as lab, chromium() as page:
            notebook = lab.open(page, "f.ipynb")
            notebook.cell(0).locator(".jp-InputArea-editor").click()
            page.keyboard.press("Control+Enter")
            page.locator(".jp-StatusBar-Widget").get_by_text("| Idle").wait_for()
            page.wait_for_timeout(4000)
            for n, name in enumerate(names, 1):
                page.evaluate(FIRST)
                notebook.run(n)
                figure = notebook.cell(n).locator(".course-live")
                figure.wait_for()
                page.wait_for_function("globalThis.first !== undefined")
                first = page.evaluate("globalThis.first")
                figure.evaluate(
                    f"root => new Promise(done => {{ const f = {FIGURE};"
                    "const look = () => f.travels ? done() : setTimeout(look, 50); look(); })"
                )
                page.wait_for_timeout(1500)  # it is written anew, to be saved
                keys, rate = key_times(figure), drag_rate(figure)
                table.add_row(name, f"{first:.0f}", f"{statistics.median(keys):.0f}", f"{rate:.0f}")
            table.add_row("plain interact", "", f"{plain_time(notebook, len(names) + 1):.0f}", "")
    Console().print(table)


def plain_time(notebook, n: int) -> float:
    """Return the median milliseconds from a key to the new picture of plain ``interact``."""
    notebook.run(n)
    cell = notebook.cell(n)
    cell.locator("img").wait_for()
    times = []
    for key in ["ArrowRight"] * 8:
        before = cell.locator("img").get_attribute("src")
        cell.get_by_role("slider").focus()
        begun = time.perf_counter()
        notebook.page.keyboard.press(key)
        notebook.page.wait_for_function(
            "([n, before]) => { const i = document.querySelectorAll('.jp-Cell')[n].querySelector('img');"
            "return i && i.src !== before; }",
            arg=[n, before],
        )
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


if __name__ == "__main__":
    main()
