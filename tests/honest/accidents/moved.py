"""cells that were deleted, moved, merged, split, or copied into a new notebook"""

from __future__ import annotations

import nbformat

from ..accident import accident
from ..learner import Work


@accident("all test cells are deleted")
def tests_deleted(work: Work) -> None:
    for name in work.exercises:
        work.tear_out(work.check(name))


@accident("all texts and all cells that only show something are deleted")
def reading_deleted(work: Work) -> None:
    keep = {"setup", "own-words", *(f"{role}-{name}" for role in ("answer", "test") for name in work.exercises)}
    work.notebook.cells = [cell for cell in work.cells if cell.id in keep]


@accident("the exercises stand in reverse order at the beginning")
def reversed_order(work: Work) -> None:
    setup = work.place(work.cell("setup"))
    for name in work.exercises:
        for cell in (work.check(name), work.answer(name)):
            work.tear_out(cell)
            work.cells.insert(setup + 1, cell)


@accident("a check stands above its answer")
def check_above(work: Work) -> None:
    name = work.some()
    cell = work.check(name)
    work.tear_out(cell)
    work.cells.insert(work.place(work.answer(name)), cell)


@accident("two answer cells were merged into one", units="01 02 03 04 05 06 07 08 09 10 11")
def merged(work: Work) -> None:
    first, second = work.exercises[:2]
    work.answer(first).source += f"\n\n\n{work.answer(second).source}"
    work.tear_out(work.answer(second))


@accident("each answer cell was merged with its check")
def merged_with_its_check(work: Work) -> None:
    for name in work.exercises:
        work.answer(name).source += f"\n\n\n{work.check(name).source}"
        work.tear_out(work.check(name))


@accident("an answer cell was split: the helper above, the function below")
def split(work: Work) -> None:
    name = work.some()
    cell = work.answer(name)
    below = nbformat.from_dict(cell)
    below.id = f"split-{name}"[:60]
    below.source = f"{cell.source}\n\n\nprint(HALF)"
    cell.source = "HALF = 0.5\n\n\ndef middle(a, b):\n    return HALF * (a + b)"
    work.cells.insert(work.place(cell) + 1, below)


@accident("everything was copied into a new notebook: only code cells, without any names or metadata")
def into_a_new_notebook(work: Work) -> None:
    code = [cell.source for cell in work.cells if cell.cell_type == "code" and not cell.id.startswith("figure")]
    work.notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in code])
    work.notebook.cells.append(nbformat.v4.new_markdown_cell("Шаг короче, где производная меньше: $0.5$ — сразу."))


@accident("the answer in words stands at the very beginning")
def words_first(work: Work) -> None:
    cell = work.written
    work.tear_out(cell)
    work.cells.insert(0, cell)


@accident("an answer cell was cut out and pasted as a cell of its own, so its name is gone")
def cut_and_pasted(work: Work) -> None:
    name = work.some()
    cell = work.answer(name)
    place = work.place(cell)
    work.tear_out(cell)
    work.insert(place, cell.source)


@accident("the test cells were edited: other calls, prints, the check as a comment")
def tests_edited(work: Work) -> None:
    for number, name in enumerate(work.exercises):
        edited = (f"# check({name})\nprint({name})", f"check({name});", f"answer = {name}\ncheck(answer)", "")
        work.check(name).source = edited[(number + work.number) % 4]
