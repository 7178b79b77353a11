"""letters and signs that look right: Cyrillic с for c, quotes of a Mac, blanks that do not break"""

from __future__ import annotations

import re

from ..accident import accident
from ..learner import Work

ALIKE = str.maketrans("aceopxy", "асеорху")


@accident("the name of the function has one Cyrillic letter", units="00 01 02 03 04 05 06 08 09 10 11", notebooks=3)
def look_alike_name(work: Work) -> None:
    name = work.some(work.leaves)
    odd = name
    for letter in "ceaopxy":
        if letter in name:
            odd = name.replace(letter, letter.translate(ALIKE), 1)
            break
    work.write(name, re.sub(rf"\b{name}\b", odd, work.answer(name).source))
    work.due[name] = "look_alike"


@accident("a variable of an answer is written with a Cyrillic letter, everywhere the same")
def cyrillic_variable(work: Work) -> None:
    name = work.some()
    work.answer(name).source += "\n\n\nс = 1 - 2 * 0.1\nη = с / 2\nпроверка = [η, с]\nprint(проверка)"


@accident("texts and comments hold smart quotes, dashes and blanks that do not break")
def smart_quotes(work: Work) -> None:
    for name in work.functions:
        work.answer(name).source += "\n    # «так» — “it’s ready”,\u00a0now\u2009check…"
    work.written.source = "“It’s” the *rate*\u00a0— “too large”; «слишком велика»."
    work.insert(work.place(work.written), "“My” notes: ‘w’ → 0, \u00abшаг\u00bb\u2026", "markdown")


@accident("a cell of the learner's own has quotes that Python cannot read")
def smart_quotes_in_scratch(work: Work) -> None:
    work.below_check(
        work.some(),
        """
        print(“hello”)
        x = 1
        d = 5 − 3
        """,
    )


@accident("an emoji, a mark for right-to-left text and a blank of no width stand in comments")
def invisible_signs(work: Work) -> None:
    work.write(work.some(), "# 🎉 \u200f\u200b готово\ufeff\n" + work.answer(work.some()).source)
