"""Functions to walk on, with their gradients: the public examples and the figures use them."""

from __future__ import annotations

import numpy as np


def bowl(w: float) -> float:
    """L(w) = (w - 3)² + 1: smallest at w = 3."""
    return (w - 3.0) ** 2 + 1.0


def bowl_slope(w: float) -> float:
    """The derivative of :func:`bowl`, 2(w - 3)."""
    return 2.0 * (w - 3.0)


def lecture(w: float) -> float:
    """L(w) = w² + 12, the lecture's example: smallest at w = 0."""
    return w**2 + 12.0


def lecture_slope(w: float) -> float:
    """The derivative of :func:`lecture`, 2w."""
    return 2.0 * w


def ravine(w: np.ndarray) -> float:
    """Q(w) = w₀² + 10·w₁², ten times as steep along w₁; ``w`` has shape (2,)."""
    w = np.asarray(w, dtype=float)
    return float(w[0] ** 2 + 10.0 * w[1] ** 2)


def ravine_slope(w: np.ndarray) -> np.ndarray:
    """The gradient of :func:`ravine`, (2w₀, 20w₁), shape (2,)."""
    return np.array([2.0, 20.0]) * np.asarray(w, dtype=float)
