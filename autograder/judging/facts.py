"""Say what is known of a wrong answer that nothing explains: where it fails, on one small example, and how it differs.

The inputs are drawn anew: none of them is a hidden one. Every sentence holds for all that was tried.
"""

from __future__ import annotations

import ast
import contextlib
import copy
import inspect
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np

from autograder.exercise import Exercise, Mistake, answer_source
from autograder.judging.judge import TELLING, Asked, Run, generic_hint, here, not_round, same_value
from autograder.judging.judge import wrong as is_wrong
from autograder.judging.verdict import Verdict
from autograder.sandbox import Ended, Fault, Raised, RemoteValue, TooSlow
from autograder.support.sanitise import one_line
from autograder.worker.codec import Rng
from course import public as _public
from course.difference import parts_of, relation_of
from course.language import LANGUAGES, text

MAX_CALL = 140  # characters of an example, and of a value in it
MAX_ELEMENTS = 8  # of an array in it
TRIES = 5  # calls that are asked again with rounder numbers
PLAIN = (bool, int, float, str, list, tuple, dict, np.number, np.ndarray)  # what nobody takes for a function
MAX_PARTS = 6  # of a result, of which each is looked at
VAGUE = ("shape", "one_short", "one_long", "one_element", "from_index", "wrong", "constant", "zeros")  # of many causes
# Ways to differ from a known mistake that leave it what it is; a shift, say, may take back all that is wrong with it.
SEPARATE = ("sign", "factor", "transposed", "swapped", "reversed", "first_missing", "last_missing", "joined")
MOST_VALUES = 3  # of an argument for which an answer fails, that are listed
OFTEN = 3  # times that an answer must be wrong for a number that it is said to be wrong for
FEW = 6  # calls of both kinds that a rule about inputs must be seen in


@dataclass(frozen=True)
class Facts:
    """What is known, by language: how the values differ or for which inputs, and one example; ``word`` names it."""

    word: str
    hint: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class _Seen:
    """One call of an answer: what it gave, or the name of the exception that it raised, and what was due."""

    asked: Asked
    got: Any
    due: Any
    raised: str = ""


def facts(
    exercise: Exercise, verdict: Verdict, runs: list[tuple[Run, Run]], answer: Callable[..., Any],
    written: ast.stmt | None = None,
) -> Facts | None:  # fmt: skip
    """Return what is known of an answer from ``runs`` of it, each with that of the reference; None if that is nothing.

    ``answer`` is asked once more: the public examples, and some of the calls with rounder numbers. Where that is all
    that is known, the ``verdict`` still says how the answer fails. ``written`` is the learner's code.
    """
    seen = [each for run, due in runs for each in _seen(run, due)]
    seen += [each for asked in _public_calls(exercise) if (each := _asked(exercise, asked, answer)) is not None]
    wrong = [each for each in seen if each.raised or not same_value(each.got, each.due, exercise)]
    right = [each for each in seen if each not in wrong]
    mistake = _where_it_answers(exercise, wrong)
    if mistake is not None:
        return Facts(mistake.name, mistake.hint)
    example = _example(exercise, wrong, answer)
    what = _as_numbers(written, wrong) or _other_kind(runs) or _changes(runs)
    what = what or _relation(right, wrong, exercise) or _no_element(exercise, right, wrong)
    what = what or _in_parts(exercise, seen) or _by_choice(exercise, seen, wrong) or _beside_a_mistake(exercise, seen)
    if what is None and _are_all_seen(exercise, verdict, runs):
        what = _which_inputs(exercise, right, wrong, answer) or _which_elements(exercise, right, wrong)
    what = what or _not_used(exercise, written) or _which_parts(exercise, seen)
    fails = {run.label for run, due in runs if run.calls and is_wrong(due, run, exercise)}  # with these inputs, too
    compared = bool(seen) and not wrong and all(isinstance(each.due, PLAIN) for each in seen)  # objects are not
    if what is None and compared and fails.issuperset(verdict.failed) and verdict.diagnosis == "wrong_value":
        what = "values_right", {lang: text("facts.values_right", lang) for lang in LANGUAGES}
    if what is None and example is None:
        return None
    named = "differs" if verdict.diagnosis == "wrong_value" else verdict.diagnosis
    word, sentences = what or (named, None)
    hint = {}
    for lang in LANGUAGES:
        how, where = (verdict.hint or {})[lang]
        how = text("facts.differs", lang) if word == "differs" else how  # a part of it may be of another kind
        hint[lang] = (sentences[lang] if sentences else how, _shown_as(example, lang) if example else where)
    return Facts(word, hint)


def _asked(exercise: Exercise, asked: Asked, answer: Callable[..., Any]) -> _Seen | None:
    """Ask the answer and the reference; None where one of them cannot be asked that."""
    try:
        due = _ask(exercise.reference, asked)
    except Exception:  # the numbers were rounded, or it should raise
        return None
    try:
        return _Seen(asked, _ask(answer, asked), due)
    except Raised as error:
        return _Seen(asked, None, due, error.kind)
    except (Fault, Ended, TooSlow):
        return None


def _where_it_answers(exercise: Exercise, wrong: list[_Seen]) -> Mistake | None:
    """Return the misconception that all wrong calls do just as, but for those that raise, if there is one."""
    values = [each for each in wrong if not each.raised]
    for mistake in exercise.mistakes:
        if mistake.never_ends or len(values) < TELLING:
            continue
        with contextlib.suppress(Exception):  # whatever a misconception does with a call, it is not the same
            made = [_ask(mistake.function, each.asked) for each in values]
            same = all(same_value(each.got, one, exercise) for each, one in zip(values, made, strict=True))
            if same and sum(map(not_round, made)) >= TELLING:
                return mistake
    return None


def _seen(run: Run, due: Run) -> Iterator[_Seen]:
    """Yield the calls of a probe that the reference was asked just the same."""
    for number, (asked, right) in enumerate(zip(run.asked, due.calls, strict=False)):
        if callable(right):
            continue
        if number < len(run.calls):
            yield _Seen(asked, run.calls[number], right)
        elif run.failure.startswith("raised:"):
            yield _Seen(asked, None, right, run.failure.removeprefix("raised:"))


def _other_kind(runs: list[tuple[Run, Run]]) -> tuple[str, dict[str, str]] | None:
    """Return that no function comes back where one is due, or that one does where none is."""
    pairs = [pair for run, due in runs for pair in zip(run.calls, due.calls, strict=False)]
    for word, one, other in (("no_function", 1, 0), ("a_function", 0, 1)):
        if any(callable(pair[one]) and isinstance(pair[other], PLAIN) for pair in pairs):
            return f"wrong_type:{word}", {lang: text(f"facts.{word}", lang) for lang in LANGUAGES}
    return None


def _function(node: ast.AST | None) -> ast.FunctionDef | None:
    return node if isinstance(node, ast.FunctionDef) else None


def _as_numbers(written: ast.stmt | None, wrong: list[_Seen]) -> tuple[str, dict[str, str]] | None:
    """Return that the answer calculates with a function that it was given, where it should call it."""
    own = _function(written)
    raised = [each for each in wrong if each.raised == "TypeError"]
    if own is None or not raised:
        return None
    given = raised[0].asked.of or raised[0].asked
    pairs = zip((each.arg for each in own.args.args), given.args, strict=False)
    names = [name for name, value in pairs if callable(value)]
    for node in ast.walk(own):
        operands = [node.left, node.right] if isinstance(node, ast.BinOp) else []
        for each in operands:
            if isinstance(each, ast.Name) and each.id in names:
                words = {"name": each.id, "line": each.lineno}
                return "function_as_number", {lang: text("facts.as_number", lang, **words) for lang in LANGUAGES}
    return None


def _not_used(exercise: Exercise, written: ast.stmt | None) -> tuple[str, dict[str, str]] | None:
    """Return that the answer does not use an argument which the reference uses."""
    own = _function(written)
    if own is None:
        return None
    read = [_read(own), _read(ast.parse(answer_source(exercise.reference, exercise.name)))]
    theirs = list(inspect.signature(exercise.reference).parameters)
    for place, name in enumerate(each.arg for each in own.args.args):
        if place < len(theirs) and theirs[place] in read[1] and name not in read[0]:
            return "not_used", {lang: text("facts.not_used", lang, name=name) for lang in LANGUAGES}
    return None


def _read(tree: ast.AST) -> set[str]:
    """Return the names that code reads."""
    return {each.id for each in ast.walk(tree) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}


def _no_element(exercise: Exercise, right: list[_Seen], wrong: list[_Seen]) -> tuple[str, dict[str, str]] | None:
    """Return that something comes back which does not stand in an argument, where one of its elements is due."""
    if len(wrong) < FEW or any(each.raised or each.asked.of for each in wrong):
        return None
    for place, name in enumerate(inspect.signature(exercise.reference).parameters):
        groups = [(_argument(each, place, name), each) for each in (*right, *wrong)]
        if not all(isinstance(group, list | dict | np.ndarray) and len(group) for group, _ in groups):
            continue
        if sum(len(group) > 1 for group, _ in groups) < FEW:
            continue
        if all(_stands_in(each.due, group) for group, each in groups) and not any(
            _stands_in(each.got, group) for group, each in groups if each in wrong
        ):
            return "no_element", {lang: text("facts.no_element", lang, name=name) for lang in LANGUAGES}
    return None


def _stands_in(value: Any, group: Any) -> bool:
    if not isinstance(value, int | float | str | np.number):
        return False
    return any(isinstance(each, int | float | str | np.number) and bool(each == value) for each in group)


def _changes(runs: list[tuple[Run, Run]]) -> tuple[str, dict[str, str]] | None:
    """Return that an argument was changed; whatever else is wrong may come from that."""
    if not any(run.changed for run, _ in runs):
        return None
    hint = generic_hint("changed_argument")
    return "changed_argument", {lang: hint[lang][0] for lang in LANGUAGES}


def _are_all_seen(exercise: Exercise, verdict: Verdict, runs: list[tuple[Run, Run]]) -> bool:
    """Whether all that fails does so in a call that has a value, and not because it is, or is not, refused."""
    shown = set()
    for run, due in runs:
        refused = run.refused[:-1] if run.failure.startswith("raised") else run.refused
        if any(each.raised or not same_value(each.got, each.due, exercise) for each in _seen(run, due)):
            shown.add(run.label)
        if refused != due.refused:
            return False
    return shown.issuperset(verdict.failed)


def _relation(right: list[_Seen], wrong: list[_Seen], exercise: Exercise) -> tuple[str, dict[str, str]] | None:
    """Return how the wrong values differ, and of which that holds if it is not true of all."""
    if not wrong or any(each.raised for each in wrong):
        return None
    where, pairs = "", [(each.due, each.got) for each in wrong]
    finite = [pair for pair in pairs if _is_finite(pair[1])]
    found = relation_of(pairs, exercise.rtol, exercise.atol)
    if found is None and TELLING <= len(finite) < len(pairs):
        where, pairs = "where_finite", finite
        found = relation_of(pairs, exercise.rtol, exercise.atol)
    if found is None:
        return None
    of_all = relation_of([*((each.due, each.got) for each in right), *pairs], exercise.rtol, exercise.atol)
    if of_all is None or of_all.name != found.name:
        if found.name == "opposite":  # as every wrong truth value is
            return None
        where = "where_both" if where else "where_wrong"
    said = {lang: found.sentence(lang) for lang in LANGUAGES}
    if where:
        said = {lang: text(f"facts.{where}", lang, said=said[lang]) for lang in LANGUAGES}
    return f"differs:{found.name}", said


def _in_parts(exercise: Exercise, seen: list[_Seen]) -> tuple[str, dict[str, str]] | None:
    """Return what is wrong with each part of results that always have the same parts, if that can be said of two.

    A part may be another one's right value, do just what a misconception does with it, or differ in one way.
    """
    got, due = [parts_of(each.got) for each in seen], [parts_of(each.due) for each in seen]
    keys = next((each.keys() for each in due if each), ())
    if not 2 <= len(keys) <= MAX_PARTS or any(each is None or each.keys() != keys for each in (*got, *due)):
        return None
    made = [(mistake, _parts_made(mistake, seen)) for mistake in exercise.mistakes if not mistake.never_ends]
    words: list[str] = []
    said: list[dict[str, str]] = []
    for key in keys:
        part = f"[{key!r}]"
        mine, right = ([each[key] for each in values if each] for values in (got, due))

        def does(values: list[Any], mine: list[Any] = mine, right: list[Any] = right) -> bool:
            """Whether a part is what these values are, and that is not by chance."""
            if len(values) != len(mine):
                return False
            alike = all(same_value(*pair, exercise) for pair in zip(mine, values, strict=True))
            return alike and _telling(values, right, exercise) >= TELLING

        if all(same_value(*pair, exercise) for pair in zip(mine, right, strict=True)):
            continue
        others = (other for other in keys if other != key and does([each[other] for each in due if each]))
        other = next(others, None)
        mistakes = (each for each, parts in made if does([one[key] for one in parts if key in one]))
        mistake = next(mistakes, None) if other is None else None
        found = relation_of(zip(right, mine, strict=True), exercise.rtol, exercise.atol)
        if other is not None:
            words.append("exchanged")
            said.append({lang: text("facts.exchanged", lang, one=part, other=f"[{other!r}]") for lang in LANGUAGES})
            continue
        if mistake is not None:
            words.append(mistake.name)
            sentences = {lang: mistake.hint[lang][0] for lang in LANGUAGES}
        elif found is not None and found.name not in VAGUE:
            words.append(found.name)
            sentences = {lang: found.sentence(lang) for lang in LANGUAGES}
        else:
            said.append({lang: text("facts.rest_wrong", lang, part=part) for lang in LANGUAGES})
            continue
        said.append({lang: text("facts.in_part", lang, part=part, said=sentences[lang]) for lang in LANGUAGES})
    if not words:
        return None
    word = f"differs:{'+'.join(sorted(set(words)))}"
    return word, {lang: " ".join(each[lang] for each in said) for lang in LANGUAGES}


def _which_parts(exercise: Exercise, seen: list[_Seen]) -> tuple[str, dict[str, str]] | None:
    """Return which parts of results are always right, where several are not."""
    pairs = [(parts_of(each.got), parts_of(each.due)) for each in seen]
    keys = list(pairs[0][1] or ()) if pairs else []
    if any(got is None or due is None or list(due) != keys or got.keys() != due.keys() for got, due in pairs):
        return None
    values = {key: [(got[key], due[key]) for got, due in pairs if got is not None and due is not None] for key in keys}
    wrong = [key for key in keys if not all(same_value(*pair, exercise) for pair in values[key])]
    right = [key for key in keys if key not in wrong]
    if not right or not wrong or isinstance(seen[0].due, list):
        return None
    words = {"right": ", ".join(f"[{key!r}]" for key in right), "wrong": ", ".join(f"[{key!r}]" for key in wrong)}
    return "differs:parts", {lang: text("facts.parts", lang, **words) for lang in LANGUAGES}


def _telling(values: list[Any], right: list[Any], exercise: Exercise) -> int:
    """Return how many values are wrong in a way that nobody hits by chance: they are no round numbers."""
    pairs = zip(values, right, strict=True)
    return sum(not_round(one) and not same_value(one, other, exercise) for one, other in pairs)


def _parts_made(mistake: Mistake, seen: list[_Seen]) -> list[dict[Any, Any]]:
    """Return the parts of what a misconception does in each call, none where it does not come to an end."""
    with contextlib.suppress(Exception):  # whatever it does, it is not the same
        return [parts_of(_ask(mistake.function, each.asked)) or {} for each in seen]
    return []


def _beside_a_mistake(exercise: Exercise, seen: list[_Seen]) -> tuple[str, dict[str, str]] | None:
    """Return a misconception and how all values differ from what it does, if that can be said in one way."""
    values = [each for each in seen if not each.raised]
    if not values or len(values) < len(seen):
        return None
    for mistake in exercise.mistakes:
        if mistake.never_ends:
            continue
        with contextlib.suppress(Exception):
            made = [_ask(mistake.function, each.asked) for each in values]
            telling = _telling(made, [each.due for each in values], exercise)
            if telling < TELLING or not all(map(_is_finite, made)):
                continue
            pairs = [(one, each.got) for one, each in zip(made, values, strict=True)]
            found = relation_of(pairs, exercise.rtol, exercise.atol)
            if found is not None and found.name in SEPARATE and not found.part:
                said = {
                    lang: text("facts.besides", lang, mistake=mistake.hint[lang][0], said=found.sentence(lang))
                    for lang in LANGUAGES
                }
                return f"differs:{found.name}+{mistake.name}", said
    return None


def _by_choice(exercise: Exercise, seen: list[_Seen], wrong: list[_Seen]) -> tuple[str, dict[str, str]] | None:
    """Return what is wrong for each of several choices of an argument, a text or a truth value, if that can be said.

    All that is wrong for a choice must be what one misconception gives, or differ in one way.
    """
    for place, name in enumerate(inspect.signature(exercise.reference).parameters):
        chosen = {each: _argument(each, place, name) for each in seen}
        bad = list(dict.fromkeys(chosen[each] for each in wrong if isinstance(chosen[each], str | bool)))
        if len(bad) < 2 or any(not isinstance(value, str | bool) for value in chosen.values()):
            continue
        groups = {choice: [each for each in wrong if chosen[each] == choice] for choice in bad}
        known = {choice: _of_some(exercise, group) for choice, group in groups.items()}
        some_right = {chosen[each] for each in seen if each not in wrong}
        told = {choice: found for choice, found in known.items() if found is not None and choice not in some_right}
        if not told:
            continue

        def sentences(lang: str, name: str = name, told: Any = told, bad: list[Any] = bad) -> Iterator[str]:
            for choice in (*told, *(each for each in bad if each not in told)):
                said = told[choice][1][lang] if choice in told else text("facts.is_wrong", lang)
                yield text("facts.for_choice", lang, name=name, value=repr(choice), said=said)

        word = f"differs:{'+'.join(sorted({found[0] for found in told.values()}))}"
        return word, {lang: " ".join(sentences(lang)) for lang in LANGUAGES}
    return None


def _of_some(exercise: Exercise, wrong: list[_Seen]) -> tuple[str, dict[str, str]] | None:
    """Return the misconception that some wrong calls do just as, or how their values differ."""
    if any(each.raised for each in wrong):
        return None
    mistake = _where_it_answers(exercise, wrong)
    if mistake is not None:
        return mistake.name, {lang: mistake.hint[lang][0] for lang in LANGUAGES}
    found = relation_of([(each.due, each.got) for each in wrong], exercise.rtol, exercise.atol)
    if found is None or found.name in VAGUE or len(wrong) < TELLING:
        return None
    return found.name, {lang: found.sentence(lang) for lang in LANGUAGES}


def _is_finite(value: Any) -> bool:
    """Whether a value holds no number that is inf or nan."""
    if isinstance(value, list | tuple):
        return all(map(_is_finite, value))
    if isinstance(value, dict):
        return all(map(_is_finite, value.values()))
    return not _is_numeric(value) or bool(np.all(np.isfinite(value)))


# What may set right calls and wrong ones apart: a name of [facts.inputs], and whether a value is so.
_FEATURES: dict[str, Callable[[np.ndarray], bool]] = {
    "number": lambda value: value.ndim == 0,
    "array": lambda value: value.ndim > 0,
    "flat": lambda value: value.ndim == 1,
    "table": lambda value: value.ndim == 2,
    "whole": lambda value: value.dtype.kind in "iu",
    "broken": lambda value: value.dtype.kind == "f" and bool(np.any(value != np.round(value))),
    "positive": lambda value: bool(np.all(value > 0)),
    "negative": lambda value: bool(np.all(value < 0)),
    "mixed": lambda value: bool(np.any(value > 0) and np.any(value < 0)),
    "zero": lambda value: bool(np.all(value == 0)),
    "single": lambda value: value.size == 1 and value.ndim > 0,
}


def _which_inputs(
    exercise: Exercise, right: list[_Seen], wrong: list[_Seen], answer: Callable[..., Any]
) -> tuple[str, dict[str, str]] | None:
    """Return for which inputs an answer is wrong, if one property of one argument tells.

    All arrays of the probes hold different numbers. So before it is said that arrays are the matter, some of the calls
    are asked again with arrays of equal ones.
    """
    names = list(inspect.signature(exercise.reference).parameters)
    special = _special_values(names, right, wrong)
    if special is not None or len(right) < FEW or len(wrong) < FEW:
        return special
    for place, name in enumerate(names):
        good, bad = ([_argument(each, place, name) for each in group] for group in (right, wrong))
        if any(value is None for value in (*good, *bad)) or any(each.asked.of for each in (*right, *wrong)):
            continue
        if all(isinstance(value, str | bool) for value in (*good, *bad)):
            values = list(dict.fromkeys(bad))
            if set(good) - set(bad) and len(values) <= MOST_VALUES:
                return _for_values(name, values)
            continue
        if not all(_is_numeric(value) for value in (*good, *bad)):
            continue
        for feature, holds in _FEATURES.items():
            if len({str(value) for value in good}) < 2:
                break  # such as the only case in which there is nothing to do
            if all(holds(np.asarray(value)) for value in bad) and not any(holds(np.asarray(value)) for value in good):
                if feature in ("array", "flat", "table"):
                    of_equal = _right_for_equal_numbers(exercise, wrong, place, answer)
                    if of_equal is None:
                        break
                    feature = "unlike" if of_equal else feature
                said = {
                    lang: text("facts.for_inputs", lang, name=name, kind=text(f"facts.inputs.{feature}", lang))
                    for lang in LANGUAGES
                }
                return f"input:{feature}", said
    return None


def _for_values(name: str, values: list[Any]) -> tuple[str, dict[str, str]]:
    words = {"name": name, "value": ", ".join(map(repr, values))}
    word = f"input:{'+'.join(map(str, values))}"
    return word, {lang: text("facts.for_value", lang, **words) for lang in LANGUAGES}


def _special_values(names: list[str], right: list[_Seen], wrong: list[_Seen]) -> tuple[str, dict[str, str]] | None:
    """Return the few numbers for which alone an answer is wrong, of an argument that is drawn from many."""
    for place, name in enumerate(names):
        good, bad = ([_argument(each, place, name) for each in group] for group in (right, wrong))
        plain = all(isinstance(value, int | float) and not isinstance(value, bool) for value in (*good, *bad))
        counts = Counter(bad) if plain else {}
        if not counts or len(counts) > MOST_VALUES or min(counts.values()) < OFTEN:
            continue
        if len(set(good)) >= FEW and not set(good) & set(bad):
            return _for_values(name, sorted(counts))
    return None


def _which_elements(
    exercise: Exercise, right: list[_Seen], wrong: list[_Seen]
) -> tuple[str, dict[str, str]] | None:
    """Return for which numbers an answer is wrong that gives one value for each number of an argument.

    That is one sign of them, or all beyond one number, and none before it.
    """
    for place, name in enumerate(inspect.signature(exercise.reference).parameters):
        pairs: list[tuple[float, bool]] = []
        for each in (*right, *wrong):
            found = _by_element(exercise, each, _argument(each, place, name))
            if found is None:
                break
            pairs += found
        else:
            good, bad = (np.array([x for x, fits in pairs if fits is which]) for which in (True, False))
            if len(set(good)) < FEW or len(set(bad)) < FEW:
                continue
            for feature in ("positive", "negative"):
                holds = _FEATURES[feature]
                if holds(bad) and not any(map(holds, good)):
                    kind = {lang: text(f"facts.inputs.{feature}", lang) for lang in LANGUAGES}
                    return f"input:{feature}", {
                        lang: text("facts.for_inputs", lang, name=name, kind=kind[lang]) for lang in LANGUAGES
                    }
            for word, below, above in (("from", good, bad), ("up_to", bad, good)):
                low, high = below.max(), above.min()
                if low < high:
                    words = {"name": name, "low": f"{low:.6g}", "high": f"{high:.6g}"}
                    return f"input:{word}", {lang: text(f"facts.{word}", lang, **words) for lang in LANGUAGES}
    return None


def _by_element(exercise: Exercise, seen: _Seen, argument: Any) -> list[tuple[float, bool]] | None:
    """Return every number of an argument, and whether its value is right; None where no value belongs to each."""
    shapes = {np.shape(each) for each in (argument, seen.got, seen.due) if _is_numeric(each)}
    if seen.raised or seen.asked.of or len(shapes) != 1 or not all(map(_is_numeric, (argument, seen.got, seen.due))):
        return None
    triples = zip(*(np.ravel(each) for each in (argument, seen.got, seen.due)), strict=True)
    return [(float(x), same_value(float(got), float(due), exercise)) for x, got, due in triples]


def _right_for_equal_numbers(
    exercise: Exercise, wrong: list[_Seen], place: int, answer: Callable[..., Any]
) -> bool | None:
    """Whether calls that fail are right with arrays of equal numbers; None if just some are, or none can be asked."""
    outcomes = set()
    for each in wrong[:TRIES]:
        args = each.asked.args
        arrays = np.asarray(args[place] if place < len(args) else ())
        for one in (arrays.min(), arrays.max()) if arrays.size else ():
            asked = Asked((*args[:place], np.full(arrays.shape, one), *args[place + 1 :]), each.asked.named)
            seen = _asked(exercise, asked, answer)
            if seen is not None:
                outcomes.add(not seen.raised and same_value(seen.got, seen.due, exercise))
    return outcomes.pop() if len(outcomes) == 1 else None


def _argument(seen: _Seen, place: int, name: str) -> Any:
    args = seen.asked.args
    return args[place] if place < len(args) else seen.asked.named.get(name)


def _is_numeric(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(isinstance(item, int | float) for item in value)
    return isinstance(value, int | float | np.number | np.ndarray) and not isinstance(value, bool)


def _example(exercise: Exercise, wrong: list[_Seen], answer: Callable[..., Any]) -> dict[str, str] | None:
    """Return a call that fails, written out, with what comes back and what should: a public example if one fails.

    Else the shortest of the calls that failed, with rounder numbers.
    """
    public = _public_calls(exercise)
    drawn = [_rounder(_shown(each.asked, public)) for each in wrong]
    drawn.sort(key=lambda asked: len(_expression(exercise, asked) or " " * MAX_CALL))
    for asked in [*public, *drawn[:TRIES]]:
        written = _expression(exercise, asked)
        if written is None:
            continue
        seen = _asked(exercise, asked, answer)
        if seen is None or (not seen.raised and same_value(seen.got, seen.due, exercise)):
            continue
        if seen.raised:
            return {"call": written, "raised": seen.raised}
        where, got, due = _first_wrong(seen.got, seen.due, exercise)
        written, actual, expected = written + where, _written(got), _written(due)
        if actual is not None and expected is not None:
            return {"call": written, "got": one_line(actual), "expected": expected}
    return None


def _first_wrong(got: Any, due: Any, exercise: Exercise) -> tuple[str, Any, Any]:
    """Return the first part of a result that is wrong, and how it is written; the whole where it has no parts."""
    if isinstance(got, dict) and isinstance(due, dict) and got.keys() == due.keys():
        for key in due:
            if not same_value(got[key], due[key], exercise):
                return f"[{key!r}]", got[key], due[key]
    if isinstance(got, tuple) and isinstance(due, tuple) and len(got) == len(due):
        for place, pair in enumerate(zip(got, due, strict=True)):
            if not same_value(*pair, exercise):
                return f"[{place}]", *pair
    return "", got, due


def _shown_as(example: dict[str, str], lang: str) -> str:
    return text("facts.example_raises" if "raised" in example else "facts.example", lang, **example)


def _public_calls(exercise: Exercise) -> list[Asked]:
    return [
        Asked(more, {}, Asked(example.args, example.named)) if example.then else Asked(example.args, example.named)
        for example in exercise.examples if not example.fulfils for more in example.then or ((),)
    ]  # fmt: skip


def _shown(asked: Asked, public: list[Asked]) -> Asked:
    """Return a call with public functions in the place of hidden ones, and three numbers of a single long array."""
    arrays = [value for value in asked.args if isinstance(value, np.ndarray)]
    short = len(arrays) == 1 and arrays[0].ndim == 1 and arrays[0].size > MAX_ELEMENTS
    args = []
    for place, value in enumerate(asked.args):
        if callable(value):
            others = [each.args[place] for each in public if place < len(each.args)]
            value = next(filter(callable, others), value)
        args.append(value[:3] if short and value is arrays[0] else value)
    return Asked(tuple(args), asked.named, asked.of and _shown(asked.of, [each.of for each in public if each.of]))


def _ask(function: Callable[..., Any], asked: Asked) -> Any:
    if asked.of is not None:
        function = _ask(function, asked.of)
    if not callable(function):
        raise Fault("type")
    args, named = copy.deepcopy((asked.args, asked.named))
    if not isinstance(function, RemoteValue):  # that makes its random generators on its own side
        args, named = here(args), here(named)
    with np.errstate(all="ignore"):
        return function(*args, **named)


def _rounder(value: Any) -> Any:
    """Return a call or a value with numbers of at most three digits."""
    match value:
        case Asked():
            return Asked(_rounder(value.args), _rounder(value.named), _rounder(value.of))
        case bool() | None:
            return value
        case float() | np.floating():
            return float(f"{value:.3g}")
        case np.ndarray() if value.dtype.kind == "f":
            return np.array([float(f"{item:.3g}") for item in value.ravel()]).reshape(value.shape)
        case list() | tuple():
            return type(value)(_rounder(item) for item in value)
        case dict():
            return {key: _rounder(item) for key, item in value.items()}
    return value


def _expression(exercise: Exercise, asked: Asked) -> str | None:
    """Write a call as Python, or return None where that is no short line; the functions in it are public ones."""

    functions = _public.module(exercise.unit)
    before = exercise.name if asked.of is None else _expression(exercise, asked.of)
    named = {key: _written(value, functions) for key, value in asked.named.items()}
    parts = [_written(value, functions) for value in asked.args]
    parts += [value if value is None else f"{key}={value}" for key, value in named.items()]
    if before is None or any(part is None for part in parts):
        return None
    line = f"{before}({', '.join(filter(None, parts))})"
    return line if len(line) <= MAX_CALL else None


def _written(value: Any, functions: ModuleType | None = None) -> str | None:
    """Write a plain value as Python would, with numbers of six digits; None where that is too long.

    Functions are written by their name in the module ``functions``.
    """
    name = getattr(value, "__name__", "")
    if functions is not None and callable(value) and getattr(functions, name, None) is value:
        return name
    match value:
        case bool() | None | str() | int() | np.integer() | np.bool_():
            line = repr(value.item() if isinstance(value, np.generic) else value)
        case float() | np.floating():
            line = repr(float(f"{value:.6g}") + 0.0)
        case Rng():
            line = f"np.random.default_rng({value.seed})"
        case np.ndarray() if value.ndim == 0 and value.dtype.kind in "biuf":
            line = _written(value.item()) or ""
        case np.ndarray() if value.size <= MAX_ELEMENTS and value.dtype.kind in "biuf":
            inner = _written(value.tolist())
            line = f"np.array({inner})" if inner is not None else ""
        case list() | tuple() if len(value) <= MAX_ELEMENTS:
            parts = [_written(item, functions) for item in value]
            if any(part is None for part in parts):
                return None
            comma = "," if isinstance(value, tuple) and len(parts) == 1 else ""
            inside = ", ".join(filter(None, parts)) + comma
            line = f"({inside})" if isinstance(value, tuple) else f"[{inside}]"
        case dict() if len(value) <= MAX_ELEMENTS:
            entries = [(_written(key), _written(item, functions)) for key, item in value.items()]
            if any(part is None for entry in entries for part in entry):
                return None
            line = f"{{{', '.join(f'{key}: {item}' for key, item in entries)}}}"
        case _:
            return None
    return line if line and len(line) <= MAX_CALL else None
