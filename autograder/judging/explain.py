"""Explain wrong answers that are no known misconception, after all points are given.

First by the smallest change that makes the answer right, else by what is known of it. Changed code runs in the sandbox
alone, in a session of its own. Points and states stay as they are; what goes wrong here costs the explanation only.
"""

from __future__ import annotations

import ast
import hashlib
import logging
from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from autograder.exercises import exercises
from autograder.judging.definitions import Change, Definition, definitions
from autograder.judging.facts import facts
from autograder.judging.facts_of_examples import mistake_in_the_check
from autograder.judging.judge import TOO_SLOW
from autograder.judging.made_changes import source
from autograder.judging.needs import needs_models
from autograder.judging.repair import BY_CHANCE, KEPT, Found, Search
from autograder.judging.verdict import Repair, Verdict
from autograder.judging.versions import COPIES, Spent, Versions
from autograder.sandbox import Ended, NotContained, Raised, Sandbox, TooSlow, Undecided
from autograder.support.sanitise import line_of_code, one_line
from course.language import LANGUAGES, text

if TYPE_CHECKING:
    from autograder.judging.grade import Cell, Times

log = logging.getLogger(__name__)

PLAIN = {"differs:factor", "differs:sign", "differs:shift_up", "differs:shift_down"}  # how all values differ alike
DOUBTFUL = {*BY_CHANCE, "index", "wrapped"}  # kinds that, of two changes at once, often hit what is right by chance
MAX_HELPERS = 5  # functions that an answer calls, in which a change is looked for too
DRAWN = 3  # times that inputs are drawn for the facts

_Way = Callable[[Versions, Verdict, list[Definition]], Verdict | None]


def explain(
    sandbox: Sandbox, cells: Sequence[Cell], wrong: Mapping[str, Verdict], seeds: Mapping[str, int],
    others: Container[str], lang: str, times: Times,
) -> dict[str, Verdict]:  # fmt: skip
    """Return, by exercise, the ``wrong`` verdicts that could be explained, with their new diagnosis and hint.

    Of a misconception that explains only some of what is wrong nothing stays where one change makes all of it right.
    """

    def repaired(versions: Versions, verdict: Verdict, code: list[Definition]) -> Verdict | None:
        search = Search(versions, code, times.repair, verdict.diagnosis)
        found = search.found()
        if found is None or (verdict.is_partly and (found.rest or len(found.made) > 1)):
            return None
        if verdict.diagnosis == "changed_argument" and not {change.kind for _, change in found.made} & KEPT:
            return None  # it happens to be right, and the argument is what the learner must hear of
        told = _repaired(verdict, found, search.tried, code[0])
        if verdict.diagnosis == "changed_argument" and verdict.hint and told.hint:  # what for, and where it happens
            told = replace(told, hint={lang: _joined(verdict.hint[lang], told.hint[lang]) for lang in LANGUAGES})
        return told if found.rest else _also_named(told, versions, code)

    def _also_named(repaired: Verdict, versions: Versions, code: list[Definition]) -> Verdict:
        """Say as well which known mistake a public example shows: that is plainer than the kind of a change."""
        with suppress(Spent):
            answer, _ = versions.observe(source(code), (), times.repair)
            exercise = exercises()[repaired.exercise]
            if answer is not None and repaired.hint and (shown := mistake_in_the_check(exercise, answer)):
                hint = {lang: (what, f"{where} {shown[1][lang]}") for lang, (what, where) in repaired.hint.items()}
                return replace(repaired, hint=hint)
        return repaired

    def known(versions: Versions, verdict: Verdict, code: list[Definition]) -> Verdict | None:
        if verdict.diagnosis in TOO_SLOW:  # that is what is known
            return None
        words = (f"{seeds[verdict.exercise]} {n}".encode() for n in range(DRAWN))
        fresh = [int.from_bytes(hashlib.sha256(each).digest()[:8], "big") for each in words]
        answer, runs = versions.observe(source(code), fresh, times.repair)
        if answer is None:
            return None
        found = facts(exercises()[verdict.exercise], verdict, runs, answer, code[0].node)
        return replace(verdict, diagnosis=found.word, hint=found.hint) if found else None

    def explained(which: Mapping[str, Verdict], way: _Way) -> dict[str, Verdict]:
        return _explained(sandbox, cells, which, seeds, others, lang, times, way) if which else {}

    repairs = explained(wrong, repaired)
    rest = {
        name: verdict for name, verdict in wrong.items()
        if not verdict.is_partly and (name not in repairs or _is_doubtful(repairs[name]))
    }  # fmt: skip
    # What values of an answer are shown comes from a session of its own, in which nothing hidden has been asked.
    facts_of = explained(rest, known)
    plainer = {name: verdict for name, verdict in facts_of.items() if name not in repairs or verdict.diagnosis in PLAIN}
    return repairs | plainer


def _joined(one: tuple[str, str], other: tuple[str, str]) -> tuple[str, str]:
    """Return two hints as one: what is wrong by the one, and where it is by the other before the rest of the one."""
    return f"{one[0]} {other[0]}", f"{other[1]} {one[1]}"


def _is_doubtful(repaired: Verdict) -> bool:
    """Whether an answer is right with two changes of which one often hits what is right by chance."""
    kinds = repaired.repair.kinds if repaired.repair else ()
    return len(kinds) > 1 and not DOUBTFUL.isdisjoint(kinds)


def _explained(
    sandbox: Sandbox, cells: Sequence[Cell], wrong: Mapping[str, Verdict], seeds: Mapping[str, int],
    others: Container[str], lang: str, times: Times,
    way: _Way,
) -> dict[str, Verdict]:  # fmt: skip
    """Run the cells again, and at each test cell explain in one way."""
    found: dict[str, Verdict] = {}
    models = needs_models(exercises()[name] for name in wrong)
    try:
        with sandbox.session(lang, COPIES * len(wrong), models) as session:
            for place, cell in enumerate(cells):
                verdict = wrong.get(cell.tests)
                if not cell.tests:
                    session.run_cell(cell.source, times.cell, "ModuleNotFoundError", cell.answers if cell.stub else ())
                elif verdict is not None and (code := _code(cells[:place], verdict.exercise)):
                    exercise, stand_ins = exercises()[cell.tests], _stand_ins(verdict)
                    with (
                        closing(Versions(exercise, seeds[cell.tests], session, others, stand_ins)) as versions,
                        suppress(Spent),
                    ):
                        explained = way(versions, verdict, code)
                        if explained is not None:
                            found[cell.tests] = explained
    except (Ended, TooSlow, Undecided, Raised):
        pass  # a session that has ended, or a computer that is too busy: the other verdicts stay as they are
    except NotContained:
        raise
    except Exception:
        log.exception("looking for an explanation failed")
    return found


def _stand_ins(verdict: Verdict) -> list[str]:
    """Return the earlier exercises of which a right version stood in when the answer was judged."""
    remark = verdict.remark
    if remark is None or remark.name != "carried_forward":
        return []
    return [name for name in remark.values["names"].split(", ") if name in exercises()]


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


def _repaired(verdict: Verdict, found: Found, tried: int, own: Definition) -> Verdict:
    made, rest = found.made, found.rest
    kinds = tuple(change.kind for _, change in made)
    told = _told(kinds)
    hint = {}
    for lang in LANGUAGES:
        names = text("repair.and", lang).join(text(f"repair.kind.{kind}", lang) for kind in told)
        place = "repair.one_place" if found.elsewhere else "repair.where"
        where = [
            text(place, lang, line=line, code=line_of_code(each.line(line)))
            for each, change in made for line in _lines(each, change)
        ]  # fmt: skip
        elsewhere = [each.names[0] for each, _ in made if each.node is not own.node]
        if elsewhere:
            where.append(text("repair.elsewhere", lang, name=one_line(elsewhere[0])))
        if rest is None:
            what = text(f"repair.{_count(found, told)}", lang, kinds=names)
        else:
            what = text("repair.rest", lang, kinds=names, rest=rest.hint[lang][0])
            where.append(text("repair.then", lang, rest=rest.hint[lang][1]))
        hint[lang] = (what, " ".join(dict.fromkeys(where)))
    repair = Repair(kinds, tuple(change.line for _, change in made), tried)
    word = f"repair:{'+'.join(sorted(set(kinds)))}"
    remark = None if verdict.is_partly else verdict.remark
    return replace(verdict, diagnosis=f"{word}+{rest.name}" if rest else word, hint=hint, repair=repair, remark=remark)


def _lines(definition: Definition, change: Change) -> list[int]:
    """Return the lines that are shown of a change: all of them where names change places."""
    return definition.lines(change) if change.kind == "names" else [change.line]


def _told(kinds: Sequence[str]) -> list[str]:
    """Return the kinds of change that are said: of two, one that may be right by chance is not, only its line."""
    different = list(dict.fromkeys(kinds))
    if len(different) == 1 or DOUBTFUL.isdisjoint(different):
        return different
    return [kind for kind in different if kind not in DOUBTFUL | {"factor"}]


def _count(found: Found, told: Sequence[str]) -> str:
    """Return the name of the sentence that says how many changes there are."""
    if len(found.made) == 1:
        return "elsewhere_too" if found.elsewhere else "for_example" if told[0] in BY_CHANCE else "one"
    different = len({change.kind for _, change in found.made})
    if different == 1:
        return "alike"
    return "two" if len(told) == different else "one_of_two" if told else "two_somewhere"
