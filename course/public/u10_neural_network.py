"""Public examples of unit 10: the four points of XOR, and what random and trained weights must fulfil."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

XOR_POINTS = np.array([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]])
"""Two inputs that are "no" (−1) or "yes" (+1), shape (4, 2)."""
XOR_LABELS = np.array([[-1.0], [1.0], [1.0], [-1.0]])
"""+1 where exactly one input is "yes", shape (4, 1)."""

BENDS = {
    "relu": lambda z: np.maximum(z, 0.0),
    "sigmoid": lambda z: 0.5 + 0.5 * np.tanh(z / 2),
    "straight": lambda z: z,
}
"""What a learner may have used in the hidden layer in place of tanh."""


def numbers(value: Any) -> np.ndarray | None:
    """Return an array of floats, or None where ``value`` cannot be one."""
    try:
        return None if value is None else np.asarray(value, dtype=float)
    except (TypeError, ValueError, OverflowError):
        return None


def spread(n_in: int, n_out: int, rng: Any, weights: Any) -> Any:
    """Return what must hold for many weights drawn from N(0, 2/n_in).

    The shape; the size of the mean and of the standard deviation, both as a part of the one that is asked for,
    to one digit; whether about a twentieth of the weights lie further out than twice the standard deviation,
    as they do for a normal distribution; and whether each was drawn by itself. ``rng`` is not used.
    """
    found = numbers(weights)
    if found is None or found.size < 2 or not np.isfinite(found).all():
        return None if weights is None else "not an array of numbers"
    asked, size = np.sqrt(2 / n_in), float(found.std())
    outside = float(np.mean(np.abs(found - found.mean()) > 2 * size))
    part = round(size / asked, 1)
    mean, each = abs(round(float(found.mean()) / asked, 1)), np.unique(found).size > 0.9 * found.size
    return [list(found.shape), mean, part, 0.03 < outside < 0.06, bool(each)]


def four_arrays(n: int, hidden: int, k: int, weights: Any) -> list[np.ndarray] | None:
    """Return W1, b1, W2, b2 as arrays, or None where they are not four arrays of the right shapes."""
    if not isinstance(weights, list | tuple) or len(weights) != 4:
        return None
    found = [part for part in map(numbers, weights) if part is not None]
    shapes = [part.shape for part in found]
    return found if shapes == [(n, hidden), (hidden,), (hidden, k), (k,)] else None


def misfit(weights: Any) -> str:
    """Return in words what was found in place of four arrays of the right shapes."""
    if isinstance(weights, np.ndarray):
        return "one array"
    found = [numbers(part) for part in weights] if isinstance(weights, list | tuple) else []
    if len(found) != 4 or any(part is None for part in found):
        return "not four arrays"
    return "shapes " + ", ".join(str(part.shape) for part in found if part is not None)


def squared_error(
    X: Any,
    y: Any,
    weights: list[np.ndarray],
    bend: Callable[..., Any] = np.tanh,
    head: Callable[..., Any] = np.asarray,
) -> float:
    """Return the mean squared error of a network with one hidden layer; the biases ride along as a last row."""
    layers = [np.vstack([weights[0], weights[1]]), np.vstack([weights[2], weights[3]])]
    one = np.ones((len(X), 1))
    with np.errstate(all="ignore"):
        inside = bend(np.hstack([X, one]) @ layers[0])
        return float(np.square(head(np.hstack([inside, one]) @ layers[1]) - y).mean())


def learnt(X: Any, y: Any, hidden: int, learning_rate: float, n_steps: int, rng: Any, weights: Any) -> Any:
    """Return what must hold for weights trained on XOR: the shapes, neurons that differ, biases in use, a small loss.

    In place of the loss stands a word: ``learnt`` below 0.1, or what went wrong. Three arguments are not used.
    """
    found = four_arrays(np.shape(X)[1], hidden, np.shape(y)[1], weights)
    if found is None:
        return None if weights is None else misfit(weights)
    differ, used = bool(np.ptp(found[0], axis=1).max() > 1e-9), bool(np.any(found[1]))
    return [differ, used, outcome(X, y, found, 0.1)]


def at_the_start(X: Any, y: Any, hidden: int, learning_rate: float, n_steps: int, rng: Any, weights: Any) -> Any:
    """Return whether the arrays can be those of a start: after a single step with a huge rate they are far from 0."""
    found = four_arrays(np.shape(X)[1], hidden, np.shape(y)[1], weights)
    if found is None:
        return None if weights is None else misfit(weights)
    call = f"train_mlp(X, y, {hidden}, {learning_rate}, {n_steps}, rng)"
    return {f"np.max(np.abs({call}[{at}])) < 1000": bool(np.max(np.abs(part)) < 1000) for at, part in enumerate(found)}


def one_long_step(X: Any, y: Any, hidden: int, learning_rate: float, n_steps: int, rng: Any, weights: Any) -> Any:
    """Return whether a single step with a huge rate has led each array about as far as it must.

    The ten objects are equal, and their label is far from all that a start can say. A sum of slopes would lead ten
    times as far as their mean, and a first layer that goes by the new W2 farther by the rate.
    """
    found = four_arrays(np.shape(X)[1], hidden, np.shape(y)[1], weights)
    if found is None:
        return None if weights is None else misfit(weights)
    far = [float(np.max(np.abs(part))) for part in found]
    within = [*((at, "> 1e4", size > 1e4) for at, size in enumerate(far)), (3, "> 0", far[3] > 0)]
    within += [(3, "< 1e10", far[3] < 1e10), (1, "< 1e13", far[1] < 1e13)]
    call = f"train_mlp(X, y, {hidden}, 1e6, {n_steps}, rng)"
    return {f"np.max(np.abs({call}[{at}])) {border}": holds for at, border, holds in within}


def outcome(X: Any, y: Any, weights: list[np.ndarray], wanted: float) -> str:
    """Return ``learnt`` where the loss is below ``wanted``, else a word for what is seen instead."""
    loss = squared_error(X, y, weights)
    if loss < wanted:
        return "learnt"
    if not loss < 1e6:
        return "exploded"
    if loss > 100:  # no single step leads so far
        return "far away"
    word = "bent output" if squared_error(X, y, weights, head=np.tanh) < wanted else "not learnt"
    return next((name for name, bend in BENDS.items() if squared_error(X, y, weights, bend) < wanted), word)
