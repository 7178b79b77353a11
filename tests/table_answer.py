"""An answer without any algorithm: a table of everything that was ever asked and how it was answered.

It is learnt from the reference over many seeds, the best that somebody could do who had collected the hidden inputs of
a whole university for years. What is drawn anew for every student it does not know; then it gives what is most often
right for a question in this place. So what it earns is what inputs and answers that never vary are worth.
"""

from __future__ import annotations

import copy
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercise import Exercise
from autograder.judging.observe import run
from course.compare import mismatch

POINTS = (0.5, -1.25, 2.0, np.array([0.5, -1.25]), np.array([[0.5], [2.0]]))  # a function is known by its values there
OPERATORS = ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "pow", "neg", "getitem", "len")


_Call = tuple[int, tuple[Any, ...], dict[str, Any]]  # which argument was called, and with what


class Table:
    """What the reference answered, by what it was asked; plain values, or that it was a function or an object."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise
        self._answers: dict[Any, Any] = {}
        self._often: defaultdict[int, Counter[Any]] = defaultdict(Counter)  # by the place of the question in its probe
        self._values: dict[Any, Any] = {}
        self.calls: dict[Any, list[_Call]] = {}  # of functions among the arguments
        self._numbers: dict[Any, int] = {}

    def learn(self, seed: int) -> None:
        """Watch what the reference answers in every probe."""
        for number, probe in enumerate(self._exercise.probes):
            run(probe, _entry(self, _Log(), self._exercise.reference), seed, number)

    def earned(self, seed: int) -> float:
        """Return the share of the points that the table earns with this seed."""
        total = passed = 0.0
        for number, probe in enumerate(self._exercise.probes):
            expected = run(probe, self._exercise.reference, seed, number)
            got = run(probe, _entry(self, _Log(), None), seed, number)
            fault = got.failure or mismatch(expected.observed, got.observed, self._exercise.rtol, self._exercise.atol)
            total += probe.credit
            passed += 0.0 if fault else probe.credit
        return passed / total

    def number(self, *key: Any) -> int:
        """Return a short name for a key: of what is done with a thing that came of a thing, names would grow."""
        return self._numbers.setdefault(key, len(self._numbers))

    def keep(self, key: Any, place: int, kind: str, value: Any) -> None:
        """Write down an answer: its kind, and the value where it is a plain one."""
        self._answers[key] = (kind, value)
        name = (kind, key_of(value))
        self._often[place][name] += 1
        self._values[name] = value

    def find(self, key: Any, place: int) -> tuple[str, Any]:
        """Return what was answered; where that is not known, what was answered most often in this place."""
        if key in self._answers:
            return self._answers[key]
        if not self._often[place]:
            raise KeyError("nothing is known")
        ((kind, value), _), *_ = self._often[place].most_common(1)
        return kind, self._values[kind, value]


class _Log:
    """What was asked so far in a probe: objects may remember it."""

    def __init__(self) -> None:
        self.done = -1
        self.asked = 0


class _Remembered:
    """A function or an object that is watched (it has something ``behind`` it), or played from the table."""

    def __init__(self, table: Table, log: _Log, behind: Any, path: Any, kind: str) -> None:
        self._table, self._log, self._behind, self._path, self._kind = table, log, behind, path, kind

    def _do(self, what: str, args: tuple[Any, ...], named: dict[str, Any], really: Callable[[Any], Any]) -> Any:
        key = self._table.number(self._path, what, key_of(args), key_of(named))
        if self._kind == "object":
            key = self._log.done = self._table.number(self._log.done, key)
        place = self._log.asked
        self._log.asked += 1
        if self._behind is not None:
            try:
                value = really(self._behind)
            except Exception as error:  # that is an answer too
                self._table.keep(key, place, "raised", type(error))
                raise
            kind = "function" if _is_function(value) else "value" if _is_plain(value) else "object"
            self._table.keep(key, place, kind, value if kind == "value" else None)
        else:
            kind, value = self._table.find(key, place)
        if kind == "raised":
            raise value
        if kind == "value":
            return value
        wrapped = _Called if kind == "function" else _Object
        return wrapped(self._table, self._log, value, key, kind)


class _Called(_Remembered):
    def __call__(self, *args: Any, **named: Any) -> Any:
        key = (self._path, key_of(args), key_of(named))
        if self._behind is None:  # a probe may count how often its functions are called, and with what
            given = [*args, *named.values()]
            for place, asked, by_name in self._table.calls.get(key, ()):
                if callable(given[place]):
                    given[place](*asked, **by_name)
            return self._do("call", args, named, lambda behind: None)
        calls = self._table.calls[key] = []
        spied = [_spied(value, place, calls) for place, value in enumerate((*args, *named.values()))]
        given, given_named = _bare(spied[: len(args)]), _bare(dict(zip(named, spied[len(args) :], strict=True)))
        return self._do("call", args, named, lambda behind: behind(*given, **given_named))


class _Object(_Remembered):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._do("get", (name,), {}, lambda behind: getattr(behind, name))


def _operator(name: str) -> Callable[..., Any]:
    def operate(self: _Object, *args: Any) -> Any:
        return self._do(name, args, {}, lambda behind: getattr(behind, f"__{name}__")(*_bare(args)))

    return operate


for _name in OPERATORS:
    setattr(_Object, f"__{_name}__", _operator(_name))


def _entry(table: Table, log: _Log, behind: Any) -> _Called:
    return _Called(table, log, behind, (), "function")


def _spied(value: Any, place: int, calls: list[_Call]) -> Any:
    """Return a function that writes down how it is called; anything else as it is."""
    if not callable(value) or isinstance(value, _Remembered | type):
        return value

    def spy(*args: Any, **named: Any) -> Any:
        calls.append((place, *copy.deepcopy((args, named))))
        return value(*args, **named)

    return spy


def _bare(value: Any) -> Any:
    if isinstance(value, _Remembered):
        return value._behind
    if type(value) in (list, tuple):
        return type(value)(map(_bare, value))
    return {key: _bare(item) for key, item in value.items()} if isinstance(value, dict) else value


def _is_function(value: Any) -> bool:
    return callable(value)


def _is_plain(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    return isinstance(value, int | float | complex | str | np.ndarray | np.generic | None)


def key_of(value: Any) -> Any:
    """Return what a value is known by: equal numbers are the same, functions are known by some of their values."""
    if isinstance(value, _Remembered):
        return value._path
    if isinstance(value, np.random.Generator):
        return str(value.bit_generator.state)
    if isinstance(value, np.ndarray):
        return (value.shape, value.dtype.kind, value.tobytes())
    if isinstance(value, list | tuple):
        return tuple(map(key_of, value))
    if isinstance(value, dict):
        return tuple((name, key_of(item)) for name, item in value.items())
    if isinstance(value, int | float | complex | str | np.generic | None):
        return value if not isinstance(value, np.generic) else value.item()
    if callable(value):
        return tuple(_value_at(value, point) for point in POINTS)
    return repr(value)


def _value_at(function: Callable[..., Any], point: Any) -> Any:
    try:
        with np.errstate(all="ignore"):
            return key_of(function(point))
    except Exception as error:  # whatever a function of a probe does with a point that it does not expect
        return type(error).__name__
