"""What a right answer must fulfil where there is more than one right answer.

Each function gets the arguments of the call and its result and returns what can be compared; it restates the task
and holds no solution. The visible check and the judge use the same ones.
"""

from __future__ import annotations

from typing import Any

from course.landscapes import lecture, lecture_slope


def fools(w0: float, eps: float, learning_rate: Any) -> bool:
    """Whether the lecture's rule stops after one step of L = w² + 12 though |w₁| > 0.9·|w₀|."""
    if not isinstance(learning_rate, int | float) or isinstance(learning_rate, bool) or not learning_rate > 0:
        return False
    w1 = w0 - learning_rate * lecture_slope(w0)
    return bool(abs(lecture(w1) - lecture(w0)) < eps and abs(w1) > 0.9 * abs(w0))


def arrives(grad: Any, w0: Any, learning_rate: float, eps: float, max_steps: int, result: Any) -> list[Any]:
    """Return the parts of ``descend_safely``'s triple that the task fixes: (steps, converged, |w| is small enough)."""
    import numpy as np

    if not isinstance(result, list | tuple) or len(result) != 3:
        return [None, None, None]
    w, steps, converged = result
    try:
        gentle = bool(np.linalg.norm(np.atleast_1d(grad(np.asarray(w, dtype=float)))) <= eps * (1 + 1e-9))
    except (TypeError, ValueError):
        gentle = None
    return [steps, converged, gentle]
