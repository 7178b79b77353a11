"""outputs: animations and pictures of megabytes, tracebacks, NaN, the state of widgets"""

from __future__ import annotations

import base64
import random

import nbformat

from ..accident import accident
from ..learner import DOT, Work

MB = 2**20


def shown(work: Work, *outputs: nbformat.NotebookNode) -> None:
    cell = (work.reading() or [work.check(work.exercises[0])])[0]
    cell.outputs = list(outputs)


def html(size: int) -> nbformat.NotebookNode:
    frame = base64.b64encode(random.Random(0).randbytes(3 * 2**16)).decode()
    page = f'<video controls><source src="data:video/mp4;base64,{frame * (size // len(frame))}"></video>'
    return nbformat.v4.new_output(
        "display_data", {"text/html": page, "text/plain": "<IPython.core.display.HTML object>"}
    )


@accident("an animation of 20 MB is among the outputs")
def animation(work: Work) -> None:
    shown(work, html(20 * MB))


@accident("two animations of 20 MB are among the outputs")
def two_animations(work: Work) -> None:
    shown(work, html(20 * MB), html(20 * MB))


@accident("a picture of 5 MB and one of 1 MB in SVG are among the outputs")
def pictures(work: Work) -> None:
    png = base64.b64encode(b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5 * MB)).decode()
    svg = "<svg xmlns='http://www.w3.org/2000/svg'>" + "<path d='M 0 0 L 1 1'/>" * (MB // 23) + "</svg>"
    shown(
        work,
        nbformat.v4.new_output("display_data", {"image/png": png}),
        nbformat.v4.new_output("display_data", {"image/svg+xml": svg}),
    )


@accident("an output holds NaN and Infinity, which JSON does not know")
def not_a_number(work: Work) -> None:
    chart = {"data": [{"y": [1.0, float("nan"), float("inf")], "type": "scatter"}], "layout": {}}
    shown(
        work, nbformat.v4.new_output("display_data", {"application/vnd.plotly.v1+json": chart, "text/plain": "Figure"})
    )


@accident("the state of widgets, 6 MB, is in the metadata")
def widgets(work: Work) -> None:
    model = {
        "model_name": "FloatSliderModel",
        "model_module": "@jupyter-widgets/controls",
        "state": {"value": "x" * 6000},
    }
    state = {f"{number:032x}": model for number in range(1000)}
    work.notebook.metadata.widgets = {
        "application/vnd.jupyter.widget-state+json": {"state": state, "version_major": 2, "version_minor": 0}
    }


@accident("tracebacks of earlier tries are still shown")
def tracebacks(work: Work) -> None:
    lines = ["\x1b[31m---------------------------------------------------------------------------\x1b[39m"] * 40
    for name in work.exercises:
        error = nbformat.v4.new_output(
            "error", ename="NameError", evalue=f"name '{name}' is not defined", traceback=lines
        )
        work.check(name).outputs = [error]


@accident("a hundred thousand printed lines, in outputs by the thousand")
def printed(work: Work) -> None:
    shown(work, *[nbformat.v4.new_output("stream", name="stdout", text="w = 4.0000000\n" * 50) for _ in range(2000)])


@accident("the outputs were cleared and the counts with them")
def cleared(work: Work) -> None:
    for cell in work.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


@accident("a picture was pasted into a text of the learner's own")
def attachment(work: Work) -> None:
    cell = work.insert(work.place(work.written), "![сетка](attachment:image.png)", "markdown")
    cell.attachments = {"image.png": {"image/png": DOT}}
