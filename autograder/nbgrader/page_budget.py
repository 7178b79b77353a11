"""How much of a submission a page shows, so that the page stays small and any browser opens it at once.

Weights are bytes of the page. A browser lays out about a megabyte of plain text in a second; what takes it longer than
its bytes say weighs more.
"""

from __future__ import annotations

import html
import re

from autograder.support.sanitise import calm

# Of what a submission puts on a page. With the course's own words, two megabytes at the most.
MOST = {
    "sources": 200_000,  # code and prose
    "outputs": 250_000,  # printed text
    "markup": 340_000,  # what colours and lays out add to the sources
    "pictures": 1_000_000,  # in base64
    "pixels": 24_000_000,  # of all pictures: four bytes each in a browser's memory
}
MOST_OF_A_CELL = {"sources": 80_000, "outputs": 60_000}
CELL = 700  # the elements of a cell, and the sentence that says what is left out of it
OUTPUT = 300

_BREAK, _ELEMENT, _RARE, _TURN = 5, 5, 3, 30
_RARE_LETTER = re.compile("[^\x00-\u058f\u2000-\u2bff]")  # a font has to be looked for
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+"  # each run is shaped apart
)


def weight(words: str) -> int:
    """Return what plain text weighs."""
    size = len(html.escape(words).encode("utf-8", "replace")) + _BREAK * (words.count("\n") + words.count("\t"))
    if words.isascii():
        return size
    turns = sum(1 for _ in _RIGHT_TO_LEFT.finditer(words))
    return size + _RARE * len(_RARE_LETTER.findall(words)) + _TURN * turns


def weight_of_markup(page: str) -> int:
    """Return what a piece of HTML weighs, whose text is weighed elsewhere."""
    return len(page.encode("utf-8", "replace")) + _ELEMENT * page.count("<")


class Budget:
    """What may still be put on one page."""

    def __init__(self) -> None:
        self.left = dict(MOST)

    def take(self, **amounts: int) -> bool:
        """Take all of this, if there is enough of each; say whether there was."""
        if any(self.left[kind] < amount for kind, amount in amounts.items()):
            return False
        for kind, amount in amounts.items():
            self.left[kind] -= amount
        return True

    def cut(self, kind: str, words: str, taken: int = 0) -> tuple[str, bool]:
        """Take room for a cell's text; return as much of it as fits, calmed, and whether that is all.

        ``taken``: what the cell has taken of this kind already.
        """
        kept = calmed = calm(words)
        room = max(0, min(MOST_OF_A_CELL[kind] - taken, self.left[kind]))
        while (heavy := weight(kept)) > room:
            kept = kept[: min(len(kept) - 1, len(kept) * room // heavy)]
        self.left[kind] -= heavy
        return kept, len(kept) == len(calmed)
