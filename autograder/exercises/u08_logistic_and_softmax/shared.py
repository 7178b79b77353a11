"""What several exercises of unit 08 share."""

import numpy as np

X_SHOWN = np.array([[1.0, 2.0], [1.0, -1.0], [1.0, 0.5]])
Y_SHOWN = np.array([1.0, 0.0, 0.0])


def random_data(rng, m, n):
    """Return weights, a table with ones in its first column, and labels of both classes."""
    X = np.column_stack([np.ones(m), rng.normal(scale=1.5, size=(m, n - 1))])
    y = (np.arange(m) % 3 == 0).astype(float)
    return rng.normal(size=n), X, rng.permutation(y)


def random_labels(rng, m):
    return rng.permutation((np.arange(m) % 3 > 0).astype(float))


def whole_data(rng, m, n):
    """Return weights, a table without a column of ones and labels of both classes, all of whole numbers."""
    X = rng.integers(1, 4, size=(m, n)) * rng.choice([-1, 1], size=(m, n))
    X[:2, 0] = 2, -2
    return rng.choice([-3, -1, 1, 3], size=n), X, rng.permutation(np.arange(m) % 3 > 0).astype(int)
