"""Public examples of unit 08: what a log-loss fulfils at a sure answer, and two groups for the figure to separate."""

from __future__ import annotations

from typing import Any

import numpy as np


def finite_and_large(y: Any, p: Any, loss: Any) -> list[bool]:
    """Return whether a mean loss is a finite number, and whether it means more than 10 for all objects together."""
    try:
        value = float(loss) * np.size(y)
    except (TypeError, ValueError, OverflowError):
        return [False, False]
    return [bool(np.isfinite(value)), value > 10.0]


def nearly_nothing(y: Any, p: Any, loss: Any) -> bool:
    """Return whether a loss is about 0."""
    try:
        return bool(abs(float(loss)) < 0.005)
    except (TypeError, ValueError, OverflowError):
        return False


def two_groups() -> tuple[np.ndarray, np.ndarray]:
    """Return X of shape (60, 3), ones beside two features, and labels y of shape (60,): two groups that overlap."""
    rng = np.random.default_rng(5)
    y = np.repeat([0.0, 1.0], 30)
    centres = np.where(y[:, None] == 1, [1.2, 0.9], [-0.6, -0.5])
    # The features go together, so the best boundary is not the one that the two centres suggest at first.
    noise = rng.normal(size=(60, 2)) @ np.array([[1.1, 0.75], [0.0, 0.7]])
    return np.column_stack([np.ones(60), centres + noise]), y
