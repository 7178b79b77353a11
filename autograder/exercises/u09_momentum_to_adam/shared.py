"""What several exercises of unit 09 share.

Gradients stay well away from 0 (or are exactly 0), so that ε inside and outside the root cannot be told apart.
"""

import numpy as np

from autograder.judging.judge import array


def random_grads(rng, steps, n):
    """Return gradients of shape (steps, n) with sizes from 0.5 to 2.5 and signs of both kinds."""
    signs = rng.choice([-1.0, 1.0], size=(steps, n))
    return signs * rng.uniform(0.5, 2.5, size=(steps, n))


def whole_grads(rng, steps, n):
    """Return gradients that are whole numbers from 1 to 5, with signs of both kinds."""
    return rng.choice([-1, 1], size=(steps, n)) * rng.integers(1, 6, size=(steps, n))


def whole_start(rng, n):
    return rng.permutation(9)[:n] - 4


def uses_guard(answer, rng, *places):
    """Return whether an answer uses the eps it is given, in one of the ``places`` where ε may stand.

    A place is a function of (grads, rate, eps) that gives the steps, shape (steps, n).
    """
    w0, grads = rng.normal(size=2), random_grads(rng, 4, 2)
    rate, eps = float(rng.uniform(0.2, 0.5)), float(rng.uniform(0.4, 0.9))
    walked = array(answer(w0, grads, rate, eps=eps), grads.shape)
    return any(bool(np.allclose(walked, w0 - np.cumsum(place(grads, rate, eps), axis=0), rtol=1e-5)) for place in places)
