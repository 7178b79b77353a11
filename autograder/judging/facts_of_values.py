"""How wrong values relate to the right ones, to each other, and to those of known mistakes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from autograder.exercise import Exercise, Mistake
from autograder.judging.judge import TELLING, count_telling, generic_hint, not_round, same_value
from autograder.judging.observe import Run
from autograder.judging.seen_calls import FEW, PLAIN, Seen, argument, how_it_fails, is_finite, seen_in, stands_in
from autograder.judging.verdict import Verdict
from course.difference import named, parts_of, relation_of
from course.language import LANGUAGES, text

Parts = dict[Any, Any] | None  # of a result, by key or place; none of a value that has no parts

MAX_PARTS = 6  # of a result, of which each is looked at
# Ways to differ of many causes.
OF_SHAPE = ("shape", "shapes", "many_for_one", "one_for_many")  # and not of what is computed
VAGUE = (*OF_SHAPE, "one_short", "one_long", "one_element", "from_index", "wrong", "constant", "zeros")
# Ways to differ from a known mistake that leave it what it is; a shift, say, may take back all that is wrong with it.
SEPARATE = ("sign", "factor", "transposed", "swapped", "reversed", "first_missing", "last_missing", "joined")


def where_it_answers(exercise: Exercise, wrong: list[Seen], right: Sequence[Seen] = ()) -> Mistake | None:
    """Return the misconception that all wrong calls do just as, but for those that raise, if there is one.

    What is right with the answer must be right with the misconception, too: else it is not the learner's.
    """
    values = [each for each in wrong if not each.raised]
    for mistake in exercise.mistakes:
        if mistake.never_ends or len(values) < TELLING:
            continue
        with contextlib.suppress(Exception):  # whatever a misconception does with a call, it is not the same
            if not all(same_value(each.got, each.given_by(mistake), exercise) for each in values):
                continue
            telling = sum(not_round(each.given_by(mistake)) for each in values)
            if telling >= TELLING and _is_right(mistake, right, exercise):
                return mistake
    return None


def _is_right(mistake: Mistake, calls: Iterable[Seen], exercise: Exercise) -> bool:
    return all(same_value(each.given_by(mistake), each.due, exercise) for each in calls)


def other_kind(runs: list[tuple[Run, Run]]) -> tuple[str, dict[str, str]] | None:
    """Return that no function comes back where one is due, or that one does where none is."""
    pairs = [pair for run, due in runs for pair in zip(run.calls, due.calls, strict=False)]
    for word, one, other in (("no_function", 1, 0), ("a_function", 0, 1)):
        if any(callable(pair[one]) and isinstance(pair[other], PLAIN) for pair in pairs):
            return f"wrong_type:{word}", {lang: text(f"facts.{word}", lang) for lang in LANGUAGES}
    return None


def no_element(exercise: Exercise, right: list[Seen], wrong: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return that something comes back which does not stand in an argument, where one of its elements is due."""
    if len(wrong) < FEW or any(each.raised or each.asked.of for each in wrong):
        return None
    for place, name in enumerate(exercise.parameters):
        groups = [(argument(each, place, name), each) for each in (*right, *wrong)]
        if not all(isinstance(group, list | dict | np.ndarray) and len(group) for group, _ in groups):
            continue
        if sum(len(group) > 1 for group, _ in groups) < FEW:
            continue
        if all(stands_in(each.due, group) for group, each in groups) and not any(
            stands_in(each.got, group) for group, each in groups if each in wrong
        ):
            return "no_element", {lang: text("facts.no_element", lang, name=name) for lang in LANGUAGES}
    return None


def changed_argument(runs: list[tuple[Run, Run]]) -> tuple[str, dict[str, str]] | None:
    """Return that an argument was changed; whatever else is wrong may come from that."""
    if not any(run.changed for run, _ in runs):
        return None
    hint = generic_hint("changed_argument")
    return "changed_argument", {lang: hint[lang][0] for lang in LANGUAGES}


def are_all_seen(exercise: Exercise, verdict: Verdict, runs: list[tuple[Run, Run]]) -> bool:
    """Whether all that fails does so in a call that has a value, and not because it is, or is not, refused."""
    shown = set()
    for run, due in runs:
        refused = run.refused[:-1] if run.failure.startswith("raised") else run.refused
        if any(how_it_fails(each, exercise) for each in seen_in(run, due)):
            shown.add(run.label)
        if refused != due.refused:
            return False
    return shown.issuperset(verdict.failed)


def how_they_differ(right: list[Seen], wrong: list[Seen], exercise: Exercise) -> tuple[str, dict[str, str]] | None:
    """Return how the wrong values differ, and of which that holds if it is not true of all."""
    if not wrong or any(each.raised for each in wrong):
        return None
    where, pairs = "", [(each.due, each.got) for each in wrong]
    finite = [pair for pair in pairs if is_finite(pair[1])]
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


def in_parts(exercise: Exercise, seen: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return what is wrong with each part of results that always have the same parts, if that can be said of two.

    A part may be another one's right value, do just what a misconception does with it, or differ in one way.
    """
    got, due = [parts_of(each.got) for each in seen], [parts_of(each.due) for each in seen]
    keys = next((each.keys() for each in due if each), ())
    if not 2 <= len(keys) <= MAX_PARTS or any(each is None or each.keys() != keys for each in (*got, *due)):
        return None
    made = [
        (mistake, parts, _wrong_parts(parts, due, exercise)) for mistake in exercise.mistakes if not mistake.never_ends
        if (parts := _parts_made(mistake, seen)) and all(each.keys() == keys for each in parts)
    ]  # fmt: skip
    words: list[str] = []
    said: list[dict[str, str]] = []
    rest: list[dict[str, str]] = []
    for key in _wrong_parts(got, due, exercise):
        mine, right = ([each[key] for each in values if each] for values in (got, due))

        def does(values: list[Any], mine: list[Any] = mine, right: list[Any] = right) -> bool:
            """Whether a part is what these values are, and that is not by chance."""
            if len(values) != len(mine):
                return False
            alike = all(same_value(*pair, exercise) for pair in zip(mine, values, strict=True))
            return alike and count_telling(values, right, exercise) >= TELLING

        others = (other for other in keys if other != key and does([each[other] for each in due if each]))
        other = next(others, None)
        mistakes = (each for each, parts, bad in made if bad == [key] and does([one[key] for one in parts]))
        mistake = next(mistakes, None) if other is None else None
        found = relation_of(zip(right, mine, strict=True), exercise.rtol, exercise.atol)
        if other is not None:
            words.append("exchanged")
            places = {lang: {"one": named([key], lang), "other": named([other], lang)} for lang in LANGUAGES}
            said.append({lang: text("facts.exchanged", lang, **places[lang]) for lang in LANGUAGES})
            continue
        if mistake is not None:
            words.append(mistake.name)
            sentences = {lang: mistake.hint[lang][0] for lang in LANGUAGES}
        elif found is not None and found.name not in VAGUE:
            words.append(found.name)
            sentences = {lang: found.sentence(lang) for lang in LANGUAGES}
        else:
            rest.append({lang: text("facts.rest_wrong", lang, part=named([key], lang)) for lang in LANGUAGES})
            continue
        said.append(
            {lang: text("facts.in_part", lang, part=named([key], lang), said=sentences[lang]) for lang in LANGUAGES}
        )
    if not words:
        return None
    word = f"differs:{'+'.join(sorted(set(words)))}"
    return word, {lang: " ".join(each[lang] for each in (*said, *rest)) for lang in LANGUAGES}


def _parts_made(mistake: Mistake, seen: list[Seen]) -> list[dict[Any, Any]]:
    """Return the parts of what a misconception does in each call, none where it does not come to an end."""
    with contextlib.suppress(Exception):  # whatever it does, it is not the same
        return [parts_of(each.given_by(mistake)) or {} for each in seen]
    return []


def _wrong_parts(got: Sequence[Parts], due: Sequence[Parts], exercise: Exercise) -> list[Any]:
    """Return the parts, of those of the first right result, that are not always right. All results must have them."""
    pairs = [(one, right) for one, right in zip(got, due, strict=True) if one is not None and right is not None]
    keys = pairs[0][1] if pairs else ()
    return [key for key in keys if not all(same_value(one[key], right[key], exercise) for one, right in pairs)]


def which_parts(exercise: Exercise, seen: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return which parts of results are always right, where several are not."""
    got, due = [parts_of(each.got) for each in seen], [parts_of(each.due) for each in seen]
    keys = list(due[0] or ()) if due else []
    pairs = zip(got, due, strict=True)
    if any(one is None or other is None or list(other) != keys or one.keys() != other.keys() for one, other in pairs):
        return None
    wrong = _wrong_parts(got, due, exercise)
    right = [key for key in keys if key not in wrong]
    if not right or not wrong or isinstance(seen[0].due, list):
        return None
    said = {}
    for lang in LANGUAGES:
        listed = {"right": right, "wrong": wrong}.items()
        words = {word: ", ".join(named([key], lang) for key in keys) for word, keys in listed}
        said[lang] = text("facts.parts", lang, **words)
    return "differs:parts", said


def beside_a_mistake(exercise: Exercise, seen: list[Seen], wrong: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return a misconception and how all values differ from what it does, if that can be said in one way."""
    if not wrong or any(each.raised for each in wrong):
        return None
    for mistake in exercise.mistakes:
        if mistake.never_ends:
            continue
        with contextlib.suppress(Exception):
            made = [each.given_by(mistake) for each in seen]
            telling = count_telling(made, [each.due for each in seen], exercise)
            if telling < TELLING or not all(map(is_finite, made)):
                continue
            pairs = [(one, each.got) for one, each in zip(made, seen, strict=True)]
            found = relation_of(pairs, exercise.rtol, exercise.atol)
            if found is not None and found.name in SEPARATE and not found.part:
                said = {
                    lang: text("facts.besides", lang, mistake=mistake.hint[lang][0], said=found.sentence(lang))
                    for lang in LANGUAGES
                }
                return f"differs:{found.name}+{mistake.name}", said
    return None


def by_choice(exercise: Exercise, seen: list[Seen], wrong: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return what is wrong for each of several choices of an argument, a text or a truth value, if that can be said.

    All that is wrong for a choice must be what one misconception gives, or differ in one way.
    """
    for place, name in enumerate(exercise.parameters):
        chosen = {each: argument(each, place, name) for each in seen}
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


def _of_some(exercise: Exercise, wrong: list[Seen]) -> tuple[str, dict[str, str]] | None:
    """Return the misconception that some wrong calls do just as, or how their values differ."""
    if any(each.raised for each in wrong):
        return None
    mistake = where_it_answers(exercise, wrong)
    if mistake is not None:
        return mistake.name, {lang: mistake.hint[lang][0] for lang in LANGUAGES}
    found = relation_of([(each.due, each.got) for each in wrong], exercise.rtol, exercise.atol)
    if found is None or found.name in VAGUE or len(wrong) < TELLING:
        return None
    return found.name, {lang: found.sentence(lang) for lang in LANGUAGES}
