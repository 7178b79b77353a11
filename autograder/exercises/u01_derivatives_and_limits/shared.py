"""What several exercises of unit 01 share."""

import math


def random_cubic(rng, falling=False):
    """Return a random cubic that rises everywhere, or falls, and its derivative; both take numbers and arrays."""
    a, b, c = (float(value) for value in rng.uniform(0.5, 2.0, size=3))
    b *= math.sqrt(3.0 * a * c) / 2.2  # the discriminant of the slope is negative
    a, b, c = (-a, -b, -c) if falling else (a, b, c)
    return (lambda x: a * x**3 - b * x**2 + c * x - 4.0), (lambda x: 3.0 * a * x**2 - 2.0 * b * x + c)


def slopes_of_lines(answer, rng, *shapes):
    """Observe the slopes of random lines or parabolas, at a number or at an array of each shape."""
    seen = []
    for shape in shapes:
        a, b = rng.uniform(0.5, 3.0) * rng.choice([-1, 1]), rng.uniform(1.0, 6.0)
        x = rng.uniform(1.5, 4.0, size=shape) * rng.choice([-1, 1], size=shape)
        seen.append(answer(float(a), float(b), x if shape else float(x)))
    return seen


def high_parabola(rng):
    """Make a parabola some ten million above zero: rounding sets in at steps of a thousandth already."""
    height, turn = float(rng.uniform(1e7, 3e7)), float(rng.uniform(-3.0, -2.0))
    return (lambda x: height - (x - turn) ** 2), (lambda x: -2.0 * (x - turn)), float(rng.uniform(0.5, 1.5))
