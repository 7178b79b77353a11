"""Find the smallest change of a learner's own code that makes a wrong answer right.

Where no misconception explains an answer, its single changes (``autograder.changes``) are tried one by one, the
likeliest first, then two at once. A change counts when the changed answer passes every hidden probe, so what is said
of it is true. Changed code runs in the sandbox alone, in a session of its own after all points are given.
"""

from __future__ import annotations

import ast
import logging
import time
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import combinations, islice
from typing import TYPE_CHECKING

from autograder.changes import Change, Definition, changes, definitions
from autograder.exercises import exercises
from autograder.sandbox import Ended, NotContained, Raised, Sandbox, TooSlow, Undecided
from autograder.verdict import Repair, Verdict
from autograder.versions import COPIES, RIGHT, Spent, Versions
from course.language import LANGUAGES, text

if TYPE_CHECKING:
    from autograder.grade import Cell, Times

log = logging.getLogger(__name__)

MAX_TRIED = 1500  # versions of an answer
MAX_PAIRS = 600  # of those, with two changes
LIKELY = 4  # changes of each kind that are tried in pairs when none gets any further alone
PROMISING = 4  # changes that get further alone, for which a second one is looked for
MAX_HELPERS = 5  # functions that an answer calls, in which a change is looked for too
SHOWN = 100  # characters of a line

Made = tuple[Definition, Change]


def repairs(
    sandbox: Sandbox, cells: Sequence[Cell], wrong: Mapping[str, Verdict], seeds: Mapping[str, int],
    others: Container[str], lang: str, times: Times,
) -> dict[str, Verdict]:  # fmt: skip
    """Return, by exercise, those of the ``wrong`` verdicts that a change of the learner's code explains.

    Points and states stay as they are. What goes wrong here costs nobody more than the explanation.
    """
    explained: dict[str, Verdict] = {}
    try:
        with sandbox.session(lang, COPIES * len(wrong)) as session:
            for place, cell in enumerate(cells):
                name = cell.tests
                if not name:
                    session.run_cell(cell.source, times.cell, "ModuleNotFoundError", cell.answers if cell.stub else ())
                elif name in wrong:
                    code = _code(cells[:place], name)
                    stand_ins = _stand_ins(wrong[name])
                    with closing(Versions(exercises()[name], seeds[name], session, others, stand_ins)) as versions:
                        search = _Search(versions, code, times.repair)
                        made = search.found() if code else ()
                    if made:
                        explained[name] = _explained(wrong[name], made, search.tried, code[0])
    except (Ended, TooSlow, Undecided, Raised):
        pass  # a session that has ended, or a computer that is too busy: the verdicts stay as they are
    except NotContained:
        raise
    except Exception:
        log.exception("no repair was found, because looking for one failed")
    return explained


def _stand_ins(verdict: Verdict) -> list[str]:
    """Return the earlier exercises of which a right version stood in when the answer was judged."""
    carried = verdict.remark is not None and verdict.remark.name == "carried_forward"
    return [name for name in verdict.remark.values["names"].split(", ") if name in exercises()] if carried else []


def _code(cells: Sequence[Cell], name: str) -> list[Definition]:
    """Return what defines an answer last, and the functions of the learner's that it uses, nearest first."""
    known: dict[str, Definition] = {}
    for cell in cells:
        source = "\n".join(_plain(line) for line in cell.source.split("\n"))
        for definition in definitions(source):
            known |= dict.fromkeys(definition.names, definition)
    if name not in known:
        return []
    found = [known[name]]
    for definition in found:  # it grows
        for node in ast.walk(definition.node):
            other = known.get(node.id) if isinstance(node, ast.Name) else None
            if other is not None and other not in found and len(found) <= MAX_HELPERS:
                found.append(other)
    return found


def _plain(line: str) -> str:
    """Make a comment of a line that only a notebook understands."""
    return f"#{line[1:]}" if line.startswith(("%", "!")) else line


def _explained(verdict: Verdict, made: tuple[Made, ...], tried: int, own: Definition) -> Verdict:
    kinds = tuple(change.kind for _, change in made)
    hint = {}
    for lang in LANGUAGES:
        names = [text(f"repair.kind.{kind}", lang) for kind in dict.fromkeys(kinds)]
        what = text("repair.one" if len(made) == 1 else "repair.two", lang, kinds=text("repair.and", lang).join(names))
        where = [text("repair.where", lang, line=change.line, code=each.line(change.line)[:SHOWN]) for each, change in made]
        elsewhere = [each.names[0] for each, _ in made if each.node is not own.node]
        if elsewhere:
            where.append(text("repair.elsewhere", lang, name=elsewhere[0]))
        hint[lang] = (what, " ".join(dict.fromkeys(where)))
    repair = Repair(kinds, tuple(change.line for _, change in made), tried)
    return replace(verdict, diagnosis=f"repair:{'+'.join(sorted(set(kinds)))}", hint=hint, repair=repair)


class _Search:
    """Looks for the smallest change of one answer."""

    def __init__(self, versions: Versions, code: list[Definition], seconds: float) -> None:
        self._versions, self._code, self._seconds = versions, code, seconds
        self._start, self._before = time.thread_time(), versions.used()
        self.tried = 0

    def found(self) -> tuple[Made, ...]:
        """Return the first change, or two, with which the answer is right; nothing where there is none."""
        try:
            return self._found()
        except Spent:
            return ()

    def _found(self) -> tuple[Made, ...]:
        base = self._versions.sort(self._source(()))
        if base == RIGHT:  # it is right here: there is nothing to explain
            return ()
        single = sorted(
            ((definition, change) for definition in self._code for change in changes(definition)),
            key=lambda made: (made[1].far, self._code.index(made[0]) > 0),
        )
        further: list[tuple[float, Made]] = []
        for made in single[: MAX_TRIED - MAX_PAIRS]:
            reach = self._reach((made,))
            if reach == RIGHT:
                return (made,)
            if reach > base:
                further.append((reach, made))
        further.sort(key=lambda each: -each[0])
        for pair in islice(self._pairs([made for _, made in further], single), MAX_TRIED - self.tried):
            if self._reach(pair) == RIGHT:
                return tuple(sorted(pair, key=lambda made: made[1].line))
        return ()

    def _pairs(self, further: list[Made], single: list[Made]) -> Iterator[tuple[Made, Made]]:
        """Yield two changes at once: those that get further alone with any other, else the likeliest with each other."""
        if further:
            pairs = ((first, second) for second in single for first in further[:PROMISING])
        else:
            count: Counter[str] = Counter()
            likely = []
            for made in single:
                count[made[1].kind] += 1
                if count[made[1].kind] <= LIKELY and made[1].far <= 1:
                    likely.append(made)
            places = sorted(combinations(range(len(likely)), 2), key=sum)
            pairs = ((likely[one], likely[other]) for one, other in places)
        for first, second in pairs:
            if first[0] is not second[0] or not first[1].overlaps(second[1]):
                yield first, second

    def _reach(self, made: tuple[Made, ...]) -> float:
        self.tried += 1
        if self.tried % 20 == 0:
            used = time.thread_time() - self._start + self._versions.used() - self._before
            if used > self._seconds:
                raise Spent
        return self._versions.reach(self._source(made))

    def _source(self, made: tuple[Made, ...]) -> str:
        return "".join(
            definition.source(*(change for each, change in made if each is definition))
            for definition in reversed(self._code)
        )
