"""a cell's kind changed by one key: code to text or raw and back"""

from __future__ import annotations

from ..accident import accident
from ..learner import DOT, NotebookNode, Work


def turn(cell: NotebookNode, kind: str) -> None:
    """Do what the keys M, R and Y do in JupyterLab."""
    cell.cell_type = kind
    if kind == "code":
        cell.execution_count, cell.outputs = None, []
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


@accident("M on an answer cell", says=("kind_restored",))
def answer_to_markdown(work: Work) -> None:
    turn(work.answer(work.some()), "markdown")


@accident("R on an answer cell", says=("kind_restored",))
def answer_to_raw(work: Work) -> None:
    turn(work.answer(work.some()), "raw")


@accident("M and R on all answer cells in turn", says=("kind_restored",))
def all_answers(work: Work) -> None:
    for number, name in enumerate(work.exercises):
        turn(work.answer(name), ("markdown", "raw")[number % 2])


@accident("M on one test cell, R on another", says=("kind_restored",))
def tests(work: Work) -> None:
    turn(work.check(work.exercises[0]), "markdown")
    turn(work.check(work.exercises[-1]), "raw")


@accident("M on the import cell", says=("kind_restored",))
def imports_to_markdown(work: Work) -> None:
    turn(work.cell("setup"), "markdown")


@accident("R on the import cell", says=("kind_restored",))
def imports_to_raw(work: Work) -> None:
    turn(work.cell("setup"), "raw")


@accident("Y on the answer in words: it is a code cell now")
def words_to_code(work: Work) -> None:
    turn(work.written, "code")


@accident("R on the answer in words")
def words_to_raw(work: Work) -> None:
    turn(work.written, "raw")


@accident("M on all code cells that only show something, Y on a text")
def reading_cells(work: Work) -> None:
    for cell in work.reading():
        turn(cell, "markdown")
    turn(work.cells[0], "code")


@accident("the answer in words is a photograph of a sheet of paper")
def words_as_a_picture(work: Work) -> None:
    work.written.source = "![лист.png](attachment:лист.png)"
    work.written.attachments = {"лист.png": {"image/png": DOT}}


@accident("the answer in words stands in a cell of the learner's own, above the cell for it")
def words_elsewhere(work: Work) -> None:
    words, work.written.source = work.written.source, "*Your answer here · Ваш ответ*"
    work.insert(work.place(work.written), words, "markdown")
