"""Four losses of two weights to walk on: a ravine, a saddle, two minima, a curved valley (unit 09).

Every loss is 0 at its lowest point and is about 0.1 to 10 inside its window, so that one learning rate makes sense
on all of them. ``w`` has shape (…, 2): a point, a path, or a whole grid of points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Array = np.ndarray


@dataclass(frozen=True)
class Landscape:
    """A loss of two weights, its gradient, and what a picture of it needs."""

    name: str
    loss: Callable[[Array], Array]
    """From weights of shape (…, 2) to losses of shape (…)."""
    grad: Callable[[Array], Array]
    """From weights of shape (…, 2) to gradients of the same shape."""
    start: tuple[float, float]
    bounds: tuple[tuple[float, float], tuple[float, float]]
    """The ranges of w₀ and w₁ to show."""
    minima: tuple[tuple[float, float], ...]
    """All local minima; the first one is (one of) the lowest, with loss 0."""


def ravine_loss(w: Array) -> Array:
    """(0.1·w₀² + 4·w₁²)/2: forty times as curved across as along."""
    x, y = _coordinates(w)
    return 0.05 * x**2 + 2 * y**2


def ravine_grad(w: Array) -> Array:
    """The gradient of :func:`ravine_loss`."""
    x, y = _coordinates(w)
    return np.stack([0.1 * x, 4 * y], axis=-1)


def saddle_loss(w: Array) -> Array:
    """w₀²/2 + (w₁² − 1)²/4: a saddle at (0, 0) between minima at (0, 1) and (0, −1)."""
    x, y = _coordinates(w)
    return x**2 / 2 + (y**2 - 1) ** 2 / 4


def saddle_grad(w: Array) -> Array:
    """The gradient of :func:`saddle_loss`."""
    x, y = _coordinates(w)
    return np.stack([x, y * (y**2 - 1)], axis=-1)


def two_minima_loss(w: Array) -> Array:
    """A valley along w₀ with a shallow minimum at 1, a ridge at 0.3 and the lowest point at −1.5; w₁² across."""
    x, y = _coordinates(w)
    return _tilted(x) - _tilted(-1.5) + y**2


def two_minima_grad(w: Array) -> Array:
    """The gradient of :func:`two_minima_loss`; along w₀ it is (w₀ + 1.5)(w₀ − 0.3)(w₀ − 1)."""
    x, y = _coordinates(w)
    return np.stack([(x + 1.5) * (x - 0.3) * (x - 1), 2 * y], axis=-1)


def rosenbrock_loss(w: Array) -> Array:
    """((1 − w₀)² + 10·(w₁ − w₀²)²)/20: Rosenbrock's curved valley, with 10 in place of his 100, scaled down."""
    x, y = _coordinates(w)
    return ((1 - x) ** 2 + 10 * (y - x**2) ** 2) / 20


def rosenbrock_grad(w: Array) -> Array:
    """The gradient of :func:`rosenbrock_loss`."""
    x, y = _coordinates(w)
    return np.stack([(x - 1) / 10 - 2 * x * (y - x**2), y - x**2], axis=-1)


def _coordinates(w: Array) -> tuple[Array, Array]:
    w = np.asarray(w, dtype=float)
    return w[..., 0], w[..., 1]


def _tilted(x: Array | float) -> Array | float:
    return x**4 / 4 + 0.2 * x**3 / 3 - 0.825 * x**2 + 0.45 * x


LANDSCAPES = {
    land.name: land
    for land in (
        Landscape("ravine", ravine_loss, ravine_grad, (-4.0, 1.2), ((-5.0, 3.0), (-2.0, 2.0)), ((0.0, 0.0),)),
        Landscape(
            "saddle", saddle_loss, saddle_grad, (-1.8, 0.01), ((-2.4, 1.6), (-1.6, 1.6)), ((0.0, 1.0), (0.0, -1.0))
        ),
        Landscape(
            "two_minima",
            two_minima_loss,
            two_minima_grad,
            (2.1, 0.8),
            ((-2.7, 2.6), (-1.4, 1.4)),
            ((-1.5, 0.0), (1.0, 0.0)),
        ),
        Landscape(
            "rosenbrock", rosenbrock_loss, rosenbrock_grad, (-1.3, 2.0), ((-2.0, 2.0), (-0.8, 2.8)), ((1.0, 1.0),)
        ),
    )
}
"""All of them by name."""
