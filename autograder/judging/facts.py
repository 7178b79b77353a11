"""Say what is known of a wrong answer that nothing explains: where it fails, on one small example, and how it differs.

The inputs are drawn anew: none of them is a hidden one. Every sentence holds for all that was tried.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from autograder.exercise import Exercise
from autograder.judging.facts_of_examples import in_the_check, mistake_in_the_check
from autograder.judging.facts_of_inputs import which_elements, which_inputs
from autograder.judging.facts_of_source import as_numbers, not_used, other_arguments, without_value
from autograder.judging.facts_of_values import (
    OF_SHAPE,
    are_all_seen,
    beside_a_mistake,
    by_choice,
    changed_argument,
    how_they_differ,
    in_parts,
    no_element,
    other_kind,
    where_it_answers,
    which_parts,
)
from autograder.judging.fresh_example import public_calls, shortest_example, shown_as
from autograder.judging.judge import generic_hint
from autograder.judging.judge import wrong as is_wrong
from autograder.judging.observe import Run
from autograder.judging.seen_calls import PLAIN, ask_both, how_it_fails, seen_in
from autograder.judging.verdict import Verdict
from course.language import LANGUAGES, text

VAGUE = ("differs:wrong", "differs:parts")  # which part is wrong, and no more


@dataclass(frozen=True)
class Facts:
    """What is known, by language: how the values differ or for which inputs, and one example; ``word`` names it."""

    word: str
    hint: dict[str, tuple[str, str]] = field(default_factory=dict)


def facts(
    exercise: Exercise, verdict: Verdict, runs: list[tuple[Run, Run]], answer: Callable[..., Any],
    written: ast.stmt | None = None,
) -> Facts | None:  # fmt: skip
    """Return what is known of an answer from ``runs`` of it, each with that of the reference; None if that is nothing.

    ``answer`` is asked once more: the public examples, and some of the calls with rounder numbers. Where that is all
    that is known, the ``verdict`` still says how the answer fails. ``written`` is the learner's code.
    """
    opened = [each for asked in public_calls(exercise) if (each := ask_both(exercise, asked, answer)) is not None]
    seen = [*(each for run, due in runs for each in seen_in(run, due)), *opened]
    wrong = [each for each in seen if how_it_fails(each, exercise)]
    right = [each for each in seen if each not in wrong]
    mistake = where_it_answers(exercise, wrong, right)
    if mistake is not None:
        return Facts(mistake.name, mistake.hint)
    what = other_arguments(exercise, written, wrong) or without_value(written, wrong) or as_numbers(written, wrong)
    what = what or other_kind(runs) or changed_argument(runs)
    what = what or how_they_differ(right, wrong, exercise) or no_element(exercise, right, wrong)
    if what is not None and what[0].removeprefix("differs:") in OF_SHAPE:
        what = not_used(exercise, written) or what
    what = what or in_parts(exercise, seen) or by_choice(exercise, seen, wrong)
    what = what or beside_a_mistake(exercise, seen, wrong)
    if what is None and are_all_seen(exercise, verdict, runs):
        what = which_inputs(exercise, right, wrong, answer) or which_elements(exercise, right, wrong)
    what = what or not_used(exercise, written) or which_parts(exercise, seen)
    if what is None or what[0] in VAGUE:
        what = in_the_check(exercise, answer) or what
    elif what[0].startswith("differs:") and "+" not in what[0] and (also := mistake_in_the_check(exercise, answer)):
        what = what[0], {lang: f"{what[1][lang]} {also[1][lang]}" for lang in LANGUAGES}
    fails = {run.label for run, due in runs if run.calls and is_wrong(due, run, exercise)}  # with these inputs, too
    compared = bool(seen) and not wrong and all(isinstance(each.due, PLAIN) for each in seen)  # objects are not
    if what is None and compared and fails.issuperset(verdict.failed) and verdict.diagnosis == "wrong_value":
        what = "values_right", {lang: text("facts.values_right", lang) for lang in LANGUAGES}
    # What is said of a changed argument is not about another failure, and wrong values may come from it.
    fails_by = verdict.diagnosis if what is None else "wrong_value" if what[0] == "changed_argument" else ""
    example = None
    if what and what[0].startswith("differs:"):  # how values differ is not said of those that are inf or nan
        example = shortest_example(exercise, wrong, answer, fails_by, finite=True)
    example = example or shortest_example(exercise, wrong, answer, fails_by)
    fault, says = verdict.diagnosis, verdict.hint or {}
    if example is None and what is None and (example := shortest_example(exercise, wrong, answer)):
        fault, says = example["fails"], generic_hint(example["fails"])  # what is said is what is shown
    if what is None and example is None:
        return None
    word, sentences = what or ("differs" if fault == "wrong_value" else fault, None)
    hint = {}
    for lang in LANGUAGES:
        how, where = (generic_hint(word) if word == "changed_argument" else says)[lang]
        ask = where if not example or (sentences is None and fault != "wrong_value") else ""
        second = f"{shown_as(example, lang)} {ask}".strip() if example else ask
        hint[lang] = (sentences[lang] if sentences else how, second)
    return Facts(word, hint)
