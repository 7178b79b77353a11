"""How a wrong value relates to the right one: twice as large, one element off, reversed, of another shape.

Whatever is said is true of the values, within the tolerance of the exercise. Where nothing simple is true, or the
truth would be an accident of few numbers, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

import numpy as np

from course.compare import ATOL, RTOL, mismatch
from course.language import text

SIMPLE = [Fraction(1, low) for low in (2, 3, 4, 10, 100)] + [Fraction(high) for high in (2, 3, 4, 10, 100)]
NEAR = 1e-2  # relative error up to which a value is right but for its precision
TINY = 1e-3  # the same for one that is small beside others: what it lacks, as a part of the largest
COUNTED = 4  # parts of a result that have a word for their place
SELDOM = 0.1  # part of the wrong arrays that may be small from end to end: so seldom a gradient vanishes by chance

Pair = tuple[Any, Any]  # expected, got


@dataclass(frozen=True)
class Relation:
    """A sentence that is true: ``name`` stands in ``[relation]`` of the texts of the check, ``values`` fill it in.

    ``part``: the keys, or places, that lead to the only part of a result that is wrong; the sentence is about that.
    """

    name: str
    values: dict[str, Any] = field(default_factory=dict)
    part: tuple[Any, ...] = ()

    def sentence(self, lang: str | None = None) -> str:
        """Return the sentence in a language."""
        said = text(f"check.relation.{self.name}", lang, **self.values)
        return text("check.relation.part", lang, part=named(self.part, lang), said=said) if self.part else said


def named(part: Sequence[Any], lang: str | None = None) -> str:
    """Return what a part of a result is called: by its key, or by where it stands and which that is in words."""
    place = "".join(f"[{key!r}]" for key in part)
    match part:
        case [str() as key]:
            return repr(key)
        case [int() as index] if index < COUNTED:
            return text(f"check.place.{index}", lang, place=place)
    return place


def relation(
    expected: Any, got: Any, rtol: float = RTOL, atol: float = ATOL, *, size: int | None = None
) -> Relation | None:
    """Return how a wrong value relates to the expected one, or None; numbers, texts, and lists and dicts of them.

    ``size``: how many data the value was computed from, if that is known: a sum in place of a mean is then noticed.
    """
    return relation_of([(expected, got)], rtol, atol, sizes=None if size is None else [size])


def relation_of(
    pairs: Iterable[Pair], rtol: float = RTOL, atol: float = ATOL, *, sizes: Sequence[int] | None = None
) -> Relation | None:
    """Return the most telling relation that holds for every pair of an expected value and a value that was given.

    Equal pairs may be among them: the relation holds for them too. ``sizes``: one for each pair.
    """
    pairs = list(pairs)
    same = _Same(rtol, atol)
    if all(same(*pair) for pair in pairs):
        return None
    found = _of_texts(pairs) or _of_keys(pairs) or _of_sizes(pairs, same, sizes)
    return found or _of_numbers(pairs, same) or _of_parts(pairs, same)


@dataclass(frozen=True)
class _Same:
    """Whether a value passes for the expected one."""

    rtol: float
    atol: float

    def __call__(self, expected: Any, got: Any) -> bool:
        try:
            return mismatch(expected, got, self.rtol, self.atol) is None
        except TypeError:  # objects
            return expected is got


def _of_texts(pairs: list[Pair]) -> Relation | None:
    if not all(isinstance(each, str) for pair in pairs for each in pair):
        return None
    if all(expected.strip() == got.strip() for expected, got in pairs):
        return Relation("spaces")
    if all(expected.casefold() == got.casefold() for expected, got in pairs):
        return Relation("case")
    return None


def _of_keys(pairs: list[Pair]) -> Relation | None:
    """Return which keys of a dictionary are always missing, or that there are others beside those that are due."""
    if not all(isinstance(each, dict) for pair in pairs for each in pair):
        return None
    missing = [[key for key in expected if key not in got] for expected, got in pairs]
    if missing[0] and all(each == missing[0] for each in missing):
        return Relation("missing_keys", {"keys": ", ".join(map(repr, missing[0]))})
    return Relation("more_keys") if all(expected.keys() < got.keys() for expected, got in pairs) else None


def _of_sizes(pairs: list[Pair], same: _Same, sizes: Sequence[int] | None) -> Relation | None:
    """Return that every value is as many times too large, or too small, as there are data."""
    arrays = _arrays(pairs)
    if sizes is None or arrays is None or any(expected.dtype.kind == "b" for expected, _ in arrays):
        return None
    known = list(zip(arrays, sizes, strict=True))
    if all(size > 1 and same(expected * size, got) for (expected, got), size in known):
        return Relation("times_size", {"sizes": _listed(sizes)})
    if all(size > 1 and same(expected / size, got) for (expected, got), size in known):
        return Relation("over_size", {"sizes": _listed(sizes)})
    return None


def _listed(sizes: Sequence[int]) -> str:
    return ", ".join(map(str, dict.fromkeys(sizes)))


def _of_parts(pairs: list[Pair], same: _Same) -> Relation | None:
    """Return the relation of the only part of a list, tuple or dictionary that is wrong."""
    parts: dict[Any, list[Pair]] = {}
    for expected, got in pairs:
        due, come = parts_of(expected), parts_of(got)
        if due is None or come is None or due.keys() != come.keys():
            return None
        for key in due:
            parts.setdefault(key, []).append((due[key], come[key]))
    wrong = [key for key, values in parts.items() if not all(same(*pair) for pair in values)]
    if len(wrong) > 1:
        return _all_near(parts, wrong, same)
    if len(wrong) != 1 or len(parts) < 2:
        return None
    found = relation_of(parts[wrong[0]], same.rtol, same.atol) or Relation("wrong")
    return replace(found, part=(wrong[0], *found.part))


def _all_near(parts: dict[Any, list[Pair]], wrong: list[Any], same: _Same) -> Relation | None:
    """Return that all parts that are wrong are right but for their precision."""
    found = [relation_of(parts[key], same.rtol, same.atol) for key in wrong]
    if any(each is None or each.name != "near" or each.part for each in found):
        return None
    return max(filter(None, found), key=lambda each: float(each.values["error"]))


def parts_of(value: Any) -> dict[Any, Any] | None:
    """Return the entries of a dictionary, list or tuple by key or place; None for anything else."""
    if isinstance(value, dict):
        return value
    return dict(enumerate(value)) if isinstance(value, list | tuple) else None


def _of_numbers(pairs: list[Pair], same: _Same) -> Relation | None:
    """Return the first of the relations between arrays that holds for all pairs."""
    arrays = _arrays(pairs)
    if arrays is None:
        return None
    if any((expected.dtype.kind == "b") != (got.dtype.kind == "b") for expected, got in arrays):
        return None
    if arrays[0][0].dtype.kind == "b":
        flipped = all(same(~expected, got) for expected, got in arrays) and sum(got.size for _, got in arrays) > 1
        return Relation("opposite") if flipped else None
    with np.errstate(all="ignore"):
        same_shape = all(expected.shape == got.shape for expected, got in arrays)
        relations = (_alike if same_shape else _unlike)(arrays, same)
        counts = any(np.asarray(expected).dtype.kind in "iu" for expected, _ in pairs)
        found = next((each for each in relations if each.name != "near" or not counts), None)
    # A pair of arrays has no shape, though NumPy finds one for it.
    is_pair = any(isinstance(expected, tuple) for expected, _ in pairs)
    return None if is_pair and found is not None and found.name in ("shape", "shapes", "rearranged") else found


def _arrays(pairs: list[Pair]) -> list[tuple[np.ndarray, np.ndarray]] | None:
    """Return both of every pair as arrays; None where one of them has none."""
    found = [(_array(expected), _array(got)) for expected, got in pairs]
    arrays = [(expected, got) for expected, got in found if expected is not None and got is not None]
    return arrays if len(arrays) == len(found) else None


def _array(value: Any) -> np.ndarray | None:
    """Return numbers as an array, or None."""
    if isinstance(value, str | bytes | dict) or value is None:
        return None
    try:
        array = np.asarray(value)
        array = array.astype(float) if array.dtype == object else array
    except (ValueError, TypeError, OverflowError):  # ragged, or no numbers
        return None
    if array.dtype.kind not in "biuf" or not np.isfinite(array).all():
        return None
    return array if array.dtype.kind == "b" else array.astype(float)


# ------------------------------------------------------------------------------------------------- of another shape


def _unlike(arrays: list[tuple[np.ndarray, np.ndarray]], same: _Same) -> Iterator[Relation]:
    def all_are(make: Callable[[np.ndarray], Any]) -> bool:
        return all(same(make(expected), got) for expected, got in arrays)

    vectors = all(expected.ndim == 1 and expected.size > 1 for expected, _ in arrays)
    if all(expected.ndim > 1 for expected, _ in arrays) and all_are(np.transpose):
        yield Relation("transposed")
    if all(expected.ndim > 1 and len(expected) > 1 for expected, _ in arrays) and all_are(np.ravel):
        yield Relation("joined")
    flat = all(got.ndim == 1 and same(np.ravel(expected), got) for expected, got in arrays)
    if flat and any(not expected.ndim for expected, _ in arrays):
        yield Relation("flattened")
    if vectors:
        if all_are(lambda values: values[1:]):
            yield Relation("first_missing")
        if all_are(lambda values: values[:-1]):
            yield Relation("last_missing")
        if all(got.ndim == 1 and got.size == expected.size + 1 for expected, got in arrays):
            for name, kept in (("first_extra", slice(1, None)), ("last_extra", slice(None, -1))):
                if all(same(expected, got[kept]) for expected, got in arrays):
                    yield Relation(name)
        first, last = (lambda values: values[0]), (lambda values: values[-1])
        one_number = (("only_first", first), ("only_last", last), ("summed", np.sum), ("averaged", np.mean))
        made = [name for name, make in one_number if all_are(make)]
        if len(made) == 1:  # where the mean is the first one by chance, nobody knows which it is
            yield Relation(made[0])
    if all(not expected.ndim and got.size > 1 for expected, got in arrays):
        last = lambda values: values.ravel()[-1]  # noqa: E731
        for name, make in (("not_summed", np.sum), ("not_averaged", np.mean), ("last_is_right", last)):
            if all(same(expected, make(got)) for expected, got in arrays):
                yield Relation(name)
    for name, more in (("one_short", -1), ("one_long", 1)):
        if all(_is_longer_by(more, got, expected) for expected, got in arrays):
            yield Relation(name)
    shapes = {(expected.shape, got.shape) for expected, got in arrays if not same(expected, got)}
    if len(shapes) == 1 and () not in (*shapes,)[0]:
        expected_shape, got_shape = shapes.pop()
        rearranged = all(same(expected.ravel(), got.ravel()) for expected, got in arrays)
        yield Relation("rearranged" if rearranged else "shape", {"got": got_shape, "expected": expected_shape})
        return
    wrong = [(expected, got) for expected, got in arrays if not same(expected, got)]
    if all(expected.ndim and got.ndim and expected.shape != got.shape for expected, got in wrong):
        yield Relation("shapes", {"got": wrong[0][1].shape, "expected": wrong[0][0].shape})
    if all(not expected.ndim and got.size > 1 for expected, got in wrong):
        yield Relation("many_for_one")
    if all(not got.ndim and expected.size > 1 for expected, got in wrong):
        yield Relation("one_for_many")


def _is_longer_by(more: int, got: np.ndarray, expected: np.ndarray) -> bool:
    """Whether an array has so many entries more along its first axis; nothing at all has no other axes."""
    if not expected.ndim or not got.ndim or len(got) != len(expected) + more:
        return False
    return got.shape[1:] == expected.shape[1:] or not got.size


# ------------------------------------------------------------------------------------------------- of the same shape


def _alike(arrays: list[tuple[np.ndarray, np.ndarray]], same: _Same) -> Iterator[Relation]:
    def all_are(make: Callable[[np.ndarray], Any]) -> bool:
        return all(same(make(expected), got) for expected, got in arrays)

    expected = np.concatenate([each.ravel() for each, _ in arrays])
    got = np.concatenate([each.ravel() for _, each in arrays])
    wrong = ~np.isclose(got, expected, rtol=same.rtol, atol=same.atol)
    one_array = len(arrays) == 1 and arrays[0][0].ndim > 0
    vectors = all(each.ndim == 1 for each, _ in arrays)
    several = expected.size > 1 and np.unique(expected).size > 1

    if several and same(np.zeros(got.shape), got):
        yield Relation("zeros")
    if several and same(np.full(got.shape, got[0]), got):
        yield Relation("constant", {"value": _number(got[0])})
    tables = all(each.ndim == 2 and len(each) > 1 for each, _ in arrays) and any(len(each) > 2 for each, _ in arrays)
    unlike = tables and not any(same(each[:-1], each[1:]) for each, _ in arrays)
    if unlike and all(same(each[:1].repeat(len(each), axis=0), each) for _, each in arrays):
        yield Relation("equal_rows")
    if all_are(np.negative):
        yield Relation("sign")
    if all_are(np.abs) and (several or expected[0] < 0):
        yield Relation("sign_lost")
    if vectors and all_are(lambda values: values[::-1]):
        yield Relation("swapped" if all(each.size == 2 for each, _ in arrays) else "reversed")
    if all(each.ndim == 2 for each, _ in arrays) and all_are(np.transpose):
        yield Relation("transposed")
    if vectors and all_are(np.sort):
        yield Relation("sorted")
    if vectors and several and all(same(np.sort(one), np.sort(other)) for one, other in arrays):
        yield Relation("order")
    make: Callable[[Any], Any]
    different = np.unique(expected[wrong]).size > 1  # one number has many ways to become a whole one
    for name, make in (("rounded", np.round), ("rounded_down", np.floor), ("cut", np.trunc)):
        if all_are(make) and (different or (expected.size == 1 and abs(got[0]) > 1)):
            yield Relation(name)
    if one_array and wrong.sum() == 1 and wrong.size > 2:
        index = np.unravel_index(int(np.argmax(wrong)), arrays[0][0].shape)
        yield Relation("one_element", {"index": ", ".join(str(int(place)) for place in index)})
    yield from _near(arrays, same)
    yield from _scaled(expected, got, same, several)
    for name, make in (("squared", np.square), ("root", np.sqrt), ("reciprocal", np.reciprocal)):
        if all_are(make):
            yield Relation(name)
    if one_array and vectors and wrong.size > 2 and wrong.any() and not wrong[0]:
        first = int(np.argmax(wrong))
        if wrong[first:].all():
            yield Relation("from_index", {"index": first})
    long = all(len(each) > 2 for each, _ in arrays) if all(each.ndim for each, _ in arrays) else False
    for name, kept, given in (("early", slice(1, None), slice(None, -1)), ("late", slice(None, -1), slice(1, None))):
        moved = long and all(same(one[kept], other[given]) and not same(one, other) for one, other in arrays)
        if moved and all(np.unique(one[kept]).size > 1 for one, _ in arrays):  # equal values stand in every place
            yield Relation(name)


def _near(arrays: list[tuple[np.ndarray, np.ndarray]], same: _Same) -> Iterator[Relation]:
    """Yield that the values are right but for their precision, with the largest error that counts."""
    masks = [~np.isclose(got, expected, rtol=same.rtol, atol=same.atol) for expected, got in arrays]
    off = [(expected, got, wrong) for (expected, got), wrong in zip(arrays, masks, strict=True) if wrong.any()]
    if not off or all(_are_whole(one[wrong]) and _are_whole(two[wrong]) for one, two, wrong in off):
        return  # a whole number that is one short is no lack of precision
    largest = np.array([np.max(np.abs(expected)) for expected, _, _ in off])
    small = np.mean(largest <= NEAR * largest.max())  # beside the largest nobody sees how wrong the smallest are
    slack = TINY / NEAR * largest.max() if small <= SELDOM else 0.0
    lacking = np.concatenate([np.abs(got - expected)[wrong] for expected, got, wrong in off])
    size = np.concatenate([np.maximum(np.abs(expected), slack)[wrong] for expected, _, wrong in off])
    if size.all():
        error = float(np.max(lacking / size))
        if 0 < error <= NEAR:
            plain = np.concatenate([np.abs(expected)[wrong] for expected, _, wrong in off])
            seen = plain > NEAR * largest.max()  # of what is that small no relative error is told
            told = max([error, *(lacking[seen] / plain[seen])])
            yield Relation("near", {"error": f"{told:.0e}"})


def _are_whole(numbers: np.ndarray) -> bool:
    return np.array_equal(numbers, np.rint(numbers))


def _scaled(expected: np.ndarray, got: np.ndarray, same: _Same, several: bool) -> Iterator[Relation]:
    """Yield a constant factor, or a constant difference: any where several values agree on it, else a simple one."""
    largest = int(np.argmax(np.abs(expected)))
    if expected[largest]:
        factor = float(got[largest] / expected[largest])
        simple = next((each for each in SIMPLE if np.isclose(float(each), abs(factor), rtol=same.rtol, atol=0)), None)
        agreed = several and np.unique(np.abs(expected[expected != 0])).size > 1
        exact = float(np.copysign(float(simple), factor)) if simple else factor
        if factor and (simple or agreed) and same(expected * exact, got):
            written = f"{'-' if factor < 0 else ''}{simple}" if simple else _number(exact)
            yield Relation("factor", {"factor": written})
    shift = float(got[0] - expected[0])
    whole = abs(shift) == 1.0
    if (several or whole) and shift and same(expected + shift, got):
        yield Relation("shift_up" if shift > 0 else "shift_down", {"shift": _number(abs(shift))})


def _number(value: float) -> str:
    return f"{value + 0.0:.4g}"
