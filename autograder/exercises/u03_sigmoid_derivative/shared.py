"""What several exercises of unit 03 share."""

import numpy as np

NAMES = ("sigmoid", "tanh", "relu", "leaky_relu")


def both_sides(rng, size, low=0.3, high=4.0):
    """Return numbers in random order, every second one negative, of sizes ``low`` to ``high``."""
    return rng.permutation(np.resize([-1.0, 1.0], size)) * rng.uniform(low, high, size=size)


def whole_numbers(rng, size, high=5):
    """Return whole numbers in random order, every second one negative, of sizes 1 to ``high``."""
    return rng.permutation(np.resize([-1, 1], size)) * rng.integers(1, high + 1, size=size)


def far_numbers(rng, *sizes):
    """Return the ends of the interval, ±1000, and a number of either sign for each (low, high), in random order."""
    pairs = [both_sides(rng, 2, *each) for each in sizes]
    return [float(z) for z in rng.permutation(np.concatenate([[-1000.0, 1000.0], *pairs]))]


def far_and_near(rng):
    """Return an array of which two elements are so far out that e to that power overflows, and two are not."""
    return rng.permutation([*both_sides(rng, 2, 720.0, 1000.0), *both_sides(rng, 2)])


def silently(answer, *args):
    """Return the value of a call, and whether the call gave a warning."""
    return [answer(*args), answer.warned]
