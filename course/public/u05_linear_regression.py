"""Public examples of unit 05: two valleys, a bowl, two step schedules, and what random weights must fulfil."""

from __future__ import annotations

from typing import Any

import numpy as np

from course.public.u04_gradient_descent import tilted_slope as tilted_slope


def two_valleys(w: np.ndarray) -> float:
    """(w₀ - 1)²(w₀ - 3)² - 0.4·w₀ + 2 for ``w`` of shape (1,): two minima, near 1.05 and, lower, near 3.05."""
    v = float(np.asarray(w, dtype=float)[0])
    return (v - 1.0) ** 2 * (v - 3.0) ** 2 - 0.4 * v + 2.0


def two_valleys_slope(w: np.ndarray) -> np.ndarray:
    """The gradient of :func:`two_valleys`, shape (1,)."""
    v = np.asarray(w, dtype=float)
    return 4.0 * (v - 1.0) * (v - 2.0) * (v - 3.0) - 0.4


def bowl_slope(w: np.ndarray) -> np.ndarray:
    """The gradient of (w₀ - 1)² + 2·(w₁ + 1)²; ``w`` and the result have shape (2,)."""
    return np.array([2.0, 4.0]) * (np.asarray(w, dtype=float) - np.array([1.0, -1.0]))


def twice(w: np.ndarray) -> np.ndarray:
    """The gradient 2·w of the sum of squares."""
    return 2.0 * np.asarray(w, dtype=float)


def always_a_fifth(k: int) -> float:
    """The constant step size 0.2."""
    return 0.2


def a_third_over_k(k: int) -> float:
    """The step size 0.3 / k for k = 1, 2, …"""
    return 0.3 / k


def a_quarter_over_k(k: int) -> float:
    """The step size 1 / (4·k) for k = 1, 2, …"""
    return 1.0 / (4.0 * k)


def small_and_random(n: int, eps: float, rng: Any, weights: Any) -> list[bool]:
    """Return whether there are n + 1 weights, most and indeed all inside (-eps, eps), none 0 and no two equal.

    From ten weights on, both signs and some weights beyond eps / 2 are asked too: with a few it may happen otherwise.
    """
    try:
        found = np.asarray(weights, dtype=float)
    except (TypeError, ValueError, OverflowError):
        return [False] * 7
    if not found.size:
        return [False] * 7
    size = np.abs(found)
    return [
        found.shape == (n + 1,),
        bool(np.median(size) < eps),
        bool(np.all(size < eps)),
        bool(np.all(size != 0)),
        np.unique(found).size == found.size,
        n < 10 or bool(found.min() < 0 < found.max()),
        n < 10 or bool(size.max() > eps / 2),
    ]
