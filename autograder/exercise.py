"""The language in which an exercise is described: reference, examples, probes, mistakes, alternatives.

    @exercise(points=1)
    def loss(w):                                  # the reference
        return w**2 + 12

    loss.example(3.0)                             # public: the visible check shows it

    @loss.probe("general")                        # hidden: from an implementation to observations
    def _(answer, rng):
        return [answer(w) for w in rng.normal(size=5)]

    @loss.mistake(en=("kind of mistake", "where to look"), ru=("…", "…"))
    def no_constant(w):
        return w**2

    @loss.alternative
    def product(w):
        return w * w + 12

A probe passes when its observations of the learner's function equal those of the reference. Every function here
that stands for an answer must be complete in itself (``np`` and ``math`` are given): the mutation tests run its
source in the sandbox.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from course.compare import ATOL, RTOL

PROBE_KINDS = ("simple", "general", "vector", "edge", "property")  # texts: course/locale/*/check.toml
SECONDS = 5.0  # that learner code may use for all calls of an exercise; at least 20 times what the slowest answer needs
PRELUDE = "import math\nimport numpy as np\n"

Text = dict[str, tuple[str, str]]  # language -> (what kind of mistake, where to look)


@dataclass(frozen=True)
class Probe:
    """One hidden test: ``kind`` of inputs, share of the points, and the script that observes an answer.

    ``part`` names what it looks at, if that is one of several functions, rows, branches or results.
    """

    kind: str
    credit: float
    observe: Callable[[Callable[..., Any], np.random.Generator], Any]
    part: str = ""

    @property
    def label(self) -> str:
        """Its part as a verdict names it, or else its kind."""
        return f"part:{self.part}" if self.part else self.kind


@dataclass(frozen=True)
class Mistake:
    """A misconception: a working wrong implementation and its hint.

    ``never_ends``: it loops for ever on some probe, so the judge never runs it and knows it by that.
    ``looks_like``: names of mistakes that no probe, or no public example, can tell from this one. Their hints are true
    of this one there, and are shown.
    """

    name: str
    function: Callable[..., Any]
    hint: Text
    never_ends: bool = False
    looks_like: tuple[str, ...] = ()


@dataclass(frozen=True)
class Equal:
    """Why a change of a right answer is no mistake: in ``answer``, where ``what`` stands in the changed line."""

    answer: str
    what: str
    why: str

    def fits(self, answer: str, line: str, changed: str) -> bool:
        """Whether this is the reason for a mutant."""
        return answer == self.answer and (self.what in line or self.what in changed)


@dataclass(frozen=True)
class Example:
    """A public call with ``args`` by place and ``named`` by name, and what is asked of it; see ``Exercise.example``."""

    args: tuple[Any, ...]
    then: tuple[tuple[Any, ...], ...] = ()
    fulfils: str = ""
    raises: str = ""
    silent: bool = False
    calls: dict[str, int] = field(default_factory=dict)
    named: dict[str, Any] = field(default_factory=dict)


@dataclass
class Exercise:
    """All that is known of one exercise; see the module's text for how it is written.

    ``seconds``: what learner code may use for all its calls, in processor time and waiting of its own.
    """

    name: str
    unit: str
    points: float
    reference: Callable[..., Any]
    rtol: float = RTOL
    atol: float = ATOL
    seconds: float = SECONDS
    examples: list[Example] = field(default_factory=list)
    probes: list[Probe] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    alternatives: list[Callable[..., Any]] = field(default_factory=list)
    equals: list[Equal] = field(default_factory=list)

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """The names of the reference's parameters, in their order."""
        return tuple(inspect.signature(self.reference).parameters)

    def example(
        self, *args: Any, then: tuple[tuple[Any, ...], ...] = (), fulfils: str = "",
        raises: str = "", silent: bool = False, calls: dict[str, int] | None = None, **named: Any,
    ) -> None:  # fmt: skip
        """Add a public example: a call that the visible check makes.

        ``then``: arguments to call a returned function with; ``fulfils``: a property in the unit's public module;
        ``raises``: the exception that is due; ``silent``: no warning may be given; ``calls``: how often, at most, each
        public function among the arguments may be called.
        """
        self.examples.append(Example(args, then, fulfils, raises, silent, calls or {}, named))

    def probe(
        self, kind: str, credit: float = 1.0, part: str = ""
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Add a hidden test; the points are shared out in the ratio of the credits.

        ``part`` is the name, in the words of the task, of the function, row, branch or result that it looks at.
        """
        if kind not in PROBE_KINDS:
            raise ValueError(f"{self.name}: a probe is one of {', '.join(PROBE_KINDS)}, not {kind!r}")

        def add(observe: Callable[..., Any]) -> Callable[..., Any]:
            self.probes.append(Probe(kind, credit, observe, part))
            return observe

        return add

    def mistake(
        self, *, en: tuple[str, str], ru: tuple[str, str], never_ends: bool = False, looks_like: tuple[str, ...] = ()
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Add a misconception with its hint in both languages: what kind of mistake, then where to look."""

        def add(function: Callable[..., Any]) -> Callable[..., Any]:
            hint = {"en": en, "ru": ru}
            self.mistakes.append(Mistake(function.__name__, function, hint, never_ends, looks_like))
            return function

        return add

    def equal(self, answer: Callable[..., Any], what: str, why: str) -> None:
        """Say why changes of the reference or an alternative, in lines with the text ``what``, are no mistakes."""
        name = answer.name if isinstance(answer, Exercise) else answer.__name__
        self.equals.append(Equal(name, what, why))

    def alternative(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Add a right answer written another way; it must get full marks."""
        self.alternatives.append(function)
        return function


def exercise(*, points: float, **options: Any) -> Callable[[Callable[..., Any]], Exercise]:
    """Turn a reference solution into an exercise; options: ``rtol``, ``atol``, ``seconds``.

    Its unit is the folder of its file: ``u04_gradient_descent`` is 04-gradient-descent.
    """

    def add(reference: Callable[..., Any]) -> Exercise:
        folder = reference.__module__.split(".")[-2:][0]
        return Exercise(reference.__name__, folder[1:].replace("_", "-"), points, reference, **options)

    return add


def answer_source(function: Callable[..., Any], name: str) -> str:
    """Return the source of an implementation as an answer file that defines ``name``."""
    lines = textwrap.dedent(inspect.getsource(function)).splitlines()
    start = next(n for n, line in enumerate(lines) if re.match(r"(def|class) ", line))
    return (
        PRELUDE
        + "\n".join(lines[start:])
        + (f"\n\n{name} = {function.__name__}\n" if function.__name__ != name else "\n")
    )
