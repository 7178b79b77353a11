"""Public examples of unit 03: what the slope at a kink must fulfil, and the elements of an array one by one."""

from __future__ import annotations

from typing import Any

import numpy as np


def allowed_at_kink(name: str, z: float, slope: Any) -> bool:
    """Whether ``slope`` may stand for the slope of ReLU or LeakyReLU at their kink: one number from 0 to 1."""
    if isinstance(slope, str | bool | np.bool_) or np.ndim(slope) != 0:
        return False
    try:
        return bool(0.0 <= float(slope) <= 1.0)
    except (TypeError, ValueError):
        return False


def one_by_one(p: Any, result: Any) -> Any:
    """Return the elements of ``result`` as a list; what is no array of numbers is returned as it is."""
    try:
        return np.asarray(result, dtype=float).tolist()
    except (TypeError, ValueError):
        return result


def sine(z: Any) -> Any:
    """The sine of z: a layer that squeezes, and no activation function of this unit."""
    return np.sin(z)


def d_sine(z: Any) -> Any:
    """The derivative of :func:`sine`, the cosine."""
    return np.cos(z)


def bent(z: Any) -> Any:
    """0.5·z² + 0.3."""
    return 0.5 * z**2 + 0.3


def d_bent(z: Any) -> Any:
    """The derivative of :func:`bent`, z."""
    return 1.0 * z
