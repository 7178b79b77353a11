"""Find the smallest change of a learner's own code that makes a wrong answer right.

Its single changes (``autograder.judging.changes``) are tried one by one, the likeliest first, then two at once. A
change counts when the changed answer passes every hidden probe, so what is said of it is true. Of two, the first is one
after which more is right than before, or one that leaves a mistake which the exercise knows; the second is a change of
the code as it then stands, so both may be in one expression. Where there is no second one, a first one that leaves a
known mistake counts if it turns values right and none wrong: then it is a repair of its own, and that mistake is the
rest.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain, combinations, islice

from autograder.exercise import Mistake
from autograder.judging.changes import changes
from autograder.judging.definitions import Change, Definition
from autograder.judging.judge import TOO_SLOW
from autograder.judging.made_changes import (
    Made,
    best,
    brings,
    does_as,
    doubles,
    exchange,
    exchanges_results,
    in_order,
    is_tuned,
    keeps,
    likeness,
    line_before,
    source,
    tokens,
)
from autograder.judging.slips import Slip
from autograder.judging.versions import MAX_EXCHANGES, RIGHT, Spent, Versions

MAX_TRIED = 1500  # versions of an answer
MAX_SINGLE = 500  # of those, with one change, until two are tried
MAX_GUIDED = 400  # of those, with two changes of which the first is promising
# Of the exchanges, up to which single changes are tried until it is time for two. The first time only those second ones
# are tried that slips suggest: where they find anything, they do within 80 exchanges.
SHARES = (0.2, 0.5, 0.9)
LOOK = 0.3  # seconds by the wall clock, after which somebody looks at how much the learner's process has used
GUIDE = 0.7  # of the exchanges, up to which is looked for what to change first
GUIDED = 120  # changes of which every probe is asked how much they turn right
LIKELY = 4  # changes of each kind that are tried in pairs when none gets any further alone
EXCHANGED = 2  # exchanges of results for which a second change is looked for in any case
PROMISING = 5  # changes for which a second one is looked for
SLIPS = 12  # changes after which an answer may be right but for one slip, for which a second one is looked for first
ALIKE = 6  # slips whose right code is looked for in a second change
MAX_SLIPS = 120  # of the versions, with such a first change
OTHERS = 200  # changes that are tried after the first that makes the answer right, for others that do as well
RESEMBLING = 5  # changes after which an answer may be a known mistake, for which that is looked at closely
AROUND = ("function", "wrapped", "copy", "whole_numbers")  # kinds that make NumPy's of a plain number

KEPT = {"copy", "update", "whole_numbers"}  # kinds that leave an argument as it was
REPLACING = ("variable", "operator", "brackets")  # kinds that may put right by chance what is another mistake
HIDING = ("update", "variable", "function")  # kinds that may take all effect from what should not be there
BY_CHANCE = ("brackets", "variable", "number")  # kinds that hit what is right by chance oftener than others

_Pair = tuple[list[Definition], Made, tuple[Made, Made]]  # the code after the first change, the second, and both


@dataclass(frozen=True)
class Found:
    """Changes with which an answer is right, or does just what ``rest`` does, a mistake that the exercise knows.

    ``elsewhere``: whether a change in another line does as well, so that none can be said to be the mistake.
    """

    made: tuple[Made, ...]
    rest: Mistake | None = None
    elsewhere: bool = False


class Search:
    """Looks for the smallest change of one answer; ``code`` is what defines it, and what that calls.

    It may use so many ``seconds`` of processor time, the judge's and the learner's: a fence for slow computers.
    ``fails_by`` is the diagnosis of the answer as it is.
    """

    def __init__(self, versions: Versions, code: list[Definition], seconds: float, fails_by: str = "") -> None:
        self._versions, self._code, self._seconds, self._fails_by = versions, code, seconds, fails_by
        self._start, self._before = time.thread_time(), versions.used()
        self._looked = time.monotonic()
        self._single = self._changes(code)
        self._slips: dict[Made, tuple[Slip, ...]] = {}  # changes that leave one slip, and which that may be
        self._rest: Found | None = None  # a single change that turns values right and leaves a known mistake
        self.tried = 0

    def found(self) -> Found | None:
        """Return the first change, or two, with which the answer is right; else one that leaves a known mistake."""
        try:
            base = self._versions.sort(source(self._code), self._fails_by in TOO_SLOW)
            if base == RIGHT:  # it is right here: there is nothing to explain
                return None
            found = self._one_or_two(base)
            if found:
                return found
        except Spent:
            pass
        return self._rest

    def _one_or_two(self, base: float) -> Found | None:
        """Try the likeliest changes, then two with a promising first; then the others, and two of the likely."""
        singles = iter(self._single)
        further: list[tuple[float, Made]] = []  # changes that alone get further, and how far
        resembling: list[Made] = []
        some: list[Made] = []
        for share in SHARES:
            before = len(some)
            for made in islice(singles, MAX_SINGLE):
                some.append(made)
                reach = self._reach(self._code, (made,))
                if reach == RIGHT:
                    return self._likeliest(made, singles)
                if reach > base:
                    further.append((reach, made))
                if self._versions.resembles_a_mistake():
                    resembling.append(made)
                left = self._versions.slips_left() if made[1].far <= 1 else ()
                if left and left not in self._slips.values():
                    self._slips[made] = left
                if self._versions.exchanges > share * MAX_EXCHANGES:
                    break
            if self._versions.right_by_chance:
                continue
            slips = [made for made in some[before:] if made in self._slips]
            slips.sort(key=lambda made: made[1].kind in REPLACING)
            for code, second, pair in self._after_slips(slips[:SLIPS]):
                if self._reach(code, (second,)) == RIGHT:
                    return self._of_two(pair, singles)
            if share == SHARES[0]:
                continue
            leaving = self._leaving_a_mistake(resembling[:RESEMBLING])
            for code, second, pair in self._after_mistakes(leaving):
                if self._reach(code, (second,)) == RIGHT:
                    return self._of_two(pair, singles)
            promising = [made for made, _ in leaving]
            promising += [made for made in some if exchanges_results(made)][:EXCHANGED]
            promising += best(further)[: PROMISING // 2]
            promising += self._turning_right([made for made in some if made[1].far <= 1][:GUIDED])
            pairs = self._after(list(dict.fromkeys(promising))[:PROMISING])
            for code, second, pair in islice(pairs, MAX_GUIDED):
                if self._reach(code, (second,)) == RIGHT:
                    return self._of_two(pair, singles)
            further, resembling, some = [], [], []
        if self._versions.right_by_chance:
            return None
        for pair in self._likely():
            if self._reach(self._code, pair) == RIGHT:
                return Found(in_order(pair))
        return None

    def _likeliest(self, first: Made, singles: Iterator[Made]) -> Found:
        """Return the likeliest of the single changes that make the answer right, of which ``first`` is known.

        Where a branch is wrong as a whole, many changes of its condition do, and what it does is likelier wrong.
        """
        branch: Made | None = None
        inside: list[Made] = []
        without: list[Made] = []
        with suppress(Spent):
            for made in chain([first], islice(singles, OTHERS)):
                if made is first or self._reach(self._code, (made,)) == RIGHT:
                    around = self._branch(made)
                    branch = branch or around
                    if around is None:
                        (without if made[1].kind == "statement" else inside).append(made)
        found = min(inside, key=_likelihood) if inside else branch or first
        # Whatever else in such a line makes the answer right only hides what should not be there at all.
        needless = [made for made in without if made[1].line == found[1].line]
        needless += [made for made in inside if made[1].kind == "unwrapped" and made[1].overlaps(found[1])]
        if needless and found[1].kind in HIDING:
            found = needless[0]
        return Found((found,), elsewhere=len({made[1].line for made in inside}) > 1)

    def _of_two(self, pair: tuple[Made, Made], singles: Iterator[Made]) -> Found:
        """Return two changes that make the answer right, or a single one in their lines that does, not tried so far."""
        lines = {change.line for _, change in pair}
        with suppress(Spent):
            for made in singles:
                if made[1].line in lines and self._reach(self._code, (made,)) == RIGHT:
                    return self._likeliest(made, singles)
        return Found(in_order(self._plainest(self._likelier(self._without_a_line(pair)))))

    def _branch(self, made: Made) -> Made | None:
        """Return the branch of which a change concerns the condition, if always to take it, or never, does as well."""
        definition, change = made
        for _, other in (each for each in self._single if each[0] is definition and each[1].decides):
            if other.overlaps(change) and self._reach(self._code, ((definition, other),)) == RIGHT:
                return definition, replace(other, kind="branch")
        return None

    def _without_a_line(self, pair: tuple[Made, Made]) -> tuple[Made, Made]:
        """Return two changes, of which one takes a line away if the one in this line does no more than hide it."""
        for (_, hiding), (_, other) in (pair, pair[::-1]):

            def keeps_the_other(_: Change, second: Change, other: Change = other) -> bool:
                return (second.kind, second.line) == (other.kind, other.line)

            lines = [each for each in self._single if (each[1].kind, each[1].line) == ("statement", hiding.line)]
            if hiding.kind in HIDING and (found := self._pair_of(lines, keeps_the_other)):
                return found
        return pair

    def _likelier(self, pair: tuple[Made, Made]) -> tuple[Made, Made]:
        """Return two changes of which none is of a kind that hits by chance, if one of a pair is and there are such."""
        for (_, kept), (_, chance) in (pair, pair[::-1]):
            if chance.kind in BY_CHANCE and kept.kind not in BY_CHANCE:
                same = [made for made in self._single if does_as(made[1], kept)][:1]  # as it is before any other change
                likely = self._pair_of(same, lambda _, second: second.kind not in BY_CHANCE and second.far <= 1, OTHERS)
                return likely or pair
        return pair

    def _plainest(self, pair: tuple[Made, Made]) -> tuple[Made, Made]:
        """Return two changes of the same kinds as a pair that does, which exchange a sign or word, if there are such.

        A sign that is put before a value does what one does that is exchanged further below.
        """
        first, second = (change for _, change in pair)
        if first.far == second.far == 0:  # nothing is plainer
            return pair
        alike = [made for made in self._single if made[1].kind == first.kind and made[1].far <= first.far]

        def suits(one: Change, other: Change) -> bool:
            return other.kind == second.kind and one.far + other.far < first.far + second.far

        return self._pair_of(alike, suits, OTHERS) or pair

    def _pair_of(
        self, firsts: list[Made], suits: Callable[[Change, Change], bool], most: int | None = None
    ) -> tuple[Made, Made] | None:
        """Return the first two changes that suit and make the answer right; at most so many that suit are tried."""
        pairs = (each for first in firsts for each in self._seconds_after(first))
        suiting = ((code, made, both) for code, made, both in pairs if suits(both[0][1], both[1][1]))
        with suppress(Spent):
            for code, made, both in islice(suiting, most):
                if self._reach(code, (made,)) == RIGHT:
                    return both
        return None

    def _leaving_a_mistake(self, resembling: list[Made]) -> list[tuple[Made, Mistake]]:
        """Return the changes that leave a known mistake, which is that, and note one that turns values right."""
        leaving = []
        for made in resembling:
            mistake, better = self._versions.left_by(source(self._code, (made,)), source(self._code))
            if mistake is not None:
                leaving.append((made, mistake))
                if better and self._rest is None and made[1].far <= 1 and keeps(made):
                    self._rest = Found((made,), mistake)
        return leaving

    def _turning_right(self, some: list[Made]) -> list[Made]:
        """Return the changes after which more of what the probes ask is right than before, the best first."""
        before = self._versions.share_right(source(self._code))
        found = []
        for made in some:
            self._count()
            if self._versions.exchanges > GUIDE * MAX_EXCHANGES:
                break
            share = self._versions.share_right(source(self._code, (made,)))
            if share > before:
                found.append((share, made))
        return best(found)

    def _after(self, firsts: list[Made]) -> Iterator[_Pair]:
        """Yield each first change with any second one: the code after the first, the second, and both."""
        seconds = [self._seconds_after(first) for first in firsts]
        for place in range(max(map(len, seconds), default=0)):
            yield from (each[place] for each in seconds if place < len(each))

    def _after_slips(self, firsts: list[Made]) -> list[_Pair]:
        """Return those two changes of which the second is most like what the slips after the first have lost."""
        right = {first: [(slip.kind, tokens(slip.right)) for slip in self._slips[first][:ALIKE]] for first in firsts}
        return self._likeliest_after(firsts, lambda first, second: likeness(second[1], right[first]))

    def _after_mistakes(self, leaving: list[tuple[Made, Mistake]]) -> list[_Pair]:
        """Return those two changes of which the second puts there what the mistake that the first leaves has lost."""
        lost = {made: self._versions.lost_by(mistake) for made, mistake in leaving}
        return self._likeliest_after([*lost], lambda first, second: brings(second, lost[first]))

    def _likeliest_after(self, firsts: list[Made], likely: Callable[[Made, Made], float]) -> list[_Pair]:
        """Return those two changes of which the second is likely after the first."""
        found = []
        for first in firsts:
            less = 0.5 if first[1].kind in REPLACING else 0.0
            found += [(likely(first, each[1]) - less, each) for each in self._seconds_after(first)]
        found.sort(key=lambda each: -each[0])
        return [each for _, each in found[:MAX_SLIPS]]

    def _seconds_after(self, first: Made) -> list[_Pair]:
        self._look_at_the_time()
        definition, change = first
        after = definition.changed(change)
        if after is None:
            return []
        code = [after if each is definition else each for each in self._code]
        found = []
        accidents = self._versions.many_are_right  # then two changes hit one by chance
        for made in sorted(
            (made for made in self._changes(code) if not accidents or made[1].far <= 1 >= change.far),
            key=lambda made: (made[1].far, made[1].kind != change.kind),
        ):
            second = made
            if exchange(first, made):
                continue
            if made[0] is after:
                if is_tuned(change, made[1]):
                    continue
                second = definition, replace(made[1], line=line_before(definition, after, made[1].line, change.line))
            found.append((code, made, (first, second)))
        return found

    def _likely(self) -> Iterator[tuple[Made, Made]]:
        """Yield two of the likeliest changes at once."""
        count: Counter[tuple[str, int]] = Counter()
        likely = []
        for made in self._single:
            count[made[1].kind, made[1].far] += 1
            if count[made[1].kind, made[1].far] <= LIKELY and made[1].far <= 1:
                likely.append(made)
        for places in sorted(combinations(range(len(likely)), 2), key=sum):
            first, second = (likely[place] for place in places)
            if not exchange(first, second) and (first[0] is not second[0] or not first[1].overlaps(second[1])):
                yield first, second

    def _changes(self, code: list[Definition]) -> list[Made]:
        """Return the single changes of all definitions, the likeliest first.

        A division by zero raises nothing where a number is NumPy's, so to make it so is no repair of it.
        """
        found = [(each, change) for each in code for change in changes(each, self._versions.words)]
        if self._fails_by == "raised:ZeroDivisionError":
            found = [made for made in found if made[1].kind not in AROUND]
        kept_first = KEPT if self._fails_by == "changed_argument" else set()
        return sorted(found, key=lambda made: (made[1].kind not in kept_first, made[1].far, code.index(made[0]) > 0))

    def _reach(self, code: list[Definition], made: tuple[Made, ...]) -> float:
        """Return how far a version gets. One that is right by luck, or adds something to itself, gets nowhere."""
        self._count()
        version = source(code, made)
        reach = self._versions.reach(version)
        by_luck = reach == RIGHT and (doubles(source(self._code), version) or not self._versions.holds(version))
        return 0.0 if by_luck else reach

    def _count(self) -> None:
        """Count a version. Raises ``Spent`` where no more can be tried."""
        self.tried += 1
        if self.tried > MAX_TRIED or self._versions.exchanges > MAX_EXCHANGES:
            raise Spent
        self._look_at_the_time()

    def _look_at_the_time(self) -> None:
        """Raise ``Spent`` where the processor time is used up."""
        used = time.thread_time() - self._start
        if time.monotonic() - self._looked > LOOK:
            used += self._versions.used() - self._before
            self._looked = time.monotonic()
        if used > self._seconds:
            raise Spent


def _likelihood(made: Made) -> int:
    """Return a small number for a likely change.

    Brackets are forgotten oftener than factors, and nobody leaves an array out who only has whole numbers in it.
    """
    kind = made[1].kind
    return 0 if kind in ("whole_numbers", "lost_brackets") else 2 if kind in BY_CHANCE and kind != "number" else 1
