"""Public examples of unit 04: two parabolas, a ravine, bumps and waves to walk on, and what an answer must fulfil."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np


def lecture(w: float) -> float:
    """L(w) = w² + 12, the lecture's example: smallest at w = 0."""
    return w**2 + 12.0


def lecture_slope(w: float) -> float:
    """The derivative of :func:`lecture`, 2w."""
    return 2.0 * w


def bowl(w: float) -> float:
    """L(w) = (w - 3)² + 1: smallest at w = 3."""
    return (w - 3.0) ** 2 + 1.0


def bowl_slope(w: float) -> float:
    """The derivative of :func:`bowl`, 2(w - 3)."""
    return 2.0 * (w - 3.0)


def ravine_slope(w: np.ndarray) -> np.ndarray:
    """The gradient of w₀² + 10·w₁², ten times as steep along w₁; ``w`` and the result have shape (2,)."""
    return np.array([2.0, 20.0]) * np.asarray(w, dtype=float)


def tilted_slope(w: np.ndarray) -> np.ndarray:
    """The gradient of w₀² + w₀·w₁ + w₁²: each component hangs on both weights; ``w`` and the result have shape (2,)."""
    w = np.asarray(w, dtype=float)
    return 2.0 * w + w[::-1]


def bumpy_slope(w: np.ndarray) -> np.ndarray:
    """The slope of w²/10 - 2·exp(-8(w - 3)²) - exp(-2(w + 2)²), for every element of ``w``.

    Three valleys: wide near 0, narrower near -1.9, the deepest and narrowest near 2.98.
    """
    w = np.asarray(w, dtype=float)
    return w / 5 + 32 * (w - 3) * np.exp(-8 * (w - 3) ** 2) + 4 * (w + 2) * np.exp(-2 * (w + 2) ** 2)


def waves_slope(w: np.ndarray) -> np.ndarray:
    """sin(2πw / 0.6), for every element of ``w``: the slope of waves with a valley at every multiple of 0.6."""
    return np.sin(2 * np.pi * np.asarray(w, dtype=float) / 0.6)


def fools(w0: float, eps: float, learning_rate: Any) -> list[bool]:
    """Return what ``fooling_rate`` must fulfil, without rounding: η > 0, η < ½, |ΔL| < ε, |w₁| > 0.9·|w₀|."""
    if not isinstance(learning_rate, int | float) or isinstance(learning_rate, bool):
        return [False] * 4
    if not math.isfinite(learning_rate):
        return [False] * 4
    eta, start = Fraction(learning_rate), Fraction(w0)
    after = (1 - 2 * eta) * start
    return [eta > 0, 2 * eta < 1, abs(after**2 - start**2) < Fraction(eps), 10 * abs(after) > 9 * abs(start)]
