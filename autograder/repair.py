"""Find the smallest change of a learner's own code that makes a wrong answer right.

Its single changes (``autograder.changes``) are tried one by one, the likeliest first, then two at once. A change counts
when the changed answer passes every hidden probe, so what is said of it is true. Of two, the first is one that gets
further alone, or one that leaves a mistake which the exercise knows.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice

from autograder.changes import Change, Definition, changes
from autograder.versions import RIGHT, Spent, Versions

MAX_TRIED = 1500  # versions of an answer
MAX_EXCHANGES = 3000  # with the learner's process: what decides, the same on any computer, how long is searched
MAX_PAIRS = 600  # of those, with two changes
LIKELY = 4  # changes of each kind that are tried in pairs when none gets any further alone
PROMISING = 4  # changes for which a second one is looked for
RESEMBLING = 5  # changes after which an answer may be a known mistake, for which that is looked at closely

Made = tuple[Definition, Change]


class Search:
    """Looks for the smallest change of one answer; ``code`` is what defines it, and what that calls.

    It may use so many ``seconds`` of processor time, the judge's and the learner's: a fence for slow computers.
    ``hangs``: whether the answer itself is known to need more time than it has.
    """

    def __init__(self, versions: Versions, code: list[Definition], seconds: float, hangs: bool = False) -> None:
        self._versions, self._code, self._seconds, self._hangs = versions, code, seconds, hangs
        self._start, self._before = time.thread_time(), versions.used()
        self._single = sorted(
            ((definition, change) for definition in code for change in changes(definition)),
            key=lambda made: (made[1].far, code.index(made[0]) > 0),
        )
        self._further: list[tuple[float, Made]] = []  # changes that alone get further, and how far
        self._resembling: list[Made] = []
        self.tried = 0

    def found(self) -> tuple[Made, ...]:
        """Return the first change, or two, with which the answer is right; nothing where there is none."""
        try:
            base = self._versions.sort(source(self._code), self._hangs)
            if base == RIGHT:  # it is right here: there is nothing to explain
                return ()
            made = self._one(base)
            return (made,) if made else self._two()
        except Spent:
            return ()

    def _one(self, base: float) -> Made | None:
        for made in self._single[: MAX_TRIED - MAX_PAIRS]:
            reach = self._reach((made,))
            if reach == RIGHT:
                return made
            if reach > base:
                self._further.append((reach, made))
            if self._versions.resembles_a_mistake():
                self._resembling.append(made)
        return None

    def _two(self) -> tuple[Made, ...]:
        resembling = self._resembling[:RESEMBLING]
        promising = [made for made in resembling if self._versions.is_mistake(source(self._code, (made,)))]
        promising += [made for _, made in sorted(self._further, key=lambda each: -each[0])]
        for pair in islice(self._pairs(promising), MAX_TRIED - self.tried):
            if self._reach(pair) == RIGHT:
                return tuple(sorted(pair, key=lambda made: made[1].line))
        return ()

    def _pairs(self, promising: list[Made]) -> Iterator[tuple[Made, Made]]:
        """Yield two changes at once: promising ones with any other, else the likeliest ones."""
        if promising:
            pairs = ((first, second) for second in self._single for first in promising[:PROMISING])
        else:
            count: Counter[tuple[str, int]] = Counter()
            likely = []
            for made in self._single:
                count[made[1].kind, made[1].far] += 1
                if count[made[1].kind, made[1].far] <= LIKELY and made[1].far <= 1:
                    likely.append(made)
            places = sorted(combinations(range(len(likely)), 2), key=sum)
            pairs = ((likely[one], likely[other]) for one, other in places)
        for first, second in pairs:
            if first[0] is not second[0] or not first[1].overlaps(second[1]):
                yield first, second

    def _reach(self, made: tuple[Made, ...]) -> float:
        self.tried += 1
        used = time.thread_time() - self._start
        if self.tried % 20 == 0:
            if self._versions.exchanges > MAX_EXCHANGES:
                raise Spent
            used += self._versions.used() - self._before
        if used > self._seconds:
            raise Spent
        return self._versions.reach(source(self._code, made))


def source(code: list[Definition], made: tuple[Made, ...] = ()) -> str:
    """Return the source of an answer and of what it calls, with changes made."""
    return "".join(
        definition.source(*(change for each, change in made if each is definition)) for definition in reversed(code)
    )
