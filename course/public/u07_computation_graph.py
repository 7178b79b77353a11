"""Public examples of unit 07: two slopes for one training step, and what a ``Value`` must be able to do."""

from __future__ import annotations

from typing import Any

import numpy as np


def steep(param: float) -> float:
    """The derivative of 4(param - 1)², a loss that is smallest at 1."""
    return 8.0 * (param - 1.0)


def bowl_slope(param: np.ndarray) -> np.ndarray:
    """The gradient of p₀² + p₀p₁ + 3·p₁²; ``param`` and the result have shape (2,)."""
    return np.array([[2.0, 1.0], [1.0, 6.0]]) @ np.asarray(param, dtype=float)


def one_operation(data: float, result: Any) -> Any:
    """Return data and gradients of ``a * b`` and of ``a + b``, where a is ``Value(data)`` and b is ``Value(4.0)``."""
    if result is None:
        return None
    seen: dict[str, Any] = {}
    for name, combine in (("a * b", lambda a, b: a * b), ("a + b", lambda a, b: a + b)):
        a, b = type(result)(data), type(result)(4.0)
        y = combine(a, b)
        y.backward()
        seen |= {f"y = {name}: y.data": y.data, f"y = {name}: a.grad": a.grad, f"y = {name}: b.grad": b.grad}
        seen |= {f"y = {name}: y.grad": y.grad}
    return seen


def many_paths(data: float, result: Any) -> Any:
    """Return data and gradients of ``b * c`` with ``b = a * a`` and ``c = b + a``: three paths lead to a."""
    if result is None:
        return None
    a = type(result)(data)
    b = a * a
    c = b + a
    y = b * c
    y.backward()
    return {"y = b * c: y.data": y.data, "a.grad": a.grad, "b.grad": b.grad, "c.grad": c.grad}


def called_twice(data: float, result: Any) -> Any:
    """Return the gradients of ``a * a + a`` after one call of backward, then after a second one."""
    if result is None:
        return None
    a = type(result)(data)
    y = a * a + a
    y.backward()
    first = a.grad
    y.backward()
    return {"y = a * a + a: a.grad": first, "a.grad after a second y.backward()": a.grad}


def many_doublings(data: float, result: Any) -> Any:
    """Return data and gradient of ``y = a * (a + Value(0.0))`` after thirty times ``y = y + y``: 2³¹ paths."""
    if result is None:
        return None
    a = type(result)(data)
    y = a * (a + type(result)(0.0))
    for _ in range(30):
        y = y + y
    y.backward()
    return {"thirty times y = y + y: y.data": y.data, "a.grad": a.grad}
