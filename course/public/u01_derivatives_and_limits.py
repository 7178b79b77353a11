"""Public examples of unit 01: a few functions to differentiate, and a hill with two coordinates."""

from __future__ import annotations

from typing import Any

import numpy as np


def square(x: Any) -> Any:
    """x²; ``x`` is a number or an array."""
    return x**2


def d_square(x: Any) -> Any:
    """The derivative of :func:`square`, 2x."""
    return 2.0 * x


def cube(x: Any) -> Any:
    """x³; ``x`` is a number or an array."""
    return x**3


def parabola(x: Any) -> Any:
    """2x² − 3x + 1; ``x`` is a number or an array."""
    return 2.0 * x**2 - 3.0 * x + 1.0


def high_parabola(x: Any) -> Any:
    """x² + 10⁹: so high above zero that few digits are left for x²."""
    return x**2 + 1e9


def wave(x: Any) -> Any:
    """The sine of x; ``x`` is a number or an array."""
    return np.sin(x)


def d_wave(x: Any) -> Any:
    """The derivative of :func:`wave`, the cosine."""
    return np.cos(x)


def hill(point: Any) -> float:
    """x₁² + 3·x₂ for a point (x₁, x₂)."""
    x1, x2 = np.asarray(point, dtype=float)
    return float(x1**2 + 3.0 * x2)


def bowl(point: Any) -> float:
    """The sum of the squares of all coordinates; ``point`` has any shape."""
    return float(np.sum(np.asarray(point, dtype=float) ** 2))


def valley(point: Any) -> float:
    """0.75 times the sum of the squares of all coordinates; ``point`` has any shape."""
    return 0.75 * bowl(point)


def growth(point: Any) -> float:
    """The sum of the exponentials of all coordinates; ``point`` has any shape."""
    return float(np.sum(np.exp(np.asarray(point, dtype=float))))


def misses_the_cosine(f: Any, x0: float, h: float, value: Any) -> bool:
    """Whether ``value`` is near the cosine of ``x0`` but not it, as with a step that is not tiny."""
    return bool(2e-7 < abs(value - np.cos(x0)) < 0.5)


def misses_the_exponentials(f: Any, point: Any, value: Any, h: float) -> list[bool]:
    """Whether all of ``value`` are numbers, and each misses the exponential of its coordinate: the step is not tiny."""
    given, slope = np.asarray(value, dtype=float), np.exp(point)
    return [bool(np.all(np.isfinite(given))), bool(np.all(~(np.abs(given - slope) <= 0.01 * slope)))]


def corner(x: Any) -> Any:
    """|x|, with a corner at 0; ``x`` is a number or an array."""
    return np.abs(x)


def d_corner(x: Any) -> Any:
    """The slope of :func:`corner`, and 0 at the corner, which has none."""
    return np.sign(x)


def half_flat(x: Any) -> Any:
    """0.4·(1 − x)² up to 1 and 0 from there on: only the left side is bent."""
    return 0.4 * np.maximum(0.0, 1.0 - x) ** 2


def d_half_flat(x: Any) -> Any:
    """The derivative of :func:`half_flat`."""
    return -0.8 * np.maximum(0.0, 1.0 - x)
