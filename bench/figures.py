"""How fast the figures answer in JupyterLab, beside plain ``interact``: ``python -m bench.figures``.

For each figure, in milliseconds:

* first picture: from the key that runs its cell to the message with the figure (JupyterLab, kernel), and from there to
  the painted picture (page);
* key to picture: from an arrow key to the painted picture, median;
* dragging: pictures a second while a slider is moved with at least a hundred events a second, and the processor time of
  the page's thread for one picture, which hardly depends on what else the computer does. A page paints at most 60 a
  second.

matplotlib is loaded before; what its import costs stands below the table. For keys and dragging, figures are asked to
be ready: the page has then the states that it asks for ahead.
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
IMPORTS = """import time; begun = time.perf_counter()
import matplotlib.figure, anywidget, sklearn.datasets
from course import figures
f"import of matplotlib, anywidget, scikit-learn: {time.perf_counter() - begun:.1f} s"
"""
FIGURE = "[...courseFigures.figures.values()].find(f => f.root === root)"

WATCH = """
    globalThis.watched = {};
    addEventListener("keydown", event => {
        if (event.key === "Enter") globalThis.watched = { pressed: performance.now() };
    }, true);
    addEventListener("painted", () => { watched.painted ??= performance.now(); }, true);
    globalThis.WebSocket = class extends WebSocket {
        constructor(...where) {
            super(...where);
            this.addEventListener("message", ({ data }) => {
                const text = typeof data === "string" ? data : new TextDecoder().decode(data);
                if (text.includes("display_data") && text.includes("course-figure"))
                    watched.came ??= performance.now();
            });
        }
    };
"""
"""Notes when a cell was run, when the figure came, when it was painted."""


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


def drag(figure: Locator) -> tuple[float, float]:
    """Move the first slider to and fro, an event each eight milliseconds for two seconds.

    Returns pictures a second, and milliseconds of processor time for one.
    """
    cdp = figure.page.context.new_cdp_session(figure.page)
    cdp.send("Performance.enable", {"timeDomain": "threadTicks"})  # processor time

    def worked() -> float:
        return next(m["value"] for m in cdp.send("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration")

    before = worked()
    count = figure.evaluate(
        """root => new Promise(done => {
            const range = root.querySelector("input[type=range]"), until = performance.now() + 2000;
            let count = 0, place = +range.value, way = 1;
            root.addEventListener("painted", () => { count += 1; });
            const clock = setInterval(() => {
                if (place + way > +range.max || place + way < 0) way = -way;
                range.value = place += way;
                range.dispatchEvent(new Event("input"));
                if (performance.now() > until) { clearInterval(clock); done(count); }
            }, 8);
        })"""
    )
    return count / 2, 1000 * (worked() - before) / count


def main() -> None:
    """Measure every figure, print a table."""
    columns = "figure", "first: kernel", "page", "key", "pictures a second", "work for one"
    table = Table(*columns)
    names = sys.argv[1:] or figures.names()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "f.ipynb")
        write_notebook(path, IMPORTS, *(f"figures.{name}()" for name in names), PLAIN)
        with jupyterlab(Path(folder)) as lab, chromium() as page:
            page.add_init_script(WATCH)
            notebook = lab.open(page, "f.ipynb")
            imports = notebook.run(0).inner_text()
            page.locator(".jp-StatusBar-Widget").get_by_text("| Idle").wait_for()
            page.wait_for_timeout(4000)
            for n, name in enumerate(names, 1):
                notebook.run(n)
                page.wait_for_function("watched.painted")
                figure = notebook.cell(n).locator(".course-live")
                watched = page.evaluate("watched")
                figure.evaluate(
                    f"root => new Promise(done => {{ const f = {FIGURE};"
                    "const look = () => f.travels ? done() : setTimeout(look, 50); look(); })"
                )
                page.wait_for_timeout(1500)  # it is written anew, to be saved
                keys, (rate, work) = key_times(figure), drag(figure)
                first = watched["came"] - watched["pressed"], watched["painted"] - watched["came"]
                table.add_row(name, *(f"{value:.0f}" for value in (*first, statistics.median(keys), rate, work)))
            table.add_row("plain interact", "", "", f"{plain_time(notebook, len(names) + 1):.0f}", "", "")
            Console().print(table, imports)


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
