"""Try many versions of an answer, quickly: each is defined in a copy of a learner's process and asked the probes.

A version is dropped at the first call that shows it to be wrong.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Container, Sequence
from typing import Any

import numpy as np

from autograder.exercise import Exercise, Mistake, answer_source
from autograder.exercises import exercises
from autograder.judging.editing import Words
from autograder.judging.judge import TELLING, TOO_SLOW, diagnose, not_round, same_value, wrong
from autograder.judging.made_changes import tokens
from autograder.judging.observe import Run, run
from autograder.judging.right_answers import calls_decide, words_of_right_answers
from autograder.judging.slips import SLIPS, Slip, Slipped, slips
from autograder.judging.telling_values import in_proportion, is_chosen, is_telling, parts_beside
from autograder.sandbox import Ended, Fork, Raised, RemoteValue, Session, StandIn, TooSlow

RIGHT = float("inf")  # how far a version gets that passes every probe
# Exchanges with the learner's process: what decides, the same on any computer, how long is searched. Of the answers
# with two mistakes in tests/bank (units 00 to 02) that changes repair, half are after 470, nine in ten after 630, the
# last after 1300. A version that asks as much itself is too slow.
MAX_EXCHANGES = 2000
COPIES = 3  # of the process: one that a version has ended is replaced
HANG = 0.3  # seconds after which a version is taken to hang
AS_LONG, LONGEST = 2, 2.0  # times as long as the answer itself a version may take, and seconds at most
SLOW = 0.5  # seconds, of which a probe that takes more is asked after the others
MAX_HANGS = 4
LOOKED_AT = 4  # probes
CONFIRMED = 2  # other seeds, with which a change that makes the answer right must do so
SLIP_LINES = 20_000  # of Python that one of them may run
ALL_LINES = 300_000  # that they all may run
COMPARED = 24  # of them, by which probes are compared: which of them tells more of them apart
TELLING_APART = 0.8  # of the most, at least, that a probe tells apart which is asked first


class Spent(Exception):
    """No more versions can be tried: too many have hung or ended their process."""


class Versions:
    """Tries versions of one answer. ``stand_ins`` are exercises that a right version stands in for."""

    def __init__(
        self, exercise: Exercise, seed: int, session: Session, others: Container[str] = (),
        stand_ins: Sequence[str] = (), copies: int = COPIES, hangs: int = MAX_HANGS, hang: float = HANG,
    ) -> None:  # fmt: skip
        self._exercise, self._seed, self._session = exercise, seed, session
        self._others, self._stand_ins = others, stand_ins
        self._due = [run(probe, exercise.reference, seed, number) for number, probe in enumerate(exercise.probes)]
        self._early = calls_decide(exercise.name)
        self._mistakes = [mistake for mistake in exercise.mistakes if not mistake.never_ends]
        self._made: dict[tuple[str, int], Run] = {}  # what the known mistakes do, as far as it was asked for
        self._unchanged: dict[str, list[Run]] = {}  # what versions do that others are compared with
        self._slipped: dict[tuple[int, int], Slipped] = {}  # what right answers with a slip do
        self._lines_left = ALL_LINES
        self._first: dict[int, Run] = {}  # what the answer itself did
        self._last: tuple[int, Run] | None = None  # the probe that the last version did not pass, and what it did
        self._order = list(range(len(exercise.probes)))
        self._copies, self._hangs, self._hang, self._before, self._apart = copies, hangs, hang, 0, 0
        self._due_elsewhere: dict[tuple[int, int], Run] = {}  # what is due with other seeds
        self._world: Fork | None = None

    def close(self) -> None:
        """Let go of the copy of the process."""
        if self._world is not None:
            self._world.close()

    @property
    def words(self) -> Words:
        """What right answers are made of."""
        return words_of_right_answers(self._exercise.name)

    @property
    def many_are_right(self) -> bool:
        """Whether there are many right values, so that none is compared."""
        return not any(due.calls for due in self._due)

    @property
    def right_by_chance(self) -> bool:
        """Whether all right values are truth values: of two changes at once, some hit them all by chance."""
        values = [value for due in self._due for value in due.calls]
        return bool(values) and all(isinstance(value, bool | np.bool_) for value in values)

    @property
    def exchanges(self) -> int:
        """How often judge and learner's process have talked, but for what was asked with other seeds."""
        return self._before - self._apart + (self._world.exchanges if self._world is not None else 0)

    def used(self) -> float:
        """Return the processor time that the learner's processes have used so far."""
        with contextlib.suppress(Exception):  # it has ended: then it uses no more
            return self._session.reading().ran
        return 0.0

    def sort(self, source: str, hangs: bool = False) -> float:
        """Ask the probes that a version fails first from now on, the shortest of them at the head; return its reach.

        Short is what takes few exchanges: those are the same on any computer, and seconds are not; but what takes long
        comes last. The version may use the time that an answer has, unless it is known that it ``hangs``; those that
        are tried after it, twice what it needed, if that is more than a moment. Raises ``Spent`` if it is too slow for
        others to be tried.
        """
        answer = self._answer(source, self._hang if hangs else self._exercise.seconds)
        runs, length, slow, spent = {}, {}, {}, 0.0
        for number in self._order:
            before = self.exchanges
            runs[number] = self._run(number, answer)
            length[number] = self.exchanges - before
            slow[number], spent = int((runs[number].spent - spent) / SLOW), runs[number].spent
            if runs[number].failure in TOO_SLOW and not hangs:
                raise Spent
        self._first = runs
        if not hangs:
            self._hang = max(self._hang, min(AS_LONG * spent, LONGEST))
        telling = {number: 0 if self._right(number, runs[number]) else self._told_apart(number) for number in runs}
        most = max(telling.values())
        vague = {number: telling[number] < TELLING_APART * most for number in runs}
        right = {number: self._right(number, runs[number]) for number in runs}
        self._order.sort(key=lambda number: (right[number], slow[number], vague[number], length[number]))
        return self._reach(runs)

    def reach(self, source: str) -> float:
        """Return how many probes a version passes before it fails one, and what part of that one; RIGHT for all.

        Raises ``Spent``.
        """
        answer = self._answer(source)
        runs: dict[int, Run] = {}
        self._last = None
        for number in self._order:
            runs[number] = self._run(number, answer)
            if not self._right(number, runs[number]):
                self._last = number, runs[number]
                break
        return self._reach(runs)

    def holds(self, source: str) -> bool:
        """Whether a version that passes every probe does so with other seeds, too. Raises ``Spent``."""
        before, answer = self.exchanges, self._answer(source, self._exercise.seconds, CONFIRMED)
        try:
            return answer is not None and all(
                not wrong(self._due_with(seed, number), seen, self._exercise) and not seen.changed
                for seed in range(self._seed + 1, self._seed + 1 + CONFIRMED)
                for number, probe in enumerate(self._exercise.probes)
                for seen in [run(probe, answer, seed, number, self._others)]
            )
        finally:
            self._apart += self.exchanges - before

    def _due_with(self, seed: int, number: int) -> Run:
        if (seed, number) not in self._due_elsewhere:
            exercise = self._exercise
            self._due_elsewhere[seed, number] = run(exercise.probes[number], exercise.reference, seed, number)
        return self._due_elsewhere[seed, number]

    def resembles_a_mistake(self) -> bool:
        """Whether the version that was asked last did, as far as it got, what a known mistake does.

        That nobody does by chance: its last value is no round number.
        """
        number, did = self._did_last(not_round)
        return bool(did) and any(self._begins(self._mistaken(each, number).calls, did) for each in self._mistakes)

    def slips_left(self) -> tuple[Slip, ...]:
        """Return the slips that make of a right answer what the version that was asked last is.

        That is, what it did as far as it got, which must be something else than the answer did before the change.
        """
        number, did = self._did_last(is_telling)
        last, before = len(did) - 1, self._first.get(number, Run()).calls
        if not did or last < len(before) and self._same(did[last], before[last]):
            return ()
        return tuple(slip for slip, calls in self._slips(number, last).near(did[last]) if self._begins(calls, did))

    def _did_last(self, tells: Callable[[Any], bool]) -> tuple[int, list[Any]]:
        """Return the probe that the last version did not pass, and its calls; none unless the last value tells much."""
        if self._last is None:
            return 0, []
        number, seen = self._last
        came = seen.failure in ("", "differs") and seen.calls and tells(seen.calls[-1])
        return number, seen.calls if came else []

    def _begins(self, calls: list[Any], did: list[Any]) -> bool:
        """Whether calls begin as a version's did; the last of these is compared first, for it differs most often."""
        return len(calls) >= len(did) and all(self._same(did[n], calls[n]) for n in range(len(did) - 1, -1, -1))

    def _told_apart(self, number: int) -> int:
        """Return how many different values some slips give where the answer first gives a wrong one in a probe."""
        last = self._first_wrong(number, self._first[number])
        different: list[Any] = []
        for _, calls in self._with_a_slip(number, last, slips(self._exercise.name)[:: SLIPS // COMPARED]):
            if not any(self._same(calls[last], other) for other in different):
                different.append(calls[last])
        return len(different)

    def _first_wrong(self, number: int, seen: Run) -> int:
        pairs = zip(seen.calls, self._due[number].calls, strict=False)
        return next((n for n, pair in enumerate(pairs) if not self._same(*pair)), len(seen.calls))

    def _slips(self, number: int, last: int) -> Slipped:
        """Return the right answers with a slip that give something wrong in this call of a probe, and their calls."""
        if (number, last) not in self._slipped:
            made = self._with_a_slip(number, last, slips(self._exercise.name))
            self._slipped[number, last] = Slipped(made, last, self._exercise)
        return self._slipped[number, last]

    def _with_a_slip(self, number: int, last: int, some: Sequence[Slip]) -> list[tuple[Slip, list[Any]]]:
        probe, due = self._exercise.probes[number], self._due[number].calls
        found = []
        for slip in some if last < len(due) else ():
            steps = min(SLIP_LINES, self._lines_left)
            made = run(probe, slip.function, self._seed, number, steps=max(steps, 1), until=lambda got: len(got) > last)
            self._lines_left -= made.lines
            came = made.failure in ("", "differs") and len(made.calls) > last
            with contextlib.suppress(RecursionError):  # a list that holds itself
                if came and not self._same(made.calls[last], due[last]):
                    found.append((slip, made.calls))
        return found

    def left_by(self, changed: str, source: str) -> tuple[Mistake | None, bool]:
        """Return the known mistake that does all that a ``changed`` version does, and whether the change is a repair.

        It is one if values of the version ``source`` turn right that nobody gets right by chance, and none wrong. One
        that is chosen among those of an argument is hit by chance. Raises ``Spent``.
        """
        runs = self._all_runs(changed)
        mistake = diagnose(self._exercise, runs, self._seed)[0] if runs else None
        if mistake is None:
            return None, False
        if source not in self._unchanged:
            self._unchanged[source] = self._all_runs(source)
        turned = 0
        for before, after, due in zip(self._unchanged[source], runs, self._due, strict=False):
            for *values, asked in zip(before.calls, after.calls, due.calls, due.asked, strict=False):
                tells = not is_chosen(values[-1], asked)
                for old, new, right in parts_beside(*values):
                    was, now = self._same(old, right), self._same(new, right)
                    if was and not now:
                        return mistake, False
                    turned += now and not was and tells and not_round(right)
        return mistake, turned >= TELLING

    def lost_by(self, mistake: Mistake) -> set[str]:
        """Return the words of the reference that are not in the code of a mistake."""
        name = self._exercise.name
        return tokens(answer_source(self._exercise.reference, name)) - tokens(answer_source(mistake.function, name))

    def share_right(self, source: str) -> float:
        """Return how much a version does right of what a few probes ask, the shortest of those that fail first.

        Each is asked as far as the version gets. A result that has parts counts by these; one that is right but for a
        plain factor, such as its sign, counts a half. Raises ``Spent``.
        """
        answer = self._answer(source)
        share = 0.0
        for number in self._order[:LOOKED_AT] if answer is not None else ():
            seen, due = self._run(number, answer), self._due[number].calls
            if self._right(number, seen):
                share += 1
                continue
            for got, right in zip(seen.calls, due, strict=False):
                parts = [self._likeness(one, other) for one, other in parts_beside(got, right)]
                share += sum(parts) / len(parts) / (len(due) + 1)
        return share

    def _likeness(self, got: Any, right: Any) -> float:
        return 1.0 if self._same(got, right) else 0.5 if in_proportion(got, right) else 0.0

    def _all_runs(self, source: str) -> list[Run]:
        """Return what a version does in all probes, none of them cut short; nothing if it cannot be defined."""
        answer = self._answer(source)
        if answer is None:
            return []
        probes = enumerate(self._exercise.probes)
        return [run(probe, answer, self._seed, number, self._others) for number, probe in probes]

    def _mistaken(self, mistake: Mistake, number: int) -> Run:
        known = (mistake.name, number)
        if known not in self._made:
            self._made[known] = run(self._exercise.probes[number], mistake.function, self._seed, number)
        return self._made[known]

    def observe(
        self, source: str, seeds: Sequence[int], seconds: float
    ) -> tuple[RemoteValue | None, list[tuple[Run, Run]]]:
        """Ask a version the probes with other seeds; return it, and what it did and the reference did in each.

        Probes in which right answers differ in their calls are left out. A slow version, which needs more than its
        part of the ``seconds`` for one seed, is not asked with the others. Raises ``Spent``.
        """
        exercise = self._exercise
        answer = self._answer(source, seconds, max(len(seeds), 1))
        pairs = []
        decided = [(number, probe) for number, probe in enumerate(exercise.probes) if self._early[number]]
        if answer is None:
            return None, []
        for seed in seeds:
            for number, probe in decided:
                seen = run(probe, answer, seed, number, self._others)
                pairs.append((seen, run(probe, exercise.reference, seed, number)))
                if seen.failure in TOO_SLOW or seen.failure.startswith("ended"):
                    return None, []
            if answer.spent() > seconds / len(seeds):
                break
        return answer, pairs

    def _reach(self, runs: dict[int, Run]) -> float:
        for passed, number in enumerate(self._order):
            if not self._right(number, runs[number]):
                same, due = self._first_wrong(number, runs[number]), self._due[number].calls
                return passed + min(same / (len(due) + 1), 0.99) - (not runs[number].calls)
        return RIGHT

    def _same(self, one: Any, other: Any) -> bool:
        return same_value(one, other, self._exercise)

    def _run(self, number: int, answer: RemoteValue | None) -> Run:
        if answer is None:
            return Run(failure="undefined")
        due = self._due[number].calls

        def differs(calls: list[Any]) -> bool:
            return len(calls) > len(due) or not self._same(calls[-1], due[len(calls) - 1])

        until = differs if self._early[number] else None
        seen = run(self._exercise.probes[number], answer, self._seed, number, self._others, until=until)
        if seen.failure in TOO_SLOW or seen.failure.startswith("ended"):
            self._hangs -= 1
            if self._hangs < 0:
                raise Spent
        return seen

    def _right(self, number: int, seen: Run) -> bool:
        return not (seen.changed or wrong(self._due[number], seen, self._exercise))

    def _answer(self, source: str, seconds: float = 0.0, times: int = 1) -> RemoteValue | None:
        """Define a version, which is asked all probes so many times; return it, or None where that fails."""
        try:
            return self._here().define(source, self._exercise.name, seconds or self._hang, times * MAX_EXCHANGES)
        except (Raised, TooSlow, Ended):
            return None

    def _here(self) -> Fork:
        """Return a copy of the process that lives."""
        if self._world is None or not self._world.alive:
            self._copies -= 1
            self._before = self.exchanges + self._apart
            self._world = self._session.fork(1.0) if self._copies >= 0 and self._session.alive else None
            if self._world is None:
                raise Spent
            for name in self._stand_ins:
                self._world.replace(name, StandIn(exercises()[name].reference), 1.0)
        return self._world
