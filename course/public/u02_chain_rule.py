"""Public examples of unit 02: functions with their derivatives, right and wrong, to join and to check."""

from __future__ import annotations

from typing import Any

import numpy as np


def square(x: Any) -> Any:
    """x²."""
    return x**2


def d_square(x: Any) -> Any:
    """The derivative of :func:`square`, 2x."""
    return 2 * x


def itself(x: Any) -> Any:
    """x."""
    return x


def plus_one(x: Any) -> Any:
    """1 + x."""
    return 1 + x


def line(x: Any) -> Any:
    """1 + 3x."""
    return 1 + 3 * x


def three(x: Any) -> Any:
    """3 everywhere, the derivative of :func:`line`."""
    return 3.0 + 0 * x


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


def exponential(x: Any) -> Any:
    """eˣ, which is its own derivative."""
    return np.exp(x)


def tangent(x: Any) -> Any:
    """The tangent of x, an angle in radians."""
    return np.tan(x)


def secant(x: Any) -> Any:
    """1/cos x: not the derivative of :func:`tangent`, its square is."""
    return 1 / np.cos(x)


def size(x: Any) -> Any:
    """|x|."""
    return np.abs(x)


def hill(x: Any) -> Any:
    """|x - 1|."""
    return np.abs(x - 1)


def gentle(x: Any) -> Any:
    """0.3·x."""
    return 0.3 * x


def d_gentle(x: Any) -> Any:
    """The derivative of :func:`gentle`, 0.3 everywhere."""
    return 0.3 + 0 * x


def one(x: Any) -> Any:
    """1 everywhere."""
    return 1.0 + 0 * x


def two(x: Any) -> Any:
    """2 everywhere, the derivative of :func:`d_square`."""
    return 2.0 + 0 * x


def logarithm(x: Any) -> Any:
    """ln x."""
    return np.log(x)


def first(u: Any) -> Any:
    """u₁, the partial derivative of u₁·u₂ with respect to u₂."""
    return _entry(u, 0)


def second(u: Any) -> Any:
    """u₂, the partial derivative of u₁·u₂ with respect to u₁."""
    return _entry(u, 1)


def twice_the_sum(u: Any) -> Any:
    """2(u₁ + u₂), either partial derivative of (u₁ + u₂)²."""
    return 2 * (_entry(u, 0) + _entry(u, 1))


def _entry(u: Any, i: int) -> float:
    """Return entry i, whatever is given for the array of inner values: wrong arguments give wrong numbers."""
    given = np.asarray(u, dtype=float).ravel()
    return float(given[i % given.size])


def dose(t: Any) -> Any:
    """t·e^(−0.8t), how much of a medicine is in the blood after t hours; ``t`` is a number or an array."""
    return t * np.exp(-0.8 * t)


def arch(x: Any) -> Any:
    """−3 − (x + 1.7)²: its top is at −1.7, three below zero."""
    return -3.0 - (x + 1.7) ** 2


def late(t: Any) -> Any:
    """t⁵·e^(−t): a long way up, and slowly down again."""
    return t**5 * np.exp(-t)
