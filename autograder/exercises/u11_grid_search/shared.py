"""What several exercises of unit 11 share."""

import numpy as np


def whole_numbers(rng, n):
    """Return n whole numbers, no two of them equal; all are larger than any place in a list."""
    return [int(number) for number in rng.choice(np.arange(10, 99), size=n, replace=False)]


def rising_rates(rng, n):
    """Return n rising numbers between 0.0001 and 1, no two of them equal."""
    return [round(float(rate), 6) for rate in 10.0 ** (4.0 * (np.arange(n) + rng.uniform(0.1, 0.9, size=n)) / n - 4.0)]
