"""What came of a public example, in words: the mistake, what was asked, what the answer gave and what was due."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from functools import cached_property
from io import StringIO
from types import CodeType
from typing import TYPE_CHECKING, Any

from course import public
from course.causes import cause
from course.example_call import ExampleCall, call_example
from course.formatting import call, short, told_apart
from course.json_values import read
from course.language import catalogue, text
from course.letters import Odd, describe, odd_characters, odd_text

if TYPE_CHECKING:
    from course.difference import Relation


class Said(str):
    """A line for the learner that knows what it is about: ``key`` is its text in the catalogue, with ``values``."""

    key: str
    values: dict[str, Any]

    def __new__(cls, words: str, key: str, values: dict[str, Any]) -> Said:
        line = super().__new__(cls, words)
        line.key, line.values = key, values
        return line


@dataclass(frozen=True)
class Outcome:
    """What a check found. ``state``: ``correct``, ``wrong``, ``error``, ``stale`` or ``not_attempted``.

    ``hint``: what and where; ``staged``: the second part has to wait, because it says much about the solution.
    ``mistake``: the name of the known mistake, and what kind it is in both languages. ``waits``: the value is right
    here, so a wrong one in a later example is said first.
    """

    exercise: str
    state: str
    hint: tuple[str, str] = ("", "")
    details: tuple[str, ...] = ()
    staged: bool = False
    mistake: tuple[str, dict[str, str]] = ("", {})
    waits: bool = False


def look_at(
    name: str, answer: Callable[..., Any], example: dict[str, Any], data: dict[str, Any], lang: str
) -> Outcome | None:
    """Return what is wrong with an answer to one example of ``data``, the public data of its exercise, or None."""
    case = Case(name, answer, example, data, lang, lambda each: _called(answer, each, data["unit"]))
    done = case.done
    if not done.ended:
        return case.mistake("fault", "never_ends") or case.outcome("error", "endless", f"{done.seconds:g}")
    if case.not_begun():
        return Outcome(name, "not_attempted", hint_words("not_attempted", lang))
    if done.error is not None:
        return case.raised(done.error)
    if done.changed:
        return case.outcome("wrong", "changed_argument")
    return case.not_raised() if "raises" in example else case.wrong_value() or case.misbehaved()


def _called(answer: Callable[..., Any], example: dict[str, Any], unit: str) -> ExampleCall:
    module = public.module(unit)
    return call_example(
        answer, read(example["args"], module), read(example.get("named", {}), module),
        then=read(example.get("then", []), module),
        fulfils=getattr(module, example["fulfils"]) if "fulfils" in example else None,
        silent=example.get("silent", False), calls=example.get("calls"),
    )  # fmt: skip


@dataclass(frozen=True)
class Case:
    """An answer and what came of it in one example of ``data``; ``asks`` calls it as an example does."""

    name: str
    answer: Callable[..., Any]
    example: dict[str, Any]
    data: dict[str, Any]
    lang: str
    asks: Callable[[dict[str, Any]], ExampleCall]

    @cached_property
    def _asked(self) -> dict[int, ExampleCall]:
        """What came of later examples, by number: none is asked twice."""
        return {}

    @cached_property
    def done(self) -> ExampleCall:
        """What came of the example."""
        return self.asks(self.example)

    def not_begun(self) -> bool:
        """Whether every example ends at the line with which an answer cell starts."""
        if not isinstance(self.done.error, NotImplementedError):
            return False
        others = (each for each in self.data["examples"] if each is not self.example)
        return all(isinstance(self.asks(each).error, NotImplementedError) for each in others)

    def raised(self, error: Exception) -> Outcome | None:
        """Return what is said of an exception; None where the task demands it."""
        kind, refused, due = type(error).__name__, self.done.refused, self.example.get("raises")
        if not refused and any(each.__name__ == due for each in type(error).__mro__):
            return None
        details = [f"  {kind}: {error}" if str(error) else f"  {kind}"]
        if self.done.line:
            number, line = self.done.line
            details.append(self.said("line", number=number, line=line))
        if due:
            details.append(self.said("expected", expected=due))
        if not refused and (known := self.mistake("raises", self.done.raised, *details)):
            return known
        hint = self.odd() or self.why(error)
        return Outcome(self.name, "error", hint, (self.call(self.done.asked), *details))

    def why(self, error: Exception) -> tuple[str, str]:
        """Return the hint for an exception that no misconception explains."""
        if self.done.refused:
            return hint_words("refused", self.lang)
        known = cause(error)
        return hint_words("cause" if known else "raised", self.lang, known or type(error).__name__)

    def not_raised(self) -> Outcome:
        """Return what is said of an answer that returned something where an exception is due."""
        due, returned = self.example["raises"], self.done.observed
        details = (
            self.call(),
            self.said("got", actual=self.written(self.done.result)),
            self.said("expected", expected=due),
        )
        known = self.known_by_its_value(returned, details)
        return known or Outcome(self.name, "wrong", hint_words("not_raised", self.lang, due), details)

    def wrong_value(self) -> Outcome | None:
        """Return what is wrong with what the answer returned, or None."""
        expected, observed = read(self.example["expected"]), self.done.observed
        fault = self.mismatch(expected, observed) if self.done.is_function else "type"
        if fault is None:
            return None
        details = self.compared(expected)
        known = self.known_by_its_value(observed, details)
        return known or Outcome(self.name, "wrong", self.odd(expected) or self.guessed(fault, expected), details)

    def misbehaved(self) -> Outcome | None:
        """Return what the task forbids although the value is right: nothing drawn, too many calls, a warning."""
        done = self.done
        if done.unused:
            return self.outcome("wrong", "unused_generator")
        if done.called:
            name, count = done.called
            said = self.said("called", name=name, count=count, most=self.example["calls"][name])
            often = self.mistake("fault", "called_often", said) or self.outcome("wrong", "called_often", name, said)
            return replace(often, waits=True)
        if done.warning:
            said = self.said("warned", warning=done.warning)
            return self.mistake("fault", "warned", said) or self.outcome("wrong", "warned", "", said)
        return None

    def compared(self, expected: Any) -> tuple[str, ...]:
        """Return the lines that show what was asked, what came and what was due."""
        call, got, due = self.call(), self.done.result, expected
        if "then" in self.example and not self.done.is_function:
            due = self.said("function")
            return call, self.said("got", actual=self.written(got)), self.said("expected", expected=due)
        if "then" in self.example:
            at = self.first_wrong(dict(enumerate(expected)), dict(enumerate(self.done.observed)))
            call, got, due = self.call(at), self.done.observed[at], expected[at]
        elif "fulfils" in self.example:
            key = self.first_wrong(expected, self.done.observed)
            if key is None:
                shown = () if _is_object(got) else (self.said("got", actual=self.written(got)),)
                return call, *shown, self.said("fulfil")
            call, got, due = self.said("example", call=key), self.done.observed[key], expected[key]
        actual, expected = told_apart(got, due)
        actual = self.written(got) if inspect.isroutine(got) else actual
        return call, self.said("got", actual=actual), self.said("expected", expected=expected)

    def first_wrong(self, expected: Any, observed: Any) -> Any:
        """Return the first key whose values differ, where there are keys; a property's are the expressions it tried."""
        if not isinstance(expected, dict) or not isinstance(observed, dict):
            return None
        return next((key for key in expected if key in observed and self.mismatch(expected[key], observed[key])), None)

    def guessed(self, fault: str, expected: Any) -> tuple[str, str]:
        """Return the hint for a value that no misconception explains."""
        result = self.done.result
        if result is None:
            inner = _inner_functions(self.answer)
            return hint_words("wrong_nothing", self.lang, f"inner:{inner[0]}" if inner else "")
        if fault == "nothing":
            return hint_words("wrong_nothing", self.lang, "" if "then" in self.example else "part")
        if not self.done.is_function:
            return hint_words("wrong_type", self.lang, "no_function")
        if isinstance(result, tuple) and len(result) == 2 and isinstance(expected, int | float):
            return hint_words("wrong_shape", self.lang, f"pair:{short(result)}")
        hint = hint_words(f"wrong_{fault}", self.lang)
        related = self.related() if fault in ("value", "shape") else None
        return (text("check.visible.here", self.lang, said=related.sentence(self.lang)), hint[1]) if related else hint

    def related(self) -> Relation | None:
        """Return how what came relates to what was due: here and in a later example that fails, if there is one."""
        from course.difference import relation_of

        if "fulfils" in self.example:  # then what is compared is not what the answer returned
            return None
        pairs = self._pairs(self.example, self.done)
        found = relation_of(pairs, self.data["rtol"], self.data["atol"])
        if found is None:
            return None
        wrong = 0
        for _, example, done in self._later(range(len(self.data["examples"]))):
            if "fulfils" in example or "raises" in example or not done.is_function:
                continue
            other = relation_of([*pairs, *self._pairs(example, done)], self.data["rtol"], self.data["atol"])
            if self.mismatch(read(example["expected"]), done.observed):
                wrong += 1
                if other is not None:  # with the numbers of this example
                    same = other.name == found.name or (found.name, other.name) == ("shape", "shapes")
                    return found if same else other
        return None if wrong else found

    def _pairs(self, example: dict[str, Any], done: ExampleCall) -> list[tuple[Any, Any]]:
        """Return what was due and what came, for every call."""
        expected = read(example["expected"])
        return list(zip(expected, done.observed, strict=True)) if "then" in example else [(expected, done.observed)]

    def _later(self, numbers: Iterable[int]) -> Iterator[tuple[int, dict[str, Any], ExampleCall]]:
        """Yield the later ones of these examples, by number, in which the answer comes to a value."""
        examples = self.data["examples"]
        here = next(number for number, example in enumerate(examples) if example is self.example)
        for number in numbers:
            if number > here:
                if number not in self._asked:
                    with redirect_stdout(StringIO()):
                        self._asked[number] = self.asks(examples[number])
                done = self._asked[number]
                if not done.ended:
                    return
                if done.error is None:
                    yield number, examples[number], done

    def outcome(self, state: str, hint: str, detail: str = "", *details: str) -> Outcome:
        lines = (self.call(self.done.asked), *details)
        return Outcome(self.name, state, hint_words(hint, self.lang, detail), lines)

    def mistake_of(self, value: Any) -> dict[str, Any] | None:
        """Return the misconception that gives this value, if there is one."""
        known = (mistake for mistake in self.example["mistakes"] if "value" in mistake)
        same = (mistake for mistake in known if not self.mismatch(read(mistake["value"]), value))
        return next((mistake for mistake in same if self.goes_on(mistake) is not False), None)

    def goes_on(self, mistake: dict[str, Any]) -> bool | None:
        """Return whether the answer gives what a misconception gives in a later example too; None if none shows that.

        What gives the same value once, and never again, is another mistake.
        """
        values = mistake.get("later", {})
        gave = [not self.mismatch(read(values[str(n)]), done.observed) for n, _, done in self._later(map(int, values))]
        return any(gave) if gave else None

    def mistake(self, key: str, is_: str, *details: str) -> Outcome | None:
        """Return what is said of the misconception that is known by this exception or fault, if there is one."""
        found = next((mistake for mistake in self.example["mistakes"] if mistake.get(key) == is_), None)
        return self.known(found, (self.call(self.done.asked), *details))

    def known_by_its_value(self, value: Any, details: tuple[str, ...]) -> Outcome | None:
        """Return what is said of the misconception with this value: of this example alone, if no other one shows it."""
        mistake = self.mistake_of(value)
        return self.known(mistake, details, only_here=not self.goes_on(mistake)) if mistake else None

    def known(
        self, mistake: dict[str, Any] | None, details: tuple[str, ...], only_here: bool = False
    ) -> Outcome | None:
        if mistake is None:
            return None
        hint = mistake["hint"]
        what, where = hint[self.lang]
        if only_here:
            what = text("check.visible.known_here", self.lang, said=what)
        named = mistake.get("name", ""), {lang: words[0] for lang, words in hint.items()}
        return Outcome(self.name, "wrong", (what, where), details, staged=True, mistake=named)

    def odd(self, expected: Any = None) -> tuple[str, str] | None:
        """Return the hint that names a look-alike character, if one is in what was returned or in the source."""
        odd = _odd_returned(expected, self.done.observed)
        found = _odd_written(self.answer, (self.name, *self.example.get("named", {})))
        if odd is not None:  # then its place in the source, if it stands there as it was returned
            odd = next((other for other in found if other.written == odd.written), odd)
        elif found:
            odd = found[0]
        return hint_words("look_alike", self.lang, describe(odd, self.lang)) if odd else None

    def mismatch(self, expected: Any, value: Any) -> str | None:
        from course.compare import mismatch

        return mismatch(expected, value, self.data["rtol"], self.data["atol"])

    def call(self, asked: int = -1) -> str:
        return self.said("example", call=call(self.name, self.example, public.module(self.data["unit"]), asked))

    def written(self, value: Any) -> str:
        return self.said("the_function", name=short(value)) if inspect.isroutine(value) else short(value)

    def said(self, key: str, **values: object) -> str:
        return Said(text(f"check.visible.{key}", self.lang, **values), key, values)


def _is_object(value: Any) -> bool:
    """Whether a value is of a class whose text says little: the learner's own, or an estimator."""
    import numpy as np

    plain = (int, float, complex, str, bytes, list, tuple, dict, np.ndarray, np.generic, type(None))
    return not isinstance(value, plain)


def _inner_functions(answer: Callable[..., Any]) -> list[str]:
    """Return the names of the functions that are defined inside a function."""
    constants = getattr(getattr(answer, "__code__", None), "co_consts", ())
    return [each.co_name for each in constants if isinstance(each, CodeType) and not each.co_name.startswith("<")]


def _odd_returned(expected: Any, observed: Any) -> Odd | None:
    """Return what is odd about the first text that looks like the expected one and is not."""
    pairs: list[tuple[Any, Any]]
    match expected, observed:
        case str(), str():
            return odd_text(observed, expected)
        case dict(), dict():
            shared = [(expected[key], observed[key]) for key in expected if key in observed]
            pairs = [*zip(sorted(expected, key=str), sorted(observed, key=str), strict=False), *shared]
        case list() | tuple(), list() | tuple():
            pairs = list(zip(expected, observed, strict=False))
        case _:
            return None
    return next(filter(None, (_odd_returned(one, other) for one, other in pairs)), None)


def _odd_written(answer: Callable[..., Any], names: tuple[str, ...]) -> list[Odd]:
    """Return the odd characters in the source of ``answer``, with their lines in the cell; none where it has none."""
    try:
        lines, start = inspect.getsourcelines(answer)
    except (OSError, TypeError, ValueError, SyntaxError):  # not from a file or a cell
        return []
    found = odd_characters("".join(lines), names)
    return [replace(odd, line=odd.line + max(start, 1) - 1) for odd in found]


def hint_words(name: str, lang: str, detail: str = "", alone: bool = False) -> tuple[str, str]:
    """Return the two sentences of ``[hint.name]``, for what no misconception explains.

    ``[hint.name.detail]`` says both or one of them in other words, where there is more to say about this detail.
    Of a detail such as ``conflict:12`` the first part names these words, and the rest is filled in.
    ``alone``: who reads them studies alone, and has nobody to hand in to.
    """
    group: Any = catalogue("check", lang)["hint"]
    hint = group[name]
    kind, colon, rest = detail.partition(":")
    own = hint.get(kind)
    if isinstance(own, dict):
        hint, detail = hint | own, rest if colon else detail
    where = "alone" if alone and "alone" in hint else "where"
    return hint["kind"].format(detail=detail), hint[where].format(detail=detail)
