"""What several exercises of unit 02 share."""

import numpy as np

from course.public import u02_chain_rule as public

SQUARE = (public.square, public.d_square)
CUBE = (public.cube, public.d_cube)
SINE = (public.sine, public.d_sine)
BELL = (public.bell, public.d_square)
LINE = (public.line, public.three)


def random_functions(rng):
    """Return (f, df) pairs that the notebook does not show, with random coefficients; all are positive."""
    a, b, c = rng.uniform(0.6, 1.4, size=3)
    return [
        (lambda x: np.exp(-a * x), lambda x: -a * np.exp(-a * x)),
        (lambda x: 2.0 + np.sin(b * x), lambda x: b * np.cos(b * x)),
        (lambda x: 1.0 + c * x**4, lambda x: 4 * c * x**3),
        (lambda x: 3.0 + a * x + 0.3 * x**2, lambda x: a + 0.6 * x),
    ]
