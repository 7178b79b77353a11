"""what is left of the line with NotImplementedError, and of the cell as it was handed out"""

from __future__ import annotations

import ast

from ..accident import accident
from ..learner import Work

LINE = "    raise NotImplementedError  # delete this line when you have written your code"


@accident("the line is left below the return, where it does nothing")
def line_below_the_return(work: Work) -> None:
    name = work.some()
    work.write(name, f"{work.right(name)}\n{LINE}")


@accident("the line is a comment now")
def line_as_comment(work: Work) -> None:
    for name in work.functions:
        work.answer(name).source += f"\n    # {LINE.strip()}"


@accident("the answers stand without a description, with blank lines and the prompt's remainders")
def description_deleted(work: Work) -> None:
    for name in work.functions:
        work.write(name, "\n\n\n" + ast.unparse(work.function(name)) + "\n\n   \n# In [ ]:\n")


@accident("the untouched function stands first in the cell, the written one below it")
def stub_in_the_same_cell(work: Work) -> None:
    for name in work.functions:
        work.write(name, f"{work.stub(name)}\n\n\n{work.answer(name).source}")


@accident("an except for NotImplementedError is left in an answer")
def except_for_it(work: Work) -> None:
    name = work.some()
    work.answer(
        name
    ).source += f"\n\n\ntry:\n    {name}\nexcept NotImplementedError:\n    raise NotImplementedError('not yet')"
