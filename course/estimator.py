"""Linear regression for scikit-learn's tools, trained by whatever descent you hand it (unit 11)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.utils.validation import check_is_fitted, validate_data

Optimiser = Callable[[Callable[[np.ndarray], np.ndarray], np.ndarray, float, int], Any]


class DescentRegressor(RegressorMixin, BaseEstimator):
    """Minimise the mean squared error by gradient descent; its hyper-parameters can be searched by GridSearchCV.

    optimiser: called as ``optimiser(grad, w0, learning_rate, n_steps)`` it returns the path of the weights, the last
    ones last, as ``gradient_descent`` of unit 04 does; ``grad`` takes and gives arrays of shape (n + 1,), the
    intercept first. None stands for plain descent. learning_rate: η. n_steps: number of steps from zero.

    After ``fit``: ``intercept_``, a number, and ``coef_``, shape (n,). A descent that runs away leaves very large
    numbers there, so its score is far below 0.
    """

    def __init__(self, optimiser: Optimiser | None = None, learning_rate: float = 0.01, n_steps: int = 1000) -> None:
        self.optimiser = optimiser
        self.learning_rate = learning_rate
        self.n_steps = n_steps

    def fit(self, X: Any, y: Any) -> DescentRegressor:
        """Find the weights for X of shape (m, n) and y of shape (m,)."""
        X, y = validate_data(self, X, y, y_numeric=True, dtype=np.float64)
        A = np.column_stack([np.ones(len(X)), X])
        hessian, pull = 2 / len(A) * A.T @ A, 2 / len(A) * A.T @ y
        with np.errstate(over="ignore", invalid="ignore"):
            if self.optimiser is None:
                weights = _last_weights(hessian, pull, self.learning_rate, self.n_steps)
            else:
                start = np.zeros(A.shape[1])
                path = self.optimiser(lambda w: hessian @ w - pull, start, self.learning_rate, self.n_steps)
                weights = np.asarray(path, dtype=float)[-1]
        weights = np.clip(np.nan_to_num(weights, nan=1e50), -1e50, 1e50)  # scorers refuse infinity
        self.intercept_, self.coef_ = float(weights[0]), weights[1:]
        return self

    def predict(self, X: Any) -> np.ndarray:
        """Return the predictions for X of shape (m, n), shape (m,)."""
        check_is_fitted(self)
        X = validate_data(self, X, reset=False, dtype=np.float64)
        return X @ self.coef_ + self.intercept_


def way_walked(curvature: np.ndarray, flat: np.ndarray, learning_rate: Any, n_steps: Any) -> np.ndarray:
    """Return how far plain descent from zero has come along each axis of a bowl, as a multiple of the pull there.

    A step multiplies what is left of the way by 1 − ηλ, as in unit 04; the way itself is pull/λ. Where it is flat, and
    λ is 0, it is ηk·pull. All arguments are broadcast; ``curvature`` holds λ, ``n_steps`` k.
    """
    left = (1 - learning_rate * curvature) ** n_steps
    return np.where(flat, learning_rate * n_steps, (1 - left) / np.where(flat, 1.0, curvature))


def _last_weights(hessian: np.ndarray, pull: np.ndarray, learning_rate: float, n_steps: int) -> np.ndarray:
    """Return where plain descent from zero is after so many steps, without walking."""
    curvature, axes = np.linalg.eigh(hessian)
    flat = curvature < 1e-12 * curvature[-1]
    return axes @ (way_walked(curvature, flat, learning_rate, n_steps) * (axes.T @ pull))
