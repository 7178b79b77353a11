"""What the reader can move. A control has a row of positions; the page counts them, the figure sees their values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import log10
from typing import NotRequired, Protocol, TypedDict, cast

Value = float | str


class Control(Protocol):
    """Something the reader can move. Its label is the text ``controls.<name>`` of the figure."""

    @property
    def name(self) -> str: ...

    @property
    def start(self) -> Value: ...

    @property
    def positions(self) -> tuple[Value, ...]:
        """All values, in order."""

    def described(self, say: Callable[[str], str]) -> Described:
        """Return what the page must know."""


class Described(TypedDict):
    """What a page must know of a control, besides its name."""

    kind: str
    names: list[str]
    """Of all positions."""
    play: NotRequired[int | None]
    """Milliseconds at each position when it plays."""


@dataclass(frozen=True)
class Slider:
    """A number from ``low`` to ``high`` by ``step``: drag it, press the arrow keys, or type into its box.

    With an integer ``step`` the value is an ``int``. With ``play``, a number of milliseconds, a play button
    walks through the values at that pace.
    """

    name: str
    low: float
    high: float
    step: float
    start: float
    play: int | None = None

    @cached_property
    def positions(self) -> tuple[float, ...]:
        count = round((self.high - self.low) / self.step) + 1
        values = (self.low + n * self.step for n in range(count))
        return tuple(round(value, self._digits) + 0.0 if self._digits else int(value) for value in values)

    def described(self, say: Callable[[str], str]) -> Described:
        return {"kind": "slider", "names": [f"{value:.{self._digits}f}" for value in self.positions], "play": self.play}

    @property
    def _digits(self) -> int:
        # A step is a finite number: its exponent is one too.
        return max(0, -cast(int, Decimal(repr(self.step)).as_tuple().exponent))


@dataclass(frozen=True)
class LogSlider:
    """A positive number from ``low`` to ``high`` on a log scale, ``steps`` steps to each factor of ten."""

    name: str
    low: float
    high: float
    steps: int
    start: float

    @cached_property
    def positions(self) -> tuple[float, ...]:
        first = log10(self.low)
        count = round((log10(self.high) - first) * self.steps) + 1
        return tuple(float(f"{10 ** (first + n / self.steps):.3g}") for n in range(count))

    def described(self, say: Callable[[str], str]) -> Described:
        return {"kind": "slider", "names": [f"{value:g}" for value in self.positions]}


@dataclass(frozen=True)
class Choice:
    """One of a few named options, as a drop-down list or, with ``buttons``, as a row of buttons.

    The name of an option is the text ``options.<name>.<option>`` of the figure.
    """

    name: str
    options: tuple[str, ...]
    start: str
    buttons: bool = False

    @property
    def positions(self) -> tuple[str, ...]:
        return self.options

    def described(self, say: Callable[[str], str]) -> Described:
        names = [say(f"options.{self.name}.{option}") for option in self.options]
        return {"kind": "buttons" if self.buttons else "list", "names": names}


def position(control: Control, value: Value) -> int:
    """Return where ``value`` stands, or the place nearest to it."""
    if isinstance(value, str):
        return control.positions.index(value)
    numbers = cast("tuple[float, ...]", control.positions)  # as its value is
    return min(range(len(numbers)), key=lambda n: abs(numbers[n] - value))
