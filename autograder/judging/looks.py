"""Look at one answer in more than one world: at its own test cell, at the end, with what it calls as that was.

Each look is a judgement of its own; the best counts, and a remark says where it came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from autograder.exercise import Exercise
from autograder.exercises import exercises as all_exercises
from autograder.judging.judge import judge, zero
from autograder.judging.verdict import Remark, Verdict
from autograder.sandbox import Ended, Fork, RemoteValue, Session, StandIn, TooSlow
from course.letters import Odd, describe, look_alike

if TYPE_CHECKING:
    from autograder.judging.grade import Cell


class Looks:
    """Looks at one answer in more than one world; the best counts."""

    def __init__(
        self, exercise: Exercise, seed: int, cells: Sequence[Cell], seconds: float, verdicts: dict[str, Verdict],
        kept: dict[str, RemoteValue | None], lang: str, session: Session,
    ) -> None:  # fmt: skip
        self._lang, self._session, self._used = lang, session, session.spent
        self._exercise, self._seed, self._cells, self._seconds = exercise, seed, cells, seconds
        self._others = {name for cell in cells for name in (*cell.answers, cell.tests)} - {exercise.name, ""}
        order = list(all_exercises())
        earlier = order[: order.index(exercise.name)] if exercise.name in order else []
        # What comes before it and has its verdict: it may call that.
        self._states = {name: verdicts[name].state for name in earlier if name in verdicts}
        self._kept = kept
        self._calls = 0.0  # seconds that calls of the answer have used, all looks together

    @property
    def spent(self) -> float:
        """The seconds that all looks together have used."""
        return self._calls + self._requests

    @property
    def _requests(self) -> float:
        """The seconds that requests which are no calls have used."""
        return self._session.spent - self._used

    def _left(self) -> float:
        """Return the seconds that requests which are no calls may still use, all looks together."""
        return max(self._seconds - self._requests, 0.0)

    def called(self, world: Fork | None) -> list[str] | None:
        """Return the earlier exercises that the answer calls, or None if its world is no more."""
        if world is None:
            return []
        earlier = [name for name, state in self._states.items() if state != "review"]
        try:
            return world.uses(self._exercise.name, earlier, self._left())
        except (Ended, TooSlow):
            return None

    def best(self, world: Fork | None, called: list[str] | None) -> Verdict:
        """Judge the answer as things stood at its test cell, and if need be at the end of the notebook.

        Where the answer calls earlier exercises, the last look is with these as they were at their own test cells, or
        with right ones in their place.
        """
        world = world if called is not None else None
        spare = self._copy(world) if world is not None and called else None
        verdict = self._look(world) if world is not None else None
        if verdict is None:  # the process could not be copied
            verdict = self._look(self._session)
        elif world is not None and verdict.state != "correct" and self._may_differ(world):
            for below in self._below():
                if _better(below, verdict):
                    how = None if below.is_partly else below.remark
                    verdict = replace(below, remark=how or Remark("judged_at_end"))
        if verdict.state != "correct" and spare is not None and spare.alive:
            carried = self._carried(spare, called or [])
            if carried is not None and _better(carried, verdict):
                verdict = carried
        for copy in (world, spare):
            if copy is not None:
                copy.close()
        return verdict

    def _below(self) -> Iterator[Verdict]:
        """Judge what the name stands for at the end, then what it stood for at its test cell, there too."""
        verdict = self._look(self._session)
        yield verdict
        kept = self._kept.get(self._exercise.name)
        if verdict.state != "correct" and kept is not None and self._session.alive:
            yield judge(self._exercise, kept, self._seed, self._others)

    def _look(self, session: Session) -> Verdict:
        """Judge what the name stands for in ``session`` now."""
        remark = None
        try:
            answer = session.keep(self._exercise.name, self._seconds, self._left())
            if answer is None:
                odd = self._look_alike()
                answer = session.keep(odd.written, self._seconds, self._left()) if odd else None
                remark = Remark("look_alike", {"detail": describe(odd, self._lang)}) if odd and answer else None
        except (Ended, TooSlow) as end:
            return zero(self._exercise, "error", f"ended:{end.reason if isinstance(end, Ended) else 'too_slow'}")
        verdict = judge(self._exercise, answer, self._seed, self._others)
        self._calls += answer.spent() if answer is not None else 0.0
        return replace(verdict, remark=remark or verdict.remark)

    def _look_alike(self) -> Odd | None:
        """Return the name in the notebook that only looks like the exercise's."""
        found = (look_alike(self._exercise.name, cell.source) for cell in self._cells)
        return next((odd for odd in found if odd), None)

    def _may_differ(self, world: Fork) -> bool:
        """Whether the answer may do better at the end of the notebook than at its test cell."""
        if not self._session.alive:
            return False
        try:
            return self._session.moved(world, self._exercise.name, self._left())
        except (Ended, TooSlow):
            return False

    def _carried(self, world: Fork, called: list[str]) -> Verdict | None:
        """Judge the answer with what it calls as that was when it was right, or else with a right version of it."""
        wrong = [name for name in called if self._states[name] != "correct"]
        try:
            for name in called:
                own = self._kept.get(name)
                if name in wrong:
                    world.replace(name, StandIn(all_exercises()[name].reference), self._left())
                elif own is not None:
                    world.replace(name, own, self._left())
        except (Ended, TooSlow):
            return None
        verdict = self._look(world)
        remark = Remark("carried_forward", {"names": ", ".join(wrong)}) if wrong else Remark(
            "as_checked", {"names": ", ".join(called)})  # fmt: skip
        return replace(verdict, remark=remark)

    def _copy(self, world: Fork) -> Fork | None:
        try:
            return world.fork(self._left())
        except (Ended, TooSlow):
            return None


def _better(one: Verdict, other: Verdict) -> bool:
    return one.score is not None and (other.score is None or one.score > other.score)
