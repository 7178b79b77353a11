"""What an accident is; see the package's text for how one is written."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .learner import Work

ACCIDENTS: list[Accident] = []


@dataclass(frozen=True)
class Accident:
    """What happened to somebody's work, and what must be said about it. No accident costs a point."""

    happened: str
    apply: Callable[[Work], None]
    says: tuple[str, ...] = ()
    several: bool = False
    handed_in: str | None = "2026-11-03T10:00"
    units: str = ""
    lang: str = ""
    notebooks: int = 0  # how many it happens to; as many as its class has if left out
    loaded: bool = True  # whether it is graded on a busy computer too

    @property
    def name(self) -> str:
        """The name of the student it happens to."""
        return f"{self.group}-{self.apply.__name__.replace('_', '-')}"

    @property
    def group(self) -> str:
        """The class of accidents it belongs to: the name of its file."""
        return Path(inspect.getfile(self.apply)).stem

    def fits(self, unit: str) -> bool:
        """Whether it can happen in a unit."""
        return not self.units or unit[:2] in self.units.split()


def accident(happened: str, **more: object) -> Callable[[Callable[[Work], None]], Callable[[Work], None]]:
    """Add an accident; the fields of ``Accident`` are its options."""

    def add(apply: Callable[[Work], None]) -> Callable[[Work], None]:
        ACCIDENTS.append(Accident(happened, apply, **more))  # type: ignore[arg-type]
        return apply

    return add
