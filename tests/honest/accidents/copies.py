"""two cells for one exercise: untouched copies, answers in cells of one's own, drafts"""

from __future__ import annotations

import nbformat

from ..accident import accident
from ..learner import Work, released


def stub_copy(work: Work, name: str) -> nbformat.NotebookNode:
    cell = nbformat.from_dict(work.answer(name))
    cell.source, cell.id, cell.execution_count = work.stub(name), f"copy-{name}"[:60], None
    return cell


@accident("an untouched copy of the cell stands below the answer", says=("stub_copies",))
def stub_below(work: Work) -> None:
    name = work.some()
    work.cells.insert(work.place(work.answer(name)) + 1, stub_copy(work, name))


@accident("an untouched copy of the cell stands above the answer, and one below its check", says=("stub_copies",))
def stub_above(work: Work) -> None:
    name, other = work.some(), work.some(work.exercises[::-1])
    work.cells.insert(work.place(work.answer(name)), stub_copy(work, name))
    work.cells.insert(work.place(work.check(other)) + 1, stub_copy(work, other))


def all_answers(work: Work) -> str:
    return "\n\n\n".join(work.right(name) for name in work.exercises)


def leave_stubs(work: Work) -> None:
    for name in work.exercises:
        work.write(name, work.stub(name))


@accident("a cell of the learner's own holds all answers, above the untouched cells")
def all_in_one_cell_above(work: Work) -> None:
    leave_stubs(work)
    work.above_answer(work.exercises[0], all_answers(work))


@accident("the first cell of the notebook holds all answers, with its own imports")
def all_in_the_first_cell(work: Work) -> None:
    leave_stubs(work)
    work.insert(0, f"{work.cell('setup').source}\n\n\n{all_answers(work)}")


@accident("the last cell of the notebook holds all answers")
def all_in_the_last_cell(work: Work) -> None:
    leave_stubs(work)
    work.last(all_answers(work))
    work.due = dict.fromkeys(work.exercises, "judged_at_end")


@accident("the answers are typed into the test cells, above the check")
def in_the_test_cells(work: Work) -> None:
    for name in work.exercises:
        work.check(name).source = f"{work.answer(name).source}\n\n\n{work.check(name).source}"
    leave_stubs(work)


@accident("the answer was first written in its cell, then anew and shorter in a cell below")
def written_anew_below(work: Work) -> None:
    name = work.some()
    right = work.answer(name).source
    work.write(name, f"print('first try')\n{right}")
    cell = nbformat.from_dict(work.answer(name))
    cell.source, cell.id = f"# shorter now\n{right}", f"anew-{name}"[:60]
    work.cells.insert(work.place(work.answer(name)) + 1, cell)


@accident("a wrong draft is left in the answer's cell; the right one stands below it, before the check")
def draft_above(work: Work) -> None:
    name = work.some()
    work.above_answer(name, work.right(name))
    right = work.cells[work.place(work.answer(name)) - 1]
    draft = work.answer(name)
    draft.source = f"def {name}(*args):\n    return None  # first draft, see below"
    work.tear_out(right)
    work.cells.insert(work.place(draft) + 1, right)


@accident("the right answer stands below the check of a draft")
def mended_below_the_check(work: Work) -> None:
    name = work.some()
    work.below_check(name, work.right(name))
    work.due[name] = "judged_at_end"
    work.write(name, f"def {name}(*args):\n    return None  # first draft, see below")


@accident("the whole untouched notebook was pasted below the work", says=("stub_copies",))
def pasted_twice(work: Work) -> None:
    for cell in released(work.unit, work.lang).cells:
        cell.id = f"again-{cell.id}"[:60]
        work.cells.append(cell)


@accident("the whole work was pasted above the untouched notebook", says=("stub_copies",))
def pasted_above(work: Work) -> None:
    theirs = nbformat.from_dict(released(work.unit, work.lang)).cells
    for cell in work.cells:
        cell.id = f"mine-{cell.id}"[:60]
    work.cells.extend(theirs)


@accident("the draft is a comment, and its first line is left")
def draft_as_comment(work: Work) -> None:
    name = work.some()
    draft = "\n".join(f"# {line}" for line in work.stub(name).splitlines())
    work.write(name, f"{draft}\n\n{work.answer(name).source}")


@accident("an answer cell was copied and pasted, so it stands there twice")
def answer_pasted_twice(work: Work) -> None:
    name = work.some()
    cell = nbformat.from_dict(work.answer(name))
    cell.id = f"twice-{name}"[:60]
    work.cells.insert(work.place(work.answer(name)) + 1, cell)
