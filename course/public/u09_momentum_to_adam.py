"""Public examples of unit 09: gradients, two optimisers that are none of the exercises, and what a large ε does."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

NOT_WEIGHTS = "not an array with one row of weights for each gradient"


def bowl_gradient(w: np.ndarray) -> np.ndarray:
    """The gradient of (w₀ - 1)² + 2·(w₁ + 2)²; ``w`` and the result have shape (2,)."""
    return np.array([2.0, 4.0]) * (np.asarray(w, dtype=float) - np.array([1.0, -2.0]))


def ripple_gradient(w: np.ndarray) -> np.ndarray:
    """The gradient of the sum of w²/2 - sin(w), for any number of weights; the result has the shape of ``w``."""
    w = np.asarray(w, dtype=float)
    return w - np.cos(w)


def eager(w0: np.ndarray, grads: ArrayLike) -> np.ndarray:
    """Walk against each gradient plus half the mean of all earlier ones, times 0.1.

    ``grads``: k gradients, a list or an array of shape (k, n). Returns the weights after each step, shape (k, n).
    """
    return eager_with(w0, grads, 0.1, 0.5)


def eager_with(w0: np.ndarray, grads: ArrayLike, rate: float, pull: float) -> np.ndarray:
    """:func:`eager` with ``rate`` for 0.1 and ``pull`` for the half."""
    grads = rows(grads)
    earlier = np.cumsum(grads, axis=0) - grads
    means = earlier / np.maximum(np.arange(len(grads)), 1)[:, None]
    return np.asarray(w0, dtype=float) - rate * np.cumsum(grads + pull * means, axis=0)


def signed_with(w0: np.ndarray, grads: ArrayLike, step: float, bonus: float) -> np.ndarray:
    """Move each weight by ``step`` against the sign of its gradient, by ``bonus`` more when the sign has not changed.

    ``grads``: k gradients, a list or an array of shape (k, n). Returns the weights after each step, shape (k, n).
    """
    signs = np.sign(rows(grads))
    lengths = np.full(signs.shape, float(step))
    lengths[1:] += bonus * (signs[1:] == signs[:-1])
    return np.asarray(w0, dtype=float) - np.cumsum(lengths * signs, axis=0)


def rows(grads: ArrayLike) -> np.ndarray:
    """Return ``grads``, a list or an array of k gradients, as an array of shape (k, n)."""
    array = np.asarray(grads, dtype=float)
    if array.ndim != 2:
        raise TypeError("the gradients must be a list with one gradient for each step, not a single gradient")
    return array


def shortened(w0: np.ndarray, grads: ArrayLike, learning_rate: float, path: Any, eps: float) -> Any:
    """Return whether an optimiser's first step is clearly shorter than ``learning_rate``, as a large ``eps`` makes it.

    ``grads`` holds one gradient of one weight, and ``path``, the weights after that step, has the shape (1, 1).
    """
    if path is None:
        return None
    try:
        steps = np.abs(np.asarray(path, dtype=float) - np.asarray(w0, dtype=float))
    except (TypeError, ValueError):
        return NOT_WEIGHTS
    if steps.shape != (1, 1):
        return NOT_WEIGHTS
    return bool(0 < steps[0, 0] < 0.98 * learning_rate)
