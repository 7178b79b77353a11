"""Public examples of unit 04: two parabolas and a ravine to walk on, and what two answers must fulfil."""

from __future__ import annotations

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


def fools(w0: float, eps: float, learning_rate: Any) -> bool:
    """Whether the lecture's rule stops after one step of L = w² + 12 though |w₁| > 0.9·|w₀|."""
    if not isinstance(learning_rate, int | float) or isinstance(learning_rate, bool) or not learning_rate > 0:
        return False
    w1 = w0 - learning_rate * lecture_slope(w0)
    return bool(abs(lecture(w1) - lecture(w0)) < eps and abs(w1) > 0.9 * abs(w0))


def arrives(grad: Any, w0: Any, learning_rate: float, eps: float, max_steps: int, result: Any) -> list[Any]:
    """Return what ``descend_safely`` must get right: (steps, converged, whether it is flat where the walk ends)."""
    if not isinstance(result, list | tuple) or len(result) != 3:
        return [None, None, None]
    w, steps, converged = result
    try:
        flat = bool(np.linalg.norm(np.atleast_1d(grad(np.asarray(w, dtype=float)))) <= eps * (1 + 1e-9))
    except (TypeError, ValueError, OverflowError):
        flat = None
    return [steps, converged, flat]
