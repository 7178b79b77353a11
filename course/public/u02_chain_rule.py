"""Public examples of unit 02: functions with their derivatives, and lists of them to join and to check."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def square(x: Any) -> Any:
    """x²."""
    return x**2


def d_square(x: Any) -> Any:
    """The derivative of :func:`square`, 2x."""
    return 2 * x


def cube(x: Any) -> Any:
    """x³."""
    return x**3


def d_cube(x: Any) -> Any:
    """The derivative of :func:`cube`, 3x²."""
    return 3 * x**2


def sine(x: Any) -> Any:
    """The sine of x, an angle in radians."""
    return np.sin(x)


def d_sine(x: Any) -> Any:
    """The derivative of :func:`sine`, the cosine."""
    return np.cos(x)


def bell(x: Any) -> Any:
    """1 + x²: never zero, so that one may divide by it."""
    return 1 + x**2


def _double(x: Any) -> Any:
    return 2 * x


def _two(x: Any) -> Any:
    return 2 + 0 * x


def _sum(u: Any) -> Any:
    return u[0] + u[1]


def _second(u: Any) -> Any:
    return u[1]


def _first(u: Any) -> Any:
    return u[0]


class Named(list):
    """A list that a public example passes under its name, as it passes a function: so it must look callable."""

    def __init__(self, name: str, items: list[Any]) -> None:
        super().__init__(items)
        self.__name__ = name

    def __call__(self) -> list[Any]:
        return list(self)


Pair = tuple[Callable[[Any], Any], Callable[[Any], Any]]

cube_then_sine: list[Pair] = Named("cube_then_sine", [(cube, d_cube), (sine, d_sine)])
"""Links of sin(x³), from inner to outer."""
bell_sine_square: list[Pair] = Named("bell_sine_square", [(bell, d_square), (sine, d_sine), (square, d_square)])
"""Links of (sin(1 + x²))²."""

sides: list[Callable[[Any], Any]] = Named("sides", [square, _double])
"""The sides u₁ = x² and u₂ = 2x of a rectangle."""
d_sides: list[Callable[[Any], Any]] = Named("d_sides", [d_square, _two])
"""The derivatives of :data:`sides`."""
area_partials: list[Callable[[Any], Any]] = Named("area_partials", [_second, _first])
"""The partial derivatives of the area y = u₁·u₂: u₂ and u₁."""
square_partials: list[Callable[[Any], Any]] = Named("square_partials", [lambda u: 2 * _sum(u), lambda u: 2 * _sum(u)])
"""The partial derivatives of y = (u₁ + u₂)²."""


def _cosecant_like(x: Any) -> Any:
    return 1 / np.cos(x)


def _power_rule_of_exp(x: Any) -> Any:
    return x * np.exp(x - 1)


table_rows: list[Pair] = Named(
    "table_rows", [(sine, d_sine), (np.tan, _cosecant_like), (cube, d_cube), (np.exp, _power_rule_of_exp)]
)
"""A table with two wrong rows: (tan x)′ = 1/cos x and (eˣ)′ = x·eˣ⁻¹."""
half_right_rows: list[Pair] = Named("half_right_rows", [(square, d_square), (abs, np.ones_like), (sine, d_sine)])
"""The second row, |x|′ = 1, is right on one side of 0 only."""
