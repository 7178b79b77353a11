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


def _secant(x: Any) -> Any:
    return 1 / np.cos(x)


def _power_rule_of_exp(x: Any) -> Any:
    return x * np.exp(x - 1)


table_rows: list[Pair] = Named(
    "table_rows", [(sine, d_sine), (np.tan, _secant), (cube, d_cube), (np.exp, _power_rule_of_exp)]
)
"""A table with two wrong rows: (tan x)′ = 1/cos x and (eˣ)′ = x·eˣ⁻¹."""


def _hill(x: Any) -> Any:
    return np.abs(x - 1)


def _linear(x: Any) -> Any:
    return 0.3 * x


def _three_tenths(x: Any) -> Any:
    return 0.3 + 0 * x


def _one(x: Any) -> Any:
    return 1.0 + 0 * x


rows_to_proofread: list[Pair] = Named(
    "rows_to_proofread",
    [(np.exp, np.exp), (_linear, _three_tenths), (np.tan, _secant), (abs, _one), (square, _one), (_hill, _one)],
)
"""eˣ, 0.3x, tan x, |x|, x² and |x - 1|: the first two rows are right, the last three are wrong at some points only."""
