"""What several exercises of unit 06 share."""

import numpy as np

from autograder.worker.codec import Rng


def random_data(rng, m, n):
    """Return objects and answers that no line fits exactly."""
    return rng.normal(size=(m, n)), rng.normal(scale=2.0, size=m)


def whole_numbers(rng, *shape):
    """Return an array of whole numbers, none of them 0, with signs of both kinds."""
    return rng.choice([-1, 1], size=shape) * rng.integers(1, 7, size=shape)


def random_seed(rng):
    return Rng(int(rng.integers(1, 10**6)))


X_SHOWN, Y_SHOWN = np.array([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]]), np.array([1.0, 2.0, 2.0])
