"""Decide how good an answer is, and which mistake it makes.

The judge holds the reference and the random numbers. It observes the learner's function from outside, compares with
the reference, and where they differ looks for the misconception that behaves exactly like the learner's function.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np

from autograder.exercise import Exercise, Mistake
from autograder.judging.observe import Observer, Run, run, run_known
from autograder.judging.verdict import PARTLY, Remark, State, Verdict
from autograder.sandbox import Fault, RemoteValue, Undecided
from autograder.worker.codec import kind_of
from course.compare import mismatch
from course.findings import hint_words
from course.language import LANGUAGES, text

log = logging.getLogger(__name__)

TELLING = 2  # calls in which an answer that is wrong in more than one way must do just what a misconception does
MANY = 3  # numbers of a value, however short, that nobody hits together by chance
CHANGED = 0.2  # share of the points that right values cost if an argument was changed on the way
STEPS = 100_000  # lines of Python after which a misconception that never ends is taken to do so
QUICK = 0.2  # share of its time, or seconds: what took no more before it came to no end is no slow answer
TOO_SLOW = ("too_slow", "slept", "never_ends")
REFERENCE_SECONDS = (0.1, 0.5, 2, 10, 60)  # what is said of the reference: it needs less than one of these


def judge(
    exercise: Exercise, answer: Callable[..., Any] | None, seed: int, others: Container[str] = ()
) -> Verdict:
    """Return the verdict on ``answer``: a :class:`RemoteValue` of a session, or a function of this process.

    ``answer`` is None where the learner's notebook no longer defines the name; ``others`` are the exercises that it
    may call. The same ``seed`` gives the same verdict. An error of the grader itself gives state ``review``, with the
    error in ``note``. Raises ``Undecided`` where the computer is too busy.
    """
    try:
        return _judge(exercise, answer, seed, others)
    except Undecided:
        raise
    except Exception as error:
        log.exception("the judge failed on %s", exercise.name)
        return needs_review(exercise, f"{type(error).__name__}: {error}")


def needs_review(exercise: Exercise, note: str) -> Verdict:
    """Return the verdict for a failure that is the grader's own: no score, a person must look."""
    return Verdict(exercise.name, "review", None, exercise.points, "review", generic_hint("review"), note=note)


def zero(exercise: Exercise, state: State, diagnosis: str, cause: str = "") -> Verdict:
    """Return the verdict for an answer that could not be observed at all; a ``cause`` has a hint of its own."""
    return Verdict(exercise.name, state, 0.0, exercise.points, diagnosis, generic_hint(cause or diagnosis))


def generic_hint(diagnosis: str) -> dict[str, tuple[str, str]]:
    """Return the hint for a diagnosis that is not one of the exercise's own misconceptions."""
    name, _, detail = diagnosis.partition(":")
    hints = {}
    for lang in LANGUAGES:
        said = text(f"check.ended.{detail}", lang) if name == "ended" else detail
        hints[lang] = hint_words(name, lang, said)
    return hints


def _judge(
    exercise: Exercise, answer: Callable[..., Any] | None, seed: int, others: Container[str] = ()
) -> Verdict:
    if answer is None:
        return zero(exercise, "not_attempted", "missing")
    if isinstance(answer, RemoteValue) and not answer.is_function:
        return zero(exercise, "error", "not_a_function")
    runs, due, faults, needed = [], [], [], 0.0
    for number, probe in enumerate(exercise.probes):
        reference = run_known(probe, exercise.reference, seed, number)
        needed += reference.computed
        if reference.failure or reference.changed:
            why = reference.failure or "changed_argument"
            raise RuntimeError(f"the reference fails its own {probe.kind} probe: {why} {reference.note}")
        actual = run(probe, answer, seed, number, others)
        runs.append(actual)
        due.append(reference)
        faults.append(wrong(reference, actual, exercise))
        if actual.failure.startswith("ended") or actual.failure in TOO_SLOW:
            faults += [actual.failure] * (len(exercise.probes) - len(faults))
            break
    total = sum(probe.credit for probe in exercise.probes)
    earned = sum(probe.credit for probe, fault in zip(exercise.probes, faults, strict=True) if not fault)
    passed = tuple(probe.label for probe, fault in zip(exercise.probes, faults, strict=True) if not fault)
    failed = tuple(probe.label for probe, fault in zip(exercise.probes, faults, strict=True) if fault)
    changed = any(run.changed for run in runs)
    score = round(exercise.points * earned / total * (1 - CHANGED * changed), 2)
    if not failed and not changed:
        return Verdict(exercise.name, "correct", float(exercise.points), exercise.points, passed=passed)
    fault = next((fault for fault in faults if fault), "changed_argument")
    fault = "changed_argument" if changed and fault == "value" else fault  # the values may be wrong because of that
    if all(fault == "raised:NotImplementedError" for fault in faults):
        return zero(exercise, "not_attempted", "not_attempted")
    mistake, whole = diagnose(exercise, runs, seed, answer, due)
    if mistake:
        diagnosis, hint = mistake.name, mistake.hint
    else:
        diagnosis = named(fault)
        hint = _slow_hint(exercise, answer, fault, needed) if fault in TOO_SLOW else generic_hint(diagnosis)
    stopped = fault.startswith(("raised", "ended", "unfinished")) or fault in TOO_SLOW
    state: State = "partial" if earned else "error" if stopped else "wrong"
    remark = Remark(PARTLY) if mistake and not whole else None
    return Verdict(exercise.name, state, score, exercise.points, diagnosis, hint, passed, failed, remark=remark)


def _slow_hint(exercise: Exercise, answer: Any, fault: str, needed: float) -> dict[str, tuple[str, str]]:
    """Return the hint for an answer that used up its time: how much that was, and how much the reference needs."""
    limit = _limit(exercise, answer)
    reference = next((seconds for seconds in REFERENCE_SECONDS if needed < seconds), exercise.seconds)
    said = "check.slow.slept" if fault == "slept" else "check.slow.used"
    values = {"limit": f"{limit:g}", "seconds": f"{limit:g}", "reference": f"{reference:g}"}
    return {lang: hint_words(fault, lang, text(said, lang, **values)) for lang in LANGUAGES}


def diagnose(
    exercise: Exercise, runs: list[Run], seed: int, answer: Any = None, due: list[Run] | None = None
) -> tuple[Mistake | None, bool]:
    """Return the misconception that explains what an answer did wrong, or None, and whether it explains all of it.

    That is the first one whose every outcome equals the answer's. Where there is none, something else is wrong too:
    then it is the one that explains most of the points lost, if the answer does what it does wherever it is wrong.
    The probes that were quickest are compared first: nearly every misconception is ruled out by them. One that never
    ends is told from an answer that is only slow: that one was slow before, too. An answer whose time was up may have
    shown before what else is wrong with it. ``due`` is what the reference did.
    """
    slow = runs[-1].failure in TOO_SLOW if runs else False
    if slow and runs[-1].failure == "slept":
        return None, False
    halts = slow and _came_to_a_halt(exercise, runs, answer)
    quickest = sorted(range(len(runs)), key=lambda number: runs[number].seconds)
    partly: list[tuple[float, Mistake]] = []
    for mistake in exercise.mistakes:
        if mistake.never_ends and not halts:
            continue
        whole, explained, telling = True, 0.0, 0
        for number in quickest:
            probe = exercise.probes[number]
            made = run_known(probe, mistake.function, seed, number, STEPS if mistake.never_ends else 0)
            exact = alike(runs[number], made, exercise)
            if exact or (due is not None and _alike_where_it_is_wrong(runs[number], made, due[number], exercise)):
                whole = whole and exact
                if due is not None and wrong(due[number], made, exercise):
                    explained += probe.credit
                    telling += count_telling(made.calls, due[number].calls, exercise)
                continue
            if due is not None and _alike_until_its_time_was_up(runs[number], made, exercise):
                telling += count_telling(runs[number].calls, due[number].calls, exercise)
                continue
            whole = False
            if due is None or mistake.never_ends or wrong(due[number], made, exercise):
                break  # it is not this, or nobody knows
        else:
            if whole and (not slow or mistake.never_ends or telling >= TELLING):
                return mistake, True
            if telling >= TELLING:
                partly.append((explained, mistake))
    return (max(partly, key=lambda each: each[0])[1] if partly else None), False


def wrong(due: Run, seen: Run, exercise: Exercise) -> str | None:
    """Return what is wrong with a run, where the reference did what is ``due``; None if nothing is."""
    return seen.failure or mismatch(due.observed, seen.observed, exercise.rtol, exercise.atol)


def count_telling(values: Sequence[Any], right: Sequence[Any], exercise: Exercise) -> int:
    """Return how many values are wrong in a way that nobody hits by chance: they are no round numbers."""
    pairs = zip(values, right, strict=False)
    telling = ((one, other) for one, other in pairs if not_round(one) or _is_far_count(one, other))
    return sum(not same_value(one, other, exercise) for one, other in telling)


def not_round(value: Any) -> bool:
    """Whether a value holds a number other than a whole one, a half or infinity."""
    return next(_odd_numbers(value), None) is not None


def tells_alone(value: Any, right: Any) -> bool:
    """Whether nobody hits a wrong value by chance, not even once: it has digits enough, or is a far count."""
    odd = list(islice(_odd_numbers(value), MANY))
    return len(odd) == MANY or any(float(f"{number:.2g}") != number for number in odd) or _is_far_count(value, right)


def _odd_numbers(value: Any) -> Iterator[float]:
    """Yield the numbers in a value that are no whole ones, no halves and finite."""
    if isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _odd_numbers(each)
    elif isinstance(value, float | np.floating | np.ndarray) and np.asarray(value).dtype.kind == "f":
        numbers = np.ravel(value)
        with np.errstate(over="ignore"):
            twice = 2 * numbers
        yield from numbers[np.isfinite(twice) & (twice != np.round(twice))].tolist()


def _is_far_count(value: Any, right: Any) -> bool:
    """Whether a value is a count of at least two digits, and not the neighbour of the right one."""
    whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    return whole and isinstance(right, int | float | np.number) and abs(value) > 9 and abs(value - right) > 1


def _came_to_a_halt(exercise: Exercise, runs: list[Run], answer: Any) -> bool:
    """Whether an answer that used up its time does not end there, as far as can be said."""
    quick = QUICK * max(_limit(exercise, answer), 1.0)
    return runs[-1].failure == "never_ends" or len(runs) == 1 or runs[-2].spent < quick


def _limit(exercise: Exercise, answer: Any) -> float:
    """Return the seconds that all calls of an answer may use."""
    return answer.allowed if isinstance(answer, RemoteValue) else exercise.seconds


def alike(one: Run, other: Run, exercise: Exercise) -> bool:
    """Whether two implementations did the same in a probe."""
    failures = ["too_slow" if each.failure in TOO_SLOW else each.failure for each in (one, other)]
    if failures[0] != failures[1] or one.changed != other.changed or len(one.calls) != len(other.calls):
        return False
    pairs = [*zip(one.calls, other.calls, strict=True), (one.observed, other.observed)]
    return all(_agree(a, b, exercise) for a, b in pairs)


def _alike_until_its_time_was_up(slow: Run, other: Run, exercise: Exercise) -> bool:
    """Whether an implementation did in a probe what a slow one did in the calls that it came to an end of."""
    if slow.failure not in TOO_SLOW or len(other.calls) <= len(slow.calls):
        return False
    return all(_agree(a, b, exercise) for a, b in zip(slow.calls, other.calls, strict=False))


def _agree(one: Any, other: Any, exercise: Exercise) -> bool:
    """Whether two values are the same, or hold nothing: a path of no steps may be a row or a table."""
    if same_value(one, other, exercise) or (_is_empty(one) and _is_empty(other)):
        return True
    lists = isinstance(one, list) and isinstance(other, list) and len(one) == len(other)
    return lists and any(map(_is_empty, one)) and all(_agree(a, b, exercise) for a, b in zip(one, other, strict=True))


def _is_empty(value: Any) -> bool:
    return (isinstance(value, np.ndarray) and value.size == 0) or (isinstance(value, list) and not value)


def _alike_where_it_is_wrong(seen: Run, made: Run, due: Run, exercise: Exercise) -> bool:
    """Whether an answer does what a misconception does in every call, and entry of a dictionary, that it has wrong."""
    if seen.failure or made.failure or seen.changed != made.changed:
        return False
    if not len(seen.calls) == len(made.calls) == len(due.calls):
        return False
    some = False
    for got, one, right in zip(seen.calls, made.calls, due.calls, strict=True):
        if same_value(one, right, exercise):
            continue
        some = True
        if all(isinstance(each, dict) for each in (got, one, right)) and got.keys() == one.keys():
            keys = [key for key in one if key not in right or not same_value(one[key], right[key], exercise)]
            if not all(same_value(got[key], one[key], exercise) for key in keys):
                return False
        elif not same_value(got, one, exercise):
            return False
    return some


def number(value: Any) -> float:
    """Return ``value`` as a float, for probes that compute with it. Raises ``Fault`` if it is no real number."""
    fault = mismatch(0.0, value)
    if fault in ("nothing", "type", "shape"):
        raise Fault(fault)
    try:
        return float(np.real(value))
    except OverflowError:  # an integer of hundreds of digits
        raise Fault("finite") from None


def array(value: Any, shape: tuple[int, ...]) -> np.ndarray:
    """Return ``value`` as a float array of ``shape``, for probes that compute with it; else raise ``Fault``."""
    fault = mismatch(np.zeros(shape), value)
    if fault in ("nothing", "type", "shape"):
        raise Fault(fault)
    if np.iscomplexobj(np.asarray(value)):
        raise Fault("type")
    return np.asarray(value, dtype=float)


def different_seeds(rng: np.random.Generator, size: int) -> list[int]:
    """Return seeds no two of which are equal, for probes that give an answer several generators."""
    return [int(seed) for seed in rng.choice(2**31, size=size, replace=False)]


def function(value: Any) -> Callable[..., Any]:
    """Return ``value`` if it can be called, for probes that call what an answer returned; else raise ``Fault``."""
    if value is None or not callable(value) or (isinstance(value, RemoteValue) and not value.is_function):
        raise Fault("nothing" if value is None else "type")
    return value


def instance(value: Any) -> Any:
    """Return ``value`` if it is an object, for probes that ask its attributes; else raise ``Fault``."""
    if value is None:
        raise Fault("nothing")
    if isinstance(value, Observer):  # an object that can be called too
        value = value._answer
    is_object = value.is_object if isinstance(value, RemoteValue) else kind_of(value) != "function"
    if not is_object or isinstance(value, list | tuple) or not _opaque(value):
        raise Fault("type")
    return value


def same_value(one: Any, other: Any, exercise: Exercise) -> bool:
    """Whether two answers gave the same value, as the exercise compares values."""
    if _opaque(one) or _opaque(other):
        return _opaque(one) and _opaque(other)
    if one is None or other is None:
        return one is other
    alike = _is_plain(one) and _is_plain(other) and one.shape == other.shape and one.size
    if alike and not same_value(one.item(0), other.item(0), exercise):
        return False
    try:
        return mismatch(other, one, exercise.rtol, exercise.atol) is None
    except TypeError:
        return False


def _is_plain(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype == np.float64


def _opaque(value: Any) -> bool:
    """Whether a value is a function or an object: what it does is seen when it is called."""
    if isinstance(value, list | tuple):
        return any(map(_opaque, value))
    # What an object is, is seen in what is done with it.
    return not isinstance(value, int | float | complex | str | np.ndarray | np.generic | dict | None)


def named(fault: str) -> str:
    """Return the name of the diagnosis of a fault that no misconception explains."""
    name, _, detail = fault.partition(":")
    if name == "unfinished":
        return f"calls_unfinished:{detail}"
    return fault if detail or fault in ("changed_argument", *TOO_SLOW) else f"wrong_{fault}"
